/** The open unit: its target in a box, what belongs to it, and how it is saved; nothing unsaved is left behind. */

import { decide, undo, redo } from "./server.js";
import { Field } from "./field.js";
import { PlainField } from "./plainfield.js";
import { Target } from "./target.js";
import { isEqual, sendable } from "./text.js";
import { t } from "./interface.js";

const REST = 1000;
const AGAIN = 3000;

export class Editor {
  /**
   * @param {object} row as the server has it
   * @param {{say: (text: string, kind?: string) => void, saved: (answer: object) => void, changed: () => void,
   *   drawn: () => void, exhausted: (isForward: boolean) => void}} tell what to say in the status line, rows that were
   *   saved, each change, each redrawing, and that the box has nothing more to undo or redo
   * @param {Target | undefined} target of an earlier visit, with what can be undone
   */
  constructor(row, tell, target) {
    this.tell = tell;
    if (target && isEqual(target.parts, row.target)) this.target = target;
    this.take(row);
    this.undone = 0;
    this.first = row;
    this.timer = 0;
    this.saving = null;
    this.conflict = null;
  }

  /** Take the row as it stands now; what is in the box stays. */
  take(row) {
    this.row = row;
    this.kept = row.target;
    this.target ??= new Target(row.target, row.source);
  }

  /** Edit in `box`. */
  mount(box, isPlain) {
    const tell = {
      changed: () => this.#changed(),
      mended: () => this.tell.say(t("codes.mended"), "warning"),
      exhausted: (isForward) => this.tell.exhausted(isForward),
    };
    this.field = isPlain ? new PlainField(box, this.target, tell) : new Field(box, this.target, tell);
  }

  get isDirty() {
    return !isEqual(this.target.parts, this.kept);
  }

  get isEmpty() {
    return !this.target.atoms.some((atom) => typeof atom === "object" || /\S/.test(atom));
  }

  /** What keeps the text from being saved, in words; empty where nothing does. */
  get hindrance() {
    const { missing, doubled, foreign, order } = this.target.faults;
    if (missing.length) return t("codes.missing", { codes: missing.join(", ") });
    if (doubled.length) return t("codes.doubled", { codes: doubled.join(", ") });
    if (foreign.length) return t("codes.foreign");
    if (order.length) return t("codes.order", { codes: order.join(", ") });
    return this.isEmpty ? t("target.empty") : "";
  }

  #changed() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), REST);
    this.tell.changed();
  }

  /** Save what was typed; true where nothing is left unsaved. */
  async keep() {
    clearTimeout(this.timer);
    await this.saving;
    if (this.conflict) return this.#refuse(t("conflict.open"));
    if (!this.isDirty) return true;
    if (this.hindrance) return this.#refuse(this.hindrance);
    const isBack = this.first.verdict === null && isEqual(this.target.parts, this.first.target);
    return this.decide(isBack ? "reopen" : "edit");
  }

  #refuse(why) {
    this.tell.say(t("unsaved", { why }), "error");
    return false;
  }

  /** Accept the text as it is in the box, with all issues that were shown. */
  async accept() {
    clearTimeout(this.timer);
    await this.saving;
    if (this.conflict) return this.#refuse(t("conflict.open"));
    if (this.hindrance) return this.#refuse(this.hindrance);
    const open = this.row.issues.filter((issue) => !issue.dismissed);
    if (!this.isDirty && this.row.verdict !== null && this.row.verdict !== "reject" && !open.length) return true;
    const dismissed = [...new Set(this.row.issues.map((issue) => issue.check))];
    return this.decide(this.isDirty || this.row.verdict === "edit" ? "edit" : "accept", { dismissed });
  }

  /** Send a decision on the unit; true where it was saved. A second one waits for the first. */
  async decide(verdict, more = {}) {
    await this.saving;
    this.saving = this.#send(verdict, more);
    const isSaved = await this.saving;
    this.saving = null;
    return isSaved;
  }

  async #send(verdict, more) {
    clearTimeout(this.timer);
    const sent = this.target.parts;
    const decision = { id: this.row.id, seen: this.row.seen, verdict, ...more };
    if (verdict === "edit") decision.parts = sendable(sent);
    try {
      const answer = await decide([decision]);
      const { row } = answer.saved[0];
      this.#settle(row, sent, verdict);
      this.tell.saved(answer);
      return true;
    } catch (error) {
      return this.#failed(error, verdict, more);
    }
  }

  /** What was saved is compared with what was sent: a difference is never silent. */
  #settle(row, sent, verdict) {
    this.take(row);
    if (verdict === "edit" && !isEqual(row.target, sent)) {
      this.tell.say(t("saved.otherwise"), "error");
      this.#show(row.target);
    } else if (verdict === "edit" || isEqual(this.target.parts, row.target)) this.tell.say(t("saved"), "saved");
    else {
      if (verdict === "reject" || verdict === "reopen") this.#show(row.target);
      this.tell.say(t("saved"), "saved");
    }
  }

  #show(parts) {
    if (this.field) this.field.edit((target) => target.take(parts));
    else this.target.take(parts);
    clearTimeout(this.timer);
  }

  #failed(error, verdict, more) {
    if (error.code === "conflict" && error.details.conflicts?.length) {
      this.conflict = { row: error.details.conflicts[0].row, verdict, more };
      this.tell.drawn();
      return this.#refuse(t("conflict.open"));
    }
    const known = t(`error.${error.code}`);
    const why = known.startsWith("error.") ? error.message : `${known} (${error.message})`;
    if (error.status === 0 || error.code === "busy") this.timer = setTimeout(() => this.decide(verdict, more), AGAIN);
    return this.#refuse(why);
  }

  /** End a conflict: with what stands in the box, or with what stands on the server. */
  async resolve(isMine) {
    if (!this.conflict) return true;
    const { row, verdict, more } = this.conflict;
    this.conflict = null;
    this.take(row);
    if (!isMine) this.#show(row.target);
    this.tell.drawn();
    return isMine ? this.decide(verdict, more) : true;
  }

  /** Where the box has nothing to undo, the last decision on the unit is. */
  async travel(isForward) {
    if (this.isDirty && !(await this.keep())) return;
    if (isForward ? !this.undone : this.row.verdict === null) {
      this.tell.say(t(isForward ? "redo.nothing" : "undo.nothing"));
      return;
    }
    try {
      const answer = await (isForward ? redo : undo)({ id: this.row.id });
      const saved = answer.saved.find(({ id }) => id === this.row.id);
      if (!saved) {
        this.tell.say(t(isForward ? "redo.nothing" : "undo.nothing"));
        return;
      }
      this.undone += isForward ? -1 : 1;
      this.take(saved.row);
      this.target = new Target(saved.row.target, saved.row.source);
      this.tell.saved(answer);
      this.tell.drawn();
      this.tell.say(t(isForward ? "redo.done" : "undo.done"), "saved");
    } catch (error) {
      this.#failed(error, "reopen", {});
    }
  }

  close() {
    clearTimeout(this.timer);
  }
}
