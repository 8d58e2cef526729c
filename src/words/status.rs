//! What the page says after an action.

use std::fmt::{self, Display, Formatter};
use std::rc::Rc;

use crate::indicator::{Indicator, Measure};
use crate::read::{FileError, Layout, Problem};

use super::screens::names::heading;
use super::text::{listed, number_of};

/// What the last action did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// The last change was undone.
    Undone,
    /// It was made again.
    Redone,
    /// A row of the figures table was deleted.
    RowDeleted,
    /// A row without figures was added for a measure.
    MeasureAdded(Measure),
    /// A column was added for a period.
    PeriodAdded(String),
    /// Every row was deleted.
    Cleared,
    /// A name, empty for a row without one, is now read as this indicator.
    ReadAs(String, Measure),
    /// A name is kept as this measure of the council's own.
    KeptAsOwn(Measure),
    /// A name, empty for a row without one, was left out.
    LeftOut(String),
    /// A name that was left out is used again.
    IncludedAgain(String),
    /// How many names that were not settled were kept as measures of the council's own.
    NamesKept(usize),
    /// How many names that were not settled were left out.
    NamesLeftOut(usize),
    /// How many other numbers of the table are percentages too.
    ReadAsPercentages(usize),
    /// A block of cells was put into the table.
    Filled {
        /// Cells that now hold a text of it.
        cells: usize,
        /// The names of the first and the last cell; of one cell its own, of none nothing.
        span: Vec<String>,
        /// Cells of it for which there is no row or no column.
        beyond: usize,
        /// In which order its rows are.
        order: RowOrder,
    },
    /// Cells were emptied.
    Emptied {
        /// How many.
        cells: usize,
        /// The names of the first and the last; of one cell its own.
        span: Vec<String>,
    },
    /// Personal data was put into a cell, and not kept.
    PersonalCell,
    /// Personal data was typed into a text of a scenario, and not kept.
    PersonalText,
    /// Personal data was written into commentary, and not kept.
    PersonalRemark,
    /// This was put in place of that in the draft.
    DraftChanged(String, String),
    /// A finding about the draft was dismissed.
    FindingDismissed,
    /// How many findings that were dismissed are shown again.
    FindingsRestored(usize),
    /// The draft was deleted.
    DraftCleared,
    /// An example was loaded; its title.
    ExampleLoaded(&'static str),
    /// The names of councils that figures are no longer compared with, which were chosen for others.
    NoLongerCompared(Vec<&'static str>),
    /// Files are being read; their names, empty for a text.
    Reading(Vec<String>),
    /// A file was not read, and why.
    NotRead(String, FileError),
    /// A source was refused for what it is.
    Refused(String, Problem),
    /// The person stopped the reading of a file.
    Stopped(String),
    /// The person cancelled the reading of a source.
    Cancelled(String),
    /// A source holds personal data, and nothing of it was read.
    Personal(String),
    /// The person is asked something about a source.
    Question(String),
    /// How many figures were corrected.
    Corrected(usize),
    /// How many figures were kept as they were.
    NotCorrected(usize),
    /// What was read from a source is in the table.
    Added(String, Added),
    /// Official figures were read, none of which is used.
    NoneUsed(String),
    /// Official figures were read.
    Official {
        /// The name of their file, empty for a text.
        file: String,
        /// What they measure.
        indicators: Vec<&'static Indicator>,
        /// Their first year.
        first: u16,
        /// Their last year.
        last: u16,
        /// The newest year of the built-in figures, where that is later.
        newer: Option<u16>,
    },
    /// The built-in official figures are used instead of those of a file.
    BuiltInAgain,
    /// The page holds figures it cannot read.
    Damaged,
    /// The page is a publishable copy with so many figures, and what was hidden in them.
    Publishable(usize, String),
    /// The page is a private working copy with so many rows.
    Private(usize),
    /// A publishable copy can be edited now.
    CanBeEdited,
    /// A publishable copy cannot be changed.
    ReadOnly,
    /// The program failed and another was started; what was being read then.
    Restarted(Vec<String>),
}

/// What became of readings that were added to the figures table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// Rows that are figures.
    pub figures: usize,
    /// Names of which the person must say what they measure.
    pub names: usize,
    /// Other rows that are no figures, and need a person's attention.
    pub unsure: usize,
    /// Rows that were there already, word for word, and were not added again.
    pub repeated: usize,
    /// How the tables were laid out, each layout once.
    pub layouts: Vec<Layout>,
    /// Figures that differ from those known, about which the person is asked.
    pub corrections: usize,
    /// Names that were read as the person chose for a table before.
    pub remembered: usize,
}

