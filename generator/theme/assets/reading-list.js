/* The large search button opens the theme's search and puts the cursor there. */
document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-rl-find]")) return;
  const toggle = document.querySelector("[data-md-toggle=search]");
  const query = document.querySelector("[data-md-component=search-query]");
  if (!toggle || !query) return;
  if (!toggle.checked) toggle.click();
  query.focus();
});

/* Calls `make` for this page, once it is complete, and for each that the theme puts in its place without loading it
   (navigation.instant). */
const __rl_pages = (make) => {
  const each = () => (document.readyState === "complete" ? make() : addEventListener("load", make, { once: true }));
  window.document$ ? document$.subscribe(each) : each();
};

/* What is wider or higher than its place scrolls; the keyboard must be able to reach it. */
__rl_pages(() => {
  for (const part of document.querySelectorAll("article :is(math, pre > code, .rl-display, .md-typeset__scrollwrap)"))
    if (part.scrollWidth > part.clientWidth || part.scrollHeight > part.clientHeight + 1) part.setAttribute("tabindex", "0");
});

/* A link in a note to another paper shows what that is, in a card instead of the browser's own tip: under the mouse
   and with the keyboard's focus, until Escape (WCAG 2.2, 1.4.13). */
(() => {
  const card = document.createElement("span");
  card.className = "rl-card";
  card.id = "rl-card";
  card.role = "tooltip";
  let owner;

  const hide = () => {
    owner?.removeAttribute("aria-describedby");
    owner = undefined;
    card.remove();
  };
  const show = (link) => {
    if (owner === link) return;
    hide();
    owner = link;
    const [title, about] = link.dataset.card.split(" \u2014 ");
    const name = document.createElement("b");
    name.textContent = title;
    card.replaceChildren(name, about ?? "");
    link.after(card);
    link.setAttribute("aria-describedby", card.id);
    const room = document.documentElement.clientWidth - card.offsetWidth - 8;
    const { left, bottom } = link.getClientRects()[0];
    card.style.left = `${Math.max(8, Math.min(left, room)) + scrollX}px`;
    card.style.top = `${bottom + scrollY}px`;
  };

  const watch = (link) => {
    link.dataset.card = link.title;
    link.removeAttribute("title");
    link.addEventListener("mouseenter", () => show(link));
    link.addEventListener("focus", () => show(link));
    link.addEventListener("blur", hide);
    link.addEventListener("mouseleave", (event) => {
      if (event.relatedTarget !== card) hide();
    });
  };
  __rl_pages(() => {
    hide();
    document.querySelectorAll(".rl-note a[title]").forEach(watch);
  });
  card.addEventListener("mouseleave", hide);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
})();

/* To the clipboard, for cite.js and selection.js: text, and the same as HTML for programs that take it. */
var __rl_copy = (text, html) =>
  html && window.ClipboardItem
    ? navigator.clipboard.write([
        new ClipboardItem({
          "text/plain": new Blob([text], { type: "text/plain" }),
          "text/html": new Blob([html], { type: "text/html" }),
        }),
      ])
    : navigator.clipboard.writeText(text);
