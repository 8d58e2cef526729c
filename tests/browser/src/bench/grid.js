// In this page, with 100 measures by 24 months in the grid and the focus in a cell.
const press = (key) => () =>
  document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
return {
  "key": await frames(press("ArrowDown"), 9),
  "page": await frames(press("PageDown"), 3),
};
