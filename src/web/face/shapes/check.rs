//! Checking a draft.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Problem;

/// What is known about a draft.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub(crate) struct CheckOptions {
    /// Code or name of the council whose report it is.
    pub(crate) council: Option<String>,
    /// What it reports on.
    #[cfg_attr(test, ts(optional, type = "Period"))]
    pub(crate) period: Option<String>,
    /// How many there are, by the indicator that counts them, for percentages whose base the text does not give.
    #[cfg_attr(test, ts(optional, type = "Record<string, number>"))]
    pub(crate) bases: Option<BTreeMap<String, u64>>,
}

/// What was found in a draft.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Checked {
    /// One for each number that was checked, in the order of the text.
    pub(crate) findings: Vec<Finding>,
    /// Personal data, for which nothing was checked, or what was left out.
    pub(crate) problems: Vec<Problem>,
}

/// One stated number, recomputed and judged.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub(crate) struct Finding {
    /// Where it begins, in units of UTF-16, as JavaScript counts.
    pub(crate) start: usize,
    /// Where it ends: `source.slice(start, end)` is `text`.
    pub(crate) end: usize,
    /// The number with its unit, as written.
    pub(crate) text: String,
    #[cfg_attr(test, ts(type = "FindingKind"))]
    pub(crate) kind: &'static str,
    #[cfg_attr(test, ts(type = "FindingVerdict"))]
    pub(crate) verdict: &'static str,
    /// The number without its unit.
    pub(crate) stated: f64,
    /// What it should be: a number, or a length of time such as "6 weeks".
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "number | string"))]
    pub(crate) expected: Option<Expected>,
    /// The recomputation.
    pub(crate) message: String,
    /// What to write in place of `text`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) suggestion: Option<String>,
}

/// What a stated number should be.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum Expected {
    Number(f64),
    Text(String),
}
