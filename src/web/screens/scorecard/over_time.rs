//! The measures of a scorecard over time: a column for each of the last periods, and what is unusual.

use yew::prelude::*;

use crate::compare::{LastPeriods, Meaning, Origin, OverTime, OverTimeCell, OverTimeRow, Pattern, Side};
use crate::indicator::Theme;
use crate::report::over_time_table;

use crate::web::browser::clipboard;
use crate::web::parts::inputs::select_field;
use crate::web::screens::scorecard::heat_map::{Props, Same};
use crate::words::over_time as words;
use crate::words::screens::{over_time as labels, scorecard};

#[component]
pub(crate) fn OverTimeView(Props { store: _, card, safe }: &Props) -> Html {
    let last = use_state(LastPeriods::default);
    let message = use_state(String::new);
    let over_time = use_memo((Same(card.clone()), *last), |(card, last)| OverTime::of(&card.0, *last));
    // What is printed, where that is not what is shown.
    let released = use_memo((Same(safe.clone()), Same(card.clone()), *last), |(safe, card, last)| {
        (*card.0 != safe.0.card).then(|| OverTime::of(&safe.0.card, *last))
    });
    let copy = {
        let (safe, message, last) = (safe.clone(), message.clone(), *last);
        Callback::from(move |_: MouseEvent| {
            let table = safe.with(&last, |safe, last| {
                let over_time = OverTime::of(&safe.card, *last);
                over_time_table(&over_time, &safe.title).with_note(&safe.note).to_copied()
            });
            let text = if clipboard::copy(&table) { labels::COPIED } else { scorecard::NOT_COPIED };
            message.set(text.to_owned());
        })
    };
    if over_time.rows.is_empty() {
        return html! { <p>{ labels::NOTHING }</p> };
    }
    let caption = words::caption(&safe.title);
    let table = |over_time: &OverTime, class: &'static str| {
        html! {
            <div class={classes!("heat-scroll", class)} role="region" tabindex="0" aria-label={caption.clone()}>
                { table_of(over_time, &caption) }
            </div>
        }
    };
    let on_choose = {
        let last = last.clone();
        Callback::from(move |chosen: String| {
            let of_count = |each: &LastPeriods| each.count().to_string() == chosen;
            last.set(LastPeriods::ALL.into_iter().find(of_count).unwrap_or_default());
        })
    };
    let options = LastPeriods::ALL.map(|each| (each.count().to_string(), labels::last(each), each == *last));
    html! {
        <section class="heat-map over-time" aria-label={labels::HEADING}>
            <div class="settings">{ select_field("over-time-periods", labels::PERIODS, options, on_choose) }</div>
            <div class="buttons">
                <button type="button" class="button button-quiet" onclick={copy}>{ labels::COPY }</button>
            </div>
            <p class="message message-elsewhere" role="status">{ &*message }</p>
            if let Some(released) = &*released {
                { table(&over_time, "screen-only") }
                { table(released, "print-only") }
            } else {
                { table(&over_time, "") }
            }
            { for words::method().map(|sentence| html! { <p class="legend">{ sentence }</p> }) }
        </section>
    }
}

fn table_of(over_time: &OverTime, caption: &str) -> Html {
    let span = (over_time.periods.len() + 4).to_string();
    let theme = |theme: Theme| {
        let mut rows = over_time.rows.iter().filter(|row| row.measure.theme == theme).peekable();
        rows.peek()?;
        Some(html! {
            <tbody>
                <tr class="heat-theme"><th scope="rowgroup" colspan={span.clone()}>{ theme.title() }</th></tr>
                { for rows.map(row_of) }
            </tbody>
        })
    };
    html! {
        <table class="heat">
            <caption class="visually-hidden">{ caption.to_owned() }</caption>
            <thead>
                <tr>
                    <th scope="col" class="heat-corner">{ labels::MEASURE }</th>
                    { for over_time.periods.iter().map(|period| html! { <th scope="col">{ period.to_string() }</th> }) }
                    <th scope="col">{ labels::ON_LAST_YEAR }</th>
                    <th scope="col">{ labels::TARGET }</th>
                    <th scope="col" class="over-time-words">{ labels::PATTERN }</th>
                </tr>
            </thead>
            { for Theme::ALL.into_iter().filter_map(theme) }
        </table>
    }
}

fn row_of(row: &OverTimeRow) -> Html {
    let class = match row.pattern {
        Pattern::Unusual(_, _, Meaning::Improving, _) => "tone-better",
        Pattern::Unusual(_, _, Meaning::Worsening, _) => "tone-worse",
        _ => "",
    };
    html! {
        <tr>
            <th scope="row">{ &row.measure.title }{ " " }<span class="heat-unit">{ row.measure.unit }</span></th>
            { for row.cells.iter().map(|cell| cell.as_ref().map_or_else(|| html! { <td></td> }, cell_of)) }
            <td>{ words::on_last_year_text(row) }</td>
            <td>{ row.target.map(|target| target.value.grouped()) }</td>
            <td class={classes!("over-time-words", class)}>{ words::verdict(row) }</td>
        </tr>
    }
}

fn cell_of(cell: &OverTimeCell) -> Html {
    let value = match cell.value {
        Ok(value) => value.grouped(),
        Err(symbol) => {
            return html! { <td>{ symbol.symbol() }<span class="visually-hidden">{ ", " }{ symbol.meaning() }</span></td> };
        }
    };
    let class = classes!(
        cell.unusual.map(|_| "over-time-unusual"),
        (cell.origin == Origin::Published).then_some("over-time-published")
    );
    html! {
        <td {class}>
            { value }
            if let Some((signal, side)) = cell.unusual {
                <span class="heat-sign" aria-hidden="true">{ if side == Side::Below { "\u{25BC}" } else { "\u{25B2}" } }</span>
                <span class="visually-hidden">{ ", " }{ words::signal_text(signal, side) }</span>
            }
            if cell.origin == Origin::Published {
                <span class="visually-hidden">{ ", " }{ labels::PUBLISHED }</span>
            }
        </td>
    }
}
