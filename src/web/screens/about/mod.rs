//! How each number is made, where the official figures come from, and why nothing can leave the page.

mod help;
mod promise;

use yew::prelude::*;

use crate::indicator::{self, Indicator, Theme};
use crate::published;

use crate::sorting::Sorting;
use crate::web::browser::own_page;
use crate::web::screens::about::promise::Promise;
use crate::web::screens::scorecard::opened::definition;
use crate::web::store::ScreenProps;
use crate::words::report::ATTRIBUTION;
use crate::words::screens::{about as words, share};

#[component]
pub(crate) fn About(ScreenProps { store }: &ScreenProps) -> Html {
    let mut publications: Vec<(&str, &str)> = indicator::all()
        .iter()
        .filter_map(|indicator| indicator.publication.as_ref())
        .map(|publication| (publication.title, publication.release))
        .collect();
    publications.arrange();
    publications.dedup();
    let local = indicator::all().iter().filter(|indicator| !indicator.is_published).count();
    html! {
        <>
            <h1 id="screen-heading" tabindex="-1">{ words::HEADING }</h1>
            <section aria-labelledby="privacy-heading">
                <h2 id="privacy-heading">{ words::NOTHING_LEAVES }</h2>
                <p>{ words::ONE_FILE }</p>
                <Promise />
                <p>{ words::TO_KEEP_A_COPY }<a href="#save">{ share::HEADING }</a>{ words::SAVING_BY_BROWSER }</p>
            </section>
            { explained("numbers-heading", words::NUMBERS_HEADING, &words::NUMBERS) }
            { explained("scenarios-heading", words::SCENARIOS_HEADING, &words::SCENARIOS) }
            { explained("hidden-heading", words::HIDDEN_HEADING, &words::HIDDEN) }
            { help::glossary_of_terms() }
            { help::keyboard() }
            { help::accessibility() }
            <section aria-labelledby="sources-heading">
                <h2 id="sources-heading">{ words::SOURCES_HEADING }</h2>
                <p>{ words::built_in(published::first_year(), published::latest_year()) }</p>
                <ul>
                    { for publications.iter().map(|(title, release)| html! { <li>{ words::publication(title, release) }</li> }) }
                </ul>
                <p>{ words::COUNTS_BUILT_IN }</p>
                { for store.state().published.releases().iter().map(|release| html! { <p>{ words::used_instead(&release.file) }</p> }) }
                <p>{ ATTRIBUTION }</p>
                <p>{ words::neighbours() }</p>
            </section>
            <section aria-labelledby="definitions-heading">
                <h2 id="definitions-heading">{ words::DEFINITIONS_HEADING }</h2>
                <p>{ words::indicators(indicator::all().len() - local, local) }</p>
                { for Theme::ALL.into_iter().filter(|theme| *theme != Theme::Own).map(theme) }
            </section>
            <section aria-labelledby="version-heading">
                <h2 id="version-heading">{ words::VERSION_HEADING }</h2>
                <p>{ words::version(env!("CARGO_PKG_VERSION"), option_env!("CPC_COMMIT")) }</p>
                <details>
                    <summary>{ words::LICENCES }</summary>
                    { for own_page::part("notices").unwrap_or_default().trim().split("\n\n").map(|paragraph| html! {
                        <p class="notices">{ paragraph }</p>
                    }) }
                </details>
            </section>
        </>
    }
}

/// A section with a heading and a list of what is to be known.
fn explained(id: &'static str, heading: &'static str, items: &[&'static str]) -> Html {
    html! {
        <section aria-labelledby={id}>
            <h2 {id}>{ heading }</h2>
            <ul>{ for items.iter().map(|item| html! { <li>{ *item }</li> }) }</ul>
        </section>
    }
}

fn theme(theme: Theme) -> Html {
    let of_theme = indicator::all().iter().filter(|indicator| indicator.theme == theme);
    html! {
        <>
            <h3>{ theme.title() }</h3>
            { for of_theme.map(entry) }
        </>
    }
}

fn entry(indicator: &Indicator) -> Html {
    html! {
        <details class="entry">
            <summary>{ &indicator.title }{ if indicator.is_published { "" } else { words::LOCAL } }</summary>
            { definition(indicator, indicator.notes.iter()) }
        </details>
    }
}
