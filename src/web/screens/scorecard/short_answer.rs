//! The short answer above the list: what is worst and best, what could be chance, and what is getting worse.

use yew::prelude::*;

use crate::compare::{
    Agenda, Compared, Order, Row, Scorecard, Selection, Side, Standing, Topic, Verdict, Way,
    against_councils, agenda, counted_once,
};
use crate::indicator::{Measure, Theme};
use crate::period::Period;
use crate::report::order_of_headlines;

use crate::words::short_answer as words;

/// As many measures as are named of each kind with all that is said of them.
const MOST_NAMED: usize = 3;

/// As many more as are named with their figures.
const MOST_BRIEF: usize = 12;

/// Rows, of which what says the same the other way round is there once.
struct Once<'a> {
    rows: Vec<&'a Row>,
    /// How many rows say it again.
    again: usize,
}

impl<'a> Once<'a> {
    fn of(all: &[&'a Row]) -> Self {
        let rows = counted_once(all);
        let again = all.len() - rows.len();
        Self { rows, again }
    }
}

/// What the short answer leads to.
pub(super) struct Leads<'a> {
    /// To the row of a measure.
    pub to_measure: &'a Callback<Measure>,
    /// To all rows of a topic.
    pub to_topic: &'a Callback<Topic>,
    /// The period that was chosen.
    pub period: Option<Period>,
    /// In which order the list below is.
    pub order: Order,
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
        let [worse, better, different] = [worse, better, different].map(|rows| Once::of(&rows));
        // A row may be judged by its place or its target and have a difference that nobody can test.
        let is_tested = |it: &&Compared| Side::of(it.points) != Side::Level && it.verdict.reason().is_none();
        let tested = of_care.iter().filter_map(|row| row.england()).filter(is_tested);
        let chance = tested.clone().filter(|it| it.verdict == Verdict::Similar).count();
        let improving = of_care.iter().filter(|row| row.is_getting_better()).count();
        let worsening: Vec<&Row> = of_care.iter().copied().filter(|row| row.is_getting_worse()).collect();
        let worsening = Once::of(&worsening);
        let of_pupils = card.rows.iter().filter(|row| row.indicator.theme == Theme::AllPupils);
        let rest = words::getting_better(improving, of_pupils.filter(|row| row.is_getting_worse()).count());
        let is_compared = |row: &&Row| row.verdict.reason().is_none() && !row.is_judged_by_target_alone();
        let targets = html! {
            if !missed.is_empty() {
                { self.named(words::miss_target(&missed, targeted), (&missed, 0), Topic::Missed, words::against_target, "") }
            } else if !met.is_empty() && met.len() == targeted {
                <p>{ words::meet_target(targeted) }</p>
            }
        };
        html! {
            <section class="short-answer screen-only" aria-label={words::HEADING}>
                // The list says it where it is in this order too.
                if self.order != Order::Worst {
                    <p class="hint">{ order_of_headlines(card) }</p>
                }
                { for words::tested(tested.count(), of_care.len(), chance).map(|text| html! { <p>{ text }</p> }) }
                { for against_councils(&of_care).iter().map(|against| html! { <p>{ words::against_council(against) }</p> }) }
                // Where nothing is clearly worse, a missed target comes first.
                if worse.rows.is_empty() { { targets.clone() } }
                if of_care.iter().any(is_compared) {
                    { self.topic(Topic::Bad, &worse, card.way) }
                    { self.topic(Topic::Good, &better, card.way) }
                }
                if !worse.rows.is_empty() { { targets } }
                if !different.rows.is_empty() {
                    { self.named(words::different(different.rows.len()), (&different.rows, different.again), Topic::Different, |row| words::different_figure(row, self.period), "") }
                }
                if worsening.rows.is_empty() {
                    <p>{ rest }</p>
                } else {
                    { self.named(words::getting_worse(worsening.rows.len()), (&worsening.rows, worsening.again), Topic::Worsening, words::worsening, &rest) }
                }
            </section>
        }
    }

    fn topic(&self, topic: Topic, once: &Once, way: Way) -> Html {
        let rows = &once.rows;
        if rows.is_empty() {
            return html! { <div><p>{ words::none(topic, way) }</p></div> };
        }
        let (shown, others) = rows.split_at(rows.len().min(MOST_NAMED));
        // What is worse is named to the end; of what is better the best will do.
        let most = if topic == Topic::Bad { MOST_BRIEF } else { 0 };
        let others = &others[..others.len().min(most)];
        html! {
            <div>
                <h2>{ words::lead(topic, rows) }{ " " }{ self.all(topic, rows.len(), once.again) }</h2>
                <ul>
                    { for shown.iter().map(|row| html! { <li>{ self.name(row) }{ words::figure(row, self.period) }</li> }) }
                    if !others.is_empty() {
                        <li class="short-answer-others">{ words::ALSO }{ for others.iter().enumerate().map(|each| self.separated(each, words::brief_figure)) }{ "." }</li>
                    }
                </ul>
            </div>
        }
    }

    /// What leads to all rows of a topic, where there are more than are named or counted.
    fn all(&self, topic: Topic, rows: usize, again: usize) -> Html {
        let onclick = self.to_topic.reform(move |_: MouseEvent| topic);
        html! {
            if rows > MOST_NAMED || again > 0 {
                <button type="button" class="link" {onclick}>{ words::all(rows + again, again) }</button>
            }
        }
    }

    /// The names of the first rows after what they have in common, each with what is said of it, and what is said at the end.
    fn named(
        &self,
        lead: String,
        (rows, again): (&[&Row], usize),
        topic: Topic,
        said: impl Fn(&Row) -> String,
        end: &str,
    ) -> Html {
        html! {
            <p>
                <strong>{ lead }</strong>
                { for rows.iter().take(MOST_NAMED).enumerate().map(|each| self.separated(each, &said)) }{ ". " }
                { self.all(topic, rows.len(), again) }{ " " }{ end.to_owned() }
            </p>
        }
    }

    /// The name of a row of several, and what is said of it.
    fn separated(&self, (index, row): (usize, &&Row), said: impl Fn(&Row) -> String) -> Html {
        html! { <>{ if index == 0 { "" } else { "; " } }{ self.name(row) }{ said(row) }</> }
    }

    fn name(&self, row: &Row) -> Html {
        let measure = row.indicator.clone();
        let onclick = self.to_measure.reform(move |_: MouseEvent| measure.clone());
        html! { <button type="button" class="link" {onclick}>{ row.indicator.title.clone() }</button> }
    }
}
