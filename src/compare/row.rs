//! One indicator of a scorecard: its figure, and everything that is said of it.

use std::cmp::Reverse;

use crate::area::Area;
use crate::figure::{Amount, Figure, Place};
use crate::indicator::{Good, Kind, Measure};
use crate::number::{Decimal, Exact, Interval, TREND_POINTS};
use crate::period::Period;
use crate::published::Population;
use crate::sorting::Sorting;

use super::base::{Base, Known, is_of_small_numbers};
use super::change::{self, Change, Told};
use super::choices::Choices;
use super::comparator::{Comparator, ENGLAND};
use super::comparison::{Compared, Comparison, NoComparison, Own, compare, is_of_few_measured, past_of};
use super::gap;
use super::history::{History, Origin, Past};
use super::local::{self, Differs};
use super::of_period::{of_each_period, of_period};
use super::plain::InARow;
use super::position::{self, Position};
use super::spans::TimeOf;
use super::target::{self, AgainstTarget};
use super::trend::{self, NoTrend, Steady, Trend};
use super::usual::ByOwn;
use super::verdict::{self, CannotSay, Verdict, Way};

/// One indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The indicator.
    pub indicator: Measure,
    /// Whose figure it is, if known.
    pub council: Option<&'static Area>,
    /// Its period, if known.
    pub period: Option<Period>,
    /// What time of that the figure is of.
    pub time: TimeOf,
    /// Counts, value or symbol.
    pub amount: Amount,
    /// Where the figure was read, if it was.
    pub place: Option<Place>,
    /// The exact value, or `None` if the figure is withheld.
    pub value: Option<Exact>,
    /// The value as shown.
    pub shown: Option<Decimal>,
    /// The 95% interval, where counts or the base are known.
    pub interval: Option<Interval>,
    /// The official population that a rate was computed with.
    pub population: Option<Population>,
    /// The change on the period before, where that is among the figures.
    pub change: Option<Change>,
    /// Of a figure for a month or quarter: the change since the council's own last official figure.
    pub since_official: Option<Change>,
    /// The figures up to this one, oldest first: those entered and, for years of which none was, the official ones.
    pub history: Vec<Past>,
    /// The direction of the last five periods, or why there is none.
    pub trend: Result<Trend, NoTrend>,
    /// Which way the last five figures went, where that can be seen though no trend can be tested.
    pub steady: Option<Steady>,
    /// Its last two changes, where they go one way and together are more than chance explains.
    pub in_a_row: Option<InARow>,
    /// What its own months or quarters say of it.
    pub by_own: ByOwn,
    /// Compared with England, the region and the neighbours.
    pub comparisons: Vec<Comparison>,
    /// Compared with the council's own target, where there is one.
    pub target: Option<AgainstTarget>,
    /// Among all councils and the neighbours, or why nowhere.
    pub position: Result<Position, CannotSay>,
    /// What one child is worth, in percentage points, for shares with counts.
    pub worth_of_one: Option<Exact>,
    /// The council's own published figure, where it differs.
    pub differs: Option<Differs>,
    /// Of how many a percentage or rate without counts is, where that is known from elsewhere; its interval is worked out with it.
    pub base: Option<Base>,
    /// How verdicts are to be reached.
    pub way: Way,
    /// How the verdict was reached: another way than the chosen one where that was not possible.
    pub judged_by: Way,
    /// The verdict; by interval it is the comparison with England.
    pub verdict: Verdict,
    /// The year in whose November official figures are shown as known, or `None` for as they are now.
    pub known: Option<u16>,
}

/// Of fewer than this many, the count says more than the percentage.
pub const SMALL_COHORT: u64 = 20;

/// Shares of fewer are not judged by what one child is worth.
const HARDLY_ANY: u64 = 5;

