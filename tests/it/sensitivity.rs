//! How the answer of the case changes with what is assumed, its risks, and what finance asks of its money. The expected numbers
//! were stepped from month to month by a program apart, with exact fractions.

use corporate_parenting_calculator::report::{options_table, recruitment_table, sensitivity_table};
use corporate_parenting_calculator::scenario::{
    AS_NEEDED, Agency, Award, Caseload, CaseloadInputs, Growth, Risk, Role, Team, caseload, options,
    recruitment_sensitivity, risks, sensitivity,
};
use corporate_parenting_calculator::words::caseload::{
    full_year_sentence, rate_of_posts, rise_sentence, saved_sentence, vacancies_sentence,
};
use corporate_parenting_calculator::words::sensitivity as words;

use crate::business_case::case;

fn with(change: impl FnOnce(&mut CaseloadInputs)) -> CaseloadInputs {
    let mut inputs = case();
    change(&mut inputs);
    inputs
}

#[track_caller]
fn computed(inputs: &CaseloadInputs) -> Caseload {
    caseload(inputs).unwrap_or_else(|error| panic!("{error:?}"))
}

#[test]
fn each_cell_of_growth_and_turnover_says_when_the_target_is_reached() {
    let grid = sensitivity(&case()).expect("the case is right");
    let table = sensitivity_table(&case(), Role::SocialWorker, &grid);
    let rows: Vec<String> = table.rows[6..].iter().map(|row| row.join(" | ")).collect();
    assert_eq!(
        rows,
        [
            "15 each, growth 1% | May 2027: 11.6\u{A0}FTE, \u{A3}940,926 | July 2027: 11.6\u{A0}FTE, \u{A3}867,839 | October 2027: 11.6\u{A0}FTE, \u{A3}770,694",
            "15 each, growth 3% | June 2027: 13.4\u{A0}FTE, \u{A3}1,018,178 | August 2027: 13.4\u{A0}FTE, \u{A3}932,544 (as entered) | December 2027: 13.4\u{A0}FTE, \u{A3}813,214",
            "15 each, growth 5% | July 2027: 15.2\u{A0}FTE, \u{A3}1,090,707 | October 2027: 15.2\u{A0}FTE, \u{A3}987,441 | March 2028: 15.2\u{A0}FTE, \u{A3}836,016",
        ]
    );
}

/// A growth in children is looked at as a share of them: 60 of 600 are 10%, and two points around it.
#[test]
fn a_growth_in_numbers_is_looked_at_as_a_share() {
    let inputs = with(|inputs| {
        (inputs.children, inputs.growth) = (600.0, Growth::Number(60.0));
    });
    let cells = sensitivity(&inputs).unwrap_or_else(|error| panic!("{error:?}"));
    let mut growths: Vec<String> = cells.iter().map(|cell| format!("{:.2}", cell.growth)).collect();
    growths.dedup();
    growths.truncate(3);
    assert_eq!(growths, ["0.08", "0.10", "0.12"]);
    assert_eq!(cells.iter().filter(|cell| cell.is_entered(&inputs)).count(), 1);
}

#[test]
fn slower_recruitment_has_a_table_of_its_own() {
    let grid = recruitment_sensitivity(&case()).expect("the case is right");
    let table = recruitment_table(&case(), Role::SocialWorker, &grid);
    assert_eq!(table.headings, ["Recruits", "18 each", "16 each", "15 each"]);
    let rows: Vec<String> = table.rows.iter().map(|row| row.join(" | ")).collect();
    assert_eq!(
        rows,
        [
            "1 a month | June 2027: 5.8\u{A0}FTE, \u{A3}386,440 | not reached: 9.5\u{A0}FTE, \u{A3}494,843 | not reached: 9.5\u{A0}FTE, \u{A3}494,843",
            "1.5 a month | December 2026: 5.8\u{A0}FTE, \u{A3}461,404 | May 2027: 10.5\u{A0}FTE, \u{A3}794,825 | August 2027: 13.4\u{A0}FTE, \u{A3}932,544 (as entered)",
            "2 a month | October 2026: 5.8\u{A0}FTE, \u{A3}484,888 | January 2027: 10.5\u{A0}FTE, \u{A3}884,647 | March 2027: 13.4\u{A0}FTE, \u{A3}1,085,859",
            "1.5 a month, starting 3 months later | April 2027: 5.8\u{A0}FTE, \u{A3}323,645 | October 2027: 10.5\u{A0}FTE, \u{A3}546,767 | January 2028: 13.4\u{A0}FTE, \u{A3}615,598",
        ]
    );
    // As many as needed are neither a third fewer nor more.
    let needed = with(|inputs| inputs.staffing.hires_per_month = AS_NEEDED);
    assert_eq!(recruitment_sensitivity(&needed).map(|cells| cells.len()), Ok(6));
    let late = with(|inputs| inputs.staffing.months_to_start = 24);
    assert_eq!(recruitment_sensitivity(&late).map(|cells| cells.len()), Ok(9));
}

