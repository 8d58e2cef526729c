//! The scorecard: every indicator by theme beside England, the region and the statistical neighbours.

mod commentary;
mod filters;
mod heat_key;
mod heat_map;
mod list;
pub(crate) mod opened;
pub(crate) mod over_time;
pub(crate) mod row;
mod short_answer;
mod shown;
mod targets;

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use crate::compare::{self, Choices, LeftOut, Mark, Origin, Row, Scorecard, Selection, Topic};
use crate::disclose::Released;
use crate::indicator::{Measure, Theme};
use crate::report::{
    self, Copied, Table, brief_table, copied_trails, figure_notes, scorecard_table, title, verdict_notes,
};

use crate::app::lines::Line;
use crate::app::state::{Action, Edition, Setting, State};
use crate::app::targets::Targets;
use crate::web::browser::{clipboard, focus, print};
use crate::web::parts::agenda::agenda;
use crate::web::parts::row_charts::MonthlyChart;
use crate::web::screens::scorecard::filters::Filters;
use crate::web::screens::scorecard::heat_map::{HeatMapView, Same, View, view_field};
use crate::web::screens::scorecard::list::{List, Pupils, legend};
use crate::web::screens::scorecard::opened::Copying;
use crate::web::screens::scorecard::over_time::OverTimeView;
use crate::web::screens::scorecard::row::{Column, row_id, summary};
use crate::web::screens::scorecard::short_answer::Leads;
pub(crate) use crate::web::screens::scorecard::shown::Shown;
use crate::web::screens::scorecard::targets::target_table;
use crate::web::screens::settings::{AddedCouncils, CouncilField, SettingsPanel, council_named};
use crate::web::screens::start::former_council;
use crate::web::store::Store;
use crate::words::agenda::more_text;
use crate::words::disclosure::disclosure_note;
use crate::words::screens::report::NOTES_AND_SOURCES;
use crate::words::screens::settings::{COUNCIL_PART, JudgedBy};
use crate::words::screens::{self, scorecard as words, share};
use crate::words::sentence::sentence;

/// A measure whose row is looked for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sought {
    pub measure: Measure,
    /// How often one was looked for before.
    pub times: usize,
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub store: Store,
    /// The measure to show.
    pub sought: Option<Sought>,
    /// Which rows, in which order.
    pub shown: Shown,
}

