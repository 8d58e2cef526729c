//! What can go wrong around the page: where it lies, what its browser refuses it, what time it is, another page beside it.

use std::rc::Rc;

use anyhow::{Result, ensure};
use browser_tests::{Engine, Origin, Page};
use serde_json::json;

const TABLE: &str = "Dental checks\t2022/23\t300\t400";

/// A browser that keeps nothing, whose clock is wrong, and in which what others might have left is not to be had.
const BARE: &str = "<head><script>
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'])
      Object.defineProperty(window, name, { get() { throw new DOMException('refused', 'SecurityError'); } });
    Object.defineProperty(document, 'cookie', { get() { throw new DOMException('refused', 'SecurityError'); } });
    const Now = Date;
    window.Date = class extends Now {
      constructor(...given) { super(...(given.length ? given : [0])); }
      static now() { return 0; }
    };
    </script>";

pub(crate) async fn a_path_of_any_letters(page: Rc<Page>) -> Result<()> {
    let copy =
        page.changed_copy_at("Scrutiny 100% #2 – 'Ł' & é? +50%25.html", |html| html.to_owned() + "\n")?;
    page.open_file(&copy).await?;
    page.choose_files(&[("table.csv", b"Dental checks,2022/23,300,400")]).await?;
    page.wait_for_text("75.0%").await?;
    page.follow("#save").await?;
    page.catch_downloads().await?;
    let (_, again) = page.download("Save a private working copy").await?;
    let copy = page.changed_copy_at("50% #1.html", |_| again.clone())?;
    page.open_file(&copy).await?;
    page.wait_for_text("75.0%").await
}

/// Goes to each screen; none of them has an error to show.
async fn every_screen_comes(page: &Page) -> Result<()> {
    for screen in crate::SCREENS {
        page.js(&format!("location.hash = '#{screen}'"), &[]).await?;
        page.wait_for("#screen-heading").await?;
    }
    let errors = page.errors().await?;
    ensure!(errors.is_empty(), "the console shows errors: {}", errors.join("; "));
    Ok(())
}

pub(crate) async fn a_browser_without_storage_or_clock_is_enough(page: Rc<Page>) -> Result<()> {
    let copy = page.changed_copy(|html| html.replacen("<head>", BARE, 1))?;
    page.open_file(&copy).await?;
    // The added script makes the page another one than its policy names.
    page.take_violations().await?;
    page.paste("#paste", TABLE, "").await?;
    page.wait_for_text("75.0%").await?;
    every_screen_comes(&page).await?;
    page.take_violations().await?;
    Ok(())
}

/// A clock that is wrong by so many milliseconds, and that can be set on: what was to happen until then happens at once, as
/// when a machine wakes after hours.
const CLOCK: &str = "<head><script>{
    let wrong = SHIFT;
    const Now = Date, set = window.setTimeout, clear = window.clearTimeout, waiting = new Map();
    window.Date = class extends Now {
      constructor(...given) { super(...(given.length ? given : [Now.now() + wrong])); }
      static now() { return Now.now() + wrong; }
    };
    window.setTimeout = (call, after = 0, ...given) => {
      const run = () => { waiting.delete(id); call(...given); };
      const id = set(run, after);
      // The driver of WebKit has timers of its own in the page, of its patience with a script.
      if (after !== 30000) waiting.set(id, { run, at: Date.now() + after });
      return id;
    };
    window.clearTimeout = (id) => { waiting.delete(id); clear(id); };
    window.sleep = (milliseconds) => {
      wrong += milliseconds;
      const due = [...waiting].filter(([, { at }]) => at <= Date.now());
      for (const [id, { run }] of due) { clear(id); run(); }
      return due.length;
    };
    }</script>";

const HOUR: i64 = 3_600_000;

/// Opens the page where the clock is wrong by so many milliseconds.
async fn open_at(page: &Page, wrong: i64) -> Result<()> {
    let clock = CLOCK.replacen("SHIFT", &wrong.to_string(), 1);
    let copy = page.changed_copy(|html| html.replacen("<head>", &clock, 1))?;
    page.open_file(&copy).await?;
    // The added script makes the page another one than its policy names.
    page.take_violations().await?;
    Ok(())
}

