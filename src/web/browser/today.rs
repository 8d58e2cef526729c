//! The date, as people write it.

/// This month: `November 2025`.
pub(crate) fn this_month() -> String {
    let today = today();
    today.split_once(' ').map_or_else(String::new, |(_, month)| month.to_owned())
}

/// Today: `28 November 2025`.
pub(crate) fn today() -> String {
    let options = js_sys::Object::new();
    for (name, value) in [("day", "numeric"), ("month", "long"), ("year", "numeric")] {
        let _ = js_sys::Reflect::set(&options, &name.into(), &value.into());
    }
    js_sys::Date::new_0().to_locale_date_string("en-GB", &options).into()
}
