//! Texts as workbooks hold them.

use fast_float2::{Error, parse};

#[test]
fn whole_text_is_the_number_or_it_is_none() {
    let cases: [(&[u8], Option<f64>); 9] = [
        (b"0.079", Some(0.079)),
        (b"-12", Some(-12.0)),
        (b"7.9000000000000001E-2", Some(0.079)),
        (b"1.7976931348623157E308", Some(f64::MAX)),
        (b"5.", Some(5.0)),
        (b"", None),
        (b" 5", None),
        (b"5%", None),
        (b"\xFF", None),
    ];
    for (text, number) in cases {
        assert_eq!(parse(text), number.ok_or(Error), "{text:?}");
    }
}
