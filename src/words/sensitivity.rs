//! How the answer of a caseload scenario changes with what is assumed, and its risks.

use crate::scenario::{Caseload, CaseloadInputs, Distribution, Risk, Sensitivity, Staffing};

use super::spread::in_team;
use super::text::{apart, model_number, month_name, pounds};

/// The heading of the table of what is uncertain.
pub const SENSITIVITY: &str = "If growth or turnover is different";
/// Its title.
pub const SENSITIVITY_TITLE: &str = "Month reached, posts gained and extra cost by growth and turnover";
/// Its title where no costs are given.
pub const SENSITIVITY_WITHOUT_COST: &str = "Month reached and posts gained by growth and turnover";
/// The heading of the table of recruitment.
pub const RECRUITMENT: &str = "If recruitment is different";
/// Its title.
pub const RECRUITMENT_TITLE: &str = "Month reached, posts gained and extra cost by recruitment";
/// Its title where no costs are given.
pub const RECRUITMENT_WITHOUT_COST: &str = "Month reached and posts gained by recruitment";
/// Its first column.
pub const RECRUITS: &str = "Recruits";
/// Its first column.
pub const TARGET_AND_GROWTH: &str = "Target and growth";

/// `Turnover 16%`
pub fn turnover(share: f64) -> String {
    format!("Turnover {}%", model_number(share * 100.0, 1))
}

/// The first column where there is one target.
pub const GROWTH: &str = "Growth";

/// `3% a year`
pub fn growth(cell: &Sensitivity) -> String {
    format!("{}% a year", model_number(cell.growth * 100.0, 1))
}

/// `15 each, growth 3%`
pub fn target_and_growth(cell: &Sensitivity) -> String {
    format!("{} each, growth {}%", model_number(cell.target, 1), model_number(cell.growth * 100.0, 1))
}

/// `15 each`
pub fn each(cell: &Sensitivity) -> String {
    format!("{} each", model_number(cell.target, 1))
}

/// The name of the choice of recruitment.
pub const WITH_RECRUITS: &str = "Recruitment in this table";

/// `1.5 a month (as entered)`
pub fn recruits_chosen(inputs: &CaseloadInputs, staffing: &Staffing) -> String {
    let mark = if *staffing == inputs.staffing { AS_ENTERED } else { "" };
    format!("{}{mark}", recruits(inputs, staffing))
}

/// `1.5 a month`, `1.5 a month, starting 3 months later`
pub fn recruits(inputs: &CaseloadInputs, staffing: &Staffing) -> String {
    let a_month = format!("{} a month", model_number(staffing.hires_per_month, 2));
    match staffing.months_to_start - inputs.staffing.months_to_start {
        0 => a_month,
        later => format!("{a_month}, starting {later} months later"),
    }
}

/// The mark of what was entered.
const AS_ENTERED: &str = " (as entered)";

/// Whether a cell of a table is of what was entered.
pub fn is_as_entered(cell: &str) -> bool {
    cell.ends_with(AS_ENTERED)
}

/// `August 2027: 13.4 FTE, £932,544`, with a mark where that is what was entered.
pub fn reached_posts_and_cost(inputs: &CaseloadInputs, cell: &Sensitivity) -> String {
    let mark = if cell.is_entered(inputs) { AS_ENTERED } else { "" };
    let reached = cell
        .reached_in_month
        .map_or_else(|| "not reached".to_owned(), |month| month_name(inputs.start, month));
    let cost = cell.cost.map_or_else(String::new, |cost| format!(", {}", pounds(cost)));
    format!("{reached}: {}\u{A0}FTE{cost}{mark}", model_number(cell.extra_fte, 1))
}

/// Returns why a higher turnover costs less, or `None` if it does not.
pub fn why_cheaper(grid: &[&Sensitivity]) -> Option<&'static str> {
    let is_cheaper = |pair: &[&Sensitivity]| {
        let is_same = pair[0].target.total_cmp(&pair[1].target).is_eq()
            && pair[0].growth.total_cmp(&pair[1].growth).is_eq();
        is_same && pair[0].cost.zip(pair[1].cost).is_some_and(|(low, high)| high < low)
    };
    grid.windows(2).any(is_cheaper).then_some(
        "Higher turnover can cost less, because posts stay empty. The target is then reached later or not at all.",
    )
}

/// What may turn out otherwise: growth and turnover of the target of the scenario, and each risk with the path it gives.
pub fn risks(
    inputs: &CaseloadInputs,
    found: &Caseload,
    of_target: &[Sensitivity],
    risks: &[(Risk, Caseload)],
    spread: Option<&Distribution>,
) -> Vec<String> {
    let ends = |value: fn(&Sensitivity) -> f64| {
        let values = || of_target.iter().map(value);
        (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max))
    };
    let mut told = Vec::new();
    if of_target.len() > 1 {
        let percent = |share: f64| model_number(share * 100.0, 1);
        let (growth, turnover) = (ends(|cell| cell.growth), ends(|cell| cell.staffing.turnover));
        let cost =
            of_target.iter().all(|cell| cell.cost.is_some()).then(|| ends(|cell| cell.cost.unwrap_or(0.0)));
        told.push(format!(
            "With growth from {}% to {}% and turnover from {}% to {}%, the same recruitment {}{}.",
            percent(growth.0),
            percent(growth.1),
            percent(turnover.0),
            percent(turnover.1),
            posts_between(ends(|cell| cell.extra_fte)),
            cost.map_or_else(String::new, cost_between)
        ));
    }
    told.extend(risks.iter().filter_map(|(risk, other)| risk_sentence(inputs, found, *risk, other)));
    told.push(match spread {
        Some(spread) => {
            format!("{} An average does not show how complex cases are.", in_team(spread, inputs.target))
        }
        None => "An average does not show how evenly cases are held or how complex they are.".to_owned(),
    });
    told
}

