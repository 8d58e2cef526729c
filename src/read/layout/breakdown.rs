//! Breakdowns: categories with their number, the share of the whole, and a total that is the denominator.

use crate::figure::Place;
use crate::number::Decimal;
use crate::read::block::Block;
use crate::read::entry::{Columns, Entry};
use crate::read::header::{Column, Header};
use crate::read::problem::{Problem, TableProblem};
use crate::read::row::Row;
use crate::read::{Layout, Reading};

pub(super) fn fits(block: &Block<'_>, header: &Header) -> bool {
    header.position(Column::Numerator).is_some()
        && header.position(Column::Denominator).is_none()
        && total_row(block, header).is_some()
}

pub(super) fn read(block: &Block<'_>, header: &Header, reading: &mut Reading) {
    let (Some(number), Some(total)) = (header.position(Column::Numerator), total_row(block, header)) else {
        return;
    };
    super::use_layout(Layout::Breakdown, &mut reading.layouts);
    let value = header.position(Column::Value);
    let denominator = &total.cells[number];
    let mut sum = Some(0);
    for row in block.rows.iter().filter(|row| row.line != total.line) {
        let text = |index: usize| row.cells.get(index).cloned().unwrap_or_default();
        let columns = Columns {
            numerator: number + 1,
            denominator: number + 1,
            value: value.map_or(0, |index| index + 1),
            ..Columns::default()
        };
        sum = sum.zip(whole(&text(number))).and_then(|(sum, count): (i64, i64)| sum.checked_add(count));
        reading.entries.push(Entry {
            numerator: text(number),
            denominator: denominator.clone(),
            value: value.map(text).unwrap_or_default(),
            columns,
            ..super::named(block, row, super::label_column(header, row))
        });
    }
    if let (Some(sum), Some(stated)) = (sum, whole(denominator))
        && sum != stated
    {
        let place = Place { row: total.line, column: number + 1, ..Place::default() };
        reading.problems.push(Problem::new(place, denominator, TableProblem::TotalDiffers { sum, stated }));
    }
}

fn total_row<'a>(block: &Block<'a>, header: &Header) -> Option<&'a Row> {
    let number = header.position(Column::Numerator)?;
    let last = block.rows.last()?;
    let name = last.cells.get(super::label_column(header, last))?.to_lowercase();
    let is_total = ["total", "all", "grand total", "all children", "total children", "sum"]
        .contains(&name.trim_end_matches(':'));
    (is_total && last.cells.get(number).is_some_and(|text| whole(text).is_some())).then_some(*last)
}

fn whole(text: &str) -> Option<i64> {
    Decimal::parse(text).ok().filter(|number| number.decimals() == 0).map(Decimal::units)
}
