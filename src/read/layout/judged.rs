//! Which direction a table calls good, its ratings and its arrows, held against ours.

use crate::figure::Place;
use crate::indicator::{Good, Measure};
use crate::number::{Decimal, Exact};
use crate::period::Period;
use crate::read::Reading;
use crate::read::StatedTarget;
use crate::read::cell::{self, Cell};
use crate::read::problem::{Problem, TableProblem};
use crate::read::vocabulary;
use crate::sorting::Sorting;

use super::draft::{Draft, Judged, Sort};

/// Says where a table judges otherwise than its numbers and our directions do, once for each way.
pub(super) fn note(drafts: &[Draft], judged: &[Judged], reading: &mut Reading) {
    let (mut higher, mut lower, mut rated, mut travelled) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for row in judged {
        let Some(first) = drafts.get(row.measure) else { continue };
        let Some(measure) = first.entry.subject.indicator().filter(|_| !first.is_doubtful) else { continue };
        let line = first.entry.place.row;
        let of_row: Vec<&Draft> =
            drafts[row.measure..].iter().take_while(|draft| draft.entry.place.row == line).collect();
        match (good(&row.good), measure.good) {
            (Some(Good::High), Good::Low) => higher.push(line),
            (Some(Good::Low), Good::High) => lower.push(line),
            _ => {
                let own = own(&of_row);
                if is_rated_otherwise(&row.rating, measure, &own, &of_row) {
                    rated.push(line);
                }
                if is_travelled_otherwise(&row.direction, measure, &own) {
                    travelled.push(line);
                }
            }
        }
    }
    let mut say = |lines: Vec<usize>, kind: &dyn Fn(Vec<usize>) -> TableProblem| {
        if let Some(first) = lines.first() {
            let place = Place { row: *first, ..Place::default() };
            reading.problems.push(Problem::new(place, "", kind(lines)));
        }
    };
    say(higher, &|rows| TableProblem::GoodDiffers { says: Good::High, rows });
    say(lower, &|rows| TableProblem::GoodDiffers { says: Good::Low, rows });
    say(rated, &TableProblem::RatingDiffers);
    say(travelled, &TableProblem::DirectionDiffers);
}

/// Keeps with each row which direction its table calls good, which nothing else says of a measure of the council's own.
pub(super) fn keep_good(drafts: &mut [Draft], judged: &[Judged]) {
    for row in judged {
        let Some(good) = good(&row.good).or_else(|| good_of_direction(&row.direction)) else { continue };
        let Some(of_row) = drafts.get_mut(row.measure..) else { continue };
        let line = of_row.first().map(|draft| draft.entry.place.row);
        for draft in of_row.iter_mut().take_while(|draft| Some(draft.entry.place.row) == line) {
            draft.entry.good = good;
        }
    }
}

/// The direction that a cell under "direction" calls good. "Higher" alone is where the figure went.
fn good_of_direction(text: &str) -> Option<Good> {
    let says = |word: &String| ["better", "good", "best"].contains(&word.as_str());
    good(text).filter(|_| vocabulary::words(text).iter().any(says))
}

/// The direction that a cell calls good.
fn good(text: &str) -> Option<Good> {
    const HIGH: [&str; 11] = [
        "high",
        "higher",
        "bigger",
        "big",
        "up",
        "maximise",
        "increase",
        "increasing",
        "h",
        "more",
        "larger",
    ];
    const LOW: [&str; 12] = [
        "low",
        "lower",
        "smaller",
        "small",
        "down",
        "minimise",
        "decrease",
        "decreasing",
        "l",
        "less",
        "fewer",
        "reduce",
    ];
    const BESIDE: [&str; 9] = ["is", "better", "good", "best", "the", "to", "be", "figure", "number"];
    let words = vocabulary::words(text);
    let is_of = |list: &[&str], word: &String| list.contains(&word.as_str());
    // "Lower, which is worse" is a verdict.
    if !words.iter().all(|word| is_of(&HIGH, word) || is_of(&LOW, word) || is_of(&BESIDE, word)) {
        return None;
    }
    let says = |list: &[&str]| words.iter().any(|word| is_of(list, word));
    match (says(&HIGH) || is_upward(text), says(&LOW) || is_downward(text)) {
        (true, false) => Some(Good::High),
        (false, true) => Some(Good::Low),
        _ => None,
    }
}

