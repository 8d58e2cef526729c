//! Word and Excel files of the JavaScript face.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

use super::scorecard::asked;
use super::{from_js, shapes};
use crate::app::leaving::released_remarks;
use crate::app::state::{Setting, State};
use crate::disclose::{Audience, disclose};
use crate::office::{self, Contents, Format};
use crate::words::face::{self as words, Misuse};

/// The bytes of a file of a scorecard. Small counts are hidden in it, and commentary that gives one is left out, unless the request
/// says that it is internal.
///
/// # Errors
/// When a figure or a choice is not known or impossible; the sentence says which.
#[wasm_bindgen(js_name = makeDocument)]
pub fn document(request: JsValue) -> Result<Uint8Array, JsError> {
    let wanted: shapes::DocumentRequest = from_js(request.clone(), words::DOCUMENT)?;
    let format = Format::by_id(&wanted.format).ok_or_else(|| {
        let formats = Format::ALL.map(|format| format.id().to_owned()).to_vec();
        Misuse::NotOneOf("format", formats, wanted.format)
    })?;
    let (figures, choices, remarks) = asked(&from_js(request, words::DOCUMENT)?)?;
    let audience = if wanted.internal == Some(true) { Audience::Council } else { Audience::Public };
    let disclosure = State::default().after(Setting::Audience(audience)).settings.disclosure;
    let disclosed = disclose(&figures, choices.council, choices.period, disclosure);
    let (commentary, _) = released_remarks(&remarks, &figures, &disclosed, disclosure);
    let contents = Contents::of(&disclosed, &choices, disclosure, &commentary);
    Ok(Uint8Array::from(office::document(&contents, format).as_slice()))
}
