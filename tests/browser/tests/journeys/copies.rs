//! Commentary, and the copies of the page that keep it: a private one of everything, and one to publish.

use std::rc::Rc;

use anyhow::{Result, ensure};
use browser_tests::{Engine, Page};
use thirtyfour::prelude::*;

const TABLE: &str = "Indicator\tPeriod\tNumerator\tDenominator\tComments\nThree or more placements\t2021/22\t62\t640\tMoves were high\n\
    Three or more placements\t2022/23\t51\t646\t\nInitial health assessments on time\t2022/23\t27\t167\t\n\
    Initial health assessments on time, placed in county\t2022/23\t25\t150\t\n\
    Initial health assessments on time, placed out of county\t2022/23\t2\t17\t\n";

/// What folds the boxes of the commentary away until somebody writes.
const COMMENTARY: &str = "Commentary, 2022/23";

async fn open_row(page: &Page, measure: &str) -> Result<()> {
    page.follow("#scorecard").await?;
    page.wait_for("table.scorecard").await?;
    page.press(measure).await?;
    page.wait_for(".row-opened").await?;
    Ok(())
}

/// Pastes the table and opens the first measure.
async fn begin(page: &Page) -> Result<()> {
    page.paste("#paste", TABLE, "").await?;
    page.wait_for_text("5 figures were read.").await?;
    open_row(page, "Three or more placements in the year").await?;
    page.wait_for_text("Moves were high").await
}

/// Types where the cursor is, and goes to the next box.
async fn type_on(page: &Page, text: &str) -> Result<()> {
    Ok(page.browser.action_chain().send_keys(text).send_keys(Key::Tab).perform().await?)
}

async fn commented(page: &Page) -> Result<()> {
    begin(page).await?;
    page.press_summary(COMMENTARY).await?;
    page.field("What it shows").await?.scroll_into_view().await?;
    page.js("document.querySelector('.commentary textarea').focus()", &[]).await?;
    for text in ["Moves rose this year.", "", "Weekly placement panel", "Head of Fostering", "31 March 2024"]
    {
        type_on(page, text).await?;
    }
    page.wait_for_text("You wrote \u{201C}rose\u{201D}.").await
}

/// The page as text with what was saved in it, which must be all that differs from the page as it was built.
fn saved_in(page: &Page, copy: &str) -> Result<String> {
    let (before, rest) = copy.split_once("id=\"saved-figures\">").unwrap_or_default();
    let (saved, after) = rest.split_once("</script>").unwrap_or_default();
    let whole = format!("{before}id=\"saved-figures\"></script>{after}");
    ensure!(whole == page.built()?, "more than the figures has changed");
    Ok(saved.to_owned())
}

pub(crate) async fn commentary_is_written_by_keyboard(page: Rc<Page>) -> Result<()> {
    commented(&page).await?;
    page.field("What it shows").await?.scroll_into_view().await?;
    page.screenshot("commentary").await?;
    page.must_be_accessible().await?;
    // Personal data is said to be refused, and stays in its box only.
    page.fill("Who", "Tamsin Oakhollow").await?;
    page.browser.action_chain().send_keys(Key::Tab).perform().await?;
    page.wait_for_text("This looks like personal data, so it was not kept.").await?;
    let kept = page.js("return JSON.stringify(document.getElementById('app').kept)", &[]).await?;
    ensure!(!kept.as_str().unwrap_or_default().contains("Oakhollow"), "it is kept");
    page.fill("Who", "Placement board").await?;
    page.browser.action_chain().send_keys(Key::Tab).perform().await?;
    page.wait_until_gone(".commentary .error").await?;
    page.fill("What it shows", "Moves fell to 7.9%.").await?;
    page.browser.action_chain().send_keys(Key::Tab).perform().await?;
    page.wait_until_gone(".doubt").await
}

pub(crate) async fn a_private_working_copy_goes_on_where_it_was_left(page: Rc<Page>) -> Result<()> {
    commented(&page).await?;
    page.follow("#figures").await?;
    let troublesome = "</script><b>\u{201C}\"quoted\" \u{1F600} <!-- &amp; \\ \t2022/23\t77\t88";
    page.paste("#paste", troublesome, "").await?;
    page.wait_for_text("Choose a measure for 1 name below.").await?;
    page.follow("#save").await?;
    page.wait_for_text("Copies of this page").await?;
    page.screenshot("copies").await?;
    page.catch_downloads().await?;
    let (name, copy) = page.download("Save a private working copy").await?;
    ensure!(name == "private-corporate-parenting-working-copy-2022-23.html", "it is called {name}");
    saved_in(&page, &copy)?;
    let file = page.changed_copy(|_| copy.clone())?;
    page.open_file(&file).await?;
    page.wait_for_text("Private working copy. It contains figures that are hidden").await?;
    page.screenshot("private-copy").await?;
    let title = page.js("return document.title", &[]).await?;
    ensure!(
        title.as_str().is_some_and(|title| title.starts_with("Private working copy: ")),
        "its title is {title}"
    );
    open_row(&page, "Three or more placements in the year").await?;
    page.wait_for_text("Moves were high").await?;
    let doing = page.field("What we are doing").await?.prop("value").await?;
    ensure!(doing.as_deref() == Some("Weekly placement panel"), "{doing:?} came back");
    page.wait_for_text("25 of 150").await?;
    page.follow("#figures").await?;
    let kept = page
        .js(
            "return [...document.querySelectorAll('.grid-title')].map((title) => title.textContent).join()",
            &[],
        )
        .await?;
    let kept = kept.as_str().unwrap_or_default();
    ensure!(kept.contains("</script><b>") && kept.contains('\u{1F600}'), "{kept} came back");
    // Before anything in it goes where others may read it, the person is asked, once; also by what the browser does itself.
    page.follow("#save").await?;
    let held = page
        .js(
            "const ask = window.confirm; let asked = 0; window.confirm = () => { asked += 1; return false; };
            const of = (event) => !document.body.dispatchEvent(event) && asked;
            const all = { bubbles: true, cancelable: true };
            const held = [of(new Event('copy', all)), of(new KeyboardEvent('keydown', { ...all, key: 'p', ctrlKey: true })),
                of(new KeyboardEvent('keydown', { ...all, key: 'p' }))];
            window.confirm = ask; return held.join()",
            &[],
        )
        .await?;
    ensure!(held.as_str() == Some("1,2,false"), "copying and printing: {held}");
    page.press("Copy the scorecard for Word or Excel").await?;
    page.browser.dismiss_alert().await?;
    page.wait_for_text("Not done: you cancelled it").await?;
    page.press("Copy the scorecard for Word or Excel").await?;
    page.browser.accept_alert().await?;
    page.wait_for_text("The scorecard was copied.").await?;
    page.press("Copy the sentences").await?;
    page.wait_for_text("The sentences were copied.").await?;
    page.follow("#figures").await?;
    // The last change is taken back as it was before the page was closed.
    page.press("Undo").await?;
    page.wait_for_text("Undone.").await?;
    page.type_in_cell("Three or more placements in the year", "2022/23", "52 of 646").await?;
    page.wait_for_text("8.0%").await?;
    page.follow("#save").await?;
    page.catch_downloads().await?;
    let (_, again) = page.download("Save a private working copy").await?;
    let copy = page.changed_copy(|_| again.clone())?;
    page.open_file(&copy).await?;
    page.wait_for_text("8.0%").await
}

