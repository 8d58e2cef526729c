use crate::compare::{AgainstTarget, Comparator, Compared, Members, NEIGHBOURS, Row, Verdict, Way};
use crate::figure::Amount;
use crate::indicator::{Kind, Theme};
use crate::number::{Decimal, Exact, group_thousands};

use crate::words::change::{trend_span, trend_words};
use crate::words::comparator::latest_text;
use crate::words::figure::{value_text, when};
use crate::words::gap::{closed_text, gap_text};
use crate::words::position::rank_text;
use crate::words::verdict::{above, quartile_text};

/// Some plain sentences about a row, ready for a report: what it is, how it changed, how it compares. Words of judgement
/// come from the verdicts only.
pub fn sentence(row: &Row) -> String {
    let mut sentences = vec![statement(row)];
    sentences.extend(change(row));
    sentences.extend(trend(row));
    sentences.extend(comparison(row));
    sentences.extend(less_than_one(row));
    sentences.extend(row.target.as_ref().and_then(|against| target(row, against)));
    sentences.extend(position(row));
    sentences.join(" ")
}

/// A paragraph about the rows of a theme: how many are how, then the sentences of each.
pub fn paragraph(rows: &[&Row]) -> String {
    summary(rows).into_iter().chain(rows.iter().map(|row| sentence(row))).collect::<Vec<_>>().join(" ")
}

/// Paragraphs about many rows as text, under the headings of their themes.
pub fn sentences_text(title: &str, rows: &[&Row], notes: &[String]) -> String {
    let mut parts = vec![title.to_owned()];
    for theme in Theme::ALL {
        let of_theme: Vec<&Row> = rows.iter().copied().filter(|row| row.indicator.theme == theme).collect();
        if !of_theme.is_empty() {
            parts.push(format!("{}\r\n{}", theme.title(), paragraph(&of_theme)));
        }
    }
    parts.extend(notes.iter().filter(|note| !note.is_empty()).cloned());
    parts.join("\r\n\r\n") + "\r\n"
}

/// "Of 5 indicators judged beside England, 1 is better, 3 are similar and 1 is worse."
fn summary(rows: &[&Row]) -> Option<String> {
    const ORDER: [(&str, &str, &str); 10] = [
        ("better", "is better", "are better"),
        ("similar", "is similar", "are similar"),
        ("worse", "is worse", "are worse"),
        ("higher", "is higher", "are higher"),
        ("lower", "is lower", "are lower"),
        ("met", "meets it", "meet it"),
        ("near", "misses it within the tolerance", "miss it within the tolerance"),
        ("missed", "misses it", "miss it"),
        ("A", "is in the best quarter", "are in the best quarter"),
        ("D", "is in the worst quarter", "are in the worst quarter"),
    ];
    let judged: Vec<&&Row> =
        rows.iter().filter(|row| !matches!(row.verdict, Verdict::CannotSay(_))).collect();
    let [first, _, ..] = judged.as_slice() else { return None };
    let beside = match first.way {
        Way::Interval => "judged beside England",
        Way::Target => "with a target",
        Way::Quartile => "ranked among all councils",
    };
    let groups: Vec<String> = ORDER
        .iter()
        .filter_map(|(id, one, many)| match judged.iter().filter(|row| row.verdict.id() == *id).count() {
            0 => None,
            1 => Some(format!("1 {one}")),
            count => Some(format!("{count} {many}")),
        })
        .collect();
    let groups = if groups.is_empty() {
        "none is in the best or the worst quarter".to_owned()
    } else {
        listed(&groups)
    };
    Some(format!("Of {} indicators {beside}, {groups}.", judged.len()))
}

