//! The words of a name in one form, without dates, periods and targets.

/// Longest name that is read, in bytes. What is longer is a text, not a name.
pub(super) const LONGEST: usize = 400;

/// The words of a name as it stands: lower case, punctuation gone, numbers in digits, plurals evened out.
pub(super) fn words(name: &str) -> Vec<String> {
    let mut text = String::with_capacity(name.len() + 16);
    let mut characters = name.chars().peekable();
    let mut last = ' ';
    while let Some(character) = characters.next() {
        let next_is_digit = characters.peek().is_some_and(char::is_ascii_digit);
        match character {
            '%' => text.push_str(" percent "),
            '+' => text.push_str(" or more "),
            // "Entering care > moving in" is an arrow.
            '>' if !comes_before_number(&characters) => text.push(' '),
            '<' | '\u{2264}' => text.push_str(" under "),
            '>' | '\u{2265}' => text.push_str(" over "),
            '&' => text.push_str(" and "),
            '#' => text.push_str(" number "),
            // "20 w/days", "placement w/ adopters".
            '/' if text.ends_with(" w") || text == "w" => {
                text.push_str(if next_is_day(&characters) { "orking " } else { "ith " });
            }
            '\u{BD}' => text.push_str(if last.is_ascii_digit() { ".5 " } else { " half " }),
            '\'' | '\u{2019}' | '\u{2018}' => {}
            // "10,000" and "2.5" are one number each.
            ',' if last.is_ascii_digit() && next_is_digit => {}
            '.' if last.is_ascii_digit() && next_is_digit => text.push('.'),
            // "No. children entering care"; without the dot "no" may be a negation.
            '.' if (text == "no" || text.ends_with(" no")) && characters.peek().is_some() => {
                text.truncate(text.len() - "no".len());
                text.push_str("number ");
            }
            c if c.is_alphanumeric() => {
                // "2years" is two words, "ks2" and "18th" one.
                if c.is_alphabetic() && last.is_ascii_digit() && follows_with_letters(&characters) {
                    text.push(' ');
                }
                if c.is_ascii() {
                    text.push(c.to_ascii_lowercase());
                } else {
                    text.extend(c.to_lowercase());
                }
            }
            _ => text.push(' '),
        }
        last = character;
    }
    let mut words: Vec<String> = Vec::new();
    for word in text.split_whitespace().flat_map(apart).map(one_form) {
        // "2 years and over", "grade 4 or above", "17 plus": each is "or more".
        if is_or_more(&word, &words) && ends_with_number(without_or(&words)) {
            words.truncate(without_or(&words).len());
            words.extend(["or", "more"].map(str::to_owned));
            continue;
        }
        // "Two and a half years".
        if word == "half" && is_and_a(&words) {
            words.truncate(words.len() - 2);
            if let Some(number) = words.last_mut() {
                number.push_str(".5");
            }
            continue;
        }
        match (words.last_mut(), word.as_str()) {
            // "Placed in-house": one word, or "placed in" would be read.
            (Some(last), "house") if last == "in" => last.push_str("house"),
            // "17 y.o.", "17 y/o".
            (Some(last), "o") if last == "y" => "year".clone_into(last),
            // "Per cent" is the sign.
            (Some(last), "cent") if last == "per" => last.push_str("cent"),
            (Some(last), "d") if last == "working" => words.push("day".to_owned()),
            _ => words.push(word),
        }
    }
    words
}

