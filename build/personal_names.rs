//! Writes the common names that the guard knows, each by what it has in common with the one before: half as large as text.

use std::fmt::Write as _;

use super::{Table, write};

pub(super) fn personal_names() {
    let table = Table::open("personal_names.csv");
    let mut code = String::from("const LISTS: &[(Part, Listed, &str)] = &[\n");
    for row in &table.rows {
        let kinds =
            [("given", "Given"), ("given word", "Given"), ("family", "Family"), ("family word", "Family")];
        let part = table.variant(row, "kind", &kinds);
        let listed = match (table.get(row, "kind"), table.get(row, "usual_among")) {
            ("given word" | "family word", _) => "AsWell",
            ("family", among) if !among.starts_with("British") => "NoPlace",
            _ => "Only",
        };
        let mut names: Vec<&str> = table.get(row, "names").split(' ').collect();
        names.sort_unstable();
        writeln!(code, "(Part::{part}, Listed::{listed}, {:?}),", shortened(&names))
            .expect("writing to a String");
    }
    code.push_str("];\n");
    write("personal_names.rs", code);
}

/// Each name as a digit, how many letters it shares with the name before it, and the rest of its letters.
fn shortened(names: &[&str]) -> String {
    let mut before = "";
    let mut text = String::new();
    for name in names {
        let is_plain =
            name.is_ascii() && !name.is_empty() && !name.contains(|sign: char| sign.is_ascii_digit());
        assert!(is_plain, "data/personal_names.csv: {name:?} has marks or digits");
        let shared = name.bytes().zip(before.bytes()).take_while(|(one, other)| one == other).count().min(9);
        write!(text, "{shared}{}", &name[shared..]).expect("writing to a String");
        before = name;
    }
    text
}
