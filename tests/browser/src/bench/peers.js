// In the page of the peers: arguments are the areas, and the bytes of an Excel and of an OpenDocument file.
const [areas, ...books] = arguments;
const [xlsx, ods] = books.map(fromBase64);
const csv = new TextEncoder().encode(activityFile(areas));
const rows = (found) => {
  if (found.length < 10000) throw new Error(`${found.length} rows`);
};
const udsv = (bytes, read) => {
  const text = new TextDecoder().decode(bytes);
  return read(uDSV.initParser(uDSV.inferSchema(text)), text);
};
const papa = (bytes, options) => Papa.parse(new TextDecoder().decode(bytes), { skipEmptyLines: true, ...options }).data;
const sheetjs = (bytes) => {
  const book = XLSX.read(bytes, { type: "array", dense: true });
  return XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1 });
};

/** Milliseconds from navigation until the condition holds, in a frame of its own. */
const started = async (address, isUsable) => {
  const frame = document.createElement("iframe");
  frame.width = 1280;
  frame.height = 900;
  frame.src = address;
  document.body.append(frame);
  for (;;) {
    await new Promise((next) => setTimeout(next, 1));
    const inside = frame.contentWindow;
    const usable = inside.location.href === "about:blank" ? false : await isUsable(inside);
    if (usable) {
      frame.remove();
      return usable;
    }
  }
};
const ours = async (inside) => {
  if (!inside.corporateParenting?.ready) return false;
  await inside.corporateParenting.ready;
  return inside.document.querySelector("#paste") && inside.performance.now();
};
const starts = { "start|this page": [], "start|Pyodide": [] };
for (let time = 0; time < 3; time++) {
  starts["start|this page"].push(await started("/", ours));
  starts["start|Pyodide"].push(await started("/pyodide.html", (inside) => inside.usable));
}

return {
  ...starts,
  "official|uDSV strings": await timed(() => rows(udsv(csv, (parser, text) => parser.stringArrs(text))), 3),
  "official|uDSV typed rows": await timed(() => rows(udsv(csv, (parser, text) => parser.typedArrs(text))), 3),
  "official|Papa Parse strings": await timed(() => rows(papa(csv)), 3),
  "official|Papa Parse typed objects": await timed(() => rows(papa(csv, { header: true, dynamicTyping: true })), 3),
  "official|SheetJS": await timed(() => rows(sheetjs(csv)), 3),
  "xlsx|SheetJS": await timed(() => rows(sheetjs(xlsx)), 3),
  "ods|SheetJS": await timed(() => rows(sheetjs(ods)), 3),
};
