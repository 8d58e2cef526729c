//! All mutants of a file woven into it: each is in force when its number is chosen.
//!
//! `a + b` becomes `(match crate::mutation::at(7) { 7 => (a - b), 8 => (a * b), _ => (a + b) })`. What stands for the mutants
//! is the text as it was, so that nothing grows faster than it is nested. Comments say where each begins and ends, so
//! that what does not compile is found and left out.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;
use std::ops::Range;

use anyhow::Result;
use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{BinOp, Expr};

use crate::listed::{Genre, Mutant, Place};

/// A file with mutants in it.
pub(crate) struct Woven {
    pub(crate) text: String,
    /// The number of the first mutant of each place and those of all that are there.
    pub(crate) sites: Vec<Vec<u32>>,
}

/// Weaves the mutants of a file into its text, but for those left out.
pub(crate) fn woven(text: &str, mutants: &[&Mutant], left_out: &BTreeSet<u32>) -> Result<Woven> {
    let mut at: HashMap<Place, Vec<&Mutant>> = HashMap::new();
    for mutant in mutants.iter().filter(|mutant| !left_out.contains(&mutant.id)) {
        at.entry(mutant.place).or_default().push(mutant);
    }
    let mut weaver = Weaver { text, at, inserted: Vec::new(), sites: Vec::new() };
    weaver.visit_file(&syn::parse_file(text)?);
    Ok(Woven { text: weaver.inserted_into(), sites: weaver.sites })
}

/// A text to be inserted: where, whether it begins something, and the how manyth thing that is.
struct Inserted {
    offset: usize,
    side: Side,
    text: String,
}

/// What ends at an offset comes before what begins there; of what begins the outer comes first, of what ends the inner.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    End(i64),
    Begin(i64),
}

struct Weaver<'a> {
    text: &'a str,
    at: HashMap<Place, Vec<&'a Mutant>>,
    inserted: Vec<Inserted>,
    sites: Vec<Vec<u32>>,
}

impl<'a> Weaver<'a> {
    /// Those of a kind that begin here.
    fn of(&mut self, genre: Genre, span: Span) -> Vec<&'a Mutant> {
        let start = span.start();
        self.at.remove(&Place(genre, start.line, start.column + 1)).unwrap_or_default()
    }

    fn begin(&mut self, mutants: &[&Mutant]) -> i64 {
        self.sites.push(mutants.iter().map(|mutant| mutant.id).collect());
        i64::try_from(self.sites.len()).unwrap_or(i64::MAX)
    }

    /// An expression, each of whose mutants is another expression.
    fn expression(&mut self, mutants: &[&Mutant], range: Range<usize>, other: impl Fn(&Mutant) -> String) {
        let Some(first) = mutants.first().map(|mutant| mutant.id) else { return };
        let number = self.begin(mutants);
        let mut before = format!("(/*site{first}*/match crate::mutation::at({first}) {{ ");
        for mutant in mutants {
            let id = mutant.id;
            let _ = write!(before, "{id} => (/*mutant{id}*/{}/*end{id}*/), ", other(mutant));
        }
        before.push_str("_ => (");
        let after = format!(") }}/*ended{first}*/)");
        self.inserted.push(Inserted { offset: range.start, side: Side::Begin(number), text: before });
        self.inserted.push(Inserted { offset: range.end, side: Side::End(-number), text: after });
    }

    /// The text of a range without, or with something else in place of, a part of it.
    fn exchanged(&self, whole: &Range<usize>, part: &Range<usize>, with: &str) -> String {
        [&self.text[whole.start..part.start], with, &self.text[part.end..whole.end]].concat()
    }

    fn body(&mut self, block: &syn::Block) {
        let Some(first) = block.stmts.first() else { return };
        let mutants = self.of(Genre::FnValue, first.span());
        let Some(site) = mutants.first().map(|mutant| mutant.id) else { return };
        let number = self.begin(&mutants);
        let mut text = format!("/*site{site}*/match crate::mutation::at({site}) {{ ");
        for Mutant { id, replacement, .. } in mutants {
            let _ = write!(text, "{id} => return (/*mutant{id}*/{replacement}/*end{id}*/), ");
        }
        let _ = write!(text, "_ => {{}} }}/*ended{site}*/ ");
        let offset = first.span().byte_range().start;
        self.inserted.push(Inserted { offset, side: Side::Begin(number), text });
    }

    /// A function that returns some type or other, as `impl Iterator` says, returns one and the same everywhere in it: nothing
    /// can be returned in its place beside it.
    fn function(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let is_one_type = matches!(&signature.output, syn::ReturnType::Type(_, what) if says_impl(what));
        if let Some(first) = block.stmts.first().filter(|_| is_one_type) {
            self.of(Genre::FnValue, first.span());
        }
    }

    fn arm(&mut self, arm: &syn::Arm) {
        for mutant in self.of(Genre::MatchArm, arm.span()) {
            let number = self.begin(&[mutant]);
            let id = mutant.id;
            let text = format!(
                "/*site{id}*/ if /*mutant{id}*/crate::mutation::at({id}) != {id}/*end{id}*//*ended{id}*/"
            );
            let offset = arm.pat.span().byte_range().end;
            self.inserted.push(Inserted { offset, side: Side::End(-number), text });
        }
        if let Some((_, guard)) = &arm.guard {
            let mutants = self.of(Genre::MatchArmGuard, guard.span());
            if !has_let(guard) {
                self.expression(&mutants, guard.span().byte_range(), |mutant| mutant.replacement.clone());
            }
        }
    }

    fn inserted_into(&mut self) -> String {
        self.inserted.sort_by_key(|each| (each.offset, each.side));
        let (mut whole, mut done) = (String::new(), 0);
        for Inserted { offset, text, .. } in &self.inserted {
            whole.push_str(&self.text[done..*offset]);
            whole.push_str(text);
            done = *offset;
        }
        whole.push_str(&self.text[done..]);
        whole
    }
}

