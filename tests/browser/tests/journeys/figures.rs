//! Figures in: pasting the real tables, typing, bad input, and taking things back.

use std::rc::Rc;

use anyhow::{Result, ensure};
use browser_tests::{Engine, Page};
use thirtyfour::Key;

const CARE_LEAVERS: &str = include_str!("../../../read/care-leavers-2023.txt");
const BY_MONTH: &str = include_str!("../../../read/children-in-care-by-month-2020.txt");
const REGIONS: &str = include_str!("../../../read/placement-region-2019.txt");
const IMPOSSIBLE: &str = include_str!("../../../read/impossible-numbers.txt");
const UNKNOWN: &str = include_str!("../../../read/ambiguous-and-unknown.txt");

const MESSAGE: &str = ".message";

pub(crate) async fn pastes_the_real_tables(page: Rc<Page>) -> Result<()> {
    let tables = [
        (CARE_LEAVERS, "12 figures were read. Layout: a column for each year."),
        (BY_MONTH, "60 figures were read. Layout: a column for each month or quarter."),
        (REGIONS, "8 figures were read. Layout: a breakdown with a total."),
        (
            "Three or more placements\t51\t646\nLong-term stability\t162\t233",
            "2 figures were read. Layout: one row per measure with its counts.",
        ),
        (
            "Pathway plans in place: 561 of 594\nReview health assessments on time 231/248",
            "2 figures were read. Layout: lines such as \u{201C}51 of 646\u{201D}.",
        ),
        (
            "indicator,area,period,numerator,denominator,value\ndental-checks,873,2023,300,400,\n",
            "1 figure was read. Layout: one row per value.",
        ),
    ];
    for (table, message) in tables {
        page.paste("#paste", table, "").await?;
        page.wait_for_text(message).await?;
    }
    page.must_be_accessible().await?;
    page.screenshot("pasted").await?;
    page.press("Clear all").await?;
    page.wait_for_text("All figures were cleared, and their targets with them.").await?;
    page.press("Undo").await?;
    page.wait_for(".figures").await?;
    // Of the 85 figures, those of one measure stand in one row, and its periods in columns. Only rows in view are drawn.
    let look = "
        const grid = document.querySelector('.figures');
        const seen = window.seen ??= new Set();
        for (const cell of grid.querySelectorAll('td'))
            if (cell.innerText.trim() && !cell.ariaReadOnly) seen.add(cell.id);
        grid.parentElement.scrollTop += 200;
        return [Number(grid.ariaRowCount), Number(grid.ariaColCount), seen.size]";
    page.until("all figures are in the grid", async || {
        Ok((page.js(look, &[]).await? == serde_json::json!([25, 18, 85])).then_some(()))
    })
    .await
}

pub(crate) async fn tells_what_is_wrong_and_keeps_the_rest(page: Rc<Page>) -> Result<()> {
    page.paste("#paste", "Dental checks\t2022/23\t300\t400", "").await?;
    page.wait_for_text("1 figure was read.").await?;
    page.paste("#paste", IMPOSSIBLE, "").await?;
    for sentence in [
        "8 cells could not be used",
        "pasted row 1, column B: \u{201C}700\u{201D} The numerator, 700, is larger than the denominator, 646.",
        "A number of children or cases cannot be negative.",
        "The denominator is 0",
        "A percentage cannot be above 100.",
    ] {
        page.wait_for_text(sentence).await?;
    }
    page.must_be_accessible().await?;
    page.screenshot("impossible").await?;
    // The first problem leads to its cell, where it can be mended.
    page.press("Go to the cell").await?;
    page.until("the cell has the focus", async || {
        let focused = page.js("return document.activeElement.innerText", &[]).await?;
        Ok(focused.as_str().is_some_and(|text| text.contains("700 of 646")).then_some(()))
    })
    .await?;
    page.wait_for_text("The numerator, 700, is larger than the denominator, 646.").await?;
    page.browser.action_chain().send_keys("51 of 646").send_keys(Key::Enter).perform().await?;
    page.wait_for_text("7 cells could not be used").await?;
    page.wait_for_text("7.9%").await?;
    page.wait_for_text("75.0%").await
}

