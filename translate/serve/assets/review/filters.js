/** What the list shows: fields of a form and the page's address come in, parameters for the server go out. */

import { make } from "./elements.js";
import { checkName } from "./row.js";
import { t } from "./interface.js";

const FILTERS = ["all", "todo", "issues", "refused", "edited", "human", "changed"];
const SORTS = ["document", "score", "issue"];
const SIDES = ["both", "source", "target"];
const SEVERITIES = ["error", "warning", "info"];
export const NAMES = ["doc", "filter", "check", "severity", "below", "sort", "q", "in", "regex"];
const USUAL = { filter: "all", sort: "document", in: "both" };

/** Return the filter that the address tells of, without what is as usual. */
export function filterOfAddress(address = location.search) {
  const asked = new URLSearchParams(address);
  return tidy(Object.fromEntries(NAMES.filter((name) => asked.has(name)).map((name) => [name, asked.get(name)])));
}

/** Leave out what is empty, as usual, or without effect. */
export function tidy(filter) {
  const kept = Object.entries(filter).filter(([name, value]) => value && value !== USUAL[name]);
  const found = Object.fromEntries(kept.filter(([name]) => NAMES.includes(name)));
  if (!found.q) {
    delete found.in;
    delete found.regex;
  }
  if (found.filter !== "issues") {
    delete found.check;
    delete found.severity;
  }
  return found;
}

/** Return the address of a filter, and of a unit; parameters of others (`plain`) stay. */
export function addressOf(filter, id = null) {
  const asked = new URLSearchParams(location.search);
  for (const name of [...NAMES, "id", "code"]) asked.delete(name);
  for (const [name, value] of Object.entries(filter)) asked.set(name, value);
  if (id !== null) asked.set("id", id);
  const text = asked.toString();
  return text ? `${location.pathname}?${text}` : location.pathname;
}

/** The form of the filter. Its fields last as long as the page: letters typed while a list is loaded stay in them. */
export class FilterForm {
  /** Fill `form` with fields; `change` is told of another filter. */
  constructor(form, change) {
    Object.assign(this, { form, doc: undefined, known: {} });
    const tell = () => change(this.#read());
    const input = (name, label, attributes) => field(label, make("input", { name, ...attributes, onchange: tell }));
    const choice = (name, label, options = []) => field(label, make("select", { name, onchange: tell }, ...options));
    form.append(
      choice("filter", "filter", optionsOf(FILTERS, (value) => t(`filter.${value}`))),
      choice("check", "filter.check"),
      choice("severity", "filter.severity", optionsOf(["", ...SEVERITIES], (value) => t(value ? `severity.${value}` : "any"))),
      input("below", "filter.below", { type: "number", min: 0, max: 100 }),
      choice("sort", "sort", optionsOf(SORTS, (value) => t(`sort.${value}`))),
      input("q", "filter.text", { type: "search" }),
      choice("in", "filter.in", optionsOf(SIDES, (value) => t(`side.${value}`))),
      input("regex", "filter.regex", { type: "checkbox", value: "1" }),
    );
    form.onsubmit = (event) => {
      event.preventDefault();
      tell();
    };
  }

  /** Show a filter, but for what was typed since it was asked for. `checks` are the names of those that found something. */
  show(filter, checks) {
    const { check } = this.form.elements;
    const names = ["", ...checks];
    if (String([...check.options].map((option) => option.value)) !== String(names)) {
      const chosen = check.value;
      check.replaceChildren(...optionsOf(names, (value) => (value ? checkName(value) : t("any"))));
      check.value = names.includes(chosen) ? chosen : "";
    }
    for (const name of ["check", "severity"]) this.form.elements[name].parentNode.hidden = filter.filter !== "issues";
    this.doc = filter.doc;
    for (const control of this.form.elements) {
      const wanted = filter[control.name] ?? USUAL[control.name] ?? "";
      if (valueOf(control) === (this.known[control.name] ?? valueOf(control))) setValue(control, wanted);
      this.known[control.name] = wanted;
    }
  }

  #read() {
    const values = Object.fromEntries([...this.form.elements].map((control) => [control.name, valueOf(control)]));
    Object.assign(this.known, values);
    return tidy({ ...values, ...(this.doc === undefined ? {} : { doc: this.doc }) });
  }
}

const optionsOf = (values, text) => values.map((value) => make("option", { value }, text(value)));
const field = (label, control) => make("label", { class: "field" }, make("span", {}, t(label)), control);
const valueOf = (control) => (control.type === "checkbox" ? (control.checked ? control.value : "") : control.value);

function setValue(control, value) {
  if (control.type === "checkbox") control.checked = value === control.value;
  else if (control.value !== value) control.value = value;
}
