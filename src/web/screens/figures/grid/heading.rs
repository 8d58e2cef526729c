//! The headings of the grid: measure, periods, target, official figure.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::lines::Matrix;
use crate::app::lines::matrix::When;
use crate::period::Period;
use crate::web::screens::figures::grid::changes::column_name;
use crate::web::screens::figures::grid::cursor::{At, Shape};
use crate::web::screens::figures::grid::editor::Editor;
use crate::web::screens::figures::grid::row::Editing;
use crate::words::screens::figures as words;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub matrix: Rc<Matrix>,
    /// Whether it is known of which council official figures are.
    pub has_council: bool,
    /// The period of figures that name none.
    pub period: Option<Period>,
    /// The column the keyboard is at, if it is in this row.
    pub active: Option<usize>,
    pub editing: Option<Editing>,
}

#[component]
pub(super) fn Headings(Props { matrix, has_council, period, active, editing }: &Props) -> Html {
    let shape = Shape { rows: matrix.rows.len(), periods: matrix.columns.len() };
    let heading = |column: usize, class: &'static str, content: Html| {
        let editing = editing.as_ref().filter(|editing| editing.column == column);
        html! {
            <th role="columnheader" scope="col" id={At { row: 0, column }.id()} {class} aria-colindex={(column + 1).to_string()}
                tabindex={if *active == Some(column) { "0" } else { "-1" }}>
                if let Some(Editing { label, start, on_leave, .. }) = editing {
                    <Editor {label} start={start.clone()} on_leave={on_leave.clone()} />
                } else {
                    { content }
                }
            </th>
        }
    };
    let periods = matrix.columns.iter().enumerate().map(|(at, column)| {
        let remark = match column.when {
            When::Period(_) => String::new(),
            When::Unreadable(_) => words::UNREADABLE_PERIOD.to_owned(),
            When::NotGiven => period.map_or_else(String::new, words::taken_as),
        };
        heading(at + 1, "grid-number", html! {
            <>{ head(&column.when) }if !remark.is_empty() { <span class="grid-second grid-long">{ remark }</span> }</>
        })
    });
    html! {
        <thead role="rowgroup">
            <tr role="row" aria-rowindex="1">
                { heading(0, "grid-measure", html! { { words::MEASURE } }) }
                { for periods }
                { heading(shape.target(), "grid-number", html! { { words::TARGET } }) }
                { heading(shape.official(), "grid-number", html! {
                    <>{ words::OFFICIAL }if !has_council { <span class="grid-second grid-long">{ words::NEEDS_COUNCIL }</span> }</>
                }) }
            </tr>
        </thead>
    }
}

/// A period at the head of its column. The name of a month is cut to three letters where it is seen, so that a year of months
/// is in view, and is whole where it is read aloud.
fn head(when: &When) -> Html {
    let name = column_name(when);
    match (when, name.split_once(' ')) {
        (When::Period(Period::Month(..)), Some((month, year))) if month.len() > 3 => {
            let (seen, rest) = month.split_at(3);
            html! { <>{ seen }<span class="visually-hidden">{ rest }</span>{ " " }{ year }</> }
        }
        _ => html! { { name } },
    }
}
