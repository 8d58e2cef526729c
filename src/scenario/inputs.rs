//! What a caseload scenario starts from.

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
    /// Months looked ahead, 1 to 120.
    pub months: usize,
    /// The month by which the target should be reached, for the recruitment it takes.
    pub by_month: Option<usize>,
    /// Working time, where given.
    pub hours: Option<Hours>,
    /// Cost of posts, where given.
    pub costs: Option<Costs>,
    /// What is uncertain, and the seed of the simulation.
    pub uncertain: Option<(Ranges, u64)>,
}

impl CaseloadInputs {
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
            months: 12,
            by_month: None,
            hours: None,
            costs: None,
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

/// Newly qualified workers and how they count.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct NewlyQualified {
    /// Full-time equivalents.
    pub fte: f64,
    /// What one counts as: 0 left out (as the 2022/23 report does), 0.6 in use elsewhere, 1 in full.
    pub count_as: f64,
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
    /// Full-time equivalents recruited each month.
    pub hires_per_month: f64,
    /// Months from being recruited to starting. The first recruits of month 1 start in month `1 + months_to_start`.
    pub months_to_start: usize,
}

/// Working time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hours {
    /// Hours a week of a full-time worker.
    pub per_week: f64,
    /// Share of them spent directly with children, 0 to 1.
    pub direct_share: f64,
}

/// Cost of posts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Costs {
    /// Cost of a full-time post a year with on-costs.
    pub per_post: f64,
    /// Share of the extra posts filled by agency workers, 0 to 1.
    pub agency_share: f64,
    /// How much more an agency worker costs, as a share of the cost of a post.
    pub agency_premium: f64,
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
