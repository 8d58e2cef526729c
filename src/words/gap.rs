//! What would close a gap.

use crate::compare::{Gap, Row};
use crate::figure::Amount;
use crate::indicator::Indicator;
use crate::number::Exact;

use super::comparator::comparator_name;
use super::figure::{counted, value_text};

/// What would close a gap: `4 more children`, `1 fewer child`.
pub fn gap_text(indicator: &Indicator, gap: Gap) -> String {
    let more = if gap.children > 0 { "more" } else { "fewer" };
    let count = gap.children.unsigned_abs();
    let people = if count == 1 { indicator.counted_one } else { indicator.counted_many };
    format!("{} {more} {people}", counted(count))
}

/// What a gap closed comes to: `166 of 233, 71.2%`.
pub fn closed_text(row: &Row, gap: Gap) -> String {
    let value = value_text(row.indicator, gap.becomes.rounded(row.indicator.decimals));
    match row.amount {
        Amount::Counts { denominator, .. } => {
            format!("{} of {}, {value}", counted(gap.numerator), counted(denominator))
        }
        _ => value,
    }
}

/// What would close a gap, short, under the name of what would be reached: `4 more would reach it`.
pub fn closing_text(row: &Row, gap: Gap, points: Exact) -> String {
    let more = if gap.children > 0 { "more" } else { "fewer" };
    let under = if row.is_under_one_child(points) {
        format!(": the difference is fewer than one {}", row.indicator.counted_one)
    } else {
        String::new()
    };
    format!("{} {more} would reach it{under}", counted(gap.children.unsigned_abs()))
}

/// What would close each gap of a row, in full: "4 more children would reach the target of 71%: 166 of 233, 71.2%."
pub fn closing_sentences(row: &Row) -> Vec<String> {
    let sentence = |gap: Gap, what: String| {
        format!("{} would reach {what}: {}.", gap_text(row.indicator, gap), closed_text(row, gap))
    };
    let comparators = row.comparisons.iter().filter_map(|comparison| {
        let compared = comparison.outcome.as_ref().ok()?;
        let value = value_text(row.indicator, compared.shown);
        let name = comparator_name(&comparison.with, None);
        Some(sentence(compared.gap?, format!("{name} ({value}, {})", compared.year)))
    });
    let target = row.target.as_ref().and_then(|against| {
        let value = value_text(row.indicator, against.target.value);
        Some(sentence(against.gap?, format!("the target of {value}")))
    });
    comparators.chain(target).collect()
}
