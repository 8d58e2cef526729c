//! What was hidden, and why.

use crate::disclose::{Disclosed, Disclosure, Reason};

/// The mark of output in which nothing is hidden.
pub const INTERNAL_MARK: &str = "For internal use only: small counts are not hidden.";

/// The mark of output for internal use; empty for other output.
pub const fn internal_mark(disclosure: Disclosure) -> &'static str {
    if disclosure.is_internal() { INTERNAL_MARK } else { "" }
}

/// How many figures are hidden in an output, and why; empty where none is.
pub fn disclosure_note(disclosed: &Disclosed, disclosure: Disclosure) -> String {
    if disclosure.is_internal() {
        return internal_mark(disclosure).to_owned();
    }
    let sentences = [
        hidden(disclosed.count(Reason::Small), disclosed.count(Reason::GivesAway), disclosure.threshold()),
        already(disclosed.already),
    ];
    sentences.into_iter().filter(|sentence| !sentence.is_empty()).collect::<Vec<_>>().join(" ")
}

fn hidden(small: usize, others: usize, threshold: u8) -> String {
    let range = if threshold == 1 { "1".to_owned() } else { format!("from 1 to {threshold}") };
    let why_small = |subject: &str| format!("{subject}, or the rest of its total, is {range}");
    let why_other = "a small one might be worked out from";
    match (small, others) {
        (0, 0) => String::new(),
        (1, 0) => format!("Of the figures given, one is hidden (shown as c) because {}.", why_small("it")),
        (small, 0) => {
            format!("Of the figures given, {small} are hidden (shown as c) because {}.", why_small("each"))
        }
        (0, 1) => format!("Of the figures given, one is hidden (shown as c) because {why_other} it."),
        (0, others) => {
            format!("Of the figures given, {others} are hidden (shown as c) because {why_other} them.")
        }
        (small, others) => format!(
            "Of the figures given, {} are hidden (shown as c): {small} because {}, and {others} because {why_other} {}.",
            small + others,
            why_small(if small == 1 { "it" } else { "each" }),
            if others == 1 { "it" } else { "them" }
        ),
    }
}

fn already(count: usize) -> String {
    match count {
        0 => String::new(),
        1 => "One figure was already hidden in your data.".to_owned(),
        many => format!("{many} figures were already hidden in your data."),
    }
}