/// The year that the machine says it is does not make one figure, period or verdict another.
pub(crate) async fn a_wrong_clock_changes_no_figure(page: Rc<Page>) -> Result<()> {
    let shown = "const { rows } = corporateParenting.scorecard({ council: '873', figures:
        [{ indicator: 'dental-checks', area: '873', period: '2023', numerator: 300, denominator: 400 }] });
        return JSON.stringify([rows, corporateParenting.profile({ council: '873' })]);";
    let before = page.js(shown, &[]).await?;
    // 174 years on; a clock that has stopped in 1970 has a journey above.
    open_at(&page, 174 * 8766 * HOUR).await?;
    page.paste("#paste", TABLE, "").await?;
    page.wait_for_text("75.0%").await?;
    every_screen_comes(&page).await?;
    ensure!(page.js(shown, &[]).await? == before, "another year gives other figures");
    Ok(())
}

/// A page left for hours goes on where it was left, and what was under way meanwhile is given up with a reason.
pub(crate) async fn hours_of_rest_lose_nothing(page: Rc<Page>) -> Result<()> {
    open_at(&page, 0).await?;
    page.paste("#paste", TABLE, "").await?;
    page.wait_for_text("75.0%").await?;
    // A file is being read by a worker that says nothing, and a download has just been made.
    page.js("window.Worker = class extends EventTarget { postMessage() {} terminate() {} }", &[]).await?;
    page.choose_files(&[("table.csv", b"Immunisations,2022/23,300,400")]).await?;
    page.button("Stop reading").await?;
    let ended = page.js("return window.sleep(arguments[0])", &[(12 * HOUR).into()]).await?;
    ensure!(ended != json!(0), "nothing waited");
    page.wait_for_text("Reading was stopped after 60 seconds").await?;
    page.type_in_cell("Dental checks up to date", "2022/23", "40%").await?;
    page.wait_for_text("40%").await?;
    page.press("Undo").await?;
    page.wait_for_text("75.0%").await?;
    let errors = page.errors().await?;
    ensure!(errors.is_empty(), "the console shows errors: {}", errors.join("; "));
    page.take_violations().await?;
    Ok(())
}

pub(crate) async fn what_a_browser_refuses_is_told(page: Rc<Page>) -> Result<()> {
    page.paste("#paste", TABLE, "").await?;
    page.wait_for_text("75.0%").await?;
    page.js(
        "document.execCommand = () => false;
         URL.createObjectURL = () => { throw new DOMException('refused', 'NotAllowedError'); };",
        &[],
    )
    .await?;
    for button in [
        "Copy the scorecard for Word or Excel",
        "Download your figures as CSV",
        "Download for Word",
        "Save a blank copy",
    ] {
        page.follow("#save").await?;
        page.press(button).await?;
        page.wait_for_text("Not done: you cancelled it, or your browser did not allow it.").await?;
        // The words go with the screen.
        page.follow("#figures").await?;
    }
    page.choose_files(&[("table.csv", b"Immunisations,2022/23,300,400")]).await?;
    page.wait_for_text("Your browser does not let this page read files").await?;
    page.wait_for_text("75.0%").await
}

/// Workers that begin and are gone: one that is made up, and the page's own, ended when it says that it has begun.
const GONE: [&str; 2] = [
    "postMessage() { setTimeout(() => this.dispatchEvent(new MessageEvent('message', { data: { started: true } }))); }
     terminate() { window.Worker = Real; }",
    "#real;
     constructor(...given) {
       super();
       this.#real = new Real(...given);
       this.#real.onmessage = ({ data }) => {
         this.#real.terminate();
         this.dispatchEvent(new MessageEvent('message', { data: { started: true } }));
       };
     }
     postMessage(...given) { this.#real.postMessage(...given); }
     terminate() { window.Worker = Real; }",
];

pub(crate) async fn a_worker_that_is_gone_can_be_given_up(page: Rc<Page>) -> Result<()> {
    for gone in GONE {
        let replace =
            format!("const Real = window.Worker; window.Worker = class extends EventTarget {{ {gone} }};");
        page.js(&replace, &[]).await?;
        page.choose_files(&[("table.csv", b"Dental checks,2022/23,300,400")]).await?;
        page.wait_for_text("table.csv").await?;
        page.press("Stop reading").await?;
        page.choose_files(&[("table.csv", b"Dental checks,2022/23,300,400")]).await?;
        page.wait_for_text("75.0%").await?;
        page.open().await?;
    }
    Ok(())
}

