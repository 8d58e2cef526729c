//! The scorecard: every indicator by theme beside England, the region and the statistical neighbours.

mod commentary;
mod filters;
mod heat_map;
pub(crate) mod opened;
mod over_time;
pub(crate) mod row;
mod targets;

use std::rc::Rc;

use yew::prelude::*;

use crate::compare::{self, Choices, Order, Origin, Row, Scorecard, Selection, Standing};
use crate::disclose::Released;
use crate::indicator::{Measure, Theme};
use crate::report::{
    self, Copied, Table, brief_table, copied_trails, figure_notes, scorecard_table, title, verdict_notes,
};

use crate::app::state::{Action, Edition, State};
use crate::app::targets::Targets;
use crate::web::browser::{clipboard, focus, print};
use crate::web::parts::agenda::agenda;
use crate::web::parts::row_charts::MonthlyChart;
use crate::web::screens::scorecard::filters::filter_bar;
use crate::web::screens::scorecard::heat_map::{HeatMapView, View, view_field};
use crate::web::screens::scorecard::opened::{Copying, OnCopy};
use crate::web::screens::scorecard::over_time::OverTimeView;
use crate::web::screens::scorecard::row::{
    Column, Columns, ScorecardRow, row_id, shown_comparisons, summary,
};
use crate::web::screens::scorecard::targets::target_table;
use crate::web::screens::settings::{CouncilField, SettingsPanel};
use crate::web::screens::start::former_council;
use crate::web::store::Store;
use crate::words::disclosure::disclosure_note;
use crate::words::screens::report::NOTES_AND_SOURCES;
use crate::words::screens::settings::COUNCIL_PART;
use crate::words::screens::{self, scorecard as words, share};
use crate::words::sentence::sentence;
use crate::words::verdict::untested_notes;

/// A measure whose row is looked for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sought {
    pub measure: Measure,
    /// How often one was looked for before.
    pub times: usize,
}

/// Which rows of the scorecard are shown and in which order, on the scorecard as in a meeting; in no order of the person's own,
/// official figures come worst first and others by theme.
#[derive(Clone, PartialEq)]
pub(crate) struct Shown {
    pub order: UseStateHandle<Option<Order>>,
    pub standing: UseStateHandle<Option<Standing>>,
}

