//! The committee report as a Word document.

use crate::compare::{ENGLAND, Extent, NEIGHBOURS, REGION, Row, Standing, Verdict};
use crate::indicator::Theme;
use crate::period::Period;
use crate::report::{
    self, Findings, Rest, Table, Told, action_table, compared_cell, findings, introduction, notes_of_some,
    target_in_line, usual_since,
};
use crate::words::comparator::{no_comparison_cell, sources};
use crate::words::figure::{counts_alone, short_figure};
use crate::words::findings::{change_cell, change_since, other_period};
use crate::words::office as words;
use crate::words::report as report_words;
use crate::words::sentence::summary as counted;
use crate::words::standing::status_text;
use crate::words::text::capital;

use super::Contents;
use super::cell::Tone;
use super::chart::Chart;
use super::charts;
use super::over_time;
use super::pages::Pages;
use super::properties::Properties;
use super::word::{BoxText, Frame, Level, Style, Word};
use super::word_parts::TableCell;

/// As many headlines as a summary has.
const MOST_HEADLINES: usize = 14;
/// Widths of the six columns of a table, in twentieths of a point; together as wide as the page allows. What a column that is left
/// out would take goes to the first.
const WIDTHS: [u16; 6] = [2600, 1500, 1900, 1040, 1300, 1298];

/// The same of what is in short: the measure, its figure, each that it is compared with, and the change.
const FINDING_WIDTHS: [u16; 4] = [2050, 1230, 1040, 1800];

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
        let said =
            report::told(&contents.card, &found, contents.over_time(None).as_ref(), &contents.commentary);
        let is_said = |row: &Row| said.iter().any(|told| told.measure == row.indicator);
        let charted = charts::over_time(contents, is_said);
        for theme in Theme::ALL {
            theme_section(&mut word, contents, (theme, found.usual), &said, &charted);
        }
    }
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
    over_time::pages(&mut word, contents);
    let header = [title.as_str(), contents.internal].join("  ");
    // Of a few pages nobody looks for a part.
    let listed = if contents.extent == Extent::All { words::CONTENTS } else { "" };
    let frame = Frame { header: header.trim_end(), contents: listed, page: [words::PAGE, words::OF_PAGES] };
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
    let about = introduction(&contents.card, &contents.choices, contents.extent);
    let about: Vec<&str> = [about.as_str()].into_iter().chain(found.years.as_deref()).collect();
    word.paragraph(Style::Body, &about.join(" "));
    word.paragraph(Style::Body, &charts::statuses(contents).alternative);
    for group in &found.groups {
        word.heading(Level::Part, group.heading());
        if group.findings.is_empty() {
            word.paragraph(Style::Body, &capital(&group.counted));
        } else {
            word.kept(Style::Body, &format!("{}.", capital(&group.counted)));
        }
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
                word.paragraph(Style::Note, note);
            }
        }
    }
    for note in found.notes() {
        word.paragraph(Style::Note, note);
    }
}

/// A theme's table, and what is said of some of its measures with their charts; nothing for a theme without measures.
fn theme_section(
    word: &mut Word,
    contents: &Contents,
    (theme, usual): (Theme, Option<Period>),
    said: &[Told],
    charted: &[(&Row, Chart, Vec<String>)],
) {
    let rows: Vec<&Row> = contents.card.rows.iter().filter(|row| row.indicator.theme == theme).collect();
    if rows.is_empty() {
        return;
    }
    word.heading(Level::Section, theme.title());
    if let Some(summary) = counted(&rows) {
        word.paragraph(Style::Body, &summary);
    }
    theme_table(word, theme, &rows, usual);
    for told in said.iter().filter(|told| told.measure.theme == theme) {
        let chart = charted.iter().find(|(row, ..)| row.indicator == told.measure);
        let parts: Vec<(&str, &str)> = told.parts().collect();
        let is_kept = |at: usize| chart.is_some() || at < parts.len();
        let mut add = |at: usize, style: Style, term: &str, text: &str| {
            if is_kept(at) {
                word.kept_term(style, term, text);
            } else {
                word.term(style, term, text);
            }
        };
        add(0, Style::Body, &told.measure.title, &told.sentence);
        for (at, (part, text)) in parts.iter().enumerate() {
            add(at + 1, Style::Account, part, text);
        }
        if let Some((_, chart, notes)) = chart {
            word.chart(chart, notes, HIGH);
        }
    }
}

