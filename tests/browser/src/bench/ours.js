// In this page: arguments are the bytes of an Excel and of an OpenDocument file.
const [xlsx, ods] = [...arguments].map(fromBase64);
const page = corporateParenting;
const areas = page.areas();
const figures = (input, fileName) => {
  const reading = page.read(input, { fileName });
  if (reading.figures.length < 1000) throw new Error(`${fileName}: ${reading.figures.length} figures`);
};
const csv = new TextEncoder().encode(activityFile(areas));

const shares = page.indicators().filter(({ kind, id }) => kind === "share" && !id.startsWith("own:")).slice(0, 100);
const next = numbers(3);
const months = Array.from({ length: 12 }, (_, month) => `2024-${String(month + 1).padStart(2, "0")}`);
const hundred = {
  council: "873", period: "2024-12", monthsAre: "rolling-year",
  figures: shares.flatMap(({ id }) => months.map((period) => {
    const denominator = 100 + Math.floor(next() * 500);
    return { indicator: id, area: "873", period, numerator: Math.floor(next() * denominator), denominator };
  })),
};
const all = page.indicators();
const names = Array.from({ length: 10000 }, (_, row) => {
  const title = all[row % all.length].title;
  return row < all.length ? title : `${title.split(" ").toReversed().join(" ")} ${row}`;
});
const paragraph = (at) => `In 2024/25 the service worked with ${300 + (at % 400)} children in care. ` +
  `${20 + (at % 80)} of ${100 + (at % 200)} care leavers aged 19 to 21 (${(at % 60) + 20}%) were in education, employment or ` +
  `training, compared with ${(at % 30) + 30}% the year before. The board asked officers to explain what is being done, and was ` +
  `told that the plan of last spring is followed and looked at again in the autumn of each year by those who wrote it.`;
const draft = Array.from({ length: 1250 }, (_, at) => paragraph(at)).join("\n\n");

return {
  "official|figures": await timed(() => figures(csv, "la_care_leavers_activity.csv"), 3),
  "xlsx|figures": await timed(() => figures(xlsx, "figures.xlsx"), 3),
  "ods|figures": await timed(() => figures(ods, "figures.ods"), 3),
  "names": await timed(() => page.read(names.map((name) => `${name}\t51\t646`).join("\n"), { period: "2025" }), 1),
  "scorecard": await timed(() => page.scorecard(hundred), 3),
  "draft": await timed(() => page.check(draft, { council: "873", period: "2025" }), 1),
  "word": await timed(() => page.document({ ...hundred, format: "docx" }), 1),
  "excel": await timed(() => page.document({ ...hundred, format: "xlsx" }), 1),
};
