//! What a form says is wrong.

use corporate_parenting_calculator::number::Decimal;
use corporate_parenting_calculator::scenario::ReachError;
use corporate_parenting_calculator::words::forms::{FormError, NoTarget};

#[test]
fn words_forms() {
    let typed = || "7 1".to_owned();
    let of_boxes = [
        FormError::NotANumber(typed()),
        FormError::NotADecimal(typed()),
        FormError::TooManyDigits(typed()),
        FormError::SeveralNumbers,
        FormError::NotOneNumber("6 46".to_owned()),
        FormError::ShareOrPercent(Decimal::new(2, 1)),
        FormError::NotAPercentage,
        FormError::NotACount,
        FormError::NotMonths,
        FormError::NotACalendarMonth,
        FormError::NotAPlanMonth,
        FormError::HalfAStage,
        FormError::NotAPopulation,
        FormError::HalfARange,
        FormError::LeavesNobody,
        FormError::ToleranceAlone,
    ];
    let of_targets = [
        NoTarget::FewCouncils,
        NoTarget::BadCounts,
        NoTarget::NoCouncil,
        NoTarget::NoFigure("no official figure".to_owned()),
        NoTarget::Reach(ReachError::NoDirection),
    ];
    let sentences: Vec<String> =
        of_boxes.iter().map(ToString::to_string).chain(of_targets.iter().map(ToString::to_string)).collect();
    let sentences = sentences.join("\n");
    insta::assert_snapshot!(sentences);
}
