//! What is said of a figure in words.

use corporate_parenting_calculator::compare::{Choices, NoTrend, Spans, scorecard};
use corporate_parenting_calculator::figure::{Amount, Figure};
use corporate_parenting_calculator::indicator::{self, Kind, Span};
use corporate_parenting_calculator::words::figure::worth_text;
use corporate_parenting_calculator::words::sentence::sentence;

use crate::common::{card, choices};

/// Every share in words, of none, one, many and all, with one or many in all.
#[test]
fn every_share_is_told_in_grammar() {
    let mut told = String::new();
    for indicator in indicator::all().iter().filter(|indicator| indicator.kind == Kind::Share) {
        for (numerator, denominator) in [(0, 1), (0, 40), (1, 1), (1, 40), (40, 40)] {
            let amount = Amount::Counts { numerator, denominator };
            let figure = Figure {
                indicator: indicator.into(),
                area: None,
                period: None,
                amount,
                stated: None,
                place: None,
            };
            let card = scorecard(&[figure], &Choices::default());
            let [row] = card.rows.as_slice() else { panic!("{}", indicator.id) };
            told.extend([sentence(row).as_str(), "\n"]);
        }
    }
    insta::assert_snapshot!(told);
}

/// What a month or a quarter is of is said in its sentence, and figures that share months are not tested for chance.
#[test]
fn the_time_a_figure_is_of_is_said() {
    let quarters = "Indicator\tQ2 2025/26\tQ3 2025/26\nThree or more placements\t60 of 640\t30 of 646\n";
    let months = "Indicator\tDec-25\tJan-26\nThree or more placements\t60 of 640\t30 of 646\n";
    let cases = [
        (
            quarters,
            "2026-Q3",
            Span::RollingYear,
            "in the 12 months to December 2025",
            "in the 12 months to September 2025",
        ),
        (quarters, "2026-Q3", Span::InMonth, "in quarter 3 of 2025/26", "in quarter 2 of 2025/26"),
        (
            months,
            "2026-01",
            Span::RollingYear,
            "in the 12 months to January 2026",
            "in the 12 months to December 2025",
        ),
        (months, "2026-01", Span::InMonth, "in the month of January 2026", "in December 2025"),
        (
            months,
            "2026-01",
            Span::YearToDate,
            "in 2025/26 up to the end of January 2026",
            "in 2025/26 up to the end of December 2025",
        ),
    ];
    for (text, period, span, now, before) in cases {
        let spans = Spans { of_table: Some(span), ..Spans::default() };
        let card = card(text, &Choices { spans, ..choices(period) });
        let row = &card.rows[0];
        let said = sentence(row);
        assert!(said.contains(&format!(" {now}.")) && said.contains(&format!("% {before}")), "{said}");
        // A figure of a year stands beside no part of one.
        assert_eq!(row.england().is_none(), span != Span::RollingYear, "{said}");
        let is_tested = row.change.as_ref().is_some_and(|change| change.interval.is_some());
        assert_eq!(
            (is_tested, row.trend == Err(NoTrend::SharedMonths)),
            (span == Span::InMonth, span != Span::InMonth)
        );
    }
}

#[test]
fn one_child_is_worth_something_in_a_share_only() {
    let worth = |text: &str| worth_text(&card(text, &choices("2023")).rows[0]);
    assert_eq!(worth("Dental checks: 70 of 100"), "One child changes this by 1.0 points.");
    assert_eq!(worth("indicator,period,numerator,denominator\nRate per 10000,2023,646,135700"), "");
}

#[test]
fn few_children_lead_with_their_count() {
    let card = card("CIC GLD: 3 of 8", &choices("2019"));
    let row = &card.rows[0];
    assert!(row.is_of_few());
    assert_eq!(worth_text(row), "One child changes this by 12.5 points.");
    let sentence = sentence(row);
    assert_eq!(
        sentence,
        "3 of 8 children (37.5%) reached a good level of development in the academic year 2018/19. That is lower than \
         England (48%, 2018/19), but by less than one child."
    );
}
