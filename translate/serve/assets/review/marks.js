/** Texts with codes as plain text with marks: `{1}bold{/1}` is a pair, `{2/}` a code that stands alone, `{{` a brace. */

import { codesOf, isCode, shownNumber } from "./text.js";

const MARK = /\{(\/?)(\d+)(\/?)\}/g;

function markOf(code, codes) {
  const number = shownNumber(code, codes);
  if (code.p === undefined || code.k === "isolated") return `{${code.c}/}`;
  return code.k === "end" ? `{/${number}}` : `{${number}}`;
}

/** Return parts as plain text; a brace of the text that would read as a mark is doubled. */
export function plainOf(parts, codes = codesOf(parts)) {
  return parts.map((part) => (isCode(part) ? markOf(part, codes) : part.replace(/\{(?=\{|\/?\d+\/?\})/g, "{{"))).join("");
}

/** Return the parts of a plain text, given the codes that its marks may mean; other marks are text. */
export function partsOfPlain(plain, codes) {
  const byMark = new Map(codes.map((code) => [markOf(code, codes), code]));
  const parts = [];
  const say = (text) => {
    if (!text) return;
    if (typeof parts.at(-1) === "string") parts.push(parts.pop() + text);
    else parts.push(text);
  };
  for (let at = 0; at < plain.length; ) {
    MARK.lastIndex = at;
    const mark = MARK.exec(plain);
    const brace = plain.indexOf("{{", at);
    if (brace >= 0 && (!mark || brace < mark.index)) {
      say(`${plain.slice(at, brace)}{`);
      at = brace + 2;
    } else if (mark && byMark.has(mark[0])) {
      say(plain.slice(at, mark.index));
      parts.push(byMark.get(mark[0]));
      at = MARK.lastIndex;
    } else {
      const end = mark ? MARK.lastIndex : plain.length;
      say(plain.slice(at, end));
      at = end;
    }
  }
  return parts;
}
