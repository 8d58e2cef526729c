//! What a caseload scenario starts from.

use crate::period::Period;
use crate::sorting::Sorting;

use super::holders::{Holders, KnockOn, NewlyQualified};
use super::money::Costs;

/// The targets compared always.
const USUAL: [f64; 3] = [18.0, 16.0, 15.0];

/// Everything a caseload scenario starts from. Children may stand for any people held as cases (care leavers), workers
/// for any who hold them (personal advisers).
#[derive(Clone, Debug, PartialEq)]
pub struct CaseloadInputs {
    /// Children now, above 0.
    pub children: f64,
    /// Who holds them.
    pub team: Team,
    /// Children per worker to reach, above 0.
    pub target: f64,
    /// Newly qualified workers in addition to the team.
    pub newly_qualified: NewlyQualified,
    /// Of the workers, full-time equivalents that hold no cases: vacant posts counted in, long-term absence.
    pub vacant_fte: f64,
    /// How the number of children changes.
    pub growth: Growth,
    /// Children counted apart, with a growth of their own: unaccompanied children. They are part of the cases.
    pub apart: Option<(f64, Growth)>,
    /// How the number of workers changes.
    pub staffing: Staffing,
    /// When recruitment stops.
    pub recruiting: Recruiting,
    /// Who of the workers holds fewer cases, or none.
    pub holders: Holders,
    /// Posts that follow from the workers or from the children.
    pub knock_on: Vec<KnockOn>,
    /// Kinds of case that count as more or less than one; the other children count as one case each.
    pub mix: Vec<CaseKind>,
    /// The calendar month that is month 1, a [`Period::Month`], for costs by financial year.
    pub start: Option<Period>,
    /// Months looked ahead, 1 to 120.
    pub months: usize,
    /// The month by which the target should be reached, for the recruitment it takes.
    pub by_month: Option<usize>,
    /// Working time, where given.
    pub hours: Option<Hours>,
    /// Cost of posts, where given.
    pub costs: Option<Costs>,
    /// What a year of a placement costs more than the one it replaces, for breaking even; given by the person, with
    /// its source.
    pub placement_cost: Option<f64>,
    /// Targets to compare besides those compared always.
    pub targets: Vec<f64>,
    /// What is uncertain, and the seed of the simulation.
    pub uncertain: Option<(Ranges, u64)>,
}

impl CaseloadInputs {
    /// Whether anybody is recruited, or may be where that is uncertain.
    pub fn has_recruits(&self) -> bool {
        let may_be = self.uncertain.as_ref().is_some_and(|(ranges, _)| ranges.hires_per_month.is_some());
        self.staffing.hires_per_month > 0.0 || may_be
    }

    /// The full caseloads that a recruit can hold at the start, on average.
    pub(super) fn recruit(&self) -> f64 {
        self.newly_qualified.recruit() * (1.0 - self.holders.absence)
    }

    /// A year in which neither the children nor the workers change, nothing else given.
    pub fn steady(children: f64, team: Team, target: f64) -> Self {
        Self {
            children,
            team,
            target,
            newly_qualified: NewlyQualified::default(),
            vacant_fte: 0.0,
            growth: Growth::Share(0.0),
            apart: None,
            staffing: Staffing::default(),
            recruiting: Recruiting::default(),
            holders: Holders::default(),
            knock_on: Vec::new(),
            mix: Vec::new(),
            start: None,
            months: 12,
            by_month: None,
            hours: None,
            costs: None,
            placement_cost: None,
            targets: Vec::new(),
            uncertain: None,
        }
    }
}

/// The size of the team: one follows from the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Team {
    /// Full-time equivalents in post, newly qualified not among them.
    Fte(f64),
    /// The present average of children per worker.
    Caseload(f64),
}

/// How a number of children changes over a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Growth {
    /// By a share of itself: 0.05 is 5% a year. It compounds from year to year and runs evenly within a year.
    Share(f64),
    /// By a number of children a year, evenly.
    Number(f64),
}

/// How a number of workers changes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Staffing {
    /// Share of the workers that leaves in a year, a twelfth of it each month.
    pub turnover: f64,
    /// Full-time equivalents recruited each month; [`AS_NEEDED`] for as many as the target takes.
    pub hires_per_month: f64,
    /// Months from being recruited to starting. The first recruits of month 1 start in month `1 + months_to_start`.
    pub months_to_start: usize,
}

/// Recruitment of as many as the target takes, as soon as recruits can start: posts that are funded and filled.
pub const AS_NEEDED: f64 = f64::INFINITY;

/// When recruitment stops.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Recruiting {
    /// At the target: no more start in a month than it takes to be at the target in that month.
    #[default]
    ToTarget,
    /// Never: the same number starts in each month.
    Always,
}

/// A kind of case: court proceedings, out of county, unaccompanied, long-term and stable, newly in care. The names and the
/// weights are the person's own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CaseKind {
    /// How many of the children now. Their share of the children stays as it is.
    pub children: f64,
    /// What one counts as; 1 is neutral.
    pub weight: f64,
    /// Hours of travel for each a month; 0 is neutral.
    pub travel_hours: f64,
}

/// Working time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hours {
    /// Hours a week of a full-time worker.
    pub per_week: f64,
    /// Share of them spent directly with children, 0 to 1.
    pub direct_share: f64,
}

impl Hours {
    /// Hours a month of a full-time worker.
    pub(super) fn a_month(self) -> f64 {
        self.per_week * 52.0 / 12.0
    }
}

/// What is uncertain, each from lowest to highest; every value between is taken to be as likely as any other.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Ranges {
    /// Growth of children a year, as a share.
    pub growth: Option<(f64, f64)>,
    /// Turnover a year, as a share.
    pub turnover: Option<(f64, f64)>,
    /// Full-time equivalents recruited a month.
    pub hires_per_month: Option<(f64, f64)>,
}

/// Every target compared once, from the highest.
pub(super) fn targets(inputs: &CaseloadInputs) -> Vec<f64> {
    let mut targets: Vec<f64> =
        USUAL.into_iter().chain([inputs.target]).chain(inputs.targets.clone()).collect();
    targets.arrange_by(|a, b| b.total_cmp(a));
    targets.dedup();
    targets
}
