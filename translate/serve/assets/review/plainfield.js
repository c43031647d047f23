/** The target as plain text with marks for codes, in a box of the browser's own: for screen readers and small screens. */

import { partsOfPlain, plainOf } from "./marks.js";
import { atomsOf } from "./text.js";

export class PlainField {
  /** Take the same as `Field` does, with a `textarea` as the box. */
  constructor(box, target, tell) {
    Object.assign(this, { box, target, tell });
    box.addEventListener("input", () => this.#read());
    box.addEventListener("keydown", (event) => this.#keyDown(event));
    this.draw();
  }

  draw() {
    const text = plainOf(this.target.parts, this.target.source);
    if (this.box.value !== text) this.box.value = text;
    this.#grow();
  }

  #grow() {
    this.box.style.height = "auto";
    if (this.box.scrollHeight) this.box.style.height = `${this.box.scrollHeight + 4}px`;
  }

  #read() {
    const line = this.box.value.replace(/\s*\n\s*/g, " ");
    const caret = this.box.selectionEnd;
    if (line !== this.box.value) {
      this.box.value = line;
      this.box.setSelectionRange(caret, caret);
    }
    this.readSelection();
    this.target.assign(atomsOf(partsOfPlain(line, this.target.source)));
    this.readSelection();
    this.#grow();
    this.tell.changed();
  }

  /** Take the selection as offsets in atoms: what stands before it, read as a text of its own, says how many. */
  readSelection() {
    const at = (end) => atomsOf(partsOfPlain(this.box.value.slice(0, end), this.target.source)).length;
    this.target.select(at(this.box.selectionStart), at(this.box.selectionEnd));
  }

  showSelection() {
    const at = (offset) => this.#lengthUpTo(offset);
    this.box.setSelectionRange(at(this.target.start), at(this.target.end));
  }

  #lengthUpTo(offset) {
    const parts = this.target.atoms.slice(0, offset);
    return plainOf(parts, this.target.source).length;
  }

  focus() {
    this.box.focus({ preventScroll: true });
    this.showSelection();
  }

  edit(change) {
    const before = this.target.atoms;
    const answer = change(this.target);
    this.draw();
    this.showSelection();
    if (this.target.atoms !== before) this.tell.changed();
    return answer;
  }

  travel(isForward) {
    return this.edit((target) => (isForward ? target.redo() : target.undo()));
  }

  /** Undo or redo as was asked for here; where there is nothing to, those who listen may go further back. */
  #travel(isForward) {
    if (!this.travel(isForward)) this.tell.exhausted?.(isForward);
  }

  #keyDown(event) {
    const key = event.key.toLowerCase();
    if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) event.preventDefault();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== "z" && key !== "y")) return;
    event.preventDefault();
    this.#travel(key === "y" || event.shiftKey);
  }
}
