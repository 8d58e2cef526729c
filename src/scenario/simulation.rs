//! Many paths of a scenario by chance, and the bands they lie in.

use rand_core::{Rng, SeedableRng};
use rand_pcg::Pcg64Mcg;

use super::counted::{self, Now};
use super::inputs::{CaseloadInputs, Growth, Ranges, Staffing, targets};
use super::limits::{CaseloadError, check};
use super::path;

/// The outcomes of the simulated paths.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Simulation {
    /// One band a month, from month 0.
    pub bands: Vec<Band>,
    /// The chance of each target compared, from the highest.
    pub chances: Vec<TargetChance>,
}

/// How likely a target is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TargetChance {
    /// Children per worker to reach.
    pub target: f64,
    /// Share of the paths that recruit to this target which are at or under it in the month asked for, or the last.
    pub chance: f64,
}

/// The average caseload of one month over all simulated paths.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// A tenth of the paths lie below.
    pub low: f64,
    /// Half of them.
    pub middle: f64,
    /// A tenth lie above.
    pub high: f64,
    /// Share of the paths at or under the target.
    pub chance: f64,
}

impl Simulation {
    /// As rows of four numbers, to cross from a worker; a chance has no low and middle.
    pub fn to_numbers(&self) -> Vec<f64> {
        let bands = self.bands.iter().map(|band| [band.low, band.middle, band.high, band.chance]);
        let chances = self.chances.iter().map(|each| [f64::NAN, f64::NAN, each.target, each.chance]);
        bands.chain(chances).flatten().collect()
    }

    /// What such rows say.
    pub fn of_numbers(numbers: &[f64]) -> Self {
        let mut simulation = Self::default();
        for row in numbers.chunks_exact(4) {
            let &[low, middle, high, chance] = row else { continue };
            if low.is_nan() {
                simulation.chances.push(TargetChance { target: high, chance });
            } else {
                simulation.bands.push(Band { low, middle, high, chance });
            }
        }
        simulation
    }
}

/// How many paths are simulated.
const PATHS: usize = 10_000;

/// The outcomes of a scenario and of every target compared, or `None` where nothing is uncertain. It is most of the work of a
/// scenario.
///
/// # Errors
/// The first input outside its limits.
pub fn simulate(inputs: &CaseloadInputs) -> Result<Option<Simulation>, CaseloadError> {
    check(inputs)?;
    let Some((ranges, seed)) = &inputs.uncertain else { return Ok(None) };
    let month = inputs.by_month.unwrap_or(inputs.months);
    let mut simulation = Simulation::default();
    for target in targets(inputs) {
        let of_target = CaseloadInputs { target, ..inputs.clone() };
        let bands = bands(&of_target, ranges, *seed);
        let chance = bands.get(month).map_or(0.0, |band| band.chance);
        simulation.chances.push(TargetChance { target, chance });
        if target.total_cmp(&inputs.target).is_eq() {
            simulation.bands = bands;
        }
    }
    Ok(Some(simulation))
}

/// Simulates paths with growth, turnover and recruitment drawn anew for each. The same seed gives the same answer on
/// every machine: the generator is PCG (O'Neill 2014), whose crate promises its sequence, and nothing but the four
/// operations is done with it.
fn bands(inputs: &CaseloadInputs, ranges: &Ranges, seed: u64) -> Vec<Band> {
    let (now, weight) = (Now::of(inputs), counted::weight(inputs, inputs.target));
    let mut random = Pcg64Mcg::seed_from_u64(seed);
    let mut by_month: Vec<Vec<f64>> = vec![Vec::with_capacity(PATHS); inputs.months + 1];
    for _ in 0..PATHS {
        let growth = ranges.growth.map_or(inputs.growth, |range| Growth::Share(draw(&mut random, range)));
        let staffing = Staffing {
            turnover: ranges.turnover.map_or(inputs.staffing.turnover, |range| draw(&mut random, range)),
            hires_per_month: ranges
                .hires_per_month
                .map_or(inputs.staffing.hires_per_month, |range| draw(&mut random, range)),
            ..inputs.staffing
        };
        let children = path::children(inputs.children, growth, inputs.apart, inputs.months);
        let staff = path::staff(inputs, now, staffing, &path::needed(inputs, &children, weight));
        for ((month, children), staff) in by_month.iter_mut().zip(children).zip(staff) {
            month.push(path::average(children, weight, staff.holding));
        }
    }
    by_month.into_iter().map(|month| band(month, inputs.target)).collect()
}

#[expect(clippy::cast_precision_loss, reason = "at most PATHS")]
fn band(mut caseloads: Vec<f64>, target: f64) -> Band {
    let reached = caseloads.iter().filter(|caseload| path::at_or_under(**caseload, target)).count();
    let chance = reached as f64 / caseloads.len() as f64;
    let mut at = |percent: usize| {
        let index = (caseloads.len() - 1) * percent / 100;
        *caseloads.select_nth_unstable_by(index, f64::total_cmp).1
    };
    Band { low: at(10), middle: at(50), high: at(90), chance }
}

/// A number between the two, evenly likely: the top 53 bits of the generator as a fraction.
#[expect(clippy::cast_precision_loss, reason = "53 bits fit exactly")]
fn draw(random: &mut Pcg64Mcg, (low, high): (f64, f64)) -> f64 {
    let fraction = (random.next_u64() >> 11) as f64 / (1_u64 << 53) as f64;
    low + (high - low) * fraction
}
