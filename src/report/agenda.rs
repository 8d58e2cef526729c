use crate::compare::{Agenda, FAR_POINTS, Missing, Row, Scorecard, Verdict, Way, agenda};
use crate::period::Period;

use crate::words::comparator::latest_text;
use crate::words::figure::{amount_text, figure_text, value_text};
use crate::words::gap::{closed_text, gap_text};

/// One part of the agenda: its heading and its points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaPart {
    /// What the points have in common.
    pub heading: String,
    /// One line an indicator.
    pub points: Vec<AgendaPoint>,
    /// How many more there are that are not listed.
    pub more: usize,
}

impl AgendaPart {
    /// The same with no more than so many points listed.
    #[must_use]
    pub fn at_most(mut self, points: usize) -> Self {
        self.more += self.points.len().saturating_sub(points);
        self.points.truncate(points);
        self
    }

    /// What is said of those not listed; empty where all are.
    pub fn more_text(&self) -> String {
        if self.more == 0 {
            String::new()
        } else {
            format!("and {} more, in the tables below or not given", self.more)
        }
    }
}

/// One line of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaPoint {
    /// The indicator.
    pub title: &'static str,
    /// Its id.
    pub indicator: &'static str,
    /// What there is to say.
    pub text: String,
}

/// The agenda of a scorecard in words; parts without a point are left out.
pub fn agenda_parts(card: &Scorecard, period: Option<Period>) -> Vec<AgendaPart> {
    let Agenda { worse, better, uncertain, missing } = agenda(card);
    let (bad, good) = match card.way {
        Way::Interval => ("Worse than England", "Better than England"),
        Way::Target => ("Target missed", "Target met"),
        Way::Quartile => ("In the worst quarter of councils (D)", "In the best quarter of councils (A)"),
    };
    let of = |rows: Vec<&Row>, text: fn(&Row) -> String| -> Vec<AgendaPoint> {
        rows.into_iter().map(|row| point(row.indicator, text(row))).collect()
    };
    let parts = [
        (bad.to_owned(), of(worse, judged)),
        (good.to_owned(), of(better, judged)),
        (format!("{FAR_POINTS} points or more from England, but not certain"), of(uncertain, open)),
        (
            "Missing or withheld".to_owned(),
            missing.iter().map(|missing| absent(card, *missing, period)).collect(),
        ),
    ];
    parts
        .into_iter()
        .filter(|(_, points)| !points.is_empty())
        .map(|(heading, points)| AgendaPart { heading, points, more: 0 })
        .collect()
}

fn point(indicator: &'static crate::indicator::Indicator, text: String) -> AgendaPoint {
    AgendaPoint { title: indicator.title, indicator: indicator.id, text }
}

/// `87.8%, England 94% (2023); 7 more care leavers would reach it; getting worse`.
fn judged(row: &Row) -> String {
    let mut texts = vec![beside(row)];
    let gap = match row.way {
        Way::Target => row.target.as_ref().and_then(|target| target.gap),
        _ => row.england().and_then(|england| england.gap),
    };
    texts.extend(
        gap.map(|gap| format!("{} would reach it ({})", gap_text(row.indicator, gap), closed_text(row, gap))),
    );
    if row.is_getting_worse() {
        texts.push("getting worse".to_owned());
    } else if row.is_getting_better() {
        texts.push("getting better".to_owned());
    }
    texts.join("; ")
}

/// Far from England, and why nothing is certain.
fn open(row: &Row) -> String {
    let why = match row.england().map(|england| england.verdict) {
        Some(Verdict::CannotSay(reason)) => format!("cannot be judged: {}", reason.reason()),
        _ => "chance could explain it".to_owned(),
    };
    let england = england(row);
    format!("{}{england}; {why}", led(row))
}

/// The figure and what it is judged by.
fn beside(row: &Row) -> String {
    let other = match (row.way, &row.target) {
        (Way::Target, Some(target)) => format!(", target {}", value_text(row.indicator, target.target.value)),
        _ => england(row),
    };
    format!("{}{other}", led(row))
}

fn england(row: &Row) -> String {
    let Some(england) = row.england() else { return String::new() };
    let value = value_text(row.indicator, england.shown);
    format!(", England {value} ({}{})", england.year, latest_text(row.known, england.is_older))
}

/// The figure, led by its count where that says more.
fn led(row: &Row) -> String {
    if row.is_of_few() {
        format!("{} ({})", super::counts_text(row), figure_text(row))
    } else {
        figure_text(row)
    }
}

fn absent(card: &Scorecard, missing: Missing, period: Option<Period>) -> AgendaPoint {
    let label = |period: Period| period.label(missing.indicator.basis);
    let text = match missing.instead {
        Some(instead) => {
            let period = period.map(|period| format!(" for {}", label(period))).unwrap_or_default();
            format!("no figure{period}; the newest is for {}", label(instead))
        }
        None => card
            .rows
            .iter()
            .find(|row| row.indicator == missing.indicator)
            .map(|row| amount_text(row.indicator, row.amount))
            .unwrap_or_default(),
    };
    point(missing.indicator, text)
}
