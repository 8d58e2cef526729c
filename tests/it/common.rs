//! Tables of cases in `tests/data`, and readings as text.

use std::collections::HashMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use corporate_parenting_calculator::app::scenarios::ReachField;
use corporate_parenting_calculator::app::state::{Setting, State};
use corporate_parenting_calculator::area;
use corporate_parenting_calculator::compare::{Choices, Position, Scorecard, scorecard};
use corporate_parenting_calculator::disclose::{Audience, Disclosure};
use corporate_parenting_calculator::figure::{Amount, Figure};
use corporate_parenting_calculator::indicator;
use corporate_parenting_calculator::number::Decimal;
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::read::{Entry, Reading, read};

/// The boxes of "What it would take".
pub(crate) const REACH_FIELDS: [ReachField; 6] = [
    ReachField::Numerator,
    ReachField::Denominator,
    ReachField::Target,
    ReachField::Growth,
    ReachField::EachMonth,
    ReachField::Months,
];

/// One case: a row of a table, its cells found by column name.
pub(crate) struct Case {
    line: u64,
    cells: HashMap<String, String>,
}

impl Case {
    /// The text in a column.
    #[track_caller]
    pub(crate) fn get(&self, column: &str) -> &str {
        self.cells.get(column).unwrap_or_else(|| panic!("no column {column}"))
    }

    /// The number in a column.
    #[track_caller]
    pub(crate) fn parse<T: FromStr>(&self, column: &str) -> T {
        let text = self.get(column);
        text.parse().unwrap_or_else(|_| panic!("line {}: {column} is \"{text}\"", self.line))
    }
}

impl fmt::Display for Case {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "line {}: {:?}", self.line, self.cells)
    }
}

/// Every case of `tests/data/{file}`.
pub(crate) fn table(file: &str) -> Vec<Case> {
    let path = format!("{}/tests/data/{file}", env!("CARGO_MANIFEST_DIR"));
    let mut reader = csv::Reader::from_path(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let headers = reader.headers().unwrap_or_else(|error| panic!("{path}: {error}")).clone();
    let case = |record: csv::StringRecord| Case {
        line: record.position().map_or(0, csv::Position::line),
        cells: headers.iter().map(str::to_owned).zip(record.iter().map(str::to_owned)).collect(),
    };
    reader.records().map(|record| case(record.unwrap_or_else(|error| panic!("{path}: {error}")))).collect()
}

/// Every Rust file of `src/` and its text, by its path from there.
pub(crate) fn source_files() -> Vec<(String, String)> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let named = |path: PathBuf| {
        let name = path.strip_prefix(&top).expect("it is below").to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(&path).expect("a source file can be read");
        (name, text)
    };
    let is_rust = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "rs");
    files(&top).into_iter().filter(is_rust).map(named).collect()
}

/// Every file of a folder and below.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let paths = entries.map(|entry| entry.expect("the entry can be read").path());
    paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// Holds what is told of each file under `tests/` against the snapshot beside it: `ages.txt` against `ages.txt.snap`.
pub(crate) fn each_file(pattern: &str, told: impl Fn(&[u8]) -> String) {
    insta::glob!("..", pattern, |path| {
        let bytes = std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert!(!bytes.is_empty(), "{} is empty", path.display());
        let mut settings = insta::Settings::clone_current();
        settings.remove_snapshot_suffix();
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        if let Some(folder) = path.parent() {
            settings.set_snapshot_path(folder);
        }
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        settings.bind(|| insta::assert_snapshot!(name, told(&bytes)));
    });
}

