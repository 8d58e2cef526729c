//! The council that a text names.

use crate::area::{Area, Level};
use crate::sorting::Sorting;

use super::row::Row;
use super::side;

/// The rows that are looked at.
const MOST: usize = 300;

/// The one council that a text names, or names more than twice as often as any other; `None` if there is none.
pub(super) fn named(rows: &[Row]) -> Option<&'static Area> {
    let mut counted: Vec<(&'static Area, usize)> = Vec::new();
    let cells = rows.iter().take(MOST).flat_map(Row::filled);
    let areas = cells.flat_map(|(_, text)| side::areas_in(text)).filter(|area| area.level == Level::Council);
    for area in areas {
        match counted.iter_mut().find(|(known, _)| *known == area) {
            Some((_, times)) => *times += 1,
            None => counted.push((area, 1)),
        }
    }
    counted.arrange_by_key(|(_, times)| std::cmp::Reverse(*times));
    match counted.as_slice() {
        [(only, _)] => Some(*only),
        [(first, times), (_, next), ..] if *times > 2 * next => Some(*first),
        _ => None,
    }
}
