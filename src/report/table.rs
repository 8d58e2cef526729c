use std::fmt::Write as _;

use crate::compare::{Comparison, Row};

use super::words::{
    change_text, comparator_name, counts_text, figure_text, interval_text, no_comparison_text, sources,
    value_text, verdict_text,
};
use super::{ATTRIBUTION, sentence};

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

impl Table {
    /// Rows as lines with tabs between cells, as Excel pastes them.
    pub fn to_text(&self) -> String {
        let cell = |text: &String| text.replace(['\t', '\n', '\r'], " ");
        let line = |cells: &Vec<String>| cells.iter().map(cell).collect::<Vec<_>>().join("\t");
        let mut lines = vec![self.title.clone()];
        lines.push(line(&self.headings));
        lines.extend(self.rows.iter().map(line));
        lines.extend(self.notes.iter().cloned());
        lines.into_iter().filter(|line| !line.is_empty()).map(|line| line + "\r\n").collect()
    }

    /// A plain HTML table with caption and notes, as Word pastes it.
    pub fn to_html(&self) -> String {
        let mut html = String::from("<table border=\"1\">");
        let row = |html: &mut String, tag: &str, cells: &[String]| {
            html.push_str("<tr>");
            for cell in cells {
                let _ = write!(html, "<{tag}>{}</{tag}>", escaped(cell));
            }
            html.push_str("</tr>");
        };
        let _ = write!(html, "<caption>{}</caption><thead>", escaped(&self.title));
        row(&mut html, "th", &self.headings);
        html.push_str("</thead><tbody>");
        for cells in &self.rows {
            row(&mut html, "td", cells);
        }
        html.push_str("</tbody></table>");
        for note in &self.notes {
            let _ = write!(html, "<p>{}</p>", escaped(note));
        }
        html
    }
}

/// Text as HTML that shows it.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The rows of a scorecard as a table: each figure with its counts, change, comparators with their years, and the
/// verdict beside England. `note` is added to the sources below.
pub fn scorecard_table(title: String, rows: &[&Row], note: &str) -> Table {
    let comparators: Vec<String> = rows
        .first()
        .map(|row| row.comparisons.iter().map(|comparison| comparator_name(comparison.with, None)).collect())
        .unwrap_or_default();
    let mut headings: Vec<String> =
        ["Indicator", "Period", "Figure", "Counts", "95% interval", "Change"].map(str::to_owned).to_vec();
    for name in comparators {
        headings.push(name.clone());
        headings.push(format!("Beside {name}"));
    }
    headings.push("In words".to_owned());
    let cells = |row: &&Row| {
        let mut cells = vec![
            row.indicator.title.to_owned(),
            row.period.map(|period| period.label(row.indicator.basis)).unwrap_or_default(),
            figure_text(row),
            counts_text(row),
            row.interval.map(interval_text).unwrap_or_default(),
            row.change.as_ref().map(|change| change_text(row.indicator, change)).unwrap_or_default(),
        ];
        for comparison in &row.comparisons {
            cells.extend(comparison_cells(row, comparison));
        }
        cells.push(sentence(row));
        cells
    };
    let mut notes = source_notes(rows);
    notes.extend((!note.is_empty()).then(|| note.to_owned()));
    Table { title, headings, rows: rows.iter().map(cells).collect(), notes }
}

/// The sources of the comparators, with the attribution they ask for.
pub fn source_notes(rows: &[&Row]) -> Vec<String> {
    let mut notes: Vec<String> =
        sources(rows.iter().copied()).into_iter().map(|source| format!("Source: {source}.")).collect();
    if !notes.is_empty() {
        notes.push(ATTRIBUTION.to_owned());
    }
    notes
}

/// The comparator's value with its year, and the verdict.
fn comparison_cells(row: &Row, comparison: &Comparison) -> [String; 2] {
    match &comparison.outcome {
        Ok(compared) => {
            let of = compared.neighbours.map_or_else(String::new, |(with_figure, all)| {
                format!(", {with_figure} of {all} had a figure")
            });
            [
                format!("{} ({}{of})", value_text(row.indicator, compared.shown), compared.year),
                verdict_text(compared.verdict, compared.points.to_f64() > 0.0),
            ]
        }
        Err(reason) => [no_comparison_text(*reason), String::new()],
    }
}
