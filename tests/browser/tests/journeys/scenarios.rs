//! Caseloads and what it would take: answers, bad input, keyboard, undo and copying.

use std::rc::Rc;

use anyhow::{Result, ensure};
use browser_tests::Page;

/// Opens a group of boxes, whose heading also says how many of them hold something.
async fn open_group(page: &Page, name: &str) -> Result<()> {
    let script = format!(
        "[...document.querySelectorAll('.input-group > summary')].find((each) => each.textContent.startsWith('{name}')).click()"
    );
    page.js(&script, &[]).await?;
    Ok(())
}

pub(crate) async fn caseloads_answer_at_once(page: Rc<Page>) -> Result<()> {
    page.follow("#caseloads").await?;
    page.wait_for_text("Enter three numbers.").await?;
    page.must_be_accessible().await?;
    page.follow("#figures").await?;
    page.press("Try an example: Cambridgeshire 2022/23").await?;
    page.wait_for_text("28 figures were read.").await?;
    page.follow("#caseloads").await?;
    for text in [
        "You need 10.8 more social workers (FTE) for 15 each",
        "20 (32.3 FTE hold cases)",
        "43.1 FTE (44 if all work full time)",
        "484 children",
        "162 children",
        "33.3% more",
        "Why this number: what is known",
    ] {
        page.wait_for_text(text).await?;
    }
    open_group(&page, "Dates").await?;
    page.fill("First month", "April 2026").await?;
    open_group(&page, "Recruitment and leavers").await?;
    page.fill("Turnover of workers (% a year)", "16").await?;
    page.fill("Recruitment (FTE a month)", "2").await?;
    page.wait_for_text("The average reaches 15 in November 2026 and stays there").await?;
    open_group(&page, "Growth").await?;
    page.fill("Growth in children (% a year)", "5").await?;
    open_group(&page, "Uncertainty").await?;
    page.fill("Lowest turnover (% a year)", "10").await?;
    page.fill("Highest turnover (% a year)", "40").await?;
    page.wait_for_text("that the average is 15 or less in March 2028, and 8 chances in 10").await?;
    page.js("document.querySelectorAll('details').forEach((each) => each.open = true)", &[]).await?;
    page.must_be_accessible().await?;
    page.screenshot("caseloads").await?;
    Ok(())
}

pub(crate) async fn a_bad_input_keeps_the_last_answer(page: Rc<Page>) -> Result<()> {
    page.follow("#caseloads").await?;
    page.fill("Children", "646").await?;
    page.fill("Average caseload now", "20").await?;
    page.wait_for_text("You need 10.8 more social workers (FTE) for 15 each").await?;
    let cases = [
        ("Target caseload", "0", "The target must be from 1 to 200 children for each worker"),
        ("Children", "many", "\u{201C}many\u{201D} is not a number"),
        ("Average caseload now", "-5", "The average caseload must be from 0.1 to 1,000"),
    ];
    for (field, text, sentence) in cases {
        page.fill(field, text).await?;
        page.wait_for_text(sentence).await?;
        page.wait_for_text("Something entered cannot be used. This is the last good answer.").await?;
        page.wait_for_text("You need 10.8 more social workers (FTE) for 15 each").await?;
        page.must_be_accessible().await?;
        page.press("Undo").await?;
        page.until("the answer is new again", async || {
            Ok((!page.text("body").await?.contains("last good answer")).then_some(()))
        })
        .await?;
    }
    page.fill("Target caseload", "16").await?;
    page.wait_for_text("You need 8.1 more social workers (FTE) for 16 each").await?;
    page.press("Copy this scenario").await?;
    page.fill("Target caseload", "18").await?;
    page.wait_for_text("Side by side").await?;
    page.wait_for_text("35.89 (\u{2212}4.49)").await?;
    page.must_be_accessible().await
}

pub(crate) async fn what_it_would_take_is_exact(page: Rc<Page>) -> Result<()> {
    page.press("Try an example: Cambridgeshire 2022/23").await?;
    page.wait_for_text("28 figures were read.").await?;
    page.follow("#reach").await?;
    page.wait_for_text("Enter a numerator, a denominator and a target.").await?;
    page.choose("#reach-indicator", "long-term-stability").await?;
    page.fill("Target (%)", "71").await?;
    page.wait_for_text("4 more children would reach 71%: 166 of 233, 71.2%.").await?;
    page.choose("#reach-goal", "england").await?;
    page.wait_for_text("That already meets England, March 2023 (68%).").await?;
    page.choose("#reach-goal", "quartile").await?;
    page.wait_for_text("the top quarter of 150 councils, 2023 (71%)").await?;
    page.fill("Change in the denominator (%)", "10").await?;
    page.wait_for_text("With 256 in all, 20 more children would reach").await?;
    page.must_be_accessible().await?;
    page.screenshot("reach").await?;
    page.choose("#reach-indicator", "initial-health-assessments-on-time").await?;
    page.choose("#reach-goal", "typed").await?;
    page.fill("Change in the denominator (%)", "").await?;
    page.fill("Target (%)", "90").await?;
    page.wait_for_text("124 more initial health assessments would reach 90%: 151 of 167, 90.4%.").await?;
    page.catch_downloads().await?;
    let (name, table) = page.download("Download it as CSV: Step by step").await?;
    ensure!(name == "step-by-step.csv" && table.contains("now,27 of 167,16.2%"), "{name} holds {table}");
    page.choose("#reach-indicator", "").await?;
    page.fill("Numerator", "78").await?;
    page.fill("Denominator", "100").await?;
    page.fill("Still to come each month", "20").await?;
    page.fill("For how many months", "6").await?;
    page.wait_for_text("To reach 90% after the next 120 (20 a month for 6 months), at least 120 of those 120 must be added to the numerator: 20 a month.").await?;
    page.fill("Numerator", "120").await?;
    page.wait_for_text("The numerator cannot be above the denominator.").await
}

pub(crate) async fn scenarios_survive_other_screens(page: Rc<Page>) -> Result<()> {
    page.browser.set_window_rect(0, 0, 500, 900).await?;
    page.follow("#caseloads").await?;
    page.fill("Children", "646").await?;
    page.follow("#reach").await?;
    page.wait_for_text("Enter a numerator").await?;
    page.must_be_accessible().await?;
    page.follow("#caseloads").await?;
    let kept = page.field("Children").await?.value().await?;
    ensure!(kept.as_deref() == Some("646"), "the number of children is {kept:?}");
    let fits = page.js("return document.documentElement.scrollWidth <= innerWidth", &[]).await?;
    ensure!(fits == true, "the screen is wider than the window");
    Ok(())
}
