//! One measure of the scorecard: a line, and all there is to know about it where it is opened.

use std::rc::Rc;

use yew::prelude::*;

use crate::compare::{
    AgainstTarget, Change, Comparison, ENGLAND, Miss, REGION, Row, Scorecard, Side, Standing, Verdict,
};

use crate::figure::Amount;
use crate::indicator::Theme;

use crate::report::AgendaPart;

use crate::web::browser::{focus, today};
use crate::web::parts::agenda::part;
use crate::web::parts::inputs::attribute_at;
use crate::web::parts::sparkline::sparkline;
use crate::web::parts::strip::strip;
use crate::web::parts::swatch::swatch;
use crate::web::screens::scorecard::opened::{OnCopy, Opened, trail_id};
use crate::words::change::{change_sentence, since_official_in_line, since_official_sentence};
use crate::words::comparator::{comparison_sentence, published_in_line};
use crate::words::figure::{
    counts_in_line, difference_text, figure_text, period_text, value_text, year_text,
};
use crate::words::screens::scorecard as words;
use crate::words::standing::{ours_beside, status_text};

#[derive(Clone, Properties)]
pub(crate) struct Props {
    pub row: Rc<Row>,
    /// What the table it stands in is shown in: everything, or only the screen or print; part of the ids.
    pub class: &'static str,
    /// What the table has columns for.
    pub columns: Columns,
    pub on_copy: OnCopy,
    /// How often the person was led to it; each time it is opened.
    pub led: usize,
}

/// A row is drawn anew only if it is another one: not each time that all of what is in it would have to be compared.
impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.row, &other.row)
            && (self.class, self.columns, self.led) == (other.class, other.columns, other.led)
            && self.on_copy == other.on_copy
    }
}

/// Which columns a scorecard has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Columns {
    /// How many comparators have one.
    pub comparators: usize,
    pub target: Column,
    /// Of the numbers behind the figures, where any row has them.
    pub counts: Column,
    /// Of the place among all councils, where any row has one.
    pub strip: Column,
    /// Of the period, where it is not the same for every row.
    pub period: Column,
}

/// Whether a column is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    Shown,
    Absent,
}

impl Column {
    /// Shown where any row has something in it.
    fn where_any(rows: &[&Row], has: impl Fn(&Row) -> bool) -> Self {
        if rows.iter().any(|row| has(row)) { Self::Shown } else { Self::Absent }
    }

    fn count(self) -> usize {
        usize::from(self == Self::Shown)
    }
}

/// The comparators that have a column where none was chosen: England and the neighbours.
const USUAL_COMPARATORS: usize = 2;

/// The style sheet has widths for as many columns besides the usual ones.
const MOST_MORE: usize = 5;

impl Columns {
    pub(crate) fn of(rows: &[&Row], is_of_periods: Column) -> Self {
        let comparators = rows.first().map_or(0, |row| shown_comparisons(row).count());
        Self {
            comparators,
            target: Column::where_any(rows, |row| row.target.is_some()),
            counts: Column::where_any(rows, |row| !counts_in_line(row).is_empty()),
            strip: Column::where_any(rows, |row| row.position.is_ok()),
            period: is_of_periods,
        }
    }

    /// How many columns there are in all.
    pub(crate) fn count(self) -> usize {
        5 + self.comparators + self.target.count() + self.counts.count() + self.strip.count()
    }

    /// The class of what holds the table: how many columns there are besides the usual ones, and whether any is of a chosen council.
    pub(crate) fn class(self) -> String {
        let chosen = self.comparators.saturating_sub(USUAL_COMPARATORS);
        let more = (chosen + self.target.count()).min(MOST_MORE);
        format!("list-{more}{}", if chosen > 0 { " list-chosen" } else { "" })
    }
}

/// The comparisons that have a column: all but the region, which is drawn in the strip and listed where the row is opened.
pub(crate) fn shown_comparisons(row: &Row) -> impl Iterator<Item = &Comparison> {
    row.comparisons.iter().filter(|comparison| *comparison.with.kind != REGION)
}

/// The id of the row of a measure, by which it is found from anywhere.
pub(crate) fn row_id(measure: &str) -> String {
    format!("row-{measure}")
}

