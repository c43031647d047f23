/** The frame of the page: header, documents, list and what stands beside it; the parts that are filled later go out. */

import { make } from "./elements.js";
import { interfaceLanguage, t } from "./interface.js";
import { KEYS } from "./keys.js";

/** Build the frame in the page's body. `run` does an action by name, `language` is told of another one. */
export function layOut(folder, languages, run, language) {
  const button = (action) =>
    make("button", { type: "button", "aria-keyshortcuts": KEYS[action] ?? null, onclick: () => run(action) }, t(`action.${action}`));
  const parts = {
    progress: make("span", { class: "progress" }),
    write: button("write"),
    orphans: button("orphans"),
    documents: make("nav", { class: "documents", "aria-label": t("documents") }),
    filters: make("form", { class: "filters", role: "search", "aria-label": t("filters") }),
    found: make("p", { class: "found", role: "status" }),
    canvas: make("div", { class: "canvas", role: "list", "aria-label": t("units") }),
    none: make("p", { class: "none", hidden: true }, t("units.none")),
    status: make("p", { id: "status", role: "status" }),
    beside: make("div", { class: "details" }),
    ask: make("input", { type: "search", name: "ask" }),
    go: make("input", { type: "number", min: 1, name: "go", class: "go" }),
  };
  parts.scroller = make("div", { class: "scroller", tabindex: 0, role: "region", "aria-label": t("units") }, parts.canvas, parts.none);
  const choices = languages.map((code) =>
    make("option", { value: code, selected: code === interfaceLanguage() }, t(`language.${code}`)),
  );
  const chooser = make("select", { "aria-label": t("language"), onchange: (event) => language(event.target.value) }, ...choices);
  const jump = make("form", { class: "jump", onsubmit: (event) => (event.preventDefault(), run("jump", { number: Number(parts.go.value) })) }, labelled(t("action.go"), parts.go));
  const asking = make("form", { class: "ask", onsubmit: (event) => (event.preventDefault(), run("concordance")) }, labelled(t("concordance"), parts.ask));
  document.body.replaceChildren(
    make(
      "header",
      {},
      make("h1", {}, folder.folder),
      parts.progress,
      make("div", { class: "actions" }, parts.orphans, button("preview"), parts.write, button("files"), button("help"), chooser),
    ),
    make("div", { class: "columns" }, documentsOf(parts), mainOf(parts, jump), asideOf(parts, asking)),
    make("footer", {}, parts.status),
  );
  return parts;
}

const labelled = (label, control) => make("label", { class: "field" }, make("span", {}, label), control);

function documentsOf(parts) {
  const details = make("details", { class: "left", open: matchMedia("(min-width: 60rem)").matches }, make("summary", {}, t("documents")), parts.documents);
  return details;
}

function mainOf(parts, jump) {
  const bar = make("div", { class: "bar" }, parts.filters, make("div", { class: "place" }, parts.found, jump));
  return make("main", {}, make("h2", { class: "hidden" }, t("units")), bar, parts.scroller);
}

function asideOf(parts, asking) {
  return make("aside", { "aria-label": t("beside"), tabindex: 0 }, make("h2", {}, t("beside")), asking, parts.beside);
}
