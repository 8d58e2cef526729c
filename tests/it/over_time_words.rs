//! What a row over time says, in the row, above its chart and in a copy.

use corporate_parenting_calculator::area;
use corporate_parenting_calculator::compare::{
    Choices, Course, LastPeriods, Length, Outlook, OverTime, OwnBreak, Side, Target, Verdict, profile,
};
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::report::process_chart;
use corporate_parenting_calculator::words::courses;
use corporate_parenting_calculator::words::getting::getting_text;
use corporate_parenting_calculator::words::over_time as words;
use corporate_parenting_calculator::words::screens::over_time as labels;
use corporate_parenting_calculator::words::unusual::{breaks, key_text, mostly_unusual, reasons};

use crate::common::decimal;
use crate::over_time::{measure, over_time, row};

/// Dental checks in percent, month by month from April 2024; a gap where there is a dash.
pub(crate) fn months(figures: &str) -> String {
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
            "Last unusual in April 2025",
        ),
        // The low month alone draws the mean below all others, which are a run for that: without it nothing is unusual.
        (
            "86 88 86 88 86 88 86 88 86 88 86 88 60 88 86 88 86",
            "Back to usual; 13 earlier figures were unusual, the last one for April 2025",
            "Last unusual in April 2025",
        ),
        (
            "84 86 84 86 84 70 86 84 86 84 86",
            "Back to usual; September 2024 was below the usual range (from 11 figures)",
            "Last unusual in September 2024 (from 11 figures)",
        ),
        (
            "84 85 84 86 85 84 96 86 84 85 86 84 74 85 84 86",
            "Back to usual; 2 earlier figures were unusual, the last one for April 2025",
            "Last unusual in April 2025",
        ),
        // A month without a figure is passed over, and begins nothing.
        (
            "84 86 84 86 84 70 86 84 86 84 86 - 86 85 86 85 86",
            "Back to usual; September 2024 was below the usual range",
            "Last unusual in September 2024",
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

/// A level that has changed for good is no exception among what is usual: it is said once, with since when, and its figures are not
/// marked one by one.
#[test]
fn a_level_that_changed_is_said_once() {
    for (figures, said) in [
        // The rules find the first months unusual, and the newest usual.
        (
            "62 63 61 62 64 62 63 61 62 63 62 61 63 62 66 67 65 68",
            "Better since June 2025, 66.5% on average in 4 months, 62.2% before",
        ),
        (
            "94.5 93.0 92.5 93.7 93.5 92.0 92.5 94.0 86.9 86.7 87.2 87.0",
            "Worse since December 2024, 87% on average in 4 months, 93.2% before",
        ),
        // Figures of a year that fall nearly all the time, and those that fall with ups and downs.
        (
            "78.5 78.6 77.8 78.3 77.1 76.6 75.0 75.2 74.3 74.0 72.7 71.4",
            "Getting worse, falling since May 2024, from 78.6% to 71.4%",
        ),
        (
            "62 63 61 62 64 62 63 61 62 63 62 61 63 62 66 67 65 68 67 66 67",
            "Better since June 2025, a lasting step up: 66.6% on average since then, 62.2% before",
        ),
        // A run at first, and then figures that are usual by themselves: another level.
        (
            "95 95 99 95 94 95 97 92 91 96 88 90",
            "Worse than before November 2024, 91.4% on average since then, 95.7% before",
        ),
        // Six in a row or more, each below the one before.
        (
            "85 84 85 86 85 83 81 79 77 75 73 71",
            "Getting worse, falling steadily since July 2024, from 86% to 71%",
        ),
        // What fell and has been level for a year falls no more.
        (
            "99 96 94 96 95 91 92 95 92 91 91 90 90 86 92 89 86 89 88 87 88 90 86 88",
            "Worse than at first, 93.5% on average in the first half of the period, 88.3% in the second",
        ),
    ] {
        let shown = over_time(&months(figures), Choices::default(), LastPeriods::TwentyFour);
        let row = row(&shown, "dental-checks");
        assert_eq!(words::verdict(row), said, "{figures}");
        assert!(row.cells.iter().flatten().any(|cell| cell.unusual.is_some()), "the rules stay as they are");
        assert!(row.cells.iter().flatten().all(|cell| cell.marked().is_none()), "{figures}");
        assert_eq!(key_text(&shown), None, "{figures}");
        assert_eq!(reasons(row).len(), 1, "{:?}", reasons(row));
    }
}

/// Figures that rise bit by bit have no date at which they changed: another month with the same value gives them none, and no break is
/// offered.
#[test]
fn a_slow_drift_is_no_step() {
    let figures =
        "635 637 646 640 645 643 648 650 646 655 650 657 652 660 655 662 658 664 668 661 670 665 674 672";
    for figures in [figures.to_owned(), format!("{figures} 672"), format!("{figures} 672 672")] {
        let table = months(&figures).replace("Dental checks", "Children in care").replace('%', "");
        let shown = over_time(&table, Choices::default(), LastPeriods::TwentyFour);
        let row = row(&shown, "children-in-care");
        let said = words::verdict(row);
        assert!(
            said.starts_with("Higher than at first, ") || said.starts_with("Rising since April 2024"),
            "{said}"
        );
        assert!(mostly_unusual(row).is_some_and(|said| !said.contains("break")), "{figures}");
        let lines: Vec<String> = courses::summary(&shown).iter().map(|line| line.concat()).collect();
        assert!(lines.iter().all(|line| !line.contains("2025")), "{lines:?}");
    }
}

/// A break takes what is worse away from the usual range: how far the figures since are from those before is said all the same.
#[test]
fn too_few_since_a_break_are_set_beside_those_before() {
    for (from, said) in [
        (
            12,
            "4 figures since the break in December 2024 are too few to judge: 6.3 points lower on average than before it",
        ),
        (
            14,
            "2 figures since the break in February 2025 are too few to judge: 4.8 points lower on average than before it",
        ),
    ] {
        let from = Period::Month(2024 + (from - 1) / 12, u8::try_from((from - 1) % 12 + 1).expect("a month"));
        let own = OwnBreak { measure: None, from, note: String::new() };
        let choices = Choices { breaks: vec![own].into(), ..Choices::default() };
        let figures = "94.5 93.0 92.5 93.7 93.5 92.0 92.5 94.0 86.9 86.7 87.2 87.0";
        let shown = over_time(&months(figures), choices, LastPeriods::TwentyFour);
        let row = row(&shown, "dental-checks");
        assert_eq!(words::lines(row)[0], said);
        assert_eq!(words::details(row)[0], said);
        let chart = process_chart(row).expect("it has figures");
        assert!(chart.sentence.contains(said) && chart.headline.contains(said), "{}", chart.sentence);
    }
}

/// A bracket behind the last of several would seem to be of all: each says since when.
#[test]
fn each_measure_says_since_when() {
    let table = months("94.5 93.0 92.5 93.7 93.5 92.0 92.5 94.0 86.9 86.7 87.2 87.0");
    let other = "Immunisations\t94%\t93%\t94%\t93%\t94%\t93%\t94%\t93%\t94%\t93%\t94%\t80%\n";
    let shown = over_time(&format!("{table}{other}"), Choices::default(), LastPeriods::TwentyFour);
    let lines: Vec<String> = courses::summary(&shown).iter().map(|line| line.concat()).collect();
    assert_eq!(
        lines,
        [
            "Worse than usual: Dental checks up to date (since December 2024) and Immunisations up to date (since March 2025).",
        ]
    );
}

/// A figure is not below a limit that prints the same.
#[test]
fn a_figure_and_its_limit_print_apart() {
    let mut apart = 0;
    for hundredths in 7700..8100 {
        let value = format!("{}.{:02}", hundredths / 100, hundredths % 100);
        let figures = format!("84 86 84 86 84 86 84 86 84 86 84 {value} 84 86 84 86");
        let shown = over_time(&months(&figures), Choices::default(), LastPeriods::TwentyFour);
        for text in reasons(row(&shown, "dental-checks")) {
            let Some((of, range)) = text.split_once(", was below the usual range of ") else { continue };
            let (_, of) = of.rsplit_once(' ').unwrap_or_default();
            let (lower, _) = range.split_once(' ').unwrap_or_default();
            assert_ne!(of, lower, "{text}");
            apart += usize::from(lower.len() > "79.7%".len());
        }
    }
    assert!(apart > 0, "some need another decimal");
}

/// What rose and fell again, a month that stands out, and chance are no other level.
#[test]
fn what_comes_and_goes_is_no_other_level() {
    for (figures, said) in [
        (
            "72 69 66 73 75 76 78 84 85 85 82 74",
            "8 points lower than Feb 25. Not judged: one range does not fit, 9 of 12 figures are unusual",
        ),
        (
            "84 85 84 86 85 84 85 86 84 85 86 84 76 85 84 86",
            "Back to usual; April 2025 was below the usual range",
        ),
        ("84 85 84 86 85 84 85 86 84 85 86 84", "Only the usual ups and downs"),
    ] {
        let shown = over_time(&months(figures), Choices::default(), LastPeriods::TwentyFour);
        let row = row(&shown, "dental-checks");
        assert_eq!(row.level(), None, "{figures}");
        assert_eq!(words::verdict(row), said, "{figures}");
    }
}

/// What signs and colours say stands above the table where there are any, and of colours only where a direction is good.
#[test]
fn signs_are_explained_above_the_table() {
    let low = "84 85 84 86 85 84 85 86 84 85 86 84 76 85 84 86";
    let counted = months(low).replace("Dental checks", "Children in care").replace('%', "");
    for (table, said) in [
        (
            months(low),
            Some(
                "\u{25B2} unusually high or rising, \u{25BC} unusually low or falling; blue is better than usual, orange is worse.",
            ),
        ),
        (counted, Some("\u{25B2} unusually high or rising, \u{25BC} unusually low or falling.")),
        (months("84 85 84 86 85 84"), None),
    ] {
        let shown = over_time(&table, Choices::default(), LastPeriods::TwentyFour);
        assert_eq!(key_text(&shown).as_deref(), said, "{table}");
    }
}

/// A step makes nearly all figures unusual; from a break on they are usual, and the notes say where and why it is.
#[test]
fn where_most_figures_are_unusual_a_break_is_offered() {
    let step = "62 63 61 62 64 62 63 61 62 63 62 61 81 82 80 81 83 81 82 80 81 82 81 80";
    let shown = over_time(&months(step), Choices::default(), LastPeriods::TwentyFour);
    assert!(mostly_unusual(row(&shown, "dental-checks")).is_some_and(|said| said.contains("add a break")));
    assert_eq!(breaks(&shown), [""; 0]);
    let own = OwnBreak { measure: None, from: Period::Month(2025, 4), note: "New form.".to_owned() };
    let choices = Choices { breaks: vec![own].into(), ..Choices::default() };
    let shown = over_time(&months(step), choices, LastPeriods::TwentyFour);
    assert_eq!(mostly_unusual(row(&shown, "dental-checks")), None);
    assert_eq!(breaks(&shown), ["Dental checks up to date: Break before April 2025: New form."]);
}

/// After a break, only what came since is usual; and a copy says of each figure by which rule and from what it differs.
#[test]
fn sentences_say_what_is_unusual_and_from_what() {
    let own = OwnBreak { measure: None, from: Period::Month(2025, 4), note: String::new() };
    for (figures, breaks, said) in [
        (
            "84 85 84 86 85 84 85 86 84 85 86 84 76 85 84 86",
            vec![],
            "86% in July 2025. Back to usual. April 2025, 76%, was below the usual range of 80.8% to 87.8%.",
        ),
        (
            "84 85 84 86 85 84 85 86 84 85 86 84 85 84 86 71",
            vec![],
            "71% in July 2025. Worse than usual. July 2025, 71%, was below the usual range of 80.6% to 87.4%.",
        ),
        // Of few figures, one moves the range so far that another is within it.
        (
            "84 86 84 86 84 70 86 84 86 84 86",
            vec![],
            "86% in February 2025. Back to usual (from 11 figures). September 2024, 70%, was below the usual range of 74.8% to 92.5%. Without September 2024 the usual range would be 79.7% to 90.3%, with nothing else unusual.",
        ),
        // The newest draws the mean so far that another is outside for that alone.
        (
            "64.0 64.2 64.1 64.3 64.0 63.8 64.0 64.5 64.3 64.1 64.0 63.9 64.2 64.5 69.0",
            vec![],
            "June 2025, 69%, was above the usual range of 63.9% to 65.1%. Without June 2025 the usual range would be 63.5% to 64.7%, with nothing else unusual.",
        ),
        (
            "84 86 84 86 84 70 86 84 86 84 86 86 86 85 86 85 86",
            vec![own],
            "86% in August 2025. Only the usual ups and downs since April 2025 (from 5 figures). September 2024, 70%, was below",
        ),
        (
            "82 79 82 80 83 80 82 87 84 88 85 87 85 88",
            vec![],
            "88% in May 2025. Better since November 2024, a lasting step up: 86.3% on average since then, 81.1% before. By one mean, 83.7%, and one usual range, 75.9% to 91.5%, for all 14 figures: April 2024 to October 2024 were 7 in a row below the mean; November 2024 to May 2025 were 7 in a row above the mean.",
        ),
    ] {
        let choices = Choices { breaks: breaks.into(), ..Choices::default() };
        let shown = over_time(&months(figures), choices, LastPeriods::TwentyFour);
        let text = words::paragraphs(&shown, "Our title", "One figure is hidden.");
        let paragraphs: Vec<&str> = text.split("\n\n").collect();
        assert_eq!((paragraphs[0], paragraphs.last()), ("Our title", Some(&"One figure is hidden.")));
        let of_row = paragraphs.iter().find_map(|text| text.strip_prefix("Dental checks up to date: "));
        let of_row = of_row.unwrap_or_default();
        assert!(of_row.contains(said), "{of_row}");
    }
}

/// The measures asked about are named, and a unit that ends a name is not shown again behind it.
#[test]
fn measures_are_named_and_units_not_doubled() {
    let shown = over_time(
        "Indicator\tApr 2024\tMay 2024\nReviews held in timescale\t80%\t81%\n",
        Choices::default(),
        LastPeriods::Twelve,
    );
    let measures: Vec<_> = shown.rows.iter().map(|row| &row.measure).collect();
    assert_eq!(labels::asked_of(&measures), "This concerns: Reviews held on time.");
    for (title, unit) in [("Team rating %", ""), ("Team rating (%)", ""), ("Team rating", "%")] {
        assert_eq!(labels::unit_behind(title, "%"), unit, "{title}");
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
        let course = of_list.getting().map(|getting| match getting.verdict {
            Verdict::Worse => Course::GettingWorse,
            _ => Course::GettingBetter,
        });
        assert_eq!(row.course(), course, "{}", row.measure.title);
        let over = of_list.getting().map(|getting| getting_text(&row.measure, getting)[1].clone());
        let details: Vec<String> = words::details(row).into_iter().map(|line| line.to_lowercase()).collect();
        assert_eq!(details, over.iter().map(|over| over.to_lowercase()).collect::<Vec<_>>());
        let said = course.zip(over).map(|(course, over)| format!("{} {over}", courses::course_text(course)));
        assert_eq!(words::verdict(row), said.unwrap_or_default());
        found[course.map_or(2, |course| usize::from(course == Course::GettingBetter))] += 1;
    }
    assert!(found.iter().all(|count| *count > 2), "{found:?}");
    assert!(words::few_text(&shown).is_some_and(|text| text.contains("takes 12 in a row")));
}

/// Six in a row that fall may all be within the usual range: that is getting worse, not worse than usual.
#[test]
fn what_falls_in_a_row_is_getting_worse() {
    for (figures, said) in [
        (
            "84 88 83 87 84 88 85 89 84 88 84 83.9 83.8 83.7 83.6 83.5",
            "Getting worse, one of 6 or more in a row that fall",
        ),
        (
            "84 88 83 87 84 88 83 87 84 88 84 84.1 84.2 84.3 84.4 84.5",
            "Getting better, one of 6 or more in a row that rise",
        ),
    ] {
        let shown = over_time(&months(figures), Choices::default(), LastPeriods::TwentyFour);
        assert_eq!(words::verdict(row(&shown, "dental-checks")), said, "{figures}");
    }
}

#[test]
fn what_may_be_expected_of_a_target_is_said() {
    for (outlook, said) in [
        (Outlook::ByChance, "may hit or miss it by chance"),
        (Outlook::CannotMeet, "cannot reach it as things are"),
        (Outlook::WillMeet, "will go on reaching it as things are"),
        (Outlook::AtEdge(Side::Above), "no forecast: the newest figure is the highest so far"),
    ] {
        assert_eq!(courses::outlook_text(outlook), said);
    }
}

/// How often a target was met is said beside a forecast of chance, so that nobody takes it for the toss of a coin.
#[test]
fn how_often_a_target_was_met_is_said() {
    for (figures, target, said) in [
        ("84 85 83 86 84 85 83 86 84 85 83 86", "86", "may hit or miss it by chance (met in 3 of 12)"),
        ("84 85 83 86 84 85 83 86 84 85 83 86", "82", "met in all 12 figures, could be missed by chance"),
        // The upper limit, 89.8, is 90 as figures are shown: within a hair, nothing is out of reach.
        ("84 85 83 86 84 85 83 86 84 85 83 86", "90", "not met in any of 12 figures, could be met by chance"),
        ("84 85 83 86 84 85 83 86 84 85 83 86.0", "90", "cannot reach it as things are"),
        ("84 85 83 86 84 85 83 86 84 85 83 86", "87", "not met in any of 12 figures, could be met by chance"),
    ] {
        let target =
            Target::of(measure("dental-checks"), decimal(target), decimal("0")).expect("it can have one");
        let choices = Choices { targets: [(measure("dental-checks"), target)].into(), ..Choices::default() };
        let shown = over_time(&months(figures), choices, LastPeriods::TwentyFour);
        let [.., outlook] = words::target_parts(row(&shown, "dental-checks"));
        assert_eq!(outlook, format!("; {said}"), "{figures}");
    }
}

/// What is out of reach is named, where there are figures enough to say so.
#[test]
fn a_target_out_of_reach_is_named() {
    let target = Target::of(measure("dental-checks"), decimal("95"), decimal("0")).expect("it can have one");
    let choices = Choices { targets: [(measure("dental-checks"), target)].into(), ..Choices::default() };
    let lines = |figures: &str| -> Vec<String> {
        let shown = over_time(&months(figures), choices.clone(), LastPeriods::TwentyFour);
        courses::summary(&shown).iter().map(|line| line.concat()).collect()
    };
    assert!(lines("84 85 83 86 84").is_empty());
    let enough = lines("84 85 83 86 84 85 83 86 84 85 83 86");
    assert_eq!(enough, ["Cannot reach the target as things are: Dental checks up to date."]);
}

/// A month's figures for a day are shown before England's newest; those of a month alone are not.
#[test]
fn england_is_shown_where_the_comparison_is_allowed() {
    let table = "Indicator\tJan 2025\tFeb 2025\tMar 2025\nDental checks\t80%\t82%\t81%\nMissing incidents\t40\t41\t39\nReviews on time\t90%\t91%\t92%\n";
    let shown = over_time(table, Choices::default(), LastPeriods::Twelve);
    let text = words::england_cell(row(&shown, "dental-checks"));
    assert!(text.contains("% (20"), "{text}");
    assert_eq!(words::england_cell(row(&shown, "reviews-on-time")), "");
    assert!(
        words::notes(&shown).iter().any(|note| note.starts_with("England: ")),
        "{:?}",
        words::notes(&shown)
    );
}

/// What to look at first, by name.
#[test]
fn a_table_over_time_says_what_to_look_at_first() {
    let months: Vec<String> = (1..=9).map(|month| format!("2024-{month:02}")).collect();
    let table = format!(
        "Indicator\t{}\nDental checks\t90%\t91%\t90%\t91%\t90%\t91%\t90%\t91%\t60%\nChildren in care\t640\t641\t640\t641\t640\t641\t640\t641\t640\n",
        months.join("\t")
    );
    let shown = over_time(&table, Choices::default(), LastPeriods::Twelve);
    let lines: Vec<String> = courses::summary(&shown).iter().map(|line| line.concat()).collect();
    assert_eq!(lines, ["Worse than usual: Dental checks up to date."]);
}
