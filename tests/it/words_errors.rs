//! What is said of an input that is wrong.

use corporate_parenting_calculator::area::UnknownArea;
use corporate_parenting_calculator::compare::{TargetError, UnknownComparator};
use corporate_parenting_calculator::indicator::UnknownIndicator;
use corporate_parenting_calculator::number::DecimalError;
use corporate_parenting_calculator::period::PeriodError;
use corporate_parenting_calculator::scenario::{
    CaseloadError, CaseloadFault, CaseloadInput, DistributionError, End, KnockOnPost, ReachError,
};

use crate::common::decimal;

const INPUTS: [CaseloadInput; 47] = [
    CaseloadInput::Children,
    CaseloadInput::WorkersFte,
    CaseloadInput::Caseload,
    CaseloadInput::Target,
    CaseloadInput::NewlyQualifiedFte,
    CaseloadInput::NewlyQualifiedCountAs,
    CaseloadInput::NewlyQualifiedStages,
    CaseloadInput::NewlyQualifiedShare,
    CaseloadInput::VacantFte,
    CaseloadInput::VacanciesCovered,
    CaseloadInput::Absence,
    CaseloadInput::AdvancedFte,
    CaseloadInput::AdvancedCountAs,
    CaseloadInput::FtePerPerson,
    CaseloadInput::KnockOnPer(KnockOnPost::Manager),
    CaseloadInput::KnockOnPer(KnockOnPost::ReviewingOfficer),
    CaseloadInput::KnockOnCost(KnockOnPost::BusinessSupport),
    CaseloadInput::MixChildren,
    CaseloadInput::MixWeight,
    CaseloadInput::MixTravel,
    CaseloadInput::ChildrenGrowth,
    CaseloadInput::ChildrenGrowthNumber,
    CaseloadInput::Unaccompanied,
    CaseloadInput::UnaccompaniedGrowth,
    CaseloadInput::Turnover,
    CaseloadInput::HiresPerMonth,
    CaseloadInput::MonthsToStart,
    CaseloadInput::KeepRecruiting,
    CaseloadInput::StartMonth,
    CaseloadInput::Months,
    CaseloadInput::ByMonth,
    CaseloadInput::HoursPerWeek,
    CaseloadInput::DirectShare,
    CaseloadInput::CostPerPost,
    CaseloadInput::AgencyShare,
    CaseloadInput::AgencyPremium,
    CaseloadInput::AgencyMonth,
    CaseloadInput::OnCosts,
    CaseloadInput::PayAward,
    CaseloadInput::PayAwardMonth,
    CaseloadInput::CostPerStarter,
    CaseloadInput::CostPerLeaver,
    CaseloadInput::PlacementCost,
    CaseloadInput::Targets,
    CaseloadInput::ChildrenGrowthRange(End::Low),
    CaseloadInput::TurnoverRange(End::High),
    CaseloadInput::HiresRange(End::High),
];

#[test]
fn words_errors() {
    let outside = INPUTS.map(|input| CaseloadError { input, fault: CaseloadFault::OutsideLimits });
    let others = [
        CaseloadFault::NobodyLeft,
        CaseloadFault::MoreThanThere,
        CaseloadFault::EndsSwapped,
        CaseloadFault::RecruitsCountAsNobody,
        CaseloadFault::StagesOutOfOrder,
        CaseloadFault::MoreOfAKind,
        CaseloadFault::TravelWithoutHours,
        CaseloadFault::NeededAndAlways,
    ]
    .map(|fault| CaseloadError { input: CaseloadInput::VacantFte, fault });
    let of_targets = [
        TargetError::NotAShare(decimal("101")),
        TargetError::BelowZero(decimal("-1")),
        TargetError::ToleranceBelowZero(decimal("-1")),
    ];
    let of_reach =
        [ReachError::BadCounts, ReachError::NumeratorAbove, ReachError::BadTarget, ReachError::NoDirection];
    let of_periods = [
        PeriodError::NotAPeriod,
        PeriodError::OutOfRange,
        PeriodError::NotConsecutive,
        PeriodError::WhichYear,
    ];
    let sentences: Vec<String> = [DecimalError::NotANumber, DecimalError::TooLong]
        .iter()
        .map(ToString::to_string)
        .chain(of_periods.iter().map(ToString::to_string))
        .chain(of_targets.iter().map(ToString::to_string))
        .chain(of_reach.iter().map(ToString::to_string))
        .chain([
            UnknownArea("999".into()).to_string(),
            UnknownIndicator("nothing".into()).to_string(),
            UnknownComparator("mars".into()).to_string(),
        ])
        .chain([DistributionError::NotNumbers, DistributionError::TooLarge].iter().map(ToString::to_string))
        .chain(outside.iter().chain(&others).map(ToString::to_string))
        .collect();
    insta::assert_snapshot!(sentences.join("\n"));
}
