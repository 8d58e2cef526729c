//! No module of a folder uses another that uses it, directly or through others: what is above and what below is plain in
//! every folder of `src/`, and at its top.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::common::source_files;

type Module = Vec<String>;

/// The module a file holds: `read/layout/mod.rs` is `read::layout`. The two roots are none.
fn module(file: &str) -> Option<Module> {
    let path = Path::new(file).with_extension("");
    let mut parts: Module = path.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    if parts.last().is_some_and(|last| last == "mod") {
        parts.pop();
    }
    (parts != ["lib"] && parts != ["main"]).then_some(parts)
}

/// The paths that a text names from `crate`, `self` or `super` on, as they are seen from a module.
fn named(text: &str, from: &Module) -> Vec<Module> {
    let code: Vec<&str> = text.lines().map(|line| line.split("//").next().unwrap_or("")).collect();
    let code = code.join(" ");
    let is_of_path = |each: char| each.is_alphanumeric() || each == '_' || each == ':';
    // The beginnings of the groups that are open: `use super::{cell, limits}` names two paths.
    let (mut groups, mut paths) = (vec![""], Vec::new());
    let mut rest = code.as_str();
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|each| !is_of_path(each)).unwrap_or(rest.len()).max(first.len_utf8());
        let (word, after) = rest.split_at(end);
        rest = after;
        match first {
            '{' => groups.push(""),
            '}' => drop(groups.pop()),
            _ if is_of_path(first) && rest.starts_with('{') && word.ends_with("::") => {
                groups.push(word);
                rest = &rest[1..];
            }
            _ if is_of_path(first) => paths.extend(path(&(groups.concat() + word), from)),
            _ => {}
        }
    }
    paths
}

/// A path from the top, or `None` if it names nothing of this crate.
fn path(text: &str, from: &Module) -> Option<Module> {
    let mut parts = text.split("::").filter(|part| !part.is_empty()).peekable();
    let mut path = match parts.next()? {
        "crate" => Module::new(),
        "self" => from.clone(),
        "super" => from[..from.len() - 1].to_vec(),
        _ => return None,
    };
    while parts.next_if_eq(&"super").is_some() {
        path.pop();
    }
    path.extend(parts.filter(|part| *part != "self").map(str::to_owned));
    Some(path)
}

/// Which modules of a folder use which, by folder.
fn uses() -> BTreeMap<Module, BTreeMap<String, BTreeSet<String>>> {
    let files = source_files();
    let modules: BTreeSet<Module> = files.iter().filter_map(|(file, _)| module(file)).collect();
    let mut uses: BTreeMap<_, BTreeMap<_, BTreeSet<_>>> = BTreeMap::new();
    for (file, text) in &files {
        let Some(from) = module(file) else { continue };
        for path in named(text, &from) {
            let Some(to) = (1..=path.len()).rev().map(|end| &path[..end]).find(|to| modules.contains(*to))
            else {
                continue;
            };
            let shared = from.iter().zip(to).take_while(|(from, to)| from == to).count();
            if let (Some(user), Some(used)) = (from.get(shared), to.get(shared)) {
                let folder = uses.entry(from[..shared].to_vec()).or_default();
                folder.entry(user.clone()).or_default().insert(used.clone());
            }
        }
    }
    uses
}

/// Every module that one uses, directly or through others.
fn reached<'a>(uses: &'a BTreeMap<String, BTreeSet<String>>, from: &str) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<&str> = uses.get(from).into_iter().flatten().map(String::as_str).collect();
    while let Some(module) = next.pop() {
        if reached.insert(module) {
            next.extend(uses.get(module).into_iter().flatten().map(String::as_str));
        }
    }
    reached
}

#[test]
fn no_modules_of_a_folder_use_one_another() {
    let uses = uses();
    assert!(uses.len() > 10, "the folders of src/ are looked at");
    let mut circles = Vec::new();
    for (folder, uses) in &uses {
        let in_circle = uses.keys().filter(|module| reached(uses, module).contains(module.as_str()));
        let in_circle: Vec<&str> = in_circle.map(String::as_str).collect();
        if !in_circle.is_empty() {
            circles.push((folder.join("::"), in_circle));
        }
    }
    assert_eq!(circles, [], "modules that use one another");
}
