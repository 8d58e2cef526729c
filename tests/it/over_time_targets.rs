//! Measures over time against the council's targets.

use corporate_parenting_calculator::compare::{
    Choices, LastPeriods, Limits, Meaning, Outlook, Pattern, Side, Spans,
};
use corporate_parenting_calculator::indicator::Span;
use corporate_parenting_calculator::number::Signal;
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::words::over_time as words;
use corporate_parenting_calculator::words::unusual::reasons;

use crate::over_time::{measure, over_time, row, signs, target_of};

/// 60 of 80 in a month, by the limits of a p chart, against a target too high to be met.
#[test]
fn a_month_is_judged_by_its_own_past_and_the_target() {
    let table = "Indicator\tApr 2024\tMay 2024\tJun 2024\tJul 2024\tAug 2024\tSep 2024\n\
        Dental checks\t72 of 80\t71 of 79\t73 of 81\t70 of 78\t72 of 80\t60 of 80\n";
    let choices = |target| Choices {
        period: Some(Period::Month(2024, 9)),
        targets: [(measure("dental-checks"), target_of("dental-checks", target))].into(),
        ..Choices::default()
    };
    let shown = over_time(table, choices("99"), LastPeriods::Twelve);
    let dental = row(&shown, "dental-checks");
    // The rest of the year is blank.
    assert_eq!(signs(dental), "-----B      ");
    let limits = Limits::Provisional(6);
    assert_eq!(dental.pattern, Pattern::Unusual(Signal::Outside, Side::Below, Meaning::Worsening, limits));
    assert_eq!(
        words::verdict(dental),
        "Worse than usual, below its usual range (from 6 figures). 24.0 points below the target of 99%"
    );
    // Of fewer than 12 figures no target is forecast.
    assert_eq!(dental.outlook, None);
    assert_eq!(
        reasons(row(&shown, "dental-checks")),
        ["September 2024, 75%, was below the usual range of 76.3% to 98.6%."]
    );
}

/// Of visits, of which one child has several, the limits are as wide as the figures vary, and at least those of chance.
#[test]
fn limits_of_visits_are_widened_to_how_far_they_vary() {
    let outside = |measure: &str, percentages: &str| {
        let months: Vec<String> = (1..=12).map(|month| format!("{month:02}/2024")).collect();
        let counts: Vec<String> = percentages
            .split(' ')
            .map(|share| format!("{} of 400", 4 * share.parse::<u32>().unwrap_or(0)))
            .collect();
        let table = format!("Indicator\t{}\n{measure}\t{}\n", months.join("\t"), counts.join("\t"));
        let spans = Spans { of_table: Some(Span::InMonth), ..Spans::default() };
        let shown = over_time(&table, Choices { spans, ..Choices::default() }, LastPeriods::Twelve);
        let points = &shown.rows[0].stretches[0].process.as_ref().expect("it has enough").points;
        points.iter().filter(|point| point.signal == Some(Signal::Outside)).count()
    };
    let uneven = "88 78 90 79 87 77 89 80 88 78 90 79";
    assert_eq!(outside("Statutory visits in timescale", uneven), 0);
    assert!(outside("Dental checks", uneven) > 0);
    let even = "88 87 88 87 88 87 88 87 88 87 88 70";
    assert_eq!(outside("Statutory visits in timescale", even), 1);
}

