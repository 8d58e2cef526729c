//! The short answer above the list: what is worst and best, what could be chance, and what is getting worse.

use yew::prelude::*;

use crate::compare::{
    Agenda, Compared, Mark, Order, Row, Scorecard, Selection, Side, Standing, Topic, Way, against_councils,
    agenda, counted_once,
};
use crate::indicator::{Measure, Theme};
use crate::period::Period;
use crate::report::order_of_headlines;
use crate::web::screens::scorecard::row::standing_sign;
use crate::words::figure::figure_text;
use crate::words::short_answer as words;
use crate::words::standing::counted_standing;

/// As many measures as are named of each kind.
const MOST_NAMED: usize = 3;

/// As many where there is nothing else to say.
const MOST_ALONE: usize = 4;

/// Rows, and those of them to name: what says much the same the other way round is named once.
struct Once<'a> {
    all: &'a [&'a Row],
    named: Vec<&'a Row>,
}

impl<'a> Once<'a> {
    fn of(all: &'a [&'a Row]) -> Self {
        Self { all, named: counted_once(all) }
    }
}

/// What the short answer leads to.
pub(super) struct Leads<'a> {
    /// To the row of a measure.
    pub to_measure: &'a Callback<Measure>,
    /// To all rows of a topic.
    pub to_topic: &'a Callback<Topic>,
    /// To all rows of a mark.
    pub to_mark: &'a Callback<Mark>,
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
        let Agenda { worse, better, missed, met, targeted, unjudged, different, unusual, .. } = agenda(card);
        let [worse, better, different] = [&worse, &better, &different].map(|rows| Once::of(rows));
        let missed = Once { all: &missed, named: missed.clone() };
        // A row may be judged by its place or its target and have a difference that nobody can test.
        let is_tested = |it: &&Compared| Side::of(it.points) != Side::Level && it.verdict.reason().is_none();
        let tested = of_care.iter().filter_map(|row| row.england()).filter(is_tested);
        let counts = [tested.clone().count(), of_care.len()];
        let marked =
            |mark: Mark| -> Vec<&Row> { of_care.iter().copied().filter(|row| mark.is_of(row)).collect() };
        let [worsening, before] = [Mark::GettingWorse, Mark::WorseThanBefore].map(marked);
        let [worsening, before] = [&worsening, &before].map(|rows| Once::of(rows));
        let than_usual: Vec<&Row> =
            of_care.iter().copied().filter(|row| row.by_own.worse_than_usual.is_some()).collect();
        let is_uncompared = of_care.iter().all(|row| row.standing() == Standing::NotCompared);
        if is_uncompared && targeted == 0 && than_usual.is_empty() && unusual.is_empty() {
            return html! {};
        }
        let of_pupils = card.rows.iter().filter(|row| row.indicator.theme == Theme::AllPupils);
        let [better_of_late, better_than_before] = [Mark::GettingBetter, Mark::BetterThanBefore].map(marked);
        let [better_of_late, better_than_before] =
            [&better_of_late, &better_than_before].map(|rows| Once::of(rows));
        let worse_of_pupils = of_pupils.filter(|row| row.is_getting_worse()).count();
        let is_compared = |row: &&Row| row.verdict.reason().is_none() && !row.is_judged_by_target_alone();
        let has_better = of_care.iter().any(|row| row.standing() == Standing::Better);
        let is_neither = worse.all.is_empty() && !has_better && of_care.iter().any(is_compared);
        let has_tested = card.way == Way::Interval && !is_neither && counts[0] > 0;
        // Where nothing is compared there is room for more.
        let most_missed = if is_uncompared { MOST_ALONE } else { MOST_NAMED };
        let [heading, how] = words::miss_target(missed.all, targeted, &unjudged);
        let targets = html! {
            if !missed.all.is_empty() {
                { self.panel("short-answer-bad", (html! { heading }, how), Topic::Missed, &missed, &words::beside_target, most_missed) }
            } else if !met.is_empty() && met.len() == targeted {
                <p>{ words::meet_target(targeted) }</p>
            }
        };
        html! {
            <section class="short-answer screen-only" aria-label={words::HEADING}>
                // The list says it where it is in this order too.
                if self.order != Order::Worst && worse.all.len() > 1 {
                    <p class="hint">{ order_of_headlines(card) }</p>
                }
                if has_tested {
                    { for words::tested(counts[0], counts[1]).map(|text| html! { <p>{ text }</p> }) }
                }
                { for against_councils(&of_care).iter().map(|against| html! { <p>{ words::against_council(against) }</p> }) }
                // Where nothing is clearly worse, a missed target comes first.
                if worse.all.is_empty() { { targets.clone() } }
                if is_neither {
                    <p>{ words::neither(card.way, counts) }</p>
                } else if of_care.iter().any(is_compared) {
                    { self.topic(Topic::Bad, &worse, card.way) }
                    // What is better than England and worse than its own usual is told below.
                    if !better.all.is_empty() || !has_better {
                        { self.topic(Topic::Good, &better, card.way) }
                    }
                }
                if !worse.all.is_empty() { { targets } }
                if !different.all.is_empty() { <p>{ words::different(different.all.len()) }{ " " }{ self.all(Topic::Different, &different, 0) }</p> }
                <div>
                    if !than_usual.is_empty() {
                        <p>
                            <strong>{ words::worse_than_usual(than_usual.len()) }</strong>
                            { for than_usual.iter().enumerate().map(|each| self.separated(each, words::since_usual)) }{ "." }
                        </p>
                    }
                    if !unusual.is_empty() {
                        <p>
                            <strong>{ words::unusual(unusual.len()) }</strong>
                            { for unusual.iter().enumerate().map(|each| self.separated(each, words::how_unusual)) }{ "." }
                        </p>
                    }
                    if !worsening.all.is_empty() {
                        { self.named(words::getting_worse(worsening.all.len()), &worsening, Topic::Worsening, words::moved) }
                    }
                    if !before.all.is_empty() {
                        { self.named(words::worse_than_before(before.all.len()), &before, Topic::WorseThanBefore, words::worse_by_one_change) }
                    }
                    if worse_of_pupils > 0 { <p class="short-answer-trend">{ words::worse_of_pupils(worse_of_pupils) }</p> }
                </div>
                <div>
                    { self.marked(words::getting_better(better_of_late.all.len()), &better_of_late, Mark::GettingBetter, words::moved) }
                    { self.marked(words::better_than_before(better_than_before.all.len()), &better_than_before, Mark::BetterThanBefore, words::better_by_one_change) }
                </div>
            </section>
        }
    }

    fn topic(&self, topic: Topic, once: &Once, way: Way) -> Html {
        if once.all.is_empty() {
            return html! { <p>{ words::none(topic, way) }</p> };
        }
        let (class, standing) = match topic {
            Topic::Bad => ("short-answer-bad", Standing::Worse),
            _ => ("short-answer-good", Standing::Better),
        };
        let heading = html! { <>{ standing_sign(standing) }{ counted_standing(standing, once.all) }</> };
        self.panel(
            class,
            (heading, String::new()),
            topic,
            once,
            &|row| words::beside_figure(row, self.period),
            MOST_NAMED,
        )
    }

    /// The first rows of a topic, each with its figure before its name and below both what it is compared with.
    fn panel(
        &self,
        class: &'static str,
        (heading, below): (Html, String),
        topic: Topic,
        once: &Once,
        beside: &dyn Fn(&Row) -> String,
        most: usize,
    ) -> Html {
        let row = |row: &&Row| {
            html! {
                <li class="short-answer-row">
                    { self.name(row) }{ " " }<strong>{ figure_text(row) }</strong>{ " " }
                    <span class="small">{ beside(row) }</span>
                </li>
            }
        };
        html! {
            <div {class}>
                <h2>{ heading }{ " " }{ self.all(topic, once, most) }</h2>
                if !below.is_empty() { <p>{ below }</p> }
                <ul>{ for once.named.iter().take(most).map(row) }</ul>
            </div>
        }
    }

    /// What leads to all rows of a topic, where there are more than are named of at most so many.
    fn all(&self, topic: Topic, once: &Once, most: usize) -> Html {
        let onclick = self.to_topic.reform(move |_: MouseEvent| topic);
        html! {
            if once.all.len() > once.named.len().min(most) {
                <button type="button" class="link" {onclick}>{ words::all(once.all.len()) }</button>
            }
        }
    }

    /// The names of the first rows after what they have in common, each with what is said of it, and what is said at the end.
    fn named(&self, lead: String, once: &Once, topic: Topic, said: impl Fn(&Row) -> String) -> Html {
        html! {
            <p class="short-answer-trend">
                <strong>{ lead }</strong>
                { for once.named.iter().take(MOST_NAMED).enumerate().map(|each| self.separated(each, &said)) }{ ". " }
                { self.all(topic, once, MOST_NAMED) }
            </p>
        }
    }

    /// The names of the first rows of a mark after what they have in common.
    fn marked(&self, lead: String, once: &Once, mark: Mark, said: impl Fn(&Row) -> String) -> Html {
        let onclick = self.to_mark.reform(move |_: MouseEvent| mark);
        html! {
            if !once.all.is_empty() {
                <p class="short-answer-trend">
                    <strong>{ lead }</strong>
                    { for once.named.iter().take(MOST_NAMED).enumerate().map(|each| self.separated(each, &said)) }{ ". " }
                    if once.all.len() > once.named.len().min(MOST_NAMED) {
                        <button type="button" class="link" {onclick}>{ words::all(once.all.len()) }</button>
                    }
                </p>
            }
        }
    }

    /// The name of a row of several, and what is said of it.
    fn separated(&self, (index, row): (usize, &&Row), said: impl Fn(&Row) -> String) -> Html {
        html! { <>{ if index == 0 { "" } else { "; " } }{ self.name(row) }{ said(row) }</> }
    }

    fn name(&self, row: &Row) -> Html {
        let measure = row.indicator.clone();
        let onclick = self.to_measure.reform(move |event: MouseEvent| {
            event.prevent_default();
            measure.clone()
        });
        // A link and no button: it flows like text.
        html! { <a class="link" href="#scorecard" {onclick}>{ row.indicator.title.clone() }</a> }
    }
}