/// Returns what the path comes to with a risk, or `None` if nothing changes.
fn risk_sentence(inputs: &CaseloadInputs, found: &Caseload, risk: Risk, other: &Caseload) -> Option<String> {
    match risk {
        Risk::FewerRecruits(hires) => {
            let [hires, entered] =
                [hires, inputs.staffing.hires_per_month].map(|hires| model_number(hires, 2));
            Some(format!(
                "With {hires} FTE recruited a month in place of {entered}, {}.",
                path_of_risk(inputs, found, other)
            ))
        }
        Risk::LaterStart(months) => {
            Some(format!("If recruits start {months} months later, {}.", path_of_risk(inputs, found, other)))
        }
        Risk::MoreAgency(share) => {
            let entered = inputs.costs.as_ref()?.agency_share;
            let [share, entered] = [share, entered].map(|share| model_number(share * 100.0, 1));
            added(found, other).map(|added| {
                format!("With agency workers in {share}% of posts in place of {entered}%, {added}.")
            })
        }
        Risk::HigherPay(month) => {
            let month = month_name(inputs.start, month);
            let added = added(found, other)?;
            Some(match inputs.costs.as_ref()?.award {
                None => format!("No pay award is entered. With 1% a year from {month}, {added}."),
                Some(_) => format!("With a pay award of one point more from {month}, {added}."),
            })
        }
    }
}

/// When the target is reached and what the path costs: `15 is reached in March 2028, and the path costs £700,000 in place of
/// £932,544`.
fn path_of_risk(inputs: &CaseloadInputs, found: &Caseload, other: &Caseload) -> String {
    let target = model_number(inputs.target, 2);
    let name = |month| month_name(inputs.start, month);
    let reached = match (other.path.reached_in_month, found.path.reached_in_month) {
        (None, _) => {
            let average = other.path.months.last().map_or(other.caseload, |last| last.caseload);
            let (average, last) = (apart(average, inputs.target), name(inputs.months));
            format!("{target} is not reached (the average is {average} in {last})")
        }
        (Some(month), Some(entered)) if month != entered => {
            format!("{target} is reached in {} in place of {}", name(month), name(entered))
        }
        (Some(month), _) => format!("{target} is reached in {}", name(month)),
    };
    let cost =
        other.cost_over_period.zip(found.cost_over_period).map_or_else(String::new, |(cost, entered)| {
            let why = if cost < entered { " because posts stay empty longer" } else { "" };
            format!(", for {} in place of {}{why}", amount(cost), amount(entered))
        });
    format!("{reached}{cost}")
}

/// Returns what the path and the whole team cost more, or `None` if they cost the same.
fn added(found: &Caseload, other: &Caseload) -> Option<String> {
    let total = |of: &Caseload| of.by_year.iter().filter_map(|year| year.total_cost).sum::<f64>();
    let (cost, entered) = other.cost_over_period.zip(found.cost_over_period)?;
    let team = total(other) - total(found);
    (team >= 0.5).then(|| {
        format!(
            "this path comes to {} in place of {}, and the whole team costs {} more",
            amount(cost),
            amount(entered),
            pounds(team)
        )
    })
}

/// What a path costs, or what it saves: `£932,544`, `a saving of £610,268`.
fn amount(cost: f64) -> String {
    if cost <= -0.5 { format!("a saving of {}", pounds(-cost)) } else { pounds(cost) }
}

/// How many posts are gained or lost: `gains 9.2 to 13.4 posts`.
fn posts_between((low, high): (f64, f64)) -> String {
    let n = |posts: f64| model_number(posts.abs(), 1);
    match (low < -0.05, high < -0.05) {
        (false, _) => format!("gains {} to {} posts", n(low), n(high)),
        (true, true) => format!("loses {} to {} posts", n(high), n(low)),
        (true, false) => format!("ends between {} posts fewer and {} posts more than now", n(low), n(high)),
    }
}

/// What that costs or saves: `, for £764,000 to £1,020,000`.
fn cost_between((low, high): (f64, f64)) -> String {
    let n = |cost: f64| pounds(cost.abs());
    match (low <= -0.5, high <= -0.5) {
        (false, _) => format!(", for {} to {}", n(low), n(high)),
        (true, true) => format!(", and saves {} to {}", n(high), n(low)),
        (true, false) => format!(", and saves up to {} or costs up to {}", n(low), n(high)),
    }
}
