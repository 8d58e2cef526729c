//! Caseloads over time and what it would take, against figures worked out by hand.

use corporate_parenting_calculator::indicator::Good;
use corporate_parenting_calculator::number::{Decimal, Exact};
use corporate_parenting_calculator::published::Published;
use corporate_parenting_calculator::scenario::{
    AS_NEEDED, CaseKind, Caseload, CaseloadInput, CaseloadInputs, Costs, Growth, Hours, NewlyQualified, Next,
    Ranges, ReachError, Role, Staffing, Team, caseload, ladder, options, pace, reach, targets_around,
};
use proptest::prelude::*;

use crate::common::table;

fn inputs() -> CaseloadInputs {
    CaseloadInputs { months: 24, ..CaseloadInputs::steady(646.0, Team::Caseload(20.0), 15.0) }
}

#[track_caller]
fn computed(inputs: &CaseloadInputs) -> Caseload {
    caseload(inputs).unwrap_or_else(|error| panic!("{error:?}"))
}

fn to(decimals: usize, number: f64) -> String {
    format!("{number:.decimals$}")
}

#[test]
fn the_report_in_numbers() {
    let found = computed(&inputs());
    assert_eq!(to(1, found.holding_fte), "32.3");
    assert_eq!(to(2, found.fte_needed), "43.07");
    assert_eq!(to(0, found.people_needed), "44");
    assert_eq!(to(2, found.extra_fte), "10.77");
    assert_eq!(to(1, found.children_held_at_target), "484.5");
    assert_eq!(to(1, found.children_above_capacity), "161.5");
    assert_eq!(to(4, found.time_per_child_change), "0.3333");
    assert_eq!(found.table.len(), 16);
    let targets: Vec<String> = found.table.iter().map(|row| to(0, row.target)).collect();
    assert_eq!(
        (targets.first().map(String::as_str), targets.last().map(String::as_str)),
        (Some("10"), Some("25"))
    );
    assert_eq!(found.path.reached_in_month, None);
    let from_team = computed(&CaseloadInputs { team: Team::Fte(32.3), ..inputs() });
    assert_eq!(to(9, from_team.caseload), "20.000000000");
}

#[test]
fn newly_qualified_workers_count_as_told() {
    let average = |count_as| {
        let newly_qualified = NewlyQualified { fte: 5.0, count_as, ..NewlyQualified::default() };
        to(2, computed(&CaseloadInputs { team: Team::Fte(32.3), newly_qualified, ..inputs() }).caseload)
    };
    // 646 / 32.3, 646 / (32.3 + 0.6 * 5), 646 / 37.3
    assert_eq!([average(0.0), average(0.6), average(1.0)], ["20.00", "18.30", "17.32"]);
    let vacant = computed(&CaseloadInputs { team: Team::Fte(32.3), vacant_fte: 2.3, ..inputs() });
    assert_eq!(to(2, vacant.caseload), "21.53");
}

#[test]
fn children_grow_as_told() {
    let at = |growth, month: usize| {
        let found = computed(&CaseloadInputs { growth, ..inputs() });
        to(2, found.path.months[month].children)
    };
    assert_eq!(at(Growth::Share(0.05), 12), "678.30");
    // Compounding from year to year, even within a year.
    assert_eq!(at(Growth::Share(0.05), 24), "712.22");
    assert_eq!(at(Growth::Share(0.05), 6), "662.15");
    assert_eq!(at(Growth::Number(-60.0), 24), "526.00");
    let found = computed(&CaseloadInputs { growth: Growth::Share(0.05), ..inputs() });
    assert_eq!(to(2, found.highest_with_present_team), "22.05");
    let apart = Some((86.0, Growth::Share(0.5)));
    let found = computed(&CaseloadInputs { apart, ..inputs() });
    assert_eq!(to(1, found.path.months[12].children), "689.0");
}

