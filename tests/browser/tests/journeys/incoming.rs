//! Files in: workbooks, official files, personal data, headings that are not understood, and files that are up to no good.

use std::rc::Rc;

use anyhow::{Result, ensure};
use browser_tests::Page;

const WORKBOOK: &[u8] = include_bytes!("../../../data/workbooks/libreoffice.xlsx");
const OPEN_DOCUMENT: &[u8] = include_bytes!("../../../data/workbooks/libreoffice.ods");
const OFFICIAL: &[u8] = include_bytes!("../../../data/official/placement-stability-2087.csv");

pub(crate) async fn a_workbook_is_read_sheet_by_sheet(page: Rc<Page>) -> Result<()> {
    for (name, bytes) in [("report.xlsx", WORKBOOK), ("report.ods", OPEN_DOCUMENT)] {
        page.choose_files(&[(name, bytes)]).await?;
        page.wait_for_text(&format!("Which sheets of {name}?")).await?;
        page.wait_for_text("Working (hidden sheet): 1 figure").await?;
        let headings = page
            .js("return [...document.querySelectorAll('main h2')].map((heading) => heading.id)", &[])
            .await?;
        ensure!(headings[0] == "incoming-heading", "the question does not come first: {headings}");
        page.must_be_accessible().await?;
        page.screenshot("sheets").await?;
        page.press("Add the chosen sheets").await?;
        page.wait_for_text(&format!("{name}:")).await?;
    }
    page.wait_for_text("19 figures were already in the table and were not added again.").await?;
    page.wait_for_text("report.xlsx, sheet Scorecard \u{2013} \u{201C}final\u{201D}, row 6").await?;
    page.press("Clear all").await?;
    page.choose_files(&[
        ("one.csv", b"Dental checks,300,400\r\n"),
        ("two.csv", b"\xEF\xBB\xBFImmunisations,231,248\n"),
    ])
    .await?;
    page.wait_for_text("93.1%").await?;
    page.wait_for_text("75.0%").await
}

pub(crate) async fn official_files_come_before_the_built_in_figures(page: Rc<Page>) -> Result<()> {
    page.paste("#paste", "Three or more placements\t2086/87\t51\t646", "").await?;
    page.wait_for_text("1 figure was read.").await?;
    page.choose_files(&[("la_cla_placement_stability.csv", OFFICIAL)]).await?;
    page.wait_for_text("Official figures were read for 2086 to 2087").await?;
    page.wait_for_text("Official files in use instead of the built-in figures:").await?;
    page.must_be_accessible().await?;
    page.js("location.hash = '#scorecard'", &[]).await?;
    page.wait_for_text("12%").await?;
    page.wait_for_text("la_cla_placement_stability.csv, a file you opened").await?;
    page.js("location.hash = '#figures'", &[]).await?;
    page.press("Use the built-in figures instead of la_cla_placement_stability.csv").await?;
    page.js("location.hash = '#scorecard'", &[]).await?;
    page.wait_for_text("the latest published").await
}

pub(crate) async fn personal_data_is_turned_away(page: Rc<Page>) -> Result<()> {
    const LIST: &str = "Child name\tDOB\tTelephone\nTamsin Oakhollow\t14/03/2011\t07700 900123\nDorian Pellweather\t02/11/2008\t07700 900456\n";
    const ONE_CHILD: &str = "Name,DOB,NHS number\nTamsin Oakhollow,14/03/2011,943 476 5919\n";
    for (text, from_file) in [(LIST, false), (ONE_CHILD, false), (LIST, true), (ONE_CHILD, true)] {
        if from_file {
            page.choose_files(&[("children.csv", text.replace('\t', ",").as_bytes())]).await?;
        } else {
            page.paste("#paste", text, "").await?;
        }
        page.wait_for_text("This looks like personal data").await?;
        page.wait_for_text("names of people").await?;
        page.must_be_accessible().await?;
        page.screenshot("personal").await?;
        holds_no_child(&page).await?;
        page.press("Close").await?;
        page.wait_for_text("Nothing was read from").await?;
    }
    // The next good paste takes the box away; contact details are left out of it with a note.
    page.paste("#paste", ONE_CHILD, "").await?;
    page.wait_for_text("This looks like personal data").await?;
    page.paste(
        "#paste",
        "Lead officer: Ana Merriweather, ana@example.org\nIndicator\tNumerator\tDenominator\nDental checks\t300\t400\n",
        "",
    )
    .await?;
    page.wait_for_text("75.0%").await?;
    page.wait_for_text("We left out contact details (").await?;
    let shown = page.js("return document.body.innerText", &[]).await?;
    ensure!(
        !shown.as_str().unwrap_or_default().contains("This looks like personal data"),
        "the box is still there"
    );
    holds_no_child(&page).await?;
    page.press("Undo").await?;
    holds_no_child(&page).await?;
    page.press("Redo").await?;
    holds_no_child(&page).await
}

