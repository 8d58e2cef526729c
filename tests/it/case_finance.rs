//! What finance asks of a business case: what is counted, what is not, and whether each sentence agrees with the money.

use corporate_parenting_calculator::app::scenarios::{CaseloadAction, Input, Scenario};
use corporate_parenting_calculator::app::state::State;
use corporate_parenting_calculator::report::{curve_chart, options_table, path_chart};
use corporate_parenting_calculator::scenario::{
    Agency, CaseKind, KnockOn, KnockOnPost, Recruiting, Role, Team, options,
};
use corporate_parenting_calculator::words::business_case::{FULL_YEAR_OF_PATH, break_even};
use corporate_parenting_calculator::words::caseload::{
    agency_ends, cost_of_path, full_year_sentence, headline, team_sentence, vacant_sentence,
};

use crate::business_case::{case, computed, pounds, to, with, with_costs};

/// Of posts that follow, each is told with what it costs: 13.4 workers, and 13.4 / 6 = 2.2 managers at £70,000.
#[test]
fn posts_that_follow_are_told_apart_from_workers() {
    let managed = with(|inputs| {
        inputs.knock_on = vec![
            KnockOn { post: KnockOnPost::Manager, per: 6.0, cost: 70_000.0 },
            KnockOn { post: KnockOnPost::ReviewingOfficer, per: 60.0, cost: 65_000.0 },
        ];
    });
    let found = computed(&managed);
    assert_eq!(pounds(found.cost_of_workers), "838713.69");
    let told = full_year_sentence(&managed, &found, "children").unwrap_or_default();
    assert!(
        told.ends_with(
            "Those 13.4, with those that follow, cost \u{A3}994,924 in a full year: \u{A3}838,714 for 13.4 workers and \
             \u{A3}156,210 for 2.2 team managers."
        ),
        "{told}"
    );
    let table = options_table(&managed, Role::SocialWorker, &options(&managed, &found).expect("it is right"));
    for (name, nothing, fifteen) in [
        ("Team managers, more in March 2028 (FTE)", "0", "2.2"),
        ("Reviewing officers, more in March 2028 (FTE)", "0.7", "0.7"),
        ("Extra cost in a full year, once all posts are filled", "\u{A3}0", "\u{A3}994,924"),
        ("Included: social workers", "\u{A3}0", "\u{A3}838,714"),
        ("Included: team managers", "\u{A3}0", "\u{A3}156,210"),
    ] {
        let row = table
            .rows
            .iter()
            .find(|row| row[0] == name)
            .unwrap_or_else(|| panic!("{name}: {:?}", table.rows));
        assert_eq!([&*row[1], &*row[4]], [nothing, fifteen], "{name}");
    }
}

/// The lines of options with the same path are one, and every sentence says that recruitment does not stop.
#[test]
fn recruiting_past_the_target_is_said_everywhere() {
    let always = with(|inputs| inputs.recruiting = Recruiting::Always);
    let found = computed(&always);
    let nouns = Role::SocialWorker.nouns();
    assert!(
        headline(&always, &found, nouns)
            .ends_with("because numbers grow 3% a year; recruitment goes on past that, to 18.7 more")
    );
    assert_eq!(
        cost_of_path(&always, &found).as_deref(),
        Some(
            "Extra cost: \u{A3}1,047,398 over 24 months; \u{A3}1,173,780 in a full year of the 18.7 posts gained"
        )
    );
    let all = options(&always, &found).expect("it is right");
    let table = options_table(&always, Role::SocialWorker, &all);
    let full_year = table.rows.iter().find(|row| row[0] == FULL_YEAR_OF_PATH).expect("it is a row");
    assert!(full_year[2..].iter().all(|cost| *cost == full_year[2]), "{full_year:?}");
    assert!(table.notes[0].contains("do not stop at their target"), "{:?}", table.notes);
    let chart = path_chart(&always, &found, Role::SocialWorker);
    assert_eq!(chart.table.headings[4..], ["Do nothing"]);
}

/// Where nobody reaches 16 either, its line is that of 15.
#[test]
fn targets_with_the_same_path_share_a_line() {
    let slow = with(|inputs| inputs.staffing.hires_per_month = 1.0);
    let chart = path_chart(&slow, &computed(&slow), Role::SocialWorker);
    assert_eq!(chart.table.headings[4..], ["Do nothing", "18 each"]);
    let picture = format!("{:?}", chart.picture);
    assert!(picture.contains("16 and 15 each"), "{picture}");
    // Months are named from now on, every half year.
    for label in ["now", "Sep 26", "Mar 27", "Sep 27", "Mar 28"] {
        assert!(picture.contains(&format!("\"{label}\"")), "{label}: {picture}");
    }
}

