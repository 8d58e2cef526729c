//! A heat map: the measures of a scorecard in rows, and other councils or other periods in columns.

use std::rc::Rc;

use crate::area::{self, Area, Level, neighbours};
use crate::figure::{Amount, Figure, Withheld};
use crate::indicator::{Good, Indicator, Kind, Measure};
use crate::number::{Decimal, Exact};
use crate::period::Period;
use crate::sorting::Sorting;

use super::base::{Base, Known, is_of_small_numbers};
use super::choices::Choices;
use super::comparator::{Comparator, ComparatorKind, ENGLAND, NEIGHBOURS, REGION};
use super::comparison::{is_of_few_measured, verdict_of_year};
use super::gap;
use super::history::Past;
use super::local::year_ending_with;
use super::position::Distribution;
use super::row::Row;
use super::scorecard::Scorecard;
use super::standing::Standing;
use super::target;
use super::verdict::{CannotSay, Quartile, Verdict, Way};

/// What the columns of a heat map are, besides the figures of the scorecard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Across {
    /// England, the region and the average of the council's statistical neighbours, and each of these, closest first.
    #[default]
    Neighbours,
    /// England, the region and the councils chosen to compare with.
    Councils,
    /// The council's own periods, oldest first.
    Periods,
}

impl Across {
    /// Each of them.
    pub const ALL: [Self; 3] = [Self::Neighbours, Self::Councils, Self::Periods];

    /// The name used in markup.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Neighbours => "neighbours",
            Self::Councils => "councils",
            Self::Periods => "periods",
        }
    }

    /// Returns the one of this name, or `None` if there is none.
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|each| each.id() == id)
    }
}

/// The measures of a scorecard in rows, and other councils or periods in columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeatMap {
    /// The columns, those of the council's own first.
    pub columns: Vec<HeatColumn>,
    /// A row for each of the scorecard, in its order.
    pub rows: Vec<HeatRow>,
}

/// A column of a heat map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeatColumn {
    /// The figures of the scorecard.
    Own,
    /// The official figures of England or a council.
    Area(&'static Area),
    /// What the figures of the scorecard are compared with.
    Comparator(&'static ComparatorKind),
    /// The council's figures for a period.
    Period(Period),
}

/// A measure in a heat map.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatRow {
    /// The measure.
    pub measure: Measure,
    /// The period of the council's own figure, if known.
    pub period: Option<Period>,
    /// For when the figures of other areas are.
    pub others: OfOthers,
    /// Whether a figure of the council's own that is shown is clearly worse or better, or only higher or lower.
    pub differs: bool,
    /// As many decimals as England's figure is published with, or `None` if there is none or the columns are periods.
    pub decimals: Option<u8>,
    /// A cell for each column, or `None` where there is no figure.
    pub cells: Vec<Option<HeatCell>>,
}

/// For when the figures of other areas in a row are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfOthers {
    /// For the time of the council's own, or there are none.
    SameTime,
    /// For this year, of which the council's own is a part or which is not its own.
    Year(u16),
    /// They are for years and not shown, as in the list: the council's own is for a month or quarter alone, or a number of children
    /// counted over part of a year.
    NotShown,
}

/// A figure in a heat map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeatCell {
    /// The value as shown, or why there is none.
    pub value: Result<Decimal, Withheld>,
    /// What the value was rounded from, where it was computed; `None` where it is as published or stated.
    pub exact: Option<Exact>,
    /// The quarter of all councils of its year that it lies in; `None` if no direction is better, too few councils have a
    /// figure, or it is not that of a council and a whole year.
    pub quarter: Option<Quartile>,
    /// The verdict on it compared with England in the same year, or `None` if there is none.
    pub verdict: Option<Verdict>,
    /// What it is judged by as the rows of the list are, or `None` if that is nothing.
    pub judged: Option<Judged>,
}

/// How a figure is judged: as in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The verdict by the chosen way, or by the quarter of all councils where chance cannot be tested.
    pub verdict: Verdict,
    /// What it comes to.
    pub standing: Standing,
}

impl Judged {
    /// Returns how a figure is judged that is not the scorecard's own, or `None` if it is not.
    fn by(way: Way, england: Option<&BesideEngland>, quarter: Option<Quartile>) -> Option<Self> {
        let of_england = england.filter(|beside| way == Way::Interval && beside.verdict.reason().is_none());
        if let Some(beside) = of_england {
            return Some(Self { verdict: beside.verdict, standing: beside.standing });
        }
        let verdict = Verdict::In(quarter.filter(|_| way != Way::Target)?);
        Some(Self { verdict, standing: Standing::of(verdict, || Standing::ByChance) })
    }
}

