//! The options of a scenario, how sure they are, and the case on one page.

use yew::prelude::*;

use crate::compare::Choices;
use crate::disclose::{Cleared, Disclosure, Released};
use crate::office::case_document;
use crate::report::{Case, Stated, Table, official_caseload};
use crate::scenario::Role;

use crate::app::scenarios::{Answered, CaseloadAction, Input};
use crate::web::browser::today::today;
use crate::web::browser::{download, print};
use crate::web::parts::charts::plain;
use crate::web::parts::data_table::{DataTable, bare_table};
use crate::web::parts::remark_box::RemarkBox;
use crate::web::store::Store;
use crate::words::business_case as words;
use crate::words::disclosure::internal_mark;
use crate::words::leaving as left;
use crate::words::screens::caseloads as screen;
use crate::words::sensitivity as sensitive;

/// The case of a scenario.
pub(super) fn case_of(each: &Answered, (choices, disclosure): &(Choices, Disclosure)) -> Case {
    let official = official_caseload(choices).filter(|_| each.role == Role::SocialWorker);
    let stated = Stated {
        name: &each.name,
        role: each.role,
        given: &each.given,
        placement_source: &each.placement_source,
        recommendation: &each.recommendation,
        prepared: &today(),
        official: official.as_deref(),
        held: &each.held,
        inputs: &each.inputs,
        found: &each.found,
    };
    Case::of(stated, choices.council, internal_mark(*disclosure))
}

/// The options and how the answer changes with growth and turnover.
pub(super) fn options(case: &Cleared<Case>, store: &Store) -> Html {
    let is_old = store.state().scenarios.caseloads.selected().is_old();
    let table = |table: &Table, released: Option<Released<Table>>| {
        html! { <DataTable table={table.clone()} {released} /> }
    };
    html! {
        <section class={classes!("options", is_old.then_some("answer-old"))} aria-labelledby="options-heading">
            <h2 id="options-heading" tabindex="-1">{ words::OPTIONS }</h2>
            if is_old { <p class="answer-note">{ screen::LAST_GOOD }</p> }
            { table(&case.options, case.map(|case| case.options.clone()).released()) }
            { for case.options.notes.iter().map(|note| html! { <p class="remark">{ note }</p> }) }
            { for case.break_even.iter().map(|text| html! { <p>{ text }</p> }) }
            if !case.sensitivity.is_empty() {
                <h3>{ sensitive::SENSITIVITY }</h3>
                <Grids grids={case.map(|case| case.sensitivity.clone())} />
            }
            if !case.recruitment.rows.is_empty() {
                <h3>{ sensitive::RECRUITMENT }</h3>
                { table(&case.recruitment, case.map(|case| case.recruitment.clone()).released()) }
            }
        </section>
    }
}

/// Tables with their names.
type NamedTables = Vec<(String, Table)>;

/// The table of each recruitment that is looked at, by its place.
const NTH: [fn(&NamedTables) -> Option<Table>; 4] = [nth::<0>, nth::<1>, nth::<2>, nth::<3>];

fn nth<const PLACE: usize>(grids: &NamedTables) -> Option<Table> {
    grids.get(PLACE).map(|(_, table)| table.clone())
}

#[derive(Clone, PartialEq, Properties)]
struct GridsProps {
    /// The grids of growth and turnover, each with the recruitment it is of.
    grids: Cleared<NamedTables>,
}

/// The grid of growth and turnover with the recruitment that is chosen.
#[component]
fn Grids(GridsProps { grids }: &GridsProps) -> Html {
    let chosen = use_state(|| 0);
    // Only what is there can be chosen; with other inputs there may be fewer.
    let pick = NTH.get(*chosen).filter(|_| *chosen < grids.len()).unwrap_or(&NTH[0]);
    let Some(table) = pick(grids) else { return html! {} };
    let released = grids.map(*pick).transposed().and_then(Cleared::released);
    html! {
        <>
            <div class="buttons" role="group" aria-label={sensitive::WITH_RECRUITS}>
                <span class="label">{ sensitive::WITH_RECRUITS }</span>
                { for grids.iter().enumerate().map(|(index, (name, _))| {
                    let onclick = { let chosen = chosen.clone(); Callback::from(move |_: MouseEvent| chosen.set(index)) };
                    let pressed = (index == *chosen).to_string();
                    html! { <button type="button" class={classes!("button", "button-quiet", "button-choice")} aria-pressed={pressed} {onclick}>{ name }</button> }
                }) }
            </div>
            { for table.notes.iter().map(|note| html! { <p class="remark">{ note }</p> }) }
            <DataTable {table} {released} />
        </>
    }
}

