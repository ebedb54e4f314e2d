// The theme, and the first view.

const themes = ["auto", "light", "dark"];

function setTheme(theme) {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  find("#theme span").textContent = theme;
}

find("#theme").addEventListener("click", () => {
  const now = document.documentElement.dataset.theme || "auto";
  const next = themes[(themes.indexOf(now) + 1) % themes.length];
  setTheme(next);
  keep("theme", next);
});

setTheme(document.documentElement.dataset.theme || "auto");
if (matchMedia("(max-width: 44rem)").matches) find("#filters")?.removeAttribute("open");
loadDecisions();
rows.forEach(showDecision);
readState();
render(null);
