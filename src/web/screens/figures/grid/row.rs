//! A row of the grid. It is drawn anew only where something in it changed.

use std::rc::Rc;

use yew::prelude::*;

use crate::compare::Agreement;
use crate::figure::Amount;
use crate::read::Severity;

use crate::app::lines::Line;
use crate::app::lines::matrix::{Row, Section};
use crate::app::lines::slot::cell_text;
use crate::web::screens::figures::grid::cursor::{At, Shape};
use crate::web::screens::figures::grid::editor::{Editor, Leave, Start};
use crate::web::screens::figures::grid::shown::{OfficialCell, ShownRow};
use crate::words::figure::amount_text;
use crate::words::screens::figures as words;
use crate::words::text::counted;

/// The cell of a row that is edited.
#[derive(Clone, PartialEq)]
pub(super) struct Editing {
    pub column: usize,
    pub label: AttrValue,
    pub start: Start,
    pub on_leave: Callback<(String, Leave)>,
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub shown: Rc<ShownRow>,
    /// Which row it is, from 1.
    pub at: usize,
    /// Which it is among rows and headings of sections, as programs that read aloud count.
    pub index: usize,
    /// The column the keyboard is at, if it is in this row.
    pub active: Option<usize>,
    /// The first and last selected column, if more than one cell is selected and some are in this row.
    pub selected: Option<[usize; 2]>,
    pub editing: Option<Editing>,
}

#[component]
pub(super) fn GridRow(props: &Props) -> Html {
    let Props { shown, at, index, .. } = props;
    let ShownRow { row, area, contradicted, earlier, target, official } = &**shown;
    let shape = Shape { rows: 0, periods: row.cells.len() };
    let is_out = row.section == Section::LeftOut;
    let access = if is_out { Access::ReadOnly } else { Access::Editable };
    let of_target = if target.is_possible { Access::Editable } else { Access::ReadOnly };
    let cell = |column: usize| Cell { props, column };
    let periods = row.cells.iter().enumerate().map(|(period, line)| {
        let column = period + 1;
        let state = line.as_ref().map_or(Look::Fine, |line| {
            let beside = earlier.iter().find(|(at, _)| *at == period).map(|(_, agreement)| *agreement);
            look(row, line, contradicted.binary_search(&period).ok(), beside)
        });
        cell(column).html(state, access, line.as_ref().map_or_else(|| html! {}, |line| figure(line, state)))
    });
    let target_look = if target.is_wrong { Look::Wrong } else { Look::Fine };
    let is_far = |cell: &OfficialCell| matches!(cell.agreement, Some((Agreement::Far(_), _)));
    let official_look = if official.as_ref().is_some_and(is_far) { Look::Remarked } else { Look::Fine };
    let official = official.as_ref().map(|OfficialCell { value, when, agreement }| {
        html! {
            <>
                { for agreement.as_ref().map(|(agreement, said)| html! {
                    <><span class="grid-mark grid-agreement" aria-hidden="true" title={said.clone()}>{ agreement_sign(*agreement) }</span><span class="visually-hidden">{ said }{ " " }</span></>
                }) }
                { main(value.clone(), OFFICIAL_ROOM) }{ second(when.clone()) }
            </>
        }
    });
    html! {
        <tr role="row" class={classes!("grid-row", is_out.then_some("left-out"))} aria-rowindex={index.to_string()}>
            <th role="rowheader" scope="row" id={At { row: *at, column: 0 }.id()} class="grid-measure" aria-colindex="1" tabindex={cell(0).tab_index()} title={(row.title().len() > LONG_NAME).then(|| row.title().to_owned())}
                aria-selected={cell(0).is_selected()}>
                <span class="grid-title">{ sign(row) }{ if row.title().is_empty() { words::NEW_ROW } else { row.title() } }</span>
                { for matched(row, area.as_deref()).map(|text| html! { <span class="grid-match">{ text }</span> }) }
            </th>
            { for periods }
            { cell(shape.target()).html(target_look, of_target, main(target.text.clone(), TARGET_ROOM)) }
            { cell(shape.official()).html(official_look, Access::ReadOnly, html! { { for official } }) }
        </tr>
    }
}

/// Whether a cell can be edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Access {
    Editable,
    ReadOnly,
}

/// How a cell looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    Fine,
    Wrong,
    Remarked,
    /// It differs from the official figure.
    Differs,
    /// It is far from the official figure.
    Far,
}

/// How the line of a row looks; its place among contradicted ones, if it is one; what it is beside the official figure.
fn look(row: &Row, line: &Line, contradicted: Option<usize>, beside: Option<Agreement>) -> Look {
    let problems = &line.checked.problems;
    if row.section == Section::Unsettled {
        // What the name means is asked at the name.
        Look::Fine
    } else if line.checked.figure.is_none()
        && problems.iter().any(|problem| problem.severity == Severity::Error)
    {
        Look::Wrong
    } else if contradicted.is_some() || problems.iter().any(|problem| problem.severity == Severity::Warning) {
        Look::Remarked
    } else {
        match beside {
            Some(Agreement::Far(_)) => Look::Far,
            Some(Agreement::Differs(_)) => Look::Differs,
            Some(Agreement::Same) | None => Look::Fine,
        }
    }
}

/// A cell of a row.
struct Cell<'a> {
    props: &'a Props,
    column: usize,
}

