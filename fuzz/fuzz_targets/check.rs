//! Drafts: what is found stands within the text, at whole characters.
#![no_main]

use corporate_parenting_calculator::area;
use corporate_parenting_calculator::check::{Context, check};
use corporate_parenting_calculator::period::Period;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let context =
        Context { council: area::by_code("873"), period: Some(Period::Year(2023)), ..Context::default() };
    for finding in check(text, &context).findings {
        let _ = (&text[finding.span.clone()], &text[finding.sentence.clone()], finding.message());
    }
});
