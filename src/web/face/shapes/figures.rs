//! Reading, and figures as they cross to JavaScript and back.

use serde::{Deserialize, Serialize};

/// What is known about what is read.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub(crate) struct ReadOptions {
    /// Its ending says what kind of file the bytes are.
    pub(crate) file_name: Option<String>,
    /// Code or name, given to figures that do not say theirs.
    pub(crate) council: Option<String>,
    /// Given to figures that do not say theirs.
    #[cfg_attr(test, ts(optional, type = "Period"))]
    pub(crate) period: Option<String>,
    /// Names to read as measures of the council's own.
    pub(crate) own_measures: Option<Vec<OwnMeasureRequest>>,
}

/// A measure of the council's own, as `read()` gives it or described by the caller.
#[derive(Deserialize, Clone)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub(crate) struct OwnMeasureRequest {
    /// "own:" and the words of the title, which is also what it is without one.
    pub(crate) id: Option<String>,
    pub(crate) title: String,
    /// What its figures appear to be by default.
    #[cfg_attr(test, ts(optional, type = "Kind"))]
    pub(crate) kind: Option<String>,
    /// Neither direction by default.
    #[cfg_attr(test, ts(optional, type = "Good"))]
    pub(crate) good: Option<String>,
    /// What its heading or its name says by default.
    #[cfg_attr(test, ts(optional, type = "Theme"))]
    pub(crate) theme: Option<String>,
    pub(crate) definition: Option<String>,
}

/// A measure of the council's own, or a name that can be kept as one.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct OwnMeasure {
    pub(crate) id: String,
    pub(crate) title: String,
    #[cfg_attr(test, ts(type = "Kind"))]
    pub(crate) kind: &'static str,
    #[cfg_attr(test, ts(type = "Theme"))]
    pub(crate) theme: &'static str,
}

/// What was read.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct Reading {
    /// Layouts found, joined by commas: counts, years, months, periods-down, areas-down, breakdown, tidy, lines, prose, official.
    pub(crate) layout: String,
    pub(crate) figures: Vec<Figure>,
    pub(crate) problems: Vec<Problem>,
    pub(crate) questions: Vec<Question>,
    /// The measures of the council's own that were read, and the names that can be kept as one because no measure has them:
    /// give `read()` and `scorecard()` those you want.
    pub(crate) own_measures: Vec<OwnMeasure>,
    pub(crate) targets: Vec<StatedTarget>,
    pub(crate) comparators: Vec<StatedComparator>,
    pub(crate) commentary: Vec<StatedComment>,
}

/// A target that the text states.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub(crate) struct StatedTarget {
    pub(crate) indicator: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "Period"))]
    pub(crate) period: Option<String>,
    pub(crate) value: f64,
    /// How far from it is near.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) tolerance: Option<f64>,
    #[serde(rename = "where")]
    pub(crate) place: Place,
}

/// A figure that the text states beside the council's own: of others, or the council's year to date.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub(crate) struct StatedComparator {
    /// england, region, neighbours, the code of a region or council, or year-to-date: the council's own, up to `period`.
    pub(crate) with: &'static str,
    pub(crate) indicator: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "Period"))]
    pub(crate) period: Option<String>,
    pub(crate) value: f64,
    #[serde(rename = "where")]
    pub(crate) place: Place,
}

/// What the text says in words about a measure.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub(crate) struct StatedComment {
    pub(crate) indicator: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "Period"))]
    pub(crate) period: Option<String>,
    #[cfg_attr(test, ts(type = "CommentaryPart"))]
    pub(crate) part: &'static str,
    pub(crate) text: String,
    #[serde(rename = "where")]
    pub(crate) place: Place,
}

/// A name that is not settled, once under its headings. A name that is near no measure is a problem only.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub(crate) struct Question {
    pub(crate) label: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) context: Option<String>,
    /// Every place the name stands at.
    #[serde(rename = "where")]
    pub(crate) places: Vec<Place>,
    /// What it could be, the most likely first.
    pub(crate) options: Vec<Candidate>,
}

/// An indicator that a name could be.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Candidate {
    pub(crate) indicator: &'static str,
    pub(crate) title: &'static str,
}

/// What could not be read, or is to be known.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Problem {
    #[cfg_attr(test, ts(type = "Severity"))]
    pub(crate) severity: &'static str,
    #[serde(rename = "where")]
    pub(crate) place: Place,
    pub(crate) found: String,
    pub(crate) message: String,
}

/// Where something was read.
#[derive(Serialize, Deserialize, Clone)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub(crate) struct Place {
    /// Name of the file, where one was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) file: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) sheet: Option<String>,
    /// Line of the text, from 1.
    pub(crate) row: usize,
    /// 1 is column A; 0 means the whole row.
    pub(crate) column: usize,
}

/// One reported value: `numerator` and `denominator`, or `value`, or `symbol`.
#[derive(Serialize, Deserialize, Clone, Default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub(crate) struct Figure {
    pub(crate) indicator: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) area: Option<String>,
    #[cfg_attr(test, ts(optional, type = "Period"))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) period: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) numerator: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) denominator: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) value: Option<f64>,
    /// Decimals `value` was stated with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) decimals: Option<u8>,
    #[cfg_attr(test, ts(optional, type = "WithheldSymbol"))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) symbol: Option<String>,
    /// The percentage the source states along with its counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) stated: Option<String>,
    #[serde(rename = "where", skip_serializing_if = "Option::is_none")]
    pub(crate) place: Option<Place>,
}
