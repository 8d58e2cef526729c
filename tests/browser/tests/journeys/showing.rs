//! Charts, the report, colours, and the page by keyboard alone.

use std::rc::Rc;

use anyhow::{Result, ensure};
use browser_tests::{Engine, Page};
use thirtyfour::Key;

use crate::{SCREENS, scorecard::open_settings};

const EXAMPLE: &str = "Try an example: Cambridgeshire 2022/23";

async fn example(page: &Page, screen: &str) -> Result<()> {
    page.press(EXAMPLE).await?;
    page.wait_for_text("28 figures were read.").await?;
    show(page, screen).await
}

async fn show(page: &Page, screen: &str) -> Result<()> {
    page.js(&format!("location.hash = '#{screen}'"), &[]).await?;
    page.until("the link of the screen is the present one", async || {
        let now = page.js("return document.querySelector('nav [aria-current]').hash", &[]).await?;
        Ok((now == format!("#{screen}").as_str()).then_some(()))
    })
    .await
}

/// Opens the numbers and copies of every chart.
async fn open_charts(page: &Page) -> Result<()> {
    let script = "document.querySelectorAll('figure.chart details').forEach((each) => { each.open = true; })";
    page.js(script, &[]).await.map(drop)
}

pub(crate) async fn charts_are_shown_and_saved(page: Rc<Page>) -> Result<()> {
    example(&page, "scorecard").await?;
    page.press("Three or more placements in the year").await?;
    page.wait_for_text("Cambridgeshire is 2nd best of 11 among its statistical neighbours").await?;
    page.wait_for_text("Three or more placements in the year: lower than England, which is better").await?;
    page.must_be_accessible().await?;
    page.catch_downloads().await?;
    open_charts(&page).await?;
    let (name, svg) =
        page.download("Download drawing (SVG): Three or more placements in the year: Cambridgeshire is 2nd best of 11 among its statistical neighbours").await?;
    ensure!(name == "neighbours-three-or-more-placements.svg", "it is called {name}");
    for part in ["<svg xmlns", "South Gloucestershire", "7.9%", "Open Government Licence"] {
        ensure!(svg.contains(part), "{part} is not in {svg}");
    }
    let (name, png) = page
        .download("Download picture (PNG): Three or more placements in the year: lower than England, which is better")
        .await?;
    ensure!(name == "trend-three-or-more-placements.png" && png[..8].contains("PNG"), "{name} is no picture");
    page.wait_for_text("Cambridgeshire (DfE)").await?;
    page.must_be_accessible().await?;
    page.screenshot("charts").await?;
    Ok(())
}

/// What is hidden in what leaves is not drawn there either, and that is said.
pub(crate) async fn hidden_figures_are_not_drawn(page: Rc<Page>) -> Result<()> {
    let table =
        "Indicator\t2020/21\t2021/22\t2022/23\nThree or more placements\t3 of 60\t20 of 62\t25 of 64\n";
    page.paste("#paste", table, "").await?;
    page.wait_for_text("3 figures were read.").await?;
    open_settings(&page).await?;
    page.choose("#period", "2023").await?;
    show(&page, "scorecard").await?;
    page.press("Three or more placements in the year").await?;
    page.wait_for("figure.chart").await?;
    page.catch_downloads().await?;
    open_charts(&page).await?;
    let script = "return [...document.querySelectorAll('figure.chart')].find((each) => each.textContent.includes('5.0%')) !== undefined";
    ensure!(page.js(script, &[]).await? == true, "the figure is not drawn on the screen");
    let headline = page.text("figure.chart figcaption strong").await?;
    let (_, svg) = page.download(&format!("Download drawing (SVG): {headline}")).await?;
    ensure!(!svg.contains("5%<") && !svg.contains("5.0%"), "a hidden figure is in {svg}");
    ensure!(svg.contains("hidden to protect children are not drawn"), "nothing is said of it in {svg}");
    Ok(())
}

