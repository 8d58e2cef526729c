//! Cutting a table into blocks: titles, rows of column headings, and the rows under them with the headings between.

use crate::figure::Place;
use crate::indicator::{Match, match_name};

use super::cell;
use super::header::Header;
use super::inside;
use super::limits;
use super::meaning;
use super::named::named_value;
use super::row::Row;
use super::side;
use super::vocabulary;
use super::when::{self, When};

/// A line of words above rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Heading {
    /// Where it stands.
    pub place: Place,
    /// What it says.
    pub text: String,
}

/// Rows under the same heading.
#[derive(Debug, Default)]
pub(crate) struct Section<'a> {
    /// The headings right above the rows, outermost first.
    pub headings: Vec<Heading>,
    /// The rows.
    pub rows: Vec<&'a Row>,
}

impl Section<'_> {
    /// The heading next to the rows.
    pub(crate) fn heading(&self) -> Option<&Heading> {
        self.headings.last()
    }
}

/// Rows that are read together.
#[derive(Debug, Default)]
pub(crate) struct Block<'a> {
    /// Lines above the rows of column headings.
    pub titles: Vec<Heading>,
    /// What a person said that the columns hold.
    pub chosen: Option<Header>,
    /// The rows of column headings, from none to three.
    pub headers: Vec<&'a Row>,
    /// The rows, by the headings between them.
    pub sections: Vec<Section<'a>>,
    /// The first heading of the text, where it names a period and stands over other blocks.
    pub period_above: Option<Heading>,
}

/// The most rows of column headings that are read as one.
const MOST_HEADERS: usize = 3;
/// A table of so many columns goes on below an empty line; with fewer, its rows may be a list of counts.
const WIDE: usize = 5;

impl<'a> Block<'a> {
    /// Every row, with the position of its section.
    pub(crate) fn rows(&self) -> impl Iterator<Item = (usize, &'a Row)> {
        self.sections
            .iter()
            .enumerate()
            .flat_map(|(at, section)| section.rows.iter().map(move |row| (at, *row)))
    }

    /// Whether there is no row under the headings.
    pub(crate) fn is_empty(&self) -> bool {
        self.sections.iter().all(|section| section.rows.is_empty())
    }

    fn last_section(&mut self) -> &mut Section<'a> {
        if self.sections.is_empty() {
            self.sections.push(Section::default());
        }
        let last = self.sections.len() - 1;
        &mut self.sections[last]
    }

    /// The headings of a section and the titles above, as one text for names to be read under.
    pub(crate) fn context(&self, section: usize) -> String {
        let corner = self.headers.first().and_then(|row| corner(row)).map(str::to_owned);
        let titles =
            self.titles.iter().filter(|title| !side::is_source(&title.text)).map(|title| title.text.clone());
        let own = self.sections.get(section).into_iter().flat_map(|section| &section.headings);
        let texts: Vec<String> =
            titles.chain(corner).chain(own.map(|heading| heading.text.clone())).collect();
        limits::end_of(&texts.join(" "), limits::MAX_CONTEXT).to_owned()
    }

    /// The headings over a section from the nearest outwards.
    pub(crate) fn outwards(&self, section: usize) -> impl Iterator<Item = &Heading> {
        let own = self.sections.get(section).into_iter().flat_map(|section| section.headings.iter().rev());
        own.chain(self.titles.iter().rev())
    }
}

/// The first cell of a row of headings where it names the table rather than the column.
pub(crate) fn corner(row: &Row) -> Option<&str> {
    let first = row.cells.first().filter(|text| !text.is_empty())?;
    (!heads_labels(row)).then_some(first.as_str())
}

