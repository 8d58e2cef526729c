//! Takes every journey through every engine and origin, and says how it went.

use std::cell::RefCell;
use std::fs;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::process::ExitCode;
use std::rc::Rc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use thirtyfour::WebDriver;
use tokio::task::LocalSet;

use crate::driver::Driver;
use crate::page::file_address;
use crate::proof::copies_folder;
use crate::server::{Document, Server};
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

struct Place {
    settings: Settings,
    server: Server,
    proxy: Server,
    /// Only journeys whose full name contains each of these are run.
    words: Vec<String>,
}

/// Runs the journeys; the words on the command line choose some (`firefox file opens`).
pub fn run(journeys: &[Journey]) -> ExitCode {
    match run_all(journeys) {
        Ok((n_passed, n_failed)) => {
            println!("{n_passed} passed, {n_failed} failed");
            if n_failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run_all(journeys: &[Journey]) -> Result<(usize, usize)> {
    let settings = Settings::from_environment()?;
    let page = fs::read(settings.page()).with_context(|| {
        format!("{} could not be read; `cargo xtask dist` builds it", settings.page().display())
    })?;
    let place = Place {
        server: Server::start(vec![
            Document { path: "/", headers: headers_beside(&settings.page())?, body: page },
            Document { path: "/control", headers: String::new(), body: TALKATIVE.into() },
        ])?,
        proxy: Server::start_proxy()?,
        settings,
        words: std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;

    let (mut n_passed, mut n_failed) = (0, 0);
    for engine in Engine::ALL {
        let chosen: Vec<_> = Origin::ALL
            .iter()
            .flat_map(|origin| journeys.iter().map(move |journey| (*origin, *journey)))
            .filter(|(origin, (name, _))| place.is_chosen(&full_name(engine, *origin, name)))
            .collect();
        if chosen.is_empty() {
            continue;
        }
        let (passed, failed) = LocalSet::new().block_on(&runtime, in_engine(engine, &place, &chosen))?;
        n_passed += passed;
        n_failed += failed;
    }
    let copies = copies_folder();
    if copies.is_dir() {
        fs::remove_dir_all(&copies)?;
    }
    ensure!(n_passed + n_failed > 0, "no journey has a name with {}", place.words.join(" and "));
    Ok((n_passed, n_failed))
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

async fn in_engine(engine: Engine, place: &Place, chosen: &[(Origin, Journey)]) -> Result<(usize, usize)> {
    let (_driver, browser) = Driver::start_with_session(engine, &place.settings, place.proxy.port()).await?;
    let outcome = one_after_another(engine, place, chosen, &browser).await;
    browser.quit().await?;
    outcome
}

async fn one_after_another(
    engine: Engine,
    place: &Place,
    chosen: &[(Origin, Journey)],
    browser: &WebDriver,
) -> Result<(usize, usize)> {
    requests_are_heard(engine, place, browser).await?;
    let mut n_failed = 0;
    for (origin, (name, steps)) in chosen {
        let started = Instant::now();
        let full_name = full_name(engine, *origin, name);
        let page = Rc::new(place.page(engine, *origin, name, browser)?);
        let outcome = one(place, &page, *steps).await;
        let seconds = started.elapsed().as_secs_f64();
        let Err(error) = outcome else {
            println!("passed  {full_name} ({seconds:.1} s)");
            continue;
        };
        n_failed += 1;
        println!("FAILED  {full_name} ({seconds:.1} s): {error:#}");
        describe(&page).await;
    }
    Ok((chosen.len() - n_failed, n_failed))
}

/// One journey, and what must hold at the end of any.
async fn one(place: &Place, page: &Rc<Page>, steps: Steps) -> Result<()> {
    place.server.take_requests();
    place.proxy.take_requests();
    // A journey before may have made the window narrow.
    page.browser.set_window_rect(0, 0, 1280, 1024).await?;
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
    asked.retain(|request| request != "GET /");
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
async fn describe(page: &Page) {
    if let Ok(path) = page.screenshot(&format!("{}-failed", page.name)).await {
        println!("        picture: {}", path.display());
    }
    for error in page.errors().await.unwrap_or_default() {
        println!("        console: {error}");
    }
    let text = page.text("body").await.unwrap_or_default();
    let start: String = text.chars().take(1600).collect();
    println!("        the page says: {}", start.replace('\n', "\n        "));
}

impl Place {
    fn is_chosen(&self, full_name: &str) -> bool {
        self.words.iter().all(|word| full_name.contains(word))
    }

    fn page(&self, engine: Engine, origin: Origin, name: &str, browser: &WebDriver) -> Result<Page> {
        let file: PathBuf = self.settings.page().canonicalize()?;
        let address = match origin {
            Origin::File => file_address(&file),
            Origin::Server => self.server.address("/"),
        };
        Ok(Page {
            browser: browser.clone(),
            engine,
            origin,
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
