//! Words and tables made of a scorecard's values, for the screen, the clipboard and the JavaScript face.

mod caseload;
mod csv;
mod disclosure;
mod reach;
mod sentence;
mod table;
mod words;

pub use caseload::{
    Nouns, caseload_sentence, caseload_table, chance_sentence, model_number, path_sentence, people,
};
pub use csv::{figures_csv, file_name};
pub use disclosure::{INTERNAL_MARK, disclosure_note};
pub use reach::{ladder_table, pace_sentence, percent_text, reach_sentence};
pub use sentence::{sentence, sentences_text};
pub use table::{Table, escaped, scorecard_table, source_notes};
pub use words::{
    amount_text, change_text, comparator_name, counts_text, difference_text, figure_text, interval_text,
    no_comparison_text, sources, value_text, verdict_text, when,
};

/// The attribution the Open Government Licence asks for.
pub const ATTRIBUTION: &str =
    "Contains public sector information licensed under the Open Government Licence v3.0.";
