//! Which rows of the grid are drawn: those in view, some around them, and the one the keyboard is at.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::app::lines::Matrix;
use crate::app::lines::matrix::{RowsBy, Section};
use crate::sorting::Sorting;
use crate::web::screens::figures::grid::cursor::{At, PAGE, Shape};

/// What stands in a line of the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// The heading of a section.
    Section(Section),
    /// The row of this position in the matrix.
    Row(usize),
}

/// The rows, with the headings of their sections where they are by section.
pub(super) fn items(matrix: &Matrix) -> Vec<Item> {
    let mut items = Vec::with_capacity(matrix.rows.len());
    let mut last = None;
    for (position, row) in matrix.rows.iter().enumerate() {
        if matrix.by == RowsBy::Theme && last.replace(row.section) != Some(row.section) {
            items.push(Item::Section(row.section));
        }
        items.push(Item::Row(position));
    }
    items
}

/// What of the rows can be seen, and a few more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct View {
    first: usize,
    count: usize,
    /// The height of each, in pixels.
    height: i32,
}

/// How many rows are drawn at a time outside what is in view, so that each time fits into a frame. The view is taken anew after
/// as many.
const STEP: usize = 5;
/// How many rows more than are in view are drawn in the end, on either side: as many as a page key needs.
const AROUND: usize = PAGE + 2;

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
        let first = rows(container.scroll_top()) / STEP * STEP;
        Some(Self { first, count: rows(container.client_height()) + 1 + STEP, height })
    }

    const fn end(self) -> usize {
        self.first + self.count
    }
}

/// The rows that are drawn, from one to before another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Extent {
    from: usize,
    to: usize,
}

impl Default for Extent {
    fn default() -> Self {
        Self { from: 0, to: View::default().count }
    }
}

impl Extent {
    /// Whether it holds all that can be seen.
    pub(super) const fn holds(self, view: View) -> bool {
        self.from <= view.first && view.end() <= self.to
    }

    /// What is drawn next, on the way to all that is wanted: what can be seen at once, the rest a few rows at a time.
    pub(super) fn towards(self, view: View) -> Self {
        let (least, most) = (view.first.saturating_sub(AROUND), view.end() + AROUND);
        if self.holds(view) {
            let from = self.from.saturating_sub(STEP).max(least);
            return Self { from, to: (self.to + STEP).min(most) };
        }
        let is_near = self.from <= view.end() && view.first <= self.to;
        let kept = if is_near { self } else { Self { from: view.first, to: view.end() } };
        Self { from: kept.from.min(view.first).max(least), to: kept.to.max(view.end()).min(most) }
    }
}

/// Scrolls the box of the grid, and nothing around it, until a column of figures is in view, left of what stays at its right.
pub(super) fn show_column(container: &Element, column: usize, shape: Shape) {
    let document = gloo_utils::document();
    let heading =
        |column| Some(document.get_element_by_id(&At { row: 0, column }.id())?.get_bounding_client_rect());
    let columns = (heading(column), heading(shape.target()), heading(shape.official()));
    let (Some(column), Some(target), Some(official)) = columns else { return };
    let right = container.get_bounding_client_rect().right();
    let is_kept_in_view = official.right() <= right;
    let beyond = column.right() - if is_kept_in_view { target.left() } else { right };
    if beyond > 0.0 {
        container.scroll_by_with_x_and_y(beyond, 0.0);
    }
}

/// What is drawn of as many items: each by its position, and the height of those left out between.
pub(super) fn drawn(
    items: usize,
    extent: Extent,
    view: View,
    active: Option<usize>,
) -> Vec<Result<usize, i32>> {
    let (from, to) = (extent.from.min(items), extent.to.min(items));
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
