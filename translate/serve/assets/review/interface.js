/** The words of the page: strings of the interface's language come from the server, keys come in and texts go out. */

let strings = {};
let plurals = new Intl.PluralRules("en");
let numbers = new Intl.NumberFormat("en");
let language = "en";

/** Take the strings that the server sent. */
export function setInterface(answer) {
  ({ strings, language } = answer);
  plurals = new Intl.PluralRules(language);
  numbers = new Intl.NumberFormat(language);
}

export const interfaceLanguage = () => language;

/** Return a number as the interface's language writes it. */
export const formatNumber = (number) => numbers.format(number);

/** Return the date and time of an ISO string as the interface's language writes it. */
export const formatTime = (time) =>
  new Intl.DateTimeFormat(language, { dateStyle: "short", timeStyle: "short" }).format(new Date(time));

/**
 * Return the text of a key; `{name}` in it gives way to that value, and `count` chooses between `key.one` and `key.other`.
 * A key that nobody knows is its own text.
 */
export function t(key, values = {}) {
  const chosen = "count" in values ? `${key}.${plurals.select(values.count)}` : key;
  const text = strings[chosen] ?? strings[`${key}.other`] ?? strings[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (mark, name) => {
    const value = values[name];
    if (value === undefined) return mark;
    return typeof value === "number" ? formatNumber(value) : value;
  });
}

export const isKnown = (key) => key in strings;