impl Row {
    /// Returns the comparison with England, or `None` if there is none.
    pub fn england(&self) -> Option<&Compared> {
        let england = self.comparisons.iter().find(|comparison| *comparison.with.kind == ENGLAND)?;
        england.outcome.as_ref().ok()
    }

    /// Whether it is compared with nothing because it is of a part of a year, or may be.
    pub fn is_of_part_of_year(&self) -> bool {
        let is_so = |each: &Comparison| matches!(each.outcome, Err(NoComparison::PartOfYear));
        self.comparisons.iter().any(is_so)
    }

    /// Returns whether the figure meets its target, or `None` if it has none.
    pub fn against_target(&self) -> Option<Verdict> {
        self.target.as_ref().map(|against| against.verdict)
    }

    /// Whether the verdict is that on the target only because it could be reached in no other way.
    pub fn is_judged_by_target_alone(&self) -> bool {
        self.judged_by == Way::Target && self.way != Way::Target
    }

    /// Whether it or an earlier figure of it is hidden.
    pub fn has_hidden(&self) -> bool {
        self.amount.is_hidden() || self.history.iter().any(|past| past.amount.is_hidden())
    }

    /// Whether what the Department published for the same time is so far from it that one of them may be wrong.
    pub fn is_far_from_official(&self) -> bool {
        self.differs.as_ref().is_some_and(|differs| differs.is_far)
    }

    /// Whether it is years older than the others, and so says nothing of now.
    pub fn is_old(&self) -> bool {
        self.verdict == Verdict::CannotSay(CannotSay::Old)
    }

    /// Whether the figure itself is the council's official one.
    pub fn is_published(&self) -> bool {
        let is_it = |past: &Past| past.origin == Origin::Published && self.period == Some(past.period);
        self.history.last().is_some_and(is_it)
    }

    /// The verdict on the figure compared with one comparator; there is none where verdicts are not reached by interval.
    pub fn beside(&self, compared: &Compared) -> Verdict {
        if self.way == Way::Interval { compared.verdict } else { Verdict::CannotSay(CannotSay::AnotherWay) }
    }

    /// Whether a difference is less than one child is worth.
    pub fn is_under_one_child(&self, points: Exact) -> bool {
        self.worth_of_one.is_some_and(|worth| points.magnitude() < worth)
    }

    /// Returns what one child is worth as it is shown, with one decimal or as many as bring it within a tenth of what it is, or
    /// `None` if that is not known.
    pub fn shown_worth(&self) -> Option<Decimal> {
        let worth = self.worth_of_one?;
        let is_near = |shown: &Decimal| {
            let error = Exact::from(*shown).minus(worth).and_then(|error| error.magnitude().times(10));
            error.is_some_and(|error| error <= worth)
        };
        let shown = (1..=6).map(|decimals| worth.rounded(decimals)).find(is_near);
        Some(shown.unwrap_or_else(|| worth.rounded(6)))
    }

    /// Whether the figure is a share of so few that "less than one child" says nothing: of one child, every difference is.
    pub const fn is_of_hardly_any(&self) -> bool {
        matches!(self.amount, Amount::Counts { denominator, .. } if denominator < HARDLY_ANY)
            && self.is_of_few()
    }

    /// Whether the figure is a share of fewer than [`SMALL_COHORT`].
    pub const fn is_of_few(&self) -> bool {
        self.worth_of_one.is_some()
            && matches!(self.amount, Amount::Counts { denominator, .. } if denominator < SMALL_COHORT)
    }
}

