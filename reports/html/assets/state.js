// What is shown is a function of the state, and the state is the fragment of
// the address, so that a link reopens the same view.

const nothing = { view: "findings", open: "", verdict: "", kind: "", source: "", decision: "", q: "", a: "", b: "", only: "", miss: "", at: "" };
const views = ["findings", "reading", "missing", "agreed"];

let state = { ...nothing };
const renderers = [];

// fromId is the state that a plain link within the page asks for.
function fromId(id) {
  if (views.includes(id)) return { view: id, at: "" };
  if (id.startsWith("f-") && rowOf.has(id.slice(2))) return { view: "findings", open: id.slice(2), at: "" };
  const source = id.replace(/^text-/, "").replace(/-.*/, "");
  if (document.getElementById(id) && sourceOf.has(source)) return { view: "reading", at: id, ...showing(source) };
  return null;
}

// showing is the state in which a source is one of those side by side.
function showing(source) {
  const [a, b] = sides();
  return source === a || b === source || b === "*" ? { a, b } : { a: source, b };
}

function readState() {
  const fragment = location.hash.slice(1);
  const next = { ...nothing };
  if (fragment.includes("=")) {
    for (const [key, value] of new URLSearchParams(fragment)) if (key in next) next[key] = value;
    if (!views.includes(next.view)) next.view = nothing.view;
  } else if (fragment) {
    Object.assign(next, fromId(fragment));
  }
  state = next;
}

function fragment() {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(state)) if (value !== nothing[key]) params.set(key, value);
  const text = params.toString();
  return "#" + (text || nothing.view);
}

// change goes to another state. A step that one may want to go back from is a
// new entry of the history.
function change(patch, step = true) {
  const before = { ...state };
  Object.assign(state, patch);
  if (Object.keys(state).every((key) => state[key] === before[key])) return;
  if (step) history.pushState(null, "", fragment());
  else history.replaceState(null, "", fragment());
  render(before);
}

function render(before) {
  for (const renderer of renderers) renderer(before);
}

const list = (key) => state[key].split(",").filter(Boolean);

// toggle puts a value into a list of the state, or takes it out.
function toggle(key, value) {
  const now = list(key);
  change({ [key]: (now.includes(value) ? now.filter((v) => v !== value) : [...now, value]).join(",") }, false);
}

// Views and the buttons of filters follow the state.
renderers.push((before) => {
  for (const view of views) find("#" + view).hidden = view !== state.view;
  for (const tab of findAll(".tabs a")) {
    if (tab.dataset.view === state.view) tab.setAttribute("aria-current", "page");
    else tab.removeAttribute("aria-current");
  }
  for (const chip of findAll("[data-filter]")) {
    chip.setAttribute("aria-pressed", String(list(chip.dataset.filter).includes(chip.dataset.value)));
  }
  if (before && before.view !== state.view && !state.at) scrollTo({ top: Math.min(scrollY, find(".bar").offsetTop) });
});

document.addEventListener("click", (event) => {
  const chip = event.target.closest("[data-filter]");
  if (chip) return toggle(chip.dataset.filter, chip.dataset.value);
  const link = event.target.closest('a[href^="#"]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const id = decodeURIComponent(link.getAttribute("href").slice(1));
  const next = fromId(id);
  if (!next) return;
  event.preventDefault();
  if (next.open && next.open === state.open && link.matches(".question")) change({ open: "" });
  else if (next.at && next.at === state.at) reach(next.at);
  else change(next);
});

addEventListener("popstate", () => {
  const before = state;
  readState();
  render(before);
});
