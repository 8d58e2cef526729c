//! The program inside the page. In the page it starts the screens; in a worker, which has none, it only reports panics.

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
