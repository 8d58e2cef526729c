//! The short answer above the list: what is worst and best, what could be chance, and what is getting worse.

use yew::prelude::*;

use crate::compare::{
    Compared, Mark, Order, Row, Scorecard, Selection, Side, Standing, Topic, Verdict, agenda,
};
use crate::indicator::{Measure, Theme};

use crate::words::short_answer as words;

/// As many measures as are named of each kind.
const MOST_NAMED: usize = 3;

/// What the short answer leads to.
pub(super) struct Leads<'a> {
    /// To the row of a measure.
    pub to_measure: &'a Callback<Measure>,
    /// To all rows of a mark.
    pub to_mark: &'a Callback<Mark>,
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
        let worse: Vec<&Row> = of_care.iter().copied().filter(|row| row.verdict.is_bad()).collect();
        let better = agenda(card).better;
        // A row may be judged by its place or its target and have a difference that nobody can test.
        let is_tested = |it: &&Compared| Side::of(it.points) != Side::Level && it.verdict.reason().is_none();
        let tested = of_care.iter().filter_map(|row| row.england()).filter(is_tested);
        let chance = tested.clone().filter(|it| it.verdict == Verdict::Similar).count();
        let chance = words::by_chance(chance, tested.count());
        let worsening: Vec<&Row> = of_care.iter().copied().filter(|row| row.is_getting_worse()).collect();
        let aimed = of_care.iter().filter(|row| row.target.is_some()).count();
        let is_missed = |row: &&Row| row.against_target() == Some(Verdict::Missed);
        let missed: Vec<&Row> = of_care.iter().copied().filter(is_missed).collect();
        html! {
            <section class="short-answer screen-only" aria-label={words::HEADING}>
                { self.topic(Topic::Bad, &worse) }
                { self.topic(Topic::Good, &better) }
                <p>
                    { chance }
                    if !worsening.is_empty() {
                        { " " }{ words::GETTING_WORSE }{ self.named(&worsening, Mark::GettingWorse) }
                    }
                </p>
                if !missed.is_empty() {
                    <p>{ words::miss_target(missed.len(), aimed) }{ self.named(&missed, Mark::TargetMissed) }</p>
                }
            </section>
        }
    }

    fn topic(&self, topic: Topic, rows: &[&Row]) -> Html {
        if rows.is_empty() {
            return html! { <div><p>{ words::none(topic) }</p></div> };
        }
        let shown = &rows[..rows.len().min(MOST_NAMED)];
        html! {
            <div>
                <h2>{ words::lead(topic, rows) }</h2>
                <ul>{ for shown.iter().map(|row| html! { <li>{ self.name(row) }{ words::figure(row) }</li> }) }</ul>
            </div>
        }
    }

    /// The names of the first rows, and how many more there are.
    fn named(&self, rows: &[&Row], mark: Mark) -> Html {
        let (first, others) = rows.split_at(rows.len().min(MOST_NAMED));
        let onclick = self.to_mark.reform(move |_: MouseEvent| mark);
        let separated = |(index, row): (usize, &&Row)| {
            html! { <>{ if index == 0 { "" } else { ", " } }{ self.name(row) }</> }
        };
        html! {
            <>
                { for first.iter().enumerate().map(separated) }
                if !others.is_empty() {
                    { " " }<button type="button" class="link" {onclick}>{ words::more(others.len()) }</button>
                }
            </>
        }
    }

    fn name(&self, row: &Row) -> Html {
        let measure = row.indicator.clone();
        let onclick = self.to_measure.reform(move |_: MouseEvent| measure.clone());
        html! { <button type="button" class="link" {onclick}>{ row.indicator.title.clone() }</button> }
    }
}
