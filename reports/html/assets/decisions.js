// Decisions: kept in the browser, over those that the report came with.

const story = document.documentElement.dataset.story;
const fields = ["decision", "reason", "author", "expires"];
const doneWords = { confirm: "Confirmed", dismiss: "Dismissed", later: "To be checked" };

// mine are the decisions of this browser by finding; null takes back one that
// the report came with.
let mine = {};
const given = new Map(rows.filter((row) => row.dataset.decision).map((row) => [row.dataset.id, pick(row.dataset)]));

function pick(from) {
  const decision = {};
  for (const field of fields) if (typeof from[field] === "string" && from[field]) decision[field] = from[field];
  return decision;
}

function loadDecisions() {
  try {
    const stored = JSON.parse(kept("decisions:" + story) || "{}");
    for (const [id, decision] of Object.entries(stored)) {
      if (rowOf.has(id) && (decision === null || decision.decision in doneWords)) mine[id] = decision && pick(decision);
    }
  } catch { /* not ours: begin anew */ }
}

const decisionOf = (id) => (id in mine ? mine[id] : given.get(id)) || null;

function setDecision(row, decision) {
  const id = row.dataset.id;
  if (decision || given.has(id)) mine[id] = decision;
  else delete mine[id];
  keep("decisions:" + story, JSON.stringify(mine));
  showDecision(row);
  renderRows();
}

// toggleDecision decides, or takes the same decision back.
function toggleDecision(row, verb) {
  const now = decisionOf(row.dataset.id);
  if (now?.decision === verb) {
    setDecision(row, null);
    say("Decision taken back");
    return;
  }
  const form = find(".decide", panelOf(row));
  const note = (name) => (form ? find("[name=" + name + "]", form).value.trim() : now?.[name] || "");
  setDecision(row, pick({ decision: verb, reason: note("reason"), author: note("author") || kept("author") || "", expires: note("expires") }));
  say(doneWords[verb]);
}

// noteDecision keeps a note as it is typed; a note without a decision waits in the form.
function noteDecision(row, name, value) {
  if (name === "author") keep("author", value);
  const now = decisionOf(row.dataset.id);
  if (now) setDecision(row, pick({ ...now, [name]: value.trim() }));
}

// showDecision writes what was decided into the row and the form.
function showDecision(row) {
  const decision = decisionOf(row.dataset.id);
  for (const field of fields) {
    if (decision?.[field]) row.dataset[field] = decision[field];
    else delete row.dataset[field];
  }
  find(".decided", row)?.remove();
  if (decision) find("th", row).append(make("span", { class: "decided" }, inWords(decision)));
  const form = find(".decide", panelOf(row));
  if (!form) return;
  for (const verb of findAll("[data-decide]", form)) verb.setAttribute("aria-pressed", String(verb.dataset.decide === decision?.decision));
  for (const name of ["reason", "author", "expires"]) {
    const input = find("[name=" + name + "]", form);
    const value = decision ? decision[name] || "" : name === "author" ? kept("author") || "" : input.value;
    if (input !== document.activeElement) input.value = value;
  }
}

function inWords({ decision, author, expires, reason }) {
  return doneWords[decision] + (author ? " by " + author : "") + (expires ? " until " + expires : "") + (reason ? ": " + reason : "");
}

// exportDecisions saves all decisions in the form that compare --decisions reads.
function exportDecisions() {
  const entries = rows.filter((row) => decisionOf(row.dataset.id)).map((row) => ({
    finding: row.dataset.id, ...decisionOf(row.dataset.id), question: find(".question", row).textContent,
  }));
  const text = JSON.stringify({ format: "factdiff-decisions/1", decisions: entries }, null, 1) + "\n";
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = make("a", { href: address, download: "decisions.json" });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  say(entries.length + " decisions exported");
}

// importDecisions takes decisions from a file; those of other findings are left out.
async function importDecisions(file) {
  let entries;
  try {
    const read = JSON.parse(await file.text());
    if (read.format !== "factdiff-decisions/1") throw new Error("not a decisions file");
    entries = read.decisions.filter((entry) => rowOf.has(entry.finding) && entry.decision in doneWords);
  } catch {
    find("#shown").textContent = "That file holds no decisions that this report can read.";
    return;
  }
  for (const entry of entries) mine[entry.finding] = pick(entry);
  keep("decisions:" + story, JSON.stringify(mine));
  rows.forEach(showDecision);
  renderRows();
  say(entries.length + " decisions imported");
}

if (rows.length) {
  find("#export").addEventListener("click", exportDecisions);
  find("#import").addEventListener("change", async (event) => {
    if (event.target.files.length) await importDecisions(event.target.files[0]);
    event.target.value = "";
  });
}
