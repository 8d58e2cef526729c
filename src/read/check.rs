//! Making a figure of an entry, or finding what is wrong with it.

use crate::area::{self, Area};
use crate::figure::{Amount, Figure, Place, Withheld, is_spreadsheet_error};
use crate::indicator::{Kind, Measure, says_percent};
use crate::number::{Decimal, DecimalError, Exact, MAX_COUNT};
use crate::period::Period;

use super::cell::{self, Cell};
use super::entry::{Entry, Subject};
use super::odd::{Odd, odd};
use super::problem::{Differing, EntryProblem, Problem};
use super::when;

/// What [`Entry::check`] found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// The figure, if the entry is one.
    pub figure: Option<Figure>,
    /// What is wrong or worth a look.
    pub problems: Vec<Problem>,
}

/// What is wrong with a text of an entry, or worth a look, and its column.
struct Fault<'a> {
    column: usize,
    found: &'a str,
    kind: EntryProblem,
}

const fn fault(column: usize, found: &str, kind: EntryProblem) -> Fault<'_> {
    Fault { column, found, kind }
}

impl Entry {
    /// Makes a figure of the entry, or says what is wrong with it. An entry left out is neither.
    pub fn check(&self) -> Checked {
        let mut checked = Checked::default();
        if matches!(self.subject, Subject::LeftOut(_)) || self.is_blank() {
            return checked;
        }
        let mut faults: Vec<Fault<'_>> = self.spreadsheet_error().into_iter().collect();
        match self.figure(&mut faults) {
            Ok(figure) => checked.figure = Some(figure),
            Err(fault) => faults.push(fault),
        }
        let problem = |fault: Fault<'_>| Problem::new(self.at(fault.column), fault.found, fault.kind);
        checked.problems = faults.into_iter().map(problem).collect();
        checked
    }

