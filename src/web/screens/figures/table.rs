//! The figures as an editable table.

use std::collections::HashMap;
use std::rc::Rc;

use yew::prelude::*;

use crate::figure::{Amount, Figure};
use crate::indicator::Kind;
use crate::number::Decimal;
use crate::read::{Entry, Subject};

use crate::app::lines::{CellId, Field, Line, LineId, LinesAction, TurnedAway};
use crate::app::state::State;
use crate::web::browser::focus::focus_soon;
use crate::web::parts::combobox::Combobox;
use crate::web::parts::inputs::text_of;
use crate::web::screens::figures::cell::Cell;
use crate::web::screens::figures::keys::{on_key, on_paste};
use crate::web::screens::settings::{Measures, indicators_meant};
use crate::web::store::{Dispatcher, Store};
use crate::words::disclosure::disclosure_note;
use crate::words::figure::amount_text;
use crate::words::screens::figures as words;
use crate::words::status::PERSONAL_CELL;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub store: Store,
    /// A cell to bring into view.
    pub sought: Option<Sought>,
}

/// A cell that is looked for, and how often one was looked for before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sought {
    pub cell: Cell,
    pub times: usize,
}

/// Rows drawn at once; more would make each key press slow.
const PAGE: usize = 100;

#[component]
pub(crate) fn FiguresTable(Props { store, sought }: &Props) -> Html {
    let measures = use_memo(store.state().own_measures(), |own| Measures::with_own(own.clone()));
    let printing = use_memo((store.state().lines.clone(), store.state().settings.clone()), |_| {
        hidden_lines(store.state())
    });
    let (hidden, note) = &*printing;
    let page = use_state(|| 0_usize);
    let lines = &store.state().lines;
    let pages = lines.len().div_ceil(PAGE).max(1);
    let now = (*page).min(pages - 1);
    {
        let (page, lines) = (page.clone(), lines.clone());
        use_effect_with(*sought, move |sought| {
            let Some(sought) = sought else { return };
            if let Some(position) = lines.position(sought.cell.line()) {
                page.set(position / PAGE);
                focus_soon(sought.cell.element_id());
            }
        });
    }
    let shown = lines.iter().skip(now * PAGE).take(PAGE);
    let add = {
        let (store, page) = (store.clone(), page.clone());
        let (last, cell) = (lines.len() / PAGE, Cell::Indicator(lines.next_id()));
        Callback::from(move |_: MouseEvent| {
            store.send(LinesAction::Add);
            page.set(last);
            focus_soon(cell.element_id());
        })
    };
    html! {
        <section aria-labelledby="table-heading" class={(lines.len() > MOST_PRINTED).then_some("screen-only")}>
            <h2 id="table-heading">{ words::TABLE_HEADING }</h2>
            <p class="hint">{ words::TABLE_HINT }</p>
            <div class="table-scroll">
                <table class="figures" role="table" onkeydown={on_key(store)} onpaste={on_paste(store)}>
                    <caption class="visually-hidden">{ words::TABLE_CAPTION }</caption>
                    <thead role="rowgroup">
                        <tr role="row">
                            { for words::COLUMNS.map(|name| html! {
                                <th scope="col" role="columnheader">{ name }</th>
                            }) }
                        </tr>
                    </thead>
                    <tbody role="rowgroup">
                        { for shown.flat_map(|line| printable(line, hidden.get(&line.id), store, &measures)) }
                    </tbody>
                </table>
            </div>
            if pages > 1 {
                { pager(&page, now, pages, lines.len()) }
            }
            <button type="button" class="button button-quiet" onclick={add}>{ words::ADD_ROW }</button>
            <p class="print-only">{ note }</p>
        </section>
    }
}

/// With more lines than this the table is not printed: only a page of them is drawn.
const MOST_PRINTED: usize = 1_000;

/// What is printed in place of lines that are not printed as they are: hidden figures, those whose cells say more than
/// the figure, and what is no figure, since nobody knows what it counts. With it, what is said of it below the table.
fn hidden_lines(state: &State) -> (HashMap<LineId, String>, String) {
    let disclosure = state.settings.disclosure;
    if state.lines.len() > MOST_PRINTED {
        return (HashMap::new(), String::new());
    }
    let disclosed = state.disclosed();
    let note = disclosure_note(&disclosed, disclosure);
    if disclosure.is_internal() {
        return (HashMap::new(), note);
    }
    let mut hidden = disclosed.hidden.iter();
    let printed = |line: &Rc<Line>| {
        let text = match &line.checked.figure {
            Some(figure) if hidden.next().is_none_or(Option::is_none) => {
                says_more(&line.entry, figure).then(|| amount_text(&figure.indicator, figure.amount))
            }
            _ => Some("c".to_owned()),
        };
        Some((line.id, text?))
    };
    (state.lines.iter().filter_map(printed).collect(), note)
}

