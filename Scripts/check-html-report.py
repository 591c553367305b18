"""Opens the HTML report on standard input in Chromium and prints what is wrong with it.

Prints nothing if all is well. Needs playwright, and Chromium at the path in argv[1].
"""

import pathlib
import sys
import tempfile
import traceback

from playwright.sync_api import sync_playwright

problems = []


def expect(truth, sentence):
    if not truth:
        problems.append(sentence)


SHOWN = ".finding:visible"

# The places where a text stands on a ground with too little contrast.
CONTRAST = """() => {
  const context = Object.assign(document.createElement("canvas"), { width: 1, height: 1 })
    .getContext("2d", { willReadFrequently: true });
  const rgb = (color) => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data];
  };
  const light = (color) => {
    const [r, g, b] = rgb(color).map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (; element; element = element.parentElement) {
      const color = getComputedStyle(element).backgroundColor;
      if (rgb(color)[3] === 255) return color;
    }
    return "white";
  };
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
    if (element.closest("script, option, :disabled, .unseen")) continue;
    const [a, b] = [light(getComputedStyle(element).color), light(ground(element))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) found.add(`${element.className || element.tagName}: ${contrast.toFixed(2)}`);
  }
  return [...found];
}"""

# Headings that skip a level, and references to elements that are not there.
STRUCTURE = """() => {
  const found = [];
  let level = 0;
  for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    if (!heading.checkVisibility()) continue;
    const next = Number(heading.tagName[1]);
    if (next > level + 1) found.push(`${heading.textContent} skips from h${level} to h${next}`);
    level = next;
  }
  if (document.querySelectorAll("h1").length !== 1) found.push("not one h1");
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  if (new Set(ids).size !== ids.length) found.push("an id stands twice");
  for (const name of ["aria-labelledby", "aria-controls", "aria-describedby"]) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      const id = element.getAttribute(name);
      if (!document.getElementById(id)) found.push(`${name} names ${id}, which is not there`);
    }
  }
  return found;
}"""


def watch(page, name):
    page.on("console", lambda m: expect(False, f"{name}: console says {m.text}"))
    page.on("pageerror", lambda e: expect(False, f"{name}: {e}"))
    page.on("dialog", lambda d: (expect(False, f"{name}: a dialog opened"), d.dismiss()))
    page.on(
        "request",
        lambda r: expect(r.url.startswith(url), f"{name}: requests {r.url}"),
    )


def opened(browser, name, anchor="", **options):
    context = browser.new_context(**options)
    context.set_default_timeout(20_000)
    page = context.new_page()
    watch(page, name)
    page.goto(url + anchor)
    return page


def count(page):
    return page.locator(SHOWN).count()


def mark(page, name, value):
    page.check(f"[name={name}][value={value}]", force=True)


def reads_without_script(browser):
    page = opened(browser, "no script", java_script_enabled=False)
    total = page.locator(".finding").count()
    expect(total > 0 and count(page) == total, "without a script, a finding is out of sight")
    expect(page.locator(".remedies section:visible").count() > 0, "the remedies are out of sight")
    expect(page.locator("form:visible, button:visible").count() == 0, "a control does nothing")
    lang = page.locator("html").get_attribute("lang")
    other = {"en": "ja", "ja": "en"}[lang]
    expect(page.locator(f"[lang={other}]:visible").count() == 0, "both languages are in sight")


