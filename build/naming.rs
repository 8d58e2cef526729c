//! Writes the grammar of names: the words for each concept, and what each indicator's names must and may say.

use std::fmt::Write as _;

use super::{Catalogued, Table, write};

/// Concepts the matcher finds itself: a council's name, and one that stands right before foster care.
const FOUND: [&str; 2] = ["place", "foster-of-place"];

/// Concepts the matcher asks for by name.
const NAMED: [&str; 38] = [
    "placement",
    "care-leavers",
    "legal-status",
    "place",
    "foster-of-place",
    "foster",
    "carer",
    "percent",
    "count",
    "rate",
    "average",
    "per",
    "per-10000",
    "cic",
    "uasc",
    "not-uasc",
    "pupil",
    "virtual-school",
    "all-pupils",
    "ks2",
    "expected",
    "progress",
    "child-protection",
    "inside",
    "outside",
    "age-16-25",
    "age-17-18",
    "age-18",
    "age-19-20",
    "age-19-21",
    "age-22",
    "age-23",
    "age-24",
    "age-25",
    "opposite",
    "due",
    "on-time",
    "completed",
];

/// Most concepts a set holds.
const MOST: usize = 384;

pub(super) fn naming(indicators: &[Catalogued]) {
    let words = Table::open("words.csv");
    let mut concepts: Vec<(String, &str)> = FOUND.map(|name| (name.to_owned(), "Subject")).to_vec();
    let mut phrases: Vec<Vec<&str>> = vec![Vec::new(); FOUND.len()];
    for row in &words.rows {
        let role = words.variant(
            row,
            "role",
            &[
                ("small", "Small"),
                ("frame", "Frame"),
                ("measure", "Measure"),
                ("subject", "Subject"),
                ("aspect", "Aspect"),
                ("other", "Other"),
                ("not", "Other"),
                ("telling", "Telling"),
                ("ordinary", "Ordinary"),
            ],
        );
        let name = words.get(row, "concept");
        let at = concepts.iter().position(|(known, _)| known == name).unwrap_or_else(|| {
            concepts.push((name.to_owned(), role));
            phrases.push(Vec::new());
            concepts.len() - 1
        });
        if concepts[at].1 != role {
            words.fail(row, &format!("{name} has two roles"));
        }
        phrases[at].push(words.get(row, "words"));
    }
    assert!(concepts.len() <= MOST, "data/words.csv: more than {MOST} concepts");

    let mut code = String::from("static VOCABULARY: &[Vocabulary] = &[\n");
    for ((_, role), phrases) in concepts.iter().zip(&phrases) {
        writeln!(code, "Vocabulary {{ role: Role::{role}, phrases: {:?} }},", phrases.join("|"))
            .expect("writing to a String");
    }
    code.push_str("];\n");
    for name in NAMED {
        let index = concepts.iter().position(|(known, _)| known == name);
        let index = index.unwrap_or_else(|| panic!("data/words.csv: nothing says {name}"));
        writeln!(code, "pub(super) const {}: u16 = {index};", name.to_uppercase().replace('-', "_"))
            .expect("writing to a String");
    }
    write("words.rs", code);

    let signatures = Table::open("signatures.csv");
    let mut code = String::from("static SIGNATURES: &[Signature] = &[\n");
    let mut signed = vec![false; indicators.len()];
    for row in &signatures.rows {
        let id = signatures.get(row, "indicator");
        let indicator = indicators.iter().position(|known| known.id == id);
        let indicator =
            indicator.unwrap_or_else(|| signatures.fail(row, &format!("{id} is not in indicators.csv")));
        signed[indicator] = true;
        let of = |names: &str| {
            let mut bits = [0_u64; MOST / 64];
            for name in names.split_whitespace() {
                let at = concepts.iter().position(|(known, _)| known == name);
                let at = at.unwrap_or_else(|| signatures.fail(row, &format!("{name} is not in words.csv")));
                bits[at / 64] |= 1 << (at % 64);
            }
            bits
        };
        let set = |column: &str| of(signatures.get(row, column));
        let (needs, may, but) = (set("needs"), set("may"), set("but"));
        // What may be said to be done may be said in every way that it is done, and that it has to be.
        let says =
            |names: &str| of(names).iter().zip(needs.iter().zip(&may)).any(|(of, (a, b))| of & (a | b) != 0);
        let always = match (says("completed"), says("on-time up-to-date")) {
            (true, true) => "place snapshot during overall annual received seen statutory achieved",
            (true, false) => "place snapshot during overall annual received seen achieved",
            (false, true) => "place snapshot during overall annual statutory",
            (false, false) => "place snapshot during overall annual",
        };
        let mut always = of(always);
        if says("pupil") {
            for (all, school) in always.iter_mut().zip(of("school virtual-school")) {
                *all |= school;
            }
        }
        let allowed = std::array::from_fn(|index| needs[index] | may[index] | always[index]);
        if needs.iter().all(|bits| *bits == 0) {
            signatures.fail(row, "a signature needs something");
        }
        writeln!(
            code,
            "Signature {{ indicator: {indicator}, needs: {}, allowed: {}, but: {} }},",
            concepts_of(needs),
            concepts_of(allowed),
            concepts_of(but)
        )
        .expect("writing to a String");
    }
    code.push_str("];\n");
    if let Some(without) = signed.iter().position(|signed| !signed) {
        panic!("data/signatures.csv: nothing says what names of {} say", indicators[without].id);
    }
    write("signatures.rs", code);
}

/// A set as code, its numbers in readable groups.
fn concepts_of(bits: [u64; MOST / 64]) -> String {
    let groups = bits.map(|bits| {
        let digits = format!("{bits:016x}");
        format!("0x{}_{}_{}_{}", &digits[..4], &digits[4..8], &digits[8..12], &digits[12..])
    });
    format!("Concepts([{}])", groups.join(", "))
}
