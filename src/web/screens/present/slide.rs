//! One page of a presentation.

use std::rc::Rc;

use yew::prelude::*;

use crate::chart::Ink;
use crate::compare::{Comparison, ENGLAND, NEIGHBOURS, Row, Scorecard, Standing, Verdict, against_councils};
use crate::figure::Amount;
use crate::report::{Chart, Finding, Findings, GroupOfFindings, leading_standing};

use crate::web::parts::charts::drawing;
use crate::web::parts::swatch::swatch;
use crate::web::screens::findings::{Level, grouped};
use crate::web::screens::scorecard::Shown;
use crate::web::screens::scorecard::row::{standing_sign, status_counts, tone};
use crate::words::change::from_text;
use crate::words::comparator::no_comparison_cell;
use crate::words::figure::{counts_in_line, difference_text, short_figure, value_text, when_of, year_text};
use crate::words::findings::lead;
use crate::words::report::children_in_care;
use crate::words::screens::{present as words, scorecard};
use crate::words::sentence::short_sentence;
use crate::words::short_answer::against_council;
use crate::words::text::first_sentence;
use crate::words::verdict::{change_verdict_text, compared_text};

/// Which page of how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Page {
    /// The first is 0.
    pub at: usize,
    pub of: usize,
    /// Whether it is one of those that are printed, all of them at once.
    pub is_printed: bool,
}

impl Page {
    /// The heading. That of the page on the screen is what is focused.
    fn heading(self, text: &str) -> Html {
        if self.is_printed {
            return html! { <h2>{ text.to_owned() }</h2> };
        }
        html! {
            <h1 id="screen-heading" tabindex="-1">
                <span class="visually-hidden">{ words::place(self.at + 1, self.of) }{ ": " }</span>{ text.to_owned() }
            </h1>
        }
    }
}

/// The first page: how many measures have which status, the headlines, and the choice of what comes after.
pub(crate) struct Opening<'a> {
    pub title: &'a str,
    pub card: &'a Scorecard,
    /// What matters most.
    pub findings: &'a Findings,
    /// Which rows the scorecard shows.
    pub shown: &'a Shown,
    /// What is hidden.
    pub hidden: &'a str,
    /// The choice of what is presented.
    pub choice: Html,
}

/// The pages by their names, each of which leads there. It is closed again by a page that is turned.
pub(crate) fn places(now: usize, names: &[String], to: &Callback<usize>) -> Html {
    let place = |(at, name): (usize, &String)| {
        let (to, current) = (to.clone(), (at == now).then_some("page"));
        let onclick = Callback::from(move |_: MouseEvent| to.emit(at));
        html! { <li><button type="button" class="link" aria-current={current} {onclick}>{ name.clone() }</button></li> }
    };
    html! {
        <details class="present-places" key={now}>
            <summary><span class="present-place">{ words::place(now + 1, names.len()) }</span></summary>
            <ol>{ for names.iter().enumerate().map(place) }</ol>
        </details>
    }
}

impl Opening<'_> {
    pub(crate) fn html(&self, page: Page, to_measure: &Callback<Rc<str>>) -> Html {
        let name = |finding: &Finding| headline(finding, page, to_measure);
        let to_more = |group: &GroupOfFindings| self.shown.link_to(group.topic).filter(|_| !page.is_printed);
        html! {
            <section class="slide slide-opening">
                <div class="slide-head">{ page.heading(self.title) }{ self.choice.clone() }</div>
                { status_counts(self.card) }
                { grouped(self.findings, if page.is_printed { Level::Third } else { Level::Second }, name, to_more) }
                { for against_councils(&self.card.rows.iter().collect::<Vec<_>>()).iter().map(|against| html! {
                    <p class="remark">{ against_council(against) }</p>
                }) }
                { for children_in_care(self.card).into_iter().chain(self.findings.years.clone()).map(|text| html! { <p class="remark">{ text }</p> }) }
                if !self.hidden.is_empty() {
                    <p class="remark">{ self.hidden.to_owned() }</p>
                }
            </section>
        }
    }
}

/// The name of a measure, which leads to its page.
fn headline(finding: &Finding, page: Page, to_measure: &Callback<Rc<str>>) -> Html {
    let title = finding.measure.title.clone();
    if page.is_printed {
        return html! { title };
    }
    let (to_measure, id) = (to_measure.clone(), Rc::<str>::from(&*finding.measure.id));
    let onclick = Callback::from(move |_: MouseEvent| to_measure.emit(id.clone()));
    html! { <button type="button" class="link" {onclick}>{ title }</button> }
}

