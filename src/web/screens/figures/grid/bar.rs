//! Below the grid: what is in the cell the keyboard is at, what is wrong with it, and what can be done with its row.

use std::rc::Rc;

use yew::prelude::*;

use crate::compare::Agreement;
use crate::read::Problem;

use crate::app::lines::matrix::{Row, Section};
use crate::app::lines::slot::cell_text;
use crate::app::lines::{Line, LineId, LinesAction, Matrix, OwnAction, Slot};
use crate::app::state::Action;
use crate::web::browser::focus::focus_soon;
use crate::web::parts::combobox::Combobox;
use crate::web::screens::figures::grid::changes::column_name;
use crate::web::screens::figures::grid::cursor::{At, Shape};
use crate::web::screens::figures::grid::shown::{agreement, of_earlier};
use crate::web::screens::figures::grid::{MEASURE_BOX, changes::Changes};
use crate::web::screens::settings::{Measures, indicators_meant};
use crate::web::store::Store;
use crate::words::screens::{self, figures as words};
use crate::words::status::{PERSONAL_CELL, Status};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub store: Store,
    pub matrix: Rc<Matrix>,
    /// The cell the keyboard is at.
    pub at: At,
    /// The cell that was left last, and what was typed there.
    pub left: Option<(At, AttrValue)>,
    pub problems: Rc<Vec<(Option<LineId>, Problem)>>,
    /// Puts the keyboard back into the grid.
    pub on_return: Callback<()>,
}

#[component]
pub(super) fn Bar(Props { store, matrix, at, left, problems, on_return }: &Props) -> Html {
    let measures = use_memo(store.state().own_measures(), Measures::with_own);
    let shape = Shape { rows: matrix.rows.len(), periods: matrix.columns.len() };
    let Some(row) = at.row.checked_sub(1).and_then(|row| matrix.rows.get(row)) else {
        return html! { <div class="grid-bar"><p class="grid-said">{ words::HEADING_HINT }</p></div> };
    };
    let period = shape.period(at.column);
    let line = period.and_then(|period| row.cells.get(period)?.as_ref());
    let changes = Changes { store: store.clone(), matrix: matrix.clone(), shape };
    html! {
        <div class="grid-bar">
            <p class="grid-said">
                <strong>{ row.title() }</strong>
                if !row.first.entry.area.is_empty() {
                    { ", " }{ &row.first.entry.area }
                }
                if let Some(period) = period {
                    { ", " }{ column_name(&matrix.columns[period].when) }
                }
                if let Some(line) = line {
                    { said(line) }
                }
            </p>
            { done(store) }
            <div>{ refused(&changes, left.as_ref().filter(|(left, _)| left != at)) }</div>
            <div id="grid-problem">{ for wrong(store, row, *at, line, problems, shape).into_iter().map(|(class, text)| html! { <p {class}>{ text }</p> }) }</div>
            { turned_away(store, period.and_then(|at| Some(row.slot(at, matrix.columns.get(at)?))).as_ref()) }
            { tools(&changes, row, &measures, on_return) }
        </div>
    }
}

/// What a line says besides its numbers.
fn said(line: &Line) -> String {
    let entry = &line.entry;
    let parts = [
        cell_text(entry),
        if entry.stated_change.is_empty() {
            String::new()
        } else {
            words::stated_change(&entry.stated_change)
        },
        match (entry.place.row, cell_text(entry).is_empty()) {
            (1.., _) => words::read_from(&entry.place_of_number()),
            (0, true) => String::new(),
            (0, false) => words::EDITED_HERE.to_owned(),
        },
    ];
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .map(|part| format!(" \u{B7} {part}"))
        .collect::<Vec<_>>()
        .concat()
}

/// What was filled or emptied last, where the person looks, with a way back. It is announced above, where every message is.
fn done(store: &Store) -> Html {
    let state = store.state();
    let is_block = |status: &Status| matches!(status, Status::Filled { .. } | Status::Emptied { .. });
    let is_filled = state.message.statuses().iter().any(is_block);
    if !is_filled {
        return html! { <div></div> };
    }
    html! {
        <div class="grid-done">
            { state.message.to_string() }{ " " }
            <button type="button" class="link" onclick={store.on(|_: MouseEvent| Action::Undo)}>{ screens::UNDO }</button>
        </div>
    }
}

/// Why what was typed into the cell that was left last is not used.
fn refused(changes: &Changes, left: Option<&(At, AttrValue)>) -> Option<Html> {
    let (left, typed) = left?;
    let row = changes.matrix.rows.get(left.row.checked_sub(1)?)?;
    let line = row.cells.get(changes.shape.period(left.column)?)?.as_ref()?;
    let is_wrong = line.checked.figure.is_none() && row.section != Section::Unsettled;
    let problem = line.checked.problems.first().filter(|_| is_wrong)?;
    let text = words::refused(&changes.name(*left), typed, &problem.message());
    Some(html! { <p key={text.clone()} class="error" role="alert">{ text }</p> })
}

