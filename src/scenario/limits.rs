//! The limits within which each input of a caseload scenario must lie.

use crate::period::Period;

use super::holders::KnockOnPost;
use super::inputs::{AS_NEEDED, CaseloadInputs, Growth, Recruiting, Team};
use super::money::{Agency, Costs};

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
    /// A stage of the assessed year.
    NewlyQualifiedStages,
    /// Share of the recruits who are newly qualified.
    NewlyQualifiedShare,
    /// Full-time equivalents that hold no cases.
    VacantFte,
    /// Share of the vacant posts that agency workers fill.
    VacanciesCovered,
    /// Share of working time lost to sickness and leave.
    Absence,
    /// Full-time equivalents of advanced practitioners.
    AdvancedFte,
    /// What an advanced practitioner counts as.
    AdvancedCountAs,
    /// Full-time equivalents per person.
    FtePerPerson,
    /// How many workers or children there are per post that follows from them.
    KnockOnPer(KnockOnPost),
    /// What such a post costs a year.
    KnockOnCost(KnockOnPost),
    /// How many children are of a kind of case.
    MixChildren,
    /// What a case of a kind counts as.
    MixWeight,
    /// Hours of travel for a case of a kind.
    MixTravel,
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
    /// Whether recruitment stops at the target.
    KeepRecruiting,
    /// The calendar month that is month 1.
    StartMonth,
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
    /// The month in which agency workers end.
    AgencyMonth,
    /// On-costs as a share.
    OnCosts,
    /// The pay award a year.
    PayAward,
    /// The first month of the pay award.
    PayAwardMonth,
    /// Cost of recruiting and inducting a starter.
    CostPerStarter,
    /// Cost of a leaver.
    CostPerLeaver,
    /// What a year of a placement costs.
    PlacementCost,
    /// A target compared.
    Targets,
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
    /// Recruits who count as nobody never reach a target.
    RecruitsCountAsNobody,
    /// Stages that are not in the order of their months.
    StagesOutOfOrder,
    /// Kinds of case with more children than there are.
    MoreOfAKind,
    /// Travel without the hours of a worker.
    TravelWithoutHours,
    /// As many recruits as needed, and more than that.
    NeededAndAlways,
}

/// As many months as there may be from being recruited to starting.
pub(super) const MOST_MONTHS_TO_START: usize = 24;

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
    if inputs.staffing.hires_per_month.total_cmp(&AS_NEEDED).is_ne() {
        within(inputs.staffing.hires_per_month, 0.0, 100.0, Of::HiresPerMonth)?;
    } else if inputs.recruiting == Recruiting::Always {
        return Err(CaseloadError { input: Of::KeepRecruiting, fault: CaseloadFault::NeededAndAlways });
    }
    if inputs.staffing.months_to_start > MOST_MONTHS_TO_START {
        return Err(outside_limits(Of::MonthsToStart));
    }
    if !(1..=120).contains(&inputs.months) {
        return Err(outside_limits(Of::Months));
    }
    if inputs.by_month.is_some_and(|month| !(1..=inputs.months).contains(&month)) {
        return Err(outside_limits(Of::ByMonth));
    }
    check_holders(inputs)?;
    check_mix(inputs)?;
    check_options(inputs)
}

/// Who of the workers holds fewer cases, and the posts that follow.
fn check_holders(inputs: &CaseloadInputs) -> Result<(), CaseloadError> {
    use CaseloadInput as Of;
    let (newly, holders) = (&inputs.newly_qualified, &inputs.holders);
    for stage in &newly.stages {
        within(stage.count_as, 0.0, 1.0, Of::NewlyQualifiedStages)?;
        if !(1..=24).contains(&stage.month) {
            return Err(outside_limits(Of::NewlyQualifiedStages));
        }
    }
    if !newly.stages.is_sorted_by(|a, b| a.month < b.month) {
        let fault = CaseloadFault::StagesOutOfOrder;
        return Err(CaseloadError { input: Of::NewlyQualifiedStages, fault });
    }
    within(newly.share, 0.0, 1.0, Of::NewlyQualifiedShare)?;
    if newly.recruit() <= 0.0 {
        let fault = CaseloadFault::RecruitsCountAsNobody;
        return Err(CaseloadError { input: Of::NewlyQualifiedShare, fault });
    }
    within(holders.absence, 0.0, 0.9, Of::Absence)?;
    within(holders.vacancies_covered, 0.0, 1.0, Of::VacanciesCovered)?;
    within(holders.advanced_fte, 0.0, 10_000.0, Of::AdvancedFte)?;
    within(holders.advanced_count_as, 0.0, 1.0, Of::AdvancedCountAs)?;
    within(holders.fte_per_person, 0.1, 1.0, Of::FtePerPerson)?;
    inputs.knock_on.iter().try_for_each(|each| {
        within(each.per, 1.0, 1_000.0, Of::KnockOnPer(each.post))?;
        within(each.cost, 0.0, 1_000_000.0, Of::KnockOnCost(each.post))
    })
}

/// Kinds of case.
fn check_mix(inputs: &CaseloadInputs) -> Result<(), CaseloadError> {
    use CaseloadInput as Of;
    for kind in &inputs.mix {
        within(kind.children, 0.0, 100_000.0, Of::MixChildren)?;
        within(kind.weight, 0.1, 10.0, Of::MixWeight)?;
        within(kind.travel_hours, 0.0, 200.0, Of::MixTravel)?;
        if kind.travel_hours > 0.0 && inputs.hours.is_none() {
            return Err(CaseloadError { input: Of::MixTravel, fault: CaseloadFault::TravelWithoutHours });
        }
    }
    let of_kinds: f64 = inputs.mix.iter().map(|kind| kind.children).sum();
    if of_kinds > inputs.children {
        return Err(CaseloadError { input: Of::MixChildren, fault: CaseloadFault::MoreOfAKind });
    }
    Ok(())
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
    if let Some(costs) = &inputs.costs {
        check_costs(costs)?;
    }
    if let Some(cost) = inputs.placement_cost {
        within(cost, 1.0, 10_000_000.0, Of::PlacementCost)?;
    }
    if inputs.targets.len() > 12 {
        return Err(outside_limits(Of::Targets));
    }
    inputs.targets.iter().try_for_each(|target| within(*target, 1.0, 200.0, Of::Targets))?;
    match inputs.start {
        None | Some(Period::Month(2000..=2099, 1..=12)) => Ok(()),
        Some(_) => Err(outside_limits(Of::StartMonth)),
    }
}

fn check_costs(costs: &Costs) -> Result<(), CaseloadError> {
    use CaseloadInput as Of;
    within(costs.per_post, 0.0, 1_000_000.0, Of::CostPerPost)?;
    within(costs.on_costs, 0.0, 2.0, Of::OnCosts)?;
    within(costs.agency_share, 0.0, 1.0, Of::AgencyShare)?;
    within(costs.agency_premium, 0.0, 5.0, Of::AgencyPremium)?;
    within(costs.per_starter, 0.0, 1_000_000.0, Of::CostPerStarter)?;
    within(costs.per_leaver, 0.0, 1_000_000.0, Of::CostPerLeaver)?;
    if let Agency::Until(month) | Agency::FallingTo(month) = costs.agency
        && !(1..=120).contains(&month)
    {
        return Err(outside_limits(Of::AgencyMonth));
    }
    let Some(award) = costs.award else { return Ok(()) };
    within(award.share, 0.0, 0.5, Of::PayAward)?;
    if (1..=120).contains(&award.month) { Ok(()) } else { Err(outside_limits(Of::PayAwardMonth)) }
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
