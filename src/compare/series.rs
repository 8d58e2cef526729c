//! An indicator over time, as entered and as published.

use std::rc::Rc;

use crate::area::Area;
use crate::figure::Figure;
use crate::indicator::{Measure, NoteKind, SeriesNote};
use crate::number::{Decimal, Exact, Interval};
use crate::period::Period;

use super::breaks::{Break, OwnBreak, break_between, published_break};
use super::choices::Choices;
use super::comparator::Comparator;
use super::comparison;
use super::of_period::of_each_period;
use super::own_figures::own_figures;

/// An indicator over time: what was entered, and what is published.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// The indicator.
    pub indicator: Measure,
    /// The breaks that the council entered.
    breaks: Rc<[OwnBreak]>,
    /// The figures entered, oldest first, of periods as long as the one reported on.
    pub entered: Vec<Entered>,
    /// The official figures of the same years, each oldest first: the council's own, then its comparators.
    pub official: Vec<Official>,
}

/// A figure entered.
#[derive(Clone, Debug, PartialEq)]
pub struct Entered {
    /// The period.
    pub period: Period,
    /// The exact value.
    pub value: Exact,
    /// The value as shown.
    pub shown: Decimal,
    /// The 95% interval, where counts are known.
    pub interval: Option<Interval>,
}

/// Official figures over the years.
#[derive(Clone, Debug, PartialEq)]
pub struct Official {
    /// Whose.
    pub of: Of,
    /// The figures, oldest first.
    pub values: Vec<OfYear>,
}

/// The official figure of a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OfYear {
    /// The year.
    pub year: u16,
    /// The exact value: of the council's own, by its counts where they round to what was published.
    pub value: Exact,
    /// The value as shown.
    pub shown: Decimal,
    /// The 95% interval of the council's own, where its counts are known.
    pub interval: Option<Interval>,
}

/// Whose official figures these are.
#[derive(Clone, Debug, PartialEq)]
pub enum Of {
    /// The council's own.
    Council(&'static Area),
    /// Those of a comparator.
    Comparator(Comparator),
}

impl Series {
    /// Returns the break between two periods in what was entered, or `None` if there is none.
    pub fn break_between(&self, from: Period, to: Period) -> Option<Break> {
        break_between(&self.indicator, &self.breaks, from, to)
    }

    /// Whether there is a break between two years of official figures.
    pub fn is_broken(&self, from: Period, to: Period) -> bool {
        published_break(&self.indicator, from, to).is_some()
    }

    /// The notes other than breaks on what was entered that separate two periods.
    pub fn cautions_between(&self, from: Period, to: Period) -> impl Iterator<Item = &'static SeriesNote> {
        let is_crossed = move |note: &&SeriesNote| note.kind != NoteKind::Break && note.is_between(from, to);
        self.indicator.notes.iter().filter(is_crossed)
    }
}

/// The series of an indicator around the period chosen.
pub fn series(indicator: impl Into<Measure>, figures: &[Figure], choices: &Choices) -> Series {
    let indicator = indicator.into();
    let own = own_figures(figures, choices, &mut Vec::new());
    let of_indicator: Vec<&Figure> = own.iter().filter(|figure| figure.indicator == indicator).collect();
    let newest = of_indicator.iter().filter_map(|figure| figure.period).max();
    let entered = choices.period.or(newest).map_or_else(Vec::new, |period| {
        let figures = of_each_period(&indicator, &of_indicator, period);
        figures.into_iter().filter_map(|(period, figure)| entered(period, figure)).collect()
    });
    let council = choices.council;
    let comparators = choices.comparators().into_iter().map(Of::Comparator);
    let of = council.map(Of::Council).into_iter().chain(comparators);
    let official = of.map(|of| Official { values: official(&indicator, &of, choices), of });
    // What is of a part of a year, or may be, stands beside no figure of a year.
    let is_part = |period: Period| choices.spans.is_part_of_year(&indicator, period);
    let is_of_part = entered.last().is_some_and(|last| is_part(last.period));
    let official = official.filter(|line| !is_of_part && !line.values.is_empty()).collect();
    Series { indicator, breaks: choices.breaks.clone(), entered, official }
}

fn entered(period: Period, figure: &Figure) -> Option<Entered> {
    let kind = figure.indicator.kind;
    Some(Entered {
        period,
        value: figure.amount.exact(kind)?,
        shown: figure.amount.shown(&figure.indicator)?,
        interval: figure.amount.interval(&figure.indicator),
    })
}

fn official(indicator: &Measure, of: &Of, choices: &Choices) -> Vec<OfYear> {
    let years = crate::published::first_year()..=choices.published.latest_year();
    let of_year = |year: u16| match of {
        Of::Council(council) => {
            let official = choices.published.official(indicator, council, year)?;
            let shown = official.value.ok()?;
            let amount = official.amount(indicator);
            let value = amount.exact(indicator.kind)?;
            Some(OfYear { year, value, shown, interval: amount.interval(indicator) })
        }
        Of::Comparator(with) => {
            let (value, shown) = comparison::of_year(&choices.published, indicator, with, year)?;
            Some(OfYear { year, value, shown, interval: None })
        }
    };
    years.filter_map(of_year).collect()
}
