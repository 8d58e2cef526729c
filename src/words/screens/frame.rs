//! The frame of the page: its name, the navigation, the footer.

/// The name of the page.
pub const NAME: &str = "Corporate Parenting Calculator";

/// The title of the document while a screen is shown.
pub fn title(screen: &str) -> String {
    format!("{screen} \u{2013} {NAME}")
}

pub const SKIP: &str = "Skip to main content";
pub const SCREENS: &str = "Screens";
pub const MENU: &str = "Menu";
pub const FIND: &str = "Find a measure";
pub const SLASH_FINDS: &str = "Press / to find a measure";

/// A measure that was looked for and has no figure of the council, before the link to its definition.
pub fn no_figure(measure: &str, council: Option<&str>) -> String {
    match council {
        Some(council) => format!("No figure for {council}: {measure}. "),
        None => format!("Choose a council or add figures to see {measure}. "),
    }
}

pub const ITS_DEFINITION: &str = "See its definition";
pub const ANSWER: &str = "Answer the question";
pub const PRIVATE: &str =
    "Private: what you enter never leaves this page unless you copy or save it. The page sends nothing.";
pub const OFFICIAL_FIGURES: &str = "Official figures: Department for Education. ";
pub const COLOURS: &str = "Colours";
pub const AS_DEVICE: &str = "Same as my device";
pub const LIGHT: &str = "Light";
pub const DARK: &str = "Dark";

/// What older browsers show when the page is left.
pub const NOT_SAVED: &str = "What you entered was not saved.";
