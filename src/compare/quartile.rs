use crate::area;
use crate::indicator::{Good, Indicator};
use crate::number::Exact;
use crate::published::Published;

/// The value at which the best quarter of all councils begins for a year, and how many councils have a figure. Quantile of
/// type 7 (linear between the neighbouring values), as the Department for Education's Local Authority Interactive Tool
/// takes it. Nothing where no direction is good, or fewer than four councils have a figure.
pub fn best_quartile(published: &Published, indicator: &Indicator, year: u16) -> Option<(Exact, usize)> {
    let mut values: Vec<Exact> = area::councils()
        .filter_map(|council| published.official(indicator, council, year)?.value.ok())
        .map(Exact::from)
        .collect();
    values.sort_unstable();
    let quarters = match indicator.good {
        Good::High => 3,
        Good::Low => 1,
        Good::Neither => return None,
    };
    if values.len() < 4 {
        return None;
    }
    // Position (n - 1) * quarters / 4, between two values.
    let position = (values.len() - 1) * quarters;
    let (index, rest) = (position / 4, position % 4);
    let low = values[index];
    let high = *values.get(index + 1).unwrap_or(&low);
    let step = high.minus(low)?.times(rest as u64)?.over(4)?;
    Some((low.plus(step)?, values.len()))
}
