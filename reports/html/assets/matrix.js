// The matrix: which rows are shown, and which of them is open.

const texts = new Map(); // what the search looks at, by row

function textOf(row) {
  if (!texts.has(row)) texts.set(row, (row.textContent + " " + panelOf(row).textContent).toLowerCase());
  return texts.get(row);
}

const panelOf = (row) => document.getElementById("f-" + row.dataset.id);
const decisionIn = (row) => row.dataset.decision || "open";

function isShown(row) {
  const { verdict, kind, sources: own } = row.dataset;
  const chosen = { verdict: list("verdict"), kind: list("kind"), source: list("source"), decision: list("decision") };
  if (chosen.verdict.length && !chosen.verdict.includes(verdict)) return false;
  if (chosen.kind.length && !chosen.kind.includes(kind)) return false;
  if (chosen.source.some((id) => !words(own).includes(id))) return false;
  if (chosen.decision.length ? !chosen.decision.includes(decisionIn(row)) : decisionIn(row) === "dismiss" && row.dataset.id !== state.open) return false;
  const asked = state.q.toLowerCase().split(/\s+/).filter(Boolean);
  return !asked.length || asked.every((word) => textOf(row).includes(word));
}

const shownRows = () => rows.filter((row) => !row.hidden);
const filtered = () => ["verdict", "kind", "source", "decision", "q"].some((key) => state[key] !== "");

function renderRows() {
  if (!rows.length) return;
  let shown = 0;
  let folded = 0;
  for (const row of rows) {
    row.hidden = !isShown(row);
    if (!row.hidden) shown++;
    else if (!state.decision && decisionIn(row) === "dismiss") folded++;
  }
  const total = rows.length;
  find("#shown").textContent = shown === total ? total + (total === 1 ? " finding" : " findings") : shown + " of " + total + " findings";
  find("#clear").hidden = !filtered();
  const dismissed = find("#show-dismissed");
  dismissed.hidden = folded === 0;
  dismissed.textContent = "Show " + folded + " dismissed";
  if (find("#search").value !== state.q) find("#search").value = state.q;
}

let opened = null; // the row whose panel stands below it

function renderOpen(before) {
  const row = rowOf.get(state.open) || null;
  if (opened && opened !== row) shut(opened);
  opened = row;
  if (!row) return;
  if (!row.nextElementSibling?.matches(".opened")) {
    const cell = make("td", { colspan: String(row.cells.length), role: "cell" });
    const panel = panelOf(row);
    equip(panel, row);
    cell.append(panel);
    row.after(make("tr", { class: "opened", role: "row" }, cell));
  }
  row.nextElementSibling.hidden = row.hidden;
  mark(row, true);
  if (state.view === "findings" && (!before || before.open !== state.open)) {
    if (before) find(".question", row).focus({ preventScroll: true });
    reveal(row);
    reveal(row.nextElementSibling.offsetHeight < innerHeight * 0.7 ? row.nextElementSibling : row);
  }
}

function shut(row) {
  const below = row.nextElementSibling;
  if (below?.matches(".opened")) {
    find(".panels").append(panelOf(row));
    below.remove();
  }
  mark(row, false);
}

function mark(row, open) {
  row.classList.toggle("is-open", open);
  find(".question", row).setAttribute("aria-expanded", String(open));
}

// stepRow moves the focus by one shown row, and opens it if asked to.
function stepRow(by, open) {
  const shown = shownRows();
  if (!shown.length) return;
  const focused = document.activeElement?.closest("tr.row, tr.opened");
  const from = open ? rowOf.get(state.open) || focused : focused || rowOf.get(state.open);
  const at = shown.indexOf(from?.matches(".opened") ? from.previousElementSibling : from);
  const next = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(at + by, 0), shown.length - 1)];
  if (open) change({ open: next.dataset.id }, false);
  find(".question", next).focus({ preventScroll: true });
  reveal(next);
}

for (const row of rows) {
  const link = find(".question", row);
  link.setAttribute("role", "button");
  link.setAttribute("aria-expanded", "false");
  link.setAttribute("aria-controls", "f-" + row.dataset.id);
}

renderers.push(renderRows, renderOpen);

if (rows.length) {
  find(".matrix tbody").addEventListener("click", (event) => {
    const row = event.target.closest("tr.row");
    if (!row || event.target.closest("a, button") || String(getSelection())) return;
    change({ open: state.open === row.dataset.id ? "" : row.dataset.id });
  });
  find(".matrix tbody").addEventListener("keydown", (event) => {
    if (event.key !== " " || !event.target.matches(".question")) return;
    event.preventDefault();
    event.target.click();
  });
  find("#clear").addEventListener("click", () => change({ verdict: "", kind: "", source: "", decision: "", q: "" }));
  find("#show-dismissed").addEventListener("click", () => change({ decision: "dismiss" }));
}
find("#search").addEventListener("input", (event) => change({ view: "findings", q: event.target.value }, false));
