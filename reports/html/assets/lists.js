// What only some sources say: the details missing from chosen sources.

const details = findAll("#missing li[data-missing]");

renderers.push(() => {
  const chosen = list("miss");
  for (const detail of details) detail.hidden = chosen.some((id) => !words(detail.dataset.missing).includes(id));
});

withCopy(find("#missing"));
withCopy(find("#agreed"));