/// The row of a figure among the others of its measure.
pub(super) fn row(indicator: &Measure, figure: &Figure, history: &History<'_>, choices: &Choices) -> Row {
    // The March of a chosen year is set against the year before, not against February.
    let to = choices.period.or(figure.period);
    let series = history.figures();
    let previous = to.and_then(|to| of_period(&series, Some(to.previous())).ok().flatten());
    let comparators = choices.comparators();
    let value = figure.amount.exact(indicator.kind);
    let shown = figure.amount.shown(indicator);
    let target = choices.targets.iter().find(|(of, _)| of == indicator);
    // Of whom the part of a year is, the people counted over a year do not tell.
    let is_of_part = |figure: &Figure| {
        figure.period.is_some_and(|period| choices.spans.is_part_of_year(indicator, period))
    };
    let differs = choices.council.filter(|_| !is_of_part(figure));
    let differs = differs.and_then(|council| local::differs(&choices.published, indicator, figure, council));
    // What the Department counted is then not what the figure is of.
    let is_doubted = differs.as_ref().is_some_and(|differs| differs.is_far);
    let base_of = |figure: &Figure| {
        let (published, council) = (&choices.published, choices.council);
        let known = Known { published, council, population: choices.population };
        Base::of(indicator, figure, &known).filter(|_| !is_doubted && !is_of_part(figure))
    };
    let counted_of = |figure: &Figure| {
        base_of(figure).map_or(figure.amount, |base| base.counted(figure.amount, indicator.kind))
    };
    let counted = counted_of(figure);
    let mut position = position(indicator, value, figure.period, choices, &comparators);
    let told =
        |figure| Told { figure, counted: counted_of(figure), is_official: history.is_official(figure) };
    let target = target.zip(value.zip(shown)).and_then(|((_, target), value)| {
        target::against(indicator, [figure.amount, counted], value, *target)
    });
    let mut comparisons =
        comparisons(indicator, (figure.amount, counted), figure.period, choices, comparators);
    if is_of_few(indicator, figure, choices) {
        position = Err(CannotSay::FewMeasured);
        leave_untested(&mut comparisons, CannotSay::FewMeasured);
    }
    if is_doubted {
        position = position.and(Err(CannotSay::FarFromOfficial));
        // What has counts is tested by its own.
        if counted.interval(indicator).is_none() {
            leave_untested(&mut comparisons, CannotSay::FarFromOfficial);
        }
    }
    let past = to.map_or_else(Vec::new, |to| history.up_to(indicator, to));
    let goes_on_to = to.filter(|to| goes_on(indicator, figure, *to, &series, choices));
    let trend = trend(indicator, to, &series, choices)
        .and_then(|trend| goes_on_to.map(|_| trend).ok_or(NoTrend::FewMeasured));
    let time = figure.period.map_or(TimeOf::ItsPeriod, |period| choices.spans.time_of(indicator, period));
    let is_part = is_of_part(figure);
    let since_official =
        figure.period.filter(|period| is_part || !is_published_for(indicator, *period, choices));
    let since_official = since_official.and_then(|period| {
        let official = history.last_official(indicator, period)?;
        let of = (time, is_part);
        let official = Told { is_official: true, ..told(official) };
        change::since_official(indicator, &choices.breaks, [official, told(figure)], of)
    });
    let in_a_row = goes_on_to.filter(|_| !time.overlaps()).and_then(|to| {
        let all = of_each_period(indicator, &series, to).into_iter().filter(|(period, _)| *period <= to);
        let shown = |(period, figure): (Period, &Figure)| {
            Some((period, figure.amount.shown(indicator)?, counted_of(figure)))
        };
        InARow::of(indicator, &choices.breaks, &all.filter_map(shown).collect::<Vec<_>>())
    });
    let mut row = Row {
        in_a_row,
        indicator: indicator.clone(),
        council: choices.council,
        period: figure.period,
        time,
        amount: figure.amount,
        place: figure.place.clone(),
        value,
        shown,
        interval: counted.interval(indicator),
        base: base_of(figure).filter(|_| counted != figure.amount && counted.interval(indicator).is_some()),
        population: None,
        change: previous.and_then(|previous| {
            let figures = [told(previous), told(figure)];
            let change = change::between(indicator, &choices.breaks, figures, time)?;
            let is_of_few = figures.iter().any(|told| is_of_few(indicator, told.figure, choices));
            let change = if is_of_few { change.untested(CannotSay::FewMeasured) } else { change };
            Some(Change { is_from_published: history.stands_in(previous), ..change })
        }),
        since_official,
        // A year to date rises by itself.
        steady: Steady::of(indicator, &choices.breaks, &past)
            .filter(|_| goes_on_to.is_some() && trend.is_err() && !time.overlaps()),
        history: past,
        trend,
        by_own: ByOwn::default(),
        comparisons,
        target,
        position,
        worth_of_one: gap::worth_of_one(figure.amount, indicator.kind),
        differs,
        way: choices.way,
        judged_by: choices.way,
        verdict: Verdict::CannotSay(CannotSay::NoFigure),
        known: choices.published.known(),
    };
    judge(&mut row, counted, choices);
    row
}

