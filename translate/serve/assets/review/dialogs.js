/** Windows over the page: keys, the translated document, orphaned decisions, files to work on elsewhere. */

import { make } from "./elements.js";
import { formatTime, t } from "./interface.js";
import { KEYS } from "./keys.js";
import { readExport, readOrphans, readPreview, sendImport, undo } from "./server.js";

/** Open a window with a heading; Escape and its button close it, and the focus goes back to where it was. */
function open(title, ...children) {
  const before = document.activeElement;
  const close = make("button", { type: "button", onclick: () => dialog.close() }, t("close"));
  const heading = make("h2", { id: "dialog-title" }, title);
  const dialog = make("dialog", { "aria-labelledby": "dialog-title" }, heading, make("div", { class: "body", tabindex: 0, role: "region", "aria-labelledby": "dialog-title" }, ...children), close);
  dialog.addEventListener("close", () => {
    // The browser gives the focus back as it closes, and this comes later: whoever was quicker keeps the focus.
    const isLost = document.activeElement === document.body || dialog.contains(document.activeElement);
    dialog.remove();
    if (!isLost) return;
    const back = before?.isConnected ? before : (document.querySelector(".box") ?? document.querySelector(".scroller"));
    back?.focus({ preventScroll: true });
  });
  document.body.append(dialog);
  dialog.showModal();
  close.focus();
  return dialog;
}

export const isOpen = () => document.querySelector("dialog[open]") !== null;

export function showKeys() {
  const rows = Object.entries(KEYS).map(([action, key]) =>
    make("tr", {}, make("th", { scope: "row" }, make("kbd", {}, key)), make("td", {}, t(`action.${action}`))),
  );
  open(t("keys"), make("table", {}, make("tbody", {}, ...rows)), make("p", {}, t("keys.note")));
}

/** Show a document as it reads with the decisions so far. `go` opens a unit. */
export async function showPreview(doc, language, go) {
  const { name, blocks } = await readPreview(doc);
  const paragraph = ({ parts }) =>
    make("p", { lang: language, dir: "auto" }, ...parts.flatMap((part) => [make("span", { "data-id": part.id }, part.plain), " "]));
  const body = make("div", { class: "preview" }, ...blocks.map(paragraph));
  const dialog = open(t("preview.of", { name }), body);
  body.addEventListener("click", (event) => {
    const id = event.target.dataset?.id;
    if (id === undefined) return;
    dialog.close();
    go(Number(id));
  });
}

export async function showOrphans(languages) {
  const { orphans } = await readOrphans();
  const items = orphans.map((one) =>
    make(
      "li",
      {},
      make("p", {}, make("b", {}, one.document ?? one.name), ` ${t(`standing.${one.verdict}`)}, ${one.author} ${one.time ? formatTime(one.time) : ""}`),
      make("p", { lang: languages.source, dir: "auto" }, one.source_plain),
      make("p", { lang: languages.target, dir: "auto" }, one.plain),
      one.reason && make("p", {}, one.reason),
    ),
  );
  open(t("orphans"), make("p", {}, t("orphans.told")), make("ul", {}, ...items));
}

/** Offer files to work on elsewhere, and take them back. `filter` says which units; `imported` is called after each import, and where one is undone. */
export function showFiles(filter, imported, failed) {
  const save = async (kind) => {
    const { blob, name } = await readExport(kind, filter);
    const link = make("a", { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
  const button = (kind) => make("button", { type: "button", onclick: () => save(kind).catch(failed) }, t(`export.${kind}`));
  const report = make("div", { role: "status" });
  const take = async (event) => {
    const [file] = event.target.files;
    if (!file) return;
    const answer = await sendImport(file);
    const left = answer.left_out.map((one) => make("li", {}, t("import.left", { row: one.row, name: one.name, reason: one.reason })));
    const told = t("import.taken", { taken: answer.taken, left: answer.left_out.length });
    report.replaceChildren(make("p", {}, told, " ", answer.taken > 0 && undoing(answer.group)), make("ul", {}, ...left));
    await imported();
  };
  const undoing = (group) => make("button", { type: "button", onclick: () => takeBack(group).catch(failed) }, t("import.undo"));
  const takeBack = async (group) => {
    const { saved } = await undo({ group });
    report.replaceChildren(make("p", {}, t("import.undone", { count: saved.length })));
    await imported();
  };
  const input = make("input", { type: "file", accept: ".xlsx,.html,.csv", onchange: (event) => take(event).catch(failed) });
  open(
    t("files"),
    make("p", {}, t("files.told")),
    make("p", { class: "buttons" }, ...["xlsx", "html", "csv"].map(button)),
    make("label", { class: "field" }, make("span", {}, t("import")), input),
    report,
  );
}
