//! Rows hidden in an Excel workbook, which calamine does not tell.

use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::{Archive, MAX_UNPACKED, text_of};

/// Rows, from 0, that are hidden, by the name of their sheet. What cannot be read tells nothing.
pub(super) fn rows_of_sheets(archive: &mut Archive<'_>) -> HashMap<String, Vec<usize>> {
    let mut targets = HashMap::new();
    each_element(archive, "xl/_rels/workbook.xml.rels", |element| {
        if let (Some(id), Some(target)) = (attribute(element, "Id"), attribute(element, "Target")) {
            targets.insert(id, target);
        }
    });
    let mut sheets = Vec::new();
    each_element(archive, "xl/workbook.xml", |element| {
        if element.local_name().as_ref() == "sheet"
            && let (Some(name), Some(id)) = (attribute(element, "name"), attribute(element, "id"))
        {
            sheets.push((name, id));
        }
    });
    let mut found = HashMap::new();
    for (name, id) in sheets {
        let Some(target) = targets.get(&id) else { continue };
        let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
        let mut rows = Vec::new();
        let mut next = 0;
        each_element(archive, &path, |element| {
            if element.local_name().as_ref() == "row" {
                let row = attribute(element, "r")
                    .and_then(|row| row.parse::<usize>().ok())
                    .map_or(next, |row| row.saturating_sub(1));
                next = row.saturating_add(1);
                if attribute(element, "hidden").is_some_and(|hidden| hidden == "1" || hidden == "true") {
                    rows.push(row);
                }
            }
        });
        found.insert(name, rows);
    }
    found
}

/// Calls `see` for each element that starts in a part.
fn each_element(archive: &mut Archive<'_>, part: &str, mut see: impl FnMut(&BytesStart<'_>)) {
    let Some(text) = text_of(archive, part, MAX_UNPACKED) else { return };
    let mut reader = Reader::from_str(&text);
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) => see(&element),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

/// The value of an attribute by its local name.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|each| each.key.local_name().as_ref() == name)?;
    Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}
