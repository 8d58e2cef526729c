//! A report for a committee, as it is printed.

use std::rc::Rc;

use yew::prelude::*;

use crate::compare::{self, Charted, Choices, Extent, OverTime};
use crate::disclose::Released;
use crate::indicator::{Measure, Theme};
use crate::report::{Chart, Committee, Copied, Table, ThemeReport, Told, committee, copied_trails};

use crate::app::state::State;
use crate::web::browser::{clipboard, print, today};
use crate::web::parts::charts::ChartView;
use crate::web::parts::data_table::bare_table;
use crate::web::parts::documents::Documents;
use crate::web::parts::inputs::select_field;
use crate::web::parts::row_charts::Hidden;
use crate::web::parts::strip::strip;
use crate::web::parts::trails::Trails;
use crate::web::screens::findings::{Level, grouped};
use crate::web::screens::scorecard::Shown;
use crate::web::screens::scorecard::opened::Copying;
use crate::web::screens::scorecard::over_time::{ReportedOverTime, notes_of_reported, time_question_of_card};
use crate::web::screens::scorecard::row::status_counts;
use crate::web::screens::settings::SettingsPanel;
use crate::web::store::Store;
use crate::words::caseload::TABLE_TITLE;
use crate::words::commentary as said;
use crate::words::disclosure::disclosure_note;
use crate::words::leaving as left;
use crate::words::over_time::caption;
use crate::words::screens::over_time as over_time_words;
use crate::words::screens::parts::NOT_DRAWN;
use crate::words::screens::{self, report as words, scorecard};
use crate::words::sentence::sentence;
use crate::words::short_answer;

/// The id of the short one.
const HEADLINES: &str = "headlines";

/// The parts that are folded on the screen and not on paper.
const FOLDED: &str = ".report-part";

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub store: Store,
    /// Which rows the scorecard shows.
    pub shown: Shown,
}

#[component]
pub(crate) fn ReportScreen(Props { store, shown }: &Props) -> Html {
    let state = store.state();
    let charted = use_state(Charted::default);
    // Nobody prints seventy pages unasked.
    let extent = use_state(|| Extent::Headlines);
    let message = use_state(String::new);
    let made = use_memo(
        (
            (state.lines.clone(), state.choices(), state.settings.disclosure),
            (state.commentary.clone(), state.scenarios.caseloads.clone()),
            *charted,
        ),
        |(.., charted)| report_of(state, *charted),
    );
    let pages = [made.report.headlines_only().pages(), made.report.pages()];
    let chosen = *extent;
    let made = if chosen == Extent::Headlines { Rc::new(made.map(Made::headlines_only)) } else { made };
    use_effect_with((), |()| {
        let listeners = print::unfold(FOLDED);
        move || drop(listeners)
    });
    let (_, held_back) = state.released_commentary();
    if state.lines.is_empty() && state.settings.council.is_none() {
        if let Some(caseloads) = state.released_caseloads() {
            return caseloads_alone(&caseloads);
        }
        return html! {
            <>
                <h1 id="screen-heading" tabindex="-1">{ words::HEADING }</h1>
                <p>{ screens::NO_FIGURES }<a href="#figures">{ screens::PASTE_OR_EXAMPLE }</a>{ screens::FIRST }</p>
            </>
        };
    }
    let on_charted = {
        let charted = charted.clone();
        Callback::from(move |id: String| {
            charted.set(Charted::ALL.into_iter().find(|each| each.id() == id).unwrap_or_default());
        })
    };
    let on_extent = {
        let extent = extent.clone();
        Callback::from(move |id: String| {
            extent.set(if id == HEADLINES { Extent::Headlines } else { Extent::All });
        })
    };
    let charts = [
        (Charted::FirstPage, words::CHARTS_OF_FIRST),
        (Charted::Every, words::CHARTS_OF_ALL),
        (Charted::None, words::NO_CHARTS),
    ]
    .map(|(each, name)| (each.id().to_owned(), name.to_owned(), each == *charted));
    let extents = [
        (HEADLINES, words::HEADLINES_ONLY, Extent::Headlines, pages[0]),
        ("all", words::ALL_MEASURES, Extent::All, pages[1]),
    ]
    .map(|(id, name, each, pages)| (id.to_owned(), words::with_pages(name, pages), each == chosen));
    let tell = {
        let message = message.clone();
        move |is_done: bool, done: String| message.set(if is_done { done } else { left::REFUSED.to_owned() })
    };
    let copy = {
        let (made, tell) = (made.clone(), tell.clone());
        Callback::from(move |_: MouseEvent| {
            let copied = made.map(|made| Copied { text: made.report.to_text(), html: made.report.to_html() });
            tell(clipboard::copy(&copied), words::COPIED.to_owned());
        })
    };
    let on_copy = {
        let (made, choices) = (made.clone(), state.choices());
        Callback::from(move |(measure, what): (Measure, Copying)| match what {
            Copying::Trails => tell(
                clipboard::copy(&made.with(&(&measure, &choices), trails_on)),
                scorecard::trails_copied(&measure.title),
            ),
            Copying::Row | Copying::Sentence => tell(
                clipboard::copy(&made.with(&measure, sentence_on)),
                scorecard::sentence_copied(&measure.title),
            ),
        })
    };
    let print = {
        let made = made.clone();
        Callback::from(move |_: MouseEvent| print::print(&*made))
    };
    html! {
        <>
            <h1 id="screen-heading" tabindex="-1">{ words::heading_of(&made.report.title) }</h1>
            <p class="hint screen-only">
                { words::ABOUT }
            </p>
            <SettingsPanel store={store.clone()} />
            <div class="report-controls screen-only">
                { select_field("extent", words::EXTENT, extents, on_extent) }
                if chosen == Extent::All {
                    { select_field("charted", words::CHARTS, charts, on_charted) }
                }
                <div class="buttons">
                    <button type="button" class="button" onclick={print}>{ words::PRINT }</button>
                </div>
                <Documents store={store.clone()} extent={chosen} />
                <div class="buttons">
                    <button type="button" class="button button-quiet" onclick={copy}>{ words::COPY }</button>
                </div>
            </div>
            <p class="message" role="status">{ &*message }</p>
            { time_question_of_card(store, &made.card) }
            if !held_back.is_empty() {
                <p class="notice">{ said::held_back(held_back.len()) }</p>
            }
            { written(&made, &state.choices(), &on_copy, shown) }
        </>
    }
}

