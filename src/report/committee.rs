//! A report for a committee: each theme with its sentences, table and charts, and the definitions at the end.

use std::borrow::Cow;

use std::fmt::Write as _;

use crate::area::neighbours;
use crate::commentary::{Remark, remark_on};
use crate::compare::{self, Charted, Choices, Row, Scorecard};
use crate::figure::Figure;
use crate::indicator::{Indicator, Measure, Theme, ids};
use crate::period::Period;

use super::charts::{monthly_chart, neighbours_chart};
use super::table::{escaped, has_status};
use super::trend_chart::trend_chart;
use super::{
    AgendaPart, Chart, Table, action_table, agenda_parts, brief_table, headlines, source_notes,
    talking_points,
};
use crate::words;
use crate::words::change::change_in_cell;
use crate::words::comparator::{comparator_name, no_comparison_cell, year_with_age};
use crate::words::figure::{counts_text, figure_text, interval_text, value_text};
use crate::words::screens::report as headings;
use crate::words::sentence::{sentence, summary};
use crate::words::standing::standing_text;
use crate::words::verdict::{compared_text, target_verdict_text};

/// A report for a committee.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Committee {
    /// The council and the period.
    pub title: String,
    /// What is compared with what, in whole sentences.
    pub introduction: String,
    /// What to talk about first.
    pub agenda: Vec<AgendaPart>,
    /// The measures of the headlines.
    pub brief: Table,
    /// The themes in their order.
    pub themes: Vec<ThemeReport>,
    /// What is to be done, where the council says it.
    pub actions: Option<Table>,
    /// The caseload scenarios, where there are any.
    pub caseloads: Option<Table>,
    /// The definitions of its indicators: title, definition and source.
    pub definitions: Vec<(Cow<'static, str>, String)>,
    /// How verdicts are reached, sources, attribution, and what is hidden.
    pub notes: Vec<String>,
}

/// The most headlines of a report.
const MOST_POINTS: usize = 8;

/// One theme of a report.
#[derive(Clone, Debug, PartialEq)]
pub struct ThemeReport {
    /// The theme.
    pub theme: Theme,
    /// How many of its measures are how, where that can be said.
    pub summary: Option<String>,
    /// The sentences about each of its measures.
    pub sentences: Vec<String>,
    /// What the council says of each, if it says something.
    pub remarks: Vec<Option<Remark>>,
    /// The rows of its table, as indicators.
    pub indicators: Vec<Measure>,
    /// The table.
    pub table: Table,
    /// Its charts.
    pub charts: Vec<Chart>,
}

/// The report of a scorecard, the figures it was made of and the commentary on it, all as they may leave the page.
pub fn committee(
    card: &Scorecard,
    figures: &[Figure],
    choices: &Choices,
    charted: Charted,
    hidden: &str,
    remarks: &[Remark],
) -> Committee {
    let rows: Vec<&Row> = card.rows.iter().collect();
    let themes = Theme::ALL.into_iter().filter_map(|theme| {
        let rows: Vec<&Row> = rows.iter().copied().filter(|row| row.indicator.theme == theme).collect();
        if rows.is_empty() {
            return None;
        }
        let is_charted = |row: &&&Row| charted.has_charts(row);
        let of_rows = rows.iter().filter(is_charted).flat_map(|row| charts_of(row, figures, choices));
        let is_ours = theme == Theme::OurChildren && charted != Charted::None;
        let monthly = is_ours.then(|| monthly_of(figures, choices)).flatten();
        Some(ThemeReport {
            theme,
            summary: summary(&rows),
            sentences: rows.iter().map(|row| sentence(row)).collect(),
            remarks: rows.iter().map(|row| remark_on(remarks, &row.indicator, row.period).cloned()).collect(),
            indicators: rows.iter().map(|row| row.indicator.clone()).collect(),
            table: theme_table(theme, &rows),
            // The sources stand once, at the end of the report.
            charts: of_rows.chain(monthly).map(without_sources).collect(),
        })
    });
    let mut themes: Vec<ThemeReport> = themes.collect();
    let mut notes = source_notes(&rows);
    notes.extend(notes_of_several(&mut themes).iter().map(|note| words::charts::of_several(note)));
    notes.extend((!hidden.is_empty()).then(|| hidden.to_owned()));
    let agenda = agenda_parts(card, choices.period);
    let headlines = headlines(agenda.clone(), MOST_POINTS);
    let points = headlines.iter().flat_map(|part| &part.points);
    let mut of_headlines: Vec<&Row> = Vec::new();
    for point in points {
        let row = rows.iter().copied().find(|row| row.indicator.id == point.indicator);
        // What is better may miss its target too.
        let is_there = |row: &&Row| of_headlines.iter().any(|other| other.indicator == row.indicator);
        of_headlines.extend(row.filter(|row| !is_there(row)));
    }
    let brief = Table {
        notes: Vec::new(),
        ..brief_table(words::screens::present::HEADLINES.to_owned(), &of_headlines, "")
    };
    Committee {
        title: title(card, choices),
        introduction: introduction(card, choices),
        agenda: talking_points(agenda, MOST_POINTS),
        brief,
        themes,
        actions: action_table(&card.rows, remarks),
        caseloads: None,
        definitions: rows
            .iter()
            .map(|row| (row.indicator.title.clone(), words::report::definition(row)))
            .collect(),
        notes,
    }
}

