use std::rc::Rc;

use crate::area::{Area, Level, NeighbourModel};
use crate::figure::{Amount, Contradiction, Figure, seen_together};
use crate::indicator::{self, Kind, Measure};
use crate::number::{Decimal, Exact, Interval};
use crate::period::Period;
use crate::published::{Population, Published, existed};

use super::base::{Base, Known};
use super::change::{self, Change};
use super::comparator::{self, Average, Comparator, ComparatorKind, Compares, ENGLAND};
use super::comparison::{Compared, Comparison, NoComparison, Own, compare};
use super::gap;
use super::history::{History, Origin, Past};
use super::local::{self, Differs};
use super::missing::Missing;
use super::of_period::{is_for, of_each_period, of_period};
use super::position::{self, Position};
use super::target::{self, AgainstTarget, Target};
use super::trend::{self, NoTrend, Trend};
use super::verdict::{self, CannotSay, Verdict, Way};

/// What a person chooses for a scorecard.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choices {
    /// The official figures to compare with.
    pub published: Published,
    /// The council; without one, only England is compared with.
    pub council: Option<&'static Area>,
    /// The period reported on, also of figures that do not say theirs. Without one, each indicator's newest period.
    pub period: Option<Period>,
    /// Which list of statistical neighbours.
    pub model: NeighbourModel,
    /// How their figures are averaged.
    pub average: Average,
    /// The comparators besides [`USUAL`](super::USUAL).
    pub also: Rc<[&'static ComparatorKind]>,
    /// Children aged 0 to 17 in the area, for the rate per 10,000.
    pub population: Option<u64>,
    /// How verdicts are reached.
    pub way: Way,
    /// The council's own targets, at most one per indicator.
    pub targets: Rc<[(Measure, Target)]>,
}

impl Choices {
    /// What figures are compared with, in the order it is shown.
    pub fn comparators(&self) -> Vec<Comparator> {
        let year = self.period.map_or_else(|| self.published.latest_year(), Period::year);
        let whom = Compares { council: self.council, model: self.model, average: self.average, year };
        comparator::comparators(&whom, &self.also)
    }
}

/// Every indicator of a council for one period, compared with official figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scorecard {
    /// Whose figures it shows.
    pub origin: Origin,
    /// One row per indicator, in the order of the catalogue.
    pub rows: Vec<Row>,
    /// Figures left out, and why.
    pub problems: Vec<LeftOut>,
    /// Indicators that have figures for other periods only.
    pub missing: Vec<Missing>,
    /// How verdicts were reached.
    pub way: Way,
}

