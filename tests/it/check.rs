//! Drafts checked: statements with the verdict expected.

use corporate_parenting_calculator::area;
use corporate_parenting_calculator::check::{Context, Verdict, check};
use corporate_parenting_calculator::period::Period;

fn context() -> Context {
    Context {
        council: area::by_name("Cambridgeshire"),
        period: Some(Period::Year(2023)),
        ..Context::default()
    }
}

/// What each number found is, with its verdict.
fn found(text: &str) -> Vec<(String, Verdict)> {
    let report = check(text, &context());
    report.findings.iter().map(|finding| (text[finding.span.clone()].to_owned(), finding.verdict)).collect()
}

#[test]
fn counts_with_their_percentage_are_recomputed() {
    assert_eq!(
        found("162 out of 233 children (69.5%) were stable."),
        [("69.5%".to_owned(), Verdict::Agrees)]
    );
    assert_eq!(
        found("162 out of 233 children (79.5%) were stable."),
        [("79.5%".to_owned(), Verdict::Differs)]
    );
}
