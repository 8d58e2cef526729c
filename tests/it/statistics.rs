//! Intervals, trends, ranks and quarters against what was worked out apart from the program, and their laws.

use std::cmp::Ordering;

use corporate_parenting_calculator::compare::{NEIGHBOURS, Rank};
use corporate_parenting_calculator::figure::Amount;
use corporate_parenting_calculator::indicator;
use corporate_parenting_calculator::number::{
    Decimal, Exact, Interval, Process, ProcessPoint, Projection, Signal, Spread, byar, of_difference, trend,
    wilson,
};
use proptest::prelude::*;

use crate::common::{decimal, place, table};

#[test]
fn intervals_are_those_worked_out_with_fifty_digits() {
    for row in table("intervals.csv") {
        let number = |column: &str| row.parse::<u64>(column);
        let share = |numerator, denominator| {
            let share = Exact::scaled(number(numerator), number(denominator), 100);
            share.zip(wilson(number(numerator), number(denominator))).unwrap_or_else(|| panic!("{row}"))
        };
        let count = |column| (Exact::whole(number(column)), byar(number(column)));
        let rate = |numerator, denominator| {
            let counts = Amount::Counts { numerator, denominator };
            indicator::by_id("children-in-care-rate")
                .and_then(|rate| counts.interval(rate))
                .unwrap_or_else(|| panic!("{row}"))
        };
        let found = match row.get("kind") {
            "wilson" => share("a", "b").1,
            "count" => count("a").1,
            "rate" => rate(number("a"), number("b")),
            "difference" => of_difference(share("a", "b"), share("c", "d")),
            "difference of counts" => of_difference(count("a"), count("b")),
            kind => panic!("no kind {kind}"),
        };
        let close = |found: f64, expected: f64| (found - expected).abs() <= 1e-6 * expected.abs().max(1.0);
        assert!(
            close(found.low, row.parse("low")) && close(found.high, row.parse("high")),
            "{row}: {found:?}"
        );
    }
}

#[test]
fn trends_are_those_worked_out_apart() {
    for row in table("trends.csv") {
        let point = |text: &str| {
            let (time, counts) = text.split_once(':')?;
            let (value, interval) = match counts.split_once('/') {
                Some((x, n)) => {
                    let (x, n) = (x.parse().ok()?, n.parse().ok()?);
                    (Exact::scaled(x, n, 100)?, wilson(x, n)?)
                }
                None => (Exact::whole(counts.parse().ok()?), byar(counts.parse().ok()?)),
            };
            Some((time.parse().ok()?, value, interval))
        };
        let points: Vec<_> = row.get("series").split(' ').filter_map(point).collect();
        let found = trend(&points).unwrap_or_else(|| panic!("{row}"));
        let expected: f64 = row.parse("chi_square");
        assert!((found.slope - row.parse::<f64>("slope")).abs() < 1e-5, "{row}: {found:?}");
        assert!((found.chi_square - expected).abs() < 1e-4 * expected.max(1.0), "{row}: {found:?}");
        assert_eq!((found.is_stable, found.is_clear()), (row.parse("stable"), row.parse("clear")), "{row}");
    }
}

#[test]
fn published_trends_are_found() {
    // Values and 95% limits of five years as shown by Fingertips, Office for Health Improvement and Disparities, with the
    // trend shown there. Contains public sector information licensed under the Open Government Licence v3.0.
    for row in table("fingertips-trends.csv") {
        let point = |(time, text): (i32, &str)| {
            let numbers: Vec<Decimal> = text.split(' ').map(decimal).collect();
            let [value, low, high] = numbers.as_slice() else { panic!("{row}") };
            let limit = |limit: Decimal| Exact::from(limit).to_f64();
            (time, Exact::from(*value), Interval { low: limit(*low), high: limit(*high) })
        };
        let points: Vec<_> = (0..).zip(row.get("values").split(';')).map(point).collect();
        let found = trend(&points).unwrap_or_else(|| panic!("{row}"));
        let direction = match found.is_clear() {
            true if found.slope > 0.0 => "rising",
            true => "falling",
            false => "none",
        };
        assert_eq!(direction, row.get("direction"), "{found:?}");
        assert_eq!(trend(&points[1..]), None);
    }
}

