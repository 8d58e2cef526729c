//! The definitions of a report: what several measures have in common is said once before them.

use std::borrow::Cow;

use crate::compare::Row;
use crate::words::report as words;

/// The title of a measure, or how many follow, and a definition.
pub(super) type Definition = (Cow<'static, str>, String);

/// The definitions of rows in short: their texts alone.
pub fn short_definitions(rows: &[&Row]) -> Vec<Definition> {
    grouped(rows, &|row| words::short_definition(row))
}

/// The definitions of rows with their sources, that of most once.
pub fn definitions(rows: &[&Row]) -> Vec<Definition> {
    let sources: Vec<&str> = rows.iter().filter_map(|row| words::source_of_definition(row)).collect();
    let count = |source: &str| sources.iter().filter(|each| **each == source).count();
    let usual = sources.iter().copied().max_by_key(|source| count(source)).filter(|source| count(source) > 1);
    let said = usual.map(words::usual_source);
    let of = |row: &Row| words::definition(row, usual);
    said.into_iter().chain(grouped(rows, &of)).collect()
}

/// One of several that are defined alike.
struct Defined<'a> {
    row: &'a Row,
    sentences: Vec<String>,
}

fn grouped(rows: &[&Row], text: &dyn Fn(&Row) -> String) -> Vec<Definition> {
    let mut groups: Vec<Vec<Defined>> = Vec::new();
    for row in rows {
        let sentences: Vec<String> = sentences(&text(row));
        let is_like = |group: &Vec<Defined>| {
            let first = &group[0];
            first.row.indicator.theme == row.indicator.theme && first.sentences.first() == sentences.first()
        };
        match groups.iter().position(is_like) {
            Some(at) => groups[at].push(Defined { row, sentences }),
            None => groups.push(vec![Defined { row, sentences }]),
        }
    }
    groups.iter().flat_map(|group| of_group(group)).collect()
}

fn of_group(group: &[Defined]) -> Vec<Definition> {
    let title = |each: &Defined| each.row.indicator.title.clone();
    let [first, _, ..] = group else {
        return group.iter().map(|each| (title(each), each.sentences.join(" "))).collect();
    };
    let is_common = |sentence: &String| group.iter().all(|each| each.sentences.contains(sentence));
    let common: Vec<&str> =
        first.sentences.iter().filter(|sentence| is_common(sentence)).map(String::as_str).collect();
    let own = |each: &Defined| {
        let rest: Vec<&str> =
            each.sentences.iter().filter(|sentence| !is_common(sentence)).map(String::as_str).collect();
        (title(each), rest.join(" "))
    };
    let (more, same): (Vec<Definition>, Vec<Definition>) =
        group.iter().map(own).partition(|(_, text)| !text.is_empty());
    let same: Vec<Cow<'static, str>> = same.into_iter().map(|(title, _)| title).collect();
    let lead = words::next(&same, more.len());
    std::iter::once((lead.into(), common.join(" "))).chain(more).collect()
}

/// A text in sentences.
fn sentences(text: &str) -> Vec<String> {
    let mut sentences: Vec<String> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(". ") {
        let (sentence, after) = rest.split_at(at + 1);
        sentences.push(sentence.to_owned());
        rest = after.trim_start();
    }
    sentences.extend((!rest.is_empty()).then(|| rest.to_owned()));
    sentences
}
