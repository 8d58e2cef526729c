//! The declarations of the JavaScript face have the fields of the structures that it takes and gives, and call those
//! optional that may be absent. (The structures exist on WebAssembly only; their source is read here.)

use std::collections::BTreeMap;
use std::fs;

/// A structure of the face, and the interface that declares it.
const PAIRS: [(&str, &str, &str); 11] = [
    ("figures.rs", "PlaceOut", "Place"),
    ("figures.rs", "FigureOut", "Figure"),
    ("figures.rs", "ReadOut", "Reading"),
    ("mod.rs", "PublishedOut", "Published"),
    ("scenario.rs", "CaseloadIn", "CaseloadInputs"),
    ("scenario.rs", "CaseloadOut", "Caseload"),
    ("scorecard.rs", "ScorecardIn", "ScorecardRequest"),
    ("scorecard.rs", "ScorecardOut", "Scorecard"),
    ("scorecard.rs", "RowOut", "ScorecardRow"),
    ("scorecard.rs", "ComparisonOut", "Comparison"),
    ("mod.rs", "AreaOut", "Area"),
];

fn source(path: &str) -> String {
    let path = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The lines between braces that begin with this heading.
fn block<'a>(text: &'a str, heading: &str) -> &'a str {
    let (_, rest) = text.split_once(heading).unwrap_or_else(|| panic!("no {heading}"));
    rest.split_once("\n}").map_or(rest, |(block, _)| block)
}

/// The name of a field in JavaScript: `known_in` is `knownIn`.
fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| {
        let (initial, rest) = word.split_at(word.len().min(1));
        name + &initial.to_uppercase() + rest
    })
}

/// The fields of a structure, and whether each may be absent.
fn fields(text: &str, structure: &str) -> BTreeMap<String, bool> {
    let mut fields = BTreeMap::new();
    let (mut is_optional, mut renamed) = (false, None);
    for line in block(text, &format!("struct {structure} {{")).lines() {
        let line = line.trim();
        if line.starts_with("#[serde") {
            is_optional |= line.contains("default") || line.contains("skip_serializing_if");
            let name = line.split_once("rename = \"").and_then(|(_, rest)| rest.split_once('"'));
            renamed = name.map(|(name, _)| name.to_owned());
        } else if let Some((name, _)) = line.split_once(": ").filter(|_| !line.starts_with("//")) {
            let name = name.rsplit(' ').next().unwrap_or(name);
            fields.insert(renamed.take().unwrap_or_else(|| camel_case(name)), is_optional);
            is_optional = false;
        }
    }
    fields
}

/// The members of an interface, and whether each may be absent.
fn members(text: &str, interface: &str) -> BTreeMap<String, bool> {
    let lines = block(text, &format!("export interface {interface} {{")).lines();
    let own =
        lines.filter_map(|line| line.strip_prefix("  ").filter(|line| line.starts_with(char::is_alphabetic)));
    let names = own.filter_map(|line| Some(line.split_once(':')?.0));
    names.map(|name| (name.trim_end_matches('?').to_owned(), name.ends_with('?'))).collect()
}

#[test]
fn declarations_have_the_fields_of_the_face() {
    let declared = source("www/corporate-parenting-calculator.d.ts");
    for (file, structure, interface) in PAIRS {
        let fields = fields(&source(&format!("src/web/face/{file}")), structure);
        assert!(fields.len() > 3, "{structure}: {fields:?}");
        assert_eq!(members(&declared, interface), fields, "{interface} declared, and {structure}");
    }
}
