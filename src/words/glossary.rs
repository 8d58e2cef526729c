//! The glossary, as `data/glossary.csv` words it.

include!(concat!(env!("OUT_DIR"), "/glossary.rs"));

/// Each word of the field with its meaning, in the order of the alphabet.
pub const fn glossary() -> &'static [(&'static str, &'static str)] {
    WORDS
}
