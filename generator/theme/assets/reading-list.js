/* The large search button opens the theme's search and puts the cursor there. */
document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-rl-find]")) return;
  const toggle = document.querySelector("[data-md-toggle=search]");
  const query = document.querySelector("[data-md-component=search-query]");
  if (!toggle || !query) return;
  if (!toggle.checked) toggle.click();
  query.focus();
});