/// A figure compared with England.
struct BesideEngland {
    verdict: Verdict,
    standing: Standing,
}

impl HeatCell {
    /// Whether the Department published a very different figure for the same time.
    pub fn is_doubted(&self) -> bool {
        self.verdict == Some(Verdict::CannotSay(CannotSay::FarFromOfficial))
    }

    /// A value that is not judged.
    const fn plain(value: Result<Decimal, Withheld>) -> Self {
        Self { value, exact: None, quarter: None, verdict: None, judged: None }
    }
}

/// More periods than this do not fit a page: the oldest are left out.
const MOST_PERIODS: usize = 13;

/// More decimals than these are not read at a glance.
const MOST_DECIMALS: u8 = 2;

impl HeatRow {
    /// The value of a cell to be read at a glance: what was computed of counts has no more decimals than what is published beside it.
    pub fn at_a_glance(&self, cell: &HeatCell) -> Result<Decimal, Withheld> {
        cell.value.map(|shown| {
            let published = self.decimals.filter(|_| cell.exact.is_some()).unwrap_or(MOST_DECIMALS);
            let few = published.min(MOST_DECIMALS).min(shown.decimals());
            cell.exact.unwrap_or_else(|| shown.into()).rounded(few)
        })
    }
}

/// Whether a figure is clearly worse or better, or only higher or lower.
const fn is_clear(standing: Standing) -> bool {
    matches!(standing, Standing::Worse | Standing::Better | Standing::Different)
}

impl HeatMap {
    /// The heat map of a scorecard that was made with these choices.
    pub fn of(card: &Scorecard, choices: &Choices, across: Across) -> Self {
        let columns = columns(card, choices, across);
        let rows: Vec<HeatRow> = card.rows.iter().map(|row| heat_row(row, choices, &columns)).collect();
        let mut map = Self { columns, rows };
        if across != Across::Periods
            && map.rows.iter().all(|row| row.cells.iter().skip(1).all(Option::is_none))
        {
            map.columns.truncate(1);
            for row in &mut map.rows {
                row.cells.truncate(1);
            }
        }
        map
    }
}

fn columns(card: &Scorecard, choices: &Choices, across: Across) -> Vec<HeatColumn> {
    let areas: Vec<&'static Area> = match across {
        Across::Neighbours => {
            choices.council.map_or_else(Vec::new, |council| neighbours(council, choices.model))
        }
        Across::Councils => choices.also.iter().filter_map(|kind| kind.council()).collect(),
        Across::Periods => return periods(card).into_iter().map(HeatColumn::Period).collect(),
    };
    let areas = areas.into_iter().filter(|area| Some(*area) != choices.council);
    // Averages of what no row is compared with say nothing.
    let is_compared = |kind: &&'static ComparatorKind| {
        card.rows
            .iter()
            .any(|row| row.comparisons.iter().any(|it| it.with.kind == *kind && it.outcome.is_ok()))
    };
    let averages: &[&ComparatorKind] = match across {
        Across::Neighbours => &[&REGION, &NEIGHBOURS],
        _ => &[&REGION],
    };
    [HeatColumn::Own, HeatColumn::Area(area::england())]
        .into_iter()
        .chain(averages.iter().copied().filter(is_compared).map(HeatColumn::Comparator))
        .chain(areas.map(HeatColumn::Area))
        .collect()
}

/// The periods any measure has a figure for, oldest first.
fn periods(card: &Scorecard) -> Vec<Period> {
    let past = card.rows.iter().flat_map(|row| &row.history).map(|past| past.period);
    let mut periods: Vec<Period> = past.chain(card.rows.iter().filter_map(|row| row.period)).collect();
    periods.arrange();
    periods.dedup();
    periods.split_off(periods.len().saturating_sub(MOST_PERIODS))
}

/// The official figures of the other councils that stand in a row.
struct Others {
    indicator: &'static Indicator,
    year: u16,
    /// As many decimals as England's figure is published with, if there is one.
    decimals: Option<u8>,
    /// All councils' figures of that year, or `None` if they are not compared.
    all: Option<Rc<Distribution>>,
}

impl Others {
    fn of(row: &Row, choices: &Choices) -> Option<Self> {
        let indicator = row.indicator.catalogue().filter(|_| !is_alone(row, choices))?;
        let year = year_of_others(row, indicator, choices, row.period?.year_on(indicator.basis));
        let all = match &row.position {
            Ok(position) => Some(position.distribution.clone()),
            Err(_) if indicator.kind == Kind::Count || indicator.good == Good::Neither => None,
            Err(_) => Distribution::of_year(&choices.published, indicator, year).map(Rc::new),
        };
        let england = choices.published.official(indicator, area::england(), year);
        let decimals = england.and_then(|official| official.value.ok()).map(Decimal::decimals);
        Some(Self { indicator, year, decimals, all })
    }
}

