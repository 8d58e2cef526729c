//! The scorecard: every indicator by theme beside England, the region and the statistical neighbours.

use std::cmp::Ordering;
use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::compare::{self, Choices, Comparator, Compared, Row, Scorecard, Verdict};
use crate::indicator::{Good, Theme};
use crate::report::{self, comparator_name, scorecard_table};

use super::browser::clipboard;
use super::scorecard_row::ScorecardRow;
use super::settings::{AboutFigures, neighbour_fields};
use super::store::{ScreenProps, Store};

/// In which order rows are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    Theme,
    Name,
    Gap,
}

#[component]
pub(super) fn ScorecardScreen(ScreenProps { store }: &ScreenProps) -> Html {
    let state = store.state();
    let card = use_memo((state.lines.clone(), state.choices()), |(lines, choices)| {
        let figures: Vec<_> = lines.iter().filter_map(|line| line.checked.figure.clone()).collect();
        compare::scorecard(&figures, choices)
    });
    // What leaves the page, by copy or print: the same without what would identify a child.
    let safe = use_memo((state.lines.clone(), state.choices(), state.settings.disclosure), |_| {
        let disclosed = state.disclosed();
        let card = compare::scorecard(&disclosed.figures, &state.choices());
        (card, report::disclosure_note(&disclosed, state.settings.disclosure))
    });
    let order = use_state(|| Order::Theme);
    let only_worse = use_state(|| false);
    let message = use_state(String::new);
    if state.lines.is_empty() {
        return html! {
            <>
                <h1 id="screen-heading" tabindex="-1">{ "Scorecard" }</h1>
                <p>{ "There are no figures yet. " }<a href="#figures">{ "Paste a table or try an example" }</a>{ " first." }</p>
            </>
        };
    }
    let rows = arranged(&card, *order, *only_worse);
    let groups = grouped(&rows, *order);
    let copy_table = {
        let (safe, title, message) = (safe.clone(), title(&state.choices()), message.clone());
        let shown: Vec<&'static str> = rows.iter().map(|row| row.indicator.id).collect();
        Callback::from(move |_: MouseEvent| {
            let rows = safe_rows(&safe.0, &shown);
            let table = scorecard_table(title.clone(), &rows, &safe.1);
            let done = clipboard::copy(&table.to_text(), &table.to_html());
            message.set(copied(done, "The table", &safe.1));
        })
    };
    let copy_row = {
        let (safe, title, message) = (safe.clone(), title(&state.choices()), message.clone());
        Callback::from(move |row: Rc<Row>| {
            let rows = safe_rows(&safe.0, &[row.indicator.id]);
            let table = scorecard_table(title.clone(), &rows, &safe.1);
            let done = clipboard::copy(&table.to_text(), &table.to_html());
            message.set(copied(done, row.indicator.title, &safe.1));
        })
    };
    html! {
        <>
            <h1 id="screen-heading" tabindex="-1">{ title(&state.choices()) }</h1>
            <details class="chosen">
                <summary>{ "Council, period and population" }</summary>
                <AboutFigures store={store.clone()} />
            </details>
            <div class="settings">
                if state.settings.council.is_some() {
                    { neighbour_fields(store) }
                }
                { order_field(&order) }
                { worse_field(&only_worse) }
            </div>
            { remarks(&card, store) }
            if rows.is_empty() {
                <p>{ empty_sentence(&card, *only_worse) }</p>
            } else {
                <div class="buttons">
                    <button type="button" class="button" onclick={copy_table}>{ "Copy the table for Word or Excel" }</button>
                    <button type="button" class="button button-quiet" onclick={Callback::from(|_: MouseEvent| print())}>{ "Print" }</button>
                    <a class="button button-quiet" href="#save">{ "Save and share" }</a>
                </div>
            }
            <p class="message" role="status">{ &*message }</p>
            <div>{ for groups.iter().map(|(heading, rows)| group(*heading, rows, &safe.0, &copy_row)) }</div>
            if !safe.1.is_empty() {
                <p class="print-only">{ &safe.1 }</p>
            }
            { notes(&card) }
        </>
    }
}