fn is_upward(text: &str) -> bool {
    text.contains(['\u{2191}', '\u{25B2}', '\u{2197}'])
}

fn is_downward(text: &str) -> bool {
    text.contains(['\u{2193}', '\u{25BC}', '\u{2198}'])
}

/// The council's own values of a row, oldest first; one without a period is the newest.
fn own(of_row: &[&Draft]) -> Vec<Decimal> {
    let mut own: Vec<(Option<Period>, Decimal)> = of_row
        .iter()
        .filter(|draft| draft.sort == Sort::Own)
        .filter_map(|draft| Some((Period::parse(&draft.entry.period).ok(), value(draft)?)))
        .collect();
    own.arrange_by_key(|(period, _)| (period.is_none(), *period));
    own.into_iter().map(|(_, value)| value).collect()
}

fn value(draft: &Draft) -> Option<Decimal> {
    match cell::parse(&draft.entry.value) {
        Cell::Percent(value) | Cell::Number(value) | Cell::CountWithPercent(_, value) => Some(value),
        _ => None,
    }
}

/// Whether a row is called red though its newest value reaches its one target, or green though it misses it by more than
/// is called near.
fn is_rated_otherwise(rating: &str, measure: &Measure, own: &[Decimal], of_row: &[&Draft]) -> bool {
    let mut targets = of_row.iter().filter(|draft| draft.sort == Sort::Target);
    let (Some(newest), Some(target), None) = (own.last(), targets.next(), targets.next()) else {
        return false;
    };
    let Some(aim) = value(target) else { return false };
    let near = StatedTarget { tolerance: target.tolerance.clone(), ..StatedTarget::default() }.near();
    let misses_by = match measure.good {
        Good::High => Exact::from(aim).minus((*newest).into()),
        Good::Low => Exact::from(*newest).minus(aim.into()),
        Good::Neither => None,
    };
    let Some(misses_by) = misses_by else { return false };
    match vocabulary::words(rating).first().map(String::as_str) {
        Some("red" | "r") => misses_by <= Exact::whole(0),
        // Where the table does not say how far is near, a tenth of the target is far for all.
        Some("green" | "g") => match near {
            Some(near) => misses_by > near.into(),
            None => misses_by.times(10).is_some_and(|far| far > aim.into()),
        },
        _ => false,
    }
}

/// Whether an arrow or a word for better or worse goes with no difference between the newest value and one before it.
fn is_travelled_otherwise(direction: &str, measure: &Measure, own: &[Decimal]) -> bool {
    let Some((newest, before)) = own.split_last().filter(|(_, before)| !before.is_empty()) else {
        return false;
    };
    let words = vocabulary::words(direction);
    let says = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let (better, worse) =
        (says(&["improving", "improved", "better"]), says(&["declining", "worse", "worsening", "declined"]));
    let moved = |rises: bool| {
        before.iter().any(|earlier| {
            if rises {
                Exact::from(*newest) > Exact::from(*earlier)
            } else {
                Exact::from(*newest) < Exact::from(*earlier)
            }
        })
    };
    let rises_when_better = match measure.good {
        Good::High => true,
        Good::Low => false,
        Good::Neither => return false,
    };
    match (better, worse) {
        (true, false) => !moved(rises_when_better),
        (false, true) => !moved(!rises_when_better),
        // An arrow shows where the number goes, or whether it is better.
        _ if is_upward(direction) && !is_downward(direction) => !moved(true) && !moved(rises_when_better),
        _ if is_downward(direction) && !is_upward(direction) => !moved(false) && !moved(!rises_when_better),
        _ => false,
    }
}
