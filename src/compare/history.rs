//! A council's official figures over the years, which stand in for what was not entered.

use crate::area::Area;
use crate::figure::{Amount, Figure, Withheld};
use crate::indicator::{Indicator, Measure};
use crate::number::Decimal;
use crate::period::Period;
use crate::published::{Published, first_year};

use super::of_period::of_each_period;

/// Where figures come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// They were entered.
    #[default]
    Entered,
    /// They are the council's own as officially published.
    Published,
}

/// A figure of a series: one that was entered, or the council's official one for a year of which none was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    /// Its period.
    pub period: Period,
    /// Counts, value or symbol.
    pub amount: Amount,
    /// The value as shown, or `None` if it is withheld.
    pub shown: Option<Decimal>,
    /// Whether it was entered or published.
    pub origin: Origin,
}

/// The official figures of a council, oldest first, up to a year. A year in which nothing was collected has none.
pub(super) fn official_figures(
    published: &Published,
    indicator: &'static Indicator,
    council: &'static Area,
    last: u16,
) -> Vec<Figure> {
    let of_year = |year| {
        let official = published.official(indicator, council, year)?;
        let is_void = matches!(official.value, Err(Withheld::NotAvailable | Withheld::NotApplicable));
        (!is_void).then(|| Figure {
            indicator: indicator.into(),
            area: Some(council),
            period: Some(Period::Year(year)),
            amount: official.amount(indicator),
            stated: None,
            place: None,
        })
    };
    (first_year()..=last.min(published.latest_year())).filter_map(of_year).collect()
}

/// The figures of a measure over time: those entered and, for earlier years of which none was, the council's official ones.
pub(super) struct History<'a> {
    entered: &'a [&'a Figure],
    official: Vec<Figure>,
    /// The council's official figures up to the year of the newest entered one, also those for whose time one was entered.
    also_given: Vec<Figure>,
    /// Whose the newest figure is.
    newest: Origin,
}

impl<'a> History<'a> {
    /// The history of a figure that was entered.
    pub(super) fn of_entered(
        measure: &Measure,
        entered: &'a [&'a Figure],
        period: Option<Period>,
        published: &Published,
        council: Option<&'static Area>,
    ) -> Self {
        let official = measure.catalogue().zip(council).zip(period).map(|((indicator, council), period)| {
            let given: Vec<Period> =
                entered.iter().filter_map(|figure| Some(figure.period?.as_count(indicator.basis))).collect();
            let year = period.year_on(indicator.basis);
            let also_given = official_figures(published, indicator, council, year);
            let is_given = |figure: &Figure| {
                figure.period.is_none_or(|of| given.contains(&of) || of.year_on(indicator.basis) >= year)
            };
            let official = also_given.iter().filter(|figure| !is_given(figure)).cloned().collect();
            (official, also_given)
        });
        let (official, also_given) = official.unwrap_or_default();
        Self { entered, official, also_given, newest: Origin::Entered }
    }

    /// The history of a council's official figure.
    pub(super) const fn of_published(official: Vec<Figure>) -> Self {
        Self { entered: &[], official, also_given: Vec::new(), newest: Origin::Published }
    }

    /// Every figure, the entered ones first.
    pub(super) fn figures(&self) -> Vec<&Figure> {
        self.entered.iter().copied().chain(&self.official).collect()
    }

    /// Returns the council's newest official figure before what was entered for a month or quarter, or `None` if there is none with a
    /// value. Beside a part of a year, that of the year that ends with it is the newest.
    pub(super) fn last_official(&self, measure: &Measure, period: Period) -> Option<&Figure> {
        let is_wanted = |figure: &&Figure| {
            figure.period.is_some_and(|year| year.last_month() <= period.last_month())
                && figure.amount.shown(measure).is_some()
        };
        let stands_for = period.as_count(measure.basis);
        let is_of_part = !matches!(stands_for, Period::Year(_));
        self.also_given.iter().rev().find(is_wanted).filter(|_| is_of_part)
    }

    /// Whether a figure among these is an official one that stands in for what was not entered.
    pub(super) fn stands_in(&self, figure: &Figure) -> bool {
        self.newest == Origin::Entered && self.official.iter().any(|official| std::ptr::eq(official, figure))
    }

    /// Whether a figure among these is an official one.
    pub(super) fn is_official(&self, figure: &Figure) -> bool {
        self.newest == Origin::Published || self.stands_in(figure)
    }

    /// The figures up to a period that are of as long a time as it is, oldest first, one per period.
    pub(super) fn up_to(&self, measure: &Measure, to: Period) -> Vec<Past> {
        of_each_period(measure, &self.figures(), to)
            .into_iter()
            .filter(|(period, _)| *period <= to)
            .map(|(period, figure)| Past {
                period,
                amount: figure.amount,
                shown: figure.amount.shown(measure),
                origin: if self.stands_in(figure) { Origin::Published } else { self.newest },
            })
            .collect()
    }
}