/// By hand: from 32.3, each month times 1 - 0.16 / 12, plus 2, until 43.07 is reached in month 8, where
/// recruitment stops.
#[test]
fn recruitment_reaches_the_target_in_the_month_worked_out_by_hand() {
    let staffing = Staffing { turnover: 0.16, hires_per_month: 2.0, months_to_start: 0 };
    let found = computed(&CaseloadInputs { staffing, ..inputs() });
    let by_hand = [
        32.3, 33.869_333, 35.417_742, 36.945_506, 38.452_899, 39.940_194, 41.407_658, 42.855_556, 43.066_667,
    ];
    for (month, expected) in found.path.months.iter().zip(by_hand) {
        assert!((month.workers_fte - expected).abs() < 1e-5, "month {}: {}", month.month, month.workers_fte);
    }
    assert_eq!(found.path.reached_in_month, Some(8));
    // Three months until a recruit starts move it by more than three: leavers go on.
    let late = Staffing { months_to_start: 3, ..staffing };
    assert_eq!(computed(&CaseloadInputs { staffing: late, ..inputs() }).path.reached_in_month, Some(11));
    let losing = Staffing { hires_per_month: 0.4, ..staffing };
    let found = computed(&CaseloadInputs { staffing: losing, ..inputs() });
    assert_eq!((found.path.reached_in_month, to(2, found.path.lost_per_month)), (None, "0.43".to_owned()));
}

#[test]
fn the_recruitment_asked_for_is_what_it_takes() {
    let staffing = Staffing { turnover: 0.16, hires_per_month: 0.0, months_to_start: 2 };
    let asked = CaseloadInputs { staffing, by_month: Some(12), growth: Growth::Share(0.05), ..inputs() };
    let Some(hires) = computed(&asked).hires_needed else { panic!("there is an answer") };
    let with = |hires_per_month: f64| {
        let staffing = Staffing { hires_per_month, ..staffing };
        computed(&CaseloadInputs { staffing, ..asked.clone() }).path.months[12].caseload
    };
    assert!((with(hires) - 15.0).abs() < 1e-9, "{}", with(hires));
    assert!(with(hires - 0.01) > 15.0);
    let too_soon = CaseloadInputs { by_month: Some(2), ..asked.clone() };
    assert_eq!(computed(&too_soon).hires_needed, None);
    let none_needed = CaseloadInputs { target: 40.0, by_month: Some(12), ..inputs() };
    assert_eq!(computed(&none_needed).hires_needed, Some(0.0));
}

#[test]
fn hours_and_costs_follow() {
    let hours = Some(Hours { per_week: 37.0, direct_share: 0.3 });
    let costs =
        Some(Costs { per_post: 60_000.0, agency_share: 0.5, agency_premium: 0.4, ..Costs::default() });
    let found = computed(&CaseloadInputs { hours, costs, ..inputs() });
    // 37 * 52 / 12 * 0.3 = 48.1 hours a month, shared by 20 or 15 children.
    assert_eq!(
        found.hours_per_child.map(|(now, then)| (to(3, now), to(3, then))),
        Some(("2.405".to_owned(), "3.207".to_owned()))
    );
    // 10.7667 posts at 60,000 times 1.2
    assert_eq!(found.cost_per_year.map(|cost| to(0, cost)), Some("775200".to_owned()));
    // Nobody is recruited, so the path costs no more than the team of now.
    assert_eq!(found.cost_over_period, Some(0.0));
    let staffing = Staffing { hires_per_month: AS_NEEDED, ..Staffing::default() };
    let filled = computed(&CaseloadInputs { hours, costs, staffing, ..inputs() });
    assert_eq!(filled.cost_per_year.map(|cost| to(0, cost)), Some("775200".to_owned()));
    assert_eq!(filled.cost_over_period, Some(1_550_400.0));
    // 775,200 are what 15.5 placements of 50,000 cost; what costs nothing is paid for by none.
    let placement_cost = Some(50_000.0);
    assert_eq!(computed(&CaseloadInputs { costs, placement_cost, ..inputs() }).break_even, Some(16.0));
    let costs = Some(Costs::default());
    assert_eq!(computed(&CaseloadInputs { costs, placement_cost, ..inputs() }).break_even, None);
}

/// Targets from 0.7 of the lower to 1.25 of the higher of the average and the target, in at most twenty steps.
#[test]
fn targets_around_a_scenario_are_those_worked_out_by_hand() {
    let cases = [
        (20.0, 15.0, "10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25"),
        (25.0, 10.0, "10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25"),
        (25.5, 15.5, "10 12 14 15.5 16 18 20 22 24 26 28 30 32"),
        (9.0, 8.0, "5 6 7 8 9 10 11 12"),
        (1.2, 1.0, "1 2"),
        (60.0, 50.0, "35 37 39 41 43 45 47 49 50 51 53 55 57 59 61 63 65 67 69 71 73 75"),
    ];
    for (average, target, expected) in cases {
        let inputs = CaseloadInputs { team: Team::Caseload(average), target, ..inputs() };
        let found: Vec<String> = targets_around(&inputs, &computed(&inputs))
            .into_iter()
            .map(|row| row.target.to_string())
            .collect();
        assert_eq!(found.join(" "), expected, "{average} to {target}");
    }
}