/// The report as it may leave the page, and the scorecard it was made of.
#[derive(Clone)]
struct Made {
    report: Committee,
    card: compare::Scorecard,
    /// The months or quarters, where the figures have some.
    over_time: Option<Rc<OverTime>>,
    /// What is hidden.
    note: String,
}

impl Made {
    fn headlines_only(&self) -> Self {
        Self { report: self.report.headlines_only(), ..self.clone() }
    }

    fn row(&self, measure: &Measure) -> Option<&compare::Row> {
        self.card.rows.iter().find(|row| row.indicator == *measure)
    }

    fn charts(&self) -> Vec<Rc<Chart>> {
        self.report.themes.iter().flat_map(|theme| &theme.charts).cloned().map(Rc::new).collect()
    }
}

type OnCopy = Callback<(Measure, Copying)>;

/// The caseload scenarios, while there are no figures and no council to report on.
fn caseloads_alone(caseloads: &Table) -> Html {
    html! {
        <>
            <h1 id="screen-heading" tabindex="-1">{ words::HEADING }</h1>
            <article class="report">
                <h2>{ TABLE_TITLE }</h2>
                { bare_table(caseloads, words::table(&caseloads.title), "report-table") }
                { for caseloads.notes.iter().map(|note| html! { <p>{ note }</p> }) }
            </article>
            <p class="screen-only">{ screens::NO_FIGURES }<a href="#figures">{ screens::PASTE_OR_EXAMPLE }</a>{ screens::FIRST }</p>
        </>
    }
}

/// The report of the figures as they may leave the page.
fn report_of(state: &State, charted: Charted) -> Released<Made> {
    let (remarks, _) = state.released_commentary();
    let chosen = (
        (state.choices(), remarks),
        (state.settings.disclosure, state.settings.last),
        (charted, state.released_caseloads()),
    );
    state.disclosed().with(
        &chosen,
        |disclosed, ((choices, remarks), (disclosure, last), (charted, caseloads))| {
            let card = compare::scorecard_or_profile(&disclosed.figures, choices);
            let note = disclosure_note(disclosed, *disclosure);
            let mut report = committee(&card, &disclosed.figures, choices, *charted, &note, remarks);
            if *charted != Charted::None && Hidden::of(disclosed, *disclosure) == Hidden::Figures {
                report.chart_notes.push(NOT_DRAWN.to_owned());
            }
            report.caseloads = caseloads.as_deref().cloned();
            let over_time = OverTime::to_report(&disclosed.figures, choices, *last).map(Rc::new);
            Made { report, card, over_time, note }
        },
    )
}