/// What is wrong with the cell, or worth a look, each with its class.
fn wrong(
    store: &Store,
    row: &Row,
    at: At,
    line: Option<&Rc<Line>>,
    problems: &[(Option<LineId>, Problem)],
    shape: Shape,
) -> Vec<(&'static str, String)> {
    if at.column == shape.target() {
        let error = row.measure().and_then(|measure| store.state().targets.typed(measure).target().err());
        return error.map(|(_, error)| ("error", format!("{error}."))).into_iter().collect();
    }
    let far = agreement(store.state(), row);
    let far = far
        .filter(|(agreement, _)| *agreement != Agreement::Same)
        .map(|(_, said)| ("remark", said.to_string()));
    let Some(line) = line else { return far.into_iter().collect() };
    let earlier = of_earlier(store.state(), row, line).map(|said| ("remark", said.to_string()));
    let is_wrong = line.checked.figure.is_none() && row.section != Section::Unsettled;
    let class = if is_wrong { "error" } else { "remark" };
    let of_line = line.checked.problems.iter().map(|problem| (class, format!("{}.", problem.message())));
    let together = problems
        .iter()
        .filter(|(id, problem)| *id == Some(line.id) && !line.checked.problems.contains(problem));
    let together = together.map(|(_, problem)| ("remark", format!("{}.", problem.message())));
    let corrections = store.state().corrections.as_slice();
    let again = corrections.iter().find(|correction| correction.line == line.id);
    let again = again.map(|correction| ("remark", words::given_again(&cell_text(&correction.entry))));
    of_line.chain(together).chain(again).chain(earlier).chain(far).collect()
}

/// That what was put into the cell was not kept.
fn turned_away(store: &Store, slot: Option<&Slot>) -> Html {
    let away = store.state().turned_away.as_ref().filter(|away| Some(&away.at) == slot);
    let alert =
        away.map(|away| html! { <p key={away.times} class="error" role="alert">{ PERSONAL_CELL }</p> });
    html! { <div>{ for alert }</div> }
}

/// What can be done with a row.
fn tools(changes: &Changes, row: &Rc<Row>, measures: &Rc<Measures>, on_return: &Callback<()>) -> Html {
    let store = &changes.store;
    let (id, title) = (row.first.id, row.title().to_owned());
    let on_choose = {
        let (store, measures, on_return) = (store.clone(), measures.clone(), on_return.clone());
        Callback::from(move |key: Option<AttrValue>| {
            if let Some(measure) = key.and_then(|key| measures.by_key(&key)) {
                store.send(LinesAction::ReadAs(id, measure));
                on_return.emit(());
            }
        })
    };
    let onkeydown = {
        let on_return = on_return.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.default_prevented() {
                on_return.emit(());
            }
        })
    };
    let button = |what: &'static str, action: Action, focus: Option<&'static str>| {
        let store = store.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            store.send(action.clone());
            if let Some(focus) = focus {
                focus_soon(focus.to_owned());
            }
        });
        html! { <button type="button" class="button button-quiet" aria-label={words::button(what, &title)} {onclick}>{ what }</button> }
    };
    let chosen = row.measure().map(|measure| AttrValue::from(measure.id.to_string()));
    let lines: Vec<LineId> = row.lines().map(|line| line.id).collect();
    let leave_out = if row.section == Section::LeftOut { words::INCLUDE_AGAIN } else { words::LEAVE_OUT };
    html! {
        <div class="grid-tools" {onkeydown}>
            if row.section != Section::LeftOut {
                <div class="field" key={id.to_string()}>
                    <label class="label" for={MEASURE_BOX}>{ words::READ_AS }</label>
                    <Combobox id={MEASURE_BOX} placeholder={words::CHOOSE_MEASURE} choices={measures.choices.clone()} meant={indicators_meant()}
                        {chosen} likely={likely(row)} {on_choose} />
                </div>
            }
            <div class="buttons">
                if row.section == Section::Unsettled && !row.title().is_empty() {
                    { button(words::KEEP_AS_OWN, OwnAction::Keep(id).into(), None) }
                }
                { button(leave_out, LinesAction::LeaveOut(id).into(), None) }
                { button(words::DELETE, LinesAction::Delete(lines).into(), Some("outcome")) }
            </div>
        </div>
    }
}

/// What the name of a row may mean, likeliest first.
fn likely(row: &Row) -> Vec<AttrValue> {
    row.first.entry.subject.offers().iter().map(|indicator| AttrValue::Static(&indicator.id)).collect()
}
