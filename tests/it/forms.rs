//! The forms of scenarios and targets: an error is told at the box it is in.

use corporate_parenting_calculator::app::lines::LinesAction;
use corporate_parenting_calculator::app::scenarios::{
    CaseloadAction, Group, INPUTS, Input, InputInfo, InputKind, ReachAction, ReachField, Role, ScenarioId,
};
use corporate_parenting_calculator::app::state::{Action, Example, State};
use corporate_parenting_calculator::app::targets::{TargetsAction, TypedTarget};
use corporate_parenting_calculator::compare::TargetField;
use corporate_parenting_calculator::indicator;
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::scenario::{
    CaseloadError, CaseloadFault, CaseloadInput, End, ReachError,
};
use corporate_parenting_calculator::words::forms::FormError;

use crate::common::REACH_FIELDS;

fn after(state: &State, actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().fold(state.clone(), |state, action| state.after(action))
}

fn typed(input: Input, text: &str) -> Action {
    Action::from(CaseloadAction::Edit(input, text.to_owned()))
}

fn reach(field: ReachField, text: &str) -> Action {
    Action::from(ReachAction::Edit(field, text.to_owned()))
}

/// A scenario whose every box holds something that can be used.
fn full() -> State {
    let texts = [
        (Input::Children, "646"),
        (Input::Workers, "40"),
        (Input::Target, "15"),
        (Input::NewlyFte, "5"),
        (Input::NewlyCountAs, "0.6"),
        (Input::Vacant, "2"),
        (Input::Growth, "5"),
        (Input::Apart, "60"),
        (Input::ApartGrowth, "10"),
        (Input::Turnover, "16"),
        (Input::Hires, "2"),
        (Input::MonthsToStart, "3"),
        (Input::Months, "24"),
        (Input::ByMonth, "12"),
        (Input::Hours, "37"),
        (Input::DirectShare, "30"),
        (Input::CostPerPost, "60000"),
        (Input::AgencyShare, "50"),
        (Input::AgencyPremium, "40"),
        (Input::Covered, "50"),
        (Input::Absence, "10"),
        (Input::AdvancedFte, "2"),
        (Input::AdvancedCountAs, "0.5"),
        (Input::FtePerPerson, "0.9"),
        (Input::NewlyShare, "20"),
        (Input::NewlyStageMonth, "7"),
        (Input::NewlyStageCountAs, "0.8"),
        (Input::NewlyFullMonth, "13"),
        (Input::CourtChildren, "40"),
        (Input::CourtWeight, "1.5"),
        (Input::CourtTravel, "2"),
        (Input::Start, "April 2026"),
        (Input::OnCosts, "20"),
        (Input::PayAward, "3"),
        (Input::PayAwardMonth, "7"),
        (Input::AgencyMonth, "12"),
        (Input::CostPerStarter, "4000"),
        (Input::CostPerLeaver, "2000"),
        (Input::ManagerPer, "6"),
        (Input::ManagerCost, "70000"),
        (Input::SupportPer, "8"),
        (Input::SupportCost, "30000"),
        (Input::ReviewerPer, "60"),
        (Input::ReviewerCost, "65000"),
        (Input::OtherTarget, "17"),
        (Input::PlacementCost, "50000"),
        (Input::HiresLow, "1"),
        (Input::HiresHigh, "3"),
        (Input::GrowthLow, "1"),
        (Input::GrowthHigh, "9"),
        (Input::TurnoverLow, "10"),
        (Input::TurnoverHigh, "40"),
    ];
    let state = after(&State::default(), texts.map(|(input, text)| typed(input, text)));
    assert_eq!(state.scenarios.caseloads.selected().errors, []);
    state
}

#[test]
fn no_two_boxes_give_the_same_input() {
    for (position, info) in INPUTS.iter().enumerate() {
        let is_own = |other: &InputInfo| other.gives != info.gives || info.gives.is_none();
        // Each kind of case has boxes of its own.
        assert!(info.group == Group::CaseMix || INPUTS[..position].iter().all(is_own), "{}", info.label);
    }
}

/// What is typed into a full scenario, the box that is wrong then, and what is wrong.
type Case = (&'static [(Input, &'static str)], Input, FormError);

