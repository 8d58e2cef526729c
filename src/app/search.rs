//! Finding one of many by what a person types of its name.

use crate::sorting::Sorting;

/// How well the words of a search agree with a name: the better, the less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Agreement {
    /// The name begins with what is typed.
    Begins,
    /// Words of the name begin with each word typed.
    Words,
    /// Words of what else it is called begin with some of them.
    Also,
    /// Each is somewhere in the midst of words.
    Midst,
}

/// Returns the positions of those whose name, or what else they are called, has every word typed, best first and of equals
/// in their order. Nothing typed finds all. Each is a name as shown, and what else it is called.
pub fn search<'a>(all: impl IntoIterator<Item = (&'a str, &'a str)>, typed: &str) -> Vec<usize> {
    let typed = typed.trim().to_lowercase();
    let sought: Vec<&str> = words(&typed).collect();
    let agreement = |(name, also): (&str, &str)| agreement(&name.to_lowercase(), also, &typed, &sought);
    let mut found: Vec<(Agreement, usize)> = all
        .into_iter()
        .enumerate()
        .filter_map(|(position, each)| Some((agreement(each)?, position)))
        .collect();
    found.arrange();
    found.into_iter().map(|(_, position)| position).collect()
}

fn agreement(name: &str, also: &str, typed: &str, sought: &[&str]) -> Option<Agreement> {
    let begins = |text: &str, word: &str| words(text).any(|each| each.starts_with(word));
    if name.starts_with(typed) {
        return Some(Agreement::Begins);
    }
    if sought.iter().all(|word| begins(name, word)) {
        return Some(Agreement::Words);
    }
    let also = also.to_lowercase();
    if sought.iter().all(|word| begins(name, word) || begins(&also, word)) {
        return Some(Agreement::Also);
    }
    sought.iter().all(|word| name.contains(word) || also.contains(word)).then_some(Agreement::Midst)
}

/// The words of a text: its letters and digits.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|each: char| !each.is_alphanumeric()).filter(|word| !word.is_empty())
}
