//! What the caseload screen says and takes: the headline, chances, months by their names, copies, roles side by side, free texts.

use std::rc::Rc;

use corporate_parenting_calculator::app::scenarios::{
    Answers, CaseloadAction, Group, Input, Role, Scenario, ScenarioId, Simulated,
};
use corporate_parenting_calculator::app::state::{Action, Example, Setting, State};
use corporate_parenting_calculator::compare::Choices;
use corporate_parenting_calculator::disclose::{Audience, Released};
use corporate_parenting_calculator::indicator::ids;
use corporate_parenting_calculator::office::case_document;
use corporate_parenting_calculator::report::{
    Case, Stated, official_caseload, options_table, unusual_caseload,
};
use corporate_parenting_calculator::scenario::{
    Band, CaseloadInputs, Growth, Simulation, Team, caseload, options as scenario_options, simulate,
    targets_around,
};
use corporate_parenting_calculator::words::business_case;
use corporate_parenting_calculator::words::caseload::{
    cost_by_year, cost_of_path, cost_sentence, headline, recruitment_sentence,
};
use corporate_parenting_calculator::words::chance::{chance_cell, chance_sentence};
use corporate_parenting_calculator::words::forms::FormError;
use corporate_parenting_calculator::words::screens::caseloads::all_entered;
use corporate_parenting_calculator::{area, published, words};

use crate::business_case::case;
use crate::office::parts;

fn typed(input: Input, text: &str) -> Action {
    CaseloadAction::Edit(input, text.to_owned()).into()
}

fn after(state: &State, actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().fold(state.clone(), |state, action| state.after(action))
}

fn selected(state: &State) -> &Scenario {
    state.scenarios.caseloads.selected()
}

#[test]
fn the_headline_says_what_it_takes_today_and_at_the_end() {
    let of = |growth, average: f64| {
        let inputs = CaseloadInputs { growth, team: Team::Caseload(average), ..case() };
        let found = caseload(&inputs).expect("the case is right");
        headline(&inputs, &found, Role::SocialWorker.nouns())
    };
    let cases = [
        (Growth::Share(0.0), 20.0, "You need 10.8 more social workers (FTE) for 15 each, 43.1 in all"),
        (
            Growth::Share(0.03),
            20.0,
            "You need 10.8 more social workers (FTE) for 15 each today, 43.1 in all; 13.4 more by March 2028, 45.7 in all, because numbers grow 3% a year",
        ),
        (
            Growth::Number(-30.0),
            20.0,
            "You need 10.8 more social workers (FTE) for 15 each today, 43.1 in all; 6.8 more by March 2028, 39.1 in all, because numbers fall by 30 a year",
        ),
        (
            Growth::Share(-0.3),
            20.0,
            "You need 10.8 more social workers (FTE) for 15 each today, 43.1 in all; none by March 2028, because numbers fall 30% a year",
        ),
        (
            Growth::Share(0.03),
            14.8,
            "You have enough social workers for 15 each, with 0.6 FTE to spare; 2 more by March 2028, because numbers grow 3% a year",
        ),
        (
            Growth::Share(0.03),
            15.0,
            "The team is exactly the right size for 15 each; 2.6 more by March 2028, because numbers grow 3% a year",
        ),
    ];
    for (growth, average, expected) in cases {
        assert_eq!(of(growth, average), expected);
    }
    let found = caseload(&case()).expect("the case is right");
    assert_eq!(
        cost_of_path(&case(), &found).as_deref(),
        Some(
            "Extra cost: \u{A3}932,544 over 24 months; \u{A3}838,714 in a full year once all posts are filled"
        )
    );
    assert_eq!(
        recruitment_sentence(&case(), &found).as_deref(),
        Some(
            "Over 24 months 25.9 FTE start and 12.5 leave: 13.4 more than now. The first recruits start in July 2026. Nobody \
             replaces leavers until then: the team falls to 31 FTE in June 2026."
        )
    );
    let mut empty = case();
    empty.staffing.hires_per_month = 0.2;
    let found = caseload(&empty).expect("the case is right");
    assert_eq!(
        [cost_of_path(&empty, &found), cost_sentence(&empty, &found), cost_by_year(&found)]
            .map(Option::unwrap_or_default),
        [
            "This path saves \u{A3}389,246 over 24 months, while posts stand empty; \u{A3}838,714 in a full year once all posts \
             are filled",
            "This path saves \u{A3}389,246 over 24 months compared with only replacing leavers, because posts stand empty: \
             \u{A3}121,709 in 2026/27 and \u{A3}267,537 in 2027/28.",
            "saves \u{A3}121,709 in 2026/27 and saves \u{A3}267,537 in 2027/28. Savings come from posts that stand empty.",
        ]
    );
    // 40% newly qualified who hold 90%: the headline counts posts, which finance pays for.
    let mut newly = CaseloadInputs { growth: Growth::Share(0.0), ..case() };
    (newly.newly_qualified.share, newly.newly_qualified.count_as) = (0.4, 0.9);
    let found = caseload(&newly).expect("the case is right");
    assert!(
        headline(&newly, &found, Role::SocialWorker.nouns()).starts_with("You need 12.6 more social workers")
    );
}

