//! The scenarios of the JavaScript face.

use wasm_bindgen::prelude::*;

use super::{Answer, float, from_js, indicator_of, shapes, to_js};
use crate::indicator::Good;
use crate::number::{Decimal, Exact, MAX_COUNT};
use crate::scenario::{
    self, CaseloadInput, CaseloadInputs, Costs, End, Growth, Hours, NewlyQualified, Ranges, Staffing, Team,
};
use crate::words::face::{self as words, Misuse};

/// A caseload scenario. See [`crate::scenario::CaseloadInputs`] for what each input means; shares are fractions.
///
/// # Errors
/// When an input is missing or outside its limits; the sentence names it.
#[wasm_bindgen]
pub fn caseload(inputs: JsValue) -> Answer {
    let given: shapes::CaseloadInputs = from_js(inputs, words::CASELOAD)?;
    let by_month = given.by_month.map(|months| whole(months, "byMonth")).transpose()?;
    let inputs = inputs_of(&given, by_month)?;
    let found = scenario::caseload(&inputs).map_err(|error| Misuse::BadInput(name_of(error.input), error))?;
    let last = by_month.unwrap_or(inputs.months).min(inputs.months);
    let bands = found.simulation.as_ref().map(|simulation| &simulation.bands);
    to_js(&shapes::Caseload {
        holding_fte: found.holding_fte,
        caseload: found.caseload,
        fte_needed: found.fte_needed,
        people_needed: found.people_needed,
        extra_fte: found.extra_fte,
        children_above_capacity: found.children_above_capacity,
        children_held_at_target: found.children_held_at_target,
        highest_with_present_team: found.highest_with_present_team,
        time_per_child_change: found.time_per_child_change,
        hours_per_child: found.hours_per_child.map(|(now, target)| shapes::HoursPerChild { now, target }),
        cost_per_year: found.cost_per_year,
        cost_over_period: found.cost_over_period,
        table: found
            .table
            .iter()
            .map(|row| shapes::CaseloadTarget {
                target: row.target,
                fte_needed: row.fte_needed,
                extra_fte: row.extra_fte,
            })
            .collect(),
        path: found
            .path
            .months
            .iter()
            .map(|month| shapes::CaseloadMonth {
                month: month.month,
                children: month.children,
                workers_fte: month.workers_fte,
                caseload: month.caseload,
            })
            .collect(),
        reached_in_month: found.path.reached_in_month,
        lost_per_month: found.path.lost_per_month,
        hires_per_month_needed: found.hires_needed,
        chance: bands.and_then(|bands| bands.get(last)).map(|band| band.chance),
        bands: bands.map(|bands| {
            let out = |band: &scenario::Band| shapes::CaseloadBand {
                low: band.low,
                middle: band.middle,
                high: band.high,
                chance: band.chance,
            };
            bands.iter().map(out).collect()
        }),
    })
}

/// The name of an input in the object that `caseload()` takes, the end of a range as its place in it.
const fn name_of(input: CaseloadInput) -> &'static str {
    match input {
        CaseloadInput::Children => "children",
        CaseloadInput::WorkersFte => "workersFte",
        CaseloadInput::Caseload => "caseload",
        CaseloadInput::Target => "target",
        CaseloadInput::NewlyQualifiedFte => "newlyQualifiedFte",
        CaseloadInput::NewlyQualifiedCountAs => "newlyQualifiedCountAs",
        CaseloadInput::VacantFte => "vacantFte",
        CaseloadInput::ChildrenGrowth => "childrenGrowthPerYear",
        CaseloadInput::ChildrenGrowthNumber => "childrenGrowthNumber",
        CaseloadInput::Unaccompanied => "unaccompanied",
        CaseloadInput::UnaccompaniedGrowth => "unaccompaniedGrowthPerYear",
        CaseloadInput::Turnover => "turnoverPerYear",
        CaseloadInput::HiresPerMonth => "hiresPerMonth",
        CaseloadInput::MonthsToStart => "monthsToStart",
        CaseloadInput::Months => "months",
        CaseloadInput::ByMonth => "byMonth",
        CaseloadInput::HoursPerWeek => "hoursPerWeek",
        CaseloadInput::DirectShare => "directShare",
        CaseloadInput::CostPerPost => "costPerPost",
        CaseloadInput::AgencyShare => "agencyShare",
        CaseloadInput::AgencyPremium => "agencyPremium",
        CaseloadInput::ChildrenGrowthRange(End::Low) => "ranges.childrenGrowthPerYear[0]",
        CaseloadInput::ChildrenGrowthRange(End::High) => "ranges.childrenGrowthPerYear[1]",
        CaseloadInput::TurnoverRange(End::Low) => "ranges.turnoverPerYear[0]",
        CaseloadInput::TurnoverRange(End::High) => "ranges.turnoverPerYear[1]",
        CaseloadInput::HiresRange(End::Low) => "ranges.hiresPerMonth[0]",
        CaseloadInput::HiresRange(End::High) => "ranges.hiresPerMonth[1]",
    }
}

