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
mod words;

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
pub use words::{
    amount_text, caution_text, change_interval_text, change_text, closed_text, closing_sentences,
    closing_text, comparator_name, counted, counts_text, difference_text, differs_text, figure_text,
    gap_text, interval_remark, interval_text, known_note, latest_text, no_comparison_text, note_heading,
    quartile_text, rank_text, revision_text, row_verdict_text, sources, strip_label, trend_text, value_text,
    verdict_text, way_name, way_note, when, without_text, worth_text,
};

/// The attribution the Open Government Licence asks for.
pub const ATTRIBUTION: &str =
    "Contains public sector information licensed under the Open Government Licence v3.0.";
