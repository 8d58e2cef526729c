//! Check a report: a draft with every number that can be recomputed marked and judged.

mod list;
mod mark;
mod paste;
mod text;
mod work;

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::check::Verdict;
use crate::disclose::{Cleared, Disclosure};
use crate::report::{Checked, CheckedDraft, Copied, Found};

use crate::app::draft::DraftAction;
use crate::app::intake::IntakeAction;
use crate::app::state::Action;
use crate::web::browser::focus::focus_soon;
use crate::web::browser::{files, location, print};
use crate::web::parts::copying;
use crate::web::parts::personal::personal_found;
use crate::web::screens::check::list::{FIRST, Findings, listed};
use crate::web::screens::check::mark::finding_id;
use crate::web::screens::check::paste::DraftBox;
use crate::web::screens::check::text::{Extent, MarkedText};
use crate::web::screens::check::work::{Work, use_checked, use_look_through};
use crate::web::screens::settings::SettingsPanel;
use crate::web::store::{ScreenProps, Store};
use crate::words::disclosure::internal_mark;
use crate::words::screens::{self, check as words};
use crate::words::{leaving as left, status};

#[component]
pub(crate) fn CheckReport(ScreenProps { store }: &ScreenProps) -> Html {
    let state = store.state();
    let work = use_checked(store);
    use_look_through(store);
    let is_editing = use_state(|| false);
    let settings = &state.settings;
    let edit = {
        let is_editing = is_editing.clone();
        Callback::from(move |()| is_editing.set(true))
    };
    let end = {
        let is_editing = is_editing.clone();
        Callback::from(move |()| is_editing.set(false))
    };
    let is_open = state.draft.is_empty() || *is_editing;
    html! {
        <>
            <h1 id="screen-heading" tabindex="-1">{ words::HEADING }</h1>
            <p class={if state.draft.is_empty() { "lead" } else { "hint" }}>{ words::LEAD }</p>
            <SettingsPanel store={store.clone()} />
            <p class="hint">{ words::about(settings.council.map(|council| council.name), settings.period) }</p>
            <div>{ at_door(store) }</div>
            <p id="check-outcome" class="message" role="status" tabindex="-1">{ state.said_of_draft() }</p>
            <div>
                if state.at_door.looked_through.is_some() {
                    { checking() }
                } else if is_open {
                    <DraftBox store={store.clone()} on_end={end} />
                } else {
                    { match &work {
                        Work::Working => checking(),
                        Work::Failed(error) => html! { <><p class="notice" role="alert">{ words::STOPPED }{ error.to_string() }</p>{ tools(store, &edit, None) }</> },
                        Work::Done(checked) => html! { <Marked store={store.clone()} checked={checked.clone()} on_edit={edit} /> },
                    } }
                }
            </div>
        </>
    }
}

/// What is shown while a worker is at work.
fn checking() -> Html {
    html! { <p role="status"><label for="checking">{ words::CHECKING }</label>{ " " }<progress id="checking"></progress></p> }
}

/// What is asked or said of a text before it is taken.
fn at_door(store: &Store) -> Html {
    let door = &store.state().at_door;
    if let Some(offered) = &door.offered {
        let take = DraftAction::Take(offered.to_string());
        return html! {
            <section class="notice" role="alert">
                <p>{ words::REPLACES }</p>
                <div class="buttons">
                    <button type="button" class="button" onclick={store.on(move |_: MouseEvent| take.clone())}>{ words::REPLACE }</button>
                    <button type="button" class="button button-quiet" onclick={store.on(|_: MouseEvent| DraftAction::Keep)}>{ words::KEEP }</button>
                </div>
            </section>
        };
    }
    if door.refused.is_empty() {
        return html! {};
    }
    personal_found(status::source(""), &door.refused, store.on(|_: MouseEvent| DraftAction::Keep))
}

#[derive(Clone, PartialEq, Properties)]
struct MarkedProps {
    store: Store,
    checked: Rc<Checked>,
    on_edit: Callback<()>,
}

