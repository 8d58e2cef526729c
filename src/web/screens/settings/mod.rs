//! One panel for what is chosen about the figures as a whole, summarised in one line: the screens that compare show the same.

mod council;
mod measures;

use yew::prelude::*;

use crate::area::NeighbourModel;
use crate::compare::{Average, ComparatorKind, FURTHER, Origin, Way};
use crate::period::Period;
use crate::published;

use crate::app::state::{Edition, Setting};
use crate::web::parts::inputs::{is_checked, select_field, text_of};
use crate::web::store::Store;
use crate::words::contradiction::far_population;
use crate::words::screens::settings::{self as words, JudgedBy};
use crate::words::verdict::way_name;

pub(crate) use council::{CouncilField, OtherCouncils, council_named};
pub(crate) use measures::{Measures, indicators_meant};

#[derive(Clone, Properties)]
pub(crate) struct PanelProps {
    pub store: Store,
    #[prop_or_default]
    pub councils: AddedCouncils,
    #[prop_or_default]
    pub judged: JudgedBy,
}

/// A figure that changes is no reason to draw the panel anew.
impl PartialEq for PanelProps {
    fn eq(&self, other: &Self) -> bool {
        let [one, another] = [self.store.state(), other.store.state()];
        (self.councils, self.judged) == (other.councils, other.judged)
            && (&one.settings, one.edition, &one.published)
                == (&another.settings, another.edition, &another.published)
            && one.lines.is_empty() == another.lines.is_empty()
            && one.periods() == another.periods()
    }
}

/// Where councils to compare with are added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum AddedCouncils {
    /// With the other choices.
    #[default]
    Within,
    /// Below the panel, where they are in sight while it is closed.
    Below,
}

/// Whose figures for when, compared with what and judged how: in one line, and opened by one press to be changed. It comes
/// open where figures have no period.
#[component]
pub(crate) fn SettingsPanel(PanelProps { store, councils, judged }: &PanelProps) -> Html {
    let is_asking = !store.state().lines.is_empty() && store.state().settings.period.is_none();
    let is_open = use_state(|| is_asking);
    let others = html! { <OtherCouncils store={store.clone()} id="other-council" /> };
    html! {
        <div class="settings-place">
        <details class="settings-panel" open={*is_open}>
            <summary><strong>{ words::SETTINGS }</strong>{ " " }<span class="settings-line">{ summary(store, *judged) }</span></summary>
            if store.state().edition != Edition::Publishable {
                <div class="settings">
                    <CouncilField store={store.clone()} hint={words::COUNCIL_HINT} />
                    { period_field(store) }
                    { population_field(store) }
                </div>
            }
            <div class="settings">
                if store.state().settings.council.is_some() {
                    { neighbour_fields(store) }
                }
                { judgement_fields(store, *judged) }
            </div>
            { for store.state().settings.council.map(|_| html! { { for FURTHER.map(|kind| also_field(store, kind)) } }) }
            if *councils == AddedCouncils::Within || store.state().settings.council.is_none() { { others.clone() } }
        </details>
        // The first question is whose figures they are.
        if *councils == AddedCouncils::Below && store.state().settings.council.is_some() { { others } }
        </div>
    }
}

/// What is chosen, in one line.
fn summary(store: &Store, judged: JudgedBy) -> String {
    let state = store.state();
    let choices = state.choices();
    let origin = if state.lines.is_empty() { Origin::Published } else { Origin::Entered };
    words::summary(&choices, origin, judged)
}

/// The population, where the rate needs it.
fn population_field(store: &Store) -> Html {
    let settings = &store.state().settings;
    let population = settings.population();
    let far = store.state().choices().far_population();
    let on_population = store.on(|event: InputEvent| Setting::Population(text_of(&event)));
    html! {
        <div class="field">
            <label class="label" for="population">{ words::POPULATION }</label>
            <p class="hint" id="population-hint">{ words::POPULATION_HINT }</p>
            <div>
                if let Err(error) = &population {
                    <p class="error" id="population-error">{ error.to_string() }</p>
                }
                if let Some((own, official)) = &far {
                    <p class="error" id="population-error">{ far_population(*own, official) }{ "." }</p>
                }
                <input autocomplete="off" spellcheck="false" id="population" class="input input-number" type="text" inputmode="numeric"
                    aria-describedby={if population.is_err() || far.is_some() { "population-hint population-error" } else { "population-hint" }}
                    aria-invalid={population.is_err().then_some("true")}
                    value={settings.population.clone()} oninput={on_population} />
            </div>
        </div>
    }
}

