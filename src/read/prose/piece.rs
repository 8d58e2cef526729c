//! The pieces of a sentence: what stands between its commas, brackets and joining words, with at most one statement each.

use std::ops::Range;

use crate::period::month_number;

use super::statement::Statement;
use super::token::{Kind, Token};

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub tokens: Range<usize>,
    /// Which statement stands in it.
    pub statement: Option<usize>,
    pub opening: Opening,
}

/// How a piece is joined to the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opening {
    /// As part of what is said, after a comma or the like.
    Comma,
    /// As the next thing said: "and", "but", "while".
    Next,
    /// As something of its own: after a semicolon, or at the start of the sentence.
    New,
    /// As a comparison: "than", "against", "compared with", "above".
    Comparison,
    /// As a reason or a concession: "because", "although".
    Aside,
    /// After a dash.
    Dash,
    /// In brackets.
    Bracket,
    /// "from", before what it has become.
    From,
    /// "to", after "from".
    To,
}

/// Words that open a piece wherever they stand.
fn opening(word: &str) -> Option<Opening> {
    Some(match word {
        "but" | "while" | "whilst" | "whereas" | "which" | "including" | "incl" | "however" => Opening::Next,
        "against" | "compared" | "comparing" | "than" | "versus" | "vs" | "above" | "below" | "exceeding"
        | "relative" | "following" | "unlike" => Opening::Comparison,
        "although" | "though" | "because" | "so" | "due" | "despite" | "reflecting" | "where" => {
            Opening::Aside
        }
        _ => return None,
    })
}

/// Words that open a piece only where a statement follows soon.
fn opening_of_statement(word: &str) -> Option<Opening> {
    Some(match word {
        "and" | "or" | "with" | "by" => Opening::Next,
        "from" => Opening::From,
        _ => return None,
    })
}

/// How many tokens after "and" a statement may begin for the word to open its piece.
const SOON: usize = 8;

/// Whether nothing but a few words stands between the bracket that was opened last and a mark.
fn opens_bracket(
    cuts: &[(usize, Opening)],
    at: usize,
    tokens: &[Token],
    is_time: &dyn Fn(usize) -> bool,
) -> bool {
    const MOST_WORDS: usize = 4;
    cuts.last().is_some_and(|(start, opening)| {
        let is_word = |index: usize| matches!(tokens[index].kind, Kind::Word(_)) || is_time(index);
        *opening == Opening::Bracket && at - start <= MOST_WORDS && (*start..at).all(is_word)
    })
}

