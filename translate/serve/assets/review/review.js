/** The page: what a reviewer does is done on the open unit and the list, and what the server answers is shown. */

import { OF_PAGE, OF_UNIT } from "./actions.js";
import { Beside } from "./beside.js";
import { lightPairs } from "./chips.js";
import { isOpen } from "./dialogs.js";
import { Documents } from "./documents.js";
import { Editor } from "./editor.js";
import { addressOf, FilterForm, filterOfAddress, tidy } from "./filters.js";
import { t } from "./interface.js";
import { actionOf } from "./keys.js";
import { RowList } from "./list.js";
import { highlight, openIssues, openRow, readRow } from "./row.js";
import * as server from "./server.js";
import { Turns } from "./turns.js";
import { Typing, type } from "./typing.js";

export const FIRST = 100;
const POLL = 10_000;
const MAX_TARGETS = 100;

export class Review {
  constructor(folder, parts) {
    Object.assign(this, { folder, parts, details: null, editor: null, targets: new Map(), log: folder.log, from: null });
    this.languages = { source: folder.source_language, target: folder.target_language };
    this.isPlain = folder.plain || new URLSearchParams(location.search).has("plain");
    this.failed = this.failed.bind(this);
    this.turns = new Turns((action, what, from) => this.#act(action, what, from), this.failed);
    this.run = this.turns.run;
    this.typing = new Typing(this.turns, parts);
    this.documents = new Documents(parts.documents, (doc) => this.run("narrow", { filter: { ...this.filter, doc } }));
    this.form = new FilterForm(parts.filters, (filter) => this.run("narrow", { filter }));
    this.beside = new Beside(parts.beside, this.languages, this.run);
    this.list = new RowList(parts.scroller, parts.canvas, {
      load: (from, count, signal) => server.readUnits({ ...this.#asked, from, count }, signal),
      draw: (row, index) => this.#draw(row, index),
      failed: this.failed,
    });
    parts.canvas.addEventListener("click", (event) => this.#clicked(event));
    document.addEventListener("keydown", (event) => this.#pressed(event));
    addEventListener("popstate", () => this.run("address"));
    addEventListener("beforeunload", (event) => this.editor?.isDirty && event.preventDefault());
    document.addEventListener("visibilitychange", () => document.hidden && this.editor?.keep());
    setInterval(() => this.refresh().catch(() => {}), POLL);
    lightPairs(parts.canvas);
  }

  /** Parameters of the list, which stands still under its key while its units change. */
  get #asked() {
    return { ...this.filter, list: this.listKey };
  }

  async start(first) {
    this.filter = filterOfAddress();
    this.listKey = first.key;
    this.#showFolder();
    await this.#fill(first.answer);
  }

  #showFolder() {
    const { folder, parts } = this;
    document.title = `${folder.folder} – bitexte`;
    this.documents.show(folder.documents, this.filter.doc);
    const checks = [...new Set(folder.documents.flatMap((one) => Object.keys(one.issues)))].sort();
    this.form.show(this.filter, checks);
    this.#showProgress();
  }

  #showProgress() {
    const { parts, documents, folder } = this;
    parts.progress.textContent = t("progress", { done: documents.reviewed, all: documents.units });
    parts.write.disabled = !folder.can.write || !folder.to_write;
    parts.orphans.hidden = !folder.orphaned;
    parts.orphans.textContent = t("orphans.count", { count: folder.orphaned });
  }

  /** Fill the list with the first answer for the filter, and open the unit that the address names. */
  async #fill({ total, rows, at }) {
    this.#close();
    await this.list.reset(total, rows);
    this.parts.none.hidden = total > 0;
    this.parts.found.textContent = t("found", { count: total });
    if (at !== undefined && at !== null) await this.openAt(at);
  }

  async fromAddress() {
    if (!(await this.#leave())) return;
    await this.#ask(filterOfAddress(), new URLSearchParams(location.search).get("id"));
  }

  async #ask(filter, id) {
    this.filter = filter;
    this.listKey = newKey();
    this.#showFolder();
    await this.#fill(await server.readUnits({ ...this.#asked, from: 0, count: FIRST, find: id ?? undefined }));
  }

  /** Show what passes another filter; the address keeps it. The open unit stays open where it passes too. */
  async narrow(wanted) {
    const filter = tidy(wanted);
    const id = this.editor?.row.id ?? null;
    if (addressOf(filter, id) === addressOf(this.filter, id) || !(await this.#leave())) return;
    history.pushState(null, "", addressOf(filter, id));
    await this.#ask(filter, id);
  }

  /** Ask for everything anew, as after an import, or after the documents were written. */
  async reload() {
    if (!(await this.#leave())) return;
    this.folder = await server.readDocuments();
    this.log = this.folder.log;
    await this.#ask(this.filter, this.editor?.row.id ?? null);
  }

  /** Save what is open; true where it may be left. */
  async #leave() {
    if (!this.editor) return true;
    const mayLeave = await this.editor.keep();
    if (!mayLeave) this.editor.field?.focus();
    await this.typing.composed;
    return mayLeave;
  }

  #close() {
    this.editor?.close();
    this.editor = null;
    this.details = null;
    this.beside.clear();
  }

  #draw(row, index) {
    if (index !== this.list.opened || !this.editor) return readRow(row, this.languages);
    const element = openRow(this.editor, this.languages, this.isPlain, this.run);
    this.editor.mount(element.querySelector(".box"), this.isPlain);
    return element;
  }

  /** Open the row at `index` of the list, once the one that is open is saved. */
  async openAt(index) {
    if (index < 0 || index >= this.list.total) return;
    if (!(await this.#leave())) return;
    const row = await this.list.rowLoaded(index);
    if (!row) return;
    this.#close();
    this.editor = new Editor(row, this.#tell(index), this.targets.get(row.id));
    this.#remember(row.id);
    this.list.show(index);
    this.list.open(index);
    this.list.show(index);
    this.#afterDrawing();
    history.replaceState(null, "", addressOf(this.filter, row.id));
    this.readDetails(row.id);
  }

  #remember(id) {
    this.targets.delete(id);
    this.targets.set(id, this.editor.target);
    if (this.targets.size > MAX_TARGETS) this.targets.delete(this.targets.keys().next().value);
  }

  #tell(index) {
    return {
      say: (text, kind) => this.say(text, kind),
      saved: (answer) => this.#saved(answer),
      changed: () => this.#changed(),
      exhausted: (isForward) => this.run("decision", { isForward }),
      drawn: () => {
        this.#remember(this.editor.row.id);
        this.list.redraw(index);
        this.#afterDrawing();
      },
    };
  }

  #afterDrawing() {
    if (this.#mayTakeFocus()) this.editor.field.focus();
    this.#changed();
  }

  /** The box takes the focus from the list, or from where its action was asked for; not from a field typed in since. */
  #mayTakeFocus() {
    const { activeElement, body } = document;
    if (this.parts.filters.contains(activeElement)) return false;
    return [body, this.from].includes(activeElement) || this.parts.scroller.contains(activeElement);
  }

  #changed() {
    highlight(this.editor.field, this.editor.row, this.editor.isDirty);
    this.beside.follow(this.editor, this.details);
    if (this.editor.isDirty) this.say(t("unsaved.yet"));
  }

  async readDetails(id = this.editor.row.id) {
    this.reading?.abort();
    this.reading = new AbortController();
    try {
      const details = await server.readUnit(id, this.reading.signal);
      if (this.editor?.row.id !== id) return;
      this.details = details;
      this.beside.show(details, this.folder.can);
      this.beside.follow(this.editor, details);
    } catch (error) {
      if (error.name !== "AbortError") this.failed(error);
    }
  }

  #saved(answer) {
    this.log = answer.log;
    for (const { row } of answer.saved) this.list.update(row);
    this.documents.progress(answer.documents);
    this.folder.to_write = true;
    this.#showProgress();
    if (this.editor) {
      highlight(this.editor.field, this.editor.row, this.editor.isDirty);
      this.#showFacts();
    }
  }

  /** Show how the open row stands now, without touching its box. */
  #showFacts() {
    const element = this.list.elementAt(this.list.opened);
    element?.querySelector(".facts").replaceWith(readRow(this.editor.row, this.languages).querySelector(".facts"));
  }