fn inputs_of(given: &shapes::CaseloadInputs, by_month: Option<usize>) -> Result<CaseloadInputs, Misuse> {
    let team = match (given.workers_fte, given.caseload) {
        (Some(fte), None) => Team::Fte(fte),
        (None, Some(caseload)) => Team::Caseload(caseload),
        _ => return Err(Misuse::Takes(words::CASELOAD_TEAM)),
    };
    let growth = match (given.children_growth_per_year, given.children_growth_number) {
        (Some(share), None) => Growth::Share(share),
        (None, Some(number)) => Growth::Number(number),
        (None, None) => Growth::Share(0.0),
        (Some(_), Some(_)) => {
            return Err(Misuse::Takes(words::CASELOAD_GROWTH));
        }
    };
    Ok(CaseloadInputs {
        children: given.children,
        team,
        target: given.target,
        newly_qualified: NewlyQualified {
            fte: given.newly_qualified_fte.unwrap_or_default(),
            count_as: given.newly_qualified_count_as.unwrap_or_default(),
        },
        vacant_fte: given.vacant_fte.unwrap_or_default(),
        growth,
        apart: given.unaccompanied.map(|children| {
            (children, Growth::Share(given.unaccompanied_growth_per_year.unwrap_or_default()))
        }),
        staffing: Staffing {
            turnover: given.turnover_per_year.unwrap_or_default(),
            hires_per_month: given.hires_per_month.unwrap_or_default(),
            months_to_start: whole(given.months_to_start.unwrap_or_default(), "monthsToStart")?,
        },
        months: given.months.map_or(Ok(24), |months| whole(months, "months"))?,
        by_month,
        hours: given
            .hours_per_week
            .map(|per_week| Hours { per_week, direct_share: given.direct_share.unwrap_or(1.0) }),
        costs: given.cost_per_post.map(|per_post| Costs {
            per_post,
            agency_share: given.agency_share.unwrap_or_default(),
            agency_premium: given.agency_premium.unwrap_or_default(),
        }),
        uncertain: given
            .ranges
            .as_ref()
            .map(|ranges| {
                let ranges = Ranges {
                    growth: ranges.children_growth_per_year,
                    turnover: ranges.turnover_per_year,
                    hires_per_month: ranges.hires_per_month,
                };
                given.seed.map_or(Ok(1), |seed| whole(seed, "seed")).map(|seed| (ranges, seed as u64))
            })
            .transpose()?,
    })
}

/// How many more or fewer in the numerator would reach a target, in percent.
///
/// # Errors
/// When an input is missing or impossible; the sentence says which.
#[wasm_bindgen]
pub fn reach(request: JsValue) -> Answer {
    let given: shapes::ReachRequest = from_js(request, words::REACH)?;
    let indicator = given.indicator.as_deref().map(indicator_of).transpose()?;
    let good = match (given.good.as_deref(), indicator) {
        (Some("high"), _) => Good::High,
        (Some("low"), _) => Good::Low,
        (Some(other), _) => {
            let texts = ["high", "low"].map(str::to_owned).to_vec();
            return Err(Misuse::NotOneOf("good", texts, other.to_owned()).into());
        }
        (None, Some(indicator)) => indicator.good,
        (None, None) => return Err(Misuse::Takes(words::REACH_DIRECTION).into()),
    };
    let target = Decimal::parse(&given.target.to_string())
        .map_err(|_| Misuse::NotAPercentage("target", given.target))?;
    let counts = (count_of(given.numerator, "numerator")?, count_of(given.denominator, "denominator")?);
    let found = scenario::reach(counts, None, Exact::from(target), good)
        .map_err(|error| Misuse::Refused(error.to_string()))?;
    let decimals = indicator.map_or(1, |indicator| indicator.decimals);
    to_js(&shapes::Reach {
        children: float(found.children.unsigned_abs()) * if found.children < 0 { -1.0 } else { 1.0 },
        becomes: found.becomes.to_f64(),
        shown: format!("{}%", found.becomes.rounded(decimals)),
    })
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "checked to be whole and in range"
)]
fn whole(number: f64, what: &'static str) -> Result<usize, Misuse> {
    if number.fract() == 0.0 && (0.0..=1e9).contains(&number) {
        return Ok(number as usize);
    }
    Err(Misuse::NotWhole(what, 0, number))
}

fn count_of(number: f64, what: &'static str) -> Result<u64, Misuse> {
    let count = whole(number, what)? as u64;
    if count <= MAX_COUNT { Ok(count) } else { Err(Misuse::TooLarge(what)) }
}
