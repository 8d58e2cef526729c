//! Mutants tried one after another: each by the tests that meet it, the quick ones first.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use crate::compiled::Compiled;
use crate::listed::Mutant;
use crate::remembered::{Remembered, print_of, print_of_copy};

/// A test of a program.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Test {
    program: PathBuf,
    name: String,
}

/// What a test is like without a mutant.
struct Known {
    test: Test,
    takes: Duration,
    /// The places it meets, by the number of their first mutant.
    meets: BTreeSet<u32>,
}

/// What the tests say of a mutant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// A test failed, or did not end.
    Caught,
    /// All passed.
    Survived,
    /// No test comes by.
    Unmet,
}

const CAUGHT: &str = "caught";
const SURVIVED: &str = "survived";
const UNMET: &str = "unmet";
/// Of what is explained: it survived the quick tests, and the slow ones were not run.
const QUICK_ONES: &str = "survived the quick ones";

impl Outcome {
    fn word(self) -> &'static str {
        match self {
            Self::Caught => CAUGHT,
            Self::Survived => SURVIVED,
            Self::Unmet => UNMET,
        }
    }
}

/// At first the tests are run that take so long together; then those that take longer.
const PORTIONS: [Duration; 3] = [Duration::from_millis(300), Duration::from_secs(5), Duration::MAX];

/// Tests may take so many times as long as without a mutant, and some seconds for what else the machine does.
const TIMES_AS_LONG: u32 = 6;
const AND: Duration = Duration::from_secs(20);

/// Tests that take longer than this part of all are slow: they are run last, and not for survivors that are explained.
const SLOW: u32 = 1000;

/// Tries these mutants, as many at once as there are processors.
pub(crate) fn tried(
    compiled: &Compiled,
    mutants: &[&Mutant],
    explained: &BTreeMap<String, String>,
    work: &Path,
) -> Result<Vec<Outcome>> {
    let tests = known(compiled, work)?;
    let together: Duration = tests.iter().map(|known| known.takes).sum();
    let (slow, quick): (Vec<Known>, Vec<Known>) =
        tests.into_iter().partition(|known| known.takes * SLOW > together);
    println!(
        "{} tests take {} s one after another, {} of them {} s",
        slow.len() + quick.len(),
        together.as_secs(),
        quick.len(),
        quick.iter().map(|known| known.takes).sum::<Duration>().as_secs()
    );
    let site_of: HashMap<u32, u32> =
        compiled.sites.iter().flat_map(|(first, all)| all.iter().map(|id| (*id, *first))).collect();
    // How many mutants each test caught: what has caught some is tried before what has caught none.
    let catches: Mutex<HashMap<Test, u32>> = Mutex::default();
    let remembered = Remembered::of(&work.join("outcomes.txt"), &print_of_copy(&compiled.copy)?)?;
    // What a first look does not catch, other tests may.
    let first_look = std::env::var(SOME_TESTS).ok().map(|some| format!("not caught by {some}"));
    let remember = |mutant: &Mutant, outcome: Outcome, word: &str| match &first_look {
        Some(look) if outcome != Outcome::Caught => remembered.add(&mutant.name, look),
        _ => remembered.add(&mutant.name, word),
    };
    at_once(mutants, "mutants", |mutant| {
        let is_explained = explained.contains_key(&mutant.name);
        match remembered.get(&mutant.name).map(String::as_str) {
            Some(CAUGHT) => return Ok(Outcome::Caught),
            Some(UNMET) => return Ok(Outcome::Unmet),
            Some(SURVIVED) => return Ok(Outcome::Survived),
            Some(QUICK_ONES) if is_explained => return Ok(Outcome::Survived),
            Some(other) if first_look.as_deref() == Some(other) => return Ok(Outcome::Survived),
            _ => {}
        }
        let site = site_of.get(&mutant.id);
        let meets = |known: &&Known| site.is_some_and(|site| known.meets.contains(site));
        let outcome = outcome(mutant, quick.iter().filter(meets).collect(), compiled, &catches)?;
        if outcome == Outcome::Caught || is_explained {
            let said = if outcome == Outcome::Survived { QUICK_ONES } else { outcome.word() };
            remember(mutant, outcome, said)?;
            return Ok(outcome);
        }
        let outcome = match self::outcome(mutant, slow.iter().filter(meets).collect(), compiled, &catches)? {
            Outcome::Unmet => outcome,
            by_slow => by_slow,
        };
        remember(mutant, outcome, outcome.word())?;
        Ok(outcome)
    })
}

