//! Every statement of two real annual reports, in texts of the same facts, against what a check of them finds.
//!
//! `tests/data/check/seeds.csv` has a row for each: the words before the number (`|` is a tab, `¶` a new line), the number,
//! and the verdict it should get, worked out by hand. The snapshot holds precision and recall, and lists every miss as known.

use std::collections::BTreeMap;
use std::ops::Range;

use corporate_parenting_calculator::area;
use corporate_parenting_calculator::check::{Base, Context, Report, check};
use corporate_parenting_calculator::indicator::Kind;
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::read::read;

use crate::common::table;

const REPORTS: [(&str, u16, &str); 2] = [
    ("2022-23", 2023, include_str!("../data/check/annual-report-2022-23.txt")),
    ("2019-20", 2020, include_str!("../data/check/annual-report-2019-20.txt")),
];

/// A report checked as the page does once its figures are sent to the scorecard.
fn checked(text: &str, year: u16) -> Report {
    let bases = read(text).figures().into_iter().filter_map(|figure| {
        let indicator = figure.indicator.catalogue().filter(|indicator| indicator.kind == Kind::Count)?;
        Some(Base { indicator, count: figure.amount.count()? })
            .filter(|_| figure.period == Some(Period::Year(year)))
    });
    let context = Context {
        council: area::by_name("Cambridgeshire"),
        period: Some(Period::Year(year)),
        bases: bases.collect(),
        ..Context::default()
    };
    check(text, &context)
}

/// Where a number stands that follows these words.
fn place(text: &str, after: &str, stated: &str) -> Range<usize> {
    let after = after.replace('|', "\t").replace('¶', "\n");
    let sought = format!("{after}{stated}");
    let places: Vec<usize> = text.match_indices(&sought).map(|(at, _)| at).collect();
    let [at] = places.as_slice() else { panic!("\"{sought}\" is there {} times", places.len()) };
    at + after.len()..at + sought.len()
}

#[test]
fn the_statements_of_two_reports_are_judged() {
    let rows = table("check/seeds.csv");
    assert!(rows.len() >= 120, "only {} statements", rows.len());
    let (mut right, mut statements, mut findings) = (0, 0, 0);
    let mut wrong = Vec::new();
    for (report, year, text) in REPORTS {
        let found = checked(text, year);
        assert_eq!(found.problems, [], "{report}");
        let mut open: BTreeMap<(usize, usize), _> =
            found.findings.iter().map(|finding| ((finding.span.start, finding.span.end), finding)).collect();
        findings += open.len();
        for row in rows.iter().filter(|row| row.get("report") == report) {
            statements += 1;
            let [after, stated, expected] = ["after", "stated", "verdict"].map(|column| row.get(column));
            let span = place(text, after, stated);
            let verdict =
                open.remove(&(span.start, span.end)).map_or("unmarked", |finding| finding.verdict.id());
            if verdict == expected {
                right += 1;
            } else {
                wrong.push(format!(
                    "{report}: {after}[{stated}] {verdict}, not {expected}: {}",
                    row.get("why")
                ));
            }
        }
        for finding in open.values() {
            let line = text[..finding.span.start].rfind('\n').map_or(0, |at| at + 1);
            let (before, stated) = (&text[line..finding.span.start], &text[finding.span.clone()]);
            let before = before.replace('\t', "|");
            wrong.push(format!("{report}: {before}[{stated}] {}, not a statement", finding.verdict.id()));
        }
    }
    let percent = |of: usize| 100 * right / of.max(1);
    let summary = format!(
        "{statements} statements, {findings} findings, {right} right: precision {} %, recall {} %",
        percent(findings),
        percent(statements)
    );
    println!("{summary}");
    insta::assert_snapshot!(format!("{summary}\n\n{}", wrong.join("\n")));
}
