//! Tables of cases in `tests/data`.

#![allow(dead_code, reason = "each test file uses its part")]

use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;

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
