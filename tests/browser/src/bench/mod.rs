//! What the page takes for what it does, beside what others take for the same, in one Chromium and in turn.
//!
//! Each round measures the page and then the peers, so that what else the machine does falls on both. Times are medians
//! of nine, of three for what takes seconds; what counts is their ratio.

mod memory;
mod native;
mod table;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use thirtyfour::WebDriver;

use crate::driver::Driver;
use crate::server::{Document, HTML, Server};
use crate::{Engine, Origin, Page, Settings};

const LIBRARY: &str = include_str!("measure.js");
const OURS: &str = include_str!("ours.js");
const PEERS: &str = include_str!("peers.js");
const MADE: &str = include_str!("made.js");
const GRID: &str = include_str!("grid.js");
const HEAT: &str = include_str!("heat.js");

const ROUNDS: usize = 3;
/// A round of the slowest peer takes a minute on a slow machine.
const PATIENCE: Duration = Duration::from_mins(10);

const PAGE_OF_PEERS: &str = "<!doctype html><title>peers</title><link rel=\"icon\" href=\"data:,\">\
    <script src=\"/udsv/dist/uDSV.iife.min.js\"></script><script src=\"/papaparse/papaparse.min.js\"></script>\
    <script src=\"/xlsx/dist/xlsx.full.min.js\"></script>";
const PAGE_OF_PYODIDE: &str = "<!doctype html><title>Pyodide</title><link rel=\"icon\" href=\"data:,\">\
    <script src=\"/pyodide/pyodide.js\"></script><script>loadPyodide({ indexURL: '/pyodide/' }).then((python) => {\
      if (python.runPython('1 + 1') === 2) window.usable = performance.now(); });</script>";

/// The files of the peers, within the folder of packages.
const FILES: [&str; 8] = [
    "udsv/dist/uDSV.iife.min.js",
    "papaparse/papaparse.min.js",
    "xlsx/dist/xlsx.full.min.js",
    "pyodide/pyodide.js",
    "pyodide/pyodide.asm.mjs",
    "pyodide/pyodide.asm.wasm",
    "pyodide/pyodide-lock.json",
    "pyodide/python_stdlib.zip",
];

/// Milliseconds by what was measured, such as `official|uDSV strings`.
pub(crate) type Times = BTreeMap<String, Vec<f64>>;

