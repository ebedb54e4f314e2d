// An opened finding: tools to decide, to copy and to read on.

const equipped = new WeakSet();

// equip gives a panel its tools when it is opened for the first time.
function equip(panel, row) {
  if (equipped.has(panel)) return;
  equipped.add(panel);
  withCopy(panel);
  find(".decided", panel)?.remove();
  const form = find("#decide").content.firstElementChild.cloneNode(true);
  panel.append(form);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", (event) => {
    const { decide, do: action } = event.target.dataset;
    if (decide) toggleDecision(row, decide);
    if (action === "link") copy(location.href.replace(/#.*/, "") + fragment(), event.target);
    if (action === "read") readSources(row);
  });
  form.addEventListener("input", (event) => noteDecision(row, event.target.name, event.target.value));
  showDecision(row);
}

// withCopy puts a button beside each quotation that copies it with its source.
function withCopy(within) {
  for (const figure of findAll("figure[data-source]", within)) {
    const button = make("button", { type: "button", class: "quiet copy" }, "Copy");
    button.addEventListener("click", () => copy(citation(figure), button));
    find("figcaption", figure).append(" ", button);
  }
}

// citation is a quotation with all that names its source.
function citation(figure) {
  const source = sourceOf.get(figure.dataset.source);
  const quote = find("blockquote", figure).textContent.trim();
  const facts = [source.label, source.title && "“" + source.title + "”", source.when, source.url].filter(Boolean);
  return "“" + quote + "” (" + facts.join(", ") + ")";
}

// readSources opens the sources that the finding sets against each other.
function readSources(row) {
  const places = findAll(".position", panelOf(row)).map((position) => find("figure", position));
  const [a, b] = places.map((figure) => figure.dataset.source);
  const at = find("figcaption a", places[0]).getAttribute("href").slice(1);
  change({ view: "reading", a, b: b === a ? "*" : b, at });
}
