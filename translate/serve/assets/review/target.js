/** The target of a unit as a model: each change is computed on atoms, loses no code, and can be undone. */

import { atomsOf, cleaned, codesOf, faultsOf, isCode, isEqual, isWhole, partsOf } from "./text.js";

const MAX_PAST = 500;
const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const words = new Intl.Segmenter(undefined, { granularity: "word" });

export class Target {
  /**
   * @param {import("./text.js").Parts} parts what stands now
   * @param {import("./text.js").Parts} source what is translated: its codes are those that belong here
   */
  constructor(parts, source) {
    this.source = codesOf(source);
    const known = new Map(this.source.map((code) => [code.c, code]));
    this.atoms = atomsOf(parts).map((atom) => (isCode(atom) ? (known.get(atom.c) ?? { ...atom, foreign: true }) : atom));
    this.start = this.end = this.atoms.length;
    this.past = [];
    this.future = [];
    this.kind = "";
    this.last = -1;
    this.cutCodes = [];
  }

  get parts() {
    return partsOf(this.atoms);
  }

  get faults() {
    return faultsOf(this.source, codesOf(this.atoms));
  }

  get isWhole() {
    return isWhole(this.faults);
  }

  select(start, end = start) {
    const last = this.atoms.length;
    const [one, other] = [start, end].map((at) => Math.max(0, Math.min(at, last)));
    this.start = Math.min(one, other);
    this.end = Math.max(one, other);
  }

  /** Put `text` in the place of the strings between; codes between stay, those before the first of the strings before it. */
  replace(start, end, text, kind = "type") {
    const between = this.atoms.slice(start, end);
    const first = between.findIndex((atom) => !isCode(atom));
    const before = codesOf(first < 0 ? between : between.slice(0, first));
    const behind = first < 0 ? [] : codesOf(between.slice(first));
    const atoms = [...this.atoms.slice(0, start), ...before, ...text.split(""), ...behind, ...this.atoms.slice(end)];
    const isGoingOn = kind === "type" && this.kind === "type" && start === end && start === this.last && !/^\s/.test(text);
    this.#change(atoms, start + before.length + text.length, isGoingOn);
    this.kind = kind;
  }

  /** Delete the strings between, and codes that the source lacks; where there are none, the caret moves over the rest. */
  erase(start, end, isForward = false) {
    const between = this.atoms.slice(start, end);
    const kept = codesOf(between).filter((code) => !code.foreign);
    if (kept.length === between.length) {
      this.select(isForward ? end : start);
      return;
    }
    const before = Math.max(0, between.findIndex((atom) => !isCode(atom)));
    const isGoingOn = this.kind === "erase" && between.length === 1 && [start, end].includes(this.last);
    this.#change([...this.atoms.slice(0, start), ...kept, ...this.atoms.slice(end)], start + before, isGoingOn);
    this.kind = "erase";
  }

  /** Return where a deletion from the caret ends: a letter or a word on, or over one code. */
  reach(isForward, byWord = false) {
    const at = isForward ? this.end : this.start;
    const limit = isForward ? this.atoms.length : 0;
    if (at === limit) return at;
    if (isCode(this.atoms[isForward ? at : at - 1])) return isForward ? at + 1 : at - 1;
    let far = at;
    while (far !== limit && !isCode(this.atoms[isForward ? far : far - 1])) far += isForward ? 1 : -1;
    const run = this.atoms.slice(Math.min(at, far), Math.max(at, far)).join("");
    const pieces = [...(byWord ? words : graphemes).segment(run)].map((piece) => piece.segment);
    if (!isForward) pieces.reverse();
    let length = 0;
    for (const piece of pieces) {
      length += piece.length;
      if (!byWord || /\S/.test(piece)) break;
    }
    return isForward ? at + length : at - length;
  }

  /** Insert what came from outside at the selection; what was cut here takes its codes along, where that is in order. */
  paste(text, isOwn = false) {
    const moved = isOwn ? this.cutCodes : [];
    this.cutCodes = [];
    if (!moved.length || this.#pasteMoved(moved) === false)
      this.replace(this.start, this.end, cleaned(text, this.source), "paste");
  }

  /** Cut the selection: its strings go, its codes stay until they are pasted elsewhere. Return the strings. */
  cut() {
    this.cutCodes = this.atoms.slice(this.start, this.end);
    const text = this.cutCodes.filter((atom) => !isCode(atom)).join("");
    this.erase(this.start, this.end);
    return text;
  }

  /** Return the strings of the selection. */
  copy() {
    this.cutCodes = [];
    return this.atoms.slice(this.start, this.end).filter((atom) => !isCode(atom)).join("");
  }

  /** Paste atoms whose codes stand elsewhere by now; false where a pair would break. */
  #pasteMoved(moved) {
    const numbers = new Set(codesOf(moved).map((code) => code.c));
    const rest = (atoms) => atoms.filter((atom) => !isCode(atom) || !numbers.has(atom.c));
    const between = rest(this.atoms.slice(this.start, this.end)).filter(isCode);
    const before = [...rest(this.atoms.slice(0, this.start)), ...moved];
    const atoms = [...before, ...between, ...rest(this.atoms.slice(this.end))];
    return this.#isInOrder(atoms) && this.#change(atoms, before.length);
  }

