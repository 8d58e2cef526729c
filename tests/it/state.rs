//! The page's state: what each action does, and that undo takes it back.

use corporate_parenting_calculator::app::lines::{Field, LinesAction, OwnAction, Slot};
use corporate_parenting_calculator::app::state::{Action, Example, Setting, State};
use corporate_parenting_calculator::app::targets::{TargetField, TargetsAction};
use corporate_parenting_calculator::area;
use corporate_parenting_calculator::compare::{
    Average, ComparatorKind, ENGLAND, SAME_TYPE, TargetError, Way,
};
use corporate_parenting_calculator::indicator;
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::published;
use corporate_parenting_calculator::read::Layout;
use corporate_parenting_calculator::words::forms::FormError;
use corporate_parenting_calculator::words::status::{Added, Status};

use crate::common::decimal;

fn after(actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().fold(State::default(), |state, action| state.after(action))
}

fn read(text: &str) -> Action {
    Action::Read(text.to_owned())
}

#[test]
fn an_example_chooses_its_council_and_period() {
    let state = after([Action::Load(Example::Cambridgeshire2023)]);
    assert_eq!(state.settings.council, area::by_name("Cambridgeshire"));
    assert_eq!(state.settings.period, Some(Period::Year(2023)));
    assert_eq!(state.lines.len(), 28);
    assert_eq!(state.lines.all_problems(), []);
    let other = state.after(Action::Load(Example::Cambridgeshire2020));
    assert_eq!((other.settings.period, other.lines.len()), (Some(Period::Year(2020)), 117));
}

#[test]
fn reading_adds_and_says_what_it_found() {
    let state = after([
        read("Dental checks\t70\t100\nFrobnication\t1\t2"),
        read("Dental checks\t70\t100\nImmunisations\t8\t10"),
    ]);
    assert_eq!(state.lines.len(), 3);
    assert_eq!(state.figures().len(), 2);
    let added = Added { figures: 1, repeated: 1, layouts: vec![Layout::Counts], ..Added::default() };
    assert_eq!(state.message, Status::Added(String::new(), added).into());
    assert_eq!(state.settings.period, None);
}

#[test]
fn nothing_entered_is_lost_by_bad_input() {
    let state = after([read("Dental checks\t70\t100"), read(""), read("\u{0}\u{1}"), read("hello world")]);
    assert_eq!(state.figures().len(), 1);
    let [Status::Added(_, added)] = state.message.statuses() else { panic!("{}", state.message) };
    assert_eq!((added.figures, added.unsure, added.names, added.repeated), (0, 0, 0, 0));
}

#[test]
fn typing_recomputes_at_once_and_is_one_step_for_undo() {
    let state = after([read("Dental checks\t70\t100")]);
    let id = state.lines.as_slice()[0].id;
    let typed = ["", "8", "80"].into_iter().fold(state.clone(), |state, text| {
        state.after(LinesAction::Edit(id.cell(Field::Numerator), text.to_owned()))
    });
    let shown = |state: &State| {
        state
            .figures()
            .first()
            .and_then(|figure| figure.amount.shown(&figure.indicator))
            .map(|shown| shown.to_string())
    };
    assert_eq!(shown(&typed).as_deref(), Some("80.0"));
    assert_eq!(shown(&typed.after(Action::Undo)).as_deref(), Some("70.0"));
    assert_eq!(shown(&typed.after(Action::Undo).after(Action::Redo)).as_deref(), Some("80.0"));
    let deleted = typed.after(LinesAction::Delete(vec![id]));
    assert_eq!(shown(&deleted), None);
    assert_eq!(shown(&deleted.after(Action::Undo)).as_deref(), Some("80.0"));
    let wrong = typed.after(LinesAction::Edit(id.cell(Field::Denominator), "7".to_owned()));
    assert_eq!(shown(&wrong), None);
    assert_eq!(wrong.lines.all_problems().len(), 1);
}

