//! The short answer above the list: what is worst and best, what could be chance, and what is getting worse.

use yew::prelude::*;

use crate::compare::{
    Agenda, Compared, Order, Row, Scorecard, Selection, Side, Standing, Topic, Verdict, Way, agenda,
};
use crate::indicator::{Measure, Theme};
use crate::period::Period;

use crate::words::short_answer as words;

/// As many measures as are named of each kind.
const MOST_NAMED: usize = 3;

/// What the short answer leads to.
pub(super) struct Leads<'a> {
    /// To the row of a measure.
    pub to_measure: &'a Callback<Measure>,
    /// To all rows of a topic.
    pub to_topic: &'a Callback<Topic>,
    /// The period that was chosen.
    pub period: Option<Period>,
}

impl Leads<'_> {
    /// The short answer; empty where no row has a verdict.
    pub(super) fn html(&self, card: &Scorecard) -> Html {
        let by_place = Selection { order: Order::Worst, ..Selection::default() }.rows(card);
        let of_care: Vec<&Row> =
            by_place.into_iter().filter(|row| row.indicator.theme != Theme::AllPupils).collect();
        if of_care.iter().all(|row| row.standing() == Standing::NotCompared) {
            return html! {};
        }
        let Agenda { worse, better, missed, met, targeted, different, .. } = agenda(card);
        // A row may be judged by its place or its target and have a difference that nobody can test.
        let is_tested = |it: &&Compared| Side::of(it.points) != Side::Level && it.verdict.reason().is_none();
        let tested = of_care.iter().filter_map(|row| row.england()).filter(is_tested);
        let chance = tested.clone().filter(|it| it.verdict == Verdict::Similar).count();
        let improving = of_care.iter().filter(|row| row.is_getting_better()).count();
        let rest = words::getting_better(improving, &words::by_chance(chance, tested.count()));
        let worsening: Vec<&Row> = of_care.iter().copied().filter(|row| row.is_getting_worse()).collect();
        let is_compared = |row: &&Row| row.verdict.reason().is_none() && !row.is_judged_by_target_alone();
        let targets = html! {
            if !missed.is_empty() {
                { self.named(words::miss_target(&missed, targeted), &missed, Topic::Missed, words::against_target, "") }
            } else if !met.is_empty() && met.len() == targeted {
                <p>{ words::meet_target(targeted) }</p>
            }
        };
        html! {
            <section class="short-answer screen-only" aria-label={words::HEADING}>
                // Where nothing is clearly worse, a missed target comes first.
                if worse.is_empty() { { targets.clone() } }
                if of_care.iter().any(is_compared) {
                    { self.topic(Topic::Bad, &worse, card.way) }
                    { self.topic(Topic::Good, &better, card.way) }
                }
                if !worse.is_empty() { { targets } }
                if !different.is_empty() {
                    { self.named(words::different(different.len()), &different, Topic::Different, |row| words::different_figure(row, self.period), "") }
                }
                if worsening.is_empty() {
                    <p>{ rest }</p>
                } else {
                    { self.named(words::getting_worse(worsening.len()), &worsening, Topic::Worsening, words::worsening, &rest) }
                }
            </section>
        }
    }

    fn topic(&self, topic: Topic, rows: &[&Row], way: Way) -> Html {
        if rows.is_empty() {
            return html! { <div><p>{ words::none(topic, way) }</p></div> };
        }
        let shown = &rows[..rows.len().min(MOST_NAMED)];
        html! {
            <div>
                <h2>{ words::lead(topic, rows) }{ " " }{ self.all(topic, rows) }</h2>
                <ul>{ for shown.iter().map(|row| html! { <li>{ self.name(row) }{ words::figure(row, self.period) }</li> }) }</ul>
            </div>
        }
    }

    /// What leads to all rows of a topic, where there are more than are named.
    fn all(&self, topic: Topic, rows: &[&Row]) -> Html {
        let onclick = self.to_topic.reform(move |_: MouseEvent| topic);
        html! {
            if rows.len() > MOST_NAMED {
                <button type="button" class="link" {onclick}>{ words::all(rows.len()) }</button>
            }
        }
    }

    /// The names of the first rows after what they have in common, each with what is said of it, and what is said at the end.
    fn named(
        &self,
        lead: String,
        rows: &[&Row],
        topic: Topic,
        said: impl Fn(&Row) -> String,
        end: &str,
    ) -> Html {
        let separated = |(index, row): (usize, &&Row)| {
            html! { <>{ if index == 0 { "" } else { "; " } }{ self.name(row) }{ said(row) }</> }
        };
        html! {
            <p>
                <strong>{ lead }</strong>
                { for rows.iter().take(MOST_NAMED).enumerate().map(separated) }{ ". " }
                { self.all(topic, rows) }{ " " }{ end.to_owned() }
            </p>
        }
    }

    fn name(&self, row: &Row) -> Html {
        let measure = row.indicator.clone();
        let onclick = self.to_measure.reform(move |_: MouseEvent| measure.clone());
        html! { <button type="button" class="link" {onclick}>{ row.indicator.title.clone() }</button> }
    }
}