/// Whether words end with a whole number, "and" and "a".
fn is_and_a(words: &[String]) -> bool {
    matches!(words, [.., number, and, a]
        if and == "and" && a == "a" && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a word behind others says that more are meant too: "or over", "and above", "plus".
fn is_or_more(word: &str, before: &[String]) -> bool {
    let is_behind_or = || without_or(before).len() < before.len();
    match word {
        "plus" => true,
        "over" | "above" | "older" | "greater" | "longer" | "higher" | "better" | "upward" | "beyond" => {
            is_behind_or()
        }
        _ => false,
    }
}

/// Words without an "or" or "and" at their end, as in "16 and" before "over"; "plus" has none before it.
fn without_or(words: &[String]) -> &[String] {
    match words {
        [before @ .., last] if last == "or" || last == "and" => before,
        _ => words,
    }
}

/// Whether words end with a number or a number of years and the like.
fn ends_with_number(words: &[String]) -> bool {
    let is_number = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    match words {
        [.., number, unit] if matches!(unit.as_str(), "year" | "month" | "week" | "mile" | "day") => {
            is_number(number)
        }
        [.., number] => is_number(number),
        [] => false,
    }
}

/// Whether a number follows, perhaps behind a sign and spaces.
fn comes_before_number(rest: &std::iter::Peekable<std::str::Chars<'_>>) -> bool {
    rest.clone().find(|c| !matches!(c, ' ' | '=')).is_some_and(|next| next.is_ascii_digit())
}

/// Whether "d" or "day" follows.
fn next_is_day(rest: &std::iter::Peekable<std::str::Chars<'_>>) -> bool {
    rest.clone().next().is_some_and(|next| next.eq_ignore_ascii_case(&'d'))
}

/// A number and the unit written on to it, "2yrs", "72hrs", "12m", as two words; any other word as it is.
fn apart(word: &str) -> impl Iterator<Item = &str> {
    let end = word.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(0);
    let (number, unit) = word.split_at(end);
    let parts = match unit {
        "yr" | "yrs" | "yo" | "yos" | "mth" | "mths" | "wk" | "wks" | "hrs" | "wd" if end > 0 => {
            [number, unit]
        }
        "hr" | "h" if end > 0 => [number, "hrs"],
        // "20m" may be miles.
        "m" if matches!(number, "6" | "12" | "18" | "24") => [number, "month"],
        _ => ["", word],
    };
    parts.into_iter().filter(|part| !part.is_empty())
}

/// Whether three more letters follow, so that what begins here is a word rather than an ending such as "th".
fn follows_with_letters(rest: &std::iter::Peekable<std::str::Chars<'_>>) -> bool {
    let mut ahead = rest.clone();
    (0..3).all(|_| ahead.next().is_some_and(char::is_alphabetic))
}

/// Numbers written as words.
pub(super) const NUMBERS: [&str; 13] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
];

/// One form for a word written in several ways: numbers in digits, no plural.
fn one_form(word: &str) -> String {
    if let Some(number) = NUMBERS.iter().position(|number| *number == word) {
        return number.to_string();
    }
    match word {
        "children" | "childrens" | "childs" | "chn" => return "child".to_owned(),
        "people" | "peoples" | "persons" => return "person".to_owned(),
        "programme" => return "program".to_owned(),
        "yr" | "yrs" | "yo" | "yos" => return "year".to_owned(),
        "mth" | "mths" => return "month".to_owned(),
        "wk" | "wks" => return "week".to_owned(),
        "qtr" | "qtrs" => return "quarter".to_owned(),
        "hrs" => return "hour".to_owned(),
        "accom" | "accomm" => return "accommodation".to_owned(),
        "suit" => return "suitable".to_owned(),
        "advisor" | "advisors" => return "adviser".to_owned(),
        "timeframe" | "timeframes" | "timeline" | "timelines" | "deadline" => return "timescale".to_owned(),
        "exceeding" => return "over".to_owned(),
        "twenty" => return "20".to_owned(),
        "sixteen" => return "16".to_owned(),
        "eighteen" | "eighteenth" => return "18".to_owned(),
        _ => {}
    }
    let digits = ["st", "nd", "rd", "th", "s"].iter().find_map(|end| word.strip_suffix(end));
    if let Some(digits) =
        digits.filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.is_empty())
    {
        return digits.to_owned();
    }
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 2) {
        return format!("{stem}y");
    }
    if let Some(stem) = word.strip_suffix("es").filter(|stem| stem.ends_with("ch") && stem.len() > 4) {
        return stem.to_owned();
    }
    let stem = word.strip_suffix('s').filter(|stem| stem.len() > 2 && !stem.ends_with(['s', 'u']));
    stem.unwrap_or(word).to_owned()
}

