//! Costs by financial year, options and who holds cases, on the example of the report: 646 children at 20 each, 15 hoped for.

use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::report::{curve_chart, options_table, path_chart};
use corporate_parenting_calculator::scenario::{
    AS_NEEDED, Agency, Award, CaseKind, Caseload, CaseloadFault, CaseloadInputs, Costs, Growth, Held,
    Holders, Hours, KnockOn, KnockOnPost, NewlyQualified, Ranges, Recruiting, Role, Sensitivity, Staffing,
    Stage, Team, caseload, caseloads, distribution, options, sensitivity,
};
use corporate_parenting_calculator::words::business_case::{answer, newly_qualified_note};
use proptest::prelude::*;

/// Growth of 3%, turnover of 16%, 1.5 recruits a month who start after three months, from April 2026.
pub(crate) fn case() -> CaseloadInputs {
    let costs = Costs { per_post: 58_000.0, agency_share: 0.2, agency_premium: 0.4, ..Costs::default() };
    CaseloadInputs {
        growth: Growth::Share(0.03),
        staffing: Staffing { turnover: 0.16, hires_per_month: 1.5, months_to_start: 3 },
        start: Some(Period::Month(2026, 4)),
        months: 24,
        costs: Some(costs),
        ..CaseloadInputs::steady(646.0, Team::Caseload(20.0), 15.0)
    }
}

pub(crate) fn with(change: impl FnOnce(&mut CaseloadInputs)) -> CaseloadInputs {
    let mut inputs = case();
    change(&mut inputs);
    inputs
}

pub(crate) fn with_costs(change: impl FnOnce(&mut Costs)) -> CaseloadInputs {
    with(|inputs| change(inputs.costs.as_mut().expect("the case has costs")))
}

#[track_caller]
pub(crate) fn computed(inputs: &CaseloadInputs) -> Caseload {
    caseload(inputs).unwrap_or_else(|error| panic!("{error:?}"))
}

pub(crate) fn to(decimals: usize, number: f64) -> String {
    format!("{number:.decimals$}")
}

pub(crate) fn pounds(amount: Option<f64>) -> String {
    to(2, amount.expect("costs are given"))
}

fn by_year(found: &Caseload) -> Vec<(String, String)> {
    let year = |year: &corporate_parenting_calculator::scenario::Year| {
        (year.year.map(|year| year.to_string()).unwrap_or_default(), pounds(year.extra_cost))
    };
    found.by_year.iter().map(year).collect()
}

/// Each number from the others by hand: 32.3 workers; after 24 months 646 * 1.03 * 1.03 = 685.34 children, for whom 15 each
/// takes 45.69, which is 13.39 more; a post costs 58,000 * (1 + 0.2 * 0.4) = 62,640 a year.
#[test]
fn one_set_of_numbers_everywhere() {
    let found = computed(&case());
    assert_eq!([found.fte_needed, found.extra_fte].map(|fte| to(1, fte)), ["43.1", "10.8"]);
    assert_eq!([found.extra_posts_at_end, found.net_recruits].map(|fte| to(2, fte)), ["13.39", "13.39"]);
    assert_eq!(pounds(found.cost_per_year), "838713.69");
    assert_eq!(
        by_year(&found),
        [("2026/27".to_owned(), "173053.11".to_owned()), ("2027/28".to_owned(), "759490.69".to_owned())]
    );
    assert_eq!(pounds(found.cost_over_period), "932543.80");
    let last = found.by_year.last().expect("it has two years");
    assert_eq!(
        [last.children, last.workers_fte, last.caseload, last.extra_fte].map(|number| to(2, number)),
        ["685.34", "45.69", "15.00", "13.39"]
    );
    let gross = found.path.starters();
    assert_eq!([gross, found.path.leavers()].map(|fte| to(2, fte)), ["25.93", "12.54"]);
    assert!((gross - found.path.leavers() - found.net_recruits).abs() < 1e-9);
    // The options and the grid say the same of the same.
    let all = options(&case(), &found).expect("the case is right");
    let fifteen = all.iter().find(|option| option.target == Some(15.0)).expect("it is an option");
    assert_eq!(
        (fifteen.cost_over_period, fifteen.cost_per_year),
        (found.cost_over_period, found.cost_per_year)
    );
    assert_eq!((&fifteen.by_year, fifteen.extra_fte), (&found.by_year, found.extra_fte));
    let grid = sensitivity(&case()).expect("the case is right");
    let of_case = |cell: &&Sensitivity| {
        [cell.target, cell.growth, cell.staffing.turnover].map(|number| to(2, number))
            == ["15.00", "0.03", "0.16"]
    };
    let found_again = grid.iter().find(of_case).map(|cell| (cell.extra_fte, cell.cost));
    assert_eq!(found_again, Some((found.net_recruits, found.cost_over_period)));
    assert_eq!(grid.len(), 27);
}

