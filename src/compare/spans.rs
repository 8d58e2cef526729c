//! What figures of months and quarters are of, as the person or the table says.

use std::rc::Rc;

use crate::indicator::{Indicator, Span};
use crate::period::{Basis, Period};

/// What figures of months and quarters are of, where measures are counted over a year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spans {
    /// What the person said of the table as a whole.
    pub of_table: Option<Span>,
    /// What names or the person say of single measures, by their ids.
    pub of_measures: Rc<[(String, Span)]>,
}

/// What time a figure is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeOf {
    /// Its own period or the last day of that.
    ItsPeriod,
    /// It is for part of a year and nobody said which.
    NotSaid,
    /// It is for part of a year, and this was said.
    Said(Span),
}

impl TimeOf {
    /// Whether figures of this time for periods after one another share months: they are not independent of each other.
    pub const fn overlaps(self) -> bool {
        matches!(self, Self::Said(Span::RollingYear | Span::YearToDate))
    }
}

impl Spans {
    /// Takes what is said of a measure in place of what was; `None` takes it away.
    pub fn say(&mut self, measure: &str, span: Option<Span>) {
        let others = self.of_measures.iter().filter(|(of, _)| of != measure).cloned();
        self.of_measures = others.chain(span.map(|span| (measure.to_owned(), span))).collect();
    }

    /// Returns what was said of a measure by itself, or `None` if nothing was.
    fn said_alone(&self, measure: &Indicator) -> Option<Span> {
        self.of_measures.iter().find(|(of, _)| *of == *measure.id).map(|(_, span)| *span)
    }

    /// Returns what was said of a measure, by itself or with the table, or `None` if nothing was.
    pub fn said_of(&self, measure: &Indicator) -> Option<Span> {
        self.said_alone(measure).or(self.of_table)
    }

    /// What time a figure of a measure for a period is of.
    pub fn time_of(&self, measure: &Indicator, period: Period) -> TimeOf {
        if measure.is_of_unsaid_time(period) {
            self.said_of(measure).map_or(TimeOf::NotSaid, TimeOf::Said)
        } else {
            // What is not asked of a measure of the council's own may be said of it all the same.
            let said = self.said_alone(measure).filter(|_| measure.is_own());
            said.filter(|_| period.is_part_of_year(measure.basis)).map_or(TimeOf::ItsPeriod, TimeOf::Said)
        }
    }

    /// Whether a figure is of a part of a year and so not to be compared with one of a year.
    pub fn is_part_of_year(&self, measure: &Indicator, period: Period) -> bool {
        // Up to the end of the year it is the whole year.
        let ends_year =
            measure.basis == Basis::Year && period.last_month() == Period::Year(period.year()).last_month();
        match self.time_of(measure, period) {
            TimeOf::NotSaid | TimeOf::Said(Span::InMonth) => true,
            TimeOf::Said(Span::YearToDate) => !ends_year,
            TimeOf::ItsPeriod | TimeOf::Said(_) => false,
        }
    }
}
