/* "Cite these papers": what a list or the page of results shows now, as one file or formatted, copied or downloaded. It is
   put together from the files beside the papers' pages. Without this script the files of the whole list are there. */
(() => {
  const line = document.querySelector("[data-rl-cite]");
  if (!line) return;
  const MOST = 300; // papers at a time: each is a file to ask for
  const AT_ONCE = 8;

  const joined = (texts) => texts.join("\n");
  const formats = {
    BibTeX: { suffix: ".bib", join: joined },
    RIS: { suffix: ".ris", join: joined },
    "CSL-JSON": { suffix: ".json", join: (texts) => `${JSON.stringify(texts.flatMap(JSON.parse), null, 1)}\n` },
  };
  for (const style of line.dataset.rlCite.split("|").filter(Boolean)) formats[style] = { suffix: ".cite.json", style };

  const make = (tag, attributes, ...children) => {
    const element = Object.assign(document.createElement(tag), attributes);
    element.append(...children);
    return element;
  };
  const select = make("select", {}, ...Object.keys(formats).map((name) => make("option", {}, name)));
  const copy = make("button", { type: "button" }, "Copy");
  const download = make("button", { type: "button" }, "Download");
  const said = make("output", {});
  const box = make("div", { className: "rl-filter rl-take" }, make("label", {}, "Cite these papers as ", select), copy, " ", download, " ", said);
  (document.querySelector("[data-rl-filter]") ?? document.querySelector(".rl-head")).after(box);

  /* The shown papers' pages, without the '/' at the end; among results may be other pages. */
  const shown = () =>
    [...document.querySelectorAll(".rl-rows > li .rl-t, [data-rl-results] .rl-hit[data-key]")]
      .filter((link) => link.checkVisibility())
      .map((link) => link.href.replace(/\/(?:index\.html)?$/, ""));

  const fetched = async (pages, suffix) => {
    const texts = [];
    for (let at = 0; at < pages.length; at += AT_ONCE)
      texts.push(...(await Promise.all(pages.slice(at, at + AT_ONCE).map((page) => text(page + suffix)))));
    return texts;
  };
  const text = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.text();
  };

  /* What the shown papers are in the chosen format: text, and HTML where it is formatted. */
  const taken = async (pages) => {
    const { suffix, join, style } = formats[select.value];
    const texts = await fetched(pages, suffix);
    if (join) return { text: join(texts) };
    const found = texts.map((one) => new Map(JSON.parse(one)).get(style) ?? "").filter(Boolean);
    const html = found.map((one) => `<p>${one}</p>`).join("\n"); // made by the generator, as in cite.js
    const plain = new DOMParser().parseFromString(html, "text/html").querySelectorAll("p");
    return { text: [...plain].map((one) => `${one.textContent}\n`).join(""), html };
  };

  const save = ({ text }) => {
    const address = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
    const suffix = formats[select.value].style ? ".txt" : formats[select.value].suffix;
    make("a", { href: address, download: `selection${suffix}` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  };

  const act = async (done, use) => {
    const pages = shown();
    if (pages.length > MOST) {
      said.value = `Narrow the list to ${MOST} papers first, or take the whole list's file`;
      return;
    }
    said.value = "Loading …";
    try {
      await use(await taken(pages));
      said.value = `${pages.length} ${pages.length === 1 ? "paper" : "papers"} ${done}`;
    } catch {
      said.value = `This could not be ${done}`;
    }
  };
  copy.addEventListener("click", () => act("copied", ({ text, html }) => __rl_copy(text, html)));
  download.addEventListener("click", () => act("downloaded", save));
  select.addEventListener("change", () => (said.value = ""));
})();
