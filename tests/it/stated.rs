//! What tables state besides the council's own figures: kept, given the measures that names mean, and taken back.

use corporate_parenting_calculator::app::lines::{LinesAction, OwnAction};
use corporate_parenting_calculator::app::state::{Action, State};
use corporate_parenting_calculator::commentary::Part;
use corporate_parenting_calculator::compare::{Choices, scorecard};
use corporate_parenting_calculator::indicator::{self, Good, Measure, OwnMeasure};
use corporate_parenting_calculator::period::Period;

use crate::common::decimal;

const TABLE: &str = "Measure\t2022/23\tTarget\tEngland 2022/23\tComments\n\
    Three or more placements\t9.8%\t9%\t10%\tFewer moves\nFrobnication\t76%\t80%\t70%\tMore of it\n";

fn read(state: &State, text: &str) -> State {
    state.after(Action::Read(text.to_owned()))
}

fn measure(id: &str) -> Measure {
    indicator::by_id(id).expect("the catalogue has it").into()
}

fn settled() -> State {
    let state = read(&State::default(), TABLE);
    let line = state.lines.unsettled()[0].line();
    state.after(LinesAction::ReadAs(line, measure("immunisations")))
}

#[test]
fn targets_and_comments_of_a_name_wait_until_it_is_settled() {
    let state = read(&State::default(), TABLE);
    assert!(state.targets.typed(&measure("immunisations")).is_blank());
    assert_eq!(state.targets.typed(&measure("three-or-more-placements")).value, "9");
    let settled = settled();
    assert_eq!(settled.targets.typed(&measure("immunisations")).value, "80");
    let mut of_comparators =
        settled.stated.comparators().iter().filter_map(|stated| Some(stated.settled()?.0));
    assert_eq!(of_comparators.next_back(), Some(measure("immunisations")));
    let said = |state: &State| {
        let texts = state.commentary.remarks().iter().map(|remark| remark.text(Part::Showing).to_owned());
        texts.collect::<Vec<_>>()
    };
    assert_eq!(
        (said(&state), said(&settled)),
        (vec!["Fewer moves".to_owned()], vec!["Fewer moves".to_owned(), "More of it".to_owned()])
    );
    assert_eq!(settled.after(Action::Undo).stated, state.stated);
    assert!(state.after(Action::Undo).stated.is_empty());
}

#[test]
fn the_target_of_an_own_measure_is_judged_once_a_direction_is_better() {
    let state = read(&State::default(), TABLE);
    let kept = state.after(OwnAction::Keep(state.lines.unsettled()[0].line()));
    let own = kept.lines.own_measures().remove(0);
    let against = |state: &State| {
        let choices = Choices { period: Some(Period::Year(2023)), ..state.choices() };
        let card = scorecard(&state.figures(), &choices);
        let row = card.rows.into_iter().find(|row| row.indicator.id == own.id);
        row.and_then(|row| row.target).expect("it has a figure and a target")
    };
    assert_eq!(against(&kept).target.value, decimal("80"));
    assert!(!against(&kept).is_judged());
    let defined = kept.after(OwnAction::Define(OwnMeasure { good: Good::High, ..OwnMeasure::of(&own) }));
    assert!(against(&defined).is_judged());
}

#[test]
fn a_figure_of_england_that_is_not_the_official_one_is_told_once() {
    let state = read(&read(&State::default(), TABLE), TABLE);
    let told: Vec<String> = state.stated_differing().iter().map(ToString::to_string).collect();
    let title = &measure("three-or-more-placements").title;
    assert_eq!(told, [format!("{title}, 2022/23: your table says 10% for England; DfE published 11%")]);
    let agreeing = read(&State::default(), &TABLE.replace("10%", "11%"));
    assert_eq!(agreeing.stated_differing(), []);
}

#[test]
fn the_working_copy_keeps_what_is_stated_and_no_other_does() {
    let state = settled();
    let public = State::restored(state.publishable_copy().into_inner());
    assert!(public.stated.is_empty());
    let private = state.private_copy().expect("a person may keep everything");
    assert_eq!(State::restored(private.into_inner()).stated, state.stated);
}

#[test]
fn what_was_said_of_a_failed_paste_goes_with_the_next() {
    let failed = read(&State::default(), "nothing to see here");
    assert!(!failed.lines.table_problems().is_empty());
    let read_after = read(&failed, "Dental checks\t88%\n");
    assert_eq!(read_after.lines.table_problems().len(), 0);
}
