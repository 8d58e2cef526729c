//! The container of an Office file: parts, what kind each is, and which uses which, in a ZIP archive.
//!
//! Source: ECMA-376 part 2, Open Packaging Conventions; PKWARE, APPNOTE.TXT.

use miniz_oxide::deflate::compress_to_vec;

use super::xml::Xml;

use crate::sorting::Sorting;

const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const CONTENT_TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
/// The beginning of the names of kinds of relationships and parts.
const OFFICE_RELATIONSHIP: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const OPENXML: &str = "application/vnd.openxmlformats-officedocument.";

const THEME: &str = include_str!("parts/theme.xml");

/// The parts of an Office file.
#[derive(Default)]
pub(super) struct Package {
    parts: Vec<Part>,
    relationships: Vec<Relationship>,
}

struct Part {
    /// Its path, without a stroke in front.
    path: String,
    kind: Kind,
    bytes: Vec<u8>,
}

/// What a part holds.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// A vocabulary of Office: the rest of its name.
    Office(&'static str),
    /// The title and what else is known of the file.
    Properties,
    /// A workbook within the file.
    Workbook,
}

struct Relationship {
    /// The path of the part that uses another; empty for the file.
    from: String,
    kind: &'static str,
    target: String,
}

/// Adds the colours and fonts of a file, whose main part uses them.
pub(super) fn add_theme(package: &mut Package, main: &str) {
    let folder = main.split('/').next().unwrap_or_default();
    package.relate(main, "theme", "theme/theme1.xml");
    package.add(&format!("{folder}/theme/theme1.xml"), Kind::Office("theme"), THEME.as_bytes().to_vec());
}

impl Package {
    /// Adds a part.
    pub(super) fn add(&mut self, path: &str, kind: Kind, bytes: Vec<u8>) {
        self.parts.push(Part { path: path.to_owned(), kind, bytes });
    }

    /// Says that a part uses another, and returns the name by which it does. The target is seen from the part's folder.
    pub(super) fn relate(&mut self, from: &str, kind: &'static str, target: &str) -> String {
        self.relationships.push(Relationship { from: from.to_owned(), kind, target: target.to_owned() });
        let count = self.relationships.iter().filter(|each| each.from == from).count();
        format!("rId{count}")
    }

    /// The file.
    pub(super) fn into_bytes(mut self) -> Vec<u8> {
        let mut froms: Vec<String> = self.relationships.iter().map(|each| each.from.clone()).collect();
        froms.arrange();
        froms.dedup();
        let mut archive = Archive::default();
        archive.add("[Content_Types].xml", &self.content_types());
        for from in froms {
            archive.add(&relationships_path(&from), &self.relationships_of(&from));
        }
        for part in self.parts.drain(..) {
            archive.add(&part.path, &part.bytes);
        }
        archive.finish()
    }

    fn content_types(&self) -> Vec<u8> {
        let mut xml = Xml::of("Types", &[("xmlns", CONTENT_TYPES)]);
        let relationships = "application/vnd.openxmlformats-package.relationships+xml";
        let workbook = format!("{OPENXML}spreadsheetml.sheet");
        for (ending, kind) in
            [("rels", relationships), ("xml", "application/xml"), ("xlsx", workbook.as_str())]
        {
            xml.empty("Default", &[("Extension", ending), ("ContentType", kind)]);
        }
        for part in &self.parts {
            let kind = match part.kind {
                Kind::Office(name) => format!("{OPENXML}{name}+xml"),
                Kind::Properties => "application/vnd.openxmlformats-package.core-properties+xml".to_owned(),
                Kind::Workbook => continue,
            };
            xml.empty("Override", &[("PartName", &format!("/{}", part.path)), ("ContentType", &kind)]);
        }
        xml.finish()
    }

    fn relationships_of(&self, from: &str) -> Vec<u8> {
        let mut xml = Xml::of("Relationships", &[("xmlns", RELATIONSHIPS)]);
        for (index, each) in self.relationships.iter().filter(|each| each.from == from).enumerate() {
            let kind = match each.kind {
                "core-properties" => format!(
                    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/{}",
                    each.kind
                ),
                kind => format!("{OFFICE_RELATIONSHIP}{kind}"),
            };
            let id = format!("rId{}", index + 1);
            xml.empty("Relationship", &[("Id", &id), ("Type", &kind), ("Target", &each.target)]);
        }
        xml.finish()
    }
}

/// Where the relationships of a part are: `xl/_rels/workbook.xml.rels`.
fn relationships_path(from: &str) -> String {
    let (folder, name) = from.rsplit_once('/').unwrap_or(("", from));
    let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    format!("{folder}_rels/{name}.rels")
}

/// A ZIP archive. The `zip` crate would write it, too, but brings a second packer that makes the page 40 kB larger.
#[derive(Default)]
struct Archive {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    count: u16,
}

impl Archive {
    /// The level at which parts are packed, of 10.
    const LEVEL: u8 = 6;

    fn add(&mut self, path: &str, content: &[u8]) {
        let packed = compress_to_vec(content, Self::LEVEL);
        let mut header = Vec::new();
        // Version 2.0, names in UTF-8, deflated, at the earliest time there is: 1 January 1980.
        put(&mut header, &[20, 0x0800, 8, 0, 0x21]);
        put_long(&mut header, &[crc32fast::hash(content), size(packed.len()), size(content.len())]);
        put(&mut header, &[length(path.len()), 0]);
        put_long(&mut self.directory, &[0x0201_4B50]);
        put(&mut self.directory, &[20]);
        self.directory.extend_from_slice(&header);
        put(&mut self.directory, &[0, 0, 0]);
        put_long(&mut self.directory, &[0, size(self.bytes.len())]);
        self.directory.extend_from_slice(path.as_bytes());
        put_long(&mut self.bytes, &[0x0403_4B50]);
        self.bytes.extend_from_slice(&header);
        self.bytes.extend_from_slice(path.as_bytes());
        self.bytes.extend_from_slice(&packed);
        self.count += 1;
    }

    fn finish(mut self) -> Vec<u8> {
        let (start, count) = (size(self.bytes.len()), self.count);
        self.bytes.extend_from_slice(&self.directory);
        put_long(&mut self.bytes, &[0x0605_4B50]);
        put(&mut self.bytes, &[0, 0, count, count]);
        put_long(&mut self.bytes, &[size(self.directory.len()), start]);
        put(&mut self.bytes, &[0]);
        self.bytes
    }
}

fn put(bytes: &mut Vec<u8>, numbers: &[u16]) {
    bytes.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
}

fn put_long(bytes: &mut Vec<u8>, numbers: &[u32]) {
    bytes.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
}

/// A size of an archive; what is read is limited far below its limits.
fn size(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn length(length: usize) -> u16 {
    u16::try_from(length).unwrap_or(u16::MAX)
}