/// The average post costs £62,640 with agency workers in their share of the posts, and that is what an empty one saves, however
/// long it stands empty. The amounts are those of the oracle.
#[test]
fn an_empty_post_saves_what_it_would_have_cost() {
    for (hires, months_to_start, target, extra, full_year) in [
        (0.0, 3, 15.0, "-610267.59", "838713.69"),
        (0.2, 3, 15.0, "-389245.50", "838713.69"),
        (0.2, 0, 15.0, "-326861.58", "838713.69"),
        // Fewer posts than now are enough: they save themselves.
        (0.0, 3, 25.0, "-610267.59", "-306080.59"),
    ] {
        let found = computed(&with(|inputs| {
            inputs.target = target;
            inputs.staffing.hires_per_month = hires;
            inputs.staffing.months_to_start = months_to_start;
        }));
        let told = (pounds(found.cost_over_period), pounds(found.cost_per_year));
        assert_eq!(told, (extra.to_owned(), full_year.to_owned()), "{hires} {months_to_start} {target}");
    }
}

/// Recruiting past the target costs what it did before recruitment stopped there.
#[test]
fn recruitment_stops_at_the_target_unless_told_not_to() {
    let always = computed(&with(|inputs| inputs.recruiting = Recruiting::Always));
    assert_eq!(pounds(always.cost_over_period), "1047398.05");
    assert_eq!(to(2, always.path.months[24].workers_fte), "51.04");
    // Everybody gained is paid for: 32.3 in post, and 1.5 more a month from month 4 on, less a seventy-fifth each month.
    assert_eq!([always.extra_posts_at_end, always.full_year_posts].map(|fte| to(2, fte)), ["13.39", "18.74"]);
    assert_eq!(pounds(always.cost_per_year), "1173779.67");
    let needed = with(|inputs| inputs.staffing.hires_per_month = AS_NEEDED);
    assert_eq!(computed(&needed).path.reached_in_month, Some(4));
    let both = with(|inputs| {
        inputs.staffing.hires_per_month = AS_NEEDED;
        inputs.recruiting = Recruiting::Always;
    });
    assert_eq!(caseload(&both).map_err(|error| error.fault), Err(CaseloadFault::NeededAndAlways));
}

#[test]
fn years_are_financial_and_parts_of_them_too() {
    let of = |start| {
        let found = computed(&with(|inputs| inputs.start = start));
        found.by_year.iter().map(|year| (year.year, year.months)).collect::<Vec<_>>()
    };
    let year = |year| Some(Period::Year(year));
    assert_eq!(of(Some(Period::Month(2026, 4))), [(year(2027), 12), (year(2028), 12)]);
    assert_eq!(of(Some(Period::Month(2026, 3))), [(year(2026), 1), (year(2027), 12), (year(2028), 11)]);
    assert_eq!(of(Some(Period::Month(2027, 1))), [(year(2027), 3), (year(2028), 12), (year(2029), 9)]);
    assert_eq!(of(None), [(None, 12), (None, 12)]);
}

/// A change to a case and its costs.
type Change<'a> = &'a dyn Fn(&mut CaseloadInputs, &mut Costs);

