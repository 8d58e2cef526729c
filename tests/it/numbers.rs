//! Exact shares, rounding, decimals, periods and intervals: one line of a table each, and laws.

use corporate_parenting_calculator::number::{
    Decimal, DecimalError, Exact, MAX_COUNT, adds_up, mean, median, of_difference, ordinal, wilson,
};
use corporate_parenting_calculator::period::{Period, PeriodError};
use num_bigint::BigInt;
use proptest::prelude::*;

use crate::common::table;

#[test]
fn shares_round_half_up_once() {
    for row in table("shares.csv") {
        let (numerator, denominator): (u64, u64) = (row.parse("numerator"), row.parse("denominator"));
        let exact = Exact::scaled(numerator, denominator, 100);
        let shown = exact.map(|exact| exact.rounded(row.parse("decimals")).to_string());
        assert_eq!(shown.as_deref(), Some(row.get("expected")), "{row}");
    }
}

#[test]
fn nothing_is_a_share_of_nothing() {
    assert_eq!(Exact::scaled(0, 0, 100), None);
    assert_eq!(wilson(0, 0), None);
    assert_eq!(wilson(2, 1), None);
    assert_eq!(mean(&[]), None);
    assert_eq!(median(&[]), None);
}

#[test]
fn decimals_are_kept_as_written() {
    for row in table("decimals.csv") {
        let found = match Decimal::parse(row.get("text")) {
            Ok(decimal) => decimal.to_string(),
            Err(DecimalError::NotANumber) => "not a number".to_owned(),
            Err(DecimalError::TooLong) => "too long".to_owned(),
        };
        assert_eq!(found, row.get("expected"), "{row}");
    }
}

#[test]
fn decimals_in_units_of_a_finer_one() {
    let units = |units, decimals, at| Decimal::new(units, decimals).units_at(at);
    assert_eq!([units(5, 0, 1), units(-5, 1, 3), units(5, 1, 1)], [Some(50), Some(-500), Some(5)]);
    assert_eq!([units(5, 1, 0), units(i64::MAX, 0, 1), units(1, 0, 20)], [None; 3]);
}

#[test]
fn decimals_are_written_for_people() {
    let cases = [
        ("1655", "1,655", "+1,655"),
        ("83750.5", "83,750.5", "+83,750.5"),
        ("-6.2", "\u{2212}6.2", "\u{2212}6.2"),
        ("-1234", "\u{2212}1,234", "\u{2212}1,234"),
        ("0.0", "0.0", "0.0"),
        ("999", "999", "+999"),
    ];
    for (text, grouped, signed) in cases {
        let decimal = Decimal::parse(text).map_err(|_| text);
        assert_eq!(decimal.map(Decimal::grouped).as_deref(), Ok(grouped));
        assert_eq!(decimal.map(Decimal::signed).as_deref(), Ok(signed));
    }
}

#[test]
fn periods_are_read_in_every_form() {
    for row in table("periods.csv") {
        let found = match Period::parse(row.get("text")) {
            Ok(period) => period.id(),
            Err(PeriodError::NotAPeriod) => "not a period".to_owned(),
            Err(PeriodError::OutOfRange) => "out of range".to_owned(),
            Err(PeriodError::NotConsecutive) => "not consecutive".to_owned(),
            Err(PeriodError::WhichYear) => "which year".to_owned(),
        };
        assert_eq!(found, row.get("expected"), "{row}");
    }
}

#[test]
fn periods_stand_in_order_of_time() {
    let ids = [
        "2019-03", "2019", "2019-04", "2019-06", "2020-Q1", "2019-12", "2020-Q3", "2020-01", "2020-03",
        "2020-Q4", "2020",
    ];
    let periods: Vec<Period> = ids.iter().filter_map(|id| Period::parse(id).ok()).collect();
    assert_eq!(periods.len(), ids.len());
    assert!(periods.is_sorted(), "{periods:?}");
    for period in periods {
        assert!(period.previous() < period);
    }
    let years: Vec<u16> = ["2019-03", "2019-04", "2020-Q1", "2020"]
        .iter()
        .flat_map(|id| Period::parse(id))
        .map(Period::year)
        .collect();
    assert_eq!(years, [2019, 2020, 2020, 2020]);
}

#[test]
fn intervals_agree_with_published_ones() {
    for row in table("wilson.csv") {
        let interval = wilson(row.parse("numerator"), row.parse("denominator"));
        let found =
            interval.map(|interval| (format!("{:.1}", interval.low), format!("{:.1}", interval.high)));
        assert_eq!(found, Some((row.get("low").to_owned(), row.get("high").to_owned())), "{row}");
    }
    for row in table("newcombe.csv") {
        let first = (row.parse("numerator1"), row.parse("denominator1"));
        let second = (row.parse("numerator2"), row.parse("denominator2"));
        let share = |(n, d): (u64, u64)| Exact::scaled(n, d, 100).zip(wilson(n, d));
        let found = share(first)
            .zip(share(second))
            .map(|(first, second)| of_difference(first, second))
            .map(|interval| (format!("{:.2}", interval.low), format!("{:.2}", interval.high)));
        assert_eq!(found, Some((row.get("low").to_owned(), row.get("high").to_owned())), "{row}");
    }
}

