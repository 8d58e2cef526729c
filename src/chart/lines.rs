//! Lines over time or along a scale, with a band, marks and labels at their ends.

use super::{Anchor, Axes, Frame, Ink, Picture, Shape};

use crate::sorting::Sorting;

/// One line, which may be broken into runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its name, set beside its end; empty for none.
    pub name: String,
    /// What it stands for.
    pub ink: Ink,
    /// Runs of points from left to right, not joined with each other.
    pub runs: Vec<Vec<(f64, f64)>>,
}

/// One marked point with its label.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Where.
    pub at: (f64, f64),
    /// How sure it is: from, to.
    pub whisker: Option<(f64, f64)>,
    /// What it stands for.
    pub ink: Ink,
    /// Its label; empty for none.
    pub label: String,
}

/// What a chart of lines shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lines {
    /// The lines, the most important last.
    pub lines: Vec<Line>,
    /// A band of outcomes: x, low, high.
    pub band: Vec<(f64, f64, f64)>,
    /// Marked points.
    pub marks: Vec<Mark>,
    /// Where series are broken.
    pub breaks: Vec<f64>,
    /// Labels along the bottom; round numbers where there are none.
    pub x_labels: Vec<(f64, String)>,
    /// What the bottom axis is.
    pub x_title: String,
    /// What follows a number of the left axis: `%`.
    pub unit: &'static str,
    /// Whether each point of the council's own line has a dot.
    pub has_dots: bool,
    /// Whether the left axis may begin above 0, where everything lies far above it.
    pub may_be_cut: bool,
}

/// Distance of labels from each other.
const LINE_HEIGHT: f64 = 16.0;
const HEIGHT: f64 = 300.0;
const WIDTH: f64 = 640.0;
/// As wide as a telephone shows at full size.
const NARROW: f64 = 380.0;
/// About the width of a letter, and of a bold one.
const LETTER: f64 = 7.6;
const BOLD_LETTER: f64 = 8.7;
/// The room of a sign before a name.
const SIGN: f64 = 14.0;
/// The widest room for names beside the ends of lines.
const WIDEST_NAMES: f64 = 240.0;

impl Lines {
    /// The picture of it. The value axis begins at 0, unless it may not and all values lie in the upper half.
    pub fn picture(&self, number: impl Fn(f64) -> String) -> Picture {
        self.drawn(WIDTH, &number)
    }

    /// The same for a narrow screen, on which letters keep their size.
    pub fn narrow(&self, number: impl Fn(f64) -> String) -> Picture {
        self.drawn(NARROW, &number)
    }

    fn drawn(&self, width: f64, number: &dyn Fn(f64) -> String) -> Picture {
        let room = WIDEST_NAMES.min(width * 0.5);
        let newest = self.newest().filter(|newest| self.width_of_names(Some(*newest)) <= room);
        let right = self.width_of_names(newest).min(room);
        let frame = Frame { width, height: HEIGHT, left: 52.0, right, top: 16.0, bottom: 46.0 };
        let of_lines = self.lines.iter().flat_map(|line| line.runs.iter().flatten().copied());
        let of_band = self.band.iter().flat_map(|(x, low, high)| [(*x, *low), (*x, *high)]);
        let of_marks = self.marks.iter().flat_map(|mark| {
            let (low, high) = mark.whisker.unwrap_or((mark.at.1, mark.at.1));
            [(mark.at.0, low), (mark.at.0, high)]
        });
        let points = || of_lines.clone().chain(of_band.clone()).chain(of_marks.clone());
        let highest = points().map(|(_, y)| y).fold(f64::NEG_INFINITY, f64::max);
        let axes_in = |frame: Frame| {
            let mut axes = Axes::holding(frame, points());
            if let Some(low) = self.cut_at() {
                axes.begin_at(low, highest);
            }
            axes
        };
        // As much room on the left as the longest number takes.
        let ticks = axes_in(frame).y.ticks(5);
        let letters =
            ticks.iter().map(|tick| number(*tick).chars().count() + self.unit.len()).max().unwrap_or(0);
        #[expect(clippy::cast_precision_loss, reason = "a few letters")]
        let axes = axes_in(Frame { left: 16.0 + LETTER * letters as f64, ..frame });
        let mut shapes = self.axes(&axes, number);
        if !self.band.is_empty() {
            shapes.push(Shape::Area(axes.area(&self.band), Ink::Band));
        }
        for line in &self.lines {
            for run in &line.runs {
                shapes.push(Shape::Line(axes.line(run.iter().copied()), line.ink));
                let at = |(x, y): &(f64, f64)| (axes.x.at(*x), axes.y.at(*y));
                let signs = run.iter().filter_map(|point| Shape::sign(at(point), line.ink));
                let drawn = shapes.len();
                shapes.extend(signs);
                // A point alone makes no line.
                let has_dots = self.has_dots && line.ink == Ink::Own;
                let is_alone = run.len() == 1 && shapes.len() == drawn;
                let dots = if has_dots || is_alone { &run[..] } else { &[] };
                shapes.extend(dots.iter().map(|point| Shape::Dot(at(point), 3.0, line.ink)));
            }
        }
        for (at, mark) in self.marks.iter().enumerate() {
            shapes.extend(self.mark(&axes, mark, if newest == Some(at) { "" } else { &mark.label }));
        }
        shapes.extend(self.names(&axes, newest));
        Picture { width, height: HEIGHT, shapes }
    }