pub(crate) async fn asks_what_an_unknown_name_means(page: Rc<Page>) -> Result<()> {
    page.paste("#paste", UNKNOWN, "").await?;
    page.wait_for_text("Choose a measure for ").await?;
    // Enter at the name of a row leads to the box in which its measure is chosen, and the choice leads back.
    page.go_to_cell("Frobnication of widgets", "Measure").await?;
    page.browser.action_chain().send_keys(Key::Enter).perform().await?;
    let choice = page.field("Read as").await?;
    choice.click().await?;
    choice.send_keys("immunis").await?;
    page.wait_for("[role=listbox] [role=option]").await?;
    page.must_be_accessible().await?;
    choice.send_keys(Key::Enter).await?;
    page.wait_for_text("\u{201C}Frobnication of widgets\u{201D} is read as Immunisations up to date.")
        .await?;
    page.wait_for_text("80.0%").await?;
    page.until("the row has the focus", async || {
        let focused = page.js("return document.activeElement.innerText", &[]).await?;
        Ok(focused.as_str().is_some_and(|text| text.contains("Immunisations up to date")).then_some(()))
    })
    .await?;
    // The ambiguous one offers its own candidates first.
    page.go_to_cell("EET", "Measure").await?;
    let choice = page.field("Read as").await?;
    choice.click().await?;
    let first = page.wait_for("[role=listbox] [role=option]").await?.text().await?;
    ensure!(first.starts_with("Care leavers aged 17 to 18 in education"), "the first choice is {first}");
    choice.send_keys(Key::Down + Key::Enter).await?;
    page.wait_for_text(
        "\u{201C}EET\u{201D} is read as Care leavers aged 19 to 21 in education, employment or training.",
    )
    .await?;
    page.go_to_cell("Dental checks up to date", "Measure").await?;
    page.press("Leave out: Dental checks up to date").await?;
    page.wait_for_text("\u{201C}Dental chekcs\u{201D} is left out, but stays in the table.").await
}

pub(crate) async fn types_adds_deletes_and_undoes(page: Rc<Page>) -> Result<()> {
    page.fill("Paste a table from Excel, Word or a web page", "Dental checks: 300 of 400").await?;
    page.press("Read").await?;
    page.wait_for_text("1 figure was read.").await?;
    page.type_in_cell("Dental checks up to date", "No period", "310 of 400").await?;
    page.wait_for_text("77.5%").await?;
    let choice = page.field("Add a measure").await?;
    choice.click().await?;
    choice.send_keys("long-term placement").await?;
    page.wait_for("[role=listbox] [role=option]").await?;
    choice.send_keys(Key::Enter).await?;
    page.wait_for_text("Long-term placement stability is in the table. Type its figures.").await?;
    page.type_in_cell("Long-term placement stability", "No period", "162 of 233").await?;
    page.wait_for_text("69.5%").await?;
    page.go_to_cell("Long-term placement stability", "No period").await?;
    page.press("Delete row: Long-term placement stability").await?;
    page.wait_for_text("Row deleted. Undo brings it back.").await?;
    page.press("Undo").await?;
    page.wait_for_text("69.5%").await?;
    // It does not say its period: nothing is compared until one is chosen.
    page.wait_for_text("These figures do not say which period they are for.").await
}

/// On an empty page: a measure of the catalogue, one of the council's own, two periods.
pub(crate) async fn a_table_is_typed_by_hand(page: Rc<Page>) -> Result<()> {
    for (typed, title) in [("dental", "Dental checks up to date"), ("Bicycles given", "Bicycles given")] {
        let choice = page.field("Add a measure").await?;
        choice.scroll_into_view().await?;
        choice.click().await?;
        choice.send_keys(typed).await?;
        page.wait_for("[role=listbox] [role=option]").await?;
        choice.send_keys(Key::Enter).await?;
        page.go_to_cell(title, "Measure").await?;
    }
    for period in ["2023/24", "2024/25"] {
        page.fill("Add a period", period).await?;
        page.press("Add").await?;
        page.wait_for_text(&format!("{period} is in the table. Type its figures.")).await?;
    }
    page.type_in_cell("Dental checks up to date", "2023/24", "300 of 400").await?;
    page.type_in_cell("Dental checks up to date", "2024/25", "321 of 400").await?;
    page.type_in_cell("Bicycles given", "2024/25", "12").await?;
    page.wait_for_text("75.0%").await?;
    page.wait_for_text("80.3%").await?;
    page.must_be_accessible().await?;
    page.screenshot("by-hand").await?;
    cells_are_copied(&page).await
}

