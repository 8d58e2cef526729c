//! Starts the page; in a worker, which has no page, nothing.

#[cfg(target_arch = "wasm32")]
fn main() {
    if web_sys::window().is_some() {
        corporate_parenting_calculator::page::start();
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("This program is the web page. Run: cargo xtask serve");
}