/// Looks through the document, its boxes, and what would be saved.
async fn holds_no_child(page: &Page) -> Result<()> {
    const ALL: &str = "return document.documentElement.outerHTML + [...document.querySelectorAll('input, textarea')].map(box => box.value).join(' ')";
    let shown = page.js(ALL, &[]).await?;
    let shown = shown.as_str().unwrap_or_default();
    for value in ["Oakhollow", "Tamsin", "14/03/2011", "943 476", "900123", "Merriweather", "ana@example"] {
        ensure!(!shown.contains(value), "the page holds {value}");
    }
    Ok(())
}

pub(crate) async fn headings_that_are_not_understood_are_asked_for_once(page: Rc<Page>) -> Result<()> {
    page.paste("#paste", "KPI wording\tTop\tBottom\nThree or more placements\t51\t646", "").await?;
    page.wait_for_text("What is in each column?").await?;
    page.must_be_accessible().await?;
    page.screenshot("columns").await?;
    page.press("Read with these columns").await?;
    page.wait_for_text("Choose a column that has figures.").await?;
    page.choose("select[aria-label*='Top']", "numerator").await?;
    page.choose("select[aria-label*='Bottom']", "denominator").await?;
    page.press("Read with these columns").await?;
    page.wait_for_text("7.9%").await?;
    // The next table with the same headings is read at once.
    page.paste("#paste", "KPI wording\tTop\tBottom\nDental checks\t300\t400", "").await?;
    page.wait_for_text("75.0%").await
}

pub(crate) async fn another_separator_reads_again(page: Rc<Page>) -> Result<()> {
    page.paste("#paste", "Indicator;Numerator;Denominator\nDental checks;300;400", "").await?;
    page.wait_for_text("75.0%").await?;
    page.choose("#separator", "tabs").await?;
    page.wait_for_text("No figure was read.").await?;
    page.choose("#separator", "semicolons").await?;
    page.wait_for_text("75.0%").await?;
    page.press("Undo").await?;
    page.wait_for_text("Undone.").await
}

/// Whatever a file does, the page stays, with every figure still there.
pub(crate) async fn bad_files_leave_the_page_alive(page: Rc<Page>) -> Result<()> {
    page.paste("#paste", "Dental checks\t2022/23\t300\t400", "").await?;
    page.wait_for_text("75.0%").await?;
    let mut seed = 1_u32;
    let noise: Vec<u8> = std::iter::repeat_with(|| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 24) as u8
    })
    .take(1_000_000)
    .collect();
    for (name, bytes, sentence) in [
        ("noise.bin", &noise[..], "This is neither text nor a workbook."),
        ("cut.xlsx", &WORKBOOK[..4_000], "This file is damaged or incomplete"),
        ("report.pdf", b"%PDF-1.7", "This is a PDF."),
        ("old.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "This is an old Word file (.doc)"),
    ] {
        page.choose_files(&[(name, bytes)]).await?;
        page.wait_for_text(&format!("{name} was not read. {sentence}")).await?;
    }
    // A worker that fails at once, and one that never ends.
    let become_bad = "window.corporateParentingParts = { ...corporateParentingParts, worker: arguments[0] }";
    page.js(become_bad, &["throw new Error('no')".into()]).await?;
    page.choose_files(&[("crash.csv", b"a,b")]).await?;
    page.wait_for_text("crash.csv was not read. Something in it stopped the reader.").await?;
    page.js(become_bad, &["self.onmessage = () => { for (;;) {} }".into()]).await?;
    page.choose_files(&[("endless.csv", b"a,b")]).await?;
    page.wait_for("#reading").await?;
    page.must_be_accessible().await?;
    page.press("Stop reading").await?;
    page.wait_for_text("You stopped reading endless.csv.").await?;
    page.wait_for_text("75.0%").await?;
    page.js("window.caughtErrors = []", &[]).await?;
    page.errors().await.map(|_| ())
}

pub(crate) async fn problems_are_mended_where_they_are_listed(page: Rc<Page>) -> Result<()> {
    let table = "Indicator\tNumerator\tDenominator\nDental checks\t700\t400\nImmunisations\t-1\t248\nReviews on time\t5\t0\nStatutory visits on time\tmany\t10";
    page.paste("#paste", table, "").await?;
    page.wait_for_text("4 cells could not be used").await?;
    page.must_be_accessible().await?;
    let mend = "
        const input = [...document.querySelectorAll('.mend input')].find((input) => input.value === arguments[0]);
        input.value = arguments[1];
        input.dispatchEvent(new Event('change', { bubbles: true }));";
    page.js(mend, &["700".into(), "300".into()]).await?;
    page.wait_for_text("75.0%").await?;
    page.press("Leave out Statutory visits on time").await?;
    page.wait_for_text("2 cells could not be used").await
}
