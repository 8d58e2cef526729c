//! Caseloads and what it would take: answers, bad input, keyboard, undo and copying.

use std::rc::Rc;

use anyhow::{Result, ensure};
use browser_tests::Page;
use thirtyfour::Key;

/// Opens a group of boxes, whose heading also says how many of them hold something.
async fn open_group(page: &Page, name: &str) -> Result<()> {
    let script = "
        const groups = [...document.querySelectorAll('.input-group > summary')];
        const group = groups.find((each) => each.textContent.startsWith(arguments[0]));
        group?.click();
        return Boolean(group)";
    page.until(&format!("there is a group \"{name}\""), async || {
        Ok((page.js(script, &[name.into()]).await? == true).then_some(()))
    })
    .await
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
    page.wait_for_text("it is almost certain that the average is 15 or less in March 2028").await?;
    page.js("document.querySelectorAll('details').forEach((each) => each.open = true)", &[]).await?;
    page.must_be_accessible().await?;
    page.screenshot("caseloads").await?;
    Ok(())
}

/// The case that is put to finance: one set of numbers on the screen, in the case and in the report, and free texts without people.
pub(crate) async fn a_case_has_one_set_of_numbers(page: Rc<Page>) -> Result<()> {
    page.press("Try an example: Cambridgeshire 2022/23").await?;
    page.wait_for_text("28 figures were read.").await?;
    page.follow("#caseloads").await?;
    let groups: [(&str, &[(&str, &str)]); 5] = [
        ("Dates", &[("First month", "April 2026")]),
        ("Growth", &[("Growth in children (% a year)", "3")]),
        (
            "Recruitment and leavers",
            &[
                ("Turnover of workers (% a year)", "16"),
                ("Recruitment (FTE a month)", "1.5"),
                ("Months until a recruit starts", "3"),
            ],
        ),
        ("Money", &[("Cost of a post (\u{A3} a year)", "58000")]),
        (
            "Agency workers",
            &[("Posts filled by agency workers (%)", "20"), ("Extra cost of an agency worker (%)", "40")],
        ),
    ];
    for (group, boxes) in groups {
        open_group(&page, group).await?;
        for (label, text) in boxes {
            page.fill(label, text).await?;
        }
    }
    for text in [
        "You need 10.8 more social workers (FTE) for 15 each today, 43.1 in all; 13.4 more by March 2028, 45.7 in all, because numbers grow 3% a year",
        "Extra cost: \u{A3}932,544 over 24 months; \u{A3}838,714 in a full year once all posts are filled",
        "\u{A3}173,053 in 2026/27 and \u{A3}759,491 in 2027/28",
        "the team falls to 31 FTE in June 2026",
        "Before it falls, the average rises from 20 to 21 in June 2026.",
        "45.7 FTE, 13.4 more than now",
        "That saves \u{A3}14,353 compared with doing nothing",
        "January 2028: 13.4\u{A0}FTE, \u{A3}615,598",
        "With 1 FTE recruited a month in place of 1.5, 15 is not reached",
        "15.2 in Cambridgeshire on 30 September 2025",
    ] {
        page.wait_for_text(text).await?;
    }
    page.press("2 a month").await?;
    page.wait_for_text("March 2027: 13.4\u{A0}FTE, \u{A3}1,085,859").await?;
    page.fill("Posts filled by agency workers (%)", "0.2").await?;
    page.wait_for_text("Is this 20% or 0.2%?").await?;
    page.wait_for_text("Correct the boxes marked above, then print or download the case.").await?;
    page.press("Undo").await?;
    page.fill("Average caseload now", "12, 18, 25, 9").await?;
    page.wait_for_text("Paste the cases of each worker under").await?;
    page.press("Undo").await?;
    open_group(&page, "How evenly cases are held").await?;
    page.paste("#input-spread", "Name\tFTE\tCases\nSam Sample\t0.6\t12\nKim Sample\t1\t14", "").await?;
    page.wait_for_text("Read 2 workers. Left out and not kept: 1 column without cases or FTE.").await?;
    page.wait_for_text("With this: In the team today 1 of 2 workers hold more than 15 for each FTE.").await?;
    ensure!(!page.text("body").await?.contains("Sample"), "a name was kept");
    page.fill("Recommendation", "Approve 15 each.").await?;
    page.paste("#input-recommendation", "Ask jane.smith@example.org", "").await?;
    page.wait_for_text("This looks like personal data, so it was not kept.").await?;
    page.must_be_accessible().await?;
    page.fill("Recommendation", "Approve 15 each.").await?;
    // It is kept when the box is left.
    page.field("Recommendation").await?.send_keys(Key::Tab + "").await?;
    page.until("the case has the recommendation", async || {
        Ok(page.text(".case .fill-in").await?.contains("Approve 15 each.").then_some(()))
    })
    .await?;
    page.press("Copy this scenario").await?;
    page.until("the copy is called \"Social workers, copy\"", async || {
        let name = page.field("Name of the scenario").await?.value().await?;
        Ok((name.as_deref() == Some("Social workers, copy")).then_some(()))
    })
    .await?;
    page.follow("#report").await?;
    page.wait_for_text("Caseload scenarios").await?;
    page.wait_for_text("This path costs \u{A3}932,544 more over 24 months").await?;
    page.must_be_accessible().await
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
        page.wait_for_text("Something is missing or cannot be used. This is the last good answer.").await?;
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
    page.wait_for_text("35.9 (\u{2212}4.5)").await?;
    page.must_be_accessible().await
}

pub(crate) async fn what_it_would_take_is_exact(page: Rc<Page>) -> Result<()> {
    page.press("Try an example: Cambridgeshire 2022/23").await?;
    page.wait_for_text("28 figures were read.").await?;
    page.follow("#reach").await?;
    page.wait_for_text("Enter a numerator, a denominator and a target.").await?;
    page.choose("#reach-indicator", "long-term-stability").await?;
    page.wait_for_text("162 of 233 is 69.5%.").await?;
    page.wait_for_text("Every comparator at once").await?;
    page.choose("#reach-goal", "typed").await?;
    page.fill("Target (%)", "71").await?;
    page.wait_for_text("4 more children would reach 71%: 166 of 233, 71.2%.").await?;
    page.choose("#reach-goal", "england").await?;
    page.wait_for_text("That already meets England, March 2023 (68%).").await?;
    page.choose("#reach-goal", "quartile").await?;
    page.wait_for_text("the top quarter of 150 councils, March 2023 (71%)").await?;
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
    page.wait_for_text(
        "At least 120 of the next 120 (20 a month for 6 months) must join the 78 to reach 90%: 20 a month.",
    )
    .await?;
    page.fill("Numerator", "120").await?;
    page.wait_for_text("The numerator cannot be above the denominator.").await
}

pub(crate) async fn scenarios_survive_other_screens(page: Rc<Page>) -> Result<()> {
    page.resize(500, 900).await?;
    page.follow("#caseloads").await?;
    page.fill("Children", "646").await?;
    page.follow("#reach").await?;
    page.wait_for_text("Enter a numerator").await?;
    page.must_be_accessible().await?;
    page.follow("#caseloads").await?;
    page.until("646 children are still entered", async || {
        let kept = page.field("Children").await?.value().await?;
        Ok((kept.as_deref() == Some("646")).then_some(()))
    })
    .await?;
    page.must_fit().await
}
