//! Words that others are looked up in.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

/// Words in lower case that others are looked up in, written in one text with spaces between.
pub(super) struct WordList {
    pub text: &'static str,
    words: OnceLock<FxHashSet<&'static str>>,
}

impl WordList {
    pub(super) const fn new(text: &'static str) -> Self {
        Self { text, words: OnceLock::new() }
    }

    /// Whether a word is one of them.
    pub(super) fn has(&self, word: &str) -> bool {
        self.words.get_or_init(|| self.text.split_ascii_whitespace().collect()).contains(word)
    }
}