/// Measures, prints the table, and writes it to the file that `TABLE` names. Packages of the peers are in the folder that
/// `PEERS` names.
pub fn bench() -> ExitCode {
    let outcome = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("no runtime")
        .and_then(|runtime| runtime.block_on(run()));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<()> {
    let settings = Settings::from_environment()?;
    let variable =
        |name: &str| std::env::var_os(name).map(PathBuf::from).with_context(|| format!("{name} is not set"));
    let (peers, table) = (variable("PEERS")?, variable("TABLE")?);
    let server = Server::start(documents(&settings.page(), &peers)?)?;
    let proxy = Server::start_proxy()?;
    let (_driver, browser) = Driver::start_with_session(Engine::Chromium, &settings, proxy.port()).await?;
    let version =
        browser.capabilities().get("browserVersion").and_then(Value::as_str).unwrap_or_default().to_owned();
    browser.set_script_timeout(PATIENCE).await?;
    let page = Page {
        browser: browser.clone(),
        engine: Engine::Chromium,
        origin: Origin::Server,
        name: "bench".to_owned(),
        address: server.address("/"),
        settings,
        violations: RefCell::default(),
    };
    let folder = table.parent().context("the table has no folder")?;
    fs::create_dir_all(folder)?;
    let outcome = measure(&page, &browser, &server, folder).await;
    browser.quit().await?;
    let (times, used) = outcome?;
    let text = table::written(&times, &used, &version);
    println!("{text}");
    fs::write(&table, text).with_context(|| format!("{} could not be written", table.display()))
}

fn documents(page: &Path, peers: &Path) -> Result<Vec<Document>> {
    let file =
        |path: PathBuf| fs::read(&path).with_context(|| format!("{} could not be read", path.display()));
    let html = |path: &str, body: Vec<u8>| Document {
        path: path.to_owned(),
        kind: HTML,
        headers: String::new(),
        body,
    };
    let mut documents = vec![
        html("/", file(page.to_owned())?),
        html("/peers.html", PAGE_OF_PEERS.into()),
        html("/pyodide.html", PAGE_OF_PYODIDE.into()),
    ];
    for name in FILES {
        let kind = match Path::new(name).extension().and_then(|end| end.to_str()) {
            Some("js" | "mjs") => "text/javascript",
            Some("wasm") => "application/wasm",
            Some("json") => "application/json",
            _ => "application/octet-stream",
        };
        let (path, body) = (format!("/{name}"), file(peers.join(name))?);
        documents.push(Document { path, kind, headers: String::new(), body });
    }
    Ok(documents)
}

/// All rounds, and what memory is used after each thing and after a hundred rounds of load and clear.
async fn measure(
    page: &Page,
    browser: &WebDriver,
    server: &Server,
    folder: &Path,
) -> Result<(Times, Vec<memory::Used>)> {
    memory::watch(browser).await?;
    page.open().await?;
    let areas = page.js("return corporateParenting.areas()", &[]).await?;
    let of_peers = server.address("/peers.html");
    browser.goto(&of_peers).await?;
    let books = page.js(&format!("{LIBRARY}{MADE}"), std::slice::from_ref(&areas)).await?;
    let [xlsx, ods] = [books[0].clone(), books[1].clone()];
    ensure!(xlsx.is_string() && ods.is_string(), "the workbooks were not made");

    let books = native::files(folder, &[("xlsx", &xlsx), ("ods", &ods)])?;
    native::compile()?;

    let mut times = Times::new();
    for round in 1..=ROUNDS {
        println!("round {round} of {ROUNDS}");
        page.open().await?;
        add(&mut times, page.js(&format!("{LIBRARY}{OURS}"), &[xlsx.clone(), ods.clone()]).await?)?;
        grid(page).await?;
        add(&mut times, page.js(&format!("{LIBRARY}{GRID}"), &[]).await?)?;
        heat_map(page).await?;
        add(&mut times, page.js(&format!("{LIBRARY}{HEAT}"), &[]).await?)?;
        for (name, taken) in native::times(&books)? {
            times.entry(name).or_default().extend(taken);
        }
        browser.goto(&of_peers).await?;
        add(
            &mut times,
            page.js(&format!("{LIBRARY}{PEERS}"), &[areas.clone(), xlsx.clone(), ods.clone()]).await?,
        )?;
    }
    println!("memory");
    let used = memory::used(page, &[xlsx, ods], &format!("{LIBRARY}{OURS}")).await?;
    Ok((times, used))
}

/// Opens the heat map of a council's official figures: every measure by its neighbours.
async fn heat_map(page: &Page) -> Result<()> {
    page.open().await?;
    page.js("location.hash = 'council=873'", &[]).await?;
    page.press("Heat map").await?;
    page.wait_for(".heat tbody th[scope=row]").await?;
    Ok(())
}

/// Fills the grid with 100 measures of 24 months and goes to a cell in it.
async fn grid(page: &Page) -> Result<()> {
    page.open().await?;
    let script = "return corporateParenting.indicators().filter(({ kind }) => kind === 'share').map(({ title }) => title)";
    let titles: Vec<String> = serde_json::from_value(page.js(script, &[]).await?)?;
    let months: Vec<String> =
        (0..24).map(|month| format!("{}-{:02}", 2022 + month / 12, month % 12 + 1)).collect();
    let row = |title: &String| {
        let values: Vec<String> = (0..24).map(|month| format!("{}%", 40 + month)).collect();
        format!("{title}\t{}\n", values.join("\t"))
    };
    let rows: String = titles.iter().take(100).map(row).collect();
    page.paste("#paste", &format!("Measure\t{}\n{rows}", months.join("\t")), "").await?;
    page.wait_for_text("2,400 figures were read.").await?;
    page.go_to_cell(titles.first().map_or("", String::as_str), "January 2022").await?;
    Ok(())
}

fn add(times: &mut Times, more: Value) -> Result<()> {
    let more: Times = serde_json::from_value(more)?;
    for (name, taken) in more {
        times.entry(name).or_default().extend(taken);
    }
    Ok(())
}