/// Whether the cells of a line hold numbers that its figure does not: "0.5% (3)" is taken for 0.5%.
fn says_more(entry: &Entry, figure: &Figure) -> bool {
    let holds_digit = |text: &str| text.contains(|character: char| character.is_ascii_digit());
    let counts = holds_digit(&entry.numerator) || holds_digit(&entry.denominator);
    match figure.amount {
        Amount::Counts { .. } => false,
        Amount::Value(_) if figure.indicator.kind == Kind::Count => false,
        Amount::Value(_) => counts || Decimal::parse(entry.value.trim().trim_end_matches('%')).is_err(),
        Amount::Withheld(_) => counts || holds_digit(&entry.value),
    }
}

fn pager(page: &UseStateHandle<usize>, now: usize, pages: usize, lines: usize) -> Html {
    let go = |to: usize| {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.set(to))
    };
    html! {
        <nav class="pager" aria-label={words::PAGES}>
            <button type="button" class="button button-quiet" disabled={now == 0} onclick={go(now.saturating_sub(1))}>{ words::PREVIOUS }</button>
            <span role="status">{ words::rows_shown(now * PAGE + 1, ((now + 1) * PAGE).min(lines), lines) }</span>
            <button type="button" class="button button-quiet" disabled={now + 1 == pages} onclick={go(now + 1)}>{ words::NEXT }</button>
        </nav>
    }
}

/// A line, and where it must not be printed as it is, what is printed in its place.
fn printable(line: &Rc<Line>, printed: Option<&String>, store: &Store, measures: &Rc<Measures>) -> Vec<Html> {
    let row = html! {
        <LineRow key={line.id.to_string()} line={line.clone()} is_hidden={printed.is_some()} dispatcher={store.dispatcher()} measures={measures.clone()}
            turned_away={store.state().turned_away.filter(|away| away.cell.line == line.id)} />
    };
    let entry = &line.entry;
    let name = line.checked.figure.as_ref().map_or(words::INCOMPLETE_ROW, |figure| &figure.indicator.title);
    let printed = printed.map(|text| html! {
        <tr key={format!("printed-{}", line.id)} role="row" class="print-only">
            <td role="cell">{ name }</td><td role="cell">{ &entry.period }</td><td role="cell" colspan="4">{ text }</td>
        </tr>
    });
    [row].into_iter().chain(printed).collect()
}

#[derive(Clone, PartialEq, Properties)]
struct LineProps {
    line: Rc<Line>,
    /// Whether it is hidden in print.
    is_hidden: bool,
    dispatcher: Dispatcher,
    measures: Rc<Measures>,
    /// The cell of it that did not keep what was put into it.
    turned_away: Option<TurnedAway>,
}

