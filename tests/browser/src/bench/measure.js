// What the measurements share: run in front of each, in this page and in that of the peers.

/** The milliseconds each of so many calls takes, after one to warm up. */
const timed = async (call, times) => {
  await call();
  const taken = [];
  for (let index = 0; index < times; index++) {
    const started = performance.now();
    await call();
    taken.push(performance.now() - started);
  }
  return taken;
};

/** What the page does for one frame: from a change at its start until the frame is painted and nothing is left to draw. */
const framed = (change) =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const started = performance.now();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - started);
      change();
      port2.postMessage(null);
    });
  });

const frames = async (change, times) => {
  await framed(change);
  const taken = [];
  for (let index = 0; index < times; index++) taken.push(await framed(change));
  return taken;
};

/** Numbers that look random and are the same each time. */
const numbers = (seed) => () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;

/** Rows as in the Department's file of care leavers' activity, with made-up counts: every area, age and activity of five years. */
const activityRows = (areas) => {
  const activities = [
    "Education other than higher education", "Higher education i.e. studies beyond A level", "In an apprenticeship",
    "In training or employment", "In training or employment (excl. apprenticeship)",
    "Not in education, training or employment, owing to illness or disability",
    "Not in education, training or employment, owing to other reasons",
    "Not in education, training or employment, owing to pregnancy or parenting", "Total",
    "Total in education, employment or training", "Total information not known",
    "Total not in education, employment or training",
  ];
  const next = numbers(1);
  const regions = new Map(areas.filter(({ level }) => level === "region").map(({ code, name }) => [code, name]));
  const rows = [];
  for (let year = 2025; year > 2020; year--)
    for (const { code, name, level, region } of areas)
      for (const age of ["17 to 18 years", "19 to 21 years"])
        for (const activity of activities) {
          const all = 40 + Math.floor(next() * 60);
          const count = activity === "Total" ? all : Math.floor(next() * all);
          const place = {
            country: ["National", "E92000001", "England", "", "", "", "", ""],
            region: ["Regional", "E92000001", "England", code, name, "", "", ""],
          }[level] ?? ["Local authority", "E92000001", "England", region, regions.get(region), code, `"${name}"`, ""];
          const share = Math.round((100 * count) / all);
          rows.push([year, "Reporting year", ...place, age, `"${activity}"`, count, share].join(","));
        }
  return rows;
};

const activityFile = (areas) =>
  "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,la_name," +
  "new_la_code,care_leaver_age,breakdown,care_leaver_count,care_leaver_percent\n" +
  activityRows(areas).join("\n");

/** A sheet of 20,000 rows and 12 columns. */
const sheet = (areas) => {
  const names = ["Three or more placements", "Children in care", "Care leavers in education, employment or training"];
  const councils = areas.filter(({ level }) => level === "council");
  const next = numbers(2);
  const rows = [["Indicator", "Period", "Council", "Numerator", "Denominator", "Ref", "Batch", "Owner", "Source", "Status", "Note", "Row"]];
  for (let row = 0; row < 20000; row++) {
    const all = 100 + Math.floor(next() * 500);
    rows.push([names[row % 3], `${2015 + (row % 11)}`, councils[row % councils.length].name, Math.floor(next() * all), all,
      `R${row}`, `Batch ${row % 9}`, "Service", "Case system", "Final", `Note ${row}`, row]);
  }
  return rows;
};

const base64 = (bytes) => {
  let text = "";
  for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return btoa(text);
};
const fromBase64 = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