pub(crate) async fn the_report_is_whole(page: Rc<Page>) -> Result<()> {
    example(&page, "report").await?;
    page.wait_for("article.report").await?;
    page.choose("#extent", "all").await?;
    page.wait_for_text("2 worse").await?;
    page.must_be_accessible().await?;
    page.screenshot("report-folded").await?;
    page.press("Open all parts").await?;
    let parts = [
        "This report covers 17 measures, and 1 rate worked out from them, for Cambridgeshire in 2022/23, compared with England,",
        "Act on",
        "8 more care leavers aged 17 to 18 would match England",
        "Stability and permanence",
        "Of 2 measures compared with England, 1 is better and for 1 the difference could be chance.",
        "7.9% (6.1% to 10.2%), 51 of 646",
        "Cambridgeshire is 2nd from the bottom of 10 among its statistical neighbours",
        "Definitions",
        "A figure is called better, worse, higher or lower",
        "Contains public sector information licensed under the Open Government Licence v3.0.",
        "Of the figures given, 2 are hidden (shown as c)",
    ];
    for part in parts {
        page.wait_for_text(part).await?;
    }
    let text = page.text("article.report").await?;
    ensure!(!text.contains("4 of 79") && !text.contains("23 of 88"), "a small count is in the report");
    page.must_be_accessible().await?;
    page.press("Copy for Word, without charts").await?;
    page.wait_for_text("The report was copied without its charts.").await?;
    page.press_summary("Where these numbers come from: Care leavers aged 17 to 18 in touch with the council")
        .await?;
    page.wait_for_text("Figure: 86 ÷ 98 × 100").await?;
    page.choose("#charted", "none").await?;
    page.wait_until_gone(".report figure.chart").await?;
    page.choose("#charted", "every").await?;
    page.wait_for(".report figure.chart").await?;
    page.must_be_accessible().await?;
    page.screenshot("report").await?;
    // Folded parts are unfolded on paper, and folded again.
    let folded = "return [...document.querySelectorAll('.report-part')].filter((part) => !part.open).length";
    page.js("document.querySelector('.report-part').open = false", &[]).await?;
    page.js("dispatchEvent(new Event('beforeprint'))", &[]).await?;
    ensure!(page.js(folded, &[]).await? == 0, "something is not printed");
    page.js("dispatchEvent(new Event('afterprint'))", &[]).await?;
    ensure!(page.js(folded, &[]).await? == 1, "it stays unfolded");
    page.choose("#extent", "headlines").await?;
    page.wait_until_gone(".report figure.chart").await?;
    let text = page.text("article.report").await?;
    ensure!(!text.contains("Registered foster carers"), "{text}");
    Ok(())
}

/// The report of all official measures of a council begins with what matters and is soon read.
pub(crate) async fn a_long_report_is_folded(page: Rc<Page>) -> Result<()> {
    page.js("location.hash = 'council=873'", &[]).await?;
    page.wait_for("table.scorecard").await?;
    show(&page, "report").await?;
    page.wait_for("article.report").await?;
    let height = page.js("return document.documentElement.scrollHeight", &[]).await?;
    ensure!(height.as_i64().is_some_and(|height| height < 6000), "it is {height} tall");
    page.screenshot("report-of-a-council").await?;
    Ok(())
}

/// Every screen with figures, in both colour schemes.
pub(crate) async fn every_screen_is_accessible_in_light_and_dark(page: Rc<Page>) -> Result<()> {
    example(&page, "figures").await?;
    let in_menu = page
        .js("return [...document.querySelectorAll('.nav a')].map(a => a.hash.slice(1)).join()", &[])
        .await?;
    ensure!(
        in_menu == SCREENS.join(","),
        "the menu has {in_menu}, and the journeys go to {}",
        SCREENS.join(",")
    );
    for theme in ["dark", "light"] {
        page.choose("#theme", theme).await?;
        let shown = page.js("return document.documentElement.dataset.theme", &[]).await?;
        ensure!(shown == theme, "the page is in {shown}");
        for screen in SCREENS {
            show(&page, screen).await?;
            page.must_be_accessible().await?;
        }
    }
    // A copy of the page is in nobody's colours.
    page.catch_downloads().await?;
    show(&page, "save").await?;
    let (_, copy) = page.download("Save a blank copy").await?;
    ensure!(copy == page.built()?, "the copy has other bytes than the page");
    Ok(())
}

/// What assistive programs are given of every screen, as Chromium tells it.
pub(crate) async fn assistive_programs_are_given_names(page: Rc<Page>) -> Result<()> {
    if page.engine != Engine::Chromium {
        return Ok(());
    }
    // Narrow rows say their headings in each cell, so the width is part of what is told.
    page.resize(500, 900).await?;
    example(&page, "figures").await?;
    for screen in SCREENS {
        show(&page, screen).await?;
        if screen == "caseloads" {
            // What is shown of months and years follows from the first one, which is otherwise that of today.
            page.js("document.querySelector('#input-start').closest('details').open = true", &[]).await?;
            page.fill("First month", "April 2026").await?;
        }
        page.must_be_told_as(screen).await?;
    }
    Ok(())
}

/// Presses Tab until the focused element is the one this selector finds.
async fn tab_to(page: &Page, css: &str) -> Result<()> {
    for _ in 0..200 {
        let is_there =
            page.js(&format!("return document.activeElement?.matches({css:?}) ?? false"), &[]).await?;
        if is_there == true {
            return Ok(());
        }
        page.browser.action_chain().send_keys(Key::Tab).perform().await?;
    }
    anyhow::bail!("no number of tabs leads to {css}")
}

