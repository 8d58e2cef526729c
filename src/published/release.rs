//! Official files that a person opened, and the official figures in use with them.

use std::collections::HashMap;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::Official;
use crate::area::{self, Area};
use crate::figure::Withheld;
use crate::indicator::{self, Indicator};
use crate::number::Decimal;
use crate::sorting::Sorting;

/// The figures of one official file that a person opened.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    /// Name of the file; empty for pasted text and for what a script hands in.
    pub file: String,
    /// Its values, each of one indicator, area and year.
    pub values: Vec<Value>,
}

/// One value of an official file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Value {
    /// What is measured.
    pub indicator: &'static Indicator,
    /// For whom.
    pub area: &'static Area,
    /// The year, as [`crate::period::Period::year`] counts them.
    pub year: u16,
    /// The number as published, or why there is none.
    pub value: Result<Decimal, Withheld>,
    /// Numerator and denominator, where the file gives both.
    pub counts: Option<(Decimal, Decimal)>,
}

impl Release {
    /// Returns the first and the last year, or `None` if there are no figures.
    pub fn years(&self) -> Option<(u16, u16)> {
        let years = self.values.iter().map(|value| value.year);
        Some((years.clone().min()?, years.max()?))
    }

    /// The year by whose November all of its values were out.
    fn out_by(&self) -> u16 {
        self.values.iter().map(|value| super::out_by(value.indicator, value.year)).max().unwrap_or(0)
    }

    /// The indicators it has values of, each once, in the order of the catalogue.
    pub fn indicators(&self) -> Vec<&'static Indicator> {
        let mut indicators: Vec<&Indicator> = self.values.iter().map(|value| value.indicator).collect();
        indicators.arrange_by_key(|indicator| indicator.index);
        indicators.dedup();
        indicators
    }
}

impl Release {
    /// The values as lines, small enough to be kept in a page: indicator, area, year, number or symbol, and both counts where there are any.
    pub fn to_lines(&self) -> String {
        let line = |value: &Value| {
            let shown =
                value.value.map_or_else(|symbol| symbol.symbol().to_owned(), |number| number.to_string());
            let counts = value
                .counts
                .map_or_else(String::new, |(numerator, denominator)| format!(" {numerator} {denominator}"));
            format!("{} {} {} {shown}{counts}", value.indicator.id, value.area.code, value.year)
        };
        self.values.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// The reverse of [`Self::to_lines`]. Lines that are not understood are left out.
    pub fn from_lines(file: &str, lines: &str) -> Self {
        let value = |line: &str| {
            let parts: Vec<&str> = line.split(' ').collect();
            let [indicator, area, year, value, counts @ ..] = parts.as_slice() else { return None };
            let number = |text: &str| Decimal::parse(text).ok();
            Some(Value {
                indicator: indicator::by_id(indicator)?,
                area: area::by_code(area)?,
                year: year.parse().ok()?,
                value: number(value)
                    .map_or_else(|| Withheld::from_symbol(value).map(Err), |number| Some(Ok(number)))?,
                counts: match counts {
                    [numerator, denominator] => number(numerator).zip(number(denominator)),
                    _ => None,
                },
            })
        };
        Self { file: file.to_owned(), values: lines.lines().filter_map(value).collect() }
    }
}

/// Which of the opened files, by its place among [`Published::releases`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReleaseId(pub usize);

/// The official figures in use: those of opened files, the newest release first, and the built-in ones for all else.
#[derive(Clone, Debug, Default)]
pub struct Published {
    opened: Rc<Opened>,
    /// The year in whose November they were so known, or `None` for as they are now.
    known: Option<u16>,
}

#[derive(Debug, Default)]
struct Opened {
    releases: Vec<Rc<Release>>,
    /// For each, the year by whose November all of its values were out.
    out_by: Vec<u16>,
    /// Where the values of an indicator, area and year stand, the newest release first: which release, and where in it.
    places: HashMap<(&'static Indicator, &'static Area, u16), Vec<Place>>,
    /// The years of an indicator and area.
    years: HashMap<(&'static Indicator, &'static Area), Vec<u16>>,
}

/// Where a value stands.
#[derive(Clone, Copy, Debug)]
struct Place {
    /// Position of its release.
    release: usize,
    /// Position in the release.
    value: usize,
}

/// Two are equal if they are of the very same files, as known at the same time.
impl PartialEq for Published {
    fn eq(&self, other: &Self) -> bool {
        let pointers =
            |published: &Self| published.opened.releases.iter().map(Rc::as_ptr).collect::<Vec<_>>();
        self.known == other.known && pointers(self) == pointers(other)
    }
}

impl Published {
    /// The same, with a file; of files of the same age the last comes first.
    #[must_use]
    pub fn with(&self, release: Release) -> Self {
        let mut releases = self.opened.releases.clone();
        releases.push(Rc::new(release));
        Self { known: self.known, ..Self::of(releases) }
    }