/// What is told of personal data in a text of a scenario.
pub const PERSONAL_TEXT: &str =
    "This looks like personal data, so it was not kept. Remove names, dates of birth and contact details.";

/// What is shown at a cell that did not keep what was put into it.
pub const PERSONAL_CELL: &str = "This looks like personal data, so it was not kept. Enter totals only.";

/// What to call a source inside a sentence, by the name of its file, which is empty for a text.
pub const fn source(file: &str) -> &str {
    if file.is_empty() { "the pasted text" } else { file }
}

/// The same at the beginning of a sentence.
const fn source_first(file: &str) -> &str {
    if file.is_empty() { "The pasted text" } else { file }
}

/// What to call a row in a sentence, by its name.
fn named(name: &str) -> String {
    if name.is_empty() { "The row".to_owned() } else { format!("\u{201C}{name}\u{201D}") }
}

/// What official figures were read, for which years, and the newest built-in year where that is later.
fn official(file: &str, indicators: &[&Indicator], (first, last): (u16, u16), newer: Option<u16>) -> String {
    let file = if file.is_empty() { String::new() } else { format!("{file}: ") };
    let years = if first == last { first.to_string() } else { format!("{first} to {last}") };
    let titles: Vec<&str> = indicators.iter().map(|indicator| &*indicator.title).collect();
    let older = newer.map_or_else(String::new, |newer| {
        format!(
            " They are older than the built-in figures, which go to {newer}, and may have been revised since."
        )
    });
    format!(
        "{file}Official figures were read for {years}: {}. They replace the built-in figures.{older}",
        titles.join("; ")
    )
}

/// In which order the rows are into which a block of cells was put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowOrder {
    /// As they were pasted.
    AsPasted,
    /// By theme, which is another order.
    ByTheme,
}

/// Which cells they are, by the names of the first and the last.
fn span_text(span: &[String]) -> String {
    match span {
        [first, last] => format!(", from \u{201C}{first}\u{201D} to \u{201C}{last}\u{201D}"),
        [one] => format!(": \u{201C}{one}\u{201D}"),
        _ => String::new(),
    }
}

/// How many cells were filled, and how many were left out.
fn filled(cells: usize, span: &[String], beyond: usize, order: RowOrder) -> String {
    let span = span_text(span);
    let left_out = if beyond == 0 {
        String::new()
    } else {
        let one = "cell was beyond the edge of the table and was";
        format!(" {} left out.", number_of(beyond, one, "cells were beyond the edge of the table and were"))
    };
    let check = match order {
        RowOrder::AsPasted => "",
        RowOrder::ByTheme => {
            " The rows here are sorted by theme, not as in your table: check that each figure is beside its measure, or paste the names with the figures."
        }
    };
    format!(
        "{} filled{span}.{left_out}{check} Undo takes this back.",
        number_of(cells, "cell was", "cells were")
    )
}

fn draft_changed(old: &str, new: &str) -> String {
    format!("\u{201C}{old}\u{201D} is now \u{201C}{new}\u{201D}. Undo takes this back.")
}

