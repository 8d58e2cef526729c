//! Disclosure control against somebody who tries every table of whole numbers that fits what is shown.
//!
//! The attacker shares nothing with the control: it knows the printed rows, why the others are hidden, and the laws
//! between the counts as a reader of the definitions would state them.

use corporate_parenting_calculator::disclose::{Disclosure, Reason, disclose};
use corporate_parenting_calculator::figure::{Amount, Figure};
use corporate_parenting_calculator::indicator;
use corporate_parenting_calculator::number::{Decimal, Exact};
use corporate_parenting_calculator::period::Period;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::common::table as cases;

/// A row of a table: an indicator and the positions of its counts. A number has no denominator.
struct Row {
    indicator: &'static str,
    period: Period,
    numerator: usize,
    denominator: Option<usize>,
}

/// What holds between counts, by position.
enum Law {
    /// The first is the sum of the others.
    Sum(usize, Vec<usize>),
    /// The others together are at most the first, and what they leave is a count of children if it is of one group.
    Within(usize, Vec<usize>, Left),
    /// The first are those counted in each of the others, which are parts of the last.
    Each(usize, Vec<usize>, usize),
}

#[derive(PartialEq)]
enum Left {
    Children,
    Others,
}

struct Table {
    truth: Vec<u64>,
    rows: Vec<Row>,
    laws: Vec<Law>,
}

/// How a row is given.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Style {
    Counts,
    Percentage(u8),
    Absent,
}

const YEAR: Period = Period::Year(2023);

fn row(indicator: &'static str, numerator: usize, denominator: usize) -> Row {
    Row { indicator, period: YEAR, numerator, denominator: Some(denominator) }
}

fn number(indicator: &'static str, numerator: usize) -> Row {
    Row { indicator, period: YEAR, numerator, denominator: None }
}

/// A part of `whole` by a random number.
fn part(whole: u64, random: u64) -> u64 {
    // Small parts are what this is about.
    if random.is_multiple_of(3) { (random / 3 % 6).min(whole) } else { random % (whole + 1) }
}

const KINDS: usize = 8;

/// A table of one kind with random numbers.
#[expect(clippy::too_many_lines, reason = "a list of kinds")]
fn table(kind: usize, random: &[u64]) -> Table {
    let base = 5 + random[0] % 8;
    match kind {
        0 => {
            let foster = part(base, random[1]);
            let in_house = part(foster, random[2]);
            let homes = part(base - foster, random[3]);
            Table {
                truth: vec![base, foster, in_house, foster - in_house, homes],
                rows: vec![
                    row("foster-placements", 1, 0),
                    row("in-house-foster-placements", 2, 0),
                    row("agency-foster-placements", 3, 0),
                    row("childrens-home-placements", 4, 0),
                ],
                laws: vec![Law::Sum(1, vec![2, 3]), Law::Within(0, vec![1, 4], Left::Others)],
            }
        }
        1 => {
            let inside = part(base, random[1]);
            let (timely, late) = (part(inside, random[2]), part(base - inside, random[3]));
            Table {
                truth: vec![base, inside, base - inside, timely, late, timely + late],
                rows: vec![
                    row("initial-health-assessments-on-time", 5, 0),
                    row("initial-health-assessments-on-time-in-county", 3, 1),
                    row("initial-health-assessments-on-time-out-of-county", 4, 2),
                ],
                laws: vec![Law::Sum(0, vec![1, 2]), Law::Sum(5, vec![3, 4])],
            }
        }
        2 => {
            let [reading, writing, maths] = [1, 2, 3].map(|place| base - part(base, random[place]));
            let most = reading.min(writing).min(maths);
            let least = (reading + writing + maths).saturating_sub(2 * base);
            let combined = least + part(most - least, random[4]);
            Table {
                truth: vec![base, reading, writing, maths, combined],
                rows: vec![
                    row("ks2-reading", 1, 0),
                    row("ks2-writing", 2, 0),
                    row("ks2-maths", 3, 0),
                    row("ks2-combined", 4, 0),
                ],
                laws: vec![
                    Law::Each(4, vec![1, 2, 3], 0),
                    Law::Within(1, vec![4], Left::Children),
                    Law::Within(2, vec![4], Left::Children),
                    Law::Within(3, vec![4], Left::Children),
                ],
            }
        }
        3 => {
            let unaccompanied = part(base, random[1]);
            let disabled = part(base, random[2]);
            Table {
                truth: vec![base, unaccompanied, base - unaccompanied, disabled],
                rows: vec![
                    number("children-in-care", 0),
                    number("unaccompanied-children", 1),
                    number("other-children-in-care", 2),
                    row("unaccompanied-children-share", 1, 0),
                    row("children-with-a-disability", 3, 0),
                ],
                laws: vec![Law::Sum(0, vec![1, 2])],
            }
        }
        4 => {
            let bases = [1, 2].map(|place| 1 + random[place] % 6);
            let timely = [0, 1].map(|place| part(bases[place], random[3 + place]));
            let quarter = |place: u8| Row {
                period: Period::Quarter(2023, place),
                ..row("reviews-on-time", 1 + usize::from(place), 4 + usize::from(place))
            };
            // The other two quarters have none.
            Table {
                truth: vec![
                    bases[0] + bases[1],
                    timely[0] + timely[1],
                    timely[0],
                    timely[1],
                    0,
                    bases[0],
                    bases[1],
                    3,
                ],
                rows: vec![quarter(1), quarter(2), row("reviews-on-time", 1, 0)],
                laws: vec![
                    Law::Within(0, vec![5, 6], Left::Others),
                    Law::Within(1, vec![2, 3], Left::Others),
                ],
            }
        }
        5 => {
            let completed = part(base, random[1]);
            let concern = part(completed, random[2]);
            Table {
                truth: vec![base, completed, concern],
                rows: vec![row("sdq-completed", 1, 0), row("sdq-cause-for-concern", 2, 1)],
                laws: vec![],
            }
        }
        6 => {
            let adopted = part(base, random[1]);
            let special = part(base - adopted, random[2]);
            let home = part(base - adopted - special, random[3]);
            Table {
                truth: vec![base, adopted, special, home],
                rows: vec![
                    number("adoptions", 1),
                    number("left-care", 0),
                    row("left-care-adopted", 1, 0),
                    row("left-care-special-guardianship", 2, 0),
                    row("left-care-returned-home-planned", 3, 0),
                ],
                laws: vec![Law::Within(0, vec![1, 2, 3], Left::Children)],
            }
        }
        _ => {
            let (far, outside) = (base - part(base, random[1]), base - part(base, random[2]));
            let least = (far + outside).saturating_sub(base);
            let both = least + part(far.min(outside) - least, random[3]);
            Table {
                truth: vec![base, far, outside, both],
                rows: vec![
                    row("placed-over-20-miles", 1, 0),
                    row("placed-outside-area", 2, 0),
                    row("placed-over-20-miles-outside", 3, 0),
                    number("children-in-care", 0),
                ],
                laws: vec![
                    Law::Each(3, vec![1, 2], 0),
                    Law::Within(1, vec![3], Left::Children),
                    Law::Within(2, vec![3], Left::Children),
                ],
            }
        }
    }
}

