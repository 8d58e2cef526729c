//! What a column holds, by the words of its headings.

use crate::period::{Period, PeriodError};

use super::cell;
use super::header::{self, Column};
use super::inside;
use super::odd::odd;
use super::row::Row;
use super::side::{self, Side};
use super::vocabulary::{self, Says};
use super::when::{self, When};

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holds {
    /// Names of what is measured.
    Name,
    /// Services or themes.
    Section,
    /// Areas.
    Area,
    /// Periods.
    Period,
    /// The sort of number in their row.
    Unit,
    /// Whose figure their row holds.
    Kind,
    /// Numerators.
    Numerator,
    /// Denominators.
    Denominator,
    /// Both counts.
    Counts,
    /// Percentages.
    Percent,
    /// Rates per 10,000.
    Rate,
    /// Values.
    Value,
    /// Totals of what stands beside them.
    Total,
    /// Targets.
    Target,
    /// Tolerances.
    Tolerance,
    /// Changes between periods.
    Change,
    /// Figures of the year to date, beside those of months or quarters.
    ToDate,
    /// Comments.
    Comment,
    /// Ratings, arrows and which direction is good.
    Judgement,
    /// Known, and not read.
    Ignored,
    /// Not known.
    Unknown,
}

impl Holds {
    /// Whether figures stand in the column.
    pub(crate) const fn is_figure(self) -> bool {
        matches!(
            self,
            Self::Numerator
                | Self::Denominator
                | Self::Counts
                | Self::Percent
                | Self::Rate
                | Self::Value
                | Self::Total
        )
    }
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Meaning {
    /// What its cells are.
    pub holds: Holds,
    /// Its headings as they stand.
    pub heading: String,
    /// The time its headings name.
    pub when: Option<When>,
    /// Its period.
    pub period: Option<Period>,
    /// Whose figures they are.
    pub side: Side,
    /// What its headings say besides: a measure, or some of the children.
    pub words: String,
    /// Why what means to be a period is none.
    pub broken: Option<PeriodError>,
}

impl Meaning {
    pub(crate) fn new(holds: Holds, heading: &str) -> Self {
        Self {
            holds,
            heading: heading.to_owned(),
            when: None,
            period: None,
            side: Side::Own,
            words: String::new(),
            broken: None,
        }
    }

    /// What a person said that a column holds.
    pub(crate) fn chosen(column: Column, heading: &str) -> Self {
        let holds = match column {
            Column::Name => Holds::Name,
            Column::Area => Holds::Area,
            Column::Period => Holds::Period,
            Column::Numerator => Holds::Numerator,
            Column::Denominator => Holds::Denominator,
            Column::Counts => Holds::Counts,
            Column::Value | Column::At(_) => Holds::Value,
            Column::Change => Holds::Change,
            Column::Other => Holds::Ignored,
        };
        let period = if let Column::At(period) = column { Some(period) } else { None };
        Self { period, when: period.map(When::Whole), ..Self::new(holds, heading) }
    }

    /// Whether the headings say nothing that is known.
    pub(crate) fn is_unknown(&self) -> bool {
        self.holds == Holds::Unknown
    }

