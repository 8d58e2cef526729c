//! What is wrong with a file or a pasted text as a whole.

use std::error::Error;

use serde::{Deserialize, Serialize};

use crate::indicator::Indicator;

/// Why a source cannot be read: what it is, or what is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SourceProblem {
    /// It has so many bytes, more than are read.
    TooLarge(usize),
    /// It has more cells than are read.
    TooManyCells,
    /// It has more sheets than are read; how many, where they were counted.
    TooManySheets(Option<usize>),
    /// A zipped file of so many parts, more than a workbook has.
    TooManyParts(usize),
    /// A zipped file that unpacks to more than is read.
    UnpacksTooLarge,
    /// A zipped file whose parts cannot be found.
    CutOff,
    /// A workbook that is damaged or has a password.
    Damaged,
    /// An HTML file that is damaged.
    DamagedHtml,
    /// A zipped file where a text is wanted.
    ZipAsText,
    /// A zipped file that is not a workbook.
    OtherZip,
    /// An Excel binary workbook (.xlsb).
    BinaryWorkbook,
    /// A Word, Excel or other Office file before 2007, or one with a password.
    OldOffice,
    /// A Word document.
    Word,
    /// A presentation.
    Presentation,
    /// An OpenDocument file that is not a spreadsheet.
    OtherOpenDocument,
    /// A PDF.
    Pdf,
    /// A rich text document.
    RichText,
    /// An image.
    Image,
    /// A web page without a table.
    WebPageWithoutTable,
    /// A web page archive (.mht).
    WebArchive,
    /// An XML file of another kind.
    Xml,
    /// Neither text nor a workbook.
    NotText,
}

impl Error for SourceProblem {}

/// Why a file could not be read, where the file itself is not to blame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FileError {
    /// The browser has let go of it.
    Gone,
    /// It has so many bytes, more than are read.
    TooLarge(usize),
    /// The browser starts no worker.
    NoWorker,
    /// Reading it took longer than so many seconds.
    TooSlow(u32),
    /// The browser did not hand over its bytes.
    Unreadable,
    /// There was not enough memory.
    NoMemory,
    /// The reader failed.
    Crashed,
}

impl Error for FileError {}

/// What of an official file was not used.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum OfficialProblem {
    /// Its first line cannot be read.
    NoHeadings,
    /// How many values are in the file twice with different numbers, the first of this indicator.
    #[expect(missing_docs, reason = "said above")]
    Twice { values: usize, first: &'static Indicator },
    /// None of its rows is of an indicator; how many there are, and the names of its filters.
    #[expect(missing_docs, reason = "said above")]
    NoneKnown { rows: usize, filters: Vec<String> },
    /// Rows of areas that are not known: the first names, and whether there are more.
    #[expect(missing_docs, reason = "said above")]
    OtherAreas { names: Vec<String>, more: usize },
    /// Official files of a release that have no indicator, of how many.
    #[expect(missing_docs, reason = "said above")]
    FilesUnused { names: Vec<String>, of: usize },
}