/// What is copied hides a small count; pasted in this table it is what stood in the cell.
async fn cells_are_copied(page: &Page) -> Result<()> {
    // Firefox lets no script read what was copied.
    if page.engine == Engine::Firefox {
        return Ok(());
    }
    page.type_in_cell("Dental checks up to date", "2023/24", "3 of 400").await?;
    // A press in the cell that the keyboard is at would open it.
    page.go_to_cell("Bicycles given", "2023/24").await?;
    let cell = page.go_to_cell("Dental checks up to date", "2023/24").await?.to_json()?;
    page.until("the keyboard is in the cell", async || {
        let has_it =
            page.js("return document.activeElement === arguments[0]", std::slice::from_ref(&cell)).await?;
        Ok((has_it == true).then_some(()))
    })
    .await?;
    let script = "
        const clipboardData = new DataTransfer();
        document.activeElement.dispatchEvent(
          new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
        return clipboardData.getData('text/plain');";
    let copied = page.js(script, &[]).await?;
    ensure!(copied == "c", "{copied} was copied");
    page.go_to_cell("Dental checks up to date", "2024/25").await?;
    // WebKit calls a cell hidden that anybody sees, so the event is given to what has the keyboard.
    let script = "
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', 'c');
        document.activeElement.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));";
    page.js(script, &[]).await?;
    page.wait_for_text("1 cell was filled").await?;
    let texts = page.js(
        "return [...document.querySelectorAll('[id^=grid-] .grid-main')].map((it) => it.textContent)",
        &[],
    );
    ensure!(texts.await?.to_string().matches("3 of 400").count() == 2, "it is not pasted");
    Ok(())
}

pub(crate) async fn ten_thousand_rows_stay_usable(page: Rc<Page>) -> Result<()> {
    let rows: Vec<String> = (0..10_000).map(|row| format!("Dental checks\t2022/23\t{row}\t10000")).collect();
    page.paste("#paste", &rows.join("\n"), "").await?;
    page.wait_for_text("0 of 10000").await?;
    page.go_to_cell("Dental checks up to date", "2022/23").await?;
    page.browser
        .action_chain()
        .key_down(Key::Control)
        .send_keys(Key::End)
        .key_up(Key::Control)
        .perform()
        .await?;
    page.wait_for_text("9,999 of 10,000").await?;
    let drawn = page.js("return document.querySelectorAll('.figures tr').length", &[]).await?;
    ensure!(drawn.as_u64().is_some_and(|rows| rows < 100), "{drawn} rows are drawn");
    let message = page.text(MESSAGE).await?;
    ensure!(message.starts_with("10,000 figures were read."), "the page says {message}");
    Ok(())
}

/// 100 measures by 24 months: a key draws the rows it changes and no others, and only rows in view are there.
pub(crate) async fn a_key_draws_only_the_rows_it_changes(page: Rc<Page>) -> Result<()> {
    let titles = page
        .js("return corporateParenting.indicators().filter(({ kind }) => kind === 'share').map(({ title }) => title)", &[])
        .await?;
    let titles: Vec<String> = serde_json::from_value(titles)?;
    let months: Vec<String> =
        (0..24).map(|month| format!("{}-{:02}", 2022 + month / 12, month % 12 + 1)).collect();
    let mut table = format!("Measure\t{}\n", months.join("\t"));
    for title in titles.iter().take(100) {
        let values: Vec<String> = (0..24).map(|month| format!("{}%", 40 + month)).collect();
        table.extend([title, "\t", &values.join("\t"), "\n"]);
    }
    page.paste("#paste", &table, "").await?;
    page.wait_for_text("2,400 figures were read.").await?;
    page.go_to_cell(titles.first().map_or("", String::as_str), "January 2022").await?;
    let watch = "
        const rows = document.querySelectorAll('.grid-row').length;
        window.changed = new Set();
        new MutationObserver((changes) => {
            for (const { target } of changes) {
                const row = (target.closest ? target : target.parentElement).closest('.grid-row');
                if (row) window.changed.add(row.ariaRowIndex);
            }
        }).observe(document.querySelector('.figures'), { subtree: true, childList: true, attributes: true, characterData: true });
        return rows";
    let drawn = page.js(watch, &[]).await?;
    ensure!(drawn.as_u64().is_some_and(|rows| rows < 40), "{drawn} rows are drawn");
    let focused = async |id: &str| {
        page.until(&format!("the focus is at {id}"), async || {
            Ok((page.js("return document.activeElement.id", &[]).await? == id).then_some(()))
        })
        .await
    };
    page.browser.action_chain().send_keys(Key::Down).perform().await?;
    focused("grid-2-1").await?;
    page.browser.action_chain().send_keys("97%").send_keys(Key::Enter).perform().await?;
    focused("grid-3-1").await?;
    page.wait_for_text("97%").await?;
    // The row it came from, the one that was typed into, and the one below.
    let changed = page.js("return [...window.changed]", &[]).await?;
    ensure!(changed.as_array().is_some_and(|rows| rows.len() <= 3), "rows drawn anew: {changed}");
    Ok(())
}
