//! The JavaScript face, as an embedder calls it.

use std::collections::BTreeSet;
use std::rc::Rc;

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Types};
use serde_json::{Value, json};

const DECLARED: &str = include_str!("../../../../www/corporate-parenting-calculator.d.ts");
const WORKBOOK: &[u8] = include_bytes!("../../../data/workbooks/libreoffice.xlsx");
const EXAMPLE: &str = include_str!("../../../../data/examples/cambridgeshire-2022-23.csv");

const CATALOGUE: &str = include_str!("../../../../data/indicators.csv");
const PUBLISHED: &str = include_str!("../../../../data/published.csv");
const SOURCES: &str = include_str!("../../../../data/sources.csv");

/// The newest year of the built-in figures: the last of their columns.
fn newest_year() -> &'static str {
    PUBLISHED.lines().next().and_then(|headings| headings.rsplit(',').next()).unwrap_or_default()
}

/// How the page names the source of an indicator whose publication has no comma in its title.
fn source(indicator: &str) -> String {
    let cells = SOURCES.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let row = cells.into_iter().find(|cells| cells[0] == indicator).unwrap_or_default();
    format!("Department for Education, {}", row.get(1..3).unwrap_or_default().join(", "))
}

pub(crate) async fn the_face_answers(page: Rc<Page>) -> Result<()> {
    let cases: [(&str, Value); 20] = [
        ("c.version.dataReleased", json!(newest_year())),
        ("c.indicators().length", json!(CATALOGUE.lines().count() - 1)),
        ("c.indicators().find((i) => i.id === 'three-or-more-placements').good", json!("low")),
        ("c.areas().filter((a) => a.level === 'region').length", json!(9)),
        ("c.neighbours('873', '2025')", json!(["931", "919", "825", "803", "937", "916", "938", "823", "850", "869"])),
        (
            "c.published({ indicator: 'three-or-more-placements', area: 'E92000001', period: '2023' })",
            json!({ "value": 11, "decimals": 0, "numerator": 8850, "denominator": 83750, "firstPublished": 10,
                "source": source("three-or-more-placements") }),
        ),
        (
            "c.published({ indicator: 'three-or-more-placements', area: '873', period: '2023' })",
            json!({ "value": 9, "decimals": 0, "numerator": 56, "denominator": 632,
                "source": source("three-or-more-placements") }),
        ),
        ("c.published({ indicator: 'three-or-more-placements', area: '873', period: '2030' })", Value::Null),
        (
            "c.read('Three or more placements\\t51\\t646', { period: '2022/23' })",
            json!({ "layout": "counts", "problems": [], "figures": [{ "indicator": "three-or-more-placements",
                "period": "2023", "numerator": 51, "denominator": 646, "where": { "row": 1, "column": 2 } }],
                "questions": [], "targets": [], "comparators": [], "commentary": [], "ownMeasures": [] }),
        ),
        ("c.read(new TextEncoder().encode('Dental checks: 76%')).figures[0].value", json!(76)),
        ("c.read('').problems.length", json!(1)),
        (
            "(({ figures, targets }) => [figures.map((f) => [f.indicator, f.period, f.numerator, f.denominator]), targets.map((t) => t.value)])
             (c.read(c.document({ format: 'xlsx', figures: c.read('Three or more placements: 51 of 646').figures,
               council: '873', period: '2023', targets: { 'three-or-more-placements': { value: 10 } } })))",
            json!([[["three-or-more-placements", "2023", 51, 646]], [10]]),
        ),
        (
            "['docx', 'xlsx'].map((format) => c.document({ format, figures: [], council: '873', internal: true }))
               .map((file) => [file.constructor.name === 'Uint8Array', file[0], file[1], file.length > 20000])",
            json!([[true, 80, 75, true], [true, 80, 75, true]]),
        ),
        (
            "(({ shown, sentence, comparisons }) => [shown, sentence.startsWith('51 of 646 children (7.9%)'),
               comparisons.map((c) => [c.with, c.period, c.shown, c.verdict])])
             (c.scorecard({ figures: c.read('Three or more placements: 51 of 646').figures, council: '873', period: '2023' }).rows[0])",
            json!(["7.9%", true, [["england", "2023", "11%", "better"], ["region", "2023", "11%", "better"],
                ["neighbours", "2023", "12.5%", "better"]]]),
        ),
        (
            "c.scorecard({ figures: [{ indicator: 'dental-checks', period: '2024', value: 76, decimals: 0 }], population: 1000 })
             .rows[0].comparisons[0].reason",
            json!("add the numbers behind this percentage to test it"),
        ),
        (
            "c.scorecard({ figures: c.read(c.areas().map(() => 'Dental checks: 76%')[0]).figures }).rows[0].comparisons[0].reason",
            json!("choose a period to compare it"),
        ),
        (
            "(({ interval, verdict, comparisons, target, oneChild, published }) => [interval.low.toFixed(1), verdict,
               comparisons[0].rank, comparisons[0].of, comparisons[0].quartile, comparisons[2].rank, comparisons[2].of,
               target.verdict, target.children, target.becomes.toFixed(1), oneChild.toFixed(1), published.shown])
             (c.scorecard({ figures: c.read('Long-term stability: 162 of 233').figures, council: '873', period: '2023',
                            targets: { 'long-term-stability': { value: 71, tolerance: 0.5 } } }).rows[0])",
            json!(["63.3", "similar", 47, 150, "B", 3, 11, "missed", 4, "71.2", "0.4", "69%"]),
        ),
        (
            "(({ rows, verdictBy, agenda, paragraphs }) => [verdictBy, rows[0].verdict, rows[0].comparisons[0].verdict,
               rows[0].comparisons[0].reason, agenda[0].points[0].indicator, paragraphs.map((p) => p.theme)])
             (c.scorecard({ figures: c.read('Three or more placements: 51 of 646').figures, council: '873', period: '2023',
                            verdictBy: 'quartile' }))",
            json!(["quartile", "A", "no comparison", "verdicts are reached another way", "three-or-more-placements", ["stability"]]),
        ),
        (
            "(({ value, now, period }) => [value, now, period])
             (c.scorecard({ figures: c.read('Three or more placements: 51 of 646').figures, council: '873', period: '2023',
                            knownIn: '2023' }).rows[0].comparisons[0])",
            json!([10, 11, "2023"]),
        ),
        (
            "(({ from, to, verdict }) => [from, to, verdict])(c.scorecard({ period: '2023', council: '873',
               figures: [90, 80, 70, 60, 51].map((numerator, i) => ({ indicator: 'three-or-more-placements', numerator,
                 denominator: 640, period: String(2019 + i) })) }).rows[0].trend)",
            json!(["2019", "2023", "better"]),
        ),
    ];
    answers_are(&page, &cases).await
}

