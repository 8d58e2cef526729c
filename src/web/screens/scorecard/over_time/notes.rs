//! What the council notes about a measure over time: breaks in its figures, and figures that are left out of its usual range; each
//! with a form for another.

use yew::prelude::*;

use crate::compare::{OneOff, OverTimeRow, OwnBreak};
use crate::period::Period;

use crate::app::commentary::personal_in_remark;
use crate::app::state::Setting;
use crate::web::browser::focus::focus_now;
use crate::web::parts::inputs::{is_checked, text_of};
use crate::web::store::Store;
use crate::words::commentary::PERSONAL;
use crate::words::screens::over_time as labels;

/// What is noted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Note {
    /// The figures from here on are not comparable with those before.
    Break,
    /// This figure is known to be a one-off.
    OneOff,
}

/// The breaks of a row and what is left out of its usual range.
pub(super) fn notes(store: &Store, row: &OverTimeRow) -> Html {
    let measure = AttrValue::from(row.measure.id.to_string());
    let mut periods: Vec<Period> = row.past.iter().map(|past| past.period).collect();
    periods.reverse();
    let newest = periods.first().copied();
    let furthest = row.stretches.iter().rev().find_map(|stretch| Some(stretch.widened.as_ref()?.by));
    let since = row.stretches.last().and_then(|stretch| stretch.level).map(|level| level.since);
    let of = |note, periods, likely| html! { <Notes store={store.clone()} {note} measure={measure.clone()} {periods} {likely} /> };
    let breaks = periods.split_last().map(|(_, later)| later.to_vec()).unwrap_or_default();
    html! {
        <>
            { of(Note::Break, breaks, since.or_else(|| row.unusual_since()).or(newest)) }
            if row.stretches.iter().any(|stretch| stretch.process.is_some() || !stretch.aside.is_empty()) {
                { of(Note::OneOff, periods, furthest.or(newest)) }
            }
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct Props {
    store: Store,
    note: Note,
    /// The id of the measure.
    measure: AttrValue,
    /// Those of its figures that may be chosen, newest first.
    periods: Vec<Period>,
    /// The one chosen at first.
    likely: Option<Period>,
}

#[component]
fn Notes(Props { store, note: kind, measure, periods, likely }: &Props) -> Html {
    let note = use_state(String::new);
    let is_for_all = use_state(|| false);
    let from = use_state(|| None::<Period>);
    let error = use_state_eq(|| "");
    let chosen = (*from).or(*likely);
    let is_break = *kind == Note::Break;
    let (words, part) = if is_break { (&labels::BREAKS, "break") } else { (&labels::ONE_OFFS, "one-off") };
    let known = |text: String, gone: Setting| {
        let onclick = store.on(move |_: MouseEvent| gone.clone());
        html! {
            <li>{ text }{ " " }<button type="button" class="link" {onclick}>{ words.remove }</button></li>
        }
    };
    let settings = &store.state().settings;
    let noted: Vec<Html> = if is_break {
        let concerns = |own: &&OwnBreak| own.measure.as_ref().is_none_or(|of| *of == **measure);
        let breaks = settings.breaks.iter().filter(concerns);
        breaks.map(|own| known(labels::break_of(own), Setting::NoBreak(own.clone()))).collect()
    } else {
        let one_offs = settings.one_offs.iter().filter(|one_off| *one_off.measure == **measure);
        one_offs.map(|own| known(labels::one_off(own), Setting::NoOneOff(own.clone()))).collect()
    };
    let is_refused = personal_in_remark(&note).is_some();
    let [from_id, note_id, all_id, error_id] =
        ["from", "note", "all", "error"].map(|field| format!("{part}-{field}-{measure}"));
    let add = {
        let (store, note, is_for_all, measure, error) =
            (store.clone(), note.clone(), is_for_all.clone(), measure.to_string(), error.clone());
        let note_id = note_id.clone();
        Callback::from(move |_: MouseEvent| {
            let Some(at) = chosen.filter(|_| !is_refused) else { return };
            // Why has to be said: everybody who reads the range must be able to ask.
            if note.trim().is_empty() {
                error.set(words.why);
                focus_now(&note_id);
                return;
            }
            let (measure, note_text) = (measure.clone(), (*note).clone());
            store.send(if is_break {
                let measure = (!*is_for_all).then_some(measure);
                Setting::Break(OwnBreak { measure, from: at, note: note_text })
            } else {
                Setting::OneOff(OneOff { measure, at, note: note_text })
            });
            note.set(String::new());
        })
    };
    let on_from = {
        let from = from.clone();
        Callback::from(move |event: Event| from.set(Period::parse(&text_of(&event)).ok()))
    };
    let on_note = {
        let (note, error) = (note.clone(), error.clone());
        Callback::from(move |event: InputEvent| {
            note.set(text_of(&event));
            error.set("");
        })
    };
    let on_all = {
        let is_for_all = is_for_all.clone();
        Callback::from(move |event: Event| is_for_all.set(is_checked(&event)))
    };
    let shown_error = if is_refused { PERSONAL } else { *error };
    html! {
        <details>
            <summary>{ words.heading }</summary>
            <ul>{ for noted }</ul>
            <p class="hint">{ words.hint }</p>
            <div class="over-time-choices">
                <div class="field">
                    <label class="label" for={from_id.clone()}>{ words.period }</label>
                    <select autocomplete="off" id={from_id} class="input" onchange={on_from}>
                        { for periods.iter().map(|period| html! {
                            <option value={period.id()} selected={chosen == Some(*period)}>{ period.to_string() }</option>
                        }) }
                    </select>
                </div>
                <div class="field">
                    <label class="label" for={note_id.clone()}>{ words.note }</label>
                    <input autocomplete="off" id={note_id} class="input" type="text" aria-invalid={(!shown_error.is_empty()).then_some("true")}
                        aria-describedby={error_id.clone()} value={(*note).clone()} oninput={on_note} />
                </div>
                if is_break {
                    <div class="field field-check">
                        <input autocomplete="off" id={all_id.clone()} type="checkbox" checked={*is_for_all} onchange={on_all} />
                        <label for={all_id}>{ labels::BREAK_FOR_ALL }</label>
                    </div>
                }
                <button type="button" class="button button-quiet" onclick={add}>{ words.add }</button>
            </div>
            <p id={error_id} class="error" role="status">{ shown_error }</p>
        </details>
    }
}
