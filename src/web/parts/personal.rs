//! What is shown about personal data that was refused.

use yew::prelude::*;

use crate::read::Personal;
use crate::words::reading;
use crate::words::screens::incoming as words;

/// Places named at once.
const MOST: usize = 20;

/// What was found in a source of this name, and where; closed at a press.
pub(crate) fn personal_found(source: &str, found: &[Personal], close: Callback<MouseEvent>) -> Html {
    let item = |each: &Personal| {
        let sheet = each.place.sheet.as_ref().map_or_else(String::new, |sheet| words::sheet(sheet));
        html! { <li>{ words::found_at(&format!("{sheet}{}", reading::place_of_personal(each)), reading::personal(each.kind)) }</li> }
    };
    html! {
        <section class="problems problems-errors" role="alert" aria-labelledby="incoming-heading">
            <h2 id="incoming-heading">{ words::PERSONAL_HEADING }</h2>
            <p>{ words::nothing_read(source) }</p>
            <ul>{ for found.iter().take(MOST).map(item) }</ul>
            if found.len() > MOST {
                <p>{ words::MORE_PLACES }</p>
            }
            <p>{ words::ONLY_TOTALS }</p>
            <div class="buttons">
                <button type="button" class="button" onclick={close}>{ words::CLOSE }</button>
            </div>
        </section>
    }
}
