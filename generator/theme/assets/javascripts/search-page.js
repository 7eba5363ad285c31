/* The page of all results: its own field, and its address holds the query. */

import { OFFLINE, SITE, addressOf, completed, element, follow, hints, pageOf, parts, say, told } from "./search-results.js";

const MOST = 20;

/* query: what stands in the address. */
export function resultsPage(root, query) {
  const form = root.querySelector("form");
  const input = form.querySelector("input");
  const [status, list, more] = ["[role=status]", ":scope > ol", ":scope > button"].map((selector) => root.querySelector(selector));
  let results = null;
  const item = (hit) => {
    const link = element("a", "rl-hit", ...parts(hit));
    link.href = addressOf(hit);
    if (hit.key) link.dataset.key = hit.key;
    return element("li", "", link);
  };
  const offerMore = () => { more.hidden = !results || list.children.length >= results.total; };
  const show = (query, found, hits, failed) => {
    results = found;
    list.replaceChildren(...hits.map(item));
    more.hidden = true;
    say(status, failed ? OFFLINE : found ? told(found) : "");
  };
  const complete = (query, found, hits) => {
    completed(list, list.querySelectorAll("a"), hits, item);
    offerMore();
    history.replaceState(history.state, "", query ? pageOf(query) : new URL("search/", SITE));
  };
  const extend = async () => {
    const asked = results, first = list.children.length;
    const hits = await asked.hits(first, first + MOST).catch(() => []);
    if (asked !== results || first !== list.children.length) return;
    status.textContent = hits.length ? told(asked) : "More results cannot be loaded: is this page offline?";
    list.append(...hits.map(item));
    offerMore();
    list.children[first]?.firstChild.focus();
  };
  const search = follow(input, MOST, show, complete);
  more.addEventListener("click", extend);
  form.addEventListener("submit", (event) => { event.preventDefault(); search.now(); });
  input.addEventListener("input", (event) => search.soon(event));
  root.querySelector("[data-rl-hints]").append(hints());
  input.value = query;
  if (input.value) search.now();
}
