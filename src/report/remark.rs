//! Commentary checked as a draft is.

use crate::check::{Context, Verdict, check};
use crate::commentary::Part;
use crate::compare::{Doubt, Row, doubts};
use crate::words::commentary::{doubt_text, finding_text};

/// What is wrong or doubtful in a part of the commentary on a row, in sentences: what a check of it as a draft finds, and, in
/// what the figure is said to show, words and numbers that the row does not give.
pub fn remarked(row: &Row, part: Part, text: &str, context: &Context) -> Vec<String> {
    let doubts = if part == Part::Showing { doubts(row, text) } else { Vec::new() };
    // It is about the measure of the row, which it may not name.
    let draft = format!("{}\n\n{text}", row.indicator.title);
    let findings = if text.contains(|c: char| c.is_ascii_digit()) {
        check(&draft, context).findings
    } else {
        Vec::new()
    };
    let start = draft.len() - text.len();
    let own = || findings.iter().filter(|finding| finding.span.start >= start);
    let is_wrong = |verdict: Verdict| verdict < Verdict::CannotCheck;
    let wrong = own().filter(|finding| is_wrong(finding.verdict));
    let told = wrong.map(|finding| finding_text(&draft[finding.span.clone()], &finding.message()));
    // A number that was checked needs no doubt.
    let is_checked = |doubt: &&Doubt| match doubt {
        Doubt::Direction(_) => false,
        Doubt::Number(number) => {
            own().any(|finding| draft[finding.span.clone()].starts_with(number.as_str()))
        }
    };
    told.chain(doubts.iter().filter(|doubt| !is_checked(doubt)).map(|doubt| doubt_text(row, doubt))).collect()
}
