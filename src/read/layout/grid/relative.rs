//! Columns that name their time by that of the one beside them: "Last quarter", "Same month last year".

use crate::period::Period;
use crate::read::meaning::{Holds, Meaning};
use crate::read::side::Side;
use crate::read::{vocabulary, when};

/// Gives columns such as "Last quarter" and "Same quarter last year" their periods, where the titles name the quarter or the
/// month that the column beside them is of.
pub(super) fn complete(all: &mut [Meaning], titled: Option<Period>, is_own: fn(&Meaning) -> bool) {
    let words = |meaning: &Meaning| vocabulary::words(&meaning.heading).join(" ");
    let Some(titled) = titled.filter(|period| !matches!(period, Period::Year(_))) else { return };
    let is_present = |meaning: &Meaning| {
        is_own(meaning) && meaning.when.is_none() && meaning.period.is_none() && meaning.words.is_empty()
    };
    let before = |meaning: &Meaning| {
        let is_past = meaning.holds == Holds::Ignored && meaning.side == Side::Own && meaning.when.is_none();
        is_past.then(|| when::before(&words(meaning), titled)).flatten()
    };
    let has_earlier = all.iter().any(|meaning| before(meaning).is_some());
    if !has_earlier || all.iter().filter(|each| is_present(each)).count() != 1 {
        return;
    }
    for meaning in all {
        if is_present(meaning) {
            meaning.period = Some(titled);
        } else if let Some(period) = before(meaning) {
            meaning.period = Some(period);
            meaning.holds = Holds::Value;
        }
    }
}
