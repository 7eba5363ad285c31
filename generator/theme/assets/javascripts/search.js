/* The search box of every page. Nothing of the index is loaded before a reader turns to it. */

import { resultsPage } from "./search-page.js";
import { OFFLINE, addressOf, completed, counted, element, engine, follow, hints, pageOf, parts, say, told } from "./search-results.js";

const MOST = 8;

class Box {
  constructor(root) {
    this.root = root;
    this.toggle = document.querySelector("[data-md-toggle=search]");
    this.input = root.querySelector("input");
    this.list = root.querySelector("[role=listbox]");
    this.scrolled = root.querySelector(".md-search__scrollwrap");
    this.status = root.querySelector("[role=status]");
    this.help = root.querySelector("[data-rl-hints]");
    this.shown = "";
    this.active = -1;
    this.search = follow(this.input, MOST, (...found) => this.show(...found), (...found) => this.complete(...found));
    this.help.append(hints());
    this.input.addEventListener("focus", () => this.open());
    this.input.addEventListener("input", (event) => this.search.soon(event));
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.form.addEventListener("submit", (event) => event.preventDefault());
    this.input.form.addEventListener("reset", () => setTimeout(() => { this.search.now(); this.input.focus(); }));
    this.toggle.addEventListener("change", () => (this.toggle.checked ? this.input.focus() : this.closed()));
    this.list.addEventListener("click", (event) => event.target.closest("a") && !elsewhere(event) && this.close());
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

  /* What the address of any page asks for is looked for in its box, as everywhere in this theme; before that, what a
     reader has typed into it while this script was loaded. */
  ask(query) {
    const typing = document.activeElement === this.input;
    if (!query && !typing) return;
    this.input.value ||= query;
    typing ? this.open() : this.input.focus();
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
    const expanded = this.toggle.checked && this.options.length > 0;
    this.input.setAttribute("aria-expanded", String(expanded));
    this.scrolled.tabIndex = expanded ? 0 : -1; // what scrolls must be reached by keyboard, but not while it is closed
  }

  get options() {
    return [...this.list.querySelectorAll("[role=option]")];
  }

  /* F, S and / put the cursor into the box, as everywhere in this theme; Escape leads back from there. */
  shortcut(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (!["f", "s", "/"].includes(event.key)) return;
    event.preventDefault();
    this.before = event.target;
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
      this.follow(event);
    } else if (event.key === "Escape") {
      this.close();
      this.before?.focus({ preventScroll: true });
    } else if (event.key === "Tab") {
      this.close();
    }
  }

  /* Goes to the chosen result, or to the first of what is typed now; with Ctrl in another tab, as links do. */
  async follow({ ctrlKey, metaKey, shiftKey }) {
    const chosen = this.options[this.active];
    if (!chosen && this.shown !== this.input.value) await this.search.now();
    const click = new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey });
    (chosen ?? this.options[0])?.dispatchEvent(click);
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
    this.list.replaceChildren(...hits.map((hit, at) => this.result(hit, at)));
    this.list.hidden = !hits.length;
    this.help.hidden = hits.length > 0;
    say(this.status, failed ? OFFLINE : results ? told(results) : "Type to search");
    this.choose(chosen < hits.length ? chosen : -1);
    this.expand();
  }

  complete(query, results, hits) {
    completed(this.list, this.options, hits, (...given) => this.result(...given));
    if (results?.total > MOST) this.list.append(this.option(hits.length, pageOf(query), `All ${counted(results.total)}`));
    this.choose(this.active);
  }

  result(hit, place) {
    return this.option(place, addressOf(hit), ...parts(hit));
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

/* Whether a click opens a link in another tab or window, and leaves this page as it is. */
function elsewhere({ ctrlKey, metaKey, shiftKey }) {
  return ctrlKey || metaKey || shiftKey;
}

/* The query in the address of this page. */
function asked() {
  return new URLSearchParams(location.search).get("q") ?? "";
}

const box = document.querySelector(".md-search");
const first = document.querySelector("[data-rl-results]");
if (box) new Box(box).ask(first ? "" : asked());

/* The page of all results; also where the theme puts it in the place of another page (navigation.instant). */
const known = new WeakSet();
function follows() {
  const page = document.querySelector("[data-rl-results]");
  if (!page || known.has(page)) return;
  known.add(page);
  resultsPage(page, asked());
}
window.document$ ? document$.subscribe(follows) : follows();
