// The keyboard. Keys do nothing while one types, and with Ctrl or Meta held.

const help = find("#help");

// number chooses the nth source: as a filter, or for one side.
function number(n, left) {
  const source = sources[n - 1];
  if (!source) return;
  if (state.view === "missing") return toggle("miss", source.id);
  if (state.view !== "reading") return toggle("source", source.id);
  const [a, b] = sides();
  if (left) change({ a: source.id, b: b === source.id ? a : b, at: "" });
  else change({ a: a === source.id ? (b === "*" ? sources.find((other) => other.id !== source.id).id : b) : a, b: source.id, at: "" });
}

const step = (by, open) => (state.view === "reading" ? goTo(at + by) : state.view === "findings" && stepRow(by, open));

function decide(verb) {
  const row = rowOf.get(state.open) || document.activeElement?.closest("tr.row");
  if (row && state.view === "findings") toggleDecision(row, verb);
}

const keys = {
  n: () => step(1, true),
  p: () => step(-1, true),
  j: () => step(1, false),
  k: () => step(-1, false),
  c: () => decide("confirm"),
  d: () => decide("dismiss"),
  l: () => decide("later"),
  s: () => change({ view: state.view === "reading" ? "findings" : "reading", at: "" }),
  "/": () => find("#search").focus(),
  "?": () => help.showModal(),
  Escape: () => { if (state.open && state.view === "findings") change({ open: "" }); },
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || help.open) return;
  const typing = event.target.matches("input:not([type=checkbox]), textarea, select");
  if (typing) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const digit = /^Digit([1-9])$/.exec(event.code);
  if (digit && !event.shiftKey) {
    event.preventDefault();
    number(Number(digit[1]), event.altKey);
  } else if (keys[event.key] && !event.altKey) {
    if (event.key !== "Escape") event.preventDefault();
    keys[event.key]();
  }
});

find("#ask-help").addEventListener("click", () => help.showModal());
