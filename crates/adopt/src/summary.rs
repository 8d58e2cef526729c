//! What a release changes, for the person who takes it in.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Display, Formatter};

use corporate_parenting_calculator::indicator::{self, Indicator};

use crate::release::{Release, Value};
use crate::table::{Table, year};

/// What changed, and what did not although it could have.
#[derive(Debug, Default)]
pub struct Summary {
    /// Years that are new.
    pub new_years: Vec<u16>,
    /// Of each indicator found, in the order of the catalogue, by its id.
    pub changes: Vec<(String, Changes)>,
    /// England's figures that were revised.
    pub england_revised: Vec<Revised>,
    /// Names of councils that have no row in `areas.csv` so far.
    pub new_councils: Vec<String>,
    /// Codes of councils that have figures in the newest year and had none in the year before.
    pub came: Vec<String>,
    /// Codes of councils that have no figure in the newest year and had some in the year before.
    pub went: Vec<String>,
    /// Published indicators of the publications of these files for which nothing was found.
    pub not_found: Vec<String>,
    /// Files of which nothing is known.
    pub unused_files: Vec<String>,
    /// Other remarks.
    pub remarks: Vec<String>,
    /// The newest year before.
    last: u16,
}

/// What changed of one indicator.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Changes {
    /// The newest year found.
    pub newest: u16,
    /// Councils with a number for that year.
    pub councils: usize,
    /// Councils with a number for the year before.
    pub councils_before: usize,
    /// Cells that were empty.
    pub new: usize,
    /// Cells that held something else.
    pub revised: usize,
}

/// A figure of England that was revised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revised {
    /// The id of the indicator.
    pub indicator: String,
    /// The year.
    pub year: u16,
    /// As it was.
    pub before: String,
    /// As it is now.
    pub now: String,
}

impl Summary {
    pub(crate) fn new(release: &Release, figures: &Table) -> Self {
        let last = figures.newest_year().unwrap_or_default();
        let mut summary = Self { last, ..Self::default() };
        let found: BTreeSet<&str> = release.values.iter().map(|value| value.indicator.id.as_ref()).collect();
        let title =
            |indicator: &&Indicator| indicator.publication.as_ref().map(|publication| publication.title);
        let all = indicator::all().iter().filter(|indicator| indicator.is_published);
        let publications: BTreeSet<_> = all
            .clone()
            .filter(|each| found.contains(each.id.as_ref()))
            .filter_map(|each| title(&each))
            .collect();
        let missing = all.filter(|each| !found.contains(each.id.as_ref()));
        let missing = missing.filter(|each| title(each).is_some_and(|title| publications.contains(title)));
        summary.not_found = missing.map(|each| each.id.to_string()).collect();
        summary.unused_files =
            release.files.iter().filter(|file| !file.is_used).map(|file| file.name.clone()).collect();
        let used = release.files.iter().filter(|file| file.is_used);
        summary.remarks = used
            .flat_map(|file| file.problems.iter().map(|problem| format!("{}: {problem}", file.name)))
            .collect();
        if release.contradicting > 0 {
            let count = release.contradicting;
            summary.remarks.push(format!(
                "{count} values stand in two files with different numbers; none of them is taken"
            ));
        }
        if !release.other_areas.is_empty() {
            summary.remarks.push(format!("Not councils, left out: {}", release.other_areas.join(", ")));
        }
        summary
    }

    /// Notes a cell of `published.csv` as it was and as it is.
    pub(crate) fn note(&mut self, value: &Value, before: &str, now: &str) {
        let id = value.indicator.id.as_ref();
        if self.changes.last().is_none_or(|(last, _)| last != id) {
            self.changes.push((id.to_owned(), Changes::default()));
        }
        let Some((_, changes)) = self.changes.last_mut() else { return };
        if before != now {
            *(if before.is_empty() { &mut changes.new } else { &mut changes.revised }) += 1;
        }
        changes.newest = changes.newest.max(value.year);
        if value.is_england() && !before.is_empty() && before != now {
            self.england_revised.push(Revised {
                indicator: id.to_owned(),
                year: value.year,
                before: before.to_owned(),
                now: now.to_owned(),
            });
        }
    }

    /// Compares councils of the newest year with those of the year before.
    pub(crate) fn finish(&mut self, figures: &Table) {
        self.new_years =
            figures.headings.iter().filter_map(|name| year(name)).filter(|year| *year > self.last).collect();
        let mut councils: BTreeMap<&str, [bool; 2]> = BTreeMap::new();
        for (id, changes) in &mut self.changes {
            let columns = [changes.newest - 1, changes.newest].map(|year| figures.column(&year.to_string()));
            for row in figures.rows.iter().filter(|row| row[0] == *id && !row[1].starts_with('E')) {
                let has = columns.map(|column| column.is_some_and(|column| is_number(&row[column])));
                changes.councils_before += usize::from(has[0]);
                changes.councils += usize::from(has[1]);
                let known = councils.entry(&row[1]).or_default();
                known[0] |= has[0];
                known[1] |= has[1];
            }
        }
        let with = |wanted: [bool; 2]| {
            let codes = councils.iter().filter(move |(_, has)| **has == wanted);
            codes.map(|(code, _)| (*code).to_owned()).collect()
        };
        (self.came, self.went) = (with([false, true]), with([true, false]));
    }
}

fn is_number(cell: &str) -> bool {
    cell.parse::<f64>().is_ok()
}

impl Display for Summary {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if !self.new_years.is_empty() {
            writeln!(f, "New years: {:?}", self.new_years)?;
        }
        for (id, changes) in &self.changes {
            let Changes { newest, councils, councils_before, new, revised } = changes;
            write!(
                f,
                "{id}: up to {newest}, {councils} councils with a number ({councils_before} the year before); "
            )?;
            writeln!(f, "{new} cells new, {revised} revised")?;
        }
        if !self.england_revised.is_empty() {
            writeln!(f, "\nRevised for England:")?;
        }
        for Revised { indicator, year, before, now } in &self.england_revised {
            writeln!(f, "  {indicator} {year}: {before} is now {now}")?;
        }
        let lists = [
            ("Councils added to areas.csv (they have no neighbours yet)", &self.new_councils),
            ("Councils with figures now and none the year before", &self.came),
            ("Councils with no figure now and some the year before", &self.went),
            ("Indicators of these publications for which nothing was found", &self.not_found),
            ("Files without an indicator of the catalogue", &self.unused_files),
            ("Remarks", &self.remarks),
        ];
        for (title, list) in lists.into_iter().filter(|(_, list)| !list.is_empty()) {
            writeln!(f, "\n{title}:")?;
            list.iter().try_for_each(|each| writeln!(f, "  {each}"))?;
        }
        Ok(())
    }
}
