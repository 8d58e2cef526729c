//! Names that are not known: asked once, settled by keyboard, remembered in a saved page.

use std::rc::Rc;

use anyhow::{Result, ensure};
use browser_tests::Page;
use thirtyfour::Key;

use crate::scorecard::row_must_say;

const SCORECARD: &str = include_str!("../../../data/scorecards/2023.tsv");
const NEXT: &str = include_str!("../../../data/scorecards/2024.tsv");

const KEEP: &str = "Keep as our own measure";

/// A scorecard of two measures that are known and eight that only this council has.
const OWN: &str = "\
Measure\t2023/24\t2024/25\tTarget 2024/25
PEP up to date\t88.0%\t91.0%\t95%
Care plan up to date\t81.0%\t86.0%\t85%
Library cards held\t40 of 61\t45 of 60\t70%
Swimming lessons begun\t30.0%\t34.0%\t50%
Bikes given out\t12\t19\t
Cups of tea with the director\t55\t61\t
Festival tickets used\t71.0%\t64.0%\t
Museum passes used\t22.5%\t31.5%\t
Choir places taken\t14\t16\t
Drum kits lent\t8\t9\t
";
const OWN_NEXT: &str =
    "Measure\t2025/26\nLibrary cards held\t50 of 62\nBikes given out\t23\nDrum kits lent\t11\n";

/// Presses keys where the keyboard is.
async fn keys(page: &Page, keys: impl AsRef<str>) -> Result<()> {
    Ok(page.browser.action_chain().send_keys(keys.as_ref()).perform().await?)
}

async fn key(page: &Page, key: Key) -> Result<()> {
    keys(page, String::from(key.value())).await
}

/// Waits until the keyboard is at a button with this text, in the group of this name.
async fn must_be_at(page: &Page, name: &str, button: &str) -> Result<()> {
    page.until(&format!("the keyboard is at {button} of {name}"), async || {
        let at = page
            .js(
                "const now = document.activeElement;
                 return [now.closest('fieldset')?.querySelector('legend').textContent, now.textContent]",
                &[],
            )
            .await?;
        Ok((at == serde_json::json!([name, button])).then_some(()))
    })
    .await
}

/// Tab, until the keyboard is in the panel.
async fn tab_into_panel(page: &Page) -> Result<()> {
    for _ in 0..40 {
        if page.js("return document.activeElement.closest('.names-list') !== null", &[]).await? == true {
            return Ok(());
        }
        key(page, Key::Tab).await?;
    }
    anyhow::bail!("no number of tabs leads into the panel")
}

/// The names in the panel, in order.
async fn asked(page: &Page) -> Result<Vec<String>> {
    let names = page.js(
        "return [...document.querySelectorAll('.names-list legend')].map((name) => name.textContent)",
        &[],
    );
    Ok(serde_json::from_value(names.await?)?)
}

/// The text of the first button of a name.
async fn first_offer(page: &Page, name: &str) -> Result<String> {
    let offer = page
        .js(
            "return [...document.querySelectorAll('.names-list fieldset')]
               .find((each) => each.querySelector('legend').textContent === arguments[0]).querySelector('button').textContent",
            &[name.into()],
        )
        .await?;
    Ok(offer.as_str().unwrap_or_default().to_owned())
}

/// An ordinary scorecard, of which a few names are not known, by keyboard alone; next year's asks nothing.
pub(crate) async fn names_are_settled_once_by_keyboard_and_for_all_tables(page: Rc<Page>) -> Result<()> {
    page.paste("#paste", SCORECARD, "").await?;
    page.wait_for_text("Choose a measure for 5 names").await?;
    let names = asked(&page).await?;
    let [card, boxes, wishes, eet, tea] = names.as_slice() else { anyhow::bail!("{names:?} are asked") };
    page.must_be_accessible().await?;
    page.screenshot("names").await?;
    // What is asked is not listed as a problem besides.
    ensure!(!page.text("main").await?.contains("could not be used"), "a name is a problem besides");
    tab_into_panel(&page).await?;
    must_be_at(&page, card, KEEP).await?;
    // The first offer of a name that has one.
    let offer = first_offer(&page, eet).await?;
    for _ in 0..3 {
        key(&page, Key::Down).await?;
    }
    must_be_at(&page, eet, &offer).await?;
    key(&page, Key::Enter).await?;
    page.wait_for_text(&format!("\u{201C}{eet}\u{201D} is read as {offer}.")).await?;
    must_be_at(&page, tea, KEEP).await?;
    // The last button, and on to the first name.
    key(&page, Key::Right).await?;
    must_be_at(&page, tea, "Another measure").await?;
    key(&page, Key::Right).await?;
    must_be_at(&page, tea, "Leave out").await?;
    key(&page, Key::Enter).await?;
    page.wait_for_text(&format!("\u{201C}{tea}\u{201D} is left out, but stays in the table.")).await?;
    must_be_at(&page, card, KEEP).await?;
    // Any measure can be looked for.
    key(&page, Key::Right).await?;
    key(&page, Key::Enter).await?;
    page.wait_for("input[aria-label='Measure of Children with a library card']:focus").await?;
    keys(&page, "immunisations").await?;
    page.wait_for("[role=listbox] [role=option]").await?;
    page.must_be_accessible().await?;
    key(&page, Key::Enter).await?;
    page.wait_for_text(&format!("\u{201C}{card}\u{201D} is read as Immunisations up to date.")).await?;
    must_be_at(&page, boxes, KEEP).await?;
    // A choice can be taken back where it was made.
    page.wait_for(".names-last button").await?.click().await?;
    page.wait_for_text("Undone.").await?;
    ensure!(asked(&page).await? == [card.as_str(), boxes, wishes], "undo asks again");
    must_be_at(&page, card, KEEP).await?;
    key(&page, Key::Enter).await?;
    page.wait_for_text(&format!("\u{201C}{card}\u{201D} is kept as your own measure.")).await?;
    must_be_at(&page, boxes, KEEP).await?;
    page.press("Keep both as our own measures").await?;
    page.wait_for_text("2 names are kept as your own measures.").await?;
    page.wait_until_gone(".names").await?;
    remembers(&page, names.len()).await
}