/// Takes the notes that several charts have out of them, each once.
fn notes_of_several(themes: &mut [ThemeReport]) -> Vec<String> {
    let mut charts: Vec<&mut Chart> = themes.iter_mut().flat_map(|theme| &mut theme.charts).collect();
    let all: Vec<String> = charts.iter().flat_map(|chart| chart.notes.clone()).collect();
    let mut several: Vec<String> = Vec::new();
    for note in &all {
        if !several.contains(note) && all.iter().filter(|each| *each == note).count() > 1 {
            several.push(note.clone());
        }
    }
    for chart in &mut charts {
        chart.notes.retain(|note| !several.contains(note));
    }
    several
}

/// The charts of a row: over time, and among the neighbours.
pub fn charts_of(row: &Row, figures: &[Figure], choices: &Choices) -> Vec<Chart> {
    let series = compare::series(&row.indicator, figures, choices);
    let among = choices
        .council
        .and_then(|council| neighbours_chart(row, council, &neighbours(council, choices.model)));
    trend_chart(row, &series, choices.council).into_iter().chain(among).collect()
}

/// Returns unaccompanied and other children by month, or `None` if months are not among the figures.
pub fn monthly_of(figures: &[Figure], choices: &Choices) -> Option<Chart> {
    let months = compare::periods(figures).into_iter().find(|period| matches!(period, Period::Month(..)))?;
    let choices = Choices { period: Some(months), ..choices.clone() };
    let entered = |indicator: &'static Indicator| compare::series(indicator, figures, &choices).entered;
    monthly_chart(&entered(ids::UNACCOMPANIED_CHILDREN), &entered(ids::CHILDREN_IN_CARE), choices.council)
}

fn without_sources(chart: Chart) -> Chart {
    Chart { sources: Vec::new(), ..chart }
}

/// The title of a report or scorecard: the council and the period.
pub fn title(card: &Scorecard, choices: &Choices) -> String {
    words::report::title(choices.council, choices.period, card.origin)
}

/// What is compared with what, and in which order headlines are, in whole sentences.
pub fn introduction(card: &Scorecard, choices: &Choices) -> String {
    let compared = card.rows.first().map_or(&[][..], |row| &row.comparisons);
    let covers = words::report::introduction(card, choices.council, choices.period, compared);
    if card.rows.is_empty() { covers } else { format!("{covers} {}", order_of_headlines(card)) }
}

/// In which order headlines and talking points are, in one sentence.
pub fn order_of_headlines(card: &Scorecard) -> String {
    let of_care = card.rows.iter().filter(|row| row.indicator.theme != Theme::AllPupils);
    words::agenda::headlines_worst_first(&of_care.collect::<Vec<_>>())
}

