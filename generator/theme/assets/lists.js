/* The bar above a list: narrows and orders the papers that are in the page already. What is chosen stands in the
   address, after '#', so that it can be kept and shared. Without this script the bar is hidden and the list plain. */
(() => {
  const form = document.querySelector("[data-rl-filter]");
  if (!form) return;
  const fields = [...form.querySelectorAll("select")];
  const said = form.querySelector("output");
  const sections = [...document.querySelectorAll(".rl-part:has(> .rl-rows)")];
  const letters = new Intl.Collator(document.documentElement.lang, { numeric: true });

  const papers = sections.flatMap((section) =>
    [...section.querySelectorAll(".rl-rows > li")].map((row) => ({
      row,
      home: row.parentElement,
      year: section.querySelector("h2").textContent.trim(),
      topics: (row.dataset.topics || "unsorted").split(" "),
      status: row.dataset.status,
      rating: Number(row.dataset.rating || 0),
      tags: (row.dataset.tags || "").split("\n"),
      title: row.querySelector(".rl-t").textContent,
      venue: row.querySelector("i")?.textContent,
    })),
  );

  const fits = {
    topic: (paper, value) => paper.topics.includes(value),
    year: (paper, value) => (value === "undated" ? !/^\d/.test(paper.year) : paper.year === value),
    status: (paper, value) => paper.status === value,
    rating: (paper, value) => paper.rating >= Number(value),
    tag: (paper, value) => paper.tags.includes(value),
  };
  const byYear = (one, other) => (Number(other.year) || 0) - (Number(one.year) || 0);
  const missing = (one, other) => Number(!one) - Number(!other);
  const orders = {
    oldest: (one, other) => missing(Number(one.year), Number(other.year)) || byYear(other, one),
    title: (one, other) => letters.compare(one.title, other.title),
    venue: (one, other) => missing(one.venue, other.venue) || letters.compare(one.venue ?? "", other.venue ?? "") || byYear(one, other),
    rating: (one, other) => other.rating - one.rating || byYear(one, other),
  };

  const flat = document.createElement("section");
  flat.className = "rl-part";
  flat.append(document.createElement("h2"), document.createElement("ol"));
  flat.lastChild.className = "rl-rows";
  flat.hidden = true;
  sections[0]?.before(flat);

  const withYear = ({ row, year }) => {
    const line = row.querySelector("p");
    if (!/^\d/.test(year) || line.textContent.includes(year)) return;
    const shown = document.createElement("span");
    shown.className = "rl-y";
    shown.textContent = year;
    line.append(shown);
  };

  const order = (name) => {
    const compare = orders[name];
    flat.hidden = !compare;
    if (compare) {
      papers.forEach(withYear);
      const choice = form.elements.sort.selectedOptions[0];
      flat.firstChild.textContent = choice.textContent;
      flat.lastChild.append(...papers.toSorted(compare).map((paper) => paper.row));
    } else {
      papers.forEach((paper) => paper.home.append(paper.row));
    }
  };

  const apply = () => {
    const chosen = fields.filter((field) => field.value);
    const tests = chosen.filter((field) => fits[field.name]);
    let shown = 0;
    for (const paper of papers) {
      paper.row.hidden = !tests.every((field) => fits[field.name](paper, field.value));
      shown += Number(!paper.row.hidden);
    }
    order(form.elements.sort.value);
    for (const section of sections) section.hidden = !section.querySelector(".rl-rows > li:not([hidden])");
    said.textContent = tests.length ? `${shown} of ${papers.length} papers` : "";
    form.querySelector("[type=reset]").hidden = !chosen.length;
    return chosen;
  };

  const read = () => {
    const given = new URLSearchParams(location.hash.slice(1));
    for (const field of fields) {
      const value = given.get(field.name) ?? "";
      field.value = [...field.options].some((option) => option.value === value) ? value : "";
    }
    apply();
  };

  const keep = () => {
    const state = new URLSearchParams(apply().map((field) => [field.name, field.value]));
    history.replaceState(history.state, "", state.size ? `#${state}` : location.pathname + location.search);
  };

  form.addEventListener("change", keep);
  form.addEventListener("reset", () => setTimeout(keep));
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", read);
  form.hidden = false;
  read();
})();