/// What is kept of a row.
fn kept<T>(all: impl IntoIterator<Item = T>, is_kept: &[bool]) -> Vec<T> {
    all.into_iter().zip(is_kept).filter(|(_, is_kept)| **is_kept).map(|(each, _)| each).collect()
}

/// The table of a theme: of what is compared there is a column where something is in it.
fn theme_table(word: &mut Word, theme: Theme, rows: &[&Row], usual: Option<Period>) {
    let beside = [ENGLAND.id, beside_england(rows[0])];
    let name = |id: &str| {
        let found = rows[0].comparisons.iter().find(|comparison| comparison.with.kind.id == id);
        found.map_or_else(String::new, |comparison| comparison.with.name.label.to_owned())
    };
    let since = usual_since(rows);
    let headings = [
        words::MEASURE.to_owned(),
        words::OUR_FIGURE.to_owned(),
        change_since(since),
        name(beside[0]),
        name(beside[1]),
        words::STATUS.to_owned(),
    ];
    let cells: Vec<Vec<TableCell>> = rows.iter().map(|row| table_row(row, beside, since, usual)).collect();
    let nothing = [words::NOTHING.to_owned()];
    let has_some = |at: usize| cells.iter().any(|row| row[at].paragraphs != nothing);
    let is_compared = rows.iter().any(|row| row.standing() != Standing::NotCompared);
    let is_kept: Vec<bool> = (0..headings.len()).map(|at| has_some(at) && (at < 5 || is_compared)).collect();
    let mut widths: Vec<u16> =
        WIDTHS.into_iter().zip(&is_kept).filter(|(_, is_kept)| **is_kept).map(|(width, _)| width).collect();
    widths[0] += Pages::Upright.width().saturating_sub(widths.iter().sum());
    let cells: Vec<Vec<TableCell>> = cells.into_iter().map(|row| kept(row, &is_kept)).collect();
    word.table(theme.title(), &widths, &kept(headings, &is_kept), &cells);
}

/// What a table compares with besides England: the neighbours, or the region where there are none.
fn beside_england(row: &Row) -> &'static str {
    let has_neighbours = row.comparisons.iter().any(|comparison| *comparison.with.kind == NEIGHBOURS);
    if has_neighbours { NEIGHBOURS.id } else { REGION.id }
}

/// The cells of a row: the change with its time where that is not since when most changed, the figure with its year in the same way.
fn table_row(row: &Row, beside: [&str; 2], since: Option<Period>, usual: Option<Period>) -> Vec<TableCell> {
    let compared = |id: &str| {
        let comparison = row.comparisons.iter().find(|comparison| comparison.with.kind.id == id);
        comparison.map_or_else(String::new, |comparison| match &comparison.outcome {
            Ok(compared) => compared_cell(row, compared),
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
            counts_alone(row),
            other_period(row, usual),
            words::of_target(&target_in_line(row)),
        ]),
        TableCell::of(&or_nothing(change_cell(row, since))),
        TableCell::of(&or_nothing(compared(beside[0]))),
        TableCell::of(&or_nothing(compared(beside[1]))),
        TableCell { tone, ..TableCell::of(&status_text(row)) },
    ]
}

/// Definitions, sources, and what is hidden.
fn closing(word: &mut Word, contents: &Contents, told: &[&Row], all: &[&Row]) {
    word.heading(Level::Section, words::DEFINITIONS_AND_SOURCES);
    word.heading(Level::Part, words::DEFINITIONS);
    let defined = match contents.extent {
        Extent::All => report::definitions(told),
        Extent::Headlines => report::short_definitions(told),
    };
    for (title, definition) in defined {
        word.term(Style::Definition, &title, &definition);
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
            word.paragraph(Style::Note, note);
        } else {
            word.kept(Style::Note, note);
        }
    }
}

/// The height of a chart, of which three with what is said are on a page, in English metric units.
const HIGH: u32 = 1_900_000;

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
