//! Takes a new release of official figures into the tables of `data/`, with a summary of what changed.
//!
//! The page's own reader says what the files hold; here is only how the tables are rewritten with it. A release takes the
//! place of what earlier ones said of the same year. What the new files do not give stays as it is.

mod areas;
mod files;
mod first_published;
mod older;
mod release;
mod sources;
mod summary;
mod table;

use std::path::Path;

use anyhow::Result;
use corporate_parenting_calculator::indicator::ids;
use corporate_parenting_calculator::read::OfficialFile;

pub use files::official_files;
pub use older::Older;
pub use summary::{Changes, Revised, Summary};

use first_published::FirstPublished;
use release::Release;
use table::Table;

/// The tables of `data/` with a release taken in.
#[derive(Debug)]
pub struct Adoption {
    /// What changed.
    pub summary: Summary,
    tables: Vec<Table>,
}

impl Adoption {
    /// Writes the tables that changed.
    ///
    /// # Errors
    /// When one cannot be written.
    pub fn write(&self) -> Result<()> {
        self.tables.iter().try_for_each(Table::write)
    }
}

/// Takes files into the tables of the folder `data`; nothing is written yet.
///
/// # Errors
/// When a table is missing or is not as it should be, when the files hold nothing of the catalogue, or when they are older than
/// what the tables have and such are refused.
pub fn adopt(files: Vec<OfficialFile>, data: &Path, older: Older) -> Result<Adoption> {
    let mut areas = Table::open(data, "areas.csv")?;
    let mut figures = Table::open(data, "published.csv")?;
    let mut counts = Table::open(data, "counts.csv")?;
    let mut population = Table::open_if_there(data, "population.csv")?;
    let mut first = FirstPublished(Table::open(data, "first_published.csv")?);
    let mut sources = Table::open(data, "sources.csv")?;

    let release = Release::of(files)?;
    if older == Older::Refused {
        older::refuse_older(&release, &figures)?;
    }
    let mut summary = Summary::new(&release, &figures);
    for council in areas::new_councils(&release, &areas) {
        summary.new_councils.push(council[3].clone());
        areas::add(&mut areas, council);
    }
    for each in &release.values {
        let (indicator, area) = (each.indicator.id.as_ref(), each.area.code.as_str());
        let key = [indicator, area];
        let year = each.year.to_string();
        let now = each.shown();
        let before = figures.get(&key, &year).unwrap_or_default().to_owned();
        figures.set(&key, &year, &now);
        summary.note(each, &before, &now);
        first.note(each, &before, &now);
        match each.counts() {
            Some((numerator, denominator)) => {
                counts.set(&key, &year, &format!("{numerator}/{denominator}"));
            }
            // Counts of an earlier release belong to its figure.
            None if before != now => counts.clear(&key, &year),
            None => {}
        }
        let children = each.denominator.filter(|_| indicator == ids::CHILDREN_IN_CARE_RATE.id);
        if let Some((population, children)) = population.as_mut().zip(children) {
            population.set(&[area], &year, &children.trimmed().to_string());
        }
    }
    counts.add_year_columns_of(&figures);
    sources::renew(&mut sources, &release);
    summary.finish(&figures);
    let tables = [areas, figures, counts, first.0, sources].into_iter().chain(population).collect();
    Ok(Adoption { summary, tables })
}