/// By hand: half of the team and of the recruits are newly qualified and count as 0.6, so that one counts as 0.8: 32.3 posts
/// hold 25.84 caseloads. 10 each take 64.6: 38.76 more, and 48.45 posts for those.
#[test]
fn each_target_says_what_it_takes() {
    let newly_qualified = NewlyQualified { count_as: 0.6, share: 0.5, ..NewlyQualified::default() };
    let found = computed(&CaseloadInputs { newly_qualified, ..inputs() });
    let row = found.table[0];
    assert_eq!(
        [row.target, row.fte_needed, row.extra_fte, row.posts_needed].map(|number| to(2, number)),
        ["10.00", "64.60", "38.76", "80.75"]
    );
    // 646 / 15 caseloads by people of whom each holds 0.8: 53.83, in whole people;
    assert_eq!(to(0, found.people_needed), "54");
    assert_eq!(to(2, found.extra_posts), "21.53");
}

/// By hand: 100 of 600 children count as 1.6, so that one counts as 1.1, and 30 workers hold 660 cases: 22 each. 36 hours a week
/// are 156 a month, of which a quarter is 39. In a year 60 more children come, 660 who count as 726: 24.2 each with 30 workers,
/// 15 each with 48.4.
#[test]
fn what_a_case_counts_as_is_in_every_answer() {
    let mix = vec![CaseKind { children: 100.0, weight: 1.6, travel_hours: 0.0 }];
    let inputs = CaseloadInputs {
        mix,
        growth: Growth::Number(60.0),
        hours: Some(Hours { per_week: 36.0, direct_share: 0.25 }),
        by_month: Some(12),
        staffing: Staffing { hires_per_month: AS_NEEDED, ..Staffing::default() },
        ..CaseloadInputs::steady(600.0, Team::Fte(30.0), 15.0)
    };
    let found = computed(&inputs);
    assert_eq!(
        [found.caseload, found.fte_needed, found.children_held_at_target, found.highest_with_present_team]
            .map(|number| to(2, number)),
        ["22.00", "44.00", "409.09", "24.20"]
    );
    assert_eq!(
        found.hours_per_child.map(|(now, then)| (to(2, now), to(2, then))),
        Some(("1.95".to_owned(), "2.86".to_owned()))
    );
    assert_eq!(to(2, found.table[0].fte_needed), "66.00");
    // 18.4 more within twelve months.
    assert_eq!(found.hires_needed.map(|hires| to(4, hires)).as_deref(), Some("1.5333"));
    let all = options(&inputs, &found).unwrap_or_else(|error| panic!("{error:?}"));
    let hours: Vec<(Option<f64>, Option<String>)> =
        all.iter().map(|option| (option.target, option.hours_per_child.map(|hours| to(4, hours)))).collect();
    let hours_of = |target: Option<f64>, hours: &str| (target, Some(hours.to_owned()));
    // 39 * 1.1 by 24.2 if nothing is done; by 18, 16 and 15 otherwise.
    let expected = [
        hours_of(None, "1.7727"),
        hours_of(Some(18.0), "2.3833"),
        hours_of(Some(16.0), "2.6813"),
        hours_of(Some(15.0), "2.8600"),
    ];
    assert_eq!(hours, expected);
}

/// Halfway between the average and the target, in whole cases, unless that is less than one from either.
#[test]
fn what_is_compared_besides_is_halfway() {
    for (now, target, expected) in [
        (20.0, 15.0, vec![17.0]),
        (15.0, 17.0, vec![16.0]),
        (17.0, 15.0, vec![16.0]),
        (16.0, 15.0, vec![]),
        (15.5, 13.8, vec![]),
        (13.8, 15.5, vec![]),
    ] {
        assert_eq!(Role::PersonalAdviser.options(now, target), expected, "{now} to {target}");
    }
    assert_eq!(Role::ReviewingOfficer.options(60.0, 55.0), [50.0, 60.0, 70.0]);
    assert!(Role::SocialWorker.options(20.0, 15.0).is_empty());
}

