//! What a caseload scenario comes to.

use crate::number::whole_above;

use super::inputs::{CaseloadInputs, Team};
use super::limits::{CaseloadError, CaseloadFault, CaseloadInput, check};
use super::path::{self, Path};
use super::simulation::{self, Simulation};

/// What a caseload scenario comes to. Numbers are not rounded.
#[derive(Clone, Debug, PartialEq)]
pub struct Caseload {
    /// Full-time equivalents that hold cases: team less vacant, plus newly qualified as they count.
    pub holding_fte: f64,
    /// Children per worker now: `children / holding_fte`.
    pub caseload: f64,
    /// Full-time equivalents for the target: `children / target`.
    pub fte_needed: f64,
    /// The same in whole people.
    pub people_needed: f64,
    /// `fte_needed - holding_fte`; negative where there are more than needed.
    pub extra_fte: f64,
    /// What the present team can hold at the target: `holding_fte * target`.
    pub children_held_at_target: f64,
    /// `children - children_held_at_target`; negative where there is room.
    pub children_above_capacity: f64,
    /// The highest average over the months ahead if the team stays as it is and only the children change.
    pub highest_with_present_team: f64,
    /// More time for each child at the target, as a share: `caseload / target - 1`; a third for 20 to 15.
    pub time_per_child_change: f64,
    /// Direct hours for each child a month, now and at the target: `per_week * 52 / 12 * direct_share / caseload`.
    pub hours_per_child: Option<(f64, f64)>,
    /// Cost of the extra posts a year: `extra_fte * per_post * (1 + agency_share * agency_premium)`.
    pub cost_per_year: Option<f64>,
    /// The same over the months looked ahead.
    pub cost_over_period: Option<f64>,
    /// Every target from 10 to 25.
    pub table: Vec<TargetRow>,
    /// Month by month.
    pub path: Path,
    /// Recruitment a month that reaches the target by the month asked for.
    pub hires_needed: Option<f64>,
    /// The band of outcomes, where something is uncertain.
    pub simulation: Option<Simulation>,
}

/// One line of the what-if table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TargetRow {
    /// Children per worker.
    pub target: f64,
    /// Full-time equivalents needed for it.
    pub fte_needed: f64,
    /// More than now; negative where fewer.
    pub extra_fte: f64,
}

/// Computes a scenario.
///
/// # Errors
/// The first input outside its limits.
///
/// ```
/// use corporate_parenting_calculator::scenario::{CaseloadInputs, Team, caseload};
///
/// // 646 children, 20 for each worker now, 15 to be reached.
/// let scenario = caseload(&CaseloadInputs::steady(646.0, Team::Caseload(20.0), 15.0))?;
/// assert_eq!(format!("{:.1} of {:.1}", scenario.extra_fte, scenario.fte_needed), "10.8 of 43.1");
/// # Ok::<(), corporate_parenting_calculator::scenario::CaseloadError>(())
/// ```
pub fn caseload(inputs: &CaseloadInputs) -> Result<Caseload, CaseloadError> {
    check(inputs)?;
    let holding_fte = holding(inputs);
    if holding_fte <= 0.0 {
        return Err(CaseloadError { input: CaseloadInput::VacantFte, fault: CaseloadFault::NobodyLeft });
    }
    let caseload = inputs.children / holding_fte;
    let fte_needed = inputs.children / inputs.target;
    let extra_fte = fte_needed - holding_fte;
    let held = holding_fte * inputs.target;
    let months = path::children(inputs.children, inputs.growth, inputs.apart, inputs.months);
    let highest = months.iter().copied().fold(inputs.children, f64::max) / holding_fte;
    let cost_per_year = inputs
        .costs
        .map(|costs| extra_fte * costs.per_post * (1.0 + costs.agency_share * costs.agency_premium));
    #[expect(clippy::cast_precision_loss, reason = "at most 120")]
    let years = inputs.months as f64 / 12.0;
    let row = |target: u32| {
        let target = f64::from(target);
        let fte_needed = inputs.children / target;
        TargetRow { target, fte_needed, extra_fte: fte_needed - holding_fte }
    };
    Ok(Caseload {
        holding_fte,
        caseload,
        fte_needed,
        people_needed: whole_above(fte_needed),
        extra_fte,
        children_held_at_target: held,
        children_above_capacity: inputs.children - held,
        highest_with_present_team: highest,
        time_per_child_change: caseload / inputs.target - 1.0,
        hours_per_child: inputs.hours.map(|hours| {
            let a_month = hours.per_week * 52.0 / 12.0 * hours.direct_share;
            (a_month / caseload, a_month / inputs.target)
        }),
        cost_per_year,
        cost_over_period: cost_per_year.map(|cost| cost * years),
        table: (10..=25).map(row).collect(),
        path: path::path(inputs, holding_fte),
        hires_needed: inputs.by_month.and_then(|month| path::hires_needed(inputs, holding_fte, month)),
        simulation: inputs
            .uncertain
            .as_ref()
            .map(|(ranges, seed)| simulation::simulate(inputs, holding_fte, ranges, *seed)),
    })
}

/// Full-time equivalents that hold cases.
fn holding(inputs: &CaseloadInputs) -> f64 {
    match inputs.team {
        Team::Fte(fte) => {
            fte - inputs.vacant_fte + inputs.newly_qualified.fte * inputs.newly_qualified.count_as
        }
        Team::Caseload(caseload) => inputs.children / caseload,
    }
}