#[test]
fn processes_are_those_worked_out_apart() {
    let pair = |text: &str| {
        let (numerator, denominator) = text.split_once('/')?;
        Some((numerator.parse().ok()?, denominator.parse().ok()?))
    };
    let rows = table("processes.csv");
    assert!(rows.len() > 300);
    for row in rows {
        let texts = row.get("series").split(' ');
        // A dash is a month without a figure.
        let counts = || texts.clone().map(pair).collect::<Vec<_>>();
        let found = match row.get("kind") {
            "values" => {
                let values: Vec<Option<f64>> = texts.map(|text| text.parse().ok()).collect();
                Process::of_values(&values)
            }
            "shares" => Process::of_shares(&counts(), Spread::Chance),
            "widened-shares" => Process::of_shares(&counts(), Spread::Widened),
            "widened-rates" => Process::of_rates(&counts(), 10_000, Spread::Widened),
            _ => Process::of_rates(&counts(), 10_000, Spread::Chance),
        };
        let found = found.unwrap_or_else(|| panic!("{row}"));
        let last = found.points.last().unwrap_or_else(|| panic!("{row}"));
        for (found, column) in [(found.mean, "mean"), (last.lower, "lower"), (last.upper, "upper")] {
            assert!((found - row.parse::<f64>(column)).abs() < 1e-6, "{column} is {found} in {row}");
        }
        let signals = found.points.iter().map(|point| match point.signal {
            Some(Signal::Outside) => 'o',
            Some(Signal::Run) => 'r',
            Some(Signal::Trend) => 't',
            Some(Signal::NearLimit) => 'n',
            None => '-',
        });
        assert_eq!(signals.collect::<String>(), row.get("signals"), "{row}");
        let beyond = |point: &ProcessPoint| {
            (point.value - point.upper).max(point.lower - point.value) / (point.upper - point.lower)
        };
        let most = found.points.iter().map(beyond).filter(|share| *share > 0.0).fold(0.0, f64::max);
        let first = found.points.iter().position(|point| most > 0.0 && beyond(point) >= most);
        assert_eq!(found.furthest_outside(), first, "{row}");
    }
    assert_eq!(Process::of_values(&[Some(1.0); 4]), None);
    let is_provisional =
        |many: usize| Process::of_values(&vec![Some(1.0); many]).map(|found| found.is_provisional());
    assert_eq!([5, 11, 12, 20].map(is_provisional), [Some(true), Some(true), Some(false), Some(false)]);
    assert_eq!(Process::of_shares(&[Some((0, 0)); 6], Spread::Chance), None);
}

/// Values of which none is missing.
fn given(values: &[f64]) -> Vec<Option<f64>> {
    values.iter().copied().map(Some).collect()
}

