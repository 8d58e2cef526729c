//! Choosing the council, the period and what to compare with.

use std::rc::Rc;

use yew::prelude::*;

use crate::area::{self, NeighbourModel};
use crate::compare::{self, Average, ComparatorKind, FURTHER, Way};
use crate::indicator::{self, Measure};
use crate::period::Period;
use crate::published;

use crate::app::state::Setting;
use crate::web::parts::combobox::{Choice, Combobox};
use crate::web::parts::inputs::{is_checked, select_field, text_of};
use crate::web::store::{ScreenProps, Store};
use crate::words::screens::settings as words;
use crate::words::verdict::way_name;

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

/// The measures of lists: the council's own, and those of the catalogue.
#[derive(Clone, PartialEq)]
pub(crate) struct Measures {
    own: Vec<Measure>,
    /// Each as a choice.
    pub choices: Rc<Vec<Choice>>,
}

impl Measures {
    /// Those of the catalogue, and the council's own before them.
    pub(crate) fn with_own(own: Vec<Measure>) -> Self {
        let of_own = own.iter().map(|measure| Choice {
            key: AttrValue::from(measure.id.to_string()),
            text: words::own_measure(&measure.title).into(),
            also: "".into(),
        });
        let of_catalogue = indicator::all().iter().map(|indicator| Choice {
            key: AttrValue::Static(&indicator.id),
            text: (*indicator.title).into(),
            also: indicator.aliases.join(" ").into(),
        });
        let choices = Rc::new(of_own.chain(of_catalogue).collect());
        Self { own, choices }
    }

    /// The measure that a key is of.
    pub(crate) fn by_key(&self, key: &str) -> Option<Measure> {
        let own = self.own.iter().find(|measure| measure.id == key).cloned();
        own.or_else(|| indicator::by_id(key).map(Measure::from))
    }
}

/// How many indicators are offered for a text that is in none of their names.
const MEANT: usize = 5;

/// The keys of the indicators that a text means in other words: "lac rate" is "Children in care per 10,000 children".
pub(crate) fn indicators_meant() -> Callback<String, Vec<AttrValue>> {
    Callback::from(|text: String| {
        let candidates = indicator::candidates(&text, "", MEANT);
        candidates.into_iter().map(|indicator| AttrValue::Static(&indicator.id)).collect()
    })
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
            <Combobox id="council" described_by="council-hint" choices={councils}
                chosen={settings.council.map(|area| AttrValue::Static(area.code))} {on_choose} />
        </div>
    }
}

/// Council and period, and the population where the rate needs it.
#[component]
pub(crate) fn AboutFigures(ScreenProps { store }: &ScreenProps) -> Html {
    let settings = &store.state().settings;
    let population = settings.population();
    let on_population = store.on(|event: InputEvent| Setting::Population(text_of(&event)));
    html! {
        <div class="settings">
            <CouncilField store={store.clone()} hint={words::COUNCIL_HINT} />
            { period_field(store) }
            <div class="field">
                <label class="label" for="population">{ words::POPULATION }</label>
                <p class="hint" id="population-hint">{ words::POPULATION_HINT }</p>
                if let Err(error) = &population {
                    <p class="error" id="population-error">{ error.to_string() }</p>
                }
                <input autocomplete="off" spellcheck="false" id="population" class="input input-number" type="text" inputmode="numeric"
                    aria-describedby={if population.is_err() { "population-hint population-error" } else { "population-hint" }}
                    aria-invalid={population.is_err().then_some("true")}
                    value={settings.population.clone()} oninput={on_population} />
            </div>
        </div>
    }
}

/// The period reported on.
fn period_field(store: &Store) -> Html {
    let state = store.state();
    let mut periods = compare::periods(&state.figures());
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
                <option value="" selected={chosen.is_none()}>{ words::CHOOSE_PERIOD }</option>
                if present > 0 {
                    <optgroup label={words::IN_YOUR_FIGURES}>{ for periods[..present].iter().map(option) }</optgroup>
                }
                <optgroup label={words::OTHER_YEARS}>{ for periods[present..].iter().map(option) }</optgroup>
            </select>
        </div>
    }
}

/// Neighbour model and average, and what else to compare with.
pub(crate) fn neighbour_fields(store: &Store) -> Html {
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
            { for FURTHER.map(|kind| also_field(store, kind)) }
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
pub(crate) fn judgement_fields(store: &Store) -> Html {
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
            { select_field("way", words::VERDICTS, ways, on_way) }
            { select_field("known", words::OFFICIAL_FIGURES, std::iter::once(now).chain(then), on_known) }
        </>
    }
}
