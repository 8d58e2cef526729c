// In this page, with the heat map of a council's official figures on the screen.

/** Chooses an option and, the next time, what was chosen before; the first time is to warm up. */
const switched = async (id, other) => {
  const list = document.getElementById(id);
  const first = list.value;
  if (first === other || ![...list.options].some(({ value }) => value === other)) throw new Error(`${id} has no ${other}`);
  const taken = [];
  for (let time = 0; time < 4; time++)
    taken.push(await framed(() => {
      list.value = time % 2 ? first : other;
      list.dispatchEvent(new Event("change", { bubbles: true }));
    }));
  return taken.slice(1);
};
return { "heat": await switched("heat-colours", "quarter"), "heat-columns": await switched("heat-columns", "periods") };
