//! Why a text, a file or an official file was not read.

use std::fmt::{self, Display, Formatter};

use crate::read::{
    FileError, MAX_BYTES, MAX_CELLS, MAX_SHEETS, MAX_UNPACKED, OfficialProblem, SourceProblem,
};
use crate::words::text::number_of;

use super::grouped;

const OWN_FILE: &str = "Copy the table you need into a separate file";
const SAVE_AGAIN: &str = "Open it in Excel, save it as an Excel workbook (.xlsx), and choose that";

impl Display for SourceProblem {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let millions = |bytes: usize| grouped(bytes.div_ceil(1_000_000));
        match self {
            Self::TooLarge(bytes) => write!(
                f,
                "This has {} MB, more than the {} MB that can be read. {OWN_FILE}",
                millions(*bytes),
                millions(MAX_BYTES)
            ),
            Self::TooManyCells => {
                write!(f, "This has more than {} cells, which is too many to read. {OWN_FILE}", grouped(MAX_CELLS))
            }
            Self::TooManySheets(Some(count)) => write!(
                f,
                "This workbook has {} sheets, more than the {MAX_SHEETS} that can be read. {OWN_FILE}",
                grouped(*count)
            ),
            Self::TooManySheets(None) => {
                write!(f, "This workbook has more than {MAX_SHEETS} sheets, which is too many to read. {OWN_FILE}")
            }
            Self::TooManyParts(count) => {
                write!(f, "This file has {} parts, too many for a workbook of figures. {OWN_FILE}", grouped(*count))
            }
            Self::UnpacksTooLarge => write!(
                f,
                "This workbook unpacks to more than {} MB, which is too large to read. {OWN_FILE}",
                MAX_UNPACKED / 1_000_000
            ),
            Self::CutOff => f.write_str("This file is damaged or incomplete. Save or download it again"),
            Self::Damaged => write!(
                f,
                "This workbook is damaged or protected by a password. Open it in Excel, save it again without a password, and \
                 choose that"
            ),
            Self::DamagedHtml => write!(f, "This HTML file is damaged. {SAVE_AGAIN}"),
            Self::ZipAsText => f.write_str("This is a workbook or another zipped file. Choose it as a file"),
            Self::OtherZip => f.write_str(
                "This is a zipped file that is not a workbook. Unpack it first, and choose the files inside",
            ),
            Self::BinaryWorkbook => {
                f.write_str("This is an Excel binary workbook (.xlsb). Save it as an Excel workbook (.xlsx) or CSV, and choose that")
            }
            Self::OldOffice => f.write_str(
                "This is an old Word file (.doc), an Excel file from before 1997, or a workbook with a password. Open it in Excel, save it as an \
                 Excel workbook (.xlsx) without a password or as CSV, and choose that",
            ),
            Self::Word => f.write_str("This is a Word document. Copy its table and paste it here"),
            Self::Presentation => f.write_str("This is a presentation. Copy its table and paste it here"),
            Self::OtherOpenDocument => f.write_str(
                "This is an OpenDocument file that is not a spreadsheet. Copy its table and paste it here",
            ),
            Self::Pdf => f.write_str("This is a PDF. Open it, select the table, copy it and paste it here"),
            Self::RichText => {
                f.write_str("This is a rich text document. Open it, copy its table and paste it here")
            }
            Self::Image => {
                f.write_str("This is an image, so it cannot be read. Copy the table from the document it was made of, or type the figures")
            }
            Self::WebPageWithoutTable => write!(f, "This is a web page without a table. {SAVE_AGAIN}"),
            Self::WebArchive => write!(f, "This is a web page archive (.mht). {SAVE_AGAIN}"),
            Self::Xml => write!(f, "This is an XML file that is not a workbook. {SAVE_AGAIN}"),
            Self::NotText => f.write_str(
                "This is neither text nor a workbook. Choose a CSV, TSV, TXT, XLSX or ODS file",
            ),
        }
    }
}

impl Display for FileError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Gone => f.write_str("Choose it again"),
            Self::TooLarge(bytes) => SourceProblem::TooLarge(*bytes).fmt(f),
            Self::NoWorker => f.write_str(
                "Your browser does not let this page read files. Copy the table you need and paste it instead",
            ),
            Self::TooSlow(seconds) => write!(
                f,
                "Reading was stopped after {seconds} seconds. Copy the table you need and paste it instead"
            ),
            Self::Unreadable => f.write_str(
                "Your browser could not open it. It may have been moved or changed since you chose it. Choose it again",
            ),
            Self::NoMemory => f.write_str(
                "There is not enough memory to read it. Copy the table you need into a separate file",
            ),
            Self::Crashed => f.write_str(
                "Something in it stopped the reader. Save it as CSV and try that, or copy the table and paste it. Your other \
                 figures are not affected",
            ),
        }
    }
}

impl Display for OfficialProblem {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoHeadings => {
                f.write_str("The first line of this official file cannot be read. Download it again")
            }
            Self::Twice { values, first } => write!(
                f,
                "{} in this file twice with different numbers, first for \u{201C}{}\u{201D}. None of these is used",
                number_of(*values, "value is", "values are"),
                first.title
            ),
            Self::NoneKnown { rows, filters } => write!(
                f,
                "This is an official file, but it has none of the measures this page uses. It has {} and {}",
                number_of(*rows, "row", "rows"),
                if filters.is_empty() {
                    "no filters".to_owned()
                } else {
                    format!("the filters {}", filters.join(", "))
                }
            ),
            Self::OtherAreas { names, more } => {
                write!(f, "We ignored rows for areas this page does not cover: {}", names.join(", "))?;
                if *more > 0 { f.write_str(" and others") } else { Ok(()) }
            }
            Self::FilesUnused { names, of } => write!(
                f,
                "{} of {} {} none of the measures this page uses, so we ignored {}: {}",
                grouped(names.len()),
                number_of(*of, "file", "files"),
                if names.len() == 1 { "has" } else { "have" },
                if names.len() == 1 { "it" } else { "them" },
                names.join(", ")
            ),
        }
    }
}
