//! What people paste, file by file: `tests/read/*.txt` is the input, the `.snap` beside it what becomes of it.

use crate::common::{described, each_file};
use corporate_parenting_calculator::figure::{Amount, Figure};
use corporate_parenting_calculator::indicator;
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::read::{Entry, decode, read, read_bytes};
use proptest::prelude::*;

#[test]
fn pasted_tables() {
    each_file("read/*.txt", |bytes| described(&read_bytes(bytes, "")));
}

#[test]
fn the_examples_are_read_without_a_problem() {
    for (name, figures) in [("cambridgeshire-2022-23.csv", 28), ("cambridgeshire-2019-20.csv", 117)] {
        let path = format!("{}/data/examples/{name}", env!("CARGO_MANIFEST_DIR"));
        let reading = read(&std::fs::read_to_string(path).unwrap_or_default());
        assert_eq!(reading.all_problems(), [], "{name}");
        assert_eq!(reading.figures().len(), figures, "{name}");
    }
}

/// What sentences say of targets and of others beside the council's own figure, in the sentence or in the next.
#[test]
fn sentences_state_targets_and_figures_of_others() {
    let stated = |text: &str| {
        let reading = read(text);
        let value = |entry: &Entry| {
            let measure = entry.subject.indicator().map(|measure| measure.id.to_string());
            format!("{} {} {}", measure.unwrap_or_default(), entry.period, entry.value)
        };
        let targets = reading.targets.iter().map(|target| format!("target {}", value(&target.entry)));
        let others =
            reading.comparators.iter().map(|other| format!("{} {}", other.with.id(), value(&other.entry)));
        targets.chain(others).collect::<Vec<_>>().join("; ")
    };
    let own = "In 2022/23, 85% of children in care had a dental check";
    for (beside, told) in [
        (" against a target of 90%.", "target dental-checks 2022/23 90%"),
        (" (target 90%).", "target dental-checks 2022/23 90%"),
        (", above the England average of 71%.", "england dental-checks 2022/23 71%"),
        (
            ", compared with 68% nationally and 65% among our statistical neighbours.",
            "england dental-checks 2022/23 68%; neighbours dental-checks 2022/23 65%",
        ),
        (
            ", which exceeds our target of 82%. The national average is 71%.",
            "target dental-checks 2022/23 82%; england dental-checks 2022/23 71%",
        ),
        (". We forecast 85% next year.", ""),
        (", compared with 68% elsewhere in the region.", ""),
        (
            ". Nationally 51% of children in care were placed with foster carers.",
            "england foster-placements 2022/23 51%",
        ),
        (". 75% of care leavers and 80% of others were in touch. The national average is 71%.", ""),
        (". The England figure for 2021/22 was 70%.", "england dental-checks 2021/22 70%"),
        (", compared to 70% nationally for looked after children.", "england dental-checks 2022/23 70%"),
        (" and 81% nearly were immunised (England 82%).", ""),
        (". Three-quarters were seen.\n\nThe national average is 71%.", ""),
    ] {
        assert_eq!(stated(&format!("{own}{beside}")), told, "{beside}");
    }
}

