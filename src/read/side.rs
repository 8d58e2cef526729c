//! Whose figures a heading, a row or a title says they are.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::area::{self, Area, Level};
use crate::period::Period;
use crate::sorting::Sorting;

use super::vocabulary::{self, Says};
use super::when::{self, When};

/// Whose figures they are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Side {
    /// The council's own.
    Own,
    /// Of an area that is named.
    Area(&'static Area),
    /// Of the council's region.
    Region,
    /// Of the statistical neighbours.
    Neighbours,
    /// Of others, who is not said.
    Others,
    /// To be reached.
    Target,
}

/// What a title or a heading between rows says about whose figures follow.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Title {
    /// Nothing.
    Unsaid,
    /// That they are all one side's.
    Of(Side),
    /// A comparator or a target among other words.
    Mentions,
    /// Only some of the children are meant, or a plan.
    Part,
    /// The same, perhaps.
    Doubtful,
}

/// Short names of regions that head columns.
const REGIONS: [(&str, &str); 10] = [
    ("se", "E12000008"),
    ("sw", "E12000009"),
    ("ne", "E12000001"),
    ("nw", "E12000002"),
    ("w mids", "E12000005"),
    ("e mids", "E12000004"),
    ("wm", "E12000005"),
    ("em", "E12000004"),
    ("yorkshire humber", "E12000003"),
    ("y h", "E12000003"),
];

/// The areas that words name, and where.
fn areas(words: &[String]) -> Vec<(usize, usize, &'static Area)> {
    type Names = FxHashMap<String, Vec<(Vec<String>, &'static Area)>>;
    static NAMES: OnceLock<Names> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let mut names: Names = FxHashMap::default();
        for area in area::all() {
            let whole = vocabulary::words(area.name);
            let of_name =
                |word: &&String| !matches!(word.as_str(), "city" | "of" | "county" | "upon" | "the");
            let bare: Vec<String> = whole.iter().filter(of_name).cloned().collect();
            for name in [whole, bare] {
                if let Some(first) = name.first() {
                    names.entry(first.clone()).or_default().push((name.clone(), area));
                }
            }
        }
        for (short, code) in REGIONS {
            if let Some(area) = area::by_code(code) {
                let name = vocabulary::words(short);
                names.entry(name[0].clone()).or_default().push((name, area));
            }
        }
        for list in names.values_mut() {
            list.arrange_by_key(|(name, area)| (std::cmp::Reverse(name.len()), area.level as u8));
        }
        names
    });
    let mut found = Vec::new();
    let mut from = 0;
    while from < words.len() {
        let known = names.get(&words[from]).and_then(|list| {
            list.iter()
                .find(|(name, _)| words[from..].starts_with(name))
                .map(|(name, area)| (name.len(), *area))
        });
        // Reading is a subject before it is a town.
        let known = known.filter(|_| {
            words[from] != "reading"
                || words.len() == 1
                || words.get(from + 1).is_some_and(|next| next == "borough" || next == "council")
        });
        if let Some((length, area)) = known {
            found.push((from, from + length, area));
            from += length;
        } else {
            from += 1;
        }
    }
    found
}

/// The areas that a text names, in order.
pub(crate) fn areas_in(text: &str) -> impl Iterator<Item = &'static Area> {
    areas(&vocabulary::words(text)).into_iter().map(|(_, _, area)| area)
}

fn side_of(says: Says) -> Option<Side> {
    Some(match says {
        Says::England => Side::Area(area::england()),
        Says::Region => Side::Region,
        Says::Neighbours => Side::Neighbours,
        Says::Benchmark => Side::Others,
        Says::Own => Side::Own,
        Says::Target => Side::Target,
        _ => return None,
    })
}

