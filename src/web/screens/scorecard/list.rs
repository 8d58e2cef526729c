//! The scorecard as a list: one line a measure, under the headings of their themes.

use std::rc::Rc;

use yew::prelude::*;

use crate::compare::{Order, Row, Standing};
use crate::indicator::Theme;

use crate::web::parts::swatch::swatch;
use crate::web::screens::scorecard::Sought;
use crate::web::screens::scorecard::opened::OnCopy;
use crate::web::screens::scorecard::row::{Column, Columns, ScorecardRow, class_of, shown_comparisons};
use crate::words::agenda::worst_first;
use crate::words::screens::scorecard as words;
use crate::words::verdict::untested_notes;

/// Whether the measures of all pupils are shown, which are none of children in care.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Pupils {
    #[default]
    Hidden,
    Shown,
}

/// What the list of a scorecard is drawn with.
pub(super) struct List<'a> {
    /// All rows of the scorecard.
    pub shared: &'a [Rc<Row>],
    /// What it is shown in: everything, or only the screen or print.
    pub class: &'static str,
    pub period: Column,
    pub pupils: &'a UseStateHandle<Pupils>,
    /// Whether measures of all pupils are shown only when asked for.
    pub can_hide_pupils: bool,
    pub on_copy: &'a OnCopy,
    /// The measure the person was led to.
    pub led: Option<&'a Sought>,
    /// A callback that copies the sentences on a theme.
    pub copy_of: &'a dyn Fn(Option<Theme>) -> Callback<MouseEvent>,
}

/// Rows under the heading of their theme, or all under none but those of all pupils.
fn grouped<'a>(rows: &[&'a Row], order: Order) -> Vec<(Option<Theme>, Vec<&'a Row>)> {
    let mut groups: Vec<(Option<Theme>, Vec<&Row>)> = Vec::new();
    for row in rows {
        let theme = row.indicator.theme;
        let heading = (order == Order::Theme || theme == Theme::AllPupils).then_some(theme);
        match groups.last_mut() {
            Some((last, group)) if *last == heading => group.push(row),
            _ => groups.push((heading, vec![row])),
        }
    }
    groups
}

impl List<'_> {
    /// One table of rows, with a row for the heading of each theme.
    pub(super) fn html(&self, rows: &[&Row], order: Order) -> Html {
        let Some(first) = rows.first() else { return html! {} };
        let columns = Columns::of(rows, self.period);
        let heading = |class: &'static str, text: &str| {
            html! { <th scope="col" role="columnheader" {class}>{ text }</th> }
        };
        html! {
            <div class="list"><div class={columns.class()}><table class="scorecard" role="table">
                <caption class="visually-hidden">{ words::HEADING }</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        { heading("cell-status", words::STATUS) }
                        { heading("cell-title", words::MEASURE) }
                        if columns.counts == Column::Shown {
                            { heading("cell-number cell-counts", words::COUNTS) }
                        }
                        { heading("cell-number cell-value", words::FIGURE) }
                        { heading("cell-line", words::LAST_FIVE) }
                        { heading("cell-number cell-change", words::CHANGE) }
                        { for shown_comparisons(first).map(|comparison| html! {
                            <th scope="col" role="columnheader" class={class_of(comparison)}>
                                { swatch(comparison.with.ink) }{ " " }{ comparison.with.name.short }
                            </th>
                        }) }
                        if columns.strip == Column::Shown {
                            <th scope="col" role="columnheader" class="cell-strip">
                                { words::AMONG_COUNCILS }<span class="small" aria-hidden="true">{ words::STRIP_ENDS }</span>
                            </th>
                        }
                        if columns.target == Column::Shown {
                            { heading("cell-number cell-target", words::TARGET) }
                        }
                    </tr>
                </thead>
                { for grouped(rows, order).iter().map(|(theme, rows)| self.group(*theme, rows, columns)) }
            </table></div></div>
        }
    }

    fn group(&self, theme: Option<Theme>, rows: &[&Row], columns: Columns) -> Html {
        let can_be_hidden = self.can_hide_pupils && theme == Some(Theme::AllPupils);
        let is_hidden = can_be_hidden && **self.pupils == Pupils::Hidden;
        let heading = theme.map(|theme| {
            let copy = html! {
                <button type="button" class="link" onclick={(self.copy_of)(Some(theme))}>
                    { words::COPY_SENTENCES }<span class="visually-hidden">{ words::on(theme.title()) }</span>
                </button>
            };
            html! {
                <tr role="row" class={classes!("row-theme", is_hidden.then_some("screen-only"))}>
                    <th scope="rowgroup" role="rowheader" colspan={columns.count().to_string()}>
                        <span>{ theme.title() }</span>
                        if can_be_hidden {
                            { self.pupils_button(rows.len()) }
                        } else {
                            { copy }
                        }
                    </th>
                </tr>
            }
        });
        let shared = |row: &Row| self.shared.iter().find(|shared| shared.indicator == row.indicator).cloned();
        let rows = rows.iter().filter(|_| !is_hidden).filter_map(|row| shared(row));
        html! {
            <tbody role="rowgroup" key={theme.map_or("", Theme::id)}>
                { for heading }
                { for rows.map(|row| {
                    let key = row.indicator.id.to_string();
                    let led = self.led.filter(|led| led.measure == row.indicator).map_or(0, |led| led.times);
                    html! { <ScorecardRow {key} {row} class={self.class} {columns} on_copy={self.on_copy.clone()} {led} /> }
                }) }
            </tbody>
        }
    }

    /// Shows the measures of all pupils, or hides them.
    fn pupils_button(&self, count: usize) -> Html {
        let (is_shown, pupils) = (**self.pupils == Pupils::Shown, self.pupils.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            pupils.set(if is_shown { Pupils::Hidden } else { Pupils::Shown });
        });
        html! {
            <button type="button" class="link" aria-expanded={is_shown.to_string()} {onclick}>
                { if is_shown { words::HIDE_PUPILS.to_owned() } else { words::show_pupils(count) } }
            </button>
        }
    }
}

/// What the signs in the table are, and what holds for several rows, each once.
pub(super) fn legend(rows: &[&Row], order: Order) -> Html {
    let is_left = |row: &&Row| row.standing() == Standing::NotCompared;
    let not_compared: Vec<&Row> = rows.iter().copied().filter(is_left).collect();
    // Where most rows are not compared, why is the first question.
    let is_asked = not_compared.len() * 2 > rows.len();
    let asked = if is_asked { untested_notes(&not_compared) } else { Vec::new() };
    let mut noted = untested_notes(rows);
    noted.retain(|note| !asked.contains(note));
    let signs = html! {
        <>
            <p><span class="screen-only">{ words::OPENS }</span>{ words::SIGNS }<span class="legend-strips">{ words::STRIPS }</span></p>
            if rows.iter().any(|row| row.target.is_some()) {
                <p>{ words::TARGETS }</p>
            }
            if rows.iter().any(|row| row.differs.is_some()) {
                <p>{ words::DIFFERS }</p>
            }
            if order == Order::Worst {
                <p>{ worst_first(rows) }</p>
            }
            if !noted.is_empty() {
                <p>{ noted.join(" ") }</p>
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
            <p class="legend-room">{ words::NO_ROOM }</p>
            if !asked.is_empty() {
                <p>{ asked.join(" ") }</p>
            }
        </div>
    }
}