    /// The fault that the spreadsheet shows an error in place of a number.
    fn spreadsheet_error(&self) -> Option<Fault<'_>> {
        let cells = [
            (&self.numerator, self.columns.numerator),
            (&self.denominator, self.columns.denominator),
            (&self.value, self.columns.value),
        ];
        let (text, column) = cells.into_iter().find(|(text, _)| is_spreadsheet_error(text))?;
        let is_narrow = text.trim().bytes().all(|byte| byte == b'#');
        let kind = if is_narrow { EntryProblem::ColumnTooNarrow } else { EntryProblem::SpreadsheetError };
        Some(fault(column, text, kind))
    }

    fn figure<'a>(&'a self, faults: &mut Vec<Fault<'a>>) -> Result<Figure, Fault<'a>> {
        let indicator = self.indicator(faults)?;
        let period = self.checked_period()?;
        let area = self.checked_area()?;
        let (amount, stated) = self.amount(indicator, faults)?;
        let place = self.place_of_number();
        Ok(Figure { indicator: indicator.clone(), area, period, amount, stated, place: Some(place) })
    }

    /// Where its percentage, number or symbol stands, or else its numerator.
    pub fn place_of_number(&self) -> Place {
        self.at(self.columns.value.max(self.columns.numerator))
    }

    fn at(&self, column: usize) -> Place {
        Place { column, ..self.place.clone() }
    }

    fn indicator<'a>(&'a self, faults: &mut Vec<Fault<'a>>) -> Result<&'a Measure, Fault<'a>> {
        let kind = match &self.subject {
            Subject::Known(indicator) => return Ok(indicator),
            Subject::Misspelt(indicator) => {
                let kind = EntryProblem::Corrected(indicator.clone());
                faults.push(fault(self.place.column, &self.label, kind));
                return Ok(indicator);
            }
            Subject::OneOf(several) => EntryProblem::Ambiguous(several.clone()),
            Subject::Unknown(_) if self.label.trim().is_empty() => EntryProblem::NoName,
            Subject::Unknown(near) => EntryProblem::Unknown(near.clone()),
            Subject::LeftOut(_) => EntryProblem::LeftOut,
        };
        Err(fault(self.place.column, self.label.trim(), kind))
    }

    fn checked_period(&self) -> Result<Option<Period>, Fault<'_>> {
        let text = self.period.trim();
        if text.is_empty() {
            return Ok(None);
        }
        let period = Period::parse(text).map(Some);
        period.map_err(|error| {
            let kind =
                if when::lacks_year(text) { EntryProblem::NoYear } else { EntryProblem::Period(error) };
            fault(self.columns.period, text, kind)
        })
    }

    fn checked_area(&self) -> Result<Option<&'static Area>, Fault<'_>> {
        let text = self.area.trim();
        if text.is_empty() {
            return Ok(None);
        }
        let area = area::by_code(text).or_else(|| area::by_name(text));
        area.map(Some).ok_or_else(|| fault(self.columns.area, text, EntryProblem::NotAnArea))
    }

    fn amount<'a>(
        &'a self,
        indicator: &Measure,
        faults: &mut Vec<Fault<'a>>,
    ) -> Result<(Amount, Option<Decimal>), Fault<'a>> {
        let columns = self.columns;
        let (numerator, denominator) = (self.numerator.trim(), self.denominator.trim());
        if let Some(symbol) = [numerator, denominator].into_iter().find_map(Withheld::from_symbol) {
            // A hidden count leaves the percentage, if that is given, and the other count does not give it away.
            let gives_away =
                |count: &str| symbol.is_confidential() && matches!(cell::parse(count), Cell::Number(_));
            return match cell::parse(&self.value) {
                Cell::Percent(_) | Cell::Number(_)
                    if ![numerator, denominator].into_iter().any(gives_away) =>
                {
                    self.stated(indicator, faults)
                }
                _ => Ok((Amount::Withheld(symbol), None)),
            };
        }
        match (numerator.is_empty(), denominator.is_empty()) {
            (true, true) => match cell::parse(&self.value) {
                Cell::OutOf(numerator, denominator, stated) => {
                    let column = columns.value;
                    self.counts(indicator, (numerator, column), (denominator, column), stated, faults)
                }
                Cell::CountWithPercent(count, percent) if indicator.kind == Kind::Count => Ok((
                    Amount::Value(Decimal::new(count_of(count, columns.value)?.cast_signed(), 0)),
                    Some(percent),
                )),
                Cell::CountWithPercent(_, percent) if indicator.kind == Kind::Share => {
                    Ok((Amount::Value(self.in_range(indicator, percent)?), None))
                }
                _ => self.stated(indicator, faults),
            },
            (false, false) => {
                let stated = match cell::parse(&self.value) {
                    Cell::Percent(stated) | Cell::Number(stated) => Some(stated),
                    _ => None,
                };
                let (numerator, denominator) =
                    ((numerator, columns.numerator), (denominator, columns.denominator));
                self.counts(indicator, numerator, denominator, stated, faults)
            }
            (false, true) if indicator.kind == Kind::Count => {
                let count = count_of(numerator, columns.numerator)?;
                Ok((Amount::Value(Decimal::new(count.cast_signed(), 0)), None))
            }
            (false, true) if !self.value.trim().is_empty() => {
                faults.push(fault(columns.numerator, numerator, EntryProblem::NumeratorNotUsed));
                self.stated(indicator, faults)
            }
            (false, true) => {
                Err(fault(columns.numerator, numerator, EntryProblem::NoDenominator(indicator.clone())))
            }
            (true, false) => Err(fault(columns.denominator, denominator, EntryProblem::NoNumerator)),
        }
    }

    fn counts<'a>(
        &'a self,
        indicator: &Measure,
        (numerator_text, numerator_column): (&'a str, usize),
        (denominator_text, denominator_column): (&'a str, usize),
        stated: Option<Decimal>,
        faults: &mut Vec<Fault<'a>>,
    ) -> Result<(Amount, Option<Decimal>), Fault<'a>> {
        if indicator.kind.scale().is_none() {
            let kind = EntryProblem::NotCounts(indicator.clone());
            return Err(fault(denominator_column, denominator_text, kind));
        }
        let numerator = count_of(numerator_text, numerator_column)?;
        let denominator = count_of(denominator_text, denominator_column)?;
        if denominator == 0 {
            let kind = EntryProblem::DenominatorZero;
            return Err(fault(denominator_column, denominator_text, kind));
        }
        if indicator.kind == Kind::Share && numerator > denominator {
            let kind = EntryProblem::NumeratorAboveDenominator { numerator, denominator };
            return Err(fault(numerator_column, numerator_text, kind));
        }
        let amount = Amount::Counts { numerator, denominator };
        if indicator.kind == Kind::Rate && amount.exact(indicator.kind) > Some(Exact::whole(10_000)) {
            let kind = EntryProblem::NumeratorAbovePopulation { numerator, denominator };
            return Err(fault(numerator_column, numerator_text, kind));
        }
        if let (Some(stated), Some(exact)) = (stated, amount.exact(indicator.kind)) {
            let computed = exact.rounded(stated.decimals());
            let differing =
                Differing { indicator: indicator.clone(), numerator, denominator, computed, stated };
            let is_far = exact
                .minus(stated.into())
                .is_none_or(|gap| gap > Exact::whole(5) || gap.negated() > Exact::whole(5));
            if is_far {
                let column = self.columns.value.max(numerator_column);
                return Err(fault(column, &self.value, EntryProblem::FarFromCounts(differing)));
            }
            if computed != stated {
                let kind = EntryProblem::CountsUsed(differing);
                faults.push(fault(self.columns.value, &self.value, kind));
            }
        }
        Ok((amount, stated))
    }

    /// A value without counts.
    fn stated<'a>(
        &'a self,
        indicator: &Measure,
        faults: &mut Vec<Fault<'a>>,
    ) -> Result<(Amount, Option<Decimal>), Fault<'a>> {
        let column = self.columns.value;
        let text = self.value.trim();
        let value = match cell::parse(text) {
            Cell::Percent(_) if indicator.kind != Kind::Share => {
                return Err(fault(column, text, EntryProblem::PercentOfNumber(indicator.clone())));
            }
            Cell::Percent(value) => value,
            Cell::Number(value) => {
                if indicator.kind == Kind::Share && !self.says_percent() {
                    // That the numbers of an own measure are percentages, its percent signs or the person said.
                    if value.decimals() == 0 && !indicator.is_own() {
                        let kind = EntryProblem::PercentOrCount(indicator.clone(), value);
                        return Err(fault(column, text, kind));
                    }
                    if may_be_fraction(value) {
                        faults.push(fault(column, text, EntryProblem::PerhapsFraction(value)));
                    }
                }
                value
            }
            Cell::Withheld(symbol) => return Ok((Amount::Withheld(symbol), None)),
            Cell::Blank => return Ok((Amount::Withheld(Withheld::NotAvailable), None)),
            Cell::OutOf(..) | Cell::CountWithPercent(..) | Cell::Text => {
                let kind = match Decimal::parse(text) {
                    Err(DecimalError::TooLong) => EntryProblem::TooManyDigits,
                    _ => match odd(text) {
                        Some(Odd::Approximate) => EntryProblem::Approximate,
                        Some(Odd::DecimalComma) => EntryProblem::DecimalComma,
                        None => EntryProblem::NotANumber,
                    },
                };
                return Err(fault(column, text, kind));
            }
        };
        Ok((Amount::Value(self.in_range(indicator, value)?), None))
    }

    /// Whether the name or its headings say that numbers are percentages.
    fn says_percent(&self) -> bool {
        says_percent(&self.label) || says_percent(&self.context)
    }

    fn in_range(&self, indicator: &Measure, value: Decimal) -> Result<Decimal, Fault<'_>> {
        let whole = 10_i64.pow(u32::from(value.decimals()));
        let kind = match indicator.kind {
            Kind::Score => return Ok(value),
            _ if value.units() < 0 => EntryProblem::Negative(indicator.clone()),
            Kind::Share if value.units() > 100 * whole => EntryProblem::ShareAbove100,
            Kind::Rate if value.units() > 10_000 * whole => EntryProblem::RateAbove10000,
            Kind::Count if value.units() / whole > MAX_COUNT.cast_signed() => EntryProblem::CountTooLarge,
            Kind::Count if indicator.decimals == 0 && value.units() % whole != 0 => EntryProblem::NotWhole,
            _ => return Ok(value),
        };
        Err(fault(self.columns.value, &self.value, kind))
    }
}

/// Whether a number without a percent sign may be a fraction and not the percentage it is read as.
fn may_be_fraction(value: Decimal) -> bool {
    let is_below_one = value.units() > 0 && value.units() <= 10_i64.pow(u32::from(value.decimals()));
    is_below_one && value.decimals() >= 2
}

/// Returns a count, or why the text is not one.
fn count_of(text: &str, column: usize) -> Result<u64, Fault<'_>> {
    let kind = match Decimal::parse(text) {
        Ok(number) if number.units() < 0 => EntryProblem::NegativeCount,
        Ok(number) => {
            let scale = 10_i64.pow(u32::from(number.decimals()));
            let whole = number.units() / scale;
            match u64::try_from(whole) {
                Ok(count) if number.units() % scale == 0 && count <= MAX_COUNT => return Ok(count),
                Ok(_) if number.units() % scale == 0 => EntryProblem::CountTooLarge,
                _ => EntryProblem::FractionOfCount,
            }
        }
        Err(_) => EntryProblem::NotACount,
    };
    Err(fault(column, text, kind))
}
