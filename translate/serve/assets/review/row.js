/** Rows of the list: a unit comes in, an element that is only read, or one with a box to edit in, goes out. */

import { nodesOf } from "./chips.js";
import { make } from "./elements.js";
import { formatNumber, isKnown, t } from "./interface.js";
import { KEYS } from "./keys.js";
import { placesOf } from "./places.js";

const WEIGHTS = { error: 0, warning: 1, info: 2 };

/** Return the issues that are open, the most severe first. */
export const openIssues = (row) =>
  row.issues.filter((issue) => !issue.dismissed).sort((one, other) => WEIGHTS[one.severity] - WEIGHTS[other.severity]);

export const checkName = (check) => (isKnown(`check.${check}`) ? t(`check.${check}`) : check);

/** Return the places of open issues on one side, in atoms, in order and without overlap. */
export function marksOf(row, side) {
  const places = openIssues(row).flatMap((issue) =>
    placesOf(issue, row)
      .filter((place) => place.side === side)
      .map(({ start, end }) => ({ start, end, name: checkName(issue.check), severity: issue.severity })),
  );
  places.sort((one, other) => one.start - other.start);
  return places.filter((place, at) => at === 0 || place.start >= places[at - 1].end);
}

/** Return how far a unit has come, as a key of the interface. */
export function standingOf(row) {
  if (row.verdict) return row.verdict;
  if (row.refused) return "refused";
  return row.origin === "machine" ? "todo" : row.origin;
}

function factsOf(row) {
  const issues = openIssues(row);
  const standing = standingOf(row);
  return make(
    "div",
    { class: "facts" },
    make("span", { class: `standing ${standing}` }, t(`standing.${standing}`)),
    row.score !== null && make("span", { class: "score", title: t("score") }, formatNumber(Math.round(row.score))),
    issues.length > 0 &&
      make(
        "span",
        { class: `issues ${issues[0].severity}`, title: issues.map((issue) => checkName(issue.check)).join(", ") },
        t("issues", { count: issues.length }),
      ),
  );
}

const numberOf = (row) => make("span", { class: "number" }, String(row.number));

/** Return a row that is only read. */
export function readRow(row, languages) {
  return make(
    "div",
    { class: "row", "data-texts": true, "data-id": row.id },
    numberOf(row),
    make("div", { class: "source", lang: languages.source, dir: "auto" }, ...nodesOf(row.source, marksOf(row, "source"))),
    make("div", { class: "target", lang: languages.target, dir: "auto" }, ...nodesOf(row.target, marksOf(row, "target"))),
    factsOf(row),
  );
}

const button = (action, run, label = t(`action.${action}`)) =>
  make(
    "button",
    { type: "button", "data-action": action, "aria-keyshortcuts": KEYS[action] ?? null, onclick: () => run(action) },
    label,
    KEYS[action] ? make("kbd", { "aria-hidden": true }, KEYS[action]) : null,
  );

/** Return the row that is edited, with its box of class `box`. `run` does an action by name. */
export function openRow(editor, languages, isPlain, run) {
  const { row } = editor;
  const name = t("target.of", { number: row.number });
  const shape = isPlain
    ? make("textarea", { rows: 1 })
    : make("div", { contenteditable: "true", role: "textbox", "aria-multiline": "false" });
  for (const [key, value] of Object.entries({ class: "box", lang: languages.target, dir: "auto", spellcheck: "true" }))
    shape.setAttribute(key, value);
  shape.setAttribute("aria-label", name);
  shape.setAttribute("aria-describedby", "status");
  return make(
    "div",
    { class: "row open", "data-texts": true, "data-id": row.id, "aria-current": "true" },
    numberOf(row),
    make("div", { class: "source", lang: languages.source, dir: "auto" }, ...nodesOf(row.source, marksOf(row, "source"))),
    make("div", { class: "target" }, shape, editor.conflict && conflictOf(editor.conflict, languages, run)),
    factsOf(row),
    toolsOf(editor, run),
  );
}

function toolsOf(editor, run) {
  const hasCodes = editor.target.source.length > 0;
  const actions = ["accept", "acceptIssue", "reject", "reopen", "machine", "source", hasCodes && "code"].filter(Boolean);
  return make("div", { class: "tools", role: "toolbar", "aria-label": t("tools") }, ...actions.map((action) => button(action, run)));
}

function conflictOf({ row }, languages, run) {
  return make(
    "div",
    { class: "conflict", role: "group", "aria-label": t("conflict") },
    make("p", {}, t("conflict.told")),
    make("p", { class: "theirs", lang: languages.target, dir: "auto" }, ...nodesOf(row.target)),
    button("mine", run),
    button("theirs", run),
  );
}

/** Show the places of issues in the box, without a change to what stands in it; a browser that cannot leaves them out. */
export function highlight(field, row, isDirty) {
  if (!globalThis.Highlight || !field?.drawn) return;
  const ranges = isDirty ? [] : marksOf(row, "target").map((mark) => rangeOf(field, mark));
  CSS.highlights.set("issue", new Highlight(...ranges));
}

function rangeOf(field, { start, end }) {
  const range = new Range();
  range.setStart(...field.pointOf(start));
  range.setEnd(...field.pointOf(end));
  return range;
}
