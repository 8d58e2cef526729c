//! The style sheets that index.html links, joined in its order.

use anyhow::{Context, Result, bail};

const LINK: &str = "<link rel=\"stylesheet\" href=\"www/styles/";
/// Marks the link of the sheet of dark colours.
const DARK: &str = " data-theme=\"dark\"";

/// The names of the linked sheets, in order, and whether each holds only where dark is asked for.
pub(crate) fn linked(html: &str) -> Result<Vec<Sheet<'_>>> {
    let lines = html.lines().filter_map(|line| line.trim_end().strip_prefix(LINK));
    lines
        .map(|rest| {
            let (name, after) = rest.split_once('"').context("a link to a style sheet has no end")?;
            let when = match after.strip_suffix('>') {
                Some("") => When::Always,
                Some(DARK) => When::Dark,
                _ => bail!("the link to {name} says `{after}`, which is not known"),
            };
            Ok(Sheet { name, when })
        })
        .collect()
}

/// A linked style sheet.
pub(crate) struct Sheet<'a> {
    /// Its file in `www/styles`.
    pub(crate) name: &'a str,
    pub(crate) when: When,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    Always,
    /// Where the device asks for dark or the person chose it; never on paper.
    Dark,
}

impl When {
    /// The text of a sheet as it stands in the page. A dark sheet has one rule, for `:root`, which is written once for
    /// the device's wish and once for the person's choice.
    pub(crate) fn apply(self, text: &str) -> Result<String> {
        match self {
            Self::Always => Ok(text.to_owned()),
            Self::Dark => {
                let [before, rule] = text.split(":root").collect::<Vec<_>>()[..] else {
                    bail!("a sheet of dark colours has one rule, for :root");
                };
                let of = |media, root| format!("@media {media} {{\n{root}{}\n}}\n", rule.trim_end());
                let device =
                    of("screen and (prefers-color-scheme: dark)", ":root:not([data-theme=\"light\"])");
                Ok(format!("{before}{device}{}", of("screen", ":root[data-theme=\"dark\"]")))
            }
        }
    }
}

/// The page with one place for all its style sheets instead of the links.
pub(crate) fn with_place(html: &str, place: &str) -> Result<String> {
    let mut placed = false;
    let mut page = String::with_capacity(html.len());
    for line in html.split_inclusive('\n') {
        if !line.starts_with(LINK) {
            page.push_str(line);
        } else if !placed {
            placed = true;
            page.push_str(place);
            page.push('\n');
        }
    }
    if placed { Ok(page) } else { bail!("index.html links no style sheet") }
}

#[cfg(test)]
mod tests {
    use super::{When, linked, with_place};

    const HTML: &str = "<head>\n<link rel=\"stylesheet\" href=\"www/styles/a.css\">\n\
        <link rel=\"stylesheet\" href=\"www/styles/b.css\" data-theme=\"dark\">\n</head>\n";

    #[test]
    fn links_are_read_in_order_and_give_way_to_one_place() {
        let sheets = linked(HTML).unwrap();
        let of: Vec<_> = sheets.iter().map(|sheet| (sheet.name, sheet.when == When::Dark)).collect();
        assert_eq!(of, [("a.css", false), ("b.css", true)]);
        assert_eq!(with_place(HTML, "<style></style>").unwrap(), "<head>\n<style></style>\n</head>\n");
        assert!(linked(&HTML.replace("data-theme", "media")).is_err());
        assert!(with_place("<head></head>", "").is_err());
    }

    #[test]
    fn dark_colours_hold_where_the_device_or_the_person_asks_for_them() {
        let sheet = When::Dark.apply("/* Dark */\n:root {\n  --text: white;\n}\n").unwrap();
        assert_eq!(
            sheet,
            "/* Dark */\n@media screen and (prefers-color-scheme: dark) {\n:root:not([data-theme=\"light\"]) {\n  \
             --text: white;\n}\n}\n@media screen {\n:root[data-theme=\"dark\"] {\n  --text: white;\n}\n}\n"
        );
        assert!(When::Dark.apply("p { margin: 0 }").is_err());
    }
}
