//! Sets the functions of the program in an order in which like ones are near each other, so that it is packed smaller.
//!
//! What is packed refers to what is near in fewer bits. After each function comes the one that shares most with those not far
//! before it. Only the order changes, and with it the number of each function.

use std::collections::{HashMap, VecDeque};

use anyhow::{Context, Result, ensure};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionBody, FunctionSectionReader, Parser, Payload, TypeRef};

/// So many bytes in a row are likely to be referred back to.
const SHARED: usize = 6;
/// What more functions than this share says nothing of which are alike.
const COMMON: usize = 100;
/// How far back is near, in bytes.
const REACH: usize = 4_000;

/// The program with its functions in another order.
pub(crate) fn ordered(program: &[u8]) -> Result<Vec<u8>> {
    let mut imported = 0;
    let mut bodies: Vec<&[u8]> = Vec::new();
    for payload in Parser::new(0).parse_all(program) {
        match payload.context("the program could not be read")? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => {
                bodies.push(program.get(body.range()).context("a function lies outside the program")?);
            }
            _ => {}
        }
    }
    let order = by_likeness(&bodies);
    let mut numbers = vec![0; order.len()];
    for (number, old) in (imported..).zip(&order) {
        numbers[*old] = number;
    }
    let mut module = Module::new();
    let mut reordered = Reordered { imported, order, numbers };
    reordered
        .parse_core_module(&mut module, Parser::new(0), program)
        .map_err(|error| anyhow::anyhow!("the program could not be written in another order: {error}"))?;
    let found = module.finish();
    ensure!(
        found.len() > program.len() / 2,
        "most of the program was lost when its functions were put in order"
    );
    Ok(found)
}

struct Reordered {
    imported: u32,
    /// The functions of the program itself in their new order, by their old place.
    order: Vec<usize>,
    /// The new number of each, by its old place.
    numbers: Vec<u32>,
}

impl Reencode for Reordered {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, old: u32) -> Result<u32, Error<Self::Error>> {
        let place = old.checked_sub(self.imported).and_then(|place| self.numbers.get(place as usize));
        Ok(place.copied().unwrap_or(old))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        let types = section.into_iter().collect::<Result<Vec<u32>, _>>()?;
        for old in self.order.clone() {
            functions.function(self.type_index(types[old])?);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        let bodies = section.into_iter().collect::<Result<Vec<FunctionBody<'_>>, _>>()?;
        for old in self.order.clone() {
            utils::parse_function_body(self, code, bodies[old].clone())?;
        }
        Ok(())
    }
}

/// The places of functions, each followed by the one that shares most with those just before it for its size.
fn by_likeness(bodies: &[&[u8]]) -> Vec<usize> {
    let (parts, holders) = parts_of(bodies);
    // How many functions within reach hold each part, and how many of its parts each function finds there.
    let (mut in_reach, mut found) = (vec![0_u32; holders.len()], vec![0_u32; bodies.len()]);
    let (mut reach, mut length) = (VecDeque::new(), 0);
    let mut left: Vec<usize> = (0..bodies.len()).collect();
    let mut order = Vec::with_capacity(bodies.len());
    let mut next = 0;
    while !left.is_empty() {
        let taken = left.remove(next);
        order.push(taken);
        reach.push_back(taken);
        length += bodies[taken].len();
        for part in &parts[taken] {
            in_reach[*part] += 1;
            if in_reach[*part] == 1 {
                holders[*part].iter().for_each(|holder| found[*holder] += 1);
            }
        }
        while length > REACH && reach.len() > 1 {
            let Some(gone) = reach.pop_front() else { break };
            length -= bodies[gone].len();
            for part in &parts[gone] {
                in_reach[*part] -= 1;
                if in_reach[*part] == 0 {
                    holders[*part].iter().for_each(|holder| found[*holder] -= 1);
                }
            }
        }
        let likeness = |place: usize| {
            let size = f64::from(u32::try_from(parts[place].len()).unwrap_or(u32::MAX)) + 5.0;
            // By the size to the power of three quarters, in roots alone, which are the same on every machine.
            f64::from(found[place]) / (size.sqrt() * size.sqrt().sqrt())
        };
        // Of equals the first, so that the same program gives the same order.
        next = 0;
        for at in 1..left.len() {
            if likeness(left[at]) > likeness(left[next]) {
                next = at;
            }
        }
    }
    order
}

/// For each function the parts it shares with some others, and for each part the functions that hold it.
fn parts_of(bodies: &[&[u8]]) -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
    let mut numbers: HashMap<&[u8], usize> = HashMap::new();
    let mut holders: Vec<Vec<usize>> = Vec::new();
    for (place, body) in bodies.iter().enumerate() {
        for part in body.windows(SHARED) {
            let number = *numbers.entry(part).or_insert(holders.len());
            match holders.get_mut(number) {
                Some(holders) if holders.last() == Some(&place) => {}
                Some(holders) => holders.push(place),
                None => holders.push(vec![place]),
            }
        }
    }
    let mut parts = vec![Vec::new(); bodies.len()];
    for (number, holders) in holders.iter_mut().enumerate() {
        if !(2..=COMMON).contains(&holders.len()) {
            holders.clear();
        }
        for holder in &*holders {
            parts[*holder].push(number);
        }
    }
    (parts, holders)
}

#[cfg(test)]
mod tests {
    use super::{by_likeness, ordered};

    #[test]
    fn like_functions_come_together() {
        let [one, two] = [[1_u8; 40], [2; 40]]
            .map(|body| body.iter().copied().zip(0..).map(|(a, b)| a * 50 + b).collect::<Vec<u8>>());
        assert_eq!(by_likeness(&[&one, &two, &one, &two]), [0, 2, 1, 3]);
        assert_eq!(by_likeness(&[]), [] as [usize; 0]);
    }

    /// The third function is like the first and calls the second; each is exported under a name of its own.
    #[test]
    fn functions_keep_their_callers_and_names() {
        let sevens = |last: &[u8]| [&[0][..], &[0x41, 7, 0x1a].repeat(6), last, &[0x0b]].concat();
        let nines = [&[0][..], &[0x41, 9, 0x1a].repeat(6), &[0x41, 9, 0x0b]].concat();
        let module = |numbers: [u8; 3], bodies: [&[u8]; 3]| {
            let section =
                |id: u8, content: Vec<u8>| [&[id, u8::try_from(content.len()).unwrap()], &*content].concat();
            let names =
                [b'a', b'b', b'c'].into_iter().zip(numbers).flat_map(|(name, number)| [1, name, 0, number]);
            let bodies =
                bodies.into_iter().flat_map(|body| [&[u8::try_from(body.len()).unwrap()], body].concat());
            [
                b"\0asm\x01\0\0\0".to_vec(),
                section(1, vec![1, 0x60, 0, 1, 0x7f]),
                section(3, vec![3, 0, 0, 0]),
                section(7, [3].into_iter().chain(names).collect()),
                section(10, [3].into_iter().chain(bodies).collect()),
            ]
            .concat()
        };
        let program = module([0, 1, 2], [&sevens(&[0x41, 7]), &nines, &sevens(&[0x10, 1])]);
        let expected = module([0, 2, 1], [&sevens(&[0x41, 7]), &sevens(&[0x10, 2]), &nines]);
        assert_eq!(ordered(&program).unwrap(), expected);
        assert!(ordered(b"\0asm").is_err());
    }
}
