//! Names that are not known: each is asked once, settled for all its rows, and remembered for the next table.

use corporate_parenting_calculator::app::lines::{LinesAction, OwnAction};
use corporate_parenting_calculator::app::name::Name;
use corporate_parenting_calculator::app::names::Meaning;
use corporate_parenting_calculator::app::search::search;
use corporate_parenting_calculator::app::state::{Action, Example, State};
use corporate_parenting_calculator::disclose::Audience;
use corporate_parenting_calculator::indicator::{self, Measure};
use corporate_parenting_calculator::read::Entry;
use corporate_parenting_calculator::words::status::{Added, Status};

/// Two names that no indicator has, one that several have, and one that is known; two years each.
const TABLE: &str = "Measure\t2021/22\t2022/23\nFrobnication\t70%\t76%\nEET\t51%\t55%\nBiscuits eaten\t7\t9\n\
    Dental checks\t80%\t85%\n";
const NEXT_YEAR: &str =
    "Measure\t2023/24\nFrobnication\t78%\nEET\t57%\nBiscuits eaten\t8\nDental checks\t88%\n";

fn read(state: &State, text: &str) -> State {
    state.after(Action::Read(text.to_owned()))
}

fn indicator(id: &str) -> Measure {
    indicator::by_id(id).expect("the catalogue has it").into()
}

fn labels(state: &State) -> Vec<String> {
    state.lines.unsettled().iter().map(|name| name.label().to_owned()).collect()
}

fn added(state: &State) -> Added {
    let added = state.message.statuses().iter().find_map(|status| match status {
        Status::Added(_, added) => Some(added.clone()),
        _ => None,
    });
    added.expect("something was added")
}

/// The table with its first name read as immunisations, its second as its first offer, and the rest left out.
fn settled() -> State {
    let state = read(&State::default(), TABLE);
    let names = state.lines.unsettled();
    let offer = names[1].offers()[0];
    [
        LinesAction::ReadAs(names[0].line(), indicator("immunisations")),
        LinesAction::ReadAs(names[1].line(), offer.into()),
        LinesAction::LeaveOutUnsettled,
    ]
    .into_iter()
    .fold(state, |state, action| state.after(action))
}

/// What a private working copy or, for the public, a publishable one keeps of a state.
fn copied(state: &State, audience: Audience) -> String {
    let copy = match audience {
        Audience::Council => state.private_copy().expect("a person may keep everything"),
        Audience::Public => state.publishable_copy(),
    };
    serde_json::to_string(&*copy).expect("it can be written")
}

/// The same state after it was saved in such a copy and opened again.
fn reopened(state: &State, audience: Audience) -> State {
    State::restored(serde_json::from_str(&copied(state, audience)).expect("it can be read"))
}

#[test]
fn each_name_is_asked_once_with_all_its_rows() {
    let state = read(&State::default(), TABLE);
    assert_eq!(labels(&state), ["Frobnication", "EET", "Biscuits eaten"]);
    assert_eq!(state.lines.all_problems(), [], "what is asked is no problem besides");
    let added = added(&state);
    assert_eq!((added.figures, added.names, added.unsure), (2, 3, 0));
    let [first, second, _] = state.lines.unsettled().try_into().expect("there are three");
    assert_eq!((first.entries().count(), first.rows().len(), first.offers().len()), (2, 1, 0));
    assert!(!second.offers().is_empty() && second.offers().len() <= 3);
}

#[test]
fn one_choice_settles_every_row_of_a_name_and_can_be_taken_back() {
    let state = settled();
    assert!(labels(&state).is_empty());
    assert_eq!((state.figures().len(), state.names.len()), (6, 3));
    assert_eq!(state.message, Status::NamesLeftOut(1).into());
    let undone = (0..3).fold(state, |state, _| state.after(Action::Undo));
    assert_eq!((labels(&undone).len(), undone.names.len()), (3, 0));
}

#[test]
fn the_next_table_asks_nothing() {
    for start in [settled(), settled().after(Action::Clear), reopened(&settled(), Audience::Council)] {
        let state = read(&start, NEXT_YEAR);
        let added = added(&state);
        assert_eq!((added.figures, added.names, added.unsure, added.remembered), (3, 0, 0, 3));
        assert!(labels(&state).is_empty());
    }
}

#[test]
fn what_names_mean_is_in_no_copy_that_is_published() {
    let state = settled();
    for (audience, expected) in [(Audience::Council, 3), (Audience::Public, 0)] {
        let reopened = reopened(&state, audience);
        assert_eq!(reopened.names.len(), expected);
        let text = copied(&state, audience);
        assert_eq!(text.to_lowercase().contains("frobnication"), audience == Audience::Council, "{text}");
    }
}

#[test]
fn choosing_anew_in_the_table_changes_what_is_remembered() {
    let state = settled();
    let name = |label: &str| Name::of(&Entry { label: label.to_owned(), ..Entry::default() });
    let (first, last) = (state.lines.as_slice()[0].id, state.lines.as_slice()[4].id);
    let other = indicator("dental-checks");
    let anew = state.after(LinesAction::ReadAs(first, other.clone())).after(LinesAction::LeaveOut(last));
    assert_eq!(anew.names.meaning(&name("Frobnication")), Some(&Meaning::Measure(other)));
    assert_eq!(anew.names.meaning(&name("Biscuits eaten")), None);
    assert_eq!(labels(&anew), ["Biscuits eaten"]);
}

