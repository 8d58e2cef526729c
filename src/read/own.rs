//! Telling the council's own figures from comparators and targets that stand in the same report.

use std::collections::{HashMap, HashSet};

use crate::area::{self, Level};
use crate::figure::Place;
use crate::period::Period;

use super::block::Block;
use super::entry::Entry;
use super::header::{self, Column};
use super::problem::{Problem, TableProblem};

/// Words that name a comparator or a target.
const CORE: [&str; 20] = [
    "england",
    "english",
    "national",
    "nationally",
    "target",
    "targets",
    "benchmark",
    "benchmarks",
    "statistical",
    "stat",
    "neighbour",
    "neighbours",
    "sn",
    "sns",
    "regional",
    "comparator",
    "comparators",
    "peer",
    "peers",
    "goal",
];

/// Words that may stand beside them without changing that.
const BESIDE: [&str; 22] = [
    "region",
    "regions",
    "councils",
    "authorities",
    "average",
    "averages",
    "mean",
    "median",
    "rate",
    "rates",
    "figure",
    "figures",
    "all",
    "the",
    "for",
    "of",
    "our",
    "group",
    "data",
    "performance",
    "latest",
    "published",
];

/// Names and adjectives of the regions, longer ones before those they contain. They name a comparator only where nothing else
/// is said: "North West average", and not "North West team" or "London Borough of Barnet".
const REGIONS: [&str; 18] = [
    "yorkshire and the humber",
    "yorkshire and humber",
    "east of england",
    "east midlands",
    "west midlands",
    "midlands",
    "north eastern",
    "north western",
    "south eastern",
    "south western",
    "north east",
    "north west",
    "south east",
    "south west",
    "eastern",
    "inner london",
    "outer london",
    "london",
];

/// Words of headings under which figures may be of a part of the children, of a plan, or of the opposite.
const DOUBTFUL: [&str; 28] = [
    "boys",
    "girls",
    "male",
    "female",
    "males",
    "females",
    "only",
    "locality",
    "team",
    "district",
    "area",
    "ward",
    "forecast",
    "forecasts",
    "projected",
    "projection",
    "projections",
    "predicted",
    "planned",
    "plan",
    "ambition",
    "best",
    "worst",
    "not",
    "excluding",
    "except",
    "late",
    "overdue",
];

/// What a text says about whose figures follow.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Whose {
    /// Nothing.
    Unsaid,
    /// A council, a region or England by name.
    Area(&'static area::Area),
    /// A comparator or a target, and nothing else.
    Comparator,
    /// A comparator or a target among other words.
    Mentioned,
    /// Perhaps a part of the children, a plan, or the opposite.
    Doubtful,
}

fn whose(text: &str) -> Whose {
    let text = text.trim().trim_end_matches(':').trim();
    if let Some(area) = area::by_name(text) {
        return Whose::Area(area);
    }
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_core = |word: &&str| CORE.contains(word);
    if is_of_region(&words) {
        return Whose::Comparator;
    }
    if !words.iter().any(is_core) {
        let is_doubtful = words.iter().any(|word| DOUBTFUL.contains(word));
        return if is_doubtful { Whose::Doubtful } else { Whose::Unsaid };
    }
    let is_beside = |word: &&str| {
        is_core(word) || BESIDE.contains(word) || word.bytes().all(|byte| byte.is_ascii_digit())
    };
    if words.iter().all(is_beside) || words.iter().all(|word| is_beside(word) || Period::parse(word).is_ok())
    {
        Whose::Comparator
    } else {
        Whose::Mentioned
    }
}

/// Whether words name a region and say nothing else but that the figures are its average, rate and the like.
fn is_of_region(words: &[&str]) -> bool {
    let text = format!(" {} ", words.join(" "));
    let Some(region) =
        REGIONS.iter().map(|region| format!(" {region} ")).find(|region| text.contains(region))
    else {
        return false;
    };
    let rest = text.replacen(&region, " ", 1);
    let mut rest = rest.split_whitespace().peekable();
    rest.peek().is_some() && rest.all(|word| CORE.contains(&word) || BESIDE.contains(&word))
}

/// Goes over the entries of a block: gives them the area their heading names, takes out those that stand under, or are
/// marked as, a comparator or a target, and says so.
pub(crate) fn keep_own(
    block: &Block<'_>,
    entries: &mut Vec<Entry>,
    from: usize,
    problems: &mut Vec<Problem>,
) {
    drop_marked_rows(block, entries, from, problems);
    let heading = block.heading.as_ref().map_or("", |(_, text)| text.as_str());
    let title = block.header.as_ref().map_or("", |header| header.title.as_str());
    let said = [title, heading].into_iter().find(|text| whose(text) != Whose::Unsaid);
    let (Some(text), false) = (said, entries.len() == from) else { return };
    let place = Place { row: block.rows.first().map_or(1, |row| row.line), ..Place::default() };
    match whose(text) {
        Whose::Unsaid => {}
        Whose::Area(area) => {
            for entry in entries[from..].iter_mut().filter(|entry| entry.area.is_empty()) {
                area.name.clone_into(&mut entry.area);
            }
        }
        Whose::Comparator => {
            let rows = entries.len() - from;
            entries.truncate(from);
            problems.push(Problem::new(place, text, TableProblem::UnderComparator(rows)));
        }
        Whose::Doubtful => {
            problems.push(Problem::new(place, text, TableProblem::HeadingOfPart));
        }
        Whose::Mentioned => {
            problems.push(Problem::new(place, text, TableProblem::HeadingMentionsComparator));
        }
    }
}

/// A row that says "Target" or "England" in a column that is not read is no figure of the council.
fn drop_marked_rows(block: &Block<'_>, entries: &mut Vec<Entry>, from: usize, problems: &mut Vec<Problem>) {
    let Some(header) = &block.header else { return };
    let mut of_row: HashMap<usize, Vec<usize>> = HashMap::new();
    for (index, entry) in entries.iter().enumerate().skip(from) {
        of_row.entry(entry.place.row).or_default().push(index);
    }
    let mut gone = HashSet::new();
    for row in &block.rows {
        let unread = row.filled().filter(|(index, _)| header.columns.get(*index) == Some(&Column::Other));
        for (index, cell) in unread {
            // A council's name in such a column is its area.
            match whose(cell) {
                Whose::Area(area) if area.level == Level::Council => {
                    for index in of_row.get(&row.line).into_iter().flatten() {
                        let entry = &mut entries[*index];
                        if entry.area.is_empty() {
                            area.name.clone_into(&mut entry.area);
                        }
                    }
                    continue;
                }
                Whose::Area(_) | Whose::Comparator => {}
                Whose::Unsaid | Whose::Mentioned | Whose::Doubtful => continue,
            }
            if of_row.remove(&row.line).is_some() {
                gone.insert(row.line);
                let place = Place { row: row.line, column: index + 1, ..Place::default() };
                problems.push(Problem::new(place, cell, TableProblem::RowOfComparator));
            }
        }
    }
    let mut position = 0;
    entries.retain(|entry| {
        position += 1;
        position <= from || !gone.contains(&entry.place.row)
    });
}

/// Columns whose headings are not understood but which hold words: they may say that a row is not of all children.
pub(crate) fn holds_words_unread(block: &Block<'_>, index: usize) -> bool {
    let mut words = block.rows.iter().filter_map(|row| row.cells.get(index)).filter(|cell| !cell.is_empty());
    words.any(|cell| {
        matches!(whose(cell), Whose::Unsaid | Whose::Doubtful)
            && header::column(cell).is_none()
            && cell.chars().any(char::is_alphabetic)
    })
}
