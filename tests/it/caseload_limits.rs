//! What a caseload scenario may start from: the last value that each input may have, and the first that it may not.

use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::scenario::{
    AS_NEEDED, Agency, Award, CaseKind, CaseloadError, CaseloadFault as Fault, CaseloadInput as Of,
    CaseloadInputs, Costs, End, Growth, Hours, NewlyQualified, Ranges, Recruiting, Stage, Team,
    caseload_without_chance,
};

type Change = Box<dyn Fn(&mut CaseloadInputs)>;
type Cases = Vec<(Change, Option<(Of, Fault)>)>;

/// A change that is possible.
fn fine(change: impl Fn(&mut CaseloadInputs) + 'static) -> (Change, Option<(Of, Fault)>) {
    (Box::new(change), None)
}

/// A change that is outside the limits of an input.
fn outside(change: impl Fn(&mut CaseloadInputs) + 'static, of: Of) -> (Change, Option<(Of, Fault)>) {
    (Box::new(change), Some((of, Fault::OutsideLimits)))
}

/// A change at which an input is wrong in another way.
fn wrong(
    change: impl Fn(&mut CaseloadInputs) + 'static,
    of: Of,
    fault: Fault,
) -> (Change, Option<(Of, Fault)>) {
    (Box::new(change), Some((of, fault)))
}

#[track_caller]
fn hold(cases: Cases) {
    for (number, (change, expected)) in cases.into_iter().enumerate() {
        let team = Team::Caseload(20.0);
        let mut inputs = CaseloadInputs { months: 24, ..CaseloadInputs::steady(646.0, team, 15.0) };
        change(&mut inputs);
        let found =
            caseload_without_chance(&inputs).err().map(|CaseloadError { input, fault }| (input, fault));
        assert_eq!(found, expected, "case {number}: {inputs:?}");
    }
}

#[test]
fn numbers_of_children_have_limits() {
    hold(vec![
        fine(|inputs| inputs.growth = Growth::Share(-0.5)),
        outside(|inputs| inputs.growth = Growth::Share(-0.51), Of::ChildrenGrowth),
        fine(|inputs| inputs.growth = Growth::Share(1.0)),
        outside(|inputs| inputs.growth = Growth::Share(1.01), Of::ChildrenGrowth),
        fine(|inputs| inputs.growth = Growth::Number(-646.0)),
        wrong(
            |inputs| inputs.growth = Growth::Number(-647.0),
            Of::ChildrenGrowthNumber,
            Fault::MoreThanThere,
        ),
        fine(|inputs| inputs.growth = Growth::Number(100_000.0)),
        outside(|inputs| inputs.growth = Growth::Number(100_001.0), Of::ChildrenGrowthNumber),
        fine(|inputs| inputs.apart = Some((646.0, Growth::Share(0.0)))),
        outside(|inputs| inputs.apart = Some((647.0, Growth::Share(0.0))), Of::Unaccompanied),
        outside(|inputs| inputs.apart = Some((46.0, Growth::Share(1.01))), Of::UnaccompaniedGrowth),
    ]);
}

#[test]
fn kinds_of_case_have_limits() {
    let mix = |children: f64, travel_hours: f64| {
        let kind = |children| CaseKind { children, weight: 1.5, travel_hours };
        vec![kind(children), kind(46.0)]
    };
    let hours = Some(Hours { per_week: 37.0, direct_share: 0.3 });
    hold(vec![
        fine(move |inputs| inputs.mix = mix(600.0, 0.0)),
        wrong(move |inputs| inputs.mix = mix(600.5, 0.0), Of::MixChildren, Fault::MoreOfAKind),
        wrong(move |inputs| inputs.mix = mix(600.0, 0.5), Of::MixTravel, Fault::TravelWithoutHours),
        fine(move |inputs| (inputs.mix, inputs.hours) = (mix(600.0, 0.5), hours)),
        outside(move |inputs| (inputs.mix, inputs.hours) = (mix(600.0, 201.0), hours), Of::MixTravel),
    ]);
}

