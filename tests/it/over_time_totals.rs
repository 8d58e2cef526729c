//! What months add up to, what they cannot be, and what is told of them in the list.

use corporate_parenting_calculator::area;
use corporate_parenting_calculator::compare::{
    Choices, LastPeriods, Length, NotJudged, OneOff, OneOffs, OverTime, OwnBreak, Pattern, Spans,
    WorseThanUsual, profile, scorecard,
};
use corporate_parenting_calculator::indicator::Span;
use corporate_parenting_calculator::number::Projection;
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::read::read;
use corporate_parenting_calculator::words::unusual::mostly_unusual;

use crate::over_time::{over_time, row};
use crate::over_time_words::months;

/// A table of one measure from April 2023 or the quarter that begins with it on.
fn table_of(name: &str, figures: &str, length: Length) -> String {
    let figures: Vec<&str> = figures.split(';').collect();
    let head = |at: usize| match length {
        Length::Quarters => format!("Q{} 2023/24", at + 1),
        _ => format!("{}-{:02}", 2023 + (at + 3) / 12, (at + 3) % 12 + 1),
    };
    let heads: Vec<String> = (0..figures.len()).map(head).collect();
    format!("Indicator\t{}\n{name}\t{}\n", heads.join("\t"), figures.join("\t"))
}

/// Each line: what the figures are of and how long, the measure and its figures, the year to date and the 12 months that they come to, and from how many in how many months the end of the year is projected.
#[test]
fn months_come_to_a_year_where_they_can() {
    let (months, quarters) = (Length::Months, Length::Quarters);
    let started = "Children who started to be looked after";
    for (span, length, name, figures, to_date, twelve, projected) in [
        // It may be the same in two months, and fall from one year to the next.
        (Span::YearToDate, months, started, "20;41;41;60;82;101", "101", "", Some((101, 6))),
        (Span::YearToDate, quarters, started, "30;63;93", "93", "", Some((93, 9))),
        (Span::InMonth, months, started, "20;41;60;82;101;140", "444", "", Some((444, 6))),
        // Each month has a number of its own, which may be lower than the one before.
        (Span::InMonth, months, started, "20;41;22;45;20;40", "188", "", Some((188, 6))),
        (Span::InMonth, quarters, started, "30;33;30", "93", "", Some((93, 9))),
        // The same children may be in several months; shares of reviews add up as counts.
        (Span::InMonth, months, "Children who went missing", "5;6;7;8;5;6", "", "", None),
        (Span::InMonth, months, "Three or more placements", "60 of 640;61 of 641;62 of 640", "", "", None),
        (Span::InMonth, months, "Reviews on time", "90 of 100;45 of 50;18 of 50", "76.5", "", None),
        (Span::RollingYear, months, started, "10;20;20;20", "", "20", None),
    ] {
        let spans = Spans { of_table: Some(span), ..Spans::default() };
        let text = table_of(name, figures, length);
        let shown = over_time(&text, Choices { spans, ..Choices::default() }, LastPeriods::Twelve);
        let row = &shown.rows[0];
        let said = [row.year_to_date, row.twelve_months].map(|of| of.map(|of| of.to_string()));
        assert_eq!(said.map(Option::unwrap_or_default), [to_date, twelve], "{name} {figures}");
        let projection = projected.and_then(|(so_far, months)| Projection::of(so_far, months));
        assert_eq!(row.projection, projection, "{name} {figures}");
    }
}

/// By as much as a number of 12 months rises or falls, one month had at least. Each line: figures, and which cannot be of 12 months.
#[test]
fn a_number_of_twelve_months_cannot_be_lower_than_one_month_was() {
    for (figures, expected) in [
        // 60 in May are still within the 12 months up to July; the fall to July is across a gap.
        ("100;160;;50;52;51", Some(Period::Month(2023, 7))),
        // All of them may be in one month, and leave with it.
        ("0;20;20;20;20;20", None),
        ("20;0;0;0;0;0", None),
        // 50 in May 2023 are not within the 12 months up to May 2024.
        ("10;60;60;60;60;60;60;60;60;60;60;60;60;10", None),
        // 50 in April 2023 would have left with April 2024.
        ("10;60;60;60;60;60;60;60;60;60;60;60;10;10", Some(Period::Month(2023, 4))),
    ] {
        let spans = Spans { of_table: Some(Span::RollingYear), ..Spans::default() };
        let text = table_of("Children who started to be looked after", figures, Length::Months);
        let shown = over_time(&text, Choices { spans, ..Choices::default() }, LastPeriods::Twelve);
        let reason = expected.map_or(NotJudged::RollingYear, NotJudged::NoRollingYear);
        assert_eq!(shown.rows[0].pattern, Pattern::NotJudged(reason), "{figures}");
    }
}

