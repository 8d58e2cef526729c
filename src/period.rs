//! Reporting periods: years ending 31 March, quarters of them, and months, read from every form met in reports.

use std::cmp::Ordering;
use std::fmt;

use serde::{Deserialize, Serialize};

/// A reporting period.
///
/// A year is named by the calendar year in which it ends: `Year(2023)` is 1 April 2022 to 31 March 2023. What
/// exactly a year stands for (a day, the whole year, 30 September, a school year) belongs to the indicator and is
/// its [`Basis`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Period {
    /// The year ending 31 March of the number given.
    Year(u16),
    /// A quarter, 1 (April to June) to 4 (January to March), of the year ending 31 March of the number given.
    Quarter(u16, u8),
    /// A calendar year and a month, 1 to 12.
    Month(u16, u8),
}

/// What a year of an indicator stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// A count on 31 March.
    March31,
    /// The whole year from 1 April to 31 March.
    Year,
    /// A count on 30 September of the calendar year named.
    September30,
    /// The school year ending in the calendar year named.
    AcademicYear,
}

/// Why a text is not a [`Period`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PeriodError {
    /// It does not look like a period at all.
    NotAPeriod,
    /// It looks like one, but lies outside 2000 to 2099.
    OutOfRange,
    /// Two years with a stroke between that do not follow each other, as `2021/23`.
    NotConsecutive,
    /// A quarter of a year with one number, as `Q3 2025`: of 2024/25, of 2025/26, or of the calendar year.
    WhichYear,
}

impl std::error::Error for PeriodError {}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Period {
    /// Reads a period in any of the forms seen in council reports and official files: `2022/23`, `22/23`,
    /// `2022-23`, `2022/2023`, `202223`, `2023` (the year ending then), `31 March 2023`, `31/03/2023`,
    /// `Year ending March 2023`, `Q1 2022/23`, `2023-Q1` (as [`Self::id`] writes it), `Apr- 19`, `March 2020`, `2020-03`.
    ///
    /// # Errors
    /// See [`PeriodError`].
    pub fn parse(text: &str) -> Result<Self, PeriodError> {
        let text = without_marks(text);
        // Most cells are words, and numbers of other lengths than those of years.
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let is_other_number = digits == text.len() && !matches!(digits, 4 | 6);
        if digits == 0 || is_other_number || holds_number(text) {
            return Err(PeriodError::NotAPeriod);
        }
        let tokens = tokens(text);
        let words: Vec<&str> = tokens.iter().map(String::as_str).collect();
        let without_filler: Vec<&str> = words.iter().copied().filter(|word| !FILLER.contains(word)).collect();
        let ending = words.iter().any(|word| matches!(*word, "ending" | "ended" | "ye"));
        match without_filler.as_slice() {
            [quarter, rest @ ..] | [rest @ .., quarter]
                if quarter_number(quarter).is_some() && !rest.is_empty() =>
            {
                let is_of_one_number = rest.len() == 1 && rest[0].len() <= 4 && is_digits(rest[0]);
                if is_of_one_number && !is_id_of_quarter(text) {
                    return full_year(rest[0]).and(Err(PeriodError::WhichYear));
                }
                Self::parse_quarter(quarter, rest)
            }
            [first, month, year] if month_number(month).is_some() => match month_number(month) {
                Some(month) => Ok(date(day(first)?, month, full_year(year)?)),
                None => Err(PeriodError::NotAPeriod),
            },
            [day_text, month, year] if is_digits(day_text) && is_digits(month) && is_digits(year) => {
                if day_text.len() == 4 {
                    Ok(date(day(year)?, month_digits(month)?, full_year(day_text)?))
                } else {
                    Ok(date(day(day_text)?, month_digits(month)?, full_year(year)?))
                }
            }
            [month, year] if month_number(month).is_some() && is_digits(year) => {
                // "Mar 31" is a day without a year.
                if matches!(*year, "30" | "31") {
                    return Err(PeriodError::NotAPeriod);
                }
                let (month, year) = (month_number(month).unwrap_or(3), full_year(year)?);
                if ending && month == 3 { Ok(Self::Year(year)) } else { Ok(Self::Month(year, month)) }
            }
            // "17-18" is an age group; a short year has a stroke.
            [first, second] if is_age_group(text, first, second) => Err(PeriodError::NotAPeriod),
            [first, second] if is_digits(first) && is_digits(second) => two_numbers(first, second),
            [single] if is_digits(single) => one_number(single),
            _ => Err(PeriodError::NotAPeriod),
        }
    }

