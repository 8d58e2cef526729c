//! One official file: its headings, its rows, and the values in them that are known.

use std::collections::HashMap;

use csv::StringRecord;
use separated::{Alike, Table};

use crate::figure::Withheld;
use crate::indicator::{self, Indicator};
use crate::number::Decimal;
use crate::period::Basis;
use crate::read::problem::OfficialProblem;
use crate::read::row::Row;
use crate::sorting::Sorting;

use super::place::{Areas, Columns, OfficialArea};
use super::wording::{Base, FilterSets, Kind, kinds};

/// What an official file holds of the catalogue, in its own decimals and with every area it names.
#[derive(Clone, Debug, Default)]
pub struct OfficialFile {
    /// Its name; empty for pasted text.
    pub name: String,
    /// The areas that its rows name.
    pub areas: Vec<OfficialArea>,
    /// Its values, in the order of the catalogue, its areas and the years; each once, unless a file contradicts itself.
    pub values: Vec<OfficialValue>,
    /// The newest year of any row.
    pub last_year: u16,
    /// What could not be used.
    pub problems: Vec<OfficialProblem>,
}

/// A value of an official file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfficialValue {
    /// What is measured.
    pub indicator: &'static Indicator,
    /// Position in [`OfficialFile::areas`].
    pub area: usize,
    /// The year, as [`crate::period::Period::year`] counts them.
    pub year: u16,
    /// The number as the file writes it, or why there is none.
    pub value: Result<Decimal, Withheld>,
    /// Whom or what is counted, where the file gives it.
    pub numerator: Option<Decimal>,
    /// How many they are of, where the file gives it.
    pub denominator: Option<Decimal>,
}

impl OfficialValue {
    /// Returns numerator and denominator, or `None` if the file does not give both.
    pub fn counts(&self) -> Option<(Decimal, Decimal)> {
        self.numerator.zip(self.denominator)
    }

    const fn key(&self) -> (usize, usize, u16) {
        (self.indicator.index, self.area, self.year)
    }

    /// Whether another value of the same indicator, area and year says the same, as far as both say it.
    fn agrees(&self, other: &Self) -> bool {
        let agree = |one: Option<Decimal>, other: Option<Decimal>| {
            one.zip(other).is_none_or(|(one, other)| one.trimmed() == other.trimmed())
        };
        self.value.map(Decimal::trimmed) == other.value.map(Decimal::trimmed)
            && agree(self.numerator, other.numerator)
            && agree(self.denominator, other.denominator)
    }
}

impl OfficialFile {
    /// Returns what the text of a file holds, or `None` if it is not one of the Department's.
    ///
    /// ```
    /// use corporate_parenting_calculator::read::OfficialFile;
    ///
    /// let text = "time_period,geographic_level,old_la_code,la_name,vacancy_rate_fte\n2023,Local authority,926,Norfolk,7.5";
    /// let file = OfficialFile::read(text, "workforce.csv").expect("it has the columns of official files");
    /// assert_eq!((file.values.len(), file.areas[0].name.as_str()), (1, "Norfolk"));
    /// ```
    pub fn read(text: &str, name: &str) -> Option<Self> {
        let text = text.trim_start_matches('\u{FEFF}');
        let delimiter = delimiter(text.lines().next()?)?;
        if let Some(table) = Table::cut(text, delimiter) {
            return Some(Sheet::of(table).into_file(name));
        }
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(text.as_bytes());
        let records: Vec<StringRecord> = reader.records().filter_map(Result::ok).collect();
        Some(Sheet::of(Table::of_rows(&records)).into_file(name))
    }

    /// Reads the rows of a sheet, as [`Self::read`] does a text.
    pub(super) fn of_rows(rows: &[Row], name: &str) -> Option<Self> {
        let headings = headings(rows.first()?.cells.iter().map(String::as_str));
        is_official(&headings.iter().map(String::as_str)).then(|| {
            let cells = rows.iter().map(|row| row.cells.iter().map(String::as_str));
            Sheet::of(Table::of_rows(cells)).into_file(name)
        })
    }

