//! What holds for the source as a whole.

use crate::common::source_files;

/// Every file says what it is in its first line.
#[test]
fn every_file_says_what_it_is() {
    let silent: Vec<String> = source_files()
        .into_iter()
        .filter(|(_, text)| !text.starts_with("//! "))
        .map(|(name, _)| name)
        .collect();
    assert!(silent.is_empty(), "begin with a line of `//!`: {silent:?}");
}

/// What a person typed by itself is judged in one file: nothing else says which of its numbers count children.
#[test]
fn what_is_typed_is_judged_in_one_place() {
    let is_judged = |text: &str| {
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        code.map(str::trim_start).any(|line| line.starts_with("impl") && line.contains("Typed for"))
    };
    let judging: Vec<String> =
        source_files().into_iter().filter(|(_, text)| is_judged(text)).map(|(name, _)| name).collect();
    assert_eq!(judging, ["app/leaving.rs"]);
}

/// Numbers are rounded in one room. Elsewhere only coordinates of a drawing are written with so many decimals, and the first
/// letters of a month; the methods that round are forbidden by `clippy.toml`.
#[test]
fn numbers_are_rounded_in_one_room() {
    const DRAWING: [&str; 4] = ["chart/", "web/parts/sparkline.rs", "web/parts/strip.rs", "words/charts.rs"];
    let rounds = |line: &str| {
        let format = line.split("//").next().unwrap_or("");
        format
            .match_indices(":.")
            .any(|(at, _)| format[at + 2..].starts_with(|next: char| next.is_ascii_digit()))
    };
    let mut rounding: Vec<String> = source_files()
        .into_iter()
        .filter(|(name, text)| !name.starts_with("number/") && text.lines().any(rounds))
        .map(|(name, _)| name)
        .collect();
    rounding.retain(|name| !DRAWING.iter().any(|drawing| name.starts_with(drawing)));
    assert!(rounding.is_empty(), "round with `Decimal::nearest`: {rounding:?}");
}

/// Lists are put in order by `sorting`: the standard library's sorting is compiled anew for each kind of list.
#[test]
fn lists_are_put_in_order_in_one_place() {
    let sorts = |line: &str| {
        line.split("//")
            .next()
            .is_some_and(|code| [".sort(", ".sort_"].iter().any(|call| code.contains(call)))
    };
    let sorting: Vec<String> = source_files()
        .into_iter()
        .filter(|(name, text)| name != "sorting.rs" && text.lines().any(sorts))
        .map(|(name, _)| name)
        .collect();
    assert!(sorting.is_empty(), "use `Sorting::arrange`: {sorting:?}");
}

/// Public functions that may return nothing say when.
#[test]
fn functions_say_when_they_return_nothing() {
    let mut silent = Vec::new();
    for (name, text) in source_files() {
        let lines: Vec<&str> = text.lines().map(str::trim_start).collect();
        let mut documentation = String::new();
        for (at, line) in lines.iter().enumerate() {
            if let Some(says) = line.strip_prefix("///") {
                documentation.push_str(says);
            } else if !line.starts_with("#[") {
                if returns_option(&lines[at..])
                    && !(documentation.starts_with(" Returns ") && documentation.contains("or `None`"))
                {
                    silent.push(format!("{name}: {line}"));
                }
                documentation.clear();
            }
        }
    }
    assert!(silent.is_empty(), "say \"Returns …, or `None` if …\":\n{}", silent.join("\n"));
}

/// Whether a public function that returns an option begins here.
fn returns_option(lines: &[&str]) -> bool {
    if !["pub fn ", "pub const fn "].iter().any(|start| lines[0].starts_with(start)) {
        return false;
    }
    let end = lines.iter().position(|line| line.ends_with(['{', ';', '}'])).unwrap_or(0);
    let signature = lines[..=end].join(" ");
    signature.rsplit_once(") -> ").is_some_and(|(_, returned)| returned.starts_with("Option<"))
}
