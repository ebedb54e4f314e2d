// Side by side: the paragraphs of two sources, or of one against all, set level
// in rows. The paragraphs themselves are moved there, so that links into the
// texts lead to them.

const articles = new Map(findAll(".text").map((text) => [text.dataset.source, text]));
const paragraphs = new Map([...articles].map(([id, text]) => [id, findAll(".para", text)]));

// level is the paragraph of a source that stands level with another one, or -1.
function level(paragraph, source) {
  for (const entry of words(paragraph.dataset.with)) {
    const n = entry.slice(source.length);
    if (entry.startsWith(source) && /^\d+$/.test(n)) return Number(n);
  }
  return -1;
}

// pairUp lines two sources up: [left or null, right or null] for each row.
function pairUp(left, right) {
  const a = paragraphs.get(left);
  const b = paragraphs.get(right);
  const pairs = [];
  let next = 0;
  for (const paragraph of a) {
    const at = level(paragraph, right);
    if (at < next) {
      pairs.push([paragraph, []]);
      continue;
    }
    for (; next < at; next++) pairs.push([null, [b[next]]]);
    pairs.push([paragraph, [b[at]]]);
    next = at + 1;
  }
  for (; next < b.length; next++) pairs.push([null, [b[next]]]);
  return pairs;
}

// againstAll lines all other sources up with one; what stands level with
// nothing comes last, source by source.
function againstAll(left) {
  const rest = [];
  const beside = new Map();
  for (const [id, own] of paragraphs) {
    if (id === left) continue;
    for (const paragraph of own) {
      const at = level(paragraph, left);
      if (at < 0) rest.push([null, [paragraph]]);
      else beside.set(at, [...(beside.get(at) || []), paragraph]);
    }
  }
  return [...paragraphs.get(left).map((paragraph, n) => [paragraph, beside.get(n) || []]), ...rest];
}

// sides are the two sources that the state asks for.
function sides() {
  const ids = [...paragraphs.keys()];
  const left = paragraphs.has(state.a) ? state.a : ids.find((id) => id !== state.b) || ids[0];
  const right = state.b === "*" || (paragraphs.has(state.b) && state.b !== left) ? state.b : ids.find((id) => id !== left) || "*";
  return [left, right];
}

const sourceIn = (element) => element.closest("[data-of]").dataset.of;

// concern shows whether a mark tells of a difference between what is shown:
// "live" where a finding sets the two against each other, "lacks" where the
// other side leaves it out.
function concern(mark, left, right) {
  const own = sourceIn(mark);
  const other = own === left ? right : left;
  const against = (ids) => (other === "*" ? ids.some((id) => id !== own) : ids.includes(other));
  const findings = mark.matches("a") ? words(mark.dataset.all || mark.getAttribute("href").slice(3)) : [];
  const live = findings.some((id) => against(words(rowOf.get(id)?.dataset.sources)));
  const lacks = against(words(mark.dataset.missing));
  mark.classList.toggle("live", live);
  mark.classList.toggle("lacks", lacks);
  return live || lacks;
}

let stops = []; // rows that hold a difference, in order
let at = -1;
let shownSides = "";

function layOut(left, right) {
  for (const [id, own] of paragraphs) articles.get(id).append(...own);
  const pairs = right === "*" ? againstAll(left) : pairUp(left, right);
  const side = (list, name) => {
    const element = make("div", { class: "side " + name });
    for (const paragraph of list) {
      const holder = make("div", { class: "of", "data-of": paragraph.id.replace(/-p\d+$/, "") }, paragraph);
      if (right === "*" && name === "right") holder.prepend(make("span", { class: "letter" }, holder.dataset.of));
      element.append(holder);
    }
    return element;
  };
  const name = (id) => (id === "*" ? [make("b", {}, "All others")] : [make("span", { class: "letter" }, id), " ", make("b", {}, sourceOf.get(id).label), " ", make("span", { class: "when" }, sourceOf.get(id).when)]);
  const head = make("div", { class: "pair heads" }, make("div", { class: "side left" }, ...name(left)), make("div", { class: "side right" }, ...name(right)));
  const body = pairs.map(([a, b]) => make("div", { class: "pair" + (a && b.length ? "" : " lone") }, side(a ? [a] : [], "left"), side(b, "right")));
  find("#pairs").replaceChildren(head, ...body);
  stops = [];
  for (const pair of body) {
    let differs = false;
    for (const mark of findAll(".m, .only", pair)) {
      if (concern(mark, left, right)) differs = true;
    }
    pair.classList.toggle("differs", differs);
    if (differs) stops.push(pair);
  }
  at = -1;
}

