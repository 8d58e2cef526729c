//! Caseloads, and what would reach a target.

use serde::{Deserialize, Serialize};

/// Shares are fractions: 0.16 is 16%. Either `workersFte` or `caseload`; at most one of the two growths.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub(crate) struct CaseloadInputs {
    pub(crate) children: f64,
    pub(crate) workers_fte: Option<f64>,
    pub(crate) caseload: Option<f64>,
    pub(crate) target: f64,
    pub(crate) newly_qualified_fte: Option<f64>,
    /// 0 leaves them out, 1 counts them in full.
    pub(crate) newly_qualified_count_as: Option<f64>,
    /// By months from now, or from the start of a recruit.
    pub(crate) newly_qualified_stages: Option<Vec<CaseloadStage>>,
    /// Of the recruits; where `caseload` is given, also of the team.
    pub(crate) newly_qualified_share: Option<f64>,
    /// Of the workers, those that hold no cases.
    pub(crate) vacant_fte: Option<f64>,
    /// Share of the vacant posts filled by agency workers who hold cases.
    pub(crate) vacancies_covered: Option<f64>,
    /// Share of working time lost to sickness and leave.
    pub(crate) absence: Option<f64>,
    pub(crate) advanced_fte: Option<f64>,
    pub(crate) advanced_count_as: Option<f64>,
    /// 1 by default, for `peopleNeeded`.
    pub(crate) fte_per_person: Option<f64>,
    pub(crate) knock_on: Option<Vec<CaseloadKnockOn>>,
    /// Kinds of case; the other children count as one case each.
    pub(crate) case_mix: Option<Vec<CaseloadKind>>,
    pub(crate) children_growth_per_year: Option<f64>,
    pub(crate) children_growth_number: Option<f64>,
    /// Of the children, those counted apart with a growth of their own.
    pub(crate) unaccompanied: Option<f64>,
    pub(crate) unaccompanied_growth_per_year: Option<f64>,
    pub(crate) turnover_per_year: Option<f64>,
    /// Infinity for as many as the target takes.
    pub(crate) hires_per_month: Option<f64>,
    pub(crate) months_to_start: Option<f64>,
    /// Recruitment stops at the target unless this is true.
    pub(crate) keep_recruiting: Option<bool>,
    /// The first month, such as `2026-04`. Without it, `byYear` counts years from now.
    pub(crate) start_month: Option<String>,
    pub(crate) cost_per_post: Option<f64>,
    /// On top of `costPerPost`, as a share of it.
    pub(crate) on_costs: Option<f64>,
    pub(crate) agency_share: Option<f64>,
    pub(crate) agency_premium: Option<f64>,
    /// The last month with agency workers.
    pub(crate) agency_until_month: Option<f64>,
    /// Agency workers fall evenly, with none from this month on.
    pub(crate) agency_falling_to_month: Option<f64>,
    pub(crate) pay_award: Option<f64>,
    /// The first month of the award, 13 by default; then every twelve months.
    pub(crate) pay_award_month: Option<f64>,
    pub(crate) cost_per_starter: Option<f64>,
    pub(crate) cost_per_leaver: Option<f64>,
    /// What a year of a placement costs more, for `breakEvenPlacements`.
    pub(crate) placement_cost: Option<f64>,
    /// To compare besides 18, 16, 15 and `target`.
    pub(crate) targets: Option<Vec<f64>>,
    /// The cases of each worker, for `distribution`, with `target` as the limit.
    pub(crate) caseloads: Option<Vec<f64>>,
    pub(crate) hours_per_week: Option<f64>,
    pub(crate) direct_share: Option<f64>,
    /// 24 by default.
    pub(crate) months: Option<f64>,
    /// For `hiresPerMonthNeeded` and `chance`.
    pub(crate) by_month: Option<f64>,
    pub(crate) seed: Option<f64>,
    pub(crate) ranges: Option<CaseloadRanges>,
}

