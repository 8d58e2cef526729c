//! What to talk about first, as parts with headings and points.

use std::borrow::Cow;

use crate::compare::{Agenda, Missing, Row, Scorecard, Topic, Way, agenda};
use crate::indicator::Measure;
use crate::period::Period;
use crate::words::agenda::{
    different_text, heading, judged_text, missed_heading, missing_text, more_text, targeted_text,
    targets_heading, uncertain_text, unusual_text, worsening_text,
};
use crate::words::figure::amount_text;

/// One part of the agenda: its heading and its points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaPart {
    /// What the points have in common.
    pub topic: Topic,
    /// Its heading.
    pub heading: String,
    /// One point per indicator.
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

    /// How many points are not listed; empty where all are.
    pub fn more_text(&self) -> String {
        more_text(self.more)
    }
}

/// One point of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaPoint {
    /// The indicator.
    pub title: Cow<'static, str>,
    /// Its id.
    pub indicator: Cow<'static, str>,
    /// Its figure and what it is judged by.
    pub text: String,
}

/// The parts of a scorecard's agenda; those without a point are left out.
pub fn agenda_parts(card: &Scorecard, period: Option<Period>) -> Vec<AgendaPart> {
    let Agenda {
        worse,
        missed,
        better,
        met,
        targeted,
        unjudged,
        different,
        uncertain,
        worsening,
        worse_than_before,
        worse_than_usual,
        unusual,
        missing,
    } = agenda(card);
    let (bad, good) = (topic_heading(Topic::Bad, &worse), topic_heading(Topic::Good, &better));
    let (short, reached) =
        (missed_heading(&missed, targeted, &unjudged), targets_heading(Topic::Met, met.len(), targeted));
    // What meets its target and is worse than usual is to be watched.
    let met: Vec<&Row> = met.into_iter().filter(|row| row.by_own.worse_than_usual.is_none()).collect();
    let of = |rows: Vec<&Row>, text: fn(&Row) -> String| -> Vec<AgendaPoint> {
        rows.into_iter().map(|row| point(&row.indicator, text(row))).collect()
    };
    let parts = [
        (Topic::Bad, bad, of(worse, judged_text)),
        (Topic::Missed, short, of(missed, targeted_text)),
        (Topic::Good, good, of(better, judged_text)),
        (Topic::Met, reached, of(met, targeted_text)),
        (Topic::Different, heading(Topic::Different, &[]), of(different, different_text)),
        (Topic::Uncertain, heading(Topic::Uncertain, &[]), of(uncertain, uncertain_text)),
        (Topic::Worsening, heading(Topic::Worsening, &[]), of(worsening, worsening_text)),
        (Topic::WorseThanBefore, heading(Topic::WorseThanBefore, &[]), of(worse_than_before, worsening_text)),
        (Topic::WorseThanUsual, heading(Topic::WorseThanUsual, &[]), of(worse_than_usual, judged_text)),
        (Topic::Unusual, heading(Topic::Unusual, &[]), of(unusual, unusual_text)),
        (
            Topic::Missing,
            heading(Topic::Missing, &[]),
            missing.iter().map(|missing| absent(card, missing, period)).collect(),
        ),
    ];
    parts
        .into_iter()
        .filter(|(.., points)| !points.is_empty())
        .map(|(topic, heading, points)| AgendaPart { topic, heading, points, more: 0 })
        .collect()
}

/// The heading of rows on a topic, by the ways in which they were judged.
fn topic_heading(topic: Topic, rows: &[&Row]) -> String {
    let is_used = |way: &Way| rows.iter().any(|row| row.judged_by == *way);
    heading(topic, &Way::ALL.into_iter().filter(is_used).collect::<Vec<_>>())
}

fn point(indicator: &Measure, text: String) -> AgendaPoint {
    AgendaPoint { title: indicator.title.clone(), indicator: indicator.id.clone(), text }
}

fn absent(card: &Scorecard, missing: &Missing, period: Option<Period>) -> AgendaPoint {
    let withheld = || card.rows.iter().find(|row| row.indicator == missing.indicator);
    let text = match missing.instead {
        Some(instead) => missing_text(missing, instead, period),
        None => withheld().map(|row| amount_text(&row.indicator, row.amount)).unwrap_or_default(),
    };
    point(&missing.indicator, text)
}