    fn parse_quarter(quarter: &str, rest: &[&str]) -> Result<Self, PeriodError> {
        let quarter = quarter_number(quarter).ok_or(PeriodError::NotAPeriod)?;
        match Self::parse(&rest.join("/"))? {
            Self::Year(year) => Ok(Self::Quarter(year, quarter)),
            _ => Err(PeriodError::NotAPeriod),
        }
    }

    /// The year ending 31 March in which this period lies, for setting it beside yearly official figures.
    pub const fn year(self) -> u16 {
        match self {
            Self::Year(year) | Self::Quarter(year, _) => year,
            Self::Month(year, month) => {
                if month >= 4 {
                    year + 1
                } else {
                    year
                }
            }
        }
    }

    /// The year of official figures beside which this period is set, for an indicator measured on `basis`: the workforce
    /// is counted in September of the calendar year, the school year begins in September.
    pub const fn year_on(self, basis: Basis) -> u16 {
        match (self, basis) {
            (Self::Month(year, _), Basis::September30) => year,
            (Self::Month(year, month), Basis::AcademicYear) => {
                if month >= 9 {
                    year + 1
                } else {
                    year
                }
            }
            _ => self.year(),
        }
    }

    /// The year that this month stands for, if it is the one in which a yearly count is taken: March for 31 March,
    /// September for 30 September. Other periods stand for themselves.
    #[must_use]
    pub const fn as_count(self, basis: Basis) -> Self {
        match (self, basis) {
            (Self::Month(year, 3), Basis::March31) | (Self::Month(year, 9), Basis::September30) => {
                Self::Year(year)
            }
            _ => self,
        }
    }

    /// The first month of the period.
    #[must_use]
    pub const fn first_month(self) -> Self {
        match self {
            Self::Year(year) | Self::Quarter(year, 1) => Self::Month(year - 1, 4),
            Self::Quarter(year, 2) => Self::Month(year - 1, 7),
            Self::Quarter(year, 3) => Self::Month(year - 1, 10),
            Self::Quarter(year, _) => Self::Month(year, 1),
            Self::Month(..) => self,
        }
    }

    /// The months of a year or a quarter, in order; none of a month.
    pub fn months(self) -> Vec<Self> {
        // Months are counted from April of the calendar year before.
        let month = |year: u16, index: u8| match index {
            0..9 => Self::Month(year - 1, index + 4),
            _ => Self::Month(year, index - 8),
        };
        match self {
            Self::Year(year) => (0..12).map(|index| month(year, index)).collect(),
            Self::Quarter(year, quarter) => {
                (0..3).map(|index| month(year, (quarter - 1) * 3 + index)).collect()
            }
            Self::Month(..) => Vec::new(),
        }
    }

    /// The quarters of a year, in order; none of a shorter period.
    pub fn quarters(self) -> Vec<Self> {
        match self {
            Self::Year(year) => (1..=4).map(|quarter| Self::Quarter(year, quarter)).collect(),
            _ => Vec::new(),
        }
    }

    /// Returns the same month or quarter of the year before, or `None` for a year.
    pub const fn year_before(self) -> Option<Self> {
        match self {
            Self::Year(_) => None,
            Self::Quarter(year, quarter) => Some(Self::Quarter(year - 1, quarter)),
            Self::Month(year, month) => Some(Self::Month(year - 1, month)),
        }
    }

    /// The period of the same length just before.
    #[must_use]
    pub const fn previous(self) -> Self {
        match self {
            Self::Year(year) => Self::Year(year - 1),
            Self::Quarter(year, 1) => Self::Quarter(year - 1, 4),
            Self::Quarter(year, quarter) => Self::Quarter(year, quarter - 1),
            Self::Month(year, 1) => Self::Month(year - 1, 12),
            Self::Month(year, month) => Self::Month(year, month - 1),
        }
    }

    /// The name in words for an indicator measured on `basis`: `2022/23`, `31 March 2023`, `30 September 2023`,
    /// `academic year 2022/23`, `April 2019`, `quarter 1 of 2022/23`.
    pub fn label(self, basis: Basis) -> String {
        match (self, basis) {
            (Self::Year(year), Basis::March31) => format!("31 March {year}"),
            (Self::Year(year), Basis::September30) => format!("30 September {year}"),
            (Self::Year(_), Basis::AcademicYear) => format!("academic year {self}"),
            _ => self.to_string(),
        }
    }

