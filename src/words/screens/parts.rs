//! Charts, tables, files and boxes that several screens share.

pub const NUMBERS_OF_CHART: &str = "Numbers and copies of this chart";
pub const COPY_PICTURE: &str = "Copy as a picture";
pub const DOWNLOAD_PICTURE: &str = "Download picture (PNG)";
pub const DOWNLOAD_DRAWING: &str = "Download drawing (SVG)";
pub const CHART_DOWNLOADED: &str = "The chart was downloaded.";
pub const CHART_COPIED: &str = "The chart was copied. Paste it into Word.";
pub const CHART_REFUSED: &str = "Your browser did not allow this. Try one of the other buttons.";

/// In a chart from which hidden figures are left out.
pub const NOT_DRAWN: &str = "Figures that are hidden to protect children are not drawn.";

pub const COPY_TABLE: &str = "Copy this table";
pub const DOWNLOAD_TABLE: &str = "Download it as CSV";
pub const TABLE_COPIED: &str = "The table was copied. Paste it into Word or Excel.";
pub const TABLE_DOWNLOADED: &str = "The table was downloaded.";

/// The name of a file, before the council and the period.
pub const DOCUMENT_FILE: &str = "corporate parenting report";
/// The name of that of the headlines alone.
pub const SHORT_FILE: &str = "corporate parenting report in short";

/// A button that downloads a file for a program.
pub fn download(program: &str) -> String {
    format!("Download for {program}")
}

/// While a file is made.
pub fn making(program: &str) -> String {
    format!("The {program} file is being made.")
}

/// A file was downloaded.
pub fn made(program: &str) -> String {
    format!("The {program} file was downloaded.")
}

/// What is left to do in a Word file.
pub const UPDATE_CONTENTS: &str =
    " In Word, right-click the contents and choose \u{201C}Update field\u{201D} to fill in the page numbers.";

/// Which chart or table a button is of, after its text, for people who do not see its place.
pub fn of(title: &str) -> String {
    format!(": {title}")
}

pub const CHOICES: &str = "Choices";
pub const NOTHING_MATCHES: &str = "Nothing matches";

/// The choice of a text that no measure has as its name.
pub fn as_own(text: &str) -> String {
    format!("Add \u{201C}{text}\u{201D} as your own measure")
}
