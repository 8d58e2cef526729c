//! The notices of the crates that are linked into the page: their licences ask that they go with every copy.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::command::{cargo, read};
use crate::repository;

const WITH_RUST: &str = "it comes with Rust";

const TARGET: &str = "wasm32-unknown-unknown";

/// What only packs files. The page unpacks and never packs, so the linker leaves these out of it.
const LEFT_OUT: [&str; 1] = ["zopfli"];

/// Where the permission of the MIT licence begins, whatever its heading.
const MIT: &str = "Permission is hereby granted, free of charge";

/// A crate in the page: its name, and the folder of its source.
struct Linked {
    name: String,
    folder: PathBuf,
}

/// Each licence text once, with the crates and copyright lines it is for.
pub(crate) fn notices() -> Result<String> {
    let mut groups: BTreeMap<String, (BTreeSet<String>, String)> = BTreeMap::new();
    let mut without_text = BTreeSet::from(["the Rust standard library".to_owned()]);
    for each in linked()? {
        let files = licence_files(&each.folder)?;
        if files.is_empty() {
            without_text.insert(each.name.clone());
        }
        for file in files {
            let text =
                fs::read_to_string(&file).with_context(|| format!("{} could not be read", file.display()))?;
            let (holders, licence) = split(&text);
            let of = if holders.is_empty() { each.name.clone() } else { format!("{}: {holders}", each.name) };
            let key: String =
                licence.chars().filter(|each| each.is_alphanumeric()).flat_map(char::to_lowercase).collect();
            groups.entry(key).or_insert_with(|| (BTreeSet::new(), licence)).0.insert(of);
        }
    }
    let mit = groups.values_mut().find(|(_, licence)| licence.starts_with(MIT));
    mit.context("no crate has the MIT licence")?.0.append(&mut without_text);
    let mut groups: Vec<_> = groups.into_values().collect();
    groups.sort_by_key(|(crates, _)| std::cmp::Reverse(crates.len()));
    let parts = groups.iter().map(|(crates, licence)| {
        format!("{}\n\n{licence}", crates.iter().cloned().collect::<Vec<_>>().join("\n"))
    });
    Ok(parts.collect::<Vec<_>>().join("\n\n"))
}

/// What Cargo links into the page. Macros run at build time and are not in it.
fn linked() -> Result<Vec<Linked>> {
    let top = repository::top();
    let tree = ["tree", "--locked", "--package", "corporate-parenting-calculator", "--target", TARGET];
    let tree =
        [&tree[..], &["--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"]].concat();
    let tree = read(cargo().args(tree).current_dir(&top), WITH_RUST)?;
    let names: BTreeSet<(&str, &str)> = tree
        .lines()
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            Some((words.next()?, words.next()?.strip_prefix('v')?))
        })
        .filter(|(name, _)| *name != "corporate-parenting-calculator" && !LEFT_OUT.contains(name))
        .collect();
    let metadata = ["metadata", "--locked", "--format-version", "1", "--filter-platform", TARGET];
    let metadata: Value = serde_json::from_str(&read(cargo().args(metadata).current_dir(&top), WITH_RUST)?)?;
    let packages = metadata["packages"].as_array().context("Cargo tells of no packages")?;
    let linked = packages.iter().filter_map(|package| {
        let (name, version) = (package["name"].as_str()?, package["version"].as_str()?);
        let folder = Path::new(package["manifest_path"].as_str()?).parent()?.to_owned();
        names.contains(&(name, version)).then(|| Linked { name: name.to_owned(), folder })
    });
    Ok(linked.collect())
}

/// The files of the licence by which a crate is used: MIT where it may be chosen, and those that hold beside it.
fn licence_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().to_ascii_uppercase();
        if ["LICENSE", "LICENCE", "COPYING"].iter().any(|start| name.starts_with(start)) {
            files.push((name, entry.path()));
        }
    }
    files.sort();
    let has_mit = files.iter().any(|(name, _)| name.contains("MIT"));
    let holds =
        |name: &str| ["MIT", "WHATWG", "UNICODE"].iter().any(|licence| name.contains(licence)) || !has_mit;
    Ok(files.into_iter().filter(|(name, _)| holds(name)).map(|(_, path)| path).collect())
}

/// The copyright lines of a licence file, joined, and its text without them and without the heading of the MIT licence.
fn split(text: &str) -> (String, String) {
    let is_holder = |line: &&str| {
        let line = line.trim();
        line.starts_with("Copyright (c)")
            || line.starts_with("Copyright (C)")
            || line.starts_with("Copyright \u{A9}")
            || line
                .strip_prefix("Copyright ")
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    let holders: Vec<&str> = text.lines().filter(is_holder).map(str::trim).collect();
    let rest: Vec<&str> = text.lines().filter(|line| !is_holder(line)).map(str::trim).collect();
    let rest = rest.join("\n");
    let licence = rest.find(MIT).map_or(rest.as_str(), |at| &rest[at..]);
    // Paragraphs stay; the lines within each are one.
    let paragraphs = licence.split("\n\n").map(|each| each.split_whitespace().collect::<Vec<_>>().join(" "));
    let licence = paragraphs.filter(|each| !each.is_empty()).collect::<Vec<_>>().join("\n\n");
    (holders.join("; "), licence)
}

#[cfg(test)]
mod tests {
    use super::{notices, split};

    #[test]
    fn holders_are_told_apart_from_their_licence() {
        let text = "MIT License\n\nCopyright (c) 2020 Somebody\n\nPermission is hereby granted, free of charge, to\nany person.\n\nTHE SOFTWARE IS";
        let expected = "Permission is hereby granted, free of charge, to any person.\n\nTHE SOFTWARE IS";
        assert_eq!(split(text), ("Copyright (c) 2020 Somebody".to_owned(), expected.to_owned()));
    }

    #[test]
    fn every_licence_of_the_page_is_told() {
        let notices = notices().unwrap();
        for part in ["yew", "calamine: Copyright", "zlib-rs", "the Rust standard library", "AS IS"] {
            assert!(notices.contains(part), "{part} is missing");
        }
        // The MIT licence comes in a few wordings, each told once.
        assert!(notices.matches("Permission is hereby granted, free of charge").count() < 6);
    }
}
