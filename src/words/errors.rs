//! What is wrong with an input, as a sentence without its full stop.

use std::fmt::{self, Display, Formatter};

use crate::area::UnknownArea;
use crate::compare::{TargetError, UnknownComparator};
use crate::indicator::UnknownIndicator;
use crate::number::DecimalError;
use crate::period::PeriodError;
use crate::scenario::{
    CaseloadError, CaseloadFault, CaseloadInput, DistributionError, KnockOnPost, ReachError,
};

impl Display for UnknownArea {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "There is no area \"{}\"", self.0)
    }
}

impl Display for UnknownIndicator {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "There is no indicator \"{}\"", self.0)
    }
}

impl Display for UnknownComparator {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "There is no comparator \"{}\"", self.0)
    }
}

impl Display for DecimalError {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::NotANumber => "This is not a number",
            Self::TooLong => "This number has too many digits",
        })
    }
}

impl Display for PeriodError {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::NotAPeriod => "This is not a year, quarter or month",
            Self::OutOfRange => "This year is outside 2000 to 2099",
            Self::NotConsecutive => "The second year must follow the first, as in 2022/23",
            Self::WhichYear => "Which financial year is the quarter in? Write both years, such as Q3 2024/25",
        })
    }
}

impl Display for TargetError {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAShare(value) => {
                write!(formatter, "The target of a percentage must be from 0 to 100. You entered {value}")
            }
            Self::BelowZero(value) => write!(formatter, "The target must be 0 or more. You entered {value}"),
            Self::ToleranceBelowZero(tolerance) => {
                write!(formatter, "The tolerance must be 0 or more. You entered {tolerance}")
            }
        }
    }
}

impl Display for ReachError {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::BadCounts => "The denominator must be a whole number of at least 1",
            Self::NumeratorAbove => "The numerator cannot be above the denominator",
            Self::BadTarget => "The target must be from 0% to 100%",
            Self::NoDirection => {
                "Neither higher nor lower is better for this measure, so there is no target to reach"
            }
        })
    }
}

impl Display for DistributionError {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::NotNumbers => {
                "Nothing was read or kept. Enter a whole number of cases for each worker, separated by spaces or commas, or paste the columns from Excel"
            }
            Self::TooLarge => "Give at most 1,000 workers, each with 1,000 cases or fewer",
            Self::NotFte => "A worker\u{2019}s FTE must be above 0 and at most 1: 12/0.6 is 12 cases at 0.6 FTE",
            Self::WhichColumn => {
                "Nothing was read or kept: it is not clear which column holds the cases. Copy it alone, or with its FTE, or with the headings Cases and FTE"
            }
        })
    }
}

impl Display for CaseloadError {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self.fault {
            CaseloadFault::NobodyLeft => {
                "No worker is left to hold cases. Enter fewer vacant posts than workers"
            }
            CaseloadFault::MoreThanThere => "Growth cannot take away more children than there are",
            CaseloadFault::EndsSwapped => "The lower end of a range cannot be above the upper",
            CaseloadFault::RecruitsCountAsNobody => {
                "Recruits who count as 0 never reach a target. Enter what a newly qualified worker counts as"
            }
            CaseloadFault::StagesOutOfOrder => {
                "The stages must be in the order of their months, each month once"
            }
            CaseloadFault::MoreOfAKind => "The kinds of case add up to more than all children",
            CaseloadFault::TravelWithoutHours => {
                "To count travel, enter the hours a week of a full-time worker"
            }
            CaseloadFault::NeededAndAlways => {
                "To go on recruiting past the target, enter how many to recruit a month"
            }
            CaseloadFault::OutsideLimits => limits(self.input),
        })
    }
}

