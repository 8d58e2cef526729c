//! Reading a file, looking through or checking a draft, or simulating a scenario, in a worker made from the page's own bytes.

use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, ErrorEvent, File, MessageEvent, Url, Worker};

use crate::app::scenarios::Scenario;
use crate::check::Context;
use crate::read::FileError;
use crate::read::{MAX_BYTES, Opened, Options, Personal, Progress};
use crate::report::Checked;
use crate::scenario::Simulation;
use crate::web::face::file::{
    checked_from_js, draft_to_js, opened_from_js, options_to_js, personal_from_js, progress_from_js,
    scenario_to_js, simulation_from_js,
};

/// How long reading may take.
const MAX_SECONDS: u32 = 60;

/// What a worker tells.
pub(crate) enum News {
    /// It has begun to read.
    Started,
    /// It has come so far.
    Progress(Progress),
    /// What the file turned out to be.
    Opened(Opened),
    /// The personal data for which the draft is refused.
    LookedThrough(Vec<Personal>),
    /// What was found in the draft.
    Checked(Checked),
    /// What came of simulating the scenario.
    Simulated(Simulation),
    /// Why it could not be read.
    Failed(FileError),
}

/// What receives the news.
type Tell = Rc<dyn Fn(News)>;

/// A worker at work. Dropped, it stops at once.
pub(crate) struct Job {
    worker: Worker,
    address: String,
    _listeners: [EventListener; 2],
    _limit: Timeout,
}

impl Drop for Job {
    fn drop(&mut self) {
        self.worker.terminate();
        let _ = Url::revoke_object_url(&self.address);
    }
}

/// Starts reading a file.
pub(crate) fn open(file: &File, options: &Options, tell: impl Fn(News) + 'static) -> Result<Job, FileError> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a number of bytes, or far too many"
    )]
    let size = file.size() as usize;
    if size > MAX_BYTES {
        return Err(FileError::TooLarge(size));
    }
    start(file, options, Rc::new(tell)).map_err(|_| FileError::NoWorker)
}

/// Starts looking through a draft for personal data.
pub(crate) fn look_through(draft: &str, tell: impl Fn(News) + 'static) -> Result<Job, FileError> {
    give("unread", &draft.into(), Rc::new(tell)).map_err(|_| FileError::NoWorker)
}

/// Starts checking a draft.
pub(crate) fn check(draft: &str, context: &Context, tell: impl Fn(News) + 'static) -> Result<Job, FileError> {
    let draft = draft_to_js(draft, context).map_err(|_| FileError::NoWorker)?;
    give("draft", &draft, Rc::new(tell)).map_err(|_| FileError::NoWorker)
}

/// Starts simulating a scenario.
pub(crate) fn simulate(scenario: &Scenario, tell: impl Fn(News) + 'static) -> Result<Job, FileError> {
    let scenario = scenario_to_js(scenario).map_err(|_| FileError::NoWorker)?;
    give("scenario", &scenario, Rc::new(tell)).map_err(|_| FileError::NoWorker)
}

/// Starts a worker on something that is given by this name.
fn give(name: &str, what: &JsValue, tell: Tell) -> Result<Job, JsValue> {
    let job = job(tell)?;
    let request = request()?;
    Reflect::set(&request, &name.into(), what)?;
    job.worker.post_message(&request)?;
    Ok(job)
}

/// A worker that tells what it does, and may take so long.
fn job(tell: Tell) -> Result<Job, JsValue> {
    let text = |id: &str| super::own_page::part(id).unwrap_or_default() + "\n";
    let parts: Array = ["glue", "worker"].iter().map(|id| JsValue::from(text(id))).collect();
    let kind = BlobPropertyBag::new();
    kind.set_type("text/javascript");
    let blob = Blob::new_with_str_sequence_and_options(&parts, &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let worker = Worker::new(&address)?;
    let listeners = [
        EventListener::new(&worker, "message", {
            let tell = tell.clone();
            move |event| tell(news(&event.unchecked_ref::<MessageEvent>().data()))
        }),
        EventListener::new(&worker, "error", {
            let tell = tell.clone();
            move |event| {
                // What fails has a message; where a policy lets no worker begin, there is none.
                let error = event.dyn_ref::<ErrorEvent>();
                tell(News::Failed(error.map_or(FileError::NoWorker, |error| crashed(&error.message()))));
            }
        }),
    ];
    let limit = Timeout::new(MAX_SECONDS * 1000, move || {
        tell(News::Failed(FileError::TooSlow(MAX_SECONDS)));
    });
    Ok(Job { worker, address, _listeners: listeners, _limit: limit })
}

/// What every worker is given.
fn request() -> Result<Object, JsValue> {
    let request = Object::new();
    // The program as the page compiled it: the worker need not unpack and compile it again.
    Reflect::set(&request, &"program".into(), &wasm_bindgen::module())?;
    Ok(request)
}

fn start(file: &File, options: &Options, tell: Tell) -> Result<Job, JsValue> {
    let job = job(tell.clone())?;
    let request = request()?;
    Reflect::set(&request, &"name".into(), &file.name().into())?;
    Reflect::set(&request, &"options".into(), &options_to_js(options)?)?;
    // WebKit lets no worker of a page opened from disk read a file: its bytes are handed over.
    let bytes = file.array_buffer();
    let receiver = job.worker.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let handed_over = JsFuture::from(bytes).await.and_then(|bytes| {
            Reflect::set(&request, &"bytes".into(), &bytes)?;
            receiver.post_message_with_transfer(&request, &Array::of1(&bytes))
        });
        if let Err(error) = handed_over {
            web_sys::console::warn_1(&error);
            tell(News::Failed(FileError::Unreadable));
        }
    });
    Ok(job)
}

fn news(data: &JsValue) -> News {
    let field = |name: &str| Reflect::get(data, &name.into()).ok().filter(|value| !value.is_undefined());
    if field("started").is_some() {
        return News::Started;
    }
    if let Some(Ok(progress)) = field("progress").map(progress_from_js) {
        return News::Progress(progress);
    }
    if let Some(Ok(found)) = field("personal").map(personal_from_js) {
        return News::LookedThrough(found);
    }
    if let Some(Ok(checked)) = field("checked").map(checked_from_js) {
        return News::Checked(checked);
    }
    if let Some(numbers) = field("simulated") {
        return News::Simulated(simulation_from_js(&numbers));
    }
    match field("opened").map(opened_from_js) {
        Some(Ok(opened)) => News::Opened(opened),
        Some(Err(_)) => News::Failed(crashed("")),
        None => News::Failed(crashed(&field("failed").and_then(|text| text.as_string()).unwrap_or_default())),
    }
}

/// Why the program inside the worker failed: its own words help nobody. A panic tells where it was; a program that cannot
/// get memory stops without a word.
fn crashed(message: &str) -> FileError {
    // For whoever looks into it.
    web_sys::console::warn_1(&message.into());
    let is_out_of_memory = ["ut of memory", "Array buffer allocation", "nvalid array length", "unreachable"];
    if !message.contains("panicked") && is_out_of_memory.iter().any(|words| message.contains(words)) {
        FileError::NoMemory
    } else {
        FileError::Crashed
    }
}
