//! The committee report as a Word document.

use crate::compare::{ENGLAND, Extent, NEIGHBOURS, Origin, REGION, Row, Standing, Verdict};
use crate::indicator::Theme;
use crate::report::{
    Findings, Rest, Table, action_table, findings, introduction, notes_of_some, target_in_line,
};
use crate::words::change::change_in_cell;
use crate::words::commentary as said;
use crate::words::comparator::{latest_text, no_comparison_cell, sources};
use crate::words::figure::{counts_text, short_figure, value_text, year_text};
use crate::words::office as words;
use crate::words::report as report_words;
use crate::words::sentence::{sentence, summary as counted};
use crate::words::standing::{standing_name, status_text};
use crate::words::text::capital;

use super::Contents;
use super::cell::Tone;
use super::chart::Chart;
use super::charts;
use super::over_time;
use super::pages::Pages;
use super::properties::Properties;
use super::word::{BoxText, Frame, HIGH, Level, Style, Word};
use super::word_parts::TableCell;

/// As many headlines as a summary has.
const MOST_HEADLINES: usize = 14;
/// As many charts as a theme has.
const MOST_CHARTS: usize = 3;

/// Widths of the six columns of a table, in twentieths of a point; together as wide as the page allows.
const WIDTHS: [u16; 6] = [2300, 1600, 1638, 1250, 1250, 1600];

/// The same of what is in short: the measure, its figure, each that it is compared with, and the change.
const FINDING_WIDTHS: [u16; 4] = [2400, 1450, 1100, 1900];

/// The same of the four columns of the actions.
const ACTION_WIDTHS: [u16; 4] = [2600, 3838, 1700, 1500];

/// The file.
pub(super) fn report(contents: &Contents) -> Vec<u8> {
    let title = contents.title();
    let properties = Properties { title: title.clone(), internal: contents.internal.to_owned() };
    let mut word = Word::new(properties.clone());
    let found = findings(&contents.card, contents.choices.period, MOST_HEADLINES, Rest::Named);
    summary(&mut word, contents, &found);
    let all: Vec<&Row> = contents.card.rows.iter().collect();
    let is_told = |row: &&Row| match contents.extent {
        Extent::All => true,
        Extent::Headlines => found.measures().any(|measure| *measure == row.indicator),
    };
    let told: Vec<&Row> = all.iter().copied().filter(is_told).collect();
    if contents.extent == Extent::All {
        let charted = charts::over_time(contents);
        for theme in Theme::ALL {
            theme_section(&mut word, contents, theme, &charted);
        }
    }
    over_time::pages(&mut word, contents);
    if let Some(table) = &contents.caseloads {
        plain(&mut word, words::CASELOADS, table);
    }
    if let Some(actions) = action_table(&contents.card.rows, &contents.commentary) {
        word.heading(Level::Section, &actions.title);
        let cells = |row: &Vec<String>| row.iter().map(|text| TableCell::of(text)).collect();
        let rows: Vec<Vec<TableCell>> = actions.rows.iter().map(cells).collect();
        word.table(&actions.title, &ACTION_WIDTHS, &actions.headings, &rows);
    }
    closing(&mut word, contents, &told, &all);
    let header = [title.as_str(), contents.internal].join("  ");
    let frame =
        Frame { header: header.trim_end(), contents: words::CONTENTS, page: [words::PAGE, words::OF_PAGES] };
    word.into_bytes(front(contents, properties), &frame)
}

/// Title, what it is about, and what a clerk fills in.
fn front(contents: &Contents, properties: Properties) -> Word {
    let mut front = Word::new(properties);
    front.paragraph(Style::Title, words::REPORT_TITLE);
    front.paragraph(Style::Subtitle, &contents.title());
    if !contents.internal.is_empty() {
        front.paragraph(Style::Mark, contents.internal);
    }
    over_time::first(&mut front, contents);
    let council = contents.choices.council.map_or("", |council| council.name);
    let council =
        if council.is_empty() { BoxText::FillIn(words::FILL_COUNCIL) } else { BoxText::Plain(council) };
    front.boxes(&[
        (words::COUNCIL, council),
        (words::COMMITTEE, BoxText::FillIn(words::FILL_COMMITTEE)),
        (words::DATE, BoxText::FillIn(words::FILL_DATE)),
        (words::FROM, BoxText::FillIn(words::FILL_FROM)),
        (words::TO, BoxText::FillIn(words::FILL_TO)),
    ]);
    front
}

