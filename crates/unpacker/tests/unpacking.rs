//! What zstd packs is unpacked as it was, and what is damaged is not unpacked to anything else.

use unpacker::{MARGIN, Unpacking};
use zstd::bulk::Compressor;
use zstd::zstd_safe::CParameter;

fn packed(bytes: &[u8], level: i32) -> Vec<u8> {
    let mut compressor = Compressor::new(level).unwrap();
    compressor.set_parameter(CParameter::ChecksumFlag(true)).unwrap();
    compressor.compress(bytes).unwrap()
}

/// What is unpacked, or `None` if the packed bytes are damaged.
fn unpacked(packed: &[u8]) -> Option<Vec<u8>> {
    let margin = [0xa5; MARGIN];
    let text = [&margin, packed, &margin].concat();
    let mut unpacking = Box::new(Unpacking::NEW);
    let size = unpacking.begin(&text)?;
    // A damaged text may say that it is of any size.
    let mut to = vec![0; size.min(1 << 23) + MARGIN];
    let mut done = 0;
    loop {
        match unpacking.more(&text, &mut to)? {
            0 => break,
            more => done += more,
        }
    }
    to.truncate(done);
    Some(to)
}

/// Numbers that are not alike, always the same ones.
fn noise(count: usize) -> Vec<u8> {
    let numbers =
        std::iter::successors(Some(1_u32), |last| Some(last.wrapping_mul(1_664_525).wrapping_add(12345)));
    numbers.take(count).map(|number| number.to_be_bytes()[0]).collect()
}

/// Words of a small language, with long and short ways back to each.
fn words(count: usize) -> Vec<u8> {
    let words =
        ["children", "looked after", "care", "leavers", ", ", ". ", "31 March", "2025\n", "placement "];
    noise(count).into_iter().flat_map(|number| words[usize::from(number) % words.len()].bytes()).collect()
}

#[test]
fn what_was_packed_is_unpacked() {
    let table = include_bytes!("../../../data/areas.csv");
    let cases = [
        ("nothing", Vec::new()),
        ("one byte", vec![7]),
        ("few bytes", b"figures".to_vec()),
        ("the same byte", vec![7; 300_000]),
        ("noise", noise(300_000)),
        (
            "few kinds of bytes",
            noise(200_000).into_iter().map(|byte| byte.leading_zeros().to_le_bytes()[0]).collect(),
        ),
        ("words", words(100_000)),
        ("a table", table.to_vec()),
        ("all of these", [words(20_000), noise(5000), vec![0; 200_000], table.to_vec(), words(9)].concat()),
    ];
    for (name, bytes) in cases {
        for level in [-7, 1, 3, 7, 12, 16, 19, 22] {
            let found = unpacked(&packed(&bytes, level));
            assert!(found.as_deref() == Some(&*bytes), "{name}, packed at level {level}");
        }
    }
}

#[test]
fn what_is_damaged_is_told_apart() {
    for (bytes, step) in [(words(400), 1), (noise(300), 1), (words(60_000), 997)] {
        let right = packed(&bytes, 19);
        for at in (0..right.len()).step_by(step) {
            for change in [1, 0x10, 0x80, 0xff] {
                let mut wrong = right.clone();
                wrong[at] ^= change;
                let found = unpacked(&wrong);
                assert!(found.is_none_or(|found| found == bytes), "byte {at} changed by {change}");
            }
            assert_eq!(unpacked(&right[..at]), None, "cut after {at} bytes");
        }
        assert_eq!(unpacked(&[&*right, &[0]].concat()), None);
    }
}

#[test]
fn what_has_no_checksum_is_refused() {
    assert_eq!(unpacked(&Compressor::new(1).unwrap().compress(b"figures").unwrap()), None);
}
