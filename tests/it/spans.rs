//! What months and quarters of measures counted over a year are of: asked for each table, and the year to date that one gives.

use corporate_parenting_calculator::app::state::{Action, State};
use corporate_parenting_calculator::compare::{LastPeriods, Length, OverTime, TimeOf};
use corporate_parenting_calculator::indicator::{Span, by_id};
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::words::over_time as words;

use crate::over_time::{of_month, row};

/// An answer holds for the measures of the table it was given for; those of the next are asked about, and notes name both.
#[test]
fn what_months_are_of_is_asked_for_each_table() {
    let first = State::default()
        .after(Action::Read("Indicator\tApr 2024\tMay 2024\nReviews on time\t90%\t91%\n".to_owned()))
        .after(of_month(&["reviews-on-time"]));
    let shown =
        |state: &State| OverTime::of(&state.figures(), &state.choices(), Length::Months, LastPeriods::Twelve);
    assert!(!shown(&first).is_unsaid());
    let both =
        first.after(Action::Read("Indicator\tApr 2024\tMay 2024\nMissing incidents\t11\t12\n".to_owned()));
    assert_eq!(row(&shown(&both), "missing-incidents").time, TimeOf::NotSaid);
    assert_eq!(row(&shown(&both), "reviews-on-time").time, TimeOf::Said(Span::InMonth));
    let notes = words::notes(&shown(&both));
    let starts = ["missing-incidents", "reviews-on-time"]
        .map(|id| format!("{}: Figures counted", row(&shown(&both), id).measure.title));
    assert!(
        starts.iter().all(|start| notes.iter().any(|note| note.starts_with(start.as_str()))),
        "{notes:#?}"
    );
}

/// Nothing hangs on what one figure covers: of that it is not asked.
#[test]
fn of_one_figure_it_is_not_asked_what_it_covers() {
    let state =
        State::default().after(Action::Read("Indicator\tMay 2024\nMissing incidents\t12\n".to_owned()));
    let shown = OverTime::of(&state.figures(), &state.choices(), Length::Months, LastPeriods::Twelve);
    assert!(!shown.is_unsaid());
    assert_eq!(
        words::verdict(row(&shown, "missing-incidents")),
        "1 figure is too few to judge: 5 are needed"
    );
    assert!(words::notes(&shown).iter().all(|note| !note.contains("do not know")));
}

/// A year to date that a table gives is shown up to its newest month, and not for a later one.
#[test]
fn a_year_to_date_that_is_given_is_shown() {
    let table = "Indicator\tApr 2024\tMay 2024\tJun 2024\tYTD\n\
        Reviews on time\t90%\t92%\t91%\t91.2%\n\
        Children who started to be looked after\t20\t21\t19\t61\n";
    let state = State::default().after(Action::Read(table.to_owned()));
    let spans = state.after(of_month(&["reviews-on-time", "started-care"]));
    let shown = |state: &State| {
        let of = OverTime::of(&state.figures(), &state.choices(), Length::Months, LastPeriods::Twelve);
        of.with_stated(&state.stated.to_date())
    };
    let first = shown(&spans);
    let reviews = row(&first, "reviews-on-time");
    assert_eq!(words::year_to_date_text(reviews), "91.2%");
    assert_eq!(words::to_date_differs(reviews), "");
    let started = row(&first, "started-care");
    assert_eq!(words::year_to_date_text(started), "60");
    assert_eq!(
        words::to_date_differs(started),
        "Your table gives 61 for the year to date, but its figures come to 60."
    );
    assert!(words::notes(&first).iter().any(|note| note.contains("your table gives")));
    let later = spans.after(Action::Read("Indicator\tJul 2024\nReviews on time\t93%\n".to_owned()));
    assert_eq!(words::year_to_date_text(row(&shown(&later), "reviews-on-time")), "");
    // It stays with the private copy, and in no other.
    let copies = [later.private_copy().expect("it may stay inside"), later.publishable_copy()];
    let kept = copies.map(|copy| !State::restored((*copy).clone()).stated.to_date().is_empty());
    assert_eq!(kept, [true, false]);
}

#[test]
fn spans_have_names() {
    let names = Span::ALL.map(Span::id);
    assert_eq!(names, ["in-month", "year-to-date", "rolling-year"]);
    assert_eq!(names.map(Span::by_id), Span::ALL.map(Some));
}

/// Each line: a measure, whether it is out of what happened in a time, and whether months add up to its year.
#[test]
fn what_happens_in_a_month_adds_up_where_it_happens_once() {
    for (id, is_out_of_events, adds_up) in [
        ("started-care", true, true),
        ("missing-incidents", true, true),
        ("reviews-on-time", true, true),
        ("missing-children", true, false),
        ("children-in-care", false, false),
        ("dental-checks", false, false),
    ] {
        let indicator = by_id(id).unwrap_or_else(|| panic!("no {id}"));
        assert_eq!((indicator.is_out_of_events(), indicator.adds_up()), (is_out_of_events, adds_up), "{id}");
    }
}

/// A note of a year separates what is before its first month from that month on.
#[test]
fn a_note_separates_what_is_before_it_from_what_it_is_of() {
    let rate = by_id("children-in-care-rate").expect("the catalogue has it");
    let note = rate.notes.iter().find(|note| note.period == "2019").expect("it has a note of 2019");
    let between = |from, to| note.is_between(Period::Month(2018, from), Period::Month(2018, to));
    assert_eq!([between(3, 4), between(4, 5), between(2, 3)], [true, false, false]);
}
