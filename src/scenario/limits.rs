//! The limits within which each input of a caseload scenario must lie.

use super::inputs::{CaseloadInputs, Growth, Team};

/// An input of a caseload scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseloadInput {
    /// Children now.
    Children,
    /// Full-time equivalents in post.
    WorkersFte,
    /// The present average of children per worker.
    Caseload,
    /// Children per worker to reach.
    Target,
    /// Full-time equivalents of newly qualified workers.
    NewlyQualifiedFte,
    /// What a newly qualified worker counts as.
    NewlyQualifiedCountAs,
    /// Full-time equivalents that hold no cases.
    VacantFte,
    /// Growth in children as a share a year.
    ChildrenGrowth,
    /// Growth in children as a number a year.
    ChildrenGrowthNumber,
    /// Unaccompanied children.
    Unaccompanied,
    /// Growth in unaccompanied children.
    UnaccompaniedGrowth,
    /// Turnover of workers a year.
    Turnover,
    /// Recruitment a month.
    HiresPerMonth,
    /// Months from being recruited to starting.
    MonthsToStart,
    /// Months looked ahead.
    Months,
    /// The month by which the target should be reached.
    ByMonth,
    /// Hours a week of a full-time worker.
    HoursPerWeek,
    /// Share of the hours spent directly with children.
    DirectShare,
    /// Cost of a post a year.
    CostPerPost,
    /// Share of the extra posts filled by agency workers.
    AgencyShare,
    /// How much more an agency worker costs.
    AgencyPremium,
    /// An end of the range of growth in children.
    ChildrenGrowthRange(End),
    /// An end of the range of turnover.
    TurnoverRange(End),
    /// An end of the range of recruitment.
    HiresRange(End),
}

/// An end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The lower.
    Low,
    /// The higher.
    High,
}

/// What is wrong with an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CaseloadError {
    /// Which input.
    pub input: CaseloadInput,
    /// What is wrong with it.
    pub fault: CaseloadFault,
}

impl std::error::Error for CaseloadError {}

/// In which way an input is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseloadFault {
    /// It lies outside its limits.
    OutsideLimits,
    /// It leaves no worker to hold cases.
    NobodyLeft,
    /// More children leave than there are.
    MoreThanThere,
    /// The lower end of a range is above the higher.
    EndsSwapped,
}

/// Checks every input.
///
/// # Errors
/// The first input outside its limits.
pub(super) fn check(inputs: &CaseloadInputs) -> Result<(), CaseloadError> {
    use CaseloadInput as Of;
    within(inputs.children, 1.0, 100_000.0, Of::Children)?;
    match inputs.team {
        Team::Fte(fte) => within(fte, 0.1, 10_000.0, Of::WorkersFte)?,
        Team::Caseload(caseload) => within(caseload, 0.1, 1_000.0, Of::Caseload)?,
    }
    within(inputs.target, 1.0, 200.0, Of::Target)?;
    within(inputs.newly_qualified.fte, 0.0, 10_000.0, Of::NewlyQualifiedFte)?;
    within(inputs.newly_qualified.count_as, 0.0, 1.0, Of::NewlyQualifiedCountAs)?;
    within(inputs.vacant_fte, 0.0, 10_000.0, Of::VacantFte)?;
    check_growth(inputs.growth, inputs.children, Of::ChildrenGrowth, Of::ChildrenGrowthNumber)?;
    if let Some((apart, growth)) = inputs.apart {
        check_growth(growth, inputs.children, Of::UnaccompaniedGrowth, Of::UnaccompaniedGrowth)?;
        within(apart, 0.0, inputs.children, Of::Unaccompanied)?;
    }
    within(inputs.staffing.turnover, 0.0, 1.0, Of::Turnover)?;
    within(inputs.staffing.hires_per_month, 0.0, 100.0, Of::HiresPerMonth)?;
    if inputs.staffing.months_to_start > 24 {
        return Err(outside_limits(Of::MonthsToStart));
    }
    if !(1..=120).contains(&inputs.months) {
        return Err(outside_limits(Of::Months));
    }
    if inputs.by_month.is_some_and(|month| !(1..=inputs.months).contains(&month)) {
        return Err(outside_limits(Of::ByMonth));
    }
    check_options(inputs)
}

/// The inputs that may be left out.
fn check_options(inputs: &CaseloadInputs) -> Result<(), CaseloadError> {
    use CaseloadInput as Of;
    if let Some((ranges, _)) = &inputs.uncertain {
        check_range(ranges.growth, (-0.5, 1.0), Of::ChildrenGrowthRange)?;
        check_range(ranges.turnover, (0.0, 1.0), Of::TurnoverRange)?;
        check_range(ranges.hires_per_month, (0.0, 100.0), Of::HiresRange)?;
    }
    if let Some(hours) = inputs.hours {
        within(hours.per_week, 1.0, 60.0, Of::HoursPerWeek)?;
        within(hours.direct_share, 0.0, 1.0, Of::DirectShare)?;
    }
    if let Some(costs) = inputs.costs {
        within(costs.per_post, 0.0, 1_000_000.0, Of::CostPerPost)?;
        within(costs.agency_share, 0.0, 1.0, Of::AgencyShare)?;
        within(costs.agency_premium, 0.0, 5.0, Of::AgencyPremium)?;
    }
    Ok(())
}

/// Whether a growth is possible, from this number of children; otherwise the error of its input.
fn check_growth(
    growth: Growth,
    children: f64,
    of_share: CaseloadInput,
    of_number: CaseloadInput,
) -> Result<(), CaseloadError> {
    match growth {
        Growth::Share(share) => within(share, -0.5, 1.0, of_share),
        Growth::Number(number) if number < -children => {
            Err(CaseloadError { input: of_number, fault: CaseloadFault::MoreThanThere })
        }
        Growth::Number(number) => within(number, -children, 100_000.0, of_number),
    }
}

/// Whether both ends of a range lie within the limits of what is uncertain, and in their order; otherwise the error of
/// the end that does not.
fn check_range(
    range: Option<(f64, f64)>,
    (lowest, highest): (f64, f64),
    input: fn(End) -> CaseloadInput,
) -> Result<(), CaseloadError> {
    let Some((low, high)) = range else { return Ok(()) };
    within(low, lowest, highest, input(End::Low))?;
    within(high, lowest, highest, input(End::High))?;
    if low > high {
        return Err(CaseloadError { input: input(End::Low), fault: CaseloadFault::EndsSwapped });
    }
    Ok(())
}

/// Whether a value lies within its limits; otherwise the error of its input.
fn within(value: f64, low: f64, high: f64, input: CaseloadInput) -> Result<(), CaseloadError> {
    let is_within = value.is_finite() && (low..=high).contains(&value);
    if is_within { Ok(()) } else { Err(outside_limits(input)) }
}

const fn outside_limits(input: CaseloadInput) -> CaseloadError {
    CaseloadError { input, fault: CaseloadFault::OutsideLimits }
}
