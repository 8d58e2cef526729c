//! Checking a draft: at once, or in a worker where it is long. So is looking through it before it is taken.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::draft::{DraftAction, SHORT};
use crate::read::{FileError, personal_of_persons};
use crate::report::{Checked, checked};

use crate::web::browser::worker::{self, News};
use crate::web::store::Store;

/// How far the check of a draft has come.
#[derive(Clone)]
pub(super) enum Work {
    /// A worker checks it.
    Working,
    /// Why it could not be checked.
    Failed(FileError),
    /// What was found.
    Done(Rc<Checked>),
}

/// Looks through the long text at the door, if there is one.
#[hook]
pub(super) fn use_look_through(store: &Store) {
    let text = store.state().at_door.looked_through.clone();
    let dispatcher = store.dispatcher();
    use_effect_with(text, move |text| {
        let job = text.clone().and_then(|text| {
            let end = move |found| dispatcher.dispatch(DraftAction::LookedThrough(found).into());
            let (ended, of) = (end.clone(), text.clone());
            let tell = move |news| match news {
                News::LookedThrough(found) => ended(found),
                // Late is better than never.
                News::Failed(_) => ended(personal_of_persons(&of)),
                _ => {}
            };
            worker::look_through(&text, tell).map_err(|_| end(personal_of_persons(&text))).ok()
        });
        // Dropped, the worker stops: when it is done, or when there is another text.
        move || drop(job)
    });
}

/// The check of the draft there is, begun anew when the draft changes or what it is checked against.
#[hook]
pub(super) fn use_checked(store: &Store) -> Work {
    let key = (store.state().draft.text().to_owned(), store.state().check_context());
    let is_long = key.0.len() > SHORT;
    let at_once = use_memo((key.clone(), is_long), |((text, context), is_long)| {
        if *is_long { Rc::default() } else { Rc::new(checked(text, context)) }
    });
    // What a worker told last, and of which text.
    let told = use_state(|| None::<(String, Work)>);
    {
        let told = told.clone();
        use_effect_with((key.clone(), is_long), move |((text, context), is_long)| {
            let job = is_long.then(|| {
                let (teller, of) = (told.clone(), text.clone());
                let tell = move |news| {
                    let work = match news {
                        News::Checked(checked) => Work::Done(Rc::new(checked)),
                        News::Failed(error) => Work::Failed(error),
                        _ => return,
                    };
                    teller.set(Some((of.clone(), work)));
                };
                let failed = |error| told.set(Some((text.clone(), Work::Failed(error))));
                worker::check(text, context, tell).map_err(failed).ok()
            });
            // Dropped, the worker stops: when it is done, or when there is something newer to check.
            move || drop(job)
        });
    }
    if !is_long {
        return Work::Done((*at_once).clone());
    }
    match &*told {
        Some((of, work)) if *of == key.0 => work.clone(),
        // Until a changed text is checked, what was found in the rest of it stays.
        Some((of, Work::Done(checked))) => Work::Done(Rc::new(checked.after_edit(of, &key.0))),
        _ => Work::Working,
    }
}
