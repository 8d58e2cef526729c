//! Which rows of the grid are drawn: those in view, some around them, and the one the keyboard is at.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::app::lines::Matrix;
use crate::app::lines::matrix::Section;
use crate::sorting::Sorting;

/// What stands in a line of the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// The heading of a section.
    Section(Section),
    /// The row of this position in the matrix.
    Row(usize),
}

/// The rows with the headings of their sections.
pub(super) fn items(matrix: &Matrix) -> Vec<Item> {
    let mut items = Vec::with_capacity(matrix.rows.len());
    let mut last = None;
    for (position, row) in matrix.rows.iter().enumerate() {
        if last.replace(row.section) != Some(row.section) {
            items.push(Item::Section(row.section));
        }
        items.push(Item::Row(position));
    }
    items
}

/// What of the rows can be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct View {
    first: usize,
    count: usize,
    /// The height of each, in pixels.
    height: i32,
}

/// How many rows more than are in view are drawn, on either side. The view is taken anew after as many.
const AROUND: usize = 4;

impl Default for View {
    fn default() -> Self {
        Self { first: 0, count: 20, height: 44 }
    }
}

impl View {
    /// What can be seen of the rows in the box they scroll in.
    pub(super) fn of(container: &Element) -> Option<Self> {
        let row = container.query_selector(".grid-row").ok()??.dyn_into::<HtmlElement>().ok()?;
        let height = row.offset_height().max(1);
        let rows = |pixels: i32| usize::try_from(pixels / height).unwrap_or(0);
        let first = rows(container.scroll_top()) / AROUND * AROUND;
        Some(Self { first, count: rows(container.client_height()) + 1 + AROUND, height })
    }
}

/// What is drawn of as many items: each by its position, and the height of those left out between.
pub(super) fn drawn(items: usize, view: View, active: Option<usize>) -> Vec<Result<usize, i32>> {
    let from = view.first.saturating_sub(AROUND).min(items);
    let to = (view.first + view.count + AROUND).min(items);
    let mut shown: Vec<usize> =
        (from..to).chain(active.filter(|active| !(from..to).contains(active))).collect();
    shown.arrange();
    let mut parts = Vec::with_capacity(shown.len() + 3);
    let mut next = 0;
    for position in shown.into_iter().chain([items]) {
        if position > next {
            let left_out = i32::try_from(position - next).unwrap_or(i32::MAX);
            parts.push(Err(left_out.saturating_mul(view.height)));
        }
        if position < items {
            parts.push(Ok(position));
        }
        next = position + 1;
    }
    parts
}