/// Why figures were left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// They are of several councils, and none is chosen.
    ChooseCouncil(Vec<&'static Area>),
    /// They are of other areas than the council chosen.
    OtherAreas(Vec<&'static Area>, &'static Area),
    /// They are of areas that are not councils.
    NotCouncils(Vec<&'static Area>),
    /// An indicator has two different figures for a period, or for none.
    Twice(Measure, Option<Period>, [Amount; 2]),
    /// The population is below the number of children in care.
    SmallPopulation {
        /// The population.
        population: u64,
        /// The children in care.
        children: u64,
    },
    /// Figures contradict each other.
    Contradiction(Contradiction),
}

/// One indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The indicator.
    pub indicator: Measure,
    /// Whose figure it is, if known.
    pub council: Option<&'static Area>,
    /// Its period, if known.
    pub period: Option<Period>,
    /// Counts, value or symbol.
    pub amount: Amount,
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
    /// The figures up to this one, oldest first: those entered and, for years of which none was, the official ones.
    pub history: Vec<Past>,
    /// The direction of the last five periods, or why there is none.
    pub trend: Result<Trend, NoTrend>,
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

    /// The verdict on the figure compared with one comparator; there is none where verdicts are not reached by interval.
    pub fn beside(&self, compared: &Compared) -> Verdict {
        if self.way == Way::Interval { compared.verdict } else { Verdict::CannotSay(CannotSay::AnotherWay) }
    }

    /// Whether a difference is less than one child is worth.
    pub fn is_under_one_child(&self, points: Exact) -> bool {
        self.worth_of_one.is_some_and(|worth| points.magnitude() < worth)
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

/// Compares figures with the official ones.
///
/// ```
/// use corporate_parenting_calculator::area;
/// use corporate_parenting_calculator::compare::{Choices, scorecard};
/// use corporate_parenting_calculator::period::Period;
/// use corporate_parenting_calculator::read::read;
///
/// let figures = read("Three or more placements: 51 of 646").figures();
/// let choices = Choices {
///     council: area::by_name("Cambridgeshire"),
///     period: Some(Period::Year(2023)),
///     ..Choices::default()
/// };
/// let card = scorecard(&figures, &choices);
/// assert_eq!(card.rows[0].shown.map(|shown| shown.to_string()), Some("7.9".to_owned()));
/// ```
pub fn scorecard(figures: &[Figure], choices: &Choices) -> Scorecard {
    let mut problems = Vec::new();
    let own: Vec<Figure> = own_figures(figures, choices, &mut problems);
    let mut rows = Vec::new();
    let mut missing = Vec::new();
    for indicator in &measures(&own) {
        let series: Vec<&Figure> = own.iter().filter(|figure| figure.indicator == *indicator).collect();
        let found = of_period(&series, choices.period).unwrap_or_else(|amounts| {
            let period = choices.period.or_else(|| series.iter().filter_map(|figure| figure.period).max());
            problems.push(LeftOut::Twice(indicator.clone(), period, amounts));
            None
        });
        let row = match found {
            Some(figure) => {
                let to = choices.period.or(figure.period);
                Some(row(
                    indicator,
                    figure,
                    &History::of_entered(indicator, &series, to, &choices.published, choices.council),
                    choices,
                ))
            }
            None if series.iter().any(|figure| is_for(figure, choices.period)) => None,
            None => rate_row(indicator, &rows, choices, &mut problems),
        };
        let newest = series.iter().filter_map(|figure| figure.period).max();
        let has_none = row.is_none()
            && choices.period.is_some()
            && !series.iter().any(|figure| is_for(figure, choices.period));
        missing.extend(
            newest
                .filter(|_| has_none)
                .map(|period| Missing { indicator: indicator.clone(), instead: Some(period) }),
        );
        rows.extend(row);
    }
    Scorecard { origin: Origin::Entered, rows, problems, missing, way: choices.way }
}

/// Every indicator of the catalogue, and the council's own measures among these figures, in the order of lists.
fn measures(figures: &[Figure]) -> Vec<Measure> {
    let mut measures: Vec<Measure> = indicator::all().iter().map(Measure::from).collect();
    for figure in figures.iter().filter(|figure| figure.indicator.is_own()) {
        if !measures.contains(&figure.indicator) {
            measures.push(figure.indicator.clone());
        }
    }
    measures.sort_by(Measure::in_order);
    measures
}

/// The periods the figures are for, newest first. A single month or quarter within a year is a period of its own.
pub fn periods(figures: &[Figure]) -> Vec<Period> {
    let mut periods: Vec<Period> = figures.iter().filter_map(|figure| figure.period).collect();
    periods.sort_unstable_by(|a, b| b.cmp(a));
    periods.dedup();
    periods
}

/// Figures of the chosen council, each with its period. Figures of England or a region are not a council's own;
/// without a council, figures of several councils cannot be told apart.
pub(super) fn own_figures(figures: &[Figure], choices: &Choices, problems: &mut Vec<LeftOut>) -> Vec<Figure> {
    let mut others: Vec<&'static Area> = Vec::new();
    let mut own = Vec::with_capacity(figures.len());
    for figure in figures {
        match (figure.area, choices.council) {
            (Some(area), Some(council)) if area == council => own.push(figure),
            (Some(area), Some(_)) => others.push(area),
            (Some(area), None) if area.level != Level::Council => others.push(area),
            _ => own.push(figure),
        }
    }
    let mut councils: Vec<&'static Area> = own.iter().filter_map(|figure| figure.area).collect();
    councils.sort_by_key(|area| area.index);
    councils.dedup();
    if choices.council.is_none() && councils.len() > 1 {
        own.retain(|figure| figure.area.is_none());
        problems.push(LeftOut::ChooseCouncil(councils));
    }
    others.sort_by_key(|area| area.index);
    others.dedup();
    problems.extend(match (others.is_empty(), choices.council) {
        (true, _) => None,
        (false, Some(council)) => Some(LeftOut::OtherAreas(others, council)),
        (false, None) => Some(LeftOut::NotCouncils(others)),
    });
    let own: Vec<Figure> = own
        .into_iter()
        .map(|figure| Figure { period: figure.period.or(choices.period), ..figure.clone() })
        .collect();
    let (mut together, contradictions) = seen_together(&own);
    let mut position = 0;
    together.retain(|_| {
        position += 1;
        !contradictions.iter().any(|each| each.has_no_value() && each.at + 1 == position)
    });
    problems.extend(contradictions.into_iter().map(LeftOut::Contradiction));
    together
}

/// The row of a figure among the others of its measure.
pub(super) fn row(indicator: &Measure, figure: &Figure, history: &History<'_>, choices: &Choices) -> Row {
    // The March of a chosen year is set against the year before, not against February.
    let to = choices.period.or(figure.period);
    let before = to.map(Period::previous);
    let series = history.figures();
    let previous = before.and_then(|before| of_period(&series, Some(before)).ok().flatten());
    let comparators = choices.comparators();
    let value = figure.amount.exact(indicator.kind);
    let shown = figure.amount.shown(indicator);
    let target = choices.targets.iter().find(|(of, _)| of == indicator);
    let target = target
        .zip(value.zip(shown))
        .and_then(|((_, target), value)| target::against(indicator, figure.amount, value, *target));
    let position = position(indicator, value, figure.period, choices, &comparators);
    let base_of = |figure: &Figure| {
        let (published, council) = (&choices.published, choices.council);
        Base::of(indicator, figure, &Known { published, council, population: choices.population })
    };
    let counted_of = |figure: &Figure| {
        base_of(figure).map_or(figure.amount, |base| base.counted(figure.amount, indicator.kind))
    };
    let counted = counted_of(figure);
    let comparisons = comparisons(indicator, (figure.amount, counted), figure.period, choices, comparators);
    let mut row = Row {
        indicator: indicator.clone(),
        council: choices.council,
        period: figure.period,
        amount: figure.amount,
        value,
        shown,
        interval: counted.interval(indicator),
        base: base_of(figure).filter(|_| counted != figure.amount && counted.interval(indicator).is_some()),
        population: None,
        change: previous.and_then(|previous| {
            let counted = [counted_of(previous), counted];
            let change = change::between(indicator, choices.council, [previous, figure], counted)?;
            Some(Change { is_from_published: history.stands_in(previous), ..change })
        }),
        history: to.map_or_else(Vec::new, |to| history.up_to(indicator, to)),
        trend: trend(indicator, to, &series, choices),
        comparisons,
        target,
        position,
        worth_of_one: gap::worth_of_one(figure.amount, indicator.kind),
        differs: choices
            .council
            .and_then(|council| local::differs(&choices.published, indicator, figure, council)),
        way: choices.way,
        judged_by: choices.way,
        verdict: Verdict::CannotSay(CannotSay::NoFigure),
        known: choices.published.known(),
    };
    // What is published nowhere can only be judged by its target.
    let way = match row.target {
        Some(_) if !indicator.is_published => Way::Target,
        _ => row.way,
    };
    (row.verdict, row.judged_by) = verdict::judged(way, |way| verdict_by(&row, way));
    row
}

/// The trend of a series up to a figure.
fn trend(
    indicator: &Measure,
    to: Option<Period>,
    series: &[&Figure],
    choices: &Choices,
) -> Result<Trend, NoTrend> {
    let to = to.ok_or(NoTrend::NotThisFigure)?;
    trend::up_to(indicator, choices.council, to, &of_each_period(indicator, series, to))
}

/// The verdict on a row by one way.
fn verdict_by(row: &Row, way: Way) -> Result<Verdict, CannotSay> {
    match way {
        _ if row.value.is_none() => Err(CannotSay::NoFigure),
        _ if row.indicator.kind == Kind::Count && way != Way::Target => Err(CannotSay::NotBesideOthers),
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
    if period.is_part_of_year(indicator.basis) {
        return Err(CannotSay::PartOfYear);
    }
    let council = choices.council.ok_or(CannotSay::NoCouncil)?;
    let own = (value, period.year_on(indicator.basis));
    position::position(&choices.published, indicator, own, council, comparators)
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
        (_, Some(value), Some(shown), Some(period)) => Ok(Own {
            amount,
            counted,
            value,
            shown,
            year: period.year_on(indicator.basis),
            is_part_of_year: period.is_part_of_year(indicator.basis),
        }),
        (_, _, _, None) => Err(NoComparison::NoPeriod),
        _ => Err(NoComparison::TooLarge),
    };
    comparators
        .into_iter()
        .map(|with| Comparison {
            outcome: own.and_then(|own| compare(&choices.published, indicator, own, &with)),
            with,
        })
        .collect()
}

/// The rate per 10,000 where only the number of children was given: with the person's own population, or with the official one.
fn rate_row(
    indicator: &Measure,
    rows: &[Row],
    choices: &Choices,
    problems: &mut Vec<LeftOut>,
) -> Option<Row> {
    let is_of_the_same =
        |row: &&Row| row.indicator.kind == Kind::Count && row.indicator.counts == indicator.counts;
    let number = rows.iter().find(is_of_the_same).filter(|_| indicator.kind == Kind::Rate)?;
    let children = number.amount.count()?;
    let period = number.period;
    // Children who came or left in a month are no rate of a year.
    if period.is_some_and(|period| period.is_part_of_year(indicator.basis)) {
        return None;
    }
    let own = choices.population.filter(|population| *population > 0);
    let official = || {
        let (council, year) = (choices.council?, period?.year());
        // Nobody's population is that of a council that is no more.
        choices.published.population(council, year).filter(|_| existed(council, year))
    };
    let (population, official) = match own {
        Some(own) => (own, None),
        None => official().map(|official| (official.children, Some(official)))?,
    };
    if population < children {
        problems.push(LeftOut::SmallPopulation { population, children });
        return None;
    }
    let amount = Amount::Counts { numerator: children, denominator: population };
    let figure = Figure {
        indicator: indicator.clone(),
        area: choices.council,
        period,
        amount,
        stated: None,
        place: None,
    };
    let row = row(
        indicator,
        &figure,
        &History::of_entered(indicator, &[], period, &choices.published, choices.council),
        choices,
    );
    if official.is_none() {
        return Some(row);
    }
    // That the number differs from the published one is said of the number.
    Some(Row { population: official, differs: None, ..row })
}
