//! Every figure that a whole annual report gives in its tables and sentences, for which there is a measure.
//!
//! `tests/data/report-2019-20.csv` lists them: read at once, asked with the measure among what is offered, or not read, with the
//! reason. The report is `tests/data/check/annual-report-2019-20.txt`, the facts of a real one in a text of their own.

use corporate_parenting_calculator::figure::Amount;
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::read::{Entry, Reading, Subject, read};

use crate::common::table;

const REPORT: &str = include_str!("../data/check/annual-report-2019-20.txt");

/// A figure as the list has it: the line, whose it is, the measure, when, and how much.
fn told(whose: &str, entry: &Entry) -> Option<String> {
    let figure = entry.check().figure?;
    let amount = match figure.amount {
        Amount::Counts { numerator, denominator } => format!("{numerator} of {denominator}"),
        Amount::Value(value) => value.trimmed().to_string(),
        Amount::Withheld(symbol) => symbol.symbol().to_owned(),
    };
    let period = figure.period.map(Period::id).unwrap_or_default();
    Some(format!("{} {whose} {} {period} {amount}", entry.place.row, figure.indicator.id))
}

/// What was read at once, in the order of its lines.
fn figures(reading: &Reading) -> Vec<String> {
    let own = reading.entries.iter().filter_map(|entry| told("own", entry));
    let others = reading.comparators.iter().filter_map(|stated| told(stated.with.id(), &stated.entry));
    own.chain(others).collect()
}

/// Whether a number of a line is asked about, with the measure among what is offered.
fn is_asked(reading: &Reading, line: usize, measure: &str, amount: &str) -> bool {
    reading.entries.iter().filter(|entry| entry.place.row == line).any(|entry| {
        let (Subject::OneOf(options) | Subject::Unknown(options)) = &entry.subject else { return false };
        let texts = [&entry.value, &entry.numerator].map(|text| text.replace('%', ""));
        let is_of = amount.split(" of ").any(|number| texts.iter().any(|text| text.starts_with(number)));
        is_of && options.first().is_some_and(|first| first.id == measure)
    })
}

#[test]
fn every_figure_of_a_report_is_listed() {
    let reading = read(REPORT);
    let mut open = figures(&reading);
    let mut wrong = Vec::new();
    let (mut read_at_once, mut all) = (0, 0);
    for row in table("report-2019-20.csv") {
        all += 1;
        let [line, whose, measure, period, amount] =
            ["line", "whose", "measure", "period", "figure"].map(|column| row.get(column));
        let figure = format!("{line} {whose} {measure} {period} {amount}");
        let found = open.iter().position(|known| *known == figure);
        if let Some(found) = found {
            open.remove(found);
        }
        let is_well = match row.get("how") {
            "read" => {
                read_at_once += 1;
                found.is_some() && row.get("why").is_empty()
            }
            "asked" => found.is_none() && is_asked(&reading, row.parse("line"), measure, amount),
            "not read" => found.is_none() && !row.get("why").is_empty(),
            other => panic!("{other} in {row}"),
        };
        if !is_well {
            wrong.push(row.to_string());
        }
    }
    assert!(wrong.is_empty(), "not as listed:\n{}", wrong.join("\n"));
    assert!(open.is_empty(), "read and not listed:\n{}", open.join("\n"));
    assert_eq!((read_at_once, all), (171, 191));
}