#[test]
fn a_chance_is_neither_none_nor_all() {
    let said = |chance, low, high| {
        let simulation =
            Simulation { bands: vec![Band { low, middle: low, high, chance }; 25], ..Simulation::default() };
        chance_sentence(&case(), &simulation).unwrap_or_default()
    };
    let cases = [
        (
            0.82,
            14.0,
            17.0,
            "there is an 82% chance that",
            "there are 8 chances in 10 that it is between 14 and 17",
        ),
        (0.11, 14.0, 17.0, "there is an 11% chance that", "8 chances in 10"),
        (0.18, 14.0, 17.0, "there is an 18% chance that", "8 chances in 10"),
        (0.08, 14.0, 17.0, "there is an 8% chance that", "8 chances in 10"),
        (0.80, 14.0, 17.0, "there is an 80% chance that", "8 chances in 10"),
        (0.49, 14.0, 17.0, "there is a 49% chance that", "8 chances in 10"),
        (1.0, 17.0, 17.04, "it is almost certain that", "in 8 of 10 paths it is about 17"),
        (0.0, 17.0, 17.04, "it is very unlikely (less than 1%) that", "in 8 of 10 paths it is about 17"),
    ];
    for (chance, low, high, first, second) in cases {
        let text = said(chance, low, high);
        assert!(text.contains(first) && text.contains(second) && !text.contains("100%"), "{text}");
    }
    assert_eq!(
        [0.0, 0.004, 0.82, 0.996, 1.0].map(chance_cell),
        ["less than 1%", "less than 1%", "82%", "almost certain", "almost certain"]
    );
}

/// A state whose first scenario is the case, with a range of turnover.
fn uncertain() -> State {
    let boxes = [
        (Input::Children, "646"),
        (Input::Average, "20"),
        (Input::Start, "April 2026"),
        (Input::Turnover, "16"),
        (Input::Hires, "1.5"),
        (Input::TurnoverLow, "10"),
        (Input::TurnoverHigh, "40"),
    ];
    after(&State::default(), boxes.map(|(input, text)| typed(input, text)))
}

#[test]
fn a_simulation_is_taken_when_it_comes_and_is_no_step_of_the_person() {
    let state = uncertain();
    let (id, scenario, inputs) = state.scenarios.caseloads.to_simulate().expect("turnover is uncertain");
    assert_eq!((id, scenario), (ScenarioId(0), selected(&state)));
    let answer =
        |state: &State| Answers::of(&state.scenarios.caseloads).selected().cloned().expect("it has one");
    assert_eq!(answer(&state).found.simulation, None);
    let simulation = simulate(inputs).expect("the case is right").expect("turnover is uncertain");
    assert_eq!(simulation.chances.len(), 3);
    assert_eq!(Simulation::of_numbers(&simulation.to_numbers()), simulation);
    let simulated = Simulated { id, inputs: inputs.clone(), simulation: simulation.clone() };
    let known = state.after(CaseloadAction::Simulated(Rc::new(simulated)));
    assert_eq!(known.scenarios.caseloads.to_simulate(), None);
    assert_eq!(answer(&known).found, caseload(inputs).expect("the case is right"));
    // Undo takes back what was typed, and typing on is still the same step.
    let on = known.after(typed(Input::TurnoverHigh, "35"));
    assert_eq!(selected(&on.after(Action::Undo)).text(Input::TurnoverHigh), "");
    // After a change the answer before is old.
    let changed = answer(&on);
    assert_eq!((changed.found.simulation.as_ref(), changed.simulated.is_some()), (None, true));
}

