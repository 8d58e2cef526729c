//! The lines of the figures table: what was read or typed, and what each comes to.

mod adding;
mod guard;
pub mod matrix;
mod own;
mod problems;
pub mod slot;
mod unsettled;

use std::fmt;
use std::num::ParseIntError;
use std::rc::Rc;
use std::str::FromStr;

use crate::app::name::Name;
use crate::figure::Figure;
use crate::indicator::Measure;
use crate::period::Period;
use crate::read::{self, Checked, Entry, Problem, Subject};
use crate::words::status::Status;

pub use self::guard::TurnedAway;
pub use self::matrix::Matrix;
pub use self::own::OwnAction;
pub use self::problems::counted;
pub use self::slot::Slot;
pub use self::unsettled::Unsettled;

/// Which line of the table. It stays the same while the line is there, and is greater than those of the lines above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineId(usize);

impl fmt::Display for LineId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl LineId {
    /// The cell of the line that holds this text.
    pub const fn cell(self, field: Field) -> CellId {
        CellId { line: self, field }
    }
}

impl FromStr for LineId {
    type Err = ParseIntError;

    fn from_str(text: &str) -> Result<Self, ParseIntError> {
        text.parse().map(Self)
    }
}

/// A text of a line that can be typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// The area.
    Area,
    /// The period.
    Period,
    /// The numerator.
    Numerator,
    /// The denominator.
    Denominator,
    /// The percentage, rate, number or symbol.
    Value,
}

/// A cell of the table that can be typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CellId {
    /// Of which line.
    pub line: LineId,
    /// Which of its texts.
    pub field: Field,
}

/// One line of the figures table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which it is.
    pub id: LineId,
    /// Its texts.
    pub entry: Entry,
    /// What they come to.
    pub checked: Checked,
}

impl Line {
    /// Whether a person left it out.
    pub const fn is_left_out(&self) -> bool {
        matches!(self.entry.subject, Subject::LeftOut(_))
    }

    /// Whether it is open if its number is a percentage or a count.
    fn asks_sort(&self) -> bool {
        self.checked.problems.iter().any(read::is_of_sort)
    }

    fn change(&mut self, how: impl FnOnce(&mut Entry)) {
        how(&mut self.entry);
        self.checked = self.entry.check();
    }
}

/// The lines of the figures table, and what is wrong with the tables they were read from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// In the order they came. Lines that did not change stay the very same through every change of others.
    list: Rc<Vec<Rc<Line>>>,
    /// Problems of pasted tables as a whole.
    of_tables: Rc<Vec<Problem>>,
    next: usize,
}

/// A change to the lines.
#[derive(Clone, Debug, PartialEq)]
pub enum LinesAction {
    /// Type into one text of a line.
    Edit(CellId, String),
    /// Type into a cell of the matrix.
    Put(Slot, String),
    /// Put texts into cells of the matrix: a block that was pasted, a fill, nothing in place of what is there.
    Fill {
        /// Each cell with its text.
        puts: Vec<(Slot, String)>,
        /// How many more texts have no cell to go to.
        beyond: usize,
    },
    /// Give these lines another period.
    Retime(Vec<LineId>, String),
    /// Read this line, and all of the same name, as this indicator.
    ReadAs(LineId, Measure),
    /// Leave out this line and all of the same name, or take them back in.
    LeaveOut(LineId),
    /// Leave out every line whose name is not settled.
    LeaveOutUnsettled,
    /// Delete these lines.
    Delete(Vec<LineId>),
    /// Add a row of this measure without a figure, for a period, which may be empty.
    AddMeasure(Measure, String),
    /// Add a column for a period to the rows there are.
    AddPeriod(String),
    /// Dismiss the problems of tables as a whole.
    DismissProblems,
}

impl Lines {
    /// Whether these are the very same lines, none of them changed since.
    pub(crate) fn are_same(&self, others: &Self) -> bool {
        Rc::ptr_eq(&self.list, &others.list)
    }

    /// Whether these are of the same measures, line by line.
    pub(crate) fn are_alike(&self, others: &Self) -> bool {
        let is_alike = |(one, other): (&Rc<Line>, &Rc<Line>)| {
            Rc::ptr_eq(one, other) || one.entry.subject == other.entry.subject
        };
        self.len() == others.len() && self.iter().zip(others).all(is_alike)
    }

