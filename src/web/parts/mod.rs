//! What several screens are made of.

pub(crate) mod agenda;
pub(crate) mod charts;
pub(crate) mod combobox;
pub(crate) mod copying;
pub(crate) mod data_table;
pub(crate) mod documents;
pub(crate) mod drop_area;
pub(crate) mod inputs;
pub(crate) mod personal;
pub(crate) mod remark_box;
pub(crate) mod row_charts;
pub(crate) mod sparkline;
pub(crate) mod strip;
pub(crate) mod swatch;
pub(crate) mod trails;
