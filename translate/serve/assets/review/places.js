/** Where an issue stands: places that the server knows, or else the words that its message names, in atoms of a text. */

import { atomOffset, atomsOf, isCode } from "./text.js";

const MAX_NAMED = 8;
const CODE = "\ufffc";
const LETTER = /[\p{L}\p{N}]/u;

/** Return the words that a message names behind its last colon, without what it explains in brackets. */
export function namedIn(message) {
  const colon = message.lastIndexOf(": ");
  if (colon < 0) return [];
  const tail = message.slice(colon + 2).replace(/\s*\([^)]*\)/g, "");
  const named = tail.split(/[,;]\s+|\s+→\s+/).map((words) => words.replace(/^["“«'\s]+|["”»'\s.…]+$/g, ""));
  return [...new Set(named)].filter((words) => words.length > 1 || LETTER.test(words)).slice(0, MAX_NAMED);
}

/** Return where `words` stand whole in a text, or null. */
function find(text, words) {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const [before, after] = [text[at - 1] ?? " ", text[at + words.length] ?? " "];
    const isWhole = !(LETTER.test(before) && LETTER.test(words[0])) && !(LETTER.test(after) && LETTER.test(words.at(-1)));
    if (isWhole) return { start: at, end: at + words.length };
  }
  return null;
}

/** Return the places of an issue as `{side, start, end}`; what stands in both texts is shown in the target. */
export function placesOf(issue, row) {
  const atoms = { source: atomsOf(row.source), target: atomsOf(row.target) };
  if (issue.places?.length)
    return issue.places.map(({ side, start, end }) => ({
      side,
      start: atomOffset(atoms[side], start),
      end: atomOffset(atoms[side], end),
    }));
  const textOf = (side) => atoms[side].map((atom) => (isCode(atom) ? CODE : atom)).join("");
  const texts = { target: textOf("target"), source: textOf("source") };
  return namedIn(issue.message).flatMap((words) => {
    for (const [side, text] of Object.entries(texts)) {
      const place = find(text, words);
      if (place) return [{ side, ...place }];
    }
    return [];
  });
}
