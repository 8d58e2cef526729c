//! What a row over time says, in the row, above its chart and in a copy.

use corporate_parenting_calculator::area;
use corporate_parenting_calculator::compare::{
    Choices, Course, LastPeriods, Length, OverTime, Verdict, profile,
};
use corporate_parenting_calculator::report::process_chart;
use corporate_parenting_calculator::words::agenda::moved_over;
use corporate_parenting_calculator::words::over_time as words;
use corporate_parenting_calculator::words::screens::over_time as labels;

use crate::over_time::{over_time, row};

/// Dental checks in percent, month by month from April 2024; a gap where there is a dash.
fn months(figures: &str) -> String {
    let figures: Vec<&str> = figures.split(' ').collect();
    let head = |at: usize| format!("{}-{:02}", 2024 + (at + 3) / 12, (at + 3) % 12 + 1);
    let heads: Vec<String> = (0..figures.len()).map(head).collect();
    let cell = |figure: &&str| if *figure == "-" { String::new() } else { format!("{figure}%") };
    let cells: Vec<String> = figures.iter().map(cell).collect();
    format!("Indicator\t{}\nDental checks\t{}\n", heads.join("\t"), cells.join("\t"))
}

/// What was outside the usual range is not called usual, wherever a row says how it goes.
#[test]
fn a_row_that_is_back_to_usual_says_what_was_not() {
    for (figures, said, details) in [
        (
            "84 85 84 86 85 84 85 86 84 85 86 84 76 85 84 86",
            "Back to usual; April 2025 was below the usual range",
            "April 2025 was below the usual range",
        ),
        // The low month alone draws the mean below all others, which are no run for that.
        (
            "86 88 86 88 86 88 86 88 86 88 86 88 60 88 86 88 86",
            "Back to usual; April 2025 was below the usual range",
            "April 2025 was below the usual range",
        ),
        (
            "84 86 84 86 84 70 86 84 86 84 86",
            "Back to usual; September 2024 was below the usual range (from 11 figures)",
            "September 2024 was below the usual range (from 11 figures)",
        ),
        (
            "84 85 84 86 85 84 96 86 84 85 86 84 74 85 84 86",
            "Back to usual; 2 earlier figures were unusual, the last one for April 2025",
            "2 earlier figures were unusual, the last one for April 2025",
        ),
        (
            "84 86 84 86 84 70 86 84 86 84 86 - 86 85 86 85 86",
            "Only the usual ups and downs since April 2025 (from 5 figures)",
            "Since April 2025 (from 5 figures)",
        ),
        ("84 85 86 84 85 86", "Only the usual ups and downs (from 6 figures)", "From 6 figures"),
    ] {
        let shown = over_time(&months(figures), Choices::default(), LastPeriods::TwentyFour);
        let row = row(&shown, "dental-checks");
        assert_eq!(words::verdict(row), said, "{figures}");
        assert_eq!(words::details(row), [details], "{figures}");
        let chart = process_chart(row).expect("it has figures");
        assert_eq!(chart.headline, format!("{}: {said}", row.measure.title));
    }
}

/// A figure above its target where low is good is not short of it.
#[test]
fn targets_are_missed_on_either_side() {
    assert_eq!([1, 4].map(labels::targets_missed), ["1 target missed", "4 targets missed"]);
}

/// Official figures are of ten years at most: each row says what the list says, and nothing of a usual range.
#[test]
fn years_say_what_the_list_says_of_them() {
    let choices = Choices { council: area::by_code("873"), ..Choices::default() };
    let shown = OverTime::of(&[], &choices, Length::Years, LastPeriods::Twelve);
    let listed = profile(&choices);
    let mut found = [0; 3];
    for row in &shown.rows {
        let of_list = listed.rows.iter().find(|of| of.indicator == row.measure);
        let of_list = of_list.filter(|of| of.period == row.newest().map(|newest| newest.period));
        let Some(of_list) = of_list.filter(|_| row.is_of_few_years()) else { continue };
        let (course, verdict) = match (of_list.is_getting_worse(), of_list.is_getting_better()) {
            (true, _) => (Some(Course::GettingWorse), Verdict::Worse),
            (_, true) => (Some(Course::GettingBetter), Verdict::Better),
            _ => (None, Verdict::Similar),
        };
        assert_eq!(row.course(), course, "{}", row.measure.title);
        let over = course.map(|_| moved_over(of_list, verdict));
        let details: Vec<String> = words::details(row).into_iter().map(|line| line.to_lowercase()).collect();
        assert_eq!(details, over.iter().map(|over| over.to_lowercase()).collect::<Vec<_>>());
        let said = course.zip(over).map(|(course, over)| format!("{} {over}", words::course_text(course)));
        assert_eq!(words::verdict(row), said.unwrap_or_default());
        found[course.map_or(2, |course| usize::from(course == Course::GettingBetter))] += 1;
    }
    assert!(found.iter().all(|count| *count > 2), "{found:?}");
    assert!(words::few_years_text(&shown).is_some_and(|text| text.contains("takes 12 in a row")));
}
