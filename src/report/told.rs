//! What a report says of measures in sentences: of those to act on and to watch, of what is unusual, and of what the council
//! has said something about. A row of a table is enough for the others.

use crate::commentary::{Remark, remark_on};
use crate::compare::{Course, Occasion, OverTime, OverTimeRow, Row, Scorecard};
use crate::indicator::Measure;

use super::Findings;
use crate::words;
use crate::words::questions::more_questions;
use crate::words::sentence::sentence_in_report;

/// What is said of a measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The measure.
    pub measure: Measure,
    /// What it is, how it changed and how it compares.
    pub sentence: String,
    /// What to ask about it, if it is to be acted on.
    pub question: Option<&'static str>,
    /// What the council says of it, if it says something.
    pub remark: Option<Remark>,
    /// How many charts belong to it.
    pub charts: usize,
}

impl Told {
    /// The question, and the parts of the commentary, with their labels.
    pub fn parts(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let account = self.remark.iter().flat_map(Remark::account);
        let account = account.map(|(part, text)| (words::commentary::part(part), text));
        self.question.map(|question| (words::screens::present::QUESTION, question)).into_iter().chain(account)
    }
}

/// What is said of the measures of a scorecard, in its order and without charts.
pub fn told(
    card: &Scorecard,
    findings: &Findings,
    over_time: Option<&OverTime>,
    remarks: &[Remark],
) -> Vec<Told> {
    let is_unusual = |row: &Row| {
        let of_row = over_time.and_then(|all| all.rows.iter().find(|of| of.measure == row.indicator));
        let course = of_row.and_then(OverTimeRow::course);
        course.is_some_and(|course| {
            matches!(course, Course::Worsening | Course::Unusual | Course::GettingWorse)
        })
    };
    let asked = questions_on(card);
    let mut told = Vec::new();
    for row in &card.rows {
        let remark = remark_on(remarks, &row.indicator, row.period).cloned();
        let is_to_act_on = findings.is_to_act_on(&row.indicator);
        if !is_to_act_on && !findings.is_to_watch(&row.indicator) && !is_unusual(row) && remark.is_none() {
            continue;
        }
        let asked = asked.iter().find(|(measure, _)| is_to_act_on && *measure == row.indicator);
        let question = asked.map(|(_, question)| *question);
        told.push(Told {
            measure: row.indicator.clone(),
            sentence: sentence_in_report(row),
            question,
            remark,
            charts: 0,
        });
    }
    told
}

/// A question on each measure of a scorecard that one is fair to ask about, the same on paper and in a meeting: each time one that was
/// asked least so far.
pub fn questions_on(card: &Scorecard) -> Vec<(Measure, &'static str)> {
    let newest = card.rows.iter().filter_map(|row| Some(row.period?.year())).max();
    let mut asked: Vec<&'static str> = Vec::new();
    let on = |row: &Row| {
        let question = asked_least(row, newest, &asked)?;
        asked.push(question);
        Some((row.indicator.clone(), question))
    };
    card.rows.iter().filter_map(on).collect()
}

/// Returns the question that is fair to ask about a row and was asked least so far, or `None` if there is none.
fn asked_least(row: &Row, newest: Option<u16>, asked: &[&'static str]) -> Option<&'static str> {
    let fair = more_questions(Occasion::of(row, newest), row.indicator.theme);
    fair.into_iter().min_by_key(|question| asked.iter().filter(|each| *each == question).count())
}
