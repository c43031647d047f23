/** The box in which a target is edited: what the browser wants to do is done on the model, and the box is drawn again. */

import { chipOf } from "./chips.js";
import { codesOf, isCode } from "./text.js";

const FILLER = "\u200b";
const OWN = "application/x-bitexte";

export class Field {
  /**
   * @param {HTMLElement} box an element with `contenteditable`
   * @param {import("./target.js").Target} target
   * @param {{changed: () => void, mended: () => void, exhausted?: (isForward: boolean) => void}} tell called after each
   *   change, where codes were put back, and where there is nothing more to undo or redo
   */
  constructor(box, target, tell) {
    this.box = box;
    this.target = target;
    this.tell = tell;
    this.drawn = [];
    this.composed = null;
    this.dragged = null;
    const on = (type, listener) => box.addEventListener(type, listener.bind(this));
    on("beforeinput", this.#beforeInput);
    on("input", this.#input);
    on("keydown", this.#keyDown);
    on("compositionstart", this.#compositionStart);
    on("compositionend", this.#compositionEnd);
    on("copy", this.#copy);
    on("cut", this.#copy);
    on("paste", this.#paste);
    on("dragstart", this.#dragStart);
    on("dragover", (event) => event.preventDefault());
    on("drop", this.#drop);
    on("dragend", () => (this.dragged = null));
    this.draw();
  }

  /** Make the box show the model; nodes that are the same stay. */
  draw() {
    const codes = codesOf(this.target.atoms);
    this.drawn = this.#pieces().map((piece, index) => this.#nodeOf(piece, codes, this.box.childNodes[index]));
    const nodes = this.drawn.map((piece) => piece.node);
    const isSame = nodes.length === this.box.childNodes.length && nodes.every((node, at) => node === this.box.childNodes[at]);
    if (!isSame) this.box.replaceChildren(...nodes);
  }

  /** Return strings and codes by turns, with a filler where two codes, or a code and the edge, leave no place for a caret. */
  #pieces() {
    const pieces = [{ text: "", start: 0 }];
    this.target.atoms.forEach((atom, at) => {
      if (isCode(atom)) pieces.push({ code: atom, start: at }, { text: "", start: at + 1 });
      else pieces.at(-1).text += atom;
    });
    return pieces;
  }

  #nodeOf(piece, codes, old) {
    if (piece.code) {
      const chip = chipOf(piece.code, codes);
      chip.draggable = true;
      return { ...piece, node: chip };
    }
    const isFiller = piece.text === "" && this.target.atoms.length > 0;
    const text = isFiller ? FILLER : piece.text;
    const node = old?.nodeType === Node.TEXT_NODE ? old : document.createTextNode("");
    if (node.data !== text) node.data = text;
    return { ...piece, node, isFiller };
  }

  /** Put the caret or selection of the model into the page. */
  showSelection() {
    const [start, end] = [this.target.start, this.target.end].map((at) => this.pointOf(at));
    this.box.ownerDocument.getSelection().setBaseAndExtent(...start, ...end);
  }

  focus() {
    this.box.focus({ preventScroll: true });
    this.showSelection();
  }

  pointOf(at) {
    const piece = this.drawn.find((one) => !one.code && at >= one.start && at <= one.start + one.text.length);
    return [piece.node, piece.isFiller ? 1 : at - piece.start];
  }

  /** Return the offset in atoms of a point of the page within the box. */
  offsetOf(node, offset) {
    if (node === this.box) return this.drawn[offset]?.start ?? this.target.atoms.length;
    const piece = this.drawn.find((one) => one.node === node || one.node.contains(node));
    if (!piece) return this.target.atoms.length;
    if (piece.code) return offset > 0 ? piece.start + 1 : piece.start;
    return piece.isFiller ? piece.start : piece.start + Math.min(offset, piece.text.length);
  }

  /** Read the selection of the page into the model; it stays as it was where the page's is elsewhere. */
  readSelection() {
    const selection = this.box.ownerDocument.getSelection();
    if (!selection.rangeCount || !this.box.contains(selection.anchorNode)) return;
    const range = selection.getRangeAt(0);
    this.target.select(
      this.offsetOf(range.startContainer, range.startOffset),
      this.offsetOf(range.endContainer, range.endOffset),
    );
  }

  /** Do something on the model and show it. */
  edit(change) {
    const before = this.target.atoms;
    const answer = change(this.target);
    this.draw();
    this.showSelection();
    if (this.target.atoms !== before) this.tell.changed();
    return answer;
  }

  #rangeOf(event) {
    const [range] = event.getTargetRanges();
    if (!range) return [this.target.start, this.target.end];
    return [this.offsetOf(range.startContainer, range.startOffset), this.offsetOf(range.endContainer, range.endOffset)];
  }

  #beforeInput(event) {
    if (event.inputType === "insertCompositionText") return;
    event.preventDefault();
    this.readSelection();
    const { inputType } = event;
    const text = event.data ?? event.dataTransfer?.getData("text/plain") ?? "";
    if (inputType === "historyUndo" || inputType === "historyRedo") this.#travel(inputType === "historyRedo");
    else if (inputType.startsWith("delete")) this.#erase(event);
    else if (["insertText", "insertReplacementText", "insertTranspose"].includes(inputType)) {
      const [start, end] = inputType === "insertText" ? [this.target.start, this.target.end] : this.#rangeOf(event);
      this.edit((target) => target.replace(start, end, text));
    } else if (inputType === "insertFromPaste" || inputType === "insertFromYank") this.edit((target) => target.paste(text));
  }

  #erase(event) {
    const isForward = event.inputType.includes("Forward");
    let [start, end] = [this.target.start, this.target.end];
    if (start === end) {
      [start, end] = this.#rangeOf(event);
      const holdsCode = this.target.atoms.slice(start, end).some(isCode);
      if (start >= end || (holdsCode && !event.inputType.includes("Line"))) {
        const reached = this.target.reach(isForward, event.inputType.includes("Word"));
        [start, end] = isForward ? [this.target.end, reached] : [reached, this.target.start];
      }
    }
    this.edit((target) => target.erase(start, end, isForward));
  }

  #compositionStart() {
    this.readSelection();
    this.composed = [this.target.start, this.target.end];
  }

  #compositionEnd(event) {
    const [start, end] = this.composed ?? [this.target.start, this.target.end];
    this.composed = null;
    if (!this.#adopt()) this.edit((target) => target.replace(start, end, event.data ?? "", "compose"));
  }

  /** What could not be cancelled: an input method, or a script's `execCommand`. */
  #input() {
    if (this.composed) return;
    if (!this.#adopt()) {
      this.edit(() => {});
      this.tell.mended();
    }
  }

  #adopt() {
    const read = [];
    const caret = this.#readNodes(this.box, read);
    const before = this.target.atoms;
    const isTaken = this.target.adopt(read, caret ?? read.length);
    if (isTaken) {
      this.draw();
      this.target.select(caret ?? this.target.end);
      this.showSelection();
      if (this.target.atoms !== before) this.tell.changed();
    }
    return isTaken;
  }

  /** Append the atoms of the nodes below `root` to `read`; return where the caret stands among them. */
  #readNodes(root, read) {
    const { anchorNode, anchorOffset } = this.box.ownerDocument.getSelection();
    let caret = null;
    const fillers = new Set(this.drawn.filter((piece) => piece.isFiller).map((piece) => piece.node));
    const codes = new Map(codesOf(this.target.atoms).map((code) => [String(code.c), code]));
    // Nodes that somebody else made, of copies of ours, may hold fillers; where the text has such characters, all stay.
    const isOurs = (node) => this.target.atoms.includes(FILLER) || this.drawn.some((piece) => piece.node === node);
    const walk = (node) => {
      if (node.nodeType === Node.TEXT_NODE) {
        const text = fillers.has(node) ? node.data.replace(FILLER, "") : isOurs(node) ? node.data : node.data.replaceAll(FILLER, "");
        const before = Math.max(0, anchorOffset - (node.data.length - text.length));
        if (node === anchorNode) caret = read.length + Math.min(before, text.length);
        read.push(...text.replace(/[\r\n]/g, " ").split(""));
      } else if (node.dataset?.code !== undefined) {
        const code = codes.get(node.dataset.code);
        if (code) read.push(code);
      } else node.childNodes.forEach(walk);
    };
    walk(root);
    return caret;
  }

  /** The browser has nothing to undo where all is done on the model, and says nothing then. */
  #keyDown(event) {
    const isMain = (event.ctrlKey || event.metaKey) && !event.altKey;
    const key = event.key.toLowerCase();
    if (isMain && (key === "z" || key === "y")) {
      event.preventDefault();
      this.#travel(key === "y" || event.shiftKey);
    } else this.#arrow(event);
  }

