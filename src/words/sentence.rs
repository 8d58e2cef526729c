//! Sentences about a row, ready for a report.

use crate::compare::{
    AgainstTarget, Age, Compared, Miss, NEIGHBOURS, Quartile, Row, Side, TimeOf, Verdict, Way,
};
use crate::figure::Amount;
use crate::indicator::{Kind, Span};
use crate::number::{Decimal, Exact};
use crate::period::Period;
use crate::sorting::Sorting;

use super::change::{
    before_text, caution_text, from_text, not_plain_text, published_mark, since_official_sentence,
    trend_span, trend_words,
};
use super::comparator::{name_in_sentence, published_sentence, year_of_others, year_with_age};
use super::figure::{counts_text, size_text, value_text, when_of};
use super::gap::{closed_text, gap_text};
use super::getting::{getting_sentence, than_usual};
use super::position::rank_of;
use super::text::{counted, listed};
use super::verdict::{people_behind, quartile_text, than, under_one};

/// Plain sentences about a row: what it is, how it changed, how it compares. Words of judgement come from verdicts only.
pub fn sentence(row: &Row) -> String {
    said(row, Where::Alone)
}

/// The same below the title of the measure, among others, where what holds for many is said once.
pub fn sentence_in_report(row: &Row) -> String {
    said(row, Where::InReport)
}

/// Where a sentence is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Where {
    Alone,
    InReport,
}

fn said(row: &Row, read: Where) -> String {
    let mut sentences = vec![statement(row, read)];
    sentences.extend(change(row));
    let official = row.since_official.as_ref();
    sentences.extend(official.map(|change| since_official_sentence(&row.indicator, change)));
    sentences.extend(trend(row));
    sentences.extend(getting_sentence(row));
    sentences.extend(usual(row));
    sentences.extend(comparison(row));
    sentences.extend(less_than_one(row));
    sentences.extend(row.target.as_ref().and_then(|against| target(row, against)));
    sentences.extend(position(row));
    // Last: what the sentences before are about is the council's own figure.
    sentences.extend(published_sentence(row));
    sentences.join(" ")
}

/// As many letters as two lines of a page of a meeting hold.
const TWO_LINES: usize = 190;

/// What the numbers beside it do not say, in at most two lines: that it is far from the official figure, how it goes, what would reach the target or England, and its place.
pub fn short_sentence(row: &Row) -> String {
    let gap = || {
        let gap = row.england()?.gap?;
        let gap =
            format!("{} would match England ({})", gap_text(&row.indicator, gap), closed_text(row, gap));
        Some(super::text::capital(&gap) + ".")
    };
    let aim = row.target.as_ref().and_then(|against| target(row, against)).or_else(gap);
    let mut text = String::new();
    let check = published_sentence(row).filter(|_| row.is_far_from_official());
    for sentence in [check, usual(row), aim, trend(row), position(row)].into_iter().flatten() {
        if text.len() + sentence.len() < TWO_LINES {
            text.extend((!text.is_empty()).then_some(' '));
            text.push_str(&sentence);
        }
    }
    text
}

/// A paragraph about the rows of a theme: how many are how, then the sentences of each.
pub fn paragraph(rows: &[&Row]) -> String {
    summary(rows).into_iter().chain(rows.iter().map(|row| sentence(row))).collect::<Vec<_>>().join(" ")
}