#[test]
fn what_a_name_says_by_itself_is_not_remembered() {
    let state = read(&State::default(), TABLE);
    let known = state.lines.as_slice()[6].id;
    let out = state.after(LinesAction::LeaveOut(known));
    let other = state.after(LinesAction::ReadAs(known, indicator("immunisations")));
    let same = other.after(LinesAction::ReadAs(known, indicator("dental-checks")));
    assert_eq!([out, other, same].map(|state| state.names.len()), [0, 1, 0]);
}

#[test]
fn names_are_kept_as_measures_of_the_council_and_are_so_in_the_next_table() {
    let state = read(&State::default(), TABLE);
    let kept = state.after(OwnAction::KeepUnsettled);
    assert_eq!(kept.message, Status::NamesKept(3).into());
    assert_eq!((labels(&kept).len(), kept.figures().len(), kept.own_measures().len()), (0, 8, 3));
    let one_by_one =
        state.lines.unsettled().iter().fold(state, |state, name| state.after(OwnAction::Keep(name.line())));
    assert_eq!((&one_by_one.lines, &one_by_one.names), (&kept.lines, &kept.names));
    for start in [kept.clone(), reopened(&kept, Audience::Council)] {
        let next = read(&start, NEXT_YEAR);
        let added = added(&next);
        assert_eq!((added.figures, added.names, added.remembered), (4, 0, 3));
        assert_eq!(next.own_measures(), kept.own_measures());
    }
    assert_eq!(labels(&kept.after(Action::Undo)).len(), 3);
}

#[test]
fn an_example_is_read_as_it_stands() {
    let state = settled().after(Action::Load(Example::Cambridgeshire2023));
    assert_eq!((state.names.len(), state.figures().len()), (0, 28));
}

#[test]
fn saved_rows_that_are_not_settled_are_offered_the_same_again() {
    let state = read(&State::default(), TABLE);
    let reopened = reopened(&state, Audience::Council);
    let offers = |state: &State| -> Vec<_> {
        state.lines.unsettled().iter().map(|name| name.offers().to_vec()).collect()
    };
    assert_eq!((labels(&reopened), offers(&reopened)), (labels(&state), offers(&state)));
}

/// Each line: two names, and whether they are the same from table to table.
#[test]
fn dates_and_periods_are_no_part_of_a_name() {
    let name = |(label, context): (&str, &str)| {
        Name::of(&Entry { label: label.to_owned(), context: context.to_owned(), ..Entry::default() })
    };
    for (one, other, is_same) in [
        (("CiC", ""), ("cic ", ""), true),
        (("CiC at 31 March 2023", ""), ("CiC at 30th June 2024", ""), true),
        (("CiC (Mar-24)", ""), ("CiC (Apr 24)", ""), true),
        (("CiC", "Scorecard Q1 2022/23"), ("CiC", "Scorecard Q4 2023-24"), true),
        (("CiC", "Scorecard \u{2013} June 2024"), ("CiC", "Scorecard \u{2013} Sept 2025"), true),
        (("CiC", "Stability"), ("CiC", "Health"), false),
        (("KPI 12 CiC", ""), ("KPI 13 CiC", ""), false),
        (("Aged 22-23", ""), ("Aged 24-25", ""), false),
        (("Aged 16 to 17", ""), ("Aged 18 to 21", ""), false),
        (("3 or more moves", ""), ("2 or more moves", ""), false),
        (("% in time", ""), ("% not in time", ""), false),
        (("Visits in time", ""), ("Visits in time (%)", ""), false),
        (("Children <5", ""), ("Children 5+", ""), false),
    ] {
        assert_eq!(name(one) == name(other), is_same, "{one:?} and {other:?}");
    }
}

#[test]
fn two_hundred_names_are_left_out_in_one_step() {
    let rows: Vec<String> = (0..200).map(|row| format!("Frobnication of kind {row}\t{row}\t300")).collect();
    let state = read(&State::default(), &rows.join("\n"));
    assert_eq!(labels(&state).len(), 200);
    let out = state.after(LinesAction::LeaveOutUnsettled);
    assert_eq!((labels(&out).len(), out.names.len()), (0, 200));
    assert_eq!(labels(&out.after(Action::Undo)).len(), 200);
}

/// Each line: what is typed, and the first found of these.
#[test]
fn a_measure_is_found_by_words_of_its_names() {
    let all = [
        ("Children in care", "looked after children lac cla"),
        ("Children in care per 10,000 children", "cic rate"),
        ("Children who started to be looked after", "starters new entrants"),
        ("Unaccompanied children", "uasc asylum-seeking"),
        ("Reviews on time", "iro"),
        ("Placed over 20 miles away", "distance"),
    ];
    for (typed, first, found) in [
        ("", "Children in care", 6),
        ("children in care", "Children in care", 2),
        ("care per", "Children in care per 10,000 children", 1),
        ("looked", "Children who started to be looked after", 2),
        ("chil start", "Children who started to be looked after", 1),
        ("LAC", "Children in care", 2),
        ("asylum", "Unaccompanied children", 1),
        ("companied", "Unaccompanied children", 1),
        ("20 mile", "Placed over 20 miles away", 1),
        ("  on-time ", "Reviews on time", 1),
        ("%", "Children in care", 6),
        ("biscuits", "", 0),
    ] {
        let positions = search(all, typed);
        let name = positions.first().map_or("", |position| all[*position].0);
        assert_eq!((name, positions.len()), (first, found), "{typed}");
    }
}
