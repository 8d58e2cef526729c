//! What stands before the subject of a name: codes and references, the verb of an aim, a theme.

/// A name without codes and references before it or in brackets, and without a target in brackets.
pub(super) fn without_codes(name: &str, is_known: &dyn Fn(&str) -> bool) -> String {
    let mut rest = without_aim(name.trim());
    // "Former NI62 - Moves".
    let after = rest
        .split_once([' ', '-'])
        .filter(|(word, _)| matches!(&*word.to_lowercase(), "former" | "ex" | "old"));
    if let Some((_, after)) = after
        && leading_code(after, is_known).is_some()
    {
        rest = after;
    }
    let shorter = |rest: &str, length: usize| {
        let after = rest[length..]
            .trim_start_matches([' ', ':', '-', '\u{2013}', '\u{2014}', '.', ')', '/', '|', ',']);
        after.chars().any(char::is_alphabetic).then(|| rest.len() - after.len())
    };
    while let Some(length) = leading_code(rest, is_known).and_then(|length| shorter(rest, length)) {
        rest = &rest[length..];
    }
    rest = without_trailing_code(rest, is_known);
    let mut text = String::with_capacity(rest.len());
    let mut remaining = rest;
    while let Some((before, opened)) = remaining.split_once(['(', '[']) {
        text.push_str(before);
        text.push(' ');
        let Some((inside, after)) = opened.split_once([')', ']']) else {
            remaining = opened;
            break;
        };
        let inside = ["reason ", "code ", "codes "]
            .iter()
            .find_map(|word| inside.strip_prefix(word))
            .unwrap_or(inside);
        let is_code = inside.split(['-', '\u{2013}', '/']).all(|part| is_code(part, is_known));
        if !is_code && !is_target(inside) && !are_initials(inside, before) {
            text.push_str(inside);
            text.push(' ');
        }
        remaining = after;
    }
    text.push_str(remaining);
    text
}

/// Whether a text is nothing but the number of an answer to a question above: "A2." below "Q2. How many …".
pub(super) fn numbers_an_answer(text: &str, context: &str) -> bool {
    let number = |text: &str, letter: char| {
        let rest = text
            .trim()
            .trim_end_matches(['.', ':', ')'])
            .strip_prefix([letter, letter.to_ascii_lowercase()])?;
        rest.parse::<u8>().ok()
    };
    number(text, 'A')
        .is_some_and(|answer| context.split_whitespace().any(|word| number(word, 'Q') == Some(answer)))
}

/// Whether a text is a code and nothing else: `CP1`, `KPI 40a`.
fn is_code(text: &str, is_known: &dyn Fn(&str) -> bool) -> bool {
    let text = text.trim();
    let numbered = text.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let has_letter_behind =
        numbered.len() + 1 == text.len() && numbered.ends_with(|c: char| c.is_ascii_digit());
    let length = |text: &str| leading_code(text, is_known);
    length(text) == Some(text.len()) || (has_letter_behind && length(numbered) == Some(numbered.len()))
}

/// Whether what stands in brackets are the initials of the words before it: "Personal Adviser (PA)", "placement orders (POs)".
fn are_initials(inside: &str, before: &str) -> bool {
    let initials = inside.trim().trim_end_matches('s');
    let is_short =
        (2..=5).contains(&initials.len()) && initials.bytes().all(|byte| byte.is_ascii_uppercase());
    let mut words = before.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).rev();
    is_short
        && initials
            .bytes()
            .rev()
            .all(|initial| words.next().is_some_and(|word| word.as_bytes()[0].eq_ignore_ascii_case(&initial)))
}

/// A name without the reference behind it: "Same placement for two years - SS07". A quarter, a year group or a key stage has one
/// letter or one digit.
fn without_trailing_code<'name>(name: &'name str, is_known: &dyn Fn(&str) -> bool) -> &'name str {
    let behind = [" - ", " \u{2013} "]
        .iter()
        .filter_map(|dash| name.rsplit_once(dash))
        .min_by_key(|(_, code)| code.len());
    let Some((before, code)) = behind else { return name };
    let letters = code.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = code.len() - letters;
    let is_reference =
        letters >= 2 && digits >= 2 && code[letters..].bytes().all(|byte| byte.is_ascii_digit());
    if is_reference && is_code(code, is_known) { before } else { name }
}

