//! The caseload scenario of the JavaScript face: what it takes and gives.

use wasm_bindgen::prelude::*;

use super::scenario::whole;
use super::{Answer, from_js, shapes, to_js};
use crate::period::Period;
use crate::scenario::{
    self, Agency, Award, CaseKind, CaseloadError, CaseloadInputs, Costs, Growth, Held, Holders, Hours,
    KnockOn, KnockOnPost, NewlyQualified, Ranges, Recruiting, Staffing, Stage, Team,
};
use crate::words::caseload::year_name;
use crate::words::face::{self as words, Misuse};

/// A caseload scenario. See [`crate::scenario::CaseloadInputs`] for what each input means; shares are fractions.
///
/// # Errors
/// When an input is missing or outside its limits; the sentence names it.
#[wasm_bindgen]
pub fn caseload(inputs: JsValue) -> Answer {
    let given: shapes::CaseloadInputs = from_js(inputs, words::CASELOAD)?;
    let inputs = inputs_of(&given)?;
    let refused = |error: CaseloadError| Misuse::BadInput(words::input_name(error.input), error);
    let found = scenario::caseload(&inputs).map_err(refused)?;
    let options = scenario::options(&inputs, &found).map_err(refused)?;
    let sensitivity = scenario::sensitivity(&inputs).map_err(refused)?;
    let recruitment = scenario::recruitment_sensitivity(&inputs).map_err(refused)?;
    let last = inputs.by_month.unwrap_or(inputs.months).min(inputs.months);
    let bands = found.simulation.as_ref().map(|simulation| &simulation.bands);
    to_js(&shapes::Caseload {
        holding_fte: found.holding_fte,
        caseload: found.caseload,
        fte_needed: found.fte_needed,
        people_needed: found.people_needed,
        extra_fte: found.extra_fte,
        posts_now: found.posts_now,
        extra_posts: found.extra_posts,
        extra_posts_at_end: found.extra_posts_at_end,
        weight_per_child: found.weight_per_child,
        children_above_capacity: found.children_above_capacity,
        children_held_at_target: found.children_held_at_target,
        highest_with_present_team: found.highest_with_present_team,
        time_per_child_change: found.time_per_child_change,
        hours_per_child: found.hours_per_child.map(|(now, target)| shapes::HoursPerChild { now, target }),
        cost_per_year: found.cost_per_year,
        cost_over_period: found.cost_over_period,
        saved_by_empty_posts: found.saved_by_empty,
        vacancy_saving: found.vacancy_saving,
        break_even_placements: found.break_even,
        net_recruits: found.net_recruits,
        gross_recruits: found.path.starters(),
        leavers: found.path.leavers(),
        by_year: years(&found.by_year),
        options: options.iter().map(option).collect(),
        sensitivity: sensitivity.iter().map(sensitive).collect(),
        recruitment: recruitment.iter().map(sensitive).collect(),
        distribution: distribution_of(&given)?,
        table: found.table.iter().map(target).collect(),
        path: found.path.months.iter().map(month).collect(),
        reached_in_month: found.path.reached_in_month,
        lost_per_month: found.path.lost_per_month,
        hires_per_month_needed: found.hires_needed,
        chance: bands.and_then(|bands| bands.get(last)).map(|band| band.chance),
        bands: bands.map(|bands| bands.iter().map(band).collect()),
        knock_on: found.knock_on,
    })
}

fn target(row: &scenario::TargetRow) -> shapes::CaseloadTarget {
    shapes::CaseloadTarget { target: row.target, fte_needed: row.fte_needed, extra_fte: row.extra_fte }
}

fn month(month: &scenario::Month) -> shapes::CaseloadMonth {
    shapes::CaseloadMonth {
        month: month.month,
        children: month.children,
        workers_fte: month.workers_fte,
        caseload: month.caseload,
        posts_fte: month.posts_fte,
        starters: month.starters,
        leavers: month.leavers,
    }
}

fn band(band: &scenario::Band) -> shapes::CaseloadBand {
    shapes::CaseloadBand { low: band.low, middle: band.middle, high: band.high, chance: band.chance }
}

