//! The areas of official files, as their rows name them.

use std::collections::HashMap;

use csv::StringRecord;

use crate::area::{self, Area, Level};

/// Columns of time and place, with which every file begins in one order or another; and of the state of a figure.
pub(super) const IDENTIFYING: [&str; 16] = [
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
    "location",
    "location_code",
    "version",
];

/// An area as an official file names it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OfficialArea {
    /// England, a region or a council.
    pub level: Level,
    /// The number of a council at the Department for Education, the code of a region or of England.
    pub code: String,
    /// The nine-character code of the Office for National Statistics.
    pub ons_code: String,
    /// Its name.
    pub name: String,
    /// The code of the region a council lies in; empty where the file does not say.
    pub region: String,
}

impl OfficialArea {
    /// The area in the catalogue. The number of a council stays the same for as long as the council is the same; its
    /// nine-character code does not.
    pub fn known(&self) -> Option<&'static Area> {
        area::by_code(if self.code.is_empty() { &self.ons_code } else { &self.code })
    }

    /// Its name, or its code where it has none.
    pub(super) fn title(&self) -> &str {
        if self.name.is_empty() { &self.code } else { &self.name }
    }

    /// Whether it is one of the two halves of London, which are given beside London as a whole.
    fn is_half_of_london(&self) -> bool {
        matches!(self.name.as_str(), "Inner London" | "Outer London")
    }
}

/// Where the columns of the area stand.
pub(super) struct Columns {
    pub(super) level: usize,
    region_code: Option<usize>,
    region_name: Option<usize>,
    council_code: Option<usize>,
    council_ons_code: Option<usize>,
    council_name: Option<usize>,
    location_code: Option<usize>,
    location: Option<usize>,
}

impl Columns {
    /// Where they stand under these headings; `None` if there is no level of geography.
    pub(super) fn of(headings: &[String]) -> Option<Self> {
        let column = |name: &str| headings.iter().position(|heading| heading == name);
        Some(Self {
            level: column("geographic_level")?,
            region_code: column("region_code"),
            region_name: column("region_name"),
            council_code: column("old_la_code"),
            council_ons_code: column("new_la_code"),
            council_name: column("la_name"),
            location_code: column("location_code"),
            location: column("location"),
        })
    }
}

/// Areas by the texts of their rows.
#[derive(Default)]
pub(super) struct Areas {
    pub(super) all: Vec<OfficialArea>,
    positions: HashMap<(Level, String), usize>,
}

impl Areas {
    /// Position of the area of a row; `None` where it is of another level, or of a half of London.
    pub(super) fn position(&mut self, columns: &Columns, record: &StringRecord) -> Option<usize> {
        let cell = |index: Option<usize>| index.and_then(|index| record.get(index)).map_or("", str::trim);
        // Tables made on the website have one column for areas of every level.
        let or_location = |index: Option<usize>, location: Option<usize>| match cell(index) {
            "" => cell(location),
            text => text,
        };
        let level = cell(Some(columns.level)).to_lowercase();
        let (level, code, ons_code, name) = match level.as_str() {
            "national" => {
                let england = area::england();
                (Level::Country, england.code, england.ons_code, england.name)
            }
            "regional" => {
                let code = or_location(columns.region_code, columns.location_code);
                (Level::Region, code, code, or_location(columns.region_name, columns.location))
            }
            "local authority" => (
                Level::Council,
                cell(columns.council_code),
                or_location(columns.council_ons_code, columns.location_code),
                or_location(columns.council_name, columns.location),
            ),
            _ => return None,
        };
        let key = [code, ons_code, name].into_iter().find(|text| !text.is_empty()).unwrap_or_default();
        if let Some(known) = self.positions.get(&(level, key.to_owned())) {
            return Some(*known);
        }
        let region = if level == Level::Council { cell(columns.region_code) } else { "" };
        let area = OfficialArea {
            level,
            code: code.to_owned(),
            ons_code: ons_code.to_owned(),
            name: name.to_owned(),
            region: region.to_owned(),
        };
        if area.is_half_of_london() {
            return None;
        }
        self.all.push(area);
        self.positions.insert((level, key.to_owned()), self.all.len() - 1);
        Some(self.all.len() - 1)
    }
}
