/* What Material writes into the head of every page, once for all pages: where it keeps a reader's choices, and the
   colours that were chosen, set before anything is drawn. Its own script uses the functions by these names. */
{
  const { src, dataset } = document.currentScript;
  var __md_scope = new URL(dataset.scope || "..", dataset.scope ? location : src);
}
var __md_hash = (text) => [...text].reduce((hash, letter) => (hash << 5) - hash + letter.charCodeAt(0), 0);
var __md_get = (name, storage = localStorage, scope = __md_scope) =>
  JSON.parse(storage.getItem(`${scope.pathname}.${name}`));
var __md_set = (name, value, storage = localStorage, scope = __md_scope) => {
  try {
    storage.setItem(`${scope.pathname}.${name}`, JSON.stringify(value));
  } catch {
    /* no place to keep it: the choice lasts as long as the page */
  }
};

/* Called from the page where the choices of colours stand. */
var __rl_palette = () => {
  const palette = __md_get("__palette");
  if (!palette?.color) return;
  if (palette.color.media === "(prefers-color-scheme)") {
    const mode = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
    const input = document.querySelector(`[data-md-color-media='(prefers-color-scheme: ${mode})']`);
    for (const name of ["media", "scheme", "primary", "accent"])
      palette.color[name] = input?.getAttribute(`data-md-color-${name}`);
  }
  for (const [name, value] of Object.entries(palette.color))
    if (value != null) document.body.setAttribute(`data-md-color-${name}`, value);
};

/* To a link with rel="alternate" Material's script answers by asking for a sitemap beside it: files and feeds are
   hidden from it while it looks, which is after this and before anything else. */
document.addEventListener("DOMContentLoaded", () => {
  const links = document.querySelectorAll('link[rel="alternate"][type^="application/"]');
  for (const link of links) link.rel = "";
  setTimeout(() => {
    for (const link of links) link.rel = "alternate";
  });
});