    /// Takes in what another file of the same release says: what agrees is kept once.
    pub(super) fn take(&mut self, other: Self) {
        let positions: Vec<usize> = other
            .areas
            .into_iter()
            .map(|area| {
                self.areas.iter().position(|known| *known == area).unwrap_or_else(|| {
                    self.areas.push(area);
                    self.areas.len() - 1
                })
            })
            .collect();
        let placed =
            other.values.into_iter().map(|value| OfficialValue { area: positions[value.area], ..value });
        self.values.extend(placed);
        self.last_year = self.last_year.max(other.last_year);
        self.problems.extend(other.problems);
    }

    /// Leaves each value once, and leaves out those that are there with different numbers.
    pub(super) fn settle(&mut self) {
        // Of those that say the same, the one that says most comes first.
        self.values.arrange_by_key(|value| (value.key(), value.counts().is_none()));
        let mut differing = Vec::new();
        self.values = self
            .values
            .chunk_by(|one, other| one.key() == other.key())
            .filter_map(|same| {
                let first = same[0];
                if same.iter().all(|other| first.agrees(other)) {
                    return Some(first);
                }
                differing.push(first);
                None
            })
            .collect();
        if let Some(first) = differing.first() {
            let problem = OfficialProblem::Twice { values: differing.len(), first: first.indicator };
            self.problems.push(problem);
        }
    }
}

/// Whether these are headings of an official file.
fn is_official<'a>(headings: &(impl Iterator<Item = &'a str> + Clone)) -> bool {
    let has = |name: &str| headings.clone().any(|heading| heading == name);
    has("time_period") && has("geographic_level")
}

/// What separates the cells of an official file; `None` if its first line is none of one. Copied from a spreadsheet, they
/// have tabs between them.
fn delimiter(first_line: &str) -> Option<u8> {
    let line = first_line.to_lowercase().replace('"', "");
    [b',', b'\t', b';']
        .into_iter()
        .find(|delimiter| is_official(&line.split(char::from(*delimiter)).map(str::trim)))
}

/// Whether a text begins like an official file.
pub(super) fn begins_official(text: &str) -> bool {
    text.trim_start_matches('\u{FEFF}').lines().next().and_then(delimiter).is_some()
}

/// Headings as they are compared.
fn headings<'a>(cells: impl Iterator<Item = &'a str>) -> Vec<String> {
    cells.map(|name| name.trim().to_lowercase()).collect()
}

/// The rows of a file, and the headings in the first of them.
struct Sheet<'t> {
    headings: Vec<String>,
    table: Table<'t>,
}

/// A row whose area and year are known.
#[derive(Clone, Copy)]
struct Keyed {
    /// Position of its set of filters.
    set: usize,
    area: usize,
    year: u16,
    /// Which row of the table it is.
    row: usize,
    /// Whether it is of several councils together.
    is_joint: bool,
}

impl Keyed {
    const fn key(&self) -> (usize, usize, u16) {
        (self.set, self.area, self.year)
    }
}

impl<'t> Sheet<'t> {
    fn of(table: Table<'t>) -> Self {
        Self { headings: headings(table.row(0).iter().copied()), table }
    }

