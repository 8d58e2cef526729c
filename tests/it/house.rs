//! What holds for the source as a whole.

use crate::common::source_files;

/// What a person typed by itself is judged in one file: nothing else says which of its numbers count children.
#[test]
fn what_is_typed_is_judged_in_one_place() {
    let is_judged = |text: &str| {
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        code.map(str::trim_start).any(|line| line.starts_with("impl") && line.contains("Typed for"))
    };
    let judging: Vec<String> =
        source_files().into_iter().filter(|(_, text)| is_judged(text)).map(|(name, _)| name).collect();
    assert_eq!(judging, ["app/leaving.rs"]);
}