/// A name without the verb of an aim before its measure: "Increase the percentage of", "Reduce the number of".
fn without_aim(name: &str) -> &str {
    const AIMS: [&str; 10] = [
        "increase", "reduce", "improve", "maintain", "decrease", "maximise", "minimise", "raise", "lower",
        "sustain",
    ];
    let Some((verb, rest)) = name.split_once(" the ") else { return name };
    let measure = rest.split(' ').next().unwrap_or("");
    let is_aim = AIMS.contains(&&*verb.to_lowercase())
        && matches!(measure, "percentage" | "proportion" | "number" | "rate" | "%" | "average");
    if is_aim { rest } else { name }
}

/// A name without the theme that it begins with: "Health - dental checks", "Education: attendance".
pub(super) fn without_theme(name: &str) -> Option<&str> {
    const THEMES: [&str; 25] = [
        "health",
        "physical health",
        "education",
        "workforce",
        "stability",
        "placement stability",
        "placements",
        "permanence",
        "permanency",
        "adoption",
        "safety",
        "safeguarding",
        "wellbeing",
        "emotional wellbeing",
        "mental health",
        "achievement",
        "attainment",
        "achievements",
        "outcomes",
        "participation",
        "voice",
        "demand",
        "engagement",
        "quality",
        "staffing",
    ];
    let (end, length) = [" - ", ": ", " \u{2013} ", " | "]
        .iter()
        .filter_map(|separator| Some((name.find(separator)?, separator.len())))
        .min()?;
    let theme = name[..end].to_lowercase().replace('&', "and");
    let mut parts = theme.split(" and ").map(str::trim);
    parts.all(|part| THEMES.contains(&part)).then(|| &name[end + length..])
}

/// The length of a code a text begins with: `CP1`, `NI 062`, `PAF C23`, `2.`, `Placement 1 -`.
fn leading_code(text: &str, is_known: &dyn Fn(&str) -> bool) -> Option<usize> {
    const SERIES: [&str; 17] = [
        "ni",
        "kpi",
        "pi",
        "bv",
        "bvpi",
        "lpi",
        "paf",
        "cf",
        "indicator",
        "measure",
        "item",
        "ref",
        "spi",
        "pm",
        "lac",
        "op",
        "csc",
    ];
    let word_end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    let word = text[..word_end].to_lowercase();
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = word.len() - letters.len();
    if !letters.is_empty()
        && letters.len() <= 4
        && digits > 0
        && letters.bytes().all(|byte| byte.is_ascii_lowercase())
    {
        // "A2 - Average time": the number of an adoption measure stands before its name.
        let stands_before_name = letters == "a"
            && text[word_end..]
                .trim_start()
                .starts_with(|c: char| c.is_uppercase() || matches!(c, '-' | ':' | '\u{2013}'));
        return (!is_known(&word) || stands_before_name).then_some(word_end);
    }
    let number_length = |text: &str| {
        let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
        text[..end].trim_end_matches('.').len()
    };
    if letters.is_empty() && digits > 0 {
        // "2. Average time", "2.5.2 Care leavers", "4) Visits": numbering; "3 or more" is none.
        let length = number_length(text);
        let after = text[length..].chars().next();
        let dots = text[..length].matches('.').count();
        let is_numbering = matches!(after, Some('.' | ')' | ':')) || dots >= 2;
        return is_numbering.then_some(length);
    }
    if SERIES.contains(&word.as_str()) {
        let gap = text[word_end..].len() - text[word_end..].trim_start_matches([' ', '.', '-']).len();
        let after = &text[word_end + gap..];
        let length = number_length(after);
        // "LAC 2.5 yrs+" says how long.
        let unit = after[length..].trim_start().to_lowercase();
        let is_time =
            ["yr", "year", "month", "mth", "week", "day"].iter().any(|start| unit.starts_with(start));
        if length > 0 && gap > 0 && !is_time {
            return Some(word_end + gap + length);
        }
        if word == "paf" {
            let end = after.find([' ', ')', ']', ':']).unwrap_or(after.len());
            let is_number = end <= 7 && after[..end].ends_with(|c: char| c.is_ascii_digit());
            return (gap > 0 && is_number).then_some(word_end + gap + end);
        }
        return code_of_letters_and_digits(text, is_known);
    }
    // "CYP 22 Statutory visits", "CPM 04 - Visits": letters of no other meaning, and what follows begins a name of its own.
    let after = text[word_end..].strip_prefix(' ').unwrap_or("");
    let length = number_length(after);
    let is_letters =
        (2..=4).contains(&word_end) && text[..word_end].bytes().all(|byte| byte.is_ascii_uppercase());
    let begins_name =
        after[length..].trim_start_matches([' ', '-', '\u{2013}', ':']).starts_with(char::is_uppercase);
    if is_letters && length > 0 && begins_name && (!is_known(&word) || word == "cyp") {
        return Some(word_end + 1 + length);
    }
    code_of_letters_and_digits(text, is_known).or_else(|| numbered_heading(text))
}

