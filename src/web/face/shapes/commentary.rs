//! Commentary.

use serde::{Deserialize, Serialize};

/// What the council says of a measure. What `read()` gives is taken as it is.
#[derive(Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub(crate) struct CommentaryRequest {
    pub(crate) indicator: String,
    /// Without it, of every period of which nothing else is said.
    #[cfg_attr(test, ts(optional, type = "Period"))]
    pub(crate) period: Option<String>,
    /// Of which part `text` is; "showing" by default.
    #[cfg_attr(test, ts(optional, type = "CommentaryPart"))]
    pub(crate) part: Option<String>,
    pub(crate) text: Option<String>,
    /// What the figure shows.
    pub(crate) showing: Option<String>,
    pub(crate) why: Option<String>,
    /// What is being done.
    pub(crate) doing: Option<String>,
    /// Who does it: a role or a team, not a name.
    pub(crate) who: Option<String>,
    /// By when.
    pub(crate) by: Option<String>,
}

/// What the council says of a figure.
#[derive(Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub(crate) struct Commentary {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) showing: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) why: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) doing: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) who: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) by: Option<String>,
    /// What `showing` says and the figure does not, in whole sentences.
    pub(crate) doubts: Vec<String>,
}
