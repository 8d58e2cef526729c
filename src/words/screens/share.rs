//! Save and share.

pub const HEADING: &str = "Save and share";
/// What to do where a council is chosen and no figures were added, before the buttons that do it.
pub fn only_official(council: &str) -> String {
    format!(
        "You have added no figures of your own. The official figures of {council} can be printed, or downloaded for Word and Excel, as a report."
    )
}

pub const TO_REPORT: &str = "Make a report";
pub const TO_SCORECARD: &str = "See the scorecard";
pub const ADD_FIGURES: &str = "Add your figures";
pub const OR_BLANK_COPY: &str = " first, or save a blank copy of this page below.";

pub const HIDDEN_HEADING: &str = "What is hidden";
pub const HIDDEN: &str = "Everything you copy, download, print or publish shows small counts of children as c. Their percentages, and any figure that \
     would reveal them, are hidden too. On the screen you always see your own figures.";
pub const THRESHOLD: &str = "Hide counts of 1 to";
pub const THRESHOLD_HINT: &str = "Usually 5. You can choose from 1 to 10.";
pub const INTERNAL: &str = "For internal use only: hide nothing, and say so in the output";
pub const NOTHING_HIDDEN: &str = "None of your figures needs hiding.";

/// How many rows are left out because they hold no figure.
pub fn rows_left_out(count: usize) -> String {
    match count {
        1 => "1 row without a usable figure is left out.".to_owned(),
        many => format!("{many} rows without a usable figure are left out."),
    }
}

pub const TABLES_HEADING: &str = "Tables and sentences";
pub const COPY_SCORECARD: &str = "Copy the scorecard for Word or Excel";
pub const DOWNLOAD_SCORECARD: &str = "Download the scorecard as CSV";
pub const COPY_SENTENCES: &str = "Copy the sentences";
pub const DOWNLOAD_SENTENCES: &str = "Download the sentences as text";
pub const DOWNLOAD_FIGURES: &str = "Download your figures as CSV";
pub const SCORECARD_COPIED: &str = "The scorecard was copied. Paste it into Word or Excel.";
pub const SCORECARD_DOWNLOADED: &str = "The scorecard was downloaded.";
pub const SENTENCES_DOWNLOADED: &str = "The sentences were downloaded.";
pub const FIGURES_DOWNLOADED: &str = "Your figures were downloaded. This page can read the file again.";
pub const KEEP_YOUR_TABLE: &str =
    "Figures that are hidden or left out are only in this page, so keep your own table.";
pub const ABOUT_CSV: &str =
    "CSV (comma-separated values) is a table that any spreadsheet opens. To print or make a PDF, open the ";
pub const REPORT: &str = "report";

/// The names of files, before the council and the period.
pub const SCORECARD_FILE: &str = "scorecard";
pub const SENTENCES_FILE: &str = "sentences";
pub const FIGURES_FILE: &str = "figures";
