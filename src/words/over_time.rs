//! Measures over time: what is usual in them and what is not.

use crate::compare::{Limits, Meaning, Outlook, OverTimeRow, Pattern, Side};
use crate::number::{FEWEST_POINTS, RUN, STEADY_POINTS, Signal, TREND};

use super::figure::difference_text;
use super::text::capital;

/// What the newest figure is among those before it: `Getting worse: above its usual range`, `Only the usual ups and downs`,
/// `Too few figures in a row to say (3 of 5)`.
pub fn pattern_text(pattern: Pattern) -> String {
    let (text, limits) = match pattern {
        Pattern::TooFew(found) => {
            return format!("Too few figures in a row to say ({found} of {FEWEST_POINTS})");
        }
        Pattern::Usual(limits) => ("Only the usual ups and downs".to_owned(), limits),
        Pattern::Unusual(signal, side, meaning, limits) => {
            let meaning = match meaning {
                Meaning::Improving => "Improving",
                Meaning::Worsening => "Getting worse",
                Meaning::Neither => "Unusual",
            };
            (format!("{meaning}: {}", signal_text(signal, side)), limits)
        }
    };
    match limits {
        Limits::Steady => text,
        Limits::Provisional(points) => format!("{text} (from {points} figures)"),
    }
}

/// The rule by which a figure is unusual: `above its usual range`, `one of 7 or more in a row below the mean`.
pub fn signal_text(signal: Signal, side: Side) -> String {
    let is_above = side != Side::Below;
    match signal {
        Signal::Outside => format!("{} its usual range", if is_above { "above" } else { "below" }),
        Signal::Run => {
            format!("one of {RUN} or more in a row {} the mean", if is_above { "above" } else { "below" })
        }
        Signal::Trend => {
            format!("one of {TREND} or more in a row that {}", if is_above { "rise" } else { "fall" })
        }
        Signal::NearLimit => {
            format!(
                "near the {} of its usual range in 2 of 3 periods",
                if is_above { "top" } else { "bottom" }
            )
        }
    }
}

/// What may be expected of the target if nothing changes.
pub const fn outlook_text(outlook: Outlook) -> &'static str {
    match outlook {
        Outlook::WillMeet => "Will meet the target as things are",
        Outlook::ByChance => "Will meet the target in some periods, by chance",
        Outlook::CannotMeet => "Cannot meet the target as things are",
    }
}

/// The difference from the same period a year before: `+2.1 points on March 2019`; empty where there is none.
pub fn on_last_year_text(row: &OverTimeRow) -> String {
    let Some((before, difference)) = row.on_last_year else { return String::new() };
    format!("{} on {before}", difference_text(&row.measure, difference))
}

/// How patterns are found, in sentences for the foot of the table.
pub fn method() -> [String; 2] {
    [
        format!(
            "A figure is unusual if it is outside the range of its usual ups and downs, one of {RUN} or more in a row on one side of \
             the mean, one of {TREND} or more in a row that rise or fall, or near the same end of the range in 2 of 3 periods. With fewer than \
             {STEADY_POINTS} figures the range may still move; with fewer than {FEWEST_POINTS} there is none. The range begins anew \
             after a gap or a break in the series."
        ),
        "Method: process charts as in Making Data Count, NHS England. Percentages of months and quarters with counts use p \
         charts, rates u charts, all others XmR charts. A figure for a month or quarter is compared only with its own past and your target."
            .to_owned(),
    ]
}

/// What the table shows, for people who do not see it, and as the title of a copy.
pub fn caption(council: Option<&str>) -> String {
    council
        .map_or_else(|| "Measures over time".to_owned(), |council| format!("{council}: measures over time"))
}

/// What stands in a row after its figures: pattern and outlook.
pub fn verdict(row: &OverTimeRow) -> String {
    let outlook = row.outlook.map(outlook_text).map(|text| format!(". {}", capital(text)));
    format!("{}{}", pattern_text(row.pattern), outlook.unwrap_or_default())
}