#[test]
fn choosing_an_indicator_serves_every_line_of_that_name() {
    let state = after([read("Measure\t21/22\t22/23\nOur own name\t70%\t76%\nDental checks\t1%\t2%")]);
    assert_eq!(state.figures().len(), 2);
    let Some(immunisations) = indicator::by_id("immunisations") else { panic!("the catalogue has it") };
    let chosen = state.after(LinesAction::ReadAs(state.lines.as_slice()[0].id, immunisations.into()));
    assert_eq!(chosen.figures().iter().filter(|figure| figure.indicator == immunisations).count(), 2);
    let out = chosen.after(LinesAction::LeaveOut(state.lines.as_slice()[2].id));
    assert_eq!(out.figures().len(), 2);
    assert_eq!(out.lines.len(), 4);
    let back = out.after(LinesAction::LeaveOut(state.lines.as_slice()[2].id));
    assert_eq!(back.figures().len(), 4);
}

#[test]
fn a_row_taken_back_in_is_what_it_was_chosen_to_be() {
    let state = after([read("Our own name\t7\t10")]);
    let id = state.lines.as_slice()[0].id;
    let Some(immunisations) = indicator::by_id("immunisations") else { panic!("the catalogue has it") };
    let actions =
        [LinesAction::ReadAs(id, immunisations.into()), LinesAction::LeaveOut(id), LinesAction::LeaveOut(id)];
    let back = actions.into_iter().fold(state, |state, action| state.after(action));
    assert_eq!(back.figures().first().map(|figure| figure.indicator.clone()), Some(immunisations.into()));
}

#[test]
fn typing_what_is_there_already_does_not_hide_the_next_change_from_undo() {
    let state = after([read("Dental checks\t70\t100")]);
    let id = state.lines.as_slice()[0].id;
    let edited = state
        .after(LinesAction::Edit(id.cell(Field::Numerator), "70".to_owned()))
        .after(LinesAction::Edit(id.cell(Field::Numerator), "7".to_owned()));
    assert_eq!(edited.after(Action::Undo).lines, state.lines);
}

#[test]
fn an_indicator_without_numbers_is_no_figure() {
    let Some(immunisations) = indicator::by_id("immunisations") else { panic!("the catalogue has it") };
    let chosen = State::default().after(LinesAction::AddMeasure(immunisations.into(), String::new()));
    assert_eq!((chosen.figures().len(), chosen.lines.all_problems().len()), (0, 0));
}

#[test]
fn an_area_can_be_mended() {
    let state = after([read("indicator,area,numerator,denominator\nDental checks,Cambs,70,100")]);
    assert_eq!(state.figures().len(), 0);
    let mended = state.after(LinesAction::Edit(
        state.lines.as_slice()[0].id.cell(Field::Area),
        "Cambridgeshire".to_owned(),
    ));
    assert_eq!(mended.figures().first().and_then(|figure| figure.area), area::by_name("Cambridgeshire"));
}

#[test]
fn an_example_brings_no_population_of_another_area() {
    let state = after([
        Action::Set(Setting::Population("50000".to_owned())),
        Action::Load(Example::Cambridgeshire2023),
    ]);
    assert_eq!(state.choices().population, None);
}

