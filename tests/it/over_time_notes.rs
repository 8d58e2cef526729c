//! What the council knows about its figures over time: a one-off is left out of the usual range by hand.

use corporate_parenting_calculator::app::state::{Action, Setting, State};
use corporate_parenting_calculator::compare::{
    Begins, Choices, LastPeriods, NotJudged, OneOff, OneOffs, Outlook, OwnBreak, Pattern, Target,
};
use corporate_parenting_calculator::indicator;
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
    assert!(words::verdict(newest).contains("The newest figure is not judged: it is left out"));
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