fn says_impl(what: &syn::Type) -> bool {
    struct Found(bool);
    impl Visit<'_> for Found {
        fn visit_type_impl_trait(&mut self, _: &syn::TypeImplTrait) {
            self.0 = true;
        }
    }
    let mut found = Found(false);
    found.visit_type(what);
    found.0
}

/// Whether this is a condition that takes something apart, which stands nowhere but in a condition.
fn has_let(expression: &Expr) -> bool {
    match expression {
        Expr::Let(_) => true,
        Expr::Binary(binary) if matches!(binary.op, BinOp::And(_) | BinOp::Or(_)) => {
            has_let(&binary.left) || has_let(&binary.right)
        }
        _ => false,
    }
}

impl<'ast> Visit<'ast> for Weaver<'_> {
    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.function(&function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.function(&function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_block(&mut self, block: &'ast syn::Block) {
        self.body(block);
        visit::visit_block(self, block);
    }

    fn visit_expr_binary(&mut self, binary: &'ast syn::ExprBinary) {
        let mutants = self.of(Genre::BinaryOperator, binary.op.span());
        if !has_let(&binary.left) && !has_let(&binary.right) {
            let (whole, operator) = (binary.span().byte_range(), binary.op.span().byte_range());
            let others: HashMap<u32, String> = mutants
                .iter()
                .map(|mutant| (mutant.id, self.exchanged(&whole, &operator, &mutant.replacement)))
                .collect();
            self.expression(&mutants, whole, |mutant| others[&mutant.id].clone());
        }
        visit::visit_expr_binary(self, binary);
    }

    fn visit_expr_unary(&mut self, unary: &'ast syn::ExprUnary) {
        let mutants = self.of(Genre::UnaryOperator, unary.op.span());
        let operand = self.text[unary.expr.span().byte_range()].to_owned();
        self.expression(&mutants, unary.span().byte_range(), |_| operand.clone());
        visit::visit_expr_unary(self, unary);
    }

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        self.arm(arm);
        visit::visit_arm(self, arm);
    }

    fn visit_expr_struct(&mut self, made: &'ast syn::ExprStruct) {
        let whole = made.span().byte_range();
        for pair in made.fields.pairs() {
            let mutants = self.of(Genre::StructField, pair.value().span());
            let mut part = pair.value().span().byte_range();
            if let Some(comma) = pair.punct() {
                part.end = comma.span().byte_range().end;
            }
            let other = self.exchanged(&whole, &part, "");
            self.expression(&mutants, whole.clone(), |_| other.clone());
        }
        visit::visit_expr_struct(self, made);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::woven;
    use crate::listed::{Genre, Mutant, Place};

    fn mutant(id: u32, genre: Genre, column: usize, replacement: &str) -> Mutant {
        let (name, file) = (String::new(), String::new());
        Mutant {
            id,
            name,
            line: 1,
            file,
            place: Place(genre, 1, column),
            replacement: replacement.to_owned(),
        }
    }

    #[test]
    fn what_is_returned_as_some_type_or_other_is_left_alone() {
        let text = "fn f() -> impl Iterator<Item = u8> { [1].into_iter() }";
        let mutant = mutant(1, Genre::FnValue, 38, "::std::iter::empty()");
        let found = woven(text, &[&mutant], &BTreeSet::new()).expect("it is a program");
        assert_eq!(found.text, text);
    }

    #[test]
    fn each_mutant_is_the_text_as_it_was_with_one_change() {
        let text = "fn f(a: u8) -> u8 { a * 2 + 1 }";
        let mutants = [
            mutant(1, Genre::FnValue, 21, "0"),
            mutant(2, Genre::BinaryOperator, 27, "-"),
            mutant(3, Genre::BinaryOperator, 23, "/"),
        ];
        let mutants: Vec<&Mutant> = mutants.iter().collect();
        let found = woven(text, &mutants, &BTreeSet::new()).expect("it is a program");
        assert_eq!(
            found.text,
            "fn f(a: u8) -> u8 { \
             /*site1*/match crate::mutation::at(1) { 1 => return (/*mutant1*/0/*end1*/), _ => {} }/*ended1*/ \
             (/*site2*/match crate::mutation::at(2) { 2 => (/*mutant2*/a * 2 - 1/*end2*/), _ => (\
             (/*site3*/match crate::mutation::at(3) { 3 => (/*mutant3*/a / 2/*end3*/), _ => (a * 2) }/*ended3*/) + 1\
             ) }/*ended2*/) }"
        );
        assert_eq!(found.sites, [[1], [2], [3]]);
        let without = woven(text, &mutants, &BTreeSet::from([1, 2, 3])).expect("it is a program");
        assert_eq!(without.text, text);
    }
}