fn years(years: &[scenario::Year]) -> Vec<shapes::CaseloadYear> {
    let year = |(index, year): (usize, &scenario::Year)| shapes::CaseloadYear {
        year: year_name(year, index),
        months: year.months,
        children: year.children,
        workers_fte: year.workers_fte,
        caseload: year.caseload,
        extra_fte: year.extra_fte,
        extra_cost: year.extra_cost,
        total_cost: year.total_cost,
    };
    years.iter().enumerate().map(year).collect()
}

fn option(option: &scenario::TargetOption) -> shapes::CaseloadOption {
    shapes::CaseloadOption {
        target: option.target,
        fte_needed: option.fte_needed,
        extra_fte: option.extra_fte,
        net_recruits: option.net_recruits,
        gross_recruits: option.gross_recruits,
        reached_in_month: option.reached_in_month,
        chance: option.chance,
        hours_per_child: option.hours_per_child,
        cost_per_year: option.cost_per_year,
        cost_over_period: option.cost_over_period,
        saved_by_empty_posts: option.saved_by_empty,
        by_year: years(&option.by_year),
    }
}

fn sensitive(cell: &scenario::Sensitivity) -> shapes::CaseloadSensitivity {
    shapes::CaseloadSensitivity {
        growth: cell.growth,
        turnover: cell.staffing.turnover,
        hires_per_month: cell.staffing.hires_per_month,
        months_to_start: cell.staffing.months_to_start,
        target: cell.target,
        extra_fte: cell.extra_fte,
        cost: cell.cost,
        reached_in_month: cell.reached_in_month,
    }
}

fn distribution_of(given: &shapes::CaseloadInputs) -> Result<Option<shapes::CaseloadDistribution>, Misuse> {
    let Some(caseloads) = &given.caseloads else { return Ok(None) };
    let number = |number: &f64| {
        let whole = whole(*number, "caseloads")?;
        u32::try_from(whole).ok().filter(|held| *held <= 1_000).ok_or(Misuse::TooLarge("caseloads"))
    };
    let caseloads: Vec<Held> =
        caseloads.iter().map(|held| number(held).map(Held::full_time)).collect::<Result<_, _>>()?;
    let spread = scenario::distribution(&caseloads, given.target);
    Ok(spread.map(|spread| shapes::CaseloadDistribution {
        levelled_smallest: spread.levelled.0,
        levelled_largest: spread.levelled.1,
        workers: spread.workers,
        cases: spread.cases,
        mean: spread.mean,
        median: spread.median,
        highest: spread.highest,
        workers_above: spread.workers_above,
        cases_above: spread.cases_above,
        room: spread.room,
        moved: spread.moved,
    }))
}

fn inputs_of(given: &shapes::CaseloadInputs) -> Result<CaseloadInputs, Misuse> {
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
    let goes_on = given.keep_recruiting.unwrap_or_default();
    Ok(CaseloadInputs {
        newly_qualified: newly_qualified(given)?,
        vacant_fte: given.vacant_fte.unwrap_or_default(),
        growth,
        apart: given.unaccompanied.map(|children| {
            (children, Growth::Share(given.unaccompanied_growth_per_year.unwrap_or_default()))
        }),
        staffing: Staffing {
            turnover: given.turnover_per_year.unwrap_or_default(),
            hires_per_month: given.hires_per_month.unwrap_or_default(),
            months_to_start: month_of(given.months_to_start, "monthsToStart")?.unwrap_or_default(),
        },
        recruiting: if goes_on { Recruiting::Always } else { Recruiting::ToTarget },
        holders: Holders {
            absence: given.absence.unwrap_or_default(),
            vacancies_covered: given.vacancies_covered.unwrap_or_default(),
            advanced_fte: given.advanced_fte.unwrap_or_default(),
            advanced_count_as: given.advanced_count_as.unwrap_or(1.0),
            fte_per_person: given.fte_per_person.unwrap_or(1.0),
        },
        knock_on: given.knock_on.iter().flatten().map(knock_on).collect::<Result<_, _>>()?,
        mix: given.case_mix.iter().flatten().map(kind).collect(),
        start: given.start_month.as_deref().map(start_month).transpose()?,
        months: month_of(given.months, "months")?.unwrap_or(24),
        by_month: month_of(given.by_month, "byMonth")?,
        hours: given
            .hours_per_week
            .map(|per_week| Hours { per_week, direct_share: given.direct_share.unwrap_or(1.0) }),
        costs: given.cost_per_post.map(|per_post| costs(given, per_post)).transpose()?,
        placement_cost: given.placement_cost,
        targets: given.targets.clone().unwrap_or_default(),
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
        ..CaseloadInputs::steady(given.children, team, given.target)
    })
}

