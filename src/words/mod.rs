//! Every sentence and label a person meets.
//!
//! The rooms above know problems, notes, reasons and verdicts as enums with their data; what these say is written here,
//! one file per subject. Nothing above uses this module, and no code reads what a sentence says.

pub mod agenda;
pub mod area;
mod breaks;
pub mod business_case;
pub mod caseload;
pub mod caseload_money;
pub mod chance;
pub mod change;
pub mod charts;
pub mod check;
pub mod commentary;
pub mod comparator;
pub mod contradiction;
pub mod courses;
pub mod disclosure;
pub mod errors;
pub mod face;
pub mod figure;
pub mod findings;
pub mod forms;
pub mod gap;
pub mod getting;
pub mod glossary;
pub mod leaving;
pub mod office;
pub mod over_time;
pub mod over_time_chart;
mod over_time_notes;
pub mod position;
pub mod questions;
pub mod reach;
pub mod reading;
pub mod report;
pub mod role;
pub mod screens;
pub mod sensitivity;
pub mod sentence;
pub mod short_answer;
pub mod spread;
pub mod standing;
pub mod stated;
pub mod status;
pub mod text;
pub mod trail;
pub mod unusual;
pub mod verdict;
pub mod why_fifteen;
pub mod withheld;