#[component]
pub(crate) fn ScorecardScreen(Props { store, sought, shown }: &Props) -> Html {
    let state = store.state();
    let card = use_memo((state.lines.clone(), state.choices()), |(lines, choices)| {
        let figures: Vec<_> = lines.iter().filter_map(|line| line.checked.figure.clone()).collect();
        compare::scorecard_or_profile(&figures, choices)
    });
    // What leaves the page, by copy or print: the same without what would identify a child.
    let safe =
        use_memo((state.lines.clone(), state.choices(), state.settings.disclosure), |_| released_card(state));
    let (order, standing, mark) = (&shown.order, &shown.standing, &shown.mark);
    // Each row by itself: a row that stays the same is not drawn anew.
    let shared =
        use_memo(Same(card.clone()), |card| card.0.rows.iter().cloned().map(Rc::new).collect::<Vec<_>>());
    // What is printed, where that is not what is shown.
    let printed = use_memo((Same(card.clone()), Same(safe.clone())), |(card, safe)| {
        let safe = &safe.0.card;
        (*card.0 != *safe).then(|| safe.rows.iter().cloned().map(Rc::new).collect::<Vec<_>>())
    });
    let message = use_state(String::new);
    let chosen_view = use_state(|| None::<View>);
    let is_over_time = use_memo((state.lines.clone(), state.settings.period), |(lines, period)| {
        compare::begin_over_time(&lines.figures(), *period)
    });
    // What it was opened on stays: a choice in the settings changes what is shown, not how.
    let opened_on = use_state_eq(|| if *is_over_time { View::OverTime } else { View::List });
    let view = chosen_view.unwrap_or(*opened_on);
    let pupils = use_state(Pupils::default);
    let theme = use_state(|| None::<Theme>);
    let targets = use_state(|| Targeting::Closed);
    let on_copy = {
        let choices = state.choices();
        use_callback((Same(safe.clone()), choices), |(measure, what): (Measure, Copying), (safe, choices)| {
            let safe = &safe.0;
            let selection = Selection { indicator: Some(measure.clone()), ..Selection::default() };
            let chosen = (&selection, choices);
            let (made, done) = match what {
                Copying::Row => (safe.with(&selection, copied_table), words::row_copied(&measure.title)),
                Copying::Sentence => {
                    (safe.with(&selection, sentence_of), words::sentence_copied(&measure.title))
                }
                Copying::Trails => (safe.with(&chosen, trails_of), words::trails_copied(&measure.title)),
            };
            copied(&made, &done, &safe.note)
        })
    };
    // Shows a measure's row, whatever was chosen.
    let show_row = {
        let (view, standing, mark) = (chosen_view.clone(), standing.clone(), mark.clone());
        let (pupils, theme) = (pupils.clone(), theme.clone());
        move |measure: &Measure| {
            view.set(Some(View::List));
            standing.set(None);
            mark.set(None);
            theme.set(None);
            if measure.theme == Theme::AllPupils {
                pupils.set(Pupils::Shown);
            }
            focus::focus_at_top_soon(row_id(&measure.id));
        }
    };
    {
        let show_row = show_row.clone();
        use_effect_with(sought.clone(), move |sought| {
            if let Some(sought) = sought {
                show_row(&sought.measure);
            }
        });
    }
    let led = use_state(|| None::<Sought>);
    let to_measure = {
        let led = led.clone();
        Callback::from(move |measure: Measure| {
            show_row(&measure);
            let times = led.as_ref().map_or(1, |before| before.times + 1);
            led.set(Some(Sought { measure, times }));
        })
    };
    let to_topic = {
        let (view, shown) = (chosen_view.clone(), shown.clone());
        Callback::from(move |topic: Topic| {
            view.set(Some(View::List));
            shown.show(topic);
            focus::focus_at_top_soon(FILTERS.to_owned());
        })
    };
    let to_mark = {
        let (view, shown) = (chosen_view.clone(), shown.clone());
        Callback::from(move |mark: Mark| {
            view.set(Some(View::List));
            shown.show_marked(mark);
            focus::focus_at_top_soon(FILTERS.to_owned());
        })
    };
    if state.lines.is_empty() && state.settings.council.is_none() {
        return html! {
            <>
                <h1 id="screen-heading" tabindex="-1">{ words::HEADING }</h1>
                <p>{ words::CHOOSE_COUNCIL }</p>
                <CouncilField store={store.clone()} hint={COUNCIL_PART} />
                <p><a href="#figures">{ screens::PASTE_OR_EXAMPLE }</a></p>
            </>
        };
    }
    let choices = state.choices();
    let chosen_order = shown.order_of(&card);
    let filtered = Selection {
        order: chosen_order,
        standing: **standing,
        mark: **mark,
        theme: *theme,
        ..Selection::default()
    };
    let rows = filtered.rows(&card);
    // A callback that copies the rows, all or those of a theme, as they may leave the page: chosen and ordered by what may be
    // known of them, since the order too says something of a hidden figure.
    let copying = |done: String, of: Option<Theme>, write: fn(&SafeCard, &Selection) -> Copied| {
        let (safe, message) = (safe.clone(), message.clone());
        let selection = Selection { theme: of.or(*theme), ..filtered.clone() };
        Callback::from(move |_: MouseEvent| {
            message.set(copied(&safe.with(&selection, write), &done, &safe.note));
        })
    };
    let copy_of = |theme: Option<Theme>| {
        let done = words::sentences_copied(theme.map_or(words::ALL_INDICATORS, Theme::title));
        copying(done, theme, copied_sentences)
    };
    let is_official = card.origin == Origin::Published;
    let period = if is_official { Column::Shown } else { Column::Absent };
    // Whoever gave figures of all pupils is shown them; of a council's official figures they are many, and seldom the question.
    let are_pupils_shown = !is_official || *pupils == Pupils::Shown || *theme == Some(Theme::AllPupils);
    let is_seen = |row: &&Row| {
        theme.is_none_or(|theme| row.indicator.theme == theme)
            && (are_pupils_shown || row.indicator.theme != Theme::AllPupils)
    };
    let of_pupils = card.rows.iter().filter(|row| row.indicator.theme == Theme::AllPupils).count();
    let seen: Vec<&Row> = card.rows.iter().filter(is_seen).collect();
    let printed_summary = summary(&safe.card, &report::agenda_parts(&safe.card, choices.period));
    let content = |card: &Scorecard, shared: &[Rc<Row>], class: &'static str| {
        let rows = filtered.rows(card);
        let list = List {
            shared,
            class,
            period,
            pupils: &pupils,
            can_hide_pupils: is_official && theme.is_none(),
            on_copy: &on_copy,
            led: led.as_ref(),
            copy_of: &copy_of,
        };
        html! {
            <div {class}>
                { legend(&rows, chosen_order) }
                { list.html(&rows, chosen_order) }
                { agenda(&report::agenda_parts(card, choices.period)) }
                { notes(choices.way, &rows) }
            </div>
        }
    };
    let quiet = |what: &'static str, is_off: bool, onclick: Callback<MouseEvent>| {
        html! { <button type="button" class="button button-quiet" disabled={is_off} {onclick}>{ what }</button> }
    };
    let print = {
        let safe = safe.clone();
        Callback::from(move |_: MouseEvent| print::print(&*safe))
    };
    let set_targets = {
        let targets = targets.clone();
        Callback::from(move |_: MouseEvent| targets.set(targets.other()))
    };
    html! {
        <>
            <h1 id="screen-heading" tabindex="-1">{ title(&card, &choices) }</h1>
            <div>{ former_council(store) }</div>
            { printed_summary }
            <div>
                if is_official {
                    <p class="hint screen-only">
                        { words::official_figures_shown(card.rows.len() - of_pupils, of_pupils) }<a href="#figures">{ words::ADD_YOURS }</a>{ " \u{B7} " }
                        <button type="button" class="link" onclick={|_: MouseEvent| focus::reveal_soon("council".to_owned())}>{ words::OTHER_COUNCIL }</button>
                    </p>
                }
            </div>
            <SettingsPanel store={store.clone()} councils={AddedCouncils::Below}
                judged={if view == View::OverTime && !is_official { JudgedBy::UsualRange } else { JudgedBy::Way }} />
            { remarks(&card, store) }
            <div>
                if view == View::List {
                    { Leads { to_measure: &to_measure, to_topic: &to_topic, to_mark: &to_mark, period: choices.period, order: chosen_order }.html(&card) }
                }
            </div>
            <div>
                if view != View::OverTime {
                    { over_time::time_question_of_card(store, &card) }
                }
            </div>
            <div class="toolbar">
                { view_field(view, &chosen_view) }
                <div class="buttons buttons-small">
                    // The heat map and what is over time have copies of their own.
                    if view == View::List {
                        { quiet(words::COPY_TABLE, rows.is_empty(), copying(words::TABLE_COPIED.to_owned(), None, copied_table)) }
                        { quiet(words::COPY_ALL_SENTENCES, rows.is_empty(), copying(words::ALL_SENTENCES_COPIED.to_owned(), None, copied_sentences)) }
                    }
                    { quiet(words::PRINT, rows.is_empty(), print) }
                    if state.edition != Edition::Publishable {
                        <button type="button" class="button button-quiet" aria-expanded={(*targets == Targeting::Open).to_string()} onclick={set_targets}>
                            { words::YOUR_TARGETS }{ targets_set(&state.targets, &card) }
                        </button>
                    }
                    { quiet(screens::UNDO, !state.can_undo(), store.on(|_: MouseEvent| Action::Undo)) }
                    if state.can_redo() {
                        { quiet(screens::REDO, false, store.on(|_: MouseEvent| Action::Redo)) }
                    }
                    <a class="button button-quiet" href="#save">{ share::HEADING }</a>
                </div>
            </div>
            <div>
                if *targets == Targeting::Open && state.edition != Edition::Publishable {
                    <div class="chosen">{ target_table(store, &card) }</div>
                }
            </div>
            <p class="message" role="status">{ &*message }</p>
            <div>
                if card.rows.is_empty() {
                    { nothing(store) }
                } else if rows.is_empty() {
                    <p>{ words::NONE_OF_STANDING }</p>
                }
            </div>
            <div class="filter-bar-place" id={FILTERS} tabindex="-1">
                if view == View::List && !card.rows.is_empty() {
                    { Filters { order, standing, mark, theme: &theme }.bar(&card, &seen, chosen_order) }
                }
            </div>
            <div>
                if view == View::HeatMap {
                    <HeatMapView store={store.clone()} card={card.clone()} safe={safe.clone()} to_measure={to_measure.clone()} />
                } else if view == View::OverTime {
                    <OverTimeView store={store.clone()} />
                }
            </div>
            <div>
                if view != View::List {
                } else if let Some(printed) = &*printed {
                    { content(&card, &shared, "screen-only") }
                    { content(&safe.card, printed, "print-only") }
                } else {
                    { content(&card, &shared, "") }
                }
            </div>
            <div>
                if view != View::HeatMap {
                    <MonthlyChart store={store.clone()} />
                }
            </div>
            <div>
                if view == View::List {
                    { commentary::printed(&safe.card.rows, &state.released_commentary().0) }
                }
            </div>
            <div>
                if !safe.note.is_empty() {
                    <p class="print-only">{ &safe.note }</p>
                }
            </div>
        </>
    }
}

