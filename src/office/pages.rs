//! How the pages of a document lie, and how much room its text has.

/// How much room the text of a document has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    /// As many pages as it takes.
    Pages,
    /// One page with little on it.
    LargePage,
    /// One page: its text is small and close together.
    OnePage,
    /// One page with more on it.
    ClosePage,
    /// One page with still more on it.
    CloserPage,
    /// One page with much on it.
    FullPage,
}

impl Room {
    /// The styles, in which less room has smaller text closer together.
    pub(super) fn styles(self, usual: &str) -> String {
        let size = match self {
            Self::Pages => return usual.to_owned(),
            Self::LargePage => "w:val=\"19\"",
            Self::OnePage => "w:val=\"16\"",
            Self::ClosePage => "w:val=\"15\"",
            Self::CloserPage => "w:val=\"14\"",
            Self::FullPage => "w:val=\"13\"",
        };
        [
            ("w:val=\"22\"", size),
            ("w:val=\"18\"", size),
            ("w:val=\"20\"", size),
            ("w:before=\"60\" w:after=\"200\"", "w:before=\"20\" w:after=\"60\""),
            ("w:before=\"20\" w:after=\"20\"", "w:before=\"10\" w:after=\"10\""),
            ("w:before=\"160\" w:after=\"60\"", "w:before=\"80\" w:after=\"40\""),
            ("w:before=\"0\" w:after=\"80\"", "w:before=\"20\" w:after=\"40\""),
            (
                "w:before=\"0\" w:after=\"120\" w:line=\"264\"",
                "w:before=\"40\" w:after=\"60\" w:line=\"240\"",
            ),
        ]
        .iter()
        .fold(usual.to_owned(), |text, (usual, small)| text.replace(usual, small))
    }
}

/// How pages lie.
#[derive(Clone, Copy)]
pub(super) enum Pages {
    Upright,
    /// Upright, with narrow margins.
    Full,
    /// For wide tables.
    Landscape,
    /// For wider ones: A3.
    LargeLandscape,
}

impl Pages {
    /// The width between the margins, in twentieths of a point.
    pub(super) const fn width(self) -> u16 {
        match self {
            Self::Upright | Self::Full => 9638,
            Self::Landscape => 14570,
            Self::LargeLandscape => 21543,
        }
    }

    /// What ends the pages.
    pub(super) fn section(self) -> String {
        let size = match self {
            Self::Upright | Self::Full => "w:w=\"11906\" w:h=\"16838\"",
            Self::Landscape => "w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"",
            Self::LargeLandscape => "w:w=\"23811\" w:h=\"16838\" w:orient=\"landscape\"",
        };
        let [margin, edge] = if matches!(self, Self::Full) { [720, 340] } else { [1134, 567] };
        format!(
            "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId1\"/><w:footerReference w:type=\"default\" r:id=\"rId2\"/><w:pgSz {size}/><w:pgMar w:top=\"{margin}\" w:right=\"1134\" w:bottom=\"{margin}\" w:left=\"1134\" w:header=\"{edge}\" w:footer=\"{edge}\" w:gutter=\"0\"/></w:sectPr>"
        )
    }
}
