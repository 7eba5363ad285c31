/* The cite box: tabs by format, loaded from the files beside the page when they are opened; a button that copies.
   Tabs follow the pattern of the WAI-ARIA Authoring Practices. Without this script the box is a block and links. */
(() => {
  const box = document.querySelector("[data-cite]");
  const block = box?.querySelector(".highlight, pre");
  if (!block) return;

  const formats = [
    { name: "BibTeX" },
    { name: "RIS", file: ".ris" },
    { name: "CSL-JSON", file: ".json" },
  ];
  if (box.hasAttribute("data-cite-formatted")) formats.push({ name: "Formatted", file: ".cite.json", list: true });

  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };

  const said = make("span", { class: "rl-cite-said", role: "status" });
  const tablist = make("div", { class: "rl-cite-tabs", role: "tablist", "aria-label": "Citation format" });
  const copy = make("button", { class: "rl-cite-copy", type: "button" }, "Copy");
  block.before(make("div", { class: "rl-cite-bar" }, tablist, said, copy));

  let after = block;
  for (const [index, format] of formats.entries()) {
    format.tab = make("button", { type: "button", role: "tab", id: `cite-tab-${index}` }, format.name);
    format.panel = make("div", { class: "rl-cite-panel", role: "tabpanel", id: `cite-panel-${index}` });
    format.tab.setAttribute("aria-controls", format.panel.id);
    format.panel.setAttribute("aria-labelledby", format.tab.id);
    tablist.append(format.tab);
    after.after(format.panel);
    after = format.panel;
  }
  formats[0].panel.append(block);
  block.querySelector("code")?.setAttribute("tabindex", "0"); // it scrolls, so the keyboard has to reach it
  formats[0].loaded = Promise.resolve();

  const paragraph = (html) => {
    const line = make("p");
    line.innerHTML = html; // made by the generator, which escapes everything but i, b, sup, sub and links
    return line;
  };

  const copyOut = async (label, text, html) => {
    try {
      await __rl_copy(text, html);
      said.textContent = `${label} copied`;
    } catch {
      said.textContent = "Your browser does not let pages copy: select the text instead";
    }
  };

  const reference = (style, html) => {
    const line = paragraph(html);
    const button = make("button", { class: "rl-cite-copy", type: "button", "aria-label": `Copy ${style}` }, "Copy");
    button.addEventListener("click", () => copyOut(style, line.textContent, html));
    return [make("dt", {}, make("span", {}, style), button), make("dd", {}, line)];
  };

  const fill = async (format) => {
    const answer = await fetch(`${box.dataset.cite}${format.file}`);
    if (!answer.ok) throw new Error(answer.statusText);
    format.panel.replaceChildren(
      format.list
        ? make("dl", {}, ...(await answer.json()).flatMap(([style, html]) => reference(style, html)))
        : make("pre", {}, make("code", { tabindex: "0" }, await answer.text())),
    );
  };

  const load = (format) => {
    format.panel.textContent = "Loading …";
    format.loaded = fill(format).catch(() => {
      format.loaded = undefined;
      format.panel.textContent = "This could not be loaded. The links below lead to the files.";
    });
  };

  const open = (chosen, focus) => {
    for (const format of formats) {
      const selected = format === chosen;
      format.tab.setAttribute("aria-selected", String(selected));
      format.tab.tabIndex = selected ? 0 : -1;
      format.panel.hidden = !selected;
    }
    if (!chosen.loaded) load(chosen);
    if (focus) chosen.tab.focus();
    copy.hidden = chosen.list === true; // each reference has its own
    said.textContent = "";
    open.now = chosen;
  };

  tablist.addEventListener("click", (event) => {
    const format = formats.find((one) => one.tab === event.target);
    if (format) open(format);
  });
  tablist.addEventListener("keydown", (event) => {
    const at = formats.indexOf(open.now);
    const last = formats.length - 1;
    const to = { ArrowRight: at < last ? at + 1 : 0, ArrowLeft: at > 0 ? at - 1 : last, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    open(formats[to], true);
  });
  copy.addEventListener("click", async () => {
    const format = open.now;
    await format.loaded;
    const code = format.panel.querySelector("code"); // none where the file could not be loaded
    if (code) await copyOut(format.name, code.textContent.replace(/\n*$/, "\n"));
  });
  open(formats[0]);
})();
