//! A cell of a sheet: what it holds and how it looks.

use crate::figure::Place;
use crate::indicator::Kind;
use crate::number::{Decimal, Exact};

use super::xml::Xml;
use crate::words::office::POINTS;

/// How a number is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Format {
    /// As it is.
    #[default]
    General,
    /// With so many decimals, thousands separated.
    Number(u8),
    /// A fraction as a percentage with so many decimals.
    Percent(u8),
    /// A difference, with its sign.
    Change(u8),
    /// The same in percentage points.
    Points(u8),
}

impl Format {
    /// The format of a value of an indicator.
    pub(super) const fn of(kind: Kind, decimals: u8) -> Self {
        match kind {
            Kind::Share => Self::Percent(decimals),
            _ => Self::Number(decimals),
        }
    }

    /// The least by which two numbers of it differ.
    pub(super) fn least(self) -> f64 {
        let places = match self {
            Self::General => return 0.0,
            Self::Percent(decimals) => decimals + 2,
            Self::Number(decimals) | Self::Change(decimals) | Self::Points(decimals) => decimals,
        };
        (0..places).fold(1.0, |least, _| least / 10.0)
    }

    /// As Excel writes it: `0.0%`.
    pub(super) fn code(self) -> String {
        let places = |decimals: u8| match decimals {
            0 => String::new(),
            some => format!(".{}", "0".repeat(some.into())),
        };
        match self {
            Self::General => "General".to_owned(),
            Self::Number(decimals) => format!("#,##0{}", places(decimals)),
            Self::Percent(decimals) => format!("0{}%", places(decimals)),
            Self::Change(decimals) => signed(&format!("#,##0{}", places(decimals))),
            Self::Points(decimals) => signed(&format!("0{}\"{POINTS}\"", places(decimals))),
        }
    }
}

/// The format of a number, of which those above and below 0 have their sign.
fn signed(code: &str) -> String {
    format!("+{code};-{code};{code}")
}

/// How a cell looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Look {
    /// A cell of a table.
    #[default]
    Plain,
    /// The title of a sheet.
    Title,
    /// A heading of a column.
    Heading,
    /// A remark over or below a table.
    Note,
    /// A text over several lines.
    Wrapped,
}

impl Look {
    /// Every look, in the order of the fonts and fills that `workbook.rs` writes.
    pub(super) const ALL: [Self; 5] = [Self::Plain, Self::Title, Self::Heading, Self::Note, Self::Wrapped];
}

/// What a cell holds.
#[derive(Clone, Debug, Default, PartialEq)]
enum Value {
    #[default]
    Blank,
    Text(String),
    /// A number, as XML writes it.
    Number(String),
    /// A formula without its sign, and its value.
    Formula(String, String),
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Cell {
    value: Value,
    pub(super) format: Format,
    pub(super) look: Look,
}

impl Cell {
    /// A cell that holds nothing.
    pub(super) fn blank() -> Self {
        Self::default()
    }

    /// A text. It is never a formula, whatever it begins with.
    pub(super) fn text(text: &str) -> Self {
        Self::looking(Look::Plain, text)
    }

    /// A text over several lines.
    pub(super) fn wrapped(text: &str) -> Self {
        Self::looking(Look::Wrapped, text)
    }

    /// The heading of a column.
    pub(super) fn heading(text: &str) -> Self {
        Self::looking(Look::Heading, text)
    }

    /// A text that looks so.
    pub(super) fn looking(look: Look, text: &str) -> Self {
        let value = if text.is_empty() { Value::Blank } else { Value::Text(text.to_owned()) };
        Self { value, look, ..Self::default() }
    }

    /// A number of people.
    pub(super) fn count(count: u64) -> Self {
        Self { value: Value::Number(count.to_string()), format: Format::Number(0), ..Self::default() }
    }

    /// A number as it was stated, in the unit of its indicator.
    pub(super) fn decimal(kind: Kind, number: Decimal) -> Self {
        // A percentage is kept as a fraction, to the digit.
        let shift = if kind == Kind::Share { 2 } else { 0 };
        let stored = Decimal::new(number.units(), number.decimals() + shift).to_string();
        Self { value: Value::Number(stored), format: Format::of(kind, number.decimals()), ..Self::default() }
    }

    /// A difference between two values of an indicator: of percentages in points, which say so.
    pub(super) fn change(kind: Kind, number: Decimal) -> Self {
        let format = if kind == Kind::Share { Format::Points } else { Format::Change };
        Self { format: format(number.decimals()), ..Self::decimal(Kind::Count, number) }
    }

