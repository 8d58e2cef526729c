//! Words and tables made of a scorecard's values, for the screen, the clipboard and the JavaScript face.

mod agenda;
mod caseload;
mod caseload_charts;
mod charts;
mod committee;
mod csv;
mod disclosure;
mod glossary;
mod inert;
mod reach;
mod sentence;
mod table;
mod trend_chart;

pub use crate::words::change::{caution_text, change_interval_text, change_text, note_heading, trend_text};
pub use crate::words::charts::strip_label;
pub use crate::words::comparator::{
    comparator_name, differs_text, known_note, latest_text, no_comparison_text, revision_text, sources,
};
pub use crate::words::figure::{
    amount_text, counted, counts_text, difference_text, figure_text, interval_remark, interval_text,
    value_text, when, worth_text,
};
pub use crate::words::gap::{closed_text, closing_sentences, closing_text, gap_text};
pub use crate::words::position::{rank_text, without_text};
pub use crate::words::verdict::{quartile_text, row_verdict_text, verdict_text, way_name, way_note};
pub use agenda::{AgendaPart, AgendaPoint, agenda_parts};
pub use caseload::{
    Nouns, caseload_sentence, caseload_table, chance_sentence, model_number, path_sentence, people,
};
pub use caseload_charts::{curve_chart, path_chart};
pub use charts::Chart;
pub use committee::{Charted, Committee, ThemeReport, charts_of, committee, monthly_of, title};
pub use csv::{figures_csv, file_name};
pub use disclosure::{INTERNAL_MARK, disclosure_note};
pub use glossary::glossary;
pub use inert::inert;
pub use reach::{ladder_table, pace_sentence, percent_text, reach_sentence};
pub use sentence::{paragraph, sentence, sentences_text};
pub use table::{Table, escaped, scorecard_table, source_notes};

/// The attribution the Open Government Licence asks for.
pub const ATTRIBUTION: &str =
    "Contains public sector information licensed under the Open Government Licence v3.0.";
