//! A program that is taken apart and packed is put together again as it was.

use unpacker::{text, unpacked};
use zstd::bulk::Compressor;
use zstd::zstd_safe::CParameter;

const START: [u8; 8] = *b"\0asm\x01\0\0\0";

fn packed(text: &[u8]) -> Vec<u8> {
    let mut compressor = Compressor::new(1).unwrap();
    compressor.set_parameter(CParameter::ChecksumFlag(true)).unwrap();
    compressor.compress(text).unwrap()
}

fn number(value: usize) -> Vec<u8> {
    let low = value.to_le_bytes()[0] & 127;
    if value < 128 { vec![low] } else { [vec![low | 128], number(value >> 7)].concat() }
}

fn section(id: u8, content: &[u8]) -> Vec<u8> {
    [&[id], &*number(content.len()), content].concat()
}

/// A program of these functions, each without its size and last `end`, and some other sections.
fn program(functions: &[Vec<u8>]) -> Vec<u8> {
    let code: Vec<u8> = functions
        .iter()
        .flat_map(|function| [&*number(function.len() + 1), function, &[0x0b]].concat())
        .collect();
    let code = [number(functions.len()), code].concat();
    let types = [1, 0x60, 0, 0];
    [&START[..], &section(1, &types), &section(10, &code), &section(11, b"\x01\x01\x03abc")].concat()
}

/// What functions may hold: a name, and the bytes of the declarations and instructions.
const FUNCTIONS: &[(&str, &[u8])] = &[
    ("nothing", &[0]),
    ("locals of some types", &[4, 1, 0x7f, 0x81, 1, 0x7e, 2, 0x7d, 3, 0x7c, 0x0f]),
    ("unreachable, nop, drop, select", &[0, 0x00, 0x01, 0x1a, 0x1b]),
    (
        "block, loop, if and else within each other",
        &[0, 0x02, 0x40, 0x03, 0x7f, 0x04, 0x81, 0x02, 0x05, 0x0b, 0x0b, 0x02, 0x7e, 0x0b, 0x0b],
    ),
    (
        "br, br_if, br_table",
        &[0, 0x0c, 0, 0x0d, 0x81, 1, 0x0e, 0, 3, 0x0e, 9, 1, 2, 3, 4, 0x85, 1, 6, 7, 8, 9, 10, 0x0f],
    ),
    ("call, call_indirect", &[0, 0x10, 3, 0x10, 0x90, 0x4e, 0x11, 0x85, 1, 0, 0x10, 0]),
    (
        "locals and globals",
        &[0, 0x20, 0, 0x20, 1, 0x21, 0x80, 1, 0x22, 5, 0x23, 0, 0x24, 0x81, 0, 0x20, 0x83, 2, 0x1a],
    ),
    ("table.get, table.set, memory.size, memory.grow", &[0, 0x25, 0, 0x26, 1, 0x3f, 0, 0x40, 0]),
    ("ref.null, ref.is_null, ref.func", &[0, 0xd0, 0x6f, 0xd1, 0xd2, 0x90, 0x4e]),
    (
        "short and long constants",
        &[
            0, 0x41, 0, 0x41, 0x7f, 0x41, 0x80, 0x80, 0xc0, 0, 0x41, 0x80, 0x80, 0x80, 0x80, 0x78, 0x6a,
            0x42, 5, 0x42, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f, 0x42, 0xff, 0xff,
            0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0x42, 0x81, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 8,
        ],
    ),
    ("floats", &[0, 0x43, 1, 0x82, 3, 0x84, 0x44, 0xff, 2, 3, 0xe4, 5, 6, 7, 0x0b, 0xa0]),
    ("numbers longer than they need be", &[0, 0x20, 0x80, 0, 0x41, 0xff, 0xff, 0x7f, 0x28, 2, 0x84, 0x80, 0]),
    (
        "fc",
        &[
            0, 0xfc, 0, 0xfc, 7, 0xfc, 8, 0x81, 1, 0, 0xfc, 9, 1, 0xfc, 10, 0, 0, 0xfc, 11, 0, 0xfc, 12, 1,
            0, 0xfc, 13, 2, 0xfc, 14, 0, 0, 0xfc, 15, 0, 0xfc, 16, 0, 0xfc, 17, 0,
        ],
    ),
];

fn cases() -> Vec<(String, Vec<u8>)> {
    let mut cases: Vec<(String, Vec<u8>)> =
        FUNCTIONS.iter().map(|(name, function)| ((*name).to_owned(), function.to_vec())).collect();
    for opcode in 0x28..=0x3e {
        for alignment in 0..8 {
            let function = vec![0, opcode, alignment, 0, opcode, alignment, 0x90, 0x4e, 0x1a];
            cases.push((format!("memory: {opcode:#x} aligned to {alignment}"), function));
        }
    }
    for opcode in 0x45..=0xc4 {
        cases.push((format!("{opcode:#x}, which nothing follows"), vec![0, 0x20, 1, opcode, 0x21, 2]));
    }
    cases
}

#[test]
fn each_instruction_is_put_together_as_it_was() {
    for (name, function) in cases() {
        let program = program(&[function.clone(), vec![0, 0x20, 7], function]);
        let text = text(&program).unwrap_or_else(|why| panic!("{name}: {why}"));
        assert!(unpacked(&packed(&text)).as_ref() == Some(&program), "{name}");
    }
}

