//! The scorecard.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::commentary::{Commentary, CommentaryRequest};
use super::figures::{Figure, OwnMeasureRequest};

/// What to compare, and how.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub(crate) struct ScorecardRequest {
    pub(crate) figures: Vec<Figure>,
    /// What figures of the council's own measures are of.
    pub(crate) own_measures: Option<Vec<OwnMeasureRequest>>,
    /// Official figures that come before the built-in ones: what `read()` gives of an official file.
    pub(crate) official: Option<Vec<Figure>>,
    /// Code or name. Without it, only England is compared with.
    pub(crate) council: Option<String>,
    #[cfg_attr(test, ts(optional, type = "Period"))]
    pub(crate) period: Option<String>,
    /// The newest by default.
    #[cfg_attr(test, ts(optional, type = "NeighbourModel"))]
    pub(crate) neighbour_model: Option<String>,
    /// "median" by default.
    #[cfg_attr(test, ts(optional, type = "\"median\" | \"mean\""))]
    pub(crate) neighbour_average: Option<String>,
    /// What to compare with besides England, the region and the statistical neighbours.
    #[cfg_attr(test, ts(optional, type = "Comparator[]"))]
    pub(crate) also: Option<Vec<String>>,
    /// How verdicts are reached: by the figure's 95% interval and each comparator (the default), by the council's own
    /// target, or by the quarter of all councils.
    #[cfg_attr(test, ts(optional, type = "Way"))]
    pub(crate) verdict_by: Option<String>,
    /// The council's own targets by indicator.
    #[cfg_attr(test, ts(optional, type = "Record<string, TargetRequest>"))]
    pub(crate) targets: Option<BTreeMap<String, TargetRequest>>,
    /// What the council says of its figures. Personal data in it throws an `Error`.
    pub(crate) commentary: Option<Vec<CommentaryRequest>>,
    /// Official figures as they were known in November of this year, of the releases that are kept. As they are now by
    /// default.
    pub(crate) known_in: Option<String>,
    /// Children aged 0 to 17 in the area, for the rate per 10,000.
    pub(crate) population: Option<f64>,
    /// What figures of months and quarters are of, where a measure is counted over a year. Those of 12 months are compared with
    /// official figures of a year, as without this none is.
    #[cfg_attr(test, ts(optional, type = "\"in-month\" | \"year-to-date\" | \"rolling-year\""))]
    pub(crate) months_are: Option<String>,
}

/// What file to make of a scorecard, besides all that `scorecard()` takes.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub(crate) struct DocumentRequest {
    /// A Word or an Excel file.
    #[cfg_attr(test, ts(type = "DocumentFormat"))]
    pub(crate) format: String,
    /// Whether it stays inside the council: nothing is hidden, and every part of the file says so.
    pub(crate) internal: Option<bool>,
}

/// Whose official figures are asked for.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub(crate) struct ProfileRequest {
    /// Code or name.
    pub(crate) council: String,
    /// Each indicator's newest figure up to this period; the newest of all by default.
    #[cfg_attr(test, ts(optional, type = "Period"))]
    pub(crate) period: Option<String>,
    /// The newest by default.
    #[cfg_attr(test, ts(optional, type = "NeighbourModel"))]
    pub(crate) neighbour_model: Option<String>,
    /// "median" by default.
    #[cfg_attr(test, ts(optional, type = "\"median\" | \"mean\""))]
    pub(crate) neighbour_average: Option<String>,
    /// What to compare with besides England, the region and the statistical neighbours.
    #[cfg_attr(test, ts(optional, type = "Comparator[]"))]
    pub(crate) also: Option<Vec<String>>,
    /// How verdicts are reached; "interval" by default.
    #[cfg_attr(test, ts(optional, type = "Way"))]
    pub(crate) verdict_by: Option<String>,
}

