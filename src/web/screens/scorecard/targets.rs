//! Typing the council's own targets.

use yew::prelude::*;

use crate::compare::Scorecard;
use crate::indicator::{Indicator, Kind, Measure};

use crate::app::targets::{TargetField, TargetsAction};
use crate::sorting::Sorting;
use crate::web::parts::inputs::text_of;
use crate::web::store::Store;
use crate::words::screens::scorecard as words;

/// A line for each indicator of the scorecard, and for those that have a target.
pub(crate) fn target_table(store: &Store, card: &Scorecard) -> Html {
    let mut indicators: Vec<Measure> = card.rows.iter().map(|row| row.indicator.clone()).collect();
    indicators.extend(store.state().targets.iter().map(|typed| typed.indicator.clone()));
    indicators.arrange_by(Measure::in_order);
    indicators.dedup();
    html! {
        <table class="targets stacks">
            <caption>{ words::ABOUT_TARGETS }</caption>
            <thead>
                <tr>
                    <th scope="col">{ words::INDICATOR }</th>
                    <th scope="col" id="target-value">{ words::TARGET }</th>
                    <th scope="col" id="target-tolerance">{ words::TOLERANCE }</th>
                </tr>
            </thead>
            <tbody>{ for indicators.iter().map(|indicator| line(store, indicator)) }</tbody>
        </table>
    }
}

fn line(store: &Store, indicator: &Measure) -> Html {
    let typed = store.state().targets.typed(indicator);
    let id = format!("target-{}", indicator.id);
    let error = typed.target().err();
    let error_id = format!("{id}-error");
    let cell = |field: TargetField, value: &str| {
        let (heading, name) = match field {
            TargetField::Value => ("target-value", words::TARGET),
            TargetField::Tolerance => ("target-tolerance", words::TOLERANCE),
        };
        let is_wrong = error.as_ref().is_some_and(|(wrong, _)| *wrong == field);
        let indicator = indicator.clone();
        let oninput =
            store.on(move |event: InputEvent| TargetsAction::Type(indicator.clone(), field, text_of(&event)));
        html! {
            <td data-label={name}>
                <input autocomplete="off" spellcheck="false" class="input input-number" type="text" inputmode="decimal"
                    aria-labelledby={format!("{id} {heading}")} aria-invalid={is_wrong.then_some("true")}
                    aria-describedby={if is_wrong { format!("{id}-unit {error_id}") } else { format!("{id}-unit") }} value={value.to_owned()} {oninput} />
            </td>
        }
    };
    let cells = [cell(TargetField::Value, &typed.value), cell(TargetField::Tolerance, &typed.tolerance)];
    html! {
        <tr key={&*indicator.id}>
            <th scope="row">
                <span id={id.clone()}>{ &*indicator.title }</span>
                <span class="remark" id={format!("{id}-unit")}>{ unit(indicator) }</span>
                { for error.as_ref().map(|(_, error)| html! { <span class="error" id={error_id.clone()}>{ error.to_string() }{ "." }</span> }) }
            </th>
            { for cells }
        </tr>
    }
}

/// In what the target is given.
fn unit(indicator: &Indicator) -> &'static str {
    match indicator.kind {
        Kind::Share => words::UNIT_OF_SHARE,
        _ => indicator.unit,
    }
}
