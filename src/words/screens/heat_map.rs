//! The heat map.

use crate::area::Area;
use crate::compare::{Across, HeatColumn, HeatRow, Quartile, REGION, Verdict};
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
pub const BY_QUARTER: &str = "Quarter of all councils";
pub const BY_VERDICT: &str = "Better or worse than England";
pub const MEASURE: &str = "Measure";
/// Over the units and periods of a copy.
pub const UNIT: &str = "Unit and period";
pub const COPY: &str = "Copy the heat map for Excel";
pub const COPIED: &str = "The heat map was copied. Paste it into Excel or Word.";
pub const KEY: &str = "Key";
/// The mark of a difference from England that could be chance, beside the letter of the quarter.
pub const CHANCE: &str = "~";
pub const CHANCE_IN_FULL: &str = "the difference from England could be chance";
/// The same after what the letter means.
pub const BUT_CHANCE: &str = ", but the difference from England could be chance";

/// The button that leaves the measures, so many, of which the council's own figure clearly differs.
pub fn only_different(count: usize) -> String {
    format!("Only where we differ clearly ({count})")
}

/// What cells without a colour are.
pub const NO_COLOUR: &str = "No colour: numbers of children, measures where neither higher nor lower is better, and measures with too few published figures.";

/// The button that shows the rows without a colour, of which there are so many.
pub fn without_colour(count: usize) -> String {
    if count == 1 {
        "1 measure without colours".to_owned()
    } else {
        format!("{count} measures without colours")
    }
}

pub const NO_COUNCILS: &str = "Add the councils you want to see side by side.";
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

/// The unit of a measure and its period: `%, 2024/25`; with the year of the others where it is another:
/// `%, 2025/26; others 2024/25`.
pub fn unit_and_period(row: &HeatRow) -> String {
    let period = row.period.map(|period| period_text(&row.measure, period)).unwrap_or_default();
    let parts = [row.measure.unit, &period].into_iter().filter(|part| !part.is_empty());
    let text = parts.collect::<Vec<_>>().join(", ");
    match row.other_year {
        Some(year) => format!("{text}; others {}", year_text(&row.measure, year)),
        None => text,
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

/// Returns the sign of a verdict in a cell, and what it means, or `None` if there is none.
pub const fn verdict(verdict: Verdict) -> Option<(&'static str, &'static str)> {
    match verdict {
        Verdict::Better => Some(("+", "better than England")),
        Verdict::Worse => Some(("\u{2212}", "worse than England")),
        Verdict::Similar => Some(("~", "could be chance")),
        Verdict::Higher => Some(("\u{2191}", "higher than England")),
        Verdict::Lower => Some(("\u{2193}", "lower than England")),
        _ => None,
    }
}
