//! How each number is made, where the official figures come from, and why nothing can leave the page.

mod help;
mod promise;

use yew::prelude::*;

use crate::indicator::{self, Indicator, Theme};
use crate::published;
use crate::report::ATTRIBUTION;

use crate::web::browser::own_page;
use crate::web::screens::about::promise::Promise;
use crate::web::screens::scorecard::row::definition;
use crate::web::store::ScreenProps;

#[component]
pub(crate) fn About(ScreenProps { store }: &ScreenProps) -> Html {
    let mut publications: Vec<(&str, &str)> = indicator::all()
        .iter()
        .filter_map(|indicator| indicator.publication.as_ref())
        .map(|publication| (publication.title, publication.release))
        .collect();
    publications.sort_unstable();
    publications.dedup();
    let local = indicator::all().iter().filter(|indicator| !indicator.is_published).count();
    html! {
        <>
            <h1 id="screen-heading" tabindex="-1">{ "About" }</h1>
            <section aria-labelledby="privacy-heading">
                <h2 id="privacy-heading">{ "Nothing leaves this page" }</h2>
                <p>
                    { "This page is one file. It holds its program and the official figures, and asks nothing of any server once it is \
                       open. A rule at its top (its Content Security Policy) tells the browser to refuse requests, connections, images, \
                       frames and forms, and every script and style that is not part of the page. What the rule cannot refuse is \
                       said below. Nothing is stored either: close the page and what you entered is gone." }
                </p>
                <Promise />
                <p>
                    { "To keep a copy, use " }<a href="#save">{ "Save and share" }</a>{ ". The browser\u{2019}s own \u{201C}Save page as\u{201D} works too, but the kind called \
                       \u{201C}complete\u{201D} writes what is on the screen into the file, with your figures and nothing hidden: such a copy \
                       opens empty, but the text is still inside it. The kind called \u{201C}HTML only\u{201D} saves the page without figures." }
                </p>
            </section>
            <section aria-labelledby="numbers-heading">
                <h2 id="numbers-heading">{ "How the numbers are made" }</h2>
                <ul>
                    <li>{ "Percentages are computed from whole numbers exactly and rounded once, halves away from zero (12.5 becomes 13), as the Department for Education rounds its own." }</li>
                    <li>{ "Differences are taken before rounding and shown in percentage points. A figure given only as a percentage is used as stated and marked \u{201C}count not given\u{201D}." }</li>
                    <li>{ "The 95% interval is Wilson\u{2019}s score interval for percentages, and Byar\u{2019}s for rates and numbers (exact below 10). Where only a percentage or a rate was given there is none, since nobody can know how many children it stands for." }</li>
                    <li>{ "Verdicts are reached by one of three ways, which you choose and every output names. By interval: better, worse, higher or lower only where the comparator lies outside the interval; otherwise chance could explain the difference. England and the regions are taken as their counts give them, where these are published, and not as rounded. By your own targets: met, missed within the tolerance, or missed. By quarter of all councils with a figure, A the best to D, at the quantiles of type 7; a figure where two quarters meet is in the better of them." }</li>
                    <li>{ "How many more or fewer children would reach a comparator or a target is the smallest whole number that does. Ranks and quarters take a figure as rounded as the official ones are, so that 7.9% is not ahead of 8%; those that are equal share the best rank, and councils without a figure are not counted." }</li>
                    <li>{ "A change is judged by Newcombe\u{2019}s interval for the difference of two shares (the same construction for rates). The trend is that of the last five periods with counts since the last break in the series: a line weighted by precision, called rising or falling only where chance would pass its slope once in 500 times (chi-square above 9.5495) and no single period decides its direction. Both take the children of two periods for different ones; where many are the same, they are cautious. Plain numbers have no trend: the method is for percentages and rates. Visits, reviews and other events of which one child can have several are not tested for chance at all, since they depend on each other." }</li>
                    <li>{ "Official figures are of the same year. Where that year is not yet published, the latest one is used and named. Where England\u{2019}s figure was revised since the release of its own year, and that is known, both are shown. As known in an earlier November, England\u{2019}s figures are those of that time, figures published later are left out, and regions and councils are as published now, since only England\u{2019}s earlier values are built in." }</li>
                    <li>{ "The neighbours\u{2019} figure is the median (or mean) of those of the ten councils that have one; how many is always said." }</li>
                    <li>{ "A monthly or quarterly figure is set beside the year it lies in; the March of a count at 31 March, and the September of the workforce, are that year\u{2019}s figure." }</li>
                    <li>{ "The rate per 10,000 needs the number of children aged 0 to 17. Without it, the page uses the council\u{2019}s official number and rate to work out within which limits the rate must lie, and shows those." }</li>
                </ul>
            </section>
            <section aria-labelledby="scenarios-heading">
                <h2 id="scenarios-heading">{ "How the scenarios are made" }</h2>
                <ul>
                    <li>{ "Workers needed are children divided by the target; whole people are rounded up. The average is children divided by the workers that hold cases: those in post, less those who hold none, plus newly qualified workers as they count." }</li>
                    <li>{ "Time for each child at the target is the average divided by the target, less one: a third more from 20 to 15. Direct hours a month are hours a week times 52 divided by 12, times the direct share, divided by the average." }</li>
                    <li>{ "Month by month, children grow by their yearly percentage evenly within a year and compounding from year to year, or by a number a year evenly. A twelfth of the yearly turnover of workers leaves at the start of each month; then those who start join, the first in the month after the time to start. The target is reached in the first month from which the average stays at or under it." }</li>
                    <li>{ "The recruitment to reach it by a month is solved exactly, since the number of workers is in proportion to it." }</li>
                    <li>{ "Cost of the extra posts is their number times the cost of a post, times one plus the agency share times the agency premium." }</li>
                    <li>{ "Where you give ranges, 10,000 paths are drawn, every value between the two as likely; the same inputs give the same answer on every machine. The band holds eight paths in ten." }</li>
                    <li>{ "What it would take is the smallest whole change for which the share meets the target as a fraction. The best quarter begins at the quantile of type 7 of all councils with a figure." }</li>
                </ul>
            </section>
            <section aria-labelledby="hidden-heading">
                <h2 id="hidden-heading">{ "How small counts are hidden" }</h2>
                <ul>
                    <li>{ "In everything that leaves the page, a count of 1 to 5 (or another limit you choose) is hidden, and so is one that leaves of its total as few. Zeros are shown. Workers and posts are not hidden." }</li>
                    <li>{ "Then further counts are hidden until nobody who knows the output, the definitions and the limit can work out a hidden one: for each, at least two values fit all that is shown. What is looked at: totals and their parts, shares and their bases, months, quarters and years, the end of a month with those who came and left, regions and their councils." }</li>
                    <li>{ "The smallest count that helps is hidden first, and what turns out not to be needed is shown again." }</li>
                    <li>{ "What it cannot know: figures published elsewhere, and two outputs made with different limits. Look at what you publish together." }</li>
                </ul>
            </section>
            { help::words() }
            { help::keyboard() }
            { help::accessibility() }
            <section aria-labelledby="sources-heading">
                <h2 id="sources-heading">{ "Official figures built in" }</h2>
                <p>{ format!("Years 2016 to {}, for England, nine regions and every council, from the Department for Education:", published::latest_year()) }</p>
                <ul>
                    { for publications.iter().map(|(title, release)| html! {
                        <li>{ *title }{ if release.is_empty() { String::new() } else { format!(", {release}") } }</li>
                    }) }
                </ul>
                { for store.state().published.releases().iter().map(|release| html! {
                    <p>{ format!("In use before them: {}, a file you opened.", if release.file.is_empty() { "pasted official figures" } else { &release.file }) }</p>
                }) }
                <p>{ ATTRIBUTION }</p>
                <p>{ "Statistical neighbours are those of the 2021 and the 2025 model published with the Local Authority Interactive Tool." }</p>
            </section>
            <section aria-labelledby="definitions-heading">
                <h2 id="definitions-heading">{ "Indicators and their definitions" }</h2>
                <p>{ format!("{} indicators have official figures to compare with; {local} are local.", indicator::all().len() - local) }</p>
                { for Theme::ALL.map(theme) }
            </section>
            <section aria-labelledby="version-heading">
                <h2 id="version-heading">{ "Version and licence" }</h2>
                <p>
                    { format!("Version {}", env!("CARGO_PKG_VERSION")) }
                    { option_env!("CPC_COMMIT").map(|commit| format!(", commit {commit}")).unwrap_or_default() }
                    { ". The program is free software under the MIT licence or the Apache licence 2.0, as you choose." }
                </p>
                <details>
                    <summary>{ "Licences of the libraries inside" }</summary>
                    { for own_page::part("notices").unwrap_or_default().trim().split("\n\n").map(|paragraph| html! {
                        <p class="notices">{ paragraph }</p>
                    }) }
                </details>
            </section>
        </>
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
            <summary>{ indicator.title }{ if indicator.is_published { "" } else { " (local)" } }</summary>
            { definition(indicator, indicator.notes.iter()) }
        </details>
    }
}
