//! Scenarios: what a role brings with it, the two ways to give a team, and the copy of the page that keeps them.

use corporate_parenting_calculator::app::saved::page::Saved;
use corporate_parenting_calculator::app::scenarios::{
    Answers, CaseloadAction, Input, ReachAction, ReachField, Role, TeamIs,
};
use corporate_parenting_calculator::app::state::{Action, Copied, Example, Setting, State};
use corporate_parenting_calculator::disclose::Audience;
use corporate_parenting_calculator::report::spread_chart;
use corporate_parenting_calculator::scenario::{Held, caseload};
use corporate_parenting_calculator::words::forms::FormError;

fn typed(input: Input, text: &str) -> Action {
    CaseloadAction::Edit(input, text.to_owned()).into()
}

fn after(state: &State, actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().fold(state.clone(), |state, action| state.after(action))
}

/// The state of a page that was saved and opened again.
fn opened_again(state: &State) -> State {
    let text = serde_json::to_string(&*state.private_copy().expect("a person may keep everything"))
        .expect("what is kept can be written");
    let saved: Saved = serde_json::from_str(&text).expect("what was written can be read");
    State::restored(saved)
}

#[test]
fn a_team_is_given_by_its_average_or_its_workers() {
    let state = after(&State::default(), [typed(Input::Children, "646"), typed(Input::Average, "20")]);
    let workers = state.after(CaseloadAction::TeamIs(TeamIs::Workers));
    let scenario = workers.scenarios.caseloads.selected();
    assert_eq!((scenario.text(Input::Workers), scenario.text(Input::Average)), ("32.3", ""));
    assert_eq!(scenario.team_is, TeamIs::Workers);
    let again = workers.after(CaseloadAction::TeamIs(TeamIs::Average));
    assert_eq!(again.scenarios.caseloads.selected().text(Input::Average), "20");
    // Vacant posts hold no cases: the average of those who do stays the same.
    let vacant = after(&state, [typed(Input::Vacant, "2"), CaseloadAction::TeamIs(TeamIs::Workers).into()]);
    assert_eq!(vacant.scenarios.caseloads.selected().text(Input::Workers), "34.3");
}

/// What is entered for one role says nothing of another: 646 children are not those of a personal adviser.
#[test]
fn each_role_has_entries_of_its_own() {
    let entered = [
        typed(Input::Start, "April 2026"),
        typed(Input::Children, "646"),
        typed(Input::Average, "20"),
        typed(Input::Target, "18"),
        CaseloadAction::Spread("22 20".to_owned()).into(),
    ];
    let start = after(&State::default(), entered);
    let texts = |state: &State| {
        let selected = state.scenarios.caseloads.selected();
        [Input::Children, Input::Average, Input::Target, Input::Start]
            .map(|input| selected.text(input).to_owned())
    };
    let name = |state: &State| state.scenarios.caseloads.selected().name.clone();
    for (role, target, named) in [
        // Another scenario has the name of these.
        (Role::PersonalAdviser, "", "Social workers"),
        (Role::ReviewingOfficer, "70", "Reviewing officers"),
        (Role::FosteringSocialWorker, "", "Supervising social workers"),
    ] {
        let chosen = start.after(CaseloadAction::Worker(role));
        assert_eq!(texts(&chosen), ["", "", target, "April 2026"], "{role:?}");
        let selected = chosen.scenarios.caseloads.selected();
        assert_eq!(
            (selected.good().inputs.clone(), selected.spread.as_str(), name(&chosen).as_str()),
            (None, "", named)
        );
        let own = chosen.after(typed(Input::Children, "60"));
        for kept in [opened_again(&own), own] {
            let back = kept.after(CaseloadAction::Worker(Role::SocialWorker));
            assert_eq!(texts(&back), texts(&start), "{role:?}");
            assert_eq!(
                (back.scenarios.caseloads.selected().caseloads(), name(&back)),
                ([22, 20].map(Held::full_time).to_vec(), name(&start))
            );
            assert_eq!(texts(&back.after(CaseloadAction::Worker(role)))[0], "60", "{role:?}");
        }
    }
    // What leaves the page has nothing of those put aside, and boxes that stand empty take the figures of the role.
    let cleared = start.after(CaseloadAction::Worker(Role::ReviewingOfficer)).cleared_caseloads();
    assert!(!format!("{:?}", cleared.scenarios).contains("646"));
    let example = State::default().after(Action::Load(Example::Cambridgeshire2023));
    let officers = example.after(CaseloadAction::Worker(Role::ReviewingOfficer));
    assert_eq!(texts(&officers)[..3], ["646", "", "70"]);
}

