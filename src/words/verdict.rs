//! Verdicts, why there is none, and how they are reached.

use std::fmt::{Display, Formatter, Result};

use crate::compare::{AgainstTarget, CannotSay, Change, Compared, Miss, Quartile, Row, Side, Verdict, Way};
use crate::figure::Amount;
use crate::indicator::{Indicator, Kind};
use crate::number::Exact;

use super::text::counted;

/// The verdict on a row, however it was reached; empty where a note on all rows explains why there is none.
pub fn row_verdict_text(row: &Row) -> String {
    match (row.verdict, &row.target, row.england()) {
        (Verdict::Met | Verdict::Near | Verdict::Missed, Some(target), _) => target_verdict_text(target),
        (Verdict::In(quartile), ..) => quartile_text(quartile).to_owned(),
        (verdict, _, Some(england)) => by_chance(row, verdict, england.points),
        (_, _, None) => String::new(),
    }
}

/// The verdict on a row compared with one comparator: `lower, which is better`, `lower, could be chance (98 care leavers)`.
/// Empty where a note on all rows explains why there is none, or verdicts are reached another way.
pub fn compared_text(row: &Row, compared: &Compared) -> String {
    by_chance(row, row.beside(compared), compared.points)
}

/// The same with the name of the comparator, for a headline: `lower than England, which is better`.
pub fn compared_by_name_text(row: &Row, compared: &Compared, name: &str) -> String {
    with_direction(row, row.beside(compared), compared.points, &than(Side::of(compared.points), name))
}

/// The verdict on a change: `lower, which is better`, `could be chance`, `not tested`; empty for a count, whose change is exact.
pub fn change_verdict_text(change: &Change) -> String {
    let side = Side::of(change.points);
    match (change.verdict, side) {
        (Verdict::Similar, Side::Level) => "no change".to_owned(),
        (Verdict::Similar, _) => "could be chance".to_owned(),
        (Verdict::CannotSay(CannotSay::Number), _) => String::new(),
        (Verdict::CannotSay(_), _) => "not tested".to_owned(),
        (verdict, side) => judged(verdict, direction(side)),
    }
}

/// The verdict on a figure compared with its target.
pub fn target_verdict_text(against: &AgainstTarget) -> String {
    let side = match Side::of(against.points) {
        Side::Above => "above",
        Side::Level => "at",
        Side::Below => "below",
    };
    match against.verdict {
        Verdict::Met => "meets the target".to_owned(),
        Verdict::Near => format!("{side} the target, but near it"),
        Verdict::Missed if against.miss == Miss::ByChance => format!("{side} the target, could be chance"),
        Verdict::Missed | Verdict::CannotSay(_) => format!("{side} the target"),
        _ => String::new(),
    }
}

/// What is said after a target of how it is missed: `, clearly missed`, `, could be chance`, `, not tested`; empty where it is not.
pub fn missed_how(against: &AgainstTarget) -> &'static str {
    match (against.verdict, against.miss) {
        (Verdict::Missed, Miss::ByChance) => ", could be chance",
        (Verdict::Missed, Miss::NotTested) => ", not tested",
        (Verdict::Missed, Miss::Clear) => ", clearly missed",
        _ => "",
    }
}

/// A verdict by chance, whichever way verdicts on rows are reached.
pub(super) fn by_chance(row: &Row, verdict: Verdict, difference: Exact) -> String {
    with_direction(row, verdict, difference, direction(Side::of(difference)))
}

fn with_direction(row: &Row, verdict: Verdict, difference: Exact, direction: &str) -> String {
    match verdict {
        Verdict::Similar if Side::of(difference) == Side::Level => direction.to_owned(),
        Verdict::Similar if row.is_under_one_child(difference) => {
            format!("{direction}, {}", under_one(row))
        }
        Verdict::Similar => {
            let people = people_behind(row).map(|people| format!(" ({people})")).unwrap_or_default();
            format!("{direction}, could be chance{people}")
        }
        Verdict::CannotSay(_) => String::new(),
        _ => judged(verdict, direction),
    }
}