fn outcome(
    mutant: &Mutant,
    mut meeting: Vec<&Known>,
    compiled: &Compiled,
    catches: &Mutex<HashMap<Test, u32>>,
) -> Result<Outcome> {
    if meeting.is_empty() {
        return Ok(Outcome::Unmet);
    }
    let caught = |known: &Known| lock(catches).get(&known.test).copied().unwrap_or(0);
    meeting.sort_by_cached_key(|known| known.takes / (1 + caught(known)));
    let mut rest = meeting.as_slice();
    for portion in PORTIONS {
        let mut together = Duration::ZERO;
        let fits = |known: &&&Known| {
            together = together.saturating_add(known.takes);
            together <= portion
        };
        let many = rest.iter().take_while(fits).count().max(1).min(rest.len());
        let (now, later) = rest.split_at(many);
        rest = later;
        for program in now.iter().map(|known| &known.test.program).collect::<BTreeSet<_>>() {
            let now: Vec<&Known> =
                now.iter().copied().filter(|known| known.test.program == *program).collect();
            if let Some(failed) = failing(program, &now, mutant.id, &compiled.copy)? {
                for known in now.iter().filter(|known| failed.contains(&known.test.name)) {
                    *lock(catches).entry(known.test.clone()).or_default() += 1;
                }
                return Ok(Outcome::Caught);
            }
        }
        if rest.is_empty() {
            break;
        }
    }
    Ok(Outcome::Survived)
}

/// The tests of a program that fail with a mutant, of these; none by name where the program did not end by itself. Nothing
/// where all pass.
fn failing(program: &Path, tests: &[&Known], mutant: u32, folder: &Path) -> Result<Option<Vec<String>>> {
    let expected: Duration = tests.iter().map(|known| known.takes).sum();
    let mut command = limited(program);
    command
        .args(["--exact", "--test-threads=1"])
        .args(tests.iter().map(|known| known.test.name.as_str()))
        .env("MUTANT", mutant.to_string());
    let Some((has_passed, output)) = run(&mut command, folder, expected * TIMES_AS_LONG + AND)? else {
        return Ok(Some(Vec::new()));
    };
    let failed = output.lines().filter_map(|line| line.strip_prefix("test ")?.strip_suffix(" ... FAILED"));
    Ok((!has_passed).then(|| failed.map(str::to_owned).collect()))
}

/// For a first look: the tests whose names begin with one of these, between commas, are run and no others.
const SOME_TESTS: &str = "MUTANTS_TESTS";

/// Runs each test alone, without a mutant: whether it passes in the copy, how long it takes, and which places it meets.
fn known(compiled: &Compiled, work: &Path) -> Result<Vec<Known>> {
    let remembered = Remembered::of(&work.join("known.txt"), &print_of(&compiled.programs)?)?;
    let some = std::env::var(SOME_TESTS).ok();
    let is_asked_for = |name: &str| {
        some.as_ref().is_none_or(|some| some.split(',').any(|beginning| name.starts_with(beginning)))
    };
    let mut tests = Vec::new();
    for program in &compiled.programs {
        let output = Command::new(program)
            .args(["--list", "--format", "terse"])
            .current_dir(&compiled.copy)
            .output()
            .with_context(|| format!("{} could not be started", program.display()))?;
        ensure!(output.status.success(), "{} does not list its tests", program.display());
        let text = String::from_utf8(output.stdout)?;
        let names =
            text.lines().filter_map(|line| line.strip_suffix(": test")).filter(|name| is_asked_for(name));
        tests.extend(names.map(|name| Test { program: program.clone(), name: name.to_owned() }));
    }
    let met = work.join("met");
    fs::create_dir_all(&met)?;
    let tests: Vec<(usize, Test)> = tests.into_iter().enumerate().collect();
    let known = at_once(&tests.iter().collect::<Vec<_>>(), "tests", |(number, test)| {
        let key = format!("{} {}", test.program.display(), test.name);
        if let Some(known) = remembered.get(&key).and_then(|line| Known::of_line(line, test)) {
            return Ok(Some(known));
        }
        let file = met.join(number.to_string());
        let started = Instant::now();
        let mut command = Command::new(&test.program);
        command.args(["--exact", &test.name, "--test-threads=1"]).env("MUTANTS_MET", &file);
        let outcome = run(&mut command, &compiled.copy, Duration::from_mins(10))?;
        if !outcome.is_some_and(|(has_passed, _)| has_passed) {
            println!("    {} fails in the copy and is left out", test.name);
            return Ok(None);
        }
        let text = fs::read_to_string(&file).with_context(|| format!("{} met nothing", test.name))?;
        let meets = text.lines().map(str::parse).collect::<Result<_, _>>()?;
        let known = Known { test: test.clone(), takes: started.elapsed(), meets };
        remembered.add(&key, &known.line())?;
        Ok(Some(known))
    })?;
    Ok(known.into_iter().flatten().collect())
}