/// The end of a heading with its number: "Leaving Care 3 - …".
fn numbered_heading(text: &str) -> Option<usize> {
    let end = [" - ", " \u{2013} ", ": "].iter().filter_map(|separator| text.find(separator)).min()?;
    let heading = text[..end].trim_end().to_lowercase();
    let words = heading.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_numbered = words.len() < heading.len() && heading.len() - words.len() <= 2 && words.ends_with(' ');
    let has_own_number = [
        "quarter",
        "at",
        "of",
        "in",
        "by",
        "stage",
        "attainment",
        "progress",
        "year",
        "aged",
        "age",
        "to",
        "and",
        "under",
        "over",
        "leavers",
        "people",
        "team",
        "teams",
        "area",
        "district",
        "locality",
        "hub",
        "pod",
        "unit",
    ]
    .iter()
    .any(|word| words.trim_end().ends_with(word));
    // "Children in care with a missing incident 12 - …" tells what is measured, "Change in Placement 1 - …" what of it; a heading
    // is short and says neither.
    let is_short = words.split_whitespace().count() <= 3
        && !words
            .split_whitespace()
            .any(|word| matches!(word, "in" | "of" | "to" | "not" | "no" | "for" | "without"));
    (is_numbered
        && is_short
        && !has_own_number
        && words.trim().chars().all(|c| c.is_alphabetic() || c == ' '))
    .then_some(end)
}

/// The end of any other code that begins a name: `PI-LAC7`, `CIC-03`, `CYP-KPI-9`, `KPI12b`, `CF/D78`, `8a.`.
fn code_of_letters_and_digits(text: &str, is_known: &dyn Fn(&str) -> bool) -> Option<usize> {
    const LONGEST: usize = 12;
    let end = text
        .find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '/' | '_'))
        .unwrap_or(text.len());
    let code = text[..end].trim_end_matches(['-', '/', '_']);
    let after = &text[code.len()..];
    let capitals = code.strip_suffix(|c: char| c.is_ascii_lowercase()).unwrap_or(code);
    let has_digit = capitals.ends_with(|c: char| c.is_ascii_digit());
    let has_both = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_alphabetic()) && part.ends_with(|c: char| c.is_ascii_digit())
    };
    let is_code = has_digit
        && code.len() <= LONGEST
        && !capitals.bytes().any(|byte| byte.is_ascii_lowercase())
        && !code.split(['-', '/', '_']).any(|part| has_both(part) && is_known(&part.to_lowercase()))
        && !code.split(['-', '/', '_']).any(|part| {
            matches!(part.as_bytes(), [b'K', b'S', ..] | [b'Q' | b'Y' | b'A' | b'P', b'0'..=b'9'])
        });
    // "8a." is numbering, "8 a day" is not.
    let has_letter = capitals.bytes().any(|byte| byte.is_ascii_uppercase());
    let is_numbering = capitals.len() < code.len() && after.starts_with(['.', ')', ':']);
    (is_code && (has_letter || is_numbering) && !after.trim_start().is_empty()).then_some(code.len())
}

/// Whether what stands in brackets is a target.
pub(super) fn is_target(inside: &str) -> bool {
    let inside = inside.to_lowercase();
    inside.contains("target") || inside.contains("threshold")
}

/// A name without the mark of a footnote at its end: "Children in care1", "Reviews on time (2)", "Dental checks*". Returns `None`
/// where it ends with none.
pub(super) fn without_footnote(name: &str) -> Option<&str> {
    /// Words before a number that is no mark.
    const NUMBERED: [&str; 16] = [
        "age", "aged", "band", "grade", "level", "month", "over", "part", "phase", "quarter", "stage",
        "team", "term", "under", "week", "year",
    ];
    let name = name.trim_end();
    let marked = name.trim_end_matches(['*', '\u{2020}', '\u{2021}', '\u{B9}', '\u{B2}', '\u{B3}']);
    if marked.len() < name.len() {
        return Some(marked);
    }
    if let Some((before, inside)) =
        name.strip_suffix([')', ']']).and_then(|rest| rest.rsplit_once(['(', '[']))
        && matches!(inside.as_bytes(), [b'1'..=b'9'])
    {
        return Some(before.trim_end());
    }
    let before = name.strip_suffix(|c: char| c.is_ascii_digit())?.trim_end_matches('*');
    let word = before.rsplit(|c: char| !c.is_ascii_lowercase()).next().unwrap_or_default();
    let is_word = word.len() > 2 && !NUMBERED.contains(&word.trim_end_matches('s'));
    (is_word || before.ends_with(')')).then_some(before)
}