/// What a newly qualified worker counts as from a month on.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct CaseloadStage {
    pub(crate) month: f64,
    pub(crate) count_as: f64,
}

/// Posts that follow from the workers (managers, business support) or from the children (reviewing officers).
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub(crate) struct CaseloadKnockOn {
    #[cfg_attr(test, ts(type = "\"manager\" | \"businessSupport\" | \"reviewingOfficer\""))]
    pub(crate) post: String,
    /// Workers, or children, per post.
    pub(crate) per: f64,
    /// Of a full-time post a year.
    pub(crate) cost: Option<f64>,
}

/// A kind of case.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub(crate) struct CaseloadKind {
    pub(crate) children: f64,
    /// 1 by default.
    pub(crate) weight: Option<f64>,
    /// Of each a month; needs `hoursPerWeek`.
    pub(crate) travel_hours: Option<f64>,
}

/// What is uncertain, each from lowest to highest.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub(crate) struct CaseloadRanges {
    pub(crate) children_growth_per_year: Option<(f64, f64)>,
    pub(crate) turnover_per_year: Option<(f64, f64)>,
    pub(crate) hires_per_month: Option<(f64, f64)>,
}

/// A caseload scenario. Numbers are not rounded.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub(crate) struct Caseload {
    pub(crate) holding_fte: f64,
    pub(crate) caseload: f64,
    pub(crate) fte_needed: f64,
    pub(crate) people_needed: f64,
    /// With the children of now.
    pub(crate) extra_fte: f64,
    pub(crate) posts_now: f64,
    /// Posts that `extraFte` takes.
    pub(crate) extra_posts: f64,
    /// The same with the children of the last month.
    pub(crate) extra_posts_at_end: f64,
    pub(crate) weight_per_child: f64,
    pub(crate) children_above_capacity: f64,
    pub(crate) children_held_at_target: f64,
    pub(crate) highest_with_present_team: f64,
    /// A third for 20 to 15.
    pub(crate) time_per_child_change: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) hours_per_child: Option<HoursPerChild>,
    /// Full-year effect: a year of `extraPostsAtEnd`, or of all gained with `keepRecruiting`, and of the posts that follow.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cost_per_year: Option<f64>,
    /// What the path costs more than if nothing is done: the sum of `extraCost` in `byYear`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cost_over_period: Option<f64>,
    /// Of that, what is saved while fewer are in post than now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) saved_by_empty_posts: Option<f64>,
    /// Posts that follow, more than now, in the order of `knockOn`.
    pub(crate) knock_on: Vec<f64>,
    /// What the vacant posts save a year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) vacancy_saving: Option<f64>,
    /// How many placements that do not escalate cost as much as `costPerYear`. Not a forecast.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) break_even_placements: Option<f64>,
    /// Starters less leavers over the path.
    pub(crate) net_recruits: f64,
    pub(crate) gross_recruits: f64,
    pub(crate) leavers: f64,
    pub(crate) by_year: Vec<CaseloadYear>,
    /// Doing nothing, then targets from the highest.
    pub(crate) options: Vec<CaseloadOption>,
    /// By growth, turnover and target.
    pub(crate) sensitivity: Vec<CaseloadSensitivity>,
    /// By recruitment and target.
    pub(crate) recruitment: Vec<CaseloadSensitivity>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) distribution: Option<CaseloadDistribution>,
    pub(crate) table: Vec<CaseloadTarget>,
    pub(crate) path: Vec<CaseloadMonth>,
    /// The first month from which the average stays at or under the target, or null.
    #[cfg_attr(test, ts(optional = false))]
    pub(crate) reached_in_month: Option<usize>,
    pub(crate) lost_per_month: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) hires_per_month_needed: Option<f64>,
    /// Share of 10,000 simulated paths at or under the target by `byMonth`, or at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) chance: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) bands: Option<Vec<CaseloadBand>>,
}

