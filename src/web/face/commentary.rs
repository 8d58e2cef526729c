//! Commentary of the JavaScript face.

use wasm_bindgen::JsError;

use super::{period_of, shapes};
use crate::app::commentary::{Commentary, personal_in_remark};
use crate::check::Context;
use crate::commentary::{Part, Remark};
use crate::compare::Row;
use crate::indicator::Measure;
use crate::report::remarked;
use crate::words::face::Misuse;

/// Commentary from JavaScript, guarded like that which is typed.
pub(super) fn remarks_in(
    given: &[shapes::CommentaryRequest],
    measure: impl Fn(&str) -> Result<Measure, JsError>,
) -> Result<Vec<Remark>, JsError> {
    let mut commentary = Commentary::default();
    for each in given {
        let measure = measure(&each.indicator)?;
        let period = each.period.as_deref().map(period_of).transpose()?;
        let of_text = each.part.as_deref().map(part_of).transpose()?.unwrap_or_default();
        let texts = [
            (of_text, &each.text),
            (Part::Showing, &each.showing),
            (Part::Why, &each.why),
            (Part::Doing, &each.doing),
            (Part::Who, &each.who),
            (Part::By, &each.by),
        ];
        for (part, text) in texts.into_iter().filter_map(|(part, text)| Some((part, text.as_ref()?))) {
            if personal_in_remark(text).is_some() {
                return Err(Misuse::PersonalCommentary(each.indicator.clone()).into());
            }
            commentary.add(&measure, period, part, text);
        }
    }
    Ok(commentary.remarks().to_vec())
}

fn part_of(id: &str) -> Result<Part, Misuse> {
    let ids = || Part::ALL.map(|part| part.id().to_owned()).to_vec();
    Part::by_id(id).ok_or_else(|| Misuse::NotOneOf("part", ids(), id.to_owned()))
}

/// What is said of a row, and what in it is not what the row shows.
pub(super) fn remark_out(row: &Row, remark: &Remark) -> shapes::Commentary {
    let text = |part| Some(remark.text(part).to_owned()).filter(|text| !text.is_empty());
    let context = Context { period: row.period, ..Context::default() };
    let doubts = remark.account().flat_map(|(part, text)| remarked(row, part, text, &context));
    shapes::Commentary {
        showing: text(Part::Showing),
        why: text(Part::Why),
        doing: text(Part::Doing),
        who: text(Part::Who),
        by: text(Part::By),
        doubts: doubts.collect(),
    }
}