impl Display for Status {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Undone => f.write_str("Undone."),
            Self::Redone => f.write_str("Redone."),
            Self::RowDeleted => f.write_str("Row deleted. Undo brings it back."),
            Self::MeasureAdded(measure) => write!(f, "{} is in the table. Type its figures.", measure.title),
            Self::PeriodAdded(period) => write!(f, "{period} is in the table. Type its figures."),
            Self::Cleared => f.write_str("All figures were cleared, and their targets with them. Undo brings them back."),
            Self::ReadAs(name, indicator) => write!(f, "{} is read as {}.", named(name), indicator.title),
            Self::KeptAsOwn(measure) => write!(f, "{} is kept as your own measure.", named(&measure.title)),
            Self::LeftOut(name) => write!(f, "{} is left out, but stays in the table.", named(name)),
            Self::IncludedAgain(name) => write!(f, "{} is included again.", named(name)),
            Self::NamesKept(many) => {
                let kept =
                    number_of(*many, "name is kept as your own measure", "names are kept as your own measures");
                write!(f, "{kept}. Undo takes this back.")
            }
            Self::NamesLeftOut(many) => {
                let left = number_of(*many, "name is left out, but stays", "names are left out, but stay");
                write!(f, "{left} in the table. Undo takes this back.")
            }
            Self::ReadAsPercentages(many) => {
                let more = number_of(*many, "more number of this table is", "more numbers of this table are");
                write!(f, "{more} read as percentages. Undo takes this back.")
            }
            Self::Filled { cells, span, beyond, order } => f.write_str(&filled(*cells, span, *beyond, *order)),
            Self::Emptied { cells, span } => {
                let cells = number_of(*cells, "cell was", "cells were");
                write!(f, "{cells} emptied{}. Undo takes this back.", span_text(span))
            }
            Self::PersonalCell => f.write_str(PERSONAL_CELL),
            Self::DraftChanged(old, new) => f.write_str(&draft_changed(old, new)),
            Self::FindingDismissed => f.write_str("Dismissed. Undo brings it back."),
            Self::FindingsRestored(many) => {
                write!(f, "{} shown again.", number_of(*many, "finding is", "findings are"))
            }
            Self::DraftCleared => f.write_str("The draft was cleared. Undo brings it back."),
            Self::ExampleLoaded(title) => write!(f, "Example loaded: {title}."),
            Self::NoLongerCompared(councils) => f.write_str(&no_longer_compared(councils)),
            Self::Reading(files) => {
                let files: Vec<&str> = files.iter().map(|file| source(file)).collect();
                write!(f, "Reading {}.", files.join(", "))
            }
            Self::NotRead(file, error) => write!(f, "{} was not read. {error}.", source_first(file)),
            Self::Refused(file, problem) => {
                write!(f, "{} was not read. {}.", source_first(file), problem.kind)
            }
            Self::Stopped(file) => write!(f, "You stopped reading {}.", source(file)),
            Self::Cancelled(file) => write!(f, "Nothing was read from {}.", source(file)),
            Self::Personal(file) => {
                write!(f, "Nothing was read from {}, because it may contain personal data.", source(file))
            }
            Self::Question(file) => write!(f, "There is a question about {}.", source(file)),
            Self::Corrected(count) => write!(f, "{} corrected.", number_of(*count, "figure", "figures")),
            Self::NotCorrected(count) => {
                write!(f, "{} kept.", number_of(*count, "earlier figure", "earlier figures"))
            }
            Self::Added(file, added) => {
                if !file.is_empty() {
                    write!(f, "{file}: ")?;
                }
                added.fmt(f)
            }
            Self::NoneUsed(file) if file.is_empty() => {
                f.write_str("These are official figures, but this page uses none of them.")
            }
            Self::NoneUsed(file) => {
                write!(f, "{file} is an official file, but this page uses none of its figures.")
            }
            Self::Official { file, indicators, first, last, newer } => {
                f.write_str(&official(file, indicators, (*first, *last), *newer))
            }
            Self::BuiltInAgain => {
                f.write_str("The built-in official figures are used again instead of that file.")
            }
            Self::Damaged => f.write_str(
                "This page was saved with figures, but the file is damaged and they cannot be read. The page itself works.",
            ),
            Self::Publishable(figures, note) => {
                write!(f, "This page was saved with {}.", number_of(*figures, "figure", "figures"))?;
                if note.is_empty() { Ok(()) } else { write!(f, " {note}") }
            }
            Self::Private(rows) => {
                write!(f, "This page was saved with {} and everything else you entered.", number_of(*rows, "figure", "figures"))
            }
            Self::CanBeEdited => f.write_str("You can edit this copy. Save it under Save and share."),
            Self::ReadOnly => f.write_str("This copy is read-only. Press \u{201C}Edit a copy\u{201D} to change it."),
            Self::PersonalText => f.write_str(PERSONAL_TEXT),
            Self::PersonalRemark => f.write_str(super::commentary::PERSONAL),
            Self::Restarted(waiting) => {
                f.write_str(
                    "The calculator failed and was started again. Everything you entered is here, but earlier changes \
                     cannot be undone.",
                )?;
                if waiting.is_empty() {
                    return Ok(());
                }
                let waiting: Vec<&str> = waiting.iter().map(|file| source(file)).collect();
                write!(f, " Not read: {}. Paste or choose it again.", waiting.join(", "))
            }
        }
    }
}

