//! What a person is asked about a source before anything is taken from it.

use yew::prelude::*;

use crate::period::Period;
use crate::read::{Column, Mapping, Sheet, Unmapped};

use crate::app::intake::{IntakeAction, SheetId, Source, SourceId};
use crate::web::browser::focus::focus_soon;
use crate::web::parts::inputs::{is_checked, text_of};
use crate::web::parts::personal::personal_found;
use crate::web::store::{ScreenProps, Store};
use crate::words::screens::incoming::{self as words, ColumnsError};

/// Sends an action, and puts the keyboard where its outcome is told: the button may be gone then.
fn send(store: &Store, action: IntakeAction) -> Callback<MouseEvent> {
    let store = store.clone();
    Callback::from(move |_| {
        store.send(action.clone());
        focus_soon("outcome".to_owned());
    })
}

#[component]
pub(crate) fn IncomingPanel(ScreenProps { store }: &ScreenProps) -> Html {
    let Some(source) = store.state().intake.asked() else { return html! {} };
    let id = source.id;
    let unmapped = source
        .sheets()
        .iter()
        .zip(&source.chosen)
        .filter(|(_, chosen)| **chosen)
        .find_map(|(sheet, _)| sheet.unmapped.first());
    if !source.personal().is_empty() {
        personal_found(source.title(), source.personal(), send(store, IntakeAction::Cancel(id)))
    } else if let Some(unmapped) = unmapped {
        html! {
            <section class="problems" aria-labelledby="incoming-heading">
                <h2 id="incoming-heading">{ words::what_is_in_columns(source.title()) }</h2>
                if source.sheets().len() > 1 {
                    { sheets(store, source) }
                }
                <MapColumns key={format!("{id:?} {} {}", source.attempt, unmapped.headings.join("\u{1F}"))} store={store.clone()} {id}
                    unmapped={unmapped.clone()} />
            </section>
        }
    } else if source.sheets().is_empty() {
        html! {}
    } else {
        let is_empty = !source.chosen.iter().any(|chosen| *chosen);
        html! {
            <section class="problems" aria-labelledby="incoming-heading">
                <h2 id="incoming-heading">{ words::which_sheets(source.title()) }</h2>
                { sheets(store, source) }
                <div class="buttons">
                    <button type="button" class="button" disabled={is_empty} onclick={send(store, IntakeAction::Add(id))}>
                        { words::ADD_SHEETS }
                    </button>
                    <button type="button" class="button button-quiet" onclick={send(store, IntakeAction::Cancel(id))}>{ words::CANCEL }</button>
                </div>
            </section>
        }
    }
}

/// A box for each sheet, with what was found on it.
fn sheets(store: &Store, source: &Source) -> Html {
    let item = |(index, (sheet, chosen)): (usize, (&Sheet, &bool))| {
        let id = format!("sheet-{index}");
        let source_id = source.id;
        let onchange = store.on(move |event: Event| {
            let action =
                if is_checked(&event) { IntakeAction::ChooseSheet } else { IntakeAction::LeaveSheet };
            action(source_id, SheetId(index))
        });
        html! {
            <li class="field-check">
                <input autocomplete="off" spellcheck="false" id={id.clone()} type="checkbox" checked={*chosen} {onchange} />
                <label for={id}>{ described(sheet) }</label>
            </li>
        }
    };
    html! { <ul class="plain-list">{ for source.sheets().iter().zip(&source.chosen).enumerate().map(item) }</ul> }
}

fn described(sheet: &Sheet) -> String {
    let name = sheet.name.as_deref().unwrap_or(words::THE_TEXT);
    let hidden = if sheet.is_hidden { words::HIDDEN_SHEET } else { "" };
    let found = match sheet.reading.figures().len() {
        0 if !sheet.unmapped.is_empty() => words::UNKNOWN_HEADINGS.to_owned(),
        count => words::figures(count),
    };
    format!("{name}{hidden}: {found}")
}

#[derive(Clone, PartialEq, Properties)]
struct MapProps {
    store: Store,
    /// Of the source.
    id: SourceId,
    unmapped: Unmapped,
}

/// What a column can be said to hold, with the value of its choice.
const CHOICES: [(&str, &str, Column); 8] = [
    ("none", words::NOT_USED, Column::Other),
    ("name", words::INDICATOR, Column::Name),
    ("area", words::AREA, Column::Area),
    ("period", words::PERIOD, Column::Period),
    ("numerator", words::NUMERATOR, Column::Numerator),
    ("denominator", words::DENOMINATOR, Column::Denominator),
    ("counts", words::COUNTS, Column::Counts),
    ("value", words::VALUE, Column::Value),
];

