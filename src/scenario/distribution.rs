//! How cases are spread over a team: what its average hides.

use crate::sorting::Sorting;

/// The caseloads of a team compared with a limit.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    /// Workers whose caseload is given.
    pub workers: usize,
    /// Cases they hold together.
    pub cases: u32,
    /// The average.
    pub mean: f64,
    /// Half hold as many or fewer.
    pub median: f64,
    /// The highest.
    pub highest: u32,
    /// Workers above the limit.
    pub workers_above: usize,
    /// Cases above the limit, of those workers.
    pub cases_above: f64,
    /// Cases that the workers under the limit could take.
    pub room: f64,
    /// The smallest and the largest caseload if the same cases were spread evenly.
    pub levelled: (u32, u32),
    /// Cases that would change hands for that, at least.
    pub moved: u32,
}

/// Why a text does not hold caseloads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DistributionError {
    /// Something other than whole numbers, spaces, commas and semicolons.
    NotNumbers,
    /// A caseload above 1,000, or more than 1,000 of them.
    TooLarge,
}

impl std::error::Error for DistributionError {}

const MOST: u32 = 1_000;

/// Reads pasted caseloads: whole numbers only, one for each worker, apart by spaces, lines, commas or semicolons. Nothing
/// where the text is empty.
///
/// # Errors
/// See [`DistributionError`].
pub fn caseloads(text: &str) -> Result<Vec<u32>, DistributionError> {
    let is_between = |letter: char| letter.is_whitespace() || matches!(letter, ',' | ';');
    let number = |text: &str| {
        if !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(DistributionError::NotNumbers);
        }
        text.parse().ok().filter(|number| *number <= MOST).ok_or(DistributionError::TooLarge)
    };
    let all: Vec<u32> =
        text.split(is_between).filter(|text| !text.is_empty()).map(number).collect::<Result<_, _>>()?;
    if all.len() > MOST as usize { Err(DistributionError::TooLarge) } else { Ok(all) }
}

/// Returns how these caseloads are spread, or `None` if there are none.
///
/// ```
/// use corporate_parenting_calculator::scenario::distribution;
///
/// // An average of 15, and yet two of five workers hold more than 15.
/// let spread = distribution(&[22, 20, 12, 11, 10], 15.0).expect("somebody holds cases");
/// assert_eq!((spread.mean, spread.workers_above, spread.cases_above), (15.0, 2, 12.0));
/// assert_eq!((spread.levelled, spread.moved), ((15, 15), 12));
/// ```
#[expect(clippy::cast_precision_loss, reason = "at most a thousand workers")]
pub fn distribution(caseloads: &[u32], limit: f64) -> Option<Distribution> {
    let mut sorted = caseloads.to_vec();
    sorted.arrange();
    let (workers, highest) = (sorted.len(), *sorted.last()?);
    let middle = sorted.get((workers - 1) / 2).zip(sorted.get(workers / 2))?;
    let cases: u32 = sorted.iter().sum();
    let count = u32::try_from(workers).ok()?;
    let (even, rest) = (cases / count, (cases % count) as usize);
    // The highest keep the case more that some must hold.
    let levelled = |place: usize| even + u32::from(place >= workers - rest);
    let moved = sorted.iter().enumerate().map(|(place, held)| held.saturating_sub(levelled(place))).sum();
    let above = |held: &u32| (f64::from(*held) - limit).max(0.0);
    let below = |held: &u32| (limit - f64::from(*held)).max(0.0);
    Some(Distribution {
        workers,
        cases,
        mean: f64::from(cases) / workers as f64,
        median: f64::midpoint(f64::from(*middle.0), f64::from(*middle.1)),
        highest,
        workers_above: sorted.iter().filter(|held| f64::from(**held) > limit).count(),
        cases_above: sorted.iter().map(above).sum(),
        room: sorted.iter().map(below).sum(),
        levelled: (even, even + u32::from(rest > 0)),
        moved,
    })
}
