//! Starts the page.

#[cfg(target_arch = "wasm32")]
fn main() {
    corporate_parenting_calculator::page::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("This program is the web page. Run: cargo xtask serve");
}
