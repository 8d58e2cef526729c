//! What a name met in a table means.
//!
//! A name is not compared letter by letter. Its words are turned into concepts ([`mod@lexicon`], after [`codes`] took codes
//! and targets away and [`text`] dates), and the concepts are compared with what names of each indicator must and may say
//! ([`signature`]). A word that is not understood, a restriction the indicator does not have and a negation all leave
//! the name unsettled: the person is asked, the likeliest first. The grammar is data: `data/words.csv` and
//! `data/signatures.csv`; whole names that say less than they mean ("A10") are the aliases of `data/indicators.csv`.

mod asides;
mod codes;
mod concepts;
mod lexicon;
mod signature;
mod text;

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

pub use self::asides::{Asides, asides};

use self::concepts::Concepts;
use self::lexicon::{Said, Wording, lexicon};
use self::signature::{Fit, Signature, fit};
use super::{Good, INDICATORS, Indicator, Kind, by_id};

use crate::sorting::Sorting;

/// What a name was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// All the name says is this indicator.
    Exact(&'static Indicator),
    /// The same, once a misspelt word is put right.
    Close(&'static Indicator),
    /// The number that this share or average is of: "Number of children in foster care".
    Numerator(&'static Indicator),
    /// A name that fits several indicators, likeliest first: the person must say.
    Ambiguous(Vec<&'static Indicator>),
    /// Nothing fits; [`candidates`] gives the nearest.
    Unknown,
}

/// Finds the indicator that `name` means. `context` is what stands above it: the heading of its table, which settles
/// names shared by several indicators ("LA In-Touch" under "Care Leavers on their 17th and 18th Birthday").
pub fn match_name(name: &str, context: &str) -> Match {
    match match_whole(name, context) {
        // "Health: dental checks" stands for the rest of the name below the heading "Health".
        Match::Unknown => codes::without_theme(name)
            .map(|rest| match_whole(rest, context))
            .filter(|found| !matches!(found, Match::Ambiguous(_)))
            .or_else(|| {
                codes::without_footnote(name)
                    .map(|rest| match_whole(rest, context))
                    .filter(|found| matches!(found, Match::Exact(_)))
            })
            .unwrap_or(Match::Unknown),
        found => found,
    }
}

/// The same for all that a name says.
fn match_whole(name: &str, context: &str) -> Match {
    let headings = Headings::of(context);
    if name.len() > text::LONGEST {
        return Match::Unknown;
    }
    let borne = bearers(name).and_then(|bearers| one_of(bearers, headings.restrictions));
    // "A2" below "Q2" numbers an answer, and is no measure of the adoption scorecard.
    if codes::numbers_an_answer(name, context) {
        return Match::Unknown;
    }
    if borne.is_some() && headings.concepts.is_empty() {
        return borne.unwrap_or(Match::Unknown);
    }
    let said = lexicon().said(name);
    if let Some(found) = inside_or_outside(&said, &headings).or(borne) {
        return found;
    }
    if let Some(exact) = in_plain_words(name, context).filter(|_| !said.is_understood) {
        return Match::Exact(exact);
    }
    if !said.is_understood || said.concepts.is_empty() {
        return Match::Unknown;
    }
    let restricted = said.concepts.and(headings.restrictions);
    for from_headings in [Concepts::default(), headings.concepts] {
        let found = agreeing(restricted, from_headings);
        match found.as_slice() {
            [] => {}
            [only] => return settled(only, &said, &headings),
            several => return Match::Ambiguous(likeliest_first(several, &said, &headings)),
        }
    }
    // Under these headings it would be a part: which children are meant must be said.
    let of_all = agreeing(said.concepts, Concepts::default());
    if of_all.is_empty() {
        Match::Unknown
    } else {
        Match::Ambiguous(likeliest_first(&of_all, &said, &headings))
    }
}

/// The measure of those placed inside or outside the area, where the headings name one that is told apart so: "Out of county" below
/// "Initial health assessments within 20 working days" is not where children live.
fn inside_or_outside(said: &Said, headings: &Headings) -> Option<Match> {
    let where_placed = said.concepts.shared(const { Concepts::of(&[lexicon::INSIDE, lexicon::OUTSIDE]) });
    if where_placed.is_empty() || !said.is_understood {
        return None;
    }
    match agreeing(said.concepts, headings.concepts).as_slice() {
        [only] if only.needed() > 1 => Some(settled(only, said, headings)),
        _ => None,
    }
}

/// The indicator that stands in brackets behind a name in plain words: "Children see their social worker (visits on time)". The plain
/// words must say nothing that it is not about.
fn in_plain_words(name: &str, context: &str) -> Option<&'static Indicator> {
    let (plain, exact) = name.trim().strip_suffix(')')?.split_once('(')?;
    if text::tells_change(plain) {
        return None;
    }
    let Match::Exact(indicator) = match_name(exact, context) else { return None };
    let plain = lexicon().said(plain);
    let mut own = signature::all().iter().filter(|signature| signature.indicator().index == indicator.index);
    // A bracket that only says whom a number is of names no measure.
    let is_of_same = plain.others.is_empty() && own.any(|signature| signature.allows(plain.concepts));
    (is_of_same && indicator.kind != Kind::Count).then_some(indicator)
}

/// What sort of number a sentence states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stated {
    /// A percentage.
    Percentage,
    /// A whole number without a unit.
    Whole,
    /// A number per 10,000.
    Rate,
    /// A number with decimals and no unit.
    Other,
}

/// What a part of a sentence says of a number that it states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// What it was taken for.
    pub found: Match,
    /// Whether it says anything that names of indicators are made of.
    pub says_something: bool,
    /// Whether every word of it was understood.
    pub is_understood: bool,
    /// Whether what it leaves unsaid was taken from what was told before.
    pub is_from_before: bool,
}

