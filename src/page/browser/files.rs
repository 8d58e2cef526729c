//! Files a person chose or dropped. The browser keeps them; the state knows them by number.

use std::cell::RefCell;
use std::collections::HashMap;

use web_sys::{File, FileList};

thread_local! {
    static FILES: RefCell<(usize, HashMap<usize, File>)> = RefCell::default();
}

/// Keeps the files, and gives each its number and name.
pub(crate) fn keep(list: Option<FileList>) -> Vec<(usize, String)> {
    let list = list.map(|list| (0..list.length()).filter_map(|index| list.get(index)).collect::<Vec<_>>());
    let keep = |file: File| {
        let name = file.name();
        FILES.with_borrow_mut(|(next, files)| {
            *next += 1;
            files.insert(*next, file);
            (*next, name)
        })
    };
    list.unwrap_or_default().into_iter().map(keep).collect()
}

/// Lets go of every file but these.
pub(crate) fn keep_only(numbers: &[usize]) {
    FILES.with_borrow_mut(|(_, files)| files.retain(|number, _| numbers.contains(number)));
}

/// The file of this number.
pub(crate) fn get(number: usize) -> Option<File> {
    FILES.with_borrow(|(_, files)| files.get(&number).cloned())
}
