//! What the page calls, in `www/boot.js`. Memory is grown and never given back: once the program is unpacked, nothing of this
//! is kept.
#![expect(
    unsafe_code,
    reason = "the page and this share addresses, and no allocator is linked for a state of its own"
)]

use core::arch::wasm32::{memory_grow, unreachable};
use core::slice::{from_raw_parts, from_raw_parts_mut};

use crate::{MARGIN, Program};

/// How memory grows, in bytes.
const MEMORY_PAGE: usize = 65536;

/// A piece of memory that was grown.
#[derive(Clone, Copy)]
struct Room {
    at: usize,
    length: usize,
}

impl Room {
    /// Room for so many bytes, all of them 0, or one of length 0 if there is not enough memory.
    fn of(length: usize) -> Self {
        match memory_grow(0, length.div_ceil(MEMORY_PAGE)) {
            usize::MAX => Self { at: 0, length: 0 },
            page => Self { at: page * MEMORY_PAGE, length },
        }
    }
}

static mut PROGRAM: Program = Program::NEW;
static mut PACKED: Room = Room { at: 0, length: 0 };
static mut TEXT: Room = Room { at: 0, length: 0 };
static mut UNPACKED: Room = Room { at: 0, length: 0 };

/// Returns the address at which the page puts so many packed bytes, or 0 if there is not enough memory.
#[unsafe(no_mangle)]
pub(crate) extern "C" fn room(length: usize) -> usize {
    let room = Room::of(length + 2 * MARGIN);
    // SAFETY: there is one thread.
    unsafe { PACKED = room };
    if room.length == 0 { 0 } else { room.at + MARGIN }
}

/// Returns the address at which the program will be, or 0 if there is not enough memory. Stops if what the page put there is
/// damaged.
#[unsafe(no_mangle)]
pub(crate) extern "C" fn begin() -> usize {
    // SAFETY: there is one thread, and each room is memory that nothing else uses.
    unsafe {
        let packed = from_raw_parts(PACKED.at as *const u8, PACKED.length);
        let program = &raw mut PROGRAM;
        let Some(size) = (*program).begin(packed) else { unreachable() };
        TEXT = Room::of(size + MARGIN);
        if TEXT.length == 0 {
            return 0;
        }
        let text = from_raw_parts_mut(TEXT.at as *mut u8, TEXT.length);
        let Some(size) = (*program).streams(packed, text) else { unreachable() };
        // What is handed over stays where it is only while memory does not grow.
        UNPACKED = Room::of(size + MARGIN);
        UNPACKED.at
    }
}

/// Puts some more of the program there. Returns how many bytes, 0 when all of it is there. Stops if what the page put there is
/// damaged.
#[unsafe(no_mangle)]
pub(crate) extern "C" fn more() -> usize {
    // SAFETY: there is one thread, and each room is memory that nothing else uses.
    unsafe {
        let packed = from_raw_parts(PACKED.at as *const u8, PACKED.length);
        let text = from_raw_parts_mut(TEXT.at as *mut u8, TEXT.length);
        let to = from_raw_parts_mut(UNPACKED.at as *mut u8, UNPACKED.length);
        let program = &raw mut PROGRAM;
        let Some(length) = (*program).more(packed, text, to) else { unreachable() };
        length
    }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    unreachable()
}
