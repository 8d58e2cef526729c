//! The list of survivors that are known, each with the reason: `tests/mutants/ROOM.txt`.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};

/// The names in a list with their reasons: a reason is what stands behind `#` above one or more names.
pub(crate) fn explained(list: &str) -> Result<BTreeMap<String, String>> {
    let (mut reason, mut is_in_reason) = (String::new(), false);
    let mut names = BTreeMap::new();
    for (number, line) in (1..).zip(list.lines()) {
        if let Some(words) = line.strip_prefix('#') {
            if !is_in_reason {
                reason.clear();
            }
            reason.push_str(words.trim());
            is_in_reason = true;
        } else if line.trim().is_empty() {
            reason.clear();
            is_in_reason = false;
        } else {
            ensure!(!reason.is_empty(), "line {number} has no reason above it: {line}");
            ensure!(
                names.insert(line.trim().to_owned(), reason.clone()).is_none(),
                "line {number} stands there twice: {line}"
            );
            is_in_reason = false;
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::explained;

    #[test]
    fn names_are_below_their_reasons() {
        let list = "# Both are the same,\n# since nothing is below 0.\na.rs: one\na.rs: two\n\n# Other.\nb.rs: three\n";
        let found = explained(list).expect("each has a reason");
        assert_eq!(found.len(), 3);
        assert_eq!(found["b.rs: three"], "Other.");
        assert!(explained("a.rs: one\n").is_err());
        assert!(explained("# Why.\na.rs: one\n\na.rs: two\n").is_err());
        assert!(explained("# Why.\na.rs: one\na.rs: one\n").is_err());
    }
}
