//! The lines as a matrix, as councils keep their figures: a row for each measure of each council, a column for each
//! period. It is a view of the lines; what a change to one of its cells means for them is in [`super::slot`].

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use crate::app::lines::slot::Slot;
use crate::app::lines::{Line, LineId, Lines};
use crate::app::name::Name;
use crate::indicator::{Measure, Theme};
use crate::period::Period;
use crate::read::{Entry, Subject};
use crate::sorting::Sorting;

/// In which order the rows of a matrix are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowsBy {
    /// As they came.
    #[default]
    Pasted,
    /// By theme: first the names of which the person must say what they measure, last what was left out.
    Theme,
}

/// The lines as a matrix.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// In which order its rows are.
    pub by: RowsBy,
    /// The columns: periods in order of time, then what is not a period, then the figures that name none.
    pub columns: Vec<Column>,
    /// The rows, as they came or in the order of their sections and within them as they came; rows of one measure together.
    pub rows: Vec<Rc<Row>>,
}

/// A column of the matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// For when its figures are.
    pub when: When,
    /// The period as its first line writes it, or empty.
    pub text: String,
    /// Whether any of its figures is given as counts.
    pub has_counts: bool,
}

/// For when the figures of a column are, in the order of columns.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum When {
    /// For this period.
    Period(Period),
    /// What is written in place of a period.
    Unreadable(String),
    /// Nothing is written; they are for the period the person chose.
    NotGiven,
}

/// What rows stand under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Names of which the person must say what they measure.
    Unsettled,
    /// The theme of their measures.
    Theme(Theme),
    /// Rows that were left out.
    LeftOut,
}

/// A row of the matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The first of its lines.
    pub first: Rc<Line>,
    /// What it stands under.
    pub section: Section,
    /// The line in each column, if there is one.
    pub cells: Vec<Option<Rc<Line>>>,
}

impl Row {
    /// Returns its measure, or `None` if the person must still say which it is, or left it out.
    pub fn measure(&self) -> Option<&Measure> {
        self.first.entry.subject.indicator()
    }

    /// The title of its measure; otherwise its name as it was pasted.
    pub fn title(&self) -> &str {
        self.measure().map_or(self.first.entry.label.trim(), |measure| &measure.title)
    }

    /// Returns the name as it was pasted, or `None` if that is the title.
    pub fn pasted_as(&self) -> Option<&str> {
        let label = self.first.entry.label.trim();
        (!label.is_empty() && !label.eq_ignore_ascii_case(self.title())).then_some(label)
    }

    /// Each of its lines.
    pub fn lines(&self) -> impl Iterator<Item = &Rc<Line>> {
        self.cells.iter().flatten()
    }

    /// What is changed by typing into its cell in a column.
    pub fn slot(&self, at: usize, column: &Column) -> Slot {
        match self.cells.get(at).and_then(Option::as_ref) {
            Some(line) => Slot::Line(line.id),
            None => Slot::New { like: self.first.id, period: column.text.clone() },
        }
    }
}

impl Matrix {
    /// Returns the same after a change of lines, with the rows that did not change as they are, or `None` if it has to be made anew: more
    /// than the numbers of lines changed.
    pub fn renewed(&self, before: &Lines, now: &Lines) -> Option<Self> {
        let mut rows = self.rows.clone();
        let changed = before.iter().zip(now).filter(|(before, now)| !Rc::ptr_eq(before, now));
        for (before, now) in changed {
            let (row, column) = self.position(before.id).filter(|_| is_placed_alike(before, now))?;
            let row = Rc::make_mut(&mut rows[row]);
            if row.first.id == now.id {
                row.first = now.clone();
            }
            row.cells[column] = Some(now.clone());
        }
        (before.len() == now.len()).then(|| Self { rows, columns: self.columns.clone(), by: self.by })
    }

    /// Returns where a line is, by row and column, counted from 0, or `None` if it is not there any more.
    pub fn position(&self, line: LineId) -> Option<(usize, usize)> {
        let column = |row: &Rc<Row>| {
            row.cells.iter().position(|cell| cell.as_ref().is_some_and(|cell| cell.id == line))
        };
        self.rows.iter().enumerate().find_map(|(at, row)| Some((at, column(row)?)))
    }

    /// Returns the column of the newest period, or `None` if no column is of one.
    pub fn newest(&self) -> Option<usize> {
        self.columns.iter().rposition(|column| matches!(column.when, When::Period(_)))
    }

    /// Whether its rows are of more than one area.
    pub fn has_areas(&self) -> bool {
        let area = |row: &Rc<Row>| row.first.entry.area.trim().to_owned();
        self.rows.first().is_some_and(|first| self.rows.iter().any(|row| area(row) != area(first)))
    }

    /// Each line of a column, from the top.
    pub fn lines_of(&self, column: usize) -> Vec<LineId> {
        self.rows.iter().filter_map(|row| Some(row.cells.get(column)?.as_ref()?.id)).collect()
    }

    /// What changes when a block of texts is put into the cells from one to the right and down, and how many of its texts
    /// have no cell to go to.
    pub fn block(&self, row: usize, column: usize, texts: &[Vec<String>]) -> (Vec<(Slot, String)>, usize) {
        let mut puts = Vec::new();
        let mut beyond = 0;
        for (down, cells) in texts.iter().enumerate() {
            for (right, text) in cells.iter().enumerate() {
                let at = column + right;
                match self.rows.get(row + down).zip(self.columns.get(at)) {
                    Some((row, column)) => puts.push((row.slot(at, column), text.clone())),
                    None => beyond += 1,
                }
            }
        }
        (puts, beyond)
    }
}

