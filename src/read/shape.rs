//! Rows that lost their shape on the way: cells with line breaks, bullets, cells each on a line, columns with single spaces.

use std::borrow::Cow;

use crate::period::Period;

use super::Delimiter;
use super::cards;
use super::cell;
use super::inside;
use super::meaning::{self, Holds};
use super::row::Row;
use super::stacked::{is_number, only, stacked};
use super::vocabulary;
use super::when::{self, When};

/// Gives rows the cells that they have in their document.
pub(super) fn mended(rows: &[Row], delimiter: Delimiter) -> Vec<Row> {
    let rows: Vec<Row> = rows.iter().map(|row| with_months(without_bullet(row))).collect();
    match delimiter {
        Delimiter::Tab => joined(cards::named(&rows)),
        Delimiter::Line | Delimiter::Spaces => {
            split(&stacked(named(super::dated::cut(cards::labelled(&cards::named(&rows))))))
        }
        Delimiter::Comma | Delimiter::Semicolon | Delimiter::Sheet => rows,
    }
}

/// The rows but for those of one cell that were cut into columns: these are no sentences.
pub(super) fn not_cut<'a>(rows: &'a [Row], mended: &[Row]) -> Cow<'a, [Row]> {
    let begins = |row: &Row, cut: &Row| {
        cut.cells.len() > 2
            && only(row).zip(cut.cells.first()).is_some_and(|(line, name)| line.starts_with(name))
    };
    let is_cut = |row: &Row| {
        let at = mended.partition_point(|other| other.line < row.line);
        mended[at..].iter().take_while(|cut| cut.line == row.line).any(|cut| begins(row, cut))
    };
    if rows.iter().any(is_cut) {
        Cow::Owned(rows.iter().filter(|row| !is_cut(row)).cloned().collect())
    } else {
        Cow::Borrowed(rows)
    }
}

fn is_bullet(text: &str) -> bool {
    let mut characters = text.chars();
    let is_sign = |c| cell::BULLETS.contains(&c) || matches!(c, '-' | '\u{2013}' | '*' | 'o');
    characters.next().is_some_and(is_sign) && characters.next().is_none()
}

/// The row without the bullet it begins with, in a cell of its own or before its first words.
fn without_bullet(row: &Row) -> Row {
    let mut row = row.clone();
    let Some(first) = row.cells.first() else { return row };
    if is_bullet(first)
        && row.filled().count() > 1
        && row.cells.get(1).is_some_and(|next| next.chars().any(char::is_alphabetic))
    {
        row.cells.remove(0);
    } else if let Some((bullet, rest)) = first.split_once(' ')
        && is_bullet(bullet)
        && rest.chars().any(char::is_alphabetic)
    {
        let rest = rest.trim().to_owned();
        row.cells[0] = rest;
    }
    row
}

/// The row with the months that its cells are as spreadsheets number days, where these follow each other by months, quarters
/// or years, as headings do.
fn with_months(mut row: Row) -> Row {
    let days: Vec<(usize, i64, Period)> = (1..row.cells.len())
        .filter_map(|at| Some((at, cell::whole(&row.cells[at])?, when::serial_month(&row.cells[at])?)))
        .collect();
    let follow =
        |pair: &[(usize, i64, Period)]| matches!(pair[1].1 - pair[0].1, 28..=31 | 89..=92 | 365..=366);
    let are_all = row.filled().filter(|(_, text)| cell::whole(text).is_some()).count() == days.len();
    if days.len() > 1 && are_all && days.windows(2).all(follow) {
        for (at, _, month) in days {
            row.cells[at] = month.to_string();
        }
    }
    row
}

