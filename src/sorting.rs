//! One sorting for lists of every kind.
//!
//! The standard library compiles its sorting anew for each kind of element and comparison: sixty of them were 50 kB of the
//! page as it is served. Here the positions of elements are sorted instead of the elements.

use std::cmp::Ordering;

/// Putting a list in order; what compares equal keeps its order.
pub(crate) trait Sorting<T> {
    /// By this comparison.
    fn arrange_by(&mut self, compare: impl Fn(&T, &T) -> Ordering);

    /// Least first.
    fn arrange(&mut self)
    where
        T: Ord,
    {
        self.arrange_by(T::cmp);
    }

    /// By what this makes of each, least first.
    fn arrange_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K) {
        self.arrange_by(|one, other| key(one).cmp(&key(other)));
    }
}

impl<T> Sorting<T> for [T] {
    fn arrange_by(&mut self, compare: impl Fn(&T, &T) -> Ordering) {
        let places = in_order(self.len(), &|one, other| compare(&self[one], &self[other]));
        follow(places, &mut |one, other| self.swap(one, other));
    }
}

/// The positions in a list of this length, in the order of their elements.
#[inline(never)]
fn in_order(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..length).collect();
    places.sort_by(|one, other| compare(*one, *other));
    places
}

/// Swaps until each place has what these say belongs there: one round for each group that changes places among itself.
#[inline(never)]
fn follow(mut places: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..places.len() {
        let mut place = start;
        loop {
            let from = std::mem::replace(&mut places[place], place);
            if from == start {
                break;
            }
            swap(place, from);
            place = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Sorting;

    #[test]
    fn every_order_of_a_few_is_put_right_and_equals_keep_theirs() {
        for code in 0..5_usize.pow(5) {
            let mut list: Vec<(usize, u32)> =
                (0..5).map(|place| (code / 5_usize.pow(place) % 5, place)).collect();
            let mut expected = list.clone();
            expected.sort_unstable();
            list.arrange_by_key(|(value, _)| *value);
            assert_eq!(list, expected);
        }
        <[u8]>::arrange(&mut []);
    }
}
