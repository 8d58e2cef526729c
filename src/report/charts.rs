//! Charts with all that belongs to them: a headline that states the message, what is measured, a sentence and a table.

use crate::area::Area;
use crate::chart::{Anchor, Bar, Bars, Column, Columns, Ink, Picture, Shape};
use crate::compare::{Entered, NEIGHBOURS, RankScope, Row};
use crate::indicator::Good;
use crate::number::{Decimal, Exact};
use crate::period::Period;

use super::Table;
use super::table::figure_notes;
use crate::sorting::Sorting;
use crate::words::charts as words;
use crate::words::comparator::comparator_name;
use crate::words::figure::value_text;
use crate::words::text::{counted, model_number};

/// A chart and its words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chart {
    /// A name for its ids and files: small letters and hyphens.
    pub id: String,
    /// The message.
    pub headline: String,
    /// What is measured, where and when.
    pub subtitle: String,
    /// What it shows, in words.
    pub sentence: String,
    /// Whether every number of it stands in the drawing.
    pub has_its_numbers: bool,
    /// What must be known to read it.
    pub notes: Vec<String>,
    /// The sources, and as of when they are.
    pub sources: Vec<String>,
    /// The drawing.
    pub picture: Picture,
    /// The drawing for a narrow screen; `None` where one drawing suits all.
    pub narrow: Option<Picture>,
    /// Its numbers.
    pub table: Table,
}

impl Chart {
    /// The drawing with its words above and its notes below, for a file that stands alone.
    pub fn as_file(&self) -> Picture {
        const MARGIN: f64 = 16.0;
        const LINE: f64 = 18.0;
        // About as many letters as a line holds.
        const LETTERS: usize = 88;
        let mut shapes = Vec::new();
        let mut y = MARGIN + 8.0;
        let mut write = |text: &str, ink: Ink, y: &mut f64| {
            let is_strong = ink == Ink::Text;
            for line in wrapped(text, if is_strong { LETTERS - 12 } else { LETTERS }) {
                shapes.push(Shape::Text {
                    at: (MARGIN, *y),
                    text: line,
                    anchor: Anchor::Start,
                    ink,
                    is_strong,
                });
                *y += LINE;
            }
        };
        write(&self.headline, Ink::Text, &mut y);
        write(&self.subtitle, Ink::Quiet, &mut y);
        let top = y;
        y += self.picture.height + LINE;
        for note in self.notes.iter().chain(&self.sources) {
            write(note, Ink::Quiet, &mut y);
        }
        shapes.extend(self.picture.shapes.iter().map(|shape| shape.moved(MARGIN, top)));
        Picture { width: self.picture.width + 2.0 * MARGIN, height: y, shapes }
    }

    /// The same with one note more, unless it is empty.
    #[must_use]
    pub fn with_note(mut self, note: &str) -> Self {
        if !note.is_empty() {
            self.notes.push(note.to_owned());
            self.table.notes.push(note.to_owned());
        }
        self
    }
}

