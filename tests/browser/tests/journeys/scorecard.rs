//! The scorecard: what the examples must show, choosing, copying, and both colour schemes.

use std::rc::Rc;

use anyhow::{Result, ensure};
use browser_tests::Page;
use thirtyfour::Key;

const EXAMPLE: &str = "Try an example: Cambridgeshire 2022/23";

pub(crate) async fn example(page: &Page) -> Result<()> {
    page.press(EXAMPLE).await?;
    page.wait_for_text("28 figures were read.").await?;
    page.follow("#scorecard").await?;
    page.wait_for("table.scorecard").await?;
    Ok(())
}

/// The text of the row with this title, cell after cell.
async fn row(page: &Page, title: &str) -> Result<String> {
    let script = "
        const rows = [...document.querySelectorAll('table.scorecard tbody tr')].filter((row) => row.offsetParent);
        const row = rows.find((row) => row.querySelector('th')?.innerText.startsWith(arguments[0]));
        return row ? [...row.cells].map((cell) => cell.textContent.replace(/\\s+/g, ' ').trim()).join(' | ') : '';";
    let text = page.js(script, &[title.into()]).await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

pub(crate) async fn row_must_say(page: &Page, title: &str, parts: &[&str]) -> Result<()> {
    page.must_say(&format!("the row of {title}"), parts, async || row(page, title).await).await
}

pub(crate) async fn the_example_is_compared(page: Rc<Page>) -> Result<()> {
    example(&page).await?;
    let heading = page.text("#screen-heading").await?;
    ensure!(heading == "Cambridgeshire, 2022/23", "the heading is {heading}");
    let expected: [(&str, &[&str]); 8] = [
        (
            "Three or more placements",
            &[
                "Better",
                "7.9%",
                "51 of 646",
                "Change \u{2212}3.7 points from 11.6% in 2021/22 (published)",
                "England: 11% (2022/23, DfE first published 10%); \u{2212}3.1 points; lower, which is better; joint 24th best of 148 with 11 others; top quarter",
            ],
        ),
        (
            "Long-term placement stability",
            &[
                "Higher, could be chance",
                "69.5%",
                "162 of 233",
                "68% (March 2023",
                "higher, could be chance (233 children)",
            ],
        ),
        ("Unaccompanied children as a share", &["Higher", "13.3%", "86 of 646", "+5.3 points"]),
        ("Initial health assessments on time, placed in county", &["Not compared", "26.1%", "23 of 88"]),
        ("Initial health assessments on time, placed out of county", &["5.1%", "4 of 79"]),
        ("Review health assessments on time", &["93.1%", "231 of 248"]),
        (
            "Care leavers aged 17 to 18 in touch",
            &[
                "Worse",
                "87.8%",
                "\u{2212}6.2 points",
                "94% (2022/23",
                "lower, which is worse",
                "median of 9; 1 has no figure",
            ],
        ),
        (
            "Care leavers aged 17 to 18 in education",
            &["Big gap: lower, could be chance", "57.1%", "\u{2212}16.9 points", "66%"],
        ),
    ];
    for (title, parts) in expected {
        row_must_say(&page, title, parts).await?;
    }
    page.must_be_accessible().await?;
    page.press("Three or more placements in the year").await?;
    page.wait_for_text("51 of 646 children (7.9%) had three or more placements in 2022/23.").await?;
    page.must_be_accessible().await?;
    page.screenshot("scorecard").await?;
    Ok(())
}

pub(crate) async fn choices_change_the_comparison_at_once(page: Rc<Page>) -> Result<()> {
    example(&page).await?;
    let title = "Care leavers aged 19 to 21 in suitable accommodation";
    let median = row(&page, title).await?;
    open_settings(&page).await?;
    page.choose("#average", "mean").await?;
    page.wait_for_text("Statistical neighbours (mean of").await?;
    page.until("the mean is not the median", async || Ok((row(&page, title).await? != median).then_some(())))
        .await?;
    page.wait_for("#also-same-type").await?.click().await?;
    page.wait_for_text("County councils (median").await?;
    page.choose("#model", "2021").await?;
    page.choose("#order", "worst").await?;
    page.press("2 worse").await?;
    page.until("only rows that are worse are left", async || {
        let rows =
            page.js("return [...document.querySelectorAll('table.scorecard tbody tr')].filter((row) => row.offsetParent).length", &[]).await?;
        Ok((rows == 2).then_some(()))
    })
    .await?;
    page.must_be_accessible().await?;
    page.press("All 18").await?;
    // Another council: another region and other neighbours.
    let council = page.field("Council").await?;
    council.click().await?;
    council.send_keys("isling").await?;
    page.wait_for("[role=listbox] [role=option]").await?;
    council.send_keys(Key::Enter).await?;
    // The figures name Cambridgeshire, so they are not Islington's.
    page.wait_for_text("Figures for Cambridgeshire were left out, because Islington is chosen.").await
}

/// Opens the panel of choices, which is closed at first.
pub(crate) async fn open_settings(page: &Page) -> Result<()> {
    let summary = page.wait_for(".settings-panel summary").await?;
    summary.scroll_into_view().await?;
    Ok(summary.click().await?)
}

/// Types into the box of a target.
async fn type_target(page: &Page, label: &str, text: &str) -> Result<()> {
    let script = "
        const wanted = arguments[0];
        const named = (input) => input.getAttribute('aria-labelledby').split(' ')
            .map((id) => document.getElementById(id).textContent).join(' ');
        const input = [...document.querySelectorAll('.targets input')].find((input) => named(input) === wanted);
        input.value = arguments[1];
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
        return true;";
    page.js(script, &[label.into(), text.into()]).await?;
    Ok(())
}

pub(crate) async fn verdicts_are_reached_three_ways(page: Rc<Page>) -> Result<()> {
    example(&page).await?;
    page.wait_for_text("Talking points").await?;
    page.wait_for_text("Worse than England").await?;
    page.wait_for_text("7 more care leavers aged 17 to 18 would match England (93 of 98, 94.9%)").await?;
    page.wait_for_text("At least 5 points from England, but not clearly").await?;
    row_must_say(
        &page,
        "Three or more placements",
        &["joint 24th best of 148 with 11 others; top quarter", "2nd best of 11"],
    )
    .await?;
    row_must_say(&page, "Children in care", &["646", "DfE 632"]).await?;
    page.press("Your targets").await?;
    type_target(&page, "Long-term placement stability Target", "many").await?;
    page.wait_for_text("\u{201C}many\u{201D} is not a number. Enter a number such as 71 or 71.5.").await?;
    page.must_be_accessible().await?;
    type_target(&page, "Long-term placement stability Target", "71").await?;
    row_must_say(&page, "Long-term placement stability", &["71%", "missed"]).await?;
    type_target(&page, "Long-term placement stability Tolerance", "2").await?;
    row_must_say(&page, "Long-term placement stability", &["71%", "nearly met"]).await?;
    open_settings(&page).await?;
    page.choose("#way", "target").await?;
    page.wait_for_text("Verdicts compare each figure with the council\u{2019}s own target").await?;
    page.choose("#way", "quartile").await?;
    page.wait_for_text("Top quarter").await?;
    page.must_be_accessible().await?;
    page.choose("#way", "interval").await?;
    page.choose("#known", "2023").await?;
    page.wait_for_text("Official figures are as published in November 2023.").await?;
    row_must_say(&page, "Three or more placements", &["10% (2022/23, DfE later revised it to 11%)"]).await?;
    // Every choice can be taken back.
    page.choose("#known", "2022").await?;
    row_must_say(&page, "Three or more placements", &["2021/22, the latest published then"]).await?;
    page.press("Undo").await?;
    page.wait_for_text("Official figures are as published in November 2023.").await?;
    page.press("Long-term placement stability").await?;
    for folded in ["How many more or fewer would match each", "How sure this figure is", "Change and trend"] {
        page.press_summary(folded).await?;
    }
    page.wait_for_text("4 more children would reach the target of 71%: 166 of 233, 71.2%.").await?;
    page.wait_for_text("One child changes this by 0.4 points.").await?;
    page.wait_for_text(
        "Trend: no clear trend from 31 March 2019 to 31 March 2023 (earlier years as published).",
    )
    .await?;
    page.press("Copy the sentences on Stability and permanence").await?;
    page.wait_for_text("The sentences on Stability and permanence were copied.").await
}

pub(crate) async fn few_children_are_led_by_their_count(page: Rc<Page>) -> Result<()> {
    page.paste("#paste", "CIC GLD: 3 of 8\n", "").await?;
    page.wait_for_text("1 figure was read.").await?;
    page.wait_for("#period").await?;
    page.choose("#period", "2019").await?;
    page.follow("#scorecard").await?;
    page.wait_for("table.scorecard").await?;
    row_must_say(&page, "Good level", &["3 of 8", "37.5%", "Lower by less than one child"]).await
}

pub(crate) async fn pasted_care_leavers_are_compared(page: Rc<Page>) -> Result<()> {
    page.paste("#paste", include_str!("../../../read/care-leavers-2023.txt"), "").await?;
    page.wait_for_text("12 figures were read.").await?;
    page.follow("#scorecard").await?;
    page.wait_for("table.scorecard").await?;
    let expected: [(&str, &[&str]); 6] = [
        ("Care leavers aged 17 to 18 in touch", &["87.8%", "\u{2212}6.2 points", "94% (2022/23"]),
        ("Care leavers aged 17 to 18 in education", &["57.1%", "\u{2212}16.9 points"]),
        ("Care leavers aged 17 to 18 in suitable", &["83.3%", "\u{2212}8.7 points", "91% (2022/23"]),
        ("Care leavers aged 19 to 21 in touch", &["91.9%", "+0.9 points"]),
        ("Care leavers aged 19 to 21 in education", &["55.1%", "+1.1 points"]),
        ("Care leavers aged 19 to 21 in suitable", &["86.9%", "+0.9 points"]),
    ];
    for (title, parts) in expected {
        row_must_say(&page, title, parts).await?;
    }
    Ok(())
}

pub(crate) async fn the_table_is_copied(page: Rc<Page>) -> Result<()> {
    example(&page).await?;
    page.press("Copy table").await?;
    page.wait_for_text("The table was copied. Paste it into Word or Excel.").await?;
    page.follow("#figures").await?;
    page.press("Clear all").await?;
    let text_box = page.wait_for("#paste").await?;
    text_box.click().await?;
    // What was copied reads back as figures.
    text_box.send_keys(Key::Control + "v").await?;
    page.wait_for_text("18 figures were read.").await
}

pub(crate) async fn a_number_leads_to_where_it_comes_from(page: Rc<Page>) -> Result<()> {
    example(&page).await?;
    let script = "
        const rows = [...document.querySelectorAll('table.scorecard tbody tr')];
        rows.find((row) => row.querySelector('th')?.innerText.startsWith('Three or more')).querySelector('.cell-value strong').click();";
    page.js(script, &[]).await?;
    page.until("the line of the figure is focused", async || {
        let focused = page.js("return document.activeElement.textContent", &[]).await?;
        let is_it =
            |text: &str| text.contains("51 \u{f7} 646 \u{d7} 100 = 7.8947") && text.contains("Read from row");
        Ok(focused.as_str().is_some_and(is_it).then_some(()))
    })
    .await?;
    page.must_be_accessible().await?;
    page.press("Copy where these numbers come from").await?;
    page.wait_for_text("Copied: where the numbers of Three or more placements in the year come from.")
        .await?;
    page.press("Copy this sentence").await?;
    page.wait_for_text("The sentence on Three or more placements in the year was copied.").await
}

pub(crate) async fn every_screen_is_accessible_when_narrow(page: Rc<Page>) -> Result<()> {
    page.resize(500, 900).await?;
    page.press(EXAMPLE).await?;
    page.wait_for_text("28 figures were read.").await?;
    for (hash, heading) in
        [("#figures", "Figures"), ("#scorecard", "Cambridgeshire, 2022/23"), ("#about", "About")]
    {
        page.follow(hash).await?;
        page.until("the screen is shown", async || {
            Ok((page.text("#screen-heading").await? == heading).then_some(()))
        })
        .await?;
        page.must_be_accessible().await?;
        page.must_fit().await?;
        page.screenshot(&format!("narrow-{}", &hash[1..])).await?;
    }
    let back = page.js("history.back(); return true", &[]).await?;
    ensure!(back == true, "there is no way back");
    page.until("the scorecard is back", async || {
        Ok((page.text("#screen-heading").await? == "Cambridgeshire, 2022/23").then_some(()))
    })
    .await
}

/// A page saved by the browser while it shows figures opens empty and works.
pub(crate) async fn a_copy_saved_with_figures_starts_clean(page: Rc<Page>) -> Result<()> {
    example(&page).await?;
    let copy = page.save_complete().await?;
    page.open_file(&copy).await?;
    page.until("the copy is empty", async || {
        Ok((page.text("#screen-heading").await? == "See how your council compares").then_some(()))
    })
    .await?;
    let headings = page.js("return document.querySelectorAll('#screen-heading').length", &[]).await?;
    ensure!(headings == 1, "the copy has {headings} headings");
    example(&page).await?;
    row_must_say(&page, "Three or more placements", &["7.9%"]).await
}
