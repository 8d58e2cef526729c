//! Paragraphs about many rows as text.

use crate::compare::Row;
use crate::indicator::Theme;
use crate::words::sentence::paragraph;

/// Paragraphs about many rows as text, under the headings of their themes.
pub fn sentences_text(title: &str, rows: &[&Row], notes: &[String]) -> String {
    let mut parts = vec![title.to_owned()];
    for theme in Theme::ALL {
        let of_theme: Vec<&Row> = rows.iter().copied().filter(|row| row.indicator.theme == theme).collect();
        if !of_theme.is_empty() {
            parts.push(format!("{}\r\n{}", theme.title(), paragraph(&of_theme)));
        }
    }
    parts.extend(notes.iter().filter(|note| !note.is_empty()).cloned());
    parts.join("\r\n\r\n") + "\r\n"
}
