//! Ranked bars with lines across them, and columns stacked over time.

use super::{Anchor, Ink, Picture, Scale, Shape, round_up};

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Its name.
    pub name: String,
    /// Its length.
    pub value: f64,
    /// The value as shown.
    pub label: String,
    /// What it stands for.
    pub ink: Ink,
}

/// Bars from top to bottom, with lines across.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bars {
    /// The bars in their order.
    pub bars: Vec<Bar>,
    /// Lines across: value, name, ink.
    pub lines: Vec<(f64, String, Ink)>,
}

const WIDTH: f64 = 640.0;
/// As wide as a telephone shows at full size.
const NARROW: f64 = 380.0;
const LETTER: f64 = 7.8;
/// The widest room for names, and as many letters as fit it.
const NAMES: (f64, usize) = (300.0, 35);
const NARROW_NAMES: (f64, usize) = (172.0, 21);
const ROW: f64 = 26.0;
/// As far apart are two lines that would cover each other.
const BESIDE: f64 = 3.0;

impl Bars {
    /// The picture of it; bars begin at 0, to the left of it for values below.
    pub fn picture(&self) -> Picture {
        self.drawn(WIDTH, NAMES)
    }

    /// The same for a narrow screen, on which letters keep their size.
    pub fn narrow(&self) -> Picture {
        self.drawn(NARROW, NARROW_NAMES)
    }

    fn drawn(&self, width: f64, (widest, letters): (f64, usize)) -> Picture {
        let longest = self.bars.iter().map(|bar| bar.name.chars().count()).max().unwrap_or(0);
        #[expect(clippy::cast_precision_loss, reason = "a few dozen letters and bars")]
        let (left, rows) = ((LETTER * longest as f64 + 16.0).min(widest), self.bars.len() as f64);
        let top = 22.0 + 16.0 * f64::from(u8::try_from(self.lines.len()).unwrap_or(u8::MAX));
        let values =
            || self.bars.iter().map(|bar| bar.value).chain(self.lines.iter().map(|(value, ..)| *value));
        let high = round_up(values().fold(0.0, f64::max));
        let lowest = values().fold(0.0, f64::min);
        let low = if lowest < 0.0 { -round_up(-lowest) } else { 0.0 };
        let scale = Scale { low, high, start: left, end: width - 64.0 };
        let bottom = top + rows * ROW;
        let mut shapes = vec![Shape::straight((scale.at(0.0), top), (scale.at(0.0), bottom), Ink::Quiet)];
        let mut middle = top + ROW / 2.0;
        for bar in &self.bars {
            let (from, to) = (scale.at(bar.value.min(0.0)), scale.at(bar.value.max(0.0)));
            let words = |at, text: &str, anchor| Shape::Text {
                at,
                text: text.to_owned(),
                anchor,
                ink: Ink::Text,
                is_strong: bar.ink == Ink::Own,
            };
            shapes.push(Shape::Bar([from, middle - 8.0, to - from, 16.0], bar.ink));
            shapes.extend(Shape::sign((to + 9.0, middle), bar.ink));
            match in_two(&bar.name, letters) {
                None => shapes.push(words((left - 8.0, middle), &bar.name, Anchor::End)),
                Some((first, rest)) => {
                    shapes.push(words((left - 8.0, middle - 6.5), first, Anchor::End));
                    shapes.push(words((left - 8.0, middle + 6.5), &shortened(rest, letters), Anchor::End));
                }
            }
            // At the edge, where no line crosses it.
            shapes.push(words((width - 8.0, middle), &bar.label, Anchor::End));
            middle += ROW;
        }
        let mut level = 10.0;
        let mut before = f64::NEG_INFINITY;
        for (value, name, ink) in &self.lines {
            // One beside the other where they would cover each other.
            let x = scale.at(*value);
            let x = if (x - before).abs() < BESIDE { before + BESIDE } else { x };
            before = x;
            shapes.push(Shape::straight((x, top - 8.0), (x, bottom), *ink));
            // Within the picture, where a long name begins left of it.
            #[expect(clippy::cast_precision_loss, reason = "a few letters")]
            let room = LETTER * name.chars().count() as f64;
            let (at, anchor) =
                if x > width * 0.6 { ((x - 4.0).max(room), Anchor::End) } else { (x + 4.0, Anchor::Start) };
            let at = if anchor == Anchor::Start { at.min((width - room).max(0.0)) } else { at };
            shapes.push(Shape::text((at, level), name.clone(), anchor, *ink));
            level += 16.0;
        }
        Picture { width, height: bottom + 10.0, shapes }
    }
}