    /// Returns the labelled mark at the end of the council's own line, whose label can stand behind the line's name, or `None` if there
    /// is none.
    fn newest(&self) -> Option<usize> {
        let own = self.lines.iter().rfind(|line| line.ink == Ink::Own && !line.name.is_empty())?;
        let end = own.runs.iter().flatten().next_back()?;
        self.marks.iter().position(|mark| mark.at == *end && !mark.label.is_empty())
    }

    /// What stands beside the end of a line: its name, and what is marked there where it is the own one.
    fn beside(&self, line: &Line, newest: Option<usize>) -> String {
        match newest {
            Some(at) if line.ink == Ink::Own => format!("{} {}", line.name, self.marks[at].label),
            _ => line.name.clone(),
        }
    }

    /// The room that the names beside the ends of lines take.
    fn width_of_names(&self, newest: Option<usize>) -> f64 {
        let width = |line: &Line| {
            let letter = if line.ink == Ink::Own { BOLD_LETTER } else { LETTER };
            #[expect(clippy::cast_precision_loss, reason = "a few dozen letters")]
            let letters = self.beside(line, newest).chars().count() as f64;
            letter * letters + if line.ink.has_sign() { SIGN } else { 0.0 }
        };
        let named = self.lines.iter().filter(|line| !line.name.is_empty());
        named.map(width).reduce(f64::max).map_or(16.0, |longest| 14.0 + longest)
    }

    /// Returns where the left axis begins, at a round value below everything drawn, or `None` if it begins at 0.
    pub fn cut_at(&self) -> Option<f64> {
        let of_lines = self.lines.iter().flat_map(|line| line.runs.iter().flatten().map(|(_, y)| *y));
        let of_band = self.band.iter().map(|(_, low, _)| *low);
        let of_marks = self.marks.iter().map(|mark| mark.whisker.map_or(mark.at.1, |(low, _)| low));
        let lows = of_lines.clone().chain(of_band).chain(of_marks);
        let low = lows.fold(f64::INFINITY, f64::min);
        let high = of_lines.chain(self.marks.iter().map(|mark| mark.at.1)).fold(f64::NEG_INFINITY, f64::max);
        super::cut_at(low, high).filter(|_| self.may_be_cut)
    }

    fn axes(&self, axes: &Axes, number: impl Fn(f64) -> String) -> Vec<Shape> {
        let Frame { width, height, left, right, top, bottom } = axes.frame;
        let floor = height - bottom;
        let mut shapes = Vec::new();
        for tick in axes.y.ticks(5) {
            let y = axes.y.at(tick);
            shapes.push(Shape::straight((left, y), (width - right, y), Ink::Grid));
            let label = format!("{}{}", number(tick), self.unit);
            shapes.push(Shape::text((left - 6.0, y), label, Anchor::End, Ink::Text));
        }
        for x in &self.breaks {
            let x = axes.x.at(*x);
            shapes.push(Shape::straight((x, top), (x, floor), Ink::Break));
        }
        let labels: Vec<(f64, String)> = if self.x_labels.is_empty() {
            axes.x.ticks(8).into_iter().map(|tick| (tick, number(tick))).collect()
        } else {
            self.x_labels.clone()
        };
        let mut free_from = f64::NEG_INFINITY;
        for (x, label) in labels {
            #[expect(clippy::cast_precision_loss, reason = "a few letters")]
            let half = LETTER * label.chars().count() as f64 / 2.0;
            let x = axes.x.at(x);
            // A label that would cover the one before is left out.
            if x - half > free_from {
                free_from = x + half + 4.0;
                shapes.push(Shape::text((x, floor + 14.0), label, Anchor::Middle, Ink::Text));
            }
        }
        shapes.push(Shape::text(
            (width - right, height - 8.0),
            self.x_title.clone(),
            Anchor::End,
            Ink::Quiet,
        ));
        shapes
    }

