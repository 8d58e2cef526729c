//! The checksum of bytes whole, in parts and put together.

use crc32fast::{Hasher, hash};

/// The check value of the catalogue of parametrised CRC algorithms for CRC-32/ISO-HDLC.
const DIGITS: (&[u8], u32) = (b"123456789", 0xCBF4_3926);

#[test]
fn checksum_is_the_one_of_zip_files() {
    assert_eq!(hash(DIGITS.0), DIGITS.1);
    assert_eq!(hash(b""), 0);
}

#[test]
fn parts_give_the_checksum_of_the_whole() {
    let bytes: Vec<u8> = (0..1000_u32).flat_map(|number| (number * number).to_le_bytes()).collect();
    for at in [0, 1, 63, 64, 65, 1999, 4000] {
        let (first, second) = bytes.split_at(at);
        let of = |part: &[u8]| {
            let mut hasher = Hasher::new();
            hasher.update(part);
            hasher
        };
        let mut in_order = of(first);
        in_order.update(second);
        let mut combined = of(first);
        combined.combine(&of(second));
        let mut continued = Hasher::new_with_initial(hash(first));
        continued.update(second);
        for hasher in [in_order, combined, continued] {
            assert_eq!(hasher.finalize(), hash(&bytes), "parted at {at}");
        }
    }
    let mut reset = Hasher::new_with_initial_len(7, 7);
    reset.reset();
    assert_eq!(reset.finalize(), 0);
}