/// The case on one page, which is what is printed of this screen.
pub(super) fn one_page(case: &Cleared<Case>, store: &Store, message: &UseStateHandle<String>) -> Html {
    let print = {
        let (case, message) = (case.clone().released(), message.clone());
        Callback::from(move |_: MouseEvent| match &case {
            Some(case) => print::print(case),
            None => message.set(left::NOT_DONE.to_owned()),
        })
    };
    let save = {
        let (case, message) = (case.clone().released(), message.clone());
        let name = store.state().file_name(words::FILE, "docx");
        Callback::from(move |_: MouseEvent| {
            let told = match &case {
                None => left::NOT_DONE,
                Some(case) if download::save_bytes(&name, &case_document(case), DOCX) => left::DOWNLOADED,
                Some(_) => left::REFUSED,
            };
            message.set(told.to_owned());
        })
    };
    let is_full = case.lines() > MANY;
    let is_old = store.state().scenarios.caseloads.selected().is_old();
    let hidden = (!case.may_leave()).then_some(left::NOT_PRINTED);
    let unprinted = if is_old { Some(words::NOT_YET) } else { hidden };
    html! {
        <section aria-labelledby="case-heading">
            <h2 id="case-heading" class="screen-only" tabindex="-1">{ words::CASE }</h2>
            <p class="screen-only">{ words::CASE_HINT }</p>
            { recommendation(store) }
            { numbers_gone(case) }
            <div class="buttons">
                <button type="button" class="button" disabled={is_old} onclick={print}>{ words::PRINT }</button>
                <button type="button" class="button button-quiet" disabled={is_old} onclick={save}>{ words::DOWNLOAD }</button>
            </div>
            <p class="message" role="status">{ if is_old { words::NOT_YET } else { &**message } }</p>
            { for unprinted.map(|reason| html! { <p class="print-only">{ reason }</p> }) }
            <article class={classes!("case", unprinted.map(|_| "screen-only"), is_old.then_some("answer-old"), is_full.then_some("case-full"))}>
                if is_old { <p class="answer-note">{ screen::LAST_GOOD }</p> }
                { written(case) }
            </article>
        </section>
    }
}

/// A question about numbers of the recommendation that are not in the case.
fn numbers_gone(case: &Case) -> Html {
    let gone = case.numbers_gone();
    if gone.is_empty() {
        return html! {};
    }
    html! { <p class="question screen-only">{ words::are_numbers_right(&gone) }</p> }
}

/// The box of what is recommended.
fn recommendation(store: &Store) -> Html {
    let on_write = store.on(|text: String| CaseloadAction::Edit(Input::Recommendation, text));
    let selected = store.state().scenarios.caseloads.selected;
    html! {
        <div class="screen-only">
            <RemarkBox key={selected} id="input-recommendation" label={screen::RECOMMENDATION.label} hint={screen::RECOMMENDATION.hint} rows="3"
                kept={store.state().scenarios.caseloads.selected().text(Input::Recommendation).to_owned()} {on_write} />
        </div>
    }
}

/// With more lines than this the case is printed smaller, so that it stays on one page.
const MANY: usize = 68;

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

fn written(case: &Case) -> Html {
    let table = |table: &Table| bare_table(table, format!("{}: {}", words::CASE, table.title), "");
    let paragraphs = |texts: &[String]| html! { { for texts.iter().map(|text| html! { <p>{ text }</p> }) } };
    html! {
        <>
            <h3 class="case-title">{ &case.title }</h3>
            <p class="remark">{ &case.prepared }</p>
            if !case.mark.is_empty() { <p class="remark">{ case.mark }</p> }
            <p><strong>{ words::QUESTION }{ ": " }</strong>{ &case.question }</p>
            <p class="case-lead"><strong>{ &case.lead }</strong></p>
            <div class="case-answer">{ paragraphs(&case.answer) }</div>
            <div class="fill-in"><strong>{ words::RECOMMENDATION }</strong><p>{ &case.recommendation }</p></div>
            <h4>{ words::OPTIONS }</h4>
            { table(&case.options) }
            <p class="remark">{ case.options.notes.join(" ") }</p>
            { for case.break_even.iter().map(|text| html! { <p>{ text }</p> }) }
            <div class="case-lower">
                <div>
                    { plain(&case.path, "-case") }
                    if !case.around.rows.is_empty() {
                        <h4>{ sensitive::SENSITIVITY }</h4>
                        { table(&case.around) }
                    }
                </div>
                <div>
                    <h4>{ words::RISKS }</h4>
                    { paragraphs(&case.risks) }
                </div>
            </div>
            <h4>{ words::ASSUMPTIONS }</h4>
            <p class="assumptions">{ case.assumptions.rows.iter().map(|row| row.join(": ")).collect::<Vec<_>>().join(" \u{B7} ") }</p>
            { paragraphs(&case.assumptions.notes) }
            <h4>{ words::SOURCES }</h4>
            <ul>{ for case.sources.iter().map(|source| html! { <li>{ source }</li> }) }</ul>
        </>
    }
}