/// Cuts a sentence into its pieces. `is_time` says which tokens are dates and periods.
pub(crate) fn pieces(
    tokens: &[Token],
    statements: &[Statement],
    is_time: &dyn Fn(usize) -> bool,
) -> Vec<Piece> {
    let holder = |at: usize| statements.iter().position(|statement| statement.holds(at));
    let starts_soon = |at: usize| {
        // Behind a comma "and" joins what may be longer.
        let soon = if at > 0 && tokens[at - 1].is_mark(',') { 2 * SOON } else { SOON };
        (at + 1..(at + 1 + soon).min(tokens.len()))
            .take_while(|index| !matches!(tokens[*index].kind, Kind::Mark(',' | ';' | ':')))
            .any(|index| statements.iter().any(|statement| statement.tokens.start == index))
    };
    let mut cuts: Vec<(usize, Opening)> = vec![(0, Opening::New)];
    let mut was_from = false;
    let mut open_brackets: Vec<bool> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if holder(at).is_some() || is_time(at) {
            continue;
        }
        match &token.kind {
            // "(North East: 113; England: 71)".
            Kind::Mark(';') if open_brackets.last() == Some(&true) => cuts.push((at + 1, Opening::Bracket)),
            Kind::Mark(';') => cuts.push((at + 1, Opening::New)),
            // "Recovered by 5 points, to 86%".
            Kind::Mark(',')
                if tokens.get(at + 1).is_some_and(|next| next.word() == "to")
                    && statements.iter().any(|statement| statement.tokens.start == at + 2) =>
            {
                cuts.push((at + 1, Opening::To));
            }
            Kind::Mark(',') if !joins_list(tokens, at) => cuts.push((at + 1, Opening::Comma)),
            // "(England: 75%)" and "(2022: 262)" are one piece.
            Kind::Mark(':') if opens_bracket(&cuts, at, tokens, is_time) => {}
            Kind::Mark(':' | '=') => cuts.push((at + 1, Opening::Comma)),
            Kind::Mark('(' | '[') => {
                let close = tokens[at..].iter().position(|token| token.is_mark(')') || token.is_mark(']'));
                let inside = at..at + close.unwrap_or(0);
                let is_own = statements.iter().any(|statement| inside.contains(&statement.tokens.start));
                if is_own {
                    cuts.push((at + 1, Opening::Bracket));
                }
                open_brackets.push(is_own);
            }
            Kind::Mark(')' | ']') => {
                if open_brackets.pop() == Some(true) {
                    cuts.push((at + 1, Opening::Comma));
                }
            }
            Kind::Mark(_) if token.is_dash() && is_apart(tokens, at) => cuts.push((at + 1, Opening::Dash)),
            Kind::Mark(_) | Kind::Number(_) => {}
            Kind::Word(word) => {
                let before = at.checked_sub(1).map_or("", |index| tokens[index].word());
                let follows_comparison = matches!(before, "compared" | "comparing" | "line" | "contrast");
                let is_bound = match word.as_str() {
                    // "Grade 4 or above", "no more than 38%".
                    "above" | "below" => {
                        matches!(before, "or" | "and" | "target") || (at > 0 && tokens[at - 1].is_mark(':'))
                    }
                    // "51% did so in reading".
                    "so" => matches!(before, "did" | "do" | "done"),
                    // "More than 20 miles".
                    "than" => {
                        tokens.get(at + 1).is_some_and(|next| {
                            next.number().is_some() && !is_time(at + 1)
                                || matches!(next.word(), "once" | "twice")
                        }) || statements.iter().any(|statement| statement.tokens.start == at + 1)
                    }
                    _ => false,
                };
                if was_from && word == "to" && starts_soon(at) {
                    cuts.push((at, Opening::To));
                    was_from = false;
                } else if let Some(opening) = opening(word).filter(|_| !is_bound) {
                    cuts.push((at, opening));
                } else if let Some(opening) = opening_of_statement(word)
                    .filter(|_| starts_soon(at) && !follows_comparison && before != "yorkshire")
                    .filter(|_| !joins_list(tokens, at))
                {
                    let is_from = opening == Opening::From;
                    // "More than 20 miles from home was 19%".
                    if is_from && states_before_number(tokens, at, &holder) {
                        continue;
                    }
                    // "More than 20 miles from home (19%)".
                    if is_from && tokens.get(at + 1).is_some_and(|next| next.word() == "home") {
                        continue;
                    }
                    if word == "with" && joins_name(tokens, at, cuts.last(), &holder) {
                        continue;
                    }
                    // "by 14" belongs to the change before it.
                    if word == "by" && !follows_list(tokens, at) {
                        continue;
                    }
                    // "Care leavers aged 17 and 18 and 93% of the others", "three or more placements (9%)".
                    if matches!(word.as_str(), "and" | "or")
                        && (joins_numbers(tokens, at, &holder) || bounds_a_number(tokens, at))
                    {
                        continue;
                    }
                    was_from |= is_from;
                    cuts.push((at, opening));
                }
            }
        }
    }
    // Of two cuts at one place the word says more than the mark.
    cuts.reverse();
    cuts.dedup_by_key(|(at, _)| *at);
    cuts.reverse();
    let ends = cuts.iter().skip(1).map(|(at, _)| *at).chain([tokens.len()]);
    let mut pieces = Vec::new();
    for ((start, opening), end) in cuts.iter().zip(ends) {
        split(*start..end, *opening, tokens, statements, &mut pieces);
    }
    pieces
}

/// The words between a token and the next number that is stated.
fn words_to_number<'a>(
    tokens: &'a [Token],
    at: usize,
    holder: &'a impl Fn(usize) -> Option<usize>,
) -> impl Iterator<Item = &'a str> {
    (at + 1..tokens.len()).take_while(|index| holder(*index).is_none()).map(|index| tokens[index].word())
}

/// Whether what is stated of the number behind it has its verb between: then it is no number that something came from.
fn states_before_number(tokens: &[Token], at: usize, holder: &impl Fn(usize) -> Option<usize>) -> bool {
    words_to_number(tokens, at, holder).any(|word| {
        matches!(word, "was" | "were" | "is" | "are" | "stood" | "stands" | "remains" | "remained")
    })
}

/// Whether "with" is part of what is named: "placed with foster carers and 12% lived in ...", "in foster care: 38% with our own
/// carers", "children with three or more placements fell from 12%".
fn joins_name(
    tokens: &[Token],
    at: usize,
    cut: Option<&(usize, Opening)>,
    holder: &impl Fn(usize) -> Option<usize>,
) -> bool {
    let comes_from = || {
        let bounds = tokens.get(at + 2).is_some_and(|next| next.word() == "or");
        bounds && words_to_number(tokens, at, holder).any(|word| word == "from")
    };
    is_parted_from_number(tokens, at, holder) || is_all_of_piece(cut, at, holder) || comes_from()
}

