//! The screens, one file or folder each.

pub(crate) mod about;
pub(crate) mod check;
pub(crate) mod copies;
pub(crate) mod figures;
pub(crate) mod find;
pub(crate) mod findings;
pub(crate) mod present;
pub(crate) mod report;
pub(crate) mod scorecard;
pub(crate) mod settings;
pub(crate) mod share;
pub(crate) mod start;
pub(crate) mod what_if;
