//! What of a table may leave, with small counts and what would give them away hidden: `cargo run --example disclosure`.

use corporate_parenting_calculator::disclose::{Disclosure, disclose};
use corporate_parenting_calculator::read::read;

const PASTED: &str = "\
Children in care\t646
Foster placements\t443\t646
Unaccompanied children\t2
";

fn main() {
    let figures = read(PASTED).figures();
    let disclosed = disclose(&figures, None, None, Disclosure::default());
    for (figure, hidden) in disclosed.figures.iter().zip(&disclosed.hidden) {
        println!("{}: {:?}, hidden: {hidden:?}", figure.indicator.title, figure.amount);
    }
}
