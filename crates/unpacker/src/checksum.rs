//! XXH64, the checksum of zstd, with 0 as its seed.

use crate::bits::word;

const PRIMES: [u64; 5] = [
    0x9e37_79b1_85eb_ca87,
    0xc2b2_ae3d_27d4_eb4f,
    0x1656_67b1_9e37_79f9,
    0x85eb_ca77_c2b2_ae63,
    0x27d4_eb2f_1656_67c5,
];

fn round(lane: u64, word: u64) -> u64 {
    lane.wrapping_add(word.wrapping_mul(PRIMES[1])).rotate_left(31).wrapping_mul(PRIMES[0])
}

/// The checksum of these bytes.
pub(crate) fn of(bytes: &[u8]) -> u64 {
    let mut at = 0;
    let mut sum = PRIMES[4];
    if bytes.len() >= 32 {
        let mut lanes = [PRIMES[0].wrapping_add(PRIMES[1]), PRIMES[1], 0, 0_u64.wrapping_sub(PRIMES[0])];
        while at + 32 <= bytes.len() {
            for lane in &mut lanes {
                *lane = round(*lane, word(bytes, at));
                at += 8;
            }
        }
        let turned = lanes.iter().zip([1, 7, 12, 18]).map(|(lane, by)| lane.rotate_left(by));
        sum = turned.fold(0, u64::wrapping_add);
        for lane in lanes {
            sum = (sum ^ round(0, lane)).wrapping_mul(PRIMES[0]).wrapping_add(PRIMES[3]);
        }
    }
    sum = sum.wrapping_add(bytes.len() as u64);
    while at + 8 <= bytes.len() {
        sum ^= round(0, word(bytes, at));
        sum = sum.rotate_left(27).wrapping_mul(PRIMES[0]).wrapping_add(PRIMES[3]);
        at += 8;
    }
    // Of what is left, the first four bytes together, and each other alone.
    let mut rest = &bytes[at..];
    if let Some((four, others)) = rest.split_first_chunk() {
        sum ^= u64::from(u32::from_le_bytes(*four)).wrapping_mul(PRIMES[0]);
        sum = sum.rotate_left(23).wrapping_mul(PRIMES[1]).wrapping_add(PRIMES[2]);
        rest = others;
    }
    for byte in rest {
        sum ^= u64::from(*byte).wrapping_mul(PRIMES[4]);
        sum = sum.rotate_left(11).wrapping_mul(PRIMES[0]);
    }
    sum = (sum ^ (sum >> 33)).wrapping_mul(PRIMES[1]);
    sum = (sum ^ (sum >> 29)).wrapping_mul(PRIMES[2]);
    sum ^ (sum >> 32)
}
