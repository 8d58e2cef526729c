//! Numbers that are one statement: a count and the percentage that says it again, in brackets or in words.

use std::ops::Range;

use crate::number::Exact;

use super::statement::{Part, Statement, base, statement};
use super::token::{self, Kind, Token};

/// Finds the statements of a sentence. `is_time` says which tokens are dates and periods.
pub(crate) fn statements(tokens: &[Token], is_time: &dyn Fn(usize) -> bool) -> Vec<Statement> {
    let mut found: Vec<Statement> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match statement(tokens, at, is_time) {
            Some(statement) => {
                at = statement.tokens.end;
                found.push(statement);
            }
            None => at += 1,
        }
    }
    mark_ranges(tokens, &mut found);
    joined(tokens, found, is_time)
}

/// "Between 40 and 50", "15 to 17", "90-95%": neither is the number.
fn mark_ranges(tokens: &[Token], found: &mut [Statement]) {
    for at in 1..found.len() {
        let (low, high) = (&found[at - 1].tokens, &found[at].tokens);
        let before = low.start.checked_sub(1).map_or("", |at| tokens[at].word());
        let joint = &tokens[low.end];
        let adjoins = || {
            joint.range.start == tokens[low.end - 1].range.end
                && tokens.get(low.end + 1).is_some_and(|next| next.range.start == joint.range.end)
        };
        let is_range = match joint.word() {
            "and" => before == "between",
            // "From 8% to 13%", "rose 3% to 71%".
            "to" => before != "from" && !token::tells_change(before) && is_below(&found[at - 1], &found[at]),
            _ => joint.is_dash() && adjoins(),
        };
        if is_range && high.start == low.end + 1 {
            found[at - 1].is_rough = true;
            found[at].is_rough = true;
        }
    }
}

/// Whether two numbers of one sort follow each other upwards.
fn is_below(low: &Statement, high: &Statement) -> bool {
    let sorts = |statement: &Statement| (statement.percent.is_some(), statement.base.is_some());
    let number = |statement: &Statement| statement.main().map(|part| Exact::from(part.value));
    sorts(low).1 == sorts(high).1 && (sorts(high).0 || !sorts(low).0) && number(low) < number(high)
}

/// Puts together what is one statement: a number and what stands behind it in brackets or after "=".
fn joined(tokens: &[Token], found: Vec<Statement>, is_time: &dyn Fn(usize) -> bool) -> Vec<Statement> {
    let mut all: Vec<Statement> = Vec::new();
    for next in found {
        if let Some(bracket) = all.last().and_then(|last| last.bracket.as_ref())
            && bracket.contains(&next.tokens.start)
        {
            continue;
        }
        if let Some(last) = all.last_mut()
            && let Some(bracket) = joint(tokens, last, &next, is_time)
        {
            // "One in five (20%)": the exact one counts.
            if last.is_percent_only() && next.is_percent_only() && last.is_rough != next.is_rough {
                last.ratio = if last.is_rough {
                    last.is_rough = false;
                    std::mem::replace(&mut last.percent, next.percent)
                } else {
                    next.percent
                };
                last.bracket = Some(bracket);
                continue;
            }
            // "Thirty-nine (39) children".
            let number = |statement: &Statement| statement.count.as_ref().map(|count| count.value);
            if last.is_in_words
                && number(last).is_some()
                && number(last) == number(&next)
                && next.base.is_none()
            {
                (last.count, last.is_in_words, last.bracket) = (next.count, false, Some(bracket));
                continue;
            }
            let both = last.is_percent_only() && next.count.is_some() && next.percent.is_none();
            let with_percent = last.count.is_some() && last.percent.is_none() && next.is_percent_only();
            if both {
                (last.count, last.base, last.bracket) = (next.count, next.base, Some(bracket));
                continue;
            }
            if with_percent {
                (last.percent, last.bracket) = (next.percent, Some(bracket.clone()));
                // "333 (48%) of our 694".
                let count = last.count.as_ref().map_or(0, |count| count.value.units());
                if last.base.is_none()
                    && let Some((base, end)) =
                        base(tokens, bracket.end, is_time).filter(|(base, _)| base.value.units() >= count)
                {
                    (last.base, last.bracket) = (Some(base), Some(bracket.start..end));
                }
                continue;
            }
        }
        if let Some(last) = all.last_mut()
            && let Some((base, bracket)) = said_again_in_percent(tokens, last, &next, is_time)
        {
            last.base = base.or_else(|| last.base.take());
            (last.percent, last.bracket) = (next.percent, Some(bracket));
            continue;
        }
        all.push(next);
    }
    all
}