/// Puts cells together that a line break within them cut: in tables whose column headings are cut so, and only there.
fn joined(rows: Vec<Row>) -> Vec<Row> {
    let width = usual_width(&rows);
    let Some((start, end)) = cut_headings(&rows, width) else { return rows };
    let mut whole: Vec<Row> = rows[..start].to_vec();
    let mut header = rows[start].clone();
    for row in &rows[start + 1..end] {
        append(&mut header, row);
    }
    whole.push(header);
    let mut pending: Option<Row> = None;
    for row in &rows[end..] {
        let is_lone = row.filled().count() == 1 && row.cells.len() == 1;
        if is_lone {
            // A second lone line: the first was the end of a comment.
            if let Some(last) = pending.replace(row.clone()) {
                settle(&mut whole, last, width);
            }
            continue;
        }
        match pending.take() {
            Some(first) if begins_small(row) && !row.after_gap => {
                let cells = std::iter::once(format!("{} {}", first.cells[0], row.cells[0]))
                    .chain(row.cells[1..].iter().cloned());
                whole.push(Row { cells: cells.collect(), ..row.clone() });
            }
            Some(first) => {
                settle(&mut whole, first, width);
                whole.push(row.clone());
            }
            None => whole.push(row.clone()),
        }
    }
    if let Some(last) = pending {
        settle(&mut whole, last, width);
    }
    whole
}

/// The number of cells that most rows of a table have, if it has several.
fn usual_width(rows: &[Row]) -> usize {
    let widths = rows.iter().map(|row| row.cells.len()).filter(|width| *width > 3);
    let mut counted = std::collections::HashMap::new();
    for width in widths {
        *counted.entry(width).or_insert(0_usize) += 1;
    }
    counted.into_iter().max_by_key(|(width, count)| (*count, *width)).map_or(0, |(width, _)| width)
}

/// From where to where rows without numbers make one row of column headings of this width.
fn cut_headings(rows: &[Row], width: usize) -> Option<(usize, usize)> {
    let start = rows.iter().position(|row| row.cells.len() > 1)?;
    if width == 0 || rows[start].cells.len() >= width {
        return None;
    }
    let mut cells = rows[start].cells.len();
    for (at, row) in rows.iter().enumerate().skip(start + 1).take(20) {
        let is_heading =
            row.filled().all(|(_, text)| !cell::is_data(text) || !when::mentions(text).is_empty());
        if row.after_gap || !is_heading || cells > width {
            return None;
        }
        cells += row.cells.len() - 1;
        let next_is_full =
            rows.get(at + 1).is_none_or(|next| next.cells.len() == width || next.cells.len() == 1);
        if cells == width && next_is_full {
            let mut header = rows[start].clone();
            rows[start + 1..=at].iter().for_each(|row| append(&mut header, row));
            return meaning::is_header(&header).then_some((start, at + 1));
        }
    }
    None
}

/// Goes on with a row where its last cell was cut.
fn append(row: &mut Row, rest: &Row) {
    if let (Some(last), Some(first)) = (row.cells.last_mut(), rest.cells.first()) {
        last.push(' ');
        last.push_str(first);
        row.cells.extend(rest.cells[1..].iter().cloned());
    }
}

fn begins_small(row: &Row) -> bool {
    row.cells
        .first()
        .and_then(|text| text.chars().next())
        .is_some_and(|first| first.is_lowercase() || first.is_ascii_digit() || first == '(')
}

/// A lone line is the end of the last cell above it, or a heading.
fn settle(rows: &mut Vec<Row>, lone: Row, width: usize) {
    let is_heading = vocabulary::service(&lone.cells[0]).is_some() || lone.after_gap;
    match rows.last_mut() {
        Some(last)
            if !is_heading
                && last.cells.len() == width
                && last.cells.last().is_some_and(|text| !text.is_empty()) =>
        {
            append(last, &lone);
        }
        _ => rows.push(lone),
    }
}

/// Puts a number on a line of its own to the name on the line above it, where lines follow each other so; a line that says
/// how it moved follows.
fn named(rows: Vec<Row>) -> Vec<Row> {
    let is_name = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count() > 2 && !cell::is_data(text);
    let is_pair = |at: usize| {
        let (Some(name), Some(number)) = (rows.get(at).and_then(only), rows.get(at + 1).and_then(only))
        else {
            return false;
        };
        let next_is_number = rows.get(at + 2).and_then(only).is_some_and(is_number);
        is_name(name) && is_number(number) && !next_is_number
    };
    let pairs = (0..rows.len()).filter(|at| is_pair(*at)).count();
    if pairs < 2 {
        return rows;
    }
    let mut whole = Vec::with_capacity(rows.len());
    let mut at = 0;
    while at < rows.len() {
        if is_pair(at) {
            let follows = !whole.is_empty();
            let cells = vec![rows[at].cells[0].clone(), rows[at + 1].cells[0].clone()];
            whole.push(Row { line: rows[at + 1].line, after_gap: rows[at].after_gap && !follows, cells });
            at += 2;
            if rows.get(at).and_then(only).is_some_and(says_movement) {
                at += 1;
            }
        } else {
            whole.push(rows[at].clone());
            at += 1;
        }
    }
    whole
}