/// That there is nothing to show, and what to do next.
fn nothing(store: &Store) -> Html {
    let settings = &store.state().settings;
    let (council, period) = (settings.council.map(|council| council.name), settings.period);
    let sentence = match council {
        Some(council) if period.is_none() && !store.state().lines.is_empty() => {
            words::none_of_council(council)
        }
        _ => words::nothing_to_show(council, period.map(|period| period.to_string()).as_deref()),
    };
    html! {
        <>
            <div>{ council_named(store) }</div>
            <p>{ sentence }</p>
            <div class="buttons">
                if period.is_some() {
                    <button type="button" class="button" onclick={store.on(|_: MouseEvent| Setting::Period(None))}>{ words::SHOW_NEWEST }</button>
                }
                <a class="button button-quiet" href="#figures">{ words::ADD_FIGURES }</a>
            </div>
        </>
    }
}

/// The id of the filters, which stand above the list.
const FILTERS: &str = "filters";

/// Whether targets can be typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Targeting {
    Open,
    Closed,
}

impl Targeting {
    const fn other(self) -> Self {
        match self {
            Self::Open => Self::Closed,
            Self::Closed => Self::Open,
        }
    }
}

/// The scorecard as it may leave the page.
pub(crate) struct SafeCard {
    pub title: String,
    pub card: Scorecard,
    /// What is hidden in it.
    pub note: String,
}