async fn answers_are(page: &Page, cases: &[(&str, Value)]) -> Result<()> {
    for (call, expected) in cases {
        let found = page.js(&format!("const c = corporateParenting; return {call}"), &[]).await?;
        ensure!(found == *expected, "{call} gives {found}, not {expected}");
    }
    Ok(())
}

pub(crate) async fn commentary_goes_with_its_measure(page: Rc<Page>) -> Result<()> {
    let cases = [
        (
            "(({ rows }) => [rows[0].commentary.why, rows[0].commentary.doubts.length])
             (c.scorecard({ figures: c.read('Dental checks\\t2022/23\\t70\\t100').figures,
               commentary: [{ indicator: 'dental-checks', text: '75% were checked', why: 'Fewer clinics' }] }))",
            json!(["Fewer clinics", 1]),
        ),
        (
            "(({ figures, commentary }) => [commentary.map((said) => [said.indicator, said.period, said.part, said.text]),
               c.scorecard({ figures, commentary }).rows[0].commentary.doing])
             (c.read(c.document({ format: 'xlsx', figures: c.read('Dental checks\\t2022/23\\t70\\t100').figures, commentary:
               [{ indicator: 'dental-checks', period: '2023', doing: 'Clinics in schools', by: '31 March 2027' },
                { indicator: 'dental-checks', period: '2022', why: '3 children were missed' }] })))",
            json!([[["dental-checks", "2023", "doing", "Clinics in schools"],
                ["dental-checks", "2023", "by", "31 March 2027"]], "Clinics in schools"]),
        ),
    ];
    answers_are(&page, &cases).await
}

