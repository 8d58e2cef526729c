//! The official caseload beside a scenario's.

use yew::prelude::*;

use crate::compare::{self, Choices};
use crate::figure::{Amount, Figure};
use crate::indicator::ids;
use crate::number::Decimal;
use crate::period::Period;
use crate::scenario::Caseload;

use crate::web::store::Store;
use crate::words::comparator::{comparator_name, latest_text, no_comparison_text};
use crate::words::figure::{difference_text, value_text};
use crate::words::report::ATTRIBUTION;
use crate::words::screens::caseloads as words;

/// The official caseload beside the scenario's, with the caution it needs.
pub(crate) fn official_caseload(found: &Caseload, store: &Store) -> Html {
    let indicator = ids::SOCIAL_WORKER_CASELOAD;
    let choices = store.state().choices_now();
    let year = choices.period.map_or(choices.published.latest_year(), Period::year);
    let period = Some(Period::Year(year));
    let Some(caseload) = Decimal::nearest(found.caseload, indicator.decimals) else { return html! {} };
    let figure = Figure {
        indicator: indicator.into(),
        area: None,
        period,
        amount: Amount::Value(caseload),
        stated: None,
        place: None,
    };
    let card = compare::scorecard(&[figure], &Choices { period, ..choices.clone() });
    let Some(row) = card.rows.first() else { return html! {} };
    let own = choices.council.and_then(|council| {
        Some((council, choices.published.official(indicator, council, year)?.value.ok()?))
    });
    html! {
        <section aria-labelledby="official-heading">
            <h2 id="official-heading">{ words::OFFICIAL_HEADING }</h2>
            <p>{ words::OFFICIAL_DIFFERS }</p>
            <ul>
                { for own.map(|(council, value)| html! { <li>{ words::official_of_council(council.name, &value_text(indicator, value), year) }</li> }) }
                { for row.comparisons.iter().map(|each| html! {
                    <li>{ match &each.outcome {
                        Ok(compared) => words::official_of_comparator(
                            &comparator_name(&each.with, Some(compared)),
                            &value_text(indicator, compared.shown),
                            &format!("{}{}", compared.year, latest_text(row.known, compared.age)),
                            &difference_text(indicator, compared.shown_points),
                        ),
                        Err(reason) => words::no_official(&comparator_name(&each.with, None), &no_comparison_text(*reason)),
                    } }</li>
                }) }
            </ul>
            <p class="remark">{ words::OFFICIAL_SOURCE }{ ATTRIBUTION }</p>
        </section>
    }
}