#[test]
fn copies_of_the_page_keep_the_scenarios() {
    let example = State::default().after(Action::Load(Example::Cambridgeshire2023));
    let entered = [
        typed(Input::Turnover, "16"),
        CaseloadAction::Copy.into(),
        CaseloadAction::TeamIs(TeamIs::Workers).into(),
        ReachAction::Edit(ReachField::Target, "90".to_owned()).into(),
    ];
    let state = after(&example, entered.clone());
    assert!(state.is_unsaved());
    let opened = opened_again(&state);
    assert!(opened.scenarios == state.scenarios && !opened.is_unsaved());
    // They are kept again by a copy of the copy.
    assert!(opened_again(&opened).scenarios == state.scenarios);
    assert!(opened.after(typed(Input::Turnover, "17")).is_unsaved());
    assert!(!state.after(Action::Saved(Copied::Page)).is_unsaved());
    // A table of figures holds no scenarios.
    assert!(state.after(Action::Saved(Copied::Figures)).is_unsaved());
}

/// What is published holds the scenarios that have an answer, unless they say too much, and nothing else that was typed.
#[test]
fn a_publishable_copy_keeps_the_scenarios_that_may_leave() {
    let team = [typed(Input::Children, "646"), typed(Input::Average, "20"), typed(Input::Target, "15")];
    let more = [
        typed(Input::Recommendation, "Approve 15 each."),
        CaseloadAction::Spread("22 20".to_owned()).into(),
        CaseloadAction::Copy.into(),
        typed(Input::Target, "16"),
        ReachAction::Edit(ReachField::Target, "90".to_owned()).into(),
    ];
    let state = after(&after(&State::default(), team), more);
    let names = |names: &[&str]| Some(names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
    assert_eq!(state.review().scenarios, names(&["Social workers", "Social workers, copy"]));
    let published = |state: &State| State::restored(state.publishable_copy().into_inner());
    let opened = published(&state).scenarios;
    let targets: Vec<&str> = opened.caseloads.scenarios.iter().map(|each| each.text(Input::Target)).collect();
    assert_eq!(targets, ["15", "16"]);
    let first = &opened.caseloads.scenarios[0];
    assert_eq!((first.text(Input::Recommendation), first.spread.as_str()), ("Approve 15 each.", ""));
    assert!(opened.caseloads.is_changed && !opened.reach.is_typed());
    let without = State::restored(state.publishable_copy_without_scenarios().into_inner());
    assert!(!without.scenarios.caseloads.is_changed);
    // One that cannot be used is left out; one of few children keeps back all.
    let wrong = state.after(typed(Input::Turnover, "many"));
    assert_eq!(wrong.review().scenarios, names(&["Social workers"]));
    for few in [
        state.after(typed(Input::Children, "3")),
        state.after(typed(Input::Recommendation, "It is for 3 children.")),
    ] {
        assert_eq!(few.review().scenarios, None);
        assert!(!published(&few).scenarios.caseloads.is_changed);
        // Whatever is chosen for other output.
        let inside = few.after(Setting::Audience(Audience::Council));
        assert!(!published(&inside).scenarios.caseloads.is_changed);
    }
    assert_eq!(State::default().review().scenarios, names(&[]));
}

/// The case that is put to finance: one set of numbers, by financial year.
#[test]
fn the_case_has_one_set_of_numbers() {
    use corporate_parenting_calculator::report::{Case, Stated};
    let entered = [
        (Input::Children, "646"),
        (Input::Average, "20"),
        (Input::Start, "April 2026"),
        (Input::Growth, "3"),
        (Input::Turnover, "16"),
        (Input::Hires, "1.5"),
        (Input::MonthsToStart, "3"),
        (Input::CostPerPost, "58000"),
        (Input::AgencyShare, "20"),
        (Input::AgencyPremium, "40"),
    ];
    let state = after(&State::default(), entered.map(|(input, text)| typed(input, text)));
    let answers = Answers::of(&state.scenarios.caseloads);
    let each = answers.selected().expect("everything needed is entered");
    let case = Case::of(
        Stated {
            name: &each.name,
            role: each.role,
            given: &each.given,
            placement_source: "",
            recommendation: "",
            prepared: "",
            official: None,
            held: &[],
            inputs: &each.inputs,
            found: &each.found,
        },
        None,
        "",
    );
    let all = case.answer.join(" ");
    assert!(case.answer[1].contains("The average reaches 15 in August 2027"), "{}", case.answer[1]);
    assert!(case.options.notes[1].contains("\u{A3}62,640 a year"), "{:?}", case.options.notes);
    assert!(
        case.risks.iter().any(|risk| risk.starts_with("Higher turnover can cost less")),
        "{:?}",
        case.risks
    );
    for number in [
        "43.1 FTE",
        "10.8 more",
        "13.4",
        "\u{A3}838,714",
        "\u{A3}173,053 in 2026/27",
        "\u{A3}759,491 in 2027/28",
    ] {
        assert!(all.contains(number), "{number} is not in: {all}");
    }
    let cell = |row: &str, column: &str| {
        let column = case.options.headings.iter().position(|heading| heading == column)?;
        case.options.rows.iter().find(|cells| cells[0] == row)?.get(column).cloned()
    };
    let fifteen = |row: &str| cell(row, "15 each (target)").unwrap_or_default();
    assert_eq!(fifteen("Extra cost in 2026/27"), "\u{A3}173,053");
    assert_eq!(fifteen("Extra cost in 2027/28"), "\u{A3}759,491");
    assert_eq!(fifteen("Extra cost over 24 months"), "\u{A3}932,544");
    assert_eq!(fifteen("Extra cost in a full year, once all posts are filled"), "\u{A3}838,714");
    assert_eq!(fifteen("Average caseload at the end of 2027/28"), "15");
    assert_eq!(cell("Extra cost over 24 months", "Do nothing").as_deref(), Some("\u{A3}0"));
    assert!(
        case.sensitivity[0]
            .1
            .rows
            .iter()
            .flatten()
            .any(|cell| cell == "August 2027: 13.4\u{A0}FTE, \u{A3}932,544 (as entered)")
    );
    assert_eq!(case.assumptions.rows.len(), each.given.len());
}

#[test]
fn names_among_caseloads_are_refused_and_kept_nowhere() {
    let spread = |state: &State, text: &str| state.after(CaseloadAction::Spread(text.to_owned()));
    let state = spread(&State::default(), "22, 20 12\n11;10");
    assert_eq!(state.scenarios.caseloads.selected().caseloads(), [22, 20, 12, 11, 10].map(Held::full_time));
    let refused = spread(&state, "22 20 Sam Smith 12");
    let selected = refused.scenarios.caseloads.selected();
    assert!(selected.spread_error.is_some() && selected.spread == "22, 20 12\n11;10");
    // A worker with few children is a small number, as any other. It keeps back what is made of it, and nothing else.
    let team = [(Input::Children, "300"), (Input::Average, "20"), (Input::Target, "15")];
    let with_team = |text: &str| after(&spread(&state, text), team.map(|(input, text)| typed(input, text)));
    let may_leave =
        |state: &State| (state.cleared_caseloads().may_leave(), state.cleared_spread().may_leave());
    assert_eq!(may_leave(&with_team("22 3")), (true, false));
    assert!(with_team("22 3").released_caseloads().is_some());
    assert!(with_team("22 3").cleared_caseloads().scenarios.iter().all(|each| each.spread.is_empty()));
    assert_eq!(may_leave(&with_team("22 20")), (true, true));
    assert_eq!(may_leave(&with_team("22 20").after(typed(Input::Children, "3"))), (false, false));
}

#[test]
fn a_wrong_box_leaves_the_answer_with_its_own_assumptions() {
    let good =
        [(Input::Children, "646"), (Input::Average, "20"), (Input::Target, "15"), (Input::Growth, "3")];
    let state = after(&State::default(), good.map(|(input, text)| typed(input, text)));
    let state = state.after(CaseloadAction::Leave);
    let given = |state: &State| {
        Answers::of(&state.scenarios.caseloads).selected().map(|each| (each.given.clone(), each.is_old))
    };
    let (before, is_old) = given(&state).expect("everything needed is entered");
    assert!(!is_old);
    for wrong in [(Input::Growth, "lots"), (Input::Target, ""), (Input::AgencyShare, "0.2")] {
        assert_eq!(given(&state.after(typed(wrong.0, wrong.1))), Some((before.clone(), true)), "{wrong:?}");
    }
}

#[test]
fn caseloads_of_another_team_are_remarked_upon() {
    for (pasted, is_remarked) in [
        ("22 20 12 11", true),
        // As many workers and children as the scenario has.
        ("21 19 22 18 20", false),
        // The same children counted twice, and workers who are missing.
        ("40 40 40 40 40", true),
        ("50 50", true),
        // More people than full-time equivalents.
        ("10 10 10 10 10 10 10 10 20", false),
    ] {
        let team = [(Input::Children, "100"), (Input::Workers, "5"), (Input::Target, "15")];
        let state = after(&State::default(), team.map(|(input, text)| typed(input, text)));
        let state = state.after(CaseloadAction::Spread(pasted.to_owned()));
        let inputs =
            state.scenarios.caseloads.selected().good().inputs.clone().expect("everything is entered");
        let found = caseload(&inputs).expect("it is right");
        let held = state.scenarios.caseloads.selected().caseloads();
        let chart = spread_chart(&held, &inputs, &found).expect("somebody holds cases");
        assert_eq!(!chart.notes.is_empty(), is_remarked, "{pasted}: {:?}", chart.notes);
    }
}

/// Half a number is no answer to go back to: while a box cannot be used, the answer is that from before it was typed in.
#[test]
fn a_half_typed_number_is_not_the_last_good_answer() {
    let start = after(
        &State::default(),
        [(Input::Children, "646"), (Input::Average, "20"), (Input::Target, "15")]
            .map(|(input, text)| typed(input, text)),
    );
    let needed = |state: &State| {
        let inputs = state.scenarios.caseloads.selected().good().inputs.clone().expect("it was whole");
        format!("{:.1}", caseload(&inputs).expect("it is right").extra_fte)
    };
    let leave = || Action::from(CaseloadAction::Leave);
    let cases: [(&[Action], &str, bool); 5] = [
        (&[typed(Input::Target, "1"), typed(Input::Target, "1x")], "10.8", true),
        (&[typed(Input::Target, "1"), typed(Input::Target, "")], "10.8", true),
        (&[typed(Input::Target, "1"), typed(Input::Target, "16")], "8.1", false),
        (&[typed(Input::Target, "16"), leave(), typed(Input::Target, "16x")], "8.1", true),
        (&[typed(Input::NewlyShare, "40")], "10.8", true),
    ];
    for (actions, extra, is_old) in cases {
        let state = after(&start, actions.to_vec());
        assert_eq!(needed(&state), extra, "{actions:?}");
        assert_eq!(state.scenarios.caseloads.selected().is_old(), is_old, "{actions:?}");
    }
    let asked = after(&start, [typed(Input::NewlyShare, "40")]);
    let errors = &asked.scenarios.caseloads.selected().errors;
    assert_eq!(*errors, [(Input::NewlyCountAs, FormError::CountsAsWhat)]);
}
