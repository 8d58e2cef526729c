//! A report for a committee: each theme with its sentences, table and charts, and the definitions at the end.

use std::borrow::Cow;

use std::fmt::Write as _;

use crate::area::neighbours;
use crate::commentary::Remark;
use crate::compare::{
    self, Charted, Choices, Comparison, ENGLAND, Extent, LastPeriods, Length, OverTime, Row, Scorecard,
};
use crate::figure::Figure;
use crate::indicator::{Indicator, Measure, Theme, ids};
use crate::period::Period;

use super::brief::{compared_cell, target_in_line};
use super::charts::{monthly_chart, neighbours_chart};
use super::definitions::{definitions, short_definitions};
use super::findings::usual_since;
use super::table::escaped;
use super::table::notes_of_some;
use super::trend_chart::trend_chart;
use super::{Chart, Findings, Rest, Table, Told, action_table, findings, told};
use crate::words;
use crate::words::comparator::{no_comparison_cell, published_in_line};
use crate::words::figure::{counts_alone, figure_text, interval_text};
use crate::words::findings::{change_cell, change_since, other_period};
use crate::words::screens::report as headings;
use crate::words::sentence::{is_of_unsaid_months, summary};
use crate::words::standing::status_in_cell;

/// A report for a committee.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Committee {
    /// The council and the period.
    pub title: String,
    /// What is compared with what, in whole sentences.
    pub introduction: String,
    /// What to act on, what to watch and what goes well.
    pub findings: Findings,
    /// What months or quarters show, where there are any: what, and which measures.
    pub months: Vec<[String; 2]>,
    /// How many measures are over time.
    pub over_time: usize,
    /// What must be known to read these.
    pub notes_over_time: Vec<String>,
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
    /// What several of its charts have in common.
    pub chart_notes: Vec<String>,
    /// What remains of it where it is short.
    short: Short,
}