    /// Its last month without the year: `December`.
    pub fn month_of_year(self) -> &'static str {
        match self.last_month() {
            Self::Month(_, month) => MONTHS.get(usize::from(month) - 1).copied().unwrap_or_default(),
            _ => "",
        }
    }

    /// The short stable name used in data and by the JavaScript face: `2023`, `2023-Q1`, `2020-03`.
    pub fn id(self) -> String {
        match self {
            Self::Year(year) => year.to_string(),
            Self::Quarter(year, quarter) => format!("{year}-Q{quarter}"),
            Self::Month(year, month) => format!("{year}-{month:02}"),
        }
    }

    /// The end of the period in years: a year ends at its own number.
    pub fn end(self) -> f64 {
        (f64::from(self.order().0) - 3.0) / 12.0
    }

    /// The month it ends with.
    #[must_use]
    pub const fn last_month(self) -> Self {
        match self {
            Self::Year(year) | Self::Quarter(year, 4) => Self::Month(year, 3),
            Self::Quarter(year, quarter) => Self::Month(year - 1, 3 + 3 * quarter),
            Self::Month(..) => self,
        }
    }

    /// Whether this is a month or quarter of what is counted over a whole year on `basis`; a count on a day is one of any
    /// period that ends on it.
    pub const fn is_part_of_year(self, basis: Basis) -> bool {
        matches!(basis, Basis::Year | Basis::AcademicYear) && !matches!(self, Self::Year(_))
    }

    /// Whether this period is of the same length: both years, quarters or months.
    pub const fn is_as_long_as(self, other: Self) -> bool {
        self.order().1 == other.order().1
    }

    /// Consecutive numbers for consecutive periods of the same length.
    pub const fn number(self) -> i32 {
        let (last_month, length) = self.order();
        (last_month / length as u32).cast_signed()
    }

    /// The number of the last month in the period and the length in months: the order of periods in time, shorter
    /// before longer where they end together.
    const fn order(self) -> (u32, u8) {
        match self {
            Self::Year(year) => (year as u32 * 12 + 3, 12),
            Self::Quarter(year, quarter) => ((year as u32 - 1) * 12 + 3 + 3 * quarter as u32, 3),
            Self::Month(year, month) => (year as u32 * 12 + month as u32, 1),
        }
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> Ordering {
        self.order().cmp(&other.order())
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Year(year) => write!(formatter, "{}/{:02}", year - 1, year % 100),
            Self::Quarter(year, quarter) => write!(formatter, "quarter {quarter} of {}", Self::Year(year)),
            Self::Month(year, month) => write!(formatter, "{} {year}", MONTHS[usize::from(month) - 1]),
        }
    }
}

/// Words around a period that say nothing more.
const FILLER: [&str; 19] = [
    "year",
    "ending",
    "ended",
    "ye",
    "at",
    "as",
    "of",
    "on",
    "fy",
    "academic",
    "financial",
    "the",
    "end",
    "to",
    "st",
    "nd",
    "rd",
    "th",
    "provisional",
];

/// Digits and letters in runs, lower case; everything else separates.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut kind = None;
    for character in text.chars().flat_map(char::to_lowercase) {
        let next = match character {
            '0'..='9' => Some('0'),
            'a'..='z' => Some('a'),
            _ => None,
        };
        // A quarter's number belongs to its word.
        let joins_quarter =
            next == Some('0') && tokens.last().is_some_and(|last| matches!(last.as_str(), "q" | "quarter"));
        match (next, tokens.last_mut()) {
            (Some(_), Some(last)) if next == kind || joins_quarter => last.push(character),
            (Some(_), _) => tokens.push(character.to_string()),
            (None, _) => {}
        }
        kind = next;
    }
    tokens
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `2023-Q1`.
fn is_id_of_quarter(text: &str) -> bool {
    text.split_once("-Q")
        .is_some_and(|(year, quarter)| year.len() == 4 && is_digits(year) && quarter.len() == 1)
}

fn quarter_number(text: &str) -> Option<u8> {
    let number = text.strip_prefix("quarter").or_else(|| text.strip_prefix('q'))?;
    number.parse().ok().filter(|quarter| (1..=4).contains(quarter))
}