/// Where a percentage says again what the count before it said, the base that it names and the tokens it takes: "22 children were
/// placed for adoption, 4.0% of the 553 children in care", "596 children, which is 65% of all", "41 of 44 children, or 93%".
fn said_again_in_percent(
    tokens: &[Token],
    last: &Statement,
    next: &Statement,
    is_time: &dyn Fn(usize) -> bool,
) -> Option<(Option<Part>, Range<usize>)> {
    let count = last.count.as_ref().filter(|_| last.percent.is_none() && last.bracket.is_none())?;
    let percent = next.percent.as_ref().filter(|_| next.count.is_none() && next.sign.is_none())?;
    if last.is_rough || next.is_rough || last.sign.is_some() {
        return None;
    }
    let word = |back: usize| next.tokens.start.checked_sub(back).map_or("", |at| tokens[at].word());
    let joining = match (word(2), word(1)) {
        ("which" | "that", "is" | "was") | ("equivalent" | "equal" | "equating" | "amounting", "to") => 2,
        (_, "or" | "representing") => 1,
        _ => 0,
    };
    let mut start = next.tokens.start - joining;
    let has_comma = start.checked_sub(1).is_some_and(|at| tokens[at].is_mark(','));
    start -= usize::from(has_comma);
    let is_one_clause = (last.tokens.end..start).all(|at| {
        let parts = matches!(tokens[at].kind, Kind::Mark(',' | ';' | ':' | '(' | ')'))
            || matches!(tokens[at].word(), "and" | "but" | "while" | "whilst");
        !parts || is_time(at)
    });
    if (joining == 0 && !has_comma) || !is_one_clause {
        return None;
    }
    let agrees = |base: &Part| super::agrees(count.value.units(), base.value.units(), percent.value);
    let named = base(tokens, next.tokens.end, is_time).filter(|(base, _)| agrees(base));
    if let Some((base, end)) = named {
        return Some((Some(base), start..end));
    }
    let is_of_base = last.base.as_ref().is_some_and(agrees);
    let is_of_all = joining > 0
        && tokens.get(next.tokens.end).is_some_and(|token| token.word() == "of")
        && tokens.get(next.tokens.end + 1).is_some_and(|token| matches!(token.word(), "all" | "our" | "the"));
    (is_of_base || is_of_all).then_some((None, start..next.tokens.end))
}

/// The tokens that a number takes behind the statement before it, where it stands in brackets of its own or after an
/// equals sign.
fn joint(
    tokens: &[Token],
    last: &Statement,
    next: &Statement,
    is_time: &dyn Fn(usize) -> bool,
) -> Option<Range<usize>> {
    if last.bracket.is_some() || next.sign.is_some() {
        return None;
    }
    let before = next.tokens.start.checked_sub(1)?;
    // "402 (or 35%)".
    let is_said_again = tokens[before].word() == "or" && before > 0 && tokens[before - 1].is_mark('(');
    let open = before - usize::from(is_said_again);
    let between = last.tokens.end..open;
    if tokens[open].is_mark('=') {
        return between.is_empty().then_some(open..next.tokens.end);
    }
    if tokens[open].word() == "or" && between.is_empty() && next.percent.is_some() {
        return Some(open..next.tokens.end);
    }
    // "One in five children, 20%, lived".
    let is_set_off = tokens[open].is_mark(',')
        && last.is_rough
        && last.is_percent_only()
        && next.is_percent_only()
        && tokens.get(next.tokens.end).is_some_and(|token| token.is_mark(','));
    if is_set_off && between.clone().all(|index| !matches!(tokens[index].kind, Kind::Mark(_))) {
        return Some(open..next.tokens.end + 1);
    }
    if !tokens[open].is_mark('(') {
        return None;
    }
    let close = (next.tokens.end..tokens.len()).find(|index| tokens[*index].is_mark(')'))?;
    let is_noun = |index: usize| {
        matches!(
            tokens[index].word(),
            "children"
                | "young"
                | "people"
                | "reviews"
                | "visits"
                | "assessments"
                | "of"
                | "them"
                | "pupils"
                | "cla"
                | "cic"
                | "lac"
                | "interviews"
                | "carers"
        )
    };
    let is_bare = (next.tokens.end..close).all(is_noun);
    let is_number = |index: usize| tokens.get(index).is_some_and(|token| token.number().is_some());
    let is_one_clause = between.clone().all(|index| {
        // "Of 17 and 18 year olds".
        let joins_ages = tokens[index].word() == "and" && is_number(index - 1) && is_number(index + 1);
        joins_ages
            || !matches!(tokens[index].kind, Kind::Mark(',' | ';' | ':' | '(' | ')'))
                && !is_time(index)
                && !matches!(tokens[index].word(), "and" | "but" | "which" | "while")
    }) || between.clone().all(is_time);
    (is_bare && is_one_clause).then_some(open..close + 1)
}
