//! How the answer of a scenario changes with what is assumed.

use crate::sorting::Sorting;

use super::caseload::{Caseload, caseload_without_chance};
use super::inputs::{AS_NEEDED, CaseloadInputs, Growth, Staffing, targets};
use super::limits::{CaseloadError, MOST_MONTHS_TO_START};
use super::money::Award;

/// What the path comes to with another growth, turnover, recruitment or target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sensitivity {
    /// Growth of children a year, as a share.
    pub growth: f64,
    /// How the number of workers changes.
    pub staffing: Staffing,
    /// Children per worker to reach.
    pub target: f64,
    /// Posts gained over the path.
    pub extra_fte: f64,
    /// What the path costs more than doing nothing.
    pub cost: Option<f64>,
    /// The first month from which the average stays at or under the target.
    pub reached_in_month: Option<usize>,
}

impl Sensitivity {
    /// Whether it is what was entered.
    pub fn is_entered(&self, inputs: &CaseloadInputs) -> bool {
        self.staffing == inputs.staffing
            && self.target.total_cmp(&inputs.target).is_eq()
            && self.growth.total_cmp(&growth_of(inputs)).is_eq()
    }
}

/// The growth of a scenario as a share.
fn growth_of(inputs: &CaseloadInputs) -> f64 {
    match inputs.growth {
        Growth::Share(share) => share,
        Growth::Number(number) => number / inputs.children,
    }
}

/// The path with another growth, staffing and target.
fn cell(
    inputs: &CaseloadInputs,
    growth: f64,
    staffing: Staffing,
    target: f64,
) -> Result<Sensitivity, CaseloadError> {
    let is_same = growth.total_cmp(&growth_of(inputs)).is_eq();
    let found = caseload_without_chance(&CaseloadInputs {
        target,
        growth: if is_same { inputs.growth } else { Growth::Share(growth) },
        staffing,
        ..inputs.clone()
    })?;
    Ok(Sensitivity {
        growth,
        staffing,
        target,
        extra_fte: found.net_recruits,
        cost: found.cost_over_period,
        reached_in_month: found.path.reached_in_month,
    })
}

/// The path for growth two points lower and higher, or at the ends of its range, by turnover five points lower and higher,
/// or at the ends of its range, by the targets of the options.
///
/// # Errors
/// The first input outside its limits.
pub fn sensitivity(inputs: &CaseloadInputs) -> Result<Vec<Sensitivity>, CaseloadError> {
    sensitivity_with(inputs, inputs.staffing)
}

/// The same with other recruitment than was entered.
///
/// # Errors
/// The first input outside its limits.
pub fn sensitivity_with(
    inputs: &CaseloadInputs,
    staffing: Staffing,
) -> Result<Vec<Sensitivity>, CaseloadError> {
    let ranges = inputs.uncertain.as_ref().map(|(ranges, _)| *ranges).unwrap_or_default();
    let growths = around(growth_of(inputs), ranges.growth, (-0.5, 1.0), 0.02);
    let turnovers = around(inputs.staffing.turnover, ranges.turnover, (0.0, 1.0), 0.05);
    let mut grid = Vec::new();
    for target in targets(inputs) {
        for &growth in &growths {
            for &turnover in &turnovers {
                grid.push(cell(inputs, growth, Staffing { turnover, ..staffing }, target)?);
            }
        }
    }
    Ok(grid)
}

/// Months by which recruits start later, where that is looked at.
const LATER: usize = 3;

/// Recruitment that is looked at: a third fewer and more recruits a month, or the ends of their range, and recruits who start
/// three months later.
pub fn recruitments(inputs: &CaseloadInputs) -> Vec<Staffing> {
    let staffing = inputs.staffing;
    let hires = staffing.hires_per_month;
    let range = inputs.uncertain.as_ref().and_then(|(ranges, _)| ranges.hires_per_month);
    let rates = around(hires, range.or(Some((hires * 2.0 / 3.0, hires * 4.0 / 3.0))), (0.0, AS_NEEDED), 0.0);
    let mut ways: Vec<Staffing> =
        rates.into_iter().map(|hires_per_month| Staffing { hires_per_month, ..staffing }).collect();
    let months_to_start = staffing.months_to_start + LATER;
    if months_to_start <= MOST_MONTHS_TO_START {
        ways.push(Staffing { months_to_start, ..staffing });
    }
    ways
}

/// The path for each recruitment that is looked at, by the targets of the options.
///
/// # Errors
/// The first input outside its limits.
pub fn recruitment_sensitivity(inputs: &CaseloadInputs) -> Result<Vec<Sensitivity>, CaseloadError> {
    let mut cells = Vec::new();
    for way in recruitments(inputs) {
        for target in targets(inputs) {
            cells.push(cell(inputs, growth_of(inputs), way, target)?);
        }
    }
    Ok(cells)
}

/// Something that may turn out otherwise than it was entered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Risk {
    /// So many recruits a month.
    FewerRecruits(f64),
    /// Recruits start so many months later.
    LaterStart(usize),
    /// Agency workers in such a share of the posts.
    MoreAgency(f64),
    /// A pay award of one point more, from such a month on.
    HigherPay(usize),
}

/// What the path of a scenario comes to with each risk it has.
///
/// # Errors
/// The first input outside its limits.
pub fn risks(inputs: &CaseloadInputs) -> Result<Vec<(Risk, Caseload)>, CaseloadError> {
    let staffing = inputs.staffing;
    let fewer = staffing.hires_per_month * 2.0 / 3.0;
    let mut risks = Vec::new();
    if inputs.has_recruits() {
        if fewer.is_finite() {
            risks.push(Risk::FewerRecruits(fewer));
        }
        if staffing.months_to_start + LATER <= MOST_MONTHS_TO_START {
            risks.push(Risk::LaterStart(LATER));
        }
    }
    if let Some(costs) = inputs.costs {
        if costs.agency_share * costs.agency_premium > 0.0 && costs.agency_share < 1.0 {
            risks.push(Risk::MoreAgency((costs.agency_share + 0.1).min(1.0)));
        }
        risks.push(Risk::HigherPay(costs.award.map_or(13, |award| award.month)));
    }
    let with = |risk: Risk| {
        let mut other = inputs.clone();
        match (risk, &mut other.costs) {
            (Risk::FewerRecruits(hires), _) => other.staffing.hires_per_month = hires,
            (Risk::LaterStart(months), _) => other.staffing.months_to_start += months,
            (Risk::MoreAgency(share), Some(costs)) => costs.agency_share = share,
            (Risk::HigherPay(month), Some(costs)) => {
                let share = costs.award.map_or(0.0, |award| award.share) + 0.01;
                costs.award = Some(Award { share, month });
            }
            (_, None) => {}
        }
        Ok((risk, caseload_without_chance(&other)?))
    };
    risks.into_iter().map(with).collect()
}

/// A value with one below and one above it, each once, within its limits.
fn around(value: f64, range: Option<(f64, f64)>, (lowest, highest): (f64, f64), step: f64) -> Vec<f64> {
    let (low, high) = range.unwrap_or((value - step, value + step));
    let mut values = vec![low.max(lowest), value, high.min(highest)];
    values.arrange_by(f64::total_cmp);
    values.dedup();
    values
}