/// Gives a row its verdict, of its figure as counts where their base is known.
fn judge(row: &mut Row, counted: Amount, choices: &Choices) {
    // What is published nowhere can only be judged by its target.
    let way = match row.target {
        Some(_) if !row.indicator.is_published && row.indicator.good != Good::Neither => Way::Target,
        _ => row.way,
    };
    let of_small_numbers = || {
        let position = row.position.as_ref().ok().zip(choices.council);
        position.is_some_and(|(position, council)| {
            is_of_small_numbers(&choices.published, &row.indicator, counted, (council, position.year))
        })
    };
    (row.verdict, row.judged_by) = verdict::judged(way, |way| match verdict_by(row, way) {
        Ok(Verdict::In(_)) if of_small_numbers() => Err(CannotSay::SmallNumbers),
        verdict => verdict,
    });
}

/// How many years before the newest of others a figure may be.
const OLDEST: u16 = 2;

/// Leaves the newest figures of measures without a verdict that are years older than the newest of the others.
pub(super) fn leave_old(rows: &mut [Row]) {
    let year_of = |row: &Row| row.period.map(|period| period.year_on(row.indicator.basis));
    let newest = rows.iter().filter_map(year_of).max().unwrap_or_default();
    for row in rows.iter_mut().filter(|row| year_of(row).is_some_and(|year| year + OLDEST < newest)) {
        (row.verdict, row.judged_by) = (Verdict::CannotSay(CannotSay::Old), row.way);
    }
}

/// Leaves comparisons without verdicts and without how many more or fewer it would take, for this reason.
fn leave_untested(comparisons: &mut [Comparison], why: CannotSay) {
    for compared in comparisons.iter_mut().filter_map(|each| each.outcome.as_mut().ok()) {
        compared.verdict = Verdict::CannotSay(why);
        compared.gap = None;
    }
}

/// Whether fewer than half of those it should be of were measured.
fn is_of_few(indicator: &Measure, figure: &Figure, choices: &Choices) -> bool {
    let year = figure.period.map(|period| period.year_on(indicator.basis));
    year.zip(choices.council)
        .is_some_and(|(year, council)| is_of_few_measured(&choices.published, indicator, council, year))
}

/// Whether it can be said which way figures go up to one: it is not hidden, and none of the last five is of few.
fn goes_on(indicator: &Measure, figure: &Figure, to: Period, series: &[&Figure], choices: &Choices) -> bool {
    let mut newest = of_each_period(indicator, series, to);
    newest.retain(|(period, _)| *period <= to);
    newest.arrange_by_key(|(period, _)| Reverse(*period));
    let mut last = newest.iter().take(TREND_POINTS);
    figure.amount.exact(indicator.kind).is_some()
        && !last.any(|(_, figure)| is_of_few(indicator, figure, choices))
}

/// Whether the council's official figure for the year that ends with a month or quarter is known: the two are of the same time, and the
/// earlier one is not the last.
fn is_published_for(indicator: &Measure, period: Period, choices: &Choices) -> bool {
    let official = |year| {
        let official = choices.published.official(indicator.catalogue()?, choices.council?, year)?;
        official.value.ok()
    };
    local::year_ending_with(indicator, period).and_then(official).is_some()
}