#[test]
fn each_risk_says_what_the_path_then_comes_to() {
    let told = |inputs: &CaseloadInputs| {
        let others = risks(inputs).unwrap_or_else(|error| panic!("{error:?}"));
        words::risks(inputs, &computed(inputs), &[], &others, None)
    };
    let even = "An average does not show how evenly cases are held or how complex they are.";
    assert_eq!(
        told(&case()),
        [
            "With 1 FTE recruited a month in place of 1.5, 15 is not reached (the average is 16.4 in March 2028), for \u{A3}494,843 in place of \u{A3}932,544 because posts stay empty longer.",
            "If recruits start 3 months later, 15 is reached in January 2028 in place of August 2027, for \u{A3}615,598 in place of \u{A3}932,544 because posts stay empty longer.",
            "With agency workers in 30% of posts in place of 20%, this path comes to \u{A3}967,082 in place of \u{A3}932,544, and the whole team costs \u{A3}184,411 more.",
            "No pay award is entered. With 1% a year from April 2027, this path comes to \u{A3}940,139 in place of \u{A3}932,544, and the whole team costs \u{A3}27,828 more.",
            even
        ]
    );
    let plain = with(|inputs| {
        inputs.costs = None;
        inputs.staffing.hires_per_month = 0.0;
    });
    assert_eq!(told(&plain), [even]);
    let kinds = |change: &dyn Fn(&mut CaseloadInputs)| -> Vec<Risk> {
        let others = risks(&with(|inputs| change(inputs))).unwrap_or_else(|error| panic!("{error:?}"));
        others.into_iter().map(|(risk, _)| risk).collect()
    };
    let agency = |share: f64, premium: f64| {
        move |inputs: &mut CaseloadInputs| {
            let costs = inputs.costs.as_mut().expect("the case has costs");
            (costs.agency_share, costs.agency_premium) = (share, premium);
        }
    };
    let is_of_agency = |risk: &Risk| matches!(risk, Risk::MoreAgency(_));
    // Agency workers who cost as much as others, or who are in all posts already, are no risk.
    for (share, premium, expected) in
        [(0.95, 0.4, Some(Risk::MoreAgency(1.0))), (1.0, 0.4, None), (0.2, 0.0, None)]
    {
        let found = kinds(&agency(share, premium)).into_iter().find(is_of_agency);
        assert_eq!(found, expected, "{share} at {premium}");
    }
    // Recruits may start up to 24 months later.
    for (months, is_one) in [(9, true), (21, true), (22, false)] {
        let found = kinds(&move |inputs| inputs.staffing.months_to_start = months);
        assert_eq!(found.contains(&Risk::LaterStart(3)), is_one, "{months}");
    }
    let award = with(|inputs| {
        let costs = inputs.costs.as_mut().expect("the case has costs");
        costs.award = Some(Award { share: 0.03, month: 7 });
        costs.agency_share = 0.0;
        inputs.staffing.hires_per_month = AS_NEEDED;
        inputs.staffing.months_to_start = 22;
    });
    let kinds: Vec<String> =
        told(&award).iter().map(|risk| risk.split(',').next().unwrap_or_default().to_owned()).collect();
    assert_eq!(kinds, ["With a pay award of one point more from October 2026", even]);
}

