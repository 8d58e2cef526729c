//! The page, its indicators and areas, and the official figures.

use serde::{Deserialize, Serialize};

/// Which page this is.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub(crate) struct Version {
    pub(crate) version: &'static str,
    /// Newest year of the official figures.
    pub(crate) data_released: String,
    /// The commit the page was built from, if known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) commit: Option<&'static str>,
}

/// A measure of the catalogue.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct Indicator {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    #[cfg_attr(test, ts(type = "Theme"))]
    pub(crate) theme: &'static str,
    #[cfg_attr(test, ts(type = "Kind"))]
    pub(crate) kind: &'static str,
    /// Which direction is better.
    #[cfg_attr(test, ts(type = "Good"))]
    pub(crate) good: &'static str,
    pub(crate) unit: &'static str,
    pub(crate) numerator: &'static str,
    pub(crate) denominator: &'static str,
    pub(crate) definition: &'static str,
    pub(crate) source: &'static str,
    /// Decimals a value computed from counts is shown with.
    pub(crate) decimals: u8,
    /// Whether official figures are built in; otherwise the indicator is local.
    pub(crate) published: bool,
    /// Other names it is found by.
    pub(crate) aliases: &'static [&'static str],
    pub(crate) breaks: Vec<SeriesNote>,
}

/// What must be known before figures from `period` on are compared with earlier ones: after a "break" they are not
/// compared; a "gap" is years without figures; a "caution" says why to compare with care.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub(crate) struct SeriesNote {
    #[cfg_attr(test, ts(type = "NoteKind"))]
    pub(crate) kind: &'static str,
    #[cfg_attr(test, ts(type = "Period"))]
    pub(crate) period: &'static str,
    pub(crate) note: &'static str,
}

/// England, a region or a council.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub(crate) struct Area {
    /// Three digits for councils, nine characters for England and regions.
    pub(crate) code: &'static str,
    pub(crate) name: &'static str,
    #[cfg_attr(test, ts(type = "Level"))]
    pub(crate) level: &'static str,
    /// Code of the region, for councils.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) region: Option<&'static str>,
}

/// Which official figure is asked for.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct PublishedQuery {
    pub(crate) indicator: String,
    /// Code or name.
    pub(crate) area: String,
    #[cfg_attr(test, ts(type = "Period"))]
    pub(crate) period: String,
}

/// An official figure.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub(crate) struct Published {
    /// In the indicator's unit (7.9 is 7.9%). Absent where `symbol` says why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) value: Option<f64>,
    #[cfg_attr(test, ts(optional, type = "WithheldSymbol"))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) symbol: Option<&'static str>,
    /// Decimals the value was published with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) decimals: Option<u8>,
    /// The counts behind the value, where they are published: of councils exact, of England and regions rounded to 10.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) numerator: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) denominator: Option<f64>,
    /// England's value in the first release, where it was revised since.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) first_published: Option<f64>,
    pub(crate) source: String,
}
