//! What a spreadsheet shows for a stored number: `0.0789` under the format `0.0%` is `7.9%`.

use crate::number::Decimal;

/// A number as shown under an Excel number format, with its percent sign if the format has one.
///
/// Only what matters for figures is taken from the format: percent or not, and the number of decimals. Under the
/// general format a number is shown as stored, with at most nine decimals.
pub(super) fn shown(value: f64, format: &str) -> String {
    let section = section_for(value, format);
    let digits = section.digits;
    let is_percent = digits.contains('%');
    // Fractions and text are shown as stored.
    let general =
        digits.is_empty() || digits.eq_ignore_ascii_case("general") || digits == "@" || digits.contains('/');
    if general
        && !section.words.is_empty()
        && !format.to_lowercase().contains("general")
        && !digits.contains('/')
    {
        // A section that is only a text, such as "c" for small numbers.
        return section.words;
    }
    let decimals = if general { None } else { decimals(&digits) };
    // A comma after the last digit shows thousands.
    let thousands = digits
        .trim_end_matches('%')
        .trim_end()
        .chars()
        .rev()
        .take_while(|character| *character == ',')
        .count();
    let value = (0..thousands).fold(value, |value, _| value / 1000.0);
    let nearest = if is_percent { Decimal::nearest_percent } else { Decimal::nearest };
    let Some(number) = nearest(value, decimals.unwrap_or(9)) else { return value.to_string() };
    let number = if decimals.is_none() { number.trimmed() } else { number };
    if is_percent { format!("{number}%") } else { number.to_string() }
}

/// Whether numbers are shown as dates under a format.
pub(super) fn is_date(format: &str) -> bool {
    let digits = section_for(0.0, format).digits.to_lowercase();
    let has = |signs: &[char]| digits.contains(signs);
    let is_words = digits == "general" || digits == "standard";
    !is_words && !has(&['0', '#', '?']) && (has(&['y', 'd']) || (has(&['m']) && !has(&['h', 's'])))
}

/// A date as shown: a month where the format has no day, a year where it has no month either.
pub(super) fn shown_date((year, month, day): (u16, u8, u8), format: &str) -> String {
    let format = section_for(0.0, format).digits.to_lowercase();
    let is_given = !format.is_empty() && format != "general";
    match (format.contains('d'), format.contains('m')) {
        (false, true) if is_given => format!("{year}-{month:02}"),
        (false, false) if is_given && format.contains('y') => year.to_string(),
        _ => format!("{day:02}/{month:02}/{year}"),
    }
}

/// One of the parts of a format, for some of the numbers.
#[derive(Default)]
struct Section {
    /// The condition on the number, such as `<6`.
    condition: String,
    /// Places for digits, and signs such as the percent sign.
    digits: String,
    /// What stands in quotes.
    words: String,
}

impl Section {
    /// Whether the number meets the condition; nothing without one.
    fn fits(&self, value: f64) -> Option<bool> {
        let split = self.condition.find(|character: char| !"<>=".contains(character))?;
        let (sign, limit) = self.condition.split_at(split);
        let limit: f64 = limit.parse().ok()?;
        match sign {
            "<" => Some(value < limit),
            "<=" => Some(value <= limit),
            ">" => Some(value > limit),
            ">=" => Some(value >= limit),
            "=" => Some((value - limit).abs() < f64::EPSILON),
            _ => None,
        }
    }
}

/// The part of a format that shows a number: by its condition where it has one, otherwise the first that is left.
fn section_for(value: f64, format: &str) -> Section {
    let mut sections = sections(format);
    let fits = sections.iter().position(|section| section.fits(value).unwrap_or(true)).unwrap_or(0);
    sections.swap_remove(fits)
}

fn sections(format: &str) -> Vec<Section> {
    let mut sections = vec![Section::default()];
    let mut rest = format.chars();
    while let Some(character) = rest.next() {
        let Some(section) = sections.last_mut() else { break };
        match character {
            ';' => sections.push(Section::default()),
            '"' => section.words.extend(rest.by_ref().take_while(|other| *other != '"')),
            '[' => {
                let inner: String = rest.by_ref().take_while(|other| *other != ']').collect();
                if inner.starts_with(['<', '>', '=']) {
                    section.condition = inner;
                }
            }
            '\\' | '_' | '*' => {
                let _ = rest.next();
            }
            _ => section.digits.push(character),
        }
    }
    sections
}

/// Places after the point; nothing for a format without digits.
fn decimals(format: &str) -> Option<u8> {
    let place = |character: &char| matches!(character, '0' | '#' | '?');
    if !format.chars().any(|character| place(&character)) {
        return None;
    }
    let after = format.split_once('.').map_or("", |(_, after)| after);
    u8::try_from(after.chars().take_while(place).count().min(9)).ok()
}

#[cfg(test)]
mod tests {
    use super::{shown, shown_date};

    #[test]
    fn numbers_are_shown_as_the_sheet_shows_them() {
        for (value, format, expected) in [
            (0.078_947_368, "0.0%", "7.9%"),
            (0.078_947_368, "0%", "8%"),
            (0.125, "0%", "13%"),
            (0.695_278_969_957, "0.00%", "69.53%"),
            (1.0, "0%", "100%"),
            (0.0, "0.0%", "0.0%"),
            (7.9, "General", "7.9"),
            (7.9, "", "7.9"),
            (7.894_736_842_105_263, "General", "7.894736842"),
            (7.894_736_842_105_263, "0.0", "7.9"),
            (646.0, "General", "646"),
            (1655.0, "#,##0", "1655"),
            (-0.96, "0.00", "-0.96"),
            (2.675, "0.00", "2.68"),
            (1.005, "0.00", "1.01"),
            (0.004, "0.0", "0.0"),
            (27.1, "0.0_ ;[Red]\\-0.0\\ ", "27.1"),
            (0.5, "[>=0.5]0%;0.0%", "50%"),
            (12.0, "0\" of 100%\"", "12"),
            (1e20, "0", "100000000000000000000"),
            (0.000_000_000_1, "General", "0"),
            (3.0, "[<6]\"c\";0", "c"),
            (7.0, "[<6]\"c\";0", "7"),
            (0.5, "# ?/?", "0.5"),
            (12_500.0, "0.0,", "12.5"),
            (646.0, "General\" children\"", "646"),
        ] {
            assert_eq!(shown(value, format), expected, "{value} under {format}");
        }
    }

    #[test]
    fn dates_without_a_day_are_months() {
        for (format, expected) in [
            ("dd/mm/yyyy", "31/03/2023"),
            ("mmm-yy", "2023-03"),
            ("[$-809]mmmm yyyy", "2023-03"),
            ("yyyy", "2023"),
            ("", "31/03/2023"),
        ] {
            assert_eq!(shown_date((2023, 3, 31), format), expected, "{format}");
        }
    }
}
