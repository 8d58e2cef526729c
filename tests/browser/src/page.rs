//! The page as a person meets it: open it, look for things, press and type.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use thirtyfour::prelude::*;
use url::Url;

use crate::{Engine, Origin, Settings};

const PATIENCE: Duration = Duration::from_secs(45);

/// One open document in one browser.
///
/// Nothing here waits for a fixed time: what must become true is asked for until it is, or its patience is over.
#[derive(Debug)]
pub struct Page {
    /// The browser itself, for what this type does not offer.
    pub browser: WebDriver,
    /// Which browser it is.
    pub engine: Engine,
    /// Where the page was opened from.
    pub origin: Origin,
    pub(crate) name: String,
    pub(crate) address: String,
    pub(crate) settings: Settings,
    pub(crate) violations: RefCell<Vec<String>>,
}

/// Pastes a table of so many rows and clears it, so many times.
const LOAD_AND_CLEAR: &str = "
    const [text, rows, rounds] = arguments;
    const until = async (holds) => { while (!holds()) await new Promise((next) => setTimeout(next)); };
    const shown = () => document.querySelectorAll('.figures [role=rowheader][id]').length;
    for (let round = 0; round < rounds; round++) {
      await until(() => document.getElementById('paste'));
      const box = document.getElementById('paste');
      box.focus();
      box.value = text;
      // The page reads the box when the browser has put the text into it, which comes after the event.
      box.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true }));
      await until(() => shown() === rows);
      [...document.querySelectorAll('button')].find((each) => each.textContent.trim() === 'Clear all').click();
      await until(() => shown() === 0);
    }";

impl Page {
    /// Opens the page anew and waits until it is ready.
    pub async fn open(&self) -> Result<()> {
        self.open_address(&self.address).await
    }

    /// Where the page is opened.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Opens the page as the server gives it under another path, with more than its own headers, and waits for nothing.
    pub async fn show_under(&self, path: &str) -> Result<()> {
        self.show_address(&format!("{}{path}", self.address)).await
    }

    /// Opens a file, such as a copy of the page, and waits until it is ready.
    pub async fn open_file(&self, path: &Path) -> Result<()> {
        self.open_address(&file_address(path)).await
    }

    /// Opens a file and waits for nothing: for copies that cannot start.
    pub async fn show_file(&self, path: &Path) -> Result<()> {
        self.show_address(&file_address(path)).await
    }

    /// Waits until `corporateParenting.ready` is fulfilled; fails with the page's own reason when it is rejected.
    pub async fn ready(&self) -> Result<()> {
        self.js("await corporateParenting.ready", &[]).await.context("the page did not become ready")?;
        Ok(())
    }

    /// Runs the body of an async function in the page and gives what it returns. `arguments` are its arguments.
    pub async fn js(&self, body: &str, arguments: &[Value]) -> Result<Value> {
        let script = format!(
            "const done = arguments[arguments.length - 1];\n\
             (async function () {{ {body}\n }}).apply(null, Array.from(arguments).slice(0, -1)).then(\n\
               (value) => done({{ value: value === undefined ? null : value }}),\n\
               (error) => done({{ error: String(error) }}));"
        );
        let answer = self.browser.execute_async(script, arguments.to_vec()).await?;
        if let Some(error) = answer.json().get("error") {
            bail!("{}", error.as_str().unwrap_or("the script failed without a reason"));
        }
        Ok(answer.json()["value"].clone())
    }

    /// The element this selector finds, as soon as there is one and it can be seen.
    pub async fn wait_for(&self, css: &str) -> Result<WebElement> {
        self.until(&format!("`{css}` can be seen"), async || {
            for element in self.browser.find_all(By::Css(css)).await? {
                if element.is_displayed().await? {
                    return Ok(Some(element));
                }
            }
            Ok(None)
        })
        .await
    }

    /// Waits until this text can be read somewhere on the page.
    pub async fn wait_for_text(&self, text: &str) -> Result<()> {
        let script = "return document.body.innerText.includes(arguments[0])";
        self.until(&format!("the page says \"{text}\""), async || {
            Ok((self.js(script, &[text.into()]).await? == true).then_some(()))
        })
        .await
    }

