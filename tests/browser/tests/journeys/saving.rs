//! What leaves the page: copies, downloads, saved pages, and the promise that nothing else does.

use std::rc::Rc;

use anyhow::{Result, ensure};
use browser_tests::Page;

const TABLE: &str = "Indicator\tPeriod\tNumerator\tDenominator\nThree or more placements\t2022/23\t51\t646\n\
    Initial health assessments on time\t2022/23\t27\t167\n\
    Initial health assessments on time, placed in county\t2022/23\t25\t150\n\
    Initial health assessments on time, placed out of county\t2022/23\t2\t17\n";

async fn open_save_screen(page: &Page) -> Result<()> {
    page.paste("#paste", TABLE, "").await?;
    page.wait_for_text("4 figures were read.").await?;
    page.js("location.hash = '#save'", &[]).await?;
    page.wait_for_text("What is hidden").await?;
    page.catch_downloads().await
}

pub(crate) async fn a_blank_copy_is_the_page_itself(page: Rc<Page>) -> Result<()> {
    open_save_screen(&page).await?;
    page.must_be_accessible().await?;
    page.screenshot("save").await?;
    let (name, copy) = page.download("Save a blank copy").await?;
    ensure!(name == "corporate-parenting-calculator.html", "it is called {name}");
    ensure!(copy == page.built()?, "the copy has other bytes than the page");
    Ok(())
}

pub(crate) async fn downloads_hide_small_counts(page: Rc<Page>) -> Result<()> {
    open_save_screen(&page).await?;
    page.wait_for_text("Of the figures given, 2 are hidden (shown as c)").await?;
    let (_, table) = page.download("Download the scorecard as CSV").await?;
    let (_, sentences) = page.download("Download the sentences as text").await?;
    let (name, figures) = page.download("Download your figures as CSV").await?;
    ensure!(name == "figures-2022-23.csv", "it is called {name}");
    for text in [&table, &sentences, &figures] {
        ensure!(text.starts_with('\u{FEFF}'), "Excel would not know it for UTF-8");
        ensure!(text.contains("27"), "the total is missing from {text}");
        for hidden in ["25 of", "150", "2 of 17", "2,17"] {
            ensure!(!text.contains(hidden), "{hidden} is in {text}");
        }
    }
    // On the screen everything is there; in print the hidden rows are others.
    page.js("location.hash = '#scorecard'", &[]).await?;
    page.wait_for_text("25 of 150").await?;
    let printed = page
        .js(
            "return [...document.querySelectorAll('.print-only tr')].map((row) => row.textContent).join()",
            &[],
        )
        .await?;
    let printed = printed.as_str().unwrap_or_default();
    ensure!(
        printed.contains("hidden because a number is small") && !printed.contains("150"),
        "{printed} is printed"
    );
    page.js("location.hash = '#figures'", &[]).await?;
    page.paste("#paste", "Dental checks\t2022/23\t\t\t0.5% (3)", "").await?;
    page.wait_for_text("1 figure was read.").await?;
    // What is printed of the grid is made when it is printed.
    page.wait_for_text("0.5% (3)").await?;
    page.js("dispatchEvent(new Event('beforeprint'))", &[]).await?;
    let printed = page
        .until("the figures are printed", async || {
            let cells =
                "return [...document.querySelectorAll('.printed td')].map((cell) => cell.textContent)";
            let cells = page.js(cells, &[]).await?;
            Ok((cells != serde_json::json!([])).then_some(cells))
        })
        .await?;
    let cells = ["16.2% (27 of 167)", "c", "c", "0.5%", "7.9% (51 of 646)"];
    ensure!(printed == serde_json::json!(cells), "{printed} is printed");
    page.js("dispatchEvent(new Event('afterprint'))", &[]).await?;
    page.until("nothing of it stays", async || {
        let left = page.js("return document.querySelectorAll('.printed').length", &[]).await?;
        Ok((left == 0).then_some(()))
    })
    .await?;
    page.js("location.hash = '#save'", &[]).await?;
    page.wait_for("#internal").await?.click().await?;
    page.wait_for_text("For internal use only: small counts are not hidden.").await?;
    let (_, figures) = page.download("Download your figures as CSV").await?;
    ensure!(figures.contains("25,150"), "{figures}");
    Ok(())
}

