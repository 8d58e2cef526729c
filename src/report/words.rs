use crate::compare::{Average, Change, Comparator, Compared, NoComparison, Row, Verdict};
use crate::figure::Amount;
use crate::indicator::{Indicator, Kind, Publication};
use crate::number::{Decimal, Interval, group_thousands};
use crate::period::{Basis, Period};

/// A value with its unit where that is short: `7.9%`, `47`, `1,655`.
pub fn value_text(indicator: &Indicator, value: Decimal) -> String {
    match indicator.kind {
        Kind::Share => format!("{value}%"),
        _ => value.grouped(),
    }
}

/// The figure of a row: its value, `about 47` for an estimate, or what its symbol means.
pub fn figure_text(row: &Row) -> String {
    match (row.shown, &row.estimate) {
        (Some(shown), Some(_)) => format!("about {}", value_text(row.indicator, shown)),
        _ => amount_text(row.indicator, row.amount),
    }
}

/// An amount as one text: its value or what its symbol means.
pub fn amount_text(indicator: &Indicator, amount: Amount) -> String {
    match (amount, amount.shown(indicator)) {
        (_, Some(shown)) => value_text(indicator, shown),
        (Amount::Withheld(symbol), None) => format!("{} ({})", symbol.symbol(), symbol.meaning()),
        (_, None) => String::new(),
    }
}

/// What stands under the figure: `51 of 646`, `46.6 to 47.3`, `count not given`; empty where there is nothing to add.
pub fn counts_text(row: &Row) -> String {
    match (row.amount, &row.estimate) {
        (_, Some(estimate)) => format!(
            "between {} and {}; population implied by the official rate of {}",
            estimate.low.rounded(1),
            estimate.high.rounded(1),
            estimate.year
        ),
        (Amount::Counts { numerator, denominator }, None) => {
            format!(
                "{} of {}",
                group_thousands(&numerator.to_string()),
                group_thousands(&denominator.to_string())
            )
        }
        (Amount::Value(_), None) if row.indicator.kind == Kind::Share => "count not given".to_owned(),
        _ => String::new(),
    }
}

/// `6.1% to 10.2%`.
pub fn interval_text(interval: Interval) -> String {
    format!("{:.1}% to {:.1}%", interval.low, interval.high)
}

/// A difference with its sign and unit: `−6.2 points`, `+3`.
pub fn difference_text(indicator: &Indicator, points: Decimal) -> String {
    match indicator.kind {
        Kind::Share
            if points.magnitude()
                == Decimal::new(10_i64.pow(u32::from(points.decimals())), points.decimals()) =>
        {
            format!("{} point", points.signed())
        }
        Kind::Share => format!("{} points", points.signed()),
        _ => points.signed(),
    }
}

/// The change as one text: `−6.2 points from 94% in 2021/22`.
pub fn change_text(indicator: &Indicator, change: &Change) -> String {
    format!(
        "{} from {} {}",
        difference_text(indicator, change.shown),
        value_text(indicator, change.shown_from),
        when(indicator, change.from)
    )
}

/// When a figure holds, as part of a sentence: `at 31 March 2023`, `in 2022/23`, `at the end of April 2019`.
pub fn when(indicator: &Indicator, period: Period) -> String {
    match (period, indicator.basis) {
        (Period::Year(_), Basis::March31 | Basis::September30) => {
            format!("at {}", period.label(indicator.basis))
        }
        (Period::Year(_), Basis::AcademicYear) => format!("in the {}", period.label(indicator.basis)),
        (_, Basis::March31 | Basis::September30) => format!("at the end of {period}"),
        _ => format!("in {period}"),
    }
}

/// The comparator's name, with how many neighbours made its figure where that is known.
pub fn comparator_name(with: Comparator, compared: Option<&Compared>) -> String {
    match with {
        Comparator::England => "England".to_owned(),
        Comparator::Region(region) => region.name.to_owned(),
        Comparator::Neighbours(_, average) => {
            let average = match average {
                Average::Median => "median",
                Average::Mean => "mean",
            };
            match compared.and_then(|compared| compared.neighbours) {
                Some((with_figure, all)) if with_figure < all => {
                    format!("Statistical neighbours ({average} of the {with_figure} of {all} with a figure)")
                }
                Some((_, all)) => format!("Statistical neighbours ({average} of {all})"),
                None => format!("Statistical neighbours ({average})"),
            }
        }
    }
}

/// A verdict in words, with the direction that makes it one: `lower, which is better`.
pub fn verdict_text(verdict: Verdict, is_higher: bool) -> String {
    let direction = if is_higher { "higher" } else { "lower" };
    match verdict {
        Verdict::Better => format!("{direction}, which is better"),
        Verdict::Worse => format!("{direction}, which is worse"),
        Verdict::Similar => "similar".to_owned(),
        Verdict::Higher | Verdict::Lower => direction.to_owned(),
        Verdict::CannotSay(reason) => format!("no verdict: {}", reason.reason()),
    }
}

/// Why there is no comparison, as a short text.
pub fn no_comparison_text(reason: NoComparison) -> String {
    match reason {
        NoComparison::Local => "local indicator: no official figure to compare with".to_owned(),
        NoComparison::Count => "a number: not compared with other areas".to_owned(),
        NoComparison::NoPeriod => "choose a period to compare".to_owned(),
        NoComparison::NoFigure(_) => "no figure to compare".to_owned(),
        NoComparison::Withheld(year, symbol) => format!("{year}: {}", symbol.meaning()),
        NoComparison::NotPublished(year) => format!("not published for {year}"),
        NoComparison::NoNeighbours => "not in this neighbour model".to_owned(),
        NoComparison::TooLarge => "too large to compare".to_owned(),
    }
}

/// The publications the comparisons of these rows were taken from, each with its release.
pub fn sources<'a>(rows: impl IntoIterator<Item = &'a Row>) -> Vec<String> {
    let mut sources: Vec<String> = Vec::new();
    for row in rows.into_iter().filter(|row| row.comparisons.iter().any(|each| each.outcome.is_ok())) {
        let compared = row.comparisons.iter().filter_map(|each| each.outcome.as_ref().ok());
        let publication = row.indicator.publication.as_ref();
        for compared in compared {
            let citation = match &compared.file {
                None => publication.map(Publication::citation),
                Some(file) => {
                    // Neighbours' figures may come from both.
                    let built_in =
                        publication.filter(|_| compared.neighbours.is_some()).map(Publication::citation);
                    sources.extend(built_in.filter(|citation| !sources.contains(citation)));
                    publication.map(|publication| publication.citation_of_file(file))
                }
            };
            sources.extend(citation.filter(|citation| !sources.contains(citation)));
        }
    }
    sources
}
