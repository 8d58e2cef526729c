//! What the council says about a figure, written where its row is opened, with what it said last beside it.

use std::rc::Rc;

use yew::prelude::*;

use crate::check::Context;
use crate::commentary::{Part, Remark, remark_on};
use crate::compare::Row;
use crate::report::remarked;

use crate::app::commentary::CommentaryAction;
use crate::app::state::Edition;
use crate::web::parts::remark_box::RemarkBox;
use crate::web::store::Store;
use crate::words::commentary as words;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub row: Rc<Row>,
}

/// The commentary on a row, to be written or, in a publishable copy, to be read.
#[component]
pub(crate) fn CommentaryOf(Props { row }: &Props) -> Html {
    let store = use_context::<Store>();
    // It is closed until somebody asks for it or has written something.
    let is_begun = use_state(|| {
        store.as_ref().is_some_and(|store| store.state().commentary.on(&row.indicator, row.period).is_some())
    });
    let Some(store) = store else { return html! {} };
    let state = store.state();
    let period = row.period.map(|period| period.label(row.indicator.basis)).unwrap_or_default();
    let now = state.commentary.on(&row.indicator, row.period);
    let before = row.period.and_then(|period| state.commentary.before(&row.indicator, period));
    if state.edition == Edition::Publishable {
        return html! { { for now.into_iter().chain(before).map(|remark| read(row, remark)) } };
    }
    html! {
        <>
            { for before.map(|remark| read(row, remark)) }
            <details class="commentary screen-only" open={*is_begun}>
                <summary>{ words::heading_of(&period) }</summary>
                { for Part::ALL.map(|part| html! {
                    <PartField key={part.id()} store={store.clone()} row={row.clone()} {part} />
                }) }
                if now.is_some_and(|remark| state.is_held_back(remark)) {
                    <p class="notice">{ words::HELD_BACK }</p>
                }
            </details>
        </>
    }
}

/// What is or was said, to be read.
fn read(row: &Row, remark: &Remark) -> Html {
    let period = remark.period.map(|period| period.label(row.indicator.basis)).unwrap_or_default();
    html! {
        <section class="commentary-said" aria-label={words::heading_of(&period)}>
            <h2>{ words::heading_of(&period) }</h2>
            <dl class="terms">
                { for remark.parts().map(|(part, text)| html! {
                    <div><dt>{ words::part(part) }</dt><dd>{ text.to_owned() }</dd></div>
                }) }
            </dl>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct PartProps {
    store: Store,
    row: Rc<Row>,
    part: Part,
}

/// The box of one part, with what is to be asked of its text.
#[component]
fn PartField(PartProps { store, row, part }: &PartProps) -> Html {
    let part = *part;
    let kept = store.state().commentary.on(&row.indicator, row.period).map_or("", |remark| remark.text(part));
    let doubts = if kept.is_empty() || matches!(part, Part::Who | Part::By) {
        Vec::new()
    } else {
        remarked(row, part, kept, &Context { period: row.period, ..store.state().check_context() })
    };
    let on_write = {
        let row = row.clone();
        store.on(move |text| CommentaryAction::Write(row.indicator.clone(), row.period, part, text))
    };
    let rows = if matches!(part, Part::Who | Part::By) { "1" } else { "2" };
    let hint = if part == Part::Who { words::WHO_HINT } else { "" };
    html! {
        <RemarkBox id={format!("{}-{}", part.id(), row.indicator.id)} label={words::part(part)} {hint} {rows} kept={kept.to_owned()} {on_write}>
            { for doubts.iter().map(|doubt| html! { <p class="doubt">{ doubt }</p> }) }
        </RemarkBox>
    }
}

/// What is said of rows, for paper: of each measure once, as it may leave the page.
pub(crate) fn printed(rows: &[Row], remarks: &[Remark]) -> Html {
    let said: Vec<(&Row, &Remark)> =
        rows.iter().filter_map(|row| Some((row, remark_on(remarks, &row.indicator, row.period)?))).collect();
    if said.is_empty() {
        return html! {};
    }
    html! {
        <section class="print-only commentary-said">
            <h2>{ words::HEADING }</h2>
            <dl class="terms">
                { for said.into_iter().map(|(row, remark)| html! {
                    <div>
                        <dt>{ row.indicator.title.clone() }</dt>
                        { for remark.parts().map(|(part, text)| html! { <dd>{ words::part(part) }{ ": " }{ text.to_owned() }</dd> }) }
                    </div>
                }) }
            </dl>
        </section>
    }
}