#[test]
fn the_number_needed_later_and_the_rise_before_the_fall_are_told() {
    let found = computed(&case());
    assert_eq!(
        full_year_sentence(&case(), &found, "children").as_deref(),
        Some(
            "With 685 children in March 2028, 15 each takes 45.7 posts (FTE): 13.4 more than are filled today. Those 13.4 cost \
             \u{A3}838,714 in a full year."
        )
    );
    for (inputs, expected) in [
        (case(), Some("Before it falls, the average rises from 20 to 21 in June 2026.")),
        // It rises to the end, which is told where the target is not reached.
        (with(|inputs| inputs.staffing.hires_per_month = 0.0), None),
        (with(|inputs| inputs.staffing.months_to_start = 0), None),
        (with(|inputs| inputs.growth = Growth::Share(-0.3)), None),
    ] {
        assert_eq!(rise_sentence(&inputs, &computed(&inputs)).as_deref(), expected, "{:?}", inputs.staffing);
    }
}

/// Where the number of children stays as it is, so do the posts it takes.
#[test]
fn posts_needed_later_are_an_option_row_where_they_differ() {
    let of = |inputs: &CaseloadInputs| {
        let all = options(inputs, &computed(inputs)).unwrap_or_else(|error| panic!("{error:?}"));
        let rows = options_table(inputs, Role::SocialWorker, &all).rows;
        rows.into_iter().find(|row| row[0] == "Posts needed in March 2028 (FTE)").map(|row| row.join(" | "))
    };
    let growing = "Posts needed in March 2028 (FTE) | 32.3 | 38.1 | 42.8 | 45.7";
    assert_eq!(of(&case()).as_deref(), Some(growing));
    assert_eq!(of(&with(|inputs| inputs.growth = Growth::Share(0.0))), None);
}

#[test]
fn what_empty_posts_save_is_told_in_pounds() {
    let found = computed(&case());
    assert_eq!(found.saved_by_empty.map(|saved| format!("{saved:.2}")).as_deref(), Some("14353.05"));
    assert_eq!(
        saved_sentence(&case(), &found).as_deref(),
        Some(
            "Fewer posts are filled than today from April 2026 to July 2026. That saves \u{A3}14,353 compared with doing nothing, which is \
             counted in the extra cost."
        )
    );
    let growing = with(|inputs| inputs.staffing.months_to_start = 0);
    assert_eq!(saved_sentence(&growing, &computed(&growing)), None);
    for (covered, expected) in [
        (
            0.0,
            "Doing nothing also leaves today\u{2019}s 2 vacant posts (FTE) as they are, which saves \u{A3}125,280 a year.",
        ),
        (
            1.0,
            "Today\u{2019}s 2 vacant posts (FTE) save nothing: the agency workers in them cost \u{A3}46,400 a year more.",
        ),
    ] {
        let vacant = with(|inputs| {
            (inputs.team, inputs.vacant_fte, inputs.holders.vacancies_covered) =
                (Team::Fte(34.3), 2.0, covered);
        });
        assert_eq!(vacancies_sentence(&vacant, &computed(&vacant)).as_deref(), Some(expected));
    }
    assert_eq!(vacancies_sentence(&case(), &found), None);
}

#[test]
fn the_average_post_is_told_with_its_parts() {
    let of = |change: &dyn Fn(&mut CaseloadInputs)| rate_of_posts(&with(change)).unwrap_or_default();
    let alike = "This average is used for today\u{2019}s posts, new posts and empty posts alike.";
    let parts = "\u{A3}58,000, plus 40% for the 20% filled by agency workers.";
    assert_eq!(of(&|_| {}), format!("A post costs \u{A3}62,640 a year on average: {parts} {alike}"));
    let falling = of(&|inputs| inputs.costs.as_mut().expect("it has costs").agency = Agency::Until(12));
    assert_eq!(
        falling,
        format!("A post costs \u{A3}62,640 a year on average in April 2026: {parts} {alike}")
    );
    assert_eq!(of(&|inputs| inputs.costs.as_mut().expect("it has costs").agency_share = 0.0), "");
}