/// The marked text and its findings, side by side.
#[component]
fn Marked(MarkedProps { store, checked, on_edit }: &MarkedProps) -> Html {
    let state = store.state();
    let draft = use_memo((state.draft.clone(), checked.clone()), |(draft, checked)| {
        let is_shown = |found: &&Found| !draft.is_dismissed(&found.span);
        let found = checked.found.iter().filter(is_shown).cloned().collect();
        CheckedDraft { text: draft.text().to_owned(), found }
    });
    let selected = use_state(|| None::<usize>);
    let sought = use_state(|| None::<(usize, usize)>);
    let filter = use_state(|| None::<Verdict>);
    let shown = use_state(|| FIRST);
    let extent = use_state(Extent::default);
    let cleared = state.cleared_draft((*draft).clone());
    let select = {
        let (selected, filter, shown, draft) =
            (selected.clone(), filter.clone(), shown.clone(), draft.clone());
        Callback::from(move |at: usize| {
            selected.set(Some(at));
            let is_listed =
                |chosen: Option<Verdict>| listed(&draft, chosen).iter().position(|(other, _)| *other == at);
            let position = is_listed(*filter).or_else(|| {
                filter.set(None);
                is_listed(None)
            });
            shown.set((*shown).max(position.map_or(0, |position| position + 1)));
            focus_soon(finding_id(at));
        })
    };
    let seek = {
        let (selected, sought) = (selected.clone(), sought.clone());
        Callback::from(move |at: usize| {
            selected.set(Some(at));
            let times = sought.map_or(0, |(_, times)| times + 1);
            sought.set(Some((at, times)));
        })
    };
    let open = draft.found.iter().filter(|found| found.verdict < Verdict::Truncated).count();
    html! {
        <>
            { tools(store, on_edit, Some((&cleared, &extent))) }
            if !cleared.may_leave() {
                <p class="print-only">{ left::NOT_PRINTED }</p>
            }
            <div class={(!cleared.may_leave()).then_some("screen-only")}>
                { for checked.problems.iter().map(|problem| html! { <p class="notice">{ problem.kind.to_string() }{ "." }</p> }) }
                if checked.found.is_empty() {
                    <p class="notice">{ words::NOTHING }</p>
                    <p class="hint">{ words::NOTHING_HINT }</p>
                } else {
                    <p class="check-summary"><strong>{ words::summary(draft.found.len(), open, checked.unchecked) }</strong></p>
                }
                <div class="check">
                    <MarkedText draft={draft.clone()} extent={*extent} selected={*selected} on_select={select} sought={*sought} />
                    if !checked.found.is_empty() {
                        <div>
                            <Findings store={store.clone()} draft={draft.clone()} extent={*extent} selected={*selected} {filter} {shown} on_seek={seek} />
                            if state.draft.dismissed() > 0 {
                                <button type="button" class="button button-quiet" onclick={store.on(|_: MouseEvent| DraftAction::Restore)}>
                                    { words::restore(state.draft.dismissed()) }
                                </button>
                            }
                        </div>
                    }
                </div>
            </div>
        </>
    }
}

/// What can be done with the draft as a whole; without findings, only what needs none.
fn tools(
    store: &Store,
    on_edit: &Callback<()>,
    made: Option<(&Cleared<CheckedDraft>, &UseStateHandle<Extent>)>,
) -> Html {
    let state = store.state();
    let send = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| {
            let text = store.state().draft.text();
            match files::keep_text(&text.into()) {
                Some(file) => store.send(IntakeAction::Files(vec![file])),
                None => store.send(Action::Read(text.to_owned())),
            }
            location::show("figures");
        })
    };
    let clear = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| {
            store.send(DraftAction::Clear);
            focus_soon("draft-box".to_owned());
        })
    };
    html! {
        <div class="buttons">
            <button type="button" class="button button-quiet" onclick={on_edit.reform(|_: MouseEvent| ())}>{ words::EDIT }</button>
            { for made.map(|(cleared, extent)| leaving(store, cleared, extent)) }
            <button type="button" class="button button-quiet" onclick={send}>{ words::TO_SCORECARD }</button>
            <button type="button" class="button button-quiet" onclick={clear}>{ words::CLEAR }</button>
            if state.can_undo() {
                <button type="button" class="button button-quiet" onclick={store.on(|_: MouseEvent| Action::Undo)}>{ screens::UNDO }</button>
            }
            if state.can_redo() {
                <button type="button" class="button button-quiet" onclick={store.on(|_: MouseEvent| Action::Redo)}>{ screens::REDO }</button>
            }
        </div>
    }
}

/// Ways out: copies and print.
fn leaving(store: &Store, cleared: &Cleared<CheckedDraft>, extent: &UseStateHandle<Extent>) -> Html {
    html! { <Leaving store={store.clone()} cleared={cleared.clone()} extent={extent.clone()} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct LeavingProps {
    store: Store,
    cleared: Cleared<CheckedDraft>,
    extent: UseStateHandle<Extent>,
}

#[component]
fn Leaving(LeavingProps { store, cleared, extent }: &LeavingProps) -> Html {
    let message = use_state(|| "");
    let copy = |done: &'static str, make: fn(&CheckedDraft, &Disclosure) -> Copied| {
        let (cleared, message) = (cleared.clone(), message.clone());
        let disclosure = store.state().settings.disclosure;
        Callback::from(move |_: MouseEvent| {
            message.set(copying::copy(cleared.with(&disclosure, make).released().as_ref(), done));
        })
    };
    let print = {
        let (cleared, extent, message) = (cleared.clone(), extent.clone(), message.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(released) = cleared.clone().released() else {
                message.set(left::NOT_PRINTED);
                return;
            };
            let extent = extent.clone();
            extent.set(Extent::Whole);
            // Once all of it is drawn.
            Timeout::new(50, move || {
                print::print(&released);
                extent.set(Extent::Part);
            })
            .forget();
        })
    };
    html! {
        <>
            <button type="button" class="button" onclick={copy(words::LIST_COPIED, |draft, disclosure| draft.to_table().with_note(internal_mark(*disclosure)).to_copied())}>{ words::COPY_LIST }</button>
            <button type="button" class="button button-quiet" onclick={copy(words::TEXT_COPIED, |draft, _| draft.to_copied())}>{ words::COPY_TEXT }</button>
            <button type="button" class="button button-quiet" onclick={print}>{ words::PRINT }</button>
            <p class={classes!("message", "message-elsewhere", "check-message")} role="status">{ *message }</p>
        </>
    }
}
