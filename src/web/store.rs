//! The state as the framework keeps it, and as screens receive it.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::state::{Action, State};
use crate::web::browser::saved_text::saved_from_text;
use crate::web::browser::{kept, own_page, today};
use crate::words::status::Status;

/// The state as the framework keeps it.
#[derive(Default)]
pub(crate) struct Root(Rc<State>);

impl Reducible for Root {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let next = self.0.after(action);
        kept::keep(Some(&self.0), &next);
        Rc::new(Self(Rc::new(next)))
    }
}

impl Root {
    /// With what a program that failed has left, or with the figures that were saved in this page, if there are any.
    pub(crate) fn at_start() -> Self {
        let state = kept::state().unwrap_or_else(Self::of_page).beginning_in(&today::this_month());
        kept::keep(None, &state);
        Self(Rc::new(state))
    }

    fn of_page() -> State {
        let Some(text) = own_page::saved_figures() else { return State::default() };
        match saved_from_text(&text) {
            Ok(saved) => State::restored(saved),
            Err(_) => State::saying(Status::Damaged),
        }
    }
}

/// Sends actions.
pub(crate) type Dispatcher = UseReducerDispatcher<Root>;

/// The state and the way to change it, as screens receive it. Two are equal if they hold the very same state.
#[derive(Clone)]
pub(crate) struct Store {
    state: Rc<State>,
    dispatcher: Dispatcher,
}

impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

impl Store {
    pub(crate) fn of(root: &UseReducerHandle<Root>) -> Self {
        Self { state: root.0.clone(), dispatcher: root.dispatcher() }
    }

    pub(crate) fn state(&self) -> &State {
        &self.state
    }

    pub(crate) fn send(&self, action: impl Into<Action>) {
        self.dispatcher.dispatch(action.into());
    }

    pub(crate) fn dispatcher(&self) -> Dispatcher {
        self.dispatcher.clone()
    }

    /// A callback that sends the action made of its event.
    pub(crate) fn on<E: 'static, A: Into<Action>>(&self, action: impl Fn(E) -> A + 'static) -> Callback<E> {
        let dispatcher = self.dispatcher();
        Callback::from(move |event| dispatcher.dispatch(action(event).into()))
    }
}

/// What a screen receives.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ScreenProps {
    pub store: Store,
}