fn no_longer_compared(councils: &[&str]) -> String {
    let were = if councils.len() == 1 { "It was" } else { "They were" };
    let councils: Vec<String> = councils.iter().map(ToString::to_string).collect();
    let councils = listed(&councils);
    format!("No longer compared with {councils}. {were} chosen for the figures before. Undo takes this back.")
}

impl Display for Added {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let told = |count: usize, one: &str, many: &str| {
            (count > 0).then(|| format!("{}.", number_of(count, one, many)))
        };
        let read = match (self.figures, self.repeated, self.corrections) {
            (0, 0, _) => Some("No figure was read.".to_owned()),
            (0, _, 0) => Some("Nothing new.".to_owned()),
            (0, ..) => None,
            (some, ..) => told(some, "figure was read", "figures were read"),
        };
        let layouts: Vec<&str> = self.layouts.iter().map(|layout| super::reading::layout(*layout)).collect();
        let sentences = [
            read,
            (!layouts.is_empty()).then(|| format!("Layout: {}.", layouts.join(", "))),
            told(self.remembered, "name was read as you chose before", "names were read as you chose before"),
            told(
                self.corrections,
                "figure differs from the one you had: say which one is right",
                "figures differ from those you had: say which ones are right",
            ),
            (self.names > 0).then(|| format!("{} below.", heading(self.names))),
            told(self.unsure, "row needs your attention", "rows need your attention"),
            told(
                self.repeated,
                "figure was already in the table and was not added again",
                "figures were already in the table and were not added again",
            ),
        ];
        f.write_str(&sentences.into_iter().flatten().collect::<Vec<_>>().join(" "))
    }
}

/// What there is to say after an action: a sentence or a few for each thing that was done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message(Rc<[Status]>);

impl Message {
    /// Whether it is this very message, of the same action.
    pub(crate) fn is_of(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// Each thing that was done, in order.
    pub fn statuses(&self) -> &[Status] {
        &self.0
    }
}

impl From<Status> for Message {
    fn from(status: Status) -> Self {
        Self(Rc::from([status]))
    }
}

impl FromIterator<Status> for Message {
    fn from_iter<T: IntoIterator<Item = Status>>(statuses: T) -> Self {
        Self(statuses.into_iter().collect())
    }
}

impl Display for Message {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (index, status) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str(" ")?;
            }
            status.fmt(f)?;
        }
        Ok(())
    }
}
