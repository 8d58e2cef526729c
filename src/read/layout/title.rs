//! What titles and the names of rows say of a table: the measure, a base, that a row is a total.

use crate::indicator::{Kind, Match};
use crate::period::Period;
use crate::read::block::Block;
use crate::read::cell;
use crate::read::side;
use crate::read::vocabulary::{self, Says, Service};
use crate::read::when::{self, When};

use super::names::Names;

/// The measure that the headings over a section name, in the words that name it; the heading itself where none does.
pub(super) fn measure(block: &Block<'_>, section: usize, names: &mut Names, context: &str) -> String {
    let corner = block.headers.first().and_then(|row| crate::read::block::corner(row));
    let headings = block.sections.get(section).into_iter().flat_map(|section| section.headings.iter().rev());
    let texts: Vec<&str> = headings
        .map(|heading| heading.text.as_str())
        .chain(corner)
        .chain(block.titles.iter().rev().map(|title| title.text.as_str()))
        .filter(|text| !side::is_source(text) && !vocabulary::names_teams(text))
        .collect();
    // What stands right above rows of another service is theirs, whatever the page is about.
    if let Some(first) = texts.first().filter(|text| vocabulary::service(text) == Some(Service::Other)) {
        return first.trim_end_matches(':').to_owned();
    }
    let measure =
        texts.iter().find_map(|text| forms(text).into_iter().find(|form| names.is_settled(form, context)));
    // "Development (GLD)", the second line of a heading. "(CLA)" only says of whom.
    let is_short_name =
        |name: &&str| matches!(names.of(name, context), Match::Exact(measure) if measure.kind != Kind::Count);
    let short = || texts.iter().map(|text| in_brackets(text)).find(is_short_name).map(str::to_owned);
    measure
        .or_else(short)
        .or_else(|| texts.first().map(|text| text.trim_end_matches(':').to_owned()))
        .unwrap_or_default()
}

/// What a text has in brackets, or nothing.
pub(super) fn in_brackets(text: &str) -> &str {
    text.split_once('(').and_then(|(_, rest)| rest.split_once(')')).map_or("", |(inside, _)| inside)
}

/// The measure that the headings over a row of an age group name, of that age group; `None` if none is known.
fn measure_of_ages(block: &Block<'_>, section: usize, ages: &str, names: &mut Names) -> Option<String> {
    block.outwards(section).find_map(|heading| {
        let with_ages = |form: String| format!("{form} {ages}");
        forms(&heading.text).into_iter().map(with_ages).find(|form| names.is_settled(form, ""))
    })
}

/// The one financial year that the titles over a table lie in, or `None`.
pub(super) fn year(block: &Block<'_>) -> Option<When> {
    let titles = block.titles.iter().map(|title| title.text.as_str());
    let corner = block.headers.first().and_then(|row| crate::read::block::corner(row));
    let year = when::year(titles.chain(corner).flat_map(when::mentions).map(|mention| mention.when));
    year.or_else(|| {
        let above = block.period_above.iter().flat_map(|heading| when::mentions(&heading.text));
        when::year(above.map(|mention| mention.when))
    })
}

/// The one period that the titles over a table name, or `None`.
pub(super) fn period(block: &Block<'_>) -> Option<Period> {
    let corner = block.headers.first().and_then(|row| crate::read::block::corner(row));
    let texts = block.titles.iter().map(|title| title.text.as_str()).chain(corner);
    let mentions: Vec<_> = texts.filter(|text| !side::is_source(text)).flat_map(when::mentions).collect();
    let above = || block.period_above.iter().flat_map(|heading| when::mentions(&heading.text)).collect();
    match when::one(&if mentions.is_empty() { above() } else { mentions })? {
        When::Whole(period) => Some(period),
        _ => None,
    }
}

/// The one financial year that the headings over a section lie in, or else the titles over its table, or `None`.
pub(super) fn year_over(block: &Block<'_>, section: usize) -> Option<When> {
    let headings = block.sections.get(section).into_iter().flat_map(|section| &section.headings);
    let mentions = headings.flat_map(|heading| when::mentions(&heading.text));
    when::year(mentions.map(|mention| mention.when)).or_else(|| year(block))
}

/// The year of parts of a year of which only some name it: "Q1 2023/24, Q2, Q3". In it, they must follow each other.
pub(super) fn year_of_parts(whens: impl Iterator<Item = When> + Clone) -> Option<When> {
    let parts = whens.filter(|when| {
        matches!(
            when,
            When::Month(_) | When::Quarter(_) | When::Whole(Period::Month(..) | Period::Quarter(..))
        )
    });
    let year = when::year(parts.clone())?;
    let completed: Option<Vec<Period>> = parts.map(|when| when::complete(when, year)).collect();
    completed?.is_sorted_by(|before, after| before < after).then_some(year)
}

