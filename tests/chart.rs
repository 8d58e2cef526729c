//! Chart geometry.

use corporate_parenting_calculator::chart::{Axes, Frame};

const FRAME: Frame = Frame { width: 200.0, height: 100.0, left: 20.0, right: 10.0, top: 5.0, bottom: 15.0 };

#[test]
fn axes_hold_every_point_and_start_at_zero() {
    let axes = Axes::holding(FRAME, [(0.0, 20.0), (24.0, 13.2), (12.0, f64::INFINITY)].into_iter());
    let at = |x: f64, y: f64| format!("{:.1} {:.1}", axes.x.at(x), axes.y.at(y));
    assert_eq!([at(0.0, 0.0), at(24.0, 20.0), at(12.0, 10.0)], ["20.0 85.0", "190.0 5.0", "105.0 45.0"]);
    assert_eq!(axes.y.ticks(5), [0.0, 5.0, 10.0, 15.0, 20.0]);
    assert_eq!(axes.x.ticks(4), [0.0, 10.0, 20.0]);
}

#[test]
fn a_line_breaks_where_there_is_no_value() {
    let points = [(0.0, 10.0), (1.0, 5.0), (2.0, f64::INFINITY), (3.0, 5.0), (4.0, 10.0)];
    let axes = Axes::holding(FRAME, points.into_iter());
    assert_eq!(axes.line(points.into_iter()), "M20.0 5.0L62.5 45.0M147.5 45.0L190.0 5.0");
}

#[test]
fn an_area_goes_there_and_back() {
    let axes = Axes::holding(FRAME, [(0.0, 0.0), (1.0, 10.0)].into_iter());
    assert_eq!(axes.area(&[(0.0, 2.0, 4.0), (1.0, 5.0, 10.0)]), "M20.0 69.0L190.0 45.0L190.0 5.0L20.0 53.0Z");
    assert_eq!(axes.area(&[]), "");
}

#[test]
fn nothing_to_draw_is_no_trouble() {
    let axes = Axes::holding(FRAME, std::iter::empty());
    assert_eq!(axes.line(std::iter::empty()), "");
    assert!(!axes.y.ticks(5).is_empty());
    let one = Axes::holding(FRAME, [(3.0, 0.0)].into_iter());
    assert_eq!(format!("{:.1}", one.x.at(3.0)), "105.0");
}