/// Whether a line stands where it stood before a change, and makes its column no other.
fn is_placed_alike(before: &Line, now: &Line) -> bool {
    let (one, other) = (&before.entry, &now.entry);
    before.id == now.id
        && (&one.label, &one.context, &one.subject) == (&other.label, &other.context, &other.subject)
        && (&one.area, &one.period) == (&other.area, &other.period)
        && has_counts(one) == has_counts(other)
}

fn has_counts(entry: &Entry) -> bool {
    !entry.denominator.is_empty() || entry.value.contains(" of ")
}

/// What lines of one row have in common: what they measure, of whom, and how many lines of the same had a figure for the
/// same period before.
#[derive(PartialEq, Eq, Hash)]
struct Key<'a> {
    name: usize,
    measure: &'a str,
    section: u8,
    area: &'a str,
    before: usize,
}

impl Lines {
    /// The lines as a matrix, by theme. A figure given twice for one period stands in a row of its own.
    pub fn matrix(&self) -> Matrix {
        self.matrix_by(RowsBy::Theme)
    }

    /// The lines as a matrix whose rows are in an order.
    pub fn matrix_by(&self, by: RowsBy) -> Matrix {
        let whens = self.whens();
        let mut sorted: Vec<(&When, &str)> = Vec::new();
        let mut seen: HashSet<&When> = HashSet::new();
        for (when, line) in whens.iter().zip(self) {
            if seen.insert(when) {
                sorted.push((when, line.entry.period.trim()));
            }
        }
        sorted.arrange_by_key(|(when, _)| *when);
        let at: HashMap<&When, usize> =
            sorted.iter().enumerate().map(|(at, (when, _))| (*when, at)).collect();
        let mut columns: Vec<Column> = sorted
            .iter()
            .map(|(when, text)| Column { when: (*when).clone(), text: (*text).to_owned(), has_counts: false })
            .collect();

        let mut names = Names::default();
        let mut rows: Vec<Row> = Vec::new();
        let mut known: HashMap<Key<'_>, usize> = HashMap::new();
        let mut repeated: HashMap<(usize, &str, u8, &str, usize), usize> = HashMap::new();
        for (when, line) in whens.iter().zip(self) {
            let (entry, column) = (&line.entry, at[when]);
            let section = section(entry);
            let (name, measure) = (names.number(entry), entry.subject.indicator().map_or("", |it| &it.id));
            let (rank, area) = (rank(section), entry.area.trim());
            let times = repeated.entry((name, measure, rank, area, column)).or_default();
            let key = Key { name, measure, section: rank, area, before: *times };
            *times += 1;
            let row = *known.entry(key).or_insert_with(|| {
                rows.push(Row { first: line.clone(), section, cells: vec![None; columns.len()] });
                rows.len() - 1
            });
            columns[column].has_counts |= has_counts(entry);
            rows[row].cells[column] = Some(line.clone());
        }
        Matrix { by, columns, rows: in_order(rows, by) }
    }

    /// For when each line is.
    fn whens(&self) -> Vec<When> {
        let mut known: HashMap<&str, When> = HashMap::new();
        let when = |text: &str| match Period::parse(text) {
            _ if text.is_empty() => When::NotGiven,
            Ok(period) => When::Period(period),
            Err(_) => When::Unreadable(text.to_owned()),
        };
        let texts = self.iter().map(|line| line.entry.period.trim());
        texts.map(|text| known.entry(text).or_insert_with(|| when(text)).clone()).collect()
    }
}

/// The names met so far, each with a number.
#[derive(Default)]
struct Names<'a> {
    texts: HashMap<(&'a str, &'a str), usize>,
    names: HashMap<Name, usize>,
}

impl<'a> Names<'a> {
    /// The number of the name of an entry: names that differ in their dates alone have the same.
    fn number(&mut self, entry: &'a Entry) -> usize {
        let Self { texts, names } = self;
        *texts.entry((&entry.label, &entry.context)).or_insert_with(|| {
            let next = names.len();
            *names.entry(Name::of(entry)).or_insert(next)
        })
    }
}

fn section(entry: &Entry) -> Section {
    match (&entry.subject, entry.subject.indicator()) {
        (Subject::LeftOut(_), _) => Section::LeftOut,
        (_, Some(measure)) => Section::Theme(measure.theme),
        (_, None) => Section::Unsettled,
    }
}

/// Where a section stands from the top.
fn rank(section: Section) -> u8 {
    let position = match section {
        Section::Unsettled => 0,
        Section::Theme(theme) => 1 + Theme::ALL.iter().position(|each| *each == theme).unwrap_or(0),
        Section::LeftOut => usize::from(u8::MAX),
    };
    u8::try_from(position).unwrap_or(u8::MAX)
}

/// The rows as they came or by section and within one as they came, but for rows of one measure, which stand together.
fn in_order(rows: Vec<Row>, by: RowsBy) -> Vec<Rc<Row>> {
    let mut first_of: HashMap<String, usize> = HashMap::new();
    let mut placed: Vec<((u8, usize), Row)> = Vec::with_capacity(rows.len());
    for (position, row) in rows.into_iter().enumerate() {
        let first = row
            .measure()
            .map_or(position, |measure| *first_of.entry(measure.id.to_string()).or_insert(position));
        let section = if by == RowsBy::Theme { rank(row.section) } else { 0 };
        placed.push(((section, first), row));
    }
    placed.arrange_by_key(|(place, _)| *place);
    placed.into_iter().map(|(_, row)| Rc::new(row)).collect()
}