    /// Waits until this selector finds nothing that can be seen.
    pub async fn wait_until_gone(&self, css: &str) -> Result<()> {
        self.until(&format!("`{css}` is gone"), async || {
            for element in self.browser.find_all(By::Css(css)).await? {
                if element.is_displayed().await? {
                    return Ok(None);
                }
            }
            Ok(Some(()))
        })
        .await
    }

    /// The button with exactly this text or label, as soon as it is there.
    pub async fn button(&self, name: &str) -> Result<WebElement> {
        let path = format!(
            "//*[self::button or @role='button'][normalize-space()={0} or @aria-label={0}]",
            quoted(name)
        );
        self.wait_for_path(&format!("there is a button \"{name}\""), path).await
    }

    /// The control whose label is exactly this text, as soon as it is there.
    pub async fn field(&self, label: &str) -> Result<WebElement> {
        let label_text = quoted(label);
        let path = format!(
            "//*[@id=//label[normalize-space()={label_text}]/@for] | //label[normalize-space()={label_text}]//input | \
             //*[self::input or self::textarea or self::select][@aria-label={label_text}]"
        );
        self.wait_for_path(&format!("there is a field \"{label}\""), path).await
    }

    /// Presses the button with this name.
    pub async fn press(&self, name: &str) -> Result<()> {
        let button = self.button(name).await?;
        button.scroll_into_view().await?;
        Ok(button.click().await?)
    }

