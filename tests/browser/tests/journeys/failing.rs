//! What is too much for the page, and what happens when its own program fails.

use std::rc::Rc;

use anyhow::{Result, ensure};
use browser_tests::Page;

/// The next attribute that the program sets fails, which no browser does: it ends the program as any fault would.
const FAIL_ONCE: &str = "
    const set = Element.prototype.setAttribute;
    Element.prototype.setAttribute = () => {
      Element.prototype.setAttribute = set;
      throw new Error('on purpose');
    };
    window.before = corporateParenting.ready;";

pub(crate) async fn a_program_that_fails_loses_nothing(page: Rc<Page>) -> Result<()> {
    page.paste("#paste", "Dental checks\t2022/23\t300\t400\nNothing like it\t\t5\t6", "").await?;
    page.wait_for_text("75.0%").await?;
    page.js("location.hash = '#caseloads'", &[]).await?;
    page.fill("Children", "321").await?;
    page.js("location.hash = '#figures'", &[]).await?;
    page.fill("Paste more figures", "typed and not read").await?;
    // Twice: the second program is as good as the first.
    for button in ["Leave out: Nothing like it", "Include again: Nothing like it"] {
        page.go_to_cell("Nothing like it", "Measure").await?;
        page.js(FAIL_ONCE, &[]).await?;
        page.press(button).await?;
        page.until("another program was started", async || {
            let started = page.js("return corporateParenting.ready !== window.before", &[]).await?;
            Ok((started == true).then_some(()))
        })
        .await?;
        page.ready().await?;
        page.wait_for_text("was started again. Everything you entered is here").await?;
        let rows =
            page.js("return document.querySelectorAll('.figures [role=rowheader][id]').length", &[]).await?;
        ensure!(rows == 2, "there are {rows} rows instead of 2");
    }
    page.wait_for_text("75.0%").await?;
    page.wait_for_text("Nothing like it").await?;
    let typed = page.js("return document.getElementById('paste').value", &[]).await?;
    ensure!(typed == "typed and not read", "the box holds {typed}");
    page.js("location.hash = '#caseloads'", &[]).await?;
    let children = page.field("Children").await?.prop("value").await?;
    ensure!(children.as_deref() == Some("321"), "the box holds {children:?}");
    let drawn = page
        .js(
            "return [document.querySelectorAll('#app').length, document.querySelectorAll('#app h1').length]",
            &[],
        )
        .await?;
    ensure!(drawn == serde_json::json!([1, 1]), "the page is drawn {drawn} times");
    page.js("watched.errors.length = 0", &[]).await?;
    Ok(())
}

pub(crate) async fn a_mass_of_text_is_read_as_a_file_is(page: Rc<Page>) -> Result<()> {
    let rows: Vec<String> = (0..30_000).map(|row| format!("Dental checks\t2022/23\t{row}\t30000")).collect();
    page.paste("#paste", &rows.join("\n"), "").await?;
    page.wait_for_text("20,000 figures were read.").await?;
    page.wait_for_text("10,000 rows, from row 20,001 on, were not read").await?;
    let left = page.js("return document.getElementById('paste').value", &[]).await?;
    ensure!(left == "", "the box still holds something");
    // Nor does a text that no memory holds stop the program.
    let refused = page
        .js("try { corporateParenting.read('x'.repeat(2e8)); } catch (error) { return String(error); }", &[])
        .await?;
    ensure!(
        refused.as_str().is_some_and(|error| error.starts_with("Error: This has 200 MB")),
        "the answer is {refused}"
    );
    Ok(())
}
