//! What in the page only its developers read, left out of it: comments, indentation, and long names that the program and its
//! glue call each other by.

use anyhow::{Result, bail, ensure};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{EntityType, ImportSection, Module};
use wasmparser::{Imports, Parser, Payload};

/// A script without indentation and without the lines that are comments alone. Lines stay lines: a line may end a statement.
pub(crate) fn script(text: &str) -> Result<String> {
    let mut kept = String::with_capacity(text.len());
    let mut in_comment = false;
    for line in text.lines().map(str::trim) {
        ensure!(
            line.matches('`').count() % 2 == 0,
            "a script has a text of several lines, whose indentation would be lost: {line}"
        );
        in_comment |= line.starts_with("/*");
        if in_comment {
            in_comment = !line.ends_with("*/");
        } else if !line.is_empty() && !line.starts_with("//") {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    ensure!(!in_comment, "a comment of a script has no end, or something after its end");
    Ok(kept)
}

/// A style sheet without comments and indentation.
pub(crate) fn style(text: &str) -> Result<String> {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("/*") {
        let Some((_, after)) = comment.split_once("*/") else {
            bail!("a comment of a style sheet has no end");
        };
        kept.push_str(before);
        rest = after;
    }
    kept.push_str(rest);
    let lines = kept.lines().map(str::trim).filter(|line| !line.is_empty());
    Ok(lines.collect::<Vec<_>>().join("\n"))
}

/// The program and its glue with short names for what the one calls of the other.
pub(crate) fn imports(program: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut names = Vec::new();
    for payload in Parser::new(0).parse_all(program) {
        if let Payload::ImportSection(imports) = payload? {
            for import in imports.into_imports() {
                names.push(import?.name.to_owned());
            }
        }
    }
    let mut glue = glue.to_owned();
    for (number, name) in names.iter().enumerate() {
        let (old, new) = (format!("\n{name}:"), format!("\n{}:", short(number)));
        ensure!(glue.matches(&old).count() == 1, "the glue must define {name} once, at the start of a line");
        glue = glue.replacen(&old, &new, 1);
    }
    let mut module = Module::new();
    Renamed { next: 0 }
        .parse_core_module(&mut module, Parser::new(0), program)
        .map_err(|error| anyhow::anyhow!("the program could not be written with short names: {error}"))?;
    Ok((module.finish(), glue))
}

fn short(number: usize) -> String {
    format!("i{number}")
}

struct Renamed {
    next: usize,
}

impl Reencode for Renamed {
    type Error = std::convert::Infallible;

    fn parse_imports(
        &mut self,
        section: &mut ImportSection,
        imports: Imports<'_>,
    ) -> Result<(), Error<Self::Error>> {
        for import in imports {
            let (_, import) = import?;
            let kind: EntityType = self.entity_type(import.ty)?;
            section.import(import.module, &short(self.next), kind);
            self.next += 1;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{imports, script, style};

    #[test]
    fn scripts_lose_comments_and_indentation_alone() {
        let text =
            "/**\n * What it is.\n */\nfunction f() {\n    // Why.\n    return 'a // b';  // here\n\n}\n";
        assert_eq!(script(text).unwrap(), "function f() {\nreturn 'a // b';  // here\n}\n");
        for refused in ["x = `one\n  two`;\n", "/* open\n", "/* a */ b();\n"] {
            assert!(script(refused).is_err(), "{refused}");
        }
    }

    #[test]
    fn style_sheets_lose_comments_and_indentation_alone() {
        let text = "/* One\n   of two */\np {\n  margin: 0 /* none */ 1px;\n}\n\n";
        assert_eq!(style(text).unwrap(), "p {\nmargin: 0  1px;\n}");
        assert!(style("p { } /* open").is_err());
    }

    #[test]
    fn program_and_glue_agree_on_short_names() {
        // A program that imports two functions of the module "m".
        let program = |names: [&str; 2]| {
            let import = |name: &str| {
                [&[1, b'm', u8::try_from(name.len()).unwrap()], name.as_bytes(), &[0, 0]].concat()
            };
            let imports = [&[2], &*import(names[0]), &import(names[1])].concat();
            [
                &b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02"[..],
                &[u8::try_from(imports.len()).unwrap()],
                &imports,
            ]
            .concat()
        };
        let glue =
            |names: [&str; 2]| format!("m = {{\n{}: function() {{}},\n{}: f,\n}}\n", names[0], names[1]);
        let (long, short) = (["__wbg_log_12ab", "__wbg_log"], ["i0", "i1"]);
        assert_eq!(imports(&program(long), &glue(long)).unwrap(), (program(short), glue(short)));
        assert!(imports(&program(long), "m = {}").is_err());
    }
}