/// What the NHS-R Community's package for Making Data Count (`NHSRplotthedots`) gives for the series of its own tests, to the digits
/// it prints: mean, lower and upper limit of all twenty values and of each half, in all of which nothing is unusual.
#[test]
fn processes_are_those_that_are_published() {
    const SERIES: [f64; 20] = [
        -0.560_475_65,
        -0.230_177_49,
        1.558_708_31,
        0.070_508_39,
        0.129_287_74,
        1.715_064_99,
        0.460_916_21,
        -1.265_061_23,
        -0.686_852_85,
        -0.445_661_97,
        1.224_081_80,
        0.359_813_83,
        0.400_771_45,
        0.110_682_72,
        -0.555_841_13,
        1.786_913_14,
        0.497_850_48,
        -1.966_617_16,
        0.701_355_90,
        -0.472_791_41,
    ];
    for (values, mean, limits) in [
        (&SERIES[..], "0.142", ["-3.01", "3.29"]),
        (&SERIES[..10], "0.0746", ["-2.60", "2.75"]),
        (&SERIES[10..], "0.209", ["-3.28", "3.70"]),
    ] {
        let found = Process::of_values(&given(values)).unwrap_or_else(|| panic!("{values:?}"));
        let decimals = mean.len() - 2;
        assert_eq!(format!("{:.decimals$}", found.mean), mean);
        let last = found.points[0];
        assert_eq!([last.lower, last.upper].map(|limit| format!("{limit:.2}")), limits);
        assert!(found.points.iter().all(|point| point.signal.is_none()));
    }
    // Its page on outliers: the two ranges around the one high value are left out of the average of the others.
    let outlier = [1.0, 2.0, 1.0, 2.0, 10.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0];
    let found = Process::of_values(&given(&outlier)).unwrap_or_else(|| panic!("{outlier:?}"));
    assert!((found.points[0].upper - found.mean - 2.66).abs() < 1e-9);
    assert_eq!(found.points[4].signal, Some(Signal::Outside));
}

/// Limits that no move is usual for have no width; of two values as far outside, the first is meant.
#[test]
fn the_first_of_two_values_as_far_outside_is_the_furthest() {
    let series = [[50.0; 6].as_slice(), &[90.0], &[50.0; 6], &[10.0], &[50.0; 6]].concat();
    let found = Process::of_values(&given(&series)).expect("there are enough");
    assert_eq!(found.furthest_outside(), Some(6));
}

/// A trend goes one way from its first point on, also where the move before went the other way.
#[test]
fn all_points_of_a_trend_go_its_way() {
    let series = [16.0, 12.0, 13.0, 14.0, 15.0, 16.0, 17.0, 18.0, 13.0, 17.0];
    for (sign, side) in [(1.0, Ordering::Greater), (-1.0, Ordering::Less)] {
        let series = series.map(|value| value * sign);
        let found = Process::of_values(&given(&series)).expect("there are enough");
        let trend: Vec<usize> =
            (0..series.len()).filter(|at| found.points[*at].signal == Some(Signal::Trend)).collect();
        assert_eq!(trend, (1..=7).collect::<Vec<_>>());
        assert!(trend.iter().all(|at| found.points[*at].side == side), "{found:?}");
    }
}

/// However little they move, what counts is whether they move one way.
#[test]
fn a_trend_of_almost_nothing_is_stable() {
    let point = |time: i32| {
        let value = Exact::new(5_000_000 + i128::from(time), 100_000)?;
        Some((time, value, Interval { low: 49.0, high: 51.0 }))
    };
    let points: Vec<_> = (0..5).filter_map(point).collect();
    let found = trend(&points).expect("there are five");
    assert!(found.is_stable && (found.slope - 1e-5).abs() < 1e-9, "{found:?}");
}

#[test]
fn projections_are_those_worked_out_apart() {
    for row in table("projections.csv") {
        let found =
            Projection::of(row.parse("count"), row.parse("months")).unwrap_or_else(|| panic!("{row}"));
        let wanted =
            Projection { low: row.parse("low"), expected: row.parse("expected"), high: row.parse("high") };
        assert_eq!(found, wanted, "{row}");
    }
    // Where there are many: 100 more are expected, with a variance of 100 times 1 and a third, of 400 with one of 800.
    let many =
        |count, months| Projection::of(count, months).map(|found| (found.low, found.expected, found.high));
    assert_eq!([many(300, 9), many(400, 6)], [Some((377, 400, 423)), Some((745, 800, 855))]);
    // The normal distribution gives nearly the same.
    let (exact, normal) = (Projection::of(200, 6), Projection::of(201, 6));
    let high = |found: Option<Projection>| found.map_or(0, |found| found.high);
    assert!(high(normal).abs_diff(high(exact)) < 6, "{normal:?}");
    assert_eq!([0, 12].map(|months| Projection::of(5, months)), [None, None]);
}

