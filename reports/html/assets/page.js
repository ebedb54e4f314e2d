// What all scripts use: the parts of the page, and small helpers.

const find = (selector, within = document) => within.querySelector(selector);
const findAll = (selector, within = document) => [...within.querySelectorAll(selector)];

const rows = findAll("tr.row");
const rowOf = new Map(rows.map((row) => [row.dataset.id, row]));
const sources = findAll("#sources tr[data-source]").map((tr) => ({ id: tr.dataset.source, ...tr.dataset }));
const sourceOf = new Map(sources.map((source) => [source.id, source]));

// words are the entries of a list separated by blanks.
const words = (list) => (list || "").split(" ").filter(Boolean);

// make builds an element; children are elements or text.
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

// say tells a screen reader what happened.
function say(text) {
  find("#said").textContent = text;
}

// keep and kept store small things in the browser. A browser may refuse, for
// files opened from disk above all: then they last as long as the page.
function keep(key, value) {
  try {
    localStorage.setItem("factdiff:" + key, value);
  } catch { /* nothing is kept */ }
}

function kept(key) {
  try {
    return localStorage.getItem("factdiff:" + key);
  } catch {
    return null;
  }
}

// calm is whether the reader asked for less motion.
const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

// reveal scrolls to an element that is not in full view, below what sticks to the top.
function reveal(element, block = "nearest") {
  element.scrollIntoView({ block, inline: "nearest", behavior: calm() ? "auto" : "smooth" });
}

// copy puts text on the clipboard, and says so on the button.
async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = make("textarea", { "aria-hidden": "true" }, text);
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  const label = button.textContent;
  button.textContent = "Copied";
  say("Copied");
  setTimeout(() => { button.textContent = label; }, 1200);
}
