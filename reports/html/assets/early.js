// Runs before the page is drawn: says that scripts run, and sets the theme.
document.documentElement.classList.add("js");
try {
  const theme = localStorage.getItem("factdiff:theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch { /* a browser may keep nothing for files: the theme is the system's */ }
