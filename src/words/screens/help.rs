//! The parts of About that help: keys, glossary, accessibility.

pub const KEYBOARD_HEADING: &str = "Keyboard";

/// Keys, and what they do.
pub const KEYS: [(&str, &str); 9] = [
    (
        "Tab, Shift+Tab",
        "move to the next or the previous control; the first Tab offers to skip to the main content",
    ),
    ("Ctrl+Enter in the paste box", "reads what was pasted or typed"),
    ("Ctrl+Z, Ctrl+Y", "undo the last change, redo it (inside a box, only what was typed there)"),
    (
        "Arrows, Home, End, Page Up, Page Down in your figures",
        "move from cell to cell; with Shift they select",
    ),
    ("Enter, F2 or typing in your figures", "changes a cell; then Enter or Tab moves on and Escape cancels"),
    ("Delete, Ctrl+D, Ctrl+R in your figures", "empty what is selected, fill it down, fill it to the right"),
    (
        "Ctrl+C, Ctrl+X, Ctrl+V in your figures",
        "copy or cut what is selected, with small counts hidden outside this table unless you chose internal use; paste a block, starting at this cell",
    ),
    (
        "Ctrl+P, or Print in your browser\u{2019}s menu",
        "prints the screen, with small counts hidden unless you chose internal use; the Report screen is made for printing, and Present \
         prints a page per measure",
    ),
    (
        "F9 in Word, with the contents selected",
        "fills in the page numbers of a report that was downloaded for Word; so does a right-click and \u{201C}Update field\u{201D}",
    ),
];

pub const GLOSSARY_HEADING: &str = "Glossary";

pub const ACCESSIBILITY_HEADING: &str = "Accessibility";
pub const ACCESSIBILITY: &str = "The page aims to meet the Web Content Accessibility Guidelines 2.2 at level AA. It works by keyboard alone, at 400% zoom, \
     from 320 pixels wide, in light, dark and forced colours, and with reduced motion. Every chart has its numbers in a table and \
     its message in words, and no verdict is shown by colour alone.";

/// What was tested, how, and what was not.
pub const TESTED: [&str; 2] = [
    "Tested by programs in Chromium, Firefox and WebKitGTK: axe-core on every screen, in light and dark; the way from pasting to the \
     report by keyboard alone; the contrast of every colour of text and charts. In Chromium, also the roles and names \
     given to assistive technology.",
    "Not tested: no accessibility specialist has reviewed the screens at narrow widths, in dark or forced colours, \
     zoomed or printed; nobody has used it with a screen reader, a screen magnifier or by voice; and it has not been run on Windows or macOS.",
];