/// What a business case gives to `caseload()`.
const CASE: &str = "{ children: 646, caseload: 20, target: 15, childrenGrowthPerYear: 0.03, turnoverPerYear: 0.16, hiresPerMonth: 1.5, \
     monthsToStart: 3, costPerPost: 58000, agencyShare: 0.2, agencyPremium: 0.4, startMonth: '2026-04', months: 24 }";

pub(crate) async fn scenarios_answer(page: Rc<Page>) -> Result<()> {
    let cases: [(&str, Value); 11] = [
        ("c.caseload({ children: 646, caseload: 20, target: 15 }).extraFte.toFixed(2)", json!("10.77")),
        ("c.caseload({ children: 646, workersFte: 32.3, target: 15 }).peopleNeeded", json!(44)),
        ("c.caseload({ children: 646, caseload: 20, target: 15 }).reachedInMonth", Value::Null),
        (
            "c.caseload({ children: 646, caseload: 20, target: 15, turnoverPerYear: 0.16, hiresPerMonth: 2 }).reachedInMonth",
            json!(8),
        ),
        (
            "c.caseload({ children: 646, caseload: 20, target: 15, childrenGrowthPerYear: 0.05 }).path[12].children.toFixed(1)",
            json!("678.3"),
        ),
        // Pinned natively too: every machine and engine gives the same.
        (
            "c.caseload({ children: 646, caseload: 20, target: 15, turnoverPerYear: 0.16, hiresPerMonth: 2, seed: 2027,
               ranges: { childrenGrowthPerYear: [0, 0.1], turnoverPerYear: [0.1, 0.4], hiresPerMonth: [0.8, 1.6] } }).chance",
            json!(0.2571),
        ),
        // Years sum to the period to the last digit, options and sensitivity say the same of the same.
        (
            "(({ byYear, costOverPeriod, options, sensitivity }) => [byYear.map((each) => [each.year, each.extraCost]),
               costOverPeriod === byYear.reduce((sum, each) => sum + each.extraCost, 0),
               options.map((each) => each.target ?? null), options.find((each) => each.target === 15).byYear.length,
               sensitivity.filter((each) => each.growth === 0.03 && each.turnover === 0.16 && each.target === 15)
                 .map((each) => each.cost === costOverPeriod)])(c.caseload(CASE))",
            json!([
                [["2026/27", 173_053.11], ["2027/28", 759_490.69]],
                true,
                [null, 18, 16, 15],
                2,
                [true]
            ]),
        ),
        (
            "c.caseload(CASE).recruitment.filter((each) => each.target === 15)
               .map((each) => [each.hiresPerMonth, each.monthsToStart, each.reachedInMonth ?? null])",
            json!([[1, 3, null], [1.5, 3, 17], [2, 3, 12], [1.5, 6, 22]]),
        ),
        ("c.caseload({ ...CASE, keepRecruiting: true }).costOverPeriod.toFixed(2)", json!("1047398.05")),
        (
            "c.caseload({ ...CASE, hiresPerMonth: Infinity }).reachedInMonth",
            json!(4),
        ),
        (
            "c.reach({ indicator: 'long-term-stability', numerator: 162, denominator: 233, target: 71 })",
            json!({ "children": 4, "becomes": 100.0 * 166.0 / 233.0, "shown": "71.2%" }),
        ),
    ];
    for (call, expected) in cases {
        let found =
            page.js(&format!("const c = corporateParenting, CASE = {CASE}; return {call}"), &[]).await?;
        ensure!(found == expected, "{call} gives {found}, not {expected}");
    }
    Ok(())
}