impl Shown {
    /// The order of a scorecard.
    pub(crate) fn order_of(&self, card: &Scorecard) -> Order {
        let by_default = if card.origin == Origin::Published { Order::Worst } else { Order::Theme };
        self.order.unwrap_or(by_default)
    }
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
    let (order, standing) = (&shown.order, &shown.standing);
    let message = use_state(String::new);
    let view = use_state(View::default);
    {
        let (view, standing) = (view.clone(), standing.clone());
        use_effect_with(sought.clone(), move |sought| {
            if let Some(sought) = sought {
                view.set(View::List);
                standing.set(None);
                focus::focus_soon(row_id(&sought.measure.id));
            }
        });
    }
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
    let chosen = Selection { order: chosen_order, standing: **standing, ..Selection::default() };
    let rows = chosen.rows(&card);
    // A callback that copies the rows, all or those of a theme, as they may leave the page: chosen and ordered by what may be
    // known of them, since the order too says something of a hidden figure.
    let copying = |done: String, selection: Selection, write: fn(&SafeCard, &Selection) -> Copied| {
        let (safe, message) = (safe.clone(), message.clone());
        let selection = Selection { order: chosen_order, standing: **standing, ..selection };
        Callback::from(move |_: MouseEvent| {
            message.set(copied(&safe.with(&selection, write), &done, &safe.note));
        })
    };
    let on_copy = {
        let (safe, choices) = (safe.clone(), state.choices());
        Callback::from(move |(measure, what): (Measure, Copying)| {
            let selection = Selection { indicator: Some(measure.clone()), ..Selection::default() };
            let chosen = (&selection, &choices);
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
    let copy_of = |theme: Option<Theme>| {
        let selection = Selection { theme, ..Selection::default() };
        copying(
            words::sentences_copied(theme.map_or(words::ALL_INDICATORS, Theme::title)),
            selection,
            copied_sentences,
        )
    };
    let period_column = if card.origin == Origin::Published { Column::Shown } else { Column::Absent };
    let printed_summary = summary(&safe.card, &report::agenda_parts(&safe.card, choices.period));
    let content = |card: &Scorecard, class: &'static str| {
        let rows = chosen.rows(card);
        let groups = grouped(&rows, chosen_order);
        html! {
            <div {class}>
                { legend(&rows) }
                if !rows.is_empty() {
                    { table_of(&rows, &groups, class, period_column, &on_copy, &copy_of) }
                }
                { agenda(&report::agenda_parts(card, choices.period)) }
                { notes(choices.way, &rows) }
            </div>
        }
    };
    html! {
        <>
            <h1 id="screen-heading" tabindex="-1">{ title(&card, &choices) }</h1>
            <div>{ former_council(store) }</div>
            { printed_summary }
            if card.origin == Origin::Published {
                <p class="notice">
                    { words::OFFICIAL_FIGURES_SHOWN }<a href="#figures">{ words::ADD_YOURS }</a>{ words::TO_COMPARE }
                </p>
            }
            <SettingsPanel store={store.clone()} />
            if state.edition != Edition::Publishable {
                <details class="chosen">
                    <summary>{ words::YOUR_TARGETS }{ targets_set(&state.targets) }</summary>
                    { target_table(store, &card) }
                </details>
            }
            { remarks(&card, store) }
            <div class="buttons buttons-small">
                <button type="button" class="button button-quiet" disabled={rows.is_empty()} onclick={copying(words::TABLE_COPIED.to_owned(), Selection::default(), copied_table)}>{ words::COPY_TABLE }</button>
                <button type="button" class="button button-quiet" disabled={rows.is_empty()} onclick={copying(words::ALL_SENTENCES_COPIED.to_owned(), Selection::default(), copied_sentences)}>{ words::COPY_ALL_SENTENCES }</button>
                <button type="button" class="button button-quiet" disabled={rows.is_empty()} onclick={{
                    let safe = safe.clone();
                    Callback::from(move |_: MouseEvent| print::print(&*safe))
                }}>{ words::PRINT }</button>
                <a class="button button-quiet" href="#save">{ share::HEADING }</a>
                <button type="button" class="button button-quiet" disabled={!state.can_undo()} onclick={store.on(|_: MouseEvent| Action::Undo)}>{ screens::UNDO }</button>
                <button type="button" class="button button-quiet" disabled={!state.can_redo()} onclick={store.on(|_: MouseEvent| Action::Redo)}>{ screens::REDO }</button>
            </div>
            <div class="outcome">
                { view_field(&view) }
                <p class="message" role="status">{ &*message }</p>
            </div>
            <div>
                if rows.is_empty() {
                    <p>{ if card.rows.is_empty() { words::NONE_FOR_PERIOD } else { words::NONE_OF_STANDING } }</p>
                }
            </div>
            <div class="filter-bar-place">
                if *view == View::List && !card.rows.is_empty() {
                    { filter_bar(&card, standing, chosen_order, order) }
                }
            </div>
            <div>
                if *view == View::HeatMap {
                    <HeatMapView store={store.clone()} card={card.clone()} safe={safe.clone()} />
                } else if *view == View::OverTime {
                    <OverTimeView store={store.clone()} />
                }
            </div>
            <div>
                if *view != View::List {
                } else if *card == safe.card {
                    { content(&card, "") }
                } else {
                    { content(&card, "screen-only") }
                    { content(&safe.card, "print-only") }
                }
            </div>
            <div>
                if *view != View::HeatMap {
                    <MonthlyChart store={store.clone()} />
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

/// What is said of one row, to copy.
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
fn targets_set(targets: &Targets) -> String {
    let wrong = targets.iter().filter(|typed| typed.target().is_err()).count();
    words::targets_set(targets.iter().len(), wrong)
}

/// What is said after copying: that it is done and what is hidden, or that it was not possible.
fn copied(table: &Released<Copied>, done: &str, note: &str) -> String {
    if clipboard::copy(table) {
        format!("{done} {note}").trim_end().to_owned()
    } else {
        words::NOT_COPIED.to_owned()
    }
}

/// Rows under the heading of their theme, or all under none.
fn grouped<'a>(rows: &[&'a Row], order: Order) -> Vec<(Option<Theme>, Vec<&'a Row>)> {
    if order != Order::Theme {
        return if rows.is_empty() { Vec::new() } else { vec![(None, rows.to_vec())] };
    }
    let of_theme = |theme: Theme| {
        rows.iter().copied().filter(move |row| row.indicator.theme == theme).collect::<Vec<_>>()
    };
    Theme::ALL
        .into_iter()
        .map(|theme| (Some(theme), of_theme(theme)))
        .filter(|(_, rows)| !rows.is_empty())
        .collect()
}

/// One table of all rows, with a row for the heading of each theme.
fn table_of(
    rows: &[&Row],
    groups: &[(Option<Theme>, Vec<&Row>)],
    class: &'static str,
    period: Column,
    on_copy: &OnCopy,
    copy_of: &impl Fn(Option<Theme>) -> Callback<MouseEvent>,
) -> Html {
    let columns = Columns::of(rows, period);
    let span = columns.count().to_string();
    let heading = |class: &'static str, text: &str| {
        html! { <th scope="col" role="columnheader" {class}>{ text }</th> }
    };
    let comparators = rows.first().map(|row| shown_comparisons(row).collect::<Vec<_>>()).unwrap_or_default();
    html! {
        <table class="scorecard" role="table">
            <caption class="visually-hidden">{ words::HEADING }</caption>
            <thead role="rowgroup">
                <tr role="row">
                    { heading("cell-status", words::STATUS) }
                    { heading("cell-title", words::MEASURE) }
                    { heading("cell-number cell-counts", words::COUNTS) }
                    { heading("cell-number cell-value", words::FIGURE) }
                    { heading("cell-line", words::LAST_FIVE) }
                    { heading("cell-number cell-change", words::CHANGE) }
                    { for comparators.iter().map(|comparison| {
                        let is_england = *comparison.with.kind == compare::ENGLAND;
                        let class = if is_england { "cell-number cell-england" } else { "cell-number cell-other" };
                        heading(class, comparison.with.name.short)
                    }) }
                    { heading("cell-strip", words::AMONG_COUNCILS) }
                    if columns.target == Column::Shown {
                        { heading("cell-number cell-target", words::TARGET) }
                    }
                </tr>
            </thead>
            { for groups.iter().map(|(theme, rows)| html! {
                <tbody role="rowgroup">
                    if let Some(theme) = theme {
                        <tr role="row" class="row-theme">
                            <th scope="rowgroup" role="rowheader" colspan={span.clone()}>
                                <span>{ theme.title() }</span>
                                <button type="button" class="link" onclick={copy_of(Some(*theme))}>
                                    { words::COPY_SENTENCES }<span class="visually-hidden">{ words::on(theme.title()) }</span>
                                </button>
                            </th>
                        </tr>
                    }
                    { for rows.iter().map(|row| html! {
                        <ScorecardRow key={&*row.indicator.id} row={Rc::new((*row).clone())} {class} {columns} on_copy={on_copy.clone()} />
                    }) }
                </tbody>
            }) }
        </table>
    }
}

/// What the signs in the table are, and what holds for several rows, each once.
fn legend(rows: &[&Row]) -> Html {
    let signs = html! {
        <>
            <p>{ words::SIGNS }<span class="legend-strips">{ words::STRIPS }</span></p>
            if rows.iter().any(|row| row.differs.is_some()) {
                <p>{ words::DIFFERS }</p>
            }
        </>
    };
    html! {
        <div class="legend">
            <details class="screen-only">
                <summary>{ words::HOW_TO_READ }</summary>
                { signs.clone() }
            </details>
            <div class="print-only">{ signs }</div>
            if !untested_notes(rows).is_empty() {
                <p>{ untested_notes(rows).join(" ") }</p>
            }
        </div>
    }
}

/// What was left out of the scorecard, and why.
fn remarks(card: &Scorecard, store: &Store) -> Html {
    let unused = store
        .state()
        .lines
        .iter()
        .filter(|line| line.checked.figure.is_none() && !line.entry.is_blank())
        .count();
    html! {
        <>
            if !card.problems.is_empty() {
                <section class="problems" aria-label={words::LEFT_OUT}>
                    <ul>{ for card.problems.iter().map(|problem| html! { <li>{ problem.to_string() }{ "." }</li> }) }</ul>
                </section>
            }
            if unused > 0 {
                <p class="notice">
                    { words::rows_not_used(unused) }
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