/// Returns "Of 5 indicators compared with England, 1 is better, 1 is worse and for 3 the difference could be chance.", for each
/// way in which verdicts were reached, or `None` if there are no verdicts.
pub fn summary(rows: &[&Row]) -> Option<String> {
    let of_way = |way: Way| {
        let judged: Vec<&Row> = rows
            .iter()
            .copied()
            .filter(|row| row.judged_by == way && row.verdict.reason().is_none())
            .collect();
        summary_by(way, &judged)
    };
    let sentences: Vec<String> = Way::ALL.into_iter().filter_map(of_way).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

fn summary_by(way: Way, judged: &[&Row]) -> Option<String> {
    const ORDER: [(Verdict, &str, &str); 10] = [
        (Verdict::Better, "1 is better", "are better"),
        (Verdict::Worse, "1 is worse", "are worse"),
        (Verdict::Higher, "1 is higher", "are higher"),
        (Verdict::Lower, "1 is lower", "are lower"),
        (Verdict::Similar, "for 1 the difference could be chance", "could be chance"),
        (Verdict::Met, "1 meets it", "meet it"),
        (Verdict::Near, "1 is near it", "are near it"),
        (Verdict::Missed, "1 misses it", "miss it"),
        (Verdict::In(Quartile::A), "1 is in the top quarter", "are in the top quarter"),
        (Verdict::In(Quartile::D), "1 is in the bottom quarter", "are in the bottom quarter"),
    ];
    if judged.len() < 2 {
        return None;
    }
    let manner = match way {
        Way::Interval => "compared with England",
        Way::Target => "with a target",
        Way::Quartile => "ranked among all councils",
    };
    let group = |(verdict, one, many): &(Verdict, &str, &str)| match judged
        .iter()
        .filter(|row| row.verdict == *verdict)
        .count()
    {
        0 => None,
        1 => Some((*one).to_owned()),
        count if *verdict == Verdict::Similar => Some(format!("for {count} the difference {many}")),
        count => Some(format!("{count} {many}")),
    };
    let groups: Vec<String> = ORDER.iter().filter_map(group).collect();
    let groups = if groups.is_empty() {
        "none is in the top or the bottom quarter".to_owned()
    } else {
        listed(&groups)
    };
    Some(format!("Of {} measures {manner}, {groups}.", judged.len()))
}

fn statement(row: &Row, read: Where) -> String {
    let indicator = &row.indicator;
    // What its definition says of a year may not be so of a month or quarter.
    let is_by_title = indicator.is_own() || holds_otherwise(row);
    let when = row.period.map(|period| format!(" {}", when_it_holds(row, period, read))).unwrap_or_default();
    let shown = row.shown.map(|shown| value_text(indicator, shown)).unwrap_or_default();
    let (title, unknown) = match read {
        Where::Alone => (format!("{}: ", indicator.title), " (counts not given)"),
        Where::InReport => (String::new(), ""),
    };
    match (row.amount, indicator.kind) {
        (Amount::Withheld(symbol), _) => format!("{}{when}: {}.", indicator.title, symbol.meaning()),
        // What a measure of the council's own counts is not known in words.
        (Amount::Counts { .. }, Kind::Share) if is_by_title => {
            format!("{title}{} ({shown}){when}.", counts_text(row))
        }
        (Amount::Value(_), Kind::Share) if is_by_title => {
            format!("{title}{shown}{when}{unknown}.")
        }
        (Amount::Counts { numerator, denominator }, Kind::Share) => {
            let people = if denominator == 1 { indicator.counted_one } else { indicator.counted_many };
            let none = match numerator {
                0 if denominator > 1 => "None".to_owned(),
                _ => counted(numerator),
            };
            let of = counted(denominator);
            let phrase = if numerator == 1 || denominator == 1 {
                singular(indicator.phrase)
            } else {
                many(indicator.phrase).to_owned()
            };
            format!("{none} of {of} {people} ({shown}) {phrase}{when}.")
        }
        (Amount::Value(_), Kind::Share) => {
            format!("{shown} of {} {}{when}{unknown}.", indicator.counted_many, many(indicator.phrase))
        }
        _ => {
            let is_one = row.shown.is_some_and(|shown| shown.decimals() == 0 && shown.units() == 1);
            let unit = match indicator.unit {
                unit if indicator.title.contains(unit) => "",
                unit if is_one && unit == indicator.counted_many => indicator.counted_one,
                "points" if is_one => "point",
                "days" if is_one => "day",
                unit => unit,
            };
            let space = if unit.is_empty() { "" } else { " " };
            format!("{title}{shown}{space}{unit}{when}.")
        }
    }
}

/// Whether nobody said what months of a year a figure covers.
pub fn is_of_unsaid_months(row: &Row) -> bool {
    let is_part = row.period.is_some_and(|period| period.is_part_of_year(row.indicator.basis));
    is_part && row.time == TimeOf::NotSaid
}

/// Whether the figure is for a month or quarter and not of what its definition says of a year: it is up to date or not on the last
/// day, or nobody said what months it covers.
fn holds_otherwise(row: &Row) -> bool {
    let is_part = row.period.is_some_and(|period| period.is_part_of_year(row.indicator.basis));
    is_part && (row.time == TimeOf::NotSaid || row.indicator.is_of_last_day())
}

/// When the figure of a row holds: also of what it is for where nobody said what months it covers.
fn when_it_holds(row: &Row, period: Period, read: Where) -> String {
    match row.time {
        // What is counted over a year is said to be of less.
        TimeOf::Said(Span::InMonth) if !holds_otherwise(row) && matches!(period, Period::Month(..)) => {
            format!("in the month of {period}")
        }
        _ if !holds_otherwise(row) => when_of(&row.indicator, period, row.time),
        TimeOf::NotSaid if read == Where::InReport => format!("given for {period}"),
        TimeOf::NotSaid => format!("given for {period}, without saying which months it covers"),
        _ => format!("at the end of {period}"),
    }
}

/// What many did or were.
fn many(phrase: &str) -> &str {
    phrase.split_once('/').map_or(phrase, |(_, many)| many)
}

/// "1 of 8 children was", not "were"; some indicators say it in words of their own.
fn singular(phrase: &str) -> String {
    if let Some((one, _)) = phrase.split_once('/') {
        return one.to_owned();
    }
    match phrase.split_once(' ') {
        Some(("were", rest)) => format!("was {rest}"),
        Some(("have", rest)) => format!("has {rest}"),
        _ => phrase.to_owned(),
    }
}

/// The change since the period before, where there is one.
fn change(row: &Row) -> Option<String> {
    let change = row.change.as_ref()?;
    let indicator = &row.indicator;
    let before = before_text(indicator, change);
    if let Some(note) = change.break_note {
        return Some(format!(
            "It cannot be compared with {before}, because of a break in the series. {}",
            note.text()
        ));
    }
    let difference = change.agreeing();
    let size = size_text(indicator, difference);
    let direction = match difference.units().signum() {
        1 => format!("up {size}"),
        -1 => format!("down {size}"),
        _ => "unchanged".to_owned(),
    };
    let clear = match change.verdict {
        _ if difference.units() == 0 => "",
        Verdict::Similar => ", which could be chance",
        Verdict::Better => ", a clear improvement",
        Verdict::Worse => ", clearly worse",
        Verdict::Higher | Verdict::Lower => ", a clear change",
        _ => "",
    };
    let mut sentences = vec![format!("That is {direction} {}{clear}.", from_text(indicator, change))];
    sentences.extend(change.cautions.iter().map(|note| caution_text(note)));
    Some(sentences.join(" "))
}

/// The direction of the last periods, where it is clear.
fn trend(row: &Row) -> Option<String> {
    let trend = row.trend.as_ref().ok()?;
    Some(format!(
        "Over the last five periods with counts, {}{}, it has been {}{}.",
        trend_span(&row.indicator, trend),
        published_mark(row, trend),
        trend_words(trend)?,
        not_plain_text(row, trend)
    ))
}

/// That it is worse than its own usual ups and downs.
fn usual(row: &Row) -> Option<String> {
    let (than_usual, since) = than_usual(row).zip(row.by_own.worse_than_usual)?;
    let is_of_now = row.period.is_some_and(|period| period.last_month() == since.since.last_month());
    Some(format!("It {} {than_usual}.", if is_of_now { "was" } else { "has been" }))
}

/// How a figure compares with its comparators, those with the same verdict in one sentence; those without one in the last.
fn comparison(row: &Row) -> Option<String> {
    let mut groups: Vec<(Manner, Vec<String>)> = Vec::new();
    for each in &row.comparisons {
        let Ok(compared) = &each.outcome else { continue };
        let value = value_text(&row.indicator, compared.shown);
        let name = name_in_sentence(&each.with, Some(compared));
        let comparator = format!("{name} ({value}, {})", year_with_age(row, compared.year, compared.age));
        let manner = manner(row, compared);
        match groups.iter_mut().find(|(other, _)| *other == manner) {
            Some((_, members)) => members.push(comparator),
            None => groups.push((manner, vec![comparator])),
        }
    }
    groups.arrange_by_key(|(manner, _)| *manner == Manner::Unjudged);
    // "That" is what the sentence before is about: the figure, unless a change or a trend comes in between.
    let is_next = row.change.is_none()
        && row.since_official.is_none()
        && trend(row).is_none()
        && getting_sentence(row).is_none();
    let mut starts = std::iter::once(if is_next { "That" } else { "It" }).chain(std::iter::repeat("It"));
    // Those behind the figure are named once.
    let mut people = people_behind(row);
    let sentence = |(manner, names): (Manner, Vec<String>)| {
        let names = listed(&names);
        if manner == Manner::Unjudged {
            return format!("For comparison: {names}.");
        }
        let start = starts.next().unwrap_or("It");
        let than = than(manner.side(), &names);
        match manner {
            Manner::Clear(Verdict::Better, _) => format!("{start} is {than}, which is better."),
            Manner::Clear(Verdict::Worse, _) => format!("{start} is {than}, which is worse."),
            Manner::Chance(_) => {
                let people = people.take().map(|people| format!(" with {people}")).unwrap_or_default();
                format!("{start} is {than}, but{people} that could be chance.")
            }
            Manner::UnderOne(_) => {
                format!("{start} is {than}, but {}.", under_one(row))
            }
            Manner::Clear(..) | Manner::Same | Manner::Unjudged => format!("{start} is {than}."),
        }
    };
    let sentences: Vec<String> = groups.into_iter().map(sentence).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// How a figure differs from a comparator.
#[derive(Clone, Copy, PartialEq)]
enum Manner {
    /// By more than chance explains.
    Clear(Verdict, Side),
    /// By no more than chance could explain.
    Chance(Side),
    /// By less than one child.
    UnderOne(Side),
    /// Not at all.
    Same,
    /// There is no verdict.
    Unjudged,
}

impl Manner {
    const fn side(self) -> Side {
        match self {
            Self::Clear(_, side) | Self::Chance(side) | Self::UnderOne(side) => side,
            Self::Same | Self::Unjudged => Side::Level,
        }
    }
}

fn manner(row: &Row, compared: &Compared) -> Manner {
    match (row.beside(compared), Side::of(compared.points)) {
        (Verdict::CannotSay(_), _) => Manner::Unjudged,
        (Verdict::Similar, Side::Level) => Manner::Same,
        (Verdict::Similar, side) if row.is_under_one_child(compared.points) => Manner::UnderOne(side),
        (Verdict::Similar, side) => Manner::Chance(side),
        (verdict, side) => Manner::Clear(verdict, side),
    }
}

/// For few children, where verdicts are not reached by interval: that the difference from England is less than one of them.
fn less_than_one(row: &Row) -> Option<String> {
    let england = row.england()?;
    let is_less = row.way != Way::Interval && row.is_of_few() && row.is_under_one_child(england.points);
    let sentence = || match people_behind(row) {
        Some(people) if row.is_of_hardly_any() => {
            format!("With {people} the difference from England cannot be judged.")
        }
        _ => format!("The difference from England is less than one {}.", row.indicator.counted_one),
    };
    (is_less && Side::of(england.points) != Side::Level).then(sentence)
}

/// How the figure compares with its target, and what would reach it.
fn target(row: &Row, against: &AgainstTarget) -> Option<String> {
    let value = value_text(&row.indicator, against.target.value);
    let gap = against
        .gap
        .map(|gap| format!("; {} would reach it ({})", gap_text(&row.indicator, gap), closed_text(row, gap)));
    let gap = gap.unwrap_or_default();
    // What is shown as the target itself may still miss it.
    let just = if row.shown.map(Exact::from) == Some(against.target.value.into()) { "just " } else { "" };
    let side = if Side::of(against.points) == Side::Above { "above" } else { "below" };
    let side = format!("{just}{side}");
    match against.verdict {
        Verdict::Met => Some(format!("It meets the target of {value}.")),
        Verdict::Near => Some(format!(
            "It is {side} the target of {value}, but near it (within {}){gap}.",
            tolerance_text(row, against.target.tolerance)
        )),
        Verdict::Missed if against.miss == Miss::ByChance => {
            Some(format!("It is {side} the target of {value}, but that could be chance{gap}."))
        }
        Verdict::Missed => Some(format!("It is {side} the target of {value}{gap}.")),
        // Neither direction is better.
        Verdict::CannotSay(_) if Side::of(against.points) == Side::Level => {
            Some(format!("It is at the target of {value}."))
        }
        Verdict::CannotSay(_) => {
            let how_far = size_text(&row.indicator, against.shown_points);
            Some(format!("It is {how_far} {side} the target of {value}."))
        }
        _ => None,
    }
}

fn tolerance_text(row: &Row, tolerance: Decimal) -> String {
    match row.indicator.kind {
        Kind::Share if Exact::from(tolerance) == Exact::whole(1) => format!("{tolerance} point"),
        Kind::Share => format!("{tolerance} points"),
        _ => tolerance.to_string(),
    }
}

/// The rank among all councils where verdicts are reached by quarter, otherwise among the neighbours.
fn position(row: &Row) -> Option<String> {
    let position = row.position.as_ref().ok()?;
    let year = year_of_others(row, position.year, position.age);
    let quartile = position.quartile.ok()?;
    if row.judged_by == Way::Quartile {
        let rank = position.councils;
        return Some(format!(
            "It is in the {}: {} with a figure ({year}).",
            quartile_text(quartile),
            rank_of(row, rank)
        ));
    }
    let rank = position.beside(&NEIGHBOURS)?;
    let year = match position.age {
        Age::Older => format!(" ({year})"),
        Age::SameYear => String::new(),
    };
    let rank = rank_of(row, rank);
    Some(format!("Among the council and its statistical neighbours it is {rank}{year}."))
}
