//! Files a person chose or dropped. The browser keeps them; the state knows them by number.

use std::cell::RefCell;
use std::collections::HashMap;

use js_sys::{Array, JsString, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{File, FileList, HtmlTextAreaElement};

thread_local! {
    static FILES: RefCell<(usize, HashMap<usize, File>)> = RefCell::default();
}

/// Keeps the files, and gives each its number and name.
pub(crate) fn keep(list: Option<FileList>) -> Vec<(usize, String)> {
    let list = list.map(|list| (0..list.length()).filter_map(|index| list.get(index)).collect::<Vec<_>>());
    list.unwrap_or_default().into_iter().map(keep_one).collect()
}

fn keep_one(file: File) -> (usize, String) {
    let name = file.name();
    FILES.with_borrow_mut(|(next, files)| {
        *next += 1;
        files.insert(*next, file);
        (*next, name)
    })
}

/// Keeps a text that is too long to be read while the page waits, as a file without a name; nothing for a shorter one.
pub(crate) fn keep_text(text: &JsString) -> Option<(usize, String)> {
    /// As many characters are read in the blink of an eye.
    const SHORT: u32 = 100_000;
    if text.length() <= SHORT {
        return None;
    }
    File::new_with_str_sequence(&Array::of1(text), "").ok().map(keep_one)
}

/// Lets go of every file but these.
pub(crate) fn keep_only(numbers: &[usize]) {
    FILES.with_borrow_mut(|(_, files)| files.retain(|number, _| numbers.contains(number)));
}

/// The file of this number.
pub(crate) fn get(number: usize) -> Option<File> {
    FILES.with_borrow(|(_, files)| files.get(&number).cloned())
}

/// The text in a box, left with the browser: it may be larger than the program can hold.
pub(crate) fn text_in(text_box: &HtmlTextAreaElement) -> Option<JsString> {
    Reflect::get(text_box, &"value".into()).ok()?.dyn_into().ok()
}
