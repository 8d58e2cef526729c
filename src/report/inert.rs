//! Texts that no spreadsheet runs, whichever way they leave.

/// A text that is safe in a cell: one that a spreadsheet would run as a formula gets an apostrophe in front, which
/// shows it as text. Numbers with a sign stay numbers, and so do those with a unit, "+0.5 points".
/// Source: OWASP, "CSV Injection".
pub fn inert(text: &str) -> String {
    let begins = text.trim_start().chars().next();
    let is_formula = match begins {
        Some('=' | '@' | '\u{FF1D}' | '\u{FF20}') => true,
        Some('+' | '-' | '\u{FF0B}' | '\u{FF0D}') => !is_signed_number(text.trim_start()),
        _ => text.starts_with(['\t', '\r', '\n']),
    };
    if is_formula && text.trim().chars().nth(1).is_some() { format!("'{text}") } else { text.to_owned() }
}

/// Whether a text is a number with its sign, and perhaps words after it. Nothing can be called or referred to in a
/// number, and no formula goes on with a word after one. The signs of other programs and sheets stay out all the same.
fn is_signed_number(text: &str) -> bool {
    let unsigned = text.chars().next().map_or("", |sign| &text[sign.len_utf8()..]);
    let (number, words) = unsigned.split_once(' ').unwrap_or((unsigned, ""));
    number.starts_with(|first: char| first.is_ascii_digit() || first == '.')
        && number.chars().all(|each| each.is_alphanumeric() || matches!(each, '.' | ',' | '%' | '\u{A3}'))
        && (words.is_empty() || words.starts_with(char::is_alphabetic))
        && !words.contains(['|', '!'])
}

#[cfg(test)]
mod tests {
    use super::inert;

    #[test]
    fn formulas_become_text_and_numbers_stay() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("=HYPERLINK(\"http://x.invalid\",\"y\")", "'=HYPERLINK(\"http://x.invalid\",\"y\")"),
            ("\u{FF1D}1+1", "'\u{FF1D}1+1"),
            (" =1", "' =1"),
            ("\n=1", "'\n=1"),
            ("+44", "+44"),
            ("+0.61 points", "+0.61 points"),
            ("+0.9 points from 91% in 2021/22", "+0.9 points from 91% in 2021/22"),
            ("-2+3", "'-2+3"),
            ("+1 /A1", "'+1 /A1"),
            ("+1 cmd|' /C calc'!A0", "'+1 cmd|' /C calc'!A0"),
            ("+1|cmd", "'+1|cmd"),
            ("-0.96", "-0.96"),
            ("-6.2%", "-6.2%"),
            ("-cmd", "'-cmd"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("-", "-"),
            ("7.9%", "7.9%"),
            ("a=1", "a=1"),
        ] {
            assert_eq!(inert(text), expected);
        }
    }
}
