//! Where numbers come from: of random rows, each number is worked out again from what its trail says, by other code than the
//! program's, and must come to what is shown.

use std::collections::BTreeMap;

use corporate_parenting_calculator::area;
use corporate_parenting_calculator::compare::{
    Average, Choices, Gap, Number, Operand, Origins, Quartile, Row, SAME_TYPE, Step, Target, Trail, profile,
    scorecard, trails,
};
use corporate_parenting_calculator::figure::Amount;
use corporate_parenting_calculator::indicator::{self, Good, Kind, Measure};
use corporate_parenting_calculator::number::{Decimal, Exact};
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::read::read;
use corporate_parenting_calculator::words::figure::{counts_in_line, interval_text, value_text};
use corporate_parenting_calculator::words::trail::{line, text};

use crate::common::{card, choices};

/// A sequence of numbers that is the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % end
    }
}

/// A fraction; its denominator is above 0.
#[derive(Clone, Copy, Debug)]
struct Fraction(i128, i128);

impl Fraction {
    fn of(decimal: Decimal) -> Self {
        Self(decimal.units().into(), 10_i128.pow(decimal.decimals().into()))
    }

    fn less(self, other: Self) -> Self {
        Self(self.0 * other.1 - other.0 * self.1, self.1 * other.1)
    }

    /// In units of the last decimal, halves away from zero.
    fn units(self, decimals: u8) -> i64 {
        let scaled = self.0.abs() * 10_i128.pow(decimals.into());
        let up = (2 * scaled + self.1) / (2 * self.1);
        i64::try_from(up * self.0.signum()).expect("small")
    }

    fn is(self, exact: Exact) -> bool {
        Exact::new(self.0, self.1) == Some(exact)
    }
}

#[track_caller]
fn same(value: Fraction, shown: Decimal, of: &Trail) {
    assert_eq!(value.units(shown.decimals()), shown.units(), "{of:?}");
}

fn amount(amount: Amount, kind: Kind) -> Fraction {
    match amount {
        Amount::Counts { numerator, denominator } => Fraction(
            i128::from(numerator) * i128::from(kind.scale().expect("it has counts")),
            denominator.into(),
        ),
        Amount::Value(value) => Fraction::of(value),
        Amount::Withheld(_) => panic!("no number"),
    }
}

fn averaged(average: Average, values: &[Decimal]) -> Fraction {
    let unit = values.iter().map(|value| value.decimals()).max().expect("there are some");
    let mut units: Vec<i128> =
        values.iter().map(|value| value.units_at(unit).expect("small").into()).collect();
    units.sort_unstable();
    let (count, scale) = (units.len(), 10_i128.pow(unit.into()));
    match average {
        Average::Mean => Fraction(units.iter().sum(), scale * i128::try_from(count).expect("few")),
        Average::Median => Fraction(units[(count - 1) / 2] + units[count / 2], 2 * scale),
    }
}

/// The two-sided 95% point of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// The limits of Wilson's interval in percent, as solutions of its quadratic equation.
fn wilson(part: f64, whole: f64) -> [f64; 2] {
    let z2 = Z * Z;
    let share = part / whole;
    let (a, b, c) = (1.0 + z2 / whole, -2.0 * share - z2 / whole, share * share);
    let root = b.mul_add(b, -4.0 * a * c).max(0.0).sqrt();
    [(-b - root) / (2.0 * a) * 100.0, (-b + root) / (2.0 * a) * 100.0]
}

fn byar(count: f64) -> [f64; 2] {
    let limit = |x: f64, z: f64| {
        let root = 1.0 - 1.0 / (9.0 * x) + z / (3.0 * x.sqrt());
        x * root * root * root
    };
    [limit(count, -Z), limit(count + 1.0, Z)]
}

#[track_caller]
fn near(limits: [f64; 2], row: &Row) {
    let shown = row.interval.expect("there is an interval");
    let is_near = |a: f64, b: f64| (a - b).abs() < 1e-6 * b.abs().max(1.0);
    assert!(is_near(limits[0], shown.low) && is_near(limits[1], shown.high), "{limits:?} {shown:?}");
}

#[expect(clippy::cast_precision_loss, reason = "small counts")]
fn float(count: u64) -> f64 {
    count as f64
}

/// How many more or fewer bring a share to a value, and whether it is what the trail says.
fn closes(goal: Fraction, whole: u64, gap: Gap, row: &Row) {
    let Amount::Counts { numerator, denominator } = row.amount else { panic!("no counts") };
    assert_eq!(whole, denominator);
    // The share reaches the goal with this numerator, and not with one less far.
    let reaches = |numerator: i128| {
        let ahead = numerator * 100 * goal.1 - goal.0 * i128::from(whole);
        if row.indicator.good == Good::Low { ahead <= 0 } else { ahead >= 0 }
    };
    let step = if row.indicator.good == Good::Low { -1 } else { 1 };
    let then = i128::from(numerator) + i128::from(gap.children);
    assert!(reaches(then) && !reaches(then - step), "{gap:?}");
    assert_eq!(then, gap.numerator.into());
}