/// Ways to read a measure out of a title: whole, in quotation marks, before or after a colon, without what follows a
/// comma or words such as "by" and "in".
pub(super) fn forms(text: &str) -> Vec<String> {
    let text = text.trim().trim_end_matches([':', '.', '?']);
    let mut forms = vec![text.to_owned()];
    let mut add = |form: &str| {
        let form =
            form.trim().trim_matches([':', ',', '-', '\u{2013}', '\u{2018}', '\u{2019}', '\'', '"']).trim();
        if form.chars().any(char::is_alphabetic) && !forms.iter().any(|known| known == form) {
            forms.push(form.to_owned());
        }
    };
    for (open, close) in [('\'', '\''), ('\u{2018}', '\u{2019}'), ('"', '"'), ('\u{201C}', '\u{201D}')] {
        if let Some((inside, _)) = text.split_once(open).and_then(|(_, rest)| rest.split_once(close)) {
            add(inside);
        }
    }
    if let Some((before, after)) = text.split_once(':') {
        add(before);
        add(after);
    }
    if let Some((side, name)) = side::within_name(text) {
        let _ = side;
        add(&name);
    }
    for separator in [" - ", " \u{2013} ", ", ", " by ", " in ", " for ", " at ", " between ", " from "] {
        if let Some((before, _)) = text.split_once(separator) {
            add(before);
        }
    }
    forms
}

/// Whether a row's name says that it is the total of others.
pub(super) fn is_total(name: &str) -> bool {
    const WHOM: [&str; 12] = [
        "children", "child", "young", "people", "in", "care", "looked", "after", "cla", "cic", "lac",
        "number",
    ];
    let words = vocabulary::words(name);
    let is_of_all = words.first().is_some_and(|first| first == "total")
        && words[1..].iter().all(|word| WHOM.contains(&word.as_str()));
    let words = words.join(" ");
    is_of_all
        || [
            "total",
            "all",
            "grand total",
            "all children",
            "total children",
            "sum",
            "overall",
            "overall total",
            "totals",
            "all cla",
            "total cla",
        ]
        .contains(&words.as_str())
}

/// Whether a row's name only says that it gives how many there are of those its heading names.
pub(super) fn counts_all(name: &str) -> bool {
    const WORDS: [&str; 9] =
        ["number", "no", "headcount", "total", "of", "children", "and", "young", "people"];
    let words = vocabulary::words(name);
    let is_number = |word: &String| ["number", "no", "headcount"].contains(&word.as_str());
    words.iter().any(is_number) && words.iter().all(|word| WORDS.contains(&word.as_str()))
}

/// The measure that the headings over a row name, where the row only says that it gives figures, "Actual" over "Target", or of which
/// ages; `None` for other rows.
pub(super) fn measure_above(
    block: &Block<'_>,
    section: usize,
    name: &str,
    context: &str,
    names: &mut Names,
) -> Option<String> {
    if names.text(name).names_ages() {
        return measure_of_ages(block, section, name, names);
    }
    let is_open = gives_figures(name) && !names.is_settled(name, context);
    let measure = is_open.then(|| measure(block, section, names, ""))?;
    names.is_settled(&measure, "").then_some(measure)
}

/// Whether a row's name only says that it gives the figures themselves, beside targets and figures of others: "Actual", "Our
/// performance".
fn gives_figures(name: &str) -> bool {
    let words = vocabulary::words(name);
    let said = vocabulary::said(&words);
    said.iter().any(|(says, _)| *says == Some(Says::Value))
        && said.iter().all(|(says, _)| matches!(says, Some(Says::Value | Says::Own | Says::Filler)))
}

/// Whether a name says that it is a rate.
pub(super) fn says_rate(name: &str) -> bool {
    let words = vocabulary::words(name);
    words.iter().any(|word| matches!(word.as_str(), "rate" | "10000" | "10k"))
}

/// Whether a row's name says that it gives the rate of those its heading or the row above counts, and nothing else: "Rate", "Rate per
/// 10,000 children".
pub(super) fn is_bare_rate(name: &str) -> bool {
    const WORDS: [&str; 16] = [
        "rate",
        "per",
        "10",
        "000",
        "10000",
        "10k",
        "children",
        "population",
        "of",
        "the",
        "aged",
        "0",
        "17",
        "under",
        "18",
        "to",
    ];
    let words = vocabulary::words(name.split_once('^').map_or(name, |(name, _)| name));
    says_rate(&words.join(" ")) && words.iter().all(|word| WORDS.contains(&word.as_str()))
}

/// The number of children that a title says its table is of: "N = 1164".
pub(super) fn base(text: &str) -> Option<String> {
    let (_, after) =
        text.split_once("N =").or_else(|| text.split_once("N=")).or_else(|| text.split_once("n ="))?;
    let number = after.split_whitespace().next()?.trim_end_matches([')', '.', ';']);
    cell::whole(number).map(|_| number.to_owned())
}
