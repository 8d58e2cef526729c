// Starts the calculator: unpacks the WebAssembly program that is inside this page, and runs it.
//
// The build puts this file, the program's own glue (`wasm_bindgen`), the program (#program: zstd, then base64) and a small
// one that unpacks it (#unpacker: gzip, then base64) into one page, which fetches nothing. A browser's "Save page" may have written a running page to disk, so starting
// must work from any state of the document: whatever a former run left in #app is thrown away.
//
// Should the program fail, another is started in its place, with the copy of the state that it keeps on #app.
(function () {
  "use strict";

  // The texts the page is made of, before anything else can change them: copies are made from these.
  const PARTS = ["frame", "checksum", "style", "glue", "worker", "notices", "unpacker", "program", "boot"];
  const text = (id) => document.getElementById(id)?.textContent ?? "";
  window.corporateParentingParts = Object.freeze(Object.fromEntries(PARTS.map((id) => [id, text(id)])));

  const API = ["indicators", "areas", "neighbours", "published", "read", "scorecard", "profile", "caseload", "reach", "check"];
  const TOO_OLD = "This browser is too old for the calculator. " +
    "Use a current version of Edge, Chrome, Firefox or Safari.";
  const NO_WEBASSEMBLY = "WebAssembly is turned off in this browser, and the calculator needs it. " +
    "Turn it on, or ask whoever looks after this computer to, and open the page again.";
  const NOT_ALLOWED = "The server that sent this page, or this browser, does not let its program run. " +
    "Save the page as a file and open that, or tell whoever publishes the page.";
  const NO_MEMORY = "There is not enough memory for the calculator. Close other tabs and programs, and open the page again.";
  const FAILED = "The calculator could not start. Open the page again. " +
    "If that does not help, get a fresh copy of the page: this one may be damaged.";

  const STOPPED_AGAIN = "The calculator failed, and failed again after it was restarted. Copy your figures from the box below, " +
    "open the page again and paste them there. Please tell the developers what you did last.";
  const STOPPED = "The calculator failed and is being started again. No figure entered in the page is lost.";

  let app = document.getElementById("app");
  const starting = document.getElementById("starting");

  // Why the program did not start, as far as the browser says.
  function cause(error) {
    const said = String(error);
    if (/content security policy|\bCSP\b|unsafe-eval/i.test(said)) return NOT_ALLOWED;
    if (error instanceof RangeError || /out of memory|could not allocate/i.test(said)) return NO_MEMORY;
    return FAILED;
  }

  function tell(sentence) {
    const main = document.createElement("main");
    const heading = document.createElement("h1");
    const line = document.createElement("p");
    heading.textContent = document.title;
    line.setAttribute("role", "status");
    line.textContent = sentence;
    main.append(heading, line);
    app.replaceChildren(main);
    starting.hidden = true;
  }

  function bytes(base64) {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
    const text = atob(base64);
    const all = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) all[i] = text.charCodeAt(i);
    return all;
  }

  // What a stream brings is compiled while the rest of it is still to come.
  function compile(stream) {
    return WebAssembly.compileStreaming(new Response(stream, { headers: { "Content-Type": "application/wasm" } }));
  }

  // The program, unpacked piece by piece as it is asked for, and compiled: see crates/unpacker. Where it is damaged its stream
  // just never goes on: engines were seen to hang where one fails, or ends too soon, while it is compiled.
  function program() {
    return new Promise((resolve, reject) => unpacked(reject).then(compile).then(resolve, reject));
  }

  async function unpacked(damaged) {
    const parts = window.corporateParentingParts;
    const unpacker = compile(new Blob([bytes(parts.unpacker)]).stream().pipeThrough(new DecompressionStream("gzip")));
    const packed = bytes(parts.program);
    const { memory, room, begin, more } = (await WebAssembly.instantiate(await unpacker)).exports;
    const there = (address) => {
      if (address === 0) throw new RangeError("out of memory");
      return address;
    };
    const packedAt = there(room(packed.length));
    new Uint8Array(memory.buffer).set(packed, packedAt);
    let at = there(begin());
    return new ReadableStream({
      pull(stream) {
        let length;
        try {
          length = more();
        } catch (error) {
          damaged(error);
          return new Promise(() => {});
        }
        if (length === 0) return stream.close();
        stream.enqueue(new Uint8Array(memory.buffer, at, length));
        at += length;
      },
    });
  }

  let compiled;
  let isStarting = true;

  // What a program exports, with a gate before it: the first call that fails closes the gate for good, and nothing calls
  // into what is left of it, neither its listeners nor its timers. A program never throws on purpose through its exports.
  function gated(exports) {
    let isOpen = true;
    const gate = (call) => (...given) => {
      if (!isOpen) return undefined;
      try {
        return call(...given);
      } catch (error) {
        if (isOpen) {
          isOpen = false;
          console.error(error);
          stopped();
        }
        throw new Error(STOPPED, { cause: error });
      }
    };
    const entries = Object.entries(exports);
    return Object.fromEntries(entries.map(([name, item]) => [name, typeof item === "function" ? gate(item) : item]));
  }

  // A program that fails as soon as it starts would only do so again.
  function stopped() {
    if (isStarting) tellWithFigures();
    else face.ready = new Promise((resolve) => setTimeout(resolve)).then(startAgain).catch(tellWithFigures);
    isStarting = true;
  }

  function tellWithFigures() {
    const columns = ["label", "area", "period", "numerator", "denominator", "value"];
    const rows = (app.kept?.lines ?? []).map((line) => columns.map((column) => line[column]).join("\t"));
    const box = document.createElement("textarea");
    box.readOnly = true;
    box.rows = 12;
    box.setAttribute("aria-label", "Your figures");
    box.value = ["Indicator\tArea\tPeriod\tNumerator\tDenominator\tValue", ...rows].join("\n");
    tell(STOPPED_AGAIN);
    app.firstChild.append(box);
  }

  async function startAgain() {
    const typed = document.getElementById("paste")?.value;
    const place = app.cloneNode(false);
    place.kept = app.kept;
    app.replaceWith(place);
    app = place;
    // The glue knows one program only, so it is run again for another.
    const glue = document.createElement("script");
    glue.textContent = window.corporateParentingParts.glue;
    document.head.append(glue);
    glue.remove();
    await run();
    const box = document.getElementById("paste");
    if (box && typed) box.value = typed;
    return face;
  }

  async function run() {
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = async (module, imports) => {
      const { exports } = await instantiate(module, imports);
      return { instance: { exports: gated(exports) }, module };
    };
    try {
      await wasm_bindgen({ module_or_path: compiled });
    } finally {
      WebAssembly.instantiate = instantiate;
    }
    for (const name of API) face[name] = wasm_bindgen[name];
    // In the glue, "document" is the page.
    face.document = wasm_bindgen.makeDocument;
    face.version = wasm_bindgen.version();
    setTimeout(() => { isStarting = false; });
  }

  async function start() {
    // Every browser that can unpack the program knows WebAssembly, unless it was turned off.
    const missing = typeof DecompressionStream !== "function" ? TOO_OLD : typeof WebAssembly !== "object" ? NO_WEBASSEMBLY : "";
    if (missing) {
      tell(missing);
      throw new Error(missing);
    }
    app.textContent = "";
    starting.hidden = false;
    try {
      compiled = await program();
      await run();
    } catch (error) {
      tell(cause(error));
      throw error;
    }
    starting.hidden = true;
    return face;
  }

  const face = {};
  window.corporateParenting = face;
  face.ready = start();
})();
