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
    /// Of the workers, those that hold no cases.
    pub(crate) vacant_fte: Option<f64>,
    pub(crate) children_growth_per_year: Option<f64>,
    pub(crate) children_growth_number: Option<f64>,
    /// Of the children, those counted apart with a growth of their own.
    pub(crate) unaccompanied: Option<f64>,
    pub(crate) unaccompanied_growth_per_year: Option<f64>,
    pub(crate) turnover_per_year: Option<f64>,
    pub(crate) hires_per_month: Option<f64>,
    pub(crate) months_to_start: Option<f64>,
    pub(crate) cost_per_post: Option<f64>,
    pub(crate) agency_share: Option<f64>,
    pub(crate) agency_premium: Option<f64>,
    pub(crate) hours_per_week: Option<f64>,
    pub(crate) direct_share: Option<f64>,
    /// 24 by default.
    pub(crate) months: Option<f64>,
    /// For `hiresPerMonthNeeded` and `chance`.
    pub(crate) by_month: Option<f64>,
    pub(crate) seed: Option<f64>,
    pub(crate) ranges: Option<CaseloadRanges>,
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
    pub(crate) extra_fte: f64,
    pub(crate) children_above_capacity: f64,
    pub(crate) children_held_at_target: f64,
    pub(crate) highest_with_present_team: f64,
    /// A third for 20 to 15.
    pub(crate) time_per_child_change: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) hours_per_child: Option<HoursPerChild>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cost_per_year: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cost_over_period: Option<f64>,
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
