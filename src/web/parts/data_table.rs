//! A table of a scenario, which can be copied and downloaded.

use std::rc::Rc;

use yew::prelude::*;

use crate::disclose::Disclosure;
use crate::report::Table;

use crate::web::browser::{clipboard, download};
use crate::words::disclosure::INTERNAL_MARK;
use crate::words::leaving as left;
use crate::words::screens::parts as words;

/// What of a table may leave the page.
#[derive(Clone, PartialEq)]
pub(crate) enum Leaving {
    /// The table as it is shown.
    AsShown,
    /// The same, marked as for internal use.
    Internal,
    /// Another one in its place.
    Instead(Rc<Table>),
    /// Nothing.
    Never,
}

impl Leaving {
    pub(crate) const fn new(may_leave: bool, disclosure: Disclosure) -> Self {
        match (disclosure.is_internal(), may_leave) {
            (true, _) => Self::Internal,
            (false, true) => Self::AsShown,
            (false, false) => Self::Never,
        }
    }

    /// The table that leaves in place of this one.
    pub(crate) fn leaves(&self, table: &Table) -> Option<Table> {
        match self {
            Self::AsShown => Some(table.clone()),
            Self::Internal => {
                let mut marked = table.clone();
                marked.notes.push(INTERNAL_MARK.to_owned());
                Some(marked)
            }
            Self::Instead(other) => Some(other.as_ref().clone()),
            Self::Never => None,
        }
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub table: Table,
    pub leaving: Leaving,
}

/// A table as it is, the first cells of its rows their headings.
#[component]
pub(crate) fn DataTable(Props { table, leaving }: &Props) -> Html {
    let message = use_state(String::new);
    let act = |done: &'static str, act: fn(&Table) -> bool| {
        let (table, message) = (leaving.leaves(table), message.clone());
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
            <div class="table-scroll" role="region" tabindex="0" aria-label={table.title.clone()}>
                <table>
                    <caption class="visually-hidden">{ &table.title }</caption>
                    <thead><tr>{ for table.headings.iter().map(|heading| html! { <th scope="col">{ heading }</th> }) }</tr></thead>
                    <tbody>{ for table.rows.iter().map(|cells| row(cells)) }</tbody>
                </table>
            </div>
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

fn row(cells: &[String]) -> Html {
    let cell = |(index, cell): (usize, &String)| {
        if index == 0 {
            html! { <th scope="row">{ cell }</th> }
        } else {
            html! { <td>{ cell }</td> }
        }
    };
    html! { <tr>{ for cells.iter().enumerate().map(cell) }</tr> }
}

fn copy(table: &Table) -> bool {
    clipboard::copy(&table.to_text(), &table.to_html())
}

fn save(table: &Table) -> bool {
    download::save(&format!("{}.csv", table.file_name()), &table.to_csv(), download::CSV)
}
