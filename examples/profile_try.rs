use corporate_parenting_calculator::{area, compare::*, words::sentence::sentence};
fn main() {
    let card = profile(&Choices { council: area::by_name(&std::env::args().nth(1).unwrap()), ..Choices::default() });
    println!("{} rows", card.rows.len());
    for row in &card.rows { println!("{}: {} | {:?} | {}", row.indicator.id, row.verdict.id(), row.position.as_ref().ok().map(|p| p.quartile), sentence(row)); }
}
