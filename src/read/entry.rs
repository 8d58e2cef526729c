use serde::{Deserialize, Serialize};

use crate::area::{self, Area};
use crate::figure::{Amount, Figure, Place, Withheld, is_spreadsheet_error};
use crate::indicator::{self, Indicator, Kind, Match};
use crate::number::{Decimal, DecimalError, Exact, MAX_COUNT};
use crate::period::{Period, PeriodError};

use super::cell::{self, Cell};
use super::limits;
use super::problem::{Problem, Severity};

/// One value as texts: what was read, or what a person is typing. [`Entry::check`] makes a figure of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Where the name of the indicator stands.
    pub place: Place,
    /// The name as found.
    pub label: String,
    /// The headings it stands under.
    pub context: String,
    /// What the name was taken for.
    pub subject: Subject,
    /// Name or code of the area; empty for the council the person chose.
    pub area: String,
    /// The period; empty for the period the person chose.
    pub period: String,
    /// The numerator, or empty.
    pub numerator: String,
    /// The denominator, or empty.
    pub denominator: String,
    /// The percentage, rate, number or symbol as stated, or empty.
    pub value: String,
    /// The change on the period before as the source states it, or empty. Kept as stated.
    pub stated_change: String,
    /// In which columns these stand, counted from 1; 0 where there is none.
    pub columns: Columns,
}

/// Columns of the parts of an entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each is the column of the field of that name")]
pub struct Columns {
    pub area: usize,
    pub period: usize,
    pub numerator: usize,
    pub denominator: usize,
    pub value: usize,
}

/// How many of the nearest indicators are offered.
const NEAREST: usize = 3;

