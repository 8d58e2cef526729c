//! What to act on, what to watch and what goes well, a line for each measure.

use yew::prelude::*;

use crate::report::{Finding, Findings, GroupOfFindings};
use crate::web::screens::scorecard::row::standing_sign;

/// The groups, each with its table, under headings of the level that the page needs. `name` shows the name of a measure, `to_more` leads to what is not listed where that is known.
pub(crate) fn grouped(
    findings: &Findings,
    level: Level,
    name: impl Fn(&Finding) -> Html,
    to_more: impl Fn(&GroupOfFindings) -> Option<Callback<MouseEvent>>,
) -> Html {
    let group = |group: &GroupOfFindings| {
        let more = more(group, to_more(group));
        html! {
            <section class={format!("findings findings-{}", group.id())}>
                { heading(level, group.heading()) }
                <p class="findings-counted">{ &group.counted }</p>
                if !group.findings.is_empty() {
                    { table(group, &name) }
                }
                { more }
            </section>
        }
    };
    html! {
        <div class="findings-groups">
            { for findings.groups.iter().map(group) }
            { for findings.notes().map(|note| html! { <p class="remark">{ note.to_owned() }</p> }) }
        </div>
    }
}

/// Of which level the heading of a group is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Level {
    /// Below the title of the page.
    Second,
    /// Below the heading of a part of it.
    Third,
}

fn heading(level: Level, text: &'static str) -> Html {
    match level {
        Level::Second => html! { <h2 class="findings-heading">{ text }</h2> },
        Level::Third => html! { <h3 class="findings-heading">{ text }</h3> },
    }
}

fn table(group: &GroupOfFindings, name: &impl Fn(&Finding) -> Html) -> Html {
    let label = format!("{}: {}", group.heading(), group.counted);
    let last = group.headings.len() - 1;
    let columns = (0..=last).map(|at| {
        let class = match at {
            0 => "findings-measure",
            1 => "col-figure",
            _ if at == last => "col-shows",
            _ if at + 1 == last => "col-change",
            _ => "col-number",
        };
        html! { <col {class} /> }
    });
    let heading = |(at, heading): (usize, &String)| {
        let class = classes!((0 < at && at + 1 < last).then_some("cell-number"));
        html! { <th scope="col" role="columnheader" {class}>{ heading }</th> }
    };
    html! {
        <table class="findings-table" role="table">
            <caption class="visually-hidden">{ label }</caption>
            <colgroup>{ for columns }</colgroup>
            <thead role="rowgroup">
                <tr role="row">{ for group.headings.iter().enumerate().map(heading) }</tr>
            </thead>
            <tbody role="rowgroup">{ for group.findings.iter().map(|finding| line(group, finding, name(finding))) }</tbody>
        </table>
    }
}

fn line(group: &GroupOfFindings, finding: &Finding, name: Html) -> Html {
    // The columns between the figure and what it shows: numbers, and last the change.
    let beside = |(at, text): (usize, &String)| {
        let is_number = at + 1 < finding.beside.len();
        let label = group.headings[at + 2].clone();
        html! { <td role="cell" class={if is_number { "cell-number" } else { "cell-change" }} data-label={label}>{ text }</td> }
    };
    html! {
        <tr role="row">
            <th scope="row" role="rowheader">{ standing_sign(finding.standing) }<span>{ name }</span></th>
            <td role="cell" class="cell-number cell-figure"><strong>{ &finding.figure }</strong><span class="small">{ &finding.note }</span></td>
            { for finding.beside.iter().enumerate().map(beside) }
            <td role="cell">{ &finding.shows }</td>
        </tr>
    }
}

/// What is not listed: by its names, or how many, which leads there on the screen.
fn more(group: &GroupOfFindings, to_more: Option<Callback<MouseEvent>>) -> Html {
    let text = group.more_text();
    match to_more {
        _ if text.is_empty() => html! {},
        Some(onclick) if group.also.is_none() => html! {
            <p class="remark">
                <a class="screen-only" href="#scorecard" {onclick}>{ text.clone() }</a>
                <span class="print-only">{ text }</span>
            </p>
        },
        _ => html! { <p class="remark">{ text }</p> },
    }
}