#[test]
fn months_of_the_plan_have_names_or_numbers() {
    for (text, expected) in [
        ("12", Ok(Some(12))),
        ("March 2027", Ok(Some(12))),
        ("2026-04", Ok(Some(1))),
        ("March 2026", Err(FormError::NotAPlanMonth)),
        ("", Ok(None)),
    ] {
        let state = uncertain().after(typed(Input::ByMonth, text));
        let scenario = selected(&state);
        let error = scenario.errors.first().map(|(_, error)| error.clone());
        let found =
            error.map_or_else(|| Ok(scenario.good().inputs.as_ref().and_then(|good| good.by_month)), Err);
        assert_eq!(found, expected, "{text}");
    }
    let state = uncertain().after(typed(Input::ByMonth, "12"));
    let answers = Answers::of(&state.scenarios.caseloads);
    let given = &answers.selected().expect("it has an answer").given;
    assert!(given.contains(&("Reach the target by", "March 2027".to_owned())), "{given:?}");
}

#[test]
fn a_pay_award_comes_after_a_year_unless_told() {
    let with = [typed(Input::CostPerPost, "58000"), typed(Input::PayAward, "3")];
    for (month, expected) in [("", 13), ("October 2026", 7)] {
        let state = after(&after(&uncertain(), with.clone()), [typed(Input::PayAwardMonth, month)]);
        let costs = selected(&state).good().inputs.as_ref().and_then(|good| good.costs);
        assert_eq!(costs.and_then(|costs| costs.award).map(|award| award.month), Some(expected), "{month}");
    }
}

#[test]
fn several_numbers_in_one_box_are_told_where_to_go() {
    for (text, expected) in [
        ("12, 18, 25, 9", FormError::SeveralNumbers),
        ("22 20 12", FormError::SeveralNumbers),
        ("many", FormError::NotANumber("many".to_owned())),
    ] {
        let state = uncertain().after(typed(Input::Average, text));
        assert_eq!(selected(&state).errors, [(Input::Average, expected)]);
    }
}

#[test]
fn a_percentage_below_one_is_asked_about() {
    for (input, text, hundredfold) in [
        (Input::AgencyShare, "0.2", Some("Is this 20% or 0.2%?")),
        (Input::Turnover, " .16 ", Some("Is this 16% or 0.16%?")),
        (Input::AgencyShare, "0.2%", None),
        (Input::AgencyShare, "0", None),
        (Input::AgencyShare, "1", None),
        // That little is usual of these.
        (Input::Growth, "0.5", None),
        (Input::PayAward, "0.5", None),
    ] {
        let errors = selected(&uncertain().after(typed(input, text))).errors.clone();
        match hundredfold {
            Some(asked) => {
                assert!(errors[0].1.to_string().starts_with(asked), "{input:?} {text}: {errors:?}");
            }
            None => assert_eq!(errors, [], "{input:?} {text}"),
        }
    }
}

#[test]
fn copies_have_names_and_different_workers_are_not_subtracted() {
    let state =
        after(&uncertain(), [CaseloadAction::Copy.into(), CaseloadAction::Select(ScenarioId(2)).into()]);
    let state = state.after(CaseloadAction::Copy);
    let names: Vec<&str> =
        state.scenarios.caseloads.scenarios.iter().map(|each| each.name.as_str()).collect();
    assert_eq!(
        names,
        ["Social workers", "Personal advisers", "Social workers, copy", "Social workers, copy 2"]
    );
    let advisers = [
        CaseloadAction::Select(ScenarioId(1)).into(),
        typed(Input::Children, "300"),
        typed(Input::Average, "27.1"),
        typed(Input::Target, "20"),
        CaseloadAction::Select(ScenarioId(2)).into(),
        typed(Input::Target, "16"),
    ];
    let table = Answers::of(&after(&state, advisers).scenarios.caseloads).table().expect("they have answers");
    let needed = table.rows.iter().find(|row| row[0] == "Posts needed (FTE)").expect("it is a row");
    assert_eq!(needed[1..], ["43.1", "15", "40.4 (\u{2212}2.7)", "43.1"]);
}

