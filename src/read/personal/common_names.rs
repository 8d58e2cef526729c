//! The common names of people, from `data/personal_names.csv`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

include!(concat!(env!("OUT_DIR"), "/personal_names.rs"));

/// Whether a word is in a list of names.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Listed {
    #[default]
    No,
    /// And an ordinary word, a month, a plant or a place as well.
    AsWell,
    Only,
    /// And no place of England is called so.
    NoPlace,
}

#[derive(Clone, Copy)]
enum Part {
    Given,
    Family,
}

/// How a word is used, by the lists of common names.
#[derive(Clone, Copy, Default)]
pub(super) struct Use {
    pub given: Listed,
    pub family: Listed,
}

/// The common names; see `data/README.md`.
pub(super) static COMMON: LazyLock<FxHashMap<String, Use>> = LazyLock::new(|| {
    let mut uses: FxHashMap<String, Use> = FxHashMap::default();
    for (part, listed, names) in LISTS {
        for_each_name(names, |name| {
            let known = uses.entry(name.to_owned()).or_default();
            let list = match part {
                Part::Given => &mut known.given,
                Part::Family => &mut known.family,
            };
            *list = (*listed).max(*list);
        });
    }
    uses
});

/// Each name is a digit, how many letters it shares with the name before it, and the rest of its letters.
fn for_each_name(names: &str, mut hear: impl FnMut(&str)) {
    let mut name = String::new();
    let mut rest = names;
    while let Some(shared) = rest.chars().next().and_then(|digit| digit.to_digit(10)) {
        let letters = &rest[1..];
        let end = letters.find(|letter: char| letter.is_ascii_digit()).unwrap_or(letters.len());
        name.truncate(shared as usize);
        name.push_str(&letters[..end]);
        hear(&name);
        rest = &letters[end..];
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::COMMON;

    /// What is packed holds the names of the table, all of them and no others.
    #[test]
    fn names_come_out_as_they_are_in_the_table() {
        let table = include_str!("../../../data/personal_names.csv");
        let written: BTreeSet<&str> = table
            .lines()
            .skip(1)
            .flat_map(|line| line.rsplit(',').next().unwrap_or_default().split(' '))
            .collect();
        let known: BTreeSet<&str> = COMMON.keys().map(String::as_str).collect();
        assert!(written.len() > 5_000);
        assert_eq!(known, written);
    }
}
