//! What figures are compared with.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::LazyLock;

use crate::area::{self, Area, Level, NeighbourModel, neighbours};
use crate::chart::Ink;
use crate::published;

/// The whole country.
pub static ENGLAND: ComparatorKind = ComparatorKind {
    id: "england",
    title: "England",
    mark: "E",
    ink: Ink::England,
    rank_scope: RankScope::Councils,
    find: |_, _| Some(one_area(area::england())),
};

/// The region the council lies in.
pub static REGION: ComparatorKind = ComparatorKind {
    id: "region",
    title: "The region",
    mark: "R",
    ink: Ink::Region,
    rank_scope: RankScope::None,
    find: |_, whom| whom.council?.region_area().map(one_area),
};

/// The statistical neighbours of the council, by the model chosen; the average is the one chosen.
pub static NEIGHBOURS: ComparatorKind = ComparatorKind {
    id: "neighbours",
    title: "Statistical neighbours",
    mark: "N",
    ink: Ink::Neighbours,
    rank_scope: RankScope::Members,
    find: |_, whom| {
        let councils = neighbours(whom.council?, whom.model);
        let name = Name {
            label: "Statistical neighbours",
            short: "Neighbours",
            in_sentence: "statistical neighbours".into(),
        };
        Some((name, Members::Councils(councils.into(), whom.average)))
    },
};

/// The councils of the same type that exist in the year reported on, this one among them; the median.
pub static SAME_TYPE: ComparatorKind = ComparatorKind {
    id: "same-type",
    title: "Councils of the same type",
    mark: "S",
    ink: Ink::Second,
    rank_scope: RankScope::Members,
    find: |_, whom| {
        let of_type = whom.council?.council_type?;
        let is_member =
            |area: &&Area| area.council_type == Some(of_type) && published::existed(area, whom.year);
        let label = of_type.plural();
        let name = Name { label, short: label, in_sentence: of_type.plural_in_sentence().into() };
        Some((name, Members::Councils(area::councils().filter(is_member).collect(), Average::Median)))
    },
};

/// Every council, each a comparator of its own, by its number.
static COUNCILS: LazyLock<Vec<ComparatorKind>> = LazyLock::new(|| {
    let kind = |area: &'static Area| ComparatorKind {
        id: area.code,
        title: area.name,
        mark: area.name.get(..3).unwrap_or(area.name),
        ink: Ink::Chosen(0),
        rank_scope: RankScope::None,
        find: |kind, whom| {
            let area = area::by_code(kind.id).filter(|area| whom.council != Some(*area))?;
            Some(one_area(area))
        },
    };
    area::councils().map(kind).collect()
});

/// The comparators of every scorecard, in the order they are shown.
pub static USUAL: [&ComparatorKind; 3] = [&ENGLAND, &REGION, &NEIGHBOURS];

/// Those that a person may add, and besides them any council: see [`ComparatorKind::of_council`].
pub static FURTHER: [&ComparatorKind; 1] = [&SAME_TYPE];

/// One of the comparators there are, whoever's figures are compared. To add one is to write one here and to list it in
/// [`USUAL`] or [`FURTHER`].
#[derive(Debug)]
pub struct ComparatorKind {
    /// The name used by the JavaScript API.
    pub id: &'static str,
    /// What it is called where the council is not known: "The region".
    pub title: &'static str,
    /// The letter that marks its value; of a council the first letters of its name.
    pub mark: &'static str,
    /// Its colour; of a council, that of the first that is chosen.
    pub ink: Ink,
    /// Among whom a council is ranked.
    pub rank_scope: RankScope,
    /// Returns its name and members, or `None` if there is none, such as a region where the council is not known, or a council
    /// compared with itself.
    pub find: fn(&Self, &Compares) -> Option<(Name, Members)>,
}

/// Two are equal if they have the same id.
impl PartialEq for ComparatorKind {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for ComparatorKind {}

impl ComparatorKind {
    /// Returns the comparator with this id, or `None` if there is none. That of a council is its number.
    pub fn by_id(id: &str) -> Option<&'static Self> {
        let named = USUAL.into_iter().chain(FURTHER).find(|kind| kind.id == id);
        named.or_else(|| Self::of_council(area::by_code(id)?))
    }

