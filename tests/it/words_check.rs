//! What a check of a draft says of each number.

use std::cmp::Ordering;

use corporate_parenting_calculator::area::{self, NeighbourModel};
use corporate_parenting_calculator::check::{
    By, Duration, Duty, End, Expected, Finding, Kind, Neighbours, Official, Own, Reason, TimeUnit, Verdict,
    Whose,
};
use corporate_parenting_calculator::compare::Average;
use corporate_parenting_calculator::figure::Amount;
use corporate_parenting_calculator::indicator::{self, Indicator};
use corporate_parenting_calculator::number::Decimal;
use corporate_parenting_calculator::period::Period;

fn number(text: &str) -> Decimal {
    Decimal::parse(text).expect("it is a number")
}

fn indicator(id: &str) -> &'static Indicator {
    indicator::by_id(id).expect("it is in the catalogue")
}

fn official(id: &str, whose: Whose, year: u16, value: &str) -> Official {
    Official { indicator: indicator(id), whose, period: Period::Year(year), value: number(value) }
}

/// A sentence of each reason, with each verdict it comes to.
#[test]
fn words_check() {
    use Verdict::{Agrees, CannotCheck, Close, Differs, Impossible, Stale, Swapped, Truncated};
    let england = Whose::Area(area::england());
    let neighbours = |average| Whose::Neighbours(Neighbours { model: NeighbourModel::default(), average });
    let mut said = String::new();
    let mut say = |verdicts: &[Verdict], stated: &str, reason: Reason| {
        for verdict in verdicts {
            let finding = Finding {
                span: 0..0,
                sentence: 0..0,
                kind: Kind::Official,
                verdict: *verdict,
                stated: number(stated),
                expected: Some(Expected::Number(number("51"))),
                reason: reason.clone(),
                suggestion: None,
            };
            said.extend([verdict.id(), ": ", &finding.message(), "\n"]);
        }
    };
    let all = [Agrees, Truncated, Close, Differs];
    say(&all, "7.9", Reason::Share { count: 51, base: 1646 });
    say(&[CannotCheck], "7.9", Reason::NoBase(51));
    say(&[Agrees], "52", Reason::Possible { count: 13, base: 25 });
    say(&[Impossible], "52", Reason::Impossible { base: 26, below: 13, above: 14, right_for: Some(25) });
    say(&[Impossible], "13", Reason::Impossible { base: 2, below: 0, above: 1, right_for: None });
    say(&[Agrees], "13.7", Reason::Mean { total: 356, base: 26 });
    say(&[Impossible], "13.72", Reason::NoMean { base: 26, below: 356, above: 357 });
    for bound in [None, Some(Ordering::Greater), Some(Ordering::Less)] {
        say(&[Differs], "33", Reason::Ratio { stated: number("33"), percent: number("41"), bound });
    }
    let parts = vec![number("655"), number("85")];
    say(&[Agrees, Differs], "741", Reason::Sum { parts, sum: number("740") });
    say(&[Agrees, Differs], "100", Reason::Shares(number("100.1")));
    let change = |from: &str, to: &str, by| Reason::Change { from: number(from), to: number(to), by };
    say(&all, "14", change("632", "646", By::Number));
    say(&all, "9", change("71", "80", By::Points));
    say(&all, "12.7", change("71", "80", By::Percent));
    say(&[Differs], "9", change("0", "80", By::Percent));
    say(&[Differs], "9", Reason::Points { from: number("71"), to: number("80") });
    say(&[Agrees, Close, Impossible], "15", Reason::Before { from: 45, to: 52 });
    let before = official("children-in-care", Whose::Area(area::england()), 2022, "593");
    for first in [None, Some(number("594"))] {
        let reason = Reason::OfficialBefore { to: number("646"), official: before.clone(), first };
        say(&[Agrees, Differs], "14", reason);
    }
    say(&[CannotCheck], "85", Reason::Inconsistent { rise: number("9.0"), then: number("85") });
    say(&[Agrees, Differs], "47.6", Reason::Rate { count: 646, population: 135_700 });
    say(&[Differs], "69.5", Reason::Beside { own: number("69.5"), other: number("68") });
    say(&[Agrees, Differs], "2", Reason::Multiple { from: number("40"), to: number("64") });
    for official in [None, Some(indicator("children-in-care"))] {
        say(&[Differs], "640", Reason::Direction { from: number("646"), to: number("640"), official });
    }
    say(&[Agrees, Differs], "50", Reason::Fraction { count: 29, base: 58 });
    let counts = Amount::Counts { numerator: 51, denominator: 646 };
    for (id, amount) in [
        ("three-or-more-placements", counts),
        ("three-or-more-placements", Amount::Value(number("7.9"))),
        ("children-in-care", Amount::Value(number("1646"))),
    ] {
        let own = Own { indicator: indicator(id), period: Some(Period::Year(2023)), amount };
        say(&[Agrees], "7.9", Reason::Own { own: own.clone(), official: None });
        say(&[Differs], "8.1", Reason::Own { own, official: Some(number("9")) });
    }
    let stability = |whose, year, value| official("long-term-stability", whose, year, value);
    let is = |whose| Reason::Official { official: stability(whose, 2023, "68"), is_of: None };
    say(&all, "71", is(england));
    say(&[Differs], "71", is(neighbours(Average::Median)));
    say(&[Differs], "71", is(neighbours(Average::Mean)));
    let of = |is_of| Reason::Official { official: stability(england, 2023, "68"), is_of: Some(is_of) };
    say(&[Agrees], "69", of(stability(england, 2023, "69")));
    say(&[Stale], "71", of(stability(england, 2022, "71")));
    say(&[Swapped], "9", of(official("three-or-more-placements", england, 2023, "9")));
    let range =
        Reason::Range { official: stability(england, 2023, "68"), low: number("52"), high: number("85") };
    say(&[Impossible], "92", range);
    say(&[CannotCheck], "4", Reason::NoOfficial(indicator("long-term-stability")));
    for (rank, end, among) in [
        (4, End::Highest, neighbours(Average::Median)),
        (1, End::Lowest, england),
        (2, End::Highest, Whose::Area(area::by_name("East of England").expect("it is a region"))),
    ] {
        let indicator = indicator("long-term-stability");
        say(&[Agrees, Differs], "3", Reason::Rank { rank, of: 11, end, among, indicator, year: 2023 });
    }
    let weeks = |count| Duration { count, unit: TimeUnit::Weeks };
    for allowed in [vec![weeks(6)], vec![weeks(6), Duration { count: 1, unit: TimeUnit::Months }]] {
        let duty: &'static Duty = Box::leak(Box::new(Duty { words: Vec::new(), allowed, due: "visits" }));
        say(&[Agrees, Differs], "6", Reason::Duty(duty));
    }
    insta::assert_snapshot!(said);
}
