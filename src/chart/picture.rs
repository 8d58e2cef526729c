//! A drawing as shapes, and its SVG: with classes for the page, whose style sheet knows themes, or with colours of its own for
//! a file.

use std::fmt::Write as _;

/// What a shape means, which decides its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// The council's own figures.
    Own,
    /// How sure they are.
    Band,
    /// England, or the first of other series.
    England,
    /// The region.
    Region,
    /// The statistical neighbours.
    Neighbours,
    /// A target.
    Target,
    /// Other councils.
    Others,
    /// A second part of a stack.
    Second,
    /// An unusual figure that is better.
    Good,
    /// An unusual figure that is worse.
    Poor,
    /// A council that was chosen to compare with, by its turn: the first is 0.
    Chosen(u8),
    /// Lines behind the data.
    Grid,
    /// Where a series is broken.
    Break,
    /// Words.
    Text,
    /// Words that matter less.
    Quiet,
}

impl Ink {
    /// Every ink.
    pub const ALL: [Self; 14 + COLOURS_OF_CHOSEN as usize] = [
        Self::Own,
        Self::Band,
        Self::England,
        Self::Region,
        Self::Neighbours,
        Self::Target,
        Self::Others,
        Self::Second,
        Self::Good,
        Self::Poor,
        Self::Grid,
        Self::Break,
        Self::Text,
        Self::Quiet,
        Self::Chosen(0),
        Self::Chosen(1),
        Self::Chosen(2),
        Self::Chosen(3),
        Self::Chosen(4),
    ];

    /// The class and the name of the colour in the style sheet.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Band => "band",
            Self::England => "england",
            Self::Region => "region",
            Self::Neighbours => "neighbours",
            Self::Target => "target",
            Self::Others => "others",
            Self::Second => "second",
            Self::Good => "good",
            Self::Poor => "poor",
            Self::Chosen(turn) => match turn % COLOURS_OF_CHOSEN {
                0 => "chosen-1",
                1 => "chosen-2",
                2 => "chosen-3",
                3 => "chosen-4",
                _ => "chosen-5",
            },
            Self::Grid => "grid",
            Self::Break => "break",
            Self::Text => "text",
            Self::Quiet => "quiet",
        }
    }

    /// The colour in files, on white; the same as the light theme of the page has. The palette is that of the Government
    /// Analysis Function, darkened where it has less than 3 to 1 on white.
    pub const fn colour(self) -> &'static str {
        match self {
            Self::Own | Self::Band => "#12436d",
            Self::England => "#b8470c",
            Self::Region => "#1f7a72",
            Self::Neighbours => "#801650",
            Self::Target => "#3d3d3d",
            Self::Others => "#80868a",
            Self::Second => "#7fb0e0",
            Self::Good => "#1d70b8",
            Self::Poor => "#c4500a",
            Self::Chosen(turn) => match turn % COLOURS_OF_CHOSEN {
                0 => "#6b46c1",
                1 => "#3b7a1a",
                2 => "#c2185b",
                3 => "#8a6100",
                _ => "#0074a6",
            },
            Self::Grid => "#d5d8da",
            Self::Break | Self::Quiet => "#505a5f",
            Self::Text => "#0b0c0c",
        }
    }

    /// Returns the dashes of its lines, or `None` where they are solid. Chosen councils whose colour is the same have others.
    pub const fn dashes(self) -> Option<&'static str> {
        match self {
            Self::Target | Self::Break => Some("5 4"),
            Self::Chosen(turn) => Some(match pattern_of(turn) {
                0 => "8 3",
                1 => "3 3",
                2 => "10 3 2 3",
                3 => "1.5 3",
                _ => "6 2 2 2 2 2",
            }),
            _ => None,
        }
    }

    /// Whether its points have a sign.
    pub const fn has_sign(self) -> bool {
        matches!(self, Self::Chosen(_))
    }

    /// Returns path data of the sign of a chosen council around a point, each of another shape, or `None` if it is another ink.
    pub fn sign(self, (x, y): (f64, f64)) -> Option<String> {
        let Self::Chosen(turn) = self else { return None };
        let shape = match pattern_of(turn) {
            0 => "m-3.5 -3.5h7v7h-7z",
            1 => "m0 -4.5l4.5 8h-9z",
            2 => "m0 -5l5 5l-5 5l-5 -5z",
            3 => "m0 4.5l4.5 -8h-9z",
            _ => "m-1.5 -4.5h3v3h3v3h-3v3h-3v-3h-3v-3h3z",
        };
        Some(format!("M{x:.1} {y:.1}{shape}"))
    }

    const fn width(self) -> &'static str {
        match self {
            Self::Own => "2.5",
            Self::Grid => "0.75",
            _ => "1.75",
        }
    }
}

/// As many colours as there are for councils that were chosen, and as many dashes and signs.
const COLOURS_OF_CHOSEN: u8 = 5;

/// The dashes and the sign of a chosen council: those of its colour, and others where the colours begin again.
const fn pattern_of(turn: u8) -> u8 {
    (turn % COLOURS_OF_CHOSEN + turn / COLOURS_OF_CHOSEN) % COLOURS_OF_CHOSEN
}