/// Works out the number of a trail again.
#[expect(clippy::too_many_lines, reason = "a list of steps")]
fn recompute(row: &Row, trail: &Trail, pasted: &[&str]) {
    let kind = row.indicator.kind;
    let comparison = |kind| {
        let found = row.comparisons.iter().find(|comparison| comparison.with.kind == kind);
        found.and_then(|comparison| comparison.outcome.as_ref().ok()).expect("it is compared")
    };
    let mut value: Option<Fraction> = None;
    for step in &trail.steps {
        match (trail.of, step) {
            (Number::Figure, Step::Divided { part, whole, scale, shown }) => {
                same(Fraction(i128::from(*part) * i128::from(*scale), (*whole).into()), *shown, trail);
                assert_eq!(row.shown, Some(*shown));
            }
            (Number::Figure, Step::Given(given)) => assert_eq!(row.shown, Some(*given)),
            (Number::Figure, Step::Withheld(symbol)) => assert_eq!(row.amount, Amount::Withheld(*symbol)),
            (Number::Counts, Step::Meaning { part, whole }) => {
                assert_eq!(row.amount, Amount::Counts { numerator: *part, denominator: *whole });
                // Only a share is so many of so many.
                let said = if kind == Kind::Share { format!("{part} of {whole}") } else { String::new() };
                assert_eq!(counts_in_line(row).replace(',', ""), said);
            }
            (Number::Interval, Step::Wilson { part, whole, interval }) => {
                near(wilson(float(*part), float(*whole)), row);
                assert!(text(row, trail).starts_with(&interval_text(&row.indicator, *interval)));
            }
            (Number::Interval, Step::Byar { count, per, .. }) if *count >= 10 => {
                let per = per.map_or(1.0, |(whole, scale)| f64::from(scale) / float(whole));
                near(byar(float(*count)).map(|limit| limit * per), row);
            }
            (Number::Change, Step::Subtracted { figure, other, shown }) => {
                let (Operand::Amount(figure), Operand::Amount(other)) = (figure, other) else {
                    panic!("{trail:?}")
                };
                assert_eq!(*figure, row.amount);
                same(amount(*figure, kind).less(amount(*other, kind)), *shown, trail);
                assert_eq!(row.change.as_ref().map(|change| change.shown), Some(*shown));
            }
            (Number::Comparator(with), Step::Given(given)) => {
                value = Some(Fraction::of(*given));
                assert_eq!(comparison(with).shown, *given);
            }
            (Number::Comparator(with), Step::Averaged { average, values, shown, without, .. }) => {
                let numbers: Vec<Decimal> = values.iter().map(|(value, _)| *value).collect();
                value = Some(averaged(*average, &numbers));
                same(averaged(*average, &numbers), *shown, trail);
                let compared = comparison(with);
                assert_eq!(compared.shown, *shown);
                assert_eq!(compared.members, Some((values.len(), values.len() + without)));
            }
            (Number::Target, Step::Given(given)) => value = Some(Fraction::of(*given)),
            (of, Step::Subtracted { figure, other, shown }) => {
                let (Operand::Amount(figure), Operand::Exact(other)) = (figure, other) else {
                    panic!("{trail:?}")
                };
                let value = value.expect("the value comes first");
                assert!(value.is(*other), "{trail:?}");
                same(amount(*figure, kind).less(value), *shown, trail);
                let expected = match of {
                    Number::Comparator(with) => comparison(with).shown_points,
                    _ => row.target.as_ref().expect("there is a target").shown_points,
                };
                assert_eq!(*shown, expected);
            }
            (_, Step::Closed { goal, whole, gap }) => {
                let value = value.expect("the value comes first");
                assert!(value.is(*goal), "{trail:?}");
                closes(value, *whole, *gap, row);
            }
            (Number::Rank(with), Step::Ranked { own, others, good, rank, .. }) => {
                same(amount(row.amount, kind), *own, trail);
                let unit = |value: &Decimal| value.units_at(own.decimals()).expect("small");
                let ahead = |value: &&Decimal| match good {
                    Good::Low => unit(value) < own.units(),
                    _ => unit(value) > own.units(),
                };
                assert_eq!(rank.rank, others.iter().filter(ahead).count() + 1);
                assert_eq!(rank.equal, others.iter().filter(|value| unit(value) == own.units()).count());
                assert_eq!(rank.of, others.len() + 1);
                let position = row.position.as_ref().expect("it has a place");
                assert_eq!(position.beside(with), Some(*rank));
            }
            (Number::Quarter, Step::Quartered { own, values, meets, quartile, .. }) => {
                quarter(row, (*own, values), *meets, *quartile);
            }
            (Number::OneChild, Step::Divided { part: 1, whole, scale, shown }) => {
                same(Fraction((*scale).into(), (*whole).into()), *shown, trail);
                assert!(text(row, trail).contains(&shown.to_string()));
            }
            (
                Number::Figure | Number::Change,
                Step::From(Origins::Place(place) | Origins::Children(place)),
            ) => {
                let read = if trail.of == Number::Figure {
                    row.amount
                } else {
                    row.change.as_ref().expect("it changed").before
                };
                let number = match read {
                    Amount::Counts { numerator, .. } => numerator.to_string(),
                    Amount::Value(value) => value.to_string(),
                    Amount::Withheld(symbol) => symbol.symbol().to_owned(),
                };
                let cells: Vec<&str> = pasted[place.row - 1].split('\t').collect();
                assert!(cells.contains(&&*number), "{number} is not in {cells:?}");
                assert!(row.population.is_some() || cells[0] == row.indicator.title);
            }
            (_, Step::From(_) | Step::Revised(_) | Step::Byar { .. }) => {}
            _ => panic!("{trail:?}"),
        }
    }
}

