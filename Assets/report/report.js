"use strict";
// Filters, arranges and switches what the page already holds; without this script all of it shows.
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector, within = document) => within.querySelector(selector);
  const form = one(".filters");
  const list = one("#list");
  const search = one("#search");
  const findings = all(".finding");
  const controls = new Map(all(".group").map((group) => [group.dataset.control, group]));

  // Text in both languages, of which the style sheet shows one.
  const words = (en, ja) =>
    [["en", en], ["ja", ja]].map(([lang, text]) => make("span", { lang }, text));

  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  // Language and theme

  function speak(language) {
    root.lang = language;
    for (const element of all("[data-en]")) {
      element.textContent = element.dataset[language];
    }
  }

  function shade(theme) {
    if (theme === "auto") delete root.dataset.theme;
    else root.dataset.theme = theme;
  }

  // Filters

  const fold = (text) => text.normalize("NFKC").toLowerCase();
  const texts = new Map();
  const names = new Map(
    [...controls].map(([id, group]) => [id, one(".names", group)?.textContent ?? ""])
  );

  // What a search looks at: what was found and where, and the names of the control.
  function text(finding) {
    if (!texts.has(finding)) {
      const parts = all("h4, .place > :not(a), .frame, .seen, .acceptance", finding);
      const lines = parts.map((part) => part.textContent);
      texts.set(finding, fold([...lines, names.get(finding.dataset.control)].join("\n")));
    }
    return texts.get(finding);
  }

  function criteria() {
    const tests = [];
    for (const name of ["severity", "verdict"]) {
      const chosen = all(`[name=${name}]:checked`, form).map((box) => box.value);
      if (chosen.length) tests.push((finding) => chosen.includes(finding.dataset[name]));
    }
    for (const name of ["control", "file"]) {
      const { value } = one(`[name=${name}]`, form);
      if (value) tests.push((finding) => finding.dataset[name] === value);
    }
    const wanted = fold(search.value).split(/\s+/).filter(Boolean);
    if (wanted.length) {
      tests.push((finding) => wanted.every((word) => text(finding).includes(word)));
    }
    return tests;
  }

  function filter() {
    const tests = criteria();
    let shown = 0;
    for (const finding of findings) {
      finding.hidden = !tests.every((test) => test(finding));
      if (!finding.hidden) shown += 1;
    }
    for (const group of list.children) tally(group);
    const total = findings.length;
    one("#count").replaceChildren(
      ...words(`${shown} of ${total} findings`, `${total} 件中 ${shown} 件を表示`)
    );
    one("#none").hidden = shown > 0;
    one("#clear").disabled = tests.length === 0;
    // A short list is worth seeing at once.
    if (tests.length && shown <= 20) unfold(true);
  }

  // Counts what a group shows by verdict.
  function tally(group) {
    const shown = Map.groupBy(
      all(".finding:not([hidden])", group),
      (finding) => finding.dataset.verdict
    );
    group.hidden = shown.size === 0;
    const counts = [...shown].map(([verdict, same]) => {
      const name = one(".standing", same[0]).cloneNode(true).childNodes;
      return make("span", { class: `tally ${verdict}` }, ...name, ` ${same.length}`);
    });
    one(".count", group).replaceChildren(...counts);
  }

  function clear() {
    form.reset();
    arrange(list.dataset.by);
    one(`[name=group][value=${list.dataset.by}]`).checked = true;
  }

  // Groups

  function unfold(isOpen) {
    for (const group of list.children) group.open = isOpen;
  }

  function newGroup({ dataset }, by) {
    const name = make("code", {}, by === "file" ? dataset.file : dataset.resource);
    const heading = make("h3", {}, name);
    if (by === "resource") {
      heading.append(" ", make("span", { class: "origin" }, `${dataset.type} · ${dataset.file}`));
    }
    const count = make("span", { class: "count" });
    const body = make("div", { class: "body" }, make("div", { class: "findings" }));
    return make("details", { class: "group" }, make("summary", {}, heading, count), body);
  }

  // Moves the findings below their control, resource or file, and shows what the filters leave.
  function arrange(by) {
    const groups = new Map();
    for (const finding of findings) {
      const { control, resource, file } = finding.dataset;
      const key = { control, file, resource: `${file}\n${resource}` }[by];
      if (!groups.has(key)) {
        groups.set(key, by === "control" ? controls.get(control) : newGroup(finding, by));
      }
      one(".findings", groups.get(key)).append(finding);
    }
    list.dataset.by = by;
    list.replaceChildren(...groups.values());
    unfold(false);
    list.firstElementChild.open = true;
    filter();
  }

  // Stories: in other groups than those by control, a finding tells its own on demand.

  function addStoryButton(finding) {
    const story = one(".story", controls.get(finding.dataset.control));
    if (!story) return;
    const button = make("button", { type: "button", class: "tell", "aria-expanded": "false" });
    button.append(...words("Why and how to fix", "理由と対処"));
    button.addEventListener("click", () => {
      const told = one(".story", finding);
      if (told) told.remove();
      else {
        const copy = story.cloneNode(true);
        for (const added of all(".tabs, .copy", copy)) added.remove();
        for (const details of all("details", copy)) details.open = true;
        finding.append(copy);
        prepare(copy, finding);
      }
      button.setAttribute("aria-expanded", String(!told));
    });
    finding.append(button);
  }

  let tabNumber = 0;
  let lastTab = "";

  // The form that the file of a finding is written in.
  function nativeTab(finding) {
    const path = finding.dataset.file;
    if (/\.(tf|tfvars|tftpl|tf\.json)$/.test(path)) return "Terraform";
    if (/(^|\/|\.)Dockerfile|(^|\/|\.)Containerfile/.test(path)) return "Dockerfile";
    if (/compose/.test(path)) return "Compose";
    return "CloudFormation";
  }

  // Makes tabs of the remedies in `story`, and lets its code be copied.
  function prepare(story, finding) {
    for (const snippet of all(".snippet", story)) addCopyButton(snippet);
    const panels = all(".remedies > section", story);
    if (panels.length < 2) return;
    const tabs = panels.map((panel) => makeTab(panel));
    const bar = make("div", { class: "tabs", role: "tablist" }, ...tabs);
    bar.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const index = (tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length;
      choose(tabs[index].dataset.tab);
      tabs[index].focus();
    });
    const choose = (name) => {
      for (const [index, tab] of tabs.entries()) {
        const isChosen = tab.dataset.tab === name;
        tab.setAttribute("aria-selected", String(isChosen));
        tab.tabIndex = isChosen ? 0 : -1;
        panels[index].hidden = !isChosen;
      }
    };
    for (const tab of tabs) {
      tab.addEventListener("click", () => choose((lastTab = tab.dataset.tab)));
    }
    const names = tabs.map((tab) => tab.dataset.tab);
    choose([lastTab, nativeTab(finding)].find((name) => names.includes(name)) ?? names[0]);
    one(".remedies", story).prepend(bar);
  }

  function makeTab(panel) {
    tabNumber += 1;
    const title = one("h5", panel);
    const tab = make("button", { type: "button", role: "tab", id: `tab-${tabNumber}` });
    tab.append(...[...title.childNodes].map((node) => node.cloneNode(true)));
    tab.dataset.tab = panel.dataset.tab;
    tab.setAttribute("aria-controls", `panel-${tabNumber}`);
    panel.id = `panel-${tabNumber}`;
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
    return tab;
  }

  function addCopyButton(snippet) {
    const button = make("button", { type: "button", class: "copy" }, ...words("Copy", "コピー"));
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(one("code", snippet).textContent.trimEnd());
        button.replaceChildren(...words("Copied", "コピー済み"));
      } catch {
        getSelection().selectAllChildren(one("code", snippet));
        button.replaceChildren(...words("Selected", "選択済み"));
      }
      setTimeout(() => button.replaceChildren(...words("Copy", "コピー")), 2000);
    });
    snippet.before(button);
  }

  // Moving about

  function show(finding) {
    if (finding.hidden) clear();
    finding.closest(".group").open = true;
    finding.focus({ preventScroll: true });
    finding.scrollIntoView({ block: "nearest" });
  }

  function move(step) {
    const shown = all(".finding:not([hidden])", list);
    if (!shown.length) return;
    const index = shown.indexOf(document.activeElement?.closest(".finding"));
    const next = index < 0 && step < 0 ? shown.length - 1 : index + step;
    show(shown[Math.min(Math.max(next, 0), shown.length - 1)]);
  }

  function follow() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target?.matches(".finding")) show(target);
    if (target?.matches(".group")) {
      target.open = true;
      target.scrollIntoView();
    }
  }

  function press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("select")) return;
    if (event.key === "Escape") {
      clear();
      search.blur();
      return;
    }
    if (event.target.matches("input[type=search]")) return;
    const action = { "/": () => search.focus(), j: () => move(1), k: () => move(-1) }[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }

  // Paper shows everything that the filters leave.

  let folded = [];

  addEventListener("beforeprint", () => {
    folded = all("details:not([open])");
    for (const details of folded) details.open = true;
  });

  addEventListener("afterprint", () => {
    for (const details of folded) details.open = false;
  });

  one(".switches").hidden = false;
  one("#print").addEventListener("click", () => print());
  one(".switches").addEventListener("change", ({ target }) => {
    if (target.name === "language") speak(target.value);
    if (target.name === "theme") shade(target.value);
  });
  speak(root.lang);
  if (!form) return;
  form.hidden = false;
  for (const [id, group] of controls) {
    const steps = one(".steps", group);
    const first = findings.find((finding) => finding.dataset.control === id);
    if (!steps) continue;
    steps.open = false;
    steps.addEventListener("toggle", () => {
      if (steps.open && !one(".tabs, .copy", steps)) prepare(one(".story", group), first);
    });
  }
  for (const finding of findings) addStoryButton(finding);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", ({ target }) => {
    if (target.name === "group") arrange(target.value);
    else filter();
  });
  one("#clear").addEventListener("click", clear);
  one("#expand").addEventListener("click", () => unfold(true));
  one("#collapse").addEventListener("click", () => unfold(false));
  addEventListener("keydown", press);
  addEventListener("hashchange", follow);
  arrange("control");
  follow();
})();
