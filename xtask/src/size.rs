//! How much of the program each crate takes, and of the library each room.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use crate::repository;

const LIBRARY: &str = "corporate_parenting_calculator";
/// What is generic in these is compiled for whoever uses it.
const OF_RUST: [&str; 3] = ["core", "alloc", "std"];
/// A crate or a room with less is not told.
const LEAST: usize = 10_000;

/// Prints bytes of code by crate and by room, of the program that was linked last for a page, before it is optimised and loses
/// its names.
pub(crate) fn tell() -> Result<()> {
    let name = "corporate-parenting-calculator_bg.wasm";
    let path = repository::top().join("target").join("wasm-bindgen").join("release").join(name);
    let program = fs::read(&path)
        .with_context(|| format!("{} could not be read; `cargo xtask dist` makes it", path.display()))?;
    let functions = functions(&program)?;
    let all: usize = functions.iter().map(|(_, size)| size).sum();
    for (what, of) in [("crate", crate_of as fn(&str) -> Option<&str>), ("room", room_of)] {
        let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
        for (name, size) in &functions {
            if let Some(of) = of(name) {
                *sizes.entry(of).or_default() += size;
            }
        }
        let mut sizes: Vec<_> = sizes.into_iter().filter(|(_, size)| *size >= LEAST).collect();
        sizes.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
        println!("| {what} | kB of code | % |\n|---|--:|--:|");
        for (name, size) in sizes {
            println!("| `{name}` | {} | {:.1} |", size / 1000, percentage(size, all));
        }
        println!();
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "a program has no 2^53 bytes")]
fn percentage(size: usize, all: usize) -> f64 {
    100.0 * size as f64 / all as f64
}

/// The functions of a program: the name of each, and how many bytes it has.
fn functions(program: &[u8]) -> Result<Vec<(String, usize)>> {
    let (mut imported, mut sizes, mut names) = (0, Vec::new(), BTreeMap::new());
    for payload in Parser::new(0).parse_all(program) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => sizes.push(body.range().len()),
            Payload::CustomSection(section) => {
                let KnownCustom::Name(subsections) = section.as_known() else { continue };
                for subsection in subsections {
                    let Name::Function(functions) = subsection? else { continue };
                    for naming in functions {
                        let naming = naming?;
                        names.insert(naming.index as usize, naming.name.to_owned());
                    }
                }
            }
            _ => {}
        }
    }
    let name = |at: usize| names.remove(&(imported + at)).unwrap_or_else(|| "without a name".to_owned());
    Ok((0..sizes.len()).map(name).zip(sizes.clone()).collect())
}

/// The crate of a function: that of the first path in its name, or the first that is not Rust's own.
fn crate_of(name: &str) -> Option<&str> {
    let mut crates = paths(name).map(|path| path.split("::").next().unwrap_or(path));
    let first = crates.next()?;
    if OF_RUST.contains(&first) {
        Some(crates.find(|each| !OF_RUST.contains(each)).unwrap_or(first))
    } else {
        Some(first)
    }
}

/// The room of a function of the library, or `None` if it is of another crate.
fn room_of(name: &str) -> Option<&str> {
    let path = paths(name).find(|path| !OF_RUST.contains(&path.split("::").next().unwrap_or(path)))?;
    path.strip_prefix(LIBRARY)?.strip_prefix("::")?.split("::").next()
}

/// The paths in a name such as `<core::slice::Iter<sheets::Cell> as core::iter::Iterator>::next`.
fn paths(name: &str) -> impl Iterator<Item = &str> {
    let parts = name.split(|letter: char| !(letter.is_ascii_alphanumeric() || "_:".contains(letter)));
    parts.filter(|part| part.contains("::") && !part.starts_with(':'))
}

#[cfg(test)]
mod tests {
    use super::{crate_of, room_of};

    #[test]
    fn a_function_belongs_to_whoever_uses_what_is_generic() {
        for (name, of, room) in [
            ("corporate_parenting_calculator::read::table::rows", LIBRARY, Some("read")),
            ("<core::slice::iter::Iter<sheets::Cell> as core::iter::Iterator>::next", "sheets", None),
            ("core::fmt::write", "core", None),
            (
                "<alloc::vec::Vec<T>>::push::<corporate_parenting_calculator::app::State>",
                LIBRARY,
                Some("app"),
            ),
        ] {
            assert_eq!((crate_of(name), room_of(name)), (Some(of), room), "{name}");
        }
    }

    const LIBRARY: &str = super::LIBRARY;
}
