//! Caseload paths against a second reckoning that steps from month to month with plain arithmetic and shares no code
//! with the model.

use corporate_parenting_calculator::scenario::{
    CaseloadInputs, Growth, NewlyQualified, Recruiting, Staffing, Team, caseload,
};
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// A number of children that is stepped from month to month.
struct Children {
    now: f64,
    growth: Growth,
    month: usize,
    /// What each month of the present year adds.
    monthly: f64,
}

impl Children {
    fn new(now: f64, growth: Growth) -> Self {
        Self { now, growth, month: 0, monthly: 0.0 }
    }

    fn step(&mut self) {
        if self.month.is_multiple_of(12) {
            self.monthly = match self.growth {
                Growth::Share(share) => self.now * share / 12.0,
                Growth::Number(number) => number / 12.0,
            };
        }
        self.month += 1;
        self.now = (self.now + self.monthly).max(0.0);
    }
}

/// Children, workers and their average in each month, from month 0.
fn stepped(inputs: &CaseloadInputs) -> Vec<(f64, f64, f64)> {
    let mut workers = match inputs.team {
        Team::Caseload(average) => inputs.children / average,
        Team::Fte(fte) => {
            fte - inputs.vacant_fte + inputs.newly_qualified.fte * inputs.newly_qualified.count_as
        }
    };
    let mut groups = match inputs.apart {
        None => vec![Children::new(inputs.children, inputs.growth)],
        Some((apart, growth)) => {
            vec![Children::new(inputs.children - apart, inputs.growth), Children::new(apart, growth)]
        }
    };
    let mut months = Vec::new();
    for month in 0..=inputs.months {
        if month > 0 {
            groups.iter_mut().for_each(Children::step);
            workers -= workers * inputs.staffing.turnover / 12.0;
        }
        let children: f64 = groups.iter().map(|group| group.now).sum();
        if month > inputs.staffing.months_to_start {
            let wanted = match inputs.recruiting {
                Recruiting::Always => f64::INFINITY,
                Recruiting::ToTarget => (children / inputs.target - workers).max(0.0),
            };
            workers += inputs.staffing.hires_per_month.min(wanted);
        }
        months.push((children, workers, children / workers));
    }
    months
}

fn growth() -> impl Strategy<Value = Growth> {
    prop_oneof![
        (-0.5_f64..1.0).prop_map(Growth::Share),
        (-150.0_f64..300.0).prop_map(Growth::Number),
        Just(Growth::Share(0.0)),
    ]
}

prop_compose! {
    fn inputs()(
        children in 150.0_f64..2000.0,
        team in prop_oneof![(10.0_f64..150.0).prop_map(Team::Fte), (5.0_f64..40.0).prop_map(Team::Caseload)],
        target in 8.0_f64..25.0,
        newly_qualified in (0.0_f64..30.0, select(vec![0.0, 0.5, 0.6, 1.0])),
        vacant_fte in 0.0_f64..9.0,
        growth in growth(),
        apart in proptest::option::of((0.0_f64..1.0, growth())),
        (turnover, hires_per_month, months_to_start) in (0.0_f64..1.0, 0.0_f64..6.0, 0_usize..=24),
        months in 1_usize..=120,
        by_month in proptest::option::of(any::<Index>()),
        recruiting in select(vec![Recruiting::ToTarget, Recruiting::Always]),
    ) -> CaseloadInputs {
        let (fte, count_as) = newly_qualified;
        CaseloadInputs {
            newly_qualified: NewlyQualified { fte, count_as, ..NewlyQualified::default() },
            vacant_fte,
            growth,
            apart: apart.map(|(share, growth)| (children * share, growth)),
            staffing: Staffing { turnover, hires_per_month, months_to_start },
            months,
            by_month: by_month.map(|index| 1 + index.index(months)),
            recruiting,
            ..CaseloadInputs::steady(children, team, target)
        }
    }
}

fn is_close(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= 1e-9 * expected.abs().max(1.0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn the_model_agrees_month_by_month(inputs in inputs()) {
        let Ok(found) = caseload(&inputs) else { return Err(TestCaseError::fail("no answer")) };
        let expected = stepped(&inputs);
        prop_assert_eq!(found.path.months.len(), expected.len());
        for (month, (children, workers, average)) in found.path.months.iter().zip(&expected) {
            prop_assert!(is_close(month.children, *children), "{:?} has {} children", month, children);
            prop_assert!(is_close(month.workers_fte, *workers), "{:?} has {} workers", month, workers);
            prop_assert!(is_close(month.caseload, *average), "{:?} has an average of {}", month, average);
        }
        let most = expected.iter().map(|(children, ..)| *children).fold(0.0, f64::max);
        prop_assert!(is_close(found.highest_with_present_team, most / expected[0].1));
        // The month in which it is reached is the one after the last above the target.
        let last_above = expected.iter().rposition(|(.., average)| *average > inputs.target * (1.0 + 1e-9));
        let reached = last_above.map_or(0, |last| last + 1);
        prop_assert_eq!(found.path.reached_in_month, (reached < expected.len()).then_some(reached));
        // The recruitment it asks for brings the average to the target in that month.
        if let (Some(hires_per_month), Some(month)) = (found.hires_needed, inputs.by_month) {
            let staffing = Staffing { hires_per_month, ..inputs.staffing };
            let recruiting = Recruiting::Always;
            let (.., average) = stepped(&CaseloadInputs { staffing, recruiting, ..inputs.clone() })[month];
            let meets = is_close(average, inputs.target);
            prop_assert!(meets || (hires_per_month == 0.0 && average < inputs.target), "{} at {}", average, month);
        }
    }
}

/// The cases a hand can check.
#[test]
fn a_number_more_each_year_is_added_once() {
    let inputs = CaseloadInputs {
        growth: Growth::Number(24.0),
        months: 24,
        ..CaseloadInputs::steady(300.0, Team::Caseload(20.0), 15.0)
    };
    let at = |apart, month: usize| {
        let inputs = CaseloadInputs { apart, ..inputs.clone() };
        caseload(&inputs).map(|found| libm::round(found.path.months[month].children))
    };
    assert_eq!([at(None, 12), at(None, 24)], [Ok(324.0), Ok(348.0)]);
    assert_eq!(at(Some((0.0, Growth::Share(0.0))), 12), Ok(324.0));
    assert_eq!(at(Some((60.0, Growth::Share(0.5))), 12), Ok(354.0));
    assert_eq!(at(Some((60.0, Growth::Number(12.0))), 12), Ok(336.0));
}
