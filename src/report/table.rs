//! Tables that leave the page, as text and as HTML, and a scorecard as one.

use std::fmt::Write as _;

use crate::compare::{AgainstTarget, Comparison, Rank, RankScope, Row, Way};

use super::inert::inert;
use crate::words::change::change_text;
use crate::words::comparator::{
    comparator_name, known_note, no_comparison_cell, of_members, revision_text, sources, year_of_others,
    year_with_age,
};
use crate::words::figure::{counts_text, figure_text, interval_text, value_text};
use crate::words::getting::way_and_trend_text;
use crate::words::position::{rank_of, without_text};
use crate::words::report as words;
use crate::words::sentence::sentence;
use crate::words::standing::standing_text;
use crate::words::text::capital;
use crate::words::verdict::{compared_text, many_note, target_verdict_text, untested_notes, way_note};

/// A table ready to be copied, as text with tabs for Excel and as HTML for Word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What the table shows.
    pub title: String,
    /// Column headings.
    pub headings: Vec<String>,
    /// Rows of as many cells.
    pub rows: Vec<Vec<String>>,
    /// Sources and notes below.
    pub notes: Vec<String>,
}

/// What is put on the clipboard: the same as text, and as HTML for programs that take that.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copied {
    /// As plain text.
    pub text: String,
    /// As HTML.
    pub html: String,
}

impl Copied {
    /// Of paragraphs, one in each line.
    pub fn of_paragraphs(text: &str) -> Self {
        let paragraph = |line: &str| format!("<p>{}</p>", escaped(line));
        let html = text.lines().filter(|line| !line.is_empty()).map(paragraph).collect();
        Self { text: text.to_owned(), html }
    }
}

impl Table {
    /// With one more note below it, if there is any.
    #[must_use]
    pub fn with_note(mut self, note: &str) -> Self {
        if !note.is_empty() {
            self.notes.push(note.to_owned());
        }
        self
    }

    /// As it is copied.
    pub fn to_copied(&self) -> Copied {
        Copied { text: self.to_text(), html: self.to_html() }
    }

    /// Rows as lines with tabs between cells, as Excel pastes them.
    pub fn to_text(&self) -> String {
        let cell = |text: &String| inert(&text.replace(['\t', '\n', '\r'], " "));
        let line = |cells: &Vec<String>| cells.iter().map(cell).collect::<Vec<_>>().join("\t");
        let mut lines = vec![cell(&self.title)];
        lines.push(line(&self.headings));
        lines.extend(self.rows.iter().map(line));
        lines.extend(self.notes.iter().map(cell));
        lines.into_iter().filter(|line| !line.is_empty()).map(|line| line + "\r\n").collect()
    }

    /// A plain HTML table with caption and notes, as Word pastes it.
    pub fn to_html(&self) -> String {
        let mut html = String::from("<table border=\"1\">");
        let row = |html: &mut String, tag: &str, cells: &[String]| {
            html.push_str("<tr>");
            for cell in cells {
                let _ = write!(html, "<{tag}>{}</{tag}>", escaped(&inert(cell)));
            }
            html.push_str("</tr>");
        };
        let _ = write!(html, "<caption>{}</caption><thead>", escaped(&inert(&self.title)));
        row(&mut html, "th", &self.headings);
        html.push_str("</thead><tbody>");
        for cells in &self.rows {
            row(&mut html, "td", cells);
        }
        html.push_str("</tbody></table>");
        for note in &self.notes {
            let _ = write!(html, "<p>{}</p>", escaped(&inert(note)));
        }
        html
    }
}

