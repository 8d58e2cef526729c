//! Official files as they are downloaded from Explore Education Statistics.
//!
//! Every such file begins with the same columns of time and place. Then come filter columns, whose names change from
//! year to year and even change places, and columns of values. So a row is known by the texts of its filters, in
//! whatever column and order, after evening out the wordings that drift: `data/official_files.csv` lists them.
//!
//! Contains public sector information licensed under the Open Government Licence v3.0.

use std::collections::{HashMap, HashSet};

use crate::area::{self, Area};
use crate::figure::{Place, Withheld};
use crate::indicator::{self, Indicator};
use crate::number::Decimal;
use crate::period::{Basis, Period};

use crate::published::{Release, Value};

use super::entry::{Entry, Subject};
use super::layout::Layout;
use super::problem::{OfficialProblem, Problem};
use super::{Delimiter, Reading};

include!(concat!(env!("OUT_DIR"), "/official_files.rs"));

/// How the rows of one indicator are known.
struct Kind {
    indicator: &'static str,
    /// Names of the column of values.
    value: &'static [&'static str],
    /// Names of the column of counts.
    numerator: &'static [&'static str],
    base: Base,
    /// The filters of its rows: one of each list.
    labels: Labels,
}

type Labels = &'static [&'static [&'static str]];

/// Where the denominator stands.
enum Base {
    None,
    /// In the row of the same area and year with these filters.
    Row(Labels),
    /// In a column of the same row.
    Column(&'static str),
}

/// The values of an official file as entries, for those who want figures.
pub(super) fn into_reading(release: Release, problems: Vec<Problem>) -> Reading {
    let file = Some(release.file).filter(|file| !file.is_empty());
    let entry = |value: Value| Entry {
        label: value.indicator.title.to_owned(),
        subject: Subject::Known(value.indicator),
        area: value.area.code.to_owned(),
        period: Period::Year(value.year).to_string(),
        value: match value.value {
            Ok(number) if value.indicator.kind == indicator::Kind::Share => format!("{number}%"),
            Ok(number) => number.to_string(),
            Err(symbol) => symbol.symbol().to_owned(),
        },
        place: Place { file: file.clone(), ..Place::default() },
        ..Entry::default()
    };
    Reading {
        layouts: vec![Layout::Official],
        delimiter: Delimiter::Comma,
        entries: release.values.into_iter().map(entry).collect(),
        problems,
    }
}

/// Columns of time and place, which every file begins with in one order or another.
const IDENTIFYING: [&str; 13] = [
    "time_period",
    "time_identifier",
    "geographic_level",
    "country_code",
    "country_name",
    "region_code",
    "region_name",
    "old_la_code",
    "la_name",
    "new_la_code",
    "lad_code",
    "lad_name",
    "collection_period",
];

/// Reads an official file; nothing if it is none.
pub(super) fn read(text: &str, file: &str) -> Option<(Release, Vec<Problem>)> {
    let text = text.trim_start_matches('\u{FEFF}');
    let first = text.lines().next().unwrap_or_default().to_lowercase().replace('"', "");
    if !first.starts_with("time_period,") || !first.contains("geographic_level") {
        return None;
    }
    let mut release = Release { file: file.to_owned(), values: Vec::new() };
    let found = match Reader::new(text) {
        Ok(reader) => reader.read(&mut release),
        Err(problem) => vec![problem],
    };
    let place = Place { file: Some(file.to_owned()).filter(|file| !file.is_empty()), ..Place::default() };
    let problem = |kind| Problem::new(place.clone(), "", kind);
    Some((release, found.into_iter().map(problem).collect()))
}

/// A file cut into records, and where its filters stand.
struct Reader<'a> {
    headings: Vec<String>,
    /// Where the filters stand.
    filters: Vec<usize>,
    records: Vec<csv::StringRecord>,
    text: &'a str,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Result<Self, OfficialProblem> {
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let headings: Vec<String> = reader
            .headers()
            .map_err(|_| OfficialProblem::NoHeadings)?
            .iter()
            .map(|name| name.trim().to_lowercase())
            .collect();
        let records: Vec<csv::StringRecord> = reader.records().filter_map(Result::ok).collect();
        let is_known =
            |name: &str| IDENTIFYING.contains(&name) || KINDS.iter().any(|kind| kind.names_column(name));
        let holds_words = |index: usize| {
            records
                .iter()
                .take(200)
                .filter_map(|record| record.get(index))
                .any(|cell| !cell.trim().is_empty() && number(cell).is_none())
        };
        let filters =
            (0..headings.len()).filter(|index| !is_known(&headings[*index]) && holds_words(*index)).collect();
        Ok(Self { headings, filters, records, text })
    }

    fn column(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.headings.iter().position(|heading| heading == name))
    }

    /// Fills the release, and returns what could not be used.
    fn read(&self, release: &mut Release) -> Vec<OfficialProblem> {
        let Some(time) = self.column(&["time_period"]) else { return Vec::new() };
        let mut sets = FilterSets::default();
        let mut areas = Areas::default();
        let columns = Columns {
            level: self.column(&["geographic_level"]),
            region_code: self.column(&["region_code"]),
            region_name: self.column(&["region_name"]),
            council_code: self.column(&["old_la_code"]),
            council_name: self.column(&["la_name"]),
        };
        // Position of the set of filters, area, year; and the record.
        let mut keyed: Vec<(usize, &'static Area, u16, usize)> = Vec::with_capacity(self.records.len());
        for (index, record) in self.records.iter().enumerate() {
            let Some(area) = areas.of(&columns, record) else { continue };
            let Some(year) = record.get(time).and_then(year) else { continue };
            keyed.push((sets.position(record, &self.filters), area, year, index));
        }
        let mut found: HashMap<(usize, usize, u16), Option<usize>> = HashMap::new();
        for (set, area, year, index) in &keyed {
            // Of two rows for one thing neither is the base.
            let known = found.entry((*set, area.index, *year)).or_insert(Some(*index));
            *known = known.filter(|known| known == index);
        }
        for kind in KINDS {
            let Some(indicator) =
                indicator::by_id(kind.indicator).filter(|each| !is_of_others(&release.file, each))
            else {
                continue;
            };
            let Some(value) = self.column(kind.value) else { continue };
            let wanted: Vec<bool> = sets.labels.iter().map(|labels| fits(labels, kind.labels)).collect();
            let numerator = self.column(kind.numerator);
            let base_sets: Vec<usize> = match kind.base {
                Base::Row(labels) => {
                    (0..sets.labels.len()).filter(|set| fits(&sets.labels[*set], labels)).collect()
                }
                _ => Vec::new(),
            };
            for (_, area, year, index) in keyed.iter().filter(|(set, ..)| wanted[*set]) {
                let record = &self.records[*index];
                let Some(cell) = record.get(value).map(str::trim).filter(|cell| !cell.is_empty()) else {
                    continue;
                };
                let Some(number_or_symbol) = number(cell) else { continue };
                let count =
                    |column: usize, record: &csv::StringRecord| record.get(column).and_then(number)?.ok();
                let denominator = || match kind.base {
                    Base::None => None,
                    Base::Column(name) => count(self.column(&[name])?, record),
                    Base::Row(_) => base_sets.iter().find_map(|set| {
                        count(numerator?, &self.records[(*found.get(&(*set, area.index, *year))?)?])
                    }),
                };
                let counts = numerator.and_then(|column| count(column, record)).zip(denominator());
                release.values.push(Value { indicator, area, year: *year, value: number_or_symbol, counts });
            }
        }
        self.finish(release, &areas)
    }

    /// Takes out what a file says twice in different ways, and tells what was not used.
    fn finish(&self, release: &mut Release, areas: &Areas) -> Vec<OfficialProblem> {
        let mut problems = Vec::new();
        release.values.sort_by_key(|value| (value.indicator.index, value.area.index, value.year));
        release.values.dedup();
        let key = |value: &Value| (value.indicator.index, value.area.index, value.year);
        let twice: HashSet<_> = release
            .values
            .windows(2)
            .filter(|pair| key(&pair[0]) == key(&pair[1]))
            .map(|pair| key(&pair[0]))
            .collect();
        if let Some((indicator, ..)) = twice.iter().min() {
            release.values.retain(|value| !twice.contains(&key(value)));
            problems
                .push(OfficialProblem::Twice { values: twice.len(), first: &indicator::all()[*indicator] });
        }
        even_decimals(&mut release.values);
        if release.values.is_empty() {
            problems.push(OfficialProblem::NoneKnown {
                rows: self.text.lines().count().saturating_sub(1),
                filters: self.filters.iter().map(|index| self.headings[*index].clone()).collect(),
            });
        }
        if !areas.unknown.is_empty() {
            let names: Vec<String> = areas.unknown.iter().take(4).cloned().collect();
            let more = areas.unknown.len() - names.len();
            problems.push(OfficialProblem::OtherAreas { names, more });
        }
        problems
    }
}