/// The rows of a scorecard for these indicators, in their order.
fn safe_rows<'a>(card: &'a Scorecard, ids: &[&str]) -> Vec<&'a Row> {
    ids.iter().filter_map(|id| card.rows.iter().find(|row| row.indicator.id == *id)).collect()
}

fn print() {
    let _ = gloo_utils::window().print();
}

fn copied(done: bool, what: &str, note: &str) -> String {
    if done {
        format!("{what} was copied. Paste it into Word or Excel. {note}").trim_end().to_owned()
    } else {
        format!("{what} could not be copied: the browser refused. Download it under Save and share.")
    }
}

/// What the scorecard is of.
pub(super) fn title(choices: &Choices) -> String {
    let council = choices.council.map_or("Scorecard", |council| council.name);
    choices.period.map_or_else(|| council.to_owned(), |period| format!("{council}, {period}"))
}

/// The rows in the chosen order, all or only those worse than England.
fn arranged(card: &Scorecard, order: Order, only_worse: bool) -> Vec<&Row> {
    let mut rows: Vec<&Row> = card.rows.iter().filter(|row| !only_worse || is_worse(row)).collect();
    match order {
        Order::Theme => {
            rows.sort_by_key(|row| Theme::ALL.iter().position(|theme| *theme == row.indicator.theme));
        }
        Order::Name => rows.sort_by_key(|row| row.indicator.title.to_lowercase()),
        Order::Gap => rows.sort_by(|a, b| shortfall(b).partial_cmp(&shortfall(a)).unwrap_or(Ordering::Equal)),
    }
    rows
}

fn beside_england(row: &Row) -> Option<&Compared> {
    let england = row.comparisons.iter().find(|comparison| comparison.with == Comparator::England)?;
    england.outcome.as_ref().ok()
}

fn is_worse(row: &Row) -> bool {
    beside_england(row).is_some_and(|compared| compared.verdict == Verdict::Worse)
}

/// How far a row falls short of England, in its own unit; rows where no direction is good, or without a comparison,
/// come last.
fn shortfall(row: &Row) -> Option<f64> {
    let points = beside_england(row)?.points.to_f64();
    match row.indicator.good {
        Good::High => Some(-points),
        Good::Low => Some(points),
        Good::Neither => None,
    }
}

/// Rows under the heading of their theme, or all under none.
fn grouped<'a>(rows: &[&'a Row], order: Order) -> Vec<(Option<Theme>, Vec<&'a Row>)> {
    if order != Order::Theme {
        return if rows.is_empty() { Vec::new() } else { vec![(None, rows.to_vec())] };
    }
    let of_theme = |theme: Theme| {
        rows.iter().copied().filter(move |row| row.indicator.theme == theme).collect::<Vec<_>>()
    };
    Theme::ALL
        .into_iter()
        .map(|theme| (Some(theme), of_theme(theme)))
        .filter(|(_, rows)| !rows.is_empty())
        .collect()
}

fn group(theme: Option<Theme>, rows: &[&Row], safe: &Scorecard, copy_row: &Callback<Rc<Row>>) -> Html {
    let heading = theme.map_or("All indicators", Theme::title);
    let id = format!("theme-{}", theme.map_or("all", Theme::id));
    let comparators = rows.first().map(|row| row.comparisons.as_slice()).unwrap_or_default();
    html! {
        <section aria-labelledby={id.clone()}>
            <h2 {id}>{ heading }</h2>
            <table class="scorecard" role="table">
                <caption class="visually-hidden">{ heading }</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{ "Indicator" }</th>
                        <th scope="col" role="columnheader">{ "Figure" }</th>
                        <th scope="col" role="columnheader">{ "Change" }</th>
                        { for comparators.iter().map(|comparison| html! {
                            <th scope="col" role="columnheader">{ comparator_name(comparison.with, None) }</th>
                        }) }
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    { for rows.iter().flat_map(|row| printable(row, safe, copy_row)) }
                </tbody>
            </table>
        </section>
    }
}

