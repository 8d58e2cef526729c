//! Comparators beyond the usual ones.

use std::rc::Rc;

use corporate_parenting_calculator::area::{self, Area, CouncilType};
use corporate_parenting_calculator::chart::{For, Ink};
use corporate_parenting_calculator::compare::{
    Choices, ComparatorKind, Comparison, ENGLAND, FURTHER, Members, Name, RankScope, Row, SAME_TYPE,
    Standing, USUAL, Verdict, Way, profile, scorecard,
};
use corporate_parenting_calculator::figure::{Amount, Figure};
use corporate_parenting_calculator::indicator;
use corporate_parenting_calculator::number::{Exact, median};
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::published::{self, Published};
use corporate_parenting_calculator::read::read;
use corporate_parenting_calculator::report::charts_of;
use corporate_parenting_calculator::words::comparator::comparator_name;
use corporate_parenting_calculator::words::sentence::sentence;
use corporate_parenting_calculator::words::standing::ours_beside;

use crate::common::table;

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
fn a_council_is_made_of_itself() {
    let council = area::by_code("873").expect("a council");
    assert_eq!(Members::Area(council).councils(), [council]);
    let region = council.region_area().expect("it lies in one");
    assert!(Members::Area(region).councils().contains(&council));
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

/// Each council that was chosen has the colour of its turn, the same in both charts of a row; the council itself has no turn.
#[test]
fn chosen_councils_have_their_inks_in_every_chart() {
    let also: Rc<[&'static ComparatorKind]> =
        ["926", "873", "935", "919"].into_iter().filter_map(ComparatorKind::by_id).collect();
    let choices = Choices { council: area::by_code("873"), also, ..Choices::default() };
    let card = profile(&choices);
    let row = card.rows.iter().find(|row| row.indicator.id == "three-or-more-placements");
    let row = row.expect("it is published");
    let inks: Vec<(&str, Ink)> = row
        .comparisons
        .iter()
        .filter(|each| each.with.kind.is_of_council())
        .map(|each| (each.with.name.label, each.with.ink))
        .collect();
    let of_turn = [("Norfolk", 0), ("Suffolk", 1), ("Hertfordshire", 2)];
    assert_eq!(inks, of_turn.map(|(name, turn)| (name, Ink::Chosen(turn))));
    let charts = charts_of(row, &[], &choices);
    assert_eq!(charts.len(), 2);
    // Its last five years are there for the line of the row, as the chart has them; those of England and averages are not.
    let last = row.period.map_or(0, Period::year);
    for each in &row.comparisons {
        let years: Vec<Period> = each.past.iter().map(|(period, _)| *period).collect();
        let five: Vec<Period> = (last - 4..=last).map(Period::Year).collect();
        assert_eq!(years, if each.with.kind.is_of_council() { five } else { Vec::new() });
        let newest = each.outcome.as_ref().ok().map(|compared| compared.value);
        assert!(each.past.last().is_none_or(|(_, value)| Some(*value) == newest));
    }
    for chart in charts {
        let drawn = chart.picture.to_svg("", "", For::Page("chart"));
        for (name, ink) in &inks {
            assert!(drawn.contains(&format!("fill-{}", ink.name())), "{name} in {}", chart.id);
        }
        // The own line is the strongest.
        let widths = drawn.split("stroke-width=\"").skip(1).filter_map(|rest| {
            let (width, rest) = rest.split_once('"')?;
            let class = rest.split_once("class=\"stroke-")?.1.split_once('"')?.0;
            Some((width.parse::<f64>().ok()?, class.to_owned()))
        });
        let widths: Vec<(f64, String)> = widths.collect();
        let own = widths.iter().filter(|(_, class)| class == "own").map(|(width, _)| *width).reduce(f64::min);
        let others = widths.iter().filter(|(_, class)| class != "own").map(|(width, _)| *width);
        assert!(own.is_none_or(|own| others.fold(0.0, f64::max) < own));
    }
}

/// Beside a chosen council both figures are a matter of chance: what is clear there would be clear against the same value of
/// England, and not the other way round.
#[test]
fn a_chosen_council_is_judged_more_carefully_than_england() {
    let also: Rc<[&'static ComparatorKind]> =
        area::councils().filter_map(ComparatorKind::of_council).collect();
    let choices = Choices { council: area::by_code("873"), also, ..Choices::default() };
    let card = profile(&choices);
    let mut found: Vec<(Standing, &str)> = Vec::new();
    let mut same = 0;
    for row in card.rows.iter().filter(|row| row.judged_by == Way::Interval) {
        let Some(england) = row.england() else { continue };
        for each in row.comparisons.iter().filter(|each| each.with.kind.is_of_council()) {
            let Ok(compared) = &each.outcome else { continue };
            let standing = row.standing_beside(compared);
            let is_same = compared.value == england.value && compared.year == england.year;
            if is_same {
                let is_open = matches!(compared.verdict, Verdict::Similar | Verdict::CannotSay(_));
                let is_careful = is_open || compared.verdict == england.verdict;
                assert!(is_careful, "{} {}", row.indicator.id, each.with.name.label);
                same += 1;
            }
            let pair = standing.map(|standing| (standing, ours_beside(row, compared)));
            found.extend(pair.filter(|pair| !found.contains(pair)));
        }
    }
    assert!(same > 20, "{same} have the value of England");
    for expected in [
        (Standing::Better, "ours better"),
        (Standing::Worse, "ours worse"),
        (Standing::Different, "ours lower"),
        (Standing::ByChance, "could be chance"),
        (Standing::FarByChance, "could be chance"),
        (Standing::AheadByChance, "could be chance"),
    ] {
        assert!(found.contains(&expected), "{expected:?} is not among {found:?}");
    }
}

/// Worked out apart from the program, by `tests/oracles/beside_councils.py`.
#[test]
fn beside_another_council_the_difference_of_the_two_is_tested() {
    for case in table("beside_councils.csv") {
        let [council, other] = ["council", "other"].map(|column| area::by_code(case.get(column)));
        let also = other.and_then(ComparatorKind::of_council).into_iter().collect();
        let indicator = indicator::by_id(case.get("indicator")).unwrap_or_else(|| panic!("{case}"));
        let period = Some(Period::Year(case.parse("year")));
        let amount =
            Amount::Counts { numerator: case.parse("numerator"), denominator: case.parse("denominator") };
        let figure =
            Figure { indicator: indicator.into(), area: None, period, amount, stated: None, place: None };
        let card = scorecard(&[figure], &Choices { council, period, also, ..Choices::default() });
        let mut beside = card.rows[0].comparisons.iter().filter(|each| each.with.kind.is_of_council());
        let compared = beside.next().and_then(|each| each.outcome.as_ref().ok());
        assert_eq!(compared.map(|compared| compared.verdict.id()), Some(case.get("verdict")), "{case}");
    }
}