/// A target in the unit of its indicator. Within `tolerance` of it is near.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub(crate) struct TargetRequest {
    pub(crate) value: f64,
    pub(crate) tolerance: Option<f64>,
}

/// Figures compared with the official ones.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct Scorecard {
    pub(crate) rows: Vec<ScorecardRow>,
    /// What was left out, and why, in whole sentences.
    pub(crate) problems: Vec<String>,
    #[cfg_attr(test, ts(type = "Way"))]
    pub(crate) verdict_by: &'static str,
    /// What to talk about first.
    pub(crate) agenda: Vec<AgendaPart>,
    /// A paragraph for each theme that has rows, ready for a report.
    pub(crate) paragraphs: Vec<Paragraph>,
    /// How verdicts are reached, sources, attribution: for under the table.
    pub(crate) notes: Vec<String>,
}

/// A heading of the agenda, and the points under it.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct AgendaPart {
    pub(crate) heading: String,
    pub(crate) points: Vec<AgendaPoint>,
}

/// A point of the agenda.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct AgendaPoint {
    pub(crate) indicator: Cow<'static, str>,
    pub(crate) text: String,
}

/// What the rows of a theme say.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Paragraph {
    #[cfg_attr(test, ts(type = "Theme"))]
    pub(crate) theme: &'static str,
    pub(crate) text: String,
}

/// A figure and its comparisons.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub(crate) struct ScorecardRow {
    pub(crate) indicator: Cow<'static, str>,
    #[cfg_attr(test, ts(optional, type = "Period"))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) period: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) numerator: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) denominator: Option<f64>,
    /// Not rounded. Absent where the figure is withheld.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) value: Option<f64>,
    /// As on the screen.
    pub(crate) shown: String,
    /// 95% interval where counts or the base are known: Wilson's for percentages, Byar's for rates and numbers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) interval: Option<Interval>,
    /// The official population a rate was computed with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) population: Option<Population>,
    /// The figures up to this one, oldest first. Years of which none was given are the council's official ones.
    pub(crate) history: Vec<Past>,
    /// Since the period before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) change: Option<Change>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) trend: Option<Trend>,
    /// By interval, compared with England.
    #[cfg_attr(test, ts(type = "Verdict"))]
    pub(crate) verdict: &'static str,
    /// The verdict in plain words, such as "Big gap: lower, could be chance (98 care leavers)".
    pub(crate) standing: String,
    /// How the verdict was reached. Where chance cannot be tested it is the quarter of all councils or, failing that, the
    /// target.
    #[cfg_attr(test, ts(type = "Way"))]
    pub(crate) verdict_by: &'static str,
    /// Of how many a percentage or rate without counts is, where that is known from elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) base: Option<Base>,
    /// Why there is no verdict.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reason: Option<String>,
    pub(crate) comparisons: Vec<Comparison>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) target: Option<AgainstTarget>,
    /// What one child is worth, in percentage points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) one_child: Option<f64>,
    /// The council's own published figure of the same year, where it differs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) published: Option<PublishedElse>,
    /// Ready for a report.
    pub(crate) sentence: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) commentary: Option<Commentary>,
    /// Where each of its numbers comes from.
    pub(crate) trail: Vec<TrailLine>,
}

/// Where a number comes from.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct TrailLine {
    /// Which number it is: `figure`, `counts`, `interval`, `change`, the id of a comparator, `rank-` and that id, `quarter`,
    /// `target`, `one-child`.
    pub(crate) of: String,
    /// What it was made from, in sentences.
    pub(crate) text: String,
}

/// Limits of a value, in its unit.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Interval {
    pub(crate) low: f64,
    pub(crate) high: f64,
}

/// Children aged 0 to 17.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub(crate) struct Population {
    pub(crate) children: f64,
    /// For the rates of this year.
    pub(crate) year: u16,
}

/// Of how many a figure without counts is.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub(crate) struct Base {
    pub(crate) people: f64,
    /// For which year that was published; absent where it was given.
    #[cfg_attr(test, ts(optional, type = "Period"))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) period: Option<String>,
}