/// Hours of direct work for a child each week.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct HoursPerChild {
    pub(crate) now: f64,
    pub(crate) target: f64,
}

/// What another target would need.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct CaseloadTarget {
    pub(crate) target: f64,
    pub(crate) fte_needed: f64,
    pub(crate) extra_fte: f64,
}

/// A month of the path.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct CaseloadMonth {
    pub(crate) month: usize,
    pub(crate) children: f64,
    pub(crate) workers_fte: f64,
    pub(crate) caseload: f64,
    /// In post: those who are paid.
    pub(crate) posts_fte: f64,
    pub(crate) starters: f64,
    pub(crate) leavers: f64,
}

/// A financial year of the path: the state at its end, or at the end of the path, and its costs in whole pence.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub(crate) struct CaseloadYear {
    /// `2026/27`; without `startMonth` `year 1`.
    pub(crate) year: String,
    /// Months of the path in it.
    pub(crate) months: usize,
    pub(crate) children: f64,
    pub(crate) workers_fte: f64,
    pub(crate) caseload: f64,
    /// In post, more than now.
    pub(crate) extra_fte: f64,
    /// More than if nothing is done; below 0 while fewer are in post than now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) extra_cost: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) total_cost: Option<f64>,
}

/// A target with what it takes.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub(crate) struct CaseloadOption {
    /// Absent for doing nothing: each leaver is replaced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) target: Option<f64>,
    pub(crate) fte_needed: f64,
    /// With the children of now.
    pub(crate) extra_fte: f64,
    pub(crate) net_recruits: f64,
    pub(crate) gross_recruits: f64,
    #[cfg_attr(test, ts(optional = false))]
    pub(crate) reached_in_month: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) chance: Option<f64>,
    /// At the end of the path.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) hours_per_child: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cost_per_year: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cost_over_period: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) saved_by_empty_posts: Option<f64>,
    pub(crate) by_year: Vec<CaseloadYear>,
}

/// The path with something else: posts gained, cost over the path, and when the target is reached.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub(crate) struct CaseloadSensitivity {
    pub(crate) growth: f64,
    pub(crate) turnover: f64,
    pub(crate) hires_per_month: f64,
    pub(crate) months_to_start: usize,
    pub(crate) target: f64,
    pub(crate) extra_fte: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cost: Option<f64>,
    #[cfg_attr(test, ts(optional = false))]
    pub(crate) reached_in_month: Option<usize>,
}

/// How the cases are spread over the team.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct CaseloadDistribution {
    pub(crate) workers: usize,
    pub(crate) cases: u32,
    pub(crate) mean: f64,
    pub(crate) median: f64,
    pub(crate) highest: f64,
    pub(crate) workers_above: usize,
    pub(crate) cases_above: f64,
    /// Cases that workers under the limit could take.
    pub(crate) room: f64,
    /// The smallest caseload if spread evenly.
    pub(crate) levelled_smallest: u32,
    /// The largest.
    pub(crate) levelled_largest: u32,
    /// Cases that would change hands for that.
    pub(crate) moved: u32,
}

/// Where the simulated caseloads of a month lie, and the share of them at or under the target.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct CaseloadBand {
    pub(crate) low: f64,
    pub(crate) middle: f64,
    pub(crate) high: f64,
    pub(crate) chance: f64,
}

/// A share, and the target it should reach.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub(crate) struct ReachRequest {
    pub(crate) indicator: Option<String>,
    pub(crate) numerator: f64,
    pub(crate) denominator: f64,
    /// In percent.
    pub(crate) target: f64,
    /// Needed without an indicator.
    #[cfg_attr(test, ts(optional, type = "\"high\" | \"low\""))]
    pub(crate) good: Option<String>,
}

/// What reaches the target.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Reach {
    /// How many more (positive) or fewer (negative) in the numerator.
    pub(crate) children: f64,
    /// The percentage then, not rounded.
    pub(crate) becomes: f64,
    pub(crate) shown: String,
}
