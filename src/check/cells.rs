//! Columns of a table whose cells hold a count with its percentage: "1,140 (58%)".

use crate::number::{Decimal, Exact};
use crate::read::cell::{self, Cell};

use super::listener::{Found, Listener};
use super::source::Row;
use super::{Kind, Span, Verdict, agreement, share};

/// A count with its percentage.
struct Pair {
    count: u64,
    percent: Decimal,
    /// Where the percentage stands, and its row.
    place: (Span, Span),
}

impl Listener<'_> {
    /// Checks the columns of rows that follow each other against their total, or against what they add up to where the
    /// percentages make up the whole.
    pub(super) fn check_cells(&mut self, rows: &[Row]) {
        let columns = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        for column in 1..columns {
            let mut pairs: Vec<Pair> = Vec::new();
            for row in rows {
                let Some(cell) = row.cells.get(column).cloned() else { continue };
                let is_total = self.text[row.cells[0].clone()].to_lowercase().contains("total");
                match cell::parse(&self.text[cell.clone()]) {
                    Cell::CountWithPercent(count, percent) if !is_total => {
                        pairs.extend(self.pair(count, percent, cell, row));
                    }
                    Cell::CountWithPercent(count, _) => self.judge_pairs(&mut pairs, whole(count)),
                    Cell::Number(number) if is_total => {
                        self.judge_pairs(&mut pairs, u64::try_from(number.units()).ok());
                    }
                    Cell::Blank | Cell::Withheld(_) => {}
                    _ => self.judge_pairs(&mut pairs, None),
                }
            }
            self.judge_pairs(&mut pairs, None);
        }
    }

    fn pair(&self, count: &str, percent: Decimal, cell: Span, row: &Row) -> Option<Pair> {
        let own = &self.text[cell.clone()];
        let end = own.find('%')? + 1;
        let start = own[..end - 1].trim_end().rfind(|c: char| !c.is_ascii_digit() && c != '.')? + 1;
        Some(Pair {
            count: whole(count)?,
            percent,
            place: (cell.start + start..cell.start + end, row.span()),
        })
    }

    /// Judges what was gathered of a column, and begins anew.
    fn judge_pairs(&mut self, pairs: &mut Vec<Pair>, total: Option<u64>) {
        let pairs = std::mem::take(pairs);
        let decimals = pairs.iter().map(|pair| pair.percent.decimals()).max().unwrap_or(0);
        let shares = pairs.iter().try_fold(Exact::whole(0), |sum, pair| sum.plus(pair.percent.into()));
        let away = shares.and_then(|sum| sum.minus(Exact::whole(100))).map(Exact::magnitude);
        // Each may be off by half of its last digit.
        let most = Exact::new(i128::try_from(pairs.len()).unwrap_or(0), 2 * 10_i128.pow(decimals.into()));
        let is_all = away.zip(most).is_some_and(|(away, most)| away <= most);
        let sum = pairs.iter().fold(0_u64, |sum, pair| sum.saturating_add(pair.count));
        let bases = [total, Some(sum).filter(|_| is_all)];
        let verdict = |pair: &Pair, base: u64| agreement::share(pair.percent, pair.count, base);
        let agreeing =
            |base: &u64| pairs.iter().filter(|pair| verdict(pair, *base) >= Some(Verdict::Truncated)).count();
        let base =
            bases.into_iter().flatten().find(|base| pairs.len() > 1 && agreeing(base) * 3 >= pairs.len() * 2);
        for pair in &pairs {
            let Some((verdict, base)) = base.and_then(|base| Some((verdict(pair, base)?, base))) else {
                continue;
            };
            let (span, row) = pair.place.clone();
            let found = Found {
                kind: Kind::PercentageColumn,
                ..share::share(pair.percent, verdict, pair.count, base)
            };
            self.found(span, row, found);
        }
    }
}

/// A count as written.
fn whole(text: &str) -> Option<u64> {
    cell::whole(text).and_then(|count| u64::try_from(count).ok())
}
