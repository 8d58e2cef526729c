//! Targets: what is said at their boundary, and which can be.

use corporate_parenting_calculator::compare::{
    CannotSay, Choices, Target, TargetError, Verdict, Way, scorecard,
};
use corporate_parenting_calculator::indicator;
use corporate_parenting_calculator::read::read;
use corporate_parenting_calculator::words::agenda::missed_heading;
use corporate_parenting_calculator::words::figure::{difference_text, figure_text, worth_text};
use corporate_parenting_calculator::words::screens::scorecard::target_state;
use corporate_parenting_calculator::words::sentence::sentence;
use corporate_parenting_calculator::words::standing::status_text;

use crate::common::{choices, decimal, table};

/// Each line: a pasted figure, a target, and all that is said of it.
#[test]
fn targets_are_judged_at_their_boundary() {
    for case in table("targets.csv") {
        let figures = read(case.get("paste")).figures();
        let target = Target { value: decimal(case.get("target")), tolerance: decimal(case.get("tolerance")) };
        let targets = figures.first().map(|figure| (figure.indicator.clone(), target)).into_iter().collect();
        let card = scorecard(&figures, &Choices { targets, way: Way::Target, ..choices("2023") });
        let Some(row) = card.rows.first() else { panic!("{case}") };
        let gap = row.target.as_ref().and_then(|target| target.gap);
        let gap = gap.map(|gap| format!("{} to {}", gap.children, gap.numerator));
        let found = [format!("{:?}", row.verdict), gap.unwrap_or_default(), worth_text(row)];
        assert_eq!(found, ["verdict", "gap", "one"].map(|column| case.get(column).to_owned()), "{case}");
        // There is no verdict of another way.
        let is_judged = |compared| row.beside(compared) != Verdict::CannotSay(CannotSay::AnotherWay);
        assert!(!row.england().is_some_and(is_judged), "{case}");
    }
}

#[test]
fn a_target_missed_by_less_than_is_shown_says_so() {
    let figures = read("Three or more placements: 2001 of 20000").figures();
    let target = Target { value: decimal("10"), tolerance: decimal("0") };
    let targets = figures.iter().map(|figure| (figure.indicator.clone(), target)).collect();
    let card = scorecard(&figures, &Choices { targets, ..choices("2023") });
    let row = &card.rows[0];
    let points = row.target.as_ref().map(|against| difference_text(&row.indicator, against.shown_points));
    assert_eq!((figure_text(row).as_str(), points.as_deref()), ("10.0%", Some("+0.01 points")));
    assert!(
        sentence(row).contains("It is just above the target of 10%, but that could be chance;"),
        "{}",
        sentence(row)
    );
}

/// Missing a target is a fact; whether chance could explain it is said beside it, the same wherever England is.
#[test]
fn a_miss_says_whether_chance_could_explain_it() {
    for case in table("missed_targets.csv") {
        let figures = read(case.get("paste")).figures();
        let target = Target { value: decimal(case.get("target")), tolerance: decimal("0") };
        let targets = figures.iter().map(|figure| (figure.indicator.clone(), target)).collect();
        let card = scorecard(&figures, &Choices { targets, ..choices(case.get("year")) });
        let Some(row) = card.rows.first() else { panic!("{case}") };
        let Some(against) = &row.target else { panic!("{case}") };
        let found = [target_state(against).to_owned(), status_text(row), missed_heading(&[row], 1, &[])];
        assert_eq!(found, ["state", "status", "heading"].map(|column| case.get(column).to_owned()), "{case}");
    }
}

#[test]
fn less_than_one_child_is_less_than_one() {
    let closing = |counts: &str, target: &str| {
        let figures = read(&format!("Dental checks: {counts}")).figures();
        let target = Target { value: decimal(target), tolerance: decimal("0") };
        let targets = figures.iter().map(|figure| (figure.indicator.clone(), target)).collect();
        let card = scorecard(&figures, &Choices { targets, ..choices("2023") });
        let row = &card.rows[0];
        let against = row.target.as_ref()?;
        Some((against.gap?.children, row.is_under_one_child(against.points)))
    };
    assert_eq!(closing("3 of 10", "39.9"), Some((1, true)));
    assert_eq!(closing("3 of 10", "40"), Some((1, false)));
    assert_eq!(closing("3 of 10", "41"), Some((2, false)));
}

#[test]
fn targets_are_within_what_can_be() {
    let indicator = |id: &str| indicator::by_id(id).unwrap_or_else(|| panic!("{id}"));
    let error = |id: &str, value: &str, tolerance: &str| {
        Target::of(indicator(id), decimal(value), decimal(tolerance)).err()
    };
    let not_a_share = |value: &str| Some(TargetError::NotAShare(decimal(value)));
    for (id, value, tolerance, expected) in [
        ("dental-checks", "0", "0", None),
        ("dental-checks", "100", "0", None),
        ("dental-checks", "100.5", "0", not_a_share("100.5")),
        ("dental-checks", "-1", "0", not_a_share("-1")),
        ("adoption-days-entry-to-placement", "426", "0", None),
        ("adoption-days-entry-to-placement", "-1", "0", Some(TargetError::BelowZero(decimal("-1")))),
        ("ks4-progress-8", "-0.5", "0", None),
        ("ks4-progress-8", "0", "-0.1", Some(TargetError::ToleranceBelowZero(decimal("-0.1")))),
        ("registered-foster-carers", "180", "0", None),
    ] {
        assert_eq!(error(id, value, tolerance), expected, "{id} {value} {tolerance}");
    }
}
