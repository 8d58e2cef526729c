use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use super::{INDICATORS, Indicator, Kind};

/// What a name was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// The identifier, title or an alias, up to case and punctuation.
    Exact(&'static Indicator),
    /// So near one name, and only one, that it can be a misspelling only.
    Close(&'static Indicator),
    /// A name that several indicators bear, or that several fit equally well: the person must say.
    Ambiguous(Vec<&'static Indicator>),
    /// Nothing fits; [`candidates`] gives the nearest.
    Unknown,
}

/// The name with each unknown word replaced by the one known word that is a letter or two away ("thre" by "three").
/// The first letter must agree, which keeps "accompanied" from becoming its opposite.
fn with_known_words(name: &str) -> String {
    let lower = name.to_lowercase();
    let corrected = lower.split_inclusive(|c: char| !c.is_alphabetic()).map(|part| {
        let word = part.trim_end_matches(|c: char| !c.is_alphabetic());
        let allowed = match word.len() {
            0..=3 => return part.to_owned(),
            4..=7 => 1,
            _ => 2,
        };
        if names().words.binary_search_by(|known| known.as_str().cmp(word)).is_ok() {
            return part.to_owned();
        }
        let near = |known: &&String| {
            known.len().abs_diff(word.len()) <= allowed && known.as_bytes()[0] == word.as_bytes()[0]
        };
        let distances =
            names().words.iter().filter(near).map(|known| (strsim::osa_distance(known, word), known));
        let mut nearest: Vec<(usize, &String)> =
            distances.filter(|(distance, _)| *distance <= allowed).collect();
        nearest.sort_unstable();
        match nearest.as_slice() {
            [(_, only)] => part.replacen(word, only, 1),
            [(first, known), (second, _), ..] if first < second => part.replacen(word, known, 1),
            _ => part.to_owned(),
        }
    });
    corrected.collect()
}

/// Every name of every indicator in [`normalised`] form, with the positions of its bearers.
struct Names {
    bearers: HashMap<String, Vec<usize>>,
    /// The same by their words in alphabetical order.
    by_words: HashMap<String, Vec<usize>>,
    sorted: Vec<Name>,
    /// Names that mean something only below certain words: name, words, position.
    below: Vec<(String, Vec<String>, usize)>,
    /// The words that occur in names, sorted.
    words: Vec<String>,
}

/// One name of one indicator.
struct Name {
    text: String,
    letters: [u8; 26],
    index: usize,
}

fn names() -> &'static Names {
    static NAMES: OnceLock<Names> = OnceLock::new();
    NAMES.get_or_init(|| {
        let mut bearers: HashMap<String, Vec<usize>> = HashMap::new();
        let mut below = Vec::new();
        for indicator in INDICATORS {
            for name in [indicator.id, indicator.title].iter().chain(indicator.aliases) {
                if let Some((words, name)) = name.split_once(" > ") {
                    let words = normalised(words).split(' ').map(str::to_owned).collect();
                    below.push((normalised(name), words, indicator.index));
                    continue;
                }
                let holders = bearers.entry(normalised(name)).or_default();
                if !holders.contains(&indicator.index) {
                    holders.push(indicator.index);
                }
            }
        }
        let mut by_words: HashMap<String, Vec<usize>> = HashMap::new();
        for (name, holders) in &bearers {
            let all = by_words.entry(sorted_words(name)).or_default();
            all.extend(holders);
            all.sort_unstable();
            all.dedup();
        }
        let pairs =
            bearers.iter().flat_map(|(name, holders)| holders.iter().map(|index| (name.clone(), *index)));
        let mut sorted: Vec<Name> =
            pairs.map(|(text, index)| Name { letters: letters(&text), text, index }).collect();
        sorted.sort_unstable_by(|a, b| (&a.text, a.index).cmp(&(&b.text, b.index)));
        let of_indicator = |indicator: &Indicator| {
            indicator.title.to_lowercase() + " " + &indicator.aliases.join(" ").to_lowercase()
        };
        let text: String = INDICATORS.iter().map(of_indicator).collect::<Vec<_>>().join(" ");
        let mut words: Vec<String> = text
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| word.len() > 3)
            .map(str::to_owned)
            .collect();
        words.sort_unstable();
        words.dedup();
        Names { bearers, by_words, sorted, below, words }
    })
}

