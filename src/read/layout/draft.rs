//! Values that belong together, on their way to entries.

use crate::area::{Area, Level};
use crate::figure::Place;
use crate::indicator::Kind;
use crate::read::With;
use crate::read::cell::{self, Cell};
use crate::read::entry::Entry;
use crate::read::meaning::{Holds, Meaning};
use crate::read::side::Side;
use crate::read::when::{self, When};

/// Whose a value is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Sort {
    /// The council's own.
    Own,
    /// Of another council, whose column it is.
    OfArea(&'static Area),
    /// A target.
    Target,
    /// Of others.
    Comparator(With),
}

impl Sort {
    /// Returns what a value is by its column and by whose figures its row holds, or `None` if it is not read.
    pub(super) fn of(meaning: &Meaning, of_row: Side) -> Option<Self> {
        if meaning.holds == Holds::Target || of_row == Side::Target || meaning.side == Side::Target {
            return Some(Self::Target);
        }
        let side = if meaning.side == Side::Own { of_row } else { meaning.side };
        if meaning.holds == Holds::ToDate {
            return (side == Side::Own).then_some(Self::Comparator(With::YearToDate));
        }
        Some(match side {
            Side::Own => Self::Own,
            Side::Area(area) if area.level == Level::Council => Self::OfArea(area),
            Side::Area(area) => Self::Comparator(With::Area(area)),
            Side::Region => Self::Comparator(With::Region),
            Side::Neighbours => Self::Comparator(With::Neighbours),
            Side::Others | Side::Target => return None,
        })
    }
}

/// What is known of a bare number under a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    /// Nothing.
    Nothing,
    /// It is a percentage.
    Percent,
    /// It is a count.
    Count,
}

/// A value with what belongs to it.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub entry: Entry,
    pub sort: Sort,
    pub section: usize,
    /// The column of its first value, from 0.
    pub column: usize,
    pub says: Says,
    /// Whether its row may not be about all children.
    pub is_doubtful: bool,
    /// Whether its row is a total of others.
    pub is_total: bool,
    pub tolerance: String,
    /// What the column says of the measure.
    pub words: String,
}

/// What a row says of its figures: the cells of these columns, and the first draft of its measure.
pub(super) struct Judged {
    pub measure: usize,
    pub good: String,
    pub rating: String,
    pub direction: String,
}

/// The drafts of a block, in order.
#[derive(Default)]
pub(super) struct Drafts {
    pub all: Vec<Draft>,
    /// Where the measure that is read begins.
    measure: usize,
    /// Rows with cells that say that there is no number.
    pub without_number: Vec<usize>,
    /// Rows with a target that could not be read.
    pub unread: Vec<usize>,
    /// Rows with figures of an earlier time beside those of their columns.
    pub earlier: Vec<usize>,
    /// Comments, each with the first draft of its measure.
    pub comments: Vec<(usize, String, Place)>,
    /// What rows say of their figures.
    pub judged: Vec<Judged>,
    /// Stated changes, each with the first draft of its measure and its column.
    pub changes: Vec<(usize, usize, String)>,
}

impl Draft {
    /// A value of a row without column headings.
    pub(super) fn of(entry: Entry, section: usize) -> Self {
        Self {
            column: entry.columns.value.max(entry.columns.numerator).saturating_sub(1),
            entry,
            sort: Sort::Own,
            section,
            says: Says::Nothing,
            is_doubtful: false,
            is_total: false,
            tolerance: String::new(),
            words: String::new(),
        }
    }
}

impl Draft {
    /// Takes the period that the name of the row says, where it has none. A part of a year is one of `year`; without one,
    /// its period stays what the name says, to be mended.
    pub(super) fn take_period_of_name(&mut self, year: Option<When>) {
        if self.entry.period.is_empty()
            && let Some(when) = when::of_name(&self.entry.label)
        {
            self.entry.period = when::text(when, year);
        }
    }

    /// Says whose the value is.
    pub(super) fn belong_to(&mut self, side: Side) {
        match side {
            Side::Own => {}
            Side::Area(area) if area.level == Level::Council => area.name.clone_into(&mut self.entry.area),
            Side::Area(area) => self.sort = Sort::Comparator(With::Area(area)),
            Side::Region => self.sort = Sort::Comparator(With::Region),
            Side::Neighbours => self.sort = Sort::Comparator(With::Neighbours),
            Side::Target => self.sort = Sort::Target,
            Side::Others => self.is_doubtful = true,
        }
    }
}

impl Drafts {
    /// Begins a measure; what is put from here on is not of the one before.
    pub(super) const fn begin_measure(&mut self) {
        self.measure = self.all.len();
    }