/// What is at the end of a short report.
#[derive(Clone, Debug, Default, PartialEq)]
struct Short {
    introduction: String,
    definitions: Vec<(Cow<'static, str>, String)>,
    notes: Vec<String>,
}

/// As many measures have a line on the first page.
const FIRST_LINES: usize = 14;

/// One theme of a report.
#[derive(Clone, Debug, PartialEq)]
pub struct ThemeReport {
    /// The theme.
    pub theme: Theme,
    /// How many of its measures are how, where that can be said.
    pub summary: Option<String>,
    /// The rows of its table, as indicators.
    pub indicators: Vec<Measure>,
    /// The table.
    pub table: Table,
    /// What is said of some of its measures.
    pub told: Vec<Told>,
    /// Its charts: first those of what is told, in that order.
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
    let findings = findings(card, choices.period, FIRST_LINES, Rest::Named);
    let over_time = over_time_of(figures, choices);
    let mut all_told = told(card, &findings, over_time.as_ref(), remarks);
    let themes = Theme::ALL.into_iter().filter_map(|theme| {
        let rows: Vec<&Row> = rows.iter().copied().filter(|row| row.indicator.theme == theme).collect();
        if rows.is_empty() {
            return None;
        }
        let (mut told, others): (Vec<Told>, Vec<Told>) =
            std::mem::take(&mut all_told).into_iter().partition(|told| told.measure.theme == theme);
        all_told = others;
        Some(ThemeReport {
            theme,
            summary: summary(&rows),
            indicators: rows.iter().map(|row| row.indicator.clone()).collect(),
            table: theme_table(theme, &rows, findings.usual),
            charts: theme_charts(theme, &rows, &mut told, (figures, choices, charted), &findings),
            told,
        })
    });
    let mut themes: Vec<ThemeReport> = themes.collect();
    let hidden = || (!hidden.is_empty()).then(|| hidden.to_owned());
    Committee {
        title: title(card, choices),
        introduction: covers(card, choices, Extent::All),
        short: Short {
            introduction: covers(card, choices, Extent::Headlines),
            ..short(&rows, &findings, hidden())
        },
        months: over_time.as_ref().map(words::courses::summary).unwrap_or_default(),
        over_time: over_time.as_ref().map_or(0, |over_time| over_time.rows.len()),
        notes_over_time: over_time.as_ref().map(words::over_time::notes_in_report).unwrap_or_default(),
        findings,
        actions: action_table(&card.rows, remarks),
        caseloads: None,
        definitions: definitions(&rows),
        notes: notes(&rows, &rows).chain(hidden()).collect(),
        chart_notes: notes_of_several(&mut themes)
            .iter()
            .map(|note| words::charts::of_several(note))
            .collect(),
        themes,
    }
}

/// The charts of a theme: those of what is told of on the first page first, which have their number noted.
fn theme_charts(
    theme: Theme,
    rows: &[&Row],
    told: &mut [Told],
    (figures, choices, charted): (&[Figure], &Choices, Charted),
    findings: &Findings,
) -> Vec<Chart> {
    let mut charts = Vec::new();
    let is_first = |measure: &Measure| {
        findings.measures().any(|each| each == measure) || !findings.is_to_act_on(measure)
    };
    for each in told.iter_mut() {
        let row = rows.iter().find(|row| row.indicator == each.measure);
        let is_charted = match charted {
            Charted::FirstPage => is_first(&each.measure),
            Charted::Every => true,
            Charted::None => false,
        };
        let of_row = row.filter(|_| is_charted).map(|row| charts_of(row, figures, choices));
        let of_row = of_row.unwrap_or_default();
        each.charts = of_row.len();
        charts.extend(of_row);
    }
    let is_told = |row: &&&Row| told.iter().any(|told| told.measure == row.indicator);
    let others = rows.iter().filter(|row| charted == Charted::Every && !is_told(row));
    charts.extend(others.flat_map(|row| charts_of(row, figures, choices)));
    let is_ours = theme == Theme::OurChildren && charted != Charted::None;
    charts.extend(is_ours.then(|| monthly_of(figures, choices)).flatten());
    // The sources stand once, at the end of the report.
    charts.into_iter().map(without_sources).collect()
}

/// Returns the months or quarters, or `None` where figures are of years alone.
fn over_time_of(figures: &[Figure], choices: &Choices) -> Option<OverTime> {
    let length = Length::to_report(figures, choices.period)?;
    let last = LastPeriods::to_begin(figures, choices.period);
    Some(OverTime::of(figures, choices, length, last))
}

/// The notes on some rows that were chosen from all.
fn notes(some: &[&Row], all: &[&Row]) -> impl Iterator<Item = String> {
    let months = some.iter().any(|row| is_of_unsaid_months(row));
    let months = months.then(|| words::report::MONTHS_NOT_SAID.to_owned());
    months.into_iter().chain(notes_of_some(some, all))
}

/// The definitions of the measures on the first page, and the notes on them alone.
fn short(rows: &[&Row], findings: &Findings, hidden: Option<String>) -> Short {
    let is_told = |row: &&&Row| findings.measures().any(|measure| *measure == row.indicator);
    let told: Vec<&Row> = rows.iter().filter(is_told).copied().collect();
    let has_hidden = rows.iter().any(|row| row.amount.is_hidden());
    Short {
        introduction: String::new(),
        definitions: short_definitions(&told),
        notes: notes(&told, rows).chain(hidden.filter(|_| has_hidden)).collect(),
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

/// What is compared with what and, unless it is in short, in which order headlines are, in whole sentences.
pub fn introduction(card: &Scorecard, choices: &Choices, extent: Extent) -> String {
    let covers = covers(card, choices, extent);
    if card.rows.is_empty() || extent == Extent::Headlines {
        covers
    } else {
        format!("{covers} {}", order_of_headlines(card))
    }
}

/// What is compared with what: in short with England alone.
fn covers(card: &Scorecard, choices: &Choices, extent: Extent) -> String {
    let compared = card.rows.first().map_or(&[][..], |row| &row.comparisons);
    let is_shown = |each: &&Comparison| extent == Extent::All || *each.with.kind == ENGLAND;
    let compared: Vec<&Comparison> = compared.iter().filter(is_shown).collect();
    words::report::introduction(card, choices.council, choices.period, &compared)
}

/// In which order headlines and talking points are, in one sentence.
pub fn order_of_headlines(card: &Scorecard) -> String {
    let of_care = card.rows.iter().filter(|row| row.indicator.theme != Theme::AllPupils);
    words::agenda::headlines_worst_first(&of_care.collect::<Vec<_>>())
}

/// A table narrow enough for a page: years and verdicts beside others are said in the sentences below it.
fn theme_table(theme: Theme, rows: &[&Row], usual: Option<Period>) -> Table {
    let has_target = rows.iter().any(|row| row.target.is_some());
    let comparisons = rows.first().map(|row| &row.comparisons).into_iter().flatten();
    let since = usual_since(rows);
    let [measure, figure] = words::report::COMMITTEE_COLUMNS.map(str::to_owned);
    let mut headings = vec![measure, figure, change_since(since)];
    headings.extend(comparisons.map(|comparison| comparison.with.name.short.to_owned()));
    headings.extend(has_target.then(|| words::report::TARGET.to_owned()));
    headings.push(words::report::STATUS.to_owned());
    let cells = |row: &&Row| {
        let mut cells = vec![row.indicator.title.clone().into_owned(), figure_cell(row, usual)];
        cells.push(change_cell(row, since));
        for comparison in &row.comparisons {
            cells.push(match &comparison.outcome {
                Ok(compared) => compared_cell(row, compared),
                Err(reason) => no_comparison_cell(*reason),
            });
        }
        cells.extend(has_target.then(|| target_in_line(row)));
        cells.push(status_in_cell(row));
        cells
    };
    let rows: Vec<Vec<String>> = rows.iter().map(cells).collect();
    // Of the measure and its figure there is always a column; of others where something is in it.
    let is_kept = |at: usize| at < 2 || rows.iter().any(|row| !row[at].is_empty());
    let kept = |texts: &[String]| -> Vec<String> {
        texts.iter().enumerate().filter(|(at, _)| is_kept(*at)).map(|(_, text)| text.clone()).collect()
    };
    Table {
        title: theme.title().to_owned(),
        headings: kept(&headings),
        rows: rows.iter().map(|row| kept(row)).collect(),
        notes: Vec::new(),
    }
}

/// `7.9% (6.1% to 10.2%), 51 of 646; 2021/22`, led by the count where that says more, with the year where it is not that of most.
fn figure_cell(row: &Row, usual: Option<Period>) -> String {
    let interval = row
        .interval
        .filter(|_| row.indicator.kind != crate::indicator::Kind::Count)
        .map(|interval| format!(" ({})", interval_text(&row.indicator, interval)))
        .unwrap_or_default();
    let (value, counts) = (format!("{}{interval}", figure_text(row)), counts_alone(row));
    let text = match (counts.is_empty(), row.is_of_few()) {
        (true, _) => value,
        (false, true) => format!("{counts}, {value}"),
        (false, false) => format!("{value}, {counts}"),
    };
    let parts = [text, other_period(row, usual), published_in_line(row)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}

impl Committee {
    /// The report with its headlines alone, without the sentences about each measure.
    #[must_use]
    pub fn headlines_only(&self) -> Self {
        let Short { introduction, definitions, notes } = self.short.clone();
        Self { introduction, themes: Vec::new(), chart_notes: Vec::new(), definitions, notes, ..self.clone() }
    }

    /// The report as HTML that Word pastes: headings, sentences and tables.
    pub fn to_html(&self) -> String {
        let mut html = format!("<h1>{}</h1><p>{}</p>", escaped(&self.title), escaped(&self.introduction));
        self.findings_html(&mut html);
        for theme in &self.themes {
            let _ = write!(html, "<h2>{}</h2>", escaped(theme.theme.title()));
            let _ = write!(html, "<p>{}</p>", escaped(theme.summary.as_deref().unwrap_or_default()));
            html.push_str(&theme.table.to_html());
            html.push_str("<ul>");
            for told in &theme.told {
                let _ =
                    write!(html, "<li><b>{}</b>: {}", escaped(&told.measure.title), escaped(&told.sentence));
                for (part, text) in told.parts() {
                    let _ = write!(html, "<br><b>{part}</b>: {}", escaped(text));
                }
                html.push_str("</li>");
            }
            html.push_str("</ul>");
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
        for note in self.notes.iter().chain(&self.chart_notes) {
            let _ = write!(html, "<p>{}</p>", escaped(note));
        }
        html
    }

    /// What to act on, what to watch and what goes well.
    fn findings_html(&self, html: &mut String) {
        for group in &self.findings.groups {
            let _ = write!(html, "<h2>{}</h2><p>{}</p>", group.heading(), escaped(&group.counted));
            html.extend(group.table().map(|table| table.to_html()));
        }
        for note in self.findings.notes() {
            let _ = write!(html, "<p>{}</p>", escaped(note));
        }
        for [what, which] in &self.months {
            let _ = write!(html, "<p><b>{}</b>{}</p>", escaped(what), escaped(which));
        }
    }

    /// The report as plain text.
    pub fn to_text(&self) -> String {
        let mut parts = vec![self.title.clone(), self.introduction.clone()];
        for group in &self.findings.groups {
            let counted = || format!("{}: {}", group.heading(), group.counted);
            parts.push(group.table().map_or_else(counted, |table| table.to_text()));
        }
        parts.extend(self.findings.notes().map(str::to_owned));
        parts.extend(self.months.iter().map(|line| line.concat()));
        for theme in &self.themes {
            let lines = std::iter::once(theme.theme.title()).chain(theme.summary.as_deref());
            let mut lines: Vec<String> = lines.map(str::to_owned).collect();
            for told in &theme.told {
                lines.push(format!("{}: {}", told.measure.title, told.sentence));
                lines.extend(told.parts().map(|(part, text)| format!("{part}: {text}")));
            }
            parts.push(lines.join("\r\n"));
            parts.push(theme.table.to_text());
        }
        parts.extend(self.actions.iter().chain(&self.caseloads).map(Table::to_text));
        parts.extend(self.definitions.iter().map(|(title, definition)| format!("{title}: {definition}")));
        parts.extend(self.notes.iter().chain(&self.chart_notes).cloned());
        parts.join("\r\n\r\n") + "\r\n"
    }
}