#[component]
pub(crate) fn ScorecardRow(Props { row, class, columns, on_copy, led }: &Props) -> Html {
    let is_open = use_state(|| false);
    {
        let is_open = is_open.clone();
        use_effect_with(*led, move |led| {
            if *led > 0 {
                is_open.set(true);
            }
        });
    }
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    // A press on a number leads to where it comes from. The same is in the opened row, so that no number need be a tab stop.
    let to_trail = {
        let (is_open, measure, class) = (is_open.clone(), row.indicator.id.clone(), *class);
        Callback::from(move |event: MouseEvent| {
            if let Some(of) = attribute_at(&event, "data-of") {
                is_open.set(true);
                focus::reveal_soon(trail_id(&measure, &of, class));
            }
        })
    };
    let opened_id = format!("opened-{}{class}", row.indicator.id);
    html! {
        <>
            <tr role="row" class={format!("standing-{}", row.standing().id())} id={(*class != "print-only").then(|| row_id(&row.indicator.id))} tabindex="-1" onclick={to_trail}>
                <td role="cell" class="cell-status">{ status(row) }</td>
                <th scope="row" role="rowheader" class="cell-title">
                    <button type="button" class="row-toggle" aria-expanded={is_open.to_string()}
                        aria-controls={is_open.then(|| opened_id.clone())} onclick={toggle}>{ &*row.indicator.title }</button>
                </th>
                if columns.counts == Column::Shown {
                    <td role="cell" class="cell-number cell-counts" data-of="counts">{ counts_in_line(row) }</td>
                }
                <td role="cell" class="cell-number cell-value" data-of="figure">{ value(row, columns.period) }</td>
                <td role="cell" class="cell-line">{ sparkline(row) }</td>
                <td role="cell" class="cell-number cell-change" data-of="change">{ change(row) }</td>
                { for shown_comparisons(row).map(|comparison| compared(row, comparison)) }
                if columns.strip == Column::Shown {
                    <td role="cell" class="cell-strip" data-of="rank-england">{ strip(row) }</td>
                }
                if columns.target == Column::Shown {
                    <td role="cell" class="cell-number cell-target" data-of="target">{ target(row) }</td>
                }
            </tr>
            if *is_open {
                <tr role="row" class="row-opened">
                    <td role="cell" id={opened_id} colspan={columns.count().to_string()}>
                        <Opened row={row.clone()} {class} on_copy={on_copy.clone()} />
                    </td>
                </tr>
            }
        </>
    }
}

/// The status: a sign in a colour, and words.
fn status(row: &Row) -> Html {
    html! { <>{ standing_sign(row.standing()) }<span>{ status_text(row) }</span></> }
}

/// The sign of a standing, each of another shape.
pub(crate) fn standing_sign(standing: Standing) -> Html {
    let (shape, mark) = match standing {
        Standing::Worse => ("M8 1a7 7 0 1 0 0 14a7 7 0 1 0 0-14z", "M5 5l6 6M11 5l-6 6"),
        Standing::FarByChance => ("M8 1l7.5 14h-15z", "M8 6v4.5M8 12v1.5"),
        Standing::ByChance => ("", "M1 9.5c2-5 5-5 7-1s5 4 7-1"),
        Standing::Middle => ("", "M2 6h12M2 10.5h12"),
        Standing::Different => ("M8 1l7 7-7 7-7-7z", "M5.5 8h5"),
        Standing::AheadByChance => ("", "M2 2h12v12h-12zM5 8.5l2 2 4-5"),
        Standing::Better => ("M1.5 1.5h13v13h-13z", "M4.5 8.5l2.5 2.5 4.5-6"),
        Standing::NotCompared => ("", "M5 8h6"),
    };
    html! {
        <svg class={format!("standing-sign sign-{}", standing.id())} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
            if !shape.is_empty() {
                <path class="sign-shape" d={shape} />
            }
            <path class="sign-mark" d={mark} fill="none" stroke-width="2" />
        </svg>
    }
}

/// How many measures have which status, each with its sign; those of all pupils are not counted.
pub(crate) fn status_counts(card: &Scorecard) -> Html {
    let rows: Vec<&Row> = card.rows.iter().filter(|row| row.indicator.theme != Theme::AllPupils).collect();
    // That nothing is compared says nothing of the figures.
    if rows.iter().all(|row| row.standing() == Standing::NotCompared) {
        return html! {};
    }
    let count = |each: Standing| {
        let text = words::of_standing(&rows, each)?;
        Some(html! { <li>{ standing_sign(each) }{ " " }{ text }</li> })
    };
    html! { <ul class="status-counts">{ for Standing::ALL.into_iter().filter_map(count) }</ul> }
}

/// As many points on a topic as a summary has.
const MOST_POINTS: usize = 4;

/// What is printed first: when, how many measures have which status, and what to talk about.
pub(crate) fn summary(card: &Scorecard, agenda: &[AgendaPart]) -> Html {
    html! {
        <section class="summary print-only" aria-label={words::SUMMARY}>
            <p>{ words::printed_on(&today::today()) }</p>
            { status_counts(card) }
            <div class="agenda-parts">{ for agenda.iter().map(|each| part(&each.clone().at_most(MOST_POINTS))) }</div>
        </section>
    }
}

fn value(row: &Row, period: Column) -> Html {
    let period = row.period.filter(|_| period == Column::Shown);
    let published = published_in_line(row);
    let matters = row.is_far_from_official();
    html! {
        <>
            if let Amount::Withheld(symbol) = row.amount {
                <strong>{ symbol.symbol() }</strong><span class="small">{ symbol.meaning() }</span>
            } else {
                <strong class={if row.is_judged_by_target_alone() { "tone-plain" } else { tone(row.verdict) }}>{ figure_text(row) }</strong>
            }
            { for period.map(|period| html! { <span class="small">{ period_text(&row.indicator, period) }</span> }) }
            if !published.is_empty() {
                <span class={if matters { "small matters" } else { "small" }}>{ published }</span>
            }
        </>
    }
}

