//! Official figures as they were known, and those of the council itself.

use corporate_parenting_calculator::area;
use corporate_parenting_calculator::compare::{Age, Choices, Of, Scorecard, series};
use corporate_parenting_calculator::figure::Amount;
use corporate_parenting_calculator::indicator;
use corporate_parenting_calculator::number::{Decimal, Exact, wilson};
use corporate_parenting_calculator::published::{self, Official, Published, Release, Revision, Value};
use corporate_parenting_calculator::words::figure::figure_text;

use crate::common::{card, choices, table};

#[test]
fn official_figures_are_as_they_were_known() {
    for case in table("known.csv") {
        let published = Published::default().as_known(case.get("known").parse().ok());
        let card = card(case.get("paste"), &Choices { published, ..choices(case.get("period")) });
        let Some(row) = card.rows.first() else { panic!("{case}") };
        let england = row.england().map(|england| {
            let older = if england.age == Age::Older { " older" } else { "" };
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
        ["2023 632 -14", "2023 46 -1.0", "2023 9 1.0", "2023 69 -0.5", "2023 89 0.9"]
    );
    assert_eq!(differs(&card(text, &Choices { council: None, ..choices("2023") })), Vec::<String>::new());
    assert_eq!(differs(&card("Children in care: 646", &choices("2022-12"))), Vec::<String>::new());
    assert_eq!(differs(&card("Children in care: 646", &choices("2023-03"))).len(), 2);
    // 15.8 is published: the one stated is that, rounded; so is a share computed from other counts.
    assert_eq!(differs(&card("Average social worker caseload: 16", &choices("2023"))), Vec::<String>::new());
    assert_eq!(differs(&card("Average social worker caseload: 17", &choices("2023"))).len(), 1);
    assert_eq!(differs(&card("Three or more placements: 57 of 640", &choices("2023"))), Vec::<String>::new());
}

/// The population of an opened file comes before those built in, and one that was not out yet is not known.
#[test]
fn populations_are_as_old_as_the_figures_in_use() {
    let of_file = |year: u16, population: i64| {
        let value = Value {
            indicator: indicator::by_id("children-in-care-rate")?,
            area: area::by_code("873")?,
            year,
            value: Ok(Decimal::new(40, 0)),
            counts: Some((Decimal::new(500, 0), Decimal::new(population, 0))),
        };
        Some(Published::default().with(Release { file: "rates.csv".to_owned(), values: vec![value] }))
    };
    let population = |published: Option<Published>, year: u16| {
        let council = area::by_code("873")?;
        let population = published.unwrap_or_default().population(council, year)?;
        Some((population.year, population.children, population.file.as_deref().map(str::to_owned)))
    };
    let later = published::latest_year() + 5;
    let file = Some("rates.csv".to_owned());
    assert_eq!(population(of_file(later, 125_000), later), Some((later, 125_000, file.clone())));
    assert_eq!(population(of_file(2023, 125_000), 2023), Some((2023, 125_000, file)));
    // Of nobody there is no rate.
    assert_eq!(population(of_file(later, 0), later), population(None, later));
    assert_eq!(population(None, 2023), Some((2023, 136_924, None)));
    assert_eq!(
        population(Some(Published::default().as_known(Some(2022))), 2023).map(|found| found.0),
        Some(2022)
    );
    assert_eq!(population(None, 2017), None);
    // As many children in care as there are is the most there can be.
    let with = |population| {
        let card =
            card("Children in care: 510", &Choices { population: Some(population), ..choices("2023") });
        card.rows.get(1).map(figure_text)
    };
    assert_eq!(with(510).as_deref(), Some("10,000.0"));
    assert_eq!(with(509), None);
    assert_eq!(with(0).as_deref(), Some("37.2"));
}
