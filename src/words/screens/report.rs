//! The report for a committee.

pub const HEADING: &str = "Report";

/// The heading of a report: what it is about, of whom and when.
pub fn heading_of(title: &str) -> String {
    format!("Children in care and care leavers: {}", title.replacen(": ", ", ", 1))
}

pub const ABOUT: &str = "This is what is printed, with small counts hidden unless you chose internal use. To make a PDF, press Print and choose \
     \u{201C}Save as PDF\u{201D} as the printer. Set targets on the scorecard.";

pub const EXTENT: &str = "What to include";
pub const ALL_MEASURES: &str = "All measures";
pub const HEADLINES_ONLY: &str = "In short";

/// A choice of what to include, with about how many pages it prints on: `All measures (print: about 74 pages)`.
pub fn with_pages(name: &str, pages: usize) -> String {
    let s = if pages == 1 { "" } else { "s" };
    format!("{name} (print: about {pages} page{s})")
}

pub const OPEN_ALL: &str = "Open all parts";

pub const CHARTS: &str = "Charts";
pub const CHARTS_OF_FIRST: &str = "Of what to act on and to watch";
pub const MONTHS: &str = "What the months or quarters show";
pub const CHARTS_OF_ALL: &str = "For every measure";
pub const NO_CHARTS: &str = "None";

pub const PRINT: &str = "Print or save as PDF";
pub const COPY: &str = "Copy for Word, without charts";
pub const COPIED: &str = "The report was copied without its charts. Paste it into Word.";

pub const TALKING_POINTS: &str = "Talking points";
pub const DEFINITIONS: &str = "Definitions";
pub const NOTES_AND_SOURCES: &str = "Notes and sources";

/// The name of a table for people who do not see it.
pub fn table(title: &str) -> String {
    format!("{title}: table")
}

/// How many measures a part has.
pub fn measures(count: usize) -> String {
    if count == 1 { "1 measure".to_owned() } else { format!("{count} measures") }
}
