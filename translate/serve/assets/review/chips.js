/** Texts with codes as nodes: strings become text, codes chips that light up their partner; marks show places of issues. */

import { make } from "./elements.js";
import { t } from "./interface.js";
import { codesOf, isCode, shownNumber } from "./text.js";

const SIGNS = { lb: "↵", tab: "⇥", "x-tab": "⇥", "x-hyphen": "‑", "x-soft-hyphen": "¬" };

/** Return the chip of a code among the codes of its text. */
export function chipOf(code, codes) {
  const number = shownNumber(code, codes);
  const kind = code.k ?? "isolated";
  const isHalf = kind !== "isolated" && code.p !== undefined;
  const sign = SIGNS[code.t] ?? (isHalf ? (kind === "start" ? `${number}›` : `‹${number}`) : String(number));
  const label = t(`code.${isHalf ? kind : "isolated"}`, { number, type: code.t || code.l || "" }).trim();
  return make(
    "span",
    {
      class: `chip ${isHalf ? kind : "isolated"}${code.foreign ? " foreign" : ""}`,
      "data-code": code.c,
      "data-pair": code.p ?? null,
      role: "img",
      "aria-label": label,
      title: code.l ? `${label} ${code.l}` : label,
      contenteditable: "false",
    },
    sign,
  );
}

/** Return the nodes of a text that is only read. `marks` are places `{start, end, name}` in atoms, in order. */
export function nodesOf(parts, marks = []) {
  const codes = codesOf(parts);
  const nodes = [];
  let at = 0;
  for (const part of parts) {
    if (isCode(part)) {
      nodes.push(chipOf(part, codes));
      at += 1;
    } else {
      nodes.push(...markedOf(part, at, marks));
      at += part.length;
    }
  }
  return nodes;
}

function markedOf(text, offset, marks) {
  const nodes = [];
  let done = 0;
  for (const mark of marks) {
    const [start, end] = [Math.max(mark.start - offset, done), Math.min(mark.end - offset, text.length)];
    if (end <= start) continue;
    if (start > done) nodes.push(document.createTextNode(text.slice(done, start)));
    nodes.push(make("mark", { title: mark.name ?? null, class: mark.severity ?? null }, text.slice(start, end)));
    done = end;
  }
  if (done < text.length) nodes.push(document.createTextNode(text.slice(done)));
  return nodes;
}

/** Light up both halves of the pair under the pointer, and the same code on the other side. */
export function lightPairs(root) {
  const light = (event) => {
    root.querySelectorAll(".chip.lit").forEach((chip) => chip.classList.remove("lit"));
    const chip = event.type === "pointerout" ? null : event.target.closest?.(".chip");
    const row = chip?.closest("[data-texts]");
    if (!row) return;
    const { code, pair } = chip.dataset;
    const partners = pair === undefined ? `[data-code="${code}"]` : `[data-pair="${pair}"]`;
    row.querySelectorAll(`.chip${partners}`).forEach((other) => other.classList.add("lit"));
  };
  for (const type of ["pointerover", "pointerout"]) root.addEventListener(type, light);
}