fn statement(row: &Row) -> String {
    let indicator = row.indicator;
    let when = row.period.map(|period| format!(" {}", when(indicator, period))).unwrap_or_default();
    let shown = row.shown.map(|shown| value_text(indicator, shown)).unwrap_or_default();
    match (row.amount, indicator.kind) {
        (Amount::Withheld(symbol), _) => format!("{}: {}{when}.", indicator.title, symbol.meaning()),
        (Amount::Counts { numerator, denominator }, Kind::Share) => {
            let counted = if denominator == 1 { indicator.counted_one } else { indicator.counted_many };
            let none = match numerator {
                0 if denominator > 1 => "None".to_owned(),
                _ => group_thousands(&numerator.to_string()),
            };
            let of = group_thousands(&denominator.to_string());
            let phrase = if numerator == 1 || denominator == 1 {
                singular(indicator.phrase)
            } else {
                many(indicator.phrase).to_owned()
            };
            format!("{none} of {of} {counted} ({shown}) {phrase}{when}.")
        }
        (Amount::Value(_), Kind::Share) => {
            format!(
                "{shown} of {} {}{when} (count not given).",
                indicator.counted_many,
                many(indicator.phrase)
            )
        }
        _ => {
            let about = if row.estimate.is_some() { "about " } else { "" };
            let is_one = row.shown.is_some_and(|shown| shown.decimals() == 0 && shown.units() == 1);
            let unit = match indicator.unit {
                unit if indicator.title.contains(unit) => "",
                unit if is_one && unit == indicator.counted_many => indicator.counted_one,
                "points" if is_one => "point",
                "days" if is_one => "day",
                unit => unit,
            };
            let space = if unit.is_empty() { "" } else { " " };
            format!("{}: {about}{shown}{space}{unit}{when}.", indicator.title)
        }
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

/// The change on the period before, where there is one.
fn change(row: &Row) -> Option<String> {
    let change = row.change.as_ref()?;
    let indicator = row.indicator;
    let (from, when) = (value_text(indicator, change.shown_from), when(indicator, change.from));
    if let Some(note) = change.break_note {
        return Some(format!(
            "It is not compared with the figure {when} ({from}), since the series is broken: {note}"
        ));
    }
    let size = change.shown.magnitude().grouped();
    let unit = match (indicator.kind, size.as_str()) {
        (Kind::Share, "1" | "1.0") => " point",
        (Kind::Share, _) => " points",
        _ => "",
    };
    let direction = match change.shown.units().signum() {
        1 => format!("up {size}{unit} from"),
        -1 => format!("down {size}{unit} from"),
        _ => "unchanged from".to_owned(),
    };
    let clear = match change.verdict {
        _ if change.shown.units() == 0 => "",
        Verdict::Similar => ", no clear change",
        Verdict::Better => ", a clear improvement",
        Verdict::Worse => ", clearly worse",
        Verdict::Higher | Verdict::Lower => ", a clear change",
        _ => "",
    };
    let mut sentences = vec![format!("That is {direction} {from} {when}{clear}.")];
    sentences.extend(change.cautions.iter().map(|note| crate::words::change::caution_text(note)));
    Some(sentences.join(" "))
}

/// The direction of the last periods, where it is clear.
fn trend(row: &Row) -> Option<String> {
    let trend = row.trend.as_ref().ok()?;
    Some(format!(
        "Over five periods, {}, it has been {}.",
        trend_span(row.indicator, trend),
        trend_words(trend)?
    ))
}

/// The comparators grouped by verdict, in one sentence; those without a verdict in another.
fn comparison(row: &Row) -> Option<String> {
    let results: Vec<(&Comparator, &Compared)> =
        row.comparisons.iter().filter_map(|each| Some((&each.with, each.outcome.as_ref().ok()?))).collect();
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    let mut unjudged = Vec::new();
    for (with, compared) in results {
        let latest = latest_text(row.known, compared.is_older);
        let value = value_text(row.indicator, compared.shown);
        let comparator = format!("{} ({value}, {}{latest})", name_in_sentence(with, compared), compared.year);
        let Some(words) = group_words(row.beside(compared), compared) else {
            unjudged.push(comparator);
            continue;
        };
        match groups.iter_mut().find(|(group, _)| *group == words) {
            Some((_, members)) => members.push(comparator),
            None => groups.push((words, vec![comparator])),
        }
    }
    let judged: Vec<String> =
        groups.iter().map(|(words, names)| format!("{words} {}", listed(names))).collect();
    let mut sentences = Vec::new();
    if !judged.is_empty() {
        // "That" is what the sentence before is about: the figure, unless a change or a trend stands in between.
        let is_next = row.change.is_none() && trend(row).is_none();
        let start = if is_next { "That" } else { "It" };
        let judged = match judged.as_slice() {
            [first, second, third] => format!("{first}; {second}; and {third}"),
            fewer => fewer.join(", and "),
        };
        sentences.push(format!("{start} is {judged}."));
    }
    if !unjudged.is_empty() {
        sentences.push(format!("For comparison: {}.", listed(&unjudged)));
    }
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// How a figure lies beside a comparator; nothing where no verdict is allowed.
fn group_words(verdict: Verdict, compared: &Compared) -> Option<String> {
    let direction = if compared.points.to_f64() > 0.0 { "higher" } else { "lower" };
    match verdict {
        Verdict::Better => Some(format!("{direction}, which is better, than")),
        Verdict::Worse => Some(format!("{direction}, which is worse, than")),
        Verdict::Higher | Verdict::Lower => Some(format!("{direction} than")),
        Verdict::Similar => Some("in line with".to_owned()),
        _ => None,
    }
}

/// For few children: that the difference from England is less than one of them.
fn less_than_one(row: &Row) -> Option<String> {
    let england =
        row.england().filter(|england| row.is_of_few() && row.is_under_one_child(england.points))?;
    let is_equal = england.points == Exact::whole(0);
    (!is_equal)
        .then(|| format!("The difference from England is fewer than one {}.", row.indicator.counted_one))
}

/// How the figure lies beside its target, and what would reach it.
fn target(row: &Row, against: &AgainstTarget) -> Option<String> {
    let value = value_text(row.indicator, against.target.value);
    let gap = against
        .gap
        .map(|gap| format!("; {} would reach it ({})", gap_text(row.indicator, gap), closed_text(row, gap)));
    let gap = gap.unwrap_or_default();
    // What is shown as the target itself may still miss it.
    let just = if row.shown.map(Exact::from) == Some(against.target.value.into()) { "just " } else { "" };
    let side = format!("{just}{}", above(against.points > Exact::whole(0)));
    match against.verdict {
        Verdict::Met => Some(format!("It meets the target of {value}.")),
        Verdict::Near => Some(format!(
            "It is {side} the target of {value}, within the tolerance of {}{gap}.",
            tolerance_text(row, against.target.tolerance)
        )),
        Verdict::Missed => Some(format!("It is {side} the target of {value}{gap}.")),
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

/// The place among councils: by quarter where verdicts are reached so, otherwise among the neighbours.
fn position(row: &Row) -> Option<String> {
    let position = row.position.as_ref().ok()?;
    let latest = latest_text(row.known, position.is_older);
    let quartile = position.quartile.ok()?;
    if row.way == Way::Quartile {
        let rank = position.councils;
        return Some(format!(
            "It is in the {}, {} with a figure ({}{latest}).",
            quartile_text(quartile),
            rank_text(rank),
            position.year
        ));
    }
    let rank = position.beside(&NEIGHBOURS)?;
    let year = if position.is_older { format!(" ({}{latest})", position.year) } else { String::new() };
    Some(format!("It ranks {} with its statistical neighbours{year}.", rank_text(rank)))
}

fn name_in_sentence(with: &Comparator, compared: &Compared) -> String {
    let name = &with.name.in_sentence;
    let Members::Councils(_, average) = with.members else { return name.to_string() };
    let average = average.id();
    match compared.members {
        Some((with_figure, all)) if with_figure < all => {
            format!("the {average} of the {with_figure} of {all} {name} with a figure")
        }
        Some((_, all)) => format!("the {average} of {all} {name}"),
        None => format!("the {average} of {name}"),
    }
}

/// Names as they follow each other in a sentence.
pub(super) fn listed(names: &[String]) -> String {
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => names.concat(),
    }
}