/// Cuts rows into blocks. Rows of column headings start a block. They hold across headings (themes within a table) but
/// across an empty line only where the rows below it are as wide. Rows that `mapped` knows are headings by what a
/// person said. Sentences are read by themselves: rows after them begin a block, under the same headings.
pub(crate) fn blocks<'a>(
    rows: &'a [Row],
    mapped: &dyn Fn(&Row) -> Option<Header>,
    is_sentence: &dyn Fn(&Row) -> bool,
) -> Vec<Block<'a>> {
    let mut blocks = Vec::new();
    let mut present = Block::default();
    // Headings that are not yet known to stand above rows or above column headings.
    let mut pending: Vec<Heading> = Vec::new();
    let mut follows_sentence = false;
    let mut period_above: Option<Heading> = None;
    let mut at = 0;
    while at < rows.len() {
        let row = &rows[at];
        if is_sentence(row) {
            at += 1;
            // "Commentary: 11 reviews were late" between the rows of a table.
            let is_between =
                !row.after_gap && rows.get(at).is_some_and(|next| !next.after_gap && goes_on(&present, next));
            if !is_between {
                finish(&mut blocks, &mut present);
                follows_sentence = true;
            }
            continue;
        }
        let chosen = mapped(row);
        let height = match chosen {
            Some(_) => 1,
            None if below_names(present.headers.iter().copied(), row) => 0,
            None => header_rows(&rows[at..], mapped),
        };
        if height > 0 {
            follows_sentence = false;
            finish(&mut blocks, &mut present);
            present.titles = std::mem::take(&mut pending);
            present.chosen = chosen;
            present.headers = rows[at..at + height].iter().collect();
            at += height;
            continue;
        }
        at += 1;
        if let Some(text) = heading(row) {
            if std::mem::take(&mut follows_sentence) {
                leave_above_sentences(&mut pending, &mut blocks);
            }
            if row.after_gap && pending_are_notes(&pending, &present) {
                close_with(&mut blocks, &mut present, &mut pending);
            }
            let place = Place { row: row.line, ..Place::default() };
            let heading = Heading { place, text: text.to_owned() };
            // What stands at the top, or over another heading, holds for what follows.
            let is_outer = at == 1
                || rows.get(at).is_some_and(|next| self::heading(next).is_some())
                || (blocks.is_empty() && present.is_empty() && only_dates(text));
            if is_outer && names_one_period(text) {
                period_above = Some(heading.clone());
            }
            pending.push(heading);
            continue;
        }
        follows_sentence = false;
        let begins_anew =
            row.after_gap || pending.first().is_some_and(|heading| gap_before(rows, heading.place.row));
        if begins_anew && !present.is_empty() && !goes_on(&present, row) {
            finish(&mut blocks, &mut present);
        }
        if !pending.is_empty() {
            let headings = std::mem::take(&mut pending);
            if present.headers.is_empty() && present.is_empty() {
                // Without column headings the last line is of these rows, those above it of all that follow.
                let mut headings = headings;
                let own = headings.split_off(headings.len() - 1);
                present.titles = headings;
                present.sections.push(Section { headings: own, rows: Vec::new() });
            } else {
                present.sections.push(Section { headings, rows: Vec::new() });
            }
        }
        if present.is_empty() {
            present.period_above.clone_from(&period_above);
        }
        present.last_section().rows.push(row);
    }
    if follows_sentence {
        leave_above_sentences(&mut pending, &mut blocks);
    }
    close_with(&mut blocks, &mut present, &mut pending);
    blocks
}

/// Headings that stood above sentences are done with. Those with numbers may be more than headings: they are kept to be named.
fn leave_above_sentences(pending: &mut Vec<Heading>, blocks: &mut Vec<Block<'_>>) {
    pending.retain(|heading| holds_number(&heading.text));
    if !pending.is_empty() {
        blocks.push(Block { titles: std::mem::take(pending), ..Block::default() });
    }
}

/// Whether a heading holds a number besides its times. Smaller ones are ages, stages of school and the numbers of tables.
pub(crate) fn holds_number(text: &str) -> bool {
    const LEAST: u64 = 26;
    let rest = when::without(text, &when::mentions(text));
    let words = vocabulary::words(&rest);
    words
        .iter()
        .any(|word| word == "%" || word.parse().is_ok_and(|number: u64| number >= LEAST && number != 10_000))
}

/// Whether an empty line stands before the row of this line.
fn gap_before(rows: &[Row], line: usize) -> bool {
    let at = rows.partition_point(|row| row.line < line);
    rows.get(at).is_some_and(|row| row.after_gap)
}

/// Whether a row belongs to the table above an empty line.
fn goes_on(block: &Block<'_>, row: &Row) -> bool {
    let width = block.headers.first().map_or(0, |header| header.cells.len());
    width >= WIDE && row.cells.len() == width
}

/// Whether the lines that wait stand right below rows and above an empty line, as notes do.
fn pending_are_notes(pending: &[Heading], present: &Block<'_>) -> bool {
    let last = present.sections.last().and_then(|section| section.rows.last()).map(|row| row.line);
    pending.first().zip(last).is_some_and(|(heading, last)| heading.place.row == last + 1)
        && pending.iter().all(|heading| is_note(&heading.text))
}

