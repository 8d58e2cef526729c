//! The areas of official files, as their rows name them.

use std::collections::HashMap;

use crate::area::{self, Area, Level};

/// Columns of time and place, with which every file begins in one order or another; and of the state of a figure.
const IDENTIFYING: [&str; 15] = [
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
    /// Returns the area in the catalogue, or `None` if it is not there. The number of a council stays the same for as
    /// long as the council is the same; its nine-character code does not.
    pub fn known(&self) -> Option<&'static Area> {
        area::by_code(if self.code.is_empty() { &self.ons_code } else { &self.code })
    }

    /// Its name, or its code where it has none.
    pub(super) fn title(&self) -> &str {
        if self.name.is_empty() { &self.code } else { &self.name }
    }

    /// Councils that report together in one row (`314 / 318`), each for itself; any other area as it is.
    fn apart(self) -> Vec<Self> {
        let parts = |text: &str| text.split('/').map(|part| part.trim().to_owned()).collect::<Vec<_>>();
        let (codes, ons_codes, names) = (parts(&self.code), parts(&self.ons_code), parts(&self.name));
        if codes.len() == 1 || codes.len() != ons_codes.len() || codes.len() != names.len() {
            return vec![self];
        }
        let (level, region) = (self.level, self.region);
        let apart = codes.into_iter().zip(ons_codes).zip(names);
        apart
            .map(|((code, ons_code), name)| Self { level, code, ons_code, name, region: region.clone() })
            .collect()
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
            // By itself it is a filter: where children are placed.
            location: column("location").filter(|_| column("location_code").is_some()),
        })
    }

    /// Where all of them stand.
    pub(super) fn all(&self) -> Vec<usize> {
        let others = [
            self.region_code,
            self.region_name,
            self.council_code,
            self.council_ons_code,
            self.council_name,
            self.location_code,
            self.location,
        ];
        [Some(self.level)].into_iter().chain(others).flatten().collect()
    }

    /// Whether a column, by its position and heading, says the time and place of its row and not what is counted.
    pub(super) fn identify(&self, index: usize, heading: &str) -> bool {
        IDENTIFYING.contains(&heading) || self.location == Some(index)
    }
}

/// The area of a row.
#[derive(Clone, Debug, Default)]
pub(super) struct Placed {
    /// Positions among the areas: of one, or of the councils that report together.
    pub(super) areas: Vec<usize>,
}

impl Placed {
    /// Whether several councils report together: a value is that of each, counts are of all of them.
    pub(super) const fn is_joint(&self) -> bool {
        self.areas.len() > 1
    }
}

/// Areas by the texts of their rows.
#[derive(Default)]
pub(super) struct Areas {
    pub(super) all: Vec<OfficialArea>,
    placed: HashMap<(Level, String), Placed>,
}

impl Areas {
    /// The area of a row; of none where it is of another level, or of a half of London.
    pub(super) fn of(&mut self, columns: &Columns, cells: &[&str]) -> &Placed {
        const NONE: &Placed = &Placed { areas: Vec::new() };
        let cell =
            |index: Option<usize>| index.and_then(|index| cells.get(index)).map_or("", |cell| cell.trim());
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
            _ => return NONE,
        };
        let key = [code, ons_code, name].into_iter().find(|text| !text.is_empty()).unwrap_or_default();
        let key = (level, key.to_owned());
        if !self.placed.contains_key(&key) {
            let region = if level == Level::Council { cell(columns.region_code) } else { "" };
            let named = OfficialArea {
                level,
                code: code.to_owned(),
                ons_code: ons_code.to_owned(),
                name: name.to_owned(),
                region: region.to_owned(),
            };
            let areas = if named.is_half_of_london() {
                Vec::new()
            } else {
                named.apart().into_iter().map(|area| self.position(area)).collect()
            };
            self.placed.insert(key.clone(), Placed { areas });
        }
        self.placed.get(&key).unwrap_or(NONE)
    }

    fn position(&mut self, area: OfficialArea) -> usize {
        self.all.iter().position(|known| *known == area).unwrap_or_else(|| {
            self.all.push(area);
            self.all.len() - 1
        })
    }
}