/// A page about a measure: what it shows in words, its chart, its four numbers, and a question to ask. On the screen it has where
/// its numbers come from, and what copies the chart.
pub(crate) fn slide(
    row: &Row,
    chart: Option<&Chart>,
    said: &[String],
    question: Option<&'static str>,
    page: Page,
    [trails, copying]: [Option<Html>; 2],
) -> Html {
    let standing = leading_standing(row);
    let suffix = if page.is_printed { "-printed" } else { "" };
    html! {
        <section class={format!("slide standing-{}", standing.id())}>
            <div class="slide-status">
                { standing_sign(standing) }{ " " }{ lead(row) }
                { for trails }
            </div>
            { page.heading(&row.indicator.title) }
            { for Some(&row.indicator.definition).filter(|text| !text.is_empty()).map(|text| html! {
                <p class="slide-definition">{ scorecard::MEANING }{ ": " }{ first_sentence(text) }</p>
            }) }
            { for Some(short_sentence(row)).filter(|text| !text.is_empty()).map(|text| html! { <p class="slide-sentence">{ text }</p> }) }
            <div class={classes!("slide-main", chart.is_none().then_some("slide-without-chart"))}>
                { numbers(row) }
                { for chart.map(|chart| html! {
                    <figure class="chart slide-chart">
                        <figcaption>{ &chart.headline }{ " " }{ for copying }</figcaption>
                        { drawing(chart, &format!("{}{suffix}", chart.id)) }
                    </figure>
                }) }
            </div>
            if !said.is_empty() {
                <p class="slide-said"><strong>{ words::COMMENTARY }{ ": " }</strong>{ said.join(" ") }</p>
            }
            { for question.map(|question| html! {
                <p class="slide-question"><strong>{ words::question_about(&row.indicator.title) }{ ": " }</strong>{ question }</p>
            }) }
        </section>
    }
}

/// As many councils that were chosen have a number on a page: the chart has them all.
const MOST_CHOSEN: usize = 2;

/// The figure, its change, the two that it is most compared with, and the first councils that were chosen.
fn numbers(row: &Row) -> Html {
    let signed = |ink: Option<Ink>, name: &str, number: String, class: &'static str, about: String| {
        html! {
            <div>
                <dt>{ for ink.map(swatch) }{ " " }{ name.to_owned() }</dt>
                <dd><strong {class}>{ number }</strong><span>{ about }</span></dd>
            </div>
        }
    };
    let number = |name: &str, number, class, about| signed(None, name, number, class, about);
    let joined =
        |texts: [String; 2]| texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ");
    let counts = match row.amount {
        Amount::Withheld(symbol) => symbol.meaning().to_owned(),
        _ => counts_in_line(row),
    };
    let period = row.period.map(|period| when_of(&row.indicator, period, row.time)).unwrap_or_default();
    let change = match &row.change {
        None => {
            let why = if row.amount.is_hidden() { words::CHANGE_HIDDEN } else { words::NO_CHANGE };
            number(words::CHANGE, "\u{2013}".to_owned(), "", why.to_owned())
        }
        Some(change) if change.break_note.is_some() => {
            number(words::CHANGE, "\u{2013}".to_owned(), "", scorecard::BROKEN.to_owned())
        }
        Some(change) => number(
            words::CHANGE,
            difference_text(&row.indicator, change.agreeing()),
            tone(change.verdict),
            joined([from_text(&row.indicator, change), change_verdict_text(change)]),
        ),
    };
    let other = |comparison: &Comparison| {
        let name = comparison.with.name.short;
        match &comparison.outcome {
            Ok(compared) => signed(
                Some(comparison.with.ink),
                name,
                value_text(&row.indicator, compared.shown),
                "",
                joined([
                    year_text(&row.indicator, compared.year),
                    words::ours_is(&compared_text(row, compared)),
                ]),
            ),
            Err(reason) => {
                let reason = Some(no_comparison_cell(*reason)).filter(|text| !text.is_empty());
                let reason = reason.unwrap_or_else(|| words::NOT_COMPARED.to_owned());
                number(name, "\u{2013}".to_owned(), "", reason)
            }
        }
    };
    let target = row.target.as_ref().map(|against| {
        let value = value_text(&row.indicator, against.target.value);
        number(scorecard::TARGET, value, "", words::target_outcome(&row.indicator, against))
    });
    // What has a target needs no place for those it is not compared with.
    let is_shown = |each: &&Comparison| target.is_none() || each.outcome.is_ok();
    let kinds = [&ENGLAND, &NEIGHBOURS];
    let usual = row.comparisons.iter().filter(|each| kinds.contains(&each.with.kind)).filter(is_shown);
    let is_chosen = |each: &&Comparison| each.with.kind.is_of_council() && each.outcome.is_ok();
    let others = usual.chain(row.comparisons.iter().filter(is_chosen).take(MOST_CHOSEN));
    let ours = match leading_standing(row) {
        Standing::Worse => tone(Verdict::Worse),
        Standing::Better => tone(Verdict::Better),
        _ => "",
    };
    html! {
        <dl class="slide-numbers">
            { number(words::OURS, short_figure(row), ours, joined([counts, period])) }
            { change }
            { for others.map(other) }
            { for target.clone() }
        </dl>
    }
}