/// A table with columns of one width under a heading, and its notes.
fn plain(word: &mut Word, heading: &str, table: &Table) {
    word.heading(Level::Section, heading);
    let width = Pages::Upright.width() / u16::try_from(table.headings.len().max(1)).unwrap_or(1);
    let cells = |row: &Vec<String>| row.iter().map(|text| TableCell::of(text)).collect();
    let rows: Vec<Vec<TableCell>> = table.rows.iter().map(cells).collect();
    word.table(&table.title, &vec![width; table.headings.len()], &table.headings, &rows);
    for note in &table.notes {
        word.paragraph(Style::Body, note);
    }
}

/// How many measures have which verdict, and the headlines.
fn summary(word: &mut Word, contents: &Contents, found: &Findings) {
    word.heading(Level::Section, words::SUMMARY);
    word.paragraph(Style::Body, &introduction(&contents.card, &contents.choices));
    let statuses = charts::statuses(contents);
    // One bar alone shows nothing.
    if statuses.categories.len() > 1 {
        word.chart(&statuses, &[], HIGH);
    }
    for group in &found.groups {
        word.heading(Level::Part, &words::of_group(group.group, &group.counted));
        if let Some(table) = group.table() {
            let between = u16::try_from(table.headings.len().saturating_sub(4)).unwrap_or(0);
            let [measure, figure, each, change] = FINDING_WIDTHS;
            let mut widths = vec![measure, figure];
            widths.extend((0..between).map(|_| each));
            widths.push(change);
            let rest = Pages::Upright.width().saturating_sub(widths.iter().sum());
            widths.push(rest);
            let cells = |row: &Vec<String>| row.iter().map(|text| TableCell::of(text)).collect();
            let rows: Vec<Vec<TableCell>> = table.rows.iter().map(cells).collect();
            word.table(group.heading(), &widths, &table.headings, &rows);
            for note in &table.notes {
                word.paragraph(Style::Body, note);
            }
        }
    }
    for note in found.notes() {
        word.paragraph(Style::Body, note);
    }
}

/// What a theme's measures say, their table and charts; nothing for a theme without measures.
fn theme_section(word: &mut Word, contents: &Contents, theme: Theme, charted: &[(&Row, Chart, Vec<String>)]) {
    let rows: Vec<&Row> = contents.card.rows.iter().filter(|row| row.indicator.theme == theme).collect();
    if rows.is_empty() {
        return;
    }
    word.heading(Level::Section, theme.title());
    if let Some(summary) = counted(&rows) {
        word.paragraph(Style::Body, &summary);
    }
    // Of the council's own figures each has a sentence; of all official ones those with a clear verdict.
    let is_told = |row: &Row| {
        contents.card.origin == Origin::Entered
            || row.verdict.is_good()
            || row.verdict.is_bad()
            || contents.remark_on(row).is_some()
    };
    for row in rows.iter().filter(|row| is_told(row)) {
        word.paragraph(Style::Bullet, &sentence(row));
        for (part, text) in contents.remark_on(row).iter().flat_map(|remark| remark.account()) {
            word.term(Style::Account, said::part(part), text);
        }
    }
    for standing in Standing::ALL {
        let is_other = |row: &&&Row| row.standing() == standing && !is_told(row);
        let others: Vec<&Row> = rows.iter().filter(is_other).copied().collect();
        if !others.is_empty() {
            let status = capital(&standing_name(standing, &others));
            let measures: Vec<&str> = others.iter().map(|row| &*row.indicator.title).collect();
            word.paragraph(Style::Bullet, &words::of_status(&status, &measures));
        }
    }
    let beside = [ENGLAND.id, beside_england(rows[0])];
    let name = |id: &str| {
        let found = rows[0].comparisons.iter().find(|comparison| comparison.with.kind.id == id);
        found.map_or_else(String::new, |comparison| comparison.with.name.label.to_owned())
    };
    let headings = [
        words::MEASURE.to_owned(),
        words::OUR_FIGURE.to_owned(),
        words::CHANGE.to_owned(),
        name(beside[0]),
        name(beside[1]),
        words::STATUS.to_owned(),
    ];
    let cells: Vec<Vec<TableCell>> = rows.iter().map(|row| table_row(row, contents, beside)).collect();
    word.table(theme.title(), &WIDTHS, &headings, &cells);
    let of_theme = charted.iter().filter(|(row, ..)| row.indicator.theme == theme);
    let most = if contents.over_time(None).is_some() { charts::MOST } else { MOST_CHARTS };
    for (_, chart, notes) in of_theme.take(most) {
        word.chart(chart, notes, HIGH);
    }
}