#[test]
fn free_texts_hold_nothing_personal() {
    let name = |text: &str| Action::from(CaseloadAction::Name(text.to_owned()));
    let recommendation = |text: &str| typed(Input::Recommendation, text);
    let kept = [
        name("Fifteen by 2028"),
        name("Social workers, copy"),
        recommendation("Approve 15 each and recruit 13.4 FTE by March 2028."),
        typed(Input::PlacementSource, "Finance benchmarking return, 2025"),
    ];
    for action in kept {
        let state = uncertain().after(action.clone());
        assert_ne!(state.scenarios, uncertain().scenarios, "{action:?}");
    }
    let refused = [
        name("Jane Smith"),
        recommendation("Ask jane.smith@example.org"),
        typed(Input::PlacementSource, "Jane Smith, born 3 May 2011"),
    ];
    for action in refused {
        let state = uncertain().after(action.clone());
        assert_eq!(state.scenarios, uncertain().scenarios, "{action:?}");
        assert_ne!(state.message, uncertain().message, "{action:?}");
    }
    // What was kept before stays.
    let state =
        after(&uncertain(), [recommendation("Approve 15."), recommendation("Ask jane.smith@example.org")]);
    assert_eq!(selected(&state).text(Input::Recommendation), "Approve 15.");
    // A small number of children in a text stays in the page.
    let few = uncertain().after(recommendation("It is for 3 children who wait."));
    assert!(uncertain().cleared_caseloads().may_leave() && !few.cleared_caseloads().may_leave());
}

#[test]
fn the_report_has_the_scenarios() {
    let example = State::default().after(Action::Load(Example::Cambridgeshire2023));
    assert!(example.released_caseloads().is_none(), "nobody entered any");
    let entered = example.after(typed(Input::Children, "646"));
    let table = entered.released_caseloads().expect("the first has an answer");
    assert_eq!(table.title, words::caseload::TABLE_TITLE);
    assert!(
        table.notes[0].starts_with("Social workers: 32.3 FTE social workers hold 646 children"),
        "{:?}",
        table.notes
    );
    assert!(example.after(typed(Input::Children, "3")).released_caseloads().is_none());
}

#[test]
fn a_case_has_its_recommendation_and_the_official_caseload() {
    let choices = Choices { council: area::by_name("Cambridgeshire"), ..Choices::default() };
    let official = official_caseload(&choices).expect("it is published");
    let england =
        |year: &u16| published::official(ids::SOCIAL_WORKER_CASELOAD, area::england(), *year)?.value.ok();
    let newest = published::years(ids::SOCIAL_WORKER_CASELOAD, area::england())
        .rfind(|year| england(year).is_some())
        .expect("it is published");
    let expected = format!(
        " in Cambridgeshire on 30 September {newest}; England {}",
        england(&newest).expect("it is published")
    );
    assert!(official.contains(&expected), "{official}");
    assert_eq!(official_caseload(&Choices::default()), None);
    let inputs = case();
    let found = caseload(&inputs).expect("the case is right");
    let case_of = |recommendation| {
        let stated = Stated {
            name: "Fifteen",
            role: Role::SocialWorker,
            given: &[],
            placement_source: "",
            recommendation,
            prepared: "29 November 2026",
            official: Some(&official),
            held: &[],
            inputs: &inputs,
            found: &found,
        };
        Case::of(stated, None, "")
    };
    let case = case_of("Approve 15 each.");
    assert!(case.sources.iter().any(|source| source.contains(&official)), "{:?}", case.sources);
    assert_eq!(case.recommendation, "Approve 15 each.");
    let gone = case_of("Approve 13.4 posts, \u{A3}838,714 a year, not 20.1 by 2028.").numbers_gone();
    assert_eq!((gone, case.numbers_gone()), (vec!["20.1".to_owned()], Vec::new()));
    let text = |case: Case| {
        let inside = State::default().after(Setting::Audience(Audience::Council)).settings.disclosure;
        let case = Released::internal(inside, case).expect("it stays inside the council");
        let parts = parts(&case_document(&case));
        // The months ahead as a chart that can be edited: the others dashed, six labels at most.
        let chart = &parts["word/charts/chart1.xml"];
        assert_eq!(chart.matches("<a:prstDash").count(), 4, "{chart}");
        assert!(chart.contains("<c:tickLblSkip val=\"6\"/>") && !chart.contains("May 2026"), "{chart}");
        parts["word/document.xml"].clone()
    };
    let (filled, empty) = (text(case), text(case_of("")));
    assert!(filled.contains("Approve 15 each.") && !filled.contains(business_case::FILL_IN));
    assert!(empty.contains(business_case::FILL_IN));
}

