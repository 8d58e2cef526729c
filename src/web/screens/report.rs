//! A report for a committee, as it is printed.

use yew::prelude::*;

use crate::compare::{self, Charted};
use crate::disclose::Released;
use crate::indicator::{Measure, Theme};
use crate::report::{Committee, Copied, ThemeReport, committee};

use crate::app::state::State;
use crate::web::browser::{clipboard, print};
use crate::web::parts::agenda::agenda;
use crate::web::parts::charts::plain;
use crate::web::parts::data_table::bare_table;
use crate::web::parts::documents::Documents;
use crate::web::parts::inputs::select_field;
use crate::web::parts::row_charts::Hidden;
use crate::web::parts::strip::strip;
use crate::web::screens::scorecard::row::summary;
use crate::web::screens::settings::SettingsPanel;
use crate::web::store::ScreenProps;
use crate::words::caseload::TABLE_TITLE;
use crate::words::commentary as said;
use crate::words::disclosure::disclosure_note;
use crate::words::leaving as left;
use crate::words::screens::parts::NOT_DRAWN;
use crate::words::screens::{self, report as words, scorecard};

#[component]
pub(crate) fn ReportScreen(ScreenProps { store }: &ScreenProps) -> Html {
    let state = store.state();
    let charted = use_state(Charted::default);
    let message = use_state(String::new);
    let made = use_memo(
        (
            (state.lines.clone(), state.choices(), state.settings.disclosure),
            state.commentary.clone(),
            state.scenarios.caseloads.clone(),
            *charted,
        ),
        |(.., charted)| report_of(state, *charted),
    );
    let (_, held_back) = state.released_commentary();
    if state.lines.is_empty() && state.settings.council.is_none() {
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
    let choices = [
        (Charted::Agenda, words::CHARTS_OF_AGENDA),
        (Charted::Every, words::CHARTS_OF_ALL),
        (Charted::None, words::NO_CHARTS),
    ]
    .map(|(each, name)| (each.id().to_owned(), name.to_owned(), each == *charted));
    let copy = {
        let (made, message) = (made.clone(), message.clone());
        Callback::from(move |_: MouseEvent| {
            let done = clipboard::copy(
                &made.map(|(report, _)| Copied { text: report.to_text(), html: report.to_html() }),
            );
            message.set(if done { words::COPIED } else { left::REFUSED }.to_owned());
        })
    };
    let copy_sentence = |measure: &Measure| {
        let (made, message, measure) = (made.clone(), message.clone(), measure.clone());
        Callback::from(move |_: MouseEvent| {
            let done = clipboard::copy(&made.with(&measure, sentence_on));
            message.set(if done {
                scorecard::sentence_copied(&measure.title)
            } else {
                left::REFUSED.to_owned()
            });
        })
    };
    let print = {
        let made = made.clone();
        Callback::from(move |_: MouseEvent| print::print(&*made))
    };
    html! {
        <>
            <h1 id="screen-heading" tabindex="-1">{ words::heading_of(&made.0.title) }</h1>
            <p class="hint screen-only">
                { words::ABOUT }
            </p>
            <SettingsPanel store={store.clone()} />
            <div class="settings report-settings">{ select_field("charted", words::CHARTS, choices, on_charted) }</div>
            <div class="buttons">
                <button type="button" class="button" onclick={print}>{ words::PRINT }</button>
                <button type="button" class="button button-quiet" onclick={copy}>{ words::COPY }</button>
            </div>
            <p class="message" role="status">{ &*message }</p>
            <Documents store={store.clone()} />
            if !held_back.is_empty() {
                <p class="notice">{ said::held_back(held_back.len()) }</p>
            }
            { written(&made.0, &made.1, &copy_sentence) }
        </>
    }
}

/// The report of the figures as they may leave the page, and the scorecard it was made of.
fn report_of(state: &State, charted: Charted) -> Released<(Committee, compare::Scorecard)> {
    let (remarks, _) = state.released_commentary();
    let chosen =
        ((state.choices(), remarks), state.settings.disclosure, (charted, state.released_caseloads()));
    state.disclosed().with(&chosen, |disclosed, ((choices, remarks), disclosure, (charted, caseloads))| {
        let card = compare::scorecard_or_profile(&disclosed.figures, choices);
        let mut hidden = disclosure_note(disclosed, *disclosure);
        if Hidden::of(disclosed, *disclosure) == Hidden::Figures {
            hidden = format!("{hidden} {NOT_DRAWN}");
        }
        let mut report = committee(&card, &disclosed.figures, choices, *charted, &hidden, remarks);
        report.caseloads = caseloads.as_deref().cloned();
        (report, card)
    })
}

fn written(
    made: &Committee,
    card: &compare::Scorecard,
    copy_sentence: &impl Fn(&Measure) -> Callback<MouseEvent>,
) -> Html {
    let contents = made.themes.iter().map(|theme| (section_id(theme.theme), theme.theme.title()));
    let actions = made.actions.iter();
    let caseloads = made.caseloads.iter();
    let contents = contents.chain(actions.clone().map(|_| (ACTIONS.to_owned(), said::ACTIONS)));
    let contents = contents.chain(caseloads.clone().map(|_| (CASELOADS.to_owned(), TABLE_TITLE))).chain([
        ("report-definitions".to_owned(), words::DEFINITIONS),
        ("report-notes".to_owned(), words::NOTES_AND_SOURCES),
    ]);
    html! {
        <article class="report">
            <p>{ &made.introduction }</p>
            { summary(card, &made.agenda) }
            <nav class="contents print-only" aria-label={words::CONTENTS}>
                <h2>{ words::CONTENTS }</h2>
                <ol>{ for contents.map(|(id, title)| html! { <li><a href={format!("#{id}")}>{ title }</a></li> }) }</ol>
            </nav>
            { agenda(&made.agenda) }
            { for made.themes.iter().map(|theme| theme_of(theme, card, copy_sentence)) }
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
            <section class="definitions" aria-labelledby="report-definitions">
                <h2 id="report-definitions">{ words::DEFINITIONS }</h2>
                <dl class="terms">
                    { for made.definitions.iter().map(|(title, text)| html! { <div><dt>{ title.clone() }</dt><dd>{ text }</dd></div> }) }
                </dl>
            </section>
            <section class="notes" aria-labelledby="report-notes">
                <h2 id="report-notes">{ words::NOTES_AND_SOURCES }</h2>
                <p>{ scorecard::STRIPS }</p>
                { for made.notes.iter().map(|note| html! { <p>{ note }</p> }) }
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

/// The id of the heading of the actions.
const ACTIONS: &str = "report-actions";

/// The id of the heading of the caseload scenarios.
const CASELOADS: &str = "report-caseloads";

/// The id of the heading of a theme.
fn section_id(theme: Theme) -> String {
    format!("report-{}", theme.id())
}

/// What is said of a measure, to copy.
fn sentence_on((report, _): &(Committee, compare::Scorecard), measure: &Measure) -> Copied {
    let said = report.themes.iter().flat_map(|theme| theme.indicators.iter().zip(&theme.sentences));
    let found = said.into_iter().find(|(of, _)| *of == measure);
    Copied::of_paragraphs(found.map_or("", |(_, sentence)| sentence))
}

fn theme_of(
    theme: &ThemeReport,
    card: &compare::Scorecard,
    copy_sentence: &impl Fn(&Measure) -> Callback<MouseEvent>,
) -> Html {
    let id = section_id(theme.theme);
    let picture = |measure: &Measure| card.rows.iter().find(|row| row.indicator == *measure).map(strip);
    let row = |(cells, indicator): (&Vec<String>, &Measure)| {
        html! {
            <tr>
                { for cells.iter().enumerate().map(|(index, cell)| match index {
                    0 => html! { <th scope="row">{ cell }</th> },
                    1 => html! { <td>{ cell }{ for picture(indicator) }</td> },
                    _ => html! { <td>{ cell }</td> },
                }) }
            </tr>
        }
    };
    html! {
        <section aria-labelledby={id.clone()}>
            <h2 {id}>{ theme.theme.title() }</h2>
            { for theme.summary.iter().map(|summary| html! { <p class="report-text">{ summary }</p> }) }
            <ul class="report-text">
                { for theme.indicators.iter().zip(theme.said()).map(|(measure, (sentence, said))| html! {
                    <li>
                        { sentence }{ " " }
                        <button type="button" class="link" onclick={copy_sentence(measure)}>
                            { scorecard::COPY_SENTENCE }<span class="visually-hidden">{ scorecard::on(&measure.title) }</span>
                        </button>
                        { for account(said.collect()) }
                    </li>
                }) }
            </ul>
            <div class="table-scroll" role="region" tabindex="0" aria-label={words::table(&theme.table.title)}>
                <table class="report-table">
                    <caption class="visually-hidden">{ &theme.table.title }</caption>
                    <thead><tr>{ for theme.table.headings.iter().map(|heading| html! { <th scope="col">{ heading }</th> }) }</tr></thead>
                    <tbody>{ for theme.table.rows.iter().zip(&theme.indicators).map(row) }</tbody>
                </table>
            </div>
            <div class="charts">{ for theme.charts.iter().map(|chart| plain(chart, "-report")) }</div>
        </section>
    }
}
