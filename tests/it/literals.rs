//! Sentences stand in `src/words/`. A text of three or more words in another file is counted, and there are exactly as many
//! of them as `tests/data/literals.csv` says, with the reason why they stand there.

use std::collections::BTreeMap;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::common::{source_files, table};

/// The texts of three or more words in a source, also those given to macros; neither documentation and other
/// attributes nor what is compiled for tests only.
fn sentences(tokens: TokenStream) -> Vec<String> {
    let mut found = Vec::new();
    let (mut is_in_attribute, mut is_for_tests) = (false, false);
    for token in tokens {
        match token {
            TokenTree::Punct(punct) => {
                is_in_attribute = punct.as_char() == '#' || (is_in_attribute && punct.as_char() == '!');
                continue;
            }
            TokenTree::Group(group) if is_in_attribute && group.delimiter() == Delimiter::Bracket => {
                is_for_tests |= group.stream().to_string().replace(' ', "") == "cfg(test)";
            }
            TokenTree::Group(group) if is_for_tests && group.delimiter() == Delimiter::Brace => {
                is_for_tests = false;
            }
            TokenTree::Group(group) => found.extend(sentences(group.stream())),
            TokenTree::Literal(literal) => {
                found.extend(Some(literal.to_string()).filter(|literal| is_sentence(literal)));
            }
            TokenTree::Ident(_) => {}
        }
        is_in_attribute = false;
    }
    found
}

/// Whether three or more of the pieces between spaces are words; what a format fills in is none.
fn is_sentence(literal: &str) -> bool {
    let is_text = literal.starts_with(['"', 'r']);
    let literal = literal.replace("\\n", " ").replace("\\t", " ");
    let is_word = |piece: &&str| {
        let word = piece.trim_matches(|each: char| !each.is_alphanumeric() && !matches!(each, '{' | '}'));
        !word.is_empty() && word.chars().all(|each| each.is_alphabetic() || matches!(each, '-' | '\'' | '’'))
    };
    is_text && literal.split_whitespace().filter(is_word).count() >= 3
}

#[test]
fn sentences_stand_in_their_room() {
    let mut allowed: BTreeMap<String, usize> = table("literals.csv")
        .iter()
        .map(|row| {
            assert!(!row.get("reason").is_empty(), "{row} gives no reason");
            (row.get("file").to_owned(), row.parse("texts"))
        })
        .collect();
    let mut differing = Vec::new();
    for (name, text) in source_files() {
        if name.starts_with("words/") {
            continue;
        }
        let name = format!("src/{name}");
        let tokens = text.parse().unwrap_or_else(|error| panic!("{name}: {error}"));
        let found = sentences(tokens);
        let known = allowed.remove(&name).unwrap_or_default();
        if found.len() != known {
            differing.push(format!("{name} has {}, not {known}:\n    {}", found.len(), found.join("\n    ")));
        }
    }
    assert!(differing.is_empty(), "put sentences into src/words/:\n{}", differing.join("\n"));
    assert!(allowed.is_empty(), "tests/data/literals.csv lists files that are not there: {allowed:?}");
}

#[test]
fn what_a_sentence_is() {
    for (source, expected) in [
        ("let a = \"no figure here\";", 1),
        ("/// Some words of documentation.\nfn a() {}", 0),
        ("#![doc = \"words of an attribute\"]", 0),
        ("html! { <p class={\"a\"}>{ format!(\"{n} figures were read\") }</p> }", 1),
        ("let a = [\"two words\", \"{a} {b} {c}\", \"a,b,c\", \"M1 2L3 4\"];", 0),
        ("let a = b\"bytes of a file\";", 0),
        ("#[cfg(test)]\nmod tests { const A: &str = \"words of a test\"; }", 0),
        ("let a = \"one\\ntwo\\nthree\";", 1),
    ] {
        let found = sentences(source.parse().expect("it is Rust"));
        assert_eq!(found.len(), expected, "{source}: {found:?}");
    }
}
