//! How much memory the program and the script of the page hold, and whether tables that come and go leave some.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use thirtyfour::WebDriver;

use crate::Page;

/// What is held in memory at some time.
pub(crate) struct Used {
    pub(crate) after: &'static str,
    pub(crate) program: f64,
    pub(crate) script: f64,
}

/// Notes the memory of each program, in whatever page is opened from now on.
const WATCH: &str = "
    const instantiate = WebAssembly.instantiate;
    window.memories = [];
    WebAssembly.instantiate = async (...given) => {
      const made = await instantiate(...given);
      const { memory } = (made.instance ?? made).exports;
      if (memory) window.memories.push(memory);
      return made;
    };";

/// So many rounds of load and clear, in parts that an answer is waited for.
const ROUNDS: usize = 100;
const PART: usize = 10;

/// Undo goes back a hundred steps, two a round, and holds what was there: from this round on nothing more may be held.
const FULL: usize = 60;

/// Has the memory of programs noted.
pub(super) async fn watch(browser: &WebDriver) -> Result<()> {
    let script = json!({ "source": WATCH });
    browser.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", script).await?;
    Ok(())
}

/// What is used at the start, after all that is measured, and after many rounds of load and clear, which may leave nothing.
pub(super) async fn used(page: &Page, books: &[Value], all: &str) -> Result<Vec<Used>> {
    page.open().await?;
    let mut found = vec![now(page, "At the start").await?];
    page.js(all, books).await?;
    found.push(now(page, "After every call above").await?);

    page.open().await?;
    for done in (PART..=ROUNDS).step_by(PART) {
        page.load_and_clear(100, PART).await?;
        match done {
            PART => found.push(now(page, "After 10 rounds of loading and clearing 100 measures").await?),
            FULL => found.push(now(page, "After 60 rounds, when undo holds all its steps").await?),
            ROUNDS => found.push(now(page, "After 100 rounds").await?),
            _ => {}
        }
    }
    if let [.., full, last] = found.as_slice() {
        ensure!(
            last.program <= full.program && last.script < full.script * 1.1,
            "memory grows: {} and {} bytes became {} and {}",
            full.program,
            full.script,
            last.program,
            last.script
        );
    }
    Ok(found)
}

/// After what is not needed has been collected.
async fn now(page: &Page, after: &'static str) -> Result<Used> {
    let cdp = page.browser.cdp();
    cdp.send_raw("HeapProfiler.collectGarbage", json!({})).await?;
    let script = cdp.send_raw("Runtime.getHeapUsage", json!({})).await?;
    let program = page.js("return Math.max(...memories.map(({ buffer }) => buffer.byteLength))", &[]).await?;
    let bytes = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
    Ok(Used { after, program: bytes(&program), script: bytes(&script["usedSize"]) })
}
