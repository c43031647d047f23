/** What belongs to the open unit: its details come in, sections beside the list go out. */

import { nodesOf } from "./chips.js";
import { differenceOf, nodesOfDifference } from "./difference.js";
import { make } from "./elements.js";
import { formatNumber, formatTime, t } from "./interface.js";
import { KEYS } from "./keys.js";
import { checkName } from "./row.js";
import { stringOf } from "./text.js";

const MAX_MATCHES = 9;

/** Return a section, or nothing where it has nothing to say. */
const section = (name, children) =>
  children.length ? make("section", { class: name, "aria-label": t(name) }, make("h3", {}, t(name)), ...children) : null;

export class Beside {
  /**
   * @param {HTMLElement} place
   * @param {{source: string, target: string}} languages
   * @param {(action: string, what?: object) => void} run
   */
  constructor(place, languages, run) {
    Object.assign(this, { place, languages, run });
    this.live = make("div", { class: "live" });
    this.facts = make("div", { class: "of-unit" });
    this.asked = make("div", { class: "asked" });
    place.append(this.live, this.facts, this.asked);
  }

  clear() {
    for (const part of [this.live, this.facts, this.asked]) part.replaceChildren();
  }

  /** Show what changes while one types: what keeps the text from being saved, and how it differs from the machine's. */
  follow(editor, details) {
    const hindrance = editor.isDirty || editor.target.faults.missing.length ? editor.hindrance : "";
    const machine = details?.id === editor.row.id ? details.machine : null;
    const runs = machine ? differenceOf(stringOf(machine), stringOf(editor.target.parts)) : [];
    const isSame = runs.every(([sign]) => sign === "=");
    this.live.replaceChildren(
      ...[
        hindrance && make("p", { class: "hindrance" }, hindrance),
        isSame ? null : section("difference", [this.#text("target", nodesOfDifference(runs))]),
      ].filter(Boolean),
    );
  }

  /** Show what the server knows of the unit. */
  show(details, can) {
    const parts = [
      section("issues.open", details.issues.map((issue) => this.#issue(issue))),
      section("matches", details.matches.slice(0, MAX_MATCHES).map((match, at) => this.#match(match, at + 1))),
      section("terms", details.terms.map((term) => this.#term(term))),
      section("notes", details.notes.map((note) => make("p", {}, note.author && make("b", {}, `${note.author}: `), note.text))),
      section("context", this.#context(details)),
      section("edits", details.edits.map((edit) => this.#edit(edit))),
      can.alternatives && section("alternatives", [this.#button("alternatives")]),
      section("history", details.history.map((decision) => this.#decision(decision))),
    ];
    this.facts.replaceChildren(...parts.filter(Boolean));
  }

  #text(side, nodes) {
    return make("p", { class: `text ${side}`, lang: this.languages[side], dir: "auto" }, ...nodes);
  }

  #button(action, label = t(`action.${action}`), what = undefined, key = KEYS[action]) {
    const click = () => this.run(action, what);
    return make("button", { type: "button", onclick: click, "aria-keyshortcuts": key }, label, key && make("kbd", { "aria-hidden": true }, key));
  }

  #issue(issue) {
    return make(
      "div",
      { class: `issue ${issue.severity}${issue.dismissed ? " dismissed" : ""}` },
      make("p", {}, make("b", {}, `${t(`severity.${issue.severity}`)}: ${checkName(issue.check)}`), make("br"), issue.message),
      issue.dismissed ? make("p", {}, t("issue.dismissed")) : this.#button("dismiss", t("action.dismiss"), { check: issue.check }),
    );
  }

  #match(match, number) {
    const key = KEYS.match.replace("1…9", String(number));
    return make(
      "div",
      { class: "match" },
      make("p", { class: "origin" }, make("b", {}, t("percent", { number: match.percentage })), ` ${match.memory} ${match.date}`),
      this.#text("source", match.difference.length ? nodesOfDifference(match.difference) : [match.source]),
      this.#text("target", nodesOf(match.target_parts ?? [match.target])),
      this.#button("match", t("action.insert"), { parts: match.target_parts ?? [match.target] }, key),
    );
  }

  #term(term) {
    const standing = t(term.kept ? "term.kept" : "term.missing");
    return make("p", { class: term.kept ? "term kept" : "term missing" }, `${term.source} → ${term.target} (${standing})`);
  }

  #context({ context, source_plain, target_plain }) {
    const one = (row, name) =>
      make("div", { class: `near ${name}` }, this.#text("source", [row.source_plain]), this.#text("target", [row.target_plain]));
    if (!context.before.length && !context.after.length) return [];
    return [
      ...context.before.map((row) => one(row, "before")),
      one({ source_plain, target_plain }, "this"),
      ...context.after.map((row) => one(row, "after")),
    ];
  }

  #edit(edit) {
    return make("p", { class: "edit" }, `${edit.step}: `, make("del", {}, edit.old), " ", make("ins", {}, edit.new), edit.reason && ` (${edit.reason})`);
  }

  #decision(decision) {
    const head = `${t(`standing.${decision.verdict}`)}, ${decision.author} ${decision.time ? formatTime(decision.time) : ""}`;
    return make("p", { class: decision.undone ? "decision undone" : "decision" }, make("b", {}, head), decision.plain && make("span", { lang: this.languages.target }, ` ${decision.plain}`));
  }

  /** Show other texts of the machine's. */
  alternatives(found) {
    const place = this.facts.querySelector(".alternatives");
    if (!place) return;
    const items = found.map(({ parts, score }) =>
      make("div", { class: "alternative" }, this.#text("target", nodesOf(parts)), this.#button("take", t("action.insert"), { parts }, null), score !== null && make("small", {}, ` ${formatNumber(Math.round(score))}`)),
    );
    place.replaceChildren(place.firstChild, ...(items.length ? items : [make("p", {}, t("alternatives.none"))]));
  }

  /** Show where else a text stands. */
  concordance(query, { hits, more }) {
    const hit = (one) =>
      make(
        "div",
        { class: "hit" },
        make("p", { class: "origin" }, one.where === "folder" ? (one.document ?? "") : one.where),
        this.#text("source", marked(one.source, one.marks?.source)),
        this.#text("target", marked(one.target, one.marks?.target)),
        one.id !== null && this.#button("open", t("action.open"), { id: one.id }, null),
      );
    const told = make("p", {}, t("concordance.found", { count: hits.length, query }), more ? ` ${t("concordance.more")}` : "");
    this.asked.replaceChildren(section("concordance", [told, ...hits.map(hit)]));
  }
}

/** Return the nodes of a text in which places in code points are marked. */
function marked(text, places = []) {
  const points = [...text];
  const nodes = [];
  let done = 0;
  for (const [start, end] of places) {
    nodes.push(points.slice(done, start).join(""), make("mark", {}, points.slice(start, end).join("")));
    done = end;
  }
  return [...nodes, points.slice(done).join("")].filter((node) => node !== "");
}
