//! Tables, charts and documents made of a scorecard's values: which there are and in which order. Their texts are in
//! [`crate::words`].

mod actions;
mod agenda;
mod brief;
mod case;
mod caseload;
mod caseload_charts;
mod charts;
mod committee;
mod csv;
mod definitions;
mod draft;
mod figures;
mod findings;
mod heat_map;
mod inert;
mod options;
mod over_time;
mod pages;
mod paragraphs;
mod reach;
mod remark;
mod spread;
mod table;
mod told;
mod trail;
mod trend_chart;

pub use actions::action_table;
pub use agenda::{AgendaPart, AgendaPoint, agenda_parts};
pub use brief::{brief_table, compared_cell, target_in_line};
pub use case::{Case, Stated};
pub use caseload::{SideBySide, caseload_table, official_caseload, uneven_official, unusual_caseload};
pub use caseload_charts::{PathLine, curve_chart, path_chart};
pub use charts::Chart;
pub use committee::{
    Committee, ThemeReport, charts_of, committee, introduction, monthly_of, order_of_headlines, title,
};
pub use csv::{figures_csv, file_name};
pub use definitions::{definitions, short_definitions};
pub(crate) use draft::Edit;
pub use draft::{Checked, CheckedDraft, Found, Piece, checked, pieces};
pub use figures::{copied_cells, figures_tables};
pub use findings::{Finding, Findings, GroupOfFindings, Rest, findings, leading_standing, usual_since};
pub use heat_map::heat_map_table;
pub use inert::inert;
pub use options::{options_table, recruitment_table, sensitivity_table};
pub use over_time::{Columns as OverTimeColumns, ink_of, over_time_as_shown, over_time_table, process_chart};
pub use paragraphs::sentences_text;
pub use reach::{Against, against_table, ladder_table};
pub use remark::remarked;
pub use spread::spread_chart;
pub use table::{
    Copied, Table, escaped, figure_notes, notes_of_some, scorecard_table, source_notes, verdict_notes,
};
pub use told::{Told, questions_on, told};
pub use trail::copied_trails;
pub use trend_chart::trend_chart;
