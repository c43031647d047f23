/** Keys that are typed before what was asked for is done wait for their turn: none is lost, none goes to a unit that is left. */

import { isOpen } from "./dialogs.js";
import { actionOf } from "./keys.js";
import { isCode } from "./text.js";

const WALKING = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"]);
const FORWARD = new Set(["ArrowRight", "ArrowDown", "End"]);
const OWN = "application/x-bitexte";
const EDITABLE = "input, select, textarea, [contenteditable=true]";

/**
 * Hold what is typed while `turns` change the unit, where it was meant for one: in the list, or where the change was
 * asked for, as the box takes the focus from there.
 */
export class Typing {
  constructor(turns, parts) {
    Object.assign(this, { turns, parts, composed: null, end: null });
    this.#on("keydown", (event) => this.#keyDown(event));
    this.#on("beforeinput", (event) => this.#beforeInput(event));
    this.#on("paste", (event) => this.#pasted(event));
    for (const type of ["cut", "copy"]) this.#on(type, (event) => this.#hold(event, { clip: type }));
    this.#on("drop", (event) => this.#hold(event, null));
    this.#on("compositionstart", (event) => this.#compose(event));
    document.addEventListener("input", (event) => this.composed && event.stopImmediatePropagation(), true);
    document.addEventListener("compositionend", (event) => this.#compositionEnd(event), true);
  }

  #on(type, take) {
    document.addEventListener(type, (event) => this.#waits(event.target) && take(event), true);
  }

  #waits(element) {
    if (!this.turns.isChanging || isOpen()) return false;
    const { scroller, filters } = this.parts;
    if (filters.contains(element)) return false;
    return element === document.body || scroller.contains(element) || element === this.turns.from;
  }

  #hold(event, key) {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (key) this.turns.run("type", key);
  }

  #keyDown(event) {
    const { key, target } = event;
    if (event.isComposing || key === "Dead") return;
    const isTyping = target.closest?.(EDITABLE) !== null;
    const isMain = event.ctrlKey || event.metaKey;
    const hasModifier = isMain || event.altKey;
    const letter = key.toLowerCase();
    if (isTyping && isMain && !event.altKey && (letter === "z" || letter === "y")) {
      this.#hold(event, null);
      this.turns.run(letter === "y" || event.shiftKey ? "redo" : "undo");
    } else if (!isTyping && key.length === 1 && !hasModifier) this.#hold(event, { text: key });
    else if (actionOf(event)) return;
    else if (isMain && !event.altKey && letter === "a") this.#hold(event, { selects: true });
    else if (WALKING.has(key)) this.#hold(event, { walks: key, byWord: hasModifier, isExtending: event.shiftKey });
    else if (key === "Escape" || (key === "Enter" && isTyping)) this.#hold(event, { presses: key });
    else if (!isTyping && (key === "Backspace" || key === "Delete"))
      this.#hold(event, { erases: true, isForward: key === "Delete", byWord: hasModifier });
  }

  #beforeInput(event) {
    const { inputType } = event;
    if (this.composed || !event.cancelable) return;
    const text = event.data ?? event.dataTransfer?.getData("text/plain") ?? "";
    if (inputType.startsWith("history")) {
      this.#hold(event, null);
      this.turns.run(inputType === "historyUndo" ? "undo" : "redo");
    } else if (inputType.startsWith("delete"))
      this.#hold(event, {
        erases: true,
        isForward: inputType.includes("Forward"),
        byWord: inputType.includes("Word"),
        byLine: inputType.includes("Line"),
      });
    // A spelling that was chosen for a word of the old text belongs to no other.
    else this.#hold(event, inputType !== "insertReplacementText" && text ? { text } : null);
  }

  #pasted(event) {
    const { types } = event.clipboardData;
    this.#hold(event, { pastes: event.clipboardData.getData("text/plain"), isOwn: types.includes(OWN) });
  }

  /** An input method cannot be stopped: it writes into the old box, of which nothing is read, and the unit stays until it ends. */
  #compose(event) {
    event.stopImmediatePropagation();
    this.composed = new Promise((resolve) => (this.end = resolve));
  }

  #compositionEnd(event) {
    if (!this.composed) return;
    event.stopImmediatePropagation();
    this.composed = null;
    if (event.data) this.turns.run("type", { text: event.data });
    this.end();
  }
}

/** Do on the unit that is open what a key that waited would have done; an input that has the focus by now gets it. */
export function type(review, key) {
  const place = document.activeElement;
  if (place?.matches("input")) return fill(place, key, review.turns);
  if (key.presses === "Escape") return review.parts.scroller.focus();
  const field = review.editor?.field;
  if (!field || key.presses) return undefined;
  field.readSelection();
  return key.walks ? walk(field, key) : field.edit((target) => change(target, key));
}

function change(target, key) {
  const { start, end } = target;
  if (key.text) target.replace(start, end, key.text);
  else if (key.pastes !== undefined) target.paste(key.pastes, key.isOwn);
  else if (key.selects) target.select(0, target.atoms.length);
  else if (key.clip) navigator.clipboard?.writeText(target[key.clip]()).catch(() => {});
  else if (key.erases && start !== end) target.erase(start, end, key.isForward);
  else if (key.erases) {
    const limit = key.isForward ? target.atoms.length : 0;
    const far = key.byLine ? limit : target.reach(key.isForward, key.byWord);
    target.erase(Math.min(start, far), Math.max(start, far), key.isForward);
  }
}

/** Move the caret, or one end of the selection, as the browser does; over a code as the box does. */
function walk(field, { walks, byWord, isExtending }) {
  const { target } = field;
  const isForward = FORWARD.has(walks);
  const isStep = walks === "ArrowLeft" || walks === "ArrowRight";
  const next = target.atoms[isForward ? target.end : target.start - 1];
  if (isStep && !isExtending && !byWord && target.start === target.end && isCode(next ?? "")) {
    field.edit(() => target.select(target.start + (isForward ? 1 : -1)));
    return;
  }
  const unit = isStep ? (byWord ? "word" : "character") : walks.startsWith("Arrow") ? "line" : byWord ? "documentboundary" : "lineboundary";
  const way = isStep ? (isForward ? "right" : "left") : isForward ? "forward" : "backward";
  getSelection().modify(isExtending ? "extend" : "move", way, unit);
  field.readSelection();
}

function fill(input, key, turns) {
  const { value } = input;
  if (key.presses === "Enter") return turns.doWithin(() => input.form?.requestSubmit());
  if (key.selects) input.select();
  else if (key.erases) input.value = value.slice(0, -1);
  else input.value = value + (key.text ?? key.pastes ?? "");
  // A number's field empties itself when it is given what is none.
  if (!input.value && !key.erases) input.value = value;
  if (input.value !== value) input.dispatchEvent(new Event("input", { bubbles: true }));
  return undefined;
}
