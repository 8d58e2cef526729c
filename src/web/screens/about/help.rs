//! The parts of About that help: keys, words, and what was done so that everybody can use the page.

use yew::prelude::*;

use crate::words::glossary::glossary;
use crate::words::screens::help as words;

/// What keys do.
pub(crate) fn keyboard() -> Html {
    html! {
        <section aria-labelledby="keyboard-heading">
            <h2 id="keyboard-heading">{ words::KEYBOARD_HEADING }</h2>
            <dl class="terms">{ for words::KEYS.map(|(keys, what)| html! { <div><dt>{ keys }</dt><dd>{ what }</dd></div> }) }</dl>
        </section>
    }
}

/// The words of the field.
pub(crate) fn glossary_of_terms() -> Html {
    html! {
        <section aria-labelledby="words-heading">
            <h2 id="words-heading">{ words::GLOSSARY_HEADING }</h2>
            <dl class="terms">
                { for glossary().iter().map(|(term, meaning)| html! { <div><dt>{ *term }</dt><dd>{ *meaning }</dd></div> }) }
            </dl>
        </section>
    }
}

/// What was tested, how, and what was not.
pub(crate) fn accessibility() -> Html {
    html! {
        <section aria-labelledby="accessibility-heading">
            <h2 id="accessibility-heading">{ words::ACCESSIBILITY_HEADING }</h2>
            <p>{ words::ACCESSIBILITY }</p>
            <ul>{ for words::TESTED.map(|each| html! { <li>{ each }</li> }) }</ul>
        </section>
    }
}
