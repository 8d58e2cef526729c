//! A copy of the state outside the program's memory: plain objects that hang on the element the page is drawn into.
//! `www/boot.js` hands them to the program it starts after one that failed.

use std::rc::Rc;

use js_sys::{Array, Reflect};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;
use web_sys::Element;

use crate::app::state::State;
use crate::published::Release;

/// The property of the element.
const KEPT: &str = "kept";

fn element() -> Option<Element> {
    gloo_utils::document().get_element_by_id("app")
}

fn to_js<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

fn from_js<T: DeserializeOwned>(kept: &JsValue, name: &str) -> Result<T, JsValue> {
    Ok(serde_wasm_bindgen::from_value(Reflect::get(kept, &name.into())?)?)
}

/// Keeps a state, of which only what differs from the one before is written.
pub(crate) fn keep(before: Option<&State>, now: &State) {
    // Without memory for a copy there is none; the page itself goes on.
    let _ = try_keep(before, now);
}

fn try_keep(before: Option<&State>, now: &State) -> Result<(), JsValue> {
    let Some(element) = element() else { return Ok(()) };
    let mut kept = Reflect::get(&element, &KEPT.into())?;
    let before = before.filter(|_| kept.is_object());
    if before.is_none() {
        kept = js_sys::Object::new().into();
        Reflect::set(&element, &KEPT.into(), &kept)?;
    }
    let set = |name: &str, value: &JsValue| Reflect::set(&kept, &name.into(), value).map(|_| ());
    let array = |name: &str| {
        Reflect::get(&kept, &name.into())
            .map(|value| if Array::is_array(&value) { Array::from(&value) } else { Array::new() })
    };
    // Comparing takes less time than writing what has not changed.
    if before.is_none_or(|before| !now.is_kept_alike(before)) {
        set("choices", &to_js(&now.to_kept())?)?;
    }
    let problems = now.lines.table_problems();
    if before.is_none_or(|before| !Rc::ptr_eq(before.lines.table_problems(), problems)) {
        set("problems", &to_js(&**problems)?)?;
    }
    let lines = before.map_or(&[][..], |before| before.lines.as_slice());
    if let Some(lines) = spliced(&array("lines")?, lines, now.lines.as_slice(), |line| to_js(&line.entry))? {
        set("lines", &lines)?;
    }
    let releases = before.map_or(&[][..], |before| before.published.releases());
    let release = |release: &Release| {
        Ok(Array::of2(&release.file.as_str().into(), &release.to_lines().as_str().into()).into())
    };
    if let Some(releases) = spliced(&array("releases")?, releases, now.published.releases(), release)? {
        set("releases", &releases)?;
    }
    Ok(())
}

/// What is kept of a list, with the part that changed written anew, or `None` if none did. A change is mostly one
/// stretch of the list.
fn spliced<T>(
    kept: &Array,
    before: &[Rc<T>],
    now: &[Rc<T>],
    write: impl Fn(&T) -> Result<JsValue, JsValue>,
) -> Result<Option<JsValue>, JsValue> {
    let is_same = |(before, now): &(&Rc<T>, &Rc<T>)| Rc::ptr_eq(before, now);
    let start = before.iter().zip(now).take_while(is_same).count();
    let end = before[start..].iter().rev().zip(now[start..].iter().rev()).take_while(is_same).count();
    if start == before.len() && start == now.len() {
        return Ok((before.is_empty() && kept.length() == 0).then(|| Array::new().into()));
    }
    let changed = Array::new();
    for each in &now[start..now.len() - end] {
        changed.push(&write(each)?);
    }
    let index = |position: usize| u32::try_from(position).unwrap_or(u32::MAX);
    let first = kept.slice(0, index(start));
    let last = kept.slice(index(before.len() - end), kept.length());
    Ok(Some(first.concat(&changed).concat(&last).into()))
}

/// The state that a program kept before it failed, or `None` if none did.
pub(crate) fn state() -> Option<State> {
    let element = element()?;
    let kept = Reflect::get(&element, &KEPT.into()).ok().filter(JsValue::is_object)?;
    read(&kept).map_err(|error| web_sys::console::error_1(&error)).ok()
}

fn read(kept: &JsValue) -> Result<State, JsValue> {
    let releases: Vec<(String, String)> = from_js(kept, "releases")?;
    Ok(State::started_anew(
        from_js(kept, "choices")?,
        from_js(kept, "lines")?,
        from_js(kept, "problems")?,
        releases.iter().map(|(file, lines)| Release::from_lines(file, lines)),
    ))
}
