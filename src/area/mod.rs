//! England, its regions and councils, and the statistical neighbours of each council.
//!
//! The tables come from `data/areas.csv`, `data/neighbours.csv` and `data/successors.csv`, checked and turned into constants by the build
//! script.

mod neighbours;
mod successors;

use std::borrow::Cow;
use std::hash::{Hash, Hasher};
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

pub use neighbours::{NeighbourModel, neighbours};
pub use successors::successors;

/// A country, region or council with official figures.
#[derive(Debug)]
pub struct Area {
    /// Three digits for councils (the Department for Education's number), nine characters for England and regions.
    pub code: &'static str,
    /// What kind of area this is.
    pub level: Level,
    /// The nine-character code of the Office for National Statistics, newest where it changed.
    pub ons_code: &'static str,
    /// The name as official tables write it.
    pub name: &'static str,
    /// Short names people use for it: `Cambs`.
    pub also: &'static [&'static str],
    /// The region's code, for councils.
    pub region: Option<&'static str>,
    /// The type, for councils.
    pub council_type: Option<CouncilType>,
    /// Position in [`all`], by which [`crate::published`] finds its figures.
    pub(crate) index: usize,
}

/// Levels of geography, widest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// England.
    Country,
    /// One of the nine regions of England.
    Region,
    /// A council with responsibility for children's services, including those since reorganised away.
    Council,
}

/// Types of council with responsibility for children's services.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CouncilType {
    /// A county council, with district councils below it.
    County,
    /// A council that is both county and district; the Isles of Scilly are counted among them.
    Unitary,
    /// A district of a metropolitan county.
    MetropolitanDistrict,
    /// A London borough; the City of London is counted among them.
    LondonBorough,
}

impl Level {
    /// Every level.
    pub const ALL: [Self; 3] = [Self::Country, Self::Region, Self::Council];

    /// The name used in data and by the JavaScript face.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Region => "region",
            Self::Council => "council",
        }
    }
}

include!(concat!(env!("OUT_DIR"), "/areas.rs"));

/// Every area: England, then regions, then councils by name.
pub const fn all() -> &'static [Area] {
    AREAS
}

/// The councils, in the order of their names.
pub fn councils() -> impl Iterator<Item = &'static Area> {
    AREAS.iter().filter(|area| area.level == Level::Council)
}

/// England.
pub fn england() -> &'static Area {
    &AREAS[0]
}

/// Returns the area with this code, three digits or nine characters of the Office for National Statistics, or `None`
/// if there is none.
pub fn by_code(code: &str) -> Option<&'static Area> {
    AREAS.iter().find(|area| area.code == code || area.ons_code == code)
}

/// Returns the area with this name, tolerant of case, punctuation and words such as "County Council" or "City of", or
/// `None` if there is none.
///
/// ```
/// use corporate_parenting_calculator::area;
///
/// let council = area::by_name("Norfolk County Council").expect("it is a council");
/// assert_eq!((council.name, council.code), ("Norfolk", "926"));
/// assert_eq!(area::by_name("Northfolk"), None);
/// ```
pub fn by_name(name: &str) -> Option<&'static Area> {
    static BARE_NAMES: OnceLock<FxHashMap<String, usize>> = OnceLock::new();
    let wanted = bare_name(name);
    if wanted.is_empty() {
        return None;
    }
    // Of two areas of one name the first comes last.
    let names = || AREAS.iter().enumerate().rev().map(|(index, area)| (bare_name(area.name), index));
    BARE_NAMES.get_or_init(|| names().collect()).get(&wanted).map(|index| &AREAS[*index])
}

/// Two are equal if they stand in the same place of [`all`].
impl PartialEq for Area {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}

impl Eq for Area {}

impl Hash for Area {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.index.hash(state);
    }
}

impl Area {
    /// Returns the region a council lies in, or `None` if it is not a council.
    pub fn region_area(&self) -> Option<&'static Self> {
        self.region.and_then(by_code)
    }

    /// The name as it is written within a sentence: `the East of England`.
    pub fn name_in_sentence(&self) -> Cow<'static, str> {
        match self.level {
            Level::Region if !matches!(self.name, "London" | "Yorkshire and The Humber") => {
                format!("the {}", self.name).into()
            }
            _ => self.name.into(),
        }
    }
}

/// Words that come and go around the name of a council or region.
const COUNCIL_WORDS: [&str; 15] = [
    "council",
    "region",
    "county",
    "city",
    "borough",
    "metropolitan",
    "district",
    "london",
    "royal",
    "unitary",
    "authority",
    "of",
    "the",
    "upon",
    "on",
];

/// The distinguishing words of a name in order, lower case: `Bristol, City of` and `Bristol City Council` agree.
fn bare_name(name: &str) -> String {
    let lower = name.to_lowercase().replace('&', " and ").replace(['.', '\'', '\u{2019}'], "");
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let distinguishing: Vec<&str> =
        words.iter().copied().filter(|word| !COUNCIL_WORDS.contains(word)).collect();
    // London the region and the City of London have no other words.
    let bare = if distinguishing.is_empty() { words.join(" ") } else { distinguishing.join(" ") };
    // Regions are also named by their adjectives.
    match bare.as_str() {
        "eastern" | "eastern england" | "east anglia" => "east england".to_owned(),
        "north eastern" | "north western" | "south eastern" | "south western" => bare.replace("ern", ""),
        "yorkshire humber" | "yorkshire humberside" | "yorkshire and humberside" => {
            "yorkshire and humber".to_owned()
        }
        _ => bare,
    }
}

/// No area has this code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownArea(pub String);

impl std::error::Error for UnknownArea {}

/// Written as its code.
impl serde::Serialize for Area {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code)
    }
}

impl<'de> serde::Deserialize<'de> for &'static Area {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        by_code(&code).ok_or_else(|| serde::de::Error::custom(UnknownArea(code)))
    }
}
