//! What others do to the page: extensions that change its document, browsers that keep and send what stands in boxes,
//! scripts that call it with anything.

use std::rc::Rc;

use anyhow::{Context, Result, ensure};
use browser_tests::Page;
use serde_json::json;

use crate::SCREENS;

/// Changes to the page before it starts: what is replaced, and by what; in two copies, since some are at the same place.
const BEFORE: [&[(&str, &str)]; 2] = [
    &[
        ("<html lang=\"en-GB\"", "<html data-extension=\"1\" class=\"dark\" lang=\"en-GB\""),
        ("<body>", "<body class=\"extension\"><div>before</div>"),
        ("</body>", "<div>after</div></body>"),
        ("<title>Corporate", "<title>(1) Corporate"),
        ("<head>", "<head><style>p { color: red }</style>"),
    ],
    &[
        ("lang=\"en-GB\"", "lang=\"fr\""),
        ("<head>", "<head><script>window.extension = 1</script>"),
        ("<meta name=\"description\"", "<meta name=\"extension\"><meta name=\"description\""),
        ("<body>", "<body><!-- extension -->"),
        ("Calculator</h1>", "Calculator (translated)</h1>"),
    ],
];

/// The same while it runs.
const AFTER: [&str; 10] = [
    "document.documentElement.setAttribute('data-extension', '1')",
    "document.documentElement.lang = 'fr'",
    "document.body.className = 'extension'",
    "document.body.prepend(Object.assign(document.createElement('div'), { textContent: 'before' }))",
    "document.body.append(Object.assign(document.createElement('div'), { textContent: 'after' }))",
    "document.title = '(1) extension'",
    "document.head.append(Object.assign(document.createElement('meta'), { name: 'extension' }))",
    "document.head.prepend(document.createComment('extension'))",
    "document.querySelector('noscript').remove()",
    "document.querySelector('#worker').textContent = 'extension'; document.querySelector('#style').append(' ')",
];

async fn blank_copy(page: &Page) -> Result<String> {
    page.js("location.hash = '#save'", &[]).await?;
    page.wait_for_text("Save a blank copy").await?;
    page.catch_downloads().await?;
    Ok(page.download("Save a blank copy").await?.1)
}

pub(crate) async fn copies_hold_nothing_of_an_extension(page: Rc<Page>) -> Result<()> {
    // All at once: each by itself would show in the copy.
    page.js(&AFTER.join(";\n"), &[]).await?;
    ensure!(blank_copy(&page).await? == page.built()?, "one of the changes while it runs changes the copy");
    // An added rule makes the style another one than the policy names.
    page.take_violations().await?;
    for changes in BEFORE {
        let copy = page.changed_copy(|html| {
            changes.iter().fold(html.to_owned(), |html, (old, new)| {
                assert!(html.contains(old), "the page has no {old} to change");
                html.replacen(old, new, 1)
            })
        })?;
        page.open_file(&copy).await?;
        ensure!(blank_copy(&page).await? == page.built()?, "one of {changes:?} changes the copy");
        page.wait_for_text("A blank copy was downloaded").await?;
    }
    page.take_violations().await?;
    let copy = page.changed_copy(|html| html.replacen("self.onmessage", "self.onextension", 1))?;
    page.open_file(&copy).await?;
    page.js("location.hash = '#save'", &[]).await?;
    page.press("Save a blank copy").await?;
    page.wait_for_text("This page was changed before it started").await
}

pub(crate) async fn boxes_ask_that_nothing_is_kept_or_sent(page: Rc<Page>) -> Result<()> {
    let offenders = "
        document.querySelectorAll('details').forEach((each) => { each.open = true; });
        const bad = [...document.querySelectorAll('input, textarea, select')].filter((box) =>
          box.getAttribute('autocomplete') !== 'off' ||
          (box.localName !== 'select' && box.getAttribute('spellcheck') !== 'false'));
        return bad.map((box) => box.outerHTML).concat(document.documentElement.translate ? ['translate'] : []);";
    let check = async |screen: &str| {
        page.js(&format!("location.hash = '#{screen}'"), &[]).await?;
        page.wait_for("#screen-heading").await?;
        let found = page.js(offenders, &[]).await?;
        ensure!(found == json!([]), "on {screen}: {found}");
        Ok(())
    };
    for screen in SCREENS {
        check(screen).await?;
    }
    page.js("location.hash = '#figures'", &[]).await?;
    page.press("Try an example: Cambridgeshire 2022/23").await?;
    page.wait_for_text("Example loaded").await?;
    page.paste("#paste", "Frobnication\t2022/23\t1\t2\n", "").await?;
    for screen in SCREENS {
        check(screen).await?;
    }
    Ok(())
}