/// Lines that explain what stands above them.
fn is_note(text: &str) -> bool {
    side::is_source(text) || text.starts_with(['*', '\u{B9}', '\u{B2}', '\u{2020}']) || text.ends_with('.')
}

fn close_with<'a>(blocks: &mut Vec<Block<'a>>, present: &mut Block<'a>, pending: &mut Vec<Heading>) {
    finish(blocks, present);
    if !pending.is_empty() {
        blocks.push(Block { titles: std::mem::take(pending), ..Block::default() });
    }
}

fn finish<'a>(blocks: &mut Vec<Block<'a>>, present: &mut Block<'a>) {
    let block = std::mem::take(present);
    if !block.is_empty() || !block.headers.is_empty() {
        blocks.push(block);
    }
}

/// Whether the only words of a row stand below the heading of the names, behind a column of references: a heading of the rows that
/// follow, and none of columns.
fn below_names<'a>(headers: impl IntoIterator<Item = &'a Row>, row: &Row) -> bool {
    let mut filled = row.filled();
    let (Some((index, only)), None) = (filled.next(), filled.next()) else { return false };
    let heads_names = |header: &Row| {
        header.cells.get(index).is_some_and(|text| meaning::describe(text).holds == meaning::Holds::Name)
    };
    index > 0 && cell::is_words(only) && headers.into_iter().any(heads_names)
}

/// How many rows of column headings these rows begin with.
fn header_rows(rows: &[Row], mapped: &dyn Fn(&Row) -> Option<Header>) -> usize {
    let holds_words = |row: &Row| {
        let several = row.filled().count() > 1 || row.filled().any(|(index, _)| index > 0);
        several
            && row
                .filled()
                .all(|(_, text)| !cell::is_data(text) || crate::period::Period::parse(text).is_ok())
    };
    let Some(first) = rows.first() else { return 0 };
    if !holds_words(first) {
        return usize::from(meaning::is_header(first));
    }
    let mut height = 0;
    let mut last_known = 0;
    for (at, row) in rows.iter().take(MOST_HEADERS).enumerate() {
        let is_section = at > 0 && below_names(&rows[at - 1..at], row);
        if is_section || (at > 0 && row.after_gap) || !holds_words(row) || mapped(row).is_some() {
            break;
        }
        let is_header = meaning::is_header(row);
        let begins = row.cells.first().is_some_and(|text| !text.is_empty());
        // A row that begins with words of its own is one of headings only where these head a column.
        let heads = !begins || heads_labels(row) || (at > 0 && heads_numbers(row));
        if (at == 0 && !is_header && !heads) || (at > 0 && last_known > 0 && !heads) {
            break;
        }
        // A second row of headings that could stand by itself starts a table of its own.
        if at > 0 && last_known == at && begins && names_columns(&rows[at - 1]) {
            break;
        }
        height = at + 1;
        if is_header || (at > 0 && last_known > 0) {
            last_known = at + 1;
        }
    }
    if last_known == 0 {
        return usize::from(
            rows.get(1).is_some_and(|next| heads_measures(first, next) || heads_parts(first, next)),
        );
    }
    height.min(last_known)
}

/// Whether a row names measures over a row of their numbers at some time.
fn heads_measures(row: &Row, next: &Row) -> bool {
    let first = |row: &Row| row.cells.first().cloned().unwrap_or_default();
    let names = || row.cells.iter().skip(1).filter(|text| !text.is_empty());
    let known = names().filter(|text| !matches!(match_name(text, ""), Match::Unknown)).count();
    // "Due | On time | %": counts and their percentage.
    let is_part = |text: &&String| meaning::describe(text).holds == meaning::Holds::Percent;
    first(row).is_empty()
        && (known * 2 > names().count() || (names().count() > 1 && names().any(|text| is_part(&text))))
        && when::one(&when::mentions(&first(next))).is_some()
        && next.filled().skip(1).all(|(_, text)| cell::is_data(text))
}