#[test]
fn scenarios_start_from_the_figures_and_keep_the_last_good_answer() {
    use corporate_parenting_calculator::app::scenarios::{CaseloadAction, Input};
    let state = after([Action::Load(Example::Cambridgeshire2023)]);
    let scenario = state.scenarios.caseloads.selected();
    assert_eq!(
        (scenario.text(Input::Children), scenario.text(Input::Average), scenario.text(Input::Target)),
        ("646", "20", "15")
    );
    assert!(scenario.good().inputs.is_some() && !scenario.is_old());
    for (input, text) in
        [(Input::Target, "0"), (Input::Target, "many"), (Input::Growth, "5000"), (Input::Children, "-3")]
    {
        let wrong = state.after(CaseloadAction::Edit(input, text.to_owned()));
        let scenario = wrong.scenarios.caseloads.selected();
        assert_eq!(scenario.errors.first().map(|(input, _)| *input), Some(input), "{text}");
        assert_eq!(scenario.good(), state.scenarios.caseloads.selected().good(), "{text}");
        assert_eq!(wrong.after(Action::Undo).scenarios.caseloads, state.scenarios.caseloads);
    }
    let workers = state.after(CaseloadAction::Edit(Input::Workers, "40".to_owned()));
    assert_eq!(workers.scenarios.caseloads.selected().text(Input::Average), "");
    let copied = state.after(CaseloadAction::Copy);
    assert_eq!((copied.scenarios.caseloads.scenarios.len(), copied.scenarios.caseloads.selected), (3, 2));
    assert_eq!(copied.after(CaseloadAction::Remove).scenarios.caseloads.scenarios.len(), 2);
}

#[test]
fn growth_is_taken_from_the_figures() {
    use corporate_parenting_calculator::app::scenarios::{Role, change_in_a_year};
    let state = after([read("Indicator\tMar-19\tApr-19\tMar-20\nChildren in care\t772\t785\t714\n")]);
    let found = change_in_a_year(&state.figures(), Role::SocialWorker);
    assert_eq!(found, Some((772, 714, Period::Year(2020))));
    assert_eq!(change_in_a_year(&state.figures(), Role::PersonalAdviser), None);
}

#[test]
fn what_it_would_take_is_kept_and_undone() {
    use corporate_parenting_calculator::app::scenarios::{Goal, ReachAction, ReachField};
    let Some(stability) = indicator::by_id("long-term-stability") else { panic!("the catalogue has it") };
    let state = after([
        Action::from(ReachAction::Indicator(Some((stability.into(), 162, 233)))),
        Action::from(ReachAction::Goal(Goal::Comparator(&ENGLAND))),
        Action::from(ReachAction::Edit(ReachField::Growth, "10".to_owned())),
    ]);
    assert_eq!(
        (state.scenarios.reach.count(ReachField::Numerator), state.scenarios.reach.later_denominator(233)),
        (Ok(Some(162)), Ok(Some(256)))
    );
    assert_eq!(state.after(Action::Undo).scenarios.reach.text(ReachField::Growth), "");
    for (field, text) in
        [(ReachField::Numerator, "-1"), (ReachField::Denominator, "two"), (ReachField::Months, "1.5")]
    {
        let wrong = state.after(ReachAction::Edit(field, text.to_owned()));
        assert!(wrong.scenarios.reach.count(field).is_err(), "{text}");
    }
    let gone = state.after(ReachAction::Edit(ReachField::Growth, "-100".to_owned()));
    assert!(gone.scenarios.reach.later_denominator(233).is_err());
}