#[test]
fn programs_of_any_size_are_put_together_as_they_were() {
    let all: Vec<Vec<u8>> = cases().into_iter().map(|(_, function)| function).collect();
    let long = [&[0][..], &[0x20, 1, 0x41, 0x90, 0x4e, 0x6a, 0x36, 2, 8].repeat(30_000)].concat();
    let header_only = START.to_vec();
    let without_code = [&START[..], &section(1, &[0]), &section(0, &[7; 300])].concat();
    let without_rest = [&START[..], &section(10, &[1, 4, 0, 0x41, 9, 0x0b])].concat();
    let programs = [
        ("no section", header_only),
        ("no code", without_code),
        ("no function", program(&[])),
        ("nothing after the code", without_rest),
        ("all", program(&all)),
        ("all, in many pieces", program(&vec![all; 60].concat())),
        ("a long function", program(&[vec![0], long, vec![0]])),
    ];
    for (name, program) in programs {
        assert!(unpacked(&packed(&text(&program).unwrap())).as_ref() == Some(&program), "{name}");
    }
}

#[test]
fn what_is_not_known_is_named() {
    let cases: [(&[u8], &str); 7] = [
        (
            &[0, 0x1c, 1, 0x7f],
            "it has an instruction that crates/unpacker does not know, 0x1c: function 1 of its code",
        ),
        (
            &[0, 0xfd, 0],
            "it has an instruction that crates/unpacker does not know, 0xfd: function 1 of its code",
        ),
        (
            &[0, 0xe1],
            "it has an instruction that crates/unpacker does not know, 0xe1: function 1 of its code",
        ),
        (
            &[0, 0xfc, 18],
            "it has an instruction that crates/unpacker does not know, 0xfc 0x12: function 1 of its code",
        ),
        (
            &[0, 0x28, 0x42, 0, 0],
            "it has an alignment that crates/unpacker does not know, 66: function 1 of its code",
        ),
        (&[0, 0x02, 0x40], "its size is not where its instructions end: function 1 of its code"),
        (&[0, 0x0b, 0x01], "its size is not where its instructions end: function 1 of its code"),
    ];
    for (function, why) in cases {
        assert_eq!(text(&program(&[vec![0], function.to_vec()])), Err(why.to_owned()));
    }
}

#[test]
fn a_program_that_is_cut_or_written_longer_is_refused() {
    let whole = program(&[vec![0, 0x20, 1], vec![0, 0x41, 0x90, 0x4e]]);
    for length in 9..whole.len() {
        // Between sections nothing is missing.
        let found = text(&whole[..length]).map(|text| unpacked(&packed(&text)));
        assert!(found.is_err() || found == Ok(Some(whole[..length].to_vec())), "cut after {length}");
    }
    let longer_size = [&START[..], &[10, 0x85, 0, 1, 3, 0, 0x01, 0x0b]].concat();
    assert!(text(&longer_size).unwrap_err().contains("as short as it can be"));
    let longer_function = [&START[..], &[10, 6, 1, 0x83, 0, 0, 0x01, 0x0b]].concat();
    assert!(text(&longer_function).unwrap_err().contains("as short as it can be"));
}

/// As damage within what zstd packed is told by its checksum, this is of texts that were packed right.
#[test]
fn a_text_that_no_program_has_is_not_put_together() {
    let all: Vec<Vec<u8>> = cases().into_iter().map(|(_, function)| function).collect();
    for (functions, step) in [(&all[..3], 1), (&all[3..8], 1), (&all[8..12], 1), (&all[..], 7)] {
        let program = program(functions);
        let text = text(&program).unwrap();
        for at in (0..text.len()).step_by(step) {
            for change in [1, 0x10, 0x80, 0xff] {
                let mut wrong = text.clone();
                wrong[at] ^= change;
                if let Some(found) = unpacked(&packed(&wrong)) {
                    assert_ne!(found, program, "byte {at} changed by {change}");
                    assert_eq!(found.len(), program.len(), "byte {at} changed by {change}");
                }
            }
        }
        for length in (0..text.len()).step_by(step) {
            assert_ne!(unpacked(&packed(&text[..length])).as_ref(), Some(&program), "cut after {length}");
        }
    }
    for length in [0, 1, 3000, 70_000] {
        for byte in [0, 1, 0x0b, 0x20, 0x7f, 0x80, 0xe0, 0xff] {
            let found = unpacked(&packed(&vec![byte; length]));
            assert!(found.is_none() || byte == 0, "{length} bytes {byte:#x}");
        }
    }
}

/// What fuzzing found worth keeping, taken again; the first byte says in which of the ways of `fuzz/fuzz_targets/unpacker.rs`.
#[test]
fn what_was_fuzzed() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fuzz/corpus/unpacker");
    let mut programs = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let input = std::fs::read(entry.unwrap().path()).unwrap();
        let (way, bytes) = input.split_first().unwrap_or((&0, &[]));
        match way % 3 {
            0 => drop(unpacked(bytes)),
            1 => drop(unpacked(&packed(bytes))),
            _ => {
                if let Ok(text) = text(bytes) {
                    assert_eq!(unpacked(&packed(&text)).as_deref(), Some(bytes));
                    programs += 1;
                }
            }
        }
    }
    assert!(programs > 0, "no program is kept");
}