/// Where a text is held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Anchor {
    /// At its start.
    #[default]
    Start,
    /// In its middle.
    Middle,
    /// At its end.
    End,
}

impl Anchor {
    const fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// One shape.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// An open line along path data.
    Line(String, Ink),
    /// A filled area along path data.
    Area(String, Ink),
    /// A filled rectangle: left, top, width, height.
    Bar([f64; 4], Ink),
    /// A filled circle: where, radius.
    Dot((f64, f64), f64, Ink),
    /// Another shape, moved to the right and down.
    Moved(f64, f64, Box<Self>),
    /// Words.
    Text {
        /// Where: the height is that of the middle of the letters.
        at: (f64, f64),
        /// The words.
        text: String,
        /// Where they are held.
        anchor: Anchor,
        /// What they mean.
        ink: Ink,
        /// Whether they stand out.
        is_strong: bool,
    },
}

impl Shape {
    /// A straight line.
    pub fn straight(from: (f64, f64), to: (f64, f64), ink: Ink) -> Self {
        Self::Line(format!("M{:.1} {:.1}L{:.1} {:.1}", from.0, from.1, to.0, to.1), ink)
    }

    /// Returns the sign of an ink around a point, or `None` if it has none.
    pub fn sign(at: (f64, f64), ink: Ink) -> Option<Self> {
        Some(Self::Area(ink.sign(at)?, ink))
    }

    /// The same, moved to the right and down.
    #[must_use]
    pub fn moved(&self, right: f64, down: f64) -> Self {
        Self::Moved(right, down, Box::new(self.clone()))
    }

    /// Words that do not stand out.
    pub fn text(at: (f64, f64), text: impl Into<String>, anchor: Anchor, ink: Ink) -> Self {
        Self::Text { at, text: text.into(), anchor, ink, is_strong: false }
    }
}

/// Shapes within a frame, drawn in their order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    /// Width in its own units, about a pixel.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// The shapes.
    pub shapes: Vec<Shape>,
}

/// What a drawing is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum For<'a> {
    /// The page: classes, whose colours the theme decides. The words are the start of its ids.
    Page(&'a str),
    /// A file: colours of its own, on white.
    File,
}

impl Picture {
    /// The drawing as SVG with a title and a description.
    pub fn to_svg(&self, title: &str, description: &str, purpose: For<'_>) -> String {
        let mut svg = String::new();
        let (w, h) = (self.width, self.height);
        let _ = match purpose {
            For::Page(id) => write!(
                svg,
                "<svg role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" viewBox=\"0 0 {w} {h}\"><title \
                 id=\"{id}-title\">{}</title><desc id=\"{id}-desc\">{}</desc>",
                escaped(title),
                escaped(description)
            ),
            For::File => write!(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" \
                 font-family=\"Arial, Helvetica, sans-serif\" font-size=\"13\"><title>{}</title><desc>{}</desc><rect \
                 width=\"{w}\" height=\"{h}\" fill=\"#ffffff\"/>",
                escaped(title),
                escaped(description)
            ),
        };
        for shape in &self.shapes {
            shape.write(&mut svg, purpose);
        }
        svg.push_str("</svg>");
        svg
    }
}

impl Shape {
    fn write(&self, svg: &mut String, purpose: For<'_>) {
        let _ = match self {
            Self::Line(path, ink) => {
                let dashes = ink.dashes().map(|dashes| format!(" stroke-dasharray=\"{dashes}\""));
                let dashes = dashes.unwrap_or_default();
                let stroke = paint(*ink, "stroke", purpose);
                write!(
                    svg,
                    "<path d=\"{path}\" fill=\"none\" stroke-width=\"{}\"{dashes}{stroke}/>",
                    ink.width()
                )
            }
            Self::Area(path, ink) => {
                let pale = if *ink == Ink::Band { " fill-opacity=\"0.18\"" } else { "" };
                write!(svg, "<path d=\"{path}\"{pale}{}/>", paint(*ink, "fill", purpose))
            }
            Self::Bar([x, y, width, height], ink) => write!(
                svg,
                "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"{}/>",
                paint(*ink, "fill", purpose)
            ),
            Self::Dot((x, y), radius, ink) => {
                write!(
                    svg,
                    "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius}\"{}/>",
                    paint(*ink, "fill", purpose)
                )
            }
            Self::Moved(right, down, shape) => {
                let _ = write!(svg, "<g transform=\"translate({right:.1} {down:.1})\">");
                shape.write(svg, purpose);
                write!(svg, "</g>")
            }
            Self::Text { at: (x, y), text, anchor, ink, is_strong } => {
                let weight = if *is_strong { " font-weight=\"bold\"" } else { "" };
                // Not dominant-baseline, which programs that open SVG files do not all know.
                write!(
                    svg,
                    "<text x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"{}\"{weight}{}>{}</text>",
                    y + 4.5,
                    anchor.name(),
                    paint(*ink, "fill", purpose),
                    escaped(text)
                )
            }
        };
    }
}

fn paint(ink: Ink, what: &str, purpose: For<'_>) -> String {
    match purpose {
        For::Page(_) => format!(" class=\"{what}-{}\"", ink.name()),
        For::File => format!(" {what}=\"{}\"", ink.colour()),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