    /// Where the first of these columns stands.
    fn column(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.headings.iter().position(|heading| heading == name))
    }

    /// Where the filters stand: columns of words that are neither time and place nor values.
    fn filters(&self, columns: &Columns) -> Vec<usize> {
        let is_known = |index: usize, heading: &str| {
            columns.identify(index, heading) || kinds().iter().any(|kind| kind.names_column(heading))
        };
        let holds_words = |index: usize| {
            let mut cells = (1..=200).filter_map(|row| self.table.cell(row, index));
            cells.any(|cell| !cell.trim().is_empty() && number(cell).is_none())
        };
        let headings = self.headings.iter().enumerate();
        let filters = headings.filter(|(index, heading)| !is_known(*index, heading) && holds_words(*index));
        filters.map(|(index, _)| index).collect()
    }

    fn into_file(self, name: &str) -> OfficialFile {
        let mut file = OfficialFile { name: name.to_owned(), ..OfficialFile::default() };
        let Some((columns, time)) = Columns::of(&self.headings).zip(self.column(&["time_period"])) else {
            file.problems.push(OfficialProblem::NoHeadings);
            return file;
        };
        let filters = self.filters(&columns);
        let sets = self.table.alike(&filters);
        let mut rows = self.placed(&columns, time, &sets, &mut file.areas);
        self.leave_newest_version(&mut rows);
        file.last_year = rows.iter().map(|row| row.year).max().unwrap_or(0);
        let texts = |row: &usize| {
            let cells = self.table.row(*row);
            filters.iter().filter_map(|column| cells.get(*column).copied())
        };
        let only = if let [only] = filters.as_slice() { Some(self.headings[*only].as_str()) } else { None };
        let sets = FilterSets::of(sets.first.iter().map(texts), only);
        let mut by_set = vec![Vec::new(); sets.len()];
        for row in rows {
            by_set[row.set].push(row);
        }
        file.values = self.values(&by_set, &sets, name);
        file.settle();
        if file.values.is_empty() {
            let filters = filters.iter().map(|index| self.headings[*index].clone()).collect();
            file.problems
                .push(OfficialProblem::NoneKnown { rows: self.table.len().saturating_sub(1), filters });
        }
        file
    }

    /// The rows whose area and year are known; the areas are added.
    fn placed(
        &self,
        columns: &Columns,
        time: usize,
        sets: &Alike,
        areas: &mut Vec<OfficialArea>,
    ) -> Vec<Keyed> {
        let times = self.table.alike(&[time]);
        let year_of = |row: &usize| self.table.cell(*row, time).and_then(year);
        let years: Vec<_> = times.first.iter().map(year_of).collect();
        let places = self.table.alike(&columns.all());
        let mut known = Areas::default();
        let of_place = |row: &usize| known.of(columns, self.table.row(*row)).clone();
        let found: Vec<_> = places.first.iter().map(of_place).collect();
        *areas = known.all;

        let mut rows = Vec::with_capacity(self.table.len());
        let parts = sets.of_row.iter().zip(&times.of_row).zip(&places.of_row);
        for (row, ((set, time), place)) in parts.enumerate() {
            let (Some(year), found) = (years[*time], &found[*place]) else { continue };
            let keyed =
                |area: &usize| Keyed { set: *set, area: *area, year, row, is_joint: found.is_joint() };
            rows.extend(found.areas.iter().map(keyed));
        }
        rows
    }

    /// Of rows for one thing that a file gives as provisional, revised and final, leaves the last.
    fn leave_newest_version(&self, rows: &mut Vec<Keyed>) {
        let Some(column) = self.column(&["version"]) else { return };
        let rank = |row: &Keyed| {
            let version = self.table.cell(row.row, column).unwrap_or_default().trim().to_lowercase();
            ["provisional", "revised", "final"].iter().position(|known| *known == version)
        };
        let mut best = HashMap::new();
        for row in rows.iter() {
            let known = best.entry(row.key()).or_insert(None);
            *known = rank(row).max(*known);
        }
        rows.retain(|row| rank(row) == best[&row.key()]);
    }

    /// The values of each indicator that the rows have, which are given by their sets.
    fn values(&self, rows: &[Vec<Keyed>], sets: &FilterSets, name: &str) -> Vec<OfficialValue> {
        let here = |kind: &&Kind| self.column(kind.value).is_some();
        let kinds: Vec<&Kind> = kinds().iter().filter(here).collect();
        let bases = Bases::of(&kinds, rows, sets);
        let mut values = Vec::new();
        for kind in kinds {
            let Some(indicator) = indicator::by_id(kind.indicator).filter(|each| !is_of_others(name, each))
            else {
                continue;
            };
            values.extend(self.values_of(indicator, kind, rows, sets, &bases));
        }
        values
    }

    fn values_of(
        &self,
        indicator: &'static Indicator,
        kind: &Kind,
        rows: &[Vec<Keyed>],
        sets: &FilterSets,
        bases: &Bases,
    ) -> Vec<OfficialValue> {
        let Some(value) = self.column(kind.value) else { return Vec::new() };
        let numerator = self.column(kind.numerator);
        let (base_column, base_sets) = match kind.base {
            Base::Column(name) => (self.column(&[name]), Vec::new()),
            Base::Row(labels) => (None, sets.fitting(labels)),
            Base::None => (None, Vec::new()),
        };
        let cell = |row: usize, column: usize| self.table.cell(row, column).and_then(number);
        let count = |row: usize, column: Option<usize>| cell(row, column?)?.ok();
        let base_row = |row: &Keyed| base_sets.iter().find_map(|set| count(bases.row(*set, row)?, numerator));
        let wanted = sets.fitting(kind.labels);
        wanted
            .iter()
            .flat_map(|set| &rows[*set])
            .filter_map(|row| {
                Some(OfficialValue {
                    indicator,
                    area: row.area,
                    year: row.year,
                    value: cell(row.row, value)?,
                    numerator: count(row.row, numerator).filter(|_| !row.is_joint),
                    denominator: count(row.row, base_column)
                        .or_else(|| base_row(row))
                        .filter(|_| !row.is_joint),
                })
            })
            .collect()
    }
}

