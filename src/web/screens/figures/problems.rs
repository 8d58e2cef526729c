//! What needs attention: worst first, each with its place, a way to its row, and a way to mend it where it stands.

use std::rc::Rc;

use yew::prelude::*;

use crate::read::{Problem, Severity};

use crate::app::lines::{Field, Line, LineId, LinesAction, counted};
use crate::sorting::Sorting;
use crate::web::browser::focus::focus_first_soon;
use crate::web::parts::inputs::text_of;
use crate::web::store::Store;
use crate::words::screens::figures as words;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub store: Store,
    /// What needs attention, each with its line if it is of one.
    pub problems: Rc<Vec<(Option<LineId>, Problem)>>,
    /// Brings the cell of a line into view.
    pub on_seek: Callback<LineId>,
}

/// Problems drawn at once.
const MOST: usize = 30;

#[component]
pub(crate) fn Problems(Props { store, problems, on_seek }: &Props) -> Html {
    // What is shown: of one severity, of one table, or all.
    let severity = use_state(|| None::<Severity>);
    let table = use_state(String::new);
    if problems.is_empty() {
        return html! {};
    }
    let (errors, others) = counted(problems);
    let is_error = |problem: &Problem| problem.severity == Severity::Error;
    let are_cells = problems.iter().all(|(line, problem)| line.is_some() || !is_error(problem));
    let of = if are_cells { words::NotUsed::Cells } else { words::NotUsed::Places };
    let title = words::to_mend(errors, of, others);
    let mut tables: Vec<String> = problems.iter().map(|(_, problem)| table_of(problem)).collect();
    tables.arrange();
    tables.dedup();
    // A table whose problems are all mended is no choice any more.
    let in_table =
        |problem: &Problem| table.is_empty() || !tables.contains(&table) || table_of(problem) == *table;
    let is_chosen =
        |problem: &Problem| severity.is_none_or(|severity| problem.severity == severity) && in_table(problem);
    let chosen: Vec<_> = problems.iter().filter(|(_, problem)| is_chosen(problem)).collect();
    html! {
        <section class={if errors > 0 { "problems problems-errors" } else { "problems" }} aria-labelledby="problems-heading">
            <h2 id="problems-heading">{ title }</h2>
            if problems.len() > 3 {
                <div class="settings">
                    { severity_field(&severity, problems) }
                    if tables.len() > 1 {
                        { table_field(&table, &tables) }
                    }
                </div>
            }
            if chosen.is_empty() {
                <p>{ words::NONE_OF_KIND }</p>
            }
            <ul class="problems-list">{ for chosen.iter().take(MOST).enumerate().map(|(at, (id, each))| problem(store, at, *id, each, on_seek)) }</ul>
            if chosen.len() > MOST {
                <p>{ words::more_problems(chosen.len() - MOST) }</p>
            }
            if !store.state().lines.table_problems().is_empty() {
                <button type="button" class="button button-quiet" onclick={store.on(|_| LinesAction::DismissProblems)}>
                    { words::DISMISS }
                </button>
            }
        </section>
    }
}

/// The file and sheet a problem stands in, in words.
fn table_of(problem: &Problem) -> String {
    let parts: Vec<&str> =
        [&problem.place.file, &problem.place.sheet].into_iter().filter_map(|part| part.as_deref()).collect();
    if parts.is_empty() { words::PASTED_OR_TYPED.to_owned() } else { parts.join(", ") }
}

fn severity_field(
    severity: &UseStateHandle<Option<Severity>>,
    problems: &[(Option<LineId>, Problem)],
) -> Html {
    let onchange = {
        let severity = severity.clone();
        Callback::from(move |event: Event| {
            let value = text_of(&event);
            severity.set(Severity::ALL.into_iter().find(|each| each.id() == value));
        })
    };
    let count =
        |severity: Severity| problems.iter().filter(|(_, problem)| problem.severity == severity).count();
    html! {
        <div class="field">
            <label class="label" for="problem-kind">{ words::SHOW }</label>
            <select autocomplete="off" id="problem-kind" class="input" {onchange}>
                <option value="" selected={severity.is_none()}>{ words::all_problems(problems.len()) }</option>
                { for Severity::ALL.into_iter().filter(|each| count(*each) > 0).map(|each| html! {
                    <option value={each.id()} selected={**severity == Some(each)}>{ words::problems_of(words::severity(each), count(each)) }</option>
                }) }
            </select>
        </div>
    }
}