    /// A number of a model.
    pub(super) fn float(number: f64, decimals: u8) -> Self {
        let value = if number.is_finite() { Value::Number(number.to_string()) } else { Value::Blank };
        Self { value, format: Format::Number(decimals), ..Self::default() }
    }

    /// An exact value of an indicator, shown with so many decimals.
    pub(super) fn exact(kind: Kind, value: Exact, decimals: u8) -> Self {
        Self {
            value: Value::Number(stored(kind, value.to_f64()).to_string()),
            format: Format::of(kind, decimals),
            ..Self::default()
        }
    }

    /// A number that is not known exactly, in the unit of its indicator.
    pub(super) fn approximate(kind: Kind, number: f64, decimals: u8) -> Self {
        Self { format: Format::of(kind, decimals), ..Self::float(stored(kind, number), decimals) }
    }

    /// A formula and the exact value it has.
    pub(super) fn formula(formula: String, kind: Kind, value: Exact, decimals: u8) -> Self {
        let value = stored(kind, value.to_f64()).to_string();
        Self { value: Value::Formula(formula, value), format: Format::of(kind, decimals), ..Self::default() }
    }

    /// The number of another cell, which it follows.
    pub(super) fn following(sheet: &str, row: usize, column: usize, count: u64) -> Self {
        let formula = format!("{sheet}!{}", at(row, column));
        Self {
            value: Value::Formula(formula, count.to_string()),
            format: Format::Number(0),
            ..Self::default()
        }
    }

    /// The number it holds, as XML writes it; `None` if it holds none.
    pub(super) fn number(&self) -> Option<&str> {
        match &self.value {
            Value::Number(number) | Value::Formula(_, number) => Some(number),
            Value::Blank | Value::Text(_) => None,
        }
    }

    /// How many lines its text takes in a column of a width in letters.
    pub(super) fn lines(&self, width: u16) -> usize {
        let wraps = matches!(self.look, Look::Heading | Look::Wrapped);
        let Value::Text(text) = &self.value else { return 1 };
        if !wraps {
            return 1;
        }
        // Words are not broken, so that a line is seldom full.
        let letters = usize::from(width).saturating_sub(1).max(1) * 9 / 10;
        text.lines().map(|line| line.chars().count().div_ceil(letters.max(1))).sum::<usize>().max(1)
    }

    pub(super) fn write(&self, xml: &mut Xml, place: &str, style: usize) {
        let style = style.to_string();
        let attributes = [("r", place), ("s", style.as_str())];
        match &self.value {
            Value::Blank => xml.empty("c", &attributes),
            Value::Text(text) => {
                xml.open("c", &[attributes[0], attributes[1], ("t", "inlineStr")]);
                xml.open("is", &[]);
                xml.leaf("t", &[("xml:space", "preserve")], text);
                xml.close(2);
            }
            Value::Number(number) => {
                xml.open("c", &attributes);
                xml.leaf("v", &[], number);
                xml.close(1);
            }
            Value::Formula(formula, number) => {
                xml.open("c", &attributes);
                xml.leaf("f", &[], formula);
                xml.leaf("v", &[], number);
                xml.close(1);
            }
        }
    }
}

/// A value as it is kept: a percentage as a fraction.
fn stored(kind: Kind, value: f64) -> f64 {
    if kind == Kind::Share { value / 100.0 } else { value }
}

/// A cell, from 0: `B3`.
pub(super) fn at(row: usize, column: usize) -> String {
    format!("{}{}", Place { column: column + 1, ..Place::default() }.letters(), row + 1)
}

/// A cell, however its formula is copied: `$B$3`.
pub(super) fn absolute(row: usize, column: usize) -> String {
    let cell = at(row, column);
    let digits = cell.find(|character: char| character.is_ascii_digit()).unwrap_or(cell.len());
    format!("${}${}", &cell[..digits], &cell[digits..])
}

/// The formula of a value of its counts. A percentage is kept as a fraction.
pub(super) fn ratio(kind: Kind, over: &str, under: &str) -> String {
    match kind {
        Kind::Rate => format!("{over}/{under}*10000"),
        _ => format!("{over}/{under}"),
    }
}

/// The colours of a status, those of statuses by number of the styles that `workbook.rs` writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    Good,
    Middling,
    Bad,
    /// An unusual figure that is better, in a document.
    UnusualGood,
    /// One that is worse.
    UnusualPoor,
}
