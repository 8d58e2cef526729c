use crate::indicator::{Good, Indicator};
use crate::number::{Decimal, Exact, group_thousands, wilson};
use crate::scenario::{Ladder, Reach};

use super::Table;

/// A percentage for people: rounded once to at most two decimals, zeros at the end left off.
pub fn percent_text(value: Exact) -> String {
    let mut shown = value.rounded(2);
    while shown.decimals() > 0 && shown.units() % 10 == 0 {
        shown = Decimal::new(shown.units() / 10, shown.decimals() - 1);
    }
    format!("{shown}%")
}

fn counted(indicator: Option<&Indicator>, count: u64) -> String {
    let (one, many) =
        indicator.map_or(("child", "children"), |indicator| (indicator.counted_one, indicator.counted_many));
    format!("{} {}", group_thousands(&count.to_string()), if count == 1 { one } else { many })
}

/// What reaching a target takes, in one sentence: "4 more children (166 of 233, 71.2%) would reach 71%."
pub fn reach_sentence(
    indicator: Option<&Indicator>,
    (numerator, denominator): (u64, u64),
    found: &Reach,
    target: Exact,
    target_name: &str,
) -> String {
    let now = Exact::scaled(numerator, denominator, 100)
        .map(|now| format!("{}%", now.rounded(1)))
        .unwrap_or_default();
    let n = |count: u64| group_thousands(&count.to_string());
    let start = format!("{} of {} is {now}.", n(numerator), n(denominator));
    let then = if found.denominator == denominator {
        String::new()
    } else {
        format!(" With {} in all,", n(found.denominator))
    };
    let goal = if target_name.is_empty() {
        percent_text(target)
    } else {
        format!("{target_name} ({})", percent_text(target))
    };
    if !found.is_possible {
        return format!(
            "{start}{then} the {} counted now are more than that, so this cannot be worked out.",
            n(numerator)
        );
    }
    let becomes =
        format!("{} of {}, {}%", n(found.numerator), n(found.denominator), found.becomes.rounded(1));
    match found.children {
        0 if then.is_empty() => format!("{start} That meets {goal} already."),
        0 => format!("{start}{then} the same number meets {goal}: {becomes}."),
        children => {
            let more = if children > 0 { "more" } else { "fewer" };
            let people = counted(indicator, children.unsigned_abs()).replacen(' ', &format!(" {more} "), 1);
            format!("{start}{then} {people} would reach {goal}: {becomes}.")
        }
    }
}

/// What it takes of those still to come: "Of the next 60 (20 a month for 3 months), at least 42 must count, 14 a month."
pub fn pace_sentence(each_month: u64, months: u64, needed: Option<u64>, good: Good, target: Exact) -> String {
    let total = each_month * months;
    let spread = match months {
        1 => format!("{each_month} in a month"),
        _ => format!("{each_month} a month for {months} months"),
    };
    let next = format!("the next {} ({spread})", group_thousands(&total.to_string()));
    match (needed, good) {
        (None, _) => {
            format!(
                "{} cannot be reached when {next} are counted too, whatever happens.",
                percent_text(target)
            )
        }
        (Some(needed), Good::Low) => format!(
            "To be at {} or under when {next} are counted too, at most {needed} of them may count.",
            percent_text(target)
        ),
        (Some(needed), _) => format!(
            "To be at {} when {next} are counted too, at least {needed} of them must count: {} a month.",
            percent_text(target),
            needed.div_ceil(months.max(1))
        ),
    }
}

/// The steps towards a target as a table.
///
/// The last column says whether the share would differ from the target by more than chance explains.
pub fn ladder_table(ladder: &Ladder, denominator: u64, target: Exact) -> Table {
    let beside = |rung: &crate::scenario::Rung| match wilson(rung.numerator, denominator) {
        Some(interval) if interval.contains(target) => "similar",
        Some(_) if rung.meets => "better",
        Some(_) => "worse",
        None => "",
    };
    let row = |rung: &crate::scenario::Rung| {
        let step = match rung.children {
            0 => "now".to_owned(),
            more if more > 0 => format!("+{more}"),
            fewer => format!("\u{2212}{}", fewer.unsigned_abs()),
        };
        vec![
            step,
            format!(
                "{} of {}",
                group_thousands(&rung.numerator.to_string()),
                group_thousands(&denominator.to_string())
            ),
            format!("{}%", rung.share.rounded(1)),
            if rung.meets { "met".to_owned() } else { "not met".to_owned() },
            beside(rung).to_owned(),
        ]
    };
    Table {
        title: "Step by step".to_owned(),
        headings: ["Change", "Count", "Share", "Target", "Allowing for chance"].map(str::to_owned).to_vec(),
        rows: ladder.rungs.iter().map(row).collect(),
        notes: Vec::new(),
    }
}
