//! Official files as they are downloaded from Explore Education Statistics.
//!
//! Every such file begins with the same columns of time and place. Then come filter columns, whose names change from
//! year to year and even change places, and columns of values. So a row is known by the texts of its filters, in
//! whatever column and order, after evening out the wordings that drift: `data/official_files.csv` lists them.
//!
//! Contains public sector information licensed under the Open Government Licence v3.0.

mod archive;
mod file;
mod place;
mod wording;

pub use file::{OfficialFile, OfficialValue};
pub use place::OfficialArea;

use std::collections::HashMap;

use crate::figure::{Amount, Place};
use crate::indicator;
use crate::number::Decimal;
use crate::period::Period;
use crate::published::{Release, Value};
use crate::sorting::Sorting;

use super::entry::{Entry, Subject};
use super::layout::Layout;
use super::problem::{OfficialProblem, Problem, SourceProblem};
use super::progress::Progress;
use super::row::Row;
use super::{Delimiter, Reading};

/// Returns what an official file holds, or `None` if it is not one.
pub(super) fn read(text: &str, name: &str) -> Option<(Release, Vec<Problem>)> {
    OfficialFile::read(text, name).map(release)
}

/// Returns what an official file holds that was saved as a sheet of a workbook, or `None` if it is not one.
pub(super) fn read_rows(rows: &[Row], name: &str) -> Option<(Release, Vec<Problem>)> {
    OfficialFile::of_rows(rows, name).map(release)
}

/// Returns what a whole release, packed into one archive, holds, or `None` if there is no official file in it.
pub(super) fn read_archive(
    bytes: &[u8],
    name: &str,
    tell: &mut dyn FnMut(Progress),
) -> Result<Option<(Release, Vec<Problem>)>, SourceProblem> {
    let files = OfficialFile::read_archive(bytes, tell)?;
    Ok(files.map(|files| release(OfficialFile::of_release(files, name))))
}

/// The values of a file for the areas that are compared, and what could not be used.
fn release(file: OfficialFile) -> (Release, Vec<Problem>) {
    let areas: Vec<_> = file.areas.iter().map(OfficialArea::known).collect();
    let value = |value: &OfficialValue| {
        let OfficialValue { indicator, area, year, value: number, .. } = *value;
        Some(Value { indicator, area: areas[area]?, year, value: number, counts: value.counts() })
    };
    let mut release = Release { values: file.values.iter().filter_map(value).collect(), file: file.name };
    release.values.arrange_by_key(|value| (value.indicator.index, value.area.index, value.year));
    even_decimals(&mut release.values);
    let mut unknown: Vec<String> = file
        .areas
        .iter()
        .zip(&areas)
        .filter(|(_, known)| known.is_none())
        .map(|(area, _)| area.title().to_owned())
        .collect();
    let mut found = file.problems;
    if !unknown.is_empty() {
        let more = unknown.len().saturating_sub(4);
        unknown.truncate(4);
        found.push(OfficialProblem::OtherAreas { names: unknown, more });
    }
    let place =
        Place { file: Some(release.file.clone()).filter(|file| !file.is_empty()), ..Place::default() };
    let problems = found.into_iter().map(|kind| Problem::new(place.clone(), "", kind)).collect();
    (release, problems)
}

/// Files leave off trailing zeros: a year's values have the decimals of its most precise one.
fn even_decimals(values: &mut [Value]) {
    let mut most: HashMap<(usize, u16), u8> = HashMap::new();
    for value in values.iter() {
        let decimals = most.entry((value.indicator.index, value.year)).or_default();
        *decimals = (*decimals).max(value.value.map_or(0, Decimal::decimals));
    }
    for value in values {
        let wanted = most[&(value.indicator.index, value.year)];
        value.value = value.value.map(|number| {
            let scale = 10_i64.checked_pow(u32::from(wanted - number.decimals())).unwrap_or(1);
            number.units().checked_mul(scale).map_or(number, |units| Decimal::new(units, wanted))
        });
    }
}

/// The counts of a value, or `None` where they give another one: official counts are rounded, and its percentages are not made
/// from them.
fn agreeing_counts(value: &Value) -> Option<(String, String)> {
    let (numerator, denominator) = value.counts?;
    let count = |number: Decimal| u64::try_from(number.trimmed().units()).ok();
    let are_whole = [numerator, denominator].iter().all(|number| number.trimmed().decimals() == 0);
    let amount = Amount::Counts { numerator: count(numerator)?, denominator: count(denominator)? };
    let stated = value.value.ok()?;
    let agrees =
        amount.exact(value.indicator.kind).is_some_and(|exact| exact.rounded(stated.decimals()) == stated);
    (are_whole && agrees).then(|| (numerator.trimmed().to_string(), denominator.trimmed().to_string()))
}

/// The values of an official file as entries, for those who want figures.
pub(super) fn into_reading(release: Release, problems: Vec<Problem>) -> Reading {
    let file = Some(release.file).filter(|file| !file.is_empty());
    let entry = |value: Value| {
        let (numerator, denominator) = agreeing_counts(&value).unzip();
        Entry {
            label: value.indicator.title.clone().into_owned(),
            subject: Subject::Known(value.indicator.into()),
            area: value.area.code.to_owned(),
            period: Period::Year(value.year).to_string(),
            numerator: numerator.unwrap_or_default(),
            denominator: denominator.unwrap_or_default(),
            value: match value.value {
                Ok(number) if value.indicator.kind == indicator::Kind::Share => format!("{number}%"),
                Ok(number) => number.to_string(),
                Err(symbol) => symbol.symbol().to_owned(),
            },
            place: Place { file: file.clone(), ..Place::default() },
            ..Entry::default()
        }
    };
    Reading {
        layouts: vec![Layout::Official],
        delimiter: Delimiter::Comma,
        entries: release.values.into_iter().map(entry).collect(),
        problems,
        ..Reading::default()
    }
}