/// Ten posts filled from the first month at £60,000, so that each addition can be worked out in the head.
#[test]
fn each_cost_is_what_a_hand_makes_of_it() {
    let steady = |change: Change| {
        let mut costs = Costs { per_post: 60_000.0, ..Costs::default() };
        let staffing = Staffing { hires_per_month: AS_NEEDED, ..Staffing::default() };
        let start = Some(Period::Month(2026, 4));
        let mut inputs = CaseloadInputs {
            staffing,
            start,
            months: 24,
            ..CaseloadInputs::steady(600.0, Team::Fte(30.0), 15.0)
        };
        change(&mut inputs, &mut costs);
        let found = computed(&CaseloadInputs { costs: Some(costs), ..inputs });
        let years: Vec<String> = found.by_year.iter().map(|year| pounds(year.extra_cost)).collect();
        (years.join(" "), pounds(found.cost_per_year))
    };
    let cases: [(&str, Change, &str, &str); 11] = [
        ("nothing else", &|_, _| {}, "600000.00 600000.00", "600000.00"),
        ("on-costs", &|_, costs| costs.on_costs = 0.3, "780000.00 780000.00", "780000.00"),
        (
            "three months",
            &|inputs, _| inputs.staffing.months_to_start = 3,
            "450000.00 600000.00",
            "600000.00",
        ),
        // From month 7 (October), so half a year of it; then 1.05 and 1.05 * 1.05.
        (
            "award",
            &|_, costs| costs.award = Some(Award { share: 0.05, month: 7 }),
            "615000.00 645750.00",
            "661500.00",
        ),
        ("starters", &|_, costs| costs.per_starter = 1_000.0, "610000.00 600000.00", "600000.00"),
        (
            "agency",
            &|_, costs| (costs.agency_share, costs.agency_premium) = (0.5, 0.4),
            "720000.00 720000.00",
            "720000.00",
        ),
        (
            "agency until month 6",
            &|_, costs| {
                (costs.agency_share, costs.agency_premium, costs.agency) = (0.5, 0.4, Agency::Until(6));
            },
            "660000.00 600000.00",
            "600000.00",
        ),
        // 12/12, 11/12, … 1/12 of it: 6.5 months of £10,000.
        (
            "agency falling",
            &|_, costs| {
                (costs.agency_share, costs.agency_premium, costs.agency) = (0.5, 0.4, Agency::FallingTo(13));
            },
            "665000.00 600000.00",
            "600000.00",
        ),
        // One manager per five workers: two at £70,000.
        (
            "managers",
            &|inputs, _| {
                inputs.knock_on = vec![KnockOn { post: KnockOnPost::Manager, per: 5.0, cost: 70_000.0 }];
            },
            "740000.00 740000.00",
            "740000.00",
        ),
        // They follow from the children, whatever the target is.
        (
            "reviewing officers",
            &|inputs, _| {
                inputs.knock_on =
                    vec![KnockOn { post: KnockOnPost::ReviewingOfficer, per: 60.0, cost: 70_000.0 }];
            },
            "600000.00 600000.00",
            "600000.00",
        ),
        // 40 posts lose 3.33 a year more than 30 lose 2.5; the team of now is filled either way.
        (
            "leavers",
            &|inputs, costs| {
                inputs.staffing.turnover = 0.12;
                costs.per_leaver = 3_000.0;
            },
            "603300.00 603600.00",
            "600000.00",
        ),
    ];
    for (name, change, years, full_year) in cases {
        assert_eq!(steady(change), (years.to_owned(), full_year.to_owned()), "{name}");
    }
    let doing_nothing = with_costs(|costs| costs.per_leaver = 5_000.0);
    let all = options(&doing_nothing, &computed(&doing_nothing)).expect("the case is right");
    // 32.3 posts at £62,640, since a fifth of them cost 40% more, and 5.168 leavers at £5,000.
    assert_eq!(
        all[0].by_year.iter().map(|year| pounds(year.total_cost)).collect::<Vec<_>>(),
        ["2049112.00", "2049112.00"]
    );
    let vacant = with(|inputs| {
        inputs.team = Team::Fte(34.3);
        inputs.vacant_fte = 2.0;
        inputs.holders.vacancies_covered = 0.5;
    });
    // One average post that nobody fills, less 40% of the other.
    assert_eq!(pounds(computed(&vacant).vacancy_saving), "39440.00");
    let placement = computed(&with(|inputs| inputs.placement_cost = Some(200_000.0)));
    assert_eq!(placement.break_even, Some(5.0));
}

