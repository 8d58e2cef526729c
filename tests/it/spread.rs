//! How evenly a team holds its cases: what is read of a paste, what is made of it, and where it is said.

use corporate_parenting_calculator::app::scenarios::{CaseloadAction, Input, Scenario};
use corporate_parenting_calculator::app::state::State;
use corporate_parenting_calculator::area;
use corporate_parenting_calculator::compare::Choices;
use corporate_parenting_calculator::report::uneven_official;
use corporate_parenting_calculator::scenario::{DistributionError, Held, caseloads, distribution};
use corporate_parenting_calculator::words::spread::{in_team, left_out};

use crate::common::table;

fn pasted(text: &str) -> State {
    let state = State::default().after(CaseloadAction::Spread("22 20".to_owned()));
    state.after(CaseloadAction::Spread(text.to_owned()))
}

fn scenario(state: &State) -> &Scenario {
    state.scenarios.caseloads.selected()
}

/// What is kept of a paste, and what is said of what was not.
#[test]
fn columns_of_a_spreadsheet_are_read_without_names() {
    let cases = [
        // As typed.
        ("22 20 12/0.6", "22 20 12/0.6", ""),
        ("22\t20\t12", "22\t20\t12", ""),
        (
            "Name\tFTE\tCases\nJane Smith\t0.6\t12\nBob Jones\t1\t22",
            "12/0.6\n22",
            "Read 2 workers. Left out and not kept: 1 column without cases or FTE.",
        ),
        (
            "Jane Smith\t0.6\t12\r\nBob Jones\t1.0\t22\r\n",
            "12/0.6\n22",
            "Read 2 workers. Left out and not kept: 1 column without cases or FTE.",
        ),
        ("0.6\t12\n1\t22", "12/0.6\n22", "Read 2 workers."),
        ("12\t1\n22\t1", "12\n22", "Read 2 workers."),
        ("Cases\n12\n22", "12\n22", "Read 2 workers."),
        (
            "Worker\tStaff number\tFTE\tChildren allocated\nA B\t104233\t0.5\t9\nC D\t104234\t1\t21\nVacant\t\t1\t\nTotal\t\t2.5\t30",
            "9/0.5\n21",
            "Read 2 workers. Left out and not kept: 2 columns without cases or FTE, 1 row of a total or average and 1 row without a number of cases.",
        ),
    ];
    for (text, kept, told) in cases {
        let state = pasted(text);
        let scenario = scenario(&state);
        assert_eq!((scenario.spread.as_str(), scenario.spread_error), (kept, None), "{text:?}");
        assert_eq!(scenario.spread_left_out.map(left_out).unwrap_or_default(), told, "{text:?}");
    }
}

/// What is not clear is refused, and nothing of it is kept.
#[test]
fn what_is_not_clear_is_refused() {
    for text in [
        "Jane Smith 12",
        "Jane Smith 12\nBob Jones 22",
        "Jane Smith\tBob Jones",
        "104233\t12\n104234\t22",
        "12\t14\n22\t20",
        "Name\tFTE\tCases\nJane Smith\t37\t12",
        "12/0.6 Jane",
        "12/0.6 0123456789",
        "1001",
    ] {
        let state = pasted(text);
        assert_eq!(scenario(&state).spread, "22 20", "{text:?}");
        assert!(scenario(&state).spread_error.is_some(), "{text:?}");
    }
    // A full-time equivalent is typed one digit after the other, and asked for until it is one.
    for text in ["20 12/", "20 12/0", "20 12/0.", "20 12/6"] {
        let state = pasted(text);
        assert_eq!(scenario(&state).spread, text);
        assert!(
            scenario(&state).spread_error.is_some() && scenario(&state).caseloads().is_empty(),
            "{text:?}"
        );
    }
}