/// Where nothing of the page may run, what is written in it says what to do.
pub(crate) async fn without_scripts_the_page_says_why(page: Rc<Page>) -> Result<()> {
    // A policy that a server sends with the page, on top of its own.
    let policy = "<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'\">";
    let copy = page.changed_copy(|html| html.replacen("<head>", policy, 1))?;
    page.show_file(&copy).await?;
    page.wait_for_text("or the server that sent the page does not allow them").await?;
    page.take_violations().await?;
    // Only Chromium can be told to turn scripts off once it runs.
    if page.engine == Engine::Chromium {
        let scripts_are_off = "Emulation.setScriptExecutionDisabled";
        page.browser.cdp().send_raw(scripts_are_off, json!({ "value": true })).await?;
        page.browser.goto(page.address()).await?;
        let said = page.wait_for("#starting noscript p").await?.text().await;
        page.browser.cdp().send_raw(scripts_are_off, json!({ "value": false })).await?;
        let said = said?;
        ensure!(
            said.contains("needs JavaScript, which is turned off in this browser"),
            "without scripts the page says {said}"
        );
    }
    page.open().await
}

/// What a server or a proxy sends on top of the page's own policy is borne, or what it takes away is told.
pub(crate) async fn a_policy_on_top_is_borne_or_told(page: Rc<Page>) -> Result<()> {
    if page.origin == Origin::File {
        return Ok(());
    }
    page.show_under("refused").await?;
    page.wait_for_text("or the server that sent the page does not allow them").await?;
    page.take_violations().await?;
    for (path, what) in
        [("sandboxed", "75.0%"), ("without-workers", "Your browser does not let this page read files")]
    {
        page.show_under(path).await?;
        page.ready().await?;
        page.paste("#paste", TABLE, "").await?;
        page.wait_for_text("75.0%").await?;
        page.press("Clear all").await?;
        page.choose_files(&[("table.csv", b"Immunisations,2022/23,300,400")]).await?;
        page.wait_for_text(what).await?;
        page.take_violations().await?;
    }
    page.open().await
}

/// Notes the memory of every program.
const MEMORY: &str = "<head><script>{
    const instantiate = WebAssembly.instantiate;
    window.memories = [];
    WebAssembly.instantiate = async (...given) => {
      const made = await instantiate(...given);
      window.memories.push((made.instance ?? made).exports.memory);
      return made;
    };
    }</script>";

/// Undo goes back a hundred steps: once it is full, tables that come and go leave nothing.
pub(crate) async fn tables_that_come_and_go_leave_nothing(page: Rc<Page>) -> Result<()> {
    // The program is the same in each.
    if page.engine != Engine::Chromium {
        return Ok(());
    }
    let copy = page.changed_copy(|html| html.replacen("<head>", MEMORY, 1))?;
    page.open_file(&copy).await?;
    page.take_violations().await?;
    let mut sizes = Vec::new();
    for _ in 0..20 {
        page.load_and_clear(30, 5).await?;
        let bytes = "return Math.max(...memories.map((memory) => memory.buffer.byteLength))";
        sizes.push(page.js(bytes, &[]).await?);
    }
    // After each step the size is that at which undo was full.
    ensure!(sizes[11..].iter().all(|size| *size == sizes[11]), "the program's memory grows: {sizes:?} bytes");
    page.take_violations().await?;
    Ok(())
}

pub(crate) async fn two_pages_do_not_meet(page: Rc<Page>) -> Result<()> {
    page.paste("#paste", TABLE, "").await?;
    page.wait_for_text("75.0%").await?;
    let first = page.browser.window().await?;
    let second = page.browser.new_tab().await?;
    page.browser.switch_to_window(second).await?;
    page.open().await?;
    let rows =
        page.js("return document.querySelectorAll('.figures [role=rowheader][id]').length", &[]).await?;
    page.paste("#paste", "Dental checks\t2022/23\t100\t400", "").await?;
    page.wait_for_text("25.0%").await?;
    page.browser.close_window().await?;
    page.browser.switch_to_window(first).await?;
    ensure!(rows == json!(0), "the second page opens with {rows} rows");
    page.wait_for_text("75.0%").await?;
    ensure!(!page.text("body").await?.contains("25.0%"), "the first page shows what the second was given");
    Ok(())
}
