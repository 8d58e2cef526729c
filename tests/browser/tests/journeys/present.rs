//! The scorecard in a meeting.

use std::rc::Rc;

use anyhow::{Result, ensure};
use browser_tests::Page;
use serde_json::Value;
use thirtyfour::Key;

use crate::scorecard::example;

/// Turns all pages from the first on, and returns the headings of those that do not fit the window.
async fn too_long(page: &Page) -> Result<Value> {
    let script = "
        const turn = (key) => document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        const drawn = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
        turn('Home');
        await drawn();
        const long = [];
        for (let page = 1; page < 400; page++) {
            const root = document.documentElement;
            if (root.scrollHeight > innerHeight + 1 || root.scrollWidth > innerWidth) {
                long.push(document.querySelector('#screen-heading').textContent + ' ' + root.scrollHeight);
            }
            const next = [...document.querySelectorAll('.present-bar button')].at(-1);
            if (next.disabled) return { pages: page, long };
            turn('ArrowRight');
            await drawn();
        }
        return { pages: 400, long };";
    page.js(script, &[]).await
}

async fn present(page: &Page) -> Result<()> {
    let link = page.wait_for("a[href='#present']").await?;
    link.scroll_into_view().await?;
    link.click().await?;
    page.wait_for(".slide").await?;
    Ok(())
}

async fn heading_is(page: &Page, part: &str) -> Result<()> {
    page.until(&format!("the heading that is focused says {part}"), async || {
        let focused = page.js("return document.activeElement.textContent", &[]).await?;
        Ok(focused.as_str().is_some_and(|text| text.contains(part)).then_some(()))
    })
    .await
}

async fn key(page: &Page, key: Key) -> Result<()> {
    Ok(page.browser.action_chain().send_keys(key).perform().await?)
}

pub(crate) async fn a_meeting_sees_one_measure_at_a_time(page: Rc<Page>) -> Result<()> {
    example(&page).await?;
    page.resize(1280, 720).await?;
    present(&page).await?;
    // What matters most comes first; all of it is a press away, and so is each page by its name.
    heading_is(&page, "Page 1 of 7: Cambridgeshire, 2022/23").await?;
    page.press("All 18 measures").await?;
    heading_is(&page, "Page 1 of 19: Cambridgeshire, 2022/23").await?;
    page.wait_for_text("2 worse").await?;
    page.wait_for_text("Worse than England").await?;
    page.must_be_accessible().await?;
    page.screenshot("present-headlines").await?;
    key(&page, Key::Right).await?;
    // The pages come as the headlines do, the worst first.
    heading_is(&page, "Page 2 of 19: Care leavers aged 17 to 18").await?;
    key(&page, Key::End).await?;
    heading_is(&page, "Page 19 of 19").await?;
    key(&page, Key::PageUp).await?;
    heading_is(&page, "Page 18 of 19").await?;
    key(&page, Key::Home).await?;
    page.press("Care leavers aged 17 to 18 in touch with the council").await?;
    heading_is(&page, "Care leavers aged 17 to 18 in touch with the council").await?;
    for part in [
        "Worse than England",
        "87.8%",
        "86 of 98",
        "\u{2212}6.2 points",
        "94%",
        "A question to ask about \u{201C}Care leavers",
    ] {
        page.wait_for_text(part).await?;
    }
    page.must_be_accessible().await?;
    page.screenshot("present-measure").await?;
    let found = too_long(&page).await?;
    ensure!(found["pages"] == 19 && found["long"].as_array().is_some_and(Vec::is_empty), "{found}");
    key(&page, Key::Escape).await?;
    page.wait_for("table.scorecard").await?;
    // What is filtered on the scorecard is what is presented.
    page.press("2 worse").await?;
    present(&page).await?;
    heading_is(&page, "Page 1 of 3").await?;
    page.wait_for_text("Filtered as on the scorecard: 2 of 18 measures.").await?;
    page.resize(500, 900).await?;
    page.press("Next").await?;
    page.must_be_accessible().await?;
    page.must_fit().await?;
    Ok(())
}

pub(crate) async fn a_council_without_figures_is_presented(page: Rc<Page>) -> Result<()> {
    page.js("location.hash = 'council=873'", &[]).await?;
    page.wait_for("table.scorecard").await?;
    page.resize(1280, 720).await?;
    present(&page).await?;
    page.press("All 118 measures").await?;
    heading_is(&page, "Page 1 of 119").await?;
    let found = too_long(&page).await?;
    ensure!(found["long"].as_array().is_some_and(Vec::is_empty), "{found}");
    page.must_be_accessible().await
}
