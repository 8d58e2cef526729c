//! The figures as the matrix they are kept in: a row for each measure, a column for each period, and beside them the
//! target and the newest official figure. It follows the grid pattern of the ARIA Authoring Practices Guide: one tab stop,
//! arrows, Enter or F2 to edit.

mod bar;
mod changes;
mod copying;
mod cursor;
mod editor;
mod heading;
mod row;
mod shown;
mod view;

use std::collections::HashSet;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use crate::read::{Problem, ProblemKind};

use crate::app::lines::matrix::{RowsBy, Section};
use crate::app::lines::{LineId, Lines, Matrix};
use crate::web::browser::clipboard::pasted_text;
use crate::web::browser::focus::{focus_now, focus_soon};
use crate::web::screens::figures::grid::bar::Bar;
use crate::web::screens::figures::grid::changes::Changes;
use crate::web::screens::figures::grid::copying::use_copying;
use crate::web::screens::figures::grid::cursor::{At, Command, Cursor, Shape, command};
use crate::web::screens::figures::grid::editor::{Leave, Start};
use crate::web::screens::figures::grid::heading::Headings;
use crate::web::screens::figures::grid::row::{Editing, GridRow};
use crate::web::screens::figures::grid::shown::{Officials, Shown};
use crate::web::screens::figures::grid::view::{Extent, Item, View, drawn, items, show_column};
use crate::web::store::Store;
use crate::words::screens::figures as words;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub store: Store,
    /// What needs attention, each with its line if it is of one.
    pub problems: Rc<Vec<(Option<LineId>, Problem)>>,
    /// A line to go to.
    pub sought: Option<Sought>,
}

/// A line that is looked for, and how often one was looked for before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sought {
    pub line: LineId,
    pub times: usize,
}

/// The id of the box in which the measure of the row is chosen.
const MEASURE_BOX: &str = "grid-choice";

/// As many periods as there is room for beside whole names.
const FEW_PERIODS: usize = 5;
/// Where there are fewer periods than these, names have more room.
const FEWEST_PERIODS: usize = 4;

/// As many rows are shown without a scroll bar of their own.
const MOST_WHOLE: usize = 45;

/// How long a frame of the screen takes, in milliseconds.
const FRAME: u32 = 16;

