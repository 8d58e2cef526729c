// Unpacks the program that is inside the page: base64, then gzip. Used by the page and by its workers.
async function unpackProgram(base64) {
  "use strict";
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}
