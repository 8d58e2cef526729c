// In the page of the peers: the Excel and the OpenDocument file that both read. The argument is the areas.
const book = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(sheet(arguments[0])), "Figures");
return ["xlsx", "ods"].map((bookType) => base64(new Uint8Array(XLSX.write(book, { bookType, type: "array", compression: true }))));