/// Finds the indicator that a part of a sentence speaks of, where it states such a number. What it leaves unsaid is taken
/// from `before`, what the sentence told of just before, or else from the heading above.
pub(crate) fn match_phrase(phrase: &str, stated: Stated, before: &str, heading: &str) -> Phrase {
    let mut said = lexicon().said_in(phrase, Wording::Sentence);
    let says_something = !said.concepts.without(const { Concepts::of(&[lexicon::PLACE]) }).is_empty();
    let unknown = |is_understood| Phrase {
        found: Match::Unknown,
        says_something,
        is_understood,
        is_from_before: false,
    };
    if !says_something || !said.is_understood {
        return unknown(said.is_understood && says_something);
    }
    if stated == Stated::Percentage {
        // "The number of children in foster care has fallen to 71%."
        said.concepts = said.concepts.without(const { Concepts::of(&[lexicon::COUNT]) });
    }
    said.concepts = said.concepts.and(sort_of(stated, said.concepts));
    let is_sort = |indicator: &Indicator| match stated {
        Stated::Percentage => indicator.kind == Kind::Share,
        Stated::Rate => indicator.kind == Kind::Rate,
        Stated::Whole | Stated::Other => indicator.kind == Kind::Count,
    };
    if let Some(found @ Match::Exact(indicator)) =
        bearers(phrase).and_then(|bearers| one_of(bearers, Headings::of(heading).restrictions))
        && is_sort(indicator)
    {
        return Phrase { found, says_something, is_understood: true, is_from_before: false };
    }
    let headings = Headings::of(heading);
    let restricted = said.concepts.and(headings.restrictions);
    let before = lexicon().said_in(before, Wording::Sentence).concepts;
    let mut ambiguous = None;
    for (at, left_unsaid) in [Concepts::default(), before, headings.concepts].into_iter().enumerate() {
        // "58% of those aged 19 to 21 are in work and 91% in suitable accommodation": of the same age.
        // What else was told, "those of 19 to 21 in custody", may hold too: then it is not said.
        let is_told = || !agreeing(left_unsaid, Concepts::default()).is_empty();
        let restricted = if at == 1 && is_told() { restricted.and(one_age(left_unsaid)) } else { restricted };
        let found = agreeing(restricted, left_unsaid);
        let found = match found.as_slice() {
            [] => continue,
            [only] => settled(only, &said, &headings),
            // What it leaves unsaid may say which of them.
            several => {
                ambiguous = ambiguous.or_else(|| Some(likeliest_first(several, &said, &headings)));
                continue;
            }
        };
        return Phrase { found, says_something, is_understood: true, is_from_before: at == 1 };
    }
    ambiguous
        .map_or_else(|| unknown(true), |several| Phrase { found: Match::Ambiguous(several), ..unknown(true) })
}

/// What a number says of its sort, beside the words around it.
fn sort_of(stated: Stated, said: Concepts) -> Concepts {
    use lexicon::{AVERAGE, COUNT, PER, PER_10000, PERCENT, RATE};
    let is_measured = !said.shared(const { Concepts::of(&[AVERAGE, PER, PER_10000, RATE]) }).is_empty();
    match stated {
        Stated::Percentage => const { Concepts::of(&[PERCENT]) },
        Stated::Rate => const { Concepts::of(&[PER_10000]) },
        Stated::Whole if !is_measured => const { Concepts::of(&[COUNT]) },
        Stated::Whole | Stated::Other => Concepts::default(),
    }
}