#[test]
fn every_change_can_be_taken_back() {
    let start = after([Action::Load(Example::Cambridgeshire2023)]);
    let id = start.lines.as_slice()[3].id;
    let Some(other) = indicator::by_id("immunisations") else { panic!("the catalogue has it") };
    let actions = [
        read("Dental checks\t70\t100"),
        Action::Load(Example::Cambridgeshire2020),
        LinesAction::Edit(id.cell(Field::Value), "5".to_owned()).into(),
        LinesAction::ReadAs(id, other.into()).into(),
        LinesAction::LeaveOut(id).into(),
        LinesAction::Delete(vec![id]).into(),
        LinesAction::Put(Slot::Line(id), "5".to_owned()).into(),
        LinesAction::Put(Slot::New { like: id, period: "2019/20".to_owned() }, "5 of 9".to_owned()).into(),
        LinesAction::Retime(vec![id], "2019/20".to_owned()).into(),
        LinesAction::AddMeasure(other.into(), String::new()).into(),
        LinesAction::AddPeriod("2019/20".to_owned()).into(),
        OwnAction::Add("Bicycles given".to_owned(), String::new()).into(),
        Action::Clear,
        Action::Set(Setting::Council(None)),
        Action::Set(Setting::Period(None)),
        Action::Set(Setting::Model(area::NeighbourModel::ALL[1])),
        Action::Set(Setting::Population("135700".to_owned())),
        Action::Set(Setting::Way(Way::Quartile)),
        Action::Set(Setting::Known(Some(2023))),
        TargetsAction::Type(other.into(), TargetField::Value, "90".to_owned()).into(),
    ];
    let entered = |state: &State| (state.lines.clone(), state.settings.clone(), state.targets.clone());
    for action in actions {
        let changed = start.after(action.clone());
        assert!(entered(&changed) != entered(&start), "{action:?} changes nothing");
        let undone = changed.after(Action::Undo);
        assert!(entered(&undone) == entered(&start), "{action:?} is not undone");
        let again = undone.after(Action::Redo);
        assert!(entered(&again) == entered(&changed), "{action:?} is not made again");
    }
    let all = actions_undone(&start);
    assert!(!all.can_undo() && all.lines.is_empty());
}

/// Each line: what is typed for a percentage, and what comes of it.
#[test]
fn typed_targets_are_numbers_or_say_what_is_wrong() {
    let Some(indicator) = indicator::by_id("immunisations") else { panic!("the catalogue has it") };
    let not_a_share = |value: &str| FormError::Target(TargetError::NotAShare(decimal(value)));
    let too_small = FormError::Target(TargetError::ToleranceBelowZero(decimal("-2")));
    let not_a_number = |text: &str| FormError::NotADecimal(text.to_owned());
    for (value, tolerance, expected) in [
        ("", "", Ok(None)),
        ("90", "", Ok(Some("90 and 0"))),
        (" 90.5 % ", "2%", Ok(Some("90.5 and 2"))),
        ("0", "0", Ok(Some("0 and 0"))),
        ("100", "", Ok(Some("100 and 0"))),
        ("100.1", "", Err(not_a_share("100.1"))),
        ("-1", "", Err(not_a_share("-1"))),
        ("ninety", "", Err(not_a_number("ninety"))),
        ("90", "few", Err(not_a_number("few"))),
        ("90", "-2", Err(too_small)),
        ("", "2", Err(FormError::ToleranceAlone)),
    ] {
        let set =
            |field, text: &str| Action::from(TargetsAction::Type(indicator.into(), field, text.to_owned()));
        let state = after([set(TargetField::Value, value), set(TargetField::Tolerance, tolerance)]);
        let found = state.targets.typed(&indicator.into()).target().map_err(|(_, error)| error);
        let found =
            found.map(|target| target.map(|target| format!("{} and {}", target.value, target.tolerance)));
        let is_target = usize::from(matches!(found, Ok(Some(_))));
        assert_eq!(found, expected.map(|text| text.map(str::to_owned)), "{value} {tolerance}");
        assert_eq!(state.choices().targets.len(), is_target, "{value} {tolerance}");
    }
}

#[test]
fn typing_a_target_is_one_step_and_is_saved_with_the_page() {
    let Some(indicator) = indicator::by_id("immunisations") else { panic!("the catalogue has it") };
    let set = |text: &str| TargetsAction::Type(indicator.into(), TargetField::Value, text.to_owned());
    let start = after([read("Immunisations\t85\t90")]);
    let typed = start.after(set("9")).after(set("90"));
    assert_eq!(typed.after(Action::Undo).settings, start.settings);
    let chosen = typed
        .after(Action::Set(Setting::Average(Average::Mean)))
        .after(Action::Set(Setting::Way(Way::Target)))
        .after(Action::Set(Setting::Also(&SAME_TYPE)))
        .after(Action::Set(Setting::Known(Some(2024))));
    let restored = State::restored(chosen.publishable_copy().into_inner());
    let told = |state: &State| {
        (state.settings.way, state.settings.known, state.settings.average, state.choices().targets.len())
    };
    assert_eq!(told(&restored), (Way::Target, Some(2024), Average::Mean, 1));
    assert_eq!(*restored.choices().also, [&SAME_TYPE]);
    assert!(restored.after(Action::Set(Setting::NotAlso(&SAME_TYPE))).choices().also.is_empty());
    // An example is of another council: its targets are not ours.
    assert_eq!(chosen.after(Action::Load(Example::Cambridgeshire2023)).choices().targets.len(), 0);
}

