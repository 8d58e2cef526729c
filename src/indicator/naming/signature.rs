//! What names of an indicator must and may say, and how well a name agrees.

use std::sync::OnceLock;

use super::concepts::{CONCEPTS, Concepts};
use super::lexicon::{self, Said};
use crate::indicator::{INDICATORS, Indicator, Kind};
use crate::sorting::Sorting;

/// What a name of an indicator must say, may say besides, and must not say.
pub(super) struct Signature {
    indicator: usize,
    needs: Concepts,
    /// What it needs and what it may say.
    allowed: Concepts,
    but: Concepts,
}

include!(concat!(env!("OUT_DIR"), "/signatures.rs"));

/// How the sort of number a name speaks of goes with an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// It is the indicator's own.
    Own,
    /// It is the number that the indicator is a share or an average of.
    Numerator,
    /// It is another sort of number.
    Other,
}

impl Signature {
    pub(super) fn indicator(&self) -> &'static Indicator {
        &INDICATORS[self.indicator]
    }

    /// How many concepts it needs.
    pub(super) fn needed(&self) -> u32 {
        self.needs.len()
    }

    /// Whether a name that says these of its subject, under headings that say those, says all that is needed and nothing beyond.
    pub(super) fn agrees(&self, name: Concepts, headings: Concepts) -> bool {
        // "17-18 year olds" below "Care leavers in suitable accommodation" says which of them.
        let says_age_only = || !name.is_empty() && name.without(AGE_OF_LEAVERS).is_empty();
        self.needs.without(name.and(headings)).is_empty()
            && (!name.shared(self.needs).is_empty() || says_age_only())
            && name.without(self.allowed).is_empty()
    }

    /// Whether a name says nothing that names of the indicator must not say, of its subject or its sort of number.
    pub(super) fn bears(&self, name: Concepts) -> bool {
        name.shared(self.but).is_empty()
    }

    /// Whether a restriction is one of the indicator's.
    pub(super) fn allows(&self, restrictions: Concepts) -> bool {
        restrictions.without(self.allowed).is_empty()
    }

    /// How much of what is needed a name says, less what is missing and what is beyond, or `None` if it has nothing in
    /// common with the indicator.
    pub(super) fn nearness(&self, said: &Said, headings: Concepts) -> Option<i32> {
        let name = said.concepts.without(SORTS);
        let shared = name.shared(self.needs);
        if shared.is_empty() {
            return None;
        }
        let weight = |set: Concepts| set.each().map(weight).sum::<i32>();
        // "Compliments received" is near to nothing else that is received.
        let says_what = !lexicon::lexicon().subject(name).shared(shared).is_empty();
        // What is told of foster carers is near to no measure of children.
        if name.has(lexicon::CARER) && !self.allowed.has(lexicon::CARER) {
            return None;
        }
        // "A qualified worker was allocated" is; what else is told of foster carers is not.
        let goes_on = || !lexicon::lexicon().subject(name.without(self.allowed)).is_empty();
        let is_all_it_says = if name.has(lexicon::CARER) {
            said.is_understood && !goes_on()
        } else {
            said.is_understood || self.needs.len() > 1
        };
        let says_all = is_all_it_says && self.needs.without(shared).is_empty();
        if !(says_what || says_all) {
            return None;
        }
        let missing = self.needs.without(name.and(headings));
        let from_headings = self.needs.without(name).shared(headings);
        let beyond = name.without(self.allowed).and(name.shared(self.but));
        let common = name.and(headings).shared(self.allowed.without(self.needs));
        let misfit = match fit(said.concepts, self.indicator().kind) {
            Fit::Own => 0,
            Fit::Numerator => 1,
            Fit::Other => 6,
        };
        // What would be meant, were all else that is said understood, comes first.
        let whole = if missing.is_empty() && name.without(self.allowed).is_empty() { WHOLE } else { 0 };
        Some(
            whole + 10 * weight(shared) + 4 * weight(from_headings) + weight(common)
                - 6 * weight(missing)
                - 5 * weight(beyond)
                - 5 * misfit,
        )
    }
}

/// What a name is nearer to, where it says all that an indicator needs and nothing beyond; more than all concepts can tell.
const WHOLE: i32 = 1000;