/// The first rows of a table with a choice above each column.
#[component]
fn MapColumns(MapProps { store, id, unmapped }: &MapProps) -> Html {
    let width = unmapped.rows.iter().map(Vec::len).max().unwrap_or(0).max(unmapped.headings.len());
    let first = |index: usize| if index == 0 { Column::Name } else { Column::Other };
    let columns = use_state(|| (0..width).map(first).collect::<Vec<Column>>());
    let held = |index: usize| columns.get(index).copied().unwrap_or(Column::Other);
    // The periods typed for columns of one period each.
    let periods = use_state(|| vec![String::new(); width]);
    let error = use_state(|| None::<ColumnsError>);
    let choose = |index: usize| {
        let columns = columns.clone();
        Callback::from(move |event: Event| {
            let value = text_of(&event);
            let column = CHOICES
                .iter()
                .find(|(id, ..)| *id == value)
                .map_or(Column::At(Period::Year(2000)), |(_, _, column)| *column);
            let mut changed = (*columns).clone();
            changed[index] = column;
            columns.set(changed);
        })
    };
    let type_period = |index: usize| {
        let periods = periods.clone();
        Callback::from(move |event: InputEvent| {
            let mut changed = (*periods).clone();
            changed[index] = text_of(&event);
            periods.set(changed);
        })
    };
    let read = {
        let (columns, periods, error) = (columns.clone(), periods.clone(), error.clone());
        let (store, headings, id) = (store.clone(), unmapped.headings.clone(), *id);
        Callback::from(move |_: MouseEvent| match mapped(&columns, &periods, headings.len()) {
            Ok(columns) => store.send(IntakeAction::Map(id, Mapping { headings: headings.clone(), columns })),
            Err(wrong) => error.set(Some(wrong)),
        })
    };
    let head = |index: usize| {
        let heading = unmapped.headings.get(index).filter(|heading| !heading.is_empty());
        let heading = heading.cloned().unwrap_or_else(|| words::column(index + 1));
        let is_period = matches!(held(index), Column::At(_));
        html! {
            <th scope="col" role="columnheader">
                { heading.clone() }
                <select autocomplete="off" class="input" aria-label={words::what_is_in(&heading)} aria-describedby="map-error" onchange={choose(index)}>
                    { for CHOICES.map(|(id, name, column)| html! { <option value={id} selected={held(index) == column}>{ name }</option> }) }
                    <option value="at" selected={is_period}>{ words::ONE_PERIOD }</option>
                </select>
                if is_period {
                    <input autocomplete="off" spellcheck="false" class="input" type="text" placeholder={words::EXAMPLE_PERIOD} aria-label={words::period_of(&heading)}
                        value={periods.get(index).cloned().unwrap_or_default()} oninput={type_period(index)} />
                }
            </th>
        }
    };
    let row = |cells: &Vec<String>| {
        html! { <tr role="row">{ for (0..width).map(|index| html! { <td role="cell">{ cells.get(index).cloned().unwrap_or_default() }</td> }) }</tr> }
    };
    html! {
        <>
            <p>{ words::not_recognised(&unmapped.place.to_string()) }</p>
            <div class="table-scroll" tabindex="0" role="region" aria-label={words::FIRST_ROWS}>
                <table class="preview" role="table">
                    <caption class="visually-hidden">{ words::FIRST_ROWS_CAPTION }</caption>
                    <thead role="rowgroup"><tr role="row">{ for (0..width).map(head) }</tr></thead>
                    <tbody role="rowgroup">{ for unmapped.rows.iter().map(row) }</tbody>
                </table>
            </div>
            <p id="map-error" class="error" role="status">{ for error.iter().map(ToString::to_string) }</p>
            <div class="buttons">
                <button type="button" class="button" onclick={read}>{ words::READ_WITH_COLUMNS }</button>
                <button type="button" class="button button-quiet" onclick={send(store, IntakeAction::Ignore(*id, unmapped.place.clone()))}>{ words::SKIP_TABLE }</button>
                <button type="button" class="button button-quiet" onclick={send(store, IntakeAction::Cancel(*id))}>{ words::CANCEL }</button>
            </div>
        </>
    }
}

/// The columns with their periods, or what is missing.
fn mapped(columns: &[Column], periods: &[String], headings: usize) -> Result<Vec<Column>, ColumnsError> {
    let mut done = Vec::new();
    for (column, period) in columns.iter().zip(periods).take(headings) {
        done.push(match column {
            Column::At(_) => Column::At(Period::parse(period).map_err(|_| ColumnsError::NoPeriod)?),
            other => *other,
        });
    }
    if !done.contains(&Column::Name) {
        return Err(ColumnsError::NoNames);
    }
    if !done.iter().any(|column| column.is_read() || *column == Column::Counts) {
        return Err(ColumnsError::NoFigures);
    }
    Ok(done)
}
