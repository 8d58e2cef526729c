//! A cell of the matrix as one text: `51 of 646`, `7.9%`, `c`; and what a text put into one means for the lines.

use std::rc::Rc;

use crate::app::lines::{Line, LineId, Lines};
use crate::figure::{Amount, Place};
use crate::indicator::Kind;
use crate::read::{Columns, Entry, split_counts};
use crate::words::screens::figures::cell;
use crate::words::status::RowOrder;

/// What typing into a cell of the matrix changes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Slot {
    /// A line that is there.
    Line(LineId),
    /// A line that is not there yet: of the same measure and area as this one, for a period.
    New {
        /// A line of the same row.
        like: LineId,
        /// The period, as text; empty where none is given.
        period: String,
    },
}

/// In which order the rows are into which new figures are put: they came in that of their first lines.
pub(super) fn order(puts: &[(Slot, String)]) -> RowOrder {
    let of_rows = puts.iter().filter_map(|(slot, _)| match slot {
        Slot::New { like, .. } => Some(*like),
        Slot::Line(_) => None,
    });
    if of_rows.is_sorted() { RowOrder::AsPasted } else { RowOrder::ByTheme }
}

/// The cells of a text as a spreadsheet copies them; a single text is a block of one cell.
pub fn block(text: &str) -> Vec<Vec<String>> {
    let text = text.trim_end_matches(['\r', '\n']);
    let cells =
        |line: &str| line.trim_end_matches('\r').split('\t').map(|cell| cell.trim().to_owned()).collect();
    text.split('\n').map(cells).collect()
}

/// What a cell shows of its entry, and what it can be typed as: `51 of 646`, `51 of 646 (7.9%)`, `7.9%`, `c`.
///
/// ```
/// use corporate_parenting_calculator::app::lines::slot::{cell_text, put};
/// use corporate_parenting_calculator::read::Entry;
///
/// let mut entry = Entry::default();
/// put(&mut entry, "51 / 646");
/// assert_eq!((entry.numerator.as_str(), entry.denominator.as_str()), ("51", "646"));
/// assert_eq!(cell_text(&entry), "51 of 646");
/// put(&mut entry, "c");
/// assert_eq!((entry.numerator.as_str(), entry.value.as_str()), ("", "c"));
/// ```
pub fn cell_text(entry: &Entry) -> String {
    let [numerator, denominator, value] =
        [&entry.numerator, &entry.denominator, &entry.value].map(|text| text.trim());
    let is_count = entry.subject.indicator().is_some_and(|measure| measure.kind == Kind::Count);
    match (numerator, denominator) {
        ("", "") => value.to_owned(),
        (count, "") if value.is_empty() && is_count => count.to_owned(),
        _ if value.is_empty() => format!("{numerator} of {denominator}").trim().to_owned(),
        _ => format!("{} ({value})", format!("{numerator} of {denominator}").trim()),
    }
}

/// Puts a text into an entry in place of its counts and its value. What its source says of these, and where, is no longer so.
pub fn put(entry: &mut Entry, text: &str) {
    if cell_text(entry) == text.trim() {
        return;
    }
    (entry.place, entry.columns) = (Place::default(), Columns::default());
    entry.stated_change.clear();
    let [numerator, denominator, value] = split_counts(text);
    (entry.numerator, entry.denominator, entry.value) = (numerator, denominator, value);
}

impl Lines {
    /// Puts texts into cells. Nothing put into a cell that is not there makes no line. Returns how many cells now hold
    /// another text.
    pub(crate) fn put(&mut self, puts: &[(Slot, String)]) -> usize {
        let mut changed = 0;
        for (slot, text) in puts {
            let (Slot::Line(of) | Slot::New { like: of, .. }) = slot;
            let percentage = self.get(*of).and_then(|line| self.percentage_in_row_of(line, text.trim()));
            let text = percentage.as_deref().unwrap_or(text.trim());
            match slot {
                Slot::Line(id) => {
                    let Some(position) = self.position(*id) else { continue };
                    let Some(line) = Rc::make_mut(&mut self.list).get_mut(position) else { continue };
                    if cell_text(&line.entry) != text {
                        Rc::make_mut(line).change(|entry| put(entry, text));
                        changed += 1;
                    }
                }
                Slot::New { like, period } => {
                    let Some(like) = self.get(*like).filter(|_| !text.is_empty()) else { continue };
                    let mut entry = Entry { period: period.clone(), ..alike(&like.entry) };
                    put(&mut entry, text);
                    self.push(entry);
                    changed += 1;
                }
            }
        }
        changed
    }

