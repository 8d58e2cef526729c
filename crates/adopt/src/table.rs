//! A table of `data/`: rows known by their first cells, and columns of years.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

/// A table, in the order of its file.
#[derive(Debug)]
pub(crate) struct Table {
    path: PathBuf,
    /// The names of its columns.
    pub(crate) headings: Vec<String>,
    /// Its rows, each as long as the headings.
    pub(crate) rows: Vec<Vec<String>>,
    /// How many cells a row is known by.
    keys: usize,
    positions: HashMap<Vec<String>, usize>,
    text: String,
}

impl Table {
    /// Reads a table of a folder.
    pub(crate) fn open(folder: &Path, name: &str) -> Result<Self> {
        let path = folder.join(name);
        let text =
            fs::read_to_string(&path).with_context(|| format!("{} could not be read", path.display()))?;
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let cells = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
        let headings = cells(reader.headers()?);
        let rows = reader.records().map(|record| Ok(cells(&record?))).collect::<Result<Vec<_>>>();
        let rows = rows.with_context(|| format!("{} is damaged", path.display()))?;
        let keys = headings.iter().take(2).take_while(|name| year(name).is_none()).count();
        ensure!(keys > 0, "{} begins with a year", path.display());
        let mut table = Self { path, headings, rows, keys, positions: HashMap::new(), text };
        table.find_positions();
        Ok(table)
    }

    /// Reads a table that need not be there.
    pub(crate) fn open_if_there(folder: &Path, name: &str) -> Result<Option<Self>> {
        folder.join(name).exists().then(|| Self::open(folder, name)).transpose()
    }

    fn find_positions(&mut self) {
        let keyed = self.rows.iter().enumerate().map(|(position, row)| (row[..self.keys].to_vec(), position));
        self.positions = keyed.collect();
    }

    pub(crate) fn column(&self, name: &str) -> Option<usize> {
        self.headings.iter().position(|heading| heading == name)
    }

    /// The row known by these cells.
    pub(crate) fn position(&self, key: &[&str]) -> Option<usize> {
        let key: Vec<String> = key.iter().map(|cell| (*cell).to_owned()).collect();
        self.positions.get(&key).copied()
    }

    pub(crate) fn get(&self, key: &[&str], column: &str) -> Option<&str> {
        Some(&self.rows[self.position(key)?][self.column(column)?])
    }

    /// The newest of the years that are columns.
    pub(crate) fn newest_year(&self) -> Option<u16> {
        self.headings.iter().filter_map(|name| year(name)).max()
    }

    /// Puts a cell, in a new row or column where there is none. No year between two is left without a column.
    pub(crate) fn set(&mut self, key: &[&str], column: &str, cell: &str) {
        if let Some((year, newest)) = year(column).zip(self.newest_year()) {
            for missing in newest + 1..=year {
                self.add_column(missing.to_string());
            }
        }
        // Years before the first are left to those who have all figures of them.
        let Some(column) = self.column(column) else { return };
        let row = self.position(key).unwrap_or_else(|| self.add_row(key));
        cell.clone_into(&mut self.rows[row][column]);
    }

    /// Empties a cell, if there is one.
    pub(crate) fn clear(&mut self, key: &[&str], column: &str) {
        if let Some((row, column)) = self.position(key).zip(self.column(column)) {
            self.rows[row][column].clear();
        }
    }

    /// Adds a column at the end.
    pub(crate) fn add_column(&mut self, name: String) {
        self.insert_column(self.headings.len(), name);
    }

    /// Adds a column at a position.
    pub(crate) fn insert_column(&mut self, position: usize, name: String) {
        self.headings.insert(position, name);
        self.rows.iter_mut().for_each(|row| row.insert(position, String::new()));
    }

    /// Takes a column out, if it is there.
    pub(crate) fn take_out(&mut self, column: &str) {
        if let Some(column) = self.column(column) {
            self.headings.remove(column);
            self.rows.iter_mut().for_each(|row| drop(row.remove(column)));
        }
    }

    /// Takes out the rows that are not to be kept.
    pub(crate) fn retain(&mut self, is_kept: impl FnMut(&Vec<String>) -> bool) {
        self.rows.retain(is_kept);
        self.find_positions();
    }

    /// Adds the columns of years that another table has after the last of this one.
    pub(crate) fn add_year_columns_of(&mut self, other: &Self) {
        let newest = self.newest_year().unwrap_or(u16::MAX);
        for name in other.headings.iter().filter(|name| year(name).is_some_and(|year| year > newest)) {
            self.add_column(name.clone());
        }
    }

    /// Adds an empty row: among those that begin alike, in the order of the rest of their keys; where none does, in the
    /// order of the alphabet if the table has it, otherwise at the end.
    fn add_row(&mut self, key: &[&str]) -> usize {
        // England, then regions, then councils; years as they are.
        let order = |last: &str| (!last.starts_with("E92"), !last.starts_with('E'), last.to_owned());
        let (begins, last) = (&key[..self.keys - 1], key[self.keys - 1]);
        let first = |row: &Vec<String>| row[0].as_str() < key[0];
        let is_alphabetic = self.rows.is_sorted_by(|one, other| one[0] <= other[0]);
        let alike: Vec<usize> =
            (0..self.rows.len()).filter(|row| self.rows[*row][..self.keys - 1] == *begins).collect();
        let before = alike.iter().rfind(|row| order(&self.rows[**row][self.keys - 1]) < order(last));
        let position = match (before, alike.first()) {
            (Some(before), _) => before + 1,
            (None, Some(first)) => *first,
            (None, None) if is_alphabetic => self.rows.partition_point(first),
            (None, None) => self.rows.len(),
        };
        let mut row: Vec<String> = key.iter().map(|cell| (*cell).to_owned()).collect();
        row.resize(self.headings.len(), String::new());
        self.insert(position, row);
        position
    }

    /// Puts a whole row at a position.
    pub(crate) fn insert(&mut self, position: usize, row: Vec<String>) {
        self.rows.insert(position, row);
        self.find_positions();
    }

    /// The table as its file has it.
    fn written(&self) -> Result<String> {
        let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
        writer.write_record(&self.headings)?;
        self.rows.iter().try_for_each(|row| writer.write_record(row))?;
        Ok(String::from_utf8(writer.into_inner()?)?)
    }

    /// Writes the file, if anything in it is new.
    pub(crate) fn write(&self) -> Result<()> {
        let written = self.written()?;
        if written == self.text {
            return Ok(());
        }
        fs::write(&self.path, written)
            .with_context(|| format!("{} could not be written", self.path.display()))
    }
}

/// The year that a column is named by.
pub(crate) fn year(name: &str) -> Option<u16> {
    name.parse().ok().filter(|year| (1900..2200).contains(year))
}