fn written(made: &Released<Made>, choices: &Choices, on_copy: &OnCopy, shown: &Shown) -> Html {
    let Made { report, card, over_time, .. } = &**made;
    let mut charts = made.map(Made::charts).each();
    let over_time = over_time.iter();
    let actions = report.actions.iter();
    let caseloads = report.caseloads.iter();
    let open_all = Callback::from(|_: MouseEvent| print::open_all(FOLDED));
    html! {
        <article class="report">
            <p>
                { &report.introduction }{ " " }
                { for report.findings.years.iter().map(|years| html! { <>{ years }{ " " }</> }) }
                <span class="print-only">{ scorecard::printed_on(&today::today()) }</span>
            </p>
            <section class="summary" aria-labelledby="report-summary">
                <h2 id="report-summary" class="visually-hidden">{ short_answer::HEADING }</h2>
                { status_counts(card) }
                { grouped(&report.findings, Level::Third, |finding| html! { finding.measure.title.clone() }, |group| shown.link_to(group.topic)) }
                if !report.months.is_empty() {
                    <section class="findings">
                        <h3>{ words::MONTHS }</h3>
                        <ul class="findings-months">
                            { for report.months.iter().map(|[what, which]| html! { <li><strong>{ what }</strong>{ which }</li> }) }
                        </ul>
                    </section>
                }
            </section>
            if !report.themes.is_empty() {
                <div class="buttons">
                    <button type="button" class="button button-quiet" onclick={open_all}>{ words::OPEN_ALL }</button>
                </div>
            }
            { for report.themes.iter().map(|theme| {
                let charts: Vec<_> = charts.by_ref().take(theme.charts.len()).collect();
                theme_of(theme, made, charts, choices, on_copy)
            }) }
            { for actions.map(|table| html! {
                <section aria-labelledby={ACTIONS}>
                    <h2 id={ACTIONS}>{ &table.title }</h2>
                    { bare_table(table, words::table(&table.title), "report-table") }
                </section>
            }) }
            { for caseloads.map(|table| html! {
                <section aria-labelledby={CASELOADS}>
                    <h2 id={CASELOADS}>{ &table.title }</h2>
                    { bare_table(table, words::table(&table.title), "report-table") }
                    { for table.notes.iter().map(|note| html! { <p>{ note }</p> }) }
                </section>
            }) }
            { for over_time.clone().map(|over_time| html! {
                <details class="report-part report-over-time" key={OVER_TIME}>
                    <summary><h2 id={OVER_TIME}>{ over_time_words::HEADING }</h2></summary>
                    <ReportedOverTime over_time={over_time.clone()} caption={caption(choices.council.map(|council| council.name))} />
                </details>
            }) }
            <details class="report-part definitions">
                <summary><h2 id="report-definitions">{ words::DEFINITIONS }</h2></summary>
                <dl class="terms">
                    { for report.definitions.iter().map(|(title, text)| html! { <div><dt>{ title.clone() }</dt><dd>{ text }</dd></div> }) }
                </dl>
            </details>
            <section class="notes" aria-labelledby="report-notes">
                <h2 id="report-notes">{ words::NOTES_AND_SOURCES }</h2>
                if !report.themes.is_empty() {
                    <p>{ scorecard::STRIPS }</p>
                }
                { for report.notes.iter().chain(&report.chart_notes).map(|note| html! { <p>{ note }</p> }) }
                { for over_time.flat_map(|over_time| notes_of_reported(over_time)).map(|note| html! { <p>{ note }</p> }) }
            </section>
        </article>
    }
}

