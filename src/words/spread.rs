//! How evenly a team holds its cases.

use crate::scenario::{Caseload, CaseloadInputs, Distribution};

use super::text::model_number;

/// The heading of the box and of its answer.
pub const HEADING: &str = "How evenly cases are held";
/// The label of the box.
pub const LABEL: &str = "Cases of each worker";
/// What to enter.
pub const HINT: &str =
    "One number for each worker, such as 22 20 12 11. Numbers only: anything else is refused and not kept.";
/// The bottom axis, with what the line across it is.
pub fn axis(limit: f64) -> String {
    format!(
        "Cases held by one worker (each dot is a worker; the line is the target {})",
        model_number(limit, 2)
    )
}

/// The columns of the numbers.
pub const COLUMNS: [&str; 2] = ["Cases", "Workers"];

/// `7 of 22 workers hold more than 15`
pub fn headline(spread: &Distribution, limit: f64) -> String {
    format!(
        "{} of {} workers hold more than {}",
        spread.workers_above,
        spread.workers,
        model_number(limit, 1)
    )
}

/// What the average hides.
pub fn subtitle(spread: &Distribution) -> String {
    format!(
        "The average is {}; half hold {} or fewer; the highest is {}",
        model_number(spread.mean, 1),
        model_number(spread.median, 1),
        spread.highest
    )
}

/// Returns how far these workers are not the team of the scenario, or `None` if they may be.
pub fn other_team(spread: &Distribution, inputs: &CaseloadInputs, found: &Caseload) -> Option<String> {
    let is_near = |pasted: f64, given: f64| (pasted / given - 1.0).abs() < 0.1;
    #[expect(clippy::cast_precision_loss, reason = "at most a thousand workers")]
    let is_whole = spread.workers as f64 > 0.9 * found.posts_now;
    let is_team = is_whole && is_near(f64::from(spread.cases), inputs.children);
    (!is_team).then(|| {
        format!(
            "You entered {} workers with {} cases. The scenario has {} FTE in post with {} cases. Check that nobody is missing or counted twice.",
            spread.workers,
            spread.cases,
            model_number(found.posts_now, 1),
            model_number(inputs.children, 0)
        )
    })
}

/// What levelling would do.
pub fn levelling(spread: &Distribution, limit: f64) -> String {
    let (low, high) = spread.levelled;
    let each = if low == high { low.to_string() } else { format!("{low} or {high}") };
    let moved = spread.moved;
    let cases = if moved == 1 { "1 case".to_owned() } else { format!("{moved} cases") };
    let limit_text = model_number(limit, 1);
    if f64::from(high) > limit {
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
            "Spread evenly, each would hold {each}: {cases} would change hands, and nobody would hold more than {limit_text}."
        )
    }
}
