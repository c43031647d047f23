/** Keys of the page: what is pressed comes in, the name of an action goes out. None is one of the browser's own. */

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** Actions and their keys, as they are shown. On macOS, Option types letters, so that Control goes with it. */
const USUAL = {
  accept: "Ctrl+Enter",
  acceptIssue: "Ctrl+Shift+Enter",
  next: "Alt+ArrowDown",
  previous: "Alt+ArrowUp",
  nextIssue: "Alt+J",
  reject: "Alt+R",
  reopen: "Alt+O",
  machine: "Alt+M",
  source: "Alt+S",
  match: "Alt+1…9",
  code: "Alt+C",
  codeLeft: "Alt+Shift+ArrowLeft",
  codeRight: "Alt+Shift+ArrowRight",
  dismiss: "Alt+N",
  concordance: "Alt+K",
  alternatives: "Alt+A",
  undo: "Ctrl+Z",
  redo: "Ctrl+Y",
  mine: "Alt+Y",
  theirs: "Alt+T",
  find: "Alt+L",
  go: "Alt+G",
  preview: "Alt+P",
  write: "Alt+W",
  box: "Alt+B",
  help: "Alt+H",
};

export const KEYS = isMac
  ? Object.fromEntries(Object.entries(USUAL).map(([action, key]) => [action, key.replace(/^Alt/, "Ctrl+Option")]))
  : USUAL;

const BY_KEY = new Map(Object.entries(USUAL).map(([action, key]) => [key, action]));
const OF_THE_BOX = new Set(["undo", "redo"]);

/** Return the letter of a key press, whatever Option makes of it; digits are those of the keyboard's row. */
function letterOf(event) {
  if (/^Digit\d$/.test(event.code) && event.altKey) return event.code.slice(-1);
  if (event.key.length > 1) return event.key;
  return (/^[a-z]$/i.test(event.key) ? event.key : String.fromCharCode(event.keyCode)).toUpperCase();
}

/**
 * Return `{action, number}` for what was pressed, or null. `?` is help where no text is typed; undo and redo are the
 * box's own while it is typed in.
 */
export function actionOf(event) {
  if (event.isComposing) return null;
  const isTyping = event.target.closest?.("input, select, textarea, [contenteditable=true]") !== null;
  if (event.key === "?" && !isTyping) return { action: "help" };
  const hasAlt = event.altKey && (isMac ? event.ctrlKey : !event.ctrlKey);
  const hasMain = (event.metaKey || event.ctrlKey) && !event.altKey;
  if (!hasAlt && !hasMain) return null;
  const letter = letterOf(event);
  if (hasAlt && !event.shiftKey && /^[1-9]$/.test(letter)) return { action: "match", number: Number(letter) };
  const key = `${hasAlt ? "Alt" : "Ctrl"}+${event.shiftKey ? "Shift+" : ""}${letter}`;
  const action = BY_KEY.get(key);
  if (!action || (isTyping && OF_THE_BOX.has(action))) return null;
  return { action };
}