/// 40% of the team and of the recruits are newly qualified and hold 90%: a post holds 0.96 of a caseload, so 646 children at 15
/// take 43.07 / 0.96 = 44.86 posts, 12.56 more than the 32.3 of now.
#[test]
fn newly_qualified_workers_hold_less_until_their_year_is_over() {
    let newly = NewlyQualified { count_as: 0.9, share: 0.4, ..NewlyQualified::default() };
    let inputs = CaseloadInputs {
        newly_qualified: newly,
        ..CaseloadInputs::steady(646.0, Team::Caseload(20.0), 15.0)
    };
    let found = computed(&inputs);
    assert_eq!(
        [found.posts_now, found.holding_fte, found.caseload].map(|number| to(2, number)),
        ["32.30", "31.01", "20.83"]
    );
    assert_eq!(
        [found.posts_now + found.extra_posts, found.extra_posts].map(|posts| to(2, posts)),
        ["44.86", "12.56"]
    );
    assert_eq!(to(2, found.people_needed), "45.00");
    // The same team given by its posts.
    let newly_qualified = NewlyQualified { fte: 12.92, ..inputs.newly_qualified.clone() };
    let of_posts = computed(&CaseloadInputs { team: Team::Fte(19.38), newly_qualified, ..inputs.clone() });
    assert_eq!([of_posts.holding_fte, of_posts.extra_posts].map(|fte| to(2, fte)), ["31.01", "12.56"]);
    // From month 7 on they hold 95%, from month 13 on all that others hold.
    let stages = vec![Stage { month: 7, count_as: 0.95 }, Stage { month: 13, count_as: 1.0 }];
    let newly_qualified = NewlyQualified { stages, ..inputs.newly_qualified.clone() };
    let growing = computed(&CaseloadInputs { newly_qualified, months: 24, ..inputs });
    let at = |month: usize| to(3, growing.path.months[month].workers_fte);
    assert_eq!([at(6), at(7), at(12), at(13)], ["31.008", "31.654", "31.654", "32.300"]);
}

#[test]
fn who_holds_cases_counts_as_told() {
    let of = |change: &dyn Fn(&mut Holders)| {
        let mut inputs =
            CaseloadInputs { vacant_fte: 2.0, ..CaseloadInputs::steady(600.0, Team::Fte(32.0), 15.0) };
        change(&mut inputs.holders);
        let found = computed(&inputs);
        [found.holding_fte, found.extra_posts, found.people_needed].map(|number| to(2, number)).join(" ")
    };
    assert_eq!(of(&|_| {}), "30.00 10.00 40.00");
    assert_eq!(of(&|holders| holders.vacancies_covered = 0.5), "31.00 9.00 40.00");
    // 10% away: 30 in post hold as 27 do, and the other 13 take 14.44 posts.
    assert_eq!(of(&|holders| holders.absence = 0.1), "27.00 14.44 45.00");
    assert_eq!(
        of(&|holders| (holders.advanced_fte, holders.advanced_count_as) = (5.0, 0.8)),
        "29.00 11.00 40.00"
    );
    assert_eq!(of(&|holders| holders.fte_per_person = 0.8), "30.00 10.00 50.00");
}

#[test]
fn kinds_of_case_weigh_as_told() {
    let kind = |children, weight, travel_hours| CaseKind { children, weight, travel_hours };
    let of = |mix: Vec<CaseKind>, hours| {
        let found =
            computed(&CaseloadInputs { mix, hours, ..CaseloadInputs::steady(600.0, Team::Fte(30.0), 15.0) });
        [found.weight_per_child, found.caseload, found.fte_needed].map(|number| to(2, number)).join(" ")
    };
    // 100 in proceedings count as 1.5, 200 who are settled as 0.8: 610 cases.
    assert_eq!(of(vec![kind(100.0, 1.5, 0.0), kind(200.0, 0.8, 0.0)], None), "1.02 20.33 40.67");
    // 60 children with 5 hours of travel a month take 300 of the 150 hours a worker has: two workers more.
    let hours = Some(Hours { per_week: 150.0 * 12.0 / 52.0, direct_share: 1.0 });
    assert_eq!(of(vec![kind(60.0, 1.0, 5.0)], hours), "1.05 21.00 42.00");
    let travel = CaseloadInputs { mix: vec![kind(60.0, 1.0, 5.0)], ..case() };
    assert_eq!(caseload(&travel).map_err(|error| error.fault), Err(CaseloadFault::TravelWithoutHours));
    let more = CaseloadInputs { mix: vec![kind(647.0, 1.0, 0.0)], ..case() };
    assert_eq!(caseload(&more).map_err(|error| error.fault), Err(CaseloadFault::MoreOfAKind));
}