impl Kind {
    fn names_column(&self, name: &str) -> bool {
        let base = matches!(self.base, Base::Column(column) if column == name);
        base || self.value.contains(&name) || self.numerator.contains(&name)
    }
}

/// The different sets of filters of a file, evened out, and their positions by their raw texts.
#[derive(Default)]
struct FilterSets {
    labels: Vec<Vec<String>>,
    positions: HashMap<Vec<String>, usize>,
    last: Option<(Vec<String>, usize)>,
}

impl FilterSets {
    fn position(&mut self, record: &csv::StringRecord, filters: &[usize]) -> usize {
        let cell = |index: &usize| record.get(*index).unwrap_or_default();
        if let Some((last, position)) = &self.last
            && filters.iter().map(cell).eq(last.iter().map(String::as_str))
        {
            return *position;
        }
        let raw: Vec<String> = filters.iter().map(|index| cell(index).to_owned()).collect();
        let next = self.labels.len();
        let position = *self.positions.entry(raw.clone()).or_insert(next);
        if position == next {
            self.labels.push(raw.iter().map(|text| evened(text)).filter(|text| !text.is_empty()).collect());
        }
        self.last = Some((raw, position));
        position
    }
}

/// Files of children who started or ceased to be looked after use the same words as those of children looked after at
/// 31 March; only their names tell them apart.
fn is_of_others(file: &str, indicator: &Indicator) -> bool {
    let file = file.to_lowercase();
    indicator.basis == Basis::March31
        && ["started", "ceased", "during"].iter().any(|word| file.contains(word))
}

