//! What the council says in words about its figures: read from tables, and written by the person.

use std::rc::Rc;

use crate::commentary::{Part, Remark, remark_on};
use crate::indicator::Measure;
use crate::period::Period;
use crate::read::{self, Comment, PersonalKind};

/// The commentary on measures and periods, at most one for each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Commentary(Rc<Vec<Remark>>);

/// A change to the commentary.
#[derive(Clone, Debug, PartialEq)]
pub enum CommentaryAction {
    /// Write a part of the commentary on a measure in a period.
    Write(Measure, Option<Period>, Part, String),
}

/// Returns the personal data that a text holds, which keeps it from being kept, or `None` if it holds none. A date
/// alone says by when.
pub fn personal_in_remark(text: &str) -> Option<PersonalKind> {
    let in_cell = || read::personal_in_cell(text).filter(|kind| *kind != PersonalKind::DateOfBirth);
    read::personal_in_text(text).or_else(in_cell)
}

impl CommentaryAction {
    /// Whether it would put personal data into the commentary.
    pub(crate) fn holds_personal(&self) -> bool {
        let Self::Write(.., text) = self;
        personal_in_remark(text).is_some()
    }
}

impl Commentary {
    /// Commentary as it was kept.
    pub(crate) fn of(remarks: Vec<Remark>) -> Self {
        Self(Rc::new(remarks))
    }

    /// Makes a change.
    pub(crate) fn apply(&mut self, action: CommentaryAction) {
        let CommentaryAction::Write(measure, period, part, text) = action;
        let text = text.trim();
        if self.on(&measure, period).map_or("", |remark| remark.text(part)) != text {
            self.set(measure, period, part, text.to_owned());
        }
    }

    /// Takes what tables say. What is said already stays, and something else goes below it. A comment that names no period is
    /// about the one given.
    pub(crate) fn take_comments(&mut self, comments: &[Comment], period: Option<Period>) {
        for comment in comments {
            let Some(measure) = comment.measure() else { continue };
            let period = Period::parse(&comment.entry.period).ok().or(period);
            self.add(measure, period, comment.part, &comment.text);
        }
    }

    /// Says something more in a part, below what is said there. What is said there already is not said again.
    pub(crate) fn add(&mut self, measure: &Measure, period: Option<Period>, part: Part, text: &str) {
        // Cells of tables lose their line breaks.
        let evened = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let said = self.on(measure, period).map_or("", |remark| remark.text(part));
        if evened(said).contains(&evened(text)) {
            return;
        }
        let new = text.trim();
        let text = if said.is_empty() { new.to_owned() } else { format!("{said}\n{new}") };
        self.set(measure.clone(), period, part, text);
    }

    fn set(&mut self, measure: Measure, period: Option<Period>, part: Part, text: String) {
        let place = self.on(&measure, period).map(|remark| remark.period);
        let remarks = Rc::make_mut(&mut self.0);
        let found = place.and_then(|place| {
            remarks.iter_mut().find(|remark| remark.measure == measure && remark.period == place)
        });
        if let Some(remark) = found {
            remark.period = period;
            remark.set(part, text);
        } else {
            let mut remark = Remark::about(measure, period);
            remark.set(part, text);
            remarks.push(remark);
        }
        remarks.retain(|remark| !remark.is_blank());
    }

    /// Gives a measure of the council's own what is known of it now.
    pub(crate) fn define(&mut self, measure: &Measure) {
        if self.0.iter().any(|remark| remark.measure.id == measure.id) {
            for remark in Rc::make_mut(&mut self.0).iter_mut().filter(|each| each.measure.id == measure.id) {
                remark.measure = measure.clone();
            }
        }
    }

    /// All that is said.
    pub fn remarks(&self) -> &[Remark] {
        &self.0
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the commentary on a measure in a period, or `None` if there is none.
    pub fn on(&self, measure: &Measure, period: Option<Period>) -> Option<&Remark> {
        remark_on(&self.0, measure, period)
    }

    /// Returns the last commentary on a measure before a period, or `None` if there is none.
    pub fn before(&self, measure: &Measure, period: Period) -> Option<&Remark> {
        let earlier = self
            .0
            .iter()
            .filter(|remark| remark.measure == *measure && remark.period.is_some_and(|of| of < period));
        earlier.max_by_key(|remark| remark.period)
    }
}
