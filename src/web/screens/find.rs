//! A box that finds a measure from anywhere.

use yew::prelude::*;

use crate::compare;
use crate::indicator::Measure;

use crate::web::parts::combobox::Combobox;
use crate::web::screens::settings::{Measures, indicators_meant};
use crate::web::store::Store;
use crate::words::screens::frame as words;

/// The id of the box.
pub(crate) const FIND: &str = "find";

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub store: Store,
    /// Called with a measure that has a row in the scorecard.
    pub on_found: Callback<Measure>,
}

#[component]
pub(crate) fn FindMeasure(Props { store, on_found }: &Props) -> Html {
    let state = store.state();
    let measures = use_memo(state.own_measures(), Measures::with_own);
    // The measure found last, where it has no figure.
    let without = use_state(|| None::<Measure>);
    let on_choose = {
        let (store, measures, without, on_found) =
            (store.clone(), measures.clone(), without.clone(), on_found.clone());
        Callback::from(move |key: Option<AttrValue>| {
            let found = key.and_then(|key| measures.by_key(&key));
            let Some(measure) = found else { return without.set(None) };
            let state = store.state();
            let card = compare::scorecard_or_profile(&state.figures(), &state.choices());
            if card.rows.iter().any(|row| row.indicator == measure) {
                without.set(None);
                on_found.emit(measure);
            } else {
                without.set(Some(measure));
            }
        })
    };
    let forget = {
        let without = without.clone();
        Callback::from(move |_: MouseEvent| without.set(None))
    };
    let council = state.settings.council.map(|council| council.name);
    html! {
        <div class="find" role="search">
            <Combobox id={FIND} label={words::FIND} placeholder={words::FIND} choices={measures.choices.clone()}
                chosen={None::<AttrValue>} meant={indicators_meant()} {on_choose} />
            <div role="status">
                { for without.iter().map(|measure| html! {
                    <p class="notice">
                        { words::no_figure(&measure.title, council) }
                        <a href="#about" onclick={forget.clone()}>{ words::ITS_DEFINITION }</a>
                    </p>
                }) }
            </div>
        </div>
    }
}
