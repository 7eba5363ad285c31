/* The search box of every page, and the page of all results. Nothing of the index is loaded before a reader turns to
   the box; whatever comes from a paper is set as text, never as HTML. */

import { Engine } from "./search-engine.js";

const SITE = new URL("../../", import.meta.url);
const FIRST = 3, IN_THE_BOX = 8, ON_THE_PAGE = 20, MOST_NAMES = 3;
/* Milliseconds after a letter before the search runs, and after results before their sentences are loaded. */
const PAUSE = 15, AT_REST = 200;

let loading = null;

/* The engine, loaded once; a failure is tried again. */
function engine() {
  loading ??= Engine.open(new URL("search/", SITE)).catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
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
  return `${new URL("search/", SITE).href}?${new URLSearchParams({ q: query })}`;
}

/* Thousands are parted by hand: the browser's own way takes it 20 ms the first time, in the way of the results. */
function counted(total) {
  return total === 0 ? "Nothing found" : total === 1 ? "1 result" : `${String(total).replace(/\B(?=(\d{3})+$)/g, ",")} results`;
}

function hints() {
  const examples = [["author:hinton", "an author"], ["year:2020-2023", "years"], ["topic:vision", "a topic"], ['"in context"', "these words in a row"]];
  const rows = examples.flatMap(([code, says]) => [element("dt", "", element("code", "", code)), element("dd", "", says)]);
  return element("dl", "rl-search-hints", ...rows);
}

const sleep = (time) => new Promise((done) => { setTimeout(done, time); });

/* Searches for what stands in the field, again as long as that changes; one search at a time, so that results keep
   coming while a reader types. show(query, results, hits, failed) is called with titles and names of the first papers
   as soon as they are there, then of some more; complete(query, hits), when typing rests, with the first `most` and
   their sentences, or with the same again where those cannot be loaded. */
function follow(input, most, show, complete) {
  let timer = 0, running = null, turn = 0, rest = 0;
  const run = async () => {
    while ((await once()) !== turn);
    running = null;
  };
  const once = async () => {
    let mine = turn;
    try {
      const ready = await engine();
      mine = turn;
      const query = input.value.trim() ? input.value : "";
      const results = query ? await ready.search(query) : null;
      if (!results) show(query, null, []);
      atRest(mine, query, results, results ? await showFew(query, results) : []);
    } catch (error) {
      console.warn(error);
      show(input.value, null, [], true);
    }
    return mine;
  };
  const showFew = async (query, results) => {
    const first = results.hits(0, FIRST, false).then((hits) => show(query, results, hits));
    const [some] = await Promise.all([results.hits(0, IN_THE_BOX, false), first]);
    if (some.length > FIRST) show(query, results, some);
    return some;
  };
  const atRest = async (mine, query, results, few) => {
    await sleep(rest);
    if (mine !== turn) return;
    const hits = few.length ? await results.hits(0, most).catch(() => few) : few;
    if (mine === turn) complete(query, hits);
  };
  const start = (pause) => {
    clearTimeout(timer);
    turn++;
    rest = pause;
    return (running ??= run());
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => start(AT_REST), running ? 0 : PAUSE);
  };
  return { soon, now: () => start(0) };
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
    this.search = follow(this.input, IN_THE_BOX, (...found) => this.show(...found), (query, hits) => this.complete(hits));
    this.help.append(hints());
    this.input.addEventListener("focus", () => this.open());
    this.input.addEventListener("input", () => this.search.soon());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.form.addEventListener("submit", (event) => event.preventDefault());
    this.input.form.addEventListener("reset", () => setTimeout(() => { this.search.now(); this.input.focus(); }));
    this.toggle.addEventListener("change", () => (this.toggle.checked ? this.input.focus() : this.closed()));
    this.list.addEventListener("click", (event) => event.target.closest("a") && this.close());
    document.addEventListener("keydown", (event) => this.shortcut(event));
    for (const place of [root, ...document.querySelectorAll("label[for=__search]")]) {
      place.addEventListener("pointerover", () => engine().catch(() => {}), { once: true });
    }
  }

  open() {
    if (!this.toggle.checked) this.toggle.click();
    engine().catch((error) => { console.warn(error); this.show("", null, [], true); });
    this.expand();
  }

  /* What the address of any page asks for is looked for in its box, as everywhere in this theme. */
  ask(query) {
    if (!query) return;
    this.input.value = query;
    this.input.focus();
    this.search.now();
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
    return [...this.list.querySelectorAll("[role=option]")];
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
    const chosen = query === this.shown ? this.active : -1;
    this.shown = query;
    const items = hits.map((hit, at) => this.option(at, addressOf(hit), ...parts(hit)));
    if (results && results.total > IN_THE_BOX) items.push(this.option(hits.length, pageOf(query), `All ${counted(results.total)}`));
    this.list.replaceChildren(...items);
    this.list.hidden = !items.length;
    this.help.hidden = items.length > 0;
    this.status.textContent = failed ? "The search cannot be loaded: is this page offline?" : results ? counted(results.total) : "Type to search";
    this.choose(chosen < items.length ? chosen : -1);
    this.expand();
  }

  /* Puts the sentences that matched into the results that are shown. */
  complete(hits) {
    const options = this.options;
    hits.forEach((hit, at) => options[at].replaceChildren(...parts(hit)));
  }

  option(place, address, ...children) {
    const link = element("a", "md-search-result__link rl-hit", ...children);
    link.href = address;
    link.id = `rl-option-${place}`;
    link.tabIndex = -1;
    link.setAttribute("role", "option");
    const item = element("li", "md-search-result__item", link);
    item.setAttribute("role", "presentation");
    return item;
  }
}