/// Works out the quartiles of type 7 and the quarter a value is in.
fn quarter(row: &Row, (own, values): (Decimal, &[Decimal]), meets: [Exact; 3], quartile: Quartile) {
    let unit = |value: Decimal| i128::from(value.units_at(own.decimals()).expect("small"));
    let mut units: Vec<i128> = values.iter().map(|value| unit(*value)).collect();
    units.sort_unstable();
    let meet = |quarters: usize| {
        let at = (units.len() - 1) * quarters;
        let (low, high) = (units[at / 4], units[(at / 4 + 1).min(units.len() - 1)]);
        4 * low + (high - low) * i128::try_from(at % 4).expect("small")
    };
    let found = [1, 2, 3].map(meet);
    let scale = 4 * 10_i128.pow(own.decimals().into());
    assert!(found.into_iter().zip(meets).all(|(found, meet)| Fraction(found, scale).is(meet)));
    let own = 4 * unit(own);
    let from_best = match row.indicator.good {
        Good::Low => found.iter().filter(|meet| own > **meet).count(),
        _ => found.iter().filter(|meet| own < **meet).count(),
    };
    assert_eq!(Quartile::ALL[from_best], quartile);
    assert_eq!(row.position.as_ref().ok().and_then(|position| position.quartile.ok()), Some(quartile));
}

/// A table of a council's measures for two years, and choices to compare it with.
fn table(random: &mut Random) -> (String, Choices) {
    let measures: Vec<&indicator::Indicator> = indicator::all()
        .iter()
        .filter(|indicator| {
            indicator.is_published && matches!(indicator.kind, Kind::Share | Kind::Rate | Kind::Count)
        })
        .collect();
    let councils: Vec<_> = area::councils().collect();
    let year = u16::try_from(2019 + random.below(7)).expect("a year");
    let mut rows = vec!["Indicator\tPeriod\tNumerator\tDenominator\tValue".to_owned()];
    let mut targets: Vec<(Measure, Target)> = Vec::new();
    for measure in &measures {
        if random.below(3) > 0 {
            continue;
        }
        for year in [year - 1, year] {
            let whole = 1 + random.below(900);
            let part = random.below(whole + 1);
            let cells = match (measure.kind, random.below(4)) {
                (_, 0) if random.below(4) == 0 => "\t\tc".to_owned(),
                (Kind::Share, 0) => format!("\t\t{}.{}", random.below(100), random.below(10)),
                (Kind::Share, _) => format!("{part}\t{whole}\t"),
                (Kind::Rate, 0) => format!("\t\t{}", 20 + random.below(100)),
                (Kind::Rate, _) => format!("{part}\t{}\t", 40_000 + random.below(90_000)),
                _ => format!("\t\t{part}"),
            };
            rows.push(format!("{}\t{year}\t{cells}", measure.title));
        }
        let value = Decimal::new(i64::try_from(random.below(1000)).expect("small"), 1);
        let target = Target::of(*measure, value, Decimal::new(2, 0)).ok().filter(|_| random.below(3) == 0);
        targets.extend(target.map(|target| (Measure::from(*measure), target)));
    }
    let average = if random.below(2) == 0 { Average::Median } else { Average::Mean };
    let chosen = Choices {
        council: Some(councils[random.below(councils.len())]),
        period: Some(Period::Year(year)),
        average,
        also: [&SAME_TYPE].into(),
        targets: targets.into(),
        ..Choices::default()
    };
    (rows.join("\n"), chosen)
}