#[component]
fn LineRow(LineProps { line, is_hidden, dispatcher, measures, turned_away }: &LineProps) -> Html {
    let id = line.id;
    let entry = &line.entry;
    let send = |action: LinesAction| {
        let dispatcher = dispatcher.clone();
        Callback::from(move |_: MouseEvent| dispatcher.dispatch(action.clone().into()))
    };
    let on_choose = {
        let (dispatcher, measures) = (dispatcher.clone(), measures.clone());
        Callback::from(move |key: Option<AttrValue>| {
            if let Some(measure) = key.and_then(|key| measures.by_key(&key)) {
                dispatcher.dispatch(LinesAction::ReadAs(id, measure).into());
            }
        })
    };
    let is_out = line.is_left_out();
    let has_error = line.checked.figure.is_none() && !is_out && !entry.is_blank();
    let name = entry.subject.indicator().map_or(entry.label.as_str(), |indicator| &indicator.title);
    let name = if name.is_empty() { words::NEW_ROW } else { name };
    let cell = |field: Field, label: &str, value: &str| {
        let cell = id.cell(field);
        let oninput = on_input(cell, dispatcher);
        html! {
            <td role="cell" data-label={label.to_owned()}>
                <input autocomplete="off" spellcheck="false" id={Cell::Text(cell).element_id()} class="input" type="text" aria-label={words::cell(label, name)}
                    value={value.to_owned()} disabled={is_out} {oninput} />
                { refusal(*turned_away, field) }
            </td>
        }
    };
    let leave_out = if is_out { words::INCLUDE_AGAIN } else { words::LEAVE_OUT };
    let likely: Vec<AttrValue> = match &entry.subject {
        Subject::OneOf(several) | Subject::Unknown(several) => {
            several.iter().map(|indicator| AttrValue::Static(&indicator.id)).collect()
        }
        _ => Vec::new(),
    };
    let of_line = |what: &str| words::button(what, name, &entry.period);
    // Only tables that name areas have one to show; it stays while it is being mended.
    let has_area = !entry.area.is_empty() || entry.columns.area > 0;
    let result_id = format!("line-{id}-result");
    let pasted_as =
        entry.subject.indicator().is_none_or(|indicator| !indicator.title.eq_ignore_ascii_case(&entry.label));
    html! {
        <tr role="row" class={classes!(is_out.then_some("left-out"), has_error.then_some("has-error"), is_hidden.then_some("screen-only"))}>
            <td role="cell" data-label={words::INDICATOR} class="cell-indicator">
                <Combobox id={Cell::Indicator(id).element_id()} label={words::cell(words::INDICATOR, name)}
                    described_by={result_id.clone()} placeholder={words::CHOOSE_INDICATOR} invalid={has_error}
                    choices={measures.choices.clone()} meant={indicators_meant()} chosen={entry.subject.indicator().map(|indicator| AttrValue::from(indicator.id.to_string()))} likely={likely} {on_choose} />
                if has_area {
                    { area_box(id, name, &entry.area, dispatcher) }
                    { refusal(*turned_away, Field::Area) }
                }
                if pasted_as && !entry.label.is_empty() {
                    <span class="pasted-as screen-only">{ words::pasted_as(&entry.label) }</span>
                }
            </td>
            { cell(Field::Period, words::PERIOD, &entry.period) }
            { cell(Field::Numerator, words::NUMERATOR, &entry.numerator) }
            { cell(Field::Denominator, words::DENOMINATOR, &entry.denominator) }
            { cell(Field::Value, words::VALUE_ALONE, &entry.value) }
            <td role="cell" data-label={words::RESULT} class="cell-result" id={result_id}>{ result(line) }</td>
            <td role="cell" data-label={words::ROW} class="cell-actions">
                <button type="button" class="link" onclick={send(LinesAction::LeaveOut(id))}
                    aria-label={of_line(leave_out)}>
                    { leave_out }
                </button>
                <button type="button" class="link" onclick={send(LinesAction::Delete(id))} aria-label={of_line(words::DELETE)}>
                    { words::DELETE }
                </button>
            </td>
        </tr>
    }
}

/// What is said at the cell that did not keep what was put into it.
fn refusal(turned_away: Option<TurnedAway>, field: Field) -> Html {
    match turned_away {
        Some(away) if away.cell.field == field => {
            html! { <span class="error" role="alert">{ PERSONAL_CELL }</span> }
        }
        _ => html! {},
    }
}

/// Types into a cell.
fn on_input(cell: CellId, dispatcher: &Dispatcher) -> Callback<InputEvent> {
    let dispatcher = dispatcher.clone();
    Callback::from(move |event: InputEvent| {
        dispatcher.dispatch(LinesAction::Edit(cell, text_of(&event)).into());
    })
}

/// The area of a line, where its table names one.
fn area_box(id: LineId, name: &str, area: &str, dispatcher: &Dispatcher) -> Html {
    let cell = id.cell(Field::Area);
    let oninput = on_input(cell, dispatcher);
    html! {
        <input autocomplete="off" spellcheck="false" id={Cell::Text(cell).element_id()} class="input area-box" type="text" aria-label={words::cell(words::AREA, name)} placeholder={words::AREA}
            value={area.to_owned()} {oninput} />
    }
}

/// What a line comes to: its value, and what is wrong or worth a look.
fn result(line: &Line) -> Html {
    if line.is_left_out() {
        return html! { { words::LEFT_OUT } };
    }
    let value = line.checked.figure.as_ref().map(|figure| amount_text(&figure.indicator, figure.amount));
    let change =
        (!line.entry.stated_change.is_empty()).then(|| words::stated_change(&line.entry.stated_change));
    html! {
        <>
            if let Some(value) = value {
                <strong>{ value }</strong>
            }
            { for change.map(|change| html! { <span class="remark screen-only">{ change }</span> }) }
            { for line.checked.problems.iter().map(|problem| html! {
                <span class={if line.checked.figure.is_none() { "error" } else { "remark" }}>{ problem.message() }</span>
            }) }
        </>
    }
}