/// Every call with every kind of value in every place: an `Error` with a sentence, and the page goes on.
pub(crate) async fn junk_is_answered_with_an_error(page: Rc<Page>) -> Result<()> {
    let script = "
        const c = corporateParenting;
        const junk = [undefined, null, true, 42, NaN, 'x', [], [1], () => 1, Symbol('x'), 10n, new Date(NaN), new Map(),
          new Uint8Array(3), { a: 1 }];
        const figure = { indicator: 'three-or-more-placements', period: '2023', numerator: 51, denominator: 646 };
        const load = { children: 646, caseload: 20, target: 15 };
        const reach = { numerator: 5, denominator: 10, target: 60, good: 'high' };
        const asked = { indicator: 'three-or-more-placements', area: '873', period: '2023' };
        // A call, and what it may be given besides.
        const calls = {
          neighbours: [(j) => c.neighbours(j, '2025'), []],
          'neighbours model': [(j) => c.neighbours('873', j), []],
          published: [(j) => c.published(j), []],
          read: [(j) => c.read(j), ['string', 'Uint8Array']],
          'read options': [(j) => c.read('x', j), ['undefined', 'null', 'Object', 'Map', 'Date', 'Uint8Array']],
          scorecard: [(j) => c.scorecard(j), []],
          document: [(j) => c.document(j), []],
          'document format': [(j) => c.document({ format: j, figures: [] }), []],
          'document internal': [(j) => c.document({ format: 'xlsx', figures: [], internal: j }), ['undefined', 'null', 'boolean']],
          caseload: [(j) => c.caseload(j), []],
          reach: [(j) => c.reach(j), []],
          figure: [(j) => c.scorecard({ figures: [j] }), []],
          figures: [(j) => c.scorecard({ figures: j }), ['Array', 'Uint8Array', 'Map']],
        };
        for (const key of Object.keys(asked)) calls['published ' + key] = [(j) => c.published({ ...asked, [key]: j }), []];
        for (const key of Object.keys(figure)) {
          calls['figure ' + key] = [(j) => c.scorecard({ figures: [{ ...figure, [key]: j }] }), ['undefined', 'null', 'number']];
        }
        for (const key of ['council', 'period', 'neighbourModel', 'neighbourAverage', 'verdictBy', 'knownIn', 'population']) {
          calls['scorecard ' + key] = [(j) => c.scorecard({ figures: [], [key]: j }), ['undefined', 'null', 'number']];
        }
        for (const key of Object.keys(load)) {
          calls['caseload ' + key] = [(j) => c.caseload({ ...load, [key]: j }), ['number']];
        }
        for (const key of Object.keys(reach)) calls['reach ' + key] = [(j) => c.reach({ ...reach, [key]: j }), ['number']];
        const kind = (j) => j === null ? 'null' : typeof j !== 'object' ? typeof j : j.constructor.name;
        const wrong = [];
        for (const [name, [call, fits]] of Object.entries(calls)) {
          for (const j of junk) {
            try {
              call(j);
              if (!fits.includes(kind(j))) wrong.push(name + ' takes ' + kind(j));
            } catch (e) {
              if (e.name !== 'Error' || !/ .* /.test(e.message)) wrong.push(name + ' of ' + kind(j) + ' throws ' + e);
            }
          }
        }
        return wrong.concat(c.neighbours('873', '2025').length === 10 ? [] : ['the program stands still']);";
    let found = page.js(script, &[]).await?;
    ensure!(found == json!([]), "{found}");
    Ok(())
}

pub(crate) async fn why_it_does_not_start_is_told(page: Rc<Page>) -> Result<()> {
    let built = page.built()?;
    let policy = built.lines().find(|line| line.contains("Content-Security-Policy")).context("a policy")?;
    let cases = [
        ("<script>delete window.WebAssembly</script>".to_owned(), "is turned off in this browser"),
        (policy.replace(" 'wasm-unsafe-eval'", ""), "does not let its program run"),
        (
            "<script>WebAssembly.compileStreaming = () => Promise.reject(new RangeError('could not allocate'))</script>"
                .to_owned(),
            "There is not enough memory",
        ),
    ];
    for (instead, sentence) in cases {
        let copy = page.changed_copy(|html| html.replace(policy, &instead))?;
        page.show_file(&copy).await?;
        page.wait_for_text(sentence).await?;
    }
    page.take_violations().await?;
    Ok(())
}

/// The program in a worker stops without a word when it gets no memory, and with one when it panics.
pub(crate) async fn why_a_file_is_not_read_is_told(page: Rc<Page>) -> Result<()> {
    for (said, sentence) in [
        ("RuntimeError: unreachable", "There is not enough memory to read it."),
        ("RangeError: Array buffer allocation failed", "There is not enough memory to read it."),
        ("Error: panicked at src/read/mod.rs: unreachable", "Something in it stopped the reader."),
        ("RangeError: Maximum call stack size exceeded", "Something in it stopped the reader."),
    ] {
        page.js(
            "const said = arguments[0];
             window.Worker = class extends EventTarget {
               postMessage() {
                 setTimeout(() => this.dispatchEvent(new MessageEvent('message', { data: { failed: said } })));
               }
               terminate() {}
             };",
            &[said.into()],
        )
        .await?;
        page.choose_files(&[("table.csv", b"Dental checks,70,100")]).await?;
        page.wait_for_text(sentence).await?;
        page.open().await?;
    }
    Ok(())
}