/// Saves a private working copy, opens it, and pastes next year's table.
async fn remembers(page: &Page, names: usize) -> Result<()> {
    page.js("location.hash = '#save'", &[]).await?;
    page.wait_for_text("What is hidden").await?;
    page.catch_downloads().await?;
    page.press("Make a publishable copy").await?;
    let (_, published) = page.download("Save the publishable copy").await?;
    ensure!(!published.to_lowercase().contains("cups of tea"), "a copy to be published holds a name");
    let (_, saved) = page.download("Save a private working copy").await?;
    let copy = page.changed_copy(|_| saved.clone())?;
    page.open_file(&copy).await?;
    page.wait_for_text("This page was saved with").await?;
    page.follow("#figures").await?;
    page.paste("#paste", NEXT, "").await?;
    page.wait_for_text(&format!("{names} names were read as you chose before.")).await?;
    ensure!(asked(page).await?.is_empty(), "the next table asks again");
    Ok(())
}

/// Two hundred names come in pages, and go in one press.
pub(crate) async fn two_hundred_names_are_asked_in_pages(page: Rc<Page>) -> Result<()> {
    let rows: Vec<String> = (0..200).map(|row| format!("Frobnication of kind {row}\t{row}\t300")).collect();
    page.paste("#paste", &rows.join("\n"), "").await?;
    page.wait_for_text("Names 1 to 25 of 200").await?;
    tab_into_panel(&page).await?;
    key(&page, Key::End).await?;
    must_be_at(&page, "Frobnication of kind 199", KEEP).await?;
    page.wait_for_text("Names 176 to 200 of 200").await?;
    key(&page, Key::Up).await?;
    must_be_at(&page, "Frobnication of kind 198", KEEP).await?;
    page.must_be_accessible().await?;
    page.press("Leave out all 200").await?;
    page.wait_until_gone(".names").await
}

/// Measures that only this council has have their place on every screen, and are known when its copy is opened.
pub(crate) async fn own_measures_have_their_place_everywhere(page: Rc<Page>) -> Result<()> {
    page.paste("#paste", OWN, "").await?;
    page.wait_for_text("Choose a measure for 8 names").await?;
    page.press("Keep all 8 as our own measures").await?;
    page.wait_until_gone(".names").await?;
    // The targets that were pasted hold as soon as it is said which direction is better.
    page.js("for (const each of document.querySelectorAll('details')) each.open = true", &[]).await?;
    for measure in ["library-cards-held", "swimming-lessons-begun"] {
        page.choose(&format!("#own-{measure}-good"), "high").await?;
    }
    own_measures_are_shown(&page).await?;
    page.follow("#report").await?;
    page.wait_for("article.report").await?;
    page.choose("#extent", "all").await?;
    page.wait_for_text("Library cards held").await?;
    page.follow("#save").await?;
    page.catch_downloads().await?;
    let (_, saved) = page.download("Save a private working copy").await?;
    let copy = page.changed_copy(|_| saved.clone())?;
    page.open_file(&copy).await?;
    page.wait_for_text("This page was saved with").await?;
    own_measures_are_shown(&page).await?;
    page.follow("#figures").await?;
    page.paste("#paste", OWN_NEXT, "").await?;
    page.wait_for_text("3 figures were read.").await?;
    ensure!(asked(&page).await?.is_empty(), "the next table asks again");
    Ok(())
}

async fn own_measures_are_shown(page: &Page) -> Result<()> {
    page.follow("#scorecard").await?;
    page.wait_for("table.scorecard").await?;
    row_must_say(page, "Library cards held", &["Not compared", "met", "45 of 60", "75.0%", "70%"]).await?;
    row_must_say(page, "Swimming lessons begun", &["Not compared", "missed", "34.0%", "50%"]).await?;
    row_must_say(page, "Bikes given out", &["19", "+7"]).await?;
    row_must_say(page, "Drum kits lent", &["9", "+1"]).await
}
