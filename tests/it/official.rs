//! Official files as they are downloaded: built here from the built-in figures in each layout the releases have had, and
//! read back. (`tests/data/official/placement-stability-2087.csv` is invented: it stands for a release to come.)

use corporate_parenting_calculator::area;
use corporate_parenting_calculator::figure::Withheld;
use corporate_parenting_calculator::indicator;
use corporate_parenting_calculator::number::Decimal;
use corporate_parenting_calculator::published::{self, Published, Release, ReleaseId};
use corporate_parenting_calculator::read::{OfficialProblem, Opened, Options, open_file, read_bytes};

const PLACE: &str = "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,la_name,new_la_code";

/// A layout: its filter and value columns, and the filters of the rows of each indicator.
struct Layout {
    columns: &'static str,
    rows: &'static [(&'static str, &'static str)],
}

/// Files of several releases: wordings and names of columns drift, filters change places.
const LAYOUTS: &[Layout] = &[
    Layout {
        columns: "cla_group,placement_stability,children_count,children_percent",
        rows: &[
            ("three-or-more-placements", "CLA on 31 March,With 3 or more placements during the year"),
            (
                "long-term-stability",
                "Children looked after continuously for at least 2.5 years on 31 March aged under 16 years,Living with the same carer for at least 2 years",
            ),
        ],
    },
    Layout {
        columns: "placement_stability,cla_group,percentage,number",
        rows: &[
            (
                "three-or-more-placements",
                "With 3 or more placements during the year,Children looked after at 31 March",
            ),
            (
                "long-term-stability",
                "\"Living with the same carer for at least 2 years, or are placed for adoption and their adoptive placement together with their previous placement, last for at least 2 years\",Children looked after continuously for at least 2.5 years at 31 March aged under 16 years",
            ),
        ],
    },
    Layout {
        columns: "age,activity,number,percentage",
        rows: &[
            ("care-leavers-17-18-eet", "Aged 17 to 18,\"Total in education, employment or training\""),
            ("care-leavers-19-21-eet", "Aged 19 to 21,\"Total in education, employment or training\""),
        ],
    },
    Layout {
        columns: "care_leaver_age,breakdown,care_leaver_count,care_leaver_percent",
        rows: &[
            ("care-leavers-17-18-eet", "17 to 18 years,\"Total in education, employment or training\""),
            ("care-leavers-19-21-eet", "19 to 21 years,\"Total in education, employment or training\""),
        ],
    },
];

/// A file of this layout with the built-in figures of every area.
fn written(layout: &Layout) -> String {
    let mut lines = vec![format!("{PLACE},{}", layout.columns)];
    let percent_first = layout.columns.contains("percentage,number");
    for (id, filters) in layout.rows {
        let indicator = indicator::by_id(id).unwrap_or_else(|| panic!("no indicator {id}"));
        for area in area::all() {
            for year in published::years(indicator, area) {
                let value = published::official(indicator, area, year).map(|official| official.value);
                let value = match value {
                    Some(Ok(number)) => number.to_string(),
                    Some(Err(symbol)) => symbol.symbol().to_owned(),
                    None => continue,
                };
                let place = match area.level {
                    area::Level::Country => "National,E92000001,England,,,,,".to_owned(),
                    area::Level::Region => {
                        format!("Regional,E92000001,England,{},{},,,", area.code, area.name)
                    }
                    area::Level::Council => {
                        format!("Local authority,E92000001,England,,,{},\"{}\",", area.code, area.name)
                    }
                };
                let values = if percent_first { format!("{value},12") } else { format!("12,{value}") };
                lines.push(format!("{year},Reporting year,{place},{filters},{values}"));
            }
        }
    }
    lines.join("\n")
}

fn release(bytes: &[u8]) -> Release {
    match open_file(bytes, "file.csv", &Options::default()) {
        Opened::Official(release, problems) => {
            assert_eq!(problems, []);
            release
        }
        other => panic!("not taken for an official file: {other:?}"),
    }
}

#[test]
fn every_layout_gives_the_built_in_figures_again() {
    for layout in LAYOUTS {
        let release = release(written(layout).as_bytes());
        assert!(release.values.len() > 2_000, "{}: {} values", layout.columns, release.values.len());
        for value in &release.values {
            let built_in =
                published::official(value.indicator, value.area, value.year).map(|official| official.value);
            assert_eq!(
                Some(value.value),
                built_in,
                "{} {} {}",
                value.indicator.id,
                value.area.name,
                value.year
            );
        }
    }
}