pub(crate) async fn a_publishable_copy_holds_nothing_else(page: Rc<Page>) -> Result<()> {
    commented(&page).await?;
    page.press("Initial health assessments on time").await?;
    page.press_summary(COMMENTARY).await?;
    page.js("document.querySelector('.commentary textarea').focus()", &[]).await?;
    type_on(&page, "Only 25 were on time in the county.").await?;
    page.wait_for_text("Left out of everything you publish").await?;
    page.follow("#save").await?;
    page.wait_for_text("Copies of this page").await?;
    page.catch_downloads().await?;
    page.press("Make a publishable copy").await?;
    page.wait_for_text("Check before you publish").await?;
    page.wait_for_text("is left out: Initial health assessments on time.").await?;
    page.screenshot("review").await?;
    page.must_be_accessible().await?;
    let (name, copy) = page.download("Save the publishable copy").await?;
    ensure!(name == "corporate-parenting-scorecard-2022-23.html", "it is called {name}");
    let saved = saved_in(&page, &copy)?;
    for hidden in [
        "\"25\"",
        "\"150\"",
        "\"2\"",
        "\"17\"",
        "Only",
        "undo",
        "scenarios",
        "county\",\"period\":\"2022/23\",\"numerator",
    ] {
        ensure!(!saved.contains(hidden), "{hidden} is in {saved}");
    }
    let file = page.changed_copy(|_| copy.clone())?;
    page.open_file(&file).await?;
    page.wait_for_text("Publishable copy, read-only.").await?;
    page.wait_for("table.scorecard").await?;
    page.screenshot("publishable-copy").await?;
    page.must_be_accessible().await?;
    ensure!(
        page.browser.find_all(By::Css("nav a[href='#figures']")).await?.is_empty(),
        "figures can be entered"
    );
    page.press("Three or more placements in the year").await?;
    page.wait_for_text("Weekly placement panel").await?;
    ensure!(
        page.browser.find_all(By::Css(".commentary textarea")).await?.is_empty(),
        "commentary can be written"
    );
    page.press("Edit a copy").await?;
    page.wait_for(".commentary textarea").await?;
    page.follow("#figures").await?;
    page.wait_for("#paste").await?;
    Ok(())
}

/// A browser that can is asked for a file, and writes the same one again without asking.
pub(crate) async fn a_file_is_saved_over(page: Rc<Page>) -> Result<()> {
    begin(&page).await?;
    let without = "window.showSaveFilePicker = undefined;";
    page.js(without, &[]).await?;
    page.follow("#save").await?;
    page.wait_for_text("Save a private working copy").await?;
    ensure!(!page.text("main").await?.contains("Save over a file"), "it is offered where it cannot be done");
    // Firefox cannot, and what its driver puts in place of it is no function of the page.
    if page.engine == Engine::Firefox {
        return Ok(());
    }
    page.js("location.hash = '#about'", &[]).await?;
    let picker = "
        window.asked = 0;
        window.written = [];
        const writable = { write: async (text) => { window.written.push(text); }, close: async () => {} };
        const file = { name: 'mine.html', createWritable: async () => writable };
        window.showSaveFilePicker = async (options) => { window.asked += 1; window.named = options.suggestedName; return file; };";
    page.js(picker, &[]).await?;
    page.follow("#save").await?;
    for times in 1..=2 {
        page.press("Save over a file").await?;
        page.until("it is written", async || {
            Ok((page.js("return window.written.length", &[]).await? == times).then_some(()))
        })
        .await?;
        page.wait_for_text("The private working copy was saved as mine.html.").await?;
    }
    let copy = page.js("return window.written[1]", &[]).await?;
    saved_in(&page, copy.as_str().unwrap_or_default())?;
    ensure!(page.js("return window.asked", &[]).await? == 1, "it asks for the same file again");
    Ok(())
}
