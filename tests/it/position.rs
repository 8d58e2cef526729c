//! The place of a council among all and among its neighbours, and the quarters.

use corporate_parenting_calculator::area;
use corporate_parenting_calculator::compare::{Age, CannotSay, Choices, Distribution, NEIGHBOURS, Quartile};
use corporate_parenting_calculator::indicator::{self, ids};
use corporate_parenting_calculator::number::Decimal;
use corporate_parenting_calculator::published::{self, Published, Release, Value};

use crate::common::{card, choices, place};

#[test]
fn ranks_say_who_is_not_counted() {
    let position = place("care-leavers-17-18-in-touch", 2023, "873", "87.8");
    let told = position.and_then(|position| {
        let neighbours = position.beside(&NEIGHBOURS)?;
        Some((
            (neighbours.rank, neighbours.of, neighbours.is_joint(), neighbours.without),
            position.councils.of + position.councils.without,
        ))
    });
    // 152 councils in March 2023, of which the Isles of Scilly never had a child in care.
    assert_eq!(told, Some(((9, 10, false, 1), 151)));
    // 7.9% is not ahead of the 8% of others: it is one of them.
    let rank =
        |value| place("three-or-more-placements", 2023, "873", value).map(|position| position.councils);
    assert_eq!(rank("7.9"), rank("8"));
    assert_eq!(place("ks2-reading", 2020, "873", "50"), None);
    assert_eq!(place("children-in-care", 2023, "873", "646"), None);
}

/// An opened file with the figures of so many councils for 2030, 10% more each.
fn few_councils(indicator: &str, councils: usize) -> Published {
    let Some(indicator) = indicator::by_id(indicator) else { panic!("{indicator}") };
    let value = |(area, units): (&'static area::Area, i64)| Value {
        indicator,
        area,
        year: 2030,
        value: Ok(Decimal::new(units * 10, 0)),
        counts: None,
    };
    let others = area::councils().filter(|area| area.name != "Cambridgeshire");
    let values = others.zip(1..).take(councils).map(value).collect();
    Published::default().with(Release { file: "few.csv".to_owned(), values })
}

#[test]
fn quarters_need_the_figures_of_most_councils() {
    let Some(checks) = indicator::by_id("dental-checks") else { panic!("the catalogue has it") };
    let few = Err(CannotSay::FewCouncils);
    for (others, expected) in [(2, few), (3, few), (70, few), (100, Ok(Quartile::D))] {
        // The council itself, whose figure is entered, is one more.
        let choices = Choices { published: few_councils("dental-checks", others), ..choices("2030") };
        let card = card("Dental checks: 99%", &choices);
        assert_eq!(
            card.rows[0].position.as_ref().map(|position| position.quartile),
            Ok(expected),
            "{others}"
        );
    }
    let best = |councils| {
        let distribution = Distribution::of_year(&few_councils("dental-checks", councils), checks, 2030)?;
        assert_eq!(distribution.values().count(), councils);
        Some(distribution.best_quarter(checks.good).map(|value| value.rounded(2).to_string()))
    };
    assert_eq!(best(3), Some(None));
    assert_eq!(best(70), Some(None));
    assert_eq!(best(100), Some(Some("752.50".to_owned())));
    assert_eq!(best(0), None);
}

#[test]
fn an_older_year_has_ranks_that_say_so() {
    let newest = published::years(ids::CARE_LEAVERS_17_18_IN_TOUCH, area::england()).next_back();
    let after = published::latest_year() + 1;
    let place = place("care-leavers-17-18-in-touch", after, "873", "90");
    assert_eq!(place.map(|place| (place.year, place.age)), newest.map(|year| (year, Age::Older)));
}
