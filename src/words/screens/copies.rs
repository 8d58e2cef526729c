//! Copies of the page: private and publishable.

/// The title of a private working copy.
pub fn private_title(title: &str) -> String {
    format!("Private working copy: {title}")
}

pub const PRIVATE_HEADING: &str = "Private working copy. ";
pub const PRIVATE: &str = "It contains figures that are hidden in everything you publish. Keep it inside the council. To publish, make a \
     publishable copy under ";
pub const READ_ONLY_HEADING: &str = "Publishable copy, read-only. ";
pub const READ_ONLY: &str =
    "You can compare, print and download. Nothing in it can be changed until you edit a copy.";
pub const EDIT_COPY: &str = "Edit a copy";

pub const HEADING: &str = "Copies of this page";
pub const COPIES: &str = "This page is one file and works offline. Each copy is the same program, byte for byte; only what is saved in it differs.";

pub const SAVE_PRIVATE: &str = "Save a private working copy";
pub const ABOUT_PRIVATE: &str = "Keeps everything: figures with nothing hidden, targets, your choices for names, your own measures, commentary, scenarios, \
     settings and one step of undo. Open it to carry on where you left off. Do not send it outside the council.";
pub const SAVE_OVER: &str = "Save over a file";
pub const MAKE_PUBLISHABLE: &str = "Make a publishable copy";
pub const ABOUT_PUBLISHABLE: &str = "Shows the scorecard with small counts hidden, and cannot be changed until somebody edits a copy of it. It contains no \
     hidden count and nothing that you typed and did not keep. Caseload scenarios are in it if you want.";
pub const SAVE_BLANK: &str = "Save a blank copy";
pub const ABOUT_BLANK: &str = "Contains nothing that you entered.";

pub const REVIEW: &str = "Check before you publish";
pub const SAVE_PUBLISHABLE: &str = "Save the publishable copy";
pub const CANCEL: &str = "Cancel";
pub const NOTHING_HIDDEN: &str = "No figure needs hiding.";

/// How many figures are in a publishable copy.
pub fn figures(count: usize) -> String {
    match count {
        1 => "1 figure will be in it.".to_owned(),
        many => format!("{many} figures will be in it."),
    }
}

/// On how many measures there is commentary in a publishable copy; empty where there is none.
pub fn remarks(count: usize) -> String {
    match count {
        0 => String::new(),
        1 => "Commentary on 1 measure will be in it.".to_owned(),
        many => format!("Commentary on {many} measures will be in it."),
    }
}

/// Commentary on these measures is left out.
pub fn held_back(measures: &[String]) -> String {
    format!(
        "Commentary that gives a small or hidden number of children is left out: {}. Reword it on the scorecard to publish it.",
        measures.join("; ")
    )
}

pub const LEFT_OUT: &str = "Undo, your choices for names, and how many cases each worker holds are left out.";

/// Which scenarios are in a publishable copy.
pub fn scenarios(names: &[String]) -> String {
    format!("Caseload scenarios will be in it, with their costs and recommendations: {}.", names.join("; "))
}

pub const SCENARIOS_HELD_BACK: &str =
    "The caseload scenarios are left out, because one gives a small or hidden number of children.";
pub const LEAVE_SCENARIOS_OUT: &str = "Leave the caseload scenarios out";

/// A private working copy was saved.
pub fn private_saved(file: &str) -> String {
    format!("The private working copy was saved as {file}.")
}

/// A publishable copy was saved.
pub fn publishable_saved(file: &str) -> String {
    format!("The publishable copy was saved as {file}. It is read-only when opened.")
}

pub const BLANK_SAVED: &str = "A blank copy was downloaded. You can open it from any folder, and offline.";

/// The names of files, before the council and the period.
pub const PRIVATE_FILE: &str = "PRIVATE corporate parenting working copy";
pub const PUBLISHABLE_FILE: &str = "corporate parenting scorecard";

/// No exact copy of the page can be made.
pub const PAGE_CHANGED: &str = "This page was changed before it started, perhaps by a browser extension, so an exact copy cannot be made. Get the page \
     again from where you first got it.";
/// A file was not written.
pub const NOT_WRITTEN: &str =
    "Nothing was saved. The file was not chosen, or the browser could not write to it.";
