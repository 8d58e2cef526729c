//! The findings about a draft, the most serious first.

use std::rc::Rc;

use yew::prelude::*;

use crate::check::Verdict;
use crate::report::{CheckedDraft, Found};

use crate::app::draft::DraftAction;
use crate::sorting::Sorting;
use crate::web::browser::focus::focus_first_soon;
use crate::web::screens::check::mark::{finding_id, sign, tone};
use crate::web::screens::check::text::Extent;
use crate::web::store::Store;
use crate::words::screens::check as words;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub store: Store,
    pub draft: Rc<CheckedDraft>,
    pub extent: Extent,
    /// The finding that is looked at.
    pub selected: Option<usize>,
    /// What is shown: of one verdict, or all.
    pub filter: UseStateHandle<Option<Verdict>>,
    /// How many findings are drawn.
    pub shown: UseStateHandle<usize>,
    /// Brings the mark of a finding into view.
    pub on_seek: Callback<usize>,
}

/// Findings drawn at first, and more at each press.
pub(super) const FIRST: usize = 30;

/// The findings of a verdict, or all, the most serious first, each with its place in the order of the text.
pub(super) fn listed(draft: &CheckedDraft, filter: Option<Verdict>) -> Vec<(usize, &Found)> {
    let is_chosen = |(_, found): &(usize, &Found)| filter.is_none_or(|verdict| found.verdict == verdict);
    let mut listed: Vec<(usize, &Found)> = draft.found.iter().enumerate().filter(is_chosen).collect();
    listed.arrange_by_key(|(_, found)| found.verdict);
    listed
}

#[component]
pub(super) fn Findings(Props { store, draft, extent, selected, filter, shown, on_seek }: &Props) -> Html {
    let listed = listed(draft, **filter);
    let drawn = match extent {
        Extent::Part => (**shown).min(listed.len()),
        Extent::Whole => listed.len(),
    };
    // The position whose button the keyboard goes to once the draft is drawn anew.
    let next = use_mut_ref(|| None::<usize>);
    {
        let next = next.clone();
        use_effect_with(draft.clone(), move |_| {
            if let Some(position) = next.take() {
                let ids = (0..=position).rev().map(button_id);
                focus_first_soon(ids.chain(["check-outcome".to_owned()]).collect());
            }
        });
    }
    let act = {
        let store = store.clone();
        move |position: usize, action: DraftAction| {
            let (store, next) = (store.clone(), next.clone());
            Callback::from(move |_: MouseEvent| {
                next.replace(Some(position));
                store.send(action.clone());
            })
        }
    };
    let more = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(drawn + FIRST))
    };
    let item = |(position, (at, found)): (usize, &(usize, &Found))| {
        let current = (*selected == Some(*at)).then_some("true");
        finding(draft, (position, *at), found, current, on_seek, &act)
    };
    html! {
        <section class="findings" aria-labelledby="findings-heading">
            <h2 id="findings-heading">{ words::LIST }</h2>
            { filters(draft, filter) }
            if listed.is_empty() {
                <p>{ words::NONE_OF_KIND }</p>
            }
            <ol class="findings-list">{ for listed[..drawn].iter().enumerate().map(item) }</ol>
            if drawn < listed.len() {
                <button type="button" class="button button-quiet" onclick={more}>{ words::more(FIRST.min(listed.len() - drawn)) }</button>
            }
        </section>
    }
}

fn filters(draft: &CheckedDraft, filter: &UseStateHandle<Option<Verdict>>) -> Html {
    let count = |verdict: Verdict| draft.found.iter().filter(|found| found.verdict == verdict).count();
    let button = |chosen: Option<Verdict>, name: &str, count: usize| {
        let is_pressed = (**filter == chosen).to_string();
        let filter = filter.clone();
        let onclick = Callback::from(move |_: MouseEvent| filter.set(chosen));
        html! {
            <button type="button" class="filter" aria-pressed={is_pressed} {onclick}>
                { for chosen.map(sign) }{ words::filter(name, count) }
            </button>
        }
    };
    let verdicts = Verdict::ALL.into_iter().map(|each| (each, count(each)));
    html! {
        <div class="filters screen-only" role="group" aria-label={words::SHOW}>
            { button(None, words::ALL, draft.found.len()) }
            { for verdicts.filter(|(each, count)| *count > 0 || **filter == Some(*each)).map(|(each, count)| button(Some(each), words::verdict(each), count)) }
        </div>
    }
}

/// The id of the first button of the finding at a position of the list.
fn button_id(position: usize) -> String {
    format!("finding-button-{position}")
}

fn finding(
    draft: &CheckedDraft,
    (position, at): (usize, usize),
    found: &Found,
    current: Option<&'static str>,
    on_seek: &Callback<usize>,
    act: &dyn Fn(usize, DraftAction) -> Callback<MouseEvent>,
) -> Html {
    let stated = draft.text.get(found.span.clone()).unwrap_or_default();
    let sentence = draft.text.get(found.sentence.clone()).unwrap_or_default().replace('\t', " \u{B7} ");
    let accept = found.suggestion.clone().map(|new| DraftAction::Accept(found.span.clone(), new));
    let seek = {
        let on_seek = on_seek.clone();
        Callback::from(move |_: MouseEvent| on_seek.emit(at))
    };
    let name = || html! { <span class="visually-hidden">{ words::of(stated) }</span> };
    let dismiss_id = accept.is_none().then(|| button_id(position));
    html! {
        <li id={finding_id(at)} tabindex="-1" class={classes!("finding", tone(found.verdict))} aria-current={current}>
            <p class="finding-head">{ sign(found.verdict) }{ " " }<strong>{ words::verdict(found.verdict) }</strong>{ ": " }{ stated }</p>
            <p>{ &found.message }</p>
            <p class="finding-where">{ sentence }</p>
            if let Some(new) = &found.suggestion {
                <p><strong>{ words::suggestion(new) }</strong></p>
            }
            <div class="buttons">
                if let Some(accept) = accept {
                    <button type="button" class="button" id={button_id(position)} onclick={act(position, accept)}>{ words::ACCEPT }{ name() }</button>
                }
                <button type="button" class="button button-quiet" id={dismiss_id} onclick={act(position, DraftAction::Dismiss(found.span.clone()))}>{ words::DISMISS }{ name() }</button>
                <button type="button" class="link" onclick={seek}>{ words::SHOW_IN_TEXT }{ name() }</button>
            </div>
        </li>
    }
}