pub(crate) async fn misuse_throws_a_whole_sentence(page: Rc<Page>) -> Result<()> {
    let cases = [
        ("c.neighbours('nowhere', '2025')", "There is no area \"nowhere\"; areas() lists them"),
        (
            "c.neighbours('873', '1999')",
            "There is no neighbour model \"1999\"; there are \"2025\" and \"2021\"",
        ),
        ("c.neighbours(873, '2025')", "neighbours() takes two strings"),
        (
            "c.reach({ numerator: 5, denominator: 9, target: 50, good: 'none' })",
            "good must be \"high\" or \"low\", not \"none\"",
        ),
        ("c.read(42)", "read() takes a string or a Uint8Array"),
        ("c.read('x', { period: 'soon' })", "\"soon\" is not a period"),
        ("c.published({ indicator: 'x', area: '873', period: '2023' })", "There is no indicator \"x\""),
        ("c.published()", "published() takes { indicator, area, period }"),
        ("c.scorecard({})", "scorecard() takes { figures, council?, period?"),
        (
            "c.scorecard({ figures: [{ indicator: 'dental-checks', numerator: 9, denominator: 5 }] })",
            "The figure for dental-checks cannot be used: The numerator, 9, is larger than the denominator, 5",
        ),
        ("c.caseload({ children: 646, target: 15 })", "caseload() takes either workersFte or caseload"),
        (
            "c.caseload({ children: 646, caseload: 20, target: 15, startMonth: '2026' })",
            "startMonth must be a month such as 2026-04, not \"2026\"",
        ),
        (
            "c.caseload({ children: 646, caseload: 20, target: 15, hiresPerMonth: Infinity, keepRecruiting: true })",
            "keepRecruiting: To go on recruiting past the target",
        ),
        (
            "c.caseload({ children: 646, caseload: 20, target: 15, knockOn: [{ post: 'clerk', per: 6 }] })",
            "knockOn.post must be \"manager\", \"businessSupport\" or \"reviewingOfficer\", not \"clerk\"",
        ),
        (
            "c.caseload({ children: 646, caseload: 20, target: 0 })",
            "target: The target must be from 1 to 200",
        ),
        (
            "c.reach({ numerator: 5, denominator: 4, target: 50, good: 'high' })",
            "The numerator cannot be above the denominator",
        ),
        ("c.scorecard({ figures: [], population: -1 })", "population must be a whole number from 1"),
        (
            "c.scorecard({ figures: [], neighbourAverage: 'mode' })",
            "neighbourAverage must be \"median\" or \"mean\"",
        ),
        (
            "c.scorecard({ figures: [], verdictBy: 'mood' })",
            "verdictBy must be \"interval\", \"target\" or \"quartile\"",
        ),
        ("c.document({ format: 'pdf', figures: [] })", "format must be \"docx\" or \"xlsx\", not \"pdf\""),
        ("c.document({ figures: [] })", "document() takes { format, figures"),
        ("c.scorecard({ figures: [], knownIn: '2001' })", "knownIn must be \"2022\", \"2023\", "),
        (
            "c.scorecard({ figures: [], commentary: [{ indicator: 'x', text: '' }] })",
            "There is no indicator \"x\"",
        ),
        (
            "c.document({ format: 'docx', figures: [], commentary: [{ indicator: 'dental-checks', who: 'tamsin@example.org' }] })",
            "The commentary on dental-checks holds what looks like personal data",
        ),
        ("c.scorecard({ figures: [], targets: { x: { value: 1 } } })", "There is no indicator \"x\""),
    ];
    for (call, sentence) in cases {
        let script = format!(
            "const c = corporateParenting; try {{ {call}; return 'nothing' }} catch (e) {{ return (e.name === 'Error') + ' ' + e.message }}"
        );
        let found = page.js(&script, &[]).await?;
        let found = found.as_str().unwrap_or_default();
        ensure!(
            found.starts_with(&format!("true {sentence}")),
            "{call} throws \"{found}\", not \"{sentence}\""
        );
    }
    Ok(())
}