    /// Whether the headings name an age group and nothing else: "17-18", "Aged 19 to 21".
    pub(crate) fn is_age_group(&self) -> bool {
        names_ages(&self.words)
    }
}

/// Whether a text names an age group and nothing else: "17-18", "Aged 19 to 21".
pub(crate) fn names_ages(text: &str) -> bool {
    let words = vocabulary::words(text);
    let is_age = |word: &String| word.parse().is_ok_and(|age: u8| (10..=25).contains(&age));
    // Of one age alone only those after 21 are measured.
    let is_of_one = words.iter().filter(|word| is_age(word)).count() == 1;
    words.len() > 1
        && words.iter().any(is_age)
        && !(is_of_one && words.iter().any(|word| word.parse().is_ok_and(|age: u8| age < 22)))
        && words.iter().all(|word| {
            is_age(word)
                || matches!(
                    word.as_str(),
                    "age"
                        | "aged"
                        | "ages"
                        | "to"
                        | "year"
                        | "years"
                        | "olds"
                        | "old"
                        | "and"
                        | "19to21"
                        | "17to18"
                )
        })
        || matches!(words.as_slice(), [only] | [_, only] if matches!(only.as_str(), "19to21" | "17to18"))
}

/// What a column holds by the words of its headings.
pub(crate) fn describe(heading: &str) -> Meaning {
    let mut meaning = Meaning::new(Holds::Unknown, heading);
    // "Dim Measure[Measure Name]", as exports write it.
    let text = match heading.split_once('[') {
        Some((_, inner)) if inner.ends_with(']') && inner.len() > 3 => inner.trim_end_matches(']'),
        _ => heading,
    };
    if matches!(text.trim(), "+/-" | "+/" | "\u{B1}") {
        meaning.holds = Holds::Change;
        return meaning;
    }
    if text.trim().eq_ignore_ascii_case("of") {
        meaning.holds = Holds::Denominator;
        return meaning;
    }
    // "Year ending 31 March" heads years, which end on that day.
    let text = &when::without_end_of_year(text);
    let mentions = when::mentions(text);
    meaning.when = when::one(&mentions);
    if mentions.is_empty() {
        meaning.broken = header::broken_period(text);
    }
    let rest = when::without(text, &mentions);
    let words = vocabulary::words(&rest);
    let (named, words) = side::of_heading(&words);
    meaning.side = named.unwrap_or(Side::Own);
    let said = vocabulary::said(&words);
    let has = |wanted: Says| said.iter().any(|(says, _)| *says == Some(wanted));
    let unknown =
        said.iter().any(|(says, _)| matches!(says, None | Some(Says::Part | Says::Doubtful | Says::Measure)));
    let is_dated = meaning.when.is_some();
    meaning.holds = role(&has, named, meaning.when);
    // "No." below a year is a number; alone it may head the numbers of rows.
    let is_number = |(says, piece): &(Option<Says>, &[String])| {
        *says == Some(Says::Reference) && matches!(piece, [only] if matches!(only.as_str(), "no" | "#"))
    };
    if is_dated && meaning.holds == Holds::Value && said.iter().all(is_number) && !said.is_empty() {
        meaning.holds = Holds::Numerator;
    }
    // "Started in month" holds no months.
    if unknown
        && matches!(meaning.holds, Holds::Period | Holds::Area | Holds::Section | Holds::Unit | Holds::Kind)
    {
        meaning.holds = Holds::Unknown;
    }
    let may_name = matches!(
        meaning.holds,
        Holds::Numerator
            | Holds::Denominator
            | Holds::Percent
            | Holds::Rate
            | Holds::Value
            | Holds::Total
            | Holds::Unknown
    );
    if may_name && (unknown || meaning.holds == Holds::Unknown) {
        meaning.words = rest.split_whitespace().collect::<Vec<_>>().join(" ");
        // "Number of care leavers, aged 19 to 21": an age group beside what is known.
        let others = said.iter().filter(|(says, _)| says.is_none()).flat_map(|(_, piece)| *piece);
        let others = Meaning { words: others.cloned().collect::<Vec<_>>().join(" "), ..meaning.clone() };
        if !meaning.is_age_group() && others.is_age_group() {
            meaning.words = others.words;
        }
        if meaning.holds == Holds::Value && !has(Says::Value) && named.is_none() {
            meaning.holds = if is_dated { Holds::Value } else { Holds::Unknown };
        }
    } else if meaning.holds == Holds::Rate {
        meaning.words = rest.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    // "Children in care in England 2024" says whose the figures are, and of whom.
    if named.is_some_and(|side| side != Side::Own) && !meaning.words.is_empty() && side::is_of_all(&rest) {
        meaning.words.clear();
        meaning.holds = Holds::Value;
    }
    // Several times in one heading: which its figures are of cannot be told.
    if mentions.len() > 1 && meaning.when.is_none() && meaning.holds.is_figure() {
        meaning.holds = Holds::Unknown;
    }
    meaning
}

/// The one thing that the words of a heading come to; what says most clearly what a column is not comes first.
fn role(has: &dyn Fn(Says) -> bool, side: Option<Side>, when: Option<When>) -> Holds {
    let (is_of_side, is_dated) = (side.is_some(), when.is_some());
    let is_of_others = is_of_side && !has(Says::Own);
    let clear = [
        (Says::Direction, Holds::Judgement),
        (Says::Rag, Holds::Judgement),
        (Says::GoodIs, Holds::Judgement),
        (Says::Ignored, Holds::Ignored),
        (Says::Change, if is_of_others { Holds::Ignored } else { Holds::Change }),
        (Says::Tolerance, if has(Says::Target) { Holds::Target } else { Holds::Tolerance }),
        (Says::Target, Holds::Target),
        (Says::Band, Holds::Ignored),
        // "Previous (Nov 23)" is of a period that is named.
        (Says::Previous, if matches!(when, Some(When::Whole(_))) { Holds::Value } else { Holds::Ignored }),
        (Says::ToDate, if is_of_others { Holds::Ignored } else { Holds::ToDate }),
        (Says::Comment, Holds::Comment),
    ];
    if let Some((_, holds)) = clear.into_iter().find(|(says, _)| has(*says)) {
        // "Tolerances and target, Red": the band, not the target.
        return if has(Says::Band) && has(Says::Tolerance) { Holds::Ignored } else { holds };
    }
    let numbers = [
        (Says::Denominator, Holds::Denominator),
        (Says::Counts, Holds::Counts),
        (Says::Numerator, Holds::Numerator),
        (Says::Percent, Holds::Percent),
        (Says::Rate, Holds::Rate),
        (Says::Value, Holds::Value),
        (Says::Total, Holds::Total),
    ];
    let number = numbers.into_iter().find(|(says, _)| has(*says)).map(|(_, holds)| holds);
    let labels = [
        (Says::Name, Holds::Name),
        (Says::Section, Holds::Section),
        (Says::Unit, Holds::Unit),
        (Says::Kind, Holds::Kind),
        (Says::Area, Holds::Area),
        (Says::Period, Holds::Period),
        (Says::Reference, Holds::Ignored),
    ];
    let label = labels.into_iter().find(|(says, _)| has(*says)).map(|(_, holds)| holds);
    match (number, label) {
        (None, Some(label)) if !is_dated && !is_of_side => label,
        (Some(_), Some(Holds::Name | Holds::Section | Holds::Unit)) if !is_dated => {
            label.unwrap_or(Holds::Unknown)
        }
        (Some(number), _) => number,
        (None, _) if is_dated || is_of_side => Holds::Value,
        _ => Holds::Unknown,
    }
}

/// Whether a text heads a column that is known.
pub(crate) fn heads_column(text: &str) -> bool {
    text.len() < 80 && is_whole(&describe(text))
}

/// Whether a text heads a column of figures.
pub(crate) fn heads_figures(text: &str) -> bool {
    if text.len() >= 80 {
        return false;
    }
    let meaning = describe(text);
    meaning.holds.is_figure() && is_whole(&meaning)
}

/// Whether a heading says by itself what stands under it: not only a month or a quarter of a year that is not named.
const fn is_whole(meaning: &Meaning) -> bool {
    !matches!(meaning.when, Some(When::Month(_) | When::Quarter(_)))
        && !matches!(meaning.holds, Holds::Unknown)
}

/// Whether a heading is a subject of the Key Stages: "Reading" beside others is not the town.
pub(crate) fn is_subject(heading: &str) -> bool {
    const SUBJECTS: [&str; 8] =
        ["reading", "writing", "maths", "mathematics", "science", "gps", "spag", "rwm"];
    matches!(vocabulary::words(heading).as_slice(), [only] if SUBJECTS.contains(&only.as_str()))
}

/// Whether a row is one of column headings: no number in it, and headings that are known after its first cell.
pub(crate) fn is_header(row: &Row) -> bool {
    // Most rows end with a number: they are told from headings before anything is asked of their words.
    let mut filled = row.cells.iter().rev().filter(|cell| !cell.is_empty());
    if filled.any(|text| is_number(text)) {
        return false;
    }
    let mut known = 0;
    let mut unknown = 0;
    let mut figures = 0;
    let mut others_are_words = true;
    let first = describe(row.cells.first().map_or("", String::as_str));
    for (_, text) in row.filled().filter(|(index, _)| *index > 0) {
        let meaning = describe(text);
        if holds_other_number(text, &meaning) {
            return false;
        }
        let is_known = !meaning.is_unknown() || meaning.is_age_group();
        others_are_words &= text.chars().any(char::is_alphabetic) || text.trim() == "%";
        figures += usize::from(
            meaning.holds.is_figure() || meaning.holds == Holds::Target || meaning.is_age_group(),
        );
        if is_known { known += 1 } else { unknown += 1 }
    }
    if known + unknown == 0 {
        return false;
    }
    if row.filled().filter(|(_, text)| is_subject(text)).count() > 1 {
        return others_are_words;
    }
    // Times or areas down the side, what is measured across.
    if matches!(first.holds, Holds::Period | Holds::Area) && first.words.is_empty() && others_are_words {
        return true;
    }
    // Age groups down the side, measures or times across.
    let heads_ages = ["age", "ages", "age group", "age band", "age range"];
    if heads_ages.contains(&vocabulary::words(&first.heading).join(" ").as_str()) && others_are_words {
        return true;
    }
    // Teams down the side, counts and their percentage across.
    if vocabulary::names_teams(&first.heading) && figures > 0 && others_are_words {
        return true;
    }
    let says_so = first.holds == Holds::Name;
    if figures == 0 || (!says_so && known < unknown) {
        return false;
    }
    !is_lone_number(row, &first)
}

/// Whether a cell holds a number, or a symbol in place of one, and no time.
fn is_number(text: &str) -> bool {
    (cell::is_data(text) || odd(text).is_some() || inside::value(text).is_some())
        && when::mentions(text).is_empty()
}

/// Whether a cell holds a number besides the period that it names: "70 (2023)".
fn holds_other_number(text: &str, meaning: &Meaning) -> bool {
    let mentions = when::mentions(text);
    let rest = vocabulary::words(&when::without(text, &mentions));
    let is_number = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    !mentions.is_empty()
        && !meaning.is_age_group()
        && meaning.words.len() < 20
        && rest.first().is_some_and(is_number)
}

/// "Reviews held | 2022": a name that leads to an indicator, and a number that may be a count.
fn is_lone_number(row: &Row, first: &Meaning) -> bool {
    let is_year = |text: &String| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    row.filled().count() == 2
        && row.cells.first().is_some_and(|name| !name.is_empty() && names_indicator(name))
        && first.holds == Holds::Unknown
        && row.cells[1..].iter().any(is_year)
}

fn names_indicator(text: &str) -> bool {
    !matches!(crate::indicator::match_name(text, ""), crate::indicator::Match::Unknown)
}

/// How many columns hold figures of a period, where the others behind them are targets and what is said of these; a row without a
/// rating then has no target.
pub(crate) fn unrated(heads: &[String]) -> Option<usize> {
    let all: Vec<Meaning> = heads.iter().map(|head| describe(head)).collect();
    let is_of_period = |each: &&Meaning| each.holds.is_figure() && each.when.is_some();
    let figures = all.iter().take_while(is_of_period).count();
    let rest = &all[figures..];
    let rates = rest.iter().any(|each| each.holds == Holds::Judgement);
    let says_of_target = |each: &Meaning| {
        matches!(each.holds, Holds::Target | Holds::Tolerance | Holds::Judgement | Holds::Comment)
    };
    (figures > 1 && rates && rest.iter().all(says_of_target)).then_some(figures)
}