/// Whether each filter is asked for, and each that is asked for is there.
fn fits(filters: &[String], wanted: Labels) -> bool {
    let fits_one = |filter: &String, list: &&[&str]| list.contains(&filter.as_str());
    filters.len() == wanted.len()
        && filters.iter().all(|filter| wanted.iter().any(|list| fits_one(filter, list)))
        && wanted.iter().all(|list| filters.iter().any(|filter| fits_one(filter, list)))
}

/// A filter in the wording of `data/official_files.csv`.
fn evened(text: &str) -> String {
    let lower: String = text
        .chars()
        .map(|character| if character.is_alphanumeric() { character.to_ascii_lowercase() } else { ' ' })
        .collect();
    let text = lower.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = text.replace("children looked after", "cla").replace(" at 31 march", " on 31 march");
    let text = text.strip_prefix("aged ").unwrap_or(&text);
    let text = text.strip_suffix(" years").unwrap_or(text);
    text.strip_suffix(" each year").unwrap_or(text).to_owned()
}

/// Areas by the texts of their rows.
#[derive(Default)]
struct Areas {
    known: HashMap<String, Option<&'static Area>>,
    unknown: Vec<String>,
}

impl Areas {
    fn of(&mut self, columns: &Columns, record: &csv::StringRecord) -> Option<&'static Area> {
        let cell = |index: Option<usize>| index.and_then(|index| record.get(index)).map_or("", str::trim);
        let (code, name) = match cell(columns.level) {
            "National" => ("E92000001", "England"),
            "Regional" => (cell(columns.region_code), cell(columns.region_name)),
            "Local authority" => (cell(columns.council_code), cell(columns.council_name)),
            _ => return None,
        };
        if let Some(known) = self.known.get(code) {
            return *known;
        }
        let found = area::by_code(code);
        // The parts of London are given beside London as a whole.
        if found.is_none() && !matches!(name, "Inner London" | "Outer London") {
            self.unknown.push(if name.is_empty() { code.to_owned() } else { name.to_owned() });
        }
        self.known.insert(code.to_owned(), found);
        found
    }
}

/// Where the columns of the area stand.
struct Columns {
    level: Option<usize>,
    region_code: Option<usize>,
    region_name: Option<usize>,
    council_code: Option<usize>,
    council_name: Option<usize>,
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

/// Files leave off trailing zeros: a year's values have the decimals of its most precise one.
fn even_decimals(values: &mut [Value]) {
    let mut most: HashMap<(usize, u16), u8> = HashMap::new();
    for value in values.iter() {
        let decimals = most.entry((value.indicator.index, value.year)).or_default();
        *decimals = (*decimals).max(value.value.map_or(0, Decimal::decimals));
    }
    for value in values {
        let wanted = most[&(value.indicator.index, value.year)];
        value.value = value.value.map(|number| {
            let scale = 10_i64.checked_pow(u32::from(wanted - number.decimals())).unwrap_or(1);
            number.units().checked_mul(scale).map_or(number, |units| Decimal::new(units, wanted))
        });
    }
}

/// A number, or the symbol that stands for it.
fn number(cell: &str) -> Option<Result<Decimal, Withheld>> {
    let cell = cell.trim();
    match Decimal::parse(cell.strip_suffix('%').unwrap_or(cell)) {
        Ok(number) => Some(Ok(number)),
        Err(_) => Withheld::from_symbol(cell).map(Err),
    }
}