#[test]
fn a_chance_comes_with_each_option() {
    let uncertain = Some((Ranges { turnover: Some((0.1, 0.3)), ..Ranges::default() }, 1));
    let inputs = CaseloadInputs { uncertain, months: 12, targets: vec![17.0], ..case() };
    let all = options(&inputs, &computed(&inputs)).expect("the case is right");
    let chances: Vec<_> =
        all.iter().map(|option| (option.target, option.chance.map(|chance| to(2, chance)))).collect();
    let chance = |chance: &str| Some(chance.to_owned());
    assert_eq!(
        chances,
        [
            (None, None),
            (Some(18.0), chance("0.85")),
            (Some(17.0), chance("0.49")),
            (Some(16.0), chance("0.10")),
            (Some(15.0), chance("0.00"))
        ]
    );
}

#[test]
fn the_average_hides_who_holds_most() {
    let pasted = caseloads("22, 20;12\n11\t10").expect("it holds numbers");
    let spread = distribution(&pasted, 15.0).expect("somebody holds cases");
    assert_eq!((spread.workers, spread.cases, spread.highest.to_string()), (5, 75, "22".to_owned()));
    assert_eq!(
        [spread.mean, spread.median, spread.cases_above, spread.room].map(|number| to(1, number)),
        ["15.0", "12.0", "12.0", "12.0"]
    );
    assert_eq!((spread.workers_above, spread.levelled, spread.moved), (2, (15, 15), 12));
    let uneven = distribution(&[3, 4].map(Held::full_time), 15.0).expect("somebody holds cases");
    assert_eq!((to(1, uneven.median).as_str(), uneven.levelled, uneven.moved), ("3.5", (3, 4), 0));
    assert_eq!(distribution(&[], 15.0), None);
    assert_eq!(caseloads(" \n").map(|all| all.len()), Ok(0));
    for text in ["Amy 22", "22.5", "-3", "1001"] {
        assert!(caseloads(text).is_err(), "{text}");
    }
}

proptest! {
    /// Kinds of case that count as one, and everything else that is neutral, change nothing to the last digit.
    #[test]
    fn neutral_inputs_change_nothing(
        children in 100.0_f64..2000.0, average in 8.0_f64..40.0, target in 8.0_f64..30.0,
        growth in -0.2_f64..0.3, turnover in 0.0_f64..0.5, hires in 0.0_f64..4.0, of_kind in 0.0_f64..1.0,
    ) {
        let plain = CaseloadInputs {
            growth: Growth::Share(growth),
            staffing: Staffing { turnover, hires_per_month: hires, months_to_start: 2 },
            ..CaseloadInputs { hours: Some(Hours { per_week: 37.0, direct_share: 0.3 }), ..case() }
        };
        let plain = CaseloadInputs { children, team: Team::Caseload(average), target, ..plain };
        let mix = vec![CaseKind { children: children * of_kind / 2.0, weight: 1.0, travel_hours: 0.0 }; 2];
        let newly_qualified = NewlyQualified { count_as: 0.9, stages: vec![Stage { month: 6, count_as: 1.0 }], ..NewlyQualified::default() };
        let knock_on = vec![KnockOn { post: KnockOnPost::Manager, per: 6.0, cost: 0.0 }];
        let neutral = CaseloadInputs { mix, newly_qualified, knock_on, ..plain.clone() };
        let (found, mut other) = (computed(&plain), computed(&neutral));
        other.knock_on.clear();
        other.knock_on_costs.clear();
        prop_assert_eq!(found, other);
    }

    /// Years add up exactly, in the order a program adds them, and recruitment stops: the average is never under the target
    /// by recruitment.
    #[test]
    fn years_sum_to_the_period(growth in -0.1_f64..0.2, turnover in 0.0_f64..0.4, hires in 0.0_f64..4.0, first in 1_u8..=12, months in 1_usize..=60) {
        let inputs = CaseloadInputs {
            growth: Growth::Share(growth),
            staffing: Staffing { turnover, hires_per_month: hires, months_to_start: 1 },
            start: Some(Period::Month(2026, first)),
            months,
            ..case()
        };
        let found = computed(&inputs);
        let sum = found.by_year.iter().filter_map(|year| year.extra_cost).fold(0.0, |sum, cost| sum + cost);
        prop_assert_eq!(Some(sum), found.cost_over_period);
        prop_assert_eq!(found.by_year.iter().map(|year| year.months).sum::<usize>(), months);
        for month in &found.path.months {
            prop_assert!(month.starters == 0.0 || month.caseload >= 15.0 - 1e-9, "{:?}", month);
        }
    }
}