/// Vacant posts are told apart where the team is given by its average, too.
#[test]
fn the_headline_and_the_cost_tell_vacant_posts_apart() {
    let vacant = with(|inputs| inputs.vacant_fte = 2.0);
    let found = computed(&vacant);
    assert!(
        headline(&vacant, &found, Role::SocialWorker.nouns())
            .contains("13.4 more by March 2028, 45.7 in all (11.4 new posts and 2 vacant today), because")
    );
    assert_eq!(
        cost_of_path(&vacant, &found).as_deref(),
        Some(
            "Extra cost: \u{A3}932,544 over 24 months; \u{A3}838,714 in a full year once all posts are filled (\u{A3}713,434 for 11.4 \
             new posts and \u{A3}125,280 for 2 vacant today)"
        )
    );
}

/// 60 of 646 count as one and a half: 676 cases, 20.9 for each worker, who holds 20 children.
#[test]
fn weighted_cases_are_told_apart_from_children() {
    let mixed = with(|inputs| inputs.mix = vec![CaseKind { children: 60.0, weight: 1.5, travel_hours: 0.0 }]);
    let found = computed(&mixed);
    let nouns = Role::SocialWorker.nouns();
    assert_eq!(
        team_sentence(&mixed, &found, nouns),
        "32.3 FTE social workers hold 646 children: an average of 20 each, or 20.9 weighted cases."
    );
    let curve = curve_chart(&mixed, &found, nouns);
    assert!(
        curve.headline.starts_with("An average of 15 weighted cases each needs 45.1 FTE"),
        "{}",
        curve.headline
    );
    assert!(format!("{:?}", curve.picture).contains("Target caseload, weighted cases"));
}

/// Agency workers who finish leave posts that permanent workers are then counted in.
#[test]
fn the_end_of_agency_work_says_how_many_are_then_permanent() {
    let ends = with_costs(|costs| costs.agency = Agency::Until(12));
    let found = computed(&ends);
    assert_eq!(pounds(found.cost_over_period), "876285.23");
    assert_eq!(
        agency_ends(&ends, &found).as_deref(),
        Some(
            "After March 2027 nobody works through an agency: about 6.5 FTE of today\u{2019}s posts, and the new ones, are then \
             counted as permanent. Recruiting them is not counted."
        )
    );
    assert_eq!(agency_ends(&case(), &computed(&case())), None);
}

#[test]
fn breaking_even_says_what_it_rounds() {
    let told = |unit| {
        let inputs = with(|inputs| inputs.placement_cost = Some(unit));
        break_even(&inputs, &computed(&inputs), "").unwrap_or_default()
    };
    // 838,713.69 / 150,000 = 5.59
    assert!(told(150_000.0).starts_with("The extra cost of a full year equals 5.6, so 6, placements a year"));
}

/// Vacant posts that the budget pays for are no growth.
#[test]
fn vacant_posts_are_told_apart_from_new_ones() {
    let vacant = with(|inputs| {
        inputs.team = Team::Fte(32.3);
        inputs.vacant_fte = 4.0;
    });
    let found = computed(&vacant);
    let (of_vacant, new) = found.vacant_and_new;
    assert_eq!([to(2, of_vacant), to(2, new)], ["4.00", "13.39"]);
    assert_eq!(pounds(found.cost_of_new_posts), "838713.69");
    assert_eq!(
        vacant_sentence(&vacant, &found).as_deref(),
        Some(
            "Of the 17.4 posts more than are filled today in March 2028, 4 are vacant posts and 13.4 are new. In a full year the new \
             ones cost \u{A3}838,714, and the vacant ones \u{A3}250,560, which the budget may already pay for."
        )
    );
    assert_eq!(vacant_sentence(&case(), &computed(&case())), None);
}

/// The case as it is typed, and one more box.
fn typed(boxes: &[(Input, &str)]) -> Scenario {
    let of_case = [(Input::Children, "646"), (Input::Average, "20"), (Input::Start, "April 2026")];
    let state = of_case.iter().chain(boxes).fold(State::default(), |state, (input, text)| {
        state.after(CaseloadAction::Edit(*input, (*text).to_owned()))
    });
    state.scenarios.caseloads.selected().clone()
}

