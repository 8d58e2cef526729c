//! What the council knows about its figures over time: a one-off is left out of the usual range by hand.

use corporate_parenting_calculator::app::state::{Action, Setting, State};
use corporate_parenting_calculator::compare::{
    Begins, Choices, LastPeriods, NotJudged, OneOff, OneOffs, Outlook, OverTime, OwnBreak, Pattern, Spans,
    Target,
};
use corporate_parenting_calculator::indicator::{self, Span};
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::report::process_chart;
use corporate_parenting_calculator::words::over_time as words;
use corporate_parenting_calculator::words::status::Status;
use corporate_parenting_calculator::words::unusual::{breaks_without_figures, left_out, reasons};

use crate::common::decimal;
use crate::over_time::{over_time, row};

/// August is far below all others, because of a strike that closed the clinic.
const DENTAL: &str = "Indicator\tApr 2024\tMay 2024\tJun 2024\tJul 2024\tAug 2024\tSep 2024\tOct 2024\tNov 2024\tDec 2024\tJan 2025\tFeb 2025\tMar 2025\n\
    Dental checks\t84.1%\t85.2%\t84.4%\t85.0%\t61.0%\t85.1%\t84.2%\t85.0%\t84.6%\t85.3%\t84.4%\t85.1%\n";

fn one_off(month: Period, note: &str) -> OneOff {
    OneOff { measure: "dental-checks".to_owned(), at: month, note: note.to_owned() }
}

fn choices(one_offs: Vec<OneOff>) -> Choices {
    let measure = indicator::by_id("dental-checks").expect("the catalogue has it");
    let target = Target::of(measure, decimal("90"), decimal("0")).expect("it can have one");
    Choices {
        targets: [(measure.into(), target)].into(),
        one_offs: OneOffs::of(one_offs),
        ..Choices::default()
    }
}

/// The range of the others is as if the figure were not there, and the figure is still shown, with why.
#[test]
fn a_one_off_is_left_out_of_the_usual_range() {
    let shown = over_time(DENTAL, choices(Vec::new()), LastPeriods::Twelve);
    let with = row(&shown, "dental-checks");
    let august = "August 2024, 61%, was below the usual range of 80.7% to 84.8%.";
    assert!(reasons(with).contains(&august.to_owned()), "{:?}", reasons(with));
    assert_eq!(with.outlook, Some(Outlook::CannotMeet));
    let shown = over_time(
        DENTAL,
        choices(vec![one_off(Period::Month(2024, 8), "Clinic closed")]),
        LastPeriods::Twelve,
    );
    let without = row(&shown, "dental-checks");
    assert_eq!(reasons(without), Vec::<String>::new());
    assert_eq!(left_out(without), ["August 2024, 61%, is left out of the usual range: Clinic closed."]);
    assert_eq!(
        words::verdict(without),
        "Only the usual ups and downs (from 11 figures). August 2024 left out of the usual range. 4.9 points below the target of 90%"
    );
    let chart = process_chart(without).expect("it has figures");
    assert_eq!(
        chart.sentence,
        "No figure is outside the usual ups and downs. August 2024, 61%, is left out of the usual range: Clinic closed."
    );
    assert_eq!(chart.table.rows.len(), 12);
    assert_eq!(chart.table.rows[4], ["August 2024", "61%", "", "", "", "left out of the usual range"]);
    // No move is measured across it, and no mean has it.
    assert_eq!(chart.table.rows[5][2..5], ["84.8%", "82.7%", "86.8%"]);
    let marked: Vec<usize> =
        (0..12).filter(|at| without.cells[*at].is_some_and(|cell| cell.is_left_out)).collect();
    assert_eq!(marked, [4]);
}

/// The newest figure, left out, is not judged; one that begins a stretch keeps the break where it is.
#[test]
fn what_is_left_out_may_be_the_newest_or_the_first_after_a_break() {
    let newest = choices(vec![one_off(Period::Month(2025, 3), "Recording error")]);
    let shown = over_time(DENTAL, newest, LastPeriods::Twelve);
    let newest = row(&shown, "dental-checks");
    assert_eq!(newest.pattern, Pattern::NotJudged(NotJudged::LeftOut));
    assert!(words::verdict(newest).contains("Not judged: the newest figure is left out"));
    let own = OwnBreak { measure: None, from: Period::Month(2024, 8), note: "New form".to_owned() };
    let broken = Choices {
        breaks: [own].into(),
        ..choices(vec![one_off(Period::Month(2024, 8), "First month of the form")])
    };
    let shown = over_time(DENTAL, broken, LastPeriods::Twelve);
    let broken = row(&shown, "dental-checks");
    assert_eq!(broken.stretches.len(), 2);
    assert_eq!(broken.stretches[1].begins, Begins::AfterBreak("New form".to_owned()));
    assert_eq!(broken.stretches[1].values.len(), 7);
    let after: Vec<usize> =
        (0..12).filter(|at| broken.cells[*at].is_some_and(|cell| cell.is_after_break)).collect();
    assert_eq!(after, [4]);
    let chart = process_chart(broken).expect("it has figures");
    assert_eq!(chart.notes[0], "Break before August 2024: New form");
}

