//! Charts: a headline that states the message, what is measured, the picture, a sentence, and the table one press away.

use std::rc::Rc;

use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use crate::chart::{For, Picture};
use crate::disclose::Released;
use crate::report::Chart;

use crate::web::browser::picture::Drawing;
use crate::web::browser::{download, leaving, picture};
use crate::web::parts::data_table::DataTable;
use crate::words::leaving::{NOT_DONE, REFUSED};
use crate::words::screens::parts as words;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    /// The chart as it is shown.
    pub chart: Rc<Chart>,
    /// The chart as it may leave the page, by copy, download or print, or `None` if it may not.
    pub safe: Option<Released<Rc<Chart>>>,
}

#[component]
pub(crate) fn ChartView(Props { chart, safe }: &Props) -> Html {
    let message = use_state(String::new);
    if safe.as_deref() == Some(chart) {
        return shown(chart, safe.as_ref(), &message, "");
    }
    html! {
        <>
            { shown(chart, safe.as_ref(), &message, "screen-only") }
            { for safe.as_ref().map(|safe| printed(safe)) }
        </>
    }
}

fn shown(
    chart: &Rc<Chart>,
    safe: Option<&Released<Rc<Chart>>>,
    message: &UseStateHandle<String>,
    class: &'static str,
) -> Html {
    let act = |act: fn(&Released<Rc<Chart>>, &UseStateHandle<String>)| {
        let (safe, message) = (safe.cloned(), message.clone());
        Callback::from(move |_: MouseEvent| match &safe {
            None => message.set(NOT_DONE.to_owned()),
            Some(safe) if leaving::may_share() => act(safe, &message),
            Some(_) => message.set(REFUSED.to_owned()),
        })
    };
    let released = safe.map(|safe| safe.map(|chart| chart.table.clone()));
    let of_chart = || html! { <span class="visually-hidden">{ words::of(&chart.headline) }</span> };
    html! {
        <figure class={classes!("chart", class)}>
            { caption(chart) }
            { drawing(chart, &chart.id) }
            { sentence(chart) }
            { for chart.notes.iter().map(|note| html! { <p class="remark">{ note }</p> }) }
            { for chart.sources.iter().map(|source| html! { <p class="remark chart-source">{ source }</p> }) }
            <details>
                <summary>{ words::NUMBERS_OF_CHART }</summary>
                <DataTable table={chart.table.clone()} {released} />
                <div class="buttons">
                <button type="button" class="button button-quiet" onclick={act(copy)}>{ words::COPY_PICTURE }{ of_chart() }</button>
                <button type="button" class="button button-quiet" onclick={act(save_png)}>{ words::DOWNLOAD_PICTURE }{ of_chart() }</button>
                <button type="button" class="button button-quiet" onclick={act(save_svg)}>{ words::DOWNLOAD_DRAWING }{ of_chart() }</button>
                </div>
            </details>
            <p class="message message-elsewhere" role="status">{ &**message }</p>
        </figure>
    }
}

/// A chart for print alone.
pub(crate) fn printed(chart: &Chart) -> Html {
    html! { <div class="print-only">{ plain(chart, "-printed") }</div> }
}

/// A chart with its words and without controls; the words are the end of its ids.
pub(crate) fn plain(chart: &Chart, suffix: &str) -> Html {
    html! {
        <figure class="chart">
            { caption(chart) }
            { drawing(chart, &format!("{}{suffix}", chart.id)) }
            { sentence(chart) }
            { for chart.notes.iter().chain(&chart.sources).map(|note| html! { <p class="remark">{ note }</p> }) }
        </figure>
    }
}

/// What a chart shows, where its numbers do not stand in it; those who do not see it are told in any case.
fn sentence(chart: &Chart) -> Html {
    if chart.has_its_numbers {
        html! {}
    } else {
        html! { <p class="chart-sentence">{ &chart.sentence }</p> }
    }
}

fn caption(chart: &Chart) -> Html {
    html! { <figcaption><strong>{ &chart.headline }</strong><span class="remark">{ &chart.subtitle }</span></figcaption> }
}

pub(crate) fn drawing(chart: &Chart, id: &str) -> Html {
    let description = format!("{}. {}", chart.subtitle, chart.sentence);
    // Text within it was escaped where the drawing was written.
    let drawn = |picture: &Picture, id: &str| {
        Html::from_html_unchecked(picture.to_svg(&chart.headline, &description, For::Page(id)).into())
    };
    match &chart.narrow {
        None => drawn(&chart.picture, id),
        Some(narrow) => html! {
            <>
                <div class="drawn-wide">{ drawn(&chart.picture, id) }</div>
                <div class="drawn-narrow">{ drawn(narrow, &format!("{id}-narrow")) }</div>
            </>
        },
    }
}

/// The drawing as a file of its own, its words and notes around it.
fn file(chart: &Rc<Chart>) -> Drawing {
    let whole = chart.as_file();
    let description = format!("{}. {}", chart.subtitle, chart.sentence);
    let svg = whole.to_svg(&chart.headline, &description, For::File);
    Drawing { svg, width: whole.width, height: whole.height }
}

fn save_svg(chart: &Released<Rc<Chart>>, message: &UseStateHandle<String>) {
    let svg = chart.map(|chart| file(chart).svg);
    let is_saved = download::save(&format!("{}.svg", chart.id), &svg, download::SVG);
    tell(message, is_saved.then_some(words::CHART_DOWNLOADED));
}

fn save_png(chart: &Released<Rc<Chart>>, message: &UseStateHandle<String>) {
    let (drawing, name) = (chart.map(file), format!("{}.png", chart.id));
    let message = message.clone();
    spawn_local(async move {
        let is_saved = picture::save_png(&name, &drawing).await;
        tell(&message, is_saved.then_some(words::CHART_DOWNLOADED));
    });
}

fn copy(chart: &Released<Rc<Chart>>, message: &UseStateHandle<String>) {
    let (copying, message) = (picture::copy_png(chart.map(file)), message.clone());
    spawn_local(async move {
        let is_copied = match copying {
            Ok(copying) => JsFuture::from(copying).await.is_ok(),
            Err(_) => false,
        };
        tell(&message, is_copied.then_some(words::CHART_COPIED));
    });
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct CopyProps {
    pub chart: Released<Rc<Chart>>,
}

/// A button that copies a chart, and what became of it.
#[component]
pub(crate) fn CopyChart(CopyProps { chart }: &CopyProps) -> Html {
    let message = use_state(String::new);
    let onclick = {
        let (chart, message) = (chart.clone(), message.clone());
        Callback::from(move |_: MouseEvent| {
            if leaving::may_share() {
                copy(&chart, &message);
            } else {
                message.set(REFUSED.to_owned());
            }
        })
    };
    html! {
        <>
            <button type="button" class="link screen-only" {onclick}>{ words::COPY_PICTURE }</button>
            <span class="small screen-only" role="status">{ &*message }</span>
        </>
    }
}

fn tell(message: &UseStateHandle<String>, sentence: Option<&str>) {
    message.set(sentence.unwrap_or(words::CHART_REFUSED).to_owned());
}
