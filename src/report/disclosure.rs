//! What is said about figures that are hidden.

use crate::disclose::{Disclosed, Disclosure, Reason};

/// What marks output in which nothing is hidden.
pub const INTERNAL_MARK: &str = "For internal use only: small counts are not hidden.";

/// How many figures are hidden in an output, and why, in one or two sentences; empty where nothing is.
pub fn disclosure_note(disclosed: &Disclosed, disclosure: Disclosure) -> String {
    if disclosure.is_internal() {
        return INTERNAL_MARK.to_owned();
    }
    let (small, others) = (disclosed.count(Reason::Small), disclosed.count(Reason::GivesAway));
    let limit = disclosure.threshold();
    let counts = if limit == 1 { "a count of 1".to_owned() } else { format!("a count of 1 to {limit}") };
    let figures = |count: usize| {
        if count == 1 { "Of your figures 1 is".to_owned() } else { format!("Of your figures {count} are") }
    };
    let already = match disclosed.already {
        0 => String::new(),
        1 => "1 figure stood as c before.".to_owned(),
        many => format!("{many} figures stood as c before."),
    };
    let now = match (small, others) {
        (0, 0) => String::new(),
        (1, 0) => format!(
            "Of your figures 1 is hidden and shown as c, to protect children: it is, or leaves of its total, {counts}."
        ),
        (small, 0) => format!(
            "{} hidden and shown as c, to protect children: each is, or leaves of its total, {counts}.",
            figures(small)
        ),
        (0, others) => format!(
            "{} hidden and shown as c, to protect children: with {} a small count might be worked out.",
            figures(others),
            if others == 1 { "it" } else { "them" }
        ),
        (small, others) => format!(
            "{} hidden and shown as c, to protect children: {small} because {} is, or leaves of its total, {counts}, and \
             {others} because with {} a hidden one might be worked out.",
            figures(small + others),
            if small == 1 { "it" } else { "each" },
            if others == 1 { "it" } else { "them" }
        ),
    };
    [now, already].into_iter().filter(|sentence| !sentence.is_empty()).collect::<Vec<_>>().join(" ")
}
