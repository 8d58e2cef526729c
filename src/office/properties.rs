//! What is known of a file: its title, and for whom it is.

use super::package::{Kind, Package};
use super::xml::Xml;

/// What is known of a file. It says no date and no person: whoever made it is not asked.
#[derive(Clone, Debug, Default)]
pub(super) struct Properties {
    pub title: String,
    /// The mark of what is for internal use; empty for other files.
    pub internal: String,
}

/// Adds the properties to a file.
pub(super) fn add_properties(package: &mut Package, properties: &Properties) {
    const PATH: &str = "docProps/core.xml";
    package.relate("", "core-properties", PATH);
    let mut xml = Xml::of(
        "cp:coreProperties",
        &[
            ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ],
    );
    xml.leaf("dc:title", &[], &properties.title);
    xml.leaf("dc:subject", &[], &properties.internal);
    xml.leaf("cp:category", &[], &properties.internal);
    xml.leaf("dc:language", &[], "en-GB");
    package.add(PATH, Kind::Properties, xml.finish());
}