impl Known {
    fn line(&self) -> String {
        let meets: Vec<String> = self.meets.iter().map(u32::to_string).collect();
        format!("{}\t{}", self.takes.as_millis(), meets.join(" "))
    }

    fn of_line(line: &str, test: &Test) -> Option<Self> {
        let (takes, meets) = line.split_once('\t')?;
        let takes = Duration::from_millis(takes.parse().ok()?);
        let meets = meets.split_whitespace().map(str::parse).collect::<Result<_, _>>().ok()?;
        Some(Self { test: test.clone(), takes, meets })
    }
}

/// A program that may not take all memory, where the system can be told so.
fn limited(program: &Path) -> Command {
    if cfg!(unix) {
        let mut command = Command::new("sh");
        command.args(["-c", "ulimit -v 6000000; exec \"$0\" \"$@\""]).arg(program);
        return command;
    }
    Command::new(program)
}

/// Whether it passed, and what it wrote; nothing where it took too long and was ended.
fn run(command: &mut Command, folder: &Path, limit: Duration) -> Result<Option<(bool, String)>> {
    let mut child = command
        .current_dir(folder)
        .env("INSTA_UPDATE", "no")
        .env("PROPTEST_DISABLE_FAILURE_PERSISTENCE", "true")
        .env("PROPTEST_RNG_SEED", "1")
        .env("PROPTEST_MAX_SHRINK_ITERS", "0")
        .env("RUST_BACKTRACE", "0")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .context("a test could not be started")?;
    let output = child.stdout.take().context("the output of a test is not there")?;
    let reader = thread::spawn(move || std::io::read_to_string(output).unwrap_or_default());
    let Some(has_passed) = ended(&mut child, limit)? else {
        child.kill()?;
        child.wait()?;
        return Ok(None);
    };
    Ok(Some((has_passed, reader.join().unwrap_or_default())))
}

/// Whether it ended well, or nothing after this time.
fn ended(child: &mut Child, limit: Duration) -> Result<Option<bool>> {
    let started = Instant::now();
    let mut pause = Duration::from_millis(2);
    while started.elapsed() < limit {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status.success()));
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(50));
    }
    Ok(None)
}

/// Does something for each, as many at once as there are processors, in order.
fn at_once<T: Sync, R: Send>(all: &[&T], of: &str, each: impl Fn(&T) -> Result<R> + Sync) -> Result<Vec<R>> {
    let (next, done) = (AtomicUsize::new(0), Mutex::new(BTreeMap::new()));
    let work = || -> Result<()> {
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(one) = all.get(number) else { return Ok(()) };
            let result = each(one)?;
            lock(&done).insert(number, result);
            if (number + 1).is_multiple_of(50) {
                println!("    {} of {} {of}", number + 1, all.len());
            }
        }
    };
    thread::scope(|scope| {
        let many = thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let workers: Vec<_> = (0..many).map(|_| scope.spawn(work)).collect();
        workers
            .into_iter()
            .try_for_each(|worker| worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })?;
    Ok(done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner).into_values().collect())
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