fn month_of(month: Option<f64>, what: &'static str) -> Result<Option<usize>, Misuse> {
    month.map(|month| whole(month, what)).transpose()
}

fn start_month(text: &str) -> Result<Period, Misuse> {
    match Period::parse(text) {
        Ok(month @ Period::Month(..)) => Ok(month),
        _ => Err(Misuse::NotAMonth("startMonth", text.to_owned())),
    }
}

fn newly_qualified(given: &shapes::CaseloadInputs) -> Result<NewlyQualified, Misuse> {
    let stage = |stage: &shapes::CaseloadStage| {
        let month = whole(stage.month, "newlyQualifiedStages.month")?;
        Ok(Stage { month, count_as: stage.count_as })
    };
    Ok(NewlyQualified {
        fte: given.newly_qualified_fte.unwrap_or_default(),
        count_as: given.newly_qualified_count_as.unwrap_or_default(),
        stages: given.newly_qualified_stages.iter().flatten().map(stage).collect::<Result<_, _>>()?,
        share: given.newly_qualified_share.unwrap_or_default(),
    })
}

fn knock_on(given: &shapes::CaseloadKnockOn) -> Result<KnockOn, Misuse> {
    const POSTS: [(&str, KnockOnPost); 3] = [
        ("manager", KnockOnPost::Manager),
        ("businessSupport", KnockOnPost::BusinessSupport),
        ("reviewingOfficer", KnockOnPost::ReviewingOfficer),
    ];
    let post = POSTS.iter().find(|(name, _)| *name == given.post).ok_or_else(|| {
        let names = POSTS.iter().map(|(name, _)| (*name).to_owned()).collect();
        Misuse::NotOneOf("knockOn.post", names, given.post.clone())
    })?;
    Ok(KnockOn { post: post.1, per: given.per, cost: given.cost.unwrap_or_default() })
}

fn kind(given: &shapes::CaseloadKind) -> CaseKind {
    CaseKind {
        children: given.children,
        weight: given.weight.unwrap_or(1.0),
        travel_hours: given.travel_hours.unwrap_or_default(),
    }
}

fn costs(given: &shapes::CaseloadInputs, per_post: f64) -> Result<Costs, Misuse> {
    let until = month_of(given.agency_until_month, "agencyUntilMonth")?;
    let falling_to = month_of(given.agency_falling_to_month, "agencyFallingToMonth")?;
    let award_month = month_of(given.pay_award_month, "payAwardMonth")?.unwrap_or(13);
    Ok(Costs {
        per_post,
        on_costs: given.on_costs.unwrap_or_default(),
        agency_share: given.agency_share.unwrap_or_default(),
        agency_premium: given.agency_premium.unwrap_or_default(),
        agency: match (until, falling_to) {
            (None, None) => Agency::Always,
            (Some(month), None) => Agency::Until(month),
            (None, Some(month)) => Agency::FallingTo(month),
            (Some(_), Some(_)) => return Err(Misuse::Takes(words::CASELOAD_AGENCY)),
        },
        award: given.pay_award.map(|share| Award { share, month: award_month }),
        per_starter: given.cost_per_starter.unwrap_or_default(),
        per_leaver: given.cost_per_leaver.unwrap_or_default(),
    })
}