    /// Makes the part of the window that shows the page this large.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        let frame = self.js("return [outerWidth - innerWidth, outerHeight - innerHeight]", &[]).await?;
        let add = |index: usize| u32::try_from(frame[index].as_i64().unwrap_or(0).max(0)).unwrap_or(0);
        self.browser.set_window_rect(0, 0, width + add(0), height + add(1)).await?;
        self.until("the window has its size", async || {
            Ok((self.js("return innerWidth", &[]).await? == width).then_some(()))
        })
        .await
    }

    /// Shows the links to the screens: where the window is narrow, a menu holds them.
    pub async fn open_menu(&self) -> Result<()> {
        let is_seen = "return document.querySelector('.nav').getClientRects().length > 0";
        if self.js(is_seen, &[]).await? == false {
            self.press("Menu").await?;
        }
        Ok(())
    }

    /// Goes to the screen of this name by its link.
    pub async fn follow(&self, hash: &str) -> Result<()> {
        self.open_menu().await?;
        let link = self.wait_for(&format!("nav a[href='{hash}']")).await?;
        link.scroll_into_view().await?;
        Ok(link.click().await?)
    }

    /// Puts this text into the field with this label, in place of what is there.
    pub async fn fill(&self, label: &str, text: &str) -> Result<()> {
        let field = self.field(label).await?;
        field.scroll_into_view().await?;
        // With the keyboard, as a person does: what a driver clears is told to the page only when the field is left.
        field.send_keys(Key::Control + "a").await?;
        if text.is_empty() {
            return Ok(field.send_keys(Key::Backspace + "").await?);
        }
        Ok(field.send_keys(text).await?)
    }

    /// Goes to the cell of the figures grid in the row of this title and the column of this heading, as a person does, by a
    /// press.
    pub async fn go_to_cell(&self, row: &str, column: &str) -> Result<WebElement> {
        let script = "
            const [row, column] = arguments;
            const own = (cell) => [...cell.childNodes].filter((node) => !node.classList?.contains('grid-second')).map((node) => node.textContent).join('');
            const text = (cell) => (cell.querySelector('.grid-title')?.lastChild.textContent ?? own(cell)).trim();
            const grid = document.querySelector('[role=grid]');
            const at = [...grid.querySelectorAll('[role=columnheader]')].findIndex((cell) => text(cell) === column);
            const found = [...grid.querySelectorAll('tbody [role=rowheader][id]')].find((cell) => text(cell) === row);
            return found && at >= 0 ? found.parentElement.children[at].id : null;";
        let what = format!("there is a cell of \"{row}\" in \"{column}\"");
        let id = self.until(&what, async || {
            Ok(self.js(script, &[row.into(), column.into()]).await?.as_str().map(str::to_owned))
        });
        // WebKit calls an empty cell hidden, so its being there is enough.
        let cell = self.browser.find(By::Id(id.await?)).await?;
        // In the middle of the view, so that no frozen column is above it.
        self.js("arguments[0].scrollIntoView({ block: 'center', inline: 'center' })", &[cell.to_json()?])
            .await?;
        cell.click().await?;
        Ok(cell)
    }

    /// Types into that cell in place of what is there, and goes on.
    pub async fn type_in_cell(&self, row: &str, column: &str, text: &str) -> Result<()> {
        self.go_to_cell(row, column).await?;
        // The first key opens the box that the others go into, and a driver's keys come faster than a person's.
        let first = text.chars().next().map_or(0, char::len_utf8);
        self.browser.action_chain().send_keys(&text[..first]).perform().await?;
        self.wait_for(".grid-editor:focus").await?;
        self.browser.action_chain().send_keys(&text[first..]).perform().await?;
        Ok(self.browser.action_chain().send_keys(Key::Enter).perform().await?)
    }

    /// Chooses an option of the list this selector finds, by its value.
    pub async fn choose(&self, css: &str, value: &str) -> Result<()> {
        self.wait_for(css).await?;
        let script = "
            const list = document.querySelector(arguments[0]);
            list.value = arguments[1];
            list.dispatchEvent(new Event('change', { bubbles: true }));";
        self.js(script, &[css.into(), value.into()]).await?;
        Ok(())
    }

    /// Opens or closes the details with this summary.
    pub async fn press_summary(&self, name: &str) -> Result<()> {
        let path = format!("//summary[normalize-space()={}]", quoted(name));
        let summary = self.wait_for_path(&format!("there is a summary \"{name}\""), path).await?;
        summary.scroll_into_view().await?;
        Ok(summary.click().await?)
    }

    /// Pastes into the element this selector finds, as the keyboard shortcut would: HTML may be empty.
    ///
    /// The paste event comes first; if nothing prevents it, the text goes in at the cursor.
    pub async fn paste(&self, css: &str, text: &str, html: &str) -> Result<()> {
        let element = self.wait_for(css).await?;
        let script = "
            const [target, text, html] = arguments;
            target.focus();
            const data = new DataTransfer();
            data.setData('text/plain', text);
            if (html) data.setData('text/html', html);
            // Firefox takes the text by names of its own.
            const event = new ClipboardEvent('paste',
              { clipboardData: data, dataType: 'text/plain', data: text, bubbles: true, cancelable: true });
            if (target.dispatchEvent(event) && 'setRangeText' in target) {
              target.setRangeText(text, target.selectionStart, target.selectionEnd, 'end');
              target.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
            }";
        self.js(script, &[element.to_json()?, text.into(), html.into()]).await?;
        Ok(())
    }

    /// Pastes a table of so many measures and clears it, so many times.
    pub async fn load_and_clear(&self, measures: usize, rounds: usize) -> Result<()> {
        let names = "return corporateParenting.indicators().filter(({ kind }) => kind === 'share').map(({ title }) => title)";
        let names: Vec<String> = serde_json::from_value(self.js(names, &[]).await?)?;
        let rows: Vec<String> =
            names.iter().take(measures).map(|name| format!("{name}\t2022/23\t300\t400")).collect();
        self.js(LOAD_AND_CLEAR, &[rows.join("\n").into(), rows.len().into(), rounds.into()]).await?;
        Ok(())
    }

    /// Chooses files, each a name and its bytes. They are made in the page: not every driver can choose one from
    /// the disk.
    pub async fn choose_files(&self, files: &[(&str, &[u8])]) -> Result<()> {
        let files: Vec<Value> =
            files.iter().map(|(name, bytes)| serde_json::json!([name, STANDARD.encode(bytes)])).collect();
        let script = "
            const transfer = new DataTransfer();
            for (const [name, base64] of arguments[0]) {
              const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
              transfer.items.add(new File([bytes], name));
            }
            const input = document.getElementById('files');
            input.files = transfer.files;
            input.dispatchEvent(new Event('change', { bubbles: true }));";
        self.wait_for("#files").await?;
        self.js(script, &[Value::Array(files)]).await?;
        Ok(())
    }

    /// From now on downloads are kept in the page instead of on the disk.
    pub async fn catch_downloads(&self) -> Result<()> {
        let script = "
            window.caught = [];
            const made = new Map();
            const make = URL.createObjectURL;
            URL.createObjectURL = (blob) => { const address = make(blob); made.set(address, blob); return address; };
            HTMLAnchorElement.prototype.click = function () { window.caught.push([this.download, made.get(this.href)]); };";
        self.js(script, &[]).await?;
        Ok(())
    }

    /// Name and text of the download caught last; presses the button that makes it.
    pub async fn download(&self, button: &str) -> Result<(String, String)> {
        self.js("window.caught.length = 0", &[]).await?;
        self.press(button).await?;
        let script = "const [name, blob] = window.caught.at(-1) ?? []; 
            const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
            return blob ? [name, decoder.decode(await blob.arrayBuffer())] : null";
        let caught = self.until("something is downloaded", async || {
            Ok(Some(self.js(script, &[]).await?).filter(|caught| !caught.is_null()))
        });
        let caught = caught.await?;
        let part = |index: usize| caught[index].as_str().unwrap_or_default().to_owned();
        Ok((part(0), part(1)))
    }

    /// The text of the first element this selector finds that can be seen; empty when there is none.
    pub async fn text(&self, css: &str) -> Result<String> {
        let script = "
            const seen = (element) => element.getClientRects().length > 0;
            return [...document.querySelectorAll(arguments[0])].find(seen)?.innerText ?? '';";
        let value = self.js(script, &[css.into()]).await?;
        Ok(value.as_str().unwrap_or_default().to_owned())
    }

    /// Asks until there is an answer. `what` completes the sentence "… did not come true".
    pub async fn until<T>(&self, what: &str, attempt: impl AsyncFn() -> Result<Option<T>>) -> Result<T> {
        let started = Instant::now();
        loop {
            let asked = Instant::now();
            // An element may go away between being found and being asked; that is no failure yet.
            let outcome = attempt().await;
            if let Ok(Some(value)) = outcome {
                return Ok(value);
            }
            if started.elapsed() > PATIENCE {
                outcome?;
                bail!("after {} s it is still not so that {what}", PATIENCE.as_secs());
            }
            // As long as the answer took, so that the page has time of its own.
            tokio::time::sleep(asked.elapsed().max(Duration::from_millis(25))).await;
        }
    }

    /// Waits until this text, read again and again, says all of these parts.
    pub async fn must_say(
        &self,
        what: &str,
        parts: &[&str],
        read: impl AsyncFn() -> Result<String>,
    ) -> Result<()> {
        let said = RefCell::new(String::new());
        let waited = self
            .until(what, async || {
                let text = read().await?;
                let whole = parts.iter().all(|part| text.contains(part));
                *said.borrow_mut() = text;
                Ok(whole.then_some(()))
            })
            .await;
        let said = said.into_inner();
        let missing = parts.iter().find(|part| !said.contains(**part)).unwrap_or(&"");
        waited.with_context(|| format!("{what} says \"{said}\" and not \"{missing}\""))
    }

    /// Waits until the page is no wider than the window.
    pub async fn must_fit(&self) -> Result<()> {
        self.until("the page is no wider than the window", async || {
            let fits = self.js("return document.documentElement.scrollWidth <= innerWidth", &[]).await?;
            Ok((fits == true).then_some(()))
        })
        .await
    }

    /// Saves a picture of the page under this name and gives its path.
    pub async fn screenshot(&self, name: &str) -> Result<PathBuf> {
        std::fs::create_dir_all(&self.settings.screenshots)?;
        let file = format!("{}-{}-{name}.png", self.engine.name(), self.origin.name());
        let path = self.settings.screenshots.join(file);
        self.browser.screenshot(&path).await?;
        Ok(path)
    }

    async fn open_address(&self, address: &str) -> Result<()> {
        self.show_address(address).await?;
        self.ready().await
    }

    async fn show_address(&self, address: &str) -> Result<()> {
        self.keep_violations().await?;
        self.browser.goto(address).await?;
        self.watch().await
    }

    async fn wait_for_path(&self, what: &str, path: String) -> Result<WebElement> {
        self.until(what, async || {
            for element in self.browser.find_all(By::XPath(path.as_str())).await? {
                if element.is_displayed().await? {
                    return Ok(Some(element));
                }
            }
            Ok(None)
        })
        .await
    }
}

pub(crate) fn file_address(path: &Path) -> String {
    Url::from_file_path(path).map_or_else(|()| format!("file://{}", path.display()), String::from)
}

/// A text as the path language of [`By::XPath`] writes it; it knows no escapes.
fn quoted(text: &str) -> String {
    if text.contains('\'') { format!("\"{text}\"") } else { format!("'{text}'") }
}