/// How much a concept tells: the fewer indicators need it, the more.
fn weight(concept: u16) -> i32 {
    static WEIGHTS: OnceLock<Vec<i32>> = OnceLock::new();
    let weights = WEIGHTS.get_or_init(|| {
        let needing = |concept| SIGNATURES.iter().filter(|signature| signature.needs.has(concept)).count();
        (0..CONCEPTS)
            .map(|concept| 10 - i32::try_from(needing(concept).checked_ilog2().unwrap_or(0)).unwrap_or(0))
            .collect()
    });
    weights[usize::from(concept)]
}

/// The concepts that tell the sort of number and nothing else; "due" is of what a share is taken of.
pub(super) const SORTS: Concepts =
    Concepts::of(&[lexicon::PERCENT, lexicon::COUNT, lexicon::RATE, lexicon::DUE]);

/// The ages of care leavers, and that it is of them.
const AGE_OF_LEAVERS: Concepts = {
    use lexicon::{
        AGE_16_25, AGE_17_18, AGE_18, AGE_19_20, AGE_19_21, AGE_22, AGE_23, AGE_24, AGE_25, CARE_LEAVERS,
    };
    Concepts::of(&[
        AGE_16_25,
        AGE_17_18,
        AGE_18,
        AGE_19_20,
        AGE_19_21,
        AGE_22,
        AGE_23,
        AGE_24,
        AGE_25,
        CARE_LEAVERS,
    ])
};

/// How the sort of number that a name speaks of goes with a kind of indicator.
pub(super) fn fit(said: Concepts, kind: Kind) -> Fit {
    use lexicon::{AVERAGE, COMPLETED, COUNT, DUE, ON_TIME, PER, PER_10000, PERCENT, RATE};
    let says = |concept| said.has(concept);
    let fits = match kind {
        Kind::Share if says(PER_10000) || (says(PERCENT) && says(COUNT)) => false,
        // "Number of reviews due" is what the share of those in time is taken of.
        Kind::Share if says(COUNT) && says(DUE) && !says(ON_TIME) && !says(COMPLETED) => false,
        Kind::Share if says(COUNT) => return Fit::Numerator,
        Kind::Rate => (says(RATE) || says(PER_10000)) && !says(PERCENT),
        Kind::Count => !says(PERCENT) && !says(RATE) && !says(PER_10000) && !says(AVERAGE),
        Kind::Mean if says(PERCENT) || says(RATE) || says(PER_10000) => false,
        Kind::Mean if says(COUNT) && !says(AVERAGE) && !says(PER) => return Fit::Numerator,
        Kind::Share | Kind::Mean => true,
        Kind::Days | Kind::Score => !says(PERCENT) && !says(PER_10000) && (!says(COUNT) || says(AVERAGE)),
    };
    if fits { Fit::Own } else { Fit::Other }
}

/// The signatures that may need no more than these concepts, in their order: those whose most telling concept is among them.
pub(super) fn within(said: Concepts) -> impl Iterator<Item = &'static Signature> {
    static BY_CONCEPT: OnceLock<Vec<Vec<usize>>> = OnceLock::new();
    let by_concept = BY_CONCEPT.get_or_init(|| {
        let mut by_concept = vec![Vec::new(); usize::from(CONCEPTS)];
        for (position, signature) in SIGNATURES.iter().enumerate() {
            if let Some(concept) = signature.needs.each().max_by_key(|concept| weight(*concept)) {
                by_concept[usize::from(concept)].push(position);
            }
        }
        by_concept
    });
    let mut positions: Vec<usize> =
        said.each().flat_map(|concept| &by_concept[usize::from(concept)]).copied().collect();
    positions.arrange();
    positions.into_iter().map(|position| &SIGNATURES[position])
}

/// The signatures that need any of these concepts, in their order.
pub(super) fn needing(said: Concepts) -> impl Iterator<Item = &'static Signature> {
    static BY_CONCEPT: OnceLock<Vec<Vec<usize>>> = OnceLock::new();
    let by_concept = BY_CONCEPT.get_or_init(|| {
        let mut by_concept = vec![Vec::new(); usize::from(CONCEPTS)];
        for (position, signature) in SIGNATURES.iter().enumerate() {
            signature.needs.each().for_each(|concept| by_concept[usize::from(concept)].push(position));
        }
        by_concept
    });
    let mut positions: Vec<usize> =
        said.each().flat_map(|concept| &by_concept[usize::from(concept)]).copied().collect();
    positions.arrange();
    positions.dedup();
    positions.into_iter().map(|position| &SIGNATURES[position])
}

/// Every signature.
pub(super) fn all() -> &'static [Signature] {
    SIGNATURES
}