/// A file of each layout that releases of 2020 to 2025 have had, with the rows of England and Cambridgeshire: what is read is
/// what is built in, counts included. Each must give as many values as are listed.
#[test]
fn a_file_of_every_release_is_read() {
    let mut lines = Vec::new();
    insta::glob!("../data/official/layouts", "*.csv", |path| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let bytes = std::fs::read(path).unwrap_or_else(|error| panic!("{name}: {error}"));
        let Opened::Official(release, problems) = open_file(&bytes, &name, &Options::default()) else {
            panic!("{name}: not taken for an official file");
        };
        assert_eq!(problems, [], "{name}");
        for value in &release.values {
            let place = format!("{name}: {} {} {}", value.indicator.id, value.area.name, value.year);
            let built_in = published::official(value.indicator, value.area, value.year);
            let built_in = built_in.unwrap_or_else(|| panic!("{place} is not built in"));
            assert_eq!(value.value.map(Decimal::trimmed), built_in.value.map(Decimal::trimmed), "{place}");
            if value.counts.is_some() {
                assert_eq!(value.counts, built_in.counts, "{place}");
            }
        }
        lines.push(described(&name, &release));
    });
    insta::assert_snapshot!(lines.join("\n"));
}

/// How many values of each indicator there are, and how many of them have counts.
fn described(name: &str, release: &Release) -> String {
    let of = |indicator: &&indicator::Indicator| {
        let values = release.values.iter().filter(|value| value.indicator == *indicator);
        let counted = values.clone().filter(|value| value.counts.is_some()).count();
        format!("\n  {}: {}, {counted} with counts", indicator.id, values.count())
    };
    format!("{name}{}", release.indicators().iter().map(of).collect::<String>())
}

#[test]
fn an_opened_file_comes_first_and_can_be_put_away() {
    let file = include_bytes!("../data/official/placement-stability-2087.csv");
    let placements = indicator::by_id("three-or-more-placements").expect("it is in the catalogue");
    let england = |published: &Published, year| {
        published
            .official(placements, area::england(), year)
            .and_then(|official| official.value.ok())
            .map(|value| value.to_string())
    };
    let built_in = Published::default();
    let opened = built_in.with(release(file));
    assert_eq!(england(&built_in, 2087), None);
    assert_eq!(england(&opened, 2087).as_deref(), Some("12"));
    assert_eq!(england(&opened, 2023).as_deref(), Some("11"));
    assert_eq!(opened.latest_year(), 2087);
    assert_eq!(england(&opened.without(ReleaseId(0)), 2087), None);
    assert_eq!(opened.years(placements, area::england()).next_back(), Some(2087));
}

#[test]
fn an_official_file_as_figures() {
    let reading = read_bytes(include_bytes!("../data/official/placement-stability-2087.csv"), "file.csv");
    let figures = reading.figures();
    assert_eq!(figures.len(), 6);
    assert!(figures.iter().all(|figure| figure.area.is_some() && figure.period.is_some()));
}

#[test]
fn an_official_file_of_nothing_known_says_so() {
    let file =
        format!("{PLACE},gender,count\n2025,Reporting year,National,E92000001,England,,,,,,Girls,12\n");
    let Opened::Official(release, problems) = open_file(file.as_bytes(), "gender.csv", &Options::default())
    else {
        panic!("not taken for an official file");
    };
    assert_eq!(release.values, []);
    let [problem] = problems.as_slice() else { panic!("{problems:?}") };
    let none = OfficialProblem::NoneKnown { rows: 1, filters: vec!["gender".to_owned()] };
    assert_eq!(problem.kind, none.into());
}

#[test]
fn a_release_is_kept_and_comes_back() {
    for layout in LAYOUTS {
        let release = release(written(layout).as_bytes());
        assert_eq!(Release::from_lines(&release.file, &release.to_lines()), release);
    }
}

#[test]
fn of_two_files_the_later_release_comes_first() {
    let placements = indicator::by_id("three-or-more-placements").expect("it is in the catalogue");
    let newer = release(include_bytes!("../data/official/placement-stability-2087.csv"));
    let mut older = newer.clone();
    older.values.retain(|value| value.year == 2086);
    for value in &mut older.values {
        value.value = Err(Withheld::NotAvailable);
    }
    for published in [
        Published::default().with(older.clone()).with(newer.clone()),
        Published::default().with(newer).with(older),
    ] {
        let england =
            published.official(placements, area::england(), 2086).map(|official| official.value.is_ok());
        assert_eq!(england, Some(true));
    }
}