/// The trend of a series up to a figure.
fn trend(
    indicator: &Measure,
    to: Option<Period>,
    series: &[&Figure],
    choices: &Choices,
) -> Result<Trend, NoTrend> {
    let to = to.ok_or(NoTrend::NotThisFigure)?;
    if choices.spans.time_of(indicator, to).overlaps() {
        return Err(NoTrend::SharedMonths);
    }
    trend::up_to(indicator, &choices.breaks, to, &of_each_period(indicator, series, to))
}

/// The verdict on a row by one way.
fn verdict_by(row: &Row, way: Way) -> Result<Verdict, CannotSay> {
    match way {
        _ if row.amount.is_hidden() => Err(CannotSay::Hidden),
        _ if row.value.is_none() => Err(CannotSay::NoFigure),
        _ if row.indicator.kind == Kind::Count && way != Way::Target => Err(CannotSay::NotBesideOthers),
        Way::Interval if row.is_of_part_of_year() => Err(CannotSay::PartOfYear),
        Way::Interval => row.england().map(|compared| compared.verdict).ok_or(CannotSay::NoComparator),
        Way::Target => row.target.as_ref().map(|target| target.verdict).ok_or(CannotSay::NoTarget),
        Way::Quartile => row
            .position
            .as_ref()
            .map_err(|reason| *reason)
            .and_then(|position| position.quartile.map(Verdict::In)),
    }
}

/// The position of a value among councils; numbers of children are not comparable between larger and smaller areas.
fn position(
    indicator: &Measure,
    value: Option<Exact>,
    period: Option<Period>,
    choices: &Choices,
    comparators: &[Comparator],
) -> Result<Position, CannotSay> {
    if !indicator.is_published {
        return Err(CannotSay::FewCouncils);
    }
    if indicator.kind == Kind::Count {
        return Err(CannotSay::NotBesideOthers);
    }
    let (value, period) = value.zip(period).ok_or(CannotSay::NoFigure)?;
    if choices.spans.is_part_of_year(indicator, period) {
        return Err(CannotSay::PartOfYear);
    }
    let council = choices.council.ok_or(CannotSay::NoCouncil)?;
    let own = (value, period.year_on(indicator.basis));
    position::position(&choices.published, indicator, own, council, comparators)
}

/// Whether the figure of a measure that is published of years is of a part of a year, or may be.
fn is_of_part(indicator: &Measure, period: Period, choices: &Choices) -> bool {
    let is_compared = indicator.is_published && indicator.kind != Kind::Count;
    is_compared && choices.spans.is_part_of_year(indicator, period)
}

fn comparisons(
    indicator: &Measure,
    (amount, counted): (Amount, Amount),
    period: Option<Period>,
    choices: &Choices,
    comparators: Vec<Comparator>,
) -> Vec<Comparison> {
    let own = match (amount, amount.exact(indicator.kind), amount.shown(indicator), period) {
        (Amount::Withheld(symbol), ..) => Err(NoComparison::NoFigure(symbol)),
        (.., Some(period)) if is_of_part(indicator, period, choices) => Err(NoComparison::PartOfYear),
        (_, Some(value), Some(shown), Some(period)) => {
            Ok(Own { amount, counted, value, shown, year: period.year_on(indicator.basis) })
        }
        (_, _, _, None) => Err(NoComparison::NoPeriod),
        _ => Err(NoComparison::TooLarge),
    };
    comparators
        .into_iter()
        .map(|with| Comparison {
            outcome: own.and_then(|own| compare(&choices.published, indicator, own, &with)),
            past: own
                .map_or_else(|_| Vec::new(), |own| past_of(&choices.published, indicator, &with, own.year)),
            with,
        })
        .collect()
}