/// Each script gives a list of answers of one member. Between them they have every field that is declared.
pub(crate) async fn answers_are_of_the_declared_types(page: Rc<Page>) -> Result<()> {
    let scripts = [
        ("version", "[c.version]"),
        ("indicators", "[c.indicators()]"),
        ("areas", "[c.areas()]"),
        ("neighbours", "['2021', '2025'].map((model) => c.neighbours('873', model))"),
        (
            "published",
            "c.indicators().flatMap(({ id }) => ['E92000001', 'E12000006', '873', '420'].flatMap((area) =>
               [2018, 2021, 2023, 2025].map((year) => c.published({ indicator: id, area, period: String(year) }))))",
        ),
        (
            "read",
            "[c.read(example), c.read(''), c.read('EET\\t5\\t9\\nDental checks\\tc\\n'),
               c.read('Young people\\n\\nMeasure\\tNumerator\\tDenominator\\nEET\\t7\\t9\\n'),
               c.read('Three or more placements: 51 of 646 (8.1%)'),
               c.read('Indicator\\t2022/23\\tTarget 2022/23\\tTolerance\\tEngland 2022/23\\tComments\\n' +
                 'Dental checks\\t80%\\t85%\\t5%\\t76%\\tMore appointments were found\\nHens kept\\t4\\n',
                 { ownMeasures: [{ title: 'Hens kept', kind: 'count' }] }),
               c.read(Object.assign(new TextEncoder().encode(' '.repeat(workbook.length)), workbook), { fileName: 'report.xlsx', council: '873' })]",
        ),
        (
            "scorecard",
            "['interval', 'target', 'quartile'].flatMap((verdictBy) => [undefined, '2023'].map((knownIn) =>
               c.scorecard({ figures: c.read(example).figures, council: '873', period: '2023', verdictBy, knownIn,
                 population: knownIn && 137000, targets: { 'long-term-stability': { value: 71, tolerance: 0.5 } } })))",
        ),
        (
            "scorecard",
            "['long-term-stability', 'dental-checks', 'good-level-of-development'].flatMap((indicator) =>
               ['2022', '2023'].map((period) => c.scorecard({ council: '873', period,
                 figures: [90, 80, 70, 60, 51].map((numerator, i) =>
                   ({ indicator, numerator, denominator: 640, period: String(2019 + i) })) })))",
        ),
        (
            "scorecard",
            "[c.scorecard({ figures: c.read(example).figures, council: '873', period: '2023', commentary: [{
               indicator: 'three-or-more-placements', period: '2023', showing: 'It rose to 12%.', why: 'Fewer moves.',
               doing: 'Placements are planned.', who: 'Head of service', by: 'June' }] })]",
        ),
        // So small a council that many of its figures are hidden.
        ("profile", "['420', '873'].map((council) => c.profile({ council }))"),
        (
            "caseload",
            "[c.caseload({ children: 646, caseload: 20, target: 15 }),
               c.caseload({ children: 646, caseload: 20, target: 15, turnoverPerYear: 0.16, hiresPerMonth: 2, byMonth: 12,
                 costPerPost: 60000, hoursPerWeek: 37, directShare: 0.4, ranges: { hiresPerMonth: [1, 2] },
                 startMonth: '2026-04', placementCost: 50000, caseloads: [12, 22], knockOn: [{ post: 'manager', per: 6 }] })]",
        ),
        (
            "reach",
            "[c.reach({ indicator: 'long-term-stability', numerator: 162, denominator: 233, target: 71 })]",
        ),
    ];
    let mut types = Types::parse(DECLARED)?;
    for (member, script) in scripts {
        let script =
            format!("const [example, workbook] = arguments, c = corporateParenting; return {script}");
        let answers = page.js(&script, &[json!(EXAMPLE), json!(WORKBOOK)]).await?;
        for answer in answers.as_array().context("a script gives a list")? {
            types.check("CorporateParenting", member, answer)?;
        }
    }
    let mut never = BTreeSet::new();
    for (member, _) in scripts {
        never.extend(types.never_seen("CorporateParenting", member)?);
    }
    // Not known where the page is built outside a repository.
    never.remove("version.commit");
    ensure!(never.is_empty(), "no answer has {never:?}");
    Ok(())
}
