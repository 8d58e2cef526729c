//! Change since the figure before, and the trend of five.

use corporate_parenting_calculator::area;
use corporate_parenting_calculator::compare::{
    CannotSay, Change, Choices, NoTrend, Row, Spans, TimeOf, Verdict, profile,
};
use corporate_parenting_calculator::indicator::{Kind, Span};
use corporate_parenting_calculator::words::change::change_text;
use corporate_parenting_calculator::words::verdict::untested_notes;

use crate::common::{card, choices, table};

#[test]
fn a_trend_takes_five_periods_since_the_last_break() {
    for case in table("series.csv") {
        let card =
            card(&case.get("paste").replace("\\n", "\n").replace("\\t", "\t"), &choices(case.get("period")));
        let Some(row) = card.rows.first() else { panic!("{case}") };
        let trend = match &row.trend {
            Ok(trend) => format!("{:?} {} {}", trend.verdict, trend.from.id(), trend.to.id()),
            Err(reason) => format!("{reason:?}"),
        };
        assert_eq!(trend, case.get("trend"), "{case}");
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
        let one = [Verdict::Worse, Verdict::Better].map(|verdict| row.one_change(verdict).is_some());
        assert!(one == [false, false] || row.getting().is_none());
        (row.is_getting_worse() || one[0], row.is_getting_better() || one[1])
    };
    assert_eq!(moved(["9%", "9%", "9%", "20 of 640", "90 of 640"]), (true, false));
    assert_eq!(moved(["9%", "9%", "9%", "90 of 640", "20 of 640"]), (false, true));
    assert_eq!(moved(["51 of 640", "60 of 640", "70 of 640", "80 of 640", "90 of 646"]), (true, false));
    assert_eq!(moved(["90 of 640", "80 of 640", "70 of 640", "60 of 640", "51 of 646"]), (false, true));
    assert_eq!(moved(["60 of 640", "60 of 640", "61 of 640", "60 of 640", "60 of 646"]), (false, false));
}

/// Five percentages without counts, from which no trend can be tested, and which way each went from the one before.
#[test]
fn figures_that_go_one_way_are_told_where_no_trend_can_be() {
    let usual = "18/19\t19/20\t20/21\t21/22\t22/23";
    let cases = [
        (usual, "90%\t91%\t92%\t93%\t94%", "Above 90 94"),
        (usual, "94%\t93%\t92%\t91%\t90%", "Below 94 90"),
        (usual, "90%\t91%\t91%\t92%\t93%", ""),
        (usual, "93%\t92%\t92%\t91%\t90%", ""),
        (usual, "90%\t92%\t91%\t93%\t94%", ""),
        // The last five count; four are too few, and none may be missing.
        ("17/18\t18/19\t19/20\t20/21\t21/22\t22/23", "91%\t90%\t91%\t92%\t93%\t94%", "Above 90 94"),
        // What only comes back to an earlier level is no way of its own.
        ("17/18\t18/19\t19/20\t20/21\t21/22\t22/23", "99%\t90%\t91%\t92%\t93%\t94%", ""),
        ("19/20\t20/21\t21/22\t22/23", "90%\t91%\t92%\t93%", ""),
        ("17/18\t18/19\t20/21\t21/22\t22/23", "90%\t91%\t92%\t93%\t94%", ""),
    ];
    for (periods, figures, expected) in cases {
        let text = format!("Indicator\t{periods}\nReviews held on time\t{figures}\n");
        let card = card(&text, &choices("2023"));
        let steady = card.rows[0].steady.as_ref();
        let found = steady.map(|steady| format!("{:?} {} {}", steady.side, steady.from.1, steady.to.1));
        assert_eq!(found.unwrap_or_default(), expected, "{periods}: {figures}");
    }
}

#[test]
fn a_change_says_what_chance_has_to_do_with_it() {
    let change = |text: &str| {
        let card = card(text, &choices("2023"));
        let row = &card.rows[0];
        row.change.clone().map(|change| {
            let interval =
                change.interval.map(|interval| format!("{:.1} {:.1}", interval.low, interval.high));
            (change.verdict, interval)
        })
    };
    let untested = |reason| Some((Verdict::CannotSay(reason), None));
    let heading = "Indicator\t21/22\t22/23\n";
    assert_eq!(
        change(&format!("{heading}Three or more placements\t60 of 632\t51 of 646")),
        Some((Verdict::Similar, Some("-4.7 1.5".to_owned())))
    );
    assert_eq!(
        change(&format!("{heading}Three or more placements\t9%\t51 of 646")),
        // Of the 593 children that DfE counted in care.
        Some((Verdict::Similar, Some("-4.2 2.0".to_owned())))
    );
    assert_eq!(
        change(&format!("{heading}Initial health assessments on time\t20%\t27 of 167")),
        untested(CannotSay::CountNotGiven)
    );
    assert_eq!(change(&format!("{heading}Children in care\t593\t646")), untested(CannotSay::Number));
    assert_eq!(
        change(&format!("{heading}Average social worker caseload\t16.1\t20.0")),
        untested(CannotSay::NoInterval)
    );
}

