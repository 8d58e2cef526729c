//! Names looked up once.

use std::collections::HashMap;

use crate::indicator::{self, Match};

/// What names were found to mean.
#[derive(Default)]
pub(super) struct Names {
    known: HashMap<(String, String), Match>,
}

impl Names {
    /// What a name means under its headings.
    pub(super) fn of(&mut self, label: &str, context: &str) -> &Match {
        self.known
            .entry((label.to_owned(), context.to_owned()))
            .or_insert_with(|| indicator::match_name(label, context))
    }

    /// Whether a name is that of one indicator.
    pub(super) fn is_settled(&mut self, label: &str, context: &str) -> bool {
        matches!(self.of(label, context), Match::Exact(_) | Match::Close(_) | Match::Numerator(_))
    }
}