fn heat_row(row: &Row, choices: &Choices, columns: &[HeatColumn]) -> HeatRow {
    let has_areas = columns.iter().any(|column| matches!(column, HeatColumn::Area(_)));
    let others = has_areas.then(|| Others::of(row, choices)).flatten();
    let cells: Vec<Option<HeatCell>> = columns
        .iter()
        .map(|column| match *column {
            HeatColumn::Own => own(row),
            HeatColumn::Area(area) => of_area(row, area, others.as_ref()?, choices),
            HeatColumn::Comparator(kind) => of_comparator(row, kind, others.as_ref()?),
            HeatColumn::Period(period) if row.period == Some(period) => {
                own(row).map(|cell| by_target(row, row.amount, cell))
            }
            HeatColumn::Period(period) => {
                let past = row.history.iter().find(|past| past.period == period)?;
                of_past(row, past, choices).map(|cell| by_target(row, past.amount, cell))
            }
        })
        .collect();
    let is_of_periods = columns.iter().all(|column| matches!(column, HeatColumn::Period(_)));
    let judged = cells.iter().flatten().filter_map(|cell| cell.judged);
    let differs = if is_of_periods {
        judged.map(|judged| judged.standing).any(is_clear)
    } else {
        is_clear(row.standing())
    };
    let of_others = match &others {
        // A month is not called the year that ends with it.
        Some(others)
            if !is_of_year(row, others.year, choices) || !matches!(row.period, Some(Period::Year(_))) =>
        {
            OfOthers::Year(others.year)
        }
        None if has_areas && is_alone(row, choices) => OfOthers::NotShown,
        _ => OfOthers::SameTime,
    };
    HeatRow {
        measure: row.indicator.clone(),
        period: row.period,
        others: of_others,
        differs,
        decimals: others.as_ref().and_then(|others| others.decimals),
        cells,
    }
}

/// Whether a figure is for a month or quarter alone, beside which figures of years say nothing: as in the list. Children counted over part
/// of a year are fewer than those of a year in any case.
fn is_alone(row: &Row, choices: &Choices) -> bool {
    let of_part = |period| choices.spans.is_part_of_year(&row.indicator, period);
    let is_part_of_count =
        row.indicator.is_published && row.indicator.kind == Kind::Count && row.period.is_some_and(of_part);
    row.is_of_part_of_year() || is_part_of_count
}

/// Whether a figure is for the same time as the official ones of a year.
fn is_of_year(row: &Row, year: u16, choices: &Choices) -> bool {
    row.period.is_some_and(|period| {
        let is_part = choices.spans.is_part_of_year(&row.indicator, period);
        !is_part && year_ending_with(&row.indicator, period) == Some(year)
    })
}

/// The year for which others are shown: that of the figure, or the latest published before it.
fn year_of_others(row: &Row, indicator: &Indicator, choices: &Choices, own: u16) -> u16 {
    let among = row.position.as_ref().ok().map(|position| position.year);
    let of_england = || {
        let mut years = choices.published.years(indicator, area::england());
        years.rfind(|year| *year <= own)
    };
    among.or_else(of_england).unwrap_or(own)
}

/// The council's own figure.
fn own(row: &Row) -> Option<HeatCell> {
    let value = match row.amount {
        Amount::Withheld(symbol) => Err(symbol),
        _ => Ok(row.shown?),
    };
    Some(HeatCell {
        value,
        exact: row.value.filter(|_| matches!(row.amount, Amount::Counts { .. })),
        quarter: row.position.as_ref().ok().and_then(|position| position.quartile.ok()),
        verdict: match row.england() {
            _ if row.is_far_from_official() => Some(Verdict::CannotSay(CannotSay::FarFromOfficial)),
            england => england.map(|england| england.verdict),
        },
        judged: Some(Judged { verdict: row.verdict, standing: row.standing() })
            .filter(|judged| judged.standing != Standing::NotCompared),
    })
}

/// The official figure of what a row is compared with, if it is of the year of the other areas.
fn of_comparator(row: &Row, kind: &ComparatorKind, others: &Others) -> Option<HeatCell> {
    let comparison = row.comparisons.iter().find(|comparison| *comparison.with.kind == *kind)?;
    let compared = comparison.outcome.as_ref().ok().filter(|compared| compared.year == others.year)?;
    Some(HeatCell::plain(Ok(compared.shown)))
}

