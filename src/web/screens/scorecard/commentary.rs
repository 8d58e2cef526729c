//! What the council says about a figure, written where its row is opened, with what it said last beside it.

use std::rc::Rc;

use yew::prelude::*;

use crate::check::Context;
use crate::commentary::{Part, Remark, remark_on};
use crate::compare::Row;
use crate::report::remarked;

use crate::app::commentary::{CommentaryAction, personal_in_remark};
use crate::app::state::Edition;
use crate::web::browser::leaving;
use crate::web::parts::inputs::text_of;
use crate::web::store::Store;
use crate::words::commentary as words;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub row: Rc<Row>,
}

/// The commentary on a row, to be written or, in a publishable copy, to be read.
#[component]
pub(crate) fn CommentaryOf(Props { row }: &Props) -> Html {
    let Some(store) = use_context::<Store>() else { return html! {} };
    let state = store.state();
    let period = row.period.map(|period| period.label(row.indicator.basis)).unwrap_or_default();
    let now = state.commentary.on(&row.indicator, row.period);
    let before = row.period.and_then(|period| state.commentary.before(&row.indicator, period));
    if state.edition == Edition::Publishable {
        return html! { { for now.into_iter().chain(before).map(|remark| read(row, remark)) } };
    }
    html! {
        <section class="commentary screen-only" aria-label={words::heading_of(&period)}>
            <div class="commentary-parts">
                <h2>{ words::heading_of(&period) }</h2>
                { for Part::ALL.map(|part| html! {
                    <PartField key={part.id()} store={store.clone()} row={row.clone()} {part} />
                }) }
                if now.is_some_and(|remark| state.is_held_back(remark)) {
                    <p class="notice">{ words::HELD_BACK }</p>
                }
            </div>
            { for before.map(|remark| read(row, remark)) }
        </section>
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

/// The box of one part. Its text is kept when the box is left; one that looks like personal data stays in the box only.
#[component]
fn PartField(PartProps { store, row, part }: &PartProps) -> Html {
    let part = *part;
    let draft = use_state(|| None::<String>);
    use_effect_with(draft.is_some(), |has_draft| {
        let listener = has_draft.then(leaving::ask);
        move || drop(listener)
    });
    let kept = store.state().commentary.on(&row.indicator, row.period).map_or("", |remark| remark.text(part));
    let is_refused = draft.as_deref().is_some_and(|text| personal_in_remark(text).is_some());
    let doubts = if kept.is_empty() || matches!(part, Part::Who | Part::By) {
        Vec::new()
    } else {
        remarked(row, part, kept, &Context { period: row.period, ..store.state().check_context() })
    };
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| draft.set(Some(text_of(&event))))
    };
    let onchange = {
        let (store, row, draft) = (store.clone(), row.clone(), draft.clone());
        Callback::from(move |event: Event| {
            let text = text_of(&event);
            if personal_in_remark(&text).is_none() {
                draft.set(None);
            }
            store.send(CommentaryAction::Write(row.indicator.clone(), row.period, part, text));
        })
    };
    let id = format!("{}-{}", part.id(), row.indicator.id);
    let about = format!("{id}-about");
    let rows = if matches!(part, Part::Who | Part::By) { "1" } else { "2" };
    html! {
        <div class="field">
            <label class="label" for={id.clone()}>{ words::part(part) }</label>
            <textarea {id} {rows} class="input" autocomplete="off" aria-describedby={about.clone()} aria-invalid={is_refused.then_some("true")}
                value={draft.as_deref().unwrap_or(kept).to_owned()} {oninput} {onchange} />
            <div id={about} role="status">
                if part == Part::Who {
                    <p class="hint">{ words::WHO_HINT }</p>
                }
                if is_refused {
                    <p class="error">{ words::PERSONAL }</p>
                }
                { for doubts.iter().map(|doubt| html! { <p class="doubt">{ doubt }</p> }) }
            </div>
        </div>
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