// fold hides the rows that do not differ, but for one beside each that does.
function fold() {
  const body = findAll(".pair:not(.heads)", find("#pairs"));
  findAll(".gap", find("#pairs")).forEach((gap) => gap.remove());
  const near = (n) => [n - 1, n, n + 1].some((i) => body[i]?.classList.contains("differs"));
  let hidden = [];
  const close = (before) => {
    if (!hidden.length) return;
    const run = hidden;
    const button = make("button", { type: "button", class: "gap quiet" }, run.length + (run.length === 1 ? " paragraph" : " paragraphs") + " without a difference");
    button.addEventListener("click", () => {
      run.forEach((pair) => { pair.hidden = false; });
      button.remove();
      drawMap();
    });
    if (before) before.before(button);
    else find("#pairs").append(button);
    hidden = [];
  };
  body.forEach((pair, n) => {
    pair.hidden = state.only === "1" && !near(n);
    if (pair.hidden) hidden.push(pair);
    else close(pair);
  });
  close(null);
}

// drawMap marks in the margin where differences lie, each side in its half.
function drawMap() {
  const frame = find("#pairs").getBoundingClientRect();
  const ticks = findAll("#pairs .live, #pairs .lacks").map((mark) => {
    const box = mark.getBoundingClientRect();
    if (!box.height) return null;
    const kind = mark.matches(".live") ? ["conflict", "update", "tension"].find((verdict) => mark.matches("." + verdict)) : "lone";
    const tick = make("span", { class: "tick " + kind + (mark.closest(".left") ? " left" : " right") });
    tick.style.top = (100 * (box.top - frame.top)) / frame.height + "%";
    tick.addEventListener("click", () => goTo(stops.indexOf(mark.closest(".pair"))));
    return tick;
  });
  // Findings over what is only missing.
  const lone = (tick) => tick.matches(".lone");
  const drawn = ticks.filter(Boolean);
  find("#map").replaceChildren(...drawn.filter(lone), ...drawn.filter((tick) => !lone(tick)));
}

function goTo(n) {
  if (!stops.length) return;
  stops[at]?.classList.remove("current");
  at = Math.min(Math.max(n, 0), stops.length - 1);
  stops[at].classList.add("current");
  stops[at].hidden = false;
  reveal(stops[at], "center");
  showStep();
  say("Difference " + (at + 1) + " of " + stops.length);
}

function showStep() {
  find("#step").textContent = stops.length ? (at < 0 ? stops.length + " differences" : at + 1 + " of " + stops.length) : "no difference";
  find("#previous").disabled = at <= 0;
  find("#next").disabled = !stops.length || at === stops.length - 1;
}

// reach goes to a place in the texts.
function reach(id) {
  const element = document.getElementById(id);
  if (!element) return;
  const pair = element.closest(".pair");
  if (pair) pair.hidden = false;
  if (stops.includes(pair)) {
    stops[at]?.classList.remove("current");
    at = stops.indexOf(pair);
    pair.classList.add("current");
    showStep();
  }
  reveal(element.matches(".text") ? find("#pairs") : element, element.matches(".text") ? "nearest" : "center");
  findAll(".reached").forEach((other) => other.classList.remove("reached"));
  void element.offsetWidth; // starts the flash anew
  element.classList.add("reached");
}

renderers.push((before) => {
  if (state.view !== "reading" || !paragraphs.size) return;
  const [left, right] = sides();
  find("#left").value = left;
  find("#right").value = right;
  for (const option of findAll("#right option")) option.disabled = option.value === left;
  find("#only").checked = state.only === "1";
  const now = left + " " + right;
  if (now !== shownSides) layOut(left, right);
  if (now !== shownSides || before?.only !== state.only) fold();
  shownSides = now;
  showStep();
  drawMap();
  if (state.at && (!before || before.at !== state.at || before.view !== state.view)) reach(state.at);
});

find("#left").addEventListener("change", (event) => change({ a: event.target.value, b: state.b === event.target.value ? state.a : sides()[1] === event.target.value ? sides()[0] : state.b, at: "" }));
find("#right").addEventListener("change", (event) => change({ a: sides()[0], b: event.target.value, at: "" }));
find("#only").addEventListener("change", (event) => change({ only: event.target.checked ? "1" : "" }, false));
find("#previous").addEventListener("click", () => goTo(at - 1));
find("#next").addEventListener("click", () => goTo(at + 1));
addEventListener("resize", () => { if (state.view === "reading") drawMap(); });