fn judged(verdict: Verdict, direction: &str) -> String {
    match verdict {
        Verdict::Better => format!("{direction}, which is better"),
        Verdict::Worse => format!("{direction}, which is worse"),
        _ => direction.to_owned(),
    }
}

/// `higher than England`, `the same as England`.
pub fn than(side: Side, name: &str) -> String {
    let link = if side == Side::Level { "as" } else { "than" };
    format!("{} {link} {name}", direction(side))
}

/// Returns those a percentage is of, `98 care leavers`, `98 care leavers counted by DfE`, or `None` if only the
/// percentage is known.
pub fn people_behind(row: &Row) -> Option<String> {
    match (row.amount, row.indicator.kind) {
        (Amount::Value(_), Kind::Share) => {
            let people = row.base?.people;
            Some(format!("{} {} counted by DfE", counted(people), counted_people(&row.indicator, people)))
        }
        (Amount::Counts { denominator: 1, .. }, Kind::Share) => {
            Some(format!("1 {}", row.indicator.counted_one))
        }
        (Amount::Counts { denominator, .. }, Kind::Share) => {
            Some(format!("{} {}", counted(denominator), row.indicator.counted_many))
        }
        _ => None,
    }
}

fn counted_people(indicator: &Indicator, count: u64) -> &'static str {
    if count == 1 { indicator.counted_one } else { indicator.counted_many }
}

/// What is said of a difference that is less than one child: `by less than one child`, `with 1 child, too few to judge`.
pub(super) fn under_one(row: &Row) -> String {
    match people_behind(row) {
        Some(people) if row.is_of_hardly_any() => format!("with {people}, too few to judge"),
        _ => format!("by less than one {}", row.indicator.counted_one),
    }
}

/// Higher, lower, or the same.
pub const fn direction(side: Side) -> &'static str {
    match side {
        Side::Above => "higher",
        Side::Level => "the same",
        Side::Below => "lower",
    }
}

/// A quarter of all councils.
pub const fn quartile_text(quartile: Quartile) -> &'static str {
    match quartile {
        Quartile::A => "top quarter of councils",
        Quartile::B => "second quarter of councils",
        Quartile::C => "third quarter of councils",
        Quartile::D => "bottom quarter of councils",
    }
}

/// A quarter of all councils beside a rank among them.
pub const fn short_quartile_text(quartile: Quartile) -> &'static str {
    match quartile {
        Quartile::A => "top quarter",
        Quartile::B => "second quarter",
        Quartile::C => "third quarter",
        Quartile::D => "bottom quarter",
    }
}

/// Why there is no verdict, or what to do for one, without a capital letter and a full stop.
impl Display for CannotSay {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        formatter.write_str(match self {
            Self::CountNotGiven => "add the numbers behind this percentage to test it",
            Self::PopulationNotGiven => "add the population behind this rate to test it",
            Self::NoInterval => "averages and scores are not tested for chance",
            Self::RepeatedEvents => "not tested for chance: one child can be counted several times",
            Self::Number => "changes in numbers are not tested for chance",
            Self::PartOfYear => "part of a year is not compared with a whole year",
            Self::SharedMonths => "not tested for chance: the two figures have months in common",
            Self::BreakInSeries => "not compared, because of a break in the series",
            Self::Coverage => {
                "not compared: at this age support is for those who ask for it, and councils know of very different shares of the others"
            }
            Self::FewMeasured => "not compared: fewer than half of the children have a score, so it may not stand for all of them",
            Self::FarFromOfficial => "not compared: DfE published a very different figure for the same time",
            Self::SmallNumbers => "in no quarter: of too few people",
            Self::Old => "not compared: an old figure",
            Self::ManyAreLast => "in no quarter: more than a quarter of councils share the worst figure",
            Self::TheirCountNotGiven => "not tested for chance: the other council\u{2019}s counts are not published",
            Self::NotBesideOthers => "counts are not compared with other areas, only rates and percentages",
            Self::NoComparator => "DfE published no England figure",
            Self::NoTarget => "no target set",
            Self::NoDirection => "neither higher nor lower is better",
            Self::NoCouncil => "choose a council to compare it with all others",
            Self::NotExisting => "the council did not exist that year",
            Self::FewCouncils => "too few councils have an official figure",
            Self::NoFigure => "no figure",
            Self::Hidden => "hidden to protect children",
            Self::AnotherWay => "verdicts are reached another way",
        })
    }
}