#[test]
fn the_same_seed_gives_the_same_band() {
    let ranges =
        Ranges { growth: Some((0.0, 0.1)), turnover: Some((0.1, 0.4)), hires_per_month: Some((0.8, 1.6)) };
    let staffing = Staffing { turnover: 0.16, hires_per_month: 2.0, months_to_start: 0 };
    let simulated =
        |seed| computed(&CaseloadInputs { staffing, uncertain: Some((ranges, seed)), ..inputs() }).simulation;
    assert_eq!(simulated(1), simulated(1));
    assert_ne!(simulated(1), simulated(2));
    let Some(simulation) = simulated(2027) else { panic!("something is uncertain") };
    assert_eq!(simulation.bands.len(), 25);
    assert!(simulation.bands.iter().all(|band| band.low <= band.middle && band.middle <= band.high));
    let last = simulation.bands[24];
    // The values of this seed, pinned: another machine must give the same.
    assert_eq!(
        [last.low, last.middle, last.high, last.chance].map(|number| to(6, number)),
        ["15.000000", "16.817621", "21.357400", "0.257100"]
    );
    assert_eq!(to(1, simulation.bands[0].chance), "0.0");
}

#[test]
fn bad_inputs_are_named() {
    let cases: [(CaseloadInputs, CaseloadInput); 9] = [
        (CaseloadInputs { children: 0.0, ..inputs() }, CaseloadInput::Children),
        (CaseloadInputs { children: f64::NAN, ..inputs() }, CaseloadInput::Children),
        (CaseloadInputs { team: Team::Fte(0.0), ..inputs() }, CaseloadInput::WorkersFte),
        (CaseloadInputs { team: Team::Caseload(-1.0), ..inputs() }, CaseloadInput::Caseload),
        (CaseloadInputs { target: 0.0, ..inputs() }, CaseloadInput::Target),
        (CaseloadInputs { growth: Growth::Share(50.0), ..inputs() }, CaseloadInput::ChildrenGrowth),
        (CaseloadInputs { months: 0, ..inputs() }, CaseloadInput::Months),
        (CaseloadInputs { team: Team::Fte(5.0), vacant_fte: 5.0, ..inputs() }, CaseloadInput::VacantFte),
        (
            CaseloadInputs { staffing: Staffing { turnover: 1.5, ..Staffing::default() }, ..inputs() },
            CaseloadInput::Turnover,
        ),
    ];
    for (inputs, input) in cases {
        assert_eq!(caseload(&inputs).map_err(|error| error.input), Err(input));
    }
}

fn good(text: &str) -> Good {
    if text == "low" { Good::Low } else { Good::High }
}

fn percent(text: &str) -> Exact {
    Decimal::parse(text).map_or_else(|_| panic!("{text}"), Exact::from)
}

#[test]
fn what_it_takes_is_exact() {
    for row in table("reach.csv") {
        let later = row.get("later").parse().ok();
        let (target, good) = (percent(row.get("target")), good(row.get("good")));
        let found = reach((row.parse("numerator"), row.parse("denominator")), later, target, good);
        let Ok(found) = found else { panic!("{row}: {found:?}") };
        assert_eq!(found.children, row.parse::<i64>("children"), "{row}");
        assert_eq!(found.becomes.rounded(1).to_string(), row.get("becomes"), "{row}");
        assert_eq!(found.is_possible, row.get("possible") == "yes", "{row}");
        let ladder = ladder(row.parse("numerator"), &found, target, good);
        let meeting = ladder.rungs.iter().find(|rung| rung.meets).map(|rung| rung.children);
        assert_eq!(meeting, found.is_possible.then_some(found.children), "{row}");
        let rungs: Vec<String> = ladder.rungs.iter().map(|rung| rung.children.to_string()).collect();
        assert_eq!(rungs.join(" "), row.get("ladder"), "{row}");
    }
    let cases = [
        ((1, 0), None, "50", Good::High, ReachError::BadCounts),
        ((0, 0), Some(5), "50", Good::High, ReachError::BadCounts),
        ((1, 2), Some(0), "50", Good::High, ReachError::BadCounts),
        ((1, 1_000_000_001), None, "50", Good::High, ReachError::BadCounts),
        ((1, 1_000_000_001), Some(5), "50", Good::High, ReachError::BadCounts),
        ((1, 2), Some(1_000_000_001), "50", Good::High, ReachError::BadCounts),
        ((2, 1), None, "50", Good::High, ReachError::NumeratorAbove),
        ((1, 2), None, "100.1", Good::High, ReachError::BadTarget),
        ((1, 2), None, "-0.1", Good::Low, ReachError::BadTarget),
        ((1, 2), None, "50", Good::Neither, ReachError::NoDirection),
    ];
    for (counts, later, target, good, error) in cases {
        assert_eq!(reach(counts, later, percent(target), good), Err(error), "{counts:?} {later:?} {target}");
    }
}