/// The scorecard as it may leave the page.
pub(crate) fn released_card(state: &State) -> Released<SafeCard> {
    let chosen = (state.choices(), state.settings.disclosure);
    state.disclosed().with(&chosen, |disclosed, (choices, disclosure)| {
        let card = compare::scorecard_or_profile(&disclosed.figures, choices);
        SafeCard { title: title(&card, choices), card, note: disclosure_note(disclosed, *disclosure) }
    })
}

/// Rows as a table of everything, for spreadsheets.
pub(crate) fn table(safe: &SafeCard, selection: &Selection) -> Table {
    scorecard_table(safe.title.clone(), &selection.rows(&safe.card), &safe.note)
}

/// Rows as a table to copy, narrow enough for a page.
pub(crate) fn copied_table(safe: &SafeCard, selection: &Selection) -> Copied {
    brief_table(safe.title.clone(), &selection.rows(&safe.card), &safe.note).to_copied()
}

/// The sentences about one row, to copy.
fn sentence_of(safe: &SafeCard, selection: &Selection) -> Copied {
    let sentences: Vec<String> = selection.rows(&safe.card).into_iter().map(sentence).collect();
    Copied::of_paragraphs(&sentences.join(" "))
}

/// Where the numbers of one row come from, to copy.
fn trails_of(safe: &SafeCard, (selection, choices): &(&Selection, &Choices)) -> Copied {
    let rows = selection.rows(&safe.card);
    rows.first().map_or_else(Copied::default, |row| copied_trails(&safe.title, row, choices, &safe.note))
}

