//! Sets of concepts: what a name says.

/// How many numbers hold a set, 64 concepts each; `build/naming.rs` writes as many.
const GROUPS: usize = 6;

/// How many concepts there can be.
pub(super) const CONCEPTS: u16 = 64 * 6;

/// A set of concepts, each by its position in the grammar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Concepts(pub(super) [u64; GROUPS]);

impl Concepts {
    /// The set of these.
    pub(super) const fn of(concepts: &[u16]) -> Self {
        let mut set = Self([0; GROUPS]);
        let mut rest = concepts;
        while let [first, others @ ..] = rest {
            set = set.with(*first);
            rest = others;
        }
        set
    }

    /// The set and this one.
    pub(super) const fn with(mut self, concept: u16) -> Self {
        self.0[(concept / 64) as usize] |= 1 << (concept % 64);
        self
    }

    /// Whether the set has this one.
    pub(super) fn has(self, concept: u16) -> bool {
        self.0[usize::from(concept / 64)] >> (concept % 64) & 1 == 1
    }

    /// What is in either.
    pub(super) fn and(self, other: Self) -> Self {
        self.zip(other, |a, b| a | b)
    }

    /// What is in both.
    pub(super) fn shared(self, other: Self) -> Self {
        self.zip(other, |a, b| a & b)
    }

    /// What is in this and not in the other.
    pub(super) fn without(self, other: Self) -> Self {
        self.zip(other, |a, b| a & !b)
    }

    /// Whether nothing is in it.
    pub(super) fn is_empty(self) -> bool {
        self.0 == [0; GROUPS]
    }

    /// How many are in it.
    pub(super) fn len(self) -> u32 {
        self.0.iter().map(|bits| bits.count_ones()).sum()
    }

    /// Each of them.
    pub(super) fn each(self) -> impl Iterator<Item = u16> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let at = rest.iter().position(|bits| *bits != 0)?;
            let bit = rest[at].trailing_zeros() as usize;
            rest[at] &= rest[at] - 1;
            u16::try_from(64 * at + bit).ok()
        })
    }

    fn zip(self, other: Self, with: impl Fn(u64, u64) -> u64) -> Self {
        Self(std::array::from_fn(|index| with(self.0[index], other.0[index])))
    }
}