/// A text in lines of at most so many letters, broken at spaces.
fn wrapped(text: &str, letters: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= letters => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The council among its statistical neighbours, and beside them the councils that were chosen to compare with, in their colours;
/// `None` if it has no rank among them.
pub(super) fn neighbours_chart(row: &Row, council: &Area, neighbours: &[&'static Area]) -> Option<Chart> {
    let indicator = &row.indicator;
    let position = row.position.as_ref().ok()?;
    let rank = position.beside(&NEIGHBOURS)?;
    let (value, shown) = (row.value?, row.shown?);
    let named = |area: &'static Area| {
        let chosen = row.comparisons.iter().find(|each| each.with.kind.council() == Some(area));
        match (neighbours.contains(&area), chosen.map(|each| each.with.ink)) {
            (true, ink) => Some((area.name.to_owned(), ink.unwrap_or(Ink::Others))),
            (false, Some(ink)) => Some((words::added(area.name), ink)),
            (false, None) => None,
        }
    };
    let of_area = |(value, area): (Decimal, &'static Area)| {
        let (name, ink) = named(area)?;
        Some((value.into(), value, name, ink))
    };
    let mut found: Vec<(Exact, Decimal, String, Ink)> =
        position.distribution.values().filter_map(of_area).collect();
    found.push((value, shown, council.name.to_owned(), Ink::Own));
    // The best on top; the highest where no direction is good. Of equals the council comes first.
    found.arrange_by(|a, b| {
        let order = if indicator.good == Good::Low { a.0.cmp(&b.0) } else { b.0.cmp(&a.0) };
        order.then((a.3 != Ink::Own).cmp(&(b.3 != Ink::Own)))
    });
    let lines = row.comparisons.iter().filter_map(|comparison| {
        let compared = comparison.outcome.as_ref().ok().filter(|compared| compared.year == position.year)?;
        let kind = comparison.with.kind;
        // Of those that hold no rank there would be too many lines.
        (kind.rank_scope != RankScope::None).then(|| {
            let name = comparator_name(&comparison.with, None);
            let ink = comparison.with.ink;
            (compared.value.to_f64(), words::named_value(&name, indicator, compared.shown), ink)
        })
    });
    let bars = Bars {
        bars: found
            .iter()
            .map(|(value, shown, name, ink)| Bar {
                name: name.clone(),
                value: value.to_f64(),
                label: value_text(indicator, *shown),
                ink: *ink,
            })
            .collect(),
        lines: lines.collect(),
    };
    let sources = figure_notes(&[row]);
    Some(Chart {
        id: format!("neighbours-{}", indicator.id),
        headline: words::neighbours_headline(indicator, council, rank),
        subtitle: words::neighbours_subtitle(row, position, rank),
        sentence: found
            .iter()
            .map(|(_, shown, name, _)| words::named_value(name, indicator, *shown))
            .collect::<Vec<_>>()
            .join(", ")
            + ".",
        has_its_numbers: true,
        picture: bars.picture(),
        narrow: Some(bars.narrow()),
        table: Table {
            title: words::neighbours_title(indicator),
            headings: vec![words::COUNCIL.to_owned(), words::unit(indicator)],
            rows: found
                .iter()
                .map(|(_, shown, name, _)| vec![name.clone(), value_text(indicator, *shown)])
                .collect(),
            notes: sources.clone(),
        },
        notes: Vec::new(),
        sources,
    })
}

/// Unaccompanied and other children by month, with the share; `None` for fewer than three months.
pub(super) fn monthly_chart(
    unaccompanied: &[Entered],
    all: &[Entered],
    council: Option<&Area>,
) -> Option<Chart> {
    let months: Vec<(Period, u64, u64)> = unaccompanied
        .iter()
        .filter_map(|each| {
            let total = all.iter().find(|total| total.period == each.period)?;
            let (some, total) = (whole(each.shown)?, whole(total.shown)?);
            (some <= total && total > 0).then_some((each.period, some, total))
        })
        .collect();
    let [first, .., last] = months.as_slice() else { return None };
    if months.len() < 3 {
        return None;
    }
    let share = |some: u64, total: u64| {
        Exact::scaled(some, total, 100).map(|share| format!("{}%", share.rounded(1))).unwrap_or_default()
    };
    #[expect(clippy::cast_precision_loss, reason = "numbers of children")]
    let column = |(period, some, total): &(Period, u64, u64)| Column {
        name: words::month_label(*period),
        first: (total - some) as f64,
        second: *some as f64,
        label: share(*some, *total),
    };
    let counts = |(period, some, total): &(Period, u64, u64)| words::Unaccompanied {
        period: *period,
        count: *some,
        total: *total,
        share: share(*some, *total),
    };
    let (first, last) = (counts(first), counts(last));
    let columns = Columns {
        columns: months.iter().map(column).collect(),
        names: words::MONTHLY_NAMES.map(str::to_owned),
    };
    Some(Chart {
        id: "monthly".to_owned(),
        headline: words::monthly_headline(&first, &last),
        subtitle: words::monthly_subtitle(council, &first, &last),
        has_its_numbers: false,
        sentence: words::monthly_sentence(&first, &last),
        notes: Vec::new(),
        sources: Vec::new(),
        narrow: Some(columns.narrow(|number| model_number(number, 2))),
        picture: columns.picture(|number| model_number(number, 2)),
        table: Table {
            title: words::MONTHLY_TITLE.to_owned(),
            headings: words::MONTHLY_COLUMNS.map(str::to_owned).to_vec(),
            rows: months
                .iter()
                .map(|(period, some, total)| {
                    let cells = [*some, total - some, *total].map(counted);
                    std::iter::once(period.to_string()).chain(cells).chain([share(*some, *total)]).collect()
                })
                .collect(),
            notes: Vec::new(),
        },
    })
}

fn whole(shown: Decimal) -> Option<u64> {
    if shown.decimals() == 0 { u64::try_from(shown.units()).ok() } else { None }
}
