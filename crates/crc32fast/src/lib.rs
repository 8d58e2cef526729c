//! Checksums of zip files under the interface of the crate `crc32fast`, as far as `zip`, `flate2` and `zopfli` use it.
//!
//! They are those of `zlib-rs`, which the page unpacks with: one table of 4 kB in it, where that crate has one of 16 kB
//! that does not compress.

use zlib_rs::crc32::{crc32, crc32_combine};

/// The checksum of these bytes.
pub fn hash(bytes: &[u8]) -> u32 {
    crc32(0, bytes)
}

/// The checksum of bytes that come in parts.
#[derive(Clone, Debug, Default)]
pub struct Hasher {
    checksum: u32,
    length: u64,
}

impl Hasher {
    /// Of no bytes.
    pub const fn new() -> Self {
        Self::new_with_initial(0)
    }

    /// Goes on from this checksum of bytes whose number does not matter.
    pub const fn new_with_initial(checksum: u32) -> Self {
        Self::new_with_initial_len(checksum, 0)
    }

    /// Goes on from this checksum of so many bytes.
    pub const fn new_with_initial_len(checksum: u32, length: u64) -> Self {
        Self { checksum, length }
    }

    /// Takes in the next bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.checksum = crc32(self.checksum, bytes);
        self.length = self.length.wrapping_add(bytes.len() as u64);
    }

    /// Takes in what another has taken in, as if those bytes came next.
    pub fn combine(&mut self, next: &Self) {
        self.checksum = crc32_combine(self.checksum, next.checksum, next.length);
        self.length = self.length.wrapping_add(next.length);
    }

    /// Begins anew.
    pub fn reset(&mut self) {
        *self = Self::new();
    }

    /// Returns the checksum.
    pub const fn finalize(self) -> u32 {
        self.checksum
    }
}