/// "Stayed the same", "Better than last year", an arrow.
fn says_movement(text: &str) -> bool {
    const BEGINNINGS: [&str; 18] = [
        "better",
        "worse",
        "improv",
        "no change",
        "unchanged",
        "stayed",
        "same",
        "up",
        "down",
        "increas",
        "decreas",
        "higher",
        "lower",
        "stable",
        "steady",
        "declin",
        "rising",
        "falling",
    ];
    let lower = text.to_lowercase();
    let is_short = lower.split_whitespace().count() <= 6 && !lower.contains(|c: char| c.is_ascii_digit());
    (is_short && BEGINNINGS.iter().any(|begin| lower.starts_with(begin)))
        || !lower.contains(char::is_alphanumeric)
}

/// Cuts the numbers at the end of a line from the words before them, where column headings stand above that are as many.
fn split(rows: &[Row]) -> Vec<Row> {
    let mut above: Vec<String> = Vec::new();
    let mut whole = Vec::with_capacity(rows.len());
    for (at, row) in rows.iter().enumerate() {
        if row.after_gap {
            above.clear();
        }
        let cells = if row.cells.len() > 1 {
            if meaning::is_header(row) {
                above.clone_from(&row.cells);
            }
            None
        } else if let Some(heads) = only(row).and_then(|text| headings(text, usual_ending(&rows[at + 1..]))) {
            above.clone_from(&heads);
            Some(heads)
        } else {
            only(row).and_then(|text| columns(text, &above))
        };
        whole.push(cells.map_or_else(|| row.clone(), |cells| Row { cells, ..row.clone() }));
    }
    whole
}

/// With how many cells most of the lines end that follow each other here.
fn usual_ending(rows: &[Row]) -> usize {
    const LOOKED_AT: usize = 20;
    let follow = rows.iter().take(LOOKED_AT).enumerate().take_while(|(at, row)| *at == 0 || !row.after_gap);
    let mut counted = std::collections::BTreeMap::new();
    for text in follow.filter_map(|(_, row)| only(row)) {
        let ending = text.split_whitespace().rev().take_while(|word| is_cell(word)).count();
        if ending > 1 {
            *counted.entry(ending).or_insert(0_usize) += 1;
        }
    }
    counted.into_iter().rev().max_by_key(|(_, count)| *count).map_or(0, |(ending, _)| ending)
}

/// Whether a word of a line may be a cell of its own.
fn is_cell(word: &str) -> bool {
    !matches!(cell::parse(word), cell::Cell::Text | cell::Cell::Blank)
        || inside::is_no_number(word)
        || inside::is_mark(word)
        || matches!(word.to_lowercase().as_str(), "high" | "low")
}

/// A line of column headings with single spaces: a heading of names, and then headings that are known, as many as the lines
/// below end with cells; periods that follow each other may be more or fewer.
fn headings(text: &str, ending: usize) -> Option<Vec<String>> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let names = |words: &&[&str]| {
        matches!(meaning::describe(&words.join(" ")).holds, Holds::Name | Holds::Area)
            && when::mentions(&words.join(" ")).is_empty()
    };
    if words.len() > MOST_WORDS {
        return None;
    }
    let ways =
        (1..=words.len().min(LONGEST_HEADING)).map(|end| words.split_at(end)).filter(|(name, _)| names(name));
    for (name, rest) in ways {
        let mut found = Vec::new();
        if ending > 1 {
            cut(rest, ending, &mut Vec::new(), &mut found);
        }
        let cells = match found.as_slice() {
            [only] => Some(apart(only)),
            [] => periods(&rest.join(" ")),
            // Where one heading ends and the next begins cannot be told.
            _ => return None,
        };
        if let Some(cells) = cells {
            return Some(std::iter::once(name.join(" ")).chain(cells).collect());
        }
    }
    None
}