const fn refused(input: CaseloadInput, fault: CaseloadFault) -> FormError {
    FormError::Caseload(CaseloadError { input, fault })
}

#[test]
fn an_error_is_told_at_the_box_it_is_in() {
    let full = full();
    // What the model says of a stage or a kind of case, it says of all of them.
    let is_told_of = |info: &&InputInfo| {
        info.kind == InputKind::Number
            && info.group != Group::CaseMix
            && ![Input::NewlyStageCountAs, Input::NewlyFullMonth].contains(&info.input)
    };
    for info in INPUTS.iter().filter(is_told_of) {
        for text in ["many", "-7000", "999999999"] {
            let state = full.after(typed(info.input, text));
            let wrong: Vec<Input> =
                state.scenarios.caseloads.selected().errors.iter().map(|(input, _)| *input).collect();
            assert_eq!(wrong, [info.input], "{} is {text}", info.label);
        }
    }
    let cases: &[Case] = &[
        (
            &[(Input::ApartGrowth, "5000")],
            Input::ApartGrowth,
            refused(CaseloadInput::UnaccompaniedGrowth, CaseloadFault::OutsideLimits),
        ),
        (
            &[(Input::GrowthLow, "-5000")],
            Input::GrowthLow,
            refused(CaseloadInput::ChildrenGrowthRange(End::Low), CaseloadFault::OutsideLimits),
        ),
        (
            &[(Input::GrowthHigh, "5000")],
            Input::GrowthHigh,
            refused(CaseloadInput::ChildrenGrowthRange(End::High), CaseloadFault::OutsideLimits),
        ),
        (
            &[(Input::TurnoverHigh, "5000")],
            Input::TurnoverHigh,
            refused(CaseloadInput::TurnoverRange(End::High), CaseloadFault::OutsideLimits),
        ),
        (
            &[(Input::TurnoverLow, "41")],
            Input::TurnoverLow,
            refused(CaseloadInput::TurnoverRange(End::Low), CaseloadFault::EndsSwapped),
        ),
        (&[(Input::TurnoverHigh, "")], Input::TurnoverHigh, FormError::HalfARange),
        (&[(Input::GrowthLow, "")], Input::GrowthLow, FormError::HalfARange),
        (
            &[(Input::Vacant, "90")],
            Input::Vacant,
            refused(CaseloadInput::VacantFte, CaseloadFault::NobodyLeft),
        ),
        (
            &[(Input::ByMonth, "25")],
            Input::ByMonth,
            refused(CaseloadInput::ByMonth, CaseloadFault::OutsideLimits),
        ),
        (
            &[(Input::GrowthNumber, "999999")],
            Input::GrowthNumber,
            refused(CaseloadInput::ChildrenGrowthNumber, CaseloadFault::OutsideLimits),
        ),
        (
            &[(Input::Apart, "647")],
            Input::Apart,
            refused(CaseloadInput::Unaccompanied, CaseloadFault::OutsideLimits),
        ),
        (
            &[(Input::MonthsToStart, "4000")],
            Input::MonthsToStart,
            refused(CaseloadInput::MonthsToStart, CaseloadFault::OutsideLimits),
        ),
    ];
    for (texts, input, error) in cases {
        let state = after(&full, texts.iter().map(|(input, text)| typed(*input, text)));
        assert_eq!(state.scenarios.caseloads.selected().errors, [(*input, error.clone())]);
        // The answer before it stays.
        assert!(state.scenarios.caseloads.selected().is_old());
    }
    for input in [Input::Children, Input::Target] {
        let state = after(&full, [typed(input, "")]);
        let scenario = state.scenarios.caseloads.selected();
        assert!(scenario.errors.is_empty() && scenario.is_old(), "{input:?} is missing");
    }
}

