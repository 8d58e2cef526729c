//! A table of a scenario, which can be copied and downloaded.

use yew::prelude::*;

use crate::disclose::Released;
use crate::report::Table;

use crate::web::browser::{clipboard, download};
use crate::words::leaving as left;
use crate::words::screens::parts as words;
use crate::words::sensitivity::is_as_entered;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    /// The table as it is shown.
    pub table: Table,
    /// The table as it may leave the page, or `None` if it may not.
    pub released: Option<Released<Table>>,
}

/// A table as it is, the first cells of its rows their headings.
#[component]
pub(crate) fn DataTable(Props { table, released }: &Props) -> Html {
    let message = use_state(String::new);
    let act = |done: &'static str, act: fn(&Released<Table>) -> bool| {
        let (table, message) = (released.clone(), message.clone());
        Callback::from(move |_: MouseEvent| {
            let told = match &table {
                None => left::NOT_DONE,
                Some(table) if act(table) => done,
                Some(_) => left::REFUSED,
            };
            message.set(told.to_owned());
        })
    };
    html! {
        <>
            { bare_table(table, table.title.clone(), "") }
            <div class="buttons">
                <button type="button" class="button button-quiet" onclick={act(words::TABLE_COPIED, copy)}>
                    { words::COPY_TABLE }<span class="visually-hidden">{ words::of(&table.title) }</span>
                </button>
                <button type="button" class="button button-quiet" onclick={act(words::TABLE_DOWNLOADED, save)}>
                    { words::DOWNLOAD_TABLE }<span class="visually-hidden">{ words::of(&table.title) }</span>
                </button>
            </div>
            <p class="message message-elsewhere" role="status">{ &*message }</p>
        </>
    }
}

/// More columns than this do not fit beside each other on a narrow screen.
const FITTING: usize = 3;

/// A table alone, the first cells of its rows their headings, with a name for people who do not see it.
pub(crate) fn bare_table(table: &Table, label: String, class: &'static str) -> Html {
    let class = if class.is_empty() && table.headings.len() > FITTING { "stacks" } else { class };
    html! {
        <div class="table-scroll" role="region" tabindex="0" aria-label={label}>
            <table {class} role="table">
                <caption class="visually-hidden">{ &table.title }</caption>
                <thead role="rowgroup">
                    <tr role="row">{ for table.headings.iter().map(|heading| html! { <th scope="col" role="columnheader">{ heading }</th> }) }</tr>
                </thead>
                <tbody role="rowgroup">{ for table.rows.iter().map(|cells| row(cells)) }</tbody>
            </table>
        </div>
    }
}

fn row(cells: &[String]) -> Html {
    let cell = |(index, cell): (usize, &String)| {
        if index == 0 {
            html! { <th scope="row" role="rowheader">{ cell }</th> }
        } else {
            html! { <td role="cell" class={is_as_entered(cell).then_some("cell-entered")}>{ cell }</td> }
        }
    };
    html! { <tr role="row">{ for cells.iter().enumerate().map(cell) }</tr> }
}

fn copy(table: &Released<Table>) -> bool {
    clipboard::copy(&table.map(Table::to_copied))
}

fn save(table: &Released<Table>) -> bool {
    download::save(&format!("{}.csv", table.file_name()), &table.map(Table::to_csv), download::CSV)
}
