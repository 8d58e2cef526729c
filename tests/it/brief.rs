//! The scorecard as a table for a page.

use corporate_parenting_calculator::area;
use corporate_parenting_calculator::compare::{Choices, Row, Scorecard, profile, scorecard};
use corporate_parenting_calculator::indicator::Kind;
use corporate_parenting_calculator::read::read;
use corporate_parenting_calculator::report::{Table, brief_table};

use crate::common::choices;

fn table(card: &Scorecard) -> Table {
    brief_table(
        "Cambridgeshire, 2022/23".to_owned(),
        &card.rows.iter().collect::<Vec<&Row>>(),
        "One is hidden.",
    )
}

fn example() -> Scorecard {
    let path = format!("{}/data/examples/cambridgeshire-2022-23.csv", env!("CARGO_MANIFEST_DIR"));
    scorecard(&read(&std::fs::read_to_string(path).expect("it can be read")).figures(), &choices("2023"))
}

#[test]
fn it_has_six_columns() {
    let table = table(&example());
    assert_eq!(table.headings, ["Measure", "Figure", "Change", "England", "Neighbours", "Status"]);
    assert!(table.rows.iter().all(|row| row.len() == 6));
    let placements = table.rows.iter().find(|row| row[0].starts_with("Three or more placements"));
    assert_eq!(
        placements.expect("it is there").as_slice(),
        [
            "Three or more placements in the year",
            "7.9% (51 of 646)",
            "\u{2212}3.7 points from 11.6% in 2021/22 (published)",
            "11% (2022/23)",
            "12.5% (2022/23)",
            "Better than England",
        ]
    );
    assert_eq!(table.notes.last().map(String::as_str), Some("One is hidden."));
}

/// What was copied can be pasted again: the counts of every percentage and the values of all measures are those that were
/// copied.
#[test]
fn what_was_copied_reads_back() {
    let card = example();
    let read_back = scorecard(&read(&table(&card).to_text()).figures(), &choices("2023"));
    let values = |card: &Scorecard| -> Vec<_> {
        let counts = |row: &Row| (row.indicator.kind == Kind::Share).then_some(row.amount);
        card.rows.iter().map(|row| (row.indicator.id.clone(), counts(row), row.shown)).collect()
    };
    assert_eq!(values(&read_back), values(&card));
}

#[test]
fn each_official_figure_has_its_period() {
    let chosen = Choices { council: area::by_code("873"), ..Choices::default() };
    let card = profile(&chosen);
    assert!(table(&card).rows.iter().all(|row| row[1].contains(", ") && row[1].contains("20")));
}
