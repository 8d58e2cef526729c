//! Takes the journeys through the engines and origins, and says how each went.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::future::Future;
use std::iter;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::process::ExitCode;
use std::rc::Rc;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use thirtyfour::WebDriver;
use tokio::task::LocalSet;

use crate::driver::Driver;
use crate::page::file_address;
use crate::proof::copies_folder;
use crate::server::{Document, HTML, Server};
use crate::{Engine, Origin, Page, Settings};

/// No journey may take longer than this.
const LIMIT: Duration = Duration::from_mins(2);

/// A name and an async function that is given the freshly opened page.
pub type Journey = (&'static str, Steps);

/// An async function that is given a page.
pub type Steps = fn(Rc<Page>) -> Pin<Box<dyn Future<Output = Result<()>>>>;

/// A page without a policy, to see that a request would be heard.
const TALKATIVE: &str = "<!doctype html><title>control</title><link rel=\"icon\" href=\"data:,\">\
                         <img src=\"http://heard.invalid/control\" alt=\"\">";

/// The page as the journeys' server gives it under other paths, with what servers and proxies are known to add: a policy that
/// allows no script inside a page, one that takes its origin away, and one that allows no workers.
const UNDER_OTHERS: [(&str, &str); 3] = [
    ("/refused", "Content-Security-Policy: default-src 'self'\r\n"),
    ("/sandboxed", "Content-Security-Policy: sandbox allow-scripts allow-downloads\r\n"),
    ("/without-workers", "Content-Security-Policy: worker-src 'none'\r\n"),
];

/// So many browsers at once. Two keep two cores busy; with more, each is slow and its journeys lose patience.
const AT_ONCE: usize = 2;

/// What a browser is led through.
struct Place {
    settings: Settings,
    server: Server,
    proxy: Server,
}

/// Journeys that one browser is taken through, one after another.
struct Tour {
    engine: Engine,
    origin: Origin,
    journeys: Vec<Journey>,
}

/// The journeys that were taken: their full names, how many seconds each took, and whether it passed.
type Taken = Vec<(String, f64, bool)>;

/// So many of the slowest are named at the end.
const SLOWEST: usize = 20;

/// Takes the first journeys from disk and from a server, the others from disk alone, in each engine; the words on the command
/// line choose some (`firefox file opens`).
pub fn run(everywhere: &[Journey], from_disk: &[Journey]) -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    match run_all(tours(everywhere, from_disk, &words)) {
        Ok(taken) => {
            let failed = taken.iter().filter(|(.., passed)| !passed).count();
            if words.is_empty() {
                tell_times(&taken);
            }
            println!("{} passed, {failed} failed", taken.len() - failed);
            if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Where the time went: by browser, and in the slowest journeys.
fn tell_times(taken: &Taken) {
    let mut by_browser: BTreeMap<&str, f64> = BTreeMap::new();
    for (name, seconds, _) in taken {
        let browser = name.rsplit_once(' ').map_or(name.as_str(), |(browser, _)| browser);
        *by_browser.entry(browser).or_default() += seconds;
    }
    println!("by browser:");
    for (browser, seconds) in by_browser {
        println!("{seconds:>8.1} s  {browser}");
    }
    let mut slowest: Vec<_> = taken.iter().collect();
    slowest.sort_by(|(_, one, _), (_, other, _)| other.total_cmp(one));
    println!("the slowest:");
    for (name, seconds, _) in slowest.into_iter().take(SLOWEST) {
        println!("{seconds:>8.1} s  {name}");
    }
}

fn run_all(tours: Vec<Tour>) -> Result<Taken> {
    let settings = Settings::from_environment()?;
    ensure!(!tours.is_empty(), "no journey has a name with all these words");

    let waiting = Mutex::new(tours);
    let next = |number: usize| {
        let mut waiting = waiting.lock().unwrap_or_else(PoisonError::into_inner);
        // Two WebKits at once, which draw without a graphics card, take the time from each other until journeys lose
        // patience: the first guide takes those, the others the rest, as long as there are both.
        let is_preferred = |tour: &Tour| (tour.engine == Engine::WebKit) == (number == 0);
        let place = waiting.iter().position(is_preferred).unwrap_or(0);
        (!waiting.is_empty()).then(|| waiting.remove(place))
    };
    let guide = |number: usize| -> Result<Taken> {
        if number > 0 {
            wait_for_room(&settings)?;
        }
        let tours: Result<Vec<Taken>> =
            iter::from_fn(|| next(number)).map(|tour| take(&tour, &settings)).collect();
        Ok(tours?.concat())
    };
    let taken: Result<Vec<Taken>> = thread::scope(|scope| {
        let guide = &guide;
        let guides: Vec<_> = (0..AT_ONCE).map(|number| scope.spawn(move || guide(number))).collect();
        guides.into_iter().map(|guide| guide.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
    });
    let copies = copies_folder();
    if copies.is_dir() {
        fs::remove_dir_all(&copies)?;
    }
    Ok(taken?.concat())
}

/// Waits until nobody holds the lock that says that there is room for one browser alone.
fn wait_for_room(settings: &Settings) -> Result<()> {
    let path = &settings.second_browser;
    let file = File::create(path).with_context(|| format!("{} could not be written", path.display()))?;
    file.lock_shared().with_context(|| format!("{} could not be waited for", path.display()))
}

/// The journeys whose full names contain all these words, by browser; those of the slower engines first, so that the end
/// is not spent waiting for them.
fn tours(everywhere: &[Journey], from_disk: &[Journey], words: &[String]) -> Vec<Tour> {
    let each = Engine::ALL.iter().rev().flat_map(|engine| Origin::ALL.map(|origin| (*engine, origin)));
    let tour = |(engine, origin)| {
        let is_chosen = |name: &str| {
            let full_name = full_name(engine, origin, name);
            words.iter().all(|word| full_name.contains(word))
        };
        let others = if origin == Origin::File { from_disk } else { &[] };
        let chosen = everywhere.iter().chain(others).filter(|(name, _)| is_chosen(name)).copied().collect();
        Tour { engine, origin, journeys: chosen }
    };
    each.map(tour).filter(|tour| !tour.journeys.is_empty()).collect()
}

/// In a browser, with a server and a proxy, of its own.
fn take(tour: &Tour, settings: &Settings) -> Result<Taken> {
    let page = fs::read(settings.page()).with_context(|| {
        format!("{} could not be read; `cargo xtask dist` builds it", settings.page().display())
    })?;
    let document = |path: &str, headers: String, body: Vec<u8>| Document {
        path: path.to_owned(),
        kind: HTML,
        headers,
        body,
    };
    let own = headers_beside(&settings.page())?;
    let mut documents = vec![document("/control", String::new(), TALKATIVE.into())];
    documents.extend(UNDER_OTHERS.map(|(path, more)| document(path, own.clone() + more, page.clone())));
    documents.push(document("/", own, page));
    let place = Place {
        server: Server::start(documents)?,
        proxy: Server::start_proxy()?,
        settings: settings.clone(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    LocalSet::new().block_on(&runtime, in_browser(tour, &place))
}

/// What hosts are told to send with the page, as lines of an answer.
fn headers_beside(page: &Path) -> Result<String> {
    let file = page.with_file_name("_headers");
    let text = fs::read_to_string(&file)
        .with_context(|| format!("{} could not be read; `cargo xtask dist` builds it", file.display()))?;
    let lines: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("  ")).collect();
    ensure!(!lines.is_empty(), "{} names no header", file.display());
    Ok(lines.iter().flat_map(|line| [line, "\r\n"]).collect())
}

async fn in_browser(tour: &Tour, place: &Place) -> Result<Taken> {
    let (_driver, browser) =
        Driver::start_with_session(tour.engine, &place.settings, place.proxy.port()).await?;
    let outcome = one_after_another(tour, place, &browser).await;
    browser.quit().await?;
    outcome
}

async fn one_after_another(tour: &Tour, place: &Place, browser: &WebDriver) -> Result<Taken> {
    requests_are_heard(tour.engine, place, browser).await?;
    let mut taken = Taken::new();
    for (name, steps) in &tour.journeys {
        let started = Instant::now();
        let full_name = full_name(tour.engine, tour.origin, name);
        let page = Rc::new(place.page(tour, name, browser)?);
        let outcome = one(place, &page, *steps).await;
        let seconds = started.elapsed().as_secs_f64();
        match outcome {
            Ok(()) => println!("passed  {full_name} ({seconds:.1} s)"),
            Err(ref error) => {
                println!("FAILED  {full_name} ({seconds:.1} s): {error:#}\n{}", described(&page).await);
            }
        }
        taken.push((full_name, seconds, outcome.is_ok()));
    }
    Ok(taken)
}

/// One journey, and what must hold at the end of any.
async fn one(place: &Place, page: &Rc<Page>, steps: Steps) -> Result<()> {
    place.server.take_requests();
    place.proxy.take_requests();
    // A journey before may have made the window narrow.
    page.resize(1280, 900).await?;
    page.open().await?;

    // In a task of its own, so that a failed assertion fails this journey and no other.
    let task = tokio::task::spawn_local(steps(Rc::clone(page)));
    match tokio::time::timeout(LIMIT, task).await {
        Ok(Ok(outcome)) => outcome?,
        Ok(Err(_)) => bail!("it panicked; the message is above"),
        Err(_) => bail!("it took longer than {} s", LIMIT.as_secs()),
    }

    let violations = page.take_violations().await?;
    ensure!(violations.is_empty(), "the policy was broken: {}", violations.join("; "));
    let heard = place.proxy.take_requests_of_pages();
    ensure!(heard.is_empty(), "something was asked of the network: {}", heard.join("; "));
    let mut asked = place.server.take_requests();
    let is_of_page = |path: &str| path == "/" || UNDER_OTHERS.iter().any(|(other, _)| path == *other);
    asked.retain(|request| !request.strip_prefix("GET ").is_some_and(is_of_page));
    ensure!(asked.is_empty(), "the server was asked for more than the page: {}", asked.join("; "));
    Ok(())
}

/// Without this, a silence would prove nothing.
async fn requests_are_heard(engine: Engine, place: &Place, browser: &WebDriver) -> Result<()> {
    browser.goto(place.server.address("/control")).await?;
    let started = Instant::now();
    while !place.proxy.take_requests().iter().any(|request| request.contains("heard.invalid")) {
        ensure!(
            started.elapsed() < Duration::from_secs(10),
            "{} sends its requests somewhere else than to the listener, so its silence proves nothing",
            engine.name()
        );
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    Ok(())
}

/// What helps to find out why a journey failed.
async fn described(page: &Page) -> String {
    let mut lines = Vec::new();
    if let Ok(path) = page.screenshot(&format!("{}-failed", page.name)).await {
        lines.push(format!("picture: {}", path.display()));
    }
    lines.extend(page.errors().await.unwrap_or_default().iter().map(|error| format!("console: {error}")));
    let text = page.text("body").await.unwrap_or_default();
    let start: String = text.chars().take(1600).collect();
    lines.push(format!("the page says: {start}"));
    format!("        {}", lines.join("\n").replace('\n', "\n        "))
}

impl Place {
    fn page(&self, tour: &Tour, name: &str, browser: &WebDriver) -> Result<Page> {
        let file: PathBuf = self.settings.page().canonicalize()?;
        let address = match tour.origin {
            Origin::File => file_address(&file),
            Origin::Server => self.server.address("/"),
        };
        Ok(Page {
            browser: browser.clone(),
            engine: tour.engine,
            origin: tour.origin,
            name: name.to_owned(),
            address,
            settings: self.settings.clone(),
            violations: RefCell::default(),
        })
    }
}

fn full_name(engine: Engine, origin: Origin, name: &str) -> String {
    format!("{} {} {name}", engine.name(), origin.name())
}
