//! From a pasted table to sentences about each figure: `cargo run --example scorecard`.

use corporate_parenting_calculator::area;
use corporate_parenting_calculator::compare::{Choices, scorecard};
use corporate_parenting_calculator::period::Period;
use corporate_parenting_calculator::read::read;
use corporate_parenting_calculator::words::sentence::sentence;

const PASTED: &str = include_str!("../data/examples/cambridgeshire-2022-23.csv");

fn main() {
    let reading = read(PASTED);
    for problem in reading.all_problems() {
        println!("{}: {problem:?}", problem.place);
    }
    let choices = Choices {
        council: area::by_name("Cambridgeshire"),
        period: Some(Period::Year(2023)),
        ..Choices::default()
    };
    for row in &scorecard(&reading.figures(), &choices).rows {
        println!("{}", sentence(row));
    }
}