#[test]
fn the_pace_is_exact() {
    for row in table("pace.csv") {
        let found = pace(
            (row.parse("numerator"), row.parse("denominator")),
            row.parse("more"),
            percent(row.get("target")),
            good(row.get("good")),
        );
        assert_eq!(found.map(|found| found.to_string()).unwrap_or_default(), row.get("expected"), "{row}");
    }
}

proptest! {
    /// The gap closes the gap, and one less does not.
    #[test]
    fn reach_closes_the_gap_and_no_more(numerator in 0_u64..500, more in 1_u64..500, target in 0_i64..=1000, low in any::<bool>()) {
        let denominator = numerator + more;
        let (exact, good) = (Exact::from(Decimal::new(target, 1)), if low { Good::Low } else { Good::High });
        let Ok(found) = reach((numerator, denominator), None, exact, good) else { return Err(TestCaseError::fail("no answer")) };
        let meets = |children: i64| {
            let share = 1000 * (numerator.cast_signed() + children);
            let wanted = target * denominator.cast_signed();
            if low { share <= wanted } else { share >= wanted }
        };
        prop_assert!(meets(found.children));
        prop_assert!(found.children == 0 || !meets(found.children - found.children.signum()));
    }

    #[test]
    fn more_recruitment_never_raises_the_average(hires in 0.0_f64..5.0, more in 0.0_f64..5.0, turnover in 0.0_f64..0.5) {
        let at = |hires_per_month| {
            let staffing = Staffing { turnover, hires_per_month, months_to_start: 1 };
            computed(&CaseloadInputs { staffing, ..inputs() }).path.months.iter().map(|month| month.caseload).collect::<Vec<_>>()
        };
        prop_assert!(at(hires).iter().zip(at(hires + more)).all(|(less, more)| *less >= more - 1e-9));
    }
}

#[test]
fn scenarios_are_said_in_words() {
    use corporate_parenting_calculator::report::{SideBySide, caseload_table};
    use corporate_parenting_calculator::words::caseload::{Nouns, caseload_sentence};
    use corporate_parenting_calculator::words::text::model_number;
    let nouns = Nouns { workers: "social workers", children: "children" };
    let staffing = Staffing { turnover: 0.16, hires_per_month: 0.4, months_to_start: 0 };
    let inputs = CaseloadInputs { staffing, by_month: Some(12), ..inputs() };
    let found = computed(&inputs);
    assert_eq!(
        caseload_sentence(&inputs, &found, nouns),
        "32.3 FTE social workers hold 646 children: an average of 20 each. 15 each takes 43.1 FTE (44 if all work \
         full time): 10.8 FTE more than now. At 15 each, today\u{2019}s team can hold 484 children; 162 children are above \
         that level today. At the target there is 33.3% more of a worker\u{2019}s time for each. The average does not \
         reach 15 within 24 months. In month 24 it is 20.4: 15 then takes 10.8 posts more than are filled today, and by \
         then 0.6 are lost. Over 24 months 9.6 FTE start and 10.2 leave: 0.6 fewer than now. To reach 15 by month 12, recruit 1.4 FTE a month."
    );
    let other = CaseloadInputs { target: 18.0, ..inputs.clone() };
    let (found_other, role) = (computed(&other), Role::SocialWorker);
    let table = caseload_table(
        &[
            SideBySide { name: "Fifteen", role, given: &[], is_old: false, inputs: &inputs, found: &found },
            SideBySide {
                name: "Eighteen",
                role,
                given: &[],
                is_old: false,
                inputs: &other,
                found: &found_other,
            },
        ],
        0,
    );
    let needed = table.rows.iter().find(|row| row[0] == "Posts needed (FTE)").cloned();
    assert_eq!(
        needed.as_deref(),
        Some(&["Posts needed (FTE)".to_owned(), "43.1".to_owned(), "35.9 (\u{2212}7.2)".to_owned()][..])
    );
    for (number, decimals, text) in [
        (43.066_666, 2, "43.07"),
        (20.0, 2, "20"),
        (1_550_400.0, 0, "1,550,400"),
        (-0.5, 1, "\u{2212}0.5"),
        (f64::INFINITY, 2, "none"),
    ] {
        assert_eq!(model_number(number, decimals), text);
    }
}

