//! Questions to ask in a meeting.

use corporate_parenting_calculator::area;
use corporate_parenting_calculator::compare::{Choices, Occasion, Target, profile};
use corporate_parenting_calculator::indicator::{self, Theme};
use corporate_parenting_calculator::words::questions::{question, questions};

use crate::common::{card, choices, decimal, table};

/// On every occasion there is something to ask, about each theme, as one question of at most two sentences.
#[test]
fn every_occasion_has_questions() {
    for occasion in Occasion::ALL {
        for theme in Theme::ALL {
            let fair = questions(occasion, theme);
            assert!(!fair.is_empty(), "{occasion:?} {theme:?}");
            for question in fair {
                assert!(question.ends_with('?') && question.len() <= 140, "{question}");
                assert_eq!(question.matches('?').count(), 1, "{question}");
            }
        }
    }
}

#[test]
fn the_occasion_of_a_row() {
    for case in table("occasions.csv") {
        let target = Some(case.get("target")).filter(|target| !target.is_empty());
        let targets = target.map(|value| {
            let indicator = indicator::by_id(case.get("indicator")).expect("it is in the catalogue");
            (indicator.into(), Target { value: decimal(value), tolerance: decimal("0") })
        });
        let chosen = Choices { targets: targets.into_iter().collect(), ..choices(case.get("period")) };
        let card = card(&case.get("paste").replace("\\t", "\t").replace("\\n", "\n"), &chosen);
        let row =
            card.rows.iter().find(|row| row.indicator.id == case.get("indicator")).expect("it is there");
        let newest = case.get("newest").parse().ok();
        assert_eq!(format!("{:?}", Occasion::of(row, newest)), case.get("occasion"), "{case}");
    }
}

/// Measures of one council are not all asked the same, and each is asked the same every time.
#[test]
fn a_profile_is_asked_many_questions() {
    let chosen = Choices { council: area::by_code("873"), ..Choices::default() };
    let asked =
        || -> Vec<_> { profile(&chosen).rows.iter().filter_map(|row| question(row, Some(2025))).collect() };
    let first = asked();
    assert_eq!(first, asked());
    let mut different = first.clone();
    different.sort_unstable();
    different.dedup();
    assert!(different.len() > 12, "{different:?}");
}
