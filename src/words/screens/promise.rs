//! "Nothing leaves this page", to be seen and tried.

/// How many requests the browser counted, if it counts them.
pub fn requests(count: Option<usize>) -> String {
    const COUNTED: &str = "Requests made since the page was opened, by the browser\u{2019}s own count:";
    match count {
        Some(0) => format!("{COUNTED} 0."),
        Some(many) => format!("{COUNTED} {many}. There should be none."),
        None => "This browser does not count the requests of a page.".to_owned(),
    }
}

pub const TRY_IT: &str = "Try to send something";
pub const TRIED: &str =
    "The page tried to reach an address that leads nowhere, in ways that the rule refuses:";

pub const FETCH: &str = "a request (fetch)";
pub const BEACON: &str = "a beacon";
pub const SOCKET: &str = "a connection (WebSocket)";
pub const STREAM: &str = "a stream (EventSource)";
pub const IMAGE: &str = "an image";
pub const STYLE: &str = "a style sheet from elsewhere";
pub const SCRIPT: &str = "a script from elsewhere";
pub const INLINE: &str = "a script that is not part of the page";

/// An attempt that was blocked, by a rule in the browser's words.
pub fn refused(attempt: &str, rule: &str) -> String {
    format!("{attempt}: refused by the browser ({rule})")
}

pub fn not_refused(attempt: &str) -> String {
    format!("{attempt}: the browser did not report blocking it")
}

pub const CANNOT_FORBID: &str = "What no page can forbid";
pub const WOULD_SUCCEED: &str = "A script that runs in a page can always do the following. These are not tried here, because they would succeed.";
pub const NAVIGATION: &str =
    "Open another address, in place of this page or in a new window. No browser lets a page forbid that.";
pub const CALLS_POSSIBLE: &str =
    "Call another browser (WebRTC). This browser can do that, and does not let a page forbid it.";
pub const CALLS_IMPOSSIBLE: &str = "Call another browser (WebRTC). Chrome, Edge and Firefox can do that, and do not let a page forbid it. This browser cannot.";
pub const LOOK_UPS: &str = "Look up the name of a server, or connect to it in advance (dns-prefetch, preconnect). No browser lets a page forbid that, \
     and Chrome and Edge connect for a frame that they then refuse.";
pub const RESTS_ON: &str = "So the promise rests on two things. First, only the scripts that this page was built with can run: the browser checks each \
     script against the rule, and none of these does any of the above. Second, nothing from outside becomes part of the page: what \
     you paste, open or type is only ever shown as text. A browser extension is not bound by the rule, so use only those that your \
     council allows.";
pub const DISCONNECT: &str =
    "To check this in another way, disconnect from the network and use the page: everything works.";
pub const RULE: &str = "The rule the browser enforces";
pub const NO_RULE: &str = "There is no rule: this copy of the page has been changed. Get a fresh copy.";
