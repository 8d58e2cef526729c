// Reads one file, looks through or checks one draft, or simulates one scenario, away from the page, so that a file that crashes the program or never ends leaves the page alive. The
// page makes this worker from its own text: the program's glue, then this.
"use strict";
self.onmessage = async (event) => {
  const data = event.data;
  try {
    await wasm_bindgen({ module_or_path: data.program });
    self.postMessage({ started: true });
    if (data.unread) {
      self.postMessage({ personal: wasm_bindgen.lookThrough(data.unread) });
      return;
    }
    if (data.draft) {
      self.postMessage({ checked: wasm_bindgen.checkDraft(data.draft) });
      return;
    }
    if (data.scenario) {
      self.postMessage({ simulated: wasm_bindgen.simulateScenario(data.scenario) });
      return;
    }
    const tell = (progress) => self.postMessage({ progress });
    self.postMessage({ opened: wasm_bindgen.openFile(new Uint8Array(data.bytes), data.name, data.options, tell) });
  } catch (error) {
    self.postMessage({ failed: String(error) });
  }
};