/// What an entry is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Subject {
    /// This indicator, by its name or chosen by the person.
    Known(&'static Indicator),
    /// This indicator, by a name that is nearly one of its names.
    Misspelt(&'static Indicator),
    /// One of these; the person must say which.
    OneOf(Vec<&'static Indicator>),
    /// Not known; the person must say. The nearest, where they were looked for.
    Unknown(Vec<&'static Indicator>),
    /// Left out by the person; what it was before, for taking it back in.
    LeftOut(Box<Self>),
}

impl Default for Subject {
    fn default() -> Self {
        Self::Unknown(Vec::new())
    }
}

impl Subject {
    /// The indicator, where it is known.
    pub const fn indicator(&self) -> Option<&'static Indicator> {
        match self {
            Self::Known(indicator) | Self::Misspelt(indicator) => Some(indicator),
            Self::OneOf(_) | Self::Unknown(_) | Self::LeftOut(_) => None,
        }
    }
}

/// What [`Entry::check`] found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// The figure, if the entry is one.
    pub figure: Option<Figure>,
    /// What is wrong or worth a look.
    pub problems: Vec<Problem>,
}

impl Entry {
    /// Finds what the label means, under its headings.
    pub(crate) fn find_subject(&mut self) {
        if self.label.len() > limits::MAX_NAME {
            self.subject = Subject::default();
            return;
        }
        self.subject = match indicator::match_name(&self.label, &self.context) {
            Match::Exact(indicator) => Subject::Known(indicator),
            Match::Close(indicator) => Subject::Misspelt(indicator),
            Match::Numerator(indicator) => {
                self.take_value_as_numerator();
                Subject::Known(indicator)
            }
            Match::Ambiguous(several) => Subject::OneOf(several),
            Match::Unknown => Subject::Unknown(indicator::candidates(&self.label, &self.context, NEAREST)),
        };
        // "Unaccompanied children, 86, 646": with a denominator the share is meant, not the number.
        if let Some(share) = self.subject.indicator().filter(|_| self.has_denominator()).and_then(share_of) {
            self.subject = Subject::Known(share);
        }
    }

    /// "Number of children in foster care, 469": the name says that the number is a numerator.
    fn take_value_as_numerator(&mut self) {
        let is_count = matches!(cell::parse(&self.value), Cell::Number(number) if number.decimals() == 0);
        if is_count && self.numerator.is_empty() && self.denominator.is_empty() {
            self.numerator = std::mem::take(&mut self.value);
            self.columns.numerator = std::mem::take(&mut self.columns.value);
        }
    }

    fn has_denominator(&self) -> bool {
        !self.denominator.is_empty() || matches!(cell::parse(&self.value), Cell::OutOf(..))
    }

    /// Makes a figure of the entry, or says what is wrong with it. An entry left out is neither.
    pub fn check(&self) -> Checked {
        let mut checked = Checked::default();
        if matches!(self.subject, Subject::LeftOut(_)) || self.is_blank() {
            return checked;
        }
        checked.problems.extend(self.spreadsheet_error());
        match self.figure(&mut checked.problems) {
            Ok(figure) => checked.figure = Some(figure),
            Err(problem) => checked.problems.push(problem),
        }
        checked
    }

    /// What to say where the spreadsheet shows an error in place of a number.
    fn spreadsheet_error(&self) -> Option<Problem> {
        let cells = [
            (&self.numerator, self.columns.numerator),
            (&self.denominator, self.columns.denominator),
            (&self.value, self.columns.value),
        ];
        let (text, column) = cells.into_iter().find(|(text, _)| is_spreadsheet_error(text))?;
        let message = if text.trim().bytes().all(|byte| byte == b'#') {
            "The column is too narrow to show this number, so it was not read. Widen the column and copy it again"
        } else {
            "The spreadsheet shows an error here, so there is no number to read. Correct its formula, or type the number"
        };
        Some(Problem::new(Severity::Note, self.at(column), text, message))
    }

    /// Whether there is no number in the entry, or not yet: a row just added.
    pub fn is_blank(&self) -> bool {
        [&self.numerator, &self.denominator, &self.value].iter().all(|text| text.trim().is_empty())
    }

    fn figure(&self, problems: &mut Vec<Problem>) -> Result<Figure, Problem> {
        let indicator = self.indicator(problems)?;
        let period = self.checked_period()?;
        let area = self.checked_area()?;
        let (amount, stated) = self.amount(indicator, problems)?;
        let place = self.at(self.columns.value.max(self.columns.numerator));
        Ok(Figure { indicator, area, period, amount, stated, place: Some(place) })
    }

    fn at(&self, column: usize) -> Place {
        Place { column, ..self.place.clone() }
    }

    fn error(&self, column: usize, found: &str, message: impl Into<String>) -> Problem {
        Problem::new(Severity::Error, self.at(column), found, message)
    }

    fn indicator(&self, problems: &mut Vec<Problem>) -> Result<&'static Indicator, Problem> {
        let column = self.place.column;
        match &self.subject {
            Subject::Known(indicator) => Ok(indicator),
            Subject::Misspelt(indicator) => {
                let message =
                    format!("Read as \u{201C}{}\u{201D}, with the spelling put right", indicator.title);
                problems.push(Problem::new(Severity::Note, self.at(column), &self.label, message));
                Ok(indicator)
            }
            Subject::OneOf(several) => Err(self.error(
                column,
                &self.label,
                format!(
                    "Which measure is \u{201C}{}\u{201D}? It could be {}. Choose one, or leave the row out",
                    self.label,
                    alternatives(several)
                ),
            )),
            Subject::Unknown(_) if self.label.trim().is_empty() => Err(self.error(
                column,
                "",
                "There is no indicator for this number. Choose one, or leave the row out",
            )),
            Subject::Unknown(near) => {
                let message = match near.as_slice() {
                    [] => "No indicator has this name. Choose one, or leave the row out".to_owned(),
                    near => format!(
                        "Which measure is \u{201C}{}\u{201D}? The nearest {} {}. Choose one, or leave the row out",
                        self.label,
                        if near.len() == 1 { "is" } else { "are" },
                        alternatives(near)
                    ),
                };
                Err(self.error(column, &self.label, message))
            }
            Subject::LeftOut(_) => Err(self.error(column, &self.label, "This row is left out")),
        }
    }

    fn checked_period(&self) -> Result<Option<Period>, Problem> {
        let text = self.period.trim();
        if text.is_empty() {
            return Ok(None);
        }
        let expected =
            "Expected a year as 2022/23 or 2023, a quarter as Q1 2022/23, or a month as March 2023";
        Period::parse(text).map(Some).map_err(|error| {
            let message = match error {
                PeriodError::NotAPeriod => format!("This is not a period. {expected}"),
                PeriodError::OutOfRange => "This year is outside 2000 to 2099".to_owned(),
                PeriodError::NotConsecutive => {
                    format!("A reporting year runs over two years that follow each other. {expected}")
                }
            };
            self.error(self.columns.period, text, message)
        })
    }

    fn checked_area(&self) -> Result<Option<&'static Area>, Problem> {
        let text = self.area.trim();
        if text.is_empty() {
            return Ok(None);
        }
        area::by_code(text).or_else(|| area::by_name(text)).map(Some).ok_or_else(|| {
            let message = "This is not the name or code of an English council, a region or England";
            self.error(self.columns.area, text, message)
        })
    }

    fn amount(
        &self,
        indicator: &Indicator,
        problems: &mut Vec<Problem>,
    ) -> Result<(Amount, Option<Decimal>), Problem> {
        let columns = self.columns;
        let (numerator, denominator) = (self.numerator.trim(), self.denominator.trim());
        if let Some(symbol) = [numerator, denominator].into_iter().find_map(Withheld::from_symbol) {
            // A hidden count leaves the percentage, if that is given.
            return match cell::parse(&self.value) {
                Cell::Percent(_) | Cell::Number(_) => self.stated(indicator, problems),
                _ => Ok((Amount::Withheld(symbol), None)),
            };
        }
        match (numerator.is_empty(), denominator.is_empty()) {
            (true, true) => match cell::parse(&self.value) {
                Cell::OutOf(numerator, denominator, stated) => {
                    let column = columns.value;
                    self.counts(indicator, (numerator, column), (denominator, column), stated, problems)
                }
                Cell::CountWithPercent(count, percent) if indicator.kind == Kind::Count => Ok((
                    Amount::Value(Decimal::new(self.count(count, columns.value)?.cast_signed(), 0)),
                    Some(percent),
                )),
                Cell::CountWithPercent(_, percent) if indicator.kind == Kind::Share => {
                    Ok((Amount::Value(self.in_range(indicator, percent)?), None))
                }
                _ => self.stated(indicator, problems),
            },
            (false, false) => {
                let stated = match cell::parse(&self.value) {
                    Cell::Percent(stated) | Cell::Number(stated) => Some(stated),
                    _ => None,
                };
                let (numerator, denominator) =
                    ((numerator, columns.numerator), (denominator, columns.denominator));
                self.counts(indicator, numerator, denominator, stated, problems)
            }
            (false, true) if indicator.kind == Kind::Count => {
                let count = self.count(numerator, columns.numerator)?;
                Ok((Amount::Value(Decimal::new(count.cast_signed(), 0)), None))
            }
            (false, true) if !self.value.trim().is_empty() => {
                let message = "Not used, since there is no denominator; the percentage was";
                let place = self.at(columns.numerator);
                problems.push(Problem::new(Severity::Note, place, numerator, message));
                self.stated(indicator, problems)
            }
            (false, true) => Err(self.error(
                columns.numerator,
                numerator,
                format!(
                    "There is a numerator without a denominator. Expected the number of {}",
                    denominator_words(indicator)
                ),
            )),
            (true, false) => Err(self.error(
                columns.denominator,
                denominator,
                "There is a denominator without a numerator. Give both, or only the percentage",
            )),
        }
    }

    fn counts(
        &self,
        indicator: &Indicator,
        (numerator_text, numerator_column): (&str, usize),
        (denominator_text, denominator_column): (&str, usize),
        stated: Option<Decimal>,
        problems: &mut Vec<Problem>,
    ) -> Result<(Amount, Option<Decimal>), Problem> {
        if indicator.kind.scale().is_none() {
            let message = format!(
                "\u{201C}{}\u{201D} is one number ({}), not so many of so many. Give the number alone, or choose another indicator",
                indicator.title, indicator.unit
            );
            return Err(self.error(denominator_column, denominator_text, message));
        }
        let numerator = self.count(numerator_text, numerator_column)?;
        let denominator = self.count(denominator_text, denominator_column)?;
        if denominator == 0 {
            let message = "The denominator is 0: there is no share of nothing. Expected at least 1, or leave the row out";
            return Err(self.error(denominator_column, denominator_text, message));
        }
        if indicator.kind == Kind::Share && numerator > denominator {
            let message = format!("The numerator, {numerator}, is above the denominator, {denominator}");
            return Err(self.error(numerator_column, numerator_text, message));
        }
        let amount = Amount::Counts { numerator, denominator };
        if indicator.kind == Kind::Rate && amount.exact(indicator.kind) > Some(Exact::whole(10_000)) {
            let message = format!("The numerator, {numerator}, is above the population, {denominator}");
            return Err(self.error(numerator_column, numerator_text, message));
        }
        if let (Some(stated), Some(exact)) = (stated, amount.exact(indicator.kind)) {
            let ours = exact.rounded(stated.decimals());
            let percent = if indicator.kind == Kind::Share { "%" } else { "" };
            let is_far = exact
                .minus(stated.into())
                .is_none_or(|gap| gap > Exact::whole(5) || gap.negated() > Exact::whole(5));
            if is_far {
                let message = format!(
                    "{numerator} of {denominator} is {ours}{percent}, but {stated}{percent} stands beside it. One of the three is wrong, or is \
                     not what its place says"
                );
                return Err(self.error(self.columns.value.max(numerator_column), &self.value, message));
            }
            if ours != stated {
                let message = format!(
                    "{numerator} of {denominator} is {ours}{percent}, not {stated}{percent}. The counts were used"
                );
                problems.push(Problem::new(
                    Severity::Warning,
                    self.at(self.columns.value),
                    &self.value,
                    message,
                ));
            }
        }
        Ok((amount, stated))
    }

    fn count(&self, text: &str, column: usize) -> Result<u64, Problem> {
        let message = match Decimal::parse(text) {
            Ok(number) if number.units() < 0 => "A number of children or cases cannot be negative".to_owned(),
            Ok(number) => {
                let scale = 10_i64.pow(u32::from(number.decimals()));
                let whole = number.units() / scale;
                match u64::try_from(whole) {
                    Ok(count) if number.units() % scale == 0 && count <= MAX_COUNT => return Ok(count),
                    Ok(_) if number.units() % scale == 0 => {
                        "This number is too large to be a count".to_owned()
                    }
                    _ => "A count is a whole number. Give a percentage or an average in the value column"
                        .to_owned(),
                }
            }
            Err(_) => "This is not a whole number. Expected digits such as 51 or 1,655".to_owned(),
        };
        Err(self.error(column, text, message))
    }

    /// A value without counts.
    fn stated(
        &self,
        indicator: &Indicator,
        problems: &mut Vec<Problem>,
    ) -> Result<(Amount, Option<Decimal>), Problem> {
        let column = self.columns.value;
        let text = self.value.trim();
        let value = match cell::parse(text) {
            Cell::Percent(_) if indicator.kind != Kind::Share => {
                let message = format!(
                    "A percentage was found where \u{201C}{}\u{201D} is a number ({})",
                    indicator.title, indicator.unit
                );
                return Err(self.error(column, text, message));
            }
            Cell::Percent(value) => value,
            Cell::Number(value) => {
                if indicator.kind == Kind::Share && !self.says_percent() {
                    if value.decimals() == 0 {
                        return Err(self.error(column, text, without_sign(indicator, value)));
                    }
                    if let Some(doubt) = doubt_of_fraction(value) {
                        problems.push(Problem::new(Severity::Warning, self.at(column), text, doubt));
                    }
                }
                value
            }
            Cell::Withheld(symbol) => return Ok((Amount::Withheld(symbol), None)),
            Cell::Blank => return Ok((Amount::Withheld(Withheld::NotAvailable), None)),
            Cell::OutOf(..) | Cell::CountWithPercent(..) | Cell::Text => {
                let message = match Decimal::parse(text) {
                    Err(DecimalError::TooLong) => {
                        "This number has more digits than can be kept exactly; give at most nine decimals"
                    }
                    _ => {
                        "This is not a number. Expected a percentage as 7.9%, a number as 646, or a symbol such as c or x"
                    }
                };
                return Err(self.error(column, text, message));
            }
        };
        Ok((Amount::Value(self.in_range(indicator, value)?), None))
    }

    /// Whether the name or its headings say that numbers are percentages.
    fn says_percent(&self) -> bool {
        indicator::says_percent(&self.label) || indicator::says_percent(&self.context)
    }

    fn in_range(&self, indicator: &Indicator, value: Decimal) -> Result<Decimal, Problem> {
        let whole = 10_i64.pow(u32::from(value.decimals()));
        let message = match indicator.kind {
            Kind::Score => return Ok(value),
            _ if value.units() < 0 => format!("\u{201C}{}\u{201D} cannot be negative", indicator.title),
            Kind::Share if value.units() > 100 * whole => {
                "A percentage of a group cannot be above 100%. If this is a count, give its denominator"
                    .to_owned()
            }
            Kind::Rate if value.units() > 10_000 * whole => {
                "A rate per 10,000 cannot be above 10,000".to_owned()
            }
            Kind::Count if value.units() / whole > MAX_COUNT.cast_signed() => {
                "This number is too large to be a count".to_owned()
            }
            Kind::Count if value.units() % whole != 0 => {
                "A number of children or cases is a whole number".to_owned()
            }
            _ => return Ok(value),
        };
        Err(self.error(self.columns.value, &self.value, message))
    }
}