/// A target is forecast of every process with steady limits, whatever is unusual in it, as in Making Data Count; not while its level moves,
/// nor before there are enough figures on another level.
#[test]
fn a_target_is_forecast_whatever_was_unusual() {
    let outlook = |figures: &str, target: &str| {
        let months: Vec<String> =
            (1..=figures.split(' ').count()).map(|month| format!("{month:02}/2024")).collect();
        let table = format!(
            "Indicator\t{}\nDental checks\t{}\n",
            months.join("\t"),
            figures.replace(' ', "%\t") + "%"
        );
        let choices = Choices {
            targets: [(measure("dental-checks"), target_of("dental-checks", target))].into(),
            ..Choices::default()
        };
        row(&over_time(&table, choices, LastPeriods::Twelve), "dental-checks").outlook
    };
    let steady = "84.1 85.2 84.4 85.0 84.3 85.1 84.2 85.0 84.1 85.2 84.4 85.0";
    for (figures, target, expected) in [
        (steady, "80", Outlook::WillMeet),
        (steady, "85", Outlook::ByChance),
        (steady, "90", Outlook::CannotMeet),
        // The newest is the furthest of all towards the target, or away from it.
        ("84.1 85.2 84.4 85.0 84.3 85.1 84.2 85.0 84.1 85.2 84.4 85.3", "90", Outlook::AtEdge(Side::Above)),
        ("84.1 85.2 84.4 85.0 84.3 85.1 84.2 85.0 84.1 85.2 84.4 84.0", "80", Outlook::AtEdge(Side::Below)),
        ("84.1 85.2 84.4 85.0 84.3 85.1 84.2 85.0 84.1 85.2 84.4 85.2", "90", Outlook::CannotMeet),
        ("84.1 85.2 84.4 85.0 84.3 85.1 84.2 85.0 84.1 85.2 84.4 84.1", "80", Outlook::WillMeet),
        // One old figure is unusual, or the newest: the limits stay what they are.
        ("84.1 85.2 84.4 95.0 84.3 85.1 84.2 85.0 84.1 85.2 84.4 85.0", "80", Outlook::WillMeet),
        ("84.1 85.2 84.4 95.0 84.3 85.1 84.2 85.0 84.1 85.2 84.4 85.0", "92", Outlook::CannotMeet),
        ("84.1 85.2 84.4 85.0 84.3 85.1 84.2 85.0 84.1 85.2 84.4 75.0", "92", Outlook::CannotMeet),
        (
            "94.5 93.0 92.5 93.7 93.5 92.0 92.5 94.0 86.9 86.7 87.2 87.0",
            "90",
            Outlook::Shifted(Period::Month(2024, 9), 4),
        ),
        ("71.0 72.4 73.8 75.0 76.5 77.9 79.2 80.5", "85", Outlook::Moving(Side::Above)),
    ] {
        assert_eq!(outlook(figures, target), Some(expected), "{figures} against {target}");
    }
    // Fewer than 12 are too few, whatever they are.
    for figures in ["84.1 85.2 84.4 85.0 84.3 85.1 84.2 85.0", "96.1 96.1 96.1 94.8 94.8 94.8 97.2 97.2"] {
        assert_eq!(outlook(figures, "95"), None, "{figures}");
    }
    // An unusual newest figure that meets what the others could not, or misses what they would, is no forecast.
    for target in ["92", "80"] {
        let newest = if target == "92" { "95.0" } else { "75.0" };
        let figures = format!("84.1 85.2 84.4 85.0 84.3 85.1 84.2 85.0 84.1 85.2 84.4 {newest}");
        assert_eq!(outlook(&figures, target), None, "{newest} against {target}");
    }
}

/// Where neither direction is better, the target is shown with the distance from it, and nothing is judged.
#[test]
fn a_target_without_a_direction_is_shown() {
    let table = "Indicator\tApr 2024\tMay 2024\tJun 2024\tJul 2024\tAug 2024\nChildren in care\t640\t650\t645\t655\t650\n";
    for (target, said) in [
        ("620", "30 above the target of 620"),
        ("660", "10 below the target of 660"),
        ("650", "At the target of 650"),
    ] {
        let choices = Choices {
            targets: [(measure("children-in-care"), target_of("children-in-care", target))].into(),
            ..Choices::default()
        };
        let shown = over_time(table, choices, LastPeriods::Twelve);
        let row = row(&shown, "children-in-care");
        assert_eq!(words::target_parts(row).concat(), said);
        assert!(!row.misses_target());
        assert_eq!(words::target_text(row), target);
    }
}

/// A number of the year so far is not set against the target of the whole year before its end.
#[test]
fn a_number_so_far_is_not_short_of_a_target_of_the_year() {
    let table = "Indicator\tApr 2024\tMay 2024\tJun 2024\nMissing incidents\t20\t45\t74\n";
    let said = |span| {
        let spans = Spans { of_table: Some(span), ..Spans::default() };
        let targets = [(measure("missing-incidents"), target_of("missing-incidents", "180"))].into();
        let shown = over_time(table, Choices { spans, targets, ..Choices::default() }, LastPeriods::Twelve);
        words::target_parts(row(&shown, "missing-incidents")).concat()
    };
    assert_eq!(said(Span::YearToDate), "Target of the whole year: 180");
    assert!(said(Span::InMonth).starts_with("106 below the target of 180"), "{}", said(Span::InMonth));
}
