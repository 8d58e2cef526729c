//! How cases are spread over a team: what its average hides.

use std::cmp::Reverse;

use crate::number::whole_below;
use crate::sorting::Sorting;

/// What one worker holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Held {
    /// Cases.
    pub cases: u32,
    /// How much of full time the worker works: 1 or less.
    pub fte: f64,
}

impl Held {
    /// Cases of a worker who works full time.
    pub const fn full_time(cases: u32) -> Self {
        Self { cases, fte: 1.0 }
    }

    /// Cases for each full-time equivalent.
    pub fn for_each_fte(self) -> f64 {
        f64::from(self.cases) / self.fte
    }

    /// Whether these are more cases than a limit leaves this worker.
    pub fn is_above(self, limit: f64) -> bool {
        f64::from(self.cases) > limit * self.fte + 1e-9
    }
}

/// The caseloads of a team compared with a limit for each full-time equivalent.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    /// Workers whose caseload is given.
    pub workers: usize,
    /// Their full-time equivalents.
    pub fte: f64,
    /// Cases they hold together.
    pub cases: u32,
    /// The average for each full-time equivalent.
    pub mean: f64,
    /// Half hold as many for each full-time equivalent, or fewer.
    pub median: f64,
    /// The highest for each full-time equivalent.
    pub highest: f64,
    /// Workers above the limit.
    pub workers_above: usize,
    /// Cases above the limit, of those workers.
    pub cases_above: f64,
    /// Cases that the workers under the limit could take.
    pub room: f64,
    /// The smallest and the largest caseload if the same cases were spread evenly over the hours worked.
    pub levelled: (u32, u32),
    /// Cases that would change hands for that, at least.
    pub moved: u32,
}

impl Distribution {
    /// Whether everybody works full time.
    #[expect(clippy::cast_precision_loss, reason = "at most a thousand workers")]
    pub fn is_full_time(&self) -> bool {
        self.fte >= self.workers as f64
    }
}

/// Columns and rows of a pasted table that were not taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Workers whose cases were taken.
    pub workers: usize,
    /// Columns without cases or full-time equivalents: names, say.
    pub columns: usize,
    /// Rows of totals.
    pub totals: usize,
    /// Rows without a number of cases.
    pub without_cases: usize,
}

/// Why a text does not hold caseloads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DistributionError {
    /// Something other than whole numbers, full-time equivalents, spaces, commas and semicolons.
    NotNumbers,
    /// A caseload above 1,000, or more than 1,000 of them.
    TooLarge,
    /// A full-time equivalent that is not above 0 and at most 1, or is only half typed.
    NotFte,
    /// Columns of which it is not clear which holds the cases.
    WhichColumn,
}

impl std::error::Error for DistributionError {}

const MOST: u32 = 1_000;

/// Reads caseloads: a whole number for each worker, apart by spaces, lines, commas or semicolons, with a stroke and the
/// full-time equivalent where a worker is not full time, as in `12/0.6`. Nothing where the text is empty.
///
/// # Errors
/// See [`DistributionError`].
pub fn caseloads(text: &str) -> Result<Vec<Held>, DistributionError> {
    let is_between = |letter: char| letter.is_whitespace() || matches!(letter, ',' | ';');
    let all: Vec<Held> =
        text.split(is_between).filter(|text| !text.is_empty()).map(held).collect::<Result<_, _>>()?;
    if all.len() > MOST as usize { Err(DistributionError::TooLarge) } else { Ok(all) }
}

/// What one worker holds: `12`, `12/0.6`.
fn held(text: &str) -> Result<Held, DistributionError> {
    let (cases, fte) = text.split_once('/').map_or((text, None), |(cases, fte)| (cases, Some(fte)));
    let is_number = !cases.is_empty() && cases.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number || fte.is_some_and(|fte| !fte.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')) {
        return Err(DistributionError::NotNumbers);
    }
    let cases = cases.parse().ok().filter(|number| *number <= MOST).ok_or(DistributionError::TooLarge)?;
    Ok(Held { cases, fte: fte.map_or(Ok(1.0), full_time_equivalent)? })
}

