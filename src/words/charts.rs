//! What charts say.

use crate::compare::Row;

use super::comparator::comparator_name;
use super::figure::{figure_text, interval_text, value_text};

/// What a strip shows, in one sentence.
pub fn strip_label(row: &Row) -> String {
    let mut parts = vec![format!("{} on a line", figure_text(row))];
    parts.extend(
        row.interval.map(|interval| format!("95% interval {}", interval_text(row.indicator, interval))),
    );
    for comparison in &row.comparisons {
        if let Ok(compared) = &comparison.outcome {
            let value = value_text(row.indicator, compared.shown);
            parts.push(format!("{} {value}", comparator_name(&comparison.with, None)));
        }
    }
    parts.extend(
        row.target
            .as_ref()
            .map(|target| format!("target {}", value_text(row.indicator, target.target.value))),
    );
    if let Ok(position) = &row.position {
        parts.push(format!("{} councils as dots", position.distribution.councils()));
    }
    parts.join(", ")
}