/// The official figure of another area.
fn of_area(row: &Row, area: &'static Area, others: &Others, choices: &Choices) -> Option<HeatCell> {
    let indicator = others.indicator;
    let official = choices.published.official(indicator, area, others.year)?;
    // Counts of England are rounded themselves.
    if area.level != Level::Council {
        return Some(HeatCell::plain(official.value));
    }
    let amount = official.amount(indicator);
    let value = official.value.map(|published| amount.shown(indicator).unwrap_or(published));
    let exact = amount.exact(indicator.kind).filter(|_| matches!(amount, Amount::Counts { .. }));
    if is_of_few_measured(&choices.published, indicator, area, others.year) {
        return Some(HeatCell { exact, ..HeatCell::plain(value) });
    }
    let quarter = others.all.as_ref().and_then(|all| all.quarter_of(area, indicator.good));
    let beside = beside_england(row, (amount, area), others.year, choices);
    let is_small = is_of_small_numbers(&choices.published, indicator, amount, (area, others.year));
    let judged = Judged::by(row.way, beside.as_ref(), quarter.filter(|_| !is_small));
    Some(HeatCell { value, exact, quarter, verdict: beside.map(|beside| beside.verdict), judged })
}

/// A figure of the council's own as it is by the target, where that is what its measure is judged by.
fn by_target(row: &Row, amount: Amount, cell: HeatCell) -> HeatCell {
    let judged = || {
        let target = row.target.as_ref().filter(|_| row.judged_by == Way::Target)?.target;
        let value = amount.exact(row.indicator.kind).zip(amount.shown(&row.indicator))?;
        let verdict = target::against(&row.indicator, [amount; 2], value, target)?.verdict;
        Some(Judged { verdict, standing: Standing::of(verdict, || Standing::ByChance) })
    };
    HeatCell { judged: cell.judged.or_else(judged), ..cell }
}

/// The council's figure for an earlier period.
fn of_past(row: &Row, past: &Past, choices: &Choices) -> Option<HeatCell> {
    let value = match past.amount {
        Amount::Withheld(symbol) => Err(symbol),
        _ => Ok(past.shown?),
    };
    let is_part = choices.spans.is_part_of_year(&row.indicator, past.period);
    let of_many_measured = |year: &u16| {
        let council = choices.council;
        council.is_none_or(|council| !is_of_few_measured(&choices.published, &row.indicator, council, *year))
    };
    let year = (!is_part).then(|| past.period.year_on(row.indicator.basis)).filter(of_many_measured);
    let quarter =
        year.zip(row.indicator.catalogue()).zip(choices.council).and_then(|((year, indicator), council)| {
            let value = past.amount.exact(indicator.kind).filter(|_| indicator.kind != Kind::Count)?;
            let all = Distribution::of_year(&choices.published, indicator, year)?;
            all.quarter_with(value, council, indicator.good).ok()
        });
    let of_year = year.zip(choices.council);
    let beside =
        of_year.and_then(|(year, council)| beside_england(row, (past.amount, council), year, choices));
    let is_small = of_year.is_some_and(|(year, council)| {
        is_of_small_numbers(&choices.published, &row.indicator, past.amount, (council, year))
    });
    let judged = Judged::by(row.way, beside.as_ref(), quarter.filter(|_| !is_small));
    Some(HeatCell { quarter, verdict: beside.map(|beside| beside.verdict), judged, ..HeatCell::plain(value) })
}

/// The verdict on a figure of a council compared with England in the same year, by the rules of its own scorecard.
fn beside_england(
    row: &Row,
    (amount, council): (Amount, &'static Area),
    year: u16,
    choices: &Choices,
) -> Option<BesideEngland> {
    let indicator = row.indicator.catalogue().filter(|indicator| indicator.kind != Kind::Count)?;
    let england: &Comparator =
        row.comparisons.iter().map(|comparison| &comparison.with).find(|with| *with.kind == ENGLAND)?;
    let known = Known {
        published: &choices.published,
        council: Some(council),
        population: choices.population.filter(|_| choices.council == Some(council)),
    };
    let figure = Figure {
        indicator: indicator.into(),
        area: Some(council),
        period: Some(Period::Year(year)),
        amount,
        stated: None,
        place: None,
    };
    let base = Base::of(indicator, &figure, &known);
    let counted = base.map_or(amount, |base| base.counted(amount, indicator.kind));
    let (verdict, points) = verdict_of_year(&choices.published, indicator, (amount, counted), england, year)?;
    let worth = gap::worth_of_one(amount, indicator.kind);
    let standing = Standing::of(verdict, || Standing::by_chance(indicator, points, worth));
    Some(BesideEngland { verdict, standing })
}
