//! The programs that drive the browsers: started on free ports, ended when dropped.

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use thirtyfour::{Capabilities, TimeoutConfiguration, WebDriver};

use crate::{Engine, Settings};

const PATIENCE: Duration = Duration::from_secs(30);
const TRIES: usize = 3;

/// A running driver of one engine.
#[derive(Debug)]
pub(crate) struct Driver {
    engine: Engine,
    address: String,
    // Dropped in this order: the driver first, then the screen it draws on.
    _program: Program,
    _screen: Option<Program>,
}

impl Driver {
    /// Starts a driver and opens a browser with a fresh profile. Whoever has the browser must call its `quit`.
    ///
    /// About one in thirty times `WebKitGTK`'s browser starts and never reports to its driver; both are then started
    /// anew.
    pub(crate) async fn start_with_session(
        engine: Engine,
        settings: &Settings,
        proxy_port: u16,
    ) -> Result<(Self, WebDriver)> {
        for _ in 0..TRIES {
            let driver = Self::start(engine, settings)?;
            match tokio::time::timeout(PATIENCE, driver.session(proxy_port)).await {
                Ok(browser) => return Ok((driver, browser?)),
                Err(_) => println!("{} does not come up; trying again", engine.name()),
            }
        }
        bail!("{} did not come up in {TRIES} tries", engine.name())
    }

    /// Starts the driver of this engine and waits until it answers.
    fn start(engine: Engine, settings: &Settings) -> Result<Self> {
        let port = free_port()?;
        let mut command = match engine {
            Engine::Chromium => Command::new("chromedriver"),
            Engine::Firefox => Command::new(&settings.geckodriver),
            Engine::WebKit => Command::new("WebKitWebDriver"),
        };
        let screen = match engine {
            Engine::WebKit => Some(screen()?),
            Engine::Chromium | Engine::Firefox => None,
        };
        if let Some((_, display)) = &screen {
            command.env("DISPLAY", display);
        }
        match engine {
            Engine::Firefox => command.args(["--port", &port.to_string()]),
            Engine::Chromium | Engine::WebKit => command.arg(format!("--port={port}")),
        };
        let program = Program::start(command.stdout(Stdio::null()).stderr(Stdio::null()))?;
        wait_for(port).with_context(|| format!("the driver of {} does not answer", engine.name()))?;

        let address = format!("http://127.0.0.1:{port}");
        Ok(Self { engine, address, _program: program, _screen: screen.map(|(program, _)| program) })
    }

    async fn session(&self, proxy_port: u16) -> Result<WebDriver> {
        let capabilities = Capabilities::from(self.engine.capabilities(proxy_port)?);
        let browser = WebDriver::new(&self.address, capabilities)
            .await
            .with_context(|| format!("{} could not be opened", self.engine.name()))?;
        let timeout = Some(PATIENCE);
        browser.update_timeouts(TimeoutConfiguration::new(timeout, timeout, Some(Duration::ZERO))).await?;
        Ok(browser)
    }
}

/// A program that is ended when this is dropped.
#[derive(Debug)]
struct Program(Child);

impl Program {
    fn start(command: &mut Command) -> Result<Self> {
        let name = command.get_program().display().to_string();
        let child = command.spawn().with_context(|| {
            format!("{name} could not be started; `cargo xtask tools` installs what is missing")
        })?;
        Ok(Self(child))
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing left to do.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A screen that exists only in memory, and its name.
fn screen() -> Result<(Program, String)> {
    let mut command = Command::new("Xvfb");
    command.args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]);
    let mut program = Program::start(command.stdout(Stdio::piped()).stderr(Stdio::null()))?;
    let output = program.0.stdout.take().context("the output of Xvfb is not there")?;
    let mut number = String::new();
    BufReader::new(output).read_line(&mut number)?;
    ensure!(!number.trim().is_empty(), "Xvfb did not say on which display it runs");
    Ok((program, format!(":{}", number.trim())))
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

fn wait_for(port: u16) -> Result<()> {
    let started = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        if started.elapsed() > PATIENCE {
            bail!("nothing listens on port {port} after {} s", PATIENCE.as_secs());
        }
        thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}
