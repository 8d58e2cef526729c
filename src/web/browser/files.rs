//! Files a person chose or dropped. The browser keeps them; the state knows them by id.

use std::cell::RefCell;
use std::collections::HashMap;

use js_sys::{Array, JsString, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{File, FileList, HtmlTextAreaElement};

use crate::app::intake::FileId;

thread_local! {
    static FILES: RefCell<(usize, HashMap<FileId, File>)> = RefCell::default();
}

/// Keeps the files, and gives each its id and name.
pub(crate) fn keep(list: Option<FileList>) -> Vec<(FileId, String)> {
    let list = list.map(|list| (0..list.length()).filter_map(|index| list.get(index)).collect::<Vec<_>>());
    list.unwrap_or_default().into_iter().map(keep_one).collect()
}

fn keep_one(file: File) -> (FileId, String) {
    let name = file.name();
    FILES.with_borrow_mut(|(next, files)| {
        *next += 1;
        let id = FileId(*next);
        files.insert(id, file);
        (id, name)
    })
}

/// Keeps a text that is too long to be read while the page waits, as a file without a name; nothing for a shorter one.
pub(crate) fn keep_text(text: &JsString) -> Option<(FileId, String)> {
    /// As many characters are read in the blink of an eye.
    const SHORT: u32 = 100_000;
    if text.length() <= SHORT {
        return None;
    }
    File::new_with_str_sequence(&Array::of1(text), "").ok().map(keep_one)
}

/// Lets go of every file but these.
pub(crate) fn keep_only(ids: &[FileId]) {
    FILES.with_borrow_mut(|(_, files)| files.retain(|id, _| ids.contains(id)));
}

/// The file of this id.
pub(crate) fn get(id: FileId) -> Option<File> {
    FILES.with_borrow(|(_, files)| files.get(&id).cloned())
}

/// The text in a box, left with the browser: it may be larger than the program can hold.
pub(crate) fn text_in(text_box: &HtmlTextAreaElement) -> Option<JsString> {
    Reflect::get(text_box, &"value".into()).ok()?.dyn_into().ok()
}
