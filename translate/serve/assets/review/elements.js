/** Elements of the page: a tag, its attributes and its children come in, an element without any markup out of texts goes out. */

/**
 * Make an element. Children that are strings become text; null and false are left out.
 * Attributes whose name begins with `on` are listeners; true is an attribute without a value, false and null none.
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else set(element, name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== false && child !== undefined));
  return element;
}

/** Set an attribute, or take it away where its value is false or null. */
export function set(element, name, value) {
  if (value === false || value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? "" : String(value));
}

/** Set the text of an element; one that has it already is left as it is, and nothing is laid out anew. */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Put an element at `y` below the top of its parent, in a way that a strict Content-Security-Policy allows. */
export function place(element, y) {
  element.style.transform = `translateY(${y}px)`;
}