/// What a table compares with besides England: the neighbours, or the region where there are none.
fn beside_england(row: &Row) -> &'static str {
    let has_neighbours = row.comparisons.iter().any(|comparison| *comparison.with.kind == NEIGHBOURS);
    if has_neighbours { NEIGHBOURS.id } else { REGION.id }
}

fn table_row(row: &Row, contents: &Contents, beside: [&str; 2]) -> Vec<TableCell> {
    let is_of_another = row.period.filter(|period| Some(*period) != contents.choices.period);
    let period = is_of_another.map(|period| period.label(row.indicator.basis)).unwrap_or_default();
    let change = row.change.as_ref().map(|change| match change.break_note {
        Some(_) => capital(report_words::CHANGE_ACROSS_BREAK),
        None => change_in_cell(&row.indicator, change),
    });
    let compared = |id: &str| {
        let comparison = row.comparisons.iter().find(|comparison| comparison.with.kind.id == id);
        comparison.map_or_else(String::new, |comparison| match &comparison.outcome {
            Ok(compared) => format!(
                "{} ({}{})",
                value_text(&row.indicator, compared.shown),
                year_text(&row.indicator, compared.year),
                latest_text(row.known, compared.age)
            ),
            Err(reason) => no_comparison_cell(*reason),
        })
    };
    let tone = match (row.standing(), row.verdict) {
        (Standing::Worse, _) => Some(Tone::Bad),
        (Standing::Better, _) => Some(Tone::Good),
        (Standing::FarByChance, _) | (_, Verdict::Near) => Some(Tone::Middling),
        _ => None,
    };
    let or_nothing = |text: String| if text.is_empty() { words::NOTHING.to_owned() } else { text };
    vec![
        TableCell::of(&row.indicator.title),
        TableCell::lines([
            short_figure(row),
            counts_text(row),
            period,
            words::of_target(&target_in_line(row)),
        ]),
        TableCell::of(&or_nothing(change.unwrap_or_default())),
        TableCell::of(&or_nothing(compared(beside[0]))),
        TableCell::of(&or_nothing(compared(beside[1]))),
        TableCell { tone, ..TableCell::of(&status_text(row)) },
    ]
}

/// Definitions, sources, and what is hidden.
fn closing(word: &mut Word, contents: &Contents, told: &[&Row], all: &[&Row]) {
    word.heading(Level::Section, words::DEFINITIONS_AND_SOURCES);
    word.heading(Level::Part, words::DEFINITIONS);
    for row in told {
        word.term(Style::Definition, &row.indicator.title, &report_words::definition(row));
    }
    word.heading(Level::Part, words::NOTES_AND_SOURCES);
    let mut notes = notes_of_some(told, all);
    notes.push(contents.hidden.clone());
    if sources(&contents.card.rows).is_empty() {
        notes.push(report_words::ATTRIBUTION.to_owned());
    }
    notes.retain(|note| !note.is_empty());
    // The last ones stay together: none is alone on a page.
    let apart = notes.len().saturating_sub(KEPT_NOTES);
    for (at, note) in notes.iter().enumerate() {
        if at < apart || at + 1 == notes.len() {
            word.paragraph(Style::Body, note);
        } else {
            word.kept(Style::Body, note);
        }
    }
}

/// So many notes at the end are on one page.
const KEPT_NOTES: usize = 4;

impl TableCell {
    /// With a paragraph for each line.
    pub(super) fn of(text: &str) -> Self {
        Self { paragraphs: text.lines().map(str::to_owned).collect(), ..Self::default() }
    }

    /// With a paragraph for each text that is not empty.
    fn lines<const N: usize>(texts: [String; N]) -> Self {
        Self { paragraphs: texts.into_iter().filter(|text| !text.is_empty()).collect(), ..Self::default() }
    }
}
