//! Writes the words of column headings, and the words that name a service of the council.

use std::fmt::Write as _;

use super::{Table, write};

pub(super) fn headings() {
    let table = Table::open("headings.csv");
    let mut code = String::from("const HEADINGS: &[(&str, Says)] = &[\n");
    for row in &table.rows {
        let says = table.variant(
            row,
            "says",
            &[
                ("name", "Name"),
                ("section", "Section"),
                ("area", "Area"),
                ("period", "Period"),
                ("unit", "Unit"),
                ("kind", "Kind"),
                ("numerator", "Numerator"),
                ("denominator", "Denominator"),
                ("counts", "Counts"),
                ("percent", "Percent"),
                ("rate", "Rate"),
                ("value", "Value"),
                ("total", "Total"),
                ("target", "Target"),
                ("tolerance", "Tolerance"),
                ("band", "Band"),
                ("change", "Change"),
                ("comment", "Comment"),
                ("rag", "Rag"),
                ("direction", "Direction"),
                ("good-is", "GoodIs"),
                ("previous", "Previous"),
                ("to-date", "ToDate"),
                ("ignored", "Ignored"),
                ("reference", "Reference"),
                ("england", "England"),
                ("region", "Region"),
                ("neighbours", "Neighbours"),
                ("benchmark", "Benchmark"),
                ("own", "Own"),
                ("filler", "Filler"),
                ("part", "Part"),
                ("doubtful", "Doubtful"),
                ("measure", "Measure"),
            ],
        );
        writeln!(code, "({:?}, Says::{says}),", table.get(row, "words")).expect("writing to a String");
    }
    code.push_str("];\n");
    write("headings.rs", code);
}

pub(super) fn services() {
    let table = Table::open("services.csv");
    let mut code = String::from("const SERVICES: &[(&str, Service)] = &[\n");
    for row in &table.rows {
        let service = table.variant(row, "whose", &[("own", "Own"), ("other", "Other")]);
        writeln!(code, "({:?}, Service::{service}),", table.get(row, "words")).expect("writing to a String");
    }
    code.push_str("];\n");
    write("services.rs", code);
}
