/* What the search box and the page of all results share: the engine, what a result shows, and a search that follows a
   reader's typing. Whatever comes from a paper is set as text, never as HTML. */

import { Engine } from "./search-engine.js";

export const SITE = new URL("../../", import.meta.url);
const FIRST = 3, MOST_NAMES = 3;
/* Milliseconds after a letter before the search runs, and after the first results before more of them are loaded. */
const PAUSE = 15, AT_REST = 400;
export const OFFLINE = "The search cannot be loaded: is this page offline?";

let loading = null;

/* The engine, loaded once; a failure is tried again. */
export function engine() {
  loading ??= Engine.open(new URL("search/", SITE)).catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

export function element(name, className, ...children) {
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

/* What a result shows: title, authors, year and venue; the sentence that matched, where it has been loaded. */
export function parts(hit) {
  return [marked("span", "rl-hit__title", hit.title, hit.marks(hit.title)), byline(hit), ...sentence(hit)];
}

function sentence(hit) {
  return hit.sentence ? [marked("span", "rl-hit__sentence", hit.sentence, hit.marks(hit.sentence))] : [];
}

/* Puts into the links of the first hits their sentences, behind them items for further hits: what a reader points at
   or has under the cursor stays. make(hit, place): such an item. */
export function completed(list, links, hits, make) {
  links.forEach((link, at) => link.append(...sentence(hits[at])));
  list.append(...hits.slice(links.length).map((hit, at) => make(hit, links.length + at)));
}

export function addressOf(hit) {
  return new URL(hit.address, SITE).href;
}

export function pageOf(query) {
  return `${new URL("search/", SITE).href}?${new URLSearchParams({ q: query })}`;
}

/* What is announced of results. */
export function told({ total, unquoted }) {
  return unquoted && total ? `Nothing has what stands in quotes. Without quotes: ${counted(total)}` : counted(total);
}

/* Thousands are parted by hand: the browser's own way takes it 20 ms the first time, in the way of the results. */
export function counted(total) {
  return total === 0 ? "Nothing found" : total === 1 ? "1 result" : `${String(total).replace(/\B(?=(\d{3})+$)/g, ",")} results`;
}

/* Changes what is announced only where it says something else. */
export function say(status, text) {
  if (status.textContent !== text) status.textContent = text;
}

export function hints() {
  const examples = [["author:hinton", "an author"], ["year:2020-2023", "years"], ["topic:vision", "a topic"], ['"in context"', "these words in a row"]];
  const rows = examples.flatMap(([code, says]) => [element("dt", "", element("code", "", code)), element("dd", "", says)]);
  return element("dl", "rl-search-hints", ...rows);
}

const sleep = (time) => new Promise((done) => { setTimeout(done, time); });

/* What a query finds; where no paper has its phrases, what their words find. */
async function find(engine, query) {
  const results = await engine.search(query), words = engine.analysis.unquoted(query);
  return results.total || words === query ? results : { ...(await engine.search(words)), unquoted: true };
}

/* Searches for what stands in the field, again as long as that changes; one search at a time, so that results keep
   coming while a reader types. show(query, results, hits, failed) is called with titles and names of the first papers
   as soon as they are there; complete(query, results, hits), when typing rests, with the first `most` and their
   sentences, or with what can be loaded of that. */
export function follow(input, most, show, complete) {
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
      const results = query ? await find(ready, query) : null;
      const few = results ? await results.hits(0, FIRST, false) : [];
      show(query, results, few);
      atRest(mine, query, results, few);
    } catch (error) {
      console.warn(error);
      show(input.value, null, [], true);
    }
    return mine;
  };
  const atRest = async (mine, query, results, few) => {
    await sleep(rest);
    if (mine !== turn) return;
    const all = () => results.hits(0, most).catch(() => results.hits(0, most, false)).catch(() => few);
    const hits = few.length ? await all() : few;
    if (mine === turn) complete(query, results, hits);
  };
  const start = (pause) => {
    clearTimeout(timer);
    turn++;
    rest = pause;
    return (running ??= run());
  };
  const soon = ({ inputType }) => {
    if (inputType === "insertFromPaste") return start(0);
    clearTimeout(timer);
    timer = setTimeout(() => start(AT_REST), running ? 0 : PAUSE);
  };
  return { soon, now: () => start(0) };
}
