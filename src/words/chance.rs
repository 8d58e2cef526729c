//! How likely a target is, after simulated paths. They are too few to tell what never or always happens.

use crate::scenario::{CaseloadInputs, Simulation};

use super::text::{model_number, month_name};

/// Shares of paths below and above which no percentage is given.
const RARE: f64 = 0.005;

/// Returns the chance in the month asked for, or at the end, or `None` if there is no such month.
pub fn chance_sentence(inputs: &CaseloadInputs, simulation: &Simulation) -> Option<String> {
    let month = inputs.by_month.unwrap_or(inputs.months).min(inputs.months);
    let band = simulation.bands.get(month)?;
    let chance = match band.chance {
        rare if rare < RARE => "it is very unlikely (less than 1%)".to_owned(),
        usual if usual >= 1.0 - RARE => "it is almost certain".to_owned(),
        chance => {
            let percent = model_number(chance * 100.0, 0);
            format!("there is {} {percent}% chance", article(&percent))
        }
    };
    let [low, high] = [band.low, band.high].map(|average| model_number(average, 1));
    let range = if low == high {
        format!("in 8 of 10 paths it is about {low}")
    } else {
        format!("there are 8 chances in 10 that it is between {low} and {high}")
    };
    Some(format!(
        "With the ranges given, {chance} that the average is {} or less in {}, and {range} (10,000 paths simulated).",
        model_number(inputs.target, 2),
        month_name(inputs.start, month)
    ))
}

/// A chance in a cell: `82%`.
pub fn chance_cell(chance: f64) -> String {
    match chance {
        rare if rare < RARE => "less than 1%".to_owned(),
        usual if usual >= 1.0 - RARE => "almost certain".to_owned(),
        chance => format!("{}%", model_number(chance * 100.0, 0)),
    }
}

/// `a`, or `an` before 8, 11, 18 and the eighties.
fn article(percent: &str) -> &'static str {
    if percent.starts_with('8') || ["11", "18"].contains(&percent) { "an" } else { "a" }
}
