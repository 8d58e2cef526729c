//! Choosing councils.

use yew::prelude::*;

use crate::area;
use crate::compare::ComparatorKind;
use crate::period::Period;
use crate::published;

use crate::app::state::Setting;
use crate::web::browser::focus;
use crate::web::parts::combobox::{Choice, Combobox, Marked};
use crate::web::parts::swatch::swatch;
use crate::web::store::Store;
use crate::words::screens::{figures, settings as words};

/// The councils there were in `year` (all where no year is chosen), and the one chosen already. One that no longer
/// exists, or did not always, says for which years it has figures.
fn council_choices(year: Option<u16>, chosen: Option<&'static area::Area>) -> Vec<Choice> {
    let newest = published::latest_year();
    let oldest = area::councils().filter_map(published::life).map(|(first, _)| first).min().unwrap_or(newest);
    let existed = |area: &&'static area::Area| {
        published::life(area).is_none()
            || Some(*area) == chosen
            || year.is_none_or(|year| published::existed(area, year))
    };
    let text = |area: &area::Area| match published::life(area) {
        Some((first, last)) if last < newest => words::council_until(area.name, first, last),
        Some((first, _)) if first > oldest => words::council_since(area.name, first),
        _ => area.name.to_owned(),
    };
    let choice = |area: &'static area::Area| Choice {
        key: area.code.into(),
        text: text(area).into(),
        also: format!("{} {} {}", area.code, area.ons_code, area.also.join(" ")).into(),
    };
    area::councils().filter(existed).map(choice).collect()
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct CouncilProps {
    pub store: Store,
    pub hint: &'static str,
    /// Called once a council is chosen.
    #[prop_or_default]
    pub then: Callback<()>,
}

/// The council, found by a part of its name, a short name, its number or its code.
#[component]
pub(crate) fn CouncilField(CouncilProps { store, hint, then }: &CouncilProps) -> Html {
    let settings = &store.state().settings;
    let year = settings.period.map(Period::year);
    let councils = use_memo((year, settings.council), |(year, chosen)| council_choices(*year, *chosen));
    let on_choose = {
        let (store, then) = (store.clone(), then.clone());
        Callback::from(move |code: Option<AttrValue>| {
            let council = code.and_then(|code| area::by_code(&code));
            store.send(Setting::Council(council));
            if council.is_some() {
                then.emit(());
            }
        })
    };
    html! {
        <div class="field">
            <label class="label" for="council">{ words::COUNCIL }</label>
            <p class="hint" id="council-hint">{ *hint }</p>
            <Combobox id="council" described_by="council-hint" choices={councils} marked={Marked::Sure}
                chosen={settings.council.map(|area| AttrValue::Static(area.code))} {on_choose} />
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct OtherProps {
    pub store: Store,
    /// The id of the box.
    pub id: &'static str,
}

/// Other councils to compare with: those chosen, each with a button that takes it away, and a button that opens a box to add one.
#[component]
pub(crate) fn OtherCouncils(OtherProps { store, id }: &OtherProps) -> Html {
    let id = *id;
    let is_open = use_state(|| false);
    let settings = &store.state().settings;
    let year = settings.period.map(Period::year);
    let own = settings.council;
    let chosen: Vec<(&'static ComparatorKind, &'static area::Area)> =
        settings.also.iter().filter_map(|kind| Some((*kind, kind.council()?))).collect();
    let comparators = store.state().choices().comparators();
    let ink = |kind: &ComparatorKind| comparators.iter().find(|with| with.kind == kind).map(|with| with.ink);
    let taken: Vec<AttrValue> =
        chosen.iter().map(|(_, area)| *area).chain(own).map(|area| AttrValue::Static(area.code)).collect();
    let offered = use_memo((year, taken), |(year, taken)| {
        let mut choices = council_choices(*year, None);
        choices.retain(|choice| !taken.contains(&choice.key));
        choices
    });
    let button_id = format!("{id}-add");
    let on_choose = {
        let (store, is_open, button_id) = (store.clone(), is_open.clone(), button_id.clone());
        Callback::from(move |code: Option<AttrValue>| {
            let kind = code.and_then(|code| area::by_code(&code)).and_then(ComparatorKind::of_council);
            if let Some(kind) = kind {
                store.send(Setting::Also(kind));
                is_open.set(false);
                focus::focus_soon(button_id.clone());
            }
        })
    };
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| {
            // What is read after it is set is what was set.
            let opens = !*is_open;
            is_open.set(opens);
            if opens {
                focus::focus_soon(id.to_owned());
            }
        })
    };
    let drop = |(kind, area): &(&'static ComparatorKind, &'static area::Area)| {
        let kind: &'static ComparatorKind = kind;
        let onclick = store.on(move |_: MouseEvent| Setting::NotAlso(kind));
        html! {
            <li>
                <button type="button" class="chip" {onclick}>
                    { for ink(kind).map(swatch) }{ " " }
                    <span class="visually-hidden">{ words::WITHOUT }</span>{ area.name }
                    <span aria-hidden="true">{ " \u{D7}" }</span>
                </button>
            </li>
        }
    };
    html! {
        <div class="other-councils screen-only">
            if !chosen.is_empty() {
                <ul class="chips" aria-label={words::COUNCILS_COMPARED}>{ for chosen.iter().map(drop) }</ul>
            }
            <button type="button" class="button button-quiet" id={button_id} aria-expanded={is_open.to_string()} onclick={toggle}>
                { words::ADD_COUNCIL }
            </button>
            if *is_open {
                <Combobox {id} label={words::COUNCIL_TO_ADD} placeholder={words::COUNCIL_TO_ADD} choices={offered} marked={Marked::Sure}
                    chosen={None::<AttrValue>} {on_choose} />
            }
        </div>
    }
}

/// The council that the text names, or that all figures are of, to be chosen where another is or none.
pub(crate) fn council_named(store: &Store) -> Html {
    let Some(council) = store.state().council_to_choose() else { return html! {} };
    let onclick = store.on(move |_: MouseEvent| Setting::Council(Some(council)));
    html! {
        <p class="notice">
            { figures::names_council(council.name) }
            <button type="button" class="button button-quiet" {onclick}>{ figures::choose_council(council.name) }</button>
        </p>
    }
}