  async refresh() {
    const folder = await server.readDocuments();
    this.folder = folder;
    this.documents.show(folder.documents, this.filter.doc);
    this.#showProgress();
    if (folder.log === this.log) return;
    this.log = folder.log;
    this.say(t("changed.elsewhere"));
  }

  say(text, kind = "") {
    this.parts.status.textContent = text;
    this.parts.status.className = kind;
  }

  failed(error) {
    if (error.name === "AbortError") return;
    const known = t(`error.${error.code}`);
    this.say(known.startsWith("error.") ? error.message : `${known} (${error.message})`, "error");
    if (!error.status && !error.code) reportError(error);
  }

  #clicked(event) {
    const element = event.target.closest("[role=listitem]");
    if (element && !element.classList.contains("open") && getSelection().isCollapsed)
      this.run("show", { index: Number(element.dataset.index) });
  }

  #pressed(event) {
    const found = isOpen() ? null : actionOf(event);
    if (!found && event.key === "Enter" && event.target === this.parts.scroller) {
      event.preventDefault();
      this.run("show", { index: this.list.anchor.index });
    } else if (!found && event.key === "Escape" && event.target.matches(".box")) this.parts.scroller.focus();
    if (!found) return;
    event.preventDefault();
    this.run(found.action, found);
  }

  async #act(action, what, from) {
    if (action === "type") return type(this, what);
    this.from = from;
    this.editor?.field?.readSelection();
    if (action in OF_PAGE) return OF_PAGE[action](this, what);
    if (!this.editor) return this.openAt(this.list.anchor.index);
    const edit = (change) => this.editor.field.edit(change);
    return OF_UNIT[action](this, edit, what);
  }

  /** Open the next unit in the list that is to do, has an issue, or is any. */
  async go(way, want) {
    const step = way === "next" ? 1 : -1;
    const from = this.list.opened;
    for (let index = from + step; ; index += step) {
      const row = this.list.rowAt(index);
      if (!row) break;
      if (want === "any" || (want === "todo" ? isToDo(row) : openIssues(row).some(isSerious))) return this.openAt(index);
    }
    if (!this.editor) return this.openAt(0);
    const { at } = await server.readNext({ ...this.#asked, id: this.editor.row.id, way, want });
    if (at === null) this.say(t(`none.${way}.${want}`));
    else await this.openAt(at);
  }

  async goTo(id) {
    const { at } = await server.readUnits({ ...this.#asked, from: 0, count: 1, find: id });
    if (at === null || at === undefined) await this.#ask(this.filter.doc ? { doc: this.filter.doc } : {}, id);
    else await this.openAt(at);
  }
}

const isToDo = (row) => row.verdict === null && row.origin !== "carried";
const isSerious = (issue) => issue.severity !== "info";
export const newKey = () => crypto.getRandomValues(new Uint32Array(2)).join("-");