/// Whether a word is one that names of indicators are made of.
pub(crate) fn knows_word(word: &str) -> bool {
    text::words(word).iter().all(|word| lexicon().knows(word))
}

/// The indicators that have most in common with what a name says, likeliest first, at most `limit`. A name that tells of what was
/// not done is never near to a measure of what was.
pub fn candidates(name: &str, context: &str, limit: usize) -> Vec<&'static Indicator> {
    nearest(&lexicon().said(name), context, limit)
}

/// The same for a part of a sentence, in which no word is corrected.
pub(crate) fn candidates_in_sentence(phrase: &str, context: &str, limit: usize) -> Vec<&'static Indicator> {
    nearest(&lexicon().said_in(phrase, Wording::Sentence), context, limit)
}

fn nearest(said: &Said, context: &str, limit: usize) -> Vec<&'static Indicator> {
    let headings = Headings::of(context);
    let mut best: Vec<(i32, &'static Indicator)> = Vec::new();
    for signature in signature::needing(said.concepts.without(signature::SORTS)) {
        let Some(nearness) = signature.nearness(said, headings.concepts) else { continue };
        let indicator = signature.indicator();
        // "Late visits" is the opposite of the visits in time, which would take its number for good.
        if said.is_opposite() && indicator.good != Good::Low {
            continue;
        }
        match best.iter_mut().rfind(|(_, other)| other.index == indicator.index) {
            Some((known, _)) => *known = nearness.max(*known),
            None => best.push((nearness, indicator)),
        }
    }
    best.retain(|(nearness, _)| *nearness > 0);
    best.arrange_by_key(|(nearness, _)| std::cmp::Reverse(*nearness));
    best.into_iter().take(limit).map(|(_, indicator)| indicator).collect()
}

/// The indicator of all pupils that measures what this one does of those in care, or `None` if there is none.
pub(crate) fn of_all_pupils(indicator: &Indicator) -> Option<&'static Indicator> {
    static OF_ALL: OnceLock<FxHashMap<usize, &'static Indicator>> = OnceLock::new();
    let of_all = OF_ALL.get_or_init(|| {
        let of_pupils = INDICATORS.iter().filter(|each| is_of_all_pupils(each));
        of_pupils.filter_map(|all| Some((by_id(all.id.strip_suffix(ALL_PUPILS)?)?.index, all))).collect()
    });
    of_all.get(&indicator.index).copied()
}

/// Whether an indicator is of all pupils, to compare those in care with.
pub(crate) fn is_of_all_pupils(indicator: &Indicator) -> bool {
    indicator.id.ends_with(ALL_PUPILS)
}

/// What the id of an indicator of all pupils ends with.
const ALL_PUPILS: &str = "-all-pupils";

/// Whether a title says that a text is about children in care.
pub(crate) fn speaks_of_care(title: &str) -> bool {
    lexicon().said(title).concepts.has(lexicon::CIC)
}

/// Whether a name or heading says that its numbers are percentages, and nothing else.
pub fn says_percent(name: &str) -> bool {
    let said = lexicon().said(name).concepts;
    said.has(lexicon::PERCENT) && !said.has(lexicon::COUNT)
}

/// What the headings above a name say.
struct Headings {
    concepts: Concepts,
    /// The concepts that restrict whom every figure below is of.
    restrictions: Concepts,
}

impl Headings {
    fn of(context: &str) -> Self {
        use lexicon::{
            ALL_PUPILS, CARE_LEAVERS, CARER, CHILD_PROTECTION, CIC, EXPECTED, FOSTER, INSIDE, KS2,
            LEGAL_STATUS, NOT_UASC, OUTSIDE, PROGRESS, UASC,
        };
        if context.is_empty() {
            return Self { concepts: Concepts::default(), restrictions: Concepts::default() };
        }
        let concepts = lexicon().said(context).concepts;
        let mut restrictions =
            concepts.shared(const { Concepts::of(&[OUTSIDE, INSIDE, ALL_PUPILS, LEGAL_STATUS]) });
        restrictions = restrictions.and(one_age(concepts));
        if concepts == const { Concepts::of(&[FOSTER, CARER]) } {
            restrictions = restrictions.with(CARER);
        }
        // "Reading" below "Progress from Key Stage 1 to Key Stage 2" is not the share that reached the standard.
        if concepts.has(KS2) && concepts.has(PROGRESS) && !concepts.has(EXPECTED) {
            restrictions = restrictions.with(PROGRESS);
        }
        if !concepts.has(CIC) {
            restrictions = restrictions.and(
                concepts.shared(const { Concepts::of(&[UASC, NOT_UASC, CHILD_PROTECTION, CARE_LEAVERS]) }),
            );
        }
        Self { concepts, restrictions }
    }
}

