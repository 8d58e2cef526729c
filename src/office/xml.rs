//! XML as it is written: elements that are open, and texts that are escaped.

use quick_xml::escape::escape;

/// The first line of every part.
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// An XML text that grows. Elements are closed in the reverse order in which they were opened.
pub(super) struct Xml {
    text: String,
    open: Vec<&'static str>,
}

impl Xml {
    /// A document with its outermost element open.
    pub(super) fn of(root: &'static str, attributes: &[(&str, &str)]) -> Self {
        let mut xml = Self { text: DECLARATION.to_owned(), open: Vec::new() };
        xml.open(root, attributes);
        xml
    }

    /// What is written into another document.
    pub(super) const fn part_of_another() -> Self {
        Self { text: String::new(), open: Vec::new() }
    }

    /// Opens an element.
    pub(super) fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        self.text.push('>');
        self.open.push(name);
    }

    /// Opens several elements without attributes, one within the other.
    pub(super) fn open_all(&mut self, names: &[&'static str]) {
        for name in names {
            self.open(name, &[]);
        }
    }

    /// Closes the innermost elements that are open, so many of them.
    pub(super) fn close(&mut self, count: usize) {
        for name in self.open.drain(self.open.len().saturating_sub(count)..).rev() {
            self.text.push_str("</");
            self.text.push_str(name);
            self.text.push('>');
        }
    }

    /// An element without content.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        self.text.push_str("/>");
    }

    /// An element whose only content is the attribute `val` of its vocabulary.
    pub(super) fn val(&mut self, name: &str, value: &str) {
        let attribute = if name.starts_with("w:") { "w:val" } else { "val" };
        self.empty(name, &[(attribute, value)]);
    }

    /// An element that holds a text.
    pub(super) fn leaf(&mut self, name: &'static str, attributes: &[(&str, &str)], text: &str) {
        self.open(name, attributes);
        self.text.push_str(&escape(clean(text).as_str()));
        self.close(1);
    }

    /// XML that is written already.
    pub(super) fn raw(&mut self, xml: &str) {
        self.text.push_str(xml);
    }

    /// The whole document, with all that is open closed.
    pub(super) fn finish(self) -> Vec<u8> {
        self.into_text().into_bytes()
    }

    /// The same as text.
    pub(super) fn into_text(mut self) -> String {
        self.close(self.open.len());
        self.text
    }

    fn start(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push_str("=\"");
            self.text.push_str(&escape(clean(value).as_str()));
            self.text.push('"');
        }
    }
}

/// A text without the characters that no XML may hold, whose place spaces take.
fn clean(text: &str) -> String {
    let is_allowed = |character: char| {
        matches!(character, '\t' | '\n' | '\r')
            || (character >= ' ' && !matches!(character, '\u{FFFE}' | '\u{FFFF}'))
    };
    text.chars().map(|character| if is_allowed(character) { character } else { ' ' }).collect()
}
