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
    // Measures of all pupils are shown when asked for.
    let show = "[...document.querySelectorAll('.row-theme .link')].find((each) => each.textContent.startsWith('Show')).click(); return true";
    page.js(show, &[]).await?;
    let script = "return [document.querySelectorAll('table.scorecard tbody tr:not(.row-theme)').length,
        corporateParenting.profile({ council: 'Cambridgeshire' }).rows.length]";
    page.until("as many rows are shown as are given, of 71 measures or more", async || {
        let counts = page.js(script, &[]).await?;
        Ok((counts[0] == counts[1] && counts[0].as_u64() >= Some(71)).then_some(()))
    })
    .await?;
    page.must_be_accessible().await?;
    page.js("location.hash = 'report'; return true", &[]).await?;
    heading_is(&page, "Children in care and care leavers: Cambridgeshire, official figures").await?;
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

/// Presses the box that this selector finds and types into it, and takes the first that is offered.
async fn take_first(page: &Page, box_id: &str, text: &str) -> Result<()> {
    let field = page.wait_for(box_id).await?;
    field.scroll_into_view().await?;
    field.click().await?;
    field.send_keys(text).await?;
    page.wait_for("[role=listbox] [role=option]:not([aria-disabled])").await?;
    Ok(field.send_keys(Key::Enter).await?)
}

/// The headings of the columns of the heat map.
async fn columns(page: &Page, least: usize) -> Result<Vec<String>> {
    let script = "return [...document.querySelectorAll('.heat thead th')].map((each) => each.textContent)";
    page.until(&format!("there are {least} columns"), async || {
        let names: Vec<String> = serde_json::from_value(page.js(script, &[]).await?)?;
        Ok((names.len() >= least).then_some(names))
    })
    .await
}

/// Measures by neighbours, by councils of one's choice and by periods, each in a table.
pub(crate) async fn the_heat_map_shows_neighbours_councils_and_periods(page: Rc<Page>) -> Result<()> {
    page.js("location.hash = 'council=873'; return true", &[]).await?;
    page.press("Heat map").await?;
    let names = columns(&page, 15).await?;
    ensure!(
        names[1..5] == ["Cambridgeshire", "England", "East of England", "Statistical neighbours"],
        "the columns are {names:?}"
    );
    let script = "return [document.querySelectorAll('.heat tbody th[scope=row]').length,
        corporateParenting.profile({ council: '873' }).rows.length]";
    let rows = page.js(script, &[]).await?;
    ensure!(rows[0] == rows[1], "rows shown and given: {rows}");
    page.must_be_accessible().await?;
    page.choose("#heat-columns", "periods").await?;
    page.until("the columns are periods", async || {
        let names = columns(&page, 9).await?;
        Ok(names.iter().skip(1).all(|name| name.contains('/')).then_some(()))
    })
    .await?;
    page.choose("#heat-columns", "councils").await?;
    for council in ["norfolk", "suffolk"] {
        page.press("Compare with another council").await?;
        page.wait_for("#other-council:focus").await?;
        take_first(&page, "#other-council", council).await?;
    }
    page.until("the columns are the chosen councils", async || {
        let names = columns(&page, 6).await?;
        let shown = ["Cambridgeshire", "England", "East of England", "Norfolk", "Suffolk"];
        Ok((names[1..] == shown).then_some(()))
    })
    .await?;
    // What clearly differs can be had alone.
    let rows = "return document.querySelectorAll('.heat tbody th[scope=row]').length";
    let all = page.js(rows, &[]).await?;
    page.js("document.querySelector('.heat-bar .filter').click()", &[]).await?;
    page.until("fewer rows are left", async || Ok((page.js(rows, &[]).await? != all).then_some(()))).await?;
    page.must_be_accessible().await?;
    page.js("document.querySelector('.heat-bar .filter').click()", &[]).await?;
    // The colours are those of the list; quarters are a choice, which says that it is another way.
    let own = "return [...document.querySelectorAll('.heat tbody tr:not(.heat-theme)')].map((row) =>
        [row.querySelector('.row-toggle').textContent, row.cells[1].className])";
    let coloured = page.js(own, &[]).await?;
    page.choose("#heat-colours", "quarter").await?;
    page.wait_for_text("Quarters judge in another way than the list").await?;
    page.must_be_accessible().await?;
    page.choose("#heat-colours", "verdict").await?;
    page.wait_for_text("better than England").await?;
    page.press("Copy the heat map for Excel").await?;
    page.wait_for_text("The heat map was copied.").await?;
    // The name of a measure leads to its row.
    page.press("Dental checks up to date").await?;
    page.wait_for("#row-dental-checks + .row-opened").await?;
    row_has_focus(&page, "row-dental-checks").await?;
    let at_odds = "const colours = new Map(arguments[0]);
        const expected = { worse: 'heat-worst', far: 'heat-poor', ahead: 'heat-good', better: 'heat-best' };
        return [...document.querySelectorAll('table.scorecard tr[id]')].flatMap((row) => {
            const [title, standing] = [row.querySelector('.row-toggle').textContent, row.className.split('standing-')[1]];
            const found = colours.get(title);
            return found === undefined || found === (expected[standing] ?? (standing === 'none' ? '' : 'heat-plain'))
                ? [] : [`${title}: ${standing} and ${found}`];
        })";
    let at_odds = page.js(at_odds, &[coloured]).await?;
    ensure!(at_odds == serde_json::json!([]), "list and heat map differ: {at_odds}");
    // Each council that was chosen has its sign in its heading and the verdict on ours in its cells, in a sentence too.
    let chosen = "const row = document.querySelector('#row-dental-checks');
        return [document.querySelectorAll('thead .cell-chosen .swatch').length, row.querySelectorAll('.strip-sign').length,
            ...[...row.querySelectorAll('.cell-chosen')].map((cell) => cell.querySelector('.small').textContent
                + (cell.querySelector('.standing-sign') ? ' with a sign: ' : ': ') + cell.querySelector('.visually-hidden').textContent)]";
    let found = page.js(chosen, &[]).await?;
    let says = |at: usize, name: &str| {
        let text = found[at].as_str().unwrap_or_default();
        text.starts_with("ours worse with a sign: ")
            && text.contains(&format!("{name}: "))
            && text.ends_with("lower, which is worse.")
    };
    ensure!(found[0] == 2 && found[1] == 2 && says(2, "Norfolk") && says(3, "Suffolk"), "{found}");
    // They go with the council they were chosen for.
    page.js("location.hash = 'council=935'; return true", &[]).await?;
    heading_is(&page, "Suffolk: official figures").await?;
    page.wait_for_text("No longer compared with Norfolk and Suffolk.").await?;
    page.wait_until_gone(".chip").await
}

