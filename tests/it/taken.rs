//! What it would take: what is chosen at first, boxes that exclude each other, and one number in every part of the answer.

use corporate_parenting_calculator::app::scenarios::{Goal, Later, ReachAction, ReachField, Taken};
use corporate_parenting_calculator::app::state::{Action, State};
use corporate_parenting_calculator::area;
use corporate_parenting_calculator::compare::{Choices, ENGLAND};
use corporate_parenting_calculator::indicator;

fn edit(field: ReachField, text: &str) -> Action {
    ReachAction::Edit(field, text.to_owned()).into()
}

fn measure(id: &str, numerator: u64, denominator: u64) -> Action {
    let measure = indicator::by_id(id).expect("the catalogue has it");
    ReachAction::Indicator(Some((measure.into(), numerator, denominator))).into()
}

fn after(actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().fold(State::default(), |state, action| state.after(action))
}

fn taken(state: &State) -> Taken {
    let choices = Choices { council: area::by_name("Cambridgeshire"), ..Choices::default() };
    let found = Taken::of(&state.scenarios.reach, &choices, "").expect("it has a target");
    found.expect("everything needed is entered")
}

#[test]
fn a_measure_is_first_held_against_every_comparator() {
    let state = after([measure("long-term-stability", 162, 233)]);
    assert_eq!(state.scenarios.reach.goal, Goal::Every);
    let every = taken(&state);
    assert_eq!(every.sentences, ["162 of 233 is 69.5%."]);
    let rows = every.against.expect("it is published").1.rows;
    assert_eq!(
        every.headline,
        format!(
            "{} of {} comparators are met now",
            rows.iter().filter(|row| row[2] == "met now").count(),
            rows.len()
        )
    );
    assert!(every.steps.is_none());
    // What a person chose or typed before stays, where the measure has it.
    let england = ReachAction::Goal(Goal::Comparator(&ENGLAND)).into();
    let typed = edit(ReachField::Target, "71");
    for (first, then, expected) in [
        (england, measure("immunisations", 500, 600), Goal::Comparator(&ENGLAND)),
        (typed, measure("immunisations", 500, 600), Goal::Typed),
        (
            ReachAction::Goal(Goal::Every).into(),
            measure("initial-health-assessments-on-time", 27, 167),
            Goal::Typed,
        ),
    ] {
        assert_eq!(after([first, then]).scenarios.reach.goal, expected);
    }
}

#[test]
fn the_denominator_changes_in_one_way() {
    let start = [measure("long-term-stability", 162, 233), edit(ReachField::Target, "71")];
    let typed = ReachAction::Goal(Goal::Typed).into();
    let grown = after(start.into_iter().chain([
        typed,
        edit(ReachField::EachMonth, "10"),
        edit(ReachField::Growth, "10"),
    ]));
    assert_eq!(
        (grown.scenarios.reach.text(ReachField::EachMonth), grown.scenarios.reach.later(233)),
        ("", Some(Later::Total(256)))
    );
    let found = taken(&grown);
    assert_eq!(found.headline, "20 more, with 256 in all");
    let (heading, table) = found.against.expect("it is published");
    assert_eq!(heading, "Every comparator at once, with 256 in all");
    assert!(table.rows.iter().all(|row| row[4].contains(" of 256, ")), "{:?}", table.rows);
    // The steps are those of then, and say so; what it takes then comes first.
    assert!(found.sentences[0].contains("With 256 in all, 20 more"), "{:?}", found.sentences);
    let (heading, steps) = found.steps.expect("there is a target");
    assert_eq!(
        (heading.as_str(), steps.rows[0][1].as_str()),
        ("Step by step, with 256 in all", "162 of 256")
    );
    let next = grown.after(edit(ReachField::EachMonth, "10"));
    assert_eq!(next.scenarios.reach.text(ReachField::Growth), "");
    let found = taken(&next);
    assert_eq!(found.headline, "47 of the next 60");
    assert_eq!(
        found.sentences[1],
        "At least 47 of the next 60 (10 a month for 6 months) must join the 162 to reach 71%: 8 a month. Then it is 209 of 293, 71.3%."
    );
    let (heading, table) = found.against.expect("it is published");
    assert_eq!(heading, "Every comparator at once, with the next 60");
    assert!(
        table.rows.iter().all(|row| row[2].ends_with("the next 60") && row[4].contains(" of 293, ")),
        "{:?}",
        table.rows
    );
    // An empty box clears nothing.
    assert_eq!(next.after(edit(ReachField::Growth, "")).scenarios.reach.text(ReachField::EachMonth), "10");
}
