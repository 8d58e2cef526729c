//! What the files of a release say, each value once.

use std::collections::{BTreeMap, HashMap, HashSet};

use anyhow::{Result, ensure};
use corporate_parenting_calculator::area::{self, Level};
use corporate_parenting_calculator::figure::Withheld;
use corporate_parenting_calculator::indicator::{self, Indicator};
use corporate_parenting_calculator::number::Decimal;
use corporate_parenting_calculator::period::Basis;
use corporate_parenting_calculator::read::{OfficialArea, OfficialFile, OfficialProblem};

/// A release.
#[derive(Debug)]
pub(crate) struct Release {
    /// In the order of the catalogue, the areas and the years.
    pub(crate) values: Vec<Value>,
    pub(crate) files: Vec<File>,
    /// Names of areas that are neither known nor councils.
    pub(crate) other_areas: Vec<String>,
    /// Values that two files of the same year give differently; none of them is taken.
    pub(crate) contradicting: usize,
}

/// A file of a release, without its values.
#[derive(Debug)]
pub(crate) struct File {
    pub(crate) name: String,
    /// The newest year of its rows, by which its release is called.
    pub(crate) year: u16,
    pub(crate) problems: Vec<OfficialProblem>,
    pub(crate) is_used: bool,
}

/// A value of a release.
#[derive(Debug)]
pub(crate) struct Value {
    pub(crate) indicator: &'static Indicator,
    pub(crate) area: OfficialArea,
    pub(crate) year: u16,
    pub(crate) amount: Result<Decimal, Withheld>,
    pub(crate) numerator: Option<Decimal>,
    pub(crate) denominator: Option<Decimal>,
    /// Position of its file.
    pub(crate) file: usize,
    /// The year by whose November its file was out.
    pub(crate) out_by: u16,
    /// Whether its file is of the figures that are out in the November of their own year.
    pub(crate) is_of_november: bool,
}

impl Value {
    /// The cell of `published.csv`.
    pub(crate) fn shown(&self) -> String {
        self.amount.map_or_else(|symbol| symbol.symbol().to_owned(), |number| number.trimmed().to_string())
    }

    /// Numerator and denominator of a number. What a council counts is whole.
    pub(crate) fn counts(&self) -> Option<(Decimal, Decimal)> {
        let counts = self.amount.ok().and(self.numerator.zip(self.denominator));
        let counts = counts.map(|(numerator, denominator)| (numerator.trimmed(), denominator.trimmed()));
        counts.filter(|(numerator, denominator)| {
            self.area.level != Level::Council || (numerator.decimals() == 0 && denominator.decimals() == 0)
        })
    }

    /// The council and the time at which it must have existed: councils are made and abolished on 1 April.
    fn time_of_life(&self) -> (String, u16, bool) {
        let is_by_march = matches!(self.indicator.basis, Basis::March31 | Basis::Year);
        (self.area.code.clone(), self.year, is_by_march)
    }

    /// The year by whose November a figure of this year was first out.
    pub(crate) fn first_out(&self) -> u16 {
        out_by(self.indicator, self.year)
    }

    /// Whether it is of England.
    pub(crate) fn is_england(&self) -> bool {
        self.area.level == Level::Country
    }
}

/// The year by whose November the figures of a year were out.
pub(crate) fn out_by(indicator: &Indicator, year: u16) -> u16 {
    let is_late = indicator.publication.as_ref().is_some_and(|publication| !publication.is_same_year);
    year + u16::from(is_late)
}

impl Release {
    /// Leaves out what is not applicable because the council was not yet made, or was abolished: where the release has
    /// nothing of it at that time.
    fn leave_out_times_of_no_council(&mut self) {
        let is_of_life =
            |value: &&Value| value.amount != Err(Withheld::NotApplicable) || value.denominator.is_some();
        let lives: HashSet<_> = self.values.iter().filter(is_of_life).map(Value::time_of_life).collect();
        self.values.retain(|value| lives.contains(&value.time_of_life()));
    }

    /// What the files say. Of files of different years the newest is right.
    pub(crate) fn of(mut files: Vec<OfficialFile>) -> Result<Self> {
        files.sort_by_key(|file| file.last_year);
        let mut release =
            Self { values: Vec::new(), files: Vec::new(), other_areas: Vec::new(), contradicting: 0 };
        let order: HashMap<&str, usize> =
            indicator::all().iter().map(|each| each.id.as_ref()).zip(0..).collect();
        let mut found: BTreeMap<(usize, String, u16), Option<Value>> = BTreeMap::new();
        for (position, file) in files.into_iter().enumerate() {
            let out_by =
                file.values.iter().map(|value| out_by(value.indicator, value.year)).max().unwrap_or(0);
            let areas: Vec<Option<OfficialArea>> = file.areas.iter().map(as_catalogued).collect();
            let unknown = file.areas.iter().zip(&areas).filter(|(_, area)| area.is_none());
            release.other_areas.extend(unknown.map(|(area, _)| area.name.clone()));
            for each in &file.values {
                let Some(area) = areas[each.area].clone().filter(|_| each.indicator.is_published) else {
                    continue;
                };
                let value = Value {
                    indicator: each.indicator,
                    area,
                    year: each.year,
                    amount: each.value,
                    numerator: each.numerator,
                    denominator: each.denominator,
                    file: position,
                    out_by,
                    is_of_november: out_by == file.last_year,
                };
                let key = (order[each.indicator.id.as_ref()], value.area.code.clone(), each.year);
                let same_age =
                    |known: &Value| release.files.get(known.file).is_some_and(|of| of.year == file.last_year);
                match found.get(&key) {
                    Some(Some(known)) if same_age(known) && known.shown() != value.shown() => {
                        release.contradicting += 1;
                        found.insert(key, None);
                    }
                    Some(Some(known)) if same_age(known) && known.counts().is_some() => {}
                    _ => {
                        found.insert(key, Some(value));
                    }
                }
            }
            release.files.push(File {
                name: file.name,
                year: file.last_year,
                problems: file.problems,
                is_used: !file.values.is_empty(),
            });
        }
        release.values = found.into_values().flatten().collect();
        release.leave_out_times_of_no_council();
        release.other_areas.sort();
        release.other_areas.dedup();
        ensure!(!release.values.is_empty(), "no file holds a figure of the catalogue");
        Ok(release)
    }
}

/// An area by the codes of the catalogue; `None` for what is neither known nor a council.
fn as_catalogued(area: &OfficialArea) -> Option<OfficialArea> {
    if let Some(known) = area.known() {
        return Some(OfficialArea { code: known.code.to_owned(), ..area.clone() });
    }
    let is_number = area.code.len() == 3 && area.code.bytes().all(|byte| byte.is_ascii_digit());
    let is_council = ["E06", "E08", "E09", "E10"].iter().any(|start| area.ons_code.starts_with(start))
        && area.ons_code.len() == 9;
    let is_in_england = area::by_code(&area.region).is_some_and(|region| region.level == Level::Region);
    (area.level == Level::Council && is_number && is_council && is_in_england).then(|| area.clone())
}