#[test]
fn what_it_takes_tells_errors_at_their_box() {
    let good = after(
        &State::default(),
        [
            reach(ReachField::Numerator, "78"),
            reach(ReachField::Denominator, "100"),
            reach(ReachField::Target, "90"),
        ],
    );
    assert!(REACH_FIELDS.iter().all(|field| good.scenarios.reach.error(*field).is_none()));
    let cases = [
        (ReachField::Numerator, "101", FormError::Reach(ReachError::NumeratorAbove)),
        (ReachField::Numerator, "some", FormError::NotACount),
        (ReachField::Target, "101", FormError::Reach(ReachError::BadTarget)),
        (ReachField::Target, "-1", FormError::Reach(ReachError::BadTarget)),
        (ReachField::Target, "x", FormError::NotAPercentage),
        (ReachField::Growth, "-100", FormError::LeavesNobody),
        (ReachField::EachMonth, "1.5", FormError::NotACount),
        (ReachField::Months, "-1", FormError::NotACount),
    ];
    for (field, text, error) in cases {
        let wrong = good.after(reach(field, text));
        for other in REACH_FIELDS {
            let expected = (other == field).then(|| error.clone());
            assert_eq!(wrong.scenarios.reach.error(other), expected, "{other:?} when {field:?} is {text}");
        }
    }
    let none = good.after(reach(ReachField::Denominator, "0"));
    assert_eq!(
        none.scenarios.reach.error(ReachField::Denominator),
        Some(FormError::Reach(ReachError::BadCounts))
    );
}

#[test]
fn targets_tell_errors_at_their_box() {
    let Some(indicator) = indicator::by_id("long-term-stability") else { panic!("it is in the catalogue") };
    let cases = [
        ("101", "", TargetField::Value),
        ("101", "-1", TargetField::Value),
        ("71", "-1", TargetField::Tolerance),
        ("x", "1", TargetField::Value),
        ("71", "x", TargetField::Tolerance),
        ("", "1", TargetField::Value),
    ];
    for (value, tolerance, wrong) in cases {
        let typed = TypedTarget {
            indicator: indicator.into(),
            value: value.to_owned(),
            tolerance: tolerance.to_owned(),
        };
        assert_eq!(typed.target().map_err(|(field, _)| field), Err(wrong), "{value} and {tolerance}");
    }
}

#[test]
fn leaving_asks_whatever_was_typed() {
    let example = after(&State::default(), [Action::Load(Example::Cambridgeshire2023)]);
    let target = |text: &str| {
        let Some(indicator) = indicator::by_id("long-term-stability") else {
            panic!("it is in the catalogue")
        };
        Action::from(TargetsAction::Type(indicator.into(), TargetField::Value, text.to_owned()))
    };
    for state in [State::default(), example] {
        assert!(!state.is_unsaved());
        let kept = [
            Action::from(CaseloadAction::Select(ScenarioId(1))),
            Action::from(CaseloadAction::Base(ScenarioId(1))),
            LinesAction::DismissProblems.into(),
        ];
        for action in kept {
            assert!(!state.after(action.clone()).is_unsaved(), "{action:?}");
        }
        let entered = [
            typed(Input::Turnover, "16"),
            Action::from(CaseloadAction::Name("Fifteen".to_owned())),
            Action::from(CaseloadAction::Worker(Role::PersonalAdviser)),
            Action::from(CaseloadAction::Copy),
            reach(ReachField::Target, "90"),
            target("71"),
            Action::Read("Dental checks\t70\t100".to_owned()),
        ];
        for action in entered {
            let changed = state.after(action.clone());
            assert!(changed.is_unsaved(), "{action:?}");
            assert!(!changed.after(Action::Undo).is_unsaved(), "{action:?} taken back");
        }
    }
}

/// A plan from a month that is over is asked about and taken.
#[test]
fn a_first_month_that_is_over_is_asked_about() {
    let now = Period::Month(2026, 11);
    for (text, expected) in [
        ("April 2026", Some("April 2026 is over. Is that right?")),
        ("November 2026", None),
        ("April 2027", None),
        ("", None),
        ("soon", None),
    ] {
        let state = after(&State::default(), [typed(Input::Start, text)]);
        let asked = state.scenarios.caseloads.selected().past_start(now);
        assert_eq!(asked.is_some(), expected.is_some(), "{text}");
        assert!(asked.unwrap_or_default().starts_with(expected.unwrap_or_default()), "{text}");
    }
}