/// Takes dates, periods and targets out of words. "31 March" stays: it says which children are meant.
pub(super) fn without_periods(words: &[String]) -> Vec<String> {
    let mut kept: Vec<String> = Vec::with_capacity(words.len());
    let mut index = 0;
    while index < words.len() {
        let word = &words[index];
        if is_month(word) {
            take_day(&mut kept, word);
            index += 1 + usize::from(words.get(index + 1).is_some_and(|next| is_short_year(next)));
            continue;
        }
        let length = period_length(words, index);
        if length == 0 {
            kept.push(word.clone());
        }
        index += length.max(1);
    }
    kept
}

/// "24" after a month.
pub(super) fn is_short_year(word: &str) -> bool {
    word.len() == 2 && word.parse().is_ok_and(|year: u8| year >= 14)
}

/// How many words a period or a target takes that words begin with: `2022 23`, `quarter 1`, `target 90`.
pub(super) fn period_length(words: &[String], index: usize) -> usize {
    let text = |ahead: usize| words.get(index + ahead).map_or("", String::as_str);
    let number = |ahead: usize| text(ahead).parse::<u16>().ok();
    let (first, next) = (number(0), number(1));
    let is_age = || {
        let before = index.checked_sub(1).map_or("", |before| words[before].as_str());
        matches!(before, "aged" | "age") || matches!(text(2), "year" | "yr" | "yo")
    };
    match (text(0), first) {
        (word, Some(year)) if (1990..2100).contains(&year) && word.len() == 4 => {
            1 + usize::from(next.is_some_and(|next| next == (year + 1) % 100 || next == year + 1))
        }
        // "31/03/2025", "31/03/25".
        (_, Some(1..=31)) if matches!((next, number(2)), (Some(1..=12), Some(22..50 | 1990..2100))) => 3,
        // "24-25"; lower numbers may be ages.
        (_, Some(year)) if (22..50).contains(&year) && next == Some(year + 1) && !is_age() => 2,
        // "Stability (NI 62, PAF A1)": the numbers of the old national sets.
        ("target" | "ni" | "bvpi", _) if next.is_some() => 2,
        ("quarter", _) if next.is_some_and(|quarter| (1..=4).contains(&quarter)) => 2,
        ("q1" | "q2" | "q3" | "q4", _) => 1,
        (word, _) if is_national_number(word) && words.len() > 1 => 1,
        ("paf", _) if text(1).len() <= 3 && text(1).ends_with(|c: char| c.is_ascii_digit()) => 2,
        _ => 0,
    }
}

/// "ni147", in lower case.
fn is_national_number(word: &str) -> bool {
    let number = word.strip_prefix("ni").unwrap_or("");
    (2..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// A day of a month.
pub(super) fn is_day(word: &str) -> bool {
    word.parse().is_ok_and(|day: u8| (1..=31).contains(&day))
}

/// Takes the day before a month out of the words so far, and puts the two days back that figures are counted on.
fn take_day(kept: &mut Vec<String>, month: &str) {
    // "31st of March".
    if let [.., day, of] = kept.as_slice()
        && of == "of"
        && is_day(day)
    {
        kept.pop();
    }
    let Some(day) = kept.pop_if(|last| is_day(last)) else { return };
    match (day.as_str(), month) {
        ("31", "march" | "mar") => kept.extend([day, "march".to_owned()]),
        ("30", "september" | "sept" | "sep") => kept.extend([day, "september".to_owned()]),
        _ => {}
    }
}

pub(super) fn is_month(word: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    MONTHS.iter().any(|month| *month == word || (word.len() == 3 && month.starts_with(word)))
        || word == "sept"
}

/// Whether a name begins with a change rather than with what changed: "Reduction in children in care", "Gap in".
pub(super) fn tells_change(name: &str) -> bool {
    const CHANGES: [&str; 14] = [
        "change",
        "reduction",
        "reduce",
        "increase",
        "decrease",
        "growth",
        "rise",
        "fall",
        "improvement",
        "improve",
        "gap",
        "difference",
        "variance",
        "cost",
    ];
    words(name).iter().take(3).any(|word| CHANGES.contains(&word.as_str()))
}