/// The change, with an arrow in the colour of its verdict; in a sentence for those who do not see it.
fn change(row: &Row) -> Html {
    // What is not comparable is told in the opened row, unless there is nothing else.
    let is_told = |change: &&Change| {
        change.break_note.is_none() && (change.verdict.is_comparison() || row.change.is_none())
    };
    let official = row.since_official.as_ref().filter(is_told).map(|change| {
        html! {
            <>
                <span aria-hidden="true" class={classes!("small", tone(change.verdict))}>{ arrow(change.verdict, Side::of(change.points)) }{ " " }{ since_official_in_line(&row.indicator, change) }</span>
                <span class="visually-hidden">{ since_official_sentence(&row.indicator, change) }</span>
            </>
        }
    });
    let Some(change) = row.change.as_ref().filter(|_| row.value.is_some()) else {
        return official.unwrap_or_default();
    };
    let spoken = html! { <span class="visually-hidden">{ change_sentence(&row.indicator, change) }</span> };
    if change.break_note.is_some() {
        return html! { <><span class="small" aria-hidden="true">{ words::BROKEN }</span>{ spoken }</> };
    }
    html! {
        <>
            <span aria-hidden="true" class={tone(change.verdict)}>
                { difference_text(&row.indicator, change.shown) }{ arrow(change.verdict, Side::of(change.points)) }
            </span>
            { spoken }
            { for official }
        </>
    }
}

/// The class of the cells of a comparator.
pub(crate) fn class_of(comparison: &Comparison) -> Classes {
    let kind = comparison.with.kind;
    let of_kind = if *kind == ENGLAND { "cell-england" } else { "cell-other" };
    classes!("cell-number", of_kind, kind.is_of_council().then_some("cell-chosen"))
}

/// A value that the figure is compared with, in no colour, which is for the figure itself, and of a council that was chosen the
/// verdict on ours; in a sentence for those who do not see it.
fn compared(row: &Row, comparison: &Comparison) -> Html {
    let class = class_of(comparison);
    let is_chosen = comparison.with.kind.is_of_council();
    let content = match &comparison.outcome {
        Err(_) => html! {},
        Ok(compared) => {
            let is_other_year =
                row.period.is_some_and(|period| period.year_on(row.indicator.basis) != compared.year);
            html! {
                <>
                    <span aria-hidden="true">
                        if is_chosen {
                            <span class="cell-name">{ swatch(comparison.with.ink) }{ comparison.with.name.short }</span>
                        }
                        { value_text(&row.indicator, compared.shown) }
                        if is_chosen {
                            // The sign is of our figure, and so stands beside the words that say so.
                            <span class="small">
                                { for row.standing_beside(compared).map(standing_sign) }
                                { ours_beside(row, compared) }
                            </span>
                        }
                        if is_other_year {
                            <span class="small">{ year_text(&row.indicator, compared.year) }</span>
                        }
                    </span>
                    <span class="visually-hidden">{ comparison_sentence(row, comparison, compared) }</span>
                </>
            }
        }
    };
    html! { <td role="cell" {class} data-of={comparison.with.kind.id}>{ content }</td> }
}

fn target(row: &Row) -> Html {
    let Some(against) = &row.target else { return html! {} };
    html! {
        <>
            { value_text(&row.indicator, against.target.value) }
            <span class={classes!("small", target_tone(against))}><span class="visually-hidden">{ " " }{ words::OF_TARGET }</span>{ words::target_state(against) }</span>
        </>
    }
}

/// The class of the colour of a verdict.
pub(crate) const fn tone(verdict: Verdict) -> &'static str {
    match verdict {
        good if good.is_good() => "tone-better",
        bad if bad.is_bad() => "tone-worse",
        _ => "tone-plain",
    }
}

/// The class of the colour of a target: the same for the same, whatever else is known of the measure.
const fn target_tone(against: &AgainstTarget) -> &'static str {
    match (against.verdict, against.miss) {
        (Verdict::Missed, Miss::ByChance) | (Verdict::Near, _) => "tone-far",
        (verdict, _) => tone(verdict),
    }
}

/// Which way a figure differs: an arrow where that is clear, a wave where it could be chance.
fn arrow(verdict: Verdict, side: Side) -> Html {
    let sign = match (verdict, side) {
        (Verdict::CannotSay(_) | Verdict::In(_), _) => "",
        (Verdict::Similar, _) => "M1 9c2-5 5-5 7-1s5 4 7-1",
        (_, Side::Above) => "M8 14V2M3 7l5-5 5 5",
        (_, Side::Level) => "M2 6h12M2 10h12",
        (_, Side::Below) => "M8 2v12M3 9l5 5 5-5",
    };
    html! {
        <svg class="sign" viewBox="0 0 16 16" width="12" height="12" aria-hidden="true" focusable="false">
            <path d={sign} fill="none" stroke="currentColor" stroke-width="2.5" />
        </svg>
    }
}
