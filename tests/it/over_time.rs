//! Measures over time: what is unusual, and why.

use corporate_parenting_calculator::area;
use corporate_parenting_calculator::compare::{
    Choices, LastPeriods, Length, Limits, Meaning, Outlook, OverTime, OverTimeRow, Pattern, Side, Target,
};
use corporate_parenting_calculator::indicator;
use corporate_parenting_calculator::number::Signal;
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::read::read;
use corporate_parenting_calculator::words::over_time as words;

use crate::common::decimal;

fn over_time(pasted: &str, choices: Choices, last: LastPeriods) -> OverTime {
    let figures = read(pasted).figures();
    let choices = Choices { council: area::by_code("873"), ..choices };
    OverTime::of(&figures, &choices, Length::of_figures(&figures)[0], last)
}

fn row<'a>(shown: &'a OverTime, id: &str) -> &'a OverTimeRow {
    let found = shown.rows.iter().find(|row| row.measure.id == id);
    found.unwrap_or_else(|| panic!("no {id} in {:?}", shown.rows))
}

/// The signs of the cells: A above, B below, - usual, and nothing where there is no figure.
fn signs(row: &OverTimeRow) -> String {
    let sign = |cell: &Option<_>| match cell
        .as_ref()
        .map(|cell: &corporate_parenting_calculator::compare::OverTimeCell| cell.unusual)
    {
        None => ' ',
        Some(None) => '-',
        Some(Some((_, Side::Below))) => 'B',
        Some(Some(_)) => 'A',
    };
    row.cells.iter().map(sign).collect()
}

/// Every month of the report of 2019/20. The number of unaccompanied
/// children rises from June to December.
#[test]
fn children_in_care_by_month_have_their_unusual_months_named() {
    let table = include_str!("../read/children-in-care-by-month-2020.txt");
    let choices = Choices { period: Some(Period::Year(2020)), ..Choices::default() };
    let shown = over_time(table, choices, LastPeriods::Twelve);
    assert_eq!(
        shown.periods.first().zip(shown.periods.last()),
        Some((&Period::Month(2019, 4), &Period::Month(2020, 3)))
    );
    let all = row(&shown, "children-in-care");
    assert_eq!(signs(all), "AAAA----BBBB");
    assert_eq!(all.pattern, Pattern::Unusual(Signal::Outside, Side::Below, Meaning::Neither, Limits::Steady));
    let unaccompanied = row(&shown, "unaccompanied-children");
    assert_eq!(signs(unaccompanied), "-BBAAAAAAA--");
    assert_eq!(words::pattern_text(unaccompanied.pattern), "Only the usual ups and downs");
}

#[test]
fn a_month_is_judged_by_its_own_past_and_the_target() {
    let table = "Indicator\tApr 2024\tMay 2024\tJun 2024\tJul 2024\tAug 2024\tSep 2024\n\
        Dental checks\t72 of 80\t71 of 79\t73 of 81\t70 of 78\t72 of 80\t60 of 80\n";
    let measure = indicator::by_id("dental-checks").unwrap_or_else(|| panic!("dental checks"));
    let target = Target::of(measure, decimal("99"), decimal("0")).unwrap_or_else(|error| panic!("{error}"));
    let choices = Choices {
        period: Some(Period::Month(2024, 9)),
        targets: [(measure.into(), target)].into(),
        ..Choices::default()
    };
    let shown = over_time(table, choices, LastPeriods::Twelve);
    let dental = row(&shown, "dental-checks");
    assert_eq!(signs(dental), "-----B");
    let limits = Limits::Provisional(6);
    assert_eq!(dental.pattern, Pattern::Unusual(Signal::Outside, Side::Below, Meaning::Worsening, limits));
    assert_eq!(
        words::verdict(dental),
        "Getting worse: below its usual range (from 6 figures). Cannot meet the target as things are"
    );
    assert_eq!(dental.outlook, Some(Outlook::CannotMeet));
}

#[test]
fn years_without_own_figures_are_the_official_ones_and_gaps_begin_anew() {
    let shown = over_time("Children in care\t2024/25\t650", Choices::default(), LastPeriods::Twelve);
    let all = row(&shown, "children-in-care");
    assert!(all.cells.iter().flatten().count() >= 8, "{all:?}");
    let few = over_time(
        "Dental checks\t2023\t80%",
        Choices { council: None, ..Choices::default() },
        LastPeriods::Twelve,
    );
    assert!(
        few.rows.iter().all(|row| matches!(row.pattern, Pattern::TooFew(_) | Pattern::Usual(_))),
        "{few:?}"
    );
}

#[test]
fn the_same_month_last_year_is_compared() {
    let table = "Indicator\tMar 2023\tApr 2023\tMar 2024\tApr 2024\nChildren in care\t640\t650\t633\t641\n";
    let choices = Choices { period: Some(Period::Month(2024, 4)), ..Choices::default() };
    let shown = over_time(table, choices, LastPeriods::TwentyFour);
    for row in &shown.rows {
        assert_eq!(words::on_last_year_text(row), "\u{2212}9 on April 2023", "{row:?}");
    }
    assert_eq!(shown.periods.len(), 14);
}
