//! What would close a gap, in children.

use crate::compare::{Gap, Row};
use crate::figure::Amount;
use crate::indicator::Indicator;

use super::comparator::name_in_sentence;
use super::figure::{value_text, year_text};
use super::text::counted;

/// What would close a gap: `4 more children`, `1 fewer child`.
pub fn gap_text(indicator: &Indicator, gap: Gap) -> String {
    let more = if gap.children > 0 { "more" } else { "fewer" };
    let count = gap.children.unsigned_abs();
    let people = if count == 1 { indicator.counted_one } else { indicator.counted_many };
    format!("{} {more} {people}", counted(count))
}

/// What a gap closed comes to: `166 of 233, 71.2%`.
pub fn closed_text(row: &Row, gap: Gap) -> String {
    let value = value_text(&row.indicator, gap.becomes.rounded(row.indicator.decimals));
    match row.amount {
        Amount::Counts { denominator, .. } => {
            format!("{} of {}, {value}", counted(gap.numerator), counted(denominator))
        }
        _ => value,
    }
}

/// What would close each gap of a row, in full: "4 more children would reach the target of 71%: 166 of 233, 71.2%."
pub fn closing_sentences(row: &Row) -> Vec<String> {
    let sentence = |gap: Gap, what: String| {
        format!("{} would {what}: {}.", gap_text(&row.indicator, gap), closed_text(row, gap))
    };
    let comparators = row.comparisons.iter().filter_map(|comparison| {
        let compared = comparison.outcome.as_ref().ok()?;
        let value = value_text(&row.indicator, compared.shown);
        let name = name_in_sentence(&comparison.with, None);
        Some(sentence(
            compared.gap?,
            format!("match {name} ({value}, {})", year_text(&row.indicator, compared.year)),
        ))
    });
    let target = row.target.as_ref().and_then(|against| {
        let value = value_text(&row.indicator, against.target.value);
        Some(sentence(against.gap?, format!("reach the target of {value}")))
    });
    comparators.chain(target).collect()
}
