//! Numbers under the name of a share: percentages where the table says so, counts where it says that, and fractions where
//! a whole table writes them.

use std::collections::HashMap;

use crate::indicator::{self, Kind};
use crate::number::Decimal;
use crate::read::block::Block;
use crate::read::cell::{self, Cell};

use super::draft::{Draft, Says, Sort, is_bare};

fn is_share(draft: &Draft) -> bool {
    draft.entry.subject.indicator().is_some_and(|indicator| indicator.kind == Kind::Share)
}

/// Gives its percent sign to every number of a share that stands in a column headed as percentages, or under a name of
/// which another number has a sign or decimals. Numbers that are said to be counts become numerators. What is left
/// may be either.
pub(super) fn settle(block: &Block<'_>, drafts: &mut [Draft]) {
    let mut percentages: HashMap<(String, String), Percentages> = HashMap::new();
    let key = |draft: &Draft| (draft.entry.label.clone(), draft.entry.context.clone());
    for draft in drafts.iter().filter(|draft| is_share(draft)) {
        percentages.entry(key(draft)).or_default().add(draft);
    }
    let says_percent = block.titles.iter().any(|title| indicator::says_percent(&title.text));
    for draft in drafts.iter_mut().filter(|draft| is_bare(draft)) {
        let is_percent = says_percent || percentages.get(&key(draft)).is_some_and(|known| known.hold(draft));
        if draft.says == Says::Count && draft.sort == Sort::Own {
            if draft.entry.numerator.is_empty() {
                draft.entry.numerator = std::mem::take(&mut draft.entry.value);
                draft.entry.columns.numerator = std::mem::take(&mut draft.entry.columns.value);
            }
        } else if draft.entry.denominator.is_empty() && (is_percent || draft.sort == Sort::Target) {
            draft.entry.value.push('%');
        }
    }
}

/// Among percentages a symbol under the name of a number is of something else: "x, x, 42%, 38%" are not numbers of children
/// in care. What it is of is asked.
pub(super) fn ask_about_symbols(drafts: &mut [Draft]) {
    let is_number = |draft: &Draft| {
        draft.entry.subject.indicator().is_some_and(|indicator| indicator.kind == Kind::Count)
    };
    let holds_percentage = |draft: &&Draft| is_number(draft) && percentage_with_sign(draft);
    let rows: Vec<usize> =
        drafts.iter().filter(holds_percentage).map(|draft| draft.entry.place.row).collect();
    let is_symbol = |draft: &Draft| matches!(cell::parse(&draft.entry.value), Cell::Withheld(_));
    let doubtful =
        |draft: &Draft| is_number(draft) && is_symbol(draft) && rows.contains(&draft.entry.place.row);
    for draft in drafts.iter_mut().filter(|draft| doubtful(draft)) {
        draft.entry.ask();
    }
}

fn percentage_with_sign(draft: &Draft) -> bool {
    matches!(cell::parse(&draft.entry.value), Cell::Percent(_))
}

/// What the values of one name are.
#[derive(Default)]
struct Percentages {
    /// Whether a column of them is headed as percentages.
    are_said: bool,
    /// Those with a percent sign or decimals.
    stated: Vec<f64>,
    /// How many there are without.
    bare: usize,
}

impl Percentages {
    fn add(&mut self, draft: &Draft) {
        self.are_said |= draft.says == Says::Percent;
        match percentage(draft) {
            Some(percentage) => self.stated.push(percentage),
            None => self.bare += usize::from(is_bare(draft)),
        }
    }

    /// Whether a whole number among them is a percentage: where most have a sign or decimals, or one near it has. A table of
    /// counts and percentages by turns has neither.
    fn hold(&self, draft: &Draft) -> bool {
        const NEAR: f64 = 15.0;
        let Cell::Number(number) = cell::parse(&draft.entry.value) else { return false };
        let is_near = |number: f64| self.stated.iter().any(|percentage| (percentage - number).abs() <= NEAR);
        self.are_said
            || fraction(number)
                .is_some_and(|number| number <= 100.0 && (self.stated.len() > self.bare || is_near(number)))
    }
}