#[component]
pub(crate) fn FiguresGrid(Props { store, problems, sought }: &Props) -> Html {
    let state = store.state();
    let last_matrix = use_mut_ref(|| None::<(Lines, Rc<Matrix>)>);
    let matrix = use_memo(state.lines.clone(), |lines| {
        let mut last = last_matrix.borrow_mut();
        let renewed = last.as_ref().and_then(|(before, matrix)| matrix.renewed(before, lines));
        let matrix = Rc::new(renewed.unwrap_or_else(|| lines.matrix_by(RowsBy::Pasted)));
        *last = Some((lines.clone(), matrix.clone()));
        matrix
    });
    let matrix: Rc<Matrix> = Rc::clone(&*matrix);
    let items = use_memo(matrix.clone(), |matrix| items(matrix));
    let shape = Shape { rows: matrix.rows.len(), periods: matrix.columns.len() };
    let newest = matrix.newest().map_or(1, |period| period + 1);
    let held = use_state(|| (Cursor::first(newest), None::<LineId>));
    let editing = use_state(|| None::<(At, Start)>);
    let last_left = use_state(|| None::<(At, AttrValue)>);
    let container = use_node_ref();
    let view = use_state(View::default);
    let extent = use_state(Extent::default);
    let settings = &state.settings;
    let officials =
        use_memo((settings.council, settings.known, state.published.clone()), |_| Officials::default());
    let contradicted = use_memo((problems.clone(), state.corrections.clone()), |(problems, corrections)| {
        let given_again = corrections.as_slice().iter().map(|correction| correction.line);
        contradicted(problems).chain(given_again).collect::<HashSet<LineId>>()
    });
    // What rows show, worked out for those that are drawn: a press that moves the cursor works out none anew.
    let shown =
        use_memo((matrix.clone(), store.clone(), contradicted.clone()), |(matrix, store, contradicted)| {
            Shown::of(matrix, store.clone(), contradicted.clone())
        });

    let cursor = placed(*held, &matrix).within(shape);
    let at = cursor.at;
    // Keys may come faster than anything is drawn: where the last led, and what was typed since.
    let latest = use_mut_ref(|| cursor);
    *latest.borrow_mut() = cursor;
    let typed = use_mut_ref(String::new);
    let go = {
        let (held, matrix, latest) = (held.clone(), matrix.clone(), latest.clone());
        Callback::from(move |cursor: Cursor| {
            *latest.borrow_mut() = cursor;
            let row = cursor.at.row.checked_sub(1).and_then(|row| matrix.rows.get(row));
            held.set((cursor, row.map(|row| row.first.id)));
        })
    };
    // Where the keyboard is already when a box is left: to look again makes the browser lay out the page once more.
    let gone_to = use_mut_ref(|| None::<At>);
    let is_there = gone_to.clone();
    use_effect_with(cursor.moves, move |moves| {
        // A box that a key has opened in it meanwhile keeps the keyboard; one that is open in another cell does not.
        let is_there = is_there.take() == Some(at) && is_at(at, "");
        if *moves > 0 && !is_there && !is_at(at, "grid-editor") {
            focus_now(&at.id());
        }
    });
    {
        let (go, matrix) = (go.clone(), matrix.clone());
        use_effect_with(*sought, move |sought| {
            let position = sought.and_then(|sought| matrix.position(sought.line));
            if let Some((row, period)) = position {
                go.emit(cursor.to(At { row: row + 1, column: period + 1 }));
            }
        });
    }
    let changes = Changes { store: store.clone(), matrix: matrix.clone(), shape };
    {
        let last_copied = use_copying(&changes, &latest);
        let (changes, editing, latest) = (changes.clone(), editing.clone(), latest.clone());
        let go = go.clone();
        use_effect_with((matrix.clone(), cursor), move |_| {
            let listener = on_paste(move |text, is_editing| {
                let texts = last_copied.cells_of(text);
                let is_one = texts.len() == 1 && texts.iter().all(|row| row.len() == 1);
                if is_editing && is_one {
                    return false;
                }
                editing.set(None);
                // As in a spreadsheet: from the first cell selected, whichever corner the keyboard is at.
                let cursor = *latest.borrow();
                let at = cursor.first_selected();
                let columns = texts.iter().map(Vec::len).max().unwrap_or(0);
                let end = At { row: at.row + texts.len().max(1) - 1, column: at.column + columns.max(1) - 1 };
                let is_taken = changes.paste(at, &texts);
                if at.row > 0 && changes.shape.period(at.column).is_some() {
                    let last = At { row: changes.shape.rows, column: changes.shape.periods };
                    let end = At { row: end.row.min(last.row), column: end.column.min(last.column) };
                    go.emit(cursor.over(at, end));
                }
                is_taken
            });
            move || drop(listener)
        });
    }
    let onscroll = {
        let (view, extent) = (view.clone(), extent.clone());
        Callback::from(move |event: Event| {
            if let Some(seen) = event.target_dyn_into::<Element>().and_then(|container| View::of(&container))
                && seen != *view
            {
                view.set(seen);
                if !extent.holds(seen) {
                    extent.set(extent.towards(seen));
                }
            }
        })
    };
    {
        let extent = extent.clone();
        use_effect_with((*extent, *view), move |(now, view)| {
            let next = now.towards(*view);
            let later = (next != *now).then(|| Timeout::new(FRAME, move || extent.set(next)));
            move || drop(later)
        });
    }
    {
        let (view, container) = (view.clone(), container.clone());
        use_effect_with(shape, move |_| {
            if let Some(seen) = container.cast::<Element>().and_then(|container| View::of(&container)) {
                view.set(seen);
            }
        });
    }
    {
        let container = container.clone();
        use_effect_with((newest, shape.periods), move |(newest, periods)| {
            if let Some(container) = container.cast::<Element>() {
                show_column(&container, *newest, Shape { rows: 0, periods: *periods });
            }
        });
    }
    let edit = {
        let (editing, changes) = (editing.clone(), changes.clone());
        Callback::from(move |(at, typed): (At, Option<String>)| {
            if at.column == 0 {
                if at.row > 0 {
                    focus_soon(MEASURE_BOX.to_owned());
                }
            } else if let Some(text) = changes.text(at) {
                editing.set(Some((at, typed.map_or(Start::Kept(text), Start::Typed))));
            }
        })
    };
    let on_leave = {
        let (editing, go, changes, typed) = (editing.clone(), go.clone(), changes.clone(), typed.clone());
        let last_left = last_left.clone();
        Callback::from(move |(text, leave): (String, Leave)| {
            editing.set(None);
            typed.borrow_mut().clear();
            if leave != Leave::GivenUp {
                last_left.set(Some((at, text.clone().into())));
                changes.commit(at, text);
            }
            let to = match leave {
                Leave::Down => At { row: at.row + 1, ..at },
                Leave::Up => At { row: at.row.saturating_sub(1), ..at },
                Leave::Right => At { column: at.column + 1, ..at },
                Leave::Left => At { column: at.column.saturating_sub(1), ..at },
                Leave::GivenUp => at,
                Leave::Elsewhere => return,
            };
            let to = shape.nearest(to);
            // Before anything is drawn anew: a box that goes with the keyboard in it makes the browser lay out the page once more.
            focus_now(&to.id());
            *gone_to.borrow_mut() = Some(to);
            go.emit(cursor.to(to));
        })
    };
    let onkeydown = {
        let (go, edit, changes, on_leave) = (go.clone(), edit.clone(), changes.clone(), on_leave.clone());
        let latest = latest.clone();
        Callback::from(move |event: KeyboardEvent| {
            let cursor = *latest.borrow();
            let at = cursor.at;
            let Some(command) = command(&event, at, shape) else { return };
            event.prevent_default();
            match command {
                Command::Go(to) => go.emit(cursor.to(to)),
                Command::Select(to) => go.emit(cursor.extended_to(to)),
                Command::Edit if !typed.borrow().is_empty() => {
                    let text = typed.borrow().clone();
                    on_leave.emit((text, Leave::Down));
                }
                Command::Edit => edit.emit((at, None)),
                // A space by itself begins nothing.
                Command::Replace(key)
                    if changes.text(at).is_some() && (key != " " || !typed.borrow().is_empty()) =>
                {
                    typed.borrow_mut().push_str(&key);
                    edit.emit((at, Some(typed.borrow().clone())));
                }
                Command::Replace(_) => {}
                Command::Clear => changes.clear(cursor),
                Command::FillDown => changes.fill_down(cursor),
                Command::FillRight => changes.fill_right(cursor),
            }
        })
    };
    // Dragging with the mouse selects cells, as in a spreadsheet. A finger scrolls.
    let dragged = use_mut_ref(|| None::<At>);
    let onpointerdown = {
        let dragged = dragged.clone();
        Callback::from(move |event: PointerEvent| {
            let is_plain = event.pointer_type() == "mouse" && event.button() == 0 && !event.shift_key();
            let element = event.target_dyn_into::<Element>().filter(|_| is_plain);
            let is_editor = |element: &Element| element.tag_name().eq_ignore_ascii_case("input");
            *dragged.borrow_mut() = element.filter(|element| !is_editor(element)).as_ref().and_then(At::of);
        })
    };
    // In WebKit what comes over a cell with the press in it comes before that press.
    let onpointerup = {
        let dragged = dragged.clone();
        Callback::from(move |_: PointerEvent| *dragged.borrow_mut() = None)
    };
    let onpointerover = {
        let (dragged, go, latest) = (dragged.clone(), go.clone(), latest.clone());
        Callback::from(move |event: PointerEvent| {
            if event.buttons() != 1 {
                *dragged.borrow_mut() = None;
            }
            let to = event.target_dyn_into::<Element>().as_ref().and_then(At::of);
            if let (Some(from), Some(to)) = (*dragged.borrow(), to) {
                let cursor = *latest.borrow();
                if (from, to) != (cursor.corner, cursor.at) && (from != to || cursor.at != cursor.corner) {
                    go.emit(cursor.over(to, from));
                }
            }
        })
    };
    let onclick = {
        let (go, edit, editing) = (go.clone(), edit.clone(), editing.clone());
        Callback::from(move |event: MouseEvent| {
            let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let Some(to) = element.as_ref().and_then(At::of) else { return };
            if editing.as_ref().is_some_and(|(edited, _)| *edited == to) {
                return;
            }
            if event.shift_key() {
                go.emit(cursor.extended_to(to));
            } else if to == at && cursor.moves > 0 {
                edit.emit((to, None));
            } else {
                go.emit(cursor.to(to));
            }
        })
    };
    let edited = editing.as_ref().map(|(edited, start)| {
        let editing = Editing {
            column: edited.column,
            label: changes.name(*edited).into(),
            start: start.clone(),
            on_leave: on_leave.clone(),
        };
        (edited.row, editing)
    });
    let editing_of =
        |row: usize| edited.as_ref().filter(|(edited, _)| *edited == row).map(|(_, editing)| editing.clone());
    let ([top, bottom], [left, right]) = cursor.selected();
    let is_many = top != bottom || left != right;
    let row = |position: usize, index: usize| {
        let (number, row) = (position + 1, &matrix.rows[position]);
        html! {
            <GridRow key={row.first.id.to_string()} at={number} index={index + 2} shown={shown.row(position, &officials)}
                active={(at.row == number).then_some(at.column)}
                selected={(is_many && (top..=bottom).contains(&number)).then_some([left, right])}
                editing={editing_of(number)} />
        }
    };
    let active_item = items.iter().position(|item| *item == Item::Row(at.row.saturating_sub(1)));
    let body = drawn(items.len(), *extent, *view, active_item).into_iter().enumerate().map(|(part, item)| match item.map(|index| (index, items[index])) {
        Err(height) => space(part, height),
        Ok((index, Item::Row(position))) => row(position, index),
        Ok((index, Item::Section(section))) => html! {
            <tr key={format!("section-{index}")} role="row" class="grid-row grid-section" aria-rowindex={(index + 2).to_string()}>
                <th role="rowheader" colspan={(shape.official() + 1).to_string()}><span>{ section_title(section) }</span></th>
            </tr>
        },
    });
    let next_problem = {
        let (go, changes, contradicted) = (go.clone(), changes.clone(), contradicted.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(to) = changes.next_problem(at, &contradicted) {
                go.emit(cursor.to(to));
            }
        })
    };
    // The same as long as rows are: what is below the grid is drawn anew only where the cursor goes elsewhere.
    let on_return = use_callback(matrix.clone(), {
        let (go, latest) = (go.clone(), latest.clone());
        move |(), _| {
            let cursor = *latest.borrow();
            go.emit(cursor.to(cursor.at));
        }
    });
    html! {
        <section class="screen-only grid-frame" aria-labelledby="table-heading">
            <div class="grid-head">
                <h2 id="table-heading">{ words::TABLE_HEADING }</h2>
                if shown.has_problems {
                    <button type="button" class="button button-quiet" onclick={next_problem}>{ words::NEXT_PROBLEM }</button>
                }
            </div>
            <details class="legend">
                <summary>{ words::HOW_TO_USE }</summary>
                <p id="grid-hint">{ words::TABLE_HINT }</p>
                <p>{ words::SIGNS }</p>
            </details>
            <div class={classes!("grid-scroll", width_class(shape.periods), (items.len() <= MOST_WHOLE).then_some("grid-whole"))} ref={container} {onscroll}>
                <table class="figures" role="grid" aria-labelledby="table-heading" aria-describedby="grid-hint" aria-multiselectable="true"
                    aria-rowcount={(items.len() + 1).to_string()} aria-colcount={(shape.official() + 1).to_string()} {onkeydown} {onclick} {onpointerdown} {onpointerup} {onpointerover}>
                    <colgroup>
                        <col class="col-measure" />
                        { for matrix.columns.iter().map(|column| html! { <col class={if column.has_counts { "col-counts" } else { "col-values" }} /> }) }
                        <col class="col-target" />
                        <col class="col-official" />
                    </colgroup>
                    <Headings matrix={matrix.clone()} has_council={settings.council.is_some()} period={settings.period}
                        active={(at.row == 0).then_some(at.column)} editing={editing_of(0)} />
                    <tbody role="rowgroup">{ for body }</tbody>
                </table>
            </div>
            <Bar store={store.clone()} matrix={matrix.clone()} {at} left={(*last_left).clone()} problems={problems.clone()}
                {on_return} />
        </section>
    }
}