/// Finds the indicator that `name` means. `context` is what stands above it: the heading of its table, which settles
/// names shared by several indicators ("LA In-Touch" under "Care Leavers on their 17th and 18th Birthday").
pub fn match_name(name: &str, context: &str) -> Match {
    let wanted = normalised(name);
    if wanted.is_empty() {
        return Match::Unknown;
    }
    if let Some(bearers) = names().bearers.get(&wanted) {
        return one_of(bearers, &wanted, context, Match::Exact);
    }
    if let Some(indicator) = below_words(&wanted, context) {
        return Match::Exact(indicator);
    }
    let context = &format!("{context} {name}");
    if let Some(found) = by_words(&wanted, context, Match::Exact) {
        return found;
    }
    if let Some(found) = without_leading_words(&wanted, context) {
        return found;
    }
    let corrected = normalised(&with_known_words(name));
    if let Some(bearers) = names().bearers.get(&corrected) {
        return one_of(bearers, &corrected, context, Match::Close);
    }
    if let Some(found) = by_words(&corrected, context, Match::Close) {
        return found;
    }
    let near = misspelt(&wanted);
    if !near.is_empty() {
        return one_of(&near, &wanted, context, Match::Close);
    }
    Match::Unknown
}

/// Finds a name after words that only say what sort of number it is: "% of", "number of". They must fit the indicator.
fn without_leading_words(name: &str, context: &str) -> Option<Match> {
    let (kind, rest) = name.split_once(' ')?;
    let fits = |indicator: &Indicator| match kind {
        "percent" | "proportion" => indicator.kind == Kind::Share,
        "number" | "no" | "total" => indicator.kind == Kind::Count,
        _ => false,
    };
    if !matches!(kind, "percent" | "proportion" | "number" | "no" | "total") {
        return None;
    }
    let found = match names().bearers.get(rest) {
        Some(bearers) => one_of(bearers, rest, context, Match::Exact),
        None => by_words(rest, context, Match::Exact)?,
    };
    match found {
        Match::Exact(indicator) if !fits(indicator) => None,
        Match::Ambiguous(several) if !several.iter().all(|indicator| fits(indicator)) => None,
        Match::Unknown => None,
        found => Some(found),
    }
}

/// Finds a name that means something only below certain words: "East" below "Placement region".
fn below_words(name: &str, context: &str) -> Option<&'static Indicator> {
    let context = normalised(context);
    let has = |word: &String| context.split(' ').any(|other| other == word);
    let found = names().below.iter().find(|(other, words, _)| other == name && words.iter().all(has));
    found.map(|(_, _, index)| &INDICATORS[*index])
}