  /** Undo or redo a change; false where the model has none. */
  travel(isForward) {
    return this.edit((target) => (isForward ? target.redo() : target.undo()));
  }

  /** Undo or redo as was asked for here; where there is nothing to, those who listen may go further back. */
  #travel(isForward) {
    if (!this.travel(isForward)) this.tell.exhausted?.(isForward);
  }

  #arrow(event) {
    const isForward = event.key === "ArrowRight";
    if (!isForward && event.key !== "ArrowLeft") return;
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.isComposing) return;
    this.readSelection();
    const { start, end, atoms } = this.target;
    if (start !== end || !isCode(atoms[isForward ? end : start - 1] ?? "")) return;
    event.preventDefault();
    this.target.select(isForward ? end + 1 : start - 1);
    this.showSelection();
  }

  #copy(event) {
    event.preventDefault();
    this.readSelection();
    let text = "";
    if (event.type === "cut") this.edit((target) => (text = target.cut()));
    else text = this.target.copy();
    event.clipboardData.setData("text/plain", text);
    event.clipboardData.setData(OWN, text);
  }

  #paste(event) {
    event.preventDefault();
    this.readSelection();
    const isOwn = event.clipboardData.types.includes(OWN);
    this.edit((target) => target.paste(event.clipboardData.getData("text/plain"), isOwn));
  }

  #dragStart(event) {
    this.readSelection();
    const element = event.target.nodeType === Node.TEXT_NODE ? event.target.parentElement : event.target;
    const code = element.closest(".chip")?.dataset.code;
    this.dragged = code === undefined ? { range: [this.target.start, this.target.end] } : { code: Number(code) };
    if (code !== undefined) event.dataTransfer.setData("text/plain", "");
  }

  #drop(event) {
    event.preventDefault();
    const to = this.#offsetUnder(event);
    const dragged = this.dragged;
    this.dragged = null;
    if (dragged?.code !== undefined) this.edit((target) => target.moveCode(dragged.code, to));
    else if (dragged) this.edit((target) => target.move(...dragged.range, to));
    else
      this.edit((target) => {
        target.select(to);
        target.paste(event.dataTransfer.getData("text/plain"));
      });
    this.box.focus();
  }

  #offsetUnder({ clientX, clientY }) {
    const root = this.box.ownerDocument;
    const point = root.caretPositionFromPoint?.(clientX, clientY);
    if (point) return this.offsetOf(point.offsetNode, point.offset);
    const range = root.caretRangeFromPoint?.(clientX, clientY);
    return range ? this.offsetOf(range.startContainer, range.startOffset) : this.target.atoms.length;
  }
}
