//! The declared types of the JavaScript face, read from its `.d.ts`, and answers held against them.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

/// The part of TypeScript in which the face is declared.
#[derive(Debug, Clone)]
enum Type {
    /// `"low"`.
    Literal(String),
    /// `number`, or the name of another declaration, or a generic such as `Promise`, which no answer may have.
    Named(String),
    List(Box<Type>),
    Object(Vec<Field>),
    Union(Vec<Type>),
    /// `[number, number]`, which only what is handed in has.
    Tuple,
}

/// A property, or a method with the type of its answer.
#[derive(Debug, Clone)]
struct Field {
    name: String,
    is_optional: bool,
    of: Type,
}

/// What the `.d.ts` declares, and which of its fields answers had so far.
#[derive(Debug)]
pub struct Types {
    declared: BTreeMap<String, Type>,
    seen: BTreeSet<String>,
}

impl Types {
    /// Reads the declarations up to `declare global`.
    ///
    /// # Errors
    /// Where something is written that is not of the part of TypeScript known here.
    pub fn parse(text: &str) -> Result<Self> {
        let mut parser = Parser { tokens: tokens(text)?, at: 0 };
        let mut declared = BTreeMap::new();
        while parser.take("export") {
            let is_interface = parser.take("interface");
            ensure!(is_interface || parser.take("type"), "neither an interface nor a type is exported");
            let name = parser.next()?.to_owned();
            if !is_interface {
                parser.expect("=")?;
            }
            declared.insert(name, parser.union()?);
            parser.take(";");
        }
        ensure!(["declare", ""].contains(&parser.peek()), "\"{}\" is not understood", parser.peek());
        Ok(Self { declared, seen: BTreeSet::new() })
    }

    /// Holds a value against a member of an interface: the type of a property, or of what a method gives.
    ///
    /// # Errors
    /// When the value has an undeclared field, lacks a required one, or is otherwise not of the declared type.
    pub fn check(&mut self, interface: &str, member: &str, value: &Value) -> Result<()> {
        let of = self.member(interface, member)?;
        self.walk(&of, value, member)
    }

    /// Returns the fields that a member's answers could have, but had in none of those checked.
    ///
    /// # Errors
    /// When the interface has no such member.
    pub fn never_seen(&self, interface: &str, member: &str) -> Result<Vec<String>> {
        let mut fields = BTreeSet::new();
        self.fields(&self.member(interface, member)?, member, &mut fields);
        Ok(fields.difference(&self.seen).cloned().collect())
    }

    fn member(&self, interface: &str, member: &str) -> Result<Type> {
        let Some(Type::Object(fields)) = self.declared.get(interface) else {
            bail!("no interface {interface} is declared")
        };
        let field = fields.iter().find(|field| field.name == member);
        Ok(field.with_context(|| format!("{interface} declares no {member}"))?.of.clone())
    }

    fn walk(&mut self, of: &Type, value: &Value, path: &str) -> Result<()> {
        let fits = match of {
            Type::Literal(text) => value == text,
            Type::Named(name) => match name.as_str() {
                "string" => value.is_string(),
                "number" => value.is_number(),
                "boolean" => value.is_boolean(),
                "null" => value.is_null(),
                _ => {
                    let of = self.declared.get(name).with_context(|| format!("{path}: no type {name}"))?;
                    return match of.clone() {
                        of @ Type::Object(_) => self.walk(&of, value, name),
                        of => self.walk(&of, value, path),
                    };
                }
            },
            Type::List(of) => {
                let items = value.as_array().with_context(|| format!("{path} is {value}, not a list"))?;
                return items.iter().try_for_each(|item| self.walk(of, item, path));
            }
            Type::Object(fields) => return self.walk_fields(fields, value, path),
            Type::Union(members) if value.is_null() => {
                members.iter().any(|of| matches!(of, Type::Named(name) if name == "null"))
            }
            Type::Union(members) => {
                let tried: Vec<_> = members.iter().map(|of| self.walk(of, value, path)).collect();
                // Of `Published | null` what is wrong in the first is told.
                if let [Err(_), Err(_)] = tried.as_slice() {
                    return tried.into_iter().collect();
                }
                tried.iter().any(Result::is_ok)
            }
            Type::Tuple => false,
        };
        ensure!(fits, "{path} is {value}, which is not declared");
        Ok(())
    }

    fn walk_fields(&mut self, fields: &[Field], value: &Value, path: &str) -> Result<()> {
        let object = value.as_object().with_context(|| format!("{path} is {value}, not an object"))?;
        for name in object.keys() {
            ensure!(fields.iter().any(|field| field.name == *name), "{path}.{name} is not declared");
        }
        for field in fields {
            let path = format!("{path}.{}", field.name);
            match object.get(&field.name) {
                Some(value) => self.walk(&field.of, value, &path)?,
                None => ensure!(field.is_optional, "{path} is missing"),
            }
            if object.contains_key(&field.name) {
                self.seen.insert(path);
            }
        }
        Ok(())
    }

    fn fields(&self, of: &Type, path: &str, found: &mut BTreeSet<String>) {
        match of {
            Type::Literal(_) | Type::Tuple => {}
            Type::Named(name) => {
                if let Some(of) = self.declared.get(name) {
                    self.fields(of, name, found);
                }
            }
            Type::List(of) => self.fields(of, path, found),
            Type::Union(members) => members.iter().for_each(|of| self.fields(of, path, found)),
            Type::Object(fields) => {
                for field in fields {
                    let path = format!("{path}.{}", field.name);
                    if found.insert(path.clone()) {
                        self.fields(&field.of, &path, found);
                    }
                }
            }
        }
    }
}

