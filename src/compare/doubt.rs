//! Where the words and numbers of a text are not those of the figure it is about.

use std::cmp::Ordering;

use crate::figure::Amount;
use crate::indicator::Good;
use crate::number::{Decimal, Exact};
use crate::read::{SaidOf, numbers_said};

use super::row::Row;

/// Something in a text that the figure does not say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// This word for a change, where the figure changed the other way.
    Direction(String),
    /// This percentage or number of children, which is none of those that the row shows.
    Number(String),
}

/// What a word says of a change.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Says {
    Better,
    Worse,
    Up,
    Down,
}

/// Words for a change that has happened.
const WORDS: [(&str, Says); 40] = [
    ("improved", Says::Better),
    ("improvement", Says::Better),
    ("improvements", Says::Better),
    ("improving", Says::Better),
    ("improves", Says::Better),
    ("worsened", Says::Worse),
    ("worsening", Says::Worse),
    ("worse", Says::Worse),
    ("deteriorated", Says::Worse),
    ("deteriorating", Says::Worse),
    ("deterioration", Says::Worse),
    ("rose", Says::Up),
    ("risen", Says::Up),
    ("rise", Says::Up),
    ("rises", Says::Up),
    ("rising", Says::Up),
    ("increase", Says::Up),
    ("increased", Says::Up),
    ("increases", Says::Up),
    ("increasing", Says::Up),
    ("grew", Says::Up),
    ("grown", Says::Up),
    ("growing", Says::Up),
    ("growth", Says::Up),
    ("climbed", Says::Up),
    ("fell", Says::Down),
    ("fallen", Says::Down),
    ("fall", Says::Down),
    ("falls", Says::Down),
    ("falling", Says::Down),
    ("decrease", Says::Down),
    ("decreased", Says::Down),
    ("decreases", Says::Down),
    ("decreasing", Says::Down),
    ("dropped", Says::Down),
    ("drop", Says::Down),
    ("declined", Says::Down),
    ("decline", Says::Down),
    ("reduced", Says::Down),
    ("reduction", Says::Down),
];

/// Words of sentences that do not simply say how the figure changed: what is wanted, denied, opposed or compared.
const ASIDE: [&str; 32] = [
    "not", "no", "never", "without", "despite", "although", "though", "but", "however", "while", "whilst",
    "than", "will", "would", "should", "could", "may", "might", "aim", "aims", "aiming", "plan", "plans",
    "planned", "expect", "expected", "target", "need", "needs", "require", "requires", "if",
];

/// Where a text about the figure of a row says what the row does not: words for a change the other way, percentages, and
/// numbers of children. What it says of anything else, and in sentences that want, deny or compare, is left alone.
pub fn doubts(row: &Row, text: &str) -> Vec<Doubt> {
    let mut doubts: Vec<Doubt> =
        text.split_inclusive(['.', '!', '?', ';', '\n']).filter_map(|each| direction(row, each)).collect();
    let numbers = numbers_said(text).into_iter().filter(|number| {
        let is_judged = match number.of {
            SaidOf::Percent => number.is_in_digits,
            SaidOf::People => number.is_in_digits && !number.is_part_of_name && number.value.decimals() == 0,
            SaidOf::Other => false,
        };
        is_judged && !is_shown(row, number.value, number.of)
    });
    doubts.extend(numbers.map(|number| Doubt::Number(text[number.range].to_owned())));
    doubts.dedup();
    doubts
}

/// The word of a sentence for a change the other way.
fn direction(row: &Row, sentence: &str) -> Option<Doubt> {
    let change = row.change.as_ref().filter(|change| change.break_note.is_none())?;
    let side = match change.shown.units().cmp(&0) {
        Ordering::Equal => return None,
        Ordering::Greater => Says::Up,
        Ordering::Less => Says::Down,
    };
    let quality = match (row.indicator.good, side) {
        (Good::Neither, _) => None,
        (Good::High, Says::Up) | (Good::Low, Says::Down) => Some(Says::Better),
        _ => Some(Says::Worse),
    };
    let words: Vec<&str> =
        sentence.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is = |word: &str, known: &str| word.eq_ignore_ascii_case(known);
    if words.iter().any(|word| ASIDE.iter().any(|aside| is(word, aside))) {
        return None;
    }
    let said = words.iter().enumerate().find_map(|(at, word)| {
        let (_, says) = WORDS.iter().find(|(known, _)| is(word, known))?;
        let is_wanted = at.checked_sub(1).is_some_and(|before| is(words[before], "to"));
        (!is_wanted).then_some((*word, *says))
    });
    let (word, says) = said?;
    let is_so = match says {
        Says::Up | Says::Down => says == side,
        Says::Better | Says::Worse => quality.is_none_or(|quality| quality == says),
    };
    (!is_so).then(|| Doubt::Direction(word.to_owned()))
}

/// Whether a row shows a number, rounded as it is written.
fn is_shown(row: &Row, said: Decimal, of: SaidOf) -> bool {
    let is_near = |value: Exact| value.magnitude().rounded(said.decimals()).trimmed() == said.trimmed();
    let is_count = |count: u64| of == SaidOf::People && is_near(Exact::whole(count));
    let amounts = std::iter::once(row.amount).chain(row.history.iter().map(|past| past.amount));
    let of_amount = |amount: Amount| {
        let counts = match amount {
            Amount::Counts { numerator, denominator } => {
                [numerator, denominator, numerator.abs_diff(denominator)].into_iter().any(is_count)
            }
            _ => false,
        };
        let rest = |value: Exact| Exact::whole(100).minus(value).is_some_and(is_near);
        counts || amount.exact(row.indicator.kind).is_some_and(|value| is_near(value) || rest(value))
    };
    let before = row.history.iter().rev().map(|past| past.amount).find(|amount| *amount != row.amount);
    let differences = match (row.amount, before) {
        (
            Amount::Counts { numerator, denominator },
            Some(Amount::Counts { numerator: numerator_before, denominator: denominator_before }),
        ) => [numerator.abs_diff(numerator_before), denominator.abs_diff(denominator_before)]
            .into_iter()
            .any(is_count),
        _ => false,
    };
    let compared = row.comparisons.iter().filter_map(|comparison| comparison.outcome.as_ref().ok());
    let gaps = compared
        .clone()
        .filter_map(|compared| compared.gap)
        .chain(row.target.as_ref().and_then(|target| target.gap));
    amounts.into_iter().any(of_amount)
        || differences
        || gaps.map(|gap| gap.children.unsigned_abs()).any(is_count)
        || compared.flat_map(|compared| [compared.value, compared.points]).any(is_near)
        || row
            .change
            .as_ref()
            .is_some_and(|change| is_near(change.points) || is_near(change.shown_from.into()))
        || row
            .target
            .as_ref()
            .is_some_and(|target| is_near(target.target.value.into()) || is_near(target.points))
        || row.base.is_some_and(|base| is_count(base.people))
        || row.population.as_ref().is_some_and(|population| is_count(population.children))
        || row.worth_of_one.is_some_and(is_near)
        || row.differs.as_ref().is_some_and(|differs| is_near(differs.shown.into()))
}