    /// Makes a change. Returns what there is to say about it, or `None`.
    pub(crate) fn apply(&mut self, action: LinesAction) -> Option<Status> {
        match action {
            LinesAction::Edit(cell, text) => self.edit(cell, &text),
            LinesAction::Put(slot, text) => {
                self.put(&[(slot, text)]);
                None
            }
            LinesAction::Fill { puts, beyond } => {
                let (order, span) = (slot::order(&puts), self.span(&puts));
                let is_emptied = beyond == 0 && puts.iter().all(|(_, text)| text.trim().is_empty());
                let cells = self.put(&puts);
                Some(if is_emptied {
                    Status::Emptied { cells, span }
                } else {
                    Status::Filled { cells, span, beyond, order }
                })
            }
            LinesAction::Retime(lines, text) => {
                self.retime(&lines, text.trim());
                None
            }
            LinesAction::ReadAs(line, indicator) => self.read_as(line, indicator),
            LinesAction::LeaveOut(line) => self.leave_out(line),
            LinesAction::LeaveOutUnsettled => Some(Status::NamesLeftOut(self.leave_out_unsettled())),
            LinesAction::Delete(lines) => {
                Rc::make_mut(&mut self.list).retain(|each| !lines.contains(&each.id));
                Some(Status::RowDeleted)
            }
            LinesAction::AddMeasure(measure, period) => {
                let label = measure.title.clone().into_owned();
                self.push(Entry {
                    label,
                    subject: Subject::Known(measure.clone()),
                    period,
                    ..Entry::default()
                });
                Some(Status::MeasureAdded(measure))
            }
            LinesAction::AddPeriod(period) => {
                self.add_period(&period);
                Some(Status::PeriodAdded(period))
            }
            LinesAction::DismissProblems => {
                self.of_tables = Rc::default();
                None
            }
        }
    }

    /// Takes every line and every problem away.
    pub(crate) fn clear(&mut self) {
        (self.list, self.of_tables) = Default::default();
    }

    /// Every line, in the order they came.
    pub fn as_slice(&self) -> &[Rc<Line>] {
        &self.list
    }