/// What a spread comes to, worked out by hand.
#[test]
fn spreads_are_those_worked_out_by_hand() {
    for row in table("distributions.csv") {
        let held = caseloads(row.get("caseloads")).unwrap_or_else(|error| panic!("{row}: {error:?}"));
        let found = distribution(&held, row.parse("limit")).unwrap_or_else(|| panic!("{row}"));
        let shares = [
            ("fte", found.fte),
            ("mean", found.mean),
            ("median", found.median),
            ("highest", found.highest),
            ("cases_above", found.cases_above),
            ("room", found.room),
        ];
        for (column, number) in shares {
            let expected: f64 = row.parse(column);
            assert!((number - expected).abs() < 0.000_051, "{row}: {column} is {number}");
        }
        assert_eq!((found.workers, found.workers_above), (row.parse("workers"), row.parse("above")), "{row}");
        assert_eq!((found.cases, found.moved), (row.parse("cases"), row.parse("moved")), "{row}");
        assert_eq!(format!("{}-{}", found.levelled.0, found.levelled.1), row.get("levelled"), "{row}");
        assert_eq!(found.is_full_time(), !row.get("caseloads").contains('/'), "{row}");
    }
}

/// The largest and the smallest that a text may hold, and what is just beyond.
#[test]
fn caseloads_have_limits() {
    let many = |count: usize| vec!["20"; count].join(" ");
    let (most, too_many) = (many(1_000), many(1_001));
    let cases = [
        ("0", Ok(1)),
        ("1000 12/1 12/1.0 12/0.001", Ok(4)),
        (&most, Ok(1_000)),
        (&too_many, Err(DistributionError::TooLarge)),
        ("1001", Err(DistributionError::TooLarge)),
        ("99999999999", Err(DistributionError::TooLarge)),
        ("12/1.01", Err(DistributionError::NotFte)),
        ("12/0.000", Err(DistributionError::NotFte)),
        // More digits than anybody's hours have: something else.
        ("12/0.6000", Err(DistributionError::NotFte)),
        ("12/", Err(DistributionError::NotFte)),
        ("/0.6", Err(DistributionError::NotNumbers)),
        ("12/0,6", Err(DistributionError::NotFte)),
        ("12/0.6/2", Err(DistributionError::NotNumbers)),
        ("12/-1", Err(DistributionError::NotNumbers)),
        ("12.5", Err(DistributionError::NotNumbers)),
    ];
    for (text, expected) in cases {
        assert_eq!(caseloads(text).map(|all| all.len()), expected, "{text:.40}");
    }
}

/// A part-time worker is judged by cases for each full-time equivalent, and everybody full time by cases alone.
#[test]
fn part_time_workers_hold_less() {
    let team = [(12, 0.6), (15, 1.0), (14, 1.0), (4, 0.4)].map(|(cases, fte)| Held { cases, fte });
    let spread = distribution(&team, 15.0).expect("somebody holds cases");
    assert_eq!(
        in_team(&spread, 15.0),
        "In the team today 1 of 4 workers hold more than 15 for each FTE. The average for each FTE is 15; half hold 14.5 or fewer; the \
         highest is 20. Spread evenly, each would hold about 15 for each FTE: 3 cases would change hands, and nobody would hold more than \
         15 for each FTE, to the nearest case."
    );
}

/// What it shows is in the report, unless somebody holds so few cases that they are hidden.
#[test]
fn the_spread_is_in_the_report() {
    let report = |spread: &str| {
        let team = [(Input::Children, "300"), (Input::Average, "20"), (Input::Target, "15")];
        let edits = team.map(|(input, text)| CaseloadAction::Edit(input, text.to_owned()));
        let edits = edits.into_iter().chain([CaseloadAction::Spread(spread.to_owned())]);
        let state = edits.fold(State::default(), |state, edit| state.after(edit));
        state.released_caseloads().expect("a scenario is entered").notes.join(" ")
    };
    assert!(report("22 20 12").contains("In the team today 2 of 3 workers hold more than 15."));
    assert!(!report("22 20 3").contains("In the team today"));
}

/// Where the official caseload of a council changed much within a year, or is missing, that is said.
#[test]
fn a_dip_in_the_official_caseload_is_said() {
    for (council, told) in [
        (
            "Cambridgeshire",
            "Cambridgeshire\u{2019}s official caseload went from 14.3 in 2019 to 9.7 in 2020 and from 9.7 in 2020 to 17.5 in 2021. So much \
             in a year may be a change in how cases or workers were counted: ask before you rely on those years.",
        ),
        ("Kent", ""),
    ] {
        let choices = Choices { council: area::by_name(council), ..Choices::default() };
        assert_eq!(uneven_official(&choices).unwrap_or_default(), told);
    }
}
