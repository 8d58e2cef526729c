//! The browsers, and how each is asked for.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

/// A browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, the engine of Edge and Chrome.
    Chromium,
    /// Firefox ESR.
    Firefox,
    /// `WebKitGTK`, standing in for Safari.
    WebKit,
}

/// Where the page is opened from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The saved file, through a `file:` address.
    File,
    /// A web server on this machine.
    Server,
}

impl Engine {
    /// Every engine, in the order they are tried.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// A name for reports and file names.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// What a driver is asked for. Everything the browser wants from the network goes to `proxy_port`.
    pub(crate) fn capabilities(self, proxy_port: u16) -> Result<Map<String, Value>> {
        let proxy = format!("127.0.0.1:{proxy_port}");
        let own = match self {
            Self::Chromium => json!({
                "goog:chromeOptions": { "args": [
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--disable-dev-shm-usage", "--window-size=1280,1024",
                ] },
            }),
            Self::Firefox => json!({
                "moz:firefoxOptions": {
                    "binary": "/usr/bin/firefox-esr",
                    "args": ["-headless", "--width=1280", "--height=1024"],
                    // geckodriver switches this off, and a page that fails for people would pass here.
                    "prefs": { "security.fileuri.strict_origin_policy": true },
                },
            }),
            Self::WebKit => json!({
                "webkitgtk:browserOptions": { "binary": mini_browser()?, "args": ["--automation"] },
            }),
        };
        let mut capabilities = json!({
            "proxy": {
                "proxyType": "manual", "httpProxy": proxy, "sslProxy": proxy, "noProxy": ["127.0.0.1", "localhost"],
            },
        });
        let all = capabilities.as_object_mut().context("capabilities are an object")?;
        all.extend(own.as_object().context("capabilities are an object")?.clone());
        Ok(all.clone())
    }
}

impl Origin {
    /// Both origins.
    pub const ALL: [Self; 2] = [Self::File, Self::Server];

    /// A name for reports and file names.
    pub fn name(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Server => "server",
        }
    }
}

/// Debian keeps it in a folder named after the machine's architecture.
fn mini_browser() -> Result<String> {
    let folder = format!("/usr/lib/{}-linux-gnu/webkit2gtk-4.1", std::env::consts::ARCH);
    let path = Path::new(&folder).join("MiniBrowser");
    anyhow::ensure!(path.is_file(), "{} is missing; install webkit2gtk-driver", path.display());
    Ok(path.display().to_string())
}
