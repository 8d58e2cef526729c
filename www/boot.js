// Starts the calculator: unpacks the WebAssembly program that is inside this page, and runs it.
//
// The build puts this file, the program's own glue (`wasm_bindgen`) and the program (#program: gzip, then base64)
// into one page, which fetches nothing. A browser's "Save page" may have written a running page to disk, so starting
// must work from any state of the document: whatever a former run left in #app is thrown away.
(function () {
  "use strict";

  const API = ["indicators", "areas", "neighbours", "published", "read", "scorecard", "caseload", "reach"];
  const TOO_OLD = "This browser is too old for the calculator. " +
    "Use a current version of Edge, Chrome, Firefox or Safari.";
  const FAILED = "The calculator could not start. Close other tabs and open the page again. " +
    "If that does not help, get a fresh copy of the page: this one may be damaged.";

  const app = document.getElementById("app");
  const starting = document.getElementById("starting");

  // #starting is only ever shown or hidden: a copy of the page must come out as it was built.
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

  function unpacked(base64) {
    const text = atob(base64);
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).arrayBuffer();
  }

  async function start() {
    if (typeof WebAssembly !== "object" || typeof DecompressionStream !== "function") {
      tell(TOO_OLD);
      throw new Error(TOO_OLD);
    }
    app.textContent = "";
    starting.hidden = false;
    try {
      const program = await unpacked(document.getElementById("program").textContent);
      await wasm_bindgen({ module_or_path: await WebAssembly.compile(program) });
      for (const name of API) face[name] = wasm_bindgen[name];
      face.version = wasm_bindgen.version();
    } catch (error) {
      tell(FAILED);
      throw error;
    }
    starting.hidden = true;
    return face;
  }

  const face = {};
  window.corporateParenting = face;
  face.ready = start();
})();