fn table_field(table: &UseStateHandle<String>, tables: &[String]) -> Html {
    let onchange = {
        let table = table.clone();
        Callback::from(move |event: Event| {
            table.set(text_of(&event));
        })
    };
    html! {
        <div class="field">
            <label class="label" for="problem-table">{ words::IN }</label>
            <select autocomplete="off" id="problem-table" class="input" {onchange}>
                <option value="" selected={table.is_empty()}>{ words::EVERY_TABLE }</option>
                { for tables.iter().map(|each| html! { <option value={each.clone()} selected={**table == *each}>{ each }</option> }) }
            </select>
        </div>
    }
}

fn problem(
    store: &Store,
    at: usize,
    id: Option<LineId>,
    problem: &Problem,
    on_seek: &Callback<LineId>,
) -> Html {
    let place = problem.place.to_string();
    let place = if problem.place.file.is_some() { place } else { words::pasted(&place) };
    let found = (!problem.found.is_empty()).then(|| words::found(&problem.found));
    let line = id.and_then(|id| store.state().lines.get(id));
    let cell = line.map(|line| format!("{}, ", line.name_of_cell()));
    html! {
        <li key={format!("{id:?} {place} {} {}", problem.found, problem.kind)}>
            <strong>{ words::severity(problem.severity) }</strong>{ ", " }{ cell }{ place }{ ":" }{ found }{ " " }{ problem.message() }{ ". " }
            { for line.map(|line| mending(store, at, line, problem, on_seek)) }
        </li>
    }
}

/// The id of the button that leads from a problem of the list to its cell.
fn id_of(at: usize) -> String {
    format!("problem-{at}")
}

/// Where the keyboard goes once a problem is mended: to the one that is in its place then, to the one before, or to what was
/// done.
fn ids_from(at: usize) -> Vec<String> {
    (0..=at).rev().map(id_of).chain(["outcome".to_owned()]).collect()
}

/// Ways to mend a problem of a line: change its cell here, go to its row, leave it out.
fn mending(store: &Store, at: usize, line: &Line, problem: &Problem, on_seek: &Callback<LineId>) -> Html {
    let id = line.id;
    let seek = on_seek.clone();
    let leave_out = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| {
            store.send(LinesAction::LeaveOut(id));
            focus_first_soon(ids_from(at));
        })
    };
    let field = field_of(line, problem.place.column);
    html! {
        <>
            { for field.map(|(field, name, text)| {
                // Taken when it is finished: while it is typed, the problem must not vanish under the hand.
                let store = store.clone();
                let onchange = Callback::from(move |event: Event| {
                    store.send(LinesAction::Edit(id.cell(field), text_of(&event)));
                    focus_first_soon(ids_from(at));
                });
                html! {
                    <label class="mend">{ format!("{name} ") }<span class="visually-hidden">{ words::of_at(&line.entry.label, &problem.place.to_string()) }</span>
                        <input autocomplete="off" spellcheck="false" class="input" type="text" value={text} {onchange} />
                    </label>
                }
            }) }
            <button type="button" class="link" id={id_of(at)} aria-label={words::go_to_cell_of(&line.entry.label)}
                onclick={Callback::from(move |_: MouseEvent| seek.emit(id))}>{ words::GO_TO_CELL }</button>
            <button type="button" class="link" onclick={leave_out}>
                { words::LEAVE_OUT }<span class="visually-hidden">{ format!(" {}", line.entry.label) }</span>
            </button>
        </>
    }
}

/// The cell of a line in which a problem stands, if it can be typed into: which, its name, and its text.
fn field_of(line: &Line, column: usize) -> Option<(Field, &'static str, String)> {
    let (entry, columns) = (&line.entry, &line.entry.columns);
    let fields = [
        (columns.value, Field::Value, words::VALUE, &entry.value),
        (columns.numerator, Field::Numerator, words::NUMERATOR, &entry.numerator),
        (columns.denominator, Field::Denominator, words::DENOMINATOR, &entry.denominator),
        (columns.period, Field::Period, words::PERIOD, &entry.period),
        (columns.area, Field::Area, words::AREA, &entry.area),
    ];
    let in_column = |(at, _, _, text): &(usize, Field, &'static str, &String)| {
        *at == column && column > 0 && !text.is_empty()
    };
    fields.into_iter().find(in_column).map(|(_, field, name, text)| (field, name, text.clone()))
}