/// Names, texts in quotes, and single signs; comments are left out.
fn tokens(text: &str) -> Result<Vec<&str>> {
    let (mut found, mut rest) = (Vec::new(), text.trim_start());
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '/' => rest.find("*/").context("a comment does not end")? + 2,
            '"' | '`' => rest[1..].find(first).context("a text does not end")? + 2,
            _ if first.is_alphanumeric() => {
                rest.find(|sign: char| !sign.is_alphanumeric()).unwrap_or(rest.len())
            }
            _ => first.len_utf8(),
        };
        let (token, after) = rest.split_at(length);
        if first != '/' {
            found.push(token);
        }
        rest = after.trim_start();
    }
    Ok(found)
}

struct Parser<'a> {
    tokens: Vec<&'a str>,
    at: usize,
}

impl<'a> Parser<'a> {
    /// The next token, or nothing at the end.
    fn peek(&self) -> &'a str {
        self.tokens.get(self.at).copied().unwrap_or_default()
    }

    fn next(&mut self) -> Result<&'a str> {
        let token = self.tokens.get(self.at).copied().context("the declarations end too soon")?;
        self.at += 1;
        Ok(token)
    }

    fn take(&mut self, token: &str) -> bool {
        let is_next = self.peek() == token;
        self.at += usize::from(is_next);
        is_next
    }

    fn expect(&mut self, token: &str) -> Result<()> {
        let found = self.next()?;
        ensure!(found == token, "\"{token}\" is expected, not \"{found}\"");
        Ok(())
    }

    fn union(&mut self) -> Result<Type> {
        self.take("|");
        let mut members = vec![self.listed()?];
        while self.take("|") {
            members.push(self.listed()?);
        }
        Ok(if members.len() == 1 { members.remove(0) } else { Type::Union(members) })
    }

    fn listed(&mut self) -> Result<Type> {
        let mut of = match self.next()? {
            "{" => Type::Object(self.fields()?),
            "[" => {
                self.skip_past("[", "]")?;
                Type::Tuple
            }
            // A text of a certain shape, such as the number of a council.
            token if token.starts_with('`') => Type::Named("string".to_owned()),
            token if token.starts_with('"') => Type::Literal(token.trim_matches('"').to_owned()),
            name => Type::Named(name.to_owned()),
        };
        if self.take("<") {
            if matches!(&of, Type::Named(name) if name == "Array") {
                of = Type::List(Box::new(self.union()?));
                self.expect(">")?;
            } else {
                self.skip_past("<", ">")?;
            }
        }
        while self.take("[") {
            self.expect("]")?;
            of = Type::List(Box::new(of));
        }
        Ok(of)
    }

    fn fields(&mut self) -> Result<Vec<Field>> {
        let mut fields = Vec::new();
        while !self.take("}") {
            let name = self.next()?.to_owned();
            let is_optional = self.take("?");
            if self.take("(") {
                self.skip_past("(", ")")?;
            }
            self.expect(":")?;
            fields.push(Field { name, is_optional, of: self.union()? });
            self.take(";");
        }
        Ok(fields)
    }

    /// Leaves out what stands up to the sign that closes.
    fn skip_past(&mut self, opens: &str, closes: &str) -> Result<()> {
        let mut depth = 1;
        while depth > 0 {
            let token = self.next()?;
            depth += i32::from(token == opens) - i32::from(token == closes);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const FACE: &str = r#"
        /** What is called. */
        export interface Face { list(of?: [number, number]): Item[]; one(query: { id: string }): Item | null }
        export type Good = | "high" | "low";
        export interface Item { id: string; good: Good; value?: number; tags?: Array<string>; where?: { row: number; last: boolean } }
        declare global {}"#;

    #[test]
    fn answers_are_held_against_their_types() {
        let cases = [
            ("one", json!(null), ""),
            (
                "one",
                json!({ "id": "a", "good": "low", "value": 1.5, "tags": ["b"], "where": { "row": 1, "last": true } }),
                "",
            ),
            ("one", json!({ "id": "a", "good": "low", "valeu": 1 }), "Item.valeu is not declared"),
            ("one", json!({ "good": "low" }), "Item.id is missing"),
            ("list", json!([{ "id": "a", "good": "none" }]), "Item.good is \"none\", which is not declared"),
            (
                "list",
                json!([{ "id": "a", "good": "low", "value": null }]),
                "Item.value is null, which is not declared",
            ),
            (
                "list",
                json!([{ "id": "a", "good": "low", "tags": [1] }]),
                "Item.tags is 1, which is not declared",
            ),
            (
                "list",
                json!([{ "id": "a", "good": "low", "where": { "row": 1 } }]),
                "Item.where.last is missing",
            ),
            ("list", json!(null), "list is null, not a list"),
            ("gone", json!(1), "Face declares no gone"),
        ];
        for (member, value, expected) in cases {
            let mut types = Types::parse(FACE).unwrap();
            let found = types.check("Face", member, &value).err().map(|error| error.to_string());
            assert_eq!(found.unwrap_or_default(), expected, "{member}: {value}");
        }
    }

    #[test]
    fn fields_that_no_answer_had_are_known() {
        let mut types = Types::parse(FACE).unwrap();
        types.check("Face", "list", &json!([{ "id": "a", "good": "low", "value": 1 }])).unwrap();
        let never = types.never_seen("Face", "one").unwrap();
        assert_eq!(never, ["Item.tags", "Item.where", "Item.where.last", "Item.where.row"]);
    }
}