#[test]
fn averages_are_exact() {
    let exact = |text: &str| Decimal::parse(text).map(Exact::from);
    let values: Vec<Exact> = ["87", "92", "92", "85.5"].iter().flat_map(|text| exact(text)).collect();
    assert_eq!(median(&values).map(|value| value.rounded(2).to_string()).as_deref(), Some("89.50"));
    assert_eq!(mean(&values).map(|value| value.rounded(3).to_string()).as_deref(), Some("89.125"));
    assert_eq!(median(&values[..3]).map(|value| value.rounded(0).to_string()).as_deref(), Some("92"));
}

#[test]
fn places_are_written_as_they_are_said() {
    let said = "1st 2nd 3rd 4th 10th 11th 12th 13th 14th 20th 21st 22nd 23rd 24th 100th 101st 102nd 103rd 111th 112th 113th \
                121st 1011th 1021st";
    for place in said.split_whitespace() {
        let number: usize = place.trim_end_matches(char::is_alphabetic).parse().expect("a number");
        assert_eq!(ordinal(number), place);
    }
}

#[test]
fn floating_point_is_rounded_up_to_fifteen_digits_before_the_point() {
    let nearest = |value, decimals| Decimal::nearest(value, decimals).map(|number| number.to_string());
    assert_eq!(nearest(999_999_999_999_999.0, 0).as_deref(), Some("999999999999999"));
    assert_eq!(nearest(-123_456_789.0, 9).as_deref(), Some("-123456789.000000000"));
    assert_eq!([1e15, -1e15, f64::INFINITY, f64::NAN].map(|value| nearest(value, 0)), [const { None }; 4]);
}

#[test]
fn rounded_parts_add_up_to_their_rounded_total_or_not() {
    assert!(adds_up(1.0, &[0.3, 0.7], 1) && adds_up(0.8, &[0.4, 0.4], 1));
    assert!(!adds_up(1.0, &[0.4, 0.4], 0) && !adds_up(1.0, &[0.5, 0.5], 0));
    assert!(!adds_up(f64::INFINITY, &[f64::INFINITY], 0));
}

proptest! {
    #[test]
    fn rounding_agrees_with_big_integers(numerator in 0..=MAX_COUNT, denominator in 1..=MAX_COUNT, decimals in 0_u8..6, scale in prop::sample::select(vec![1_u32, 100, 10_000])) {
        let ten = BigInt::from(10).pow(u32::from(decimals));
        let doubled = BigInt::from(numerator) * scale * ten * 2;
        let expected: BigInt = (doubled + denominator) / (BigInt::from(denominator) * 2);
        let found = Exact::scaled(numerator, denominator, scale).map(|exact| exact.rounded(decimals).units());
        prop_assert_eq!(found.map(BigInt::from), Some(expected));
    }

    #[test]
    fn a_difference_reversed_only_changes_its_sign(a in 0_u64..100_000, b in 1_u64..100_000, c in 0_u64..100_000, d in 1_u64..100_000) {
        let first = Exact::scaled(a, b, 100);
        let second = Exact::scaled(c, d, 100);
        let forward = first.zip(second).and_then(|(x, y)| x.minus(y)).map(|z| z.rounded(1));
        let backward = first.zip(second).and_then(|(x, y)| y.minus(x)).map(|z| z.rounded(1));
        prop_assert_eq!(forward.map(Decimal::units), backward.map(|z| -z.units()));
    }

    #[test]
    fn a_decimal_written_is_read_the_same(units in -1_000_000_000_i64..1_000_000_000, decimals in 0_u8..9) {
        let decimal = Decimal::new(units, decimals);
        prop_assert_eq!(Decimal::parse(&decimal.to_string()), Ok(decimal));
        prop_assert_eq!(Decimal::parse(&decimal.grouped()), Ok(decimal));
        prop_assert_eq!(Decimal::parse(&decimal.signed()), Ok(decimal));
    }

    #[test]
    fn an_interval_holds_its_share_and_narrows(numerator in 0_u64..1000, more in 0_u64..1000) {
        let denominator = numerator + more.max(1);
        let share = Exact::scaled(numerator, denominator, 100);
        let (narrow, wide) = (wilson(numerator * 2, denominator * 2), wilson(numerator, denominator));
        let (Some(share), Some(narrow), Some(wide)) = (share, narrow, wide) else { return Err(TestCaseError::fail("no interval")) };
        prop_assert!(wide.contains(share) && narrow.contains(share));
        prop_assert!(0.0 <= wide.low && wide.high <= 100.0);
        prop_assert!(narrow.high - narrow.low < wide.high - wide.low);
    }

    // Up to 2011 a month such as 2007-08 is written like a year, and is read as one.
    #[test]
    fn a_period_written_is_read_the_same(year in 2012_u16..2098, month in 1_u8..=12, quarter in 1_u8..=4) {
        for period in [Period::Year(year), Period::Quarter(year, quarter), Period::Month(year, month)] {
            prop_assert_eq!(Period::parse(&period.id()), Ok(period));
            prop_assert_eq!(Period::parse(&period.to_string()), Ok(period));
        }
    }

    #[test]
    fn any_text_is_a_period_or_not(text in "\\PC{0,12}") {
        let _ = Period::parse(&text);
        let _ = Decimal::parse(&text);
    }
}