/// Text as HTML that shows it.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The rows of a scorecard as a table: each figure with its counts, change, trend, comparators with their years, target,
/// ranks, and the verdict by the chosen way. `note` is added to the sources below.
pub fn scorecard_table(title: String, rows: &[&Row], note: &str) -> Table {
    let comparators: Vec<String> = rows
        .first()
        .map(|row| row.comparisons.iter().map(|comparison| comparator_name(&comparison.with, None)).collect())
        .unwrap_or_default();
    let by_interval = rows.first().is_none_or(|row| row.way == Way::Interval);
    let mut headings: Vec<String> = words::BEFORE_COMPARATORS.map(str::to_owned).to_vec();
    for name in &comparators {
        headings.push(name.clone());
        headings.extend(by_interval.then(|| words::compared_with(name)));
    }
    headings.push(words::TARGET.to_owned());
    // The narrower group first, all councils last.
    let ranked_among = rows.first().map_or(&[][..], |row| &row.comparisons).iter().rev();
    headings.extend(ranked_among.filter_map(|comparison| words::rank_among(&comparison.with)));
    let has_status = has_status(rows);
    headings.extend(has_status.then(|| words::STATUS.to_owned()));
    headings.push(words::IN_WORDS.to_owned());
    let cells = |row: &&Row| {
        let mut cells = vec![
            row.indicator.title.clone().into_owned(),
            row.period.map(|period| period.label(row.indicator.basis)).unwrap_or_default(),
            figure_text(row),
            counts_text(row),
            row.interval.map(|interval| interval_text(&row.indicator, interval)).unwrap_or_default(),
            row.change.as_ref().map(|change| change_text(&row.indicator, change)).unwrap_or_default(),
            if row.trend.is_ok() { capital(&way_and_trend_text(row)) } else { String::new() },
        ];
        for comparison in &row.comparisons {
            let [value, verdict] = comparison_cells(row, comparison);
            cells.push(value);
            cells.extend(by_interval.then_some(verdict));
        }
        cells.push(row.target.as_ref().map(|target| target_cell(row, target)).unwrap_or_default());
        let kinds = row.comparisons.iter().rev().map(|comparison| comparison.with.kind);
        cells.extend(kinds.filter(|kind| kind.rank_scope != RankScope::None).map(|kind| {
            let rank = row.position.as_ref().ok().and_then(|position| position.beside(kind));
            rank.map(|rank| ranked(row, rank)).unwrap_or_default()
        }));
        cells.extend(has_status.then(|| standing_text(row)));
        cells.push(sentence(row));
        cells
    };
    let mut notes = source_notes(rows);
    notes.extend((!note.is_empty()).then(|| note.to_owned()));
    Table { title, headings, rows: rows.iter().map(cells).collect(), notes }
}

/// Whether a table of these rows needs a column for their verdicts, because those of the comparators are not all there are.
pub(super) fn has_status(rows: &[&Row]) -> bool {
    rows.iter().any(|row| row.judged_by != Way::Interval)
}

/// The notes on rows: how verdicts are reached and what chance may do to them, and those on the figures.
pub fn source_notes(rows: &[&Row]) -> Vec<String> {
    notes_of_some(rows, rows)
}

/// The notes on some rows that were chosen from all: what chance may do is said of all that were tested.
pub fn notes_of_some(rows: &[&Row], all: &[&Row]) -> Vec<String> {
    let Some(first) = rows.first() else { return Vec::new() };
    let untested = untested_notes(rows).into_iter().map(str::to_owned);
    verdict_notes(first.way, all).chain(untested).chain(figure_notes(rows)).collect()
}

/// How verdicts on rows are reached, and what chance may do to them.
pub fn verdict_notes(way: Way, rows: &[&Row]) -> impl Iterator<Item = String> {
    std::iter::once(way_note(way).to_owned()).chain(many_note(rows))
}

/// As of when official figures are shown, their sources and the attribution they ask for.
pub fn figure_notes(rows: &[&Row]) -> Vec<String> {
    let sources: Vec<String> =
        sources(rows.iter().copied()).iter().map(|source| words::source(source)).collect();
    let attribution = (!sources.is_empty()).then(|| words::ATTRIBUTION.to_owned());
    let known = rows.first().and_then(|row| row.known).map(known_note);
    known.into_iter().chain(sources).chain(attribution).collect()
}

/// The comparator's value with its year, and the verdict.
fn comparison_cells(row: &Row, comparison: &Comparison) -> [String; 2] {
    match &comparison.outcome {
        Ok(compared) => {
            let mut about = vec![year_with_age(row, compared.year, compared.age)];
            about.extend(compared.members.map(|(with_figure, all)| of_members(with_figure, all)));
            about.push(revision_text(&row.indicator, compared.revision));
            about.retain(|text| !text.is_empty());
            [
                format!("{} ({})", value_text(&row.indicator, compared.shown), about.join(", ")),
                capital(&compared_text(row, compared)),
            ]
        }
        Err(reason) => [no_comparison_cell(*reason), String::new()],
    }
}

fn target_cell(row: &Row, against: &AgainstTarget) -> String {
    let verdict = target_verdict_text(against);
    format!("{} ({verdict})", value_text(&row.indicator, against.target.value))
}

/// A rank with its year where that is older, and how many are not counted.
fn ranked(row: &Row, rank: Rank) -> String {
    let position = row.position.as_ref().ok();
    let year = position.map(|position| year_of_others(row, position.year, position.age));
    let about: Vec<String> =
        year.into_iter().chain([without_text(rank)]).filter(|text| !text.is_empty()).collect();
    format!("{} ({})", rank_of(row, rank), about.join(", "))
}
