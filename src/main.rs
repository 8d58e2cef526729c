//! Starts the page; in a worker, which has no page, only what tells of a panic.

#[cfg(target_arch = "wasm32")]
fn main() {
    if web_sys::window().is_some() {
        corporate_parenting_calculator::web::start();
    } else {
        corporate_parenting_calculator::web::face::file::throw_panics();
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("This program is the web page. Run: cargo xtask serve");
}
