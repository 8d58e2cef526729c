//! How evenly a team holds its cases.

use crate::scenario::{Caseload, CaseloadInputs, Distribution, LeftOut};

use super::text::{listed, model_number};

/// The heading of the box and of its answer.
pub const HEADING: &str = "How evenly cases are held";
/// The label of the box.
pub const LABEL: &str = "Cases of each worker";
/// What to enter.
pub const HINT: &str = "Paste the columns Cases and FTE from Excel, or type a number for each worker: 22 20 12/0.6. 12/0.6 is 12 cases at 0.6 FTE. \
     Numbers only: names are left out and not kept.";

/// What of a pasted table was taken, and what was left out.
pub fn left_out(left: LeftOut) -> String {
    let counted = |count: usize, one: &str, many: &str| {
        (count > 0).then(|| if count == 1 { format!("1 {one}") } else { format!("{count} {many}") })
    };
    let parts = [
        counted(left.columns, "column without cases or FTE", "columns without cases or FTE"),
        counted(left.totals, "row of a total or average", "rows of totals or averages"),
        counted(left.without_cases, "row without a number of cases", "rows without a number of cases"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let workers = counted(left.workers, "worker", "workers").unwrap_or_else(|| "nobody".to_owned());
    if parts.is_empty() {
        format!("Read {workers}.")
    } else {
        format!("Read {workers}. Left out and not kept: {}.", listed(&parts))
    }
}

/// The bottom axis, with what the line across it is.
pub fn axis(spread: &Distribution, limit: f64) -> String {
    let of = if spread.is_full_time() { "Cases of a worker" } else { "Cases for each FTE" };
    format!("{of} (line: target {})", model_number(limit, 2))
}

/// The columns of the numbers where everybody works full time.
pub const COLUMNS: [&str; 2] = ["Cases", "Workers"];
/// The columns of the numbers where some work part time.
pub const COLUMNS_WITH_FTE: [&str; 3] = ["Cases", "FTE", "Cases for each FTE"];

/// What follows a number of cases: nothing, or that it is for each full-time equivalent.
fn for_each(spread: &Distribution) -> &'static str {
    if spread.is_full_time() { "" } else { " for each FTE" }
}

/// `7 of 22 workers hold more than 15`
pub fn headline(spread: &Distribution, limit: f64) -> String {
    format!(
        "{} of {} workers hold more than {}{}",
        spread.workers_above,
        spread.workers,
        model_number(limit, 1),
        for_each(spread)
    )
}

/// What the average hides, over the chart.
pub fn subtitle(spread: &Distribution) -> String {
    format!("Each dot is a worker. {}", hidden(spread))
}

/// What the average hides.
fn hidden(spread: &Distribution) -> String {
    let n = |number| model_number(number, 1);
    format!(
        "The average{} is {}; half hold {} or fewer; the highest is {}",
        for_each(spread),
        n(spread.mean),
        n(spread.median),
        n(spread.highest)
    )
}

/// How evenly the team holds its cases, in a case and in a report.
pub fn in_team(spread: &Distribution, limit: f64) -> String {
    format!("In the team today {}. {}. {}", headline(spread, limit), hidden(spread), levelling(spread, limit))
}

/// Returns how far these workers are not the team of the scenario, or `None` if they may be.
pub fn other_team(spread: &Distribution, inputs: &CaseloadInputs, found: &Caseload) -> Option<String> {
    let is_near = |pasted: f64, given: f64| (pasted / given - 1.0).abs() < 0.1;
    let is_whole = spread.fte > 0.9 * found.posts_now;
    let is_team = is_whole && is_near(f64::from(spread.cases), inputs.children);
    (!is_team).then(|| {
        format!(
            "You entered {} workers ({} FTE) with {} cases. The scenario has {} FTE in post with {} cases. Check that nobody is missing or counted twice.",
            spread.workers,
            model_number(spread.fte, 1),
            spread.cases,
            model_number(found.posts_now, 1),
            model_number(inputs.children, 0)
        )
    })
}

/// What levelling would do.
pub fn levelling(spread: &Distribution, limit: f64) -> String {
    let (low, high) = spread.levelled;
    let is_full_time = spread.is_full_time();
    let each = match (is_full_time, low == high) {
        (false, _) => format!("about {} for each FTE", model_number(spread.mean, 1)),
        (true, true) => low.to_string(),
        (true, false) => format!("{low} or {high}"),
    };
    let moved = spread.moved;
    let cases = if moved == 1 { "1 case".to_owned() } else { format!("{moved} cases") };
    let limit_text = format!("{}{}", model_number(limit, 1), for_each(spread));
    // Whole cases cannot always be spread to the hour.
    let is_above = if is_full_time { f64::from(high) > limit } else { spread.mean > limit };
    let nearest = if is_full_time { "" } else { ", to the nearest case" };
    if is_above {
        format!(
            "Spread evenly, each would hold {each}: {cases} would change hands, and somebody would still hold more than \
             {limit_text}. Levelling alone is not enough."
        )
    } else if spread.workers_above == 0 {
        format!(
            "Spread evenly, each would hold {each}: {cases} would change hands. Nobody holds more than {limit_text} now."
        )
    } else {
        format!(
            "Spread evenly, each would hold {each}: {cases} would change hands, and nobody would hold more than {limit_text}{nearest}."
        )
    }
}
