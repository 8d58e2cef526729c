//! Finite state entropy: tables of states, each of which stands for a symbol and tells which states may follow.

use crate::bits::Forward;

/// How many states the largest table has, and how many symbols.
const STATES: usize = 512;
const SYMBOLS: usize = 64;

/// One state.
#[derive(Clone, Copy)]
pub(crate) struct State {
    pub(crate) symbol: u8,
    /// The number of the next state is the first of these, with the second, a number of bits, added.
    pub(crate) next: usize,
    pub(crate) bits: u32,
    /// What the symbol means: at least the first of these, with the second, a number of bits, added.
    pub(crate) least: usize,
    pub(crate) extra: u32,
}

impl State {
    const NONE: Self = Self { symbol: 0, next: 0, bits: 0, least: 0, extra: 0 };
}

/// A table of states.
pub(crate) struct Table {
    /// It has two to the power of this many states.
    pub(crate) log: u32,
    states: [State; STATES],
}

impl Table {
    pub(crate) const NONE: Self = Self { log: 0, states: [State::NONE; STATES] };

    #[inline]
    pub(crate) fn state(&self, number: usize) -> &State {
        &self.states[number % STATES]
    }

    pub(crate) fn states(&mut self) -> &mut [State] {
        &mut self.states[..1 << self.log]
    }

    /// Makes this the table of one symbol alone.
    pub(crate) fn of_one(&mut self, symbol: u8) {
        self.log = 0;
        self.states[0] = State { symbol, ..State::NONE };
    }

    /// Makes this the table that is described here and has at most so many states. Returns where the text goes on.
    pub(crate) fn read(&mut self, text: &[u8], at: usize, most: u32) -> Option<usize> {
        let mut stream = Forward::new(text, at);
        let log = u32::try_from(stream.read(4)).ok()? + 5;
        if log > most {
            return None;
        }
        let mut shares = [0; SYMBOLS];
        let mut count = 0;
        let mut left = 1_i32 << log;
        while left > 0 {
            // From 0 to what is left and one: numbers below the threshold have a bit less.
            let bits = (left + 1).ilog2() + 1;
            let few = (1 << (bits - 1)) - 1;
            let threshold = (1 << bits) - 2 - left;
            let mut value = i32::try_from(stream.peek(bits)).ok()?;
            if value & few < threshold {
                value &= few;
                stream.skip(bits - 1);
            } else {
                stream.skip(bits);
                if value > few {
                    value -= threshold;
                }
            }
            let share = value - 1;
            left -= share.abs();
            *shares.get_mut(count)? = share;
            count += 1;
            let mut zeros = if share == 0 { 3 } else { 0 };
            while zeros == 3 {
                zeros = stream.read(2);
                count += zeros;
            }
        }
        if left < 0 {
            return None;
        }
        self.of_shares(log, shares.get(..count)?)?;
        Some(stream.after())
    }

    /// Makes this the table in which each symbol has this share of the states; -1 is less than one state.
    pub(crate) fn of_shares(&mut self, log: u32, shares: &[i32]) -> Option<()> {
        self.log = log;
        let size = 1 << log;
        let mut following = [0_u32; SYMBOLS];
        let mut rare_from = size;
        for ((symbol, share), following) in (0..).zip(shares).zip(&mut following) {
            *following = share.unsigned_abs();
            if *share == -1 {
                rare_from -= 1;
                self.states.get_mut(rare_from)?.symbol = symbol;
            }
        }
        let step = size / 2 + size / 8 + 3;
        let mut at = 0;
        for (symbol, share) in (0..).zip(shares) {
            for _ in 0..*share {
                self.states.get_mut(at)?.symbol = symbol;
                at = (at + step) % size;
                while at >= rare_from {
                    at = (at + step) % size;
                }
            }
        }
        for state in self.states.get_mut(..size)? {
            let following = following.get_mut(usize::from(state.symbol))?;
            state.bits = log.checked_sub(following.checked_ilog2()?)?;
            state.next = ((*following as usize) << state.bits) - size;
            *following += 1;
        }
        Some(())
    }
}