impl Row {
    fn stated(&self, values: &[u64], decimals: u8) -> Option<Decimal> {
        let whole = values[self.denominator?];
        Some(Exact::scaled(values[self.numerator], whole, 100)?.rounded(decimals))
    }

    fn figure(&self, values: &[u64], style: Style) -> Option<Figure> {
        let amount = match (style, self.denominator) {
            (Style::Absent, _) => return None,
            (Style::Percentage(decimals), Some(_)) => Amount::Value(self.stated(values, decimals)?),
            (_, None) => Amount::Value(Decimal::new(i64::try_from(values[self.numerator]).ok()?, 0)),
            (Style::Counts, Some(denominator)) if values[denominator] > 0 => {
                Amount::Counts { numerator: values[self.numerator], denominator: values[denominator] }
            }
            _ => return None,
        };
        let indicator = indicator::by_id(self.indicator)?;
        Some(Figure {
            indicator: indicator.into(),
            area: None,
            period: Some(self.period),
            amount,
            stated: None,
            place: None,
        })
    }
}

impl Row {
    /// What is shown of it where nothing is hidden.
    fn as_given(&self, values: &[u64], style: Style) -> Seen {
        match (style, self.denominator) {
            (Style::Percentage(decimals), Some(_)) => {
                self.stated(values, decimals).map_or(Seen::Nothing, Seen::Percentage)
            }
            (_, whole) => Seen::Counts(values[self.numerator], whole.map(|position| values[position])),
        }
    }
}

/// What leaves: for each row what is shown of it, or why it is hidden.
#[derive(Debug, PartialEq)]
enum Seen {
    Nothing,
    Counts(u64, Option<u64>),
    Percentage(Decimal),
    Hidden(Reason),
}