/// Why a number without a percent sign might not be the percentage it is read as.
fn doubt_of_fraction(value: Decimal) -> Option<String> {
    let is_below_one = value.units() > 0 && value.units() <= 10_i64.pow(u32::from(value.decimals()));
    (is_below_one && value.decimals() >= 2).then(|| {
        format!(
            "Read as {value}%. If it is a fraction, as a spreadsheet stores percentages, write it as a percentage"
        )
    })
}

/// What to ask of a whole number under the name of a share.
fn without_sign(indicator: &Indicator, value: Decimal) -> String {
    format!(
        "{value} may be a percentage or a count. If it is a percentage, write {value}%; if it is a count, also give the \
         number of {}",
        denominator_words(indicator)
    )
}

/// The share that goes with a number of children: `unaccompanied-children` and `unaccompanied-children-share`.
fn share_of(indicator: &'static Indicator) -> Option<&'static Indicator> {
    (indicator.kind == Kind::Count).then(|| indicator::by_id(&format!("{}-share", indicator.id))).flatten()
}

fn denominator_words(indicator: &Indicator) -> &'static str {
    if indicator.denominator.is_empty() { "children it is out of" } else { indicator.denominator }
}

/// Titles joined as alternatives.
fn alternatives(indicators: &[&Indicator]) -> String {
    let quoted: Vec<String> =
        indicators.iter().map(|indicator| format!("\u{201C}{}\u{201D}", indicator.title)).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => quoted.concat(),
    }
}