/// How verdicts are reached, short, for a choice and for headings.
pub const fn way_name(way: Way) -> &'static str {
    match way {
        Way::Interval => "95% interval",
        Way::Target => "own target",
        Way::Quartile => "place among all councils",
    }
}

/// How verdicts are reached, in sentences that every output has.
pub const fn way_note(way: Way) -> &'static str {
    match way {
        Way::Interval => {
            "A figure is called better, worse, higher or lower than England, a region or an average only where that is outside its 95% interval \
             (Wilson\u{2019}s for percentages, Byar\u{2019}s for rates); than another council, whose figure varies by chance too, only where the \
             95% interval of the difference leaves out 0. Otherwise the difference could be chance."
        }
        Way::Target => {
            "Verdicts compare each figure with the council\u{2019}s own target: met, near (missed by no more than the tolerance) or missed. They do \
             not allow for chance."
        }
        Way::Quartile => {
            "All councils with a figure are divided into four quarters, from top to bottom (quartiles of type 7). A verdict says which \
             quarter a figure is in. It does not allow for chance."
        }
    }
}

/// Of how many comparisons some differ by chance alone.
const MANY: usize = 10;

/// Returns how many of many measures would be marked as different by chance alone, or `None` if few are tested.
pub fn many_note(rows: &[&Row]) -> Option<String> {
    let is_judged = |row: &&&Row| {
        row.england().is_some_and(|england| !matches!(row.beside(england), Verdict::CannotSay(_)))
    };
    let judged = rows.iter().filter(is_judged).count();
    // A verdict at 95% is wrong once in 20 times.
    let by_chance = match judged {
        0..MANY => return None,
        10..20 => "perhaps one".to_owned(),
        20..30 => "about one".to_owned(),
        30..40 => "one or two".to_owned(),
        many => format!("about {}", (many + 10) / 20),
    };
    Some(format!(
        "{judged} differences from England were tested for chance. Even if none were real, chance alone would make {by_chance} look clear."
    ))
}

/// When a measure is called getting better or worse: one rule, for every list, headline, agenda, report and meeting.
pub const GETTING: &str = "Getting better or worse: the trend of the last five periods is clear, or the last two changes go the same way and \
     together are more than chance; no one change makes three quarters of it, it has not stopped or turned, and it is more than a recovery to an \
     earlier level (after the pandemic, say). Where no trend can be tested, each of the last five must go that way. One clear change \
     alone is called better or worse than before.";