    /// The same, as they were known in November of this year, or as they are now: figures published later are left out,
    /// and so are opened files that have any.
    #[must_use]
    pub fn as_known(&self, known: Option<u16>) -> Self {
        Self { opened: self.opened.clone(), known }
    }

    /// Returns the year in whose November figures are given, or `None` if they are given as they are now.
    pub const fn known(&self) -> Option<u16> {
        self.known
    }

    /// The same, without one of the files.
    #[must_use]
    pub fn without(&self, ReleaseId(position): ReleaseId) -> Self {
        let kept = self.opened.releases.iter().enumerate().filter(|(index, _)| *index != position);
        Self { known: self.known, ..Self::of(kept.map(|(_, release)| release.clone()).collect()) }
    }

    fn of(releases: Vec<Rc<Release>>) -> Self {
        let mut places: HashMap<_, Vec<Place>> = HashMap::new();
        let mut years: HashMap<_, Vec<u16>> = HashMap::new();
        let mut newest_first: Vec<(usize, &Rc<Release>)> = releases.iter().enumerate().rev().collect();
        // A later release has the revised figures of earlier years; of the same age the last opened comes first.
        newest_first.arrange_by_key(|(_, release)| std::cmp::Reverse(release.years().map(|(_, last)| last)));
        for (position, release) in newest_first {
            for (index, value) in release.values.iter().enumerate().rev() {
                let place = Place { release: position, value: index };
                places.entry((value.indicator, value.area, value.year)).or_default().push(place);
                years.entry((value.indicator, value.area)).or_default().push(value.year);
            }
        }
        let out_by = releases.iter().map(|release| release.out_by()).collect();
        Self { opened: Rc::new(Opened { releases, out_by, places, years }), known: None }
    }

    /// The files opened, oldest first.
    pub fn releases(&self) -> &[Rc<Release>] {
        &self.opened.releases
    }

    /// Returns the official figure of `area` for `year`, or `None` if none was published.
    pub fn official(&self, indicator: &Indicator, area: &Area, year: u16) -> Option<Official> {
        let is_out =
            |place: &&Place| self.known.is_none_or(|known| self.opened.out_by[place.release] <= known);
        let places = self.opened.places.get(&(indicator, area, year));
        let Some(place) = places.and_then(|places| places.iter().find(is_out)) else {
            return match self.known {
                None => super::official(indicator, area, year),
                Some(known) => super::official_as_known(indicator, area, year, known),
            };
        };
        let release = &self.opened.releases[place.release];
        let value = release.values[place.value];
        Some(Official {
            value: value.value,
            counts: value.counts,
            revision: None,
            file: Some(release.file.as_str().into()),
        })
    }

    /// Years for which any figure of this indicator was published for `area`, oldest first.
    pub fn years(&self, indicator: &Indicator, area: &Area) -> impl DoubleEndedIterator<Item = u16> {
        let mut years: Vec<u16> = super::years(indicator, area).collect();
        years.extend(self.opened.years.get(&(indicator, area)).into_iter().flatten());
        years.arrange();
        years.dedup();
        years.retain(|year| self.official(indicator, area, *year).is_some());
        years.into_iter()
    }

    /// The newest year of any figure in use.
    pub fn latest_year(&self) -> u16 {
        let opened = self.opened.releases.iter().filter_map(|release| release.years());
        opened.map(|(_, last)| last).max().unwrap_or(0).max(super::latest_year())
    }
}