    /// Returns a whole number as a percentage, where the figures of its row are percentages and nothing else, or `None` if they
    /// are not, or it is no such number.
    fn percentage_in_row_of(&self, line: &Line, text: &str) -> Option<String> {
        let is_share = line.entry.subject.indicator().is_some_and(|measure| measure.kind == Kind::Share);
        if !is_share || text.parse::<u8>().is_ok_and(|number| number > 100) || text.parse::<u8>().is_err() {
            return None;
        }
        let is_of_row = |other: &Entry| {
            (&other.label, &other.context, &other.area, &other.subject)
                == (&line.entry.label, &line.entry.context, &line.entry.area, &line.entry.subject)
        };
        let row = self.iter().filter(|other| is_of_row(&other.entry));
        let mut amounts = row.filter_map(|other| Some(other.checked.figure.as_ref()?.amount)).peekable();
        amounts.peek()?;
        let are_percentages = amounts.all(|amount| matches!(amount, Amount::Value(_) | Amount::Withheld(_)));
        are_percentages.then(|| format!("{text}%"))
    }

    /// The names of the first and the last cell of those that are filled: their rows and their periods.
    pub(super) fn span(&self, puts: &[(Slot, String)]) -> Vec<String> {
        let name = |slot: &Slot| {
            let (Slot::Line(of) | Slot::New { like: of, .. }) = slot;
            let line = self.get(*of)?;
            Some(match slot {
                Slot::Line(_) => line.name_of_cell(),
                Slot::New { period, .. } => line.name_for(period),
            })
        };
        let ends = if puts.len() > 1 { vec![puts.first(), puts.last()] } else { vec![puts.first()] };
        ends.into_iter().flatten().filter_map(|(slot, _)| name(slot)).collect()
    }

    /// Gives a period to every blank line that has none; where there is no such line, adds a blank one for it.
    pub(crate) fn add_period(&mut self, text: &str) {
        let waits = |entry: &Entry| entry.is_blank() && entry.period.trim().is_empty();
        let waiting: Vec<usize> =
            self.iter().enumerate().filter(|(_, line)| waits(&line.entry)).map(|(at, _)| at).collect();
        if let (true, Some(first)) = (waiting.is_empty(), self.list.first()) {
            let entry = Entry { period: text.to_owned(), ..alike(&first.entry) };
            self.push(entry);
        }
        for at in waiting {
            if let Some(line) = Rc::make_mut(&mut self.list).get_mut(at) {
                Rc::make_mut(line).change(|entry| text.clone_into(&mut entry.period));
            }
        }
    }

    /// Gives lines another period.
    pub(crate) fn retime(&mut self, lines: &[LineId], text: &str) {
        for id in lines {
            let Some(position) = self.position(*id) else { continue };
            if let Some(line) = Rc::make_mut(&mut self.list).get_mut(position) {
                Rc::make_mut(line).change(|entry| text.clone_into(&mut entry.period));
            }
        }
    }
}

impl Line {
    /// The name of its cell: what it measures, or its own name where that is not known, and its period.
    pub fn name_of_cell(&self) -> String {
        self.name_for(&self.entry.period)
    }

    /// The name of the cell of its row for a period as it is written.
    fn name_for(&self, period: &str) -> String {
        let entry = &self.entry;
        let title = entry.subject.indicator().map_or(entry.label.trim(), |measure| &measure.title);
        if period.is_empty() { title.to_owned() } else { cell(title, period) }
    }
}

/// An entry of the same row, without period and numbers.
fn alike(entry: &Entry) -> Entry {
    Entry {
        label: entry.label.clone(),
        context: entry.context.clone(),
        subject: entry.subject.clone(),
        area: entry.area.clone(),
        ..Entry::default()
    }
}
