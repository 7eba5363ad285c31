/* The search box of every page, and the page of all results. Nothing is loaded before a reader turns to the box;
   whatever comes from a paper is set as text, never as HTML. */

const SITE = new URL("../../", import.meta.url);
const IN_THE_BOX = 8, ON_THE_PAGE = 20, MOST_NAMES = 3;
/* Milliseconds after a letter: before the search runs, where others follow it quickly, before sentences are loaded. */
const PAUSE = 30, PAUSE_IN_FLOW = 100, FLOW = 200, AT_REST = 200;

let loading = null;

/* The engine, loaded once, its parts at the same time; a failure is tried again. */
function engine() {
  loading ??= load();
  loading.catch(() => { loading = null; });
  return loading;
}

async function load() {
  const base = new URL("search/", SITE);
  const index = fetch(new URL("index.json", base), { cache: "no-cache" });
  const parts = [import("./search-engine.js"), import("./search-terms.js"), index];
  const [{ Engine }] = await Promise.all(parts);
  return Engine.open(base, index);
}

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/* `text` with <mark> around the places [[start, end]]. */
function marked(name, className, text, places) {
  const made = element(name, className);
  let at = 0;
  for (const [start, end] of places) {
    made.append(text.slice(at, start), element("mark", "", text.slice(start, end)));
    at = end;
  }
  made.append(text.slice(at));
  return made;
}

/* Authors, year and venue in a line; authors that were looked for are named, however far down they stand. */
function byline({ by, year, venue, marks, address }) {
  const named = by.filter((name, at) => at < MOST_NAMES || marks(name).length);
  const names = named.join(", ") + (named.length < by.length ? " et al." : "");
  const text = [names, year, venue].filter(Boolean).join(" · ") || address;
  return marked("span", "rl-hit__by", text, marks(text));
}

function parts(hit) {
  const sentence = hit.sentence ? [marked("span", "rl-hit__sentence", hit.sentence, hit.marks(hit.sentence))] : [];
  return [marked("span", "rl-hit__title", hit.title, hit.marks(hit.title)), byline(hit), ...sentence];
}

function addressOf(hit) {
  return new URL(hit.address, SITE).href;
}

function pageOf(query) {
  return `${new URL("search/", SITE).href}?q=${encodeURIComponent(query)}`;
}

function counted(total) {
  return total === 0 ? "Nothing found" : total === 1 ? "1 result" : `${total.toLocaleString("en")} results`;
}

function hints() {
  const examples = [["author:hinton", "an author"], ["year:2020-2023", "years"], ["topic:vision", "a topic"], ['"in context"', "these words in a row"]];
  const rows = examples.flatMap(([code, says]) => [element("dt", "", element("code", "", code)), element("dd", "", says)]);
  return element("dl", "rl-search-hints", ...rows);
}

const sleep = (time) => new Promise((done) => { setTimeout(done, time); });

/* Runs a search for each value of the field, the last one wins. show(query, results, hits, failed) is called once
   with titles and names, and at rest complete(hits) with their sentences. */
function follow(input, show, complete) {
  let asked = 0, timer = 0, typed = 0, running = Promise.resolve();
  const run = async () => {
    const turn = ++asked, query = input.value.trim() ? input.value : "";
    try {
      const results = query ? await (await engine()).search(query) : null;
      const hits = results ? await results.hits(0, IN_THE_BOX, !complete) : [];
      if (turn !== asked) return;
      show(query, results, hits);
      if (complete && hits.length) atRest(turn, results);
    } catch (error) {
      console.warn(error);
      if (turn === asked) show(query, null, [], true);
    }
  };
  const atRest = async (turn, results) => {
    await sleep(AT_REST);
    const hits = turn === asked ? await results.hits(0, IN_THE_BOX).catch(() => []) : [];
    if (turn === asked) complete(hits);
  };
  const soon = () => {
    clearTimeout(timer);
    asked++;
    const pause = Date.now() - typed < FLOW ? PAUSE_IN_FLOW : PAUSE;
    typed = Date.now();
    running = new Promise((done) => { timer = setTimeout(() => run().then(done), pause); });
  };
  const now = () => {
    clearTimeout(timer);
    return (running = run());
  };
  return { soon, now, settled: () => running };
}

