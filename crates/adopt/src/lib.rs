//! Takes a new release of official figures into the tables of `data/`, with a summary of what changed.
//!
//! The page's own reader says what the files hold; here is only how the tables are rewritten with it. A release takes the
//! place of what earlier ones said of the same year. What the new files do not give stays as it is.

mod areas;
mod files;
mod first_published;
mod older;
mod release;
mod remade;
mod sources;
mod summary;
mod table;

use std::path::Path;

use anyhow::Result;
use corporate_parenting_calculator::indicator::ids;
use corporate_parenting_calculator::read::OfficialFile;

pub use files::official_files;
pub use older::Older;
pub use remade::{Remade, remade};
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

/// The tables of `data/` that a release rewrites.
struct Tables {
    areas: Table,
    figures: Table,
    counts: Table,
    population: Option<Table>,
    first: FirstPublished,
    sources: Table,
}

/// Takes files into the tables of the folder `data`; nothing is written yet.
///
/// # Errors
/// When a table is missing or is not as it should be, when the files hold nothing of the catalogue, or when they are older than
/// what the tables have and such are refused.
pub fn adopt(files: Vec<OfficialFile>, data: &Path, older: Older) -> Result<Adoption> {
    let mut tables = Tables::open(data)?;
    let release = Release::of(files)?;
    if older == Older::Refused {
        older::refuse_older(&release, &tables.figures)?;
    }
    let summary = tables.take_in(&release);
    let Tables { areas, figures, counts, population, first, sources } = tables;
    let tables = [areas, figures, counts, first.0, sources].into_iter().chain(population).collect();
    Ok(Adoption { summary, tables })
}

impl Tables {
    fn open(data: &Path) -> Result<Self> {
        Ok(Self {
            areas: Table::open(data, "areas.csv")?,
            figures: Table::open(data, "published.csv")?,
            counts: Table::open(data, "counts.csv")?,
            population: Table::open_if_there(data, "population.csv")?,
            first: FirstPublished(Table::open(data, "first_published.csv")?),
            sources: Table::open(data, "sources.csv")?,
        })
    }

    /// Takes in a release, and returns what it changes.
    fn take_in(&mut self, release: &Release) -> Summary {
        let mut summary = Summary::new(release, &self.figures);
        for council in areas::new_councils(release, &self.areas) {
            summary.new_councils.push(council[3].clone());
            areas::add(&mut self.areas, council);
        }
        for each in &release.values {
            let (indicator, area) = (each.indicator.id.as_ref(), each.area.code.as_str());
            let key = [indicator, area];
            let year = each.year.to_string();
            let now = each.shown();
            let before = self.figures.get(&key, &year).unwrap_or_default().to_owned();
            self.figures.set(&key, &year, &now);
            summary.note(each, &before, &now);
            self.first.note(each, &before, &now);
            match each.counts() {
                Some((numerator, denominator)) => {
                    self.counts.set(&key, &year, &format!("{numerator}/{denominator}"));
                }
                // Counts of an earlier release belong to its figure.
                None if before != now => self.counts.clear(&key, &year),
                None => {}
            }
            let children = each.denominator.filter(|_| indicator == ids::CHILDREN_IN_CARE_RATE.id);
            if let Some((population, children)) = self.population.as_mut().zip(children) {
                population.set(&[area], &year, &children.trimmed().to_string());
            }
        }
        self.counts.add_year_columns_of(&self.figures);
        sources::renew(&mut self.sources, release);
        summary.finish(&self.figures);
        summary
    }
}
