//! Seasons: a month that is lower or higher than those around it in earlier years too.

use corporate_parenting_calculator::compare::{Choices, LastPeriods, OneOff, OneOffs, OwnBreak, Spans};
use corporate_parenting_calculator::indicator::Span;
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::words::unusual::season_text;

use crate::over_time::{over_time, row};

/// A line for each case: the measure, its first month, figures month by month, and what is said of the newest.
const CASES: &str = include_str!("../data/seasons.txt");

fn months_from(first: Period, count: usize) -> Vec<Period> {
    let next = |period: &Period| match *period {
        Period::Month(year, 12) => Some(Period::Month(year + 1, 1)),
        Period::Month(year, month) => Some(Period::Month(year, month + 1)),
        _ => None,
    };
    std::iter::successors(Some(first), next).take(count).collect()
}

fn said(name: &str, first: &str, figures: &str, choices: Choices) -> String {
    let figures: Vec<&str> = figures.split(';').map(str::trim).collect();
    let first = Period::parse(first).expect("a month");
    let months: Vec<String> = months_from(first, figures.len()).iter().map(ToString::to_string).collect();
    let counted = figures.iter().zip(&months).map(|(counts, month)| format!("\"{name}\",{month},{counts}\n"));
    let table = if figures[0].contains('/') {
        let counted: String = counted.collect();
        format!("Indicator,Period,Numerator,Denominator\n{}", counted.replace('/', ","))
    } else {
        format!("Indicator\t{}\n{name}\t{}\n", months.join("\t"), figures.join("\t"))
    };
    let spans = Spans { of_table: Some(Span::InMonth), ..Spans::default() };
    let shown = over_time(&table, Choices { spans, ..choices }, LastPeriods::TwentyFour);
    let [row] = &shown.rows[..] else { panic!("{name}: {} rows", shown.rows.len()) };
    season_text(row)
}

#[test]
fn a_month_is_usually_lower_where_two_earlier_years_say_so() {
    let cases = CASES.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    for case in cases {
        let [name, first, figures, expected] =
            case.split('|').map(str::trim).collect::<Vec<_>>().try_into().expect("four parts");
        assert_eq!(said(name, first, figures, Choices::default()), expected, "{case}");
    }
}

/// A break among the months of an earlier year, or a figure of them left out by hand, takes that year away.
#[test]
fn a_year_with_a_break_or_a_one_off_says_nothing_of_a_season() {
    let steady = "60;62;61;60;63;61;62;60;40;61;62;60;".repeat(3);
    let figures = steady.trim_end_matches(';');
    let figures = figures.rsplit_once(";61;62;60").map_or(figures, |(before, _)| before);
    let expected = "December is usually lower: it was in 2022 and 2023 too";
    assert_eq!(said("Missing incidents", "2022-04", figures, Choices::default()), expected);
    let own = OwnBreak { measure: None, from: Period::Month(2023, 11), note: String::new() };
    let broken = Choices { breaks: [own].into(), ..Choices::default() };
    assert_eq!(said("Missing incidents", "2022-04", figures, broken), "");
    let one_off = OneOff {
        measure: "missing-incidents".to_owned(),
        at: Period::Month(2023, 12),
        note: "Flood".to_owned(),
    };
    let left_out = Choices { one_offs: OneOffs::of([one_off]), ..Choices::default() };
    assert_eq!(said("Missing incidents", "2022-04", figures, left_out), "");
}

/// It is said where the row is said: in the table, the chart and the sentences.
#[test]
fn the_notes_say_when_a_month_is_usually_lower() {
    let years = "60;62;61;60;63;61;62;60;40;61;62;60;".repeat(3);
    let figures: Vec<&str> = years.split(';').take(33).collect();
    let months: Vec<String> =
        months_from(Period::Month(2022, 4), 33).iter().map(ToString::to_string).collect();
    let table = format!("Indicator\t{}\nMissing incidents\t{}\n", months.join("\t"), figures.join("\t"));
    let spans = Spans { of_table: Some(Span::InMonth), ..Spans::default() };
    let shown = over_time(&table, Choices { spans, ..Choices::default() }, LastPeriods::TwentyFour);
    let words = corporate_parenting_calculator::words::over_time::lines(row(&shown, "missing-incidents"));
    assert!(
        words.contains(&"December is usually lower: it was in 2022 and 2023 too".to_owned()),
        "{words:?}"
    );
    let chart = corporate_parenting_calculator::report::process_chart(row(&shown, "missing-incidents"));
    assert!(chart.is_some_and(|chart| chart.sentence.contains("December is usually lower")));
    let notes = corporate_parenting_calculator::words::over_time::notes(&shown);
    assert!(notes.iter().any(|note| note.starts_with("A month is usually lower or higher if")), "{notes:?}");
}