/// The paragraphs about rows, with their sources and what is hidden.
pub(crate) fn sentences(safe: &SafeCard, selection: &Selection) -> String {
    let rows = selection.rows(&safe.card);
    let mut notes = report::source_notes(&rows);
    notes.push(safe.note.clone());
    report::sentences_text(&safe.title, &rows, &notes)
}

/// The paragraphs about rows, to copy.
pub(crate) fn copied_sentences(safe: &SafeCard, selection: &Selection) -> Copied {
    Copied::of_paragraphs(&sentences(safe, selection))
}

/// How many targets are typed, and whether any of them is wrong, beside the heading of their table.
fn targets_set(targets: &Targets, card: &Scorecard) -> String {
    let wrong = targets.iter().filter(|typed| typed.target().is_err()).count();
    let is_neither = |row: &&Row| row.target.as_ref().is_some_and(|against| !against.is_judged());
    words::targets_set(targets.iter().len(), wrong, card.rows.iter().filter(is_neither).count())
}

/// What is said after copying: that it is done and what is hidden, or that it was not possible.
fn copied(table: &Released<Copied>, done: &str, note: &str) -> String {
    if clipboard::copy(table) {
        format!("{done} {note}").trim_end().to_owned()
    } else {
        words::NOT_COPIED.to_owned()
    }
}

/// As many figures that were left out as are named before the others are folded away.
const MOST_PROBLEMS: usize = 3;

/// What was left out of the scorecard, and why.
fn remarks(card: &Scorecard, store: &Store) -> Html {
    let is_unused = |line: &&Rc<Line>| line.checked.figure.is_none() && !line.entry.is_blank();
    let unused: Vec<&str> =
        store.state().lines.iter().filter(is_unused).map(|line| &*line.entry.label).collect();
    let is_of_no_council = store.state().settings.council.is_none() && !card.rows.is_empty();
    let names: BTreeSet<&str> = unused.iter().copied().collect();
    let (first, others) = card.problems.split_at(card.problems.len().min(MOST_PROBLEMS));
    let list = |problems: &[LeftOut]| html! { <ul>{ for problems.iter().map(|problem| html! { <li>{ problem.to_string() }{ "." }</li> }) }</ul> };
    html! {
        <>
            if !card.problems.is_empty() {
                <section class="problems" aria-label={words::LEFT_OUT}>
                    { list(first) }
                    if !others.is_empty() {
                        <details>
                            <summary>{ more_text(others.len()) }</summary>
                            { list(others) }
                        </details>
                    }
                </section>
            }
            if is_of_no_council {
                <p class="notice">
                    { words::NO_COUNCIL_CHOSEN }
                    <button type="button" class="link" onclick={|_: MouseEvent| focus::reveal_soon("council".to_owned())}>{ words::CHOOSE }</button>
                </p>
            }
            if !unused.is_empty() {
                <p class="notice">
                    { words::names_not_used(names.len(), unused.len()) }
                    <a href="#figures">{ words::SEE_WHY }</a>
                </p>
            }
        </>
    }
}

/// How to read the table, and its sources.
fn notes(way: compare::Way, rows: &[&Row]) -> Html {
    html! {
        <section class="notes" aria-label={NOTES_AND_SOURCES}>
            <p>{ words::DIFFERENCES }</p>
            { for verdict_notes(way, rows).chain(figure_notes(rows)).map(|note| html! { <p>{ note }</p> }) }
        </section>
    }
}