/// A table narrow enough for a page.
fn theme_table(theme: Theme, rows: &[&Row]) -> Table {
    let comparators: Vec<String> = rows
        .first()
        .map(|row| row.comparisons.iter().map(|comparison| comparator_name(&comparison.with, None)).collect())
        .unwrap_or_default();
    let has_status = has_status(rows);
    let has_target = rows.iter().any(|row| row.target.is_some());
    let mut headings: Vec<String> = words::report::COMMITTEE_COLUMNS.map(str::to_owned).to_vec();
    headings.extend(comparators);
    headings.extend(has_target.then(|| words::report::TARGET.to_owned()));
    headings.extend(has_status.then(|| words::report::STATUS.to_owned()));
    let cells = |row: &&Row| {
        let mut cells = vec![row.indicator.title.clone().into_owned(), figure_cell(row)];
        cells.push(row.change.as_ref().map_or_else(String::new, |change| match change.break_note {
            Some(_) => words::report::CHANGE_ACROSS_BREAK.to_owned(),
            None => change_in_cell(&row.indicator, change),
        }));
        for comparison in &row.comparisons {
            cells.push(match &comparison.outcome {
                Ok(compared) => {
                    let value = value_text(&row.indicator, compared.shown);
                    let year = year_with_age(row, compared.year, compared.age);
                    let verdict = compared_text(row, compared);
                    let verdict = if verdict.is_empty() { verdict } else { format!("; {verdict}") };
                    format!("{value} ({year}){verdict}")
                }
                Err(reason) => no_comparison_cell(*reason),
            });
        }
        if has_target {
            cells.push(row.target.as_ref().map_or_else(String::new, |against| {
                let verdict = target_verdict_text(against);
                format!("{}; {verdict}", value_text(&row.indicator, against.target.value))
            }));
        }
        cells.extend(has_status.then(|| standing_text(row)));
        cells
    };
    Table {
        title: theme.title().to_owned(),
        headings,
        rows: rows.iter().map(cells).collect(),
        notes: Vec::new(),
    }
}

/// `7.9% (6.1% to 10.2%), 51 of 646`, led by the count where that says more.
fn figure_cell(row: &Row) -> String {
    let interval = row
        .interval
        .filter(|_| row.indicator.kind != crate::indicator::Kind::Count)
        .map(|interval| format!(" ({})", interval_text(&row.indicator, interval)))
        .unwrap_or_default();
    let (value, counts) = (format!("{}{interval}", figure_text(row)), counts_text(row));
    match (counts.is_empty(), row.is_of_few()) {
        (true, _) => value,
        (false, true) => format!("{counts}, {value}"),
        (false, false) => format!("{value}, {counts}"),
    }
}

impl ThemeReport {
    /// The sentences about each measure, and the parts of the commentary on it with their labels.
    pub fn said(&self) -> impl Iterator<Item = (&str, impl Iterator<Item = (&'static str, &str)>)> {
        self.sentences.iter().zip(&self.remarks).map(|(sentence, remark)| {
            let account = remark.iter().flat_map(Remark::account);
            (sentence.as_str(), account.map(|(part, text)| (words::commentary::part(part), text)))
        })
    }
}

/// As many letters as a printed page of headlines, definitions and notes holds.
const LETTERS_A_PAGE: usize = 2_800;

/// As many pages as a report has besides its measures: talking points, contents, definitions and notes.
const FIRST_PAGES: usize = 3;

impl Committee {
    /// The report with its headlines alone, without the sentences about each measure.
    #[must_use]
    pub fn headlines_only(&self) -> Self {
        let is_told = |title: &str| self.brief.rows.iter().any(|row| row[0] == title);
        Self {
            themes: Vec::new(),
            definitions: self.definitions.iter().filter(|(title, _)| is_told(title)).cloned().collect(),
            ..self.clone()
        }
    }

