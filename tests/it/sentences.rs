//! What is said of a figure in words.

use corporate_parenting_calculator::compare::{Choices, scorecard};
use corporate_parenting_calculator::figure::{Amount, Figure};
use corporate_parenting_calculator::indicator::{self, Kind};
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

#[test]
fn one_child_is_worth_something_in_a_share_only() {
    let worth = |text: &str| worth_text(&card(text, &choices("2023")).rows[0]);
    assert_eq!(worth("Dental checks: 70 of 100"), "One child changes this by 1.0 points.");
    assert_eq!(worth("indicator,period,numerator,denominator\nRate per 10000,2023,646,135700"), "");
}

#[test]
fn few_children_lead_with_their_count() {
    let card = card("Good level of development: 3 of 8", &choices("2019"));
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