fn percentage(draft: &Draft) -> Option<f64> {
    match cell::parse(&draft.entry.value) {
        Cell::Percent(number) | Cell::CountWithPercent(_, number) => fraction(number),
        Cell::Number(number) if number.decimals() == 1 => fraction(number),
        _ => None,
    }
}

/// Makes percentages of fractions where every share of the table is written as one: 0.089 as 8.9%.
pub(super) fn read_fractions(drafts: &mut [Draft]) {
    const FEWEST: usize = 4;
    let mut shares = 0;
    let mut is_of_fractions = true;
    let mut largest = 0.0_f64;
    for draft in drafts.iter().filter(|draft| is_share(draft) && draft.entry.numerator.is_empty()) {
        let Cell::Number(number) = cell::parse(&draft.entry.value) else {
            is_of_fractions &= matches!(cell::parse(&draft.entry.value), Cell::Blank | Cell::Withheld(_));
            continue;
        };
        shares += 1;
        let fraction = fraction(number);
        is_of_fractions &= fraction.is_some_and(|fraction| (0.0..=1.0).contains(&fraction))
            && (number.decimals() >= 2 || number.units() <= 10);
        largest = largest.max(fraction.unwrap_or(0.0));
    }
    // Percentages that all lie below 1 would have none above a fifth.
    if shares < FEWEST || !is_of_fractions || largest < 0.2 {
        return;
    }
    for draft in drafts.iter_mut().filter(|draft| is_share(draft)) {
        if let Cell::Number(number) = cell::parse(&draft.entry.value)
            && let Some(percent) = times_100(number)
        {
            draft.entry.value = format!("{percent}%");
        }
    }
}

/// Makes percentages of targets and figures of others that are fractions beside percentages of the same name: 0.9 beside 84%.
/// Those that may be either are emptied; returns their rows.
pub(super) fn read_stated_fractions(drafts: &mut [Draft]) -> Vec<usize> {
    // How much nearer the one must be.
    const CLEARLY: f64 = 3.0;
    let key = |draft: &Draft| (draft.entry.label.clone(), draft.entry.context.clone());
    let mut own: HashMap<(String, String), f64> = HashMap::new();
    for draft in drafts.iter().filter(|draft| is_share(draft) && matches!(draft.sort, Sort::Own)) {
        let (Cell::Percent(value) | Cell::Number(value) | Cell::CountWithPercent(_, value)) =
            cell::parse(&draft.entry.value)
        else {
            continue;
        };
        let largest = own.entry(key(draft)).or_default();
        *largest = largest.max(fraction(value).unwrap_or_default());
    }
    let mut rows = Vec::new();
    for draft in drafts.iter_mut().filter(|draft| is_share(draft)) {
        let (Cell::Number(number), Some(own)) = (cell::parse(&draft.entry.value), own.get(&key(draft)))
        else {
            continue;
        };
        let is_stated = matches!(draft.sort, Sort::Target | Sort::Comparator(_));
        let stated = fraction(number).filter(|stated| *stated > 0.0 && *stated <= 1.0 && *own > 1.0);
        let Some((stated, percent)) = stated.zip(times_100(number)).filter(|_| is_stated) else { continue };
        let times_apart = |value: f64| (value / own).max(own / value);
        let (as_percentage, as_fraction) = (times_apart(stated), times_apart(100.0 * stated));
        if as_fraction * CLEARLY < as_percentage {
            draft.entry.value = format!("{percent}%");
        } else if as_fraction < as_percentage * CLEARLY {
            draft.entry.value.clear();
            rows.push(draft.entry.place.row);
        }
    }
    rows
}

fn fraction(number: Decimal) -> Option<f64> {
    number.to_string().parse().ok()
}

fn times_100(number: Decimal) -> Option<Decimal> {
    match number.decimals() {
        decimals @ 2.. => Some(Decimal::new(number.units(), decimals - 2)),
        1 => number.units().checked_mul(10).map(|units| Decimal::new(units, 0)),
        _ => number.units().checked_mul(100).map(|units| Decimal::new(units, 0)),
    }
}
