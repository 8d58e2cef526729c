//! Comparators beyond the usual ones.

use corporate_parenting_calculator::area::{self, Area, CouncilType};
use corporate_parenting_calculator::chart::Ink;
use corporate_parenting_calculator::compare::{
    Choices, ComparatorKind, Comparison, ENGLAND, FURTHER, Members, Name, RankScope, Row, SAME_TYPE, USUAL,
    scorecard,
};
use corporate_parenting_calculator::number::{Exact, median};
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::published::{self, Published};
use corporate_parenting_calculator::read::read;
use corporate_parenting_calculator::words::comparator::comparator_name;
use corporate_parenting_calculator::words::sentence::sentence;

/// One council chosen by hand: Norfolk.
static BY_HAND: ComparatorKind = ComparatorKind {
    id: "by-hand",
    title: "A council of your choice",
    mark: "C",
    ink: Ink::Others,
    rank_scope: RankScope::None,
    find: |_, _| {
        let area = area::by_code("926")?;
        let name = Name { label: area.name, short: area.name, in_sentence: area.name.into() };
        Some((name, Members::Area(area)))
    },
};

/// Every council in London, with a rank among them.
static LONDON: ComparatorKind = ComparatorKind {
    id: "london",
    title: "London",
    mark: "L",
    ink: Ink::Second,
    rank_scope: RankScope::Members,
    find: |_, _| {
        let area = area::by_code("E12000007")?;
        let name = Name { label: area.name, short: area.name, in_sentence: area.name.into() };
        Some((name, Members::Area(area)))
    },
};

fn row(council: &str, text: &str, also: &[&'static ComparatorKind]) -> Row {
    let period = Period::parse("2023").ok();
    let choices =
        Choices { council: area::by_code(council), period, also: also.into(), ..Choices::default() };
    scorecard(&read(text).figures(), &choices).rows[0].clone()
}

fn beside<'a>(row: &'a Row, kind: &ComparatorKind) -> &'a Comparison {
    let found = row.comparisons.iter().find(|comparison| comparison.with.kind == kind);
    found.unwrap_or_else(|| panic!("not compared with {}", kind.id))
}

fn official(indicator: &str, area: &'static Area) -> Option<Exact> {
    let indicator = corporate_parenting_calculator::indicator::by_id(indicator)?;
    Some(Published::default().official(indicator, area, 2023)?.value.ok()?.into())
}

#[test]
fn every_comparator_has_an_id_and_a_mark_of_its_own() {
    let all: Vec<&ComparatorKind> = USUAL.into_iter().chain(FURTHER).collect();
    for (position, kind) in all.iter().enumerate() {
        assert_eq!(ComparatorKind::by_id(kind.id), Some(*kind));
        assert!(
            all[..position].iter().all(|other| other.id != kind.id && other.mark != kind.mark),
            "{kind:?}"
        );
    }
}

#[test]
fn every_council_has_a_type_and_no_other_area() {
    for area in area::all() {
        assert_eq!(area.council_type.is_some(), area.level == area::Level::Council, "{}", area.name);
    }
}

#[test]
fn councils_of_the_same_type_are_compared_by_their_median() {
    let row = row("873", "Three or more placements: 51 of 646", &[&SAME_TYPE]);
    let comparison = beside(&row, &SAME_TYPE);
    let counties: Vec<&Area> = area::councils()
        .filter(|area| area.council_type == Some(CouncilType::County) && published::existed(area, 2023))
        .collect();
    let values: Vec<Exact> =
        counties.iter().filter_map(|area| official("three-or-more-placements", area)).collect();
    let compared = comparison.outcome.as_ref().ok();
    assert_eq!(compared.map(|compared| compared.value), median(&values));
    assert_eq!(compared.and_then(|compared| compared.members), Some((values.len(), counties.len())));
    assert_eq!(
        comparator_name(&comparison.with, compared),
        format!("County councils (median of {})", counties.len())
    );
    assert!(sentence(&row).contains(&format!("the median of {} county councils", counties.len())));
    let rank = row.position.as_ref().ok().and_then(|position| position.beside(&SAME_TYPE));
    // Each of the others, and the council's own figure in place of its official one.
    assert_eq!(rank.map(|rank| rank.of + rank.without), Some(counties.len()));
}

#[test]
fn a_comparator_is_defined_in_one_place() {
    let row = row("873", "Three or more placements: 51 of 646", &[&BY_HAND, &LONDON]);
    let ids: Vec<&str> = row.comparisons.iter().map(|comparison| comparison.with.kind.id).collect();
    assert_eq!(ids, ["england", "region", "neighbours", "by-hand", "london"]);
    let value = |kind| beside(&row, kind).outcome.as_ref().ok().map(|compared| compared.value);
    assert_eq!(
        value(&BY_HAND),
        area::by_code("926").and_then(|area| official("three-or-more-placements", area))
    );
    assert_eq!(
        value(&LONDON),
        area::by_code("E12000007").and_then(|area| official("three-or-more-placements", area))
    );
    let position = row.position.as_ref().ok();
    assert_eq!(position.and_then(|position| position.beside(&BY_HAND)), None);
    let in_london = area::councils().filter(|area| area.region == Some("E12000007")).count();
    assert_eq!(
        position.and_then(|position| position.beside(&LONDON)).map(|rank| rank.of + rank.without),
        Some(in_london + 1)
    );
    assert!(sentence(&row).contains("Norfolk ("), "{}", sentence(&row));
}

#[test]
fn a_comparator_is_compared_with_once() {
    let row = row("873", "Three or more placements: 51 of 646", &[&SAME_TYPE, &ENGLAND, &SAME_TYPE]);
    let ids: Vec<&str> = row.comparisons.iter().map(|comparison| comparison.with.kind.id).collect();
    assert_eq!(ids, ["england", "region", "neighbours", "same-type"]);
}

#[test]
fn an_average_without_a_council_is_not_compared_with() {
    let choices = Choices { also: [&SAME_TYPE].map(|kind| kind as &_).into(), ..Choices::default() };
    let card = scorecard(&read("Three or more placements: 51 of 646").figures(), &choices);
    let ids: Vec<&str> = card.rows[0].comparisons.iter().map(|comparison| comparison.with.kind.id).collect();
    assert_eq!(ids, ["england"]);
}

#[test]
fn any_council_can_be_compared_with() {
    let norfolk = ComparatorKind::by_id("926").expect("Norfolk is a council");
    let row = |council| row(council, "Three or more placements: 51 of 646", &[norfolk]);
    let value = beside(&row("873"), norfolk).outcome.as_ref().ok().map(|compared| compared.value);
    assert_eq!(value, norfolk.council().and_then(|area| official("three-or-more-placements", area)));
    // Nobody is compared with itself.
    assert!(row("926").comparisons.iter().all(|comparison| comparison.with.kind != norfolk));
    assert!(area::councils().all(|council| ComparatorKind::of_council(council).is_some()));
    assert_eq!(ComparatorKind::by_id("E92000001"), None);
}