/// Why rows have no verdict, or have it another way than the others, each reason once instead of in every row.
pub fn untested_notes(rows: &[&Row]) -> Vec<&'static str> {
    let has = |is_so: fn(&Row) -> bool| rows.iter().any(|row| is_so(row));
    let is_instead = |way: Way| {
        rows.iter().any(|row| row.way == Way::Interval && row.judged_by == way && row.judged_by != row.way)
    };
    let notes = [
        (
            has(|row| row.base.is_some()),
            "Where the numbers behind a percentage or rate are not given, it is tested with the number of people that DfE \
             counted in this council, or the population that was entered.",
        ),
        (
            is_instead(Way::Quartile),
            "Measures that cannot be tested for chance show their quarter of all councils instead.",
        ),
        (
            is_instead(Way::Target),
            "Measures that cannot be compared with other councils are judged by their target only.",
        ),
        (
            has(|row| row.way == Way::Interval && row.indicator.counts_repeated_events()),
            "Visits, reviews and other events are not tested for chance, because a child can have several.",
        ),
        (has(|row| row.trend.is_ok() || row.in_a_row.is_some() || row.steady.is_some()), GETTING),
        (
            has(|row| row.change.as_ref().is_some_and(|change| change.verdict == Verdict::Similar)),
            "A change is tested as if its two figures were of different children. Where most are the same, as from one month to the \
             next, a real change may be called chance.",
        ),
        (
            has(|row| {
                row.change.as_ref().is_some_and(|change| change.is_before_rounding || change.finer.is_some())
            }),
            "Changes are worked out before rounding.",
        ),
        (has(|row| !row.indicator.is_published), "Local measures have no official figures to compare with."),
    ];
    let reasons = CannotSay::ALL.into_iter().filter(|reason| {
        let is_local = |row: &Row| !row.indicator.is_published && row.is_without_comparator();
        let is_it = |row: &&&Row| {
            let change = row.change.as_ref().and_then(|change| change.verdict.reason());
            let is_untested_change = *reason == CannotSay::CountNotGiven && change == Some(*reason);
            let is_unranked = *reason == CannotSay::FarFromOfficial && row.is_far_from_official();
            !is_local(row) && (row.verdict.reason() == Some(*reason) || is_untested_change || is_unranked)
        };
        rows.iter().any(|row| is_it(&row))
    });
    let notes = notes.into_iter().filter(|(is_so, _)| *is_so).map(|(_, note)| note);
    notes.chain(reasons.map(reason_note)).filter(|note| !note.is_empty()).collect()
}

/// Why rows have no verdict, for all of them; empty where their status says it, or another note does.
const fn reason_note(reason: CannotSay) -> &'static str {
    match reason {
        CannotSay::CountNotGiven => {
            "Some percentages or changes could not be tested for chance, because the numbers behind them are not given."
        }
        CannotSay::PopulationNotGiven => {
            "Rates are not tested for chance without the population behind them."
        }
        CannotSay::NoInterval => "Averages and scores are not tested for chance.",
        CannotSay::PartOfYear => {
            "What is counted over a year is not compared with others for a month or quarter alone, or where it is not said which months a figure covers."
        }
        CannotSay::BreakInSeries => {
            "Some measures cannot be compared with the latest official figures, because their definition changed in between."
        }
        CannotSay::Coverage => {
            "Care leavers aged 22 to 25 are not compared with others: at this age support is for those who ask for it, so how many a \
             council knows about differs more than how they are."
        }
        CannotSay::FewMeasured => {
            "Where fewer than half of the children have a strengths and difficulties score, those that there are are not compared."
        }
        CannotSay::FarFromOfficial => {
            "A figure very different from DfE\u{2019}s for the same time is not compared: check which is right."
        }
        CannotSay::SmallNumbers => {
            "Where a figure is of fewer than about 30 people, its quarter of councils would be chance: it is in none."
        }
        CannotSay::Old => {
            "Where the newest figure is years older than the others it is shown, but not compared."
        }
        CannotSay::ManyAreLast => {
            "Where more than a quarter of councils share the worst figure, those are in no quarter."
        }
        CannotSay::NotBesideOthers => {
            "Counts are not compared with other areas, only rates and percentages are."
        }
        CannotSay::NoComparator => {
            "Some measures are not compared, because DfE published no figure for England."
        }
        CannotSay::NoTarget => "Measures without a target have no status.",
        CannotSay::NoDirection => {
            "Measures where neither higher nor lower is better are not placed in a quarter."
        }
        CannotSay::NoCouncil => "Choose a council to compare its figures with all others.",
        CannotSay::NotExisting => "This council did not exist in some of the years shown.",
        CannotSay::FewCouncils => {
            "Some measures are not placed in a quarter, because too few councils have an official figure."
        }
        CannotSay::RepeatedEvents
        | CannotSay::TheirCountNotGiven
        | CannotSay::Number
        | CannotSay::SharedMonths
        | CannotSay::NoFigure
        | CannotSay::Hidden
        | CannotSay::AnotherWay => "",
    }
}