class Box {
  constructor(root) {
    this.root = root;
    this.toggle = document.querySelector("[data-md-toggle=search]");
    this.input = root.querySelector("input");
    this.list = root.querySelector("[role=listbox]");
    this.status = root.querySelector("[role=status]");
    this.help = root.querySelector("[data-rl-hints]");
    this.shown = "";
    this.active = -1;
    this.search = follow(this.input, (...found) => this.show(...found), (hits) => this.complete(hits));
    this.help.append(hints());
    this.input.addEventListener("focus", () => this.open());
    this.input.addEventListener("input", () => this.search.soon());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.form.addEventListener("submit", (event) => event.preventDefault());
    this.input.form.addEventListener("reset", () => setTimeout(() => { this.search.now(); this.input.focus(); }));
    this.toggle.addEventListener("change", () => (this.toggle.checked ? this.input.focus() : this.closed()));
    this.list.addEventListener("click", (event) => event.target.closest("a") && this.close());
    document.addEventListener("keydown", (event) => this.shortcut(event));
  }

  open() {
    if (!this.toggle.checked) this.toggle.click();
    engine().catch((error) => { console.warn(error); this.show("", null, [], true); });
    this.expand();
  }

  close() {
    if (this.toggle.checked) this.toggle.click();
    this.closed();
  }

  closed() {
    this.input.blur();
    this.choose(-1);
    this.expand();
  }

  expand() {
    this.input.setAttribute("aria-expanded", String(this.toggle.checked && this.options.length > 0));
  }

  get options() {
    return [...this.list.children];
  }

  /* F, S and / put the cursor into the box, as everywhere in this theme. */
  shortcut(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (!["f", "s", "/"].includes(event.key)) return;
    event.preventDefault();
    this.input.focus();
    this.input.select();
  }

  key(event) {
    if (event.isComposing) return;
    const options = this.options;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const places = options.length + 1;
      const next = (this.active + 1 + (event.key === "ArrowDown" ? 1 : places - 1)) % places;
      this.choose(next - 1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.follow();
    } else if (event.key === "Escape" || event.key === "Tab") {
      this.close();
    }
  }

  /* Goes to the chosen result, or to the first of what is typed now. */
  async follow() {
    const chosen = this.options[this.active];
    if (!chosen && this.shown !== this.input.value) await this.search.now();
    (chosen ?? this.options[0])?.click();
  }

  choose(place) {
    const options = this.options;
    this.active = place;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === place)));
    if (place < 0) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", options[place].id);
    options[place].scrollIntoView({ block: "nearest" });
  }

  show(query, results, hits, failed = false) {
    this.shown = this.input.value;
    const links = hits.map((hit) => this.option(addressOf(hit), ...parts(hit)));
    if (results && results.total > hits.length) links.push(this.option(pageOf(query), `All ${counted(results.total)}`));
    links.forEach((link, at) => { link.id = `rl-option-${at}`; });
    this.list.replaceChildren(...links);
    this.list.hidden = !links.length;
    this.help.hidden = links.length > 0;
    this.status.textContent = failed ? "The search cannot be loaded: is this page offline?" : results ? counted(results.total) : "Type to search";
    this.choose(-1);
    this.expand();
  }

  /* Puts the sentences that matched into the results that are shown. */
  complete(hits) {
    const options = this.options;
    hits.forEach((hit, at) => options[at].replaceChildren(...parts(hit)));
  }

  option(address, ...children) {
    const link = element("a", "md-search-result__link md-search-result__item rl-hit", ...children);
    link.href = address;
    link.tabIndex = -1;
    link.setAttribute("role", "option");
    return link;
  }
}

/* The page of all results: its own field, and its address holds the query. */
function resultsPage(root) {
  const form = root.querySelector("form");
  const input = form.querySelector("input");
  const [status, list, more] = ["[role=status]", "ol", "button"].map((selector) => root.querySelector(selector));
  let results = null;
  const extend = async (first) => {
    const hits = await results.hits(first, first + ON_THE_PAGE);
    const links = hits.map((hit) => {
      const link = element("a", "rl-hit", ...parts(hit));
      link.href = addressOf(hit);
      return link;
    });
    list.append(...links.map((link) => element("li", "", link)));
    more.hidden = list.children.length >= results.total;
    return links[0];
  };
  const search = follow(input, async (query, found, hits, failed) => {
    results = found;
    list.replaceChildren();
    more.hidden = true;
    status.textContent = failed ? "The search cannot be loaded." : found ? counted(found.total) : "";
    history.replaceState(null, "", query ? pageOf(query) : new URL("search/", SITE));
    if (found) await extend(0);
  });
  more.addEventListener("click", async () => (await extend(list.children.length))?.focus());
  form.addEventListener("submit", (event) => { event.preventDefault(); search.now(); });
  input.addEventListener("input", () => search.soon());
  root.querySelector("[data-rl-hints]").append(hints());
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  if (input.value) search.now();
}

const box = document.querySelector(".md-search");
if (box) new Box(box);
const page = document.querySelector("[data-rl-results]");
if (page) resultsPage(page);