/// The period reported on.
fn period_field(store: &Store) -> Html {
    let state = store.state();
    let mut periods = state.periods();
    let present = periods.len();
    let chosen = state.settings.period;
    for year in (published::first_year()..=published::latest_year() + 1).rev().map(Period::Year) {
        if !periods.contains(&year) {
            periods.push(year);
        }
    }
    let onchange = store.on(|event: Event| {
        let value = text_of(&event);
        Setting::Period(Period::parse(&value).ok())
    });
    let option = |period: &Period| {
        html! { <option value={period.id()} selected={Some(*period) == chosen}>{ period.to_string() }</option> }
    };
    html! {
        <div class="field">
            <label class="label" for="period">{ words::PERIOD }</label>
            <p class="hint" id="period-hint">{ words::PERIOD_HINT }</p>
            <select autocomplete="off" id="period" class="input" aria-describedby="period-hint" {onchange}>
                <option value="" selected={chosen.is_none()}>{ if present > 0 { words::CHOOSE_PERIOD } else { words::NEWEST_PERIOD } }</option>
                if present > 0 {
                    <optgroup label={words::IN_YOUR_FIGURES}>{ for periods[..present].iter().map(option) }</optgroup>
                }
                <optgroup label={words::OTHER_YEARS}>{ for periods[present..].iter().map(option) }</optgroup>
            </select>
        </div>
    }
}

/// Neighbour model and average.
fn neighbour_fields(store: &Store) -> Html {
    let settings = &store.state().settings;
    let on_model = store.on(|id: String| Setting::Model(NeighbourModel::by_id(&id).unwrap_or_default()));
    let on_average =
        store.on(|id: String| Setting::Average(if id == "mean" { Average::Mean } else { Average::Median }));
    let models = NeighbourModel::ALL
        .map(|model| (model.id().to_owned(), words::neighbour_model(model.id()), model == settings.model));
    let averages = [Average::Median, Average::Mean].map(|average| {
        (average.id().to_owned(), words::average(average).to_owned(), average == settings.average)
    });
    html! {
        <>
            { select_field("model", words::NEIGHBOURS, models, on_model) }
            { select_field("average", words::NEIGHBOURS_AVERAGE, averages, on_average) }
        </>
    }
}

/// Whether to compare with one of the comparators besides the usual ones.
fn also_field(store: &Store, kind: &'static ComparatorKind) -> Html {
    let id = format!("also-{}", kind.id);
    let onchange = store.on(
        move |event: Event| {
            if is_checked(&event) { Setting::Also(kind) } else { Setting::NotAlso(kind) }
        },
    );
    html! {
        <div class="field field-check">
            <input autocomplete="off" spellcheck="false" id={id.clone()} type="checkbox"
                checked={store.state().settings.also.contains(&kind)} {onchange} />
            <label for={id}>{ words::also(kind.title) }</label>
        </div>
    }
}

/// How verdicts are reached, and as when official figures are given.
fn judgement_fields(store: &Store, judged: JudgedBy) -> Html {
    let settings = &store.state().settings;
    let on_way = store.on(|id: String| Setting::Way(Way::by_id(&id).unwrap_or_default()));
    let on_known = store.on(|year: String| Setting::Known(year.parse().ok()));
    let ways = Way::ALL.map(|way| (way.id().to_owned(), words::by_way(way_name(way)), way == settings.way));
    let now = (String::new(), words::PUBLISHED_NOW.to_owned(), settings.known.is_none());
    let then = published::known_years()
        .iter()
        .rev()
        .map(|year| (year.to_string(), words::published_then(*year), settings.known == Some(*year)));
    html! {
        <>
            { select_field("way", words::verdicts(judged), ways, on_way) }
            { select_field("known", words::OFFICIAL_FIGURES, std::iter::once(now).chain(then), on_known) }
        </>
    }
}