/// Whether "and" or "or" stands before the number behind it, which begins what is said next.
fn is_parted_from_number(tokens: &[Token], at: usize, holder: &impl Fn(usize) -> Option<usize>) -> bool {
    let mut words = words_to_number(tokens, at, holder).collect::<Vec<_>>();
    words.retain(|word| !word.is_empty());
    words.last().is_some_and(|last| matches!(*last, "and" | "or"))
}

/// Whether a word stands between two numbers that are part of names.
fn joins_numbers(tokens: &[Token], at: usize, holder: &impl Fn(usize) -> Option<usize>) -> bool {
    let is_part_of_name = |index: usize| {
        tokens.get(index).is_some_and(|token| token.number().is_some() && holder(index).is_none())
    };
    at > 0 && is_part_of_name(at - 1) && is_part_of_name(at + 1)
}

/// Whether "or" or "and" makes a bound of the number before it: "three or more", "aged four and over".
fn bounds_a_number(tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|next| {
        matches!(
            next.word(),
            "more" | "over" | "above" | "older" | "under" | "below" | "fewer" | "less" | "longer"
        )
    })
}

/// Whether a piece has been a statement and nothing else up to a token.
fn is_all_of_piece(
    cut: Option<&(usize, Opening)>,
    at: usize,
    holder: &impl Fn(usize) -> Option<usize>,
) -> bool {
    cut.is_some_and(|(start, opening)| {
        let own = start + usize::from(*opening == Opening::Next)..at;
        !own.is_empty() && own.into_iter().all(|token| holder(token).is_some())
    })
}

/// Whether a piece may begin with "by" before a date: "..., by November it was 62%".
fn follows_list(tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|next| month_number(next.word()).is_some())
}

/// Whether a comma, "and" or "or" stands within one name: "education, employment or training", "reading, writing and maths".
fn joins_list(tokens: &[Token], at: usize) -> bool {
    const LISTED: &[&str] = &[
        "education",
        "employment",
        "training",
        "reading",
        "writing",
        "maths",
        "mathematics",
        "grammar",
        "punctuation",
        "spelling",
        "eligible",
        "relevant",
        "emotional",
        "social",
        "suitable",
        "health",
        "care",
        "english",
    ];
    let is_listed = |index: Option<usize>| {
        index.and_then(|index| tokens.get(index)).is_some_and(|token| LISTED.contains(&token.word()))
    };
    is_listed(at.checked_sub(1)) && is_listed(Some(at + 1))
}

/// Whether a dash stands between blanks, so that it parts and does not join.
fn is_apart(tokens: &[Token], at: usize) -> bool {
    let before = at == 0 || tokens[at - 1].range.end < tokens[at].range.start;
    let after = tokens.get(at + 1).is_none_or(|next| tokens[at].range.end < next.range.start);
    before || after
}

/// Parts a piece with several statements, each with what stands behind it up to the next.
fn split(
    range: Range<usize>,
    opening: Opening,
    tokens: &[Token],
    statements: &[Statement],
    pieces: &mut Vec<Piece>,
) {
    let own: Vec<usize> =
        (0..statements.len()).filter(|index| range.contains(&statements[*index].tokens.start)).collect();
    let Some((first, rest)) = own.split_first() else {
        pieces.push(Piece { tokens: range, statement: None, opening });
        return;
    };
    let mut start = range.start;
    let mut statement = *first;
    let mut opening = opening;
    for next in rest {
        let end = statements[statement].end();
        let until = statements[*next].tokens.start;
        // Before the last small word between them: "a 3.7% increase | on the 541".
        let cut = (end..until)
            .rev()
            .find(|at| {
                matches!(
                    tokens[*at].word(),
                    "on" | "at" | "against" | "meeting" | "over" | "to" | "of" | "for" | "in"
                )
            })
            .unwrap_or(end);
        pieces.push(Piece { tokens: start..cut, statement: Some(statement), opening });
        opening = match tokens.get(cut).map_or("", Token::word) {
            "on" | "against" | "over" => Opening::Comparison,
            "to" => Opening::To,
            _ => Opening::Comma,
        };
        start = cut;
        statement = *next;
    }
    pieces.push(Piece { tokens: start..range.end, statement: Some(statement), opening });
}