/// An official figure without counts is known no better than it was published, and where figures as shown do not give their difference,
/// it says why.
#[test]
fn a_difference_is_no_finer_than_what_is_known() {
    let profile = profile(&Choices { council: area::by_name("Cambridgeshire"), ..Choices::default() });
    let away = profile.rows.iter().find(|row| row.indicator.id == "away-without-authorisation-share");
    let away = away.expect("Cambridgeshire has a figure");
    assert_eq!(away.shown.map(|shown| shown.to_string()).as_deref(), Some("1"));
    let change = away.change.as_ref().expect("it has one before");
    // 15 of 1,080 is 1.4%, and 1% may be anything from 0.5% to 1.5%.
    assert_eq!([change.shown, change.shown_from].map(|each| each.to_string()), ["0", "1"]);
    for (before, now, said) in [
        ("9.2%", "10.9%", "+1.7 points from 9.2% in 2021/22"),
        ("190 of 639", "229 of 705", "+2.75 points from 29.73% in 2021/22 to 32.48%"),
        ("192 of 635", "229 of 705", "+2.2 points from 30.2% in 2021/22 (calculated before rounding)"),
    ] {
        let text = format!("Indicator\t21/22\t22/23\nThree or more placements\t{before}\t{now}\n");
        let card = card(&text, &choices("2023"));
        let row = &card.rows[0];
        let change = row.change.as_ref().expect("there are two figures");
        assert_eq!(change_text(&row.indicator, change), said);
    }
}

/// Two changes in a row are told of shares and rates: a number of children has changed by what it changed by.
#[test]
fn two_changes_of_a_number_are_no_way_it_goes() {
    let text = "Indicator\t20/21\t21/22\t22/23\nChildren in care\t500\t600\t700\nThree or more placements\t20 of 640\t50 of 640\t90 of 640\n";
    let card = card(text, &choices("2023"));
    let are_in_a_row: Vec<bool> = card.rows.iter().map(|row| row.in_a_row.is_some()).collect();
    assert_eq!((card.rows[0].indicator.kind, are_in_a_row[0]), (Kind::Count, false));
    assert!(are_in_a_row[1..].contains(&true), "{are_in_a_row:?}");
}

/// What is of twelve months each, or of a part of a year, is not tested beside what it shares months with, or beside a whole year.
#[test]
fn times_that_overlap_or_are_parts_are_not_tested() {
    let row = |span: Span| {
        let spans = Spans { of_table: Some(span), ..Spans::default() };
        let text = "Measure\tFeb 2025\tMar 2025\nThree or more placements\t60 of 640\t20 of 646\n";
        card(text, &Choices { spans, ..choices("2025-03") }).rows[0].clone()
    };
    let judged = |change: &Option<Change>| {
        change
            .as_ref()
            .map(|change| (change.from.id(), change.verdict, change.interval.is_some(), change.time))
    };
    let shared = Verdict::CannotSay(CannotSay::SharedMonths);
    let rolling = row(Span::RollingYear);
    let said = TimeOf::Said(Span::RollingYear);
    assert_eq!(judged(&rolling.change), Some(("2025-02".to_owned(), shared, false, said)));
    // The official figure is of the same twelve months.
    assert_eq!(rolling.since_official, None);
    // Nor are figures that only grow towards the end of the year called steady.
    let spans = Spans { of_table: Some(Span::YearToDate), ..Spans::default() };
    let text = "Measure\tJun 2024\tJul 2024\tAug 2024\tSep 2024\tOct 2024\nThree or more placements\t1%\t2%\t3%\t4%\t5%\n";
    assert_eq!(card(text, &Choices { spans, ..choices("2024-10") }).rows[0].steady, None);
    let alone = row(Span::InMonth);
    assert_eq!(judged(&alone.change).map(|(_, verdict, ..)| verdict), Some(Verdict::Better));
    let part = Verdict::CannotSay(CannotSay::PartOfYear);
    assert_eq!(judged(&alone.since_official), Some(("2025".to_owned(), part, false, TimeOf::ItsPeriod)));
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
    // A dental check is up to date or not on a day, of a month as of a year; visits are events, and a local measure.
    assert_eq!((untested_notes(&[visits, checks]).len(), untested_notes(&[checks]).len()), (3, 1));
}