/// Takes "2023/24 Target" apart where no other heading is of that period: rows with fewer cells then leave open which they
/// have, and are asked about.
fn apart(heads: &[String]) -> Vec<String> {
    let period = |head: &str| when::one(&when::mentions(head));
    let cut = |head: &String| {
        let mentions = when::mentions(head);
        let first = mentions.first().filter(|first| mentions.len() == 1 && first.range.start == 0)?;
        let (time, rest) = head.split_at(first.range.end);
        let is_target = meaning::describe(rest).holds == Holds::Target;
        let is_alone = heads.iter().filter(|other| period(other) == Some(first.when)).count() == 1;
        let has_others = heads.iter().any(|other| other != head && period(other).is_some());
        (is_target && is_alone && has_others).then(|| [time.to_owned(), rest.trim().to_owned()])
    };
    heads.iter().flat_map(|head| cut(head).map_or_else(|| vec![head.clone()], Vec::from)).collect()
}

/// Words that no heading begins with.
const JOINING: [&str; 8] = ["is", "for", "at", "by", "and", "per", "in", "to"];
/// The most words that one column heading has.
const LONGEST_HEADING: usize = 5;
/// The most words of a line of column headings.
const MOST_WORDS: usize = 30;

/// The ways to cut words into so many column headings that are known; no more than two are looked for.
fn cut(words: &[&str], count: usize, before: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
    if words.is_empty() || count == 0 || words.len() > count * LONGEST_HEADING || words.len() < count {
        if words.is_empty()
            && count == 0
            && before.iter().any(|head| meaning::describe(head).holds.is_figure())
        {
            found.push(before.clone());
        }
        return;
    }
    for end in 1..=words.len().min(LONGEST_HEADING) {
        let head = words[..end].join(" ");
        // "Q1 2023/24 Q2 2023/24": a year is of the quarter before it.
        let is_cut_off = || {
            let is_part =
                matches!(when::one(&when::mentions(&head)), Some(When::Quarter(_) | When::Month(_)));
            is_part && words.get(end).is_some_and(|next| matches!(Period::parse(next), Ok(Period::Year(_))))
        };
        if found.len() < 2 && may_head(&head) && !is_cut_off() {
            before.push(head);
            cut(&words[end..], count - 1, before, found);
            before.pop();
        }
    }
}

/// Whether words are a column heading that is known to the last of them.
fn may_head(text: &str) -> bool {
    let meaning = meaning::describe(text);
    let is_known = !meaning.is_unknown() && meaning.words.is_empty() && !text.eq_ignore_ascii_case("of");
    let begins_within =
        text.split(' ').next().is_some_and(|word| JOINING.contains(&word.to_lowercase().as_str()));
    is_known && !begins_within && (when::mentions(text).len() < 2)
}

/// Periods that fill a text.
fn periods(text: &str) -> Option<Vec<String>> {
    let mentions = when::mentions(text);
    let first = mentions.first()?.range.start;
    let follow_each_other =
        mentions.windows(2).all(|pair| text[pair[0].range.end..pair[1].range.start].trim().is_empty());
    let ends = mentions.last().is_some_and(|last| text[last.range.end..].trim().is_empty());
    (first == 0 && mentions.len() > 1 && follow_each_other && ends)
        .then(|| mentions.iter().map(|mention| text[mention.range.clone()].to_owned()).collect())
}

/// The words of a line and the cells after them, if they fill the columns below these headings, or all of them that hold figures of
/// a period where the others rate those.
fn columns(text: &str, heads: &[String]) -> Option<Vec<String>> {
    if heads.len() < 2 {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let ending = |count: usize| {
        let from = words.len().checked_sub(count).filter(|from| *from > 0)?;
        let ends_name = !is_cell(words[from - 1]) || words[..from].ends_with(&["per", "10,000"]);
        (ends_name && words[from..].iter().all(|word| is_cell(word))).then_some(from)
    };
    let from = ending(heads.len() - 1).or_else(|| {
        let is_number =
            |word: &&str| matches!(cell::parse(word), cell::Cell::Number(_) | cell::Cell::Percent(_));
        let from = ending(meaning::unrated(&heads[1..])?)?;
        words[from..].iter().all(is_number).then_some(from)
    })?;
    let cells = words[from..].iter().map(|word| (*word).to_owned());
    let blank = heads.len() - 1 - (words.len() - from);
    let cells = cells.chain(std::iter::repeat_n(String::new(), blank));
    Some(std::iter::once(words[..from].join(" ")).chain(cells).collect())
}
