//! What can go wrong around the page: where it lies, what its browser refuses it, what time it is, another page beside it.

use std::rc::Rc;

use anyhow::{Result, ensure};
use browser_tests::{Engine, Page};
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

pub(crate) async fn a_browser_without_storage_or_clock_is_enough(page: Rc<Page>) -> Result<()> {
    let copy = page.changed_copy(|html| html.replacen("<head>", BARE, 1))?;
    page.open_file(&copy).await?;
    // The added script makes the page another one than its policy names.
    page.take_violations().await?;
    page.paste("#paste", TABLE, "").await?;
    page.wait_for_text("75.0%").await?;
    for screen in crate::SCREENS {
        page.js(&format!("location.hash = '#{screen}'"), &[]).await?;
        page.wait_for("#screen-heading").await?;
    }
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