/// Whether a row names parts of the council and all of them over a measure and its numbers: "North | South | Total".
fn heads_parts(row: &Row, next: &Row) -> bool {
    let name = next.cells.first().map_or("", String::as_str);
    row.filled().count() > 2
        && row.filled().filter(|(_, text)| vocabulary::names_all_parts(text)).count() == 1
        && row.filled().all(|(_, text)| cell::is_words(text) && match_name(text, "") == Match::Unknown)
        && !matches!(match_name(name, ""), Match::Unknown)
        && next.filled().skip(1).all(|(_, text)| cell::is_data(text))
}

/// Whether all cells but the first head numbers: "Placement type | Number | % | Number | %".
fn heads_numbers(row: &Row) -> bool {
    use meaning::Holds;
    let heads = |text: &str| {
        matches!(
            meaning::describe(text).holds,
            Holds::Numerator | Holds::Denominator | Holds::Percent | Holds::Value | Holds::Rate
        ) || matches!(text, "No" | "No." | "#")
    };
    row.filled().count() > 2 && row.filled().skip(1).all(|(_, text)| heads(text))
}

/// Whether the first cell heads names, periods, areas or the like.
fn heads_labels(row: &Row) -> bool {
    use meaning::Holds;
    let first = meaning::describe(row.cells.first().map_or("", String::as_str));
    matches!(
        first.holds,
        Holds::Name
            | Holds::Section
            | Holds::Area
            | Holds::Period
            | Holds::Ignored
            | Holds::ToDate
            | Holds::Unit
            | Holds::Kind
    )
}

/// Whether the first cell heads the names below it.
fn names_columns(row: &Row) -> bool {
    let first = row.cells.first().map_or("", String::as_str);
    meaning::describe(first).holds == meaning::Holds::Name
}

/// The words of a row with one cell of words only.
fn heading(row: &Row) -> Option<&str> {
    let mut filled = row.filled();
    match (filled.next(), filled.next()) {
        (Some((_, only)), None) => {
            let is_heading = (!cell::is_data(only) || names_period(only) || is_year(only))
                && cell::out_of(only).is_none()
                && named_value(inside::of_year(only).0).is_none()
                && !ends_with_numbers(only);
            is_heading.then_some(only)
        }
        _ => None,
    }
}

/// Whether a text is a period that cannot be a number: "Quarter 2 2024/25", "March 2024".
fn names_period(text: &str) -> bool {
    text.contains(char::is_alphabetic) && crate::period::Period::parse(text).is_ok()
}

/// Whether a text is a financial year written as two: "2022/23".
pub(crate) fn is_year(text: &str) -> bool {
    text.contains('/') && matches!(crate::period::Period::parse(text), Ok(crate::period::Period::Year(_)))
}

/// Whether a heading only says when what follows is of: "Data as at 30 November 2024", "Reporting period: Quarter 2 2024/25".
fn only_dates(text: &str) -> bool {
    const WORDS: [&str; 16] = [
        "data",
        "figures",
        "position",
        "report",
        "reporting",
        "period",
        "as",
        "at",
        "on",
        "for",
        "of",
        "the",
        "month",
        "quarter",
        "end",
        "date",
    ];
    let words = vocabulary::words(&when::without(text, &when::mentions(text)));
    words.iter().all(|word| WORDS.contains(&word.as_str()) || word.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a heading names one period in full, and tells nothing else.
fn names_one_period(text: &str) -> bool {
    let mentions = when::mentions(text);
    matches!(when::one(&mentions), Some(When::Whole(_))) && !side::is_source(text)
}

/// Whether a line ends with several numbers, as rows do that lost their columns.
pub(crate) fn ends_with_numbers(text: &str) -> bool {
    let is_number = |word: &&str| matches!(cell::parse(word), cell::Cell::Number(_) | cell::Cell::Percent(_));
    let is_mark = |word: &&str| matches!(word.to_lowercase().as_str(), "red" | "amber" | "green");
    let ends = text.split_whitespace().rev().take_while(|word| is_number(word) || is_mark(word));
    let numbers: Vec<&str> =
        ends.filter(is_number).filter(|word| crate::period::Period::parse(word).is_err()).collect();
    // Two whole numbers may be a telephone number.
    let is_named = || {
        let name = text.trim_end_matches(|c: char| !c.is_alphabetic());
        !matches!(match_name(name, ""), Match::Unknown)
    };
    numbers.len() > 2
        || (numbers.len() == 2 && (numbers.iter().any(|number| number.contains(['%', '.'])) || is_named()))
}
