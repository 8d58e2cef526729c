//! How a verdict looks: its sign, its word and its colour, wherever it is shown.

use yew::prelude::*;

use crate::check::Verdict;

/// The class of a verdict's colours.
pub(super) const fn tone(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Impossible | Verdict::Differs | Verdict::Swapped => "mark-wrong",
        Verdict::Stale | Verdict::Close => "mark-doubtful",
        Verdict::CannotCheck => "mark-open",
        Verdict::Truncated | Verdict::Agrees => "mark-right",
    }
}

/// The sign of a verdict, for people who see it.
pub(super) fn sign(verdict: Verdict) -> Html {
    let sign = match verdict {
        Verdict::Impossible | Verdict::Differs | Verdict::Swapped => "\u{D7}",
        Verdict::Stale | Verdict::Close => "!",
        Verdict::CannotCheck => "?",
        Verdict::Truncated | Verdict::Agrees => "\u{2713}",
    };
    html! { <span class="mark-sign" aria-hidden="true">{ sign }</span> }
}

/// The id of the mark of a finding.
pub(super) fn mark_id(finding: usize) -> String {
    format!("mark-{finding}")
}

/// The id of a finding in the list.
pub(super) fn finding_id(finding: usize) -> String {
    format!("finding-{finding}")
}