    /// How far above or below a mark its label is in the way of the fewest lines.
    fn label_offset(&self, axes: &Axes, (from, to): (f64, f64), y: f64) -> f64 {
        let Frame { height, top, bottom, .. } = axes.frame;
        let is_in_the_way = |at: f64, pair: &[(f64, f64)]| {
            let [(x0, y0), (x1, y1)] = [pair[0], pair[1]].map(|(x, y)| (axes.x.at(x), axes.y.at(y)));
            [0.0, 0.25, 0.5, 0.75, 1.0].into_iter().any(|part| {
                let x = from + (to - from) * part;
                let line = y0 + (y1 - y0) * (x - x0) / (x1 - x0).max(1.0);
                (x0..=x1).contains(&x) && (line - at).abs() < LINE_HEIGHT / 2.0
            })
        };
        let lines = |offset: f64| {
            let runs = self.lines.iter().flat_map(|line| &line.runs);
            runs.flat_map(|run| run.windows(2)).filter(|pair| is_in_the_way(y + offset, pair)).count()
        };
        let fits = |offset: &f64| (top..=height - bottom - 4.0).contains(&(y + offset));
        let offsets = [-12.0, 14.0, -26.0, 28.0, -40.0];
        offsets.into_iter().filter(fits).min_by_key(|offset| lines(*offset)).unwrap_or(-12.0)
    }

    fn mark(&self, axes: &Axes, mark: &Mark, label: &str) -> Vec<Shape> {
        let (x, y) = (axes.x.at(mark.at.0), axes.y.at(mark.at.1));
        let whisker = mark.whisker.map(|(low, high)| {
            let (low, high) = (axes.y.at(low), axes.y.at(high));
            let path = format!("M{:.1} {low:.1}h8m-4 0V{high:.1}m-4 0h8", x - 4.0);
            Shape::Line(path, mark.ink)
        });
        #[expect(clippy::cast_precision_loss, reason = "a few letters")]
        let length = LETTER * label.chars().count() as f64;
        let label_end = x + 10.0 + length;
        // On the other side where it would run into the names.
        let is_right = label_end > axes.frame.width - axes.frame.right;
        let (label_x, anchor) = if is_right { (x - 10.0, Anchor::End) } else { (x + 10.0, Anchor::Start) };
        let span = if is_right { (label_x - length, label_x) } else { (label_x, label_end) };
        let mut letters = label.chars();
        if let (Some(sign), None) = (letters.next(), letters.next()) {
            // A sign stands at its point, on the side that it speaks of.
            let offset = if sign == '\u{25BC}' { 16.0 } else { -8.0 };
            let sign = Shape::Text {
                at: (x, y + offset),
                text: label.to_owned(),
                anchor: Anchor::Middle,
                ink: Ink::Text,
                is_strong: false,
            };
            return whisker.into_iter().chain([Shape::Dot((x, y), 5.0, mark.ink), sign]).collect();
        }
        let label = (!label.is_empty()).then(|| Shape::Text {
            at: (label_x, y + self.label_offset(axes, span, y)),
            text: label.to_owned(),
            anchor,
            ink: Ink::Text,
            is_strong: true,
        });
        whisker.into_iter().chain([Shape::Dot((x, y), 5.0, mark.ink)]).chain(label).collect()
    }

    /// The names of the lines beside their ends, moved apart where they would cover each other.
    fn names(&self, axes: &Axes, newest: Option<usize>) -> Vec<Shape> {
        let mut names: Vec<(f64, f64, &Line)> = self
            .lines
            .iter()
            .filter(|line| !line.name.is_empty())
            .filter_map(|line| {
                let (x, y) = line.runs.iter().flatten().next_back()?;
                Some((axes.x.at(*x), axes.y.at(*y), line))
            })
            .collect();
        names.arrange_by(|a, b| a.1.total_cmp(&b.1));
        let floor = axes.frame.height - axes.frame.bottom;
        let mut last = f64::NEG_INFINITY;
        for (_, y, _) in &mut names {
            *y = y.max(last + LINE_HEIGHT);
            last = *y;
        }
        // What was moved below the floor moves those above it up again.
        let mut ceiling = floor;
        for (_, y, _) in names.iter_mut().rev() {
            *y = y.min(ceiling);
            ceiling = *y - LINE_HEIGHT;
        }
        let edge = axes.frame.width - axes.frame.right + 8.0;
        let written = |(_, y, line): (f64, f64, &Line)| {
            // The sign of its points is before the name.
            let sign = Shape::sign((edge + SIGN / 2.0 - 2.0, y), line.ink);
            let name = Shape::Text {
                at: (if sign.is_some() { edge + SIGN } else { edge }, y),
                text: self.beside(line, newest),
                anchor: Anchor::Start,
                ink: if line.ink == Ink::Others { Ink::Quiet } else { line.ink },
                is_strong: line.ink == Ink::Own,
            };
            sign.into_iter().chain([name])
        };
        names.into_iter().flat_map(written).collect()
    }
}
