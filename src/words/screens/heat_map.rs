//! The heat map.

use crate::area::Area;
use crate::compare::{
    Across, HeatColumn, HeatRow, Judged, OfOthers, Quartile, REGION, Standing, Verdict, Way,
};
use crate::words::figure::{period_text, year_text};
use crate::words::verdict::short_quartile_text;

/// Before what a council says of a break in the figures of a measure.
pub fn title_of_break(measure: &str) -> String {
    format!("{measure}: ")
}

pub const VIEW: &str = "Show as";
pub const LIST: &str = "List";
pub const HEAT_MAP: &str = "Heat map";
pub const COLUMNS: &str = "Columns";
pub const COLOURS: &str = "Colours";
pub const BY_VERDICT: &str = "Status, as in the list";
/// The mark of a figure that is very different from what the Department published for the same time, and what it means.
pub const DOUBTED: &str = "?";
pub const DOUBTED_IN_FULL: &str = "DfE published a very different figure: check which is right";
/// Why no figure over time has a colour.
pub const NO_COLOURS: &str = "No colours yet: choose a council to compare these with, or set your targets.";
pub const BY_QUARTER: &str = "Quarter of all councils";
/// Where colours are the quarters, and the list is judged in another way.
pub const ANOTHER_WAY: &str = "Quarters judge in another way than the list: by the place among all councils, not by whether chance could explain the difference \
     from England. A figure in the bottom quarter may be \u{201C}could be chance\u{201D} in the list.";
pub const MEASURE: &str = "Measure";

/// Over the units of a copy, and the periods where the columns are not these.
pub const fn unit_heading(across: Across) -> &'static str {
    match across {
        Across::Periods => "Unit",
        _ => "Unit and period",
    }
}

pub const COPY: &str = "Copy the heat map for Excel";
pub const COPIED: &str = "The heat map was copied. Paste it into Excel or Word.";
pub const KEY: &str = "Key";
/// What letters in place of a figure mean.
pub const KEY_OF_LETTERS: &str = "Letters in place of a figure";
/// The mark of a difference from England that could be chance, beside the letter of the quarter.
pub const CHANCE: &str = "~";
pub const CHANCE_IN_FULL: &str = "the difference from England could be chance";
/// The same after what the letter means.
pub const BUT_CHANCE: &str = ", but the difference from England could be chance";

/// The button that leaves the measures that are better or worse, or higher or lower, so many on children in care and care leavers and
/// so many on all pupils.
pub fn only_different(count: usize, of_pupils: usize) -> String {
    let pupils = if of_pupils == 0 { String::new() } else { format!(", and {of_pupils} of all pupils") };
    format!("Only what stands out ({count}{pupils})")
}

/// What several signs of one colour mean: `better than England, or top quarter`, `lower or higher than England`.
pub fn any_of(meanings: &[&str]) -> String {
    let last_words = |text: &str| text.split_once(' ').map(|(_, rest)| rest.to_owned());
    match meanings {
        [first, second] if first.contains(' ') && last_words(first) == last_words(second) => {
            let (before, _) = first.split_once(' ').unwrap_or((first, ""));
            format!("{before} or {second}")
        }
        _ => meanings.join(", or "),
    }
}

/// What signs and cells without one say, where colours are those of the list.
pub const fn of_signs(way: Way) -> &'static str {
    match way {
        Way::Interval => {
            "Signs compare each figure with England in the same year. No sign: averages, numbers of children, and figures that could not be tested."
        }
        Way::Quartile => NO_COLOUR,
        Way::Target => "No sign: figures without a target, and those of others.",
    }
}

/// What cells without a colour are, where colours are quarters.
pub const NO_COLOUR: &str = "No colour: averages, numbers of children, measures where neither higher nor lower is better, and measures with too few published figures.";

/// What empty cells are, and why there are some in rows of part of a year.
pub fn of_empty(rows: &[HeatRow]) -> &'static str {
    if rows.iter().any(|row| row.others == OfOthers::NotShown) {
        "Empty: no figure, or ours is for part of a year and theirs are for whole years."
    } else {
        "Empty: no figure."
    }
}