/// A figure of a series.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub(crate) struct Past {
    #[cfg_attr(test, ts(type = "Period"))]
    pub(crate) period: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) value: Option<f64>,
    /// In place of a number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) symbol: Option<&'static str>,
    /// Whether it was given, rather than published.
    pub(crate) own: bool,
}

/// A change since an earlier period. Numbers have no `interval`: a count is exact.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub(crate) struct Change {
    #[cfg_attr(test, ts(type = "Period"))]
    pub(crate) from: String,
    /// Whether the figure before is the council's official one, because none was given.
    pub(crate) from_published: bool,
    /// Not rounded.
    pub(crate) points: f64,
    pub(crate) shown: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) interval: Option<Interval>,
    #[cfg_attr(test, ts(type = "Verdict"))]
    pub(crate) verdict: &'static str,
    /// The break in series in between.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) note: Option<&'static str>,
    /// What else to know when comparing the two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) cautions: Option<Vec<String>>,
}

/// Over the last five periods with counts since a break in series.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct Trend {
    #[cfg_attr(test, ts(type = "Period"))]
    pub(crate) from: String,
    #[cfg_attr(test, ts(type = "Period"))]
    pub(crate) to: String,
    /// For each period, in the unit of the indicator.
    pub(crate) slope: f64,
    pub(crate) chi_square: f64,
    #[cfg_attr(test, ts(type = "Verdict"))]
    pub(crate) verdict: &'static str,
}

/// A figure and the council's own target.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub(crate) struct AgainstTarget {
    pub(crate) value: f64,
    /// Figure minus target, not rounded.
    pub(crate) points: f64,
    #[cfg_attr(test, ts(type = "Verdict"))]
    /// `no comparison` where neither direction is better.
    pub(crate) verdict: &'static str,
    /// Of a target that is missed: whether chance could explain it. Absent where that cannot be tested.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) could_be_chance: Option<bool>,
    /// How many more (positive) or fewer (negative) in the numerator would reach it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) children: Option<f64>,
    /// The figure then, not rounded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) becomes: Option<f64>,
}

/// A figure that was published otherwise.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct PublishedElse {
    #[cfg_attr(test, ts(type = "Period"))]
    pub(crate) period: String,
    pub(crate) value: f64,
    pub(crate) shown: String,
}

/// A figure and an official one.
#[derive(Serialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub(crate) struct Comparison {
    #[cfg_attr(test, ts(type = "Comparator"))]
    pub(crate) with: &'static str,
    pub(crate) label: String,
    /// Year of the official figure; older than the row's where that is not yet published.
    #[cfg_attr(test, ts(optional, type = "Period"))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) period: Option<String>,
    /// Not rounded. Absent where there is no comparison.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) value: Option<f64>,
    pub(crate) shown: String,
    /// Figure minus official value, not rounded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) points: Option<f64>,
    #[cfg_attr(test, ts(type = "Verdict"))]
    pub(crate) verdict: &'static str,
    /// Why there is no comparison or no verdict.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reason: Option<String>,
    /// How many more (positive) or fewer (negative) in the numerator would reach the comparator.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) children: Option<f64>,
    /// The figure then, not rounded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) becomes: Option<f64>,
    /// How many neighbours had a figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) count: Option<usize>,
    /// With England among all councils, with the neighbours among them, the council included; 1 is the best, or the
    /// highest if neither direction is better.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) rank: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) of: Option<usize>,
    /// How many have no figure and are not counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) without: Option<usize>,
    /// With England: the quarter of all councils.
    #[cfg_attr(test, ts(optional, type = "Quartile"))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) quartile: Option<&'static str>,
    /// England's value as first published, where it was revised since.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) first_published: Option<f64>,
    /// England's value now, where `knownIn` gives another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) now: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) source: Option<String>,
}
