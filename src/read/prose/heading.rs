//! What a heading, or a sentence that stands in place of one, says of what follows it.

use super::parts::Sentence;

/// What a heading asks for, if it is a question, or the heading: "Q3. What percentage of children went missing in 2023/24?" asks
/// for children who went missing.
pub(crate) fn asked_for(heading: &str) -> String {
    const ASKING: [(&str, &str); 7] = [
        ("how", "many"),
        ("what", "percentage"),
        ("what", "proportion"),
        ("what", "number"),
        ("what", "was"),
        ("what", "is"),
        ("what", "were"),
    ];
    let Some(question) = heading.strip_suffix('?') else { return heading.to_owned() };
    let sentence = Sentence::of(question);
    let lower = sentence.phrase(sentence.pieces.iter()).to_lowercase();
    let words: Vec<&str> = lower.split(' ').collect();
    let asking = words.windows(2).position(|pair| ASKING.contains(&(pair[0], pair[1])));
    // "How many children in care did the council have?"
    let is_end = |pair: &[&str]| matches!(pair, ["did" | "does" | "do", _] | ["were" | "are", "there"]);
    let asked = asking.map(|at| {
        let asked = &words[at + 2..];
        let end = asked.windows(2).position(is_end).filter(|end| *end > 0);
        asked[..end.unwrap_or(asked.len())].join(" ")
    });
    asked.map_or_else(
        || heading.to_owned(),
        |asked| asked.trim_start_matches("of ").trim_start_matches("the ").to_owned(),
    )
}

/// A heading without what it says of the numbers in brackets, and that: "31 March 2025, last year in brackets".
pub(super) fn without_brackets(text: &str) -> (String, Option<String>) {
    let Some((before, after)) = text.split_once(" in brackets") else { return (text.to_owned(), None) };
    let start = before.rfind([',', ';', '(', ':', '.']).map_or(0, |at| at + 1);
    (format!("{}{after}", &before[..start]), Some(before[start..].to_owned()))
}

/// Whether a sentence without numbers speaks of what follows it.
pub(super) fn introduces(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "performance",
        "figures",
        "data",
        "quarter",
        "results",
        "indicators",
        "period",
        "scorecard",
        "dashboard",
        "statistics",
        "information",
        "headlines",
        "position",
        "key",
    ];
    /// A longer sentence tells something of that time itself.
    const MOST_WORDS: usize = 20;
    /// "In this report we look back on our achievements throughout 2019" says nothing of the figures.
    const MOST_WORDS_OF_A_REPORT: usize = 12;
    let lower = text.to_lowercase();
    let words = text.split_whitespace().count();
    let says = |word: &str| WORDS.contains(&word) || (word == "report" && words <= MOST_WORDS_OF_A_REPORT);
    words <= MOST_WORDS && lower.split(|c: char| !c.is_alphanumeric()).any(says)
}
