use crate::compare::{Average, Comparator, Compared, Row, Verdict};
use crate::figure::Amount;
use crate::indicator::{Kind, Theme};
use crate::number::group_thousands;

use super::words::{comparator_name, value_text, when};

/// One or two plain sentences about a row, ready for a report: what it is, how it changed, how it compares. Words of
/// judgement come from the verdicts only.
pub fn sentence(row: &Row) -> String {
    let mut sentences = vec![statement(row)];
    sentences.extend(change(row));
    sentences.extend(comparison(row));
    sentences.join(" ")
}

/// The sentences of many rows as text, under the headings of their themes.
pub fn sentences_text(title: &str, rows: &[&Row], notes: &[String]) -> String {
    let mut parts = vec![title.to_owned()];
    for theme in Theme::ALL {
        let of_theme = rows.iter().filter(|row| row.indicator.theme == theme);
        let sentences: Vec<String> = of_theme.map(|row| sentence(row)).collect();
        if !sentences.is_empty() {
            parts.push(format!("{}\r\n{}", theme.title(), sentences.join("\r\n")));
        }
    }
    parts.extend(notes.iter().filter(|note| !note.is_empty()).cloned());
    parts.join("\r\n\r\n") + "\r\n"
}

fn statement(row: &Row) -> String {
    let indicator = row.indicator;
    let when = row.period.map(|period| format!(" {}", when(indicator, period))).unwrap_or_default();
    let shown = row.shown.map(|shown| value_text(indicator, shown)).unwrap_or_default();
    match (row.amount, indicator.kind) {
        (Amount::Withheld(symbol), _) => format!("{}: {}{when}.", indicator.title, symbol.meaning()),
        (Amount::Counts { numerator, denominator }, Kind::Share) => {
            let counted = if denominator == 1 { indicator.counted_one } else { indicator.counted_many };
            let none =
                if numerator == 0 { "None".to_owned() } else { group_thousands(&numerator.to_string()) };
            let of = group_thousands(&denominator.to_string());
            let phrase =
                if numerator == 1 { singular(indicator.phrase) } else { indicator.phrase.to_owned() };
            format!("{none} of {of} {counted} ({shown}) {phrase}{when}.")
        }
        (Amount::Value(_), Kind::Share) => {
            format!("{shown} of {} {}{when} (count not given).", indicator.counted_many, indicator.phrase)
        }
        _ => {
            let about = if row.estimate.is_some() { "about " } else { "" };
            let is_one = row.shown.is_some_and(|shown| shown.decimals() == 0 && shown.units() == 1);
            let unit = match indicator.unit {
                unit if indicator.title.contains(unit) => "",
                unit if is_one && unit == indicator.counted_many => indicator.counted_one,
                unit => unit,
            };
            let space = if unit.is_empty() { "" } else { " " };
            format!("{}: {about}{shown}{space}{unit}{when}.", indicator.title)
        }
    }
}

/// "1 of 8 children was", not "were".
fn singular(phrase: &str) -> String {
    match phrase.split_once(' ') {
        Some(("were", rest)) => format!("was {rest}"),
        Some(("have", rest)) => format!("has {rest}"),
        _ => phrase.to_owned(),
    }
}

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
        Verdict::CannotSay(_) => "",
    };
    Some(format!("That is {direction} {from} {when}{clear}."))
}

/// The comparators grouped by verdict, in one sentence; those without a verdict in another.
fn comparison(row: &Row) -> Option<String> {
    let results: Vec<(Comparator, &Compared)> =
        row.comparisons.iter().filter_map(|each| Some((each.with, each.outcome.as_ref().ok()?))).collect();
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    let mut unjudged = Vec::new();
    for (with, compared) in results {
        let latest = if compared.is_older { ", the latest published" } else { "" };
        let value = value_text(row.indicator, compared.shown);
        let comparator = format!("{} ({value}, {}{latest})", name_in_sentence(with, compared), compared.year);
        if matches!(compared.verdict, Verdict::CannotSay(_)) {
            unjudged.push(comparator);
            continue;
        }
        let words = group_words(compared);
        match groups.iter_mut().find(|(group, _)| *group == words) {
            Some((_, members)) => members.push(comparator),
            None => groups.push((words, vec![comparator])),
        }
    }
    let judged: Vec<String> =
        groups.iter().map(|(words, names)| format!("{words} {}", listed(names))).collect();
    let mut sentences = Vec::new();
    if !judged.is_empty() {
        sentences.push(format!("It is {}.", judged.join(", and ")));
    }
    if !unjudged.is_empty() {
        sentences.push(format!("For comparison: {}.", listed(&unjudged)));
    }
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

fn group_words(compared: &Compared) -> String {
    let direction = if compared.points.to_f64() > 0.0 { "higher" } else { "lower" };
    match compared.verdict {
        Verdict::Better => format!("{direction}, which is better, than"),
        Verdict::Worse => format!("{direction}, which is worse, than"),
        Verdict::Higher | Verdict::Lower => format!("{direction} than"),
        Verdict::Similar | Verdict::CannotSay(_) => "in line with".to_owned(),
    }
}

fn name_in_sentence(with: Comparator, compared: &Compared) -> String {
    match with {
        Comparator::Neighbours(_, average) => {
            let name = if average == Average::Median { "median" } else { "mean" };
            match compared.neighbours {
                Some((with_figure, all)) if with_figure < all => {
                    format!("the {name} of the {with_figure} of {all} statistical neighbours with a figure")
                }
                Some((_, all)) => format!("the {name} of {all} statistical neighbours"),
                None => format!("the {name} of statistical neighbours"),
            }
        }
        Comparator::Region(region) if !matches!(region.name, "London" | "Yorkshire and The Humber") => {
            format!("the {}", region.name)
        }
        _ => comparator_name(with, Some(compared)),
    }
}

fn listed(names: &[String]) -> String {
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => names.concat(),
    }
}