/// The parts of a commentary, with their labels; nothing where there are none.
fn account(said: Vec<(&'static str, &str)>) -> Option<Html> {
    (!said.is_empty()).then(|| html! {
        <dl class="terms commentary-said">
            { for said.into_iter().map(|(part, text)| html! { <div><dt>{ part }</dt><dd>{ text.to_owned() }</dd></div> }) }
        </dl>
    })
}

/// The id of the heading of the months or quarters.
const OVER_TIME: &str = "report-over-time";

/// The id of the heading of the actions.
const ACTIONS: &str = "report-actions";

/// The id of the heading of the caseload scenarios.
const CASELOADS: &str = "report-caseloads";

/// The id of the heading of a theme.
fn section_id(theme: Theme) -> String {
    format!("report-{}", theme.id())
}

/// The sentence about a measure, to copy.
fn sentence_on(made: &Made, measure: &Measure) -> Copied {
    Copied::of_paragraphs(&made.row(measure).map_or_else(String::new, sentence))
}

/// Where the numbers of a measure come from, to copy.
fn trails_on(made: &Made, (measure, choices): &(&Measure, &Choices)) -> Copied {
    let row = made.row(measure);
    row.map_or_else(Copied::default, |row| copied_trails(&made.report.title, row, choices, &made.note))
}

fn theme_of(
    theme: &ThemeReport,
    made: &Made,
    charts: Vec<Released<Rc<Chart>>>,
    choices: &Choices,
    on_copy: &OnCopy,
) -> Html {
    let copying = |measure: &Measure, what: Copying| {
        let (on_copy, measure) = (on_copy.clone(), measure.clone());
        Callback::from(move |_: MouseEvent| on_copy.emit((measure.clone(), what)))
    };
    let row = |(cells, indicator): (&Vec<String>, &Measure)| {
        html! {
            <tr>
                { for cells.iter().enumerate().map(|(index, cell)| match index {
                    0 => html! { <th scope="row">{ cell }</th> },
                    1 => html! { <td>{ cell }{ for made.row(indicator).map(strip) }</td> },
                    _ => html! { <td>{ cell }</td> },
                }) }
            </tr>
        }
    };
    let mut charts = charts.into_iter();
    let said = |told: &Told| {
        let measure = &told.measure;
        let trails = made.row(measure).map(|row| {
            let on_copy = copying(measure, Copying::Trails);
            html! { <Trails row={Rc::new(row.clone())} choices={choices.clone()} {on_copy} /> }
        });
        let drawn: Vec<Html> = charts.by_ref().take(told.charts).map(drawn).collect();
        let class = classes!("told", (drawn.len() == 1).then_some("told-beside"));
        html! {
            <section {class} key={&*measure.id}>
                <div>
                    <h3>{ measure.title.clone() }</h3>
                    <p>
                        { &told.sentence }{ " " }
                        <button type="button" class="link" onclick={copying(measure, Copying::Sentence)}>
                            { scorecard::COPY_SENTENCE }<span class="visually-hidden">{ scorecard::on(&measure.title) }</span>
                        </button>
                    </p>
                    { account(told.parts().collect()) }
                    { for trails }
                </div>
                { for drawn }
            </section>
        }
    };
    let told: Vec<Html> = theme.told.iter().map(said).collect();
    let others: Vec<Html> = charts.map(drawn).collect();
    let id = section_id(theme.theme);
    html! {
        <details class="report-part" key={id.clone()}>
            <summary>
                <h2 {id}>{ theme.theme.title() }</h2>
                <span class="report-count screen-only">{ words::measures(theme.indicators.len()) }</span>
            </summary>
            { for theme.summary.iter().map(|summary| html! { <p class="report-text">{ summary }</p> }) }
            <div class="table-scroll" role="region" tabindex="0" aria-label={words::table(&theme.table.title)}>
                <table class="report-table">
                    <caption class="visually-hidden">{ &theme.table.title }</caption>
                    <thead><tr>{ for theme.table.headings.iter().map(|heading| html! { <th scope="col">{ heading }</th> }) }</tr></thead>
                    <tbody>{ for theme.table.rows.iter().zip(&theme.indicators).map(row) }</tbody>
                </table>
            </div>
            { for told }
            <div class="charts">{ for others }</div>
        </details>
    }
}

/// A chart of the report.
fn drawn(safe: Released<Rc<Chart>>) -> Html {
    let (key, chart) = (safe.id.clone(), Rc::clone(&safe));
    html! { <ChartView {key} {chart} {safe} /> }
}
