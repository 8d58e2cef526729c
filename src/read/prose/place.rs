//! The councils that a sentence names.

use std::ops::Range;

use crate::area::{self, Area, Level};

use super::token::Token;

/// The most words of a council's name.
const LONGEST: usize = 6;

/// Finds the councils named in a text: their tokens and which they are. Names begin with a capital letter.
pub(crate) fn places(text: &str, tokens: &[Token]) -> Vec<(Range<usize>, &'static Area)> {
    let mut places = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let written = &text[tokens[at].range.clone()];
        let found = written
            .starts_with(char::is_uppercase)
            .then(|| {
                (1..=LONGEST.min(tokens.len() - at)).rev().find_map(|length| named(text, tokens, at, length))
            })
            .flatten();
        match found {
            Some((length, area)) => {
                places.push((at..at + length, area));
                at += length;
            }
            None => at += 1,
        }
    }
    places
}

fn named(text: &str, tokens: &[Token], at: usize, length: usize) -> Option<(usize, &'static Area)> {
    let last = &tokens[at + length - 1];
    if last.word().is_empty() {
        return None;
    }
    let name = &text[tokens[at].range.start..last.range.end];
    let name = name.strip_suffix("'s").or_else(|| name.strip_suffix("\u{2019}s")).unwrap_or(name);
    // "Reading" and "Bury" are words too.
    if length == 1
        && matches!(last.word(), "reading" | "bury" | "bath" | "sandwell" | "barking" | "redbridge")
    {
        return None;
    }
    area::by_name(name).filter(|area| area.level == Level::Council).map(|area| (length, area))
}