pub(crate) async fn from_paste_to_report_by_keyboard_alone(page: Rc<Page>) -> Result<()> {
    let keys = |text: String| {
        let page = page.clone();
        async move { page.browser.action_chain().send_keys(text).perform().await }
    };
    tab_to(&page, "#paste").await?;
    keys("Three or more placements: 51 of 646".to_owned()).await?;
    page.browser
        .action_chain()
        .key_down(Key::Control)
        .send_keys(Key::Enter)
        .key_up(Key::Control)
        .perform()
        .await?;
    page.wait_for_text("1 figure was read.").await?;
    tab_to(&page, "#council").await?;
    keys("Cambridgeshire".to_owned()).await?;
    page.wait_for("[role=listbox] [role=option]").await?;
    keys(String::from(Key::Enter.value())).await?;
    tab_to(&page, "#period").await?;
    keys("2022".to_owned()).await?;
    page.until("a period is chosen", async || {
        let value = page.js("return document.querySelector('#period').value", &[]).await?;
        Ok(value.as_str().is_some_and(|value| !value.is_empty()).then_some(()))
    })
    .await?;
    // From the last control the way round leads to the first.
    page.js("document.activeElement.blur(); document.body.focus(); return true", &[]).await?;
    page.open_menu().await?;
    tab_to(&page, "nav a[href='#report']").await?;
    keys(String::from(Key::Enter.value())).await?;
    page.wait_for("article.report").await?;
    page.wait_for_text("51 of 646").await?;
    page.until("the heading of the screen has the focus", async || {
        let id = page.js("return document.activeElement.id", &[]).await?;
        Ok((id == "screen-heading").then_some(()))
    })
    .await
}

pub(crate) async fn cells_move_as_in_a_spreadsheet(page: Rc<Page>) -> Result<()> {
    let table = "Measure\t2021/22\t2022/23\nDental checks\t70 of 100\t71 of 100\nImmunisations\t80 of 100\tc";
    page.paste("#paste", table, "").await?;
    page.wait_for_text("4 figures were read.").await?;
    let focused = async |what: &str| {
        page.until(&format!("the focus is at {what}"), async || {
            let cell = page.js("return document.activeElement.innerText ?? ''", &[]).await?;
            Ok(cell
                .as_str()
                .is_some_and(|cell| cell.trim_start_matches('\u{2713}').starts_with(what))
                .then_some(()))
        })
        .await
    };
    let keys = async |text: String| page.browser.action_chain().send_keys(text).perform().await;
    let key = async |key: Key| page.browser.action_chain().send_keys(key).perform().await;
    let with = async |held: Key, pressed: &str| {
        page.browser.action_chain().key_down(held.clone()).send_keys(pressed).key_up(held).perform().await
    };
    page.go_to_cell("Dental checks up to date", "2021/22").await?;
    focused("70 of 100").await?;
    let stops =
        page.js("return document.querySelectorAll('[role=grid] [tabindex=\"0\"]').length", &[]).await?;
    ensure!(stops == 1, "the grid has {stops} tab stops");
    key(Key::Down).await?;
    focused("80 of 100").await?;
    // Typing replaces what is there, Enter takes it and goes on, Escape gives up.
    keys("85 of 100".to_owned()).await?;
    key(Key::Enter).await?;
    page.wait_for_text("85.0%").await?;
    focused("85 of 100").await?;
    keys("1".to_owned()).await?;
    page.wait_for(".grid-editor").await?;
    key(Key::Escape).await?;
    page.wait_until_gone(".grid-editor").await?;
    focused("85 of 100").await?;
    // F2 keeps the text; the row and the column are said.
    keys(String::from(Key::F2.value())).await?;
    let name = page.wait_for(".grid-editor").await?.attr("aria-label").await?;
    ensure!(name.as_deref() == Some("Immunisations up to date, 2021/22"), "the box is called {name:?}");
    page.must_be_accessible().await?;
    key(Key::Tab).await?;
    focused("c").await?;
    key(Key::Home).await?;
    focused("Immunisations up to date").await?;
    key(Key::End).await?;
    with(Key::Control, &String::from(Key::Home.value())).await?;
    focused("Dental checks up to date").await?;
    key(Key::Right).await?;
    focused("70 of 100").await?;
    // A block from a spreadsheet, with a cell too many.
    page.paste("[role=grid]", "71 of 101\t1%\n81 of 101\t2%\t3%\n", "").await?;
    page.wait_for_text(" 1 cell was beyond the edge of the table").await?;
    page.wait_for_text("70.3%").await?;
    page.wait_for_text("80.2%").await?;
    with(Key::Control, "z").await?;
    page.wait_for_text("70.0%").await?;
    // Fill down and right, and empty.
    page.go_to_cell("Dental checks up to date", "2021/22").await?;
    with(Key::Shift, &String::from(Key::Down.value())).await?;
    with(Key::Control, "d").await?;
    page.wait_for_text("1 cell was filled").await?;
    page.go_to_cell("Immunisations up to date", "2022/23").await?;
    with(Key::Control, "r").await?;
    page.until("every cell of the row is filled", async || {
        let cells = page
            .js("return document.querySelector('.figures').innerText.split('70 of 100').length", &[])
            .await?;
        Ok((cells == 4).then_some(()))
    })
    .await?;
    key(Key::Delete).await?;
    page.until("the cell is empty", async || {
        let text = page.js("return document.activeElement.innerText", &[]).await?;
        Ok((text == "").then_some(()))
    })
    .await?;
    page.must_be_accessible().await
}