fn actions_undone(state: &State) -> State {
    let mut state = state.clone();
    while state.can_undo() {
        state = state.after(Action::Undo);
    }
    state
}

#[test]
fn an_added_row_is_no_problem_until_something_is_typed() {
    let Some(immunisations) = indicator::by_id("immunisations") else { panic!("the catalogue has it") };
    let state = State::default().after(LinesAction::AddMeasure(immunisations.into(), String::new()));
    assert_eq!((state.lines.len(), state.lines.all_problems().len(), state.figures().len()), (1, 0, 0));
    let typed =
        state.after(LinesAction::Edit(state.lines.as_slice()[0].id.cell(Field::Numerator), "5".to_owned()));
    assert_eq!(typed.lines.all_problems().len(), 1);
}

#[test]
fn a_wrong_population_is_told_and_not_used() {
    let state = after([Action::Set(Setting::Population("many".to_owned()))]);
    assert!(state.settings.population().is_err());
    assert_eq!(state.choices().population, None);
    for good in ["135,700", "135700", ""] {
        assert!(
            after([Action::Set(Setting::Population(good.to_owned()))]).settings.population().is_ok(),
            "{good}"
        );
    }
    for bad in ["0", "-5", "1.5", "1,35"] {
        assert!(
            after([Action::Set(Setting::Population(bad.to_owned()))]).settings.population().is_err(),
            "{bad}"
        );
    }
}

#[test]
fn only_a_population_is_saved_as_one() {
    for (typed, saved) in [("135,700", "135,700"), ("someone@example.org", ""), ("", "")] {
        let state = after([Action::Set(Setting::Population(typed.to_owned()))]);
        assert_eq!(State::restored(state.publishable_copy().into_inner()).settings.population, saved);
    }
}

#[test]
fn ten_thousand_rows_are_read() {
    let rows: Vec<String> = (0..10_000)
        .map(|row| format!("Local measure number {row}\t{}\t{}", row % 50, 100 + row % 300))
        .collect();
    let state = after([read(&rows.join("\n"))]);
    assert_eq!(state.lines.len(), 10_000);
}

#[test]
fn a_typed_number_that_contradicts_other_rows_is_told_at_its_row() {
    let state =
        after([read("Children in care\t786\nUnaccompanied children\t69\nUnaccompanied children %\t8.78%\n")]);
    assert_eq!(state.lines.all_problems(), []);
    let share = state.lines.as_slice()[2].id;
    let typed = |value: &str| {
        state.after(LinesAction::Edit(share.cell(Field::Value), value.to_owned())).lines.all_problems()
    };
    let told = typed("9.78%");
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0].0, Some(share));
    assert!(told[0].1.message().contains("69 of 786"), "{told:?}");
    assert_eq!(typed("8.8%"), []);
}

#[test]
fn an_example_replaces_nothing_without_being_asked_for_twice() {
    let example = Action::Offer(Example::Cambridgeshire2023);
    let loaded = after([example.clone()]);
    assert!(!loaded.lines.is_empty() && loaded.offered.is_none());
    let asked = loaded.after(Action::Offer(Example::Cambridgeshire2020));
    assert_eq!((asked.offered, &asked.lines), (Some(Example::Cambridgeshire2020), &loaded.lines));
    assert_eq!(asked.after(Action::KeepFigures).offered, None);
    let replaced = asked.after(Action::Load(Example::Cambridgeshire2020));
    assert_eq!(replaced.settings.period, Some(Period::Year(2020)));
    assert_eq!(replaced.after(Action::Undo).lines, loaded.lines);
}