#[test]
fn every_encoding_excel_saves_gives_the_same_text() {
    let text = "Café “EET” – 51 of 646 €\r\n";
    let utf16 = |to: fn(u16) -> [u8; 2], mark: [u8; 2]| {
        mark.into_iter().chain(text.encode_utf16().flat_map(to)).collect::<Vec<u8>>()
    };
    let windows: Vec<u8> = text
        .chars()
        .map(|c| match c {
            '“' => 0x93,
            '”' => 0x94,
            '–' => 0x96,
            '€' => 0x80,
            other => u8::try_from(u32::from(other)).unwrap_or(b'?'),
        })
        .collect();
    let encoded = [
        text.as_bytes().to_vec(),
        [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
        utf16(u16::to_le_bytes, [0xFF, 0xFE]),
        utf16(u16::to_be_bytes, [0xFE, 0xFF]),
        windows,
    ];
    for bytes in encoded {
        assert_eq!(decode(&bytes).as_deref(), Ok(text));
    }
}

#[test]
fn what_is_no_text_is_refused_with_what_to_do() {
    let starts: [&[u8]; 9] = [
        b"PK\x03\x04rest",
        b"\xD0\xCF\x11\xE0rest",
        b"%PDF-1.7",
        b"{\\rtf1",
        b"\x89PNG",
        b"\xFF\xD8\xFFrest",
        b"GIF89a",
        b"BM\x00\x00\x00",
        b"\x01\x02\x03\x04",
    ];
    let told: Vec<String> = starts.iter().map(|bytes| described(&read_bytes(bytes, "file"))).collect();
    insta::assert_snapshot!(told.join("\n"));
}

/// Figures as tidy text that reads back.
fn written(figures: &[Figure]) -> String {
    let mut lines = vec!["indicator,area,period,numerator,denominator,value".to_owned()];
    for figure in figures {
        let (numerator, denominator, value) = match figure.amount {
            Amount::Counts { numerator, denominator } => {
                (numerator.to_string(), denominator.to_string(), String::new())
            }
            Amount::Value(value) if figure.indicator.kind == indicator::Kind::Share => {
                (String::new(), String::new(), format!("{value}%"))
            }
            Amount::Value(value) => (String::new(), String::new(), value.to_string()),
            Amount::Withheld(symbol) => (String::new(), String::new(), symbol.symbol().to_owned()),
        };
        let period = figure.period.map(Period::id).unwrap_or_default();
        let area = figure.area.map_or("", |area| area.code);
        lines.push(format!("{},{area},{period},{numerator},{denominator},{value}", figure.indicator.id));
    }
    lines.join("\n")
}

fn any_figure() -> impl Strategy<Value = Figure> {
    use corporate_parenting_calculator::figure::Withheld;
    use corporate_parenting_calculator::number::Decimal;
    let indicators = prop::sample::select(indicator::all().iter().collect::<Vec<_>>());
    (indicators, 2016_u16..2030, 0_u64..5000, 1_u64..5000, 0_usize..5, 0_u8..4).prop_map(
        |(indicator, year, numerator, more, symbol, form)| {
            let amount = match (form, indicator.kind) {
                (0, _) => Amount::Withheld(Withheld::ALL[symbol]),
                (1 | 2, indicator::Kind::Share) => {
                    Amount::Counts { numerator, denominator: numerator + more }
                }
                (_, indicator::Kind::Count) => Amount::Value(Decimal::new(numerator.cast_signed(), 0)),
                _ => Amount::Value(Decimal::new((numerator % 1000).cast_signed(), 1)),
            };
            let area = corporate_parenting_calculator::area::by_code("873");
            Figure {
                indicator: indicator.into(),
                area,
                period: Some(Period::Year(year)),
                amount,
                stated: None,
                place: None,
            }
        },
    )
}

proptest! {
    #[test]
    fn figures_written_are_read_the_same(figures in prop::collection::vec(any_figure(), 1..20)) {
        let mut found = read(&written(&figures)).figures();
        for figure in &mut found {
            figure.place = None;
        }
        prop_assert_eq!(found, figures);
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read_bytes(&bytes, "").all_problems();
    }

    #[test]
    fn any_text_is_read(text in "[\\PC\t\n\",;%/()0-9.-]{0,200}") {
        let _ = read(&text).all_problems();
    }

    #[test]
    fn tables_of_likely_cells_are_read(cells in prop::collection::vec(prop::sample::select(vec![
        "Three or more placements", "EET", "", "51", "646", "51 of 646", "22/23", "2022/23", "Apr- 19", "7.9%", "c", "Number", "Total",
        "Indicator", "Difference", "- 6.2%", "\"", "1,655", "hello", "Q1 2022/23", "51/646 (7.9%)",
    ]), 0..60), width in 1_usize..6) {
        let text = cells.chunks(width).map(|row| row.join("\t")).collect::<Vec<_>>().join("\n");
        let reading = read(&text);
        for figure in reading.figures() {
            prop_assert!(figure.amount.exact(figure.indicator.kind).is_some() || matches!(figure.amount, Amount::Withheld(_)));
        }
    }
}