pub(crate) async fn word_and_excel_files_are_downloaded(page: Rc<Page>) -> Result<()> {
    open_save_screen(&page).await?;
    for screen in ["#save", "#report"] {
        page.js("location.hash = arguments[0]", &[screen.into()]).await?;
        for (program, ending) in [("Word", "docx"), ("Excel", "xlsx")] {
            let (name, file) = page.download(&format!("Download for {program}")).await?;
            // What is in short, as the report is at first, has a name of its own.
            let short = if screen == "#report" && ending == "docx" { "-in-short" } else { "" };
            ensure!(
                name == format!("corporate-parenting-report{short}-2022-23.{ending}"),
                "it is called {name}"
            );
            ensure!(file.starts_with("PK"), "{name} is no archive");
            page.wait_for_text(&format!("The {program} file was downloaded.")).await?;
        }
    }
    Ok(())
}

pub(crate) async fn leaving_with_unsaved_figures_asks(page: Rc<Page>) -> Result<()> {
    let asks = async || {
        let script = "const event = new Event('beforeunload', { cancelable: true }); dispatchEvent(event); return event.defaultPrevented";
        Ok::<_, anyhow::Error>(page.js(script, &[]).await? == true)
    };
    ensure!(!asks().await?, "an empty page asks");
    page.press("Try an example: Cambridgeshire 2022/23").await?;
    page.wait_for_text("Example loaded").await?;
    ensure!(!asks().await?, "an example, which can be loaded again, asks");
    page.type_in_cell("Three or more placements in the year", "2022/23", "52 of 646").await?;
    page.until("the page asks before it is left", async || Ok(asks().await?.then_some(()))).await?;
    page.js("location.hash = '#save'", &[]).await?;
    page.wait_for_text("What is hidden").await?;
    page.catch_downloads().await?;
    // Two of the example's figures are hidden in the file, so it does not hold all there is.
    page.download("Download your figures as CSV").await?;
    page.wait_for_text("Figures that are hidden or left out are only in this page").await?;
    ensure!(asks().await?, "the page forgets figures that were hidden");
    page.press("Make a publishable copy").await?;
    page.download("Save the publishable copy").await?;
    page.wait_for_text("It is read-only when opened.").await?;
    ensure!(asks().await?, "the page forgets what a publishable copy does not hold");
    page.download("Save a private working copy").await?;
    page.until("it does not ask once everything is saved", async || Ok((!asks().await?).then_some(())))
        .await?;
    let kept = page
        .js("return [localStorage.length, sessionStorage.length, document.cookie, document.title, location.search].join('|')", &[])
        .await?;
    ensure!(
        kept == "0|0||Save and share \u{2013} Corporate Parenting Calculator|",
        "something is kept: {kept}"
    );
    Ok(())
}

pub(crate) async fn the_promise_can_be_tried(page: Rc<Page>) -> Result<()> {
    page.js("location.hash = '#about'", &[]).await?;
    page.wait_for_text("by the browser\u{2019}s own count: 0.").await?;
    page.press("Try to send something").await?;
    for by in [
        "a request (fetch)",
        "a beacon",
        "a connection (WebSocket)",
        "a stream (EventSource)",
        "an image",
        "a style sheet from elsewhere",
        "a script from elsewhere",
        "a script that is not part of the page",
    ] {
        page.wait_for_text(&format!("{by}: refused by the browser")).await?;
    }
    page.wait_for_text("by the browser\u{2019}s own count: 0.").await?;
    page.wait_for_text("What no page can forbid").await?;
    page.press_summary("Licences of the libraries it includes").await?;
    page.wait_for_text("yew").await?;
    page.press_summary("The rule the browser enforces").await?;
    page.wait_for_text("default-src 'none'").await?;
    page.must_be_accessible().await?;
    page.screenshot("promise").await?;
    let blocked = page.take_violations().await?;
    ensure!(blocked.len() >= 8, "only {} attempts were blocked: {}", blocked.len(), blocked.join("; "));
    Ok(())
}