/// A row, and where it must not be printed as it is, the row that is printed in its place.
fn printable(row: &Row, safe: &Scorecard, copy_row: &Callback<Rc<Row>>) -> Vec<Html> {
    let printed = safe.rows.iter().find(|other| other.indicator == row.indicator);
    let of = |row: &Row, class: &'static str| {
        html! { <ScorecardRow key={format!("{}{class}", row.indicator.id)} row={Rc::new(row.clone())} {class} on_copy={copy_row.clone()} /> }
    };
    match printed {
        Some(printed) if printed == row => vec![of(row, "")],
        _ => [of(row, "screen-only")]
            .into_iter()
            .chain(printed.map(|printed| of(printed, "print-only")))
            .collect(),
    }
}

fn order_field(order: &UseStateHandle<Order>) -> Html {
    let onchange = {
        let order = order.clone();
        Callback::from(move |event: Event| {
            let value =
                event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default();
            order.set(match value.as_str() {
                "name" => Order::Name,
                "gap" => Order::Gap,
                _ => Order::Theme,
            });
        })
    };
    let options = [
        (Order::Theme, "theme", "Theme"),
        (Order::Name, "name", "Name"),
        (Order::Gap, "gap", "Gap to England, worst first"),
    ];
    html! {
        <div class="field">
            <label class="label" for="order">{ "Sort by" }</label>
            <select id="order" class="input" {onchange}>
                { for options.map(|(each, value, name)| html! { <option {value} selected={each == **order}>{ name }</option> }) }
            </select>
        </div>
    }
}

fn worse_field(only_worse: &UseStateHandle<bool>) -> Html {
    let onchange = {
        let only_worse = only_worse.clone();
        Callback::from(move |event: Event| {
            only_worse.set(event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked()));
        })
    };
    html! {
        <div class="field field-check">
            <input id="only-worse" type="checkbox" checked={**only_worse} {onchange} />
            <label for="only-worse">{ "Only worse than England" }</label>
        </div>
    }
}

/// What was left out of the scorecard, and why.
fn remarks(card: &Scorecard, store: &Store) -> Html {
    let unused = store
        .state()
        .lines
        .iter()
        .filter(|line| line.checked.figure.is_none() && !line.entry.is_blank())
        .count();
    html! {
        <>
            if !card.problems.is_empty() {
                <section class="problems" aria-label="Left out">
                    <ul>{ for card.problems.iter().map(|problem| html! { <li>{ problem }{ "." }</li> }) }</ul>
                </section>
            }
            if unused > 0 {
                <p class="notice">
                    { if unused == 1 { "1 row is not in this scorecard. ".to_owned() } else { format!("{unused} rows are not in this scorecard. ") } }
                    <a href="#figures">{ "See why" }</a>
                </p>
            }
        </>
    }
}

fn empty_sentence(card: &Scorecard, only_worse: bool) -> &'static str {
    if only_worse && !card.rows.is_empty() {
        "No indicator is worse than England beyond what chance explains."
    } else {
        "No figure is for this period. Choose another period above, or add figures."
    }
}

/// How to read the table, and its sources.
fn notes(card: &Scorecard) -> Html {
    let sources = report::sources(&card.rows);
    html! {
        <section class="notes" aria-label="Notes and sources">
            <p>
                { "Better, worse, higher and lower are said only where the comparator lies outside the figure's 95% interval (Wilson); \
                   otherwise the two are similar. Differences are percentage points, computed before rounding." }
            </p>
            { for sources.iter().map(|source| html! { <p>{ "Source: " }{ source }{ "." }</p> }) }
            if !sources.is_empty() {
                <p>{ report::ATTRIBUTION }</p>
            }
        </section>
    }
}
