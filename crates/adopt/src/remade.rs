//! The newest year made again from its release: the proof that a release gives what `data/` has.

use std::collections::BTreeSet;
use std::fmt::{self, Display, Formatter};
use std::path::Path;

use anyhow::{Context, Result};
use corporate_parenting_calculator::area;
use corporate_parenting_calculator::read::OfficialFile;

use crate::Tables;
use crate::release::{Release, Value};
use crate::table::Table;

/// What became of the newest year, taken out of the tables and made again from its release.
#[derive(Debug, Default)]
pub struct Remade {
    /// The year.
    pub year: u16,
    /// Of each table, its name and how many cells are again what they were.
    pub same: Vec<(&'static str, usize)>,
    /// Cells that are something else, each with both.
    pub different: Vec<String>,
}

/// Takes the newest year out of the tables of the folder `data`, with England's revisions in its release, takes the files
/// in, and compares the cells the files are about with those there were. Nothing is written.
///
/// # Errors
/// When a table is missing or is not as it should be, or when the files hold nothing of the catalogue.
pub fn remade(files: Vec<OfficialFile>, data: &Path) -> Result<Remade> {
    let (was, mut tables) = (Tables::open(data)?, Tables::open(data)?);
    let release = Release::of(files)?;
    let year = was.figures.newest_year().context("published.csv has no year")?;
    tables.forget(year);
    tables.take_in(&release);

    let named = year.to_string();
    let column = format!("release_{year}");
    // England's figures of earlier years were put back to what the release before had.
    let lost = release.values.iter().filter(|value| value.year == year || value.is_england());
    let figures: Vec<Cell> = lost.map(|value| of(value, value.area.code.as_str(), value.year)).collect();
    let of_year = || release.values.iter().filter(|value| value.year == year);
    let counts: Vec<Cell> = of_year().map(|value| of(value, value.area.code.as_str(), year)).collect();
    let areas: BTreeSet<&str> = of_year().map(|value| value.area.code.as_str()).collect();
    let children: Vec<Cell> = areas.into_iter().map(|area| (vec![area.to_owned()], named.clone())).collect();
    let england = release.values.iter().filter(|value| value.is_england() && value.out_by == year);
    let revisions: Vec<Cell> =
        england.map(|value| (of(value, &value.year.to_string(), year).0, column.clone())).collect();

    let mut remade = Remade { year, ..Remade::default() };
    remade.compare("published.csv", [&was.figures, &tables.figures], &figures);
    remade.compare("counts.csv", [&was.counts, &tables.counts], &counts);
    if let Some((was, now)) = was.population.as_ref().zip(tables.population.as_ref()) {
        remade.compare("population.csv", [was, now], &children);
    }
    remade.compare("first_published.csv", [&was.first.0, &tables.first.0], &revisions);
    Ok(remade)
}

/// The cells a row is known by, and a column.
type Cell = (Vec<String>, String);

/// The cell of a value's indicator.
fn of(value: &Value, then: &str, year: u16) -> Cell {
    (vec![value.indicator.id.to_string(), then.to_owned()], year.to_string())
}

impl Tables {
    /// Takes a year out, and what its release said of England: the figures are again as the release before had them.
    fn forget(&mut self, year: u16) {
        let named = year.to_string();
        let tables = [Some(&mut self.figures), Some(&mut self.counts), self.population.as_mut()];
        tables.into_iter().flatten().for_each(|table| table.take_out(&named));
        let revisions = &mut self.first.0;
        revisions.take_out(&format!("release_{year}"));
        revisions.retain(|row| {
            let mut known = row[2..].iter().filter(|value| !value.is_empty());
            if let Some(before) = known.next_back() {
                self.figures.set(&[&row[0], area::england().code], &row[1], before);
                return known.any(|other| other != before);
            }
            false
        });
    }
}

impl Remade {
    fn compare(&mut self, table: &'static str, tables: [&Table; 2], cells: &[Cell]) {
        let mut same = 0;
        for (key, column) in cells {
            let key: Vec<&str> = key.iter().map(String::as_str).collect();
            let [was, now] = tables.map(|table| table.get(&key, column).unwrap_or_default());
            if was != now {
                self.different.push(format!("{table}, {}, {column}: was {was:?}, is {now:?}", key.join(" ")));
            } else if !was.is_empty() {
                same += 1;
            }
        }
        self.same.push((table, same));
    }
}

impl Display for Remade {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} taken out of data/ and made again from these files:", self.year)?;
        for (table, same) in &self.same {
            writeln!(f, "  {table}: {same} cells as they were")?;
        }
        writeln!(f, "  {} cells otherwise", self.different.len())?;
        self.different.iter().try_for_each(|each| writeln!(f, "  {each}"))
    }
}
