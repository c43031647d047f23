/** Texts with codes: parts as the server sends them come in, atoms (one UTF-16 unit or one code each) and checks go out. */

/**
 * @typedef {{c: number, k?: "start"|"end"|"isolated", p?: number, t?: string, l?: string, foreign?: boolean}} Code
 * @typedef {(string|Code)[]} Parts
 */

export const isCode = (atom) => typeof atom === "object";

/** Split parts into atoms, each of length 1. */
export const atomsOf = (parts) => parts.flatMap((part) => (isCode(part) ? [part] : part.split("")));

/** Join atoms into parts. */
export function partsOf(atoms) {
  const parts = [];
  for (const atom of atoms) {
    if (!isCode(atom) && parts.length && !isCode(parts.at(-1))) parts.push(parts.pop() + atom);
    else parts.push(atom);
  }
  return parts;
}

/** Return the codes of parts or atoms, in order. */
export const codesOf = (parts) => parts.filter(isCode);

/** Return the text between the codes; a code that parts words (a line's end, a tab) counts as a space. */
export const stringOf = (parts) =>
  parts.map((part) => (isCode(part) ? (PARTING.has(part.t) ? " " : "") : part)).join("");

const PARTING = new Set(["lb", "x-tab", "tab"]);

/** Return parts as the server takes them: of a code its number alone. */
export const sendable = (parts) => parts.map((part) => (isCode(part) ? { c: part.c } : part));

/** Tell whether two texts are the same, codes included. */
export const isEqual = (one, other) => keyOf(one) === keyOf(other);

const keyOf = (parts) => JSON.stringify(sendable(partsOf(parts)));

/**
 * Return the numbers of codes that are missing, doubled, foreign, or end before their start.
 * @param {Code[]} source codes of the source, in its order
 * @param {Code[]} target codes of the target
 */
export function faultsOf(source, target) {
  const numbers = target.map((code) => code.c);
  const known = new Set(source.map((code) => code.c));
  const missing = source.map((code) => code.c).filter((c) => !numbers.includes(c));
  const doubled = [...new Set(numbers.filter((c, at) => numbers.indexOf(c) !== at))];
  const foreign = numbers.filter((c) => !known.has(c));
  return { missing, doubled, foreign, order: crossedOf(source, numbers) };
}

/** Return the starts whose end stands before them, or whose pair lies across another where the source's do not. */
function crossedOf(source, numbers) {
  const byNumber = new Map(source.map((code) => [code.c, code]));
  const isTidy = isNested(source);
  const crossed = [];
  const opened = [];
  for (const code of numbers.map((c) => byNumber.get(c))) {
    if (!code || code.p === undefined) continue;
    if (code.k === "start") opened.push(code);
    else {
      const at = opened.findLastIndex((other) => other.p === code.p);
      if (at < 0 || (isTidy && at < opened.length - 1)) crossed.push(at < 0 ? code.c : opened[at].c);
      if (at >= 0) opened.splice(at, 1);
    }
  }
  return crossed;
}

function isNested(codes) {
  const opened = [];
  for (const code of codes) {
    if (code.p === undefined) continue;
    if (code.k === "start") opened.push(code.p);
    else if (opened.pop() !== code.p) return false;
  }
  return true;
}

export const isWhole = (faults) => Object.values(faults).every((numbers) => numbers.length === 0);

/** Return the number that a code shows: an end shows that of its start. */
export function shownNumber(code, codes) {
  if (code.k !== "end" || code.p === undefined) return code.c;
  return (codes.find((other) => other.k === "start" && other.p === code.p) ?? code).c;
}

/** Turn a place in code points, as issues have it, into one in atoms. */
export function atomOffset(atoms, points) {
  let at = 0;
  for (let seen = 0; seen < points && at < atoms.length; seen += 1) {
    const isPair = !isCode(atoms[at]) && /[\uD800-\uDBFF]/.test(atoms[at]) && at + 1 < atoms.length;
    at += isPair ? 2 : 1;
  }
  return at;
}

/** Make one line of what came from outside, without marks (`{1}`, `{/1}`, `{1/}`) that would read as codes of ours. */
export function cleaned(text, codes) {
  const numbers = new Set(codes.map((code) => String(code.c)));
  return text
    .replace(/\{\/?(\d+)\/?\}/g, (mark, number) => (numbers.has(number) ? "" : mark))
    .replace(/\s*[\r\n\v\f\u2028\u2029]+\s*/g, " ")
    .replace(/[\0-\b\x0e-\x1f\ufffe\uffff]/g, "");
}