/// The reading as lines: each entry with what it was taken for and comes to, then the problems.
pub(crate) fn described(reading: &Reading) -> String {
    let layouts: Vec<&str> = reading.layouts.iter().map(|layout| layout.id()).collect();
    let mut lines =
        vec![format!("layout: {}; separated by {}", layouts.join(", "), reading.delimiter.name())];
    for entry in &reading.entries {
        let subject = entry.subject.indicator().map_or("?", |indicator| &indicator.id);
        let checked = entry.check();
        let result = checked.figure.map_or_else(|| "no figure".to_owned(), |figure| amount(&figure));
        let area = if entry.area.is_empty() { String::new() } else { format!(" [{}]", entry.area) };
        let change = if entry.stated_change.is_empty() {
            String::new()
        } else {
            format!(" (stated change {})", entry.stated_change)
        };
        lines.push(format!(
            "{} \"{}\"{area} -> {subject} | {} | {result}{change}",
            entry.place, entry.label, entry.period
        ));
    }
    let stated = |entry: &Entry| {
        let checked = entry.check();
        let subject = entry.subject.indicator().map_or("?", |indicator| &indicator.id);
        let result = checked.figure.map_or_else(|| "no figure".to_owned(), |figure| amount(&figure));
        format!("{subject} | {} | {result}", entry.period)
    };
    for target in &reading.targets {
        lines.push(format!("target: {} -> {}", target.place(), stated(&target.entry)));
    }
    for comparator in &reading.comparators {
        lines.push(format!(
            "{}: {} -> {}",
            comparator.with.id(),
            comparator.place(),
            stated(&comparator.entry)
        ));
    }
    for comment in &reading.comments {
        let measure = comment.measure().map_or("?", |measure| &measure.id);
        lines.push(format!("comment: {} -> {measure} | {}", comment.place, comment.text));
    }
    for problem in reading.all_problems() {
        lines.push(format!(
            "{}: {}: \"{}\" {}",
            problem.severity.id(),
            problem.place,
            problem.found,
            problem.message()
        ));
    }
    lines.join("\n")
}

fn amount(figure: &Figure) -> String {
    let shown = figure.amount.shown(&figure.indicator).map(|shown| shown.to_string());
    match figure.amount {
        Amount::Counts { numerator, denominator } => {
            format!("{numerator} of {denominator} = {}", shown.unwrap_or_default())
        }
        Amount::Value(value) => value.to_string(),
        Amount::Withheld(symbol) => symbol.symbol().to_owned(),
    }
}

/// The number a text is.
#[track_caller]
pub(crate) fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).unwrap_or_else(|_| panic!("{text} is not a number"))
}

/// The place of a council whose own figure is the official one.
pub(crate) fn place(indicator: &str, year: u16, council: &str, value: &str) -> Option<Position> {
    let indicator = indicator::by_id(indicator)?;
    let period = Some(Period::Year(year));
    let amount = Amount::Value(decimal(value));
    let figure =
        Figure { indicator: indicator.into(), area: None, period, amount, stated: None, place: None };
    let choices = Choices { council: area::by_code(council), period, ..Choices::default() };
    scorecard(&[figure], &choices).rows.first()?.position.clone().ok()
}

/// Cambridgeshire in a period.
pub(crate) fn choices(period: &str) -> Choices {
    Choices { council: area::by_code("873"), period: Period::parse(period).ok(), ..Choices::default() }
}

/// A text without the names of releases, which change with each that is taken in.
pub(crate) fn without_releases(text: &str) -> String {
    let publications = indicator::all().iter().filter_map(|indicator| indicator.publication.as_ref());
    let releases = publications.map(|publication| publication.release).filter(|release| !release.is_empty());
    let text = releases.fold(text.to_owned(), |text, release| text.replace(release, "RELEASE"));
    // How many releases the figures come from changes with each new one.
    let mut paragraphs: Vec<&str> = text.split("\n\n").collect();
    paragraphs.dedup();
    paragraphs.join("\n\n")
}

/// The scorecard of a pasted text.
pub(crate) fn card(text: &str, choices: &Choices) -> Scorecard {
    scorecard(&read(text).figures(), choices)
}

/// What is hidden where the person said that the output is for internal use.
pub(crate) fn internal() -> Disclosure {
    State::default().after(Setting::Audience(Audience::Council)).settings.disclosure
}