/// Finds a name by its words in any order; or, for a name that several indicators share, by its words without the age
/// group, which then settles which of them is meant ("EET, 19 to 21 year olds").
fn by_words(name: &str, context: &str, found: fn(&'static Indicator) -> Match) -> Option<Match> {
    if let Some(bearers) = names().by_words.get(&sorted_words(name)) {
        return Some(one_of(bearers, name, context, found));
    }
    let [(from, to)] = age_groups(name)[..] else { return None };
    let (from, to) = (from.to_string(), to.to_string());
    let is_age = |word: &&str| {
        **word == from
            || **word == to
            || matches!(*word, "aged" | "age" | "year" | "old" | "yr" | "yrs" | "and" | "birthday")
    };
    let ageless: Vec<&str> = name.split(' ').filter(|word| !is_age(word)).collect();
    let bearers =
        names().by_words.get(&sorted_words(&ageless.join(" "))).filter(|bearers| bearers.len() > 1)?;
    Some(one_of(bearers, name, context, found))
}

fn sorted_words(name: &str) -> String {
    let mut words: Vec<&str> = name.split(' ').collect();
    words.sort_unstable();
    words.join(" ")
}

fn one_of(bearers: &[usize], name: &str, context: &str, found: fn(&'static Indicator) -> Match) -> Match {
    if let [only] = bearers {
        let indicator = &INDICATORS[*only];
        // A name with another age group than its bearer's is another indicator.
        let (own, theirs) = (age_groups(name), age_groups(indicator.title));
        let differs = !own.is_empty() && !theirs.is_empty() && own != theirs;
        return if differs { Match::Unknown } else { found(indicator) };
    }
    match settled_by_context(bearers, name, context).as_slice() {
        [] if age_groups(name).is_empty() => {
            Match::Ambiguous(bearers.iter().map(|index| &INDICATORS[*index]).collect())
        }
        [] => Match::Unknown,
        [only] => found(&INDICATORS[*only]),
        several => Match::Ambiguous(several.iter().map(|index| &INDICATORS[*index]).collect()),
    }
}

/// Of indicators that share a name, those whose age group stands in the name itself or, if it has none, in the context.
/// Only a whole age group counts: "2017/18" and "18 July" are none.
fn settled_by_context(bearers: &[usize], name: &str, context: &str) -> Vec<usize> {
    let own = age_groups(name);
    let wanted = if own.is_empty() { age_groups(context) } else { own };
    let [ages] = wanted.as_slice() else { return bearers.to_vec() };
    bearers.iter().copied().filter(|index| age_groups(INDICATORS[*index].title).contains(ages)).collect()
}

/// Every age group a text names, once each: `17 to 18`, `19th - 21st`, `19-21`, `17 and 18`.
fn age_groups(text: &str) -> Vec<(u8, u8)> {
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let numbers: Vec<Option<u8>> = words
        .iter()
        .filter(|word| !matches!(**word, "to" | "and"))
        .map(|word| {
            let digits =
                ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
            digits.parse().ok().filter(|age| (10..=30).contains(age))
        })
        .collect();
    let mut groups = Vec::new();
    for pair in numbers.windows(2) {
        if let [Some(from), Some(to)] = pair
            && from < to
            && !groups.contains(&(*from, *to))
        {
            groups.push((*from, *to));
        }
    }
    groups
}

/// Indicators with a name at most a few letters away. Numbers must agree to the digit: "care leavers 17 to 18" is
/// no misspelling of "19 to 21", and "with" none of "without".
fn misspelt(wanted: &str) -> Vec<usize> {
    let length = wanted.chars().count();
    // Short names differ by a letter and mean something else (UASC, SDQ); they must be exact.
    let allowed = match length {
        0..=6 => return Vec::new(),
        7..=14 => 1,
        15..=29 => 2,
        _ => 3,
    };
    let wanted_letters = letters(wanted);
    let mut best = allowed + 1;
    let mut nearest: Vec<usize> = Vec::new();
    for Name { text: name, letters, index } in &names().sorted {
        // Cheap tests first: ten thousand unknown rows must stay quick.
        let differing: usize =
            letters.iter().zip(&wanted_letters).map(|(a, b)| usize::from(a.abs_diff(*b))).sum();
        if differing > 2 * allowed
            || name.chars().count().abs_diff(length) > allowed
            || numbers_in(name) != numbers_in(wanted)
            || negation(name) != negation(wanted)
            || differ_by_prefix(name, wanted)
            || differ_in_short_words(name, wanted)
        {
            continue;
        }
        let distance = strsim::osa_distance(name, wanted);
        if distance < best {
            best = distance;
            nearest.clear();
        }
        if distance == best && distance <= allowed && !nearest.contains(index) {
            nearest.push(*index);
        }
    }
    nearest
}

/// The indicators whose names look most like `name`, best first, at most `limit`.
pub fn candidates(name: &str, context: &str, limit: usize) -> Vec<&'static Indicator> {
    let wanted = normalised(name);
    let context = normalised(context);
    let words: HashSet<&str> = wanted.split(' ').filter(|word| !word.is_empty()).collect();
    let context_words: HashSet<&str> = context.split(' ').filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let mut best = vec![0.0_f64; INDICATORS.len()];
    for Name { text: candidate, index, .. } in &names().sorted {
        let theirs: HashSet<&str> = candidate.split(' ').collect();
        #[expect(clippy::cast_precision_loss, reason = "numbers of words")]
        let ratio = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
        let shared = words.intersection(&theirs).count();
        let overlap = ratio(2 * shared, words.len() + theirs.len());
        let near_context = ratio(context_words.intersection(&theirs).count(), theirs.len());
        let spelling = strsim::jaro_winkler(candidate, &wanted);
        best[*index] = best[*index].max(2.0 * overlap + 0.5 * near_context + spelling);
    }
    let mut order: Vec<usize> = (0..INDICATORS.len()).filter(|index| best[*index] > 1.0).collect();
    order.sort_by(|a, b| best[*b].total_cmp(&best[*a]));
    order.truncate(limit);
    order.into_iter().map(|index| &INDICATORS[index]).collect()
}

/// The words of a name in one agreed form: lower case, punctuation gone, `%` kept as the word "percent" since it
/// tells a share from a count, small words and plural forms evened out.
pub fn normalised(name: &str) -> String {
    let mut text = String::with_capacity(name.len() + 8);
    for character in name.chars().flat_map(char::to_lowercase) {
        match character {
            '%' => text.push_str(" percent "),
            '+' => text.push_str(" or more "),
            '<' => text.push_str(" under "),
            '>' => text.push_str(" over "),
            '&' => text.push_str(" and "),
            '\'' | '\u{2019}' => {}
            // "10,000" is one number.
            ',' if text.ends_with(|c: char| c.is_ascii_digit()) => text.push('\u{1}'),
            c if c.is_alphanumeric() => {
                if text.ends_with('\u{1}') {
                    text.pop();
                    if !c.is_ascii_digit() {
                        text.push(' ');
                    }
                }
                text.push(c);
            }
            _ => text.push(' '),
        }
    }
    let text = text.replace('\u{1}', " ");
    let text = text
        .replace("per cent", "percent")
        .replace("percentage", "percent")
        .replace("looked after children", "children in care")
        .replace("children looked after", "children in care")
        .replace("unaccompanied asylum seeking", "unaccompanied");
    let words = text.split_whitespace().filter(|word| !SMALL_WORDS.contains(word)).map(plain_word);
    words.collect::<Vec<&str>>().join(" ")
}

const SMALL_WORDS: [&str; 13] =
    ["a", "an", "the", "of", "in", "at", "on", "for", "to", "by", "with", "who", "their"];

/// One form for words written in several ways.
fn plain_word(word: &str) -> &str {
    match word {
        "cla" | "cic" | "lac" => "children care",
        "three" | "3rd" => "3",
        "two" => "2",
        "17th" => "17",
        "18th" => "18",
        "19th" => "19",
        "20th" => "20",
        "21st" => "21",
        "programme" => "program",
        "percent" | "children" | "pupils" => word,
        _ => word.strip_suffix('s').filter(|stem| stem.len() > 3 && !stem.ends_with('s')).unwrap_or(word),
    }
}

/// How often each letter occurs.
fn letters(text: &str) -> [u8; 26] {
    let mut counts = [0_u8; 26];
    for byte in text.bytes().filter(u8::is_ascii_lowercase) {
        let count = &mut counts[usize::from(byte - b'a')];
        *count = count.saturating_add(1);
    }
    counts
}

/// Every run of digits, also within words ("ks1"), and "percent": what a misspelling must leave as it is.
fn numbers_in(name: &str) -> Vec<&str> {
    name.split(|c: char| !c.is_ascii_digit())
        .filter(|run| !run.is_empty())
        .chain(name.split(' ').filter(|word| *word == "percent"))
        .collect()
}

/// Whether two names differ in a short word: an abbreviation means something else by a letter ("IHA" and "RHA").
fn differ_in_short_words(first: &str, second: &str) -> bool {
    let (first, second): (Vec<&str>, Vec<&str>) = (first.split(' ').collect(), second.split(' ').collect());
    first.len() == second.len() && first.iter().zip(&second).any(|(a, b)| a != b && a.len().min(b.len()) <= 3)
}

/// Whether two names differ by a prefix that makes a word its opposite: "stability" and "instability".
fn differ_by_prefix(first: &str, second: &str) -> bool {
    let opposite = |a: &str, b: &str| {
        ["in", "un", "im", "dis", "non", "n", "ir", "mis"]
            .iter()
            .any(|prefix| a.strip_prefix(prefix) == Some(b))
    };
    first.split(' ').zip(second.split(' ')).any(|(a, b)| opposite(a, b) || opposite(b, a))
}

/// Words that make a name mean the opposite or the complement.
const OPPOSITES: [&str; 15] = [
    "no", "non", "not", "without", "outside", "out", "other", "neet", "under", "over", "less", "more",
    "within", "fewer", "never",
];

/// The parts of a name that turn it into its opposite or its complement, in order.
fn negation(name: &str) -> Vec<&str> {
    name.split(' ')
        .filter_map(|word| {
            OPPOSITES
                .into_iter()
                .find(|negative| *negative == word)
                .or_else(|| word.starts_with("un").then_some("un"))
        })
        .collect()
}
