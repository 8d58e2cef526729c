//! The measures of a scorecard over time: a column for each of the last periods, and what is unusual.

use yew::prelude::*;

use crate::compare::{
    LastPeriods, Length, Meaning, Origin, OverTime, OverTimeCell, OverTimeRow, Pattern, Side,
};
use crate::indicator::Theme;
use crate::report::over_time_table;

use crate::web::browser::clipboard;
use crate::web::parts::inputs::select_field;
use crate::web::store::ScreenProps;
use crate::words::disclosure::disclosure_note;
use crate::words::over_time as words;
use crate::words::screens::{over_time as labels, scorecard};

#[component]
pub(crate) fn OverTimeView(ScreenProps { store }: &ScreenProps) -> Html {
    let state = store.state();
    let (choices, disclosure) = (state.choices(), state.settings.disclosure);
    let lengths = use_memo(state.lines.clone(), |lines| Length::of_figures(&lines.figures()));
    let chosen = use_state(|| None::<Length>);
    let length = chosen.filter(|length| lengths.contains(length)).unwrap_or(lengths[0]);
    let last = use_state(LastPeriods::default);
    let message = use_state(String::new);
    let over_time =
        use_memo((state.lines.clone(), choices.clone(), length, *last), |(lines, choices, length, last)| {
            OverTime::of(&lines.figures(), choices, *length, *last)
        });
    // What leaves the page, by copy or print: the same without what would identify a child.
    let released = use_memo(
        (state.lines.clone(), choices, disclosure, length, *last),
        |(_, choices, disclosure, length, last)| {
            state.disclosed().with(
                &((choices, *disclosure), (*length, *last)),
                |disclosed, ((choices, disclosure), (length, last))| {
                    let over_time = OverTime::of(&disclosed.figures, choices, *length, *last);
                    let title = words::caption(choices.council.map(|council| council.name));
                    let table = over_time_table(&over_time, &title)
                        .with_note(&disclosure_note(disclosed, *disclosure));
                    (over_time, table)
                },
            )
        },
    );
    let copy = {
        let (released, message) = (released.clone(), message.clone());
        Callback::from(move |_: MouseEvent| {
            let table = released.map(|(_, table)| table.to_copied());
            let text = if clipboard::copy(&table) { labels::COPIED } else { scorecard::NOT_COPIED };
            message.set(text.to_owned());
        })
    };
    let caption = words::caption(store.state().settings.council.map(|council| council.name));
    let table = |over_time: &OverTime, class: &'static str| {
        html! {
            <div class={classes!("heat-scroll", class)} role="region" tabindex="0" aria-label={caption.clone()}>
                { table_of(over_time, &caption) }
            </div>
        }
    };
    let on_length = {
        let chosen = chosen.clone();
        Callback::from(move |id: String| {
            chosen.set(Length::ALL.into_iter().find(|each| labels::length(*each) == id));
        })
    };
    let of_length =
        |each: &Length| (labels::length(*each).to_owned(), labels::length(*each).to_owned(), *each == length);
    let on_last = {
        let last = last.clone();
        Callback::from(move |chosen: String| {
            let of_count = |each: &LastPeriods| each.count().to_string() == chosen;
            last.set(LastPeriods::ALL.into_iter().find(of_count).unwrap_or_default());
        })
    };
    let of_last = LastPeriods::ALL.map(|each| (each.count().to_string(), labels::last(each), each == *last));
    html! {
        <section class="heat-map over-time" aria-label={labels::HEADING}>
            <div class="over-time-choices screen-only">
                if lengths.len() > 1 {
                    { select_field("over-time-length", labels::LENGTH, lengths.iter().map(of_length), on_length) }
                }
                { select_field("over-time-periods", labels::PERIODS, of_last, on_last) }
                <button type="button" class="button button-quiet" onclick={copy}>{ labels::COPY }</button>
            </div>
            <p class="message message-elsewhere" role="status">{ &*message }</p>
            if over_time.rows.is_empty() {
                <p>{ labels::NOTHING }</p>
            } else if *over_time == released.0 {
                { table(&over_time, "") }
            } else {
                { table(&over_time, "screen-only") }
                { table(&released.0, "print-only") }
            }
            { for words::method().map(|sentence| html! { <p class="legend">{ sentence }</p> }) }
        </section>
    }
}

fn table_of(over_time: &OverTime, caption: &str) -> Html {
    let has_last_year = over_time.rows.iter().any(|row| row.on_last_year.is_some());
    let has_target = over_time.rows.iter().any(|row| row.target.is_some());
    let span =
        (over_time.periods.len() + 2 + usize::from(has_last_year) + usize::from(has_target)).to_string();
    let theme = |theme: Theme| {
        let mut rows = over_time.rows.iter().filter(|row| row.measure.theme == theme).peekable();
        rows.peek()?;
        Some(html! {
            <tbody>
                <tr class="heat-theme"><th scope="rowgroup" colspan={span.clone()}>{ theme.title() }</th></tr>
                { for rows.map(|row| row_of(row, [has_last_year, has_target])) }
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
                    if has_last_year {
                        <th scope="col">{ labels::ON_LAST_YEAR }</th>
                    }
                    if has_target {
                        <th scope="col">{ labels::TARGET }</th>
                    }
                    <th scope="col" class="over-time-words">{ labels::PATTERN }</th>
                </tr>
            </thead>
            { for Theme::ALL.into_iter().filter_map(theme) }
        </table>
    }
}

fn row_of(row: &OverTimeRow, [has_last_year, has_target]: [bool; 2]) -> Html {
    let class = match row.pattern {
        Pattern::Unusual(_, _, Meaning::Improving, _) => "tone-better",
        Pattern::Unusual(_, _, Meaning::Worsening, _) => "tone-worse",
        _ => "",
    };
    html! {
        <tr>
            <th scope="row">{ &row.measure.title }{ " " }<span class="heat-unit">{ row.measure.unit }</span></th>
            { for row.cells.iter().map(|cell| cell.as_ref().map_or_else(|| html! { <td></td> }, cell_of)) }
            if has_last_year {
                <td>{ words::on_last_year_text(row) }</td>
            }
            if has_target {
                <td>{ row.target.map(|target| target.value.grouped()) }</td>
            }
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