/// Words that may stand with a comparator's name without changing whose figures they are.
fn is_beside(says: Option<Says>, word: &[String]) -> bool {
    matches!(
        says,
        Some(
            Says::Filler
                | Says::Area
                | Says::Region
                | Says::Rate
                | Says::Value
                | Says::Benchmark
                | Says::Neighbours
                | Says::England
                | Says::Target
        )
    ) || word.iter().all(|word| word.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whose a text says its figures are, and what else it says. The words of the side are taken out.
pub(crate) fn of_heading(words: &[String]) -> (Option<Side>, Vec<String>) {
    if let [(start, end, area), ..] = areas(words).as_slice() {
        let rest: Vec<String> = words[..*start].iter().chain(&words[*end..]).cloned().collect();
        let rest = rest
            .into_iter()
            .filter(|word| !matches!(word.as_str(), "council" | "county" | "city" | "borough"))
            .collect();
        return (Some(Side::Area(area)), rest);
    }
    let mut side = None;
    let mut rest = Vec::new();
    for (says, piece) in vocabulary::said(words) {
        match says.and_then(side_of).filter(|side| *side != Side::Target) {
            Some(named) => side = side.filter(|side| *side != Side::Others).or(Some(named)),
            None => rest.extend_from_slice(piece),
        }
    }
    (side, rest)
}

/// Whose figures a whole text names, if it names nothing else: "England", "Statistical neighbours", "Targets 2023".
pub(crate) fn whole(text: &str) -> Option<Side> {
    let text = text.trim().trim_end_matches(':').trim();
    if let Some(area) = area::by_name(text) {
        return Some(Side::Area(area));
    }
    let words = vocabulary::words(&when::without(text, &when::mentions(text)));
    let named = areas(&words);
    if let [(start, end, area)] = named.as_slice() {
        let rest: Vec<String> = words[..*start].iter().chain(&words[*end..]).cloned().collect();
        let is_only = vocabulary::said(&rest).iter().all(|(says, piece)| is_beside(*says, piece));
        return is_only.then_some(Side::Area(area));
    }
    let said = vocabulary::said(&words);
    let side = said.iter().find_map(|(says, _)| says.and_then(side_of))?;
    let is_only =
        said.iter().all(|(says, piece)| is_beside(*says, piece) || says.and_then(side_of).is_some());
    is_only.then_some(side)
}

/// What a title says about whose figures follow.
pub(crate) fn of_title(text: &str) -> Title {
    if is_source(text) {
        return Title::Unsaid;
    }
    if let Some(side) = whole(text) {
        return if side == Side::Own { Title::Unsaid } else { Title::Of(side) };
    }
    let rest = when::without(text, &when::mentions(text));
    let words = vocabulary::words(&rest);
    let said = vocabulary::said(&words);
    let has = |wanted: Says| said.iter().any(|(says, _)| *says == Some(wanted));
    if has(Says::Part) {
        return Title::Part;
    }
    if has(Says::Doubtful) {
        return Title::Doubtful;
    }
    let named = areas(&words);
    if let [(start, _, area)] = named.as_slice() {
        let governs = governs(text, &words, *start, area);
        return if governs { Title::Of(Side::Area(area)) } else { mentions(area) };
    }
    let speaks = said.iter().any(|(says, piece)| {
        matches!(says.and_then(side_of), Some(side) if side != Side::Own)
            && !matches!(*piece, [only] if only == "region")
    });
    if speaks && named.is_empty() { Title::Mentions } else { Title::Unsaid }
}

/// A council that is named among other words says nothing; England does.
fn mentions(area: &Area) -> Title {
    if area.level == Level::Council { Title::Unsaid } else { Title::Mentions }
}

/// Whether an area that a title names is the one the figures are of: "Children in care per 10,000, England", "in England".
fn governs(text: &str, words: &[String], start: usize, area: &Area) -> bool {
    let before = start.checked_sub(1).and_then(|at| words.get(at)).map_or("", String::as_str);
    let earlier = start.checked_sub(2).and_then(|at| words.get(at)).map_or("", String::as_str);
    if matches!(earlier, "placed" | "placement" | "living" | "live" | "move" | "moved") {
        return false;
    }
    let name = area.name.split(',').next().unwrap_or(area.name);
    let at = text.to_lowercase().find(&name.to_lowercase());
    let is_set_off = at.is_some_and(|at| {
        let before = text[..text.floor_char_boundary(at)].trim_end();
        before.is_empty() || before.ends_with([',', '-', ':', '\u{2013}', '\u{2014}', '(', '|'])
    });
    is_set_off || matches!(before, "in" | "for" | "across")
}

/// Lines that say where figures come from, explain them, or tell when the page was made: "Last updated: 12 June 2025".
pub(crate) fn is_source(text: &str) -> bool {
    let lower = text.trim_start_matches(['*', ' ', '(', '[']).to_lowercase();
    tells_when_made(text)
        || ["source", "note", "footnote", "data source", "rag:", "key:"]
            .iter()
            .any(|start| lower.starts_with(start))
}

/// Whether a line tells when a page, a report or its figures were made or met about, which is not when they are of: "Report
/// produced: 14 May 2024", "Data extracted on 7 October 2024", "Version 2 - 5 February 2024".
pub(crate) fn tells_when_made(text: &str) -> bool {
    const MADE: &[&str] = &[
        "produced",
        "created",
        "published",
        "updated",
        "printed",
        "extracted",
        "generated",
        "issued",
        "prepared",
        "refreshed",
        "downloaded",
        "exported",
        "accessed",
        "amended",
        "revised",
        "compiled",
        "run",
        "version",
        "draft",
        "meeting",
        "signed",
        "approved",
        "circulated",
        "modified",
        "release",
        "publication",
        "sent",
        "creation",
    ];
    const DATES: [&str; 5] = ["report date", "print date", "run date", "extract date", "issue date"];
    /// Words before a date that say the figures are of it.
    const OF: [&str; 10] = ["at", "to", "for", "ending", "ended", "of", "until", "since", "between", "end"];
    const MOST_WORDS: usize = 14;
    let mentions = when::mentions(text);
    let Some(first) = mentions.first() else { return false };
    let words = vocabulary::words(text);
    let before = vocabulary::words(&text[..first.range.start]);
    let is_made = |words: &[String]| words.iter().any(|word| MADE.contains(&word.as_str()));
    let lower = text.to_lowercase();
    let is_month = mentions.iter().all(|each| matches!(each.when, When::Whole(Period::Month(..))));
    // "Date: 12 September 2024" is of a paper; the end of a month may be that of its figures.
    let is_end =
        || lower.split(|c: char| !c.is_ascii_digit()).any(|day| matches!(day, "28" | "29" | "30" | "31"));
    let names_date = DATES.iter().any(|date| lower.contains(date))
        || (words.first().is_some_and(|first| first == "date") && !is_end());
    let is_day = before.last().is_some_and(|word| word.parse::<u8>().is_ok())
        || text[first.range.clone()].split([' ', '/', '-', '.']).count() > 2;
    let begins = is_made(&words[..words.len().min(2)]);
    is_month
        && words.len() <= MOST_WORDS
        && !before.last().is_some_and(|word| OF.contains(&word.as_str()))
        && !before.iter().any(|word| word == "position")
        && (names_date || (is_made(&words) && (is_day || begins)))
}

/// The area that a row's name ends or begins with, set off from the rest: "Dental checks (Norfolk)", `National - CiC`,
/// "Dental checks in England". The name without it.
pub(crate) fn within_name(name: &str) -> Option<(Side, String)> {
    let trimmed = name.trim();
    // Reading is a subject before it is a town, and where children live is not whose they are.
    let is_subject = |text: &str| {
        let words = vocabulary::words(text);
        words.first().is_some_and(|word| word == "reading")
            && !words.iter().any(|word| word == "borough" || word == "council")
    };
    let whole = |text: &str| whole(text).filter(|_| !is_subject(text));
    let says_where = |before: &str| {
        vocabulary::words(before).last().is_some_and(|word| {
            matches!(word.as_str(), "living" | "live" | "placed" | "placement" | "placements" | "moved")
        })
    };
    if let Some((before, inside)) =
        trimmed.strip_suffix([')', ']']).and_then(|rest| rest.rsplit_once(['(', '[']))
        && let Some(side) = whole(inside)
    {
        return (!before.trim().is_empty()).then(|| (side, before.trim().to_owned()));
    }
    for separator in [" - ", " \u{2013} ", " \u{2014} ", ": ", ", ", " in "] {
        if let Some((before, after)) = trimmed.split_once(separator)
            && separator != ", "
            && separator != " in "
            && let Some(side) = whole(before)
        {
            return Some((side, after.trim().to_owned()));
        }
        if let Some((before, after)) = trimmed.rsplit_once(separator)
            && let Some(side @ (Side::Area(_) | Side::Neighbours | Side::Region | Side::Target)) =
                whole(after)
            && !says_where(before)
        {
            return (!before.trim().is_empty()).then(|| (side, before.trim().to_owned()));
        }
        // "Attainment 8 - national CLA".
        if let Some((before, after)) =
            trimmed.rsplit_once(separator).filter(|(before, _)| !says_where(before))
            && let Some((side, group)) = with_group(after)
        {
            return (!before.trim().is_empty()).then(|| (side, format!("{} {group}", before.trim())));
        }
    }
    with_group(trimmed)
}

/// Whether a text says whose figures they are, and besides only that they are of children in care: "Looked after children in
/// England".
pub(crate) fn is_of_all(text: &str) -> bool {
    const WHOM: [&str; 14] = [
        "children", "child", "in", "care", "looked", "after", "cla", "cic", "lac", "all", "the", "for",
        "average", "of",
    ];
    let words = vocabulary::words(text);
    let rest: Vec<&str> = words.iter().map(String::as_str).filter(|word| !WHOM.contains(word)).collect();
    rest.len() < words.len()
        && matches!(whole(&rest.join(" ")), Some(Side::Area(_) | Side::Region | Side::Neighbours))
}

/// Whose figures a text says they are and of which children, if it says nothing else: "National CLA", "England - all pupils".
pub(crate) fn with_group(text: &str) -> Option<(Side, String)> {
    const GROUPS: [&str; 8] = [
        "children looked after",
        "looked after children",
        "children in care",
        "all pupils",
        "all children",
        "cla",
        "lac",
        "cic",
    ];
    let words = vocabulary::words(text);
    GROUPS.iter().find_map(|group| {
        let group = vocabulary::words(group);
        let rest = words.strip_suffix(group.as_slice()).filter(|rest| !rest.is_empty())?;
        let side = whole(&rest.join(" "))
            .filter(|side| matches!(side, Side::Area(_) | Side::Region | Side::Neighbours))?;
        Some((side, group.join(" ")))
    })
}
