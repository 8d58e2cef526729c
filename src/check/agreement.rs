//! How a stated number agrees with an exact one, and which whole numbers can give a percentage.

use crate::number::{Decimal, Exact, ordinal};
use crate::read::prose;

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
    let mut near = (1..=WITHIN).flat_map(|step| [base.saturating_sub(step), base + step]);
    near.find(|other| matches!(count_of(stated, *other), Ok((_, Verdict::Agrees))))
}

/// The total of whole scores of so many people whose mean is stated, or the total just below it.
pub(super) fn total_of(stated: Decimal, base: u64) -> Result<u64, u64> {
    let product = Exact::from(stated).times(base);
    let below = product.and_then(|exact| u64::try_from(exact.floor()).ok()).unwrap_or(0);
    let fits = |total: &u64| {
        let mean = Exact::whole(*total).over(base);
        mean.is_some_and(|mean| verdict(stated, mean) >= Verdict::Truncated)
    };
    [below, below + 1].into_iter().find(fits).ok_or(below)
}

/// A percentage as one writes percentage points, in place of a percent sign.
pub(super) fn in_points(written: &str) -> String {
    let end = written.rfind(|c: char| c.is_ascii_digit()).map_or(written.len(), |last| last + 1);
    format!("{} percentage points", &written[..end])
}

/// The simple ratio nearest to a percentage, written as another: `two in five`, `2 in 5`.
pub(super) fn ratio(written: &str, percent: Decimal) -> Option<String> {
    let away = |(part, of): &(u32, u32)| {
        let exact = Exact::scaled((*part).into(), (*of).into(), 100)?;
        exact.minus(percent.into()).map(Exact::magnitude)
    };
    let all = [2, 3, 4, 5, 10].into_iter().flat_map(|of| (1..of).map(move |part| (part, of)));
    let (part, of) = all.filter(|ratio| away(ratio).is_some()).min_by(|a, b| away(a).cmp(&away(b)))?;
    let in_digits = written.starts_with(|c: char| c.is_ascii_digit());
    let said = |number: u32| {
        let word = prose::small_in_words(number).filter(|_| !in_digits);
        word.map_or_else(|| number.to_string(), str::to_owned)
    };
    let joint = if written.contains(" out of ") { "out of" } else { "in" };
    Some(format!("{} {joint} {}", said(part), said(of)))
}

/// A rank in place of the one a text begins with: `third highest`, `4th`, or `highest` for the first.
pub(super) fn ranked(written: &str, rank: usize) -> String {
    let first = written.split(' ').next().unwrap_or_default();
    let is_in_digits = first.starts_with(|c: char| c.is_ascii_digit());
    let is_ordinal = is_in_digits || prose::ORDINALS.contains(&first.to_lowercase().as_str());
    let rest = if is_ordinal { written[first.len()..].trim_start() } else { written };
    let in_words = prose::ORDINALS.get(rank.wrapping_sub(1)).filter(|_| !is_in_digits);
    let said = in_words.map_or_else(|| ordinal(rank), |word| (*word).to_owned());
    match rest {
        "" => said,
        end if rank == 1 => end.to_owned(),
        end => format!("{said} {end}"),
    }
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