/// A full-time equivalent, above 0 and at most 1.
///
/// # Errors
/// It is something else.
pub fn full_time_equivalent(text: &str) -> Result<f64, DistributionError> {
    let is_short = text.len() <= 5;
    let fte = text.parse::<f64>().ok().filter(|fte| is_short && *fte > 0.0 && *fte <= 1.0);
    fte.ok_or(DistributionError::NotFte)
}

/// Returns how these caseloads are spread, or `None` if there are none.
///
/// ```
/// use corporate_parenting_calculator::scenario::{Held, distribution};
///
/// // An average of 15, and yet two of five workers hold more than 15.
/// let spread = distribution(&[22, 20, 12, 11, 10].map(Held::full_time), 15.0).expect("somebody holds cases");
/// assert_eq!((spread.mean, spread.workers_above, spread.cases_above), (15.0, 2, 12.0));
/// assert_eq!((spread.levelled, spread.moved), ((15, 15), 12));
///
/// // Ten cases are twenty for each full-time equivalent of somebody who works half time.
/// let spread = distribution(&[Held { cases: 10, fte: 0.5 }, Held::full_time(14)], 15.0).expect("somebody holds cases");
/// assert_eq!((spread.mean, spread.workers_above, spread.highest, spread.moved), (16.0, 1, 20.0, 2));
/// ```
#[expect(clippy::cast_precision_loss, reason = "at most a thousand workers")]
pub fn distribution(caseloads: &[Held], limit: f64) -> Option<Distribution> {
    let mut sorted = caseloads.to_vec();
    sorted.arrange_by(|a, b| a.for_each_fte().total_cmp(&b.for_each_fte()));
    let (workers, highest) = (sorted.len(), sorted.last()?.for_each_fte());
    let middle = sorted.get((workers - 1) / 2).zip(sorted.get(workers / 2))?;
    let cases: u32 = sorted.iter().map(|held| held.cases).sum();
    let fte: f64 = if sorted.iter().all(|held| held.fte.total_cmp(&1.0).is_eq()) {
        workers as f64
    } else {
        sorted.iter().map(|held| held.fte).sum()
    };
    let mean = f64::from(cases) / fte;
    let levelled = levelled(&sorted, cases, mean);
    let moved = sorted.iter().zip(&levelled).map(|(held, level)| held.cases.saturating_sub(*level)).sum();
    let above = |held: &Held| (f64::from(held.cases) - limit * held.fte).max(0.0);
    let below = |held: &Held| (limit * held.fte - f64::from(held.cases)).max(0.0);
    Some(Distribution {
        workers,
        fte,
        cases,
        mean,
        median: f64::midpoint(middle.0.for_each_fte(), middle.1.for_each_fte()),
        highest,
        workers_above: sorted.iter().filter(|held| held.is_above(limit)).count(),
        cases_above: sorted.iter().map(above).sum(),
        room: sorted.iter().map(below).sum(),
        levelled: (levelled.iter().min().copied()?, levelled.iter().max().copied()?),
        moved,
    })
}

/// The same cases spread evenly over the hours worked, in whole cases. Of those with the same claim to one more, whoever holds
/// most keeps it.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "at most a million cases, and none below zero"
)]
fn levelled(sorted: &[Held], cases: u32, mean: f64) -> Vec<u32> {
    let exact: Vec<f64> = sorted.iter().map(|held| mean * held.fte).collect();
    // A share that is whole but for the rounding of the machine is whole.
    let mut level: Vec<u32> = exact.iter().map(|share| whole_below(*share) as u32).collect();
    let rest = cases.saturating_sub(level.iter().sum());
    let mut places: Vec<usize> = (0..sorted.len()).rev().collect();
    let left = |place: usize| exact[place] - f64::from(level[place]);
    // In millionths, so that shares that differ only by the rounding of the machine are the same.
    places.arrange_by_key(|place| Reverse(whole_below(left(*place) * 1e6) as i64));
    for place in places.into_iter().take(rest as usize) {
        level[place] += 1;
    }
    level
}
