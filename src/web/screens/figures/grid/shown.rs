//! What the rows of the grid show besides what is typed into them, worked out once for each row that is drawn.

use std::cell::{OnceCell, RefCell};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use yew::AttrValue;

use crate::app::lines::matrix::Row;
use crate::app::lines::{LineId, Matrix};
use crate::app::queries::FarFromOfficial;
use crate::app::state::State;
use crate::web::screens::figures::grid::changes::has_problem;
use crate::web::store::Store;
use crate::words::figure::{amount_text, period_text, value_text};
use crate::words::screens::figures::far_from_official;

/// The newest official figures of the rows drawn so far.
pub(super) type Officials = RefCell<HashMap<(String, String), Option<(AttrValue, AttrValue)>>>;

/// What a row shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ShownRow {
    pub row: Rc<Row>,
    /// The area it is of, where rows are of several.
    pub area: Option<AttrValue>,
    /// The columns in which figures contradict others.
    pub contradicted: Vec<usize>,
    pub target: TargetCell,
    /// The newest official figure, and for when it is.
    pub official: Option<(AttrValue, AttrValue)>,
    /// How far the newest figure is from it, where that is far.
    pub far: Option<AttrValue>,
}

/// The target of a row as it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct TargetCell {
    /// With its unit, or as it is typed where that cannot be used.
    pub text: AttrValue,
    /// Whether something is wrong with it.
    pub is_wrong: bool,
    /// Whether the measure can have one.
    pub is_possible: bool,
}

/// What the rows of a matrix show.
pub(super) struct Shown {
    store: Store,
    contradicted: Rc<HashSet<LineId>>,
    has_areas: bool,
    /// Whether a figure has a problem.
    pub has_problems: bool,
    rows: Vec<(Rc<Row>, OnceCell<Rc<ShownRow>>)>,
}

impl Shown {
    pub(super) fn of(matrix: &Matrix, store: Store, contradicted: Rc<HashSet<LineId>>) -> Self {
        let is_wrong = |row: &Rc<Row>| row.lines().any(|line| has_problem(row, line, &contradicted));
        Self {
            has_areas: matrix.has_areas(),
            has_problems: matrix.rows.iter().any(is_wrong),
            rows: matrix.rows.iter().map(|row| (row.clone(), OnceCell::new())).collect(),
            store,
            contradicted,
        }
    }

    /// What the row of a position shows.
    pub(super) fn row(&self, position: usize, officials: &Officials) -> Rc<ShownRow> {
        let (row, shown) = &self.rows[position];
        let work_out = || {
            let state = self.store.state();
            let lines = row.cells.iter().enumerate();
            let contradicted = lines
                .filter(|(_, line)| line.as_ref().is_some_and(|line| self.contradicted.contains(&line.id)));
            Rc::new(ShownRow {
                row: row.clone(),
                area: self.has_areas.then(|| row.first.entry.area.trim().to_owned().into()),
                contradicted: contradicted.map(|(at, _)| at).collect(),
                target: target_cell(state, row),
                official: official(officials, state, row),
                far: far(state, row),
            })
        };
        shown.get_or_init(work_out).clone()
    }
}

fn target_cell(state: &State, row: &Row) -> TargetCell {
    let Some(measure) = row.measure() else {
        return TargetCell::default();
    };
    let typed = state.targets.typed(measure);
    let target = typed.target();
    let is_wrong = target.is_err();
    // Without its sign, a percentage would look like a number beside percentages.
    let shown = target.ok().flatten().map(|target| value_text(measure, target.value));
    TargetCell { text: shown.unwrap_or(typed.value).into(), is_wrong, is_possible: true }
}

/// How far the newest figure of a row is from the official one, where that is far.
pub(super) fn far(state: &State, row: &Row) -> Option<AttrValue> {
    let FarFromOfficial { measure, difference, official, period } = state.far_from_official(row)?;
    Some(far_from_official(&measure, difference, official, period).into())
}

fn official(known: &Officials, state: &State, row: &Row) -> Option<(AttrValue, AttrValue)> {
    let measure = row.measure()?;
    let key = (measure.id.to_string(), row.first.entry.area.clone());
    let look_up = || {
        let (period, amount) = state.latest_official(row)?;
        Some((amount_text(measure, amount).into(), period_text(measure, period).into()))
    };
    known.borrow_mut().entry(key).or_insert_with(look_up).clone()
}
