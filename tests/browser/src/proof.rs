//! What a page is asked beyond what a person sees: its policy, its errors, its accessibility, its copies.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::{Origin, Page};

/// Role and name of a node of the accessibility tree; nothing for what only holds others, or is text.
fn told(node: &Value) -> Option<String> {
    const SILENT: [&str; 9] = [
        "generic",
        "none",
        "StaticText",
        "InlineTextBox",
        "RootWebArea",
        "paragraph",
        "listitem",
        "LineBreak",
        "MenuListPopup",
    ];
    let role = node["role"]["value"].as_str()?;
    let name = node["name"]["value"].as_str().unwrap_or_default();
    let is_ignored = node["ignored"].as_bool().unwrap_or_default();
    (!is_ignored && !SILENT.contains(&role) && !name.is_empty()).then(|| format!("{role}: {name}"))
}

/// Notes what goes wrong from now on. Chromium also reports what its policy blocked before.
const WATCH: &str = r#"
    if (window.watched) return;
    const watched = window.watched = { violations: new Set(), errors: [] };
    const blocked = (directive, what) => watched.violations.add(`${directive} blocked ${what}`);
    document.addEventListener("securitypolicyviolation", (e) => blocked(e.effectiveDirective, e.blockedURI));
    if (window.ReportingObserver) {
      const each = (reports) => reports.forEach(({ body }) => blocked(body.effectiveDirective, body.blockedURL));
      new ReportingObserver(each, { types: ["csp-violation"], buffered: true }).observe();
    }
    window.addEventListener("error", (e) => watched.errors.push(String(e.message)));
    window.addEventListener("unhandledrejection", (e) => watched.errors.push(String(e.reason)));
    const report = console.error;
    console.error = (...words) => { watched.errors.push(words.join(" ")); report.apply(console, words); };
"#;

const AXE_RUN: &str = r#"
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
    return violations.map(({ id, help, nodes }) =>
      `${id}: ${help}\n` + nodes.map((node) => `    ${node.target.join(" ")}  ${node.html}`).join("\n"));
"#;

impl Page {
    /// What the policy blocked since this was last asked. The runner asks at the end of each journey, and any is a
    /// failure; a journey that provokes some takes them away with this.
    pub async fn take_violations(&self) -> Result<Vec<String>> {
        self.keep_violations().await?;
        Ok(self.violations.take())
    }

    /// Uncaught errors and what was written with `console.error` since the document was opened.
    pub async fn errors(&self) -> Result<Vec<String>> {
        texts(&self.js("return window.watched ? watched.errors : []", &[]).await?)
    }

    /// Fails with the list when the accessibility rules find anything in the document as it is now.
    ///
    /// They are half the time of many journeys, and ask about the document, which does not depend on where it came from. What is
    /// taken from a server is taken from disk as well, in the same browser: there they are asked.
    pub async fn must_be_accessible(&self) -> Result<()> {
        if self.origin == Origin::Server {
            return Ok(());
        }
        let rules = fs::read_to_string(&self.settings.axe)
            .with_context(|| format!("{} could not be read", self.settings.axe.display()))?;
        self.browser.execute(format!("if (!window.axe) {{ {rules}\n }}"), Vec::new()).await?;
        let found = texts(&self.js(AXE_RUN, &[]).await?)?;
        ensure!(found.is_empty(), "axe-core finds:\n{}", found.join("\n"));
        Ok(())
    }

    /// Fails unless assistive programs are given the roles and names kept in `snapshots` for this screen, as Chromium tells
    /// them. With `UPDATE_SNAPSHOTS` set, they are written anew.
    pub async fn must_be_told_as(&self, screen: &str) -> Result<()> {
        let tree = self.browser.cdp().send_raw("Accessibility.getFullAXTree", serde_json::json!({})).await?;
        let nodes = tree["nodes"].as_array().context("Chromium gives no tree")?;
        let told: String = nodes.iter().filter_map(told).map(|line| line + "\n").collect();
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots").join(format!("{screen}.txt"));
        if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
            fs::create_dir_all(path.parent().context("the snapshots have a folder")?)?;
            fs::write(&path, &told)?;
            return Ok(());
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        let differs = told.lines().zip(kept.lines()).find(|(now, then)| now != then);
        ensure!(
            told == kept,
            "{screen} is told otherwise than in {} (UPDATE_SNAPSHOTS=1 writes it anew): {differs:?}, {} lines for {}",
            path.display(),
            told.lines().count(),
            kept.lines().count()
        );
        Ok(())
    }

    /// Writes the document as it is now to a file, as "Save page, complete" does, and gives its path.
    pub async fn save_complete(&self) -> Result<PathBuf> {
        let html = self.js("return '<!DOCTYPE html>\\n' + document.documentElement.outerHTML", &[]).await?;
        copy(&self.name_of_copy(), html.as_str().context("the document has no text")?)
    }

    /// The page as it was built.
    pub fn built(&self) -> Result<String> {
        Ok(fs::read_to_string(self.settings.page())?)
    }

    /// Writes a file that is the built page after this change, and gives its path.
    pub fn changed_copy(&self, change: impl Fn(&str) -> String) -> Result<PathBuf> {
        self.changed_copy_at(&self.name_of_copy(), change)
    }

    /// The same in a file of this name.
    pub fn changed_copy_at(&self, name: &str, change: impl Fn(&str) -> String) -> Result<PathBuf> {
        let html = self.built()?;
        let changed = change(&html);
        ensure!(changed != html, "the change does not change the page");
        copy(name, &changed)
    }

    fn name_of_copy(&self) -> String {
        format!("{}-{}-{}.html", self.engine.name(), self.origin.name(), self.name)
    }

    /// Starts to note what goes wrong in the document just opened.
    pub(crate) async fn watch(&self) -> Result<()> {
        self.js(WATCH, &[]).await?;
        Ok(())
    }

    /// Moves what the document noted to where it outlives the document.
    pub(crate) async fn keep_violations(&self) -> Result<()> {
        let script = "
            if (!window.watched) return [];
            // Reports come a moment after what they report.
            await new Promise((resolve) => setTimeout(resolve, 0));
            const found = [...watched.violations];
            watched.violations.clear();
            return found;";
        let found = texts(&self.js(script, &[]).await?)?;
        self.violations.borrow_mut().extend(found);
        Ok(())
    }
}

/// Copies of the page that this run makes; removed at its end.
fn copy(name: &str, html: &str) -> Result<PathBuf> {
    let folder = copies_folder();
    fs::create_dir_all(&folder)?;
    let path = folder.join(name);
    fs::write(&path, html)?;
    Ok(path)
}

pub(crate) fn copies_folder() -> PathBuf {
    std::env::temp_dir().join(format!("corporate-parenting-journeys-{}", std::process::id()))
}

fn texts(value: &Value) -> Result<Vec<String>> {
    serde_json::from_value(value.clone())
        .with_context(|| format!("a list of texts was expected, not {value}"))
}