/// The limits within which an input must lie.
const fn limits(input: CaseloadInput) -> &'static str {
    match input {
        CaseloadInput::Children => "The number of children must be from 1 to 100,000",
        CaseloadInput::WorkersFte => "Workers in post must be from 0.1 to 10,000 FTE",
        CaseloadInput::Caseload => "The average caseload must be from 0.1 to 1,000",
        CaseloadInput::Target => "The target must be from 1 to 200 children for each worker",
        CaseloadInput::NewlyQualifiedFte => "Newly qualified workers must be from 0 to 10,000 FTE",
        CaseloadInput::NewlyQualifiedCountAs => {
            "A newly qualified worker must count as 0 to 1, or 0% to 100%"
        }
        CaseloadInput::NewlyQualifiedStages => {
            "A stage must begin in month 1 to 24, and a worker must count as 0 to 1 in it"
        }
        CaseloadInput::NewlyQualifiedShare => "The newly qualified share must be from 0% to 100%",
        CaseloadInput::VacantFte => "Vacant posts must be from 0 to 10,000 FTE",
        CaseloadInput::VacanciesCovered => {
            "The share of vacant posts filled by agency workers must be from 0% to 100%"
        }
        CaseloadInput::Absence => "Absence must be from 0% to 90%",
        CaseloadInput::AdvancedFte => "Advanced practitioners must be from 0 to 10,000 FTE",
        CaseloadInput::AdvancedCountAs => "An advanced practitioner must count as 0 to 1, or 0% to 100%",
        CaseloadInput::FtePerPerson => "FTE per person must be from 0.1 to 1",
        CaseloadInput::KnockOnPer(KnockOnPost::ReviewingOfficer) => {
            "Children per reviewing officer must be from 1 to 1,000"
        }
        CaseloadInput::KnockOnPer(_) => "Workers per post must be from 1 to 1,000",
        CaseloadInput::KnockOnCost(_) => "The cost of a post that follows must be from 0 to 1,000,000 a year",
        CaseloadInput::MixChildren => {
            "The number of children in a kind of case must be from 0 to the number of all children"
        }
        CaseloadInput::MixWeight => "The weight of a case must be from 0.1 to 10",
        CaseloadInput::MixTravel => "Travel for a case must be from 0 to 200 hours a month",
        CaseloadInput::ChildrenGrowth
        | CaseloadInput::UnaccompaniedGrowth
        | CaseloadInput::ChildrenGrowthRange(_) => "Growth must be from \u{2212}50% to 100% a year",
        CaseloadInput::ChildrenGrowthNumber => "Growth must be at most 100,000 children a year",
        CaseloadInput::Unaccompanied => "Unaccompanied children must be from 0 to the number of children",
        CaseloadInput::Turnover | CaseloadInput::TurnoverRange(_) => {
            "Turnover must be from 0% to 100% a year"
        }
        CaseloadInput::HiresPerMonth | CaseloadInput::HiresRange(_) => {
            "Recruitment must be from 0 to 100 FTE a month"
        }
        CaseloadInput::MonthsToStart => "The time until a new worker starts must be from 0 to 24 months",
        CaseloadInput::KeepRecruiting => "Recruitment goes on or stops at the target",
        CaseloadInput::StartMonth => "The first month must be a month from 2000 to 2099, such as 2026-04",
        CaseloadInput::Months => "The months ahead must be from 1 to 120",
        CaseloadInput::ByMonth => "The month must be from 1 to the months ahead",
        CaseloadInput::HoursPerWeek => "Hours a week must be from 1 to 60",
        CaseloadInput::DirectShare => "The direct share must be from 0% to 100%",
        CaseloadInput::CostPerPost => "The cost of a post must be from 0 to 1,000,000 a year",
        CaseloadInput::AgencyShare => "The agency share must be from 0% to 100%",
        CaseloadInput::AgencyPremium => "The agency premium must be from 0% to 500%",
        CaseloadInput::AgencyMonth => "The month in which agency workers finish must be from 1 to 120",
        CaseloadInput::OnCosts => "On-costs must be from 0% to 200% of the cost of a post",
        CaseloadInput::PayAward => "The pay award must be from 0% to 50% a year",
        CaseloadInput::PayAwardMonth => "The month of the pay award must be from 1 to 120",
        CaseloadInput::CostPerStarter => "The cost of a starter must be from 0 to 1,000,000",
        CaseloadInput::CostPerLeaver => "The cost of a leaver must be from 0 to 1,000,000",
        CaseloadInput::PlacementCost => "The cost of a placement must be from 1 to 10,000,000 a year",
        CaseloadInput::Targets => {
            "Enter at most 12 more targets, each from 1 to 200 children for each worker"
        }
    }
}