/// It stays with the page and can be undone; why it is left out stays inside the council.
#[test]
fn what_is_left_out_is_kept_and_undone() {
    let own = one_off(Period::Month(2024, 8), "Clinic closed");
    let read = State::default().after(Action::Read(DENTAL.to_owned()));
    let state = read.after(Setting::OneOff(own.clone()));
    assert!(state.is_unsaved());
    let copies = [state.private_copy().expect("it may stay inside"), state.publishable_copy()];
    let [private, published] = copies.map(|copy| {
        let json = copy.map(|saved| serde_json::to_string(saved).expect("it is written"));
        State::restored(serde_json::from_str(&json).expect("it is read"))
    });
    let kept = |state: &State| state.settings.one_offs.iter().cloned().collect::<Vec<_>>();
    let unexplained = OneOff { note: String::new(), ..own.clone() };
    assert_eq!(kept(&private), std::slice::from_ref(&own));
    assert_eq!(kept(&published), [unexplained]);
    let shown = over_time(DENTAL, published.choices(), LastPeriods::Twelve);
    assert_eq!(
        left_out(row(&shown, "dental-checks")),
        ["August 2024, 61%, is left out of the usual range by hand."]
    );
    assert!(kept(&state.after(Setting::NoOneOff(own.clone()))).is_empty());
    assert!(kept(&state.after(Action::Undo)).is_empty());
    // Said again of the same figure, the new reason is the one.
    let again = state.after(Setting::OneOff(one_off(Period::Month(2024, 8), " Strike ")));
    assert_eq!(kept(&again), [one_off(Period::Month(2024, 8), "Strike")]);
    let refused = read.after(Setting::OneOff(OneOff { note: "Ask tamsin@example.org".to_owned(), ..own }));
    assert_eq!(refused.message, Status::PersonalRemark.into());
    assert!(kept(&refused).is_empty());
}

/// Whoever notes a break where one is noted keeps both reasons.
#[test]
fn breaks_at_one_time_keep_both_reasons() {
    let own = |note: &str| OwnBreak {
        measure: Some("dental-checks".to_owned()),
        from: Period::Month(2024, 9),
        note: note.to_owned(),
    };
    let notes = ["New system", "Counted anew", "Counted anew"];
    let state = notes.iter().fold(State::default(), |state, note| state.after(Setting::Break(own(note))));
    let breaks = &state.settings.breaks;
    assert_eq!(**breaks, [own("New system"), own("Counted anew")]);
    let shown = over_time(DENTAL, state.choices(), LastPeriods::Twelve);
    let begins = &row(&shown, "dental-checks").stretches[1].begins;
    assert_eq!(*begins, Begins::AfterBreak("New system; Counted anew".to_owned()));
    // Of a measure without figures they are said, so that nobody looks for them in vain.
    assert_eq!(breaks_without_figures(&shown, breaks), None);
    let visits = OwnBreak { measure: Some("statutory-visits-in-timescale".to_owned()), ..own("New system") };
    assert_eq!(
        breaks_without_figures(&shown, &[visits]).as_deref(),
        Some(
            "Noted for Statutory visits on time, which has no figures here: Break before September 2024: New system."
        )
    );
}

/// The year to date and 12 months hold no months on both sides of a break, which is said; nor does a number stand beside one of a year
/// before that is not comparable.
#[test]
fn nothing_is_added_up_or_compared_across_a_break() {
    let months: Vec<String> =
        (0..15).map(|at| format!("{}-{:02}", 2024 + (at + 3) / 12, (at + 3) % 12 + 1)).collect();
    let numbers: Vec<String> = (0..15).map(|at| (20 + at % 3).to_string()).collect();
    let table = format!("Indicator\t{}\nMissing incidents\t{}\n", months.join("\t"), numbers.join("\t"));
    let shown = |from: Option<Period>| {
        let own = from.map(|from| OwnBreak { measure: None, from, note: "New system".to_owned() });
        let spans = Spans { of_table: Some(Span::InMonth), ..Spans::default() };
        let choices = Choices { breaks: own.into_iter().collect(), spans, ..Choices::default() };
        over_time(&table, choices, LastPeriods::TwentyFour)
    };
    let year_before = |shown: &OverTime| {
        let chart = process_chart(row(shown, "missing-incidents")).expect("it has figures");
        chart.table.headings.iter().any(|heading| heading == "Year before")
    };
    // The newest is June 2025: its year to date began in April.
    for (from, sums, has_year_before) in [
        (None, ["63", "252"], true),
        (Some(Period::Month(2025, 2)), ["63", ""], false),
        (Some(Period::Month(2025, 5)), ["", ""], true),
    ] {
        let shown = shown(from);
        let row = row(&shown, "missing-incidents");
        assert_eq!([words::year_to_date_text(row), words::twelve_months_text(row)], sums, "{from:?}");
        assert_eq!(row.projection.is_some(), !sums[0].is_empty(), "{from:?}");
        assert_eq!(year_before(&shown), has_year_before, "{from:?}");
        let is_said = words::notes(&shown).iter().any(|note| note.contains("a break is among the months"));
        assert_eq!(is_said, from.is_some(), "{from:?}");
    }
}

