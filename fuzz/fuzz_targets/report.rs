//! The whole way: pasted text to the scorecard, its sentences and the files that leave the page.
#![no_main]

use corporate_parenting_calculator::area;
use corporate_parenting_calculator::compare::{Choices, scorecard};
use corporate_parenting_calculator::disclose::{Disclosure, Released, disclose};
use corporate_parenting_calculator::office::{Contents, Format, document};
use corporate_parenting_calculator::read::read;
use corporate_parenting_calculator::words::sentence::paragraph;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut reading = read(text);
    let own: Vec<String> = reading.own_measures().into_iter().map(|own| own.id).collect();
    reading.keep_own(&own.iter().map(String::as_str).collect::<Vec<_>>(), |_, guessed| guessed);
    let figures = reading.figures();
    if figures.is_empty() {
        return;
    }
    let choices = Choices { council: area::by_code("873"), ..Choices::default() };
    let card = scorecard(&figures, &choices);
    let _ = paragraph(&card.rows.iter().collect::<Vec<_>>());
    let disclosure = Disclosure::default();
    let disclosed = disclose(&figures, choices.council, choices.period, disclosure);
    let contents = Contents::of(&disclosed, &choices, disclosure, &Released::default());
    for format in Format::ALL {
        let _ = document(&contents, format);
    }
});