#[test]
fn recruitment_has_limits() {
    hold(vec![
        fine(|inputs| inputs.staffing.hires_per_month = 100.0),
        outside(|inputs| inputs.staffing.hires_per_month = 100.1, Of::HiresPerMonth),
        fine(|inputs| inputs.staffing.hires_per_month = AS_NEEDED),
        wrong(
            |inputs| {
                inputs.staffing.hires_per_month = AS_NEEDED;
                inputs.recruiting = Recruiting::Always;
            },
            Of::KeepRecruiting,
            Fault::NeededAndAlways,
        ),
        fine(|inputs| inputs.staffing.months_to_start = 24),
        outside(|inputs| inputs.staffing.months_to_start = 25, Of::MonthsToStart),
        fine(|inputs| inputs.months = 120),
        outside(|inputs| inputs.months = 121, Of::Months),
        fine(|inputs| inputs.by_month = Some(24)),
        outside(|inputs| inputs.by_month = Some(25), Of::ByMonth),
        outside(|inputs| inputs.by_month = Some(0), Of::ByMonth),
        fine(|inputs| inputs.targets = vec![17.0; 12]),
        outside(|inputs| inputs.targets = vec![17.0; 13], Of::Targets),
        outside(|inputs| inputs.targets = vec![0.9], Of::Targets),
    ]);
}

#[test]
fn the_assessed_year_has_limits() {
    let stages = |stages: &[(usize, f64)]| {
        let stages = stages.iter().map(|&(month, count_as)| Stage { month, count_as }).collect();
        NewlyQualified { count_as: 0.5, stages, ..NewlyQualified::default() }
    };
    let share = |share, count_as| NewlyQualified { share, count_as, ..NewlyQualified::default() };
    hold(vec![
        fine(move |inputs| inputs.newly_qualified = stages(&[(1, 0.6), (24, 1.0)])),
        outside(move |inputs| inputs.newly_qualified = stages(&[(0, 0.6)]), Of::NewlyQualifiedStages),
        outside(move |inputs| inputs.newly_qualified = stages(&[(25, 0.6)]), Of::NewlyQualifiedStages),
        outside(move |inputs| inputs.newly_qualified = stages(&[(6, 1.1)]), Of::NewlyQualifiedStages),
        wrong(
            move |inputs| inputs.newly_qualified = stages(&[(6, 0.6), (6, 0.8)]),
            Of::NewlyQualifiedStages,
            Fault::StagesOutOfOrder,
        ),
        fine(move |inputs| inputs.newly_qualified = share(1.0, 0.1)),
        wrong(
            move |inputs| inputs.newly_qualified = share(1.0, 0.0),
            Of::NewlyQualifiedShare,
            Fault::RecruitsCountAsNobody,
        ),
    ]);
}

#[test]
fn ranges_and_money_have_limits() {
    let growth = |low, high| Some((Ranges { growth: Some((low, high)), ..Ranges::default() }, 1));
    let award = |month| Some(Costs { award: Some(Award { share: 0.03, month }), ..Costs::default() });
    let agency = |agency| Some(Costs { agency, ..Costs::default() });
    hold(vec![
        fine(move |inputs| inputs.uncertain = growth(-0.5, 1.0)),
        fine(move |inputs| inputs.uncertain = growth(0.1, 0.1)),
        outside(move |inputs| inputs.uncertain = growth(-0.51, 1.0), Of::ChildrenGrowthRange(End::Low)),
        outside(move |inputs| inputs.uncertain = growth(0.0, 1.01), Of::ChildrenGrowthRange(End::High)),
        wrong(
            move |inputs| inputs.uncertain = growth(0.2, 0.1),
            Of::ChildrenGrowthRange(End::Low),
            Fault::EndsSwapped,
        ),
        fine(move |inputs| inputs.costs = award(120)),
        outside(move |inputs| inputs.costs = award(121), Of::PayAwardMonth),
        outside(move |inputs| inputs.costs = award(0), Of::PayAwardMonth),
        fine(move |inputs| inputs.costs = agency(Agency::FallingTo(120))),
        outside(move |inputs| inputs.costs = agency(Agency::FallingTo(121)), Of::AgencyMonth),
        outside(move |inputs| inputs.costs = agency(Agency::Until(0)), Of::AgencyMonth),
        fine(|inputs| inputs.start = Some(Period::Month(2000, 1))),
        fine(|inputs| inputs.start = Some(Period::Month(2099, 12))),
        outside(|inputs| inputs.start = Some(Period::Month(1999, 12)), Of::StartMonth),
        outside(|inputs| inputs.start = Some(Period::Year(2026)), Of::StartMonth),
    ]);
}
