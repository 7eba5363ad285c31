/* The large search button opens the theme's search and puts the cursor there. */
document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-rl-find]")) return;
  const toggle = document.querySelector("[data-md-toggle=search]");
  const query = document.querySelector("[data-md-component=search-query]");
  if (!toggle || !query) return;
  if (!toggle.checked) toggle.click();
  query.focus();
});

/* A formula wider than the page scrolls; the keyboard must be able to reach it. */
document.querySelectorAll("article math").forEach((formula) => {
  if (formula.scrollWidth > formula.clientWidth) formula.setAttribute("tabindex", "0");
});