/// Returns a name that is longer than a line in two, or `None` if it fits.
fn in_two(name: &str, most: usize) -> Option<(&str, &str)> {
    if name.chars().count() <= most {
        return None;
    }
    let mut spaces = name.match_indices(' ').rev();
    let (at, _) = spaces.find(|(at, _)| name[..*at].chars().count() <= most)?;
    Some((&name[..at], &name[at + 1..]))
}

/// A name that fits beside the bars; a longer one is cut, and whole in the table.
fn shortened(name: &str, most: usize) -> String {
    if name.chars().count() <= most {
        return name.to_owned();
    }
    let kept: String = name.chars().take(most - 1).collect();
    format!("{}\u{2026}", kept.trim_end())
}

/// One column of two parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// The lower part.
    pub first: f64,
    /// The part on top of it.
    pub second: f64,
    /// What stands above it.
    pub label: String,
}

/// Columns from left to right, each stacked of two parts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Columns {
    /// The columns in their order.
    pub columns: Vec<Column>,
    /// What the parts are: first, second.
    pub names: [String; 2],
}

impl Columns {
    /// The picture of it.
    pub fn picture(&self, number: impl Fn(f64) -> String) -> Picture {
        self.drawn(WIDTH, &number)
    }

    /// The same for a narrow screen, on which letters keep their size.
    pub fn narrow(&self, number: impl Fn(f64) -> String) -> Picture {
        self.drawn(NARROW, &number)
    }

    fn drawn(&self, width: f64, number: &dyn Fn(f64) -> String) -> Picture {
        const HEIGHT: f64 = 300.0;
        const LEFT: f64 = 64.0;
        const TOP: f64 = 52.0;
        const FLOOR: f64 = HEIGHT - 28.0;
        let top_value = self.columns.iter().map(|column| column.first + column.second).fold(0.0, f64::max);
        let scale = Scale { low: 0.0, high: round_up(top_value), start: FLOOR, end: TOP };
        let mut shapes = Vec::new();
        for tick in scale.ticks(5) {
            let y = scale.at(tick);
            shapes.push(Shape::straight((LEFT, y), (width - 8.0, y), Ink::Grid));
            shapes.push(Shape::text((LEFT - 6.0, y), number(tick), Anchor::End, Ink::Text));
        }
        #[expect(clippy::cast_precision_loss, reason = "a few columns")]
        let step = (width - 8.0 - LEFT) / self.columns.len().max(1) as f64;
        let mut middle = LEFT + step / 2.0;
        // Labels that would cover those before are left out.
        let [mut free_above, mut free_below] = [f64::NEG_INFINITY; 2];
        let fits = |text: &str, middle: f64, free_from: &mut f64| {
            #[expect(clippy::cast_precision_loss, reason = "a few letters")]
            let half = LETTER * text.chars().count() as f64 / 2.0;
            let is_free = middle - half > *free_from;
            if is_free {
                *free_from = middle + half;
            }
            is_free
        };
        for column in &self.columns {
            let (low, high) = (scale.at(column.first), scale.at(column.first + column.second));
            let (left, width) = (middle - step * 0.38, step * 0.76);
            shapes.push(Shape::Bar([left, low, width, FLOOR - low], Ink::Own));
            // A gap tells the parts apart where colours are not seen.
            shapes.push(Shape::Bar([left, high, width, (low - high - 2.0).max(0.0)], Ink::Second));
            if fits(&column.label, middle, &mut free_above) {
                shapes.push(Shape::text(
                    (middle, high - 9.0),
                    column.label.clone(),
                    Anchor::Middle,
                    Ink::Text,
                ));
            }
            if fits(&column.name, middle, &mut free_below) {
                shapes.push(Shape::text(
                    (middle, FLOOR + 14.0),
                    column.name.clone(),
                    Anchor::Middle,
                    Ink::Text,
                ));
            }
            middle += step;
        }
        // The key stands above, in the order of the parts from the top.
        let beside = if width < WIDTH { (LEFT, 28.0) } else { (LEFT + 340.0, 8.0) };
        for (name, ink, (x, y)) in
            [(&self.names[1], Ink::Second, (LEFT, 8.0)), (&self.names[0], Ink::Own, beside)]
        {
            shapes.push(Shape::Bar([x, y, 14.0, 14.0], ink));
            shapes.push(Shape::text((x + 20.0, y + 7.0), name.clone(), Anchor::Start, Ink::Text));
        }
        Picture { width, height: HEIGHT, shapes }
    }
}