fn seen(table: &Table, values: &[u64], styles: &[Style], threshold: u8) -> Vec<Seen> {
    let figures: Vec<Option<Figure>> =
        table.rows.iter().zip(styles).map(|(row, style)| row.figure(values, *style)).collect();
    let given: Vec<Figure> = figures.iter().flatten().cloned().collect();
    let disclosed = disclose(&given, None, None, Disclosure::default().with_threshold(threshold));
    let mut left = disclosed.figures.iter().zip(&disclosed.hidden);
    let see = |figure: &Option<Figure>| {
        let Some((shown, hidden)) = figure.as_ref().and_then(|_| left.next()) else { return Seen::Nothing };
        match (hidden, shown.amount) {
            (Some(reason), _) => Seen::Hidden(*reason),
            (None, Amount::Counts { numerator, denominator }) => Seen::Counts(numerator, Some(denominator)),
            (None, amount @ Amount::Value(value)) => match (shown.indicator.kind, amount.count()) {
                (indicator::Kind::Count, Some(count)) => Seen::Counts(count, None),
                _ => Seen::Percentage(value),
            },
            (None, Amount::Withheld(_)) => Seen::Nothing,
        }
    };
    figures.iter().map(see).collect()
}

struct Attacker<'a> {
    table: &'a Table,
    seen: &'a [Seen],
    threshold: u64,
    most: u64,
}

impl Law {
    /// The last of the counts it is about.
    fn last(&self) -> Option<usize> {
        match self {
            Self::Sum(total, parts) | Self::Within(total, parts, _) => parts.iter().chain([total]).max(),
            Self::Each(both, parts, base) => parts.iter().chain([both, base]).max(),
        }
        .copied()
    }
}

impl Attacker<'_> {
    /// Whether these values of the first counts are possible, if they are without the last.
    fn fits(&self, values: &[u64]) -> bool {
        let newest = values.len() - 1;
        let sum = |parts: &[usize]| parts.iter().map(|part| values[*part]).sum::<u64>();
        let small = |count: u64| (1..=self.threshold).contains(&count);
        let mut laws = self.table.laws.iter().filter(|law| law.last() == Some(newest));
        let keeps_laws = laws.all(|law| match law {
            Law::Sum(total, parts) => values[*total] == sum(parts),
            Law::Within(total, parts, _) => values[*total] >= sum(parts),
            Law::Each(both, parts, base) => {
                parts.iter().all(|part| values[*both] <= values[*part])
                    && values[*both] + (parts.len() as u64 - 1) * values[*base] >= sum(parts)
            }
        });
        keeps_laws
            && self.table.rows.iter().zip(self.seen).all(|(row, seen)| {
                if row.numerator.max(row.denominator.unwrap_or(0)) != newest {
                    return true;
                }
                let numerator = values[row.numerator];
                let denominator = row.denominator.map(|position| values[position]);
                if denominator.is_some_and(|denominator| denominator < numerator) {
                    return false;
                }
                match seen {
                    Seen::Counts(of, all) => numerator == *of && denominator == *all,
                    Seen::Percentage(value) => row.stated(values, value.decimals()) == Some(*value),
                    // A number may be small by what it leaves of the base of its share.
                    Seen::Hidden(Reason::Small) => denominator.is_none_or(|denominator| {
                        [numerator, denominator, denominator - numerator].into_iter().any(small)
                    }),
                    Seen::Nothing | Seen::Hidden(Reason::GivesAway) => true,
                }
            })
    }

    /// Calls `found` with every fitting table until it is satisfied.
    fn search(&self, values: &mut Vec<u64>, found: &mut impl FnMut(&[u64]) -> bool) -> bool {
        if values.len() == self.table.truth.len() {
            return found(values);
        }
        for value in 0..=self.most {
            values.push(value);
            if self.fits(values) && self.search(values, found) {
                return true;
            }
            values.pop();
        }
        false
    }
}

/// The counts of children of a table: given ones, and what is left of totals.
fn children(table: &Table, values: &[u64]) -> Vec<u64> {
    let mut counts = Vec::new();
    for row in &table.rows {
        counts.push(values[row.numerator]);
        if let Some(denominator) = row.denominator {
            counts.extend([values[denominator], values[denominator] - values[row.numerator]]);
        }
    }
    for law in &table.laws {
        if let Law::Within(total, parts, Left::Children) = law {
            counts.push(values[*total] - parts.iter().map(|part| values[*part]).sum::<u64>());
        }
    }
    counts
}

/// The small counts of children for which one value only fits what is shown of a table.
fn recovered(table: &Table, styles: &[Style], threshold: u8) -> Vec<u64> {
    recovered_of(table, &seen(table, &table.truth, styles, threshold), threshold)
}