def filters(browser):
    page = opened(browser, "filters")
    total = page.locator(".finding").count()
    page.click("#expand")
    expect(count(page) == total, "not every finding is listed")
    for name, value in [("severity", "critical"), ("verdict", "accepted")]:
        mark(page, name, value)
        wanted = page.locator(f".finding[data-{name}={value}]").count()
        expect(count(page) == wanted > 0, f"{name} filters to {count(page)}, not {wanted}")
        expect(str(wanted) in page.inner_text("#count"), "the count is not told")
        page.click("#clear")
    page.click("#expand")
    expect(count(page) == total, "clearing does not bring all back")
    page.select_option("[name=control]", "ecs.td.host-pid")
    expect(count(page) == page.locator("[data-control='ecs.td.host-pid'].finding").count(), "control")
    page.click("#clear")
    for words, wanted in [("ＥＣＳ．３", "ecs.td.host-pid"), ("pinned 花子", "ecs.td.image-pinned")]:
        page.fill("#search", words)
        found = page.locator(SHOWN).evaluate_all("all => all.map((one) => one.dataset.control)")
        expect(set(found) == {wanted}, f"a search for {words} finds {found}")
    page.fill("#search", "no such thing")
    expect(page.locator("#none").is_visible(), "an empty list says nothing")
    page.keyboard.press("Escape")
    expect(page.input_value("#search") == "", "Escape does not clear the search")


def groups(browser):
    page = opened(browser, "groups")
    total = page.locator(".finding").count()
    for by in ["resource", "file", "control"]:
        mark(page, "group", by)
        page.click("#expand")
        kinds = page.locator(".finding").evaluate_all(
            f"all => new Set(all.map((one) => [one.dataset.file, one.dataset.{by}].join(' '))).size"
            if by == "resource"
            else f"all => new Set(all.map((one) => one.dataset.{by})).size"
        )
        expect(page.locator(".group").count() == kinds, f"by {by} there are not {kinds} groups")
        expect(count(page) == total, f"by {by} a finding is lost")
        for sentence in page.evaluate(STRUCTURE):
            expect(False, f"by {by}: {sentence}")
    mark(page, "group", "file")
    finding = page.locator(SHOWN, has=page.locator(".tell")).first
    finding.locator(".tell").click()
    expect(finding.locator(".story").is_visible(), "a finding does not tell its story")
    expect(finding.locator(".tell").get_attribute("aria-expanded") == "true", "not expanded")


def remedies(browser):
    page = opened(browser, "remedies")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    group = page.locator(".group", has=page.locator(".remedies section + section")).first
    group.evaluate("group => { group.open = true }")
    group.locator(".steps > summary").click()
    tabs = group.locator("[role=tab]")
    tabs.first.click()
    panels = group.locator("[role=tabpanel]:visible")
    expect(panels.count() == 1, "not one panel is in sight")
    page.keyboard.press("ArrowRight")
    expect(tabs.nth(1).get_attribute("aria-selected") == "true", "the arrow chooses no tab")
    expect(panels.get_attribute("aria-labelledby") == tabs.nth(1).get_attribute("id"), "panel")
    panels.locator(".copy").click()
    page.wait_for_timeout(100)
    copied = page.evaluate("navigator.clipboard.readText()")
    wanted = panels.locator("code").inner_text().strip()
    expect(copied == wanted != "", f"copied {copied!r}")


def switches(browser):
    page = opened(browser, "switches")
    for language, heading, choice in [("ja", "セキュリティレポート", "すべて"), ("en", "Security report", "All")]:
        mark(page, "language", language)
        expect(page.locator("html").get_attribute("lang") == language, f"lang is not {language}")
        expect(heading in page.inner_text("h1"), f"the heading is not in {language}")
        expect(heading in page.title(), f"the title is not in {language}")
        expect(page.locator("[name=file] option").first.inner_text() == choice, "the choices stay")
        other = {"en": "ja", "ja": "en"}[language]
        page.click("#expand")
        expect(page.locator(f"[lang={other}]:visible").count() == 0, f"{other} is in sight")
    ground = "getComputedStyle(document.body).backgroundColor"
    mark(page, "theme", "dark")
    dark = page.evaluate(ground)
    mark(page, "theme", "light")
    expect(page.evaluate(ground) != dark, "the theme does not change")