/// The rows that denominators are looked for in.
struct Bases(HashMap<(usize, usize, u16), Option<usize>>);

impl Bases {
    fn of(kinds: &[&Kind], rows: &[Vec<Keyed>], sets: &FilterSets) -> Self {
        let mut bases = HashMap::new();
        let mut seen = Vec::new();
        for kind in kinds {
            let Base::Row(labels) = kind.base else { continue };
            for set in sets.fitting(labels) {
                if seen.contains(&set) {
                    continue;
                }
                seen.push(set);
                for row in &rows[set] {
                    // Of two rows for one thing neither is the base.
                    let known = bases.entry(row.key()).or_insert(Some(row.row));
                    *known = known.filter(|known| *known == row.row);
                }
            }
        }
        Self(bases)
    }

    /// Which row of this set has the area and year of another.
    fn row(&self, set: usize, other: &Keyed) -> Option<usize> {
        *self.0.get(&(set, other.area, other.year))?
    }
}

/// Files of children who started or ceased to be looked after use the same words as those of children looked after at
/// 31 March; only their names tell them apart.
fn is_of_others(file: &str, indicator: &Indicator) -> bool {
    let file = file.to_lowercase();
    indicator.basis == Basis::March31
        && ["started", "ceased", "during"].iter().any(|word| file.contains(word))
}

/// `2025`, or `202425` for a school year, as the year it ends in.
fn year(text: &str) -> Option<u16> {
    let text = text.trim();
    let year: u16 = match text.len() {
        4 => text.parse().ok()?,
        6 => 2000 + text.get(4..)?.parse::<u16>().ok()?,
        _ => return None,
    };
    (2000..=2099).contains(&year).then_some(year)
}

/// A number, or the symbol that stands for it; nothing for an empty cell and for words.
fn number(cell: &str) -> Option<Result<Decimal, Withheld>> {
    let cell = cell.trim();
    match Decimal::parse(cell.strip_suffix('%').unwrap_or(cell)) {
        Ok(number) => Some(Ok(number)),
        Err(_) => Withheld::from_symbol(cell).map(Err),
    }
}
