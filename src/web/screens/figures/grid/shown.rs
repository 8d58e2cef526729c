//! What the rows of the grid show besides what is typed into them, worked out once for each row that is drawn.

use std::cell::{OnceCell, RefCell};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use yew::AttrValue;

use crate::compare::Agreement;

use crate::app::beside_official::BesideOfficial;
use crate::app::lines::matrix::Row;
use crate::app::lines::{Line, LineId, Matrix};
use crate::app::state::State;
use crate::web::screens::figures::grid::changes::has_problem;
use crate::web::store::Store;
use crate::words::figure::{amount_text, period_text, value_text};
use crate::words::screens::figures::{Which, beside_official};

/// What rows drawn so far have beside them, by their first line and the figures that lead to it.
pub(super) type Officials = RefCell<HashMap<OfficialKey, Option<OfficialCell>>>;

/// What decides over the official figure beside a row: the measure, the area, and the newest figure with its period.
type OfficialKey = (String, String, String);

/// The official figure beside a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OfficialCell {
    pub value: AttrValue,
    /// For when it is.
    pub when: AttrValue,
    /// What the newest figure of the row is beside it, in its sign and in words.
    pub agreement: Option<(Agreement, AttrValue)>,
}

/// What a row shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ShownRow {
    pub row: Rc<Row>,
    /// The area it is of, where rows are of several.
    pub area: Option<AttrValue>,
    /// The columns in which figures contradict others, or were given otherwise since.
    pub contradicted: Vec<usize>,
    /// The columns of earlier figures that differ from the official ones for the same time, and how.
    pub earlier: Vec<(usize, Agreement)>,
    pub target: TargetCell,
    pub official: Option<OfficialCell>,
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
            let earlier = row.cells.iter().enumerate().filter_map(|(at, line)| {
                let beside = state.beside_earlier(row, line.as_ref()?.checked.figure.as_ref()?)?;
                Some((at, beside.agreement?))
            });
            Rc::new(ShownRow {
                earlier: earlier.collect(),
                row: row.clone(),
                area: self.has_areas.then(|| row.first.entry.area.trim().to_owned().into()),
                contradicted: contradicted.map(|(at, _)| at).collect(),
                target: target_cell(state, row),
                official: official(officials, state, row),
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

/// What the newest figure of a row is beside the official one, in words.
pub(super) fn agreement(state: &State, row: &Row) -> Option<(Agreement, AttrValue)> {
    let beside = state.beside_official(row)?;
    Some((beside.agreement?, said(&beside, Which::Newest)?))
}

/// What an earlier figure of a row is beside the official one of its time, in words, where it differs.
pub(super) fn of_earlier(state: &State, row: &Row, line: &Line) -> Option<AttrValue> {
    said(&state.beside_earlier(row, line.checked.figure.as_ref()?)?, Which::Earlier)
}

fn said(beside: &BesideOfficial, which: Which) -> Option<AttrValue> {
    let said = beside_official(&beside.measure, beside.agreement?, beside.official, beside.period, which);
    Some(said.into())
}

fn official(known: &Officials, state: &State, row: &Row) -> Option<OfficialCell> {
    let measure = row.measure()?;
    let figures = row.lines().filter_map(|line| line.checked.figure.as_ref());
    let newest = figures.filter_map(|figure| Some((figure.period.or(state.settings.period)?, figure.amount)));
    let newest = newest.max_by_key(|(period, _)| *period);
    let newest = newest.map(|(period, amount)| format!("{} {}", period.id(), amount_text(measure, amount)));
    let key = (measure.id.to_string(), row.first.entry.area.clone(), newest.unwrap_or_default());
    let look_up = || {
        let beside = state.beside_official(row)?;
        Some(OfficialCell {
            value: amount_text(measure, beside.official).into(),
            when: period_text(measure, beside.period).into(),
            agreement: beside.agreement.zip(said(&beside, Which::Newest)),
        })
    };
    known.borrow_mut().entry(key).or_insert_with(look_up).clone()
}
