//! The built-in official figures, cell by cell against the tables they are made from, and those against each other.

use std::collections::HashMap;

use corporate_parenting_calculator::area::{self, Area, Level};
use corporate_parenting_calculator::figure::Withheld;
use corporate_parenting_calculator::indicator::{self, Indicator};
use corporate_parenting_calculator::number::Decimal;
use corporate_parenting_calculator::published::{self, Official, Published, Revision};

/// Every cell of a table in `data/` with a column a year, with its indicator, area and year.
fn cells(file: &str) -> Vec<(&'static Indicator, &'static Area, u16, String)> {
    let path = format!("{}/data/{file}", env!("CARGO_MANIFEST_DIR"));
    let mut reader = csv::Reader::from_path(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let years: Vec<u16> = reader
        .headers()
        .into_iter()
        .flatten()
        .skip(2)
        .map(|year| year.parse().unwrap_or_else(|_| panic!("{path}: {year} is no year")))
        .collect();
    let mut cells = Vec::new();
    for record in reader.records().flatten() {
        let (Some(indicator), Some(area)) = (indicator::by_id(&record[0]), area::by_code(&record[1])) else {
            panic!("{path}: {record:?}");
        };
        let texts = record.iter().skip(2).map(str::to_owned);
        cells.extend(years.iter().zip(texts).map(|(year, text)| (indicator, area, *year, text)));
    }
    cells
}

fn official(id: &str, area: &str, year: u16) -> Option<Official> {
    let indicator = indicator::by_id(id).unwrap_or_else(|| panic!("no indicator {id}"));
    published::official(indicator, area::by_code(area).unwrap_or_else(|| panic!("no area {area}")), year)
}

#[test]
fn every_figure_survives_packing() {
    let mut numbers = 0;
    for (indicator, area, year, text) in cells("published.csv") {
        let found = published::official(indicator, area, year).map(|official| official.value);
        let place = format!("{} {} {year}: {text}", indicator.id, area.code);
        match (text.as_str(), Withheld::from_symbol(&text)) {
            ("", _) => assert_eq!(found, None, "{place}"),
            (_, Some(symbol)) => assert_eq!(found, Some(Err(symbol)), "{place}"),
            (number, None) => {
                let found = found.and_then(Result::ok).map(Decimal::trimmed);
                assert_eq!(found, Decimal::parse(number).ok().map(Decimal::trimmed), "{place}");
                numbers += 1;
            }
        }
    }
    assert!(numbers > 80_000, "{numbers}");
}

/// Where both are there, the denominator of the rate is the population.
#[test]
fn every_population_survives_packing_and_is_what_rates_were_computed_with() {
    let path = format!("{}/data/population.csv", env!("CARGO_MANIFEST_DIR"));
    let mut reader = csv::Reader::from_path(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let years: Vec<String> = reader.headers().into_iter().flatten().skip(1).map(str::to_owned).collect();
    let mut numbers = 0;
    for record in reader.records().flatten() {
        for (year, text) in years.iter().zip(record.iter().skip(1)).filter(|(_, text)| !text.is_empty()) {
            let place = format!("{} {year}: {text}", &record[0]);
            let (Some(area), Ok(year)) = (area::by_code(&record[0]), year.parse()) else { panic!("{place}") };
            let rate = official("children-in-care-rate", &record[0], year);
            let counts =
                rate.as_ref().and_then(|rate| rate.counts).map(|(_, population)| population.to_string());
            assert!(counts.is_none_or(|counts| counts == text), "{place}");
            let found = Published::default().population(area, year).filter(|found| found.year == year);
            let found = found.map(|population| population.children.to_string());
            assert_eq!(found, rate.map(|_| text.to_owned()), "{place}");
            numbers += 1;
        }
    }
    assert!(numbers > 1_200, "{numbers}");
}

#[test]
fn all_counts_survive_packing() {
    let mut of_level = HashMap::new();
    for (indicator, area, year, text) in cells("counts.csv") {
        let counts = published::official(indicator, area, year).and_then(|official| official.counts);
        let found = counts.map(|(numerator, denominator)| format!("{numerator}/{denominator}"));
        assert_eq!(found.unwrap_or_default(), text, "{} {} {year}", indicator.id, area.code);
        *of_level.entry(area.level == Level::Council).or_insert(0) += u32::from(!text.is_empty());
    }
    assert!(of_level[&true] > 70_000 && of_level[&false] > 6_000, "{of_level:?}");
}

/// Recomputed in whole numbers, apart from the program's own arithmetic. England's and the regions' counts are rounded to
/// 10 before they are published, so they need not give the percentage.
#[test]
fn every_published_share_and_rate_of_a_council_is_its_counts_rounded_half_up() {
    let mut published = HashMap::new();
    // The table leaves off zeros at the end: a year has the decimals of its most precise figure.
    let mut decimals: HashMap<_, u8> = HashMap::new();
    for (indicator, area, year, text) in cells("published.csv") {
        let Ok(stated) = Decimal::parse(&text) else { continue };
        published.insert((&indicator.id, area.code, year), stated);
        let most = decimals.entry((&indicator.id, year)).or_default();
        *most = stated.decimals().max(*most);
    }
    let mut recomputed = 0;
    let mut differing = Vec::new();
    for (indicator, area, year, text) in cells("counts.csv") {
        let counts = text.split_once('/').and_then(|(numerator, denominator)| {
            Some((numerator.parse::<u64>().ok()?, denominator.parse::<u64>().ok()?))
        });
        // A total that is averaged is not all its parts, and nothing is a share of nothing.
        let (Some((numerator, denominator @ 1..)), Some(scale @ 100..)) = (counts, indicator.kind.scale())
        else {
            continue;
        };
        if area.level != Level::Council {
            continue;
        }
        let stated = published[&(&indicator.id, area.code, year)];
        let decimals = decimals[&(&indicator.id, year)];
        let scaled = numerator * u64::from(scale) * 10_u64.pow(decimals.into());
        let units = (2 * scaled + denominator) / (2 * denominator);
        recomputed += 1;
        if stated.units_at(decimals) != i64::try_from(units).ok() {
            differing.push(format!(
                "{} {} {year}: {stated} of {numerator}/{denominator}",
                indicator.id, area.code
            ));
        }
    }
    assert_eq!(differing, ["ks2-writing 343 2022: 57 of 23/40"]);
    assert!(recomputed > 70_000, "{recomputed}");
}

#[test]
fn figures_have_their_counts() {
    let cases = [
        ("three-or-more-placements", "873", 2023, "9", "56/632"),
        ("children-in-care-rate", "201", 2024, "76", "7/918"),
        // England's are rounded to 10, and need not give the percentage.
        ("three-or-more-placements", "E12000003", 2023, "11", "980/9360"),
        // Staff in full-time equivalents.
        ("social-worker-caseload", "E12000001", 2017, "18.3", "20721/1129.2"),
        // No child was asked about.
        ("sdq-cause-for-concern", "201", 2024, "0", "0/0"),
        ("ks2-writing", "343", 2022, "57", "23/40"),
    ];
    for (id, area, year, value, counts) in cases {
        let found = official(id, area, year).unwrap_or_else(|| panic!("{id} {area} {year}"));
        assert_eq!(found.value.map(|value| value.to_string()), Ok(value.to_owned()), "{id} {area} {year}");
        let shown = found.counts.map(|(numerator, denominator)| format!("{numerator}/{denominator}"));
        assert_eq!(shown.as_deref(), Some(counts), "{id} {area} {year}");
    }
    assert_eq!(official("children-in-care", "873", 2023).and_then(|official| official.counts), None);
}

#[test]
fn what_was_first_published_is_at_hand() {
    let revised = official("three-or-more-placements", "E92000001", 2023);
    assert_eq!(revised.as_ref().map(|official| official.value), Some(Ok(Decimal::new(11, 0))));
    assert_eq!(revised.and_then(|official| official.revision), Some(Revision::First(Decimal::new(10, 0))));
    let unrevised = official("three-or-more-placements", "E92000001", 2022);
    assert_eq!(unrevised.and_then(|official| official.revision), None);
}

/// England's figures as the releases of those Novembers gave them.
#[test]
fn figures_are_as_they_were_known() {
    let cases = [
        ("started-care-rate", 2024, [(2024, "28"), (2025, "27")]),
        ("left-care-special-guardianship", 2024, [(2024, "11"), (2025, "12")]),
        ("staying-put-18", 2023, [(2023, "61"), (2024, "62")]),
        ("left-care-returned-home-planned", 2021, [(2022, "16"), (2023, "17")]),
        ("left-care-returned-home-planned", 2021, [(2023, "17"), (2025, "16")]),
    ];
    for (id, year, then) in cases {
        let indicator = indicator::by_id(id).unwrap_or_else(|| panic!("no indicator {id}"));
        for (known, value) in then {
            let published = Published::default().as_known(Some(known));
            let found = published.official(indicator, area::england(), year).map(|official| official.value);
            let found = found.and_then(Result::ok).map(|value| value.to_string());
            assert_eq!(found.as_deref(), Some(value), "{id} {year} in November {known}");
        }
    }
}

/// Whatever was revised, the newest release has what is given now.
#[test]
fn the_newest_of_revised_values_is_the_published_one() {
    let path = format!("{}/data/first_published.csv", env!("CARGO_MANIFEST_DIR"));
    let mut reader = csv::Reader::from_path(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    for record in reader.records().flatten() {
        let year = record[1].parse().unwrap_or_else(|_| panic!("{record:?}"));
        let newest = record.iter().rfind(|value| !value.is_empty());
        let now = official(&record[0], "E92000001", year).and_then(|official| official.value.ok());
        assert_eq!(now.map(|value| value.to_string()).as_deref(), newest, "{record:?}");
    }
}

/// The life of each council is kept apart from the figures, so that they need not be unpacked for it.
#[test]
fn a_council_lives_while_it_has_children_in_care() {
    for area in area::all() {
        let official = |year| published::official(indicator::ids::CHILDREN_IN_CARE, area, year);
        let is_counted = |year: &u16| {
            matches!(official(*year).map(|each| each.value), Some(Ok(_) | Err(Withheld::Confidential)))
        };
        let years: Vec<u16> =
            (published::first_year()..=published::latest_year()).filter(is_counted).collect();
        assert_eq!(published::life(area), years.first().copied().zip(years.last().copied()), "{}", area.name);
    }
}