#[test]
fn a_council_that_is_no_more_opens_on_the_one_that_came_in_its_place() {
    let gone: Vec<_> = area::councils().filter(|council| !area::successors(council).is_empty()).collect();
    assert_eq!(gone.len(), 5);
    for council in gone {
        let opened = after([Action::Set(Setting::Council(Some(council)))]).settings;
        assert_eq!(opened.council, area::successors(council).first().copied(), "{}", council.name);
        assert_eq!(opened.formerly, Some(council));
        // In the years in which it existed it opens itself, and so it does where figures are given.
        let last = published::life(council).map(|(_, last)| Period::Year(last));
        let then = after([Action::Set(Setting::Period(last)), Action::Set(Setting::Council(Some(council)))]);
        assert_eq!((then.settings.council, then.settings.formerly), (Some(council), None));
        let read = after([
            Action::Read("Dental checks: 200 of 248".to_owned()),
            Action::Set(Setting::Council(Some(council))),
        ]);
        assert_eq!(read.settings.council, Some(council));
    }
}

/// Councils that were chosen to compare with go with the figures they were chosen for, and it is said; what is no council stays.
#[test]
fn chosen_councils_go_with_the_figures_they_were_chosen_for() {
    let council = |code| Setting::Council(area::by_code(code)).into();
    let also = |name: &str| {
        let kind = area::by_name(name).and_then(ComparatorKind::of_council).expect("a council");
        Action::Set(Setting::Also(kind))
    };
    let chosen = [council("873"), Setting::Also(&SAME_TYPE).into(), also("Devon"), also("Norfolk")];
    let before = after(chosen);
    let names = |state: &State| -> Vec<&str> { state.settings.also.iter().map(|kind| kind.title).collect() };
    let all = ["Councils of the same type", "Devon", "Norfolk"];
    assert_eq!(names(&before), all);
    let gone = Status::NoLongerCompared(vec!["Devon", "Norfolk"]);
    let pasted = "Council\tIndicator\t2023\nSuffolk\tDental checks\t88.1%\nSuffolk\tHealth checks\t91%";
    for (action, is_kept) in [
        (council("926"), false),
        (council("873"), true),
        (Setting::Council(None).into(), false),
        (Action::Load(Example::Cambridgeshire2023), false),
        (Action::Load(Example::Cambridgeshire2020), false),
        // Figures of another council choose it; those of the same or of none named do not.
        (read(pasted), false),
        (read("Dental checks: 200 of 248"), true),
        (Setting::Way(Way::Quartile).into(), true),
        (Action::Clear, true),
    ] {
        let then = before.after(action.clone());
        let said = then.message.statuses().iter().filter(|status| **status == gone).count();
        if is_kept {
            assert_eq!((names(&then), said), (all.to_vec(), 0), "{action:?}");
        } else {
            assert_eq!((names(&then), said), (all[..1].to_vec(), 1), "{action:?}");
            assert_eq!(names(&then.after(Action::Undo)), all, "{action:?}");
            assert!(then.tells_incoming, "{action:?}");
        }
    }
    // What is said of an example or a paste stands before it; what was said before is not said again.
    let loaded = before.after(Action::Load(Example::Cambridgeshire2023));
    assert!(matches!(loaded.message.statuses(), [Status::ExampleLoaded(_), .., last] if *last == gone));
    let other = before.after(read("Dental checks: 200 of 248")).after(council("926"));
    assert_eq!(other.message, gone.into());
    // Where no council was chosen, they were chosen for the figures there are.
    let first = after([also("Devon"), council("873")]);
    assert_eq!(names(&first), ["Devon"]);
}