#[test]
fn what_it_takes_is_said_in_words() {
    use corporate_parenting_calculator::indicator;
    use corporate_parenting_calculator::words::reach::{of_next, pace_sentence, reach_sentence};
    let said = |counts, later, target: &str, direction: Good| {
        let target = percent(target);
        reach(counts, later, target, direction)
            .map(|found| reach_sentence(indicator::by_id("long-term-stability"), counts, &found, target, ""))
    };
    let cases = [
        (
            said((162, 233), None, "71", Good::High),
            "162 of 233 is 69.5%. 4 more children would reach 71%: 166 of 233, 71.2%.",
        ),
        (
            said((162, 233), Some(256), "71", Good::High),
            "162 of 233 is 69.5%. With 256 in all, 20 more children would reach 71%: 182 of 256, 71.1%.",
        ),
        (
            said((91, 646), None, "11", Good::Low),
            "91 of 646 is 14.1%. 20 fewer children would reach 11%: 71 of 646, 11.0%.",
        ),
        (
            said((3, 8), None, "48", Good::High),
            "3 of 8 is 37.5%. 1 more child would reach 48%: 4 of 8, 50.0%.",
        ),
        (said((51, 646), None, "11", Good::Low), "51 of 646 is 7.9%. That already meets 11%."),
        (
            said((90, 100), Some(50), "90", Good::High),
            "90 of 100 is 90.0%. A total of 50 would be smaller than the 90 counted now. Check the total.",
        ),
    ];
    for (found, expected) in cases {
        assert_eq!(found.as_deref(), Ok(expected));
    }
    let paced = |counts, more, target: &str, good, spread| {
        let next = Next::of(counts, more, percent(target), good);
        (pace_sentence(spread, &next, good, &format!("{target}%")), of_next(&next, good))
    };
    let cases = [
        (
            paced((78, 100), 60, "80", Good::High, (20, 3)),
            "At least 50 of the next 60 (20 a month for 3 months) must join the 78 to reach 80%: 17 a month. Then it is 128 of 160, 80.0%.",
            "50 of the next 60",
        ),
        (
            paced((78, 100), 20, "90", Good::High, (20, 1)),
            "90% is out of reach with the next 20 (in 1 month). Even if all of them join the 78, it is 98 of 120, 81.7%.",
            "out of reach with the next 20",
        ),
        (
            paced((12, 100), 60, "10", Good::Low, (20, 3)),
            "No more than 4 of the next 60 (20 a month for 3 months) may join the 12 to meet 10%. Then it is 16 of 160, 10.0%.",
            "no more than 4 of the next 60",
        ),
        (
            paced((20, 100), 20, "10", Good::Low, (10, 2)),
            "10% is out of reach with the next 20 (10 a month for 2 months). Even if none of them joins the 20, it is 20 of 120, 16.7%.",
            "out of reach with the next 20",
        ),
    ];
    for ((sentence, short), expected, expected_short) in cases {
        assert_eq!((sentence.as_str(), short.as_str()), (expected, expected_short));
    }
}

#[test]
fn the_best_quarter_begins_where_the_quantile_says() {
    use corporate_parenting_calculator::compare::Distribution;
    use corporate_parenting_calculator::indicator;
    for row in table("best-quartiles.csv") {
        let Some(indicator) = indicator::by_id(row.get("indicator")) else { panic!("{row}") };
        let found = Distribution::of_year(&Published::default(), indicator, row.parse("year"))
            .and_then(|all| Some((all.best_quarter(indicator.good)?.rounded(4).to_string(), all.councils())));
        assert_eq!(found, Some((row.get("value").to_owned(), row.parse("councils"))), "{row}");
    }
}