    /// Every line, in the order they came.
    pub fn iter(&self) -> std::slice::Iter<'_, Rc<Line>> {
        self.list.iter()
    }

    /// Whether the lines of another table are the same; what is wrong with tables as a whole is not asked.
    pub(crate) fn has_same_lines(&self, other: &Self) -> bool {
        self.list == other.list
    }

    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is no line.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Returns the line of this id, or `None` if it is not there any more.
    pub fn get(&self, id: LineId) -> Option<&Line> {
        self.list.get(self.position(id)?).map(|line| &**line)
    }

    /// Returns where a line is from the top, counted from 0, or `None` if it is not there any more.
    pub fn position(&self, id: LineId) -> Option<usize> {
        self.list.binary_search_by_key(&id, |line| line.id).ok()
    }

    /// The id the next line added will have.
    pub const fn next_id(&self) -> LineId {
        LineId(self.next)
    }

    /// The figure of each line that has one.
    pub fn figures(&self) -> Vec<Figure> {
        self.each_figure().cloned().collect()
    }

    /// The same without a copy.
    pub fn each_figure(&self) -> impl Iterator<Item = &Figure> {
        self.iter().filter_map(|line| line.checked.figure.as_ref())
    }

    /// Adds a line at the end.
    pub(crate) fn push(&mut self, entry: Entry) -> LineId {
        let id = LineId(self.next);
        let checked = entry.check();
        Rc::make_mut(&mut self.list).push(Rc::new(Line { id, entry, checked }));
        self.next += 1;
        id
    }

    /// Gives quarters and months without a year that of the period reported on.
    pub(crate) fn complete_periods(&mut self, of: Period) {
        let completed = |line: &Rc<Line>| line.entry.completed_period(of);
        if !self.iter().any(|line| completed(line).is_some()) {
            return;
        }
        for line in Rc::make_mut(&mut self.list) {
            if let Some(period) = completed(line) {
                Rc::make_mut(line).change(|entry| entry.period = period.to_string());
            }
        }
    }

    fn edit(&mut self, cell: CellId, text: &str) -> Option<Status> {
        let position = self.position(cell.line)?;
        let line = Rc::make_mut(Rc::make_mut(&mut self.list).get_mut(position)?);
        let answers = cell.field == Field::Value
            && line.asks_sort()
            && text.trim().strip_suffix('%').is_some_and(|number| number.trim() == line.entry.value.trim());
        line.change(|entry| text.clone_into(text_of(entry, cell.field)));
        let many = if answers { self.read_as_percentages(position) } else { 0 };
        (many > 0).then_some(Status::ReadAsPercentages(many))
    }

    /// Reads the whole numbers of the table that the line at this position is of, as percentages, where that was open. Returns
    /// how many.
    fn read_as_percentages(&mut self, position: usize) -> usize {
        let is_next = |pair: &[Rc<Line>]| read::is_next_in_table(&pair[0].entry, &pair[1].entry);
        let before = self.list[..=position].windows(2).rev().take_while(|pair| is_next(pair)).count();
        let after = self.list[position..].windows(2).take_while(|pair| is_next(pair)).count();
        let table = &mut Rc::make_mut(&mut self.list)[position - before..=position + after];
        let mut many = 0;
        for line in table.iter_mut().filter(|line| line.asks_sort()) {
            Rc::make_mut(line).change(|entry| entry.value.push('%'));
            many += 1;
        }
        many
    }

    /// Gives a line the numbers of an entry that corrects it; what it measures, for whom and for when stays.
    pub(crate) fn correct(&mut self, id: LineId, by: &Entry) {
        let Some(position) = self.position(id) else { return };
        if let Some(line) = Rc::make_mut(&mut self.list).get_mut(position) {
            Rc::make_mut(line).change(|entry| {
                let before = std::mem::replace(entry, by.clone());
                (entry.label, entry.context, entry.subject) = (before.label, before.context, before.subject);
                (entry.area, entry.period) = (before.area, before.period);
            });
        }
    }

    fn read_as(&mut self, id: LineId, indicator: Measure) -> Option<Status> {
        let label = self.change_all_like(id, |entry| {
            entry.subject = Subject::Known(indicator.clone());
            if entry.label.is_empty() {
                entry.label = indicator.title.clone().into_owned();
            }
        })?;
        Some(Status::ReadAs(label, indicator))
    }

    fn leave_out(&mut self, id: LineId) -> Option<Status> {
        if self.get(id)?.is_left_out() {
            self.change_all_like(id, Entry::take_back_in).map(Status::IncludedAgain)
        } else {
            self.change_all_like(id, Entry::leave_out).map(Status::LeftOut)
        }
    }

    /// Whether a line is this one, or another of the same name. `None` if it is there no more.
    fn is_like(&self, id: LineId) -> Option<impl Fn(&Line) -> bool + use<>> {
        let entry = &self.get(id)?.entry;
        let (has_name, name) = (!entry.label.trim().is_empty(), Name::of(entry));
        Some(move |line: &Line| line.id == id || (has_name && Name::of(&line.entry) == name))
    }

    /// Changes a line and every other of the same name under the same headings. Returns the name as it stands in the
    /// line, or `None` if the line is there no more.
    fn change_all_like(&mut self, id: LineId, how: impl Fn(&mut Entry)) -> Option<String> {
        let label = self.get(id)?.entry.label.trim().to_owned();
        let is_like = self.is_like(id)?;
        for line in Rc::make_mut(&mut self.list).iter_mut().filter(|line| is_like(line)) {
            Rc::make_mut(line).change(&how);
        }
        Some(label)
    }
}

const fn text_of(entry: &mut Entry, field: Field) -> &mut String {
    match field {
        Field::Area => &mut entry.area,
        Field::Period => &mut entry.period,
        Field::Numerator => &mut entry.numerator,
        Field::Denominator => &mut entry.denominator,
        Field::Value => &mut entry.value,
    }
}

impl<'a> IntoIterator for &'a Lines {
    type Item = &'a Rc<Line>;
    type IntoIter = std::slice::Iter<'a, Rc<Line>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
