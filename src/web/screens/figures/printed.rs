//! The figures as they are printed: a plain table of what may leave the page, made when something is printed.

use gloo_events::EventListener;
use yew::prelude::*;

use crate::report::{Table, figures_tables};

use crate::web::store::{ScreenProps, Store};
use crate::words::disclosure::disclosure_note;
use crate::words::screens::figures as words;

/// With more lines than this the figures are not printed.
const MOST_PRINTED: usize = 3_000;

#[component]
pub(crate) fn PrintedFigures(ScreenProps { store }: &ScreenProps) -> Html {
    let is_printed = use_state(|| false);
    {
        let is_printed = is_printed.clone();
        use_effect_with((), move |()| {
            let window = gloo_utils::window();
            let before = {
                let is_printed = is_printed.clone();
                EventListener::new(&window, "beforeprint", move |_| is_printed.set(true))
            };
            let after = EventListener::new(&window, "afterprint", move |_| is_printed.set(false));
            move || drop((before, after))
        });
    }
    html! { if *is_printed && store.state().lines.len() <= MOST_PRINTED { { tables(store) } } }
}

fn tables(store: &Store) -> Html {
    let disclosed = store.state().disclosed();
    let about_hidden = disclosure_note(&disclosed, store.state().settings.disclosure);
    let tables = disclosed.map(figures_tables);
    html! {
        <section class="printed print-only" aria-label={words::TABLE_HEADING}>
            { for tables.iter().map(table) }
            <p>{ about_hidden }</p>
        </section>
    }
}

fn table(table: &Table) -> Html {
    let row = |cells: &Vec<String>| {
        html! {
            <tr>
                { for cells.iter().enumerate().map(|(at, cell)| if at == 0 {
                    html! { <th scope="row">{ cell }</th> }
                } else {
                    html! { <td>{ cell }</td> }
                }) }
            </tr>
        }
    };
    html! {
        <table>
            <caption>{ &table.title }</caption>
            <thead><tr>{ for table.headings.iter().map(|heading| html! { <th scope="col">{ heading }</th> }) }</tr></thead>
            <tbody>{ for table.rows.iter().map(row) }</tbody>
        </table>
    }
}
