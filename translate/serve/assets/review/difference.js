/** The difference between two texts by words: two texts come in, runs that are equal, gone or new go out. */

import { make } from "./elements.js";
import { t } from "./interface.js";

const MAX_CELLS = 250_000;
const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });
const wordsOf = (text) => [...segmenter.segment(text)].map((piece) => piece.segment);

/** Return `[sign, text]` with the sign `=`, `-` or `+`, by the longest common sequence of words. */
export function differenceOf(before, after) {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const middle = sequence(old.slice(start, old.length - end), now.slice(start, now.length - end));
  return joined([["=", old.slice(0, start).join("")], ...middle, ["=", end ? old.slice(-end).join("") : ""]]);
}

function sequence(old, now) {
  if (old.length * now.length > MAX_CELLS) return [["-", old.join("")], ["+", now.join("")]];
  const width = now.length + 1;
  const longest = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      longest[i * width + j] =
        old[i] === now[j]
          ? longest[(i + 1) * width + j + 1] + 1
          : Math.max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
  const runs = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      runs.push(["=", old[i]]);
      [i, j] = [i + 1, j + 1];
    } else if (j === now.length || (i < old.length && longest[(i + 1) * width + j] >= longest[i * width + j + 1])) {
      runs.push(["-", old[i]]);
      i += 1;
    } else {
      runs.push(["+", now[j]]);
      j += 1;
    }
  }
  return runs;
}

/** Join runs of one sign; what is gone stands before what is new. */
function joined(runs) {
  const found = [];
  let gone = "";
  let come = "";
  const flush = () => {
    if (gone) found.push(["-", gone]);
    if (come) found.push(["+", come]);
    [gone, come] = ["", ""];
  };
  for (const [sign, text] of runs) {
    if (sign === "-") gone += text;
    else if (sign === "+") come += text;
    else if (text) {
      flush();
      if (found.at(-1)?.[0] === "=") found.at(-1)[1] += text;
      else found.push(["=", text]);
    }
  }
  flush();
  return found;
}

/** Return nodes that show runs; colour is not all that tells them apart. */
export function nodesOfDifference(runs) {
  return runs.map(([sign, text]) => {
    if (sign === "=") return document.createTextNode(text);
    return make(sign === "-" ? "del" : "ins", { title: t(sign === "-" ? "difference.gone" : "difference.new") }, text);
  });
}