#[test]
fn a_part_is_a_number_or_a_percentage() {
    for (text, expected) in [("0.9", 0.9), ("90%", 0.9), ("90", 0.9), ("1", 1.0), ("100", 1.0), ("1%", 0.01)]
    {
        let scenario = typed(&[(Input::NewlyCountAs, text), (Input::NewlyShare, "40")]);
        let inputs = scenario.good().inputs.clone().expect("it has an answer");
        assert_eq!((inputs.newly_qualified.count_as, scenario.errors.len()), (expected, 0), "{text}");
    }
    assert!(!typed(&[(Input::NewlyCountAs, "1.5"), (Input::NewlyShare, "40")]).errors.is_empty());
    let weight = typed(&[(Input::CourtChildren, "60"), (Input::CourtWeight, "150%")]);
    assert_eq!(weight.good().inputs.as_ref().map(|inputs| inputs.mix[0].weight), Some(1.5));
    let cost = typed(&[(Input::CostPerPost, "\u{A3}58k")]);
    assert_eq!(
        cost.good().inputs.as_ref().and_then(|inputs| inputs.costs).map(|costs| costs.per_post),
        Some(58_000.0)
    );
}

#[test]
fn what_is_wrong_is_said_at_its_own_box() {
    for (input, text, expected) in [
        (Input::Children, "6 46", "\u{201C}6 46\u{201D} is not one number."),
        (Input::Hires, "1,5", "\u{201C}1,5\u{201D} is not one number."),
        (Input::Target, "18 16", "\u{201C}18 16\u{201D} is not one number."),
        (Input::Average, "22 20 12", "One number goes here. Paste the cases of each worker under"),
        (Input::AwayChildren, "900", "The kinds of case add up to more than all children"),
        (Input::Hires, "58k", "\u{201C}58k\u{201D} is not a number"),
    ] {
        let errors = typed(&[(Input::CourtChildren, "60"), (input, text)]).errors;
        let [(at, error)] = &errors[..] else { panic!("{input:?} {text}: {errors:?}") };
        assert!(*at == input && error.to_string().starts_with(expected), "{at:?} {error}");
    }
}

/// What is shown of a scenario with a fault is marked, in the report, too; scenarios name the inputs in which they differ.
#[test]
fn the_report_marks_what_is_old_and_names_what_differs() {
    let edit = |input, text: &str| CaseloadAction::Edit(input, text.to_owned());
    let first = [
        edit(Input::Children, "646"),
        edit(Input::Average, "20"),
        edit(Input::Hires, "1.5"),
        CaseloadAction::Copy,
        edit(Input::Hires, "2"),
    ];
    let state = first.into_iter().fold(State::default(), |state, action| state.after(action));
    let table = state.released_caseloads().expect("it has answers");
    let row =
        table.rows.iter().find(|row| row[0] == "Entered: Recruitment (FTE a month)").expect("it differs");
    assert_eq!(row[1..], ["1.5", "2"]);
    assert!(!table.rows.iter().any(|row| row[0] == "Entered: Months ahead"));
    let bad = state.after(edit(Input::Hires, "many"));
    let table = bad.released_caseloads().expect("it has answers");
    assert_eq!(table.headings[2], "Social workers, copy (as last entered without a fault)");
    assert!(table.notes[1].contains("as last entered without a fault"), "{:?}", table.notes);
}

/// A number that may be meant otherwise is asked about and taken as it is typed.
#[test]
fn odd_numbers_are_asked_about() {
    for (input, text, expected) in [
        (Input::CostPerPost, "58", "Is \u{A3}58 a year right?"),
        (Input::CostPerPost, "58000", ""),
        (Input::Children, "646.5", "Is a part of a child right?"),
        (Input::Growth, "0.03", "Is 0.03% right? For 3% enter 3."),
        (Input::Growth, "0.5%", ""),
        (Input::Growth, "0", ""),
        (Input::AgencyPremium, "400", "Is 400% more than the cost of a post right?"),
        (Input::AgencyPremium, "40", ""),
    ] {
        let asked = typed(&[(input, text)]).odd_number(input).unwrap_or_default();
        assert!(
            asked.starts_with(expected) && asked.is_empty() == expected.is_empty(),
            "{input:?} {text}: {asked}"
        );
    }
}
