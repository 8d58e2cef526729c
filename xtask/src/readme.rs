//! The JavaScript in README is compiled against the declared types of the face.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::command::run;
use crate::single_file::TYPES;
use crate::{repository, tools};

const OPTIONS: [&str; 8] =
    ["--noEmit", "--strict", "--target", "es2022", "--module", "es2022", "--lib", "es2022,dom"];

/// Compiles each block of JavaScript in README with the declarations in `www/`.
pub(crate) fn holds_to_types() -> Result<()> {
    let top = repository::top();
    let readme = fs::read_to_string(top.join("README.md")).context("README.md could not be read")?;
    let blocks = scripts(&readme);
    ensure!(!blocks.is_empty(), "README.md shows no JavaScript");
    let folder = top.join("target").join("readme");
    fs::create_dir_all(&folder)?;
    let mut command = Command::new("node");
    command.arg(tools::typescript()?).args(OPTIONS).arg(top.join("www").join(TYPES));
    for (idx, block) in blocks.iter().enumerate() {
        let path = folder.join(format!("{idx}.ts"));
        // As a module: it may await, and its names are its own.
        fs::write(&path, format!("export {{}};\n{block}"))?;
        command.arg(Path::new("target").join("readme").join(format!("{idx}.ts")));
    }
    run(command.current_dir(top), tools::GET_NODE)
        .with_context(|| format!("README.md shows calls that www/{TYPES} does not declare"))
}

/// The blocks of a text that are marked as JavaScript.
fn scripts(markdown: &str) -> Vec<String> {
    let markdown = markdown.replace("\r\n", "\n");
    let blocks = markdown.split("```js\n").skip(1);
    blocks.filter_map(|rest| Some(rest.split_once("```")?.0.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::scripts;

    #[test]
    fn only_javascript_is_taken() {
        assert_eq!(
            scripts("```\ncargo\n```\n```js\none();\n```\ntext\n```js\ntwo();\n```\n"),
            ["one();\n", "two();\n"]
        );
    }
}