/// The button that shows the rows without a colour, of which there are so many.
pub fn without_colour(count: usize) -> String {
    if count == 1 {
        "1 measure without colours".to_owned()
    } else {
        format!("{count} measures without colours")
    }
}

pub const NO_COUNCILS: &str = "Add the councils you want to see side by side.";
pub const NOTHING_BESIDE: &str = "Other councils\u{2019} figures are published for whole years only, so there is nothing to set beside these. Choose Periods to see yours over time.";
pub const NO_COUNCIL: &str =
    "Choose a council under Settings to set its neighbours beside it, or Periods to see yours over time.";
pub const NO_NEIGHBOURS: &str =
    "This council is not in the chosen neighbour model. Choose the other model under Settings.";

/// What the columns are.
pub const fn across(across: Across) -> &'static str {
    match across {
        Across::Neighbours => "Statistical neighbours",
        Across::Councils => "Councils you choose",
        Across::Periods => "Periods",
    }
}

/// What is chosen, in one line: `Periods · Quarter of all councils`.
pub fn chosen(columns: Across, colours: &str) -> String {
    format!("{} \u{B7} {colours}", across(columns))
}

/// The heading of a column.
pub fn column(column: HeatColumn, council: Option<&Area>) -> String {
    match column {
        HeatColumn::Own => council.map_or("Your figures", |council| council.name).to_owned(),
        HeatColumn::Area(area) => area.name.to_owned(),
        HeatColumn::Comparator(kind) => {
            let region = council.and_then(Area::region_area).filter(|_| *kind == REGION);
            region.map_or(kind.title, |region| region.name).to_owned()
        }
        HeatColumn::Period(period) => period.to_string(),
    }
}

/// The unit of a measure and, where the columns are not periods, its period: `%, 2024/25`; with the year of the others where it is another:
/// `%, 2025/26; others 2024/25`.
pub fn unit_and_period(row: &HeatRow, across: Across) -> String {
    let period = row.period.filter(|_| across != Across::Periods);
    let period = period.map(|period| period_text(&row.measure, period)).unwrap_or_default();
    let parts = [row.measure.unit, &period].into_iter().filter(|part| !part.is_empty());
    let text = parts.collect::<Vec<_>>().join(", ");
    match row.others {
        OfOthers::Year(year) => {
            let others = year_text(&row.measure, year);
            if others == period { text } else { format!("{text}; others {others}") }
        }
        OfOthers::NotShown | OfOthers::SameTime => text,
    }
}

/// What a heat map shows, for people who do not see it, and as the title of a copy.
pub fn caption(title: &str, across_what: Across) -> String {
    format!(
        "{title}: {}",
        match across_what {
            Across::Neighbours => "measures by statistical neighbours",
            Across::Councils => "measures by council",
            Across::Periods => "measures by period",
        }
    )
}

/// The sign of a quarter in a cell, and what it means.
pub const fn quarter(quarter: Quartile) -> (&'static str, &'static str) {
    (quarter.letter(), short_quartile_text(quarter))
}

/// The sign of what a figure is judged by in the list, and what it means.
pub const fn judged(judged: Judged) -> (&'static str, &'static str) {
    match (judged.verdict, judged.standing) {
        (Verdict::Better, _) => ("+", "better than England"),
        (Verdict::Worse, _) => ("\u{2212}", "worse than England"),
        (Verdict::Similar, Standing::FarByChance) => ("~", "big gap to England, but could be chance"),
        (Verdict::Similar, Standing::AheadByChance) => ("~", "big lead on England, but could be chance"),
        (Verdict::Similar, _) => ("~", "could be chance"),
        (Verdict::Higher, _) => ("\u{2191}", "higher than England"),
        (Verdict::Lower, _) => ("\u{2193}", "lower than England"),
        (Verdict::In(quartile), _) => quarter(quartile),
        (Verdict::Met, _) => ("+", "target met"),
        (Verdict::Near, _) => ("~", "near the target"),
        (Verdict::Missed, _) => ("\u{2212}", "target missed"),
        (Verdict::CannotSay(_), _) => ("", ""),
    }
}