/// The class of a grid of so many periods, which says how much room there is for names.
const fn width_class(periods: usize) -> Option<&'static str> {
    match periods {
        0..FEWEST_PERIODS => Some("grid-few"),
        FEWEST_PERIODS..=FEW_PERIODS => None,
        _ => Some("grid-many"),
    }
}

/// Whether the keyboard is in this cell: on what in it has this class.
fn is_at(cell: At, class: &str) -> bool {
    let active = gloo_utils::document().active_element();
    active.is_some_and(|active| active.class_name() == class && At::of(&active) == Some(cell))
}

/// The heading of rows that stand together.
fn section_title(section: Section) -> &'static str {
    match section {
        Section::Unsettled => words::WHICH_MEASURE,
        Section::Theme(theme) => theme.title(),
        Section::LeftOut => words::LEFT_OUT,
    }
}

/// Rows that are not drawn, as high as they are. What is drawn has keys throughout: rows then stay the same elements, and keep
/// the focus, when others come and go around them.
fn space(part: usize, height: i32) -> Html {
    html! { <tr key={format!("space-{}", part.min(1))} role="none" class="grid-space"><td role="none" height={height.to_string()} /></tr> }
}

/// The cursor at the line it was put at, which may stand in another row now.
fn placed((cursor, line): (Cursor, Option<LineId>), matrix: &Matrix) -> Cursor {
    let Some((line, row)) = line.zip(cursor.at.row.checked_sub(1)) else { return cursor };
    let is_there = matrix.rows.get(row).is_some_and(|row| row.lines().any(|each| each.id == line));
    match matrix.position(line).filter(|_| !is_there) {
        Some((row, _)) => {
            let at = At { row: row + 1, ..cursor.at };
            Cursor { at, corner: at, ..cursor }
        }
        None => cursor,
    }
}

fn contradicted(problems: &[(Option<LineId>, Problem)]) -> impl Iterator<Item = LineId> + '_ {
    let contradictions =
        problems.iter().filter(|(_, problem)| matches!(problem.kind, ProblemKind::Contradiction(_)));
    contradictions.filter_map(|(line, _)| *line)
}

/// Hears what is pasted while the keyboard is in the grid, before the page takes it for a table. The browser sends it to the
/// cell, or to the page as a whole where nothing is selected. `take` is told whether a cell is edited, and says whether it took
/// the text.
fn on_paste(take: impl Fn(&str, bool) -> bool + 'static) -> EventListener {
    let document = gloo_utils::document();
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    EventListener::new_with_options(&document.clone(), "paste", options, move |event| {
        let Some(active) = document.active_element().filter(|active| At::of(active).is_some()) else {
            return;
        };
        let is_editing = active.tag_name().eq_ignore_ascii_case("input");
        // There is nothing on the clipboard that is a text: that empties no cell.
        if let Some(text) = pasted_text(event).map(String::from).filter(|text| !text.is_empty())
            && take(&text, is_editing)
        {
            event.prevent_default();
        }
    })
}
