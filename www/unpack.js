// Unpacks the program that is inside the page: base64, then gzip. Used by the page and by its workers.
async function unpackProgram(base64) {
  "use strict";
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  // Not by way of a Blob: WebKit lets no worker of a page opened from disk read one.
  const gzip = new DecompressionStream("gzip");
  const writer = gzip.writable.getWriter();
  // What is wrong with the bytes is told where they are read.
  writer.write(bytes).catch(() => {});
  writer.close().catch(() => {});
  return new Response(gzip.readable).arrayBuffer();
}