#[test]
fn a_thousand_random_rows_come_to_what_is_shown() {
    let mut random = Random(16);
    let (mut rows, mut numbers) = (0, BTreeMap::<String, usize>::new());
    while rows < 1000 {
        let (pasted, chosen) = table(&mut random);
        let lines: Vec<&str> = pasted.lines().collect();
        let figures = read(&pasted).figures();
        for row in &scorecard(&figures, &chosen).rows {
            rows += 1;
            for trail in trails(row, &chosen) {
                recompute(row, &trail, &lines);
                assert!(!text(row, &trail).is_empty());
                *numbers.entry(trail.of.id()).or_default() += 1;
            }
        }
    }
    for of in [
        "figure",
        "counts",
        "interval",
        "change",
        "england",
        "region",
        "neighbours",
        "same-type",
        "rank-england",
        "rank-neighbours",
        "rank-same-type",
        "quarter",
        "target",
        "one-child",
    ] {
        assert!(numbers.get(of).is_some_and(|count| *count > 50), "{of}: {numbers:?}");
    }
}

#[test]
fn official_figures_come_to_what_is_shown() {
    for council in area::councils().step_by(9) {
        let chosen = Choices { council: Some(council), ..Choices::default() };
        for row in &profile(&chosen).rows {
            for trail in trails(row, &chosen) {
                recompute(row, &trail, &[]);
                let is_official = |step: &Step| matches!(step, Step::From(Origins::Official { area, .. }) if *area == Some(council));
                let is_own = matches!(trail.of, Number::Figure | Number::Change);
                assert!(!is_own || trail.steps.iter().any(is_official), "{trail:?}");
            }
        }
    }
}

/// Every number that a line shows has a trail.
#[test]
fn every_number_of_a_row_has_a_trail() {
    let mut random = Random(7);
    let (pasted, chosen) = table(&mut random);
    for row in &scorecard(&read(&pasted).figures(), &chosen).rows {
        let trails = trails(row, &chosen);
        let has = |of: Number| trails.iter().any(|trail| trail.of == of);
        assert!(has(Number::Figure));
        assert_eq!(has(Number::Counts), matches!(row.amount, Amount::Counts { .. }));
        assert_eq!(has(Number::Interval), row.interval.is_some());
        assert_eq!(has(Number::Change), row.change.is_some());
        assert_eq!(has(Number::Target), row.target.is_some());
        for comparison in &row.comparisons {
            let kind = comparison.with.kind;
            assert_eq!(has(Number::Comparator(kind)), comparison.outcome.is_ok());
            let rank = row.position.as_ref().ok().and_then(|position| position.beside(kind));
            assert_eq!(has(Number::Rank(kind)), rank.is_some());
        }
        let quarter = row.position.as_ref().is_ok_and(|position| position.quartile.is_ok());
        assert_eq!(has(Number::Quarter), quarter);
    }
}

/// The population that was typed is told of rates only.
#[test]
fn a_population_is_told_of_rates() {
    let choices = Choices { population: Some(100), ..choices("2023") };
    let tells = |text: &str| {
        let card = card(text, &choices);
        let row = card.rows.last().expect("there is one");
        let mut steps = trails(row, &choices).into_iter().flat_map(|trail| trail.steps);
        steps.any(|step| matches!(step, Step::From(Origins::OwnPopulation)))
    };
    assert!(tells("Children in care: 46"));
    assert!(!tells("Dental checks: 70 of 100"));
}

#[test]
fn words_trail() {
    let chosen = Choices {
        targets: [(
            Measure::from(indicator::by_id("care-leavers-17-18-in-touch").expect("it is in the catalogue")),
            Target { value: Decimal::new(97, 0), tolerance: Decimal::new(1, 0) },
        )]
        .into(),
        ..choices("2023")
    };
    let pasted = "Children in care: 646\nThree or more placements: 51 of 646\nChildren placed in foster care: 72.5%\n\
                  Care leavers aged 17 to 18 in touch: 86 of 98\nImmunisations\tc\nGood level of development: 3 of 8";
    let mut lines = Vec::new();
    for row in &card(pasted, &chosen).rows {
        lines.push(format!(
            "{} {}",
            row.indicator.title,
            row.shown.map(|shown| value_text(&row.indicator, shown)).unwrap_or_default()
        ));
        lines.extend(trails(row, &chosen).iter().map(|trail| format!("  {}", line(row, trail))));
    }
    insta::assert_snapshot!(crate::common::without_releases(&lines.join("\n")));
}