    /// Puts a value to the draft it belongs to.
    pub(super) fn put(&mut self, draft: &Draft, holds: Holds, value: &str, column: usize) {
        let is_number = || {
            matches!(
                cell::parse(value),
                Cell::Number(_) | Cell::OutOf(..) | Cell::CountWithPercent(..) | Cell::Withheld(_)
            )
        };
        if holds == Holds::Counts && !is_number() {
            return;
        }
        let holds = if holds == Holds::Counts { Holds::Numerator } else { holds };
        let belongs = |other: &Draft| {
            other.sort == draft.sort
                && other.words == draft.words
                && other.entry.period == draft.entry.period
                && other.entry.area == draft.entry.area
        };
        let slot = |entry: &Entry| match holds {
            Holds::Numerator => entry.numerator.is_empty(),
            Holds::Denominator | Holds::Total => entry.denominator.is_empty(),
            _ => entry.value.is_empty(),
        };
        let known = self.all[self.measure..].iter().position(|other| belongs(other) && slot(&other.entry));
        let at = if let Some(at) = known {
            at + self.measure
        } else {
            self.all.push(draft.clone());
            self.all.len() - 1
        };
        let into = &mut self.all[at];
        if draft.says == Says::Percent && holds != Holds::Numerator && into.says == Says::Nothing {
            into.says = Says::Percent;
        }
        let entry = &mut into.entry;
        match (holds, cell::parse(value)) {
            (Holds::Numerator, Cell::CountWithPercent(count, _)) if entry.value.is_empty() => {
                count.clone_into(&mut entry.numerator);
                value.clone_into(&mut entry.value);
                (entry.columns.numerator, entry.columns.value) = (column, column);
            }
            (Holds::Numerator, Cell::OutOf(numerator, denominator, _)) => {
                numerator.clone_into(&mut entry.numerator);
                denominator.clone_into(&mut entry.denominator);
                (entry.columns.numerator, entry.columns.denominator) = (column, column);
            }
            (Holds::Numerator, _) => {
                value.clone_into(&mut entry.numerator);
                entry.columns.numerator = column;
            }
            (Holds::Denominator | Holds::Total, _) => {
                value.clone_into(&mut entry.denominator);
                entry.columns.denominator = column;
            }
            _ => {
                value.clone_into(&mut entry.value);
                entry.columns.value = column;
            }
        }
    }

    /// A figure of others or a target in the cell of the last value.
    pub(super) fn beside(&mut self, side: Side, number: &str, column: usize) {
        let Some(own) = self.all.last().cloned() else { return };
        let sort = match side {
            Side::Target => Sort::Target,
            Side::Area(area) => Sort::Comparator(With::Area(area)),
            Side::Region => Sort::Comparator(With::Region),
            Side::Neighbours => Sort::Comparator(With::Neighbours),
            Side::Others => {
                self.earlier.push(own.entry.place.row);
                return;
            }
            Side::Own => return,
        };
        let mut draft = Draft { sort, ..own };
        draft.entry = Entry {
            numerator: String::new(),
            denominator: String::new(),
            value: number.to_owned(),
            ..draft.entry
        };
        draft.entry.columns.value = column;
        self.all.push(draft);
    }

    /// A figure of others or a target in a list of them in its row, of a time that is not said.
    pub(super) fn listed(&mut self, side: Side, number: &str, row: usize, column: usize) {
        if self.all.last().is_some_and(|draft| draft.entry.place.row == row) {
            self.beside(side, number, column);
            if let Some(draft) = self.all.last_mut().filter(|draft| draft.sort != Sort::Own) {
                draft.entry.period.clear();
            }
        }
    }

    /// A cell of this row says that there is no number.
    pub(super) fn no_number(&mut self, row: usize) {
        if self.without_number.last() != Some(&row) {
            self.without_number.push(row);
        }
    }

    pub(super) fn change(&mut self, column: usize, text: &str) {
        if !matches!(cell::parse(text), Cell::Number(_) | Cell::Percent(_)) {
            return;
        }
        self.changes.push((self.measure, column, text.to_owned()));
    }

    /// What the row of the measure that is read says of its figures, in the cells of these columns.
    pub(super) fn judge(&mut self, [good, rating, direction]: [&str; 3]) {
        if self.measure < self.all.len() && [good, rating, direction].iter().any(|text| !text.is_empty()) {
            let [good, rating, direction] = [good, rating, direction].map(str::to_owned);
            self.judged.push(Judged { measure: self.measure, good, rating, direction });
        }
    }

    /// Puts a draft in, after those of its measure before it.
    pub(super) fn insert(&mut self, at: usize, draft: Draft) {
        self.all.insert(at, draft);
        let starts = self.comments.iter_mut().map(|(measure, ..)| measure);
        let starts = starts.chain(self.changes.iter_mut().map(|(measure, ..)| measure));
        for start in
            starts.chain(self.judged.iter_mut().map(|row| &mut row.measure)).filter(|start| **start >= at)
        {
            *start += 1;
        }
    }

    pub(super) fn comment(&mut self, text: &str, place: Place) {
        self.comments.push((self.measure, text.to_owned(), place));
    }
}

/// Whether a draft is of a share and its value a whole number without a sign.
pub(super) fn is_bare(draft: &Draft) -> bool {
    let is_share = draft.entry.subject.indicator().is_some_and(|indicator| indicator.kind == Kind::Share);
    is_share && matches!(cell::parse(&draft.entry.value), Cell::Number(number) if number.decimals() == 0)
}

/// Where the drafts of a section are; they come in the order of their sections.
pub(super) fn of_section(drafts: &[Draft], section: usize) -> std::ops::Range<usize> {
    let start = drafts.partition_point(|draft| draft.section < section);
    start..start + drafts[start..].partition_point(|draft| draft.section == section)
}