    /// Whether it is one council that a person chose.
    pub fn is_of_council(&self) -> bool {
        area::by_code(self.id).is_some_and(|area| area.level == area::Level::Council)
    }

    /// Returns the comparator that is this one council, or `None` if the area is not a council.
    pub fn of_council(area: &Area) -> Option<&'static Self> {
        COUNCILS.iter().find(|kind| kind.id == area.code)
    }

    /// Returns the council that it is, or `None` if it is another comparator.
    pub fn council(&self) -> Option<&'static Area> {
        area::by_code(self.id).filter(|area| area.level == Level::Council)
    }
}

/// No comparator has this id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownComparator(pub String);

impl std::error::Error for UnknownComparator {}

/// Written as its id.
impl serde::Serialize for ComparatorKind {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id)
    }
}

impl<'de> serde::Deserialize<'de> for &'static ComparatorKind {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = String::deserialize(deserializer)?;
        ComparatorKind::by_id(&id).ok_or_else(|| serde::de::Error::custom(UnknownComparator(id)))
    }
}

/// Who compares itself, and how it wants to.
#[derive(Clone, Copy, Debug)]
pub struct Compares {
    /// The council, if known.
    pub council: Option<&'static Area>,
    /// Which list of statistical neighbours.
    pub model: NeighbourModel,
    /// How their figures are made one.
    pub average: Average,
    /// The year reported on.
    pub year: u16,
}

/// Among which councils a council is ranked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RankScope {
    /// No rank is given.
    None,
    /// Every council.
    Councils,
    /// The members of the comparator.
    Members,
}

/// What a figure is compared with.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparator {
    /// Which comparator it is.
    pub kind: &'static ComparatorKind,
    /// What it is called.
    pub name: Name,
    /// Whose figures make its value.
    pub members: Members,
    /// Its colour, the same in every chart: of a council that was chosen, that of its turn.
    pub ink: Ink,
}

/// What a comparator is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// As a heading: `East of England`, `Statistical neighbours`.
    pub label: &'static str,
    /// Where there is little room: `Neighbours`.
    pub short: &'static str,
    /// Within a sentence: `the East of England`, `statistical neighbours`.
    pub in_sentence: Cow<'static, str>,
}

/// Whose figures make the value of a comparator.
#[derive(Clone, Debug, PartialEq)]
pub enum Members {
    /// One area, whose official figure it is.
    Area(&'static Area),
    /// Councils, and how their official figures are made one.
    Councils(Rc<[&'static Area]>, Average),
}

impl Members {
    /// Returns the councils it is made of: of a region or country, those that lie in it.
    pub fn councils(&self) -> Vec<&'static Area> {
        match self {
            Self::Councils(councils, _) => councils.to_vec(),
            Self::Area(area) => area::councils()
                .filter(|council| match area.level {
                    Level::Country => true,
                    Level::Region => council.region == Some(area.code),
                    Level::Council => council == area,
                })
                .collect(),
        }
    }
}

/// How the figures of several councils are made one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Average {
    /// The middle one, as the Department for Education's Children's Social Care dashboard shows.
    #[default]
    Median,
    /// The arithmetic mean, as the Department's Local Authority Interactive Tool shows.
    Mean,
}

impl Average {
    /// The name used by the JavaScript API.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Median => "median",
            Self::Mean => "mean",
        }
    }
}

/// The usual comparators and the further ones, each once, in the order they are shown.
pub(super) fn comparators(whom: &Compares, also: &[&'static ComparatorKind]) -> Vec<Comparator> {
    let mut kinds = USUAL.to_vec();
    for kind in also {
        if !kinds.contains(kind) {
            kinds.push(kind);
        }
    }
    let mut turn = 0..u8::MAX;
    kinds
        .into_iter()
        .filter_map(|kind| {
            let (name, members) = (kind.find)(kind, whom)?;
            let ink = match kind.ink {
                Ink::Chosen(_) => Ink::Chosen(turn.next().unwrap_or(u8::MAX)),
                ink => ink,
            };
            Some(Comparator { kind, name, members, ink })
        })
        .collect()
}

/// The name of an area, and itself as the only member.
fn one_area(area: &'static Area) -> (Name, Members) {
    let name = Name { label: area.name, short: area.name, in_sentence: area.name_in_sentence() };
    (name, Members::Area(area))
}