/* The page of all results: its own field, and its address holds the query. */
function resultsPage(root) {
  const form = root.querySelector("form");
  const input = form.querySelector("input");
  const [status, list, more] = ["[role=status]", "ol", "button"].map((selector) => root.querySelector(selector));
  let results = null;
  const items = (hits) => hits.map((hit) => {
    const link = element("a", "rl-hit", ...parts(hit));
    link.href = addressOf(hit);
    return element("li", "", link);
  });
  const offerMore = () => { more.hidden = !results || list.children.length >= results.total; };
  const show = (query, found, hits, failed) => {
    results = found;
    list.replaceChildren(...items(hits));
    more.hidden = true;
    status.textContent = failed ? "The search cannot be loaded: is this page offline?" : found ? counted(found.total) : "";
  };
  const complete = (query, hits) => {
    list.replaceChildren(...items(hits));
    offerMore();
    history.replaceState(null, "", query ? pageOf(query) : new URL("search/", SITE));
  };
  const extend = async () => {
    const asked = results, first = list.children.length;
    const hits = await asked.hits(first, first + ON_THE_PAGE).catch(() => []);
    if (asked !== results || first !== list.children.length) return;
    status.textContent = hits.length ? counted(asked.total) : "More results cannot be loaded: is this page offline?";
    list.append(...items(hits));
    offerMore();
    list.children[first]?.firstChild.focus();
  };
  const search = follow(input, ON_THE_PAGE, show, complete);
  more.addEventListener("click", extend);
  form.addEventListener("submit", (event) => { event.preventDefault(); search.now(); });
  input.addEventListener("input", () => search.soon());
  root.querySelector("[data-rl-hints]").append(hints());
  input.value = asked();
  if (input.value) search.now();
}

/* The query in the address of this page. */
function asked() {
  return new URLSearchParams(location.search).get("q") ?? "";
}

const box = document.querySelector(".md-search");
const page = document.querySelector("[data-rl-results]");
if (page) resultsPage(page);
if (box) new Box(box).ask(page ? "" : asked());
