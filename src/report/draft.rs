//! A checked draft: its findings in sentences, and copies of both.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::check::{Context, Finding, Kind, Reason, Verdict, check};
use crate::number::Decimal;
use crate::read::Problem;
use crate::sorting::Sorting;
use crate::words::screens::check as words;

use super::table::{Copied, Table, escaped};

/// What was found in a draft, as it is shown.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Checked {
    /// One for each number checked, in the order of the text.
    pub found: Vec<Found>,
    /// How many more numbers its sentences state, which could not be checked.
    pub unchecked: usize,
    /// Why nothing was checked, or what was left out.
    pub problems: Vec<Problem>,
}

/// One finding, as it is shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Found {
    /// Where the number stands, in bytes of the text.
    pub span: Range<usize>,
    /// Where its sentence stands.
    pub sentence: Range<usize>,
    /// What came out.
    pub verdict: Verdict,
    /// The recomputation.
    pub message: String,
    /// What to write instead, or `None` where nothing is suggested.
    pub suggestion: Option<String>,
    /// The numbers of children that the recomputation says.
    pub counts: Vec<u64>,
}

/// Checks a draft.
pub fn checked(text: &str, context: &Context) -> Checked {
    let report = check(text, context);
    let found = report.findings.into_iter().map(Found::from).collect();
    Checked { found, unchecked: report.unchecked, problems: report.problems }
}

impl Checked {
    /// What is known of a text that was changed in one place, until it is checked anew: what was found before that place and
    /// after it.
    #[must_use]
    pub fn after_edit(&self, old: &str, new: &str) -> Self {
        let edit = Edit::between(old, new);
        let moved = |found: &Found| {
            let sentence = edit.moved(&found.sentence).unwrap_or_else(|| edit.widened(&found.sentence));
            Some(Found { span: edit.moved(&found.span)?, sentence, ..found.clone() })
        };
        Self { found: self.found.iter().filter_map(moved).collect(), ..self.clone() }
    }
}

/// A text put in place of part of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Edit {
    /// Where the two begin to differ.
    start: usize,
    /// Where the same begins again in the old text, and in the new.
    ends: (usize, usize),
}

impl Edit {
    /// The edit that makes one text of another.
    pub(crate) fn between(old: &str, new: &str) -> Self {
        let (old, new) = (old.as_bytes(), new.as_bytes());
        let same = |(old, new): &(&u8, &u8)| old == new;
        let start = old.iter().zip(new).take_while(same).count();
        let end = old[start..].iter().rev().zip(new[start..].iter().rev()).take_while(same).count();
        Self { start, ends: (old.len() - end, new.len() - end) }
    }

    /// Where something is now that was outside what was replaced, or `None` if it was not.
    pub(crate) fn moved(self, span: &Range<usize>) -> Option<Range<usize>> {
        let (old, new) = self.ends;
        if span.start >= old {
            Some(span.start - old + new..span.end - old + new)
        } else {
            (span.end <= self.start).then(|| span.clone())
        }
    }

    /// Where something is now of which a part was replaced.
    fn widened(self, span: &Range<usize>) -> Range<usize> {
        let (old, new) = self.ends;
        let end = if span.end >= old { span.end - old + new } else { new };
        span.start.min(self.start)..end
    }
}

impl From<Finding> for Found {
    fn from(finding: Finding) -> Self {
        Self {
            message: finding.message(),
            counts: counts(&finding),
            span: finding.span,
            sentence: finding.sentence,
            verdict: finding.verdict,
            suggestion: finding.suggestion,
        }
    }
}

/// The numbers of children that a recomputation says, and those that follow from two of them.
fn counts(finding: &Finding) -> Vec<u64> {
    let whole = |numbers: &[Decimal]| {
        let count = |number: &Decimal| u64::try_from(number.units()).ok().filter(|_| number.decimals() == 0);
        numbers.iter().filter_map(count).collect()
    };
    match &finding.reason {
        Reason::Share { count, base } | Reason::Possible { count, base } => {
            vec![*count, *base, base.saturating_sub(*count)]
        }
        Reason::Impossible { base, below, above, .. } => vec![*base, *below, *above],
        Reason::Before { from, to } => vec![*from, *to],
        Reason::Multiple { from, to } => whole(&[*from, *to]),
        Reason::NoBase(count) | Reason::Rate { count, .. } => vec![*count],
        Reason::Sum { parts, .. } if finding.kind == Kind::Sum => whole(parts),
        _ => Vec::new(),
    }
}

/// A draft with what was found in it.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckedDraft {
    /// The text.
    pub text: String,
    /// What was found, without what the person dismissed.
    pub found: Vec<Found>,
}

/// A piece of a draft, as it is drawn: a line, or the rows of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A line.
    Line(Range<usize>),
    /// Rows of cells.
    Rows(Vec<Vec<Range<usize>>>),
}

/// Rows drawn as one table.
const MOST_ROWS: usize = 40;

/// The pieces of a text, in order, without blank lines. Lines with tabs are rows.
pub fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut is_in_table = false;
    for raw in text.split_inclusive('\n') {
        let line = start..start + raw.trim_end_matches(['\n', '\r']).len();
        start += raw.len();
        let has_cells = text[line.clone()].contains('\t');
        if has_cells {
            let row = cells(text, line);
            match pieces.last_mut() {
                Some(Piece::Rows(rows)) if is_in_table && rows.len() < MOST_ROWS => rows.push(row),
                _ => pieces.push(Piece::Rows(vec![row])),
            }
        } else if !text[line.clone()].trim().is_empty() {
            pieces.push(Piece::Line(line));
        }
        is_in_table = has_cells;
    }
    pieces
}

fn cells(text: &str, line: Range<usize>) -> Vec<Range<usize>> {
    let mut start = line.start;
    let cell = |cell: &str| {
        let range = start..start + cell.len();
        start = range.end + 1;
        range
    };
    text[line].split('\t').map(cell).collect()
}

impl CheckedDraft {
    /// The findings, the most serious first.
    pub fn by_seriousness(&self) -> Vec<&Found> {
        let mut found: Vec<&Found> = self.found.iter().collect();
        found.arrange_by_key(|each| each.verdict);
        found
    }

    /// The findings as a table to copy.
    pub fn to_table(&self) -> Table {
        let row = |found: &&Found| {
            let part = |range: &Range<usize>| self.text.get(range.clone()).unwrap_or_default().to_owned();
            vec![
                words::verdict(found.verdict).to_owned(),
                part(&found.span),
                part(&found.sentence),
                found.message.clone(),
                found.suggestion.clone().unwrap_or_default(),
            ]
        };
        Table {
            title: words::LIST.to_owned(),
            headings: words::COLUMNS.map(str::to_owned).to_vec(),
            rows: self.by_seriousness().iter().map(row).collect(),
            notes: Vec::new(),
        }
    }

    /// The text to copy, as it is now.
    pub fn to_copied(&self) -> Copied {
        let text = |range: &Range<usize>| escaped(&self.text[range.clone()]);
        let row = |cells: &Vec<Range<usize>>| {
            let cells: Vec<String> = cells.iter().map(text).collect();
            format!("<tr><td>{}</td></tr>", cells.join("</td><td>"))
        };
        let piece = |piece: &Piece| match piece {
            Piece::Line(line) => format!("<p>{}</p>", text(line)),
            Piece::Rows(rows) => format!("<table>{}</table>", rows.iter().map(row).collect::<String>()),
        };
        Copied { text: self.text.clone(), html: pieces(&self.text).iter().map(piece).collect() }
    }
}