async fn row_has_focus(page: &Page, row: &str) -> Result<()> {
    page.until("the row has the focus", async || {
        let id = page.js("return document.activeElement.id", &[]).await?;
        Ok((id == row).then_some(()))
    })
    .await
}

/// The short answer leads to rows and to what is getting worse, and the start back to the council.
pub(crate) async fn a_short_answer_leads_to_its_rows(page: Rc<Page>) -> Result<()> {
    page.js("location.hash = 'council=873'; return true", &[]).await?;
    heading_is(&page, "Cambridgeshire: official figures").await?;
    let first = "const link = document.querySelector('.short-answer li .link'); link.click(); return link.textContent";
    page.wait_for(".short-answer li .link").await?;
    let title = page.js(first, &[]).await?;
    page.wait_for(".row-opened").await?;
    page.until("the row has the focus", async || {
        let script = "return document.activeElement.querySelector('.row-toggle')?.textContent";
        Ok((page.js(script, &[]).await? == title).then_some(()))
    })
    .await?;
    let marked = "return [...document.querySelectorAll('.filter')].find((each) => each.textContent.endsWith('getting worse')).textContent";
    let marked = page.js(marked, &[]).await?.as_str().unwrap_or_default().to_owned();
    page.press(&marked).await?;
    let rows = "return document.querySelectorAll('table.scorecard .row-toggle').length";
    page.until("as many rows are left as the filter says", async || {
        let left = page.js(rows, &[]).await?.to_string();
        Ok(marked.starts_with(&format!("{left} ")).then_some(()))
    })
    .await?;
    page.must_be_accessible().await?;
    page.js("location.hash = 'figures'; return true", &[]).await?;
    page.wait_for(".start a.button").await?.click().await?;
    heading_is(&page, "Cambridgeshire: official figures").await
}

/// A key and a part of a name lead to the row of a measure; one without a figure is said to have none.
pub(crate) async fn a_measure_is_found_from_anywhere(page: Rc<Page>) -> Result<()> {
    page.js("location.hash = 'council=873'; return true", &[]).await?;
    heading_is(&page, "Cambridgeshire: official figures").await?;
    page.js("location.hash = 'about'; return true", &[]).await?;
    heading_is(&page, "About").await?;
    page.browser.action_chain().send_keys("/three or more pl").perform().await?;
    page.wait_for("[role=listbox] [role=option]").await?;
    page.browser.action_chain().send_keys(String::from(Key::Enter.value())).perform().await?;
    row_has_focus(&page, "row-three-or-more-placements").await?;
    let script = "const rows = corporateParenting.profile({ council: '873' }).rows;
        return corporateParenting.indicators().find(({ id }) => !rows.some(({ indicator }) => indicator === id)).title";
    let title = page.js(script, &[]).await?;
    take_first(&page, "#find", title.as_str().unwrap_or_default()).await?;
    page.wait_for_text("No figure for Cambridgeshire:").await?;
    page.must_be_accessible().await
}

/// A council that is no more opens on one that came in its place, and says so.
pub(crate) async fn a_council_that_is_no_more_opens_on_its_successor(page: Rc<Page>) -> Result<()> {
    page.js("location.hash = 'council=909'; return true", &[]).await?;
    heading_is(&page, "Cumberland: official figures").await?;
    page.wait_for_text("Cumbria was replaced by Cumberland and Westmorland and Furness after March 2023.")
        .await?;
    page.press("See Westmorland and Furness").await?;
    heading_is(&page, "Westmorland and Furness: official figures").await
}

/// Where the window is narrow, the header is one line with a menu.
pub(crate) async fn a_narrow_header_is_one_line_with_a_menu(page: Rc<Page>) -> Result<()> {
    page.resize(500, 900).await?;
    page.wait_until_gone(".nav").await?;
    let height = page.js("return document.querySelector('.header').offsetHeight", &[]).await?;
    ensure!(height.as_f64().is_some_and(|height| height < 64.0), "the header is {height} px high");
    page.press("Menu").await?;
    page.must_be_accessible().await?;
    page.wait_for("nav a[href='#about']").await?.click().await?;
    heading_is(&page, "About").await?;
    page.wait_until_gone(".nav").await
}