impl Cell<'_> {
    fn is_active(&self) -> bool {
        self.props.active == Some(self.column)
    }

    fn tab_index(&self) -> &'static str {
        if self.is_active() { "0" } else { "-1" }
    }

    fn is_selected(&self) -> Option<&'static str> {
        let [first, last] = self.props.selected?;
        (first..=last).contains(&self.column).then_some("true")
    }

    fn html(&self, look: Look, access: Access, content: Html) -> Html {
        let class = match look {
            Look::Fine => None,
            Look::Wrong => Some("has-error"),
            Look::Remarked | Look::Differs | Look::Far => Some("has-remark"),
        };
        let editing = self.props.editing.as_ref().filter(|editing| editing.column == self.column);
        html! {
            <td role="gridcell" id={At { row: self.props.at, column: self.column }.id()} class={classes!(class)} aria-colindex={(self.column + 1).to_string()}
                tabindex={self.tab_index()} aria-selected={self.is_selected()} aria-readonly={(access == Access::ReadOnly).then_some("true")}
                aria-invalid={(look == Look::Wrong).then_some("true")} aria-describedby={(self.is_active() && look != Look::Fine).then_some("grid-problem")}>
                if let Some(Editing { label, start, on_leave, .. }) = editing {
                    <Editor label={label} start={start.clone()} on_leave={on_leave.clone()} />
                } else {
                    { content }
                }
            </td>
        }
    }
}

/// As long a name as is sure to be seen whole.
const LONG_NAME: usize = 40;

/// How many letters there is room for in a cell of the official figure, of the target, of counts, of a value, and in a second
/// line. What is longer is cut off, which costs each press of a key: what is not is let be.
const OFFICIAL_ROOM: usize = 10;
const TARGET_ROOM: usize = 5;
const COUNTS_ROOM: usize = 10;
const VALUE_ROOM: usize = 7;
const SECOND_ROOM: usize = 11;

fn main(text: AttrValue, room: usize) -> Html {
    let class = if text.len() > room { "grid-main grid-long" } else { "grid-main" };
    html! { <span {class}>{ text }</span> }
}

fn second(text: AttrValue) -> Html {
    let class = if text.len() > SECOND_ROOM { "grid-second grid-long" } else { "grid-second" };
    html! { <span {class}>{ text }</span> }
}

/// What is in a cell: its counts and below them what they give, or its text.
fn figure(line: &Line, look: Look) -> Html {
    let entry = &line.entry;
    let counts = line.checked.figure.as_ref().filter(|figure| matches!(figure.amount, Amount::Counts { .. }));
    let derived = counts.map(|figure| amount_text(&figure.indicator, figure.amount));
    // What was stated besides its counts is said below the grid. What was understood is shown with its unit; what is typed is
    // what is edited.
    let text = match line.checked.figure.as_ref().map(|figure| (&figure.indicator, figure.amount)) {
        Some((_, Amount::Counts { numerator, denominator })) if !entry.numerator.is_empty() => {
            words::counts(&counted(numerator), &counted(denominator))
        }
        Some((measure, amount @ Amount::Value(_))) if is_number_alone(&entry.value) => {
            amount_text(measure, amount)
        }
        _ => cell_text(entry),
    };
    let mark = match look {
        Look::Fine => None,
        Look::Wrong => Some(("!", words::NOT_USED_MARK)),
        Look::Remarked | Look::Far => Some(("?", words::CHECK_MARK)),
        Look::Differs => Some(("\u{2260}", words::DIFFERS_MARK)),
    };
    html! {
        <>
            { for mark.map(|(sign, name)| html! {
                <><span class={classes!("grid-mark", (look == Look::Far).then_some("grid-agreement"))} aria-hidden="true">{ sign }</span><span class="visually-hidden">{ name }</span></>
            }) }
            { main(text.into(), if derived.is_some() { COUNTS_ROOM } else { VALUE_ROOM }) }
            if let Some(derived) = derived {
                <span class="visually-hidden">{ ", " }</span>{ second(derived.into()) }
            }
        </>
    }
}

/// Whether a value was given as nothing but a number: whatever else was written is shown as it is.
fn is_number_alone(value: &str) -> bool {
    value.chars().all(|each| each.is_ascii_digit() || matches!(each, '.' | ',' | '-' | '%' | ' '))
}

/// The sign of what the newest figure is beside the official one.
const fn agreement_sign(agreement: Agreement) -> &'static str {
    match agreement {
        Agreement::Same => "=",
        Agreement::Differs(_) => "\u{2260}",
        Agreement::Far(_) => "?",
    }
}

/// The sign of what a row was read as.
fn sign(row: &Row) -> Html {
    let sign = match (row.section, row.measure()) {
        (Section::LeftOut, _) => "\u{2013}",
        (_, None) => "?",
        (_, Some(measure)) if measure.is_own() => "\u{25CF}",
        (_, Some(_)) => "\u{2713}",
    };
    html! { <span class="grid-sign" aria-hidden="true">{ sign }</span> }
}

/// What else there is to say of a row: of whom it is, where rows are of several, and what it was read as, where that is not what
/// it was called.
fn matched(row: &Row, area: Option<&str>) -> Option<String> {
    let what = match (row.section, row.measure()) {
        (Section::LeftOut, _) => Some(words::LEFT_OUT.to_owned()),
        (_, None) => Some(words::CHOOSE_MEASURE.to_owned()),
        (_, Some(measure)) if measure.is_own() => Some(words::OWN_MEASURE.to_owned()),
        (_, Some(_)) => row.pasted_as().map(words::matched_from),
    };
    match (area.filter(|area| !area.is_empty()), what) {
        (Some(area), Some(what)) => Some(words::of_area(area, &what)),
        (Some(area), None) => Some(area.to_owned()),
        (None, what) => what,
    }
}
