//! Change since the figure before, and the trend of five.

use corporate_parenting_calculator::compare::{CannotSay, NoTrend, Row, Verdict};
use corporate_parenting_calculator::report::{self, source_notes};

use crate::common::{card, choices, table};

#[test]
fn a_trend_takes_five_periods_since_the_last_break() {
    for case in table("series.csv") {
        let card =
            card(&case.get("paste").replace("\\n", "\n").replace("\\t", "\t"), &choices(case.get("period")));
        let Some(row) = card.rows.first() else { panic!("{case}") };
        assert_eq!(report::trend_text(row), case.get("trend"), "{case}");
    }
}

/// Worse or better by the change alone, and by the trend alone.
#[test]
fn what_moves_is_told() {
    let moved = |figures: [&str; 5]| {
        let text = format!(
            "Indicator\t18/19\t19/20\t20/21\t21/22\t22/23\nThree or more placements\t{}",
            figures.join("\t")
        );
        let card = card(&text, &choices("2023"));
        let row = &card.rows[0];
        (row.is_getting_worse(), row.is_getting_better())
    };
    assert_eq!(moved(["9%", "9%", "9%", "20 of 640", "90 of 640"]), (true, false));
    assert_eq!(moved(["9%", "9%", "9%", "90 of 640", "20 of 640"]), (false, true));
    assert_eq!(moved(["51 of 640", "60 of 640", "70 of 640", "80 of 640", "90 of 646"]), (true, false));
    assert_eq!(moved(["90 of 640", "80 of 640", "70 of 640", "60 of 640", "51 of 646"]), (false, true));
    assert_eq!(moved(["60 of 640", "60 of 640", "61 of 640", "60 of 640", "60 of 646"]), (false, false));
}

#[test]
fn a_change_says_what_chance_has_to_do_with_it() {
    let change = |text: &str| {
        let card = card(text, &choices("2023"));
        let row = &card.rows[0];
        row.change.clone().map(|change| {
            let interval =
                change.interval.map(|interval| report::change_interval_text(row.indicator, interval));
            (report::verdict_text(change.verdict, false), interval.unwrap_or_default())
        })
    };
    let told = |verdict: &str, interval: &str| Some((verdict.to_owned(), interval.to_owned()));
    let heading = "Indicator\t21/22\t22/23\n";
    assert_eq!(
        change(&format!("{heading}Three or more placements\t60 of 632\t51 of 646")),
        told("similar", "between \u{2212}4.7 and 1.5 points")
    );
    assert_eq!(
        change(&format!("{heading}Three or more placements\t9%\t51 of 646")),
        told("no verdict: count not given", "")
    );
    assert_eq!(
        change(&format!("{heading}Children in care\t593\t646")),
        told("no verdict: a count is exact", "")
    );
    assert_eq!(
        change(&format!("{heading}Average social worker caseload\t16.1\t20.0")),
        told("no verdict: chance cannot be judged for this kind of figure", "")
    );
}

#[test]
fn events_of_the_same_child_are_not_tested_for_chance() {
    let text = "Indicator\tJan-22\tFeb-22\tMar-22\tApr-22\tMay-22\nStatutory visits in timescale\t90 of 100\t80 of 100\t70 of 100\t60 of 100\t30 of 100\n\
        Dental checks\t90 of 100\t80 of 100\t70 of 100\t60 of 100\t30 of 100\n";
    let card = card(text, &choices("2022-05"));
    let [visits, checks] = card.rows.as_slice() else { panic!("{} rows", card.rows.len()) };
    let judged = |row: &Row| row.change.as_ref().map(|change| (change.verdict, change.interval.is_some()));
    assert_eq!(judged(visits), Some((Verdict::CannotSay(CannotSay::RepeatedEvents), false)));
    assert_eq!((visits.interval, visits.trend.clone()), (None, Err(NoTrend::RepeatedEvents)));
    assert_eq!(judged(checks), Some((Verdict::Worse, true)));
    let notes = |rows: &[&Row]| source_notes(rows).iter().filter(|note| note.starts_with("Visits,")).count();
    assert_eq!((notes(&[visits, checks]), notes(&[checks])), (1, 0));
}
