//! Official figures as they were known, and those of the council itself.

use corporate_parenting_calculator::area;
use corporate_parenting_calculator::compare::{CannotSay, Choices, Of, Row, Scorecard, Verdict, series};
use corporate_parenting_calculator::figure::Amount;
use corporate_parenting_calculator::indicator;
use corporate_parenting_calculator::number::{Decimal, Exact, wilson};
use corporate_parenting_calculator::published::{Official, Published, Release, Revision, Value};
use corporate_parenting_calculator::words::figure::figure_text;

use crate::common::{card, choices, table};

#[test]
fn official_figures_are_as_they_were_known() {
    for case in table("known.csv") {
        let published = Published::default().as_known(case.get("known").parse().ok());
        let card = card(case.get("paste"), &Choices { published, ..choices(case.get("period")) });
        let Some(row) = card.rows.first() else { panic!("{case}") };
        let england = row.england().map(|england| {
            let older = if england.is_older { " older" } else { "" };
            let revision = match england.revision {
                Some(Revision::First(first)) => format!("first {first}"),
                Some(Revision::Now(now)) => format!("now {now}"),
                None => String::new(),
            };
            (format!("{}, {}{older}", england.shown, england.year), revision)
        });
        let expected = (case.get("england").to_owned(), case.get("revision").to_owned());
        assert_eq!(england.unwrap_or_default(), expected, "{case}");
        assert_eq!(row.known, case.get("known").parse().ok(), "{case}");
    }
}

/// A council's own published figure is as exact as its counts, and shown as published.
#[test]
fn official_figures_of_a_council_are_as_exact_as_their_counts() {
    let indicator = |id: &str| indicator::by_id(id).unwrap_or_else(|| panic!("no indicator {id}"));
    let of_2023 = |id: &str| {
        let series = series(indicator(id), &[], &choices("2023"));
        let own = series.official.iter().find(|line| matches!(line.of, Of::Council(_)));
        let found = own.and_then(|line| line.values.iter().find(|each| each.year == 2023)).copied();
        found.unwrap_or_else(|| panic!("no {id}"))
    };
    let placements = of_2023("three-or-more-placements");
    assert_eq!(Some(placements.value), Exact::scaled(56, 632, 100));
    assert_eq!(placements.shown, Decimal::new(9, 0));
    assert_eq!(placements.interval, wilson(56, 632));
    // A number has no counts of which it is part.
    let children = of_2023("children-in-care");
    assert_eq!(children.value, children.shown.into());
}

/// Counts count only where they are whole and give what was published.
#[test]
fn an_official_amount_is_that_of_counts_only_where_they_give_it() {
    let placements = indicator::by_id("three-or-more-placements").unwrap_or_else(|| panic!("no indicator"));
    let published = Decimal::new(9, 0);
    let cases = [
        (
            Some((Decimal::new(560, 1), Decimal::new(632, 0))),
            Amount::Counts { numerator: 56, denominator: 632 },
        ),
        (Some((Decimal::new(565, 1), Decimal::new(632, 0))), Amount::Value(published)),
        (Some((Decimal::new(50, 0), Decimal::new(632, 0))), Amount::Value(published)),
        (Some((Decimal::new(0, 0), Decimal::new(0, 0))), Amount::Value(published)),
        (None, Amount::Value(published)),
    ];
    for (counts, amount) in cases {
        let official = Official { value: Ok(published), counts, revision: None, file: None };
        assert_eq!(official.amount(placements), amount, "{counts:?}");
    }
}

#[test]
fn a_published_figure_of_our_own_that_differs_is_found() {
    let text = "Children in care: 646\nThree or more placements: 51 of 646\nLong-term stability: 162 of 233\nCare leavers \
                aged 17 to 18 in touch with the council: 86 of 98\nReview health assessments on time: 231 of 248";
    let differs = |card: &Scorecard| -> Vec<String> {
        let differs = card.rows.iter().filter_map(|row| row.differs.as_ref());
        differs.map(|differs| format!("{} {} {}", differs.year, differs.shown, differs.difference)).collect()
    };
    assert_eq!(
        differs(&card(text, &choices("2023"))),
        ["2023 632 -14", "2023 9 1", "2023 69 -1", "2023 89 1"]
    );
    assert_eq!(differs(&card(text, &Choices { council: None, ..choices("2023") })), Vec::<String>::new());
    assert_eq!(differs(&card("Children in care: 646", &choices("2022-12"))), Vec::<String>::new());
    assert_eq!(differs(&card("Children in care: 646", &choices("2023-03"))).len(), 1);
    // 15.8 is published: the one stated is that, rounded; so is a share computed from other counts.
    assert_eq!(differs(&card("Average social worker caseload: 16", &choices("2023"))), Vec::<String>::new());
    assert_eq!(differs(&card("Average social worker caseload: 17", &choices("2023"))).len(), 1);
    assert_eq!(differs(&card("Three or more placements: 57 of 640", &choices("2023"))), Vec::<String>::new());
}

/// A rate that is implied by an official number and rate, and what may be said of it.
#[test]
fn an_implied_rate_is_known_within_limits_only() {
    let implied = |official_rate: i64| {
        let value = |id: &str, units: i64| {
            Some(Value {
                indicator: indicator::by_id(id)?,
                area: area::by_code("873")?,
                year: 2030,
                value: Ok(Decimal::new(units, 0)),
                counts: None,
            })
        };
        let values = [value("children-in-care", 500), value("children-in-care-rate", official_rate)];
        let release = Release { file: String::new(), values: values.into_iter().flatten().collect() };
        let choices = Choices { published: Published::default().with(release), ..choices("2030") };
        card("Children in care: 510", &choices).rows.into_iter().nth(1)
    };
    // A rate of none implies nothing: that of an earlier year is taken.
    let year = |row: Option<Row>| row.and_then(|row| row.estimate).map(|estimate| estimate.year);
    assert_eq!((year(implied(0)), year(implied(40))), (Some(2025), Some(2030)));
    let Some(row) = implied(40) else { panic!("a rate is implied") };
    assert_eq!(row.value, Exact::new(510 * 40, 500));
    assert_eq!(
        (row.position, row.verdict),
        (Err(CannotSay::Estimated), Verdict::CannotSay(CannotSay::Estimated))
    );
    assert_eq!(row.estimate.map(|estimate| estimate.low), Exact::new(510 * 79, 1_000));
    // With the population the rate is exact; as many children in care as there are is the most there can be.
    let with = |population| {
        let card =
            card("Children in care: 510", &Choices { population: Some(population), ..choices("2023") });
        card.rows.get(1).map(figure_text)
    };
    assert_eq!(with(510).as_deref(), Some("10,000.0"));
    assert_eq!(with(509), None);
    assert_eq!(with(0).as_deref(), Some("about 37"));
}
