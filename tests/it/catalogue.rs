//! The catalogue, the names it is found by, areas, and the built-in official figures.

use std::fs;
use std::path::{Path, PathBuf};

use corporate_parenting_calculator::area::{self, Level, NeighbourModel, neighbours};
use corporate_parenting_calculator::indicator::{self, Kind, Match, Members, match_name};
use corporate_parenting_calculator::number::{Exact, mean, median};
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::published;
use corporate_parenting_calculator::words::text::first_sentence;

use crate::common::table;

#[test]
fn names_met_in_tables_are_found() {
    let mut wrong = Vec::new();
    for row in table("names.csv") {
        let found = match match_name(row.get("name"), row.get("context")) {
            Match::Exact(indicator) | Match::Close(indicator) => indicator.id.clone().into_owned(),
            Match::Numerator(indicator) => format!("numerator:{}", indicator.id),
            Match::Ambiguous(_) | Match::Unknown => "?".to_owned(),
        };
        if found != row.get("expected") {
            wrong.push(format!("{row}: {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// An ordinary scorecard as ten councils would head its rows. "Number of" a share is its numerator.
#[test]
fn the_rows_of_a_scorecard_are_found_in_every_manner() {
    const MANNERS: [&str; 10] =
        ["plain", "percent", "code", "short", "sentence", "old", "period", "service", "report", "typed"];
    let mut wrong = Vec::new();
    for row in table("manners.csv") {
        for manner in MANNERS {
            let found = match match_name(row.get(manner), "") {
                Match::Exact(indicator) | Match::Close(indicator) => indicator.id.to_string(),
                other => format!("{other:?}").chars().take(80).collect(),
            };
            if found != row.get("indicator") {
                wrong.push(format!("{}: {found}", row.get(manner)));
            }
        }
    }
    assert!(wrong.is_empty(), "{} not found:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_indicator_is_found_by_its_own_names() {
    for indicator in indicator::all() {
        assert_eq!(match_name(&indicator.id, ""), Match::Exact(indicator), "{}", indicator.id);
        assert_eq!(match_name(&indicator.title, ""), Match::Exact(indicator), "{}", indicator.title);
        for alias in indicator.aliases.iter().filter(|alias| !alias.contains(" > ")) {
            match match_name(alias, "") {
                Match::Exact(found) => assert_eq!(found, indicator, "{alias}"),
                Match::Ambiguous(several) => assert!(several.contains(&indicator), "{alias}: {several:?}"),
                other => panic!("{alias}: {other:?}"),
            }
        }
    }
}

/// What stands on a page of a meeting says what is counted: one sentence, or two where the first has a few words only.
#[test]
fn a_definition_begins_with_what_is_counted() {
    for indicator in indicator::all() {
        let (whole, first) = (&*indicator.definition, first_sentence(&indicator.definition));
        assert!(whole.starts_with(first) && first.len() <= 230, "{}: {first}", indicator.id);
        assert!(first == whole || (first.ends_with('.') && first.len() >= 40), "{}: {first}", indicator.id);
    }
}

#[test]
fn every_indicator_is_fully_described() {
    assert_eq!(indicator::all().iter().filter(|indicator| indicator.is_published).count(), 134);
    for indicator in indicator::all() {
        let id = &indicator.id;
        for text in
            [&indicator.title, indicator.unit, indicator.numerator, &indicator.definition, indicator.source]
        {
            assert!(!text.trim().is_empty(), "{id}");
        }
        assert_eq!(indicator.kind.scale() == Some(100), indicator.unit == "%", "{id}");
        assert!(indicator.kind.scale().is_none() || !indicator.denominator.is_empty(), "{id}");
        // Only of staff there are parts: full-time equivalents.
        let is_of_staff = indicator.counts.members == Members::Staff;
        assert!(indicator.kind != Kind::Count || indicator.decimals == 0 || is_of_staff, "{id}");
        for note in indicator.notes {
            assert!(Period::parse(note.period).is_ok(), "{id}: {}", note.period);
            assert!(note.text.ends_with('.'), "{id}: {}", note.text);
        }
    }
}

#[test]
fn areas_are_found_by_code_and_by_any_usual_name() {
    let cases = [
        ("873", "Cambridgeshire"),
        ("E10000003", "Cambridgeshire"),
        ("Cambridgeshire County Council", "Cambridgeshire"),
        ("BRISTOL", "Bristol, City of"),
        ("Bristol City Council", "Bristol, City of"),
        ("London Borough of Barnet", "Barnet"),
        ("St Helens", "St. Helens"),
        ("Yorkshire and the Humber", "Yorkshire and The Humber"),
        ("East of England", "East of England"),
        ("Eastern region", "East of England"),
        ("north-western region", "North West"),
        ("South Eastern", "South East"),
        ("Yorkshire & Humberside", "Yorkshire and The Humber"),
        ("England", "England"),
        ("Hammersmith & Fulham", "Hammersmith and Fulham"),
    ];
    for (text, name) in cases {
        let found = area::by_code(text).or_else(|| area::by_name(text)).map(|area| area.name);
        assert_eq!(found, Some(name), "{text}");
    }
    for area in area::all() {
        assert_eq!(area::by_name(area.name).map(|found| found.code), Some(area.code), "{}", area.name);
    }
    for nonsense in ["", "Atlantis", "Council", "County", "Region", "Midlands", "Western"] {
        assert_eq!(area::by_name(nonsense), None, "{nonsense}");
    }
    assert!(
        area::councils().all(|council| council.level == Level::Council && council.region_area().is_some())
    );
}

#[test]
fn cambridgeshire_has_the_neighbours_of_each_model() {
    let names = |model| -> Vec<&str> {
        area::by_code("873")
            .zip(NeighbourModel::by_id(model))
            .map(|(council, model)| neighbours(council, model))
            .into_iter()
            .flatten()
            .map(|area| area.name)
            .collect()
    };
    assert_eq!(
        names("2025"),
        [
            "Oxfordshire",
            "Hertfordshire",
            "Buckinghamshire",
            "South Gloucestershire",
            "Warwickshire",
            "Gloucestershire",
            "West Sussex",
            "Central Bedfordshire",
            "Hampshire",
            "West Berkshire",
        ]
    );
    assert_eq!(
        names("2021"),
        [
            "Oxfordshire",
            "Gloucestershire",
            "Hampshire",
            "Bath and North East Somerset",
            "Wiltshire",
            "West Sussex",
            "West Berkshire",
            "Hertfordshire",
            "Worcestershire",
            "Warwickshire",
        ]
    );
}

/// Worked out apart from the program, by `tests/oracles/neighbour_averages.py`.
#[test]
fn averages_of_neighbours_agree_with_an_independent_computation() {
    let fraction = |text: &str| {
        let (numerator, denominator) = text.split_once('/').unwrap_or((text, "1"));
        numerator.parse().ok().zip(denominator.parse().ok()).and_then(|(n, d)| Exact::new(n, d))
    };
    for row in table("neighbour-averages.csv") {
        let (Some(council), Some(model), Some(indicator)) = (
            area::by_code(row.get("council")),
            NeighbourModel::by_id(row.get("model")),
            indicator::by_id(row.get("indicator")),
        ) else {
            panic!("{row}");
        };
        let official = |area: &&'static area::Area| published::official(indicator, area, row.parse("year"));
        let values: Vec<Exact> = neighbours(council, model)
            .iter()
            .filter_map(official)
            .filter_map(|official| official.value.ok())
            .map(Exact::from)
            .collect();
        assert_eq!(values.len(), row.parse::<usize>("count"), "{row}");
        assert_eq!(mean(&values), fraction(row.get("mean")), "{row}");
        assert_eq!(median(&values), fraction(row.get("median")), "{row}");
    }
}

#[test]
fn councils_lived_when_they_did() {
    let (first, newest) = (published::first_year(), published::latest_year());
    let cases = [
        ("Cambridgeshire", (first, newest)),
        ("Cumbria", (first, 2023)),
        ("Cumberland", (2024, newest)),
        ("Northamptonshire", (first, 2021)),
        ("Bournemouth, Christchurch and Poole", (2020, newest)),
        ("City of London", (first, newest)),
    ];
    for (name, years) in cases {
        assert_eq!(area::by_name(name).and_then(published::life), Some(years), "{name}");
    }
}

/// Code names an indicator by `indicator::ids`, which the build makes of the catalogue.
#[test]
fn no_id_is_a_text_in_the_source() {
    fn texts(folder: &Path) -> Vec<(PathBuf, String)> {
        let entries = fs::read_dir(folder).expect("the folder can be read");
        let paths = entries.map(|entry| entry.expect("the entry can be read").path());
        paths
            .flat_map(|path| match fs::read_to_string(&path) {
                // The examples in doc comments name indicators as a caller does.
                Ok(text) => {
                    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
                    vec![(path, code.collect::<Vec<_>>().join("\n"))]
                }
                Err(_) => texts(&path),
            })
            .collect()
    }
    let source = texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    assert!(source.len() > 100);
    for indicator in indicator::all() {
        let written = format!("\"{}\"", indicator.id);
        let found: Vec<&PathBuf> =
            source.iter().filter(|(_, text)| text.contains(&written)).map(|(path, _)| path).collect();
        assert!(found.is_empty(), "{written} is in {found:?}");
    }
}