  /** Move the text of [start, end) to `to`, without its codes. */
  move(start, end, to) {
    if (to >= start && to <= end) return;
    const strings = this.atoms.slice(start, end).filter((atom) => !isCode(atom));
    const kept = [...this.atoms.slice(0, start), ...codesOf(this.atoms.slice(start, end)), ...this.atoms.slice(end)];
    const at = to > start ? to - strings.length : to;
    this.#change([...kept.slice(0, at), ...strings, ...kept.slice(at)], at + strings.length);
  }

  /** Move a code to `to`; false where a pair would break. */
  moveCode(number, to) {
    const at = this.atoms.findIndex((atom) => isCode(atom) && atom.c === number);
    if (at < 0 || to < 0 || to > this.atoms.length) return false;
    const left = this.atoms.filter((_, index) => index !== at);
    const place = to > at ? to - 1 : to;
    const atoms = [...left.slice(0, place), this.atoms[at], ...left.slice(place)];
    return this.#isInOrder(atoms) && this.#change(atoms, place + 1);
  }

  /** Move the code beside the caret (before it, else behind it) by one atom. */
  shiftCode(isForward) {
    const at = [this.start - 1, this.start].find((place) => isCode(this.atoms[place] ?? ""));
    if (at === undefined) return false;
    return this.moveCode(this.atoms[at].c, isForward ? at + 2 : at - 1);
  }

  /** Insert the first code that is missing, and its other half behind the selection; false where none is. */
  insertMissing() {
    const { missing } = this.faults;
    const first = this.source.find((code) => code.c === missing[0]);
    if (!first) return false;
    const last = this.source.find((code) => code.p !== undefined && code.p === first.p && missing.includes(code.c) && code !== first);
    const between = this.atoms.slice(this.start, this.end);
    for (const [start, end] of [[this.start, this.end], ...this.#places()]) {
      const inner = start === this.start && end === this.end ? between : [];
      const put = [first, ...inner, ...(last ? [last] : [])];
      const atoms = [...this.atoms.slice(0, start), ...put, ...this.atoms.slice(end)];
      if (this.#isInOrder(atoms)) return this.#change(atoms, start + 1);
    }
    return false;
  }

  /** Return all places where a code may stand, as the caret's does not do. */
  #places() {
    return Array.from({ length: this.atoms.length + 1 }, (_, at) => [at, at]);
  }

  /** Take another text whole; a code that it lacks is missing then, and can be inserted. */
  take(parts) {
    const known = new Map(this.source.map((code) => [code.c, code]));
    const seen = new Set();
    const atoms = atomsOf(parts).flatMap((atom) => {
      if (!isCode(atom)) return [atom];
      if (!known.has(atom.c) || seen.has(atom.c)) return [];
      seen.add(atom.c);
      return [known.get(atom.c)];
    });
    this.#change(atoms, atoms.length);
  }

  /** Take over what was read from the page after a change that could not be stopped; false where codes had gone. */
  adopt(atoms, caret) {
    const [now, read] = [this.atoms, atoms].map((list) => codesOf(list).map((code) => code.c).join());
    if (now !== read) return false;
    if (!isEqual(partsOf(atoms), this.parts)) this.#change(atoms, caret);
    return true;
  }

  /** Take what was typed as plain text, codes that are missing or doubled in it included. */
  assign(atoms) {
    if (isEqual(partsOf(atoms), this.parts)) return;
    const isLetter = Math.abs(atoms.length - this.atoms.length) === 1 && atoms[this.start - 1] !== " ";
    this.#change(atoms, atoms.length, isLetter && this.kind === "assign");
    if (isLetter) this.kind = "assign";
  }

  undo() {
    return this.#travel(this.past, this.future);
  }

  redo() {
    return this.#travel(this.future, this.past);
  }

  #travel(from, to) {
    const state = from.pop();
    if (!state) return false;
    to.push({ atoms: this.atoms, start: this.start, end: this.end });
    this.atoms = state.atoms;
    this.select(state.start, state.end);
    this.kind = "";
    return true;
  }

  #isInOrder(atoms) {
    const faults = faultsOf(this.source, codesOf(atoms));
    return faults.doubled.length === 0 && faults.order.every((number) => this.faults.order.includes(number));
  }

  #change(atoms, caret, isGoingOn = false) {
    if (!isGoingOn || !this.past.length)
      this.past.push({ atoms: this.atoms, start: this.start, end: this.end });
    if (this.past.length > MAX_PAST) this.past.shift();
    this.future = [];
    this.atoms = atoms;
    this.select(caret);
    this.kind = "";
    this.last = caret;
    return true;
  }
}
