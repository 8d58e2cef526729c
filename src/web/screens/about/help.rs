//! The parts of About that help: keys, words, and what was done so that everybody can use the page.

use yew::prelude::*;

use crate::report::glossary;

/// What keys do.
pub(crate) fn keyboard() -> Html {
    const KEYS: [(&str, &str); 7] = [
        (
            "Tab, Shift+Tab",
            "to the next or the last control; the first Tab offers to skip to the main content",
        ),
        ("Ctrl+Enter in the paste box", "reads what was pasted or typed"),
        (
            "Ctrl+Z, Ctrl+Y",
            "take back the last change, make it again (within a box, only what was typed there)",
        ),
        (
            "Arrows, Enter, Shift+Enter in your figures",
            "move from cell to cell; within a text, left and right move in it first",
        ),
        ("Escape in your figures", "takes back what was typed into the cell"),
        ("Ctrl+V in your figures", "puts a block copied from a spreadsheet into the cells from there on"),
        ("Ctrl+P", "prints the screen; the Report screen is made for it"),
    ];
    html! {
        <section aria-labelledby="keyboard-heading">
            <h2 id="keyboard-heading">{ "Keyboard" }</h2>
            <dl class="terms">{ for KEYS.map(|(keys, what)| html! { <div><dt>{ keys }</dt><dd>{ what }</dd></div> }) }</dl>
        </section>
    }
}

/// The words of the field.
pub(crate) fn words() -> Html {
    html! {
        <section aria-labelledby="words-heading">
            <h2 id="words-heading">{ "Words explained" }</h2>
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
            <h2 id="accessibility-heading">{ "Accessibility" }</h2>
            <p>{ "The page aims at the Web Content Accessibility Guidelines 2.2, level AA. It is used by keyboard alone, at 400% zoom and from 320 pixels wide, in light, dark and forced colours, and with motion reduced; every chart has its numbers in a table and its message in words, and no verdict is told by colour alone." }</p>
            <ul>
                <li>{ "Tested by programs at each build, in Chromium, Firefox and WebKitGTK: axe-core on every screen, in light and dark; a journey from pasting to the report by keyboard alone; the roles and names that assistive programs are given; the contrast of every colour of text and charts." }</li>
                <li>{ "Looked at by people: every screen wide, narrow, dark, in forced colours, zoomed, and printed." }</li>
                <li>{ "Not tested: no person used it with a screen reader, a screen magnifier or by voice, and it was not run on Windows or macOS." }</li>
            </ul>
        </section>
    }
}
