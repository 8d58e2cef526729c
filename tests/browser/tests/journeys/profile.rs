//! What a person without figures sees: the council's official ones.

use std::rc::Rc;

use anyhow::{Result, ensure};
use browser_tests::Page;
use thirtyfour::Key;

async fn heading_is(page: &Page, heading: &str) -> Result<()> {
    page.until(&format!("the heading is {heading}"), async || {
        Ok((page.text("#screen-heading").await? == heading).then_some(()))
    })
    .await
}

/// A part of a short name and Enter, and the council's figures are there, worst first in the talking points.
pub(crate) async fn choosing_a_council_shows_its_official_figures(page: Rc<Page>) -> Result<()> {
    let council = page.field("Council").await?;
    council.scroll_into_view().await?;
    council.click().await?;
    council.send_keys("cambs").await?;
    page.until("the council alone is offered", async || {
        let script =
            "return [...document.querySelectorAll('[role=option]')].map((each) => each.textContent.trim())";
        Ok((page.js(script, &[]).await? == serde_json::json!(["Cambridgeshire"])).then_some(()))
    })
    .await?;
    council.send_keys(Key::Enter).await?;
    heading_is(&page, "Cambridgeshire: official figures").await?;
    page.wait_for(".agenda li").await?;
    let script = "return [document.querySelectorAll('table.scorecard tbody tr').length,
        corporateParenting.profile({ council: 'Cambridgeshire' }).rows.length]";
    let counts = page.js(script, &[]).await?;
    ensure!(counts[0] == counts[1] && counts[0].as_u64() >= Some(71), "rows shown and given: {counts}");
    page.must_be_accessible().await?;
    page.js("location.hash = 'report'; return true", &[]).await?;
    heading_is(&page, "Report: Cambridgeshire: official figures").await?;
    page.must_be_accessible().await
}

/// The address may name a council, and text pasted anywhere is read.
pub(crate) async fn an_address_opens_on_a_council(page: Rc<Page>) -> Result<()> {
    page.js("location.hash = 'council=926'; return true", &[]).await?;
    heading_is(&page, "Norfolk: official figures").await?;
    page.paste("#screen-heading", "Dental checks\t200\t248", "").await?;
    page.wait_for_text("1 figure was read.").await?;
    page.js("location.hash = 'scorecard'; return true", &[]).await?;
    heading_is(&page, "Norfolk").await
}
