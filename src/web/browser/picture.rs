//! Pictures of charts: as files, and on the clipboard.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use crate::disclose::Released;

/// Pixels for each unit of the drawing, so that it stays sharp in print.
const SHARPNESS: f64 = 3.0;

/// A drawing as SVG, and how large it is.
pub(crate) struct Drawing {
    pub svg: String,
    pub width: f64,
    pub height: f64,
}

/// A drawing as the bytes of a PNG file.
async fn png(Drawing { svg, width, height }: &Drawing) -> Result<Blob, JsValue> {
    let (width, height) = (*width, *height);
    let image = HtmlImageElement::new()?;
    let loaded = Promise::new(&mut |done: Function, failed: Function| {
        image.set_onload(Some(&done));
        image.set_onerror(Some(&failed));
    });
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{}", js_sys::encode_uri_component(svg)));
    JsFuture::from(loaded).await?;
    let canvas: HtmlCanvasElement = gloo_utils::document().create_element("canvas")?.unchecked_into();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few thousand pixels")]
    let pixels = |length: f64| (length * SHARPNESS) as u32;
    canvas.set_width(pixels(width));
    canvas.set_height(pixels(height));
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into();
    context.scale(SHARPNESS, SHARPNESS)?;
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    let drawn = Promise::new(&mut |done: Function, failed: Function| {
        let give = Closure::once_into_js(move |blob: Option<Blob>| {
            let _ = match blob {
                Some(blob) => done.call1(&JsValue::NULL, &blob),
                None => failed.call0(&JsValue::NULL),
            };
        });
        let _ = canvas.to_blob(give.unchecked_ref());
    });
    Ok(JsFuture::from(drawn).await?.unchecked_into())
}

/// Puts a drawing into the person's downloads as PNG.
pub(crate) async fn save_png(name: &str, drawing: &Released<Drawing>) -> bool {
    match png(drawing).await {
        Ok(blob) => super::download::save_blob(name, &blob).is_ok(),
        Err(_) => false,
    }
}

/// Puts a drawing on the clipboard as a picture. Must be called while the browser handles a press of a person; some
/// browsers refuse it for pages opened from disk.
pub(crate) fn copy_png(drawing: Released<Drawing>) -> Result<Promise, JsValue> {
    let window = gloo_utils::window();
    // Given as a promise, since the press is over before the picture is drawn.
    let picture = future_to_promise(async move { png(&drawing).await.map(Into::into) });
    let kinds = Object::new();
    Reflect::set(&kinds, &"image/png".into(), &picture)?;
    let item: Function = Reflect::get(&window, &"ClipboardItem".into())?.dyn_into()?;
    let item = Reflect::construct(&item, &Array::of1(&kinds))?;
    let clipboard = Reflect::get(&window.navigator(), &"clipboard".into())?;
    let write: Function = Reflect::get(&clipboard, &"write".into())?.dyn_into()?;
    write.call1(&clipboard, &Array::of1(&item))?.dyn_into()
}