    /// About how many pages of A4 it prints on, as reports of councils were found to: a page takes three or four measures, or four charts,
    /// or so many letters where it is short.
    pub fn pages(&self) -> usize {
        if self.themes.is_empty() {
            return self.to_text().chars().count().div_ceil(LETTERS_A_PAGE).max(1);
        }
        let measures: usize = self.themes.iter().map(|theme| theme.indicators.len()).sum();
        let charts: usize = self.themes.iter().map(|theme| theme.charts.len()).sum();
        FIRST_PAGES + (measures * 29 + charts * 26).div_ceil(100)
    }

    /// The table that replaces those of the themes.
    fn first_table(&self) -> Option<&Table> {
        Some(&self.brief).filter(|table| self.themes.is_empty() && !table.rows.is_empty())
    }

    /// The report as HTML that Word pastes: headings, sentences and tables.
    pub fn to_html(&self) -> String {
        let mut html = format!("<h1>{}</h1><p>{}</p>", escaped(&self.title), escaped(&self.introduction));
        if !self.agenda.is_empty() {
            let _ = write!(html, "<h2>{}</h2>", headings::TALKING_POINTS);
        }
        for part in &self.agenda {
            let _ = write!(html, "<h3>{}</h3><ul>", escaped(&part.heading));
            for point in &part.points {
                let _ = write!(html, "<li><b>{}</b>: {}</li>", escaped(&point.title), escaped(&point.text));
            }
            let _ = write!(html, "</ul><p>{}</p>", part.more_text());
        }
        html.extend(self.first_table().map(Table::to_html));
        for theme in &self.themes {
            let _ = write!(html, "<h2>{}</h2>", escaped(theme.theme.title()));
            let _ = write!(html, "<p>{}</p><ul>", escaped(theme.summary.as_deref().unwrap_or_default()));
            for (sentence, said) in theme.said() {
                let _ = write!(html, "<li>{}", escaped(sentence));
                for (part, text) in said {
                    let _ = write!(html, "<br><b>{part}</b>: {}", escaped(text));
                }
                html.push_str("</li>");
            }
            html.push_str("</ul>");
            html.push_str(&theme.table.to_html());
        }
        if let Some(actions) = &self.actions {
            let _ = write!(html, "<h2>{}</h2>{}", actions.title, actions.to_html());
        }
        if let Some(caseloads) = &self.caseloads {
            let _ = write!(html, "<h2>{}</h2>{}", caseloads.title, caseloads.to_html());
        }
        let _ = write!(html, "<h2>{}</h2>", headings::DEFINITIONS);
        for (title, definition) in &self.definitions {
            let _ = write!(html, "<p><b>{}</b>: {}</p>", escaped(title), escaped(definition));
        }
        let _ = write!(html, "<h2>{}</h2>", headings::NOTES_AND_SOURCES);
        for note in &self.notes {
            let _ = write!(html, "<p>{}</p>", escaped(note));
        }
        html
    }

    /// The report as plain text.
    pub fn to_text(&self) -> String {
        let mut parts = vec![self.title.clone(), self.introduction.clone()];
        for part in &self.agenda {
            parts.push(part.heading.clone());
            parts.extend(part.points.iter().map(|point| format!("{}: {}", point.title, point.text)));
            parts.extend(Some(part.more_text()).filter(|more| !more.is_empty()));
        }
        parts.extend(self.first_table().map(Table::to_text));
        for theme in &self.themes {
            let lines = std::iter::once(theme.theme.title()).chain(theme.summary.as_deref());
            let mut lines: Vec<String> = lines.map(str::to_owned).collect();
            for (sentence, said) in theme.said() {
                lines.push(sentence.to_owned());
                lines.extend(said.map(|(part, text)| format!("{part}: {text}")));
            }
            parts.push(lines.join("\r\n"));
            parts.push(theme.table.to_text());
        }
        parts.extend(self.actions.iter().chain(&self.caseloads).map(Table::to_text));
        parts.extend(self.definitions.iter().map(|(title, definition)| format!("{title}: {definition}")));
        parts.extend(self.notes.iter().cloned());
        parts.join("\r\n\r\n") + "\r\n"
    }
}