/// Finance pays for posts; a newly qualified worker is one and holds less than a full caseload.
#[test]
fn posts_and_full_caseloads_are_both_told_where_they_differ() {
    let newly = with(|inputs| {
        inputs.growth = Growth::Share(0.0);
        (inputs.newly_qualified.share, inputs.newly_qualified.count_as) = (0.4, 0.9);
    });
    let found = computed(&newly);
    let told = answer(&newly, &found, Role::SocialWorker);
    assert!(
        told[0].starts_with(
            "32.3 FTE social workers hold 646 children: 20 each. Not all of them hold a full caseload: together they count as 31 \
             who do, at 20.8 each. 15 each takes 43.1 full caseloads, which is 44.9 posts (FTE). You need 12.6 more social \
             workers (FTE) for 15 each, 44.9 in all."
        ),
        "{told:?}"
    );
    let table = options_table(&newly, Role::SocialWorker, &options(&newly, &found).expect("it is right"));
    let last = |row: usize| table.rows[row].last().map(String::as_str);
    assert_eq!((last(0), last(1)), (Some("44.9"), Some("12.6")));
    // The charts count posts as the headline does, and say where an average is of full caseloads.
    let curve = curve_chart(&newly, &found, Role::SocialWorker.nouns());
    assert_eq!(curve.headline, "An average of 15 each for a full caseload needs 44.9 FTE");
    assert!(
        curve.sentence.starts_with("32.3 FTE social workers hold 646 children: 20 each."),
        "{}",
        curve.sentence
    );
    let path = path_chart(&newly, &found, Role::SocialWorker);
    assert_eq!(path.table.rows[0][2..5], ["32.3", "20.8", "31"]);
    assert_eq!(
        newly_qualified_note(&newly).as_deref(),
        Some(
            "40% of today\u{2019}s team, and of the recruits, are counted as newly qualified. No month is entered from which they \
             hold a full caseload, so they count as 0.9 to the end."
        )
    );
}

#[test]
fn parts_of_years_say_how_many_months_they_have() {
    let november = with(|inputs| {
        inputs.start = Some(Period::Month(2026, 11));
        if let Some(costs) = &mut inputs.costs {
            costs.award = Some(Award { share: 0.03, month: 13 });
        }
    });
    let found = computed(&november);
    let table =
        options_table(&november, Role::SocialWorker, &options(&november, &found).expect("it is right"));
    let names: Vec<&str> = table.rows.iter().map(|row| row[0].as_str()).collect();
    for name in [
        "Posts gained by October 2028 (FTE)",
        "Average caseload at the end of 2026/27",
        "Average caseload in October 2028",
        "Extra cost in 2026/27 (5 months)",
        "Extra cost in 2027/28",
        "Cost of the team in 2028/29 (7 months)",
    ] {
        assert!(names.contains(&name), "{name} is not in {names:?}");
    }
    assert!(
        table.notes.contains(&"The full year is at the pay of October 2028.".to_owned()),
        "{:?}",
        table.notes
    );
}

/// Without recruits every target has the same path: only what each takes is compared, and what to enter is said.
#[test]
fn without_recruits_only_what_targets_take_is_compared() {
    let nobody = with(|inputs| inputs.staffing.hires_per_month = 0.0);
    let found = computed(&nobody);
    let table = options_table(&nobody, Role::SocialWorker, &options(&nobody, &found).expect("it is right"));
    let names: Vec<&str> = table.rows.iter().map(|row| row[0].as_str()).collect();
    let [posts, more, at_end, full_year] = names[..] else { panic!("{names:?}") };
    assert!(posts.starts_with("Posts needed") && more.starts_with("Extra posts"), "{names:?}");
    assert_eq!(at_end, "Posts needed in March 2028 (FTE)");
    assert!(full_year.starts_with("Extra cost in a full year"), "{names:?}");
    assert!(table.notes[0].starts_with("Enter recruitment"), "{:?}", table.notes);
}