/// The same of what may be shown.
fn recovered_of(table: &Table, seen: &[Seen], threshold: u8) -> Vec<u64> {
    let most = table.truth.iter().max().copied().unwrap_or(0) * 4;
    let attacker = Attacker { table, seen, threshold: u64::from(threshold), most };
    let truth = children(table, &table.truth);
    let mut open: Vec<usize> =
        (0..truth.len()).filter(|place| (1..=u64::from(threshold)).contains(&truth[*place])).collect();
    if open.is_empty() {
        return Vec::new();
    }
    let mut first: Option<Vec<u64>> = None;
    attacker.search(&mut Vec::new(), &mut |values| {
        let counts = children(table, values);
        let first = first.get_or_insert_with(|| counts.clone());
        open.retain(|place| counts[*place] == first[*place]);
        open.is_empty()
    });
    assert!(first.is_some(), "the truth fits what is shown");
    open.iter().map(|place| truth[*place]).collect()
}

/// The rows that are hidden because they would give another one away, and would not.
fn needless(table: &Table, styles: &[Style], threshold: u8) -> Vec<&'static str> {
    let hidden = seen(table, &table.truth, styles, threshold);
    let gives_nothing_away = |at: &usize| {
        let mut shown = seen(table, &table.truth, styles, threshold);
        shown[*at] = table.rows[*at].as_given(&table.truth, styles[*at]);
        hidden[*at] == Seen::Hidden(Reason::GivesAway) && recovered_of(table, &shown, threshold).is_empty()
    };
    (0..table.rows.len()).filter(gives_nothing_away).map(|at| table.rows[at].indicator).collect()
}

/// Tables in which a row more is hidden where one search, law or sum is left out.
#[test]
fn nothing_is_hidden_without_need() {
    for case in cases("needless.csv") {
        let style = |letter: char| match letter.to_digit(10).and_then(|decimals| u8::try_from(decimals).ok())
        {
            Some(decimals) => Style::Percentage(decimals),
            None if letter == 'c' => Style::Counts,
            None => Style::Absent,
        };
        let random: Vec<u64> = case.get("random").split(' ').map(|number| number.parse().unwrap()).collect();
        let table = table(case.parse("kind"), &random);
        let styles: Vec<Style> = case.get("styles").chars().map(style).collect();
        let threshold = case.parse("threshold");
        assert_eq!(recovered(&table, &styles, threshold), [0; 0], "{case}");
        assert_eq!(needless(&table, &styles, threshold), [""; 0], "{case}");
    }
}

fn styles() -> impl Strategy<Value = Vec<Style>> {
    let style = prop_oneof![
        4 => Just(Style::Counts),
        5 => (0_u8..3).prop_map(Style::Percentage),
        1 => Just(Style::Absent),
    ];
    let mixed = prop::collection::vec(style, 5);
    prop_oneof![5 => mixed, 1 => Just(vec![Style::Counts; 5])]
}

/// Rows given only as percentages, but for one or two that give the base.
fn percentages() -> impl Strategy<Value = Vec<Style>> {
    let style = prop_oneof![6 => (0_u8..3).prop_map(Style::Percentage), 1 => Just(Style::Counts)];
    prop::collection::vec(style, 5)
}

fn check(kind: usize, random: &[u64], styles: &[Style], threshold: u8) -> Result<(), TestCaseError> {
    let table = table(kind, random);
    let recovered = recovered(&table, styles, threshold);
    let seen = seen(&table, &table.truth, styles, threshold);
    prop_assert!(
        recovered.is_empty(),
        "{recovered:?} of {:?} given as {styles:?}, shown as {seen:?}",
        table.truth
    );
    Ok(())
}

/// Tables of which one of the laws alone, or one of the rows alone, gives nothing away.
#[test]
fn nothing_small_is_recovered_from_what_hangs_together() {
    use Style::{Absent, Counts, Percentage};
    let cases = [
        (0, [2469, 8632, 4972, 0, 0], [Absent, Counts, Counts, Counts, Counts]),
        (
            1,
            [2903, 6166, 2633, 6224, 0],
            [Counts, Percentage(0), Percentage(0), Percentage(0), Percentage(0)],
        ),
        (6, [526, 2035, 0, 476, 0], [Counts, Counts, Absent, Counts, Counts]),
    ];
    for (kind, random, styles) in cases {
        for threshold in 2..7 {
            check(kind, &random, &styles, threshold).unwrap();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 200, failure_persistence: None, rng_seed: RngSeed::Fixed(20), ..ProptestConfig::with_cases(200) })]

    /// No small count is the only one that fits.
    #[test]
    fn nothing_small_is_recovered(
        kind in 0..KINDS,
        random in prop::collection::vec(0_u64..10_000, 5),
        styles in styles(),
        threshold in 2_u8..7,
    ) {
        check(kind, &random, &styles, threshold)?;
    }

    #[test]
    fn nothing_small_is_recovered_from_percentages(
        kind in 0..KINDS,
        random in prop::collection::vec(0_u64..10_000, 5),
        styles in percentages(),
        threshold in 2_u8..7,
    ) {
        check(kind, &random, &styles, threshold)?;
    }
}
