//! How a stated number agrees with an exact one, and which whole numbers can give a percentage.

use crate::number::{Decimal, Exact};

use super::Verdict;

/// The verdict on a number stated for an exact one: any honest rounding agrees; so does cutting off, which is named.
pub(super) fn verdict(stated: Decimal, exact: Exact) -> Verdict {
    let rounded = exact.rounded(stated.decimals());
    if rounded == stated {
        Verdict::Agrees
    } else if truncated(exact, stated.decimals()) == Some(stated.units().into()) {
        Verdict::Truncated
    } else if rounded.units().abs_diff(stated.units()) == 1 {
        Verdict::Close
    } else {
        Verdict::Differs
    }
}

/// The units of a number cut off after so many decimals.
fn truncated(exact: Exact, decimals: u8) -> Option<i128> {
    let units = exact.magnitude().times(10_u64.checked_pow(decimals.into())?)?.floor();
    Some(if exact < Exact::whole(0) { -units } else { units })
}

/// The verdict on a percentage stated for so many of so many; nothing where there are none or more than all.
pub(super) fn share(stated: Decimal, count: u64, base: u64) -> Option<Verdict> {
    Some(verdict(stated, Exact::scaled(count, base, 100)?)).filter(|_| count <= base)
}

/// The whole number of `base` whose share a percentage is, with its verdict, or the number just below it.
pub(super) fn count_of(stated: Decimal, base: u64) -> Result<(u64, Verdict), u64> {
    let exact = Exact::from(stated).times(base).and_then(|product| product.over(100));
    let below = exact.and_then(|exact| u64::try_from(exact.floor()).ok()).unwrap_or(0);
    let fits = |count: &u64| {
        let verdict = share(stated, *count, base)?;
        matches!(verdict, Verdict::Agrees | Verdict::Truncated).then_some((*count, verdict))
    };
    let found =
        [below, below + 1].iter().filter_map(fits).min_by_key(|(_, verdict)| *verdict != Verdict::Agrees);
    found.ok_or(below)
}

/// Whether of so many a percentage with these decimals can be one that no whole number gives.
pub(super) fn may_be_impossible(stated: Decimal, base: u64) -> bool {
    base > 0 && 10_u64.checked_pow(stated.decimals().into()).is_some_and(|units| base < 100 * units)
}

/// The number nearest to `base` of which a percentage is possible, within few of it, the smaller first.
pub(super) fn right_for(stated: Decimal, base: u64) -> Option<u64> {
    const WITHIN: u64 = 3;
    let near = (1..=WITHIN).flat_map(|step| [base.saturating_sub(step), base + step]);
    near.filter(|other| *other > 0).find(|other| matches!(count_of(stated, *other), Ok((_, Verdict::Agrees))))
}

/// A number in place of the one a text begins with, written in the same way: its sign, its commas, its unit.
pub(super) fn rewritten(written: &str, number: Decimal) -> String {
    let start = written.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let digits = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let end = written[start..].find(|c: char| !digits(c)).map_or(written.len(), |end| start + end);
    let number = number.magnitude();
    let text = if written.contains(',') { number.grouped() } else { number.to_string() };
    format!("{}{text}{}", &written[..start], &written[end..])
}