#[test]
fn every_council_has_the_rank_and_quarter_worked_out_apart() {
    let rows = table("positions.csv");
    assert!(rows.len() > 1_000);
    for row in rows {
        let found = place(row.get("indicator"), row.parse("year"), row.get("council"), row.get("value"));
        let found = found.unwrap_or_else(|| panic!("{row}"));
        let told = |rank: Option<Rank>| match rank {
            Some(rank) => [
                rank.rank.to_string(),
                rank.of.to_string(),
                if rank.is_joint() { "joint" } else { "" }.to_owned(),
            ],
            None => [const { String::new() }; 3],
        };
        let expected = |columns: [&str; 3]| columns.map(|column| row.get(column).to_owned());
        assert_eq!(told(Some(found.councils)), expected(["rank", "of", "joint"]), "{row}");
        let beside = ["neighbour_rank", "neighbour_of", "neighbour_joint"];
        assert_eq!(told(found.beside(&NEIGHBOURS)), expected(beside), "{row}");
        let quartile = found.quartile.map_or("", |quartile| quartile.letter());
        assert_eq!(quartile, row.get("quartile"), "{row}");
    }
}

proptest! {
    /// The interval holds the share, and a larger cohort with the same share has a narrower one.
    #[test]
    fn intervals_hold_the_share_and_narrow(numerator in 0_u64..2_000, more in 0_u64..2_000, times in 2_u64..20) {
        let denominator = numerator + more.max(1);
        let widths = [1, times].map(|times| {
            let (numerator, denominator) = (numerator * times, denominator * times);
            let share = Exact::scaled(numerator, denominator, 100);
            let interval = wilson(numerator, denominator);
            share.zip(interval).filter(|(share, interval)| interval.contains(*share)).map(|(_, interval)| interval.high - interval.low)
        });
        prop_assert!(matches!(widths, [Some(one), Some(many)] if many < one), "{widths:?}");
    }

    /// A count lies within its interval, whose limits rise with it, also where the exact limits end.
    #[test]
    fn limits_of_counts_rise(count in 0_u64..100_000) {
        let (here, next) = (byar(count), byar(count + 1));
        prop_assert!(here.contains(Exact::whole(count)));
        prop_assert!(here.low < next.low && here.high < next.high);
    }

    /// A difference is turned round with its figures.
    #[test]
    fn differences_turn_round(a in 0_u64..200, b in 0_u64..200, c in 0_u64..200, d in 0_u64..200) {
        let share = |x: u64, more: u64| {
            let n = x + more + 1;
            Exact::scaled(x, n, 100).zip(wilson(x, n))
        };
        let (Some(first), Some(second)) = (share(a, b), share(c, d)) else { return Err(TestCaseError::fail("no share")) };
        let (there, back) = (of_difference(first, second), of_difference(second, first));
        prop_assert!((there.low + back.high).abs() < 1e-9 && (there.high + back.low).abs() < 1e-9);
        prop_assert!(first.0.minus(second.0).is_some_and(|points| there.contains(points)));
    }

    /// A trend mirrored in time falls as it rose.
    #[test]
    fn trends_turn_round(counts in prop::collection::vec(1_u64..400, 5)) {
        let points = |reversed: bool| {
            let point = |(time, count): (i32, u64)| (if reversed { -time } else { time }, Exact::whole(count), byar(count));
            (0..).zip(counts.iter().copied()).map(point).collect::<Vec<_>>()
        };
        let (Some(there), Some(back)) = (trend(&points(false)), trend(&points(true))) else { return Err(TestCaseError::fail("no trend")) };
        prop_assert!((there.slope + back.slope).abs() < 1e-6 && (there.chi_square - back.chi_square).abs() < 1e-6 * there.chi_square.max(1.0));
    }
}
