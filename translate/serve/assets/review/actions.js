/** Actions by name: the page, or its open unit, and what was chosen come in; what a key does, its button does too. */

import { showFiles, showKeys, showOrphans, showPreview } from "./dialogs.js";
import { t } from "./interface.js";
import * as server from "./server.js";

const WAIT = 500;

/** Save the open unit's text with another verdict; what the box holds unsaved goes with it. */
async function settle(review, verdict, more = {}) {
  const isSaved = await review.editor.decide(verdict, more);
  if (isSaved) await review.readDetails();
  return isSaved;
}

/** Nothing waits for the documents: it may take minutes. */
async function writeDocuments(review) {
  if (review.editor && !(await review.editor.keep())) return;
  let { writing } = await server.write();
  while (writing) {
    review.say(t("writing", { done: writing.done, all: writing.all }));
    await new Promise((resolve) => setTimeout(resolve, WAIT));
    const answer = await server.readWriting();
    ({ writing } = answer);
    if (writing) continue;
    await review.run("reload");
    const { ok, message, documents } = answer.last ?? { ok: true, documents: 0 };
    if (ok) review.say(t("written", { count: documents }), "saved");
    else review.say(t("write.failed", { why: message }), "error");
  }
}

/** Nothing waits for the engine, which is loaded at the first wish. */
async function readAlternatives(review) {
  review.say(t("alternatives.wait"));
  const { id } = review.editor.row;
  const { alternatives } = await server.readAlternatives(id);
  if (review.editor?.row.id === id) review.beside.alternatives(alternatives);
  review.say(t("alternatives.found", { count: alternatives.length }));
}

/** What can be done whether a unit is open or not. */
export const OF_PAGE = {
  next: (review) => review.go("next", "any"),
  previous: (review) => review.go("previous", "any"),
  nextIssue: (review) => review.go("next", "issues"),
  help: () => showKeys(),
  find: (review) => review.parts.filters.elements.q.focus(),
  go: (review) => review.parts.go.focus(),
  narrow: (review, { filter }) => review.narrow(filter),
  show: (review, { index }) => review.openAt(index),
  jump: (review, { number }) => review.openAt(Math.min(number, review.list.total) - 1),
  box: (review) => review.editor?.field.focus(),
  open: (review, { id }) => review.goTo(id),
  write: (review) => void writeDocuments(review).catch(review.failed),
  reload: (review) => review.reload(),
  address: (review) => review.fromAddress(),
  orphans: (review) => showOrphans(review.languages),
  files: (review) => showFiles(review.filter, () => review.run("reload"), review.failed),
  preview: async (review) => {
    if (review.editor && !(await review.editor.keep())) return;
    const doc = review.editor?.row.doc ?? Number(review.filter.doc ?? 0);
    await showPreview(doc, review.languages.target, (id) => review.run("open", { id }));
  },
  concordance: async (review) => {
    const query = selected(review) || review.parts.ask.value.trim();
    if (!query) {
      review.parts.ask.focus();
      return;
    }
    review.parts.ask.value = query;
    review.beside.concordance(query, await server.readConcordance(query, "both"));
    review.say(t("concordance.shown"));
  },
};

function selected(review) {
  const box = document.activeElement;
  if (box?.tagName === "TEXTAREA") return box.value.slice(box.selectionStart, box.selectionEnd).trim();
  if (box === review.parts.ask) return "";
  return getSelection().toString().replaceAll("\u200b", "").trim();
}

/** What is done to the unit that is open. */
export const OF_UNIT = {
  accept: async (review) => (await review.editor.accept()) && review.go("next", "todo"),
  acceptIssue: async (review) => (await review.editor.accept()) && review.go("next", "issues"),
  reject: (review) => settle(review, "reject"),
  reopen: (review) => settle(review, "reopen"),
  machine: (review, edit) => edit((target) => target.take(review.details?.machine ?? review.editor.row.target)),
  source: (review, edit) => edit((target) => target.take(review.editor.row.source)),
  take: (review, edit, { parts }) => edit((target) => target.take(parts)),
  match: (review, edit, { number, parts }) => {
    const match = number ? review.details?.matches[number - 1] : null;
    const taken = parts ?? match?.target_parts ?? (match && [match.target]);
    if (taken) edit((target) => target.take(taken));
    else review.say(t("match.none", { number: number ?? 1 }));
  },
  code: (review, edit) => edit((target) => target.insertMissing()) || review.say(t("codes.all")),
  codeLeft: (review, edit) => edit((target) => target.shiftCode(false)) || review.say(t("codes.fixed")),
  codeRight: (review, edit) => edit((target) => target.shiftCode(true)) || review.say(t("codes.fixed")),
  undo: (review) => review.editor.field.travel(false) || review.editor.travel(false),
  redo: (review) => review.editor.field.travel(true) || review.editor.travel(true),
  decision: (review, edit, { isForward }) => review.editor.travel(isForward),
  mine: (review) => review.editor.resolve(true),
  theirs: (review) => review.editor.resolve(false),
  dismiss: async (review, edit, { check }) => {
    const open = review.editor.row.issues.filter((issue) => !issue.dismissed);
    const chosen = check ?? open[0]?.check;
    if (chosen === undefined) review.say(t("issues.none"));
    else if (await review.editor.keep()) {
      const before = review.editor.row.issues.filter((issue) => issue.dismissed).map((issue) => issue.check);
      await settle(review, "dismiss", { dismissed: [...new Set([...before, chosen])] });
    }
  },
  alternatives: (review) => void readAlternatives(review).catch(review.failed),
};