/// The ages of care leavers among concepts; those of several groups restrict to none of them.
fn one_age(concepts: Concepts) -> Concepts {
    use lexicon::{AGE_16_25, AGE_17_18, AGE_19_21, AGE_22, AGE_23, AGE_24, AGE_25};
    const AGES: Concepts = Concepts::of(&[AGE_17_18, AGE_19_21, AGE_16_25, AGE_22, AGE_23, AGE_24, AGE_25]);
    let ages = concepts.shared(AGES);
    if ages.len() == 1 { ages } else { Concepts::default() }
}

/// The signatures a name agrees with: of several, those that need most; of a number and a share of the same children
/// the number, unless the name speaks of a percentage.
fn agreeing(name: Concepts, headings: Concepts) -> Vec<&'static Signature> {
    let subject = name.without(signature::SORTS);
    let mut found: Vec<&Signature> = signature::within(subject.and(headings))
        .filter(|signature| signature.agrees(subject, headings))
        .filter(|signature| fit(name, signature.indicator().kind) != Fit::Other)
        .filter(|signature| signature.bears(name))
        .collect();
    let most = found.iter().map(|signature| signature.needed()).max();
    found.retain(|signature| Some(signature.needed()) == most);
    if found.iter().any(|signature| signature.indicator().kind == Kind::Count) {
        found.retain(|signature| signature.indicator().kind == Kind::Count);
    }
    found.dedup_by_key(|signature| signature.indicator().index);
    found
}

fn likeliest_first(signatures: &[&Signature], said: &Said, headings: &Headings) -> Vec<&'static Indicator> {
    let mut signatures = signatures.to_vec();
    signatures.arrange_by_key(|signature| std::cmp::Reverse(signature.nearness(said, headings.concepts)));
    signatures.iter().map(|signature| signature.indicator()).collect()
}

fn settled(signature: &Signature, said: &Said, headings: &Headings) -> Match {
    let indicator = signature.indicator();
    // "Pupils with an EHC plan": those in care, or all of them?
    let names_pupils_only = said.concepts.has(lexicon::PUPIL)
        && !said.concepts.has(lexicon::ALL_PUPILS)
        // The pupils of a virtual school are those in care.
        && said.concepts.and(headings.concepts).shared(const { Concepts::of(&[lexicon::CIC, lexicon::VIRTUAL_SCHOOL]) }).is_empty();
    if names_pupils_only && let Some(all) = of_all_pupils(indicator) {
        return Match::Ambiguous(vec![indicator, all]);
    }
    match fit(said.concepts, indicator.kind) {
        Fit::Numerator => Match::Numerator(indicator),
        _ if said.is_corrected => Match::Close(indicator),
        _ => Match::Exact(indicator),
    }
}

/// The indicators that have this whole name: their identifier, title or an alias, up to case and punctuation.
fn bearers(name: &str) -> Option<&'static [usize]> {
    static BEARERS: OnceLock<FxHashMap<Vec<String>, Vec<usize>>> = OnceLock::new();
    let all = BEARERS.get_or_init(|| {
        let mut bearers: FxHashMap<Vec<String>, Vec<usize>> = FxHashMap::default();
        for indicator in INDICATORS {
            for name in [&*indicator.id, &*indicator.title].iter().chain(indicator.aliases) {
                let holders = bearers.entry(text::words(name)).or_default();
                if !holders.contains(&indicator.index) {
                    holders.push(indicator.index);
                }
            }
        }
        bearers
    });
    all.get(&text::words(name)).map(Vec::as_slice)
}

/// Whether a text is the whole name of an indicator, perhaps with a percent sign: "Progress 8 score", "SW turnover (%)".
pub(crate) fn is_whole_name(text: &str) -> bool {
    let text = text.trim().trim_end_matches("(%)").trim_matches([' ', '%']);
    text.len() <= text::LONGEST && bearers(text).is_some()
}

/// Of indicators that share a name, the one the headings leave, or `None` if they leave none.
fn one_of(bearers: &[usize], restrictions: Concepts) -> Option<Match> {
    let allows = |index: &&usize| {
        let mut own = signature::all().iter().filter(|signature| signature.indicator().index == **index);
        own.any(|signature| signature.allows(restrictions))
    };
    let left: Vec<usize> = bearers.iter().filter(allows).copied().collect();
    match left.as_slice() {
        [] => None,
        [only] => Some(Match::Exact(&INDICATORS[*only])),
        several => Some(Match::Ambiguous(several.iter().map(|index| &INDICATORS[*index]).collect())),
    }
}