/// Returns the number of a month, 1 to 12, by its name or the first letters of it, at least three, or `None` if it is not one.
pub(crate) fn month_number(text: &str) -> Option<u8> {
    // Most words begin as no month does.
    let begins = |letter: &u8| b"jfmasond".contains(&letter.to_ascii_lowercase());
    if !(3..=9).contains(&text.len()) || !text.as_bytes().first().is_some_and(begins) {
        return None;
    }
    let is_month = |month: &&str| {
        let begins = month.get(..text.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(text));
        begins || (text == "sept" && *month == "September")
    };
    MONTHS.iter().position(is_month).and_then(|index| u8::try_from(index + 1).ok())
}

fn month_digits(text: &str) -> Result<u8, PeriodError> {
    text.parse().ok().filter(|month| (1..=12).contains(month)).ok_or(PeriodError::NotAPeriod)
}

fn day(text: &str) -> Result<u8, PeriodError> {
    let digits = text.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    digits.parse().ok().filter(|day| (1..=31).contains(day)).ok_or(PeriodError::NotAPeriod)
}

/// The text without marks of a provisional or revised figure behind it.
fn without_marks(text: &str) -> &str {
    let mut text = text.trim();
    for mark in ["(p)", "(r)", "(provisional)", "(prov)", "(revised)", "*"] {
        let end = text.len().saturating_sub(mark.len());
        if text.get(end..).is_some_and(|tail| tail.eq_ignore_ascii_case(mark)) {
            text = text[..end].trim_end();
        }
    }
    text
}

/// Whether a text is a number with something around it rather than a period: `7.9% (51)`, `10.2021`.
fn holds_number(text: &str) -> bool {
    let has_decimals = text.split('.').count() == 2
        && text.split_once('.').is_some_and(|(whole, fraction)| {
            whole.ends_with(|c: char| c.is_ascii_digit())
                && fraction.starts_with(|c: char| c.is_ascii_digit())
        });
    has_decimals || text.contains(['%', '(', ')', '[', '<', '>', '=', '+', '\u{A3}', ':'])
}

/// Two ages of young people with no stroke between them.
fn is_age_group(text: &str, first: &str, second: &str) -> bool {
    let age = |text: &str| text.len() == 2 && text.parse::<u8>().is_ok_and(|age| (10..=25).contains(&age));
    let is_year_later = text.contains('-') && first.parse::<u8>().is_ok_and(|first| first > 20);
    age(first) && age(second) && !text.contains('/') && !is_year_later
}

/// Two digits mean this century, up to 2039.
fn full_year(text: &str) -> Result<u16, PeriodError> {
    let number: u16 = text.parse().map_err(|_| PeriodError::NotAPeriod)?;
    match text.len() {
        2 if number < 40 => Ok(2000 + number),
        4 if (2000..2100).contains(&number) => Ok(number),
        4 => Err(PeriodError::OutOfRange),
        _ => Err(PeriodError::NotAPeriod),
    }
}

/// A date stands for the year it closes if it is 31 March, otherwise for its month.
const fn date(day: u8, month: u8, year: u16) -> Period {
    if matches!((day, month), (31, 3)) { Period::Year(year) } else { Period::Month(year, month) }
}

fn one_number(text: &str) -> Result<Period, PeriodError> {
    match text.len() {
        4 => full_year(text).map(Period::Year),
        // 202223, as official files write a school year.
        6 => two_numbers(&text[..4], &text[4..]),
        _ => Err(PeriodError::NotAPeriod),
    }
}

/// `2022` and `23`: a year; `2020` and `03`, `03` and `2020`: a month. Two short numbers are a year only.
fn two_numbers(first: &str, second: &str) -> Result<Period, PeriodError> {
    match (first.len(), second.len()) {
        (4, 4) | (2, 2) => consecutive(full_year(first)?, full_year(second)?),
        (4, 1 | 2) => {
            let start = full_year(first)?;
            let end = (start + 1) % if second.len() == 2 { 100 } else { 10 };
            if second.parse() == Ok(end) {
                return Ok(Period::Year(start + 1));
            }
            month_digits(second)
                .map(|month| Period::Month(start, month))
                .map_err(|_| PeriodError::NotConsecutive)
        }
        (1 | 2, 4) => month_digits(first).and_then(|month| Ok(Period::Month(full_year(second)?, month))),
        _ => Err(PeriodError::NotAPeriod),
    }
}

fn consecutive(start: u16, end: u16) -> Result<Period, PeriodError> {
    if end == start + 1 { Ok(Period::Year(end)) } else { Err(PeriodError::NotConsecutive) }
}
