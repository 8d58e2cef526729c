//! A draft of a report: marked, corrected and copied.

use std::rc::Rc;

use anyhow::{Result, ensure};
use browser_tests::Page;
use thirtyfour::Key;

/// One number that agrees, one that does not, one that was cut off.
const DRAFT: &str = "\
Draft report

162 out of 233 children (69.5%) had long term placement stability.

412 out of 520 children (82%) had an up-to-date dental check.

35 of 88 initial health assessments (39%) were in time.
";

/// A table wider than a telephone.
const WIDE: &str = "\
Measure\tApril 2022\tMay 2022\tJune 2022\tJuly 2022\tAugust 2022\tSeptember 2022\tOctober 2022\tNovember 2022
Boys\t655\t600\t610\t620\t630\t640\t650\t660
Girls\t85\t100\t100\t100\t100\t100\t100\t100
Total\t740\t700\t710\t720\t730\t740\t750\t760
";

/// A record of a child.
const PERSONAL: &str = "Name\tDate of birth\nJane Holloway\t03/04/2012\nTom Hargreaves\t05/06/2013\n";

async fn key(page: &Page, key: Key) -> Result<()> {
    Ok(page.browser.action_chain().send_keys(String::from(key.value())).perform().await?)
}

async fn open(page: &Page, draft: &str) -> Result<()> {
    page.follow("#check").await?;
    page.paste("#draft-box", draft, "").await
}

/// The words of the marks in the text, in order, each without its blanks.
async fn marks(page: &Page) -> Result<Vec<String>> {
    let marks = page
        .js(
        "return [...document.querySelectorAll('mark button')].map((mark) => mark.textContent.replace(/\\s+/g, ' ').trim())",
        &[],
    )
    .await?;
    Ok(serde_json::from_value(marks)?)
}

async fn focus_is_in(page: &Page, css: &str) -> Result<()> {
    page.until(&format!("the keyboard is in {css}"), async || {
        let script = "return document.activeElement.closest(arguments[0]) !== null";
        let is_in = page.js(script, &[css.into()]).await?;
        Ok((is_in == true).then_some(()))
    })
    .await
}

/// Pastes a draft, and by keyboard alone looks at a finding, accepts it, takes that back, and dismisses it.
pub(crate) async fn a_draft_is_checked_by_keyboard(page: Rc<Page>) -> Result<()> {
    open(&page, DRAFT).await?;
    page.wait_for_text("3 numbers checked, 1 to look at.").await?;
    page.until("the marks stand in the text", async || {
        Ok((marks(&page).await? == ["69.5%✓ Agrees", "82%× Differs", "39%✓ Agrees if cut off"]).then_some(()))
    })
    .await?;
    page.must_be_accessible().await?;
    page.screenshot("check").await?;
    // From mark to mark, to its finding, and to its first button.
    page.js("document.querySelector('mark button').focus()", &[]).await?;
    key(&page, Key::Right).await?;
    focus_is_in(&page, "#mark-1").await?;
    key(&page, Key::Enter).await?;
    focus_is_in(&page, "#finding-1").await?;
    key(&page, Key::Tab).await?;
    key(&page, Key::Enter).await?;
    page.wait_for_text("\u{201C}82%\u{201D} is now \u{201C}79%\u{201D}. Undo takes this back.").await?;
    page.wait_for_text("3 numbers checked. All agree.").await?;
    focus_is_in(&page, ".finding").await?;
    let keyboard = page.browser.action_chain().key_down(Key::Control).send_keys("z").key_up(Key::Control);
    keyboard.perform().await?;
    page.wait_for_text("3 numbers checked, 1 to look at.").await?;
    page.press("Dismiss 82%").await?;
    page.wait_for_text("2 numbers checked. All agree.").await?;
    page.press("Show the dismissed finding again").await?;
    page.wait_for_text("3 numbers checked, 1 to look at.").await?;
    page.press("Copy the findings").await?;
    page.wait_for_text("The findings were copied. Paste them into Word or Excel.").await?;
    page.press("Copy the corrected text").await?;
    page.wait_for_text("The text was copied.").await?;
    page.resize(500, 900).await?;
    page.must_fit().await?;
    page.screenshot("narrow-check").await?;
    page.must_be_accessible().await
}

/// Nothing replaces a draft unasked, personal data is turned away, and what cannot be checked is said.
pub(crate) async fn a_draft_is_replaced_only_when_asked(page: Rc<Page>) -> Result<()> {
    open(&page, "A report without numbers.\n").await?;
    page.wait_for_text("No number in this text could be checked.").await?;
    page.paste("#screen-heading", DRAFT, "").await?;
    page.wait_for_text("There is a draft here already. Replace it?").await?;
    page.press("Replace it").await?;
    page.wait_for_text("3 numbers checked, 1 to look at.").await?;
    page.press("Clear").await?;
    page.wait_for_text("The draft was cleared. Undo brings it back.").await?;
    page.paste("#draft-box", PERSONAL, "").await?;
    page.wait_for_text("This looks like personal data").await?;
    page.must_be_accessible().await?;
    page.press("Close").await?;
    page.press("Try an example draft").await?;
    page.wait_for("mark").await?;
    page.must_be_accessible().await?;
    // Without a text the keyboard goes back to where one is put, and a wide table moves by itself.
    page.press("Clear").await?;
    page.press("Check").await?;
    page.wait_for_text("There is no text to check yet. Paste or type it above.").await?;
    focus_is_in(&page, "#draft-box").await?;
    page.paste("#draft-box", WIDE, "").await?;
    page.wait_for("mark").await?;
    page.resize(500, 900).await?;
    page.must_fit().await
}

/// A long draft is looked through and checked by workers, without a word of trouble; one with personal data is turned away.
pub(crate) async fn a_long_draft_is_left_to_workers(page: Rc<Page>) -> Result<()> {
    page.js("window.warned = []; console.warn = (...said) => window.warned.push(said.join(' '))", &[])
        .await?;
    let long = format!("{DRAFT}\n").repeat(400);
    open(&page, &format!("{long}{PERSONAL}")).await?;
    page.wait_for_text("This looks like personal data").await?;
    page.press("Close").await?;
    page.paste("#draft-box", &long, "").await?;
    page.wait_for_text("1,200 numbers checked, 400 to look at.").await?;
    let warned = page.js("return window.warned", &[]).await?;
    ensure!(warned == serde_json::json!([]), "the console says {warned}");
    Ok(())
}
