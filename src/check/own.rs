//! Numbers said to be the council's own, against its figures in the page. The official figure comes second.

use crate::figure::Amount;
use crate::indicator::{Indicator, Kind as Sort};
use crate::number::{Decimal, Exact};
use crate::period::Period;
use crate::read::prose::{Dated, Of, Role, StatedPart, Told};

use super::listener::{Found, Listener};
use super::official::{agrees, subject};
use super::prepared::Spoken;
use super::{Context, Kind, Reason, Verdict, agreement};

/// A figure of the council's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// Of what.
    pub indicator: &'static Indicator,
    /// For when.
    pub period: Option<Period>,
    /// How much.
    pub amount: Amount,
}

impl Own {
    /// The number it gives, as exact as it is known, or `None` where it is withheld.
    pub(super) fn exact(&self) -> Option<Exact> {
        self.amount.exact(self.indicator.kind)
    }

    /// How a stated number agrees with it: with counts to the decimals stated, otherwise to those of the coarser.
    fn verdict(&self, stated: Decimal) -> Option<Verdict> {
        match self.amount {
            Amount::Value(value) => Some(
                agrees(stated, value)
                    .unwrap_or_else(|| agreement::verdict(stated, value.into()).min(Verdict::Close)),
            ),
            _ => self.exact().map(|exact| agreement::verdict(stated, exact)),
        }
    }
}

impl Context {
    /// The council's own figure for a period.
    pub(super) fn own(&self, indicator: &Indicator, period: Period) -> Option<&Own> {
        self.own.iter().find(|own| own.indicator == indicator && own.period == Some(period))
    }
}

impl Listener<'_> {
    /// Checks the numbers of a sentence that are the council's own figures.
    pub(super) fn check_own(&mut self, spoken: &Spoken<'_>) {
        if spoken.says_official() {
            return;
        }
        for told in &spoken.told {
            let is_own = told.role == Role::Own
                && !told.statement.is_rough
                // A number alone is of what a heading says, or of a part of it.
                && told.statement.tokens.len() < spoken.sentence.tokens.len()
                && told.area.is_none_or(|area| Some(area) == self.context.council);
            let period = match told.dated {
                Dated::At(period) => Some(period),
                Dated::Chosen => self.context.period,
                Dated::Unclear => None,
            };
            // "Our 8%" is of what was told of before.
            let is_ours = spoken.is_ours_alone(told);
            let ours = || if is_ours { subject(told).or(self.subject) } else { None };
            let of = subject(told)
                .filter(|_| !matches!(told.subject, Of::Unknown(_)))
                .or_else(ours)
                .filter(|_| is_own);
            let Some((of, period)) = of.zip(period) else { continue };
            // Without a date it is of the report's period, unless only the one told before gives it.
            let given = |period: Option<Period>| self.context.own(of, period?);
            let agrees = |own: &&Own| {
                let judged = judged(told, own);
                !judged.is_empty() && judged.iter().all(|(_, verdict, _)| *verdict >= Verdict::Truncated)
            };
            let periods = [Some(period), spoken.before];
            let agreeing = periods.into_iter().filter_map(given).find(agrees);
            let Some(own) = agreeing.or_else(|| given(Some(period))) else { continue };
            for (part, verdict, expected) in judged(told, own) {
                // What it is of may be another measure; that the numbers are the same is no chance.
                let is_certain = told.known().is_some() || is_ours && self.subject == Some(of);
                if verdict != Verdict::Agrees && !is_certain {
                    continue;
                }
                let reason =
                    Reason::Own { own: own.clone(), official: self.published_beside(own, part.value) };
                let found =
                    Found { kind: Kind::Own, verdict, stated: part.value, expected: Some(expected), reason };
                self.find(spoken, &part.range, found);
            }
        }
    }

    /// What was published for a figure of the council's own, where a stated number is another.
    fn published_beside(&self, own: &Own, stated: Decimal) -> Option<Decimal> {
        let Some(Period::Year(year)) = own.period else { return None };
        let value =
            self.context.published.official(own.indicator, self.context.council?, year)?.value.ok()?;
        let is_said = agrees(stated, value).is_some() && own.verdict(stated) >= Some(Verdict::Truncated);
        (!is_said).then_some(value)
    }
}

/// The parts of a statement with how they agree with a figure, and what they should be.
fn judged<'a>(told: &'a Told, own: &Own) -> Vec<(&'a StatedPart, Verdict, Decimal)> {
    let statement = &told.statement;
    let whole = |part: &'a Option<StatedPart>, count: u64| {
        let part = part.as_ref()?;
        let expected = Exact::whole(count).rounded(0);
        let verdict = if part.value == expected { Verdict::Agrees } else { Verdict::Differs };
        Some((part, verdict, expected))
    };
    let value = |part: &'a StatedPart| {
        let verdict = own.verdict(part.value)?;
        Some((part, verdict, own.exact()?.rounded(part.value.decimals())))
    };
    if own.indicator.kind != Sort::Share {
        let main = statement.main().filter(|_| statement.percent.is_none());
        return main.and_then(value).into_iter().collect();
    }
    let counts = match own.amount {
        Amount::Counts { numerator, denominator } => {
            [whole(&statement.count, numerator), whole(&statement.base, denominator)]
        }
        _ => [None, None],
    };
    // Two other counts are of another group.
    if counts.iter().all(|judged| judged.as_ref().is_some_and(|(_, verdict, _)| *verdict != Verdict::Agrees))
    {
        return Vec::new();
    }
    // With its count a percentage is recomputed, and says all where the counts are the same.
    let percent = statement.percent.as_ref();
    let is_worth = |(_, verdict, _): &(_, Verdict, _)| percent.is_none() || *verdict != Verdict::Agrees;
    let alone = percent.filter(|_| statement.count.is_none()).and_then(value);
    alone.into_iter().chain(counts.into_iter().flatten().filter(is_worth)).collect()
}
