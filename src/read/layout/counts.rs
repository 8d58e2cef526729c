//! One row an indicator with its counts: name, perhaps a period, numerator, denominator, perhaps the percentage.

use crate::indicator::{self, Match};
use crate::period::Period;
use crate::read::block::Block;
use crate::read::cell::{self, Cell};
use crate::read::entry::{Columns, Entry};
use crate::read::header::broken_period;
use crate::read::inside;
use crate::read::odd::odd;
use crate::read::row::Row;
use crate::read::{Layout, Reading};

use super::names::Names;
use super::title;

/// Reads a row without a header, and says whether it could: a name first, then a period or not, then one or two
/// counts and a percentage in any of the usual forms.
pub(super) fn read_row(block: &Block<'_>, section: usize, row: &Row, reading: &mut Reading) -> bool {
    let mut filled = row.filled().peekable();
    let Some((label_column, _)) = filled.next_if(|(_, cell)| !is_number(cell)) else { return false };
    let mut entry = super::named(block, section, row, label_column);
    let mut columns = Columns::default();
    if let Some((index, period)) = filled.next_if(|(_, cell)| is_period(cell)) {
        period.clone_into(&mut entry.period);
        columns.period = index + 1;
    }
    let mut numbers = Vec::new();
    let mut rate = String::new();
    for (index, cell) in filled {
        match cell::parse(cell) {
            Cell::OutOf(numerator, denominator, _) if entry.numerator.is_empty() => {
                numerator.clone_into(&mut entry.numerator);
                denominator.clone_into(&mut entry.denominator);
                (columns.numerator, columns.denominator) = (index + 1, index + 1);
            }
            Cell::Percent(_) | Cell::CountWithPercent(..) if entry.value.is_empty() => {
                cell.clone_into(&mut entry.value);
                columns.value = index + 1;
            }
            Cell::Number(_) | Cell::Withheld(_) => numbers.push((index, cell)),
            Cell::Text if entry.value.is_empty() && odd(cell).is_some() => {
                cell.clone_into(&mut entry.value);
                columns.value = index + 1;
            }
            Cell::Text if entry.value.is_empty() && rate.is_empty() && inside::has_rate(cell) => {
                let Some(inside) = inside::value(cell).filter(|inside| !inside.rate.is_empty()) else {
                    return false;
                };
                entry.value = inside.value;
                rate = inside.rate;
                columns.value = index + 1;
            }
            // A year may also stand after the counts.
            _ if entry.period.is_empty() && is_period(cell) => {
                cell.clone_into(&mut entry.period);
                columns.period = index + 1;
            }
            _ => return false,
        }
    }
    match numbers.as_slice() {
        [] if !entry.value.is_empty() || !entry.numerator.is_empty() => {}
        // Counts twice: which is meant cannot be told.
        _ if !entry.numerator.is_empty() => return false,
        // "Reviews held, 2022": a year alone is no figure, so it is the number.
        [] if cell::parse(&entry.period) != Cell::Text && !entry.period.is_empty() => {
            entry.value = std::mem::take(&mut entry.period);
            columns.value = std::mem::take(&mut columns.period);
        }
        [(index, value)] if entry.value.is_empty() => {
            (*value).clone_into(&mut entry.value);
            columns.value = index + 1;
        }
        [(first, numerator), rest @ ..] if rest.len() <= 2 => {
            (*numerator).clone_into(&mut entry.numerator);
            columns.numerator = first + 1;
            if let Some((second, denominator)) = rest.first() {
                (*denominator).clone_into(&mut entry.denominator);
                columns.denominator = second + 1;
            }
            match rest.get(1) {
                Some((third, value)) if entry.value.is_empty() => {
                    (*value).clone_into(&mut entry.value);
                    columns.value = third + 1;
                }
                Some(_) => return false,
                None => {}
            }
        }
        _ => return false,
    }
    if entry.period.is_empty() || entry.period == entry.label {
        below_title(block, section, &mut entry);
    }
    super::use_layout(Layout::Counts, &mut reading.layouts);
    if !rate.is_empty() {
        let label = format!("{} per 10,000", entry.label);
        reading.entries.push(Entry { columns, label, value: rate, ..entry.clone() });
    }
    reading.entries.push(Entry { columns, ..entry });
    true
}

/// A row named by its period alone is of the measure that the heading above it names: "2022/23 | 20.1%" below "Persistent absence".
fn below_title(block: &Block<'_>, section: usize, entry: &mut Entry) {
    let Ok(period) = Period::parse(&entry.label) else { return };
    let measure = title::measure(block, section, &mut Names::default(), "");
    if matches!(indicator::match_name(&measure, ""), Match::Exact(_)) {
        entry.label = measure;
        entry.period = period.to_string();
    }
}

fn is_number(cell: &str) -> bool {
    !matches!(cell::parse(cell), Cell::Text) || odd(cell).is_some()
}

/// A period that is no plain number, or a plain year; also one that cannot be, which the check of the entry tells.
fn is_period(cell: &str) -> bool {
    let is_plain_number = cell::parse(cell) != Cell::Text && cell.len() != 4;
    (Period::parse(cell).is_ok() || broken_period(cell).is_some()) && !is_plain_number
}
