//! Months and quarters: the scorecard over time, and the month that comes next.

use std::rc::Rc;

use anyhow::{Result, ensure};
use browser_tests::{Engine, Page};
use thirtyfour::prelude::*;

const MONTHS: &str = "Indicator\tTarget\tApr 2024\tMay 2024\tJun 2024\tJul 2024\tAug 2024\tSep 2024\n\
    Children in care\t\t640\t642\t641\t643\t640\t638\n\
    Dental checks\t90%\t72 of 80\t71 of 79\t73 of 81\t70 of 78\t72 of 80\t60 of 80\n\
    Missing incidents\t\t40\t44\t39\t41\t42\t40\n";

/// Waits until the row of the table over time says all of these parts.
async fn row_must_say(page: &Page, title: &str, parts: &[&str]) -> Result<()> {
    page.must_say(&format!("the row of {title}"), parts, async || row(page, title).await).await
}

/// The texts of the cells of a row of the table over time.
async fn row(page: &Page, title: &str) -> Result<String> {
    let script = "
        const rows = [...document.querySelectorAll('.over-time-row')];
        const row = rows.find((row) => row.querySelector('.row-toggle').textContent === arguments[0]);
        return row ? [...row.children].map((cell) => cell.innerText.replace(/\\s+/g, ' ').trim()).join(' | ') : '';";
    Ok(page.js(script, &[title.into()]).await?.as_str().unwrap_or_default().to_owned())
}

pub(crate) async fn months_open_over_time_and_rows_say_why(page: Rc<Page>) -> Result<()> {
    page.paste("#paste", MONTHS, "").await?;
    page.wait_for_text("18 figures were read.").await?;
    page.follow("#scorecard").await?;
    page.wait_for(".over-time table").await?;
    // What hangs on an answer is asked once.
    page.wait_for_text("Each monthly figure covers:").await?;
    // The question is one line, or two where the window is not wide.
    let height = "return document.querySelector('.over-time-question').offsetHeight";
    let height = page.js(height, &[]).await?;
    ensure!(height.as_f64().is_some_and(|height| height < 96.0), "the question is {height} px high");
    // The list asks the same.
    page.press("List").await?;
    page.wait_for(".over-time-question").await?;
    page.must_be_accessible().await?;
    page.press("Over time").await?;
    page.press_summary("Why ask (1 measure)").await?;
    page.wait_for_text("This concerns: Missing incidents.").await?;
    row_must_say(&page, "Missing incidents", &["Not judged", "2 lower than Aug 24"]).await?;
    page.press("The month alone").await?;
    page.wait_until_gone(".over-time-question").await?;
    row_must_say(&page, "Missing incidents", &["Usual ups and downs", "From 6 figures", "| 246 |"]).await?;
    row_must_say(&page, "Dental checks up to date", &["75.0% ", "Worse than usual", "Below its usual range"])
        .await?;
    // What goes one way is shown by itself.
    page.press("1 worse than usual").await?;
    page.wait_until_gone(".over-time-row ~ .over-time-row").await?;
    page.press("1 worse than usual").await?;
    row_must_say(&page, "Missing incidents", &["Usual ups and downs"]).await?;
    page.must_be_accessible().await?;
    page.screenshot("over-time").await?;
    // Any cell opens the row.
    page.js("document.querySelector('.over-time-unusual').click()", &[]).await?;
    page.wait_for_text("September 2024, 75%, was below the usual range of 76.3% to 98.6%.").await?;
    page.press_summary("Breaks").await?;
    page.choose("#break-from-dental-checks", "2024-08").await?;
    page.fill("What changed", "New form").await?;
    page.press("Add the break").await?;
    page.wait_for_text("Break before August 2024: New form").await?;
    row_must_say(&page, "Dental checks up to date", &["Not judged"]).await?;
    page.wait_for_text("A measure with fewer than 5 figures in a row is not judged").await?;
    page.must_be_accessible().await?;
    page.screenshot("over-time-opened").await?;
    page.press("Remove").await?;
    page.wait_until_gone(".over-time-opened li").await?;
    // A figure that is known to be a one-off is left out, with why; it is put back by a press.
    page.press_summary("Figures left out of the usual range").await?;
    page.press("Leave it out").await?;
    page.wait_for_text("Write what made this figure different.").await?;
    page.fill("What made it different", "Clinic closed").await?;
    page.press("Leave it out").await?;
    page.wait_for_text("September 2024, 75%, is left out of the usual range: Clinic closed.").await?;
    row_must_say(&page, "Dental checks up to date", &["Not judged", "September 2024 left out", "75.0○"])
        .await?;
    page.must_be_accessible().await?;
    page.press("Put it back").await?;
    page.wait_until_gone(".over-time-opened li").await?;
    row_must_say(&page, "Dental checks up to date", &["Worse than usual"]).await
}

/// From a page that is open to the next month's scorecard: so many presses and not more.
pub(crate) async fn the_next_month_takes_few_presses(page: Rc<Page>) -> Result<()> {
    page.paste("#paste", MONTHS, "").await?;
    page.wait_for_text("18 figures were read.").await?;
    page.follow("#scorecard").await?;
    page.press("The month alone").await?;
    page.wait_until_gone(".over-time-question").await?;
    page.follow("#save").await?;
    page.catch_downloads().await?;
    let (_, copy) = page.download("Save a private working copy").await?;
    page.open_file(&page.changed_copy(|_| copy.clone())?).await?;
    page.wait_for_text("Private working copy.").await?;
    // One press pastes the table of the next month, with a month that was put right.
    let next = "Indicator\tSep 2024\tOct 2024\nChildren in care\t631\t630\nDental checks\t60 of 80\t74 of 80\nMissing incidents\t40\t43\n";
    let script = "
        const data = new DataTransfer();
        data.setData('text/plain', arguments[0]);
        document.body.dispatchEvent(new ClipboardEvent('paste',
          { clipboardData: data, dataType: 'text/plain', data: arguments[0], bubbles: true, cancelable: true }));
        document.body.focus();";
    page.js(script, &[next.into()]).await?;
    page.wait_for_text("Children in care, September 2024: was 638, is 631").await?;
    page.must_be_accessible().await?;
    page.screenshot("corrections").await?;
    // Then the keyboard goes to the button.
    let mut presses = 1;
    let is_there = "return document.activeElement.textContent === 'Use the new figures'";
    while page.js(is_there, &[]).await? == false {
        ensure!(presses < 60, "the button is not reached by {presses} presses");
        page.browser.action_chain().send_keys(Key::Tab).perform().await?;
        presses += 1;
    }
    // Firefox hears the key when its driver presses it here, and does not press the button.
    if page.engine == Engine::Firefox {
        page.press("Use the new figures").await?;
    } else {
        page.browser.action_chain().send_keys(Key::Enter).perform().await?;
    }
    page.wait_until_gone("#corrections-heading").await?;
    page.wait_for_text("1 figure corrected.").await?;
    // At a press a second that is half of two minutes.
    ensure!(presses < 60, "{presses} presses");
    page.follow("#scorecard").await?;
    page.wait_for(".over-time table").await?;
    row_must_say(&page, "Children in care", &["| 631▼", "| 630▼"]).await?;
    // The answer, the target and the rest stay.
    row_must_say(&page, "Dental checks up to date", &["92.5", "90%"]).await?;
    page.wait_until_gone(".over-time-question").await
}