/// Of a year to date that is no number there is no projection, and that is said.
#[test]
fn a_share_of_the_year_so_far_is_not_projected() {
    for (span, name, figures, expected) in [
        (Span::YearToDate, "Three or more placements", "9%;9.2%;9.4%", true),
        (Span::YearToDate, "Missing incidents", "10;22;30", false),
        (Span::InMonth, "Three or more placements", "9%;9.2%;9.4%", false),
    ] {
        let spans = Spans { of_table: Some(span), ..Spans::default() };
        let text = table_of(name, figures, Length::Months);
        let shown = over_time(&text, Choices { spans, ..Choices::default() }, LastPeriods::Twelve);
        assert_eq!(shown.rows[0].is_not_projected(), expected, "{name} {span:?}");
    }
}

#[test]
fn figures_have_no_more_decimals_than_are_published() {
    let shown = over_time(&months("88.456 88.4 88"), Choices::default(), LastPeriods::Twelve);
    let values = row(&shown, "dental-checks").cells.iter().flatten().filter_map(|cell| cell.value.ok());
    assert_eq!(values.map(|value| value.to_string()).collect::<Vec<_>>(), ["88.5", "88.4", "88"]);
}

/// Where all figures before a break are left out by hand there is nothing to compare with.
#[test]
fn nothing_is_said_of_figures_that_are_all_left_out() {
    let one_off = |month: u8| OneOff {
        measure: "dental-checks".to_owned(),
        at: Period::Month(2024, month),
        note: "snow".to_owned(),
    };
    let own = OwnBreak { measure: None, from: Period::Month(2024, 6), note: String::new() };
    let of = |left_out: &[u8]| {
        let one_offs = OneOffs::of(left_out.iter().map(|month| one_off(*month)));
        let choices = Choices { breaks: [own.clone()].into(), one_offs, ..Choices::default() };
        over_time(&months("80 81 85 86"), choices, LastPeriods::Twelve)
    };
    let across = |shown: &OverTime| row(shown, "dental-checks").across_break();
    assert_eq!(across(&of(&[])), Some((2, Period::Month(2024, 6), 5.0)));
    assert_eq!(across(&of(&[4, 5])), None);
    assert_eq!(mostly_unusual(row(&of(&[6, 7]), "dental-checks")), None);
}

/// What the list says of months: since when they are worse than usual, and whether they still get worse.
#[test]
fn the_list_says_since_when_months_are_worse() {
    let of = |figures: &str| {
        let figures = read(&months(figures)).figures();
        let choices = Choices { council: area::by_code("873"), ..Choices::default() };
        let card = scorecard(&figures, &choices);
        card.rows
            .iter()
            .find(|row| row.indicator.id == "dental-checks")
            .map(|row| row.by_own.worse_than_usual)
    };
    let month = |number: u16| {
        let at = number + 3;
        Period::Month(2024 + at / 12, u8::try_from(at % 12 + 1).expect("a month"))
    };
    for (figures, since, is_moving) in [
        ("95 94 92 91 89 88 86 85 83 82 80 79", 0, true),
        ("89 88 90 89 91 88 90 89 86 74 75 72", 9, false),
        // A straight line is nearer to them than two levels are, and their last half does not go on falling.
        ("30 30 30 29 28 28 27 27 26 27 26 25", 0, true),
    ] {
        let expected = WorseThanUsual { since: month(since), is_moving };
        assert_eq!(of(figures), Some(Some(expected)), "{figures}");
    }
}

/// Official figures are told as of their own years, whatever later year is chosen.
#[test]
fn a_later_year_than_any_published_changes_nothing() {
    let of = |period: Option<Period>| Choices { council: area::by_code("873"), period, ..Choices::default() };
    let later = Some(Period::Year(2099));
    assert_eq!(profile(&of(later)).rows, profile(&of(None)).rows);
    let told = |period| {
        let figures = read("Children in care\t2024/25\t650").figures();
        let shown = OverTime::of(&figures, &of(period), Length::Years, LastPeriods::TwentyFour);
        shown.rows.into_iter().map(|row| (row.measure, row.getting, row.england)).collect::<Vec<_>>()
    };
    assert!(!told(None).is_empty());
    assert_eq!(told(later), told(None));
}