#[test]
fn a_caseload_beyond_all_that_is_known_is_asked_about() {
    let asked = |caseload: f64, role: Role| unusual_caseload(caseload, role, &Choices::default());
    for (caseload, role, expected) in [
        (20.0, Role::SocialWorker, None),
        (
            200.0,
            Role::SocialWorker,
            Some("Is 200 for each worker right? The highest official average of a council is "),
        ),
        (
            0.2,
            Role::SocialWorker,
            Some("Is 0.2 for each worker right? The lowest official average of a council is "),
        ),
        (70.0, Role::ReviewingOfficer, None),
        (
            71.0,
            Role::ReviewingOfficer,
            Some("Is 71 for each worker right? Statutory guidance estimates 50 to 70 children"),
        ),
        (27.9, Role::PersonalAdviser, None),
        (
            60.0,
            Role::PersonalAdviser,
            Some("Is 60 for each worker right? Cambridgeshire\u{2019}s report for 2022/23 has 27.1"),
        ),
        (200.0, Role::FosteringSocialWorker, None),
    ] {
        let question = asked(caseload, role);
        assert_eq!(question.is_some(), expected.is_some(), "{caseload} {role:?}");
        assert!(
            question.unwrap_or_default().starts_with(expected.unwrap_or_default()),
            "{caseload} {role:?}"
        );
    }
    // 32.3 workers who hold 646 children say the average, too.
    let team = [typed(Input::Children, "646"), typed(Input::Workers, "3")];
    let held = selected(&after(&State::default(), team)).caseload_in(Input::Workers);
    assert_eq!(held.map(|held| format!("{held:.0}")).as_deref(), Some("215"));
}

#[test]
fn a_closed_group_says_what_it_holds() {
    let holds = |group: Group| selected(&uncertain()).entered(group);
    assert_eq!(holds(Group::Dates), ["First month April 2026", "Months ahead 24"]);
    assert_eq!(holds(Group::Recruitment), ["Turnover of workers 16% a year", "Recruitment 1.5 FTE a month"]);
    let more = [
        (Input::CostPerPost, "\u{A3}58,000"),
        (Input::GrowthNumber, "-30"),
        (Input::ByMonth, "12"),
        (Input::KeepRecruiting, "yes"),
        (Input::Absence, "8%"),
        (Input::Covered, "50"),
        (Input::NewlyFte, "3"),
    ];
    let state = after(&uncertain(), more.map(|(input, text)| typed(input, text)));
    let holds = |group: Group| all_entered(&selected(&state).entered(group));
    for (group, expected) in [
        (Group::Money, "Cost of a post \u{A3}58,000 a year"),
        (Group::Growth, "Or growth in children -30 a year"),
        (Group::Dates, "First month April 2026; Months ahead 24; Reach the target by March 2027"),
        (
            Group::Recruitment,
            "Turnover of workers 16% a year; Recruitment 1.5 FTE a month; Go on recruiting past the target",
        ),
        (Group::Team, "Vacant posts filled by agency workers 50%; Sickness and leave 8% of working time"),
        (Group::NewlyQualified, "Newly qualified workers 3 FTE"),
    ] {
        assert_eq!(holds(group), expected);
    }
    let many: Vec<String> = ["a", "b", "c", "d", "e", "f"].map(str::to_owned).to_vec();
    assert_eq!(all_entered(&many), "a; b; c; d; 2 more");
}

#[test]
fn other_roles_have_options_and_axes_of_their_own() {
    for (role, average, target, options, axis) in [
        (Role::PersonalAdviser, "27.1", "20", "20 each, 23 each", (14.0, 34.0)),
        (Role::ReviewingOfficer, "82", "70", "70 each, 60 each, 50 each", (49.0, 103.0)),
        (Role::SocialWorker, "20", "15", "18 each, 16 each, 15 each", (10.0, 25.0)),
        (Role::FosteringSocialWorker, "15", "14", "14 each", (10.0, 25.0)),
    ] {
        let entered = [
            CaseloadAction::Worker(role).into(),
            typed(Input::Children, "300"),
            typed(Input::Average, average),
            typed(Input::Target, target),
        ];
        let answers = Answers::of(&after(&State::default(), entered).scenarios.caseloads);
        let each = answers.selected().expect("everything needed is entered");
        let rows = targets_around(&each.inputs, &each.found);
        let ends = (rows[0].target, rows[rows.len() - 1].target);
        assert_eq!(ends, axis, "{role:?}");
        let found = scenario_options(&each.inputs, &each.found).expect("it is right");
        let mut wanted: Vec<&str> = options.split(", ").collect();
        wanted.sort_unstable_by(|a, b| b.cmp(a));
        let shown =
            options_table(&each.inputs, role, &found).headings[2..].join(", ").replace(" (target)", "");
        assert_eq!(shown.split(", ").collect::<Vec<_>>(), wanted, "{role:?}");
    }
}
