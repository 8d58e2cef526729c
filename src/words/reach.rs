//! What it would take to reach a target.

use crate::indicator::{Good, Indicator};
use crate::number::Exact;
use crate::scenario::{Next, Reach};

use super::text::{counted, percent_text};

/// What reaching a target takes: "162 of 233 is 69.5%. 4 more children would reach 71%: 166 of 233, 71.2%."
pub fn reach_sentence(
    indicator: Option<&Indicator>,
    (numerator, denominator): (u64, u64),
    found: &Reach,
    target: Exact,
    target_name: &str,
) -> String {
    let start = share_now(numerator, denominator);
    let is_same = found.denominator == denominator;
    let then = if is_same { String::new() } else { format!(" With {} in all,", counted(found.denominator)) };
    let goal = goal_text(target, target_name);
    if !found.is_possible {
        return format!(
            "{start} A total of {} would be smaller than the {} counted now. Check the total.",
            counted(found.denominator),
            counted(numerator)
        );
    }
    let becomes = becomes(found.numerator, found.denominator);
    match found.children {
        0 if is_same => format!("{start} That already meets {goal}."),
        0 => format!("{start}{then} the same number would meet {goal}: {becomes}."),
        children => {
            let people = more_people(indicator, children);
            format!("{start}{then} {people} would reach {goal}: {becomes}.")
        }
    }
}

/// A target, with its name where it has one: `England, March 2023 (68%)`.
pub fn goal_text(target: Exact, name: &str) -> String {
    if name.is_empty() { percent_text(target) } else { format!("{name} ({})", percent_text(target)) }
}

/// A share now: `162 of 233 is 69.5%.`
pub fn share_now(numerator: u64, denominator: u64) -> String {
    let now = Exact::scaled(numerator, denominator, 100).map(|now| format!("{}%", now.rounded(1)));
    format!("{} of {} is {}.", counted(numerator), counted(denominator), now.unwrap_or_default())
}

/// `4 more children`, `1 fewer child`.
fn more_people(indicator: Option<&Indicator>, children: i64) -> String {
    let (one, many) =
        indicator.map_or(("child", "children"), |indicator| (indicator.counted_one, indicator.counted_many));
    let count = children.unsigned_abs();
    let more = if children > 0 { "more" } else { "fewer" };
    format!("{} {more} {}", counted(count), if count == 1 { one } else { many })
}

/// What it takes of those still to come: "At least 50 of the next 60 (20 a month for 3 months) must join the 78 to reach 80%:
/// 17 a month. Then 128 of 160 is 80.0%."
pub fn pace_sentence((each_month, months): (u64, u64), next: &Next, good: Good, goal: &str) -> String {
    let more = counted(next.more);
    let spread = match months {
        1 => "in 1 month".to_owned(),
        _ => format!("{} a month for {months} months", counted(each_month)),
    };
    let now = counted(next.numerator);
    let then = becomes(next.numerator_then(good), next.denominator_then());
    match (next.needed, good) {
        (None, Good::Low) => {
            format!(
                "{goal} is out of reach with the next {more} ({spread}). Even if none of them joins the {now}, it is {then}."
            )
        }
        (None, _) => {
            format!(
                "{goal} is out of reach with the next {more} ({spread}). Even if all of them join the {now}, it is {then}."
            )
        }
        (Some(needed), Good::Low) => format!(
            "No more than {} of the next {more} ({spread}) may join the {now} to meet {goal}. Then it is {then}.",
            counted(needed)
        ),
        (Some(needed), _) => format!(
            "At least {} of the next {more} ({spread}) must join the {now} to reach {goal}: {}. Then it is {then}.",
            counted(needed),
            a_month(needed, months, "")
        ),
    }
}

/// What a target takes of those still to come, short: `50 of the next 60`.
pub fn of_next(next: &Next, good: Good) -> String {
    let more = counted(next.more);
    match (next.needed, good) {
        (None, _) => format!("out of reach with the next {more}"),
        (Some(needed), Good::Low) if needed == next.more => "met, whatever comes".to_owned(),
        (Some(0), Good::High) => "met, whatever comes".to_owned(),
        (Some(needed), Good::Low) => format!("no more than {} of the next {more}", counted(needed)),
        (Some(needed), _) => format!("{} of the next {more}", counted(needed)),
    }
}

/// How many of those still to come that is a month; empty where it is not asked for.
pub fn pace_of_next(next: &Next, good: Good, months: u64) -> String {
    match (next.needed, good) {
        (Some(needed), Good::High) if needed > 0 => a_month(needed, months, ""),
        _ => String::new(),
    }
}

/// The title of the table of every comparator.
pub const AGAINST_TITLE: &str = "Every comparator at once";

/// Its columns.
pub fn against_columns(months: u64) -> Vec<String> {
    let pace = match months {
        1 => "Over 1 month".to_owned(),
        _ => format!("Over {months} months"),
    };
    ["To match", "Their figure", "It takes", &pace, "Then", "Today\u{2019}s difference"]
        .map(str::to_owned)
        .to_vec()
}

/// What a comparator takes: `4 more children`.
pub fn change_needed(indicator: Option<&Indicator>, children: i64) -> String {
    if children == 0 { "met now".to_owned() } else { more_people(indicator, children) }
}

/// How many that is a month: `2 more a month`.
pub fn pace_of(children: i64, months: u64) -> String {
    match children {
        0 => String::new(),
        more if more > 0 => a_month(more.unsigned_abs(), months, " more"),
        fewer => a_month(fewer.unsigned_abs(), months, " fewer"),
    }
}

/// So many over some months: `2 more a month`, enough of them in whole children, or `1 more every 2 months`.
fn a_month(count: u64, months: u64, change: &str) -> String {
    match months / count.max(1) {
        0 | 1 => format!("{}{change} a month", counted(count.div_ceil(months.max(1)))),
        every => format!("1{change} every {every} months"),
    }
}

/// A share then: `166 of 233, 71.2%`.
pub fn becomes(numerator: u64, denominator: u64) -> String {
    let share = Exact::scaled(numerator, denominator, 100);
    let share = share.map_or_else(String::new, |share| format!(", {}%", share.rounded(1)));
    format!("{} of {}{share}", counted(numerator), counted(denominator))
}

/// A difference that chance could explain.
pub const GAP_IS_CHANCE: &str = "could be chance";

/// One that chance does not explain.
pub const GAP_IS_CLEAR: &str = "more than chance";

/// The title of the table of steps towards a target.
pub const LADDER_TITLE: &str = "Step by step";

/// Its columns.
pub const LADDER_COLUMNS: [&str; 5] = ["Change", "Count", "Share", "Target", "Allowing for chance"];

/// A step: `now`, `+4`.
pub fn step(children: i64) -> String {
    match children {
        0 => "now".to_owned(),
        more if more > 0 => format!("+{more}"),
        fewer => format!("\u{2212}{}", fewer.unsigned_abs()),
    }
}

/// The target is met at a step.
pub const MET: &str = "met";

/// The target is not met at a step.
pub const NOT_MET: &str = "not met";

/// How a step differs from the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Differs {
    /// By no more than chance could explain.
    Chance,
    /// It is better by more.
    Better,
    /// It is worse by more.
    Worse,
}

/// How a step differs from the target, in a cell.
pub const fn differs(differs: Differs) -> &'static str {
    match differs {
        Differs::Chance => "could be chance",
        Differs::Better => "clearly better",
        Differs::Worse => "clearly worse",
    }
}
