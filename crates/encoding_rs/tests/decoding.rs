//! Texts in each encoding, whole and in parts of every size.

use encoding_rs::{DecoderResult, Encoding, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

const TEXT: &str = "£ 12.5% – “Zoë” 🙂";

fn utf16(unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    TEXT.encode_utf16().flat_map(unit).collect()
}

#[test]
fn whole_and_in_parts_it_is_the_same_text() {
    let cases = [
        (UTF_8, TEXT.as_bytes().to_vec(), TEXT),
        (UTF_16LE, utf16(u16::to_le_bytes), TEXT),
        (UTF_16BE, utf16(u16::to_be_bytes), TEXT),
        (WINDOWS_1252, b"\xA3 \x96 \x93Zo\xEB\x94".to_vec(), "£ – “Zoë”"),
        (SHIFT_JIS, b"plain".to_vec(), "plain"),
    ];
    for (encoding, bytes, text) in cases {
        assert_eq!(encoding.decode(&bytes), (text.into(), encoding, false));
        for size in 1..=bytes.len() {
            for room in [4, 5, 64] {
                assert_eq!(
                    in_parts(encoding, &bytes, size, room),
                    text,
                    "{encoding:?} by {size} into {room}"
                );
            }
        }
    }
}

fn in_parts(encoding: &'static Encoding, bytes: &[u8], size: usize, room: usize) -> String {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let (mut text, mut out) = (Vec::new(), vec![0; room]);
    for part in bytes.chunks(size).chain([&[][..]]) {
        let (mut rest, is_last) = (part, part.is_empty());
        loop {
            let (result, read, written) = decoder.decode_to_utf8_without_replacement(rest, &mut out, is_last);
            text.extend_from_slice(&out[..written]);
            rest = &rest[read..];
            match result {
                DecoderResult::InputEmpty => break,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(..) => panic!("{encoding:?}"),
            }
        }
    }
    String::from_utf8(text).unwrap()
}

#[test]
fn what_is_malformed_is_replaced_or_refused() {
    let cases: [(&'static Encoding, &[u8], &str); 6] = [
        (UTF_8, b"a\xFFb", "a\u{FFFD}b"),
        (UTF_8, b"a\xE2\x82", "a\u{FFFD}"),
        (UTF_16LE, b"\x00\xD8a\x00", "\u{FFFD}a"),
        (UTF_16LE, b"\x00\xDCa\x00", "\u{FFFD}a"),
        (UTF_16LE, b"a\x00b", "a\u{FFFD}"),
        (SHIFT_JIS, b"a\x82\xA0b", "a\u{FFFD}\u{FFFD}b"),
    ];
    for (encoding, bytes, text) in cases {
        assert_eq!(encoding.decode(bytes), (text.into(), encoding, true), "{bytes:?}");
        assert_eq!(encoding.decode_without_bom_handling_and_without_replacement(bytes), None, "{bytes:?}");
    }
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_text() {
    assert_eq!(UTF_8.decode(b"\xEF\xBB\xBFa").0, "a");
    assert_eq!(UTF_16LE.decode(b"\xFF\xFEa\x00").0, "a");
    assert_eq!(UTF_16BE.decode(b"\xFE\xFF\x00a").0, "a");
}

#[test]
fn encodings_are_found_by_label() {
    let cases = [
        ("utf-8", Some(UTF_8)),
        (" UTF-16 ", Some(UTF_16LE)),
        ("ISO-8859-1", Some(WINDOWS_1252)),
        ("shift_jis", None),
    ];
    for (label, encoding) in cases {
        assert_eq!(Encoding::for_label(label.as_bytes()), encoding, "{label}");
    }
}
