//! Word and Excel files of a scorecard.
//!
//! The parts are written here: the crates that write them are larger than all else of the page (`rust_xlsxwriter` adds
//! 250 kB to it), and none of those for Word makes charts that can be edited. What is written is of figures that have passed
//! disclosure control, charts and the workbooks behind them included, and says neither when nor by whom it was made.
//!
//! Source: ECMA-376, Office Open XML.

mod book;
mod case;
mod cell;
mod chart;
mod charts;
mod contents;
mod figures_sheet;
mod over_time;
mod package;
mod pages;
mod paper;
mod properties;
mod sheet;
mod word;
mod word_parts;
mod workbook;
mod xml;

pub use contents::Contents;

use crate::disclose::Released;
use crate::report::Case;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A Word document.
    Word,
    /// An Excel workbook.
    Excel,
}

impl Format {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::Word, Self::Excel];

    /// The ending of its names, which the JavaScript API calls it by.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Word => "docx",
            Self::Excel => "xlsx",
        }
    }

    /// Returns the kind with this ending, or `None` if there is none.
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.id() == id)
    }

    /// The program that opens it.
    pub const fn program(self) -> &'static str {
        match self {
            Self::Word => "Word",
            Self::Excel => "Excel",
        }
    }

    /// What browsers call it.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Excel => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// The Word document of a case.
pub fn case_document(case: &Released<Case>) -> Released<Vec<u8>> {
    case.map(case::case)
}

/// The bytes of a file.
pub fn document(contents: &Released<Contents>, format: Format) -> Released<Vec<u8>> {
    match format {
        Format::Word => contents.map(paper::report),
        Format::Excel => contents.map(book::workbook),
    }
}
