//! What a saved page keeps, as somebody may have changed it: it opens, and the figures that may be published of it stay
//! the same when they are published again.
#![no_main]

use corporate_parenting_calculator::app::saved::page::Saved;
use corporate_parenting_calculator::app::state::State;
use libfuzzer_sys::fuzz_target;

fn published(state: &State) -> Option<serde_json::Value> {
    let copy = serde_json::to_value(state.publishable_copy().into_inner()).ok()?;
    copy.pointer("/publishable/figures").cloned()
}

fuzz_target!(|text: &str| {
    let Ok(saved) = serde_json::from_str::<Saved>(text) else { return };
    let state = State::restored(saved);
    let _ = (state.private_copy(), state.to_kept());
    let again = State::restored(state.publishable_copy().into_inner());
    assert_eq!(published(&again), published(&state));
});
