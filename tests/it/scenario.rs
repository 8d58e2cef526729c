//! Caseloads over time and what it would take, against figures worked out by hand.

use corporate_parenting_calculator::indicator::Good;
use corporate_parenting_calculator::number::{Decimal, Exact};
use corporate_parenting_calculator::published::Published;
use corporate_parenting_calculator::scenario::{
    AS_NEEDED, Caseload, CaseloadInput, CaseloadInputs, Costs, Growth, Hours, NewlyQualified, Next, Ranges,
    Staffing, Team, caseload, ladder, pace, reach,
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
    }
    assert!(reach((1, 0), None, percent("50"), Good::High).is_err());
    assert!(reach((2, 1), None, percent("50"), Good::High).is_err());
    assert!(reach((1, 2), None, percent("101"), Good::High).is_err());
    assert!(reach((1, 2), None, percent("50"), Good::Neither).is_err());
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
    use corporate_parenting_calculator::scenario::Role;
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
