//! Reads chosen files, one after the other, each in a worker of its own.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::intake::{IntakeAction, Source, Stage};
use crate::app::state::Action;
use crate::read::{FileError, Progress};
use crate::web::browser::{files, worker};
use crate::web::store::{ScreenProps, Store};
use crate::words::screens::figures;

/// The file that is read now.
fn present(store: &Store) -> Option<&Source> {
    let is_waiting = |source: &&Source| source.stage == Stage::Reading && source.file.is_some();
    store.state().intake.sources().iter().find(is_waiting)
}

/// Runs the worker, and shows what it does with a way to stop it.
#[component]
pub(crate) fn Reader(ScreenProps { store }: &ScreenProps) -> Html {
    let is_at_work = use_state(|| false);
    let progress = use_state(|| None::<Progress>);
    let source = present(store);
    let key = source.and_then(|source| Some((source.file?, source.attempt)));
    {
        let (is_at_work, progress, dispatcher) = (is_at_work.clone(), progress.clone(), store.dispatcher());
        let options = source.map(|source| store.state().intake.options_of(source)).unwrap_or_default();
        use_effect_with(key, move |key| {
            let job = key.and_then(|(number, _)| {
                is_at_work.set(false);
                progress.set(None);
                let send = Rc::new(move |action| dispatcher.dispatch(Action::Intake(action)));
                let tell = {
                    let send = send.clone();
                    move |news| match news {
                        worker::News::Started => is_at_work.set(true),
                        worker::News::Progress(come) => progress.set(Some(come)),
                        worker::News::Opened(opened) => send(IntakeAction::Opened(number, opened)),
                        worker::News::LookedThrough(_)
                        | worker::News::Checked(_)
                        | worker::News::Simulated(_) => {}
                        worker::News::Failed(error) => send(IntakeAction::Failed(number, error)),
                    }
                };
                let Some(file) = files::get(number) else {
                    send(IntakeAction::Failed(number, FileError::Gone));
                    return None;
                };
                worker::open(&file, &options, tell)
                    .map_err(|error| send(IntakeAction::Failed(number, error)))
                    .ok()
            });
            // Dropped, the worker stops: when it is done, when the person stops it, when another file's turn comes.
            move || drop(job)
        });
    }
    // A file can be needed again as long as it is asked about, or can be read again.
    let needed = store.state().files_in_use();
    use_effect_with(needed, |needed| files::keep_only(needed));
    let Some(source) = source else { return html! {} };
    let number = source.file.unwrap_or_default();
    let stop = store.on(move |_: MouseEvent| IntakeAction::Stopped(number));
    html! {
        <section class="problems" aria-label={figures::READING}>
            <p>
                <label for="reading">{ figures::reading(source.title()) }</label>
                if *is_at_work { { figures::AT_WORK } }
            </p>
            if let Some(Progress { done, of }) = *progress {
                <progress id="reading" value={done.to_string()} max={of.to_string()}></progress>
            } else {
                <progress id="reading"></progress>
            }
            <div class="buttons">
                <button type="button" class="button button-quiet" onclick={stop}>{ figures::STOP_READING }</button>
            </div>
        </section>
    }
}
