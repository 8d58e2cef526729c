//! Checking a draft.

use wasm_bindgen::prelude::*;

use super::{Answer, area_of, from_js, indicator_of, number, period_of, shapes, to_js};
use crate::check::{Base, Context, Expected, Finding, check as check_draft};
use crate::indicator::Kind;
use crate::read as reading;
use crate::words::face::{self as words, Misuse};

/// Recomputes and judges the numbers that a text states.
///
/// # Errors
/// When the input is not text, is larger than is read, or an option is not known.
#[wasm_bindgen]
pub fn check(input: &JsValue, options: JsValue) -> Answer {
    let options: shapes::CheckOptions = if options.is_null_or_undefined() {
        shapes::CheckOptions::default()
    } else {
        from_js(options, words::CHECK_OPTIONS)?
    };
    let text = input.as_string().ok_or(Misuse::Takes(words::CHECK))?;
    if let Some(problem) = reading::too_large(text.len()) {
        return Err(Misuse::Refused(problem.to_string()).into());
    }
    let mut context = Context {
        council: options.council.as_deref().map(area_of).transpose()?,
        period: options.period.as_deref().map(period_of).transpose()?,
        ..Context::default()
    };
    for (id, count) in options.bases.iter().flatten() {
        let indicator = indicator_of(id)?;
        if indicator.kind != Kind::Count {
            return Err(Misuse::Takes(words::CHECK_BASES).into());
        }
        context.bases.push(Base { indicator, count: *count });
    }
    let report = check_draft(&text, &context);
    // How many units of UTF-16 there are before each place, counted once.
    let (mut at, mut units) = (0, 0);
    let mut position = |place: usize| {
        units += text[at..place].encode_utf16().count();
        at = place;
        units
    };
    let finding = |finding: &Finding| {
        let start = position(finding.span.start);
        let text = text[finding.span.clone()].to_owned();
        shapes::Finding {
            start,
            end: start + text.encode_utf16().count(),
            text,
            kind: finding.kind.id(),
            verdict: finding.verdict.id(),
            stated: number(finding.stated),
            expected: finding.expected.map(|expected| match expected {
                Expected::Number(expected) => shapes::Expected::Number(number(expected)),
                Expected::Time(duration) => shapes::Expected::Text(duration.to_string()),
            }),
            message: finding.message(),
            suggestion: finding.suggestion.clone(),
        }
    };
    let findings = report.findings.iter().map(finding).collect();
    let problems = report.problems.into_iter().map(super::figures::problem_out).collect();
    to_js(&shapes::Checked { findings, problems })
}