def keys(browser):
    page = opened(browser, "keys")
    page.keyboard.press("/")
    expect(page.evaluate("document.activeElement.id") == "search", "/ does not lead to the search")
    page.keyboard.type("j")
    expect(page.input_value("#search") == "j", "a letter cannot be typed")
    page.keyboard.press("Escape")
    ids = page.locator(".finding").evaluate_all("all => all.map((one) => one.id)")
    for key, index in [("j", 0), ("j", 1), ("j", 2), ("k", 1)]:
        page.keyboard.press(key)
        expect(page.evaluate("document.activeElement.id") == ids[index], f"{key} goes elsewhere")
        expect(page.locator(f"#{ids[index]}").is_visible(), "the finding stays folded")
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    for _ in range(12):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            "[document.activeElement, document.activeElement.nextElementSibling].some("
            "(one) => one && getComputedStyle(one).outlineStyle !== 'none')"
        )
        where = page.evaluate("document.activeElement.outerHTML.slice(0, 80)")
        expect(seen, f"the focus cannot be seen on {where}")
    last = opened(browser, "link", f"#{ids[-1]}")
    expect(last.locator(f"#{ids[-1]}").is_visible(), "a link to a finding does not open it")
    expect(last.evaluate("document.activeElement.id") == ids[-1], "a link does not move the focus")


def reads_aloud(browser):
    page = opened(browser, "access")
    page.click("#expand")
    for summary in page.locator(".steps > summary").all():
        summary.click()
    page.wait_for_timeout(100)
    for sentence in page.evaluate(STRUCTURE):
        expect(False, sentence)
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    nodes = [(n["role"]["value"], n.get("name", {}).get("value", "")) for n in tree if "role" in n]
    roles = {role for role, _ in nodes}
    for role in ["banner", "main", "contentinfo", "search", "table", "status", "tablist"]:
        expect(role in roles, f"there is no {role}")
    named = ["button", "link", "radio", "checkbox", "combobox", "searchbox", "tab", "heading"]
    for role, name in nodes:
        expect(role not in named or name.strip(), f"a {role} has no name")
    for theme in ["light", "dark"]:
        mark(page, "theme", theme)
        for place in page.evaluate(CONTRAST):
            expect(False, f"{theme}: the contrast of {place}")


def prints(browser):
    page = opened(browser, "print")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.wait_for_timeout(100)
    total = page.locator(".finding").count()
    expect(count(page) == total, "paper lacks a finding")
    panels = page.locator(".remedies section")
    expect(panels.count() == page.locator(".remedies section:visible").count(), "a remedy is folded")
    expect(page.locator("button:visible, form:visible, input:visible").count() == 0, "a control")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(count(page) < total, "what was folded before printing stays open")


def fits(browser):
    page = opened(browser, "narrow", viewport={"width": 390, "height": 800})
    page.click("#expand")
    width = page.evaluate("document.documentElement.scrollWidth")
    expect(width <= 390, f"a narrow window scrolls sideways: {width}")


def runs_nothing_else(browser):
    page = browser.new_context().new_page()
    page.goto(url)
    expect(page.evaluate("document.scripts.length") == 1, "there is a second script")
    expect(page.evaluate("document.images.length") == 0, "there is an image")
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), "
        "{ textContent: 'window.ran = true' }))"
    )
    expect(page.evaluate("window.ran") is None, "the policy lets a foreign script run")


CHECKS = [
    reads_without_script, filters, groups, remedies, switches, keys, reads_aloud, prints, fits,
    runs_nothing_else,
]

with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
    report = pathlib.Path(folder) / "report.html"
    report.write_bytes(sys.stdin.buffer.read())
    url = report.as_uri()
    browser = playwright.chromium.launch(executable_path=sys.argv[1], args=["--no-sandbox"])
    for check in CHECKS:
        try:
            check(browser)
        except Exception:
            problems.append(f"{check.__name__}: {traceback.format_exc()}")
    browser.close()

for problem in dict.fromkeys(problems):
    print(problem)