/// Percentages of 12 months share 11 of them with the month before: what moves by more is asked about.
#[test]
fn percentages_that_jump_are_no_rolling_year() {
    for (figures, expected) in [
        ("42.2%\t48.0%\t53.1%\t50.2%\t47.0%\t49.9%", None),
        ("42.2%\t51.0%\t65.9%\t53.5%\t50.1%\t58.6%", Some(5)),
        // With counts: after April more children are taken away than it had in 12 months.
        ("27 of 64\t30 of 66\t33 of 68\t34 of 69\t33 of 67\t35 of 70", None),
        ("2 of 5\t6 of 9\t1 of 4\t7 of 8\t2 of 6\t5 of 9", Some(4)),
    ] {
        let table = format!(
            "Indicator\tApr 2024\tMay 2024\tJun 2024\tJul 2024\tAug 2024\tSep 2024\nInitial health assessments on time\t{figures}\n"
        );
        let spans = Spans { of_table: Some(Span::RollingYear), ..Spans::default() };
        let shown = over_time(&table, Choices { spans, ..Choices::default() }, LastPeriods::Twelve);
        let [row] = &shown.rows[..] else { panic!("{} rows", shown.rows.len()) };
        let reason = expected
            .map_or(NotJudged::RollingYear, |month| NotJudged::NoRollingYear(Period::Month(2024, month)));
        assert_eq!(row.pattern, Pattern::NotJudged(reason), "{figures}");
    }
}

/// Visits that were due and made on time, as a council pastes them: in January 2020 another system began to count them. What is expected
/// is worked out by hand by the formula of the p′ chart.
#[test]
fn visits_before_and_after_a_break_are_two_processes() {
    let due = [
        1412, 1398, 1436, 1420, 1405, 1391, 1427, 1418, 1380, 1455, 1402, 1466, 1440, 1459, 1431, 1448, 1425,
        1417, 1462, 1439, 1408,
    ];
    let on_time = [
        1291, 1285, 1307, 1305, 1279, 1270, 1311, 1294, 1257, 1046, 1021, 1049, 1051, 1048, 1030, 1056, 1019,
        1031, 1048, 1046, 1011,
    ];
    let months = [2020, 2021].into_iter().flat_map(|year| Period::Year(year).months()).take(due.len());
    let cells = |of: &[u32]| of.iter().map(u32::to_string).collect::<Vec<_>>().join("\t");
    let heads = months.map(|month| month.to_string()).collect::<Vec<_>>().join("\t");
    let table = format!(
        "Measure\t\t{heads}\nStatutory visits on time\tNumerator\t{}\n\tDenominator\t{}\n",
        cells(&on_time),
        cells(&due)
    );
    let of = |breaks: &[OwnBreak]| {
        let spans = Spans { of_table: Some(Span::InMonth), ..Spans::default() };
        over_time(
            &table,
            Choices { spans, breaks: breaks.into(), ..Choices::default() },
            LastPeriods::TwentyFour,
        )
    };
    let id = "statutory-visits-in-timescale";
    let whole = of(&[]);
    assert!(
        words::verdict(row(&whole, id)).contains("Worse since January 2020, a lasting step down"),
        "{}",
        words::verdict(row(&whole, id))
    );
    let broken = of(&[OwnBreak {
        measure: Some(id.to_owned()),
        from: Period::Month(2020, 1),
        note: "New case management system".to_owned(),
    }]);
    let visits = row(&broken, id);
    let found = visits.stretches.iter().filter_map(|stretch| {
        let process = stretch.process.as_ref()?;
        let last = process.points.last()?;
        Some(format!(
            "{} from {}: {:.1}, {:.1} to {:.1}",
            stretch.values.len(),
            stretch.periods[0],
            process.mean,
            last.lower,
            last.upper
        ))
    });
    assert_eq!(
        found.collect::<Vec<_>>(),
        ["9 from April 2019: 91.4, 89.2 to 93.7", "12 from January 2020: 72.2, 68.6 to 75.8"]
    );
    assert_eq!(reasons(visits), Vec::<String>::new());
    assert_eq!(words::verdict(visits), "Only the usual ups and downs");
    let chart = process_chart(visits).expect("it has figures");
    assert!(chart.subtitle.ends_with("of the figures between breaks"), "{}", chart.subtitle);
    assert!(chart.notes[0].contains("January 2020: New case management system"), "{:?}", chart.notes);
}
