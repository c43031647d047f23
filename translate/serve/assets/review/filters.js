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

/** Fill `form` with fields for a filter; `change` is told of the new one. `checks` are the names of those that found something. */
export function fillForm(form, filter, checks, change) {
  const choices = (name, values, label, text) =>
    field(
      label,
      make(
        "select",
        { name, onchange: () => change(read()) },
        ...values.map((value) =>
          make("option", { value, selected: value === (filter[name] ?? USUAL[name] ?? "") }, text(value)),
        ),
      ),
    );
  const read = () => tidy({ ...(filter.doc === undefined ? {} : { doc: filter.doc }), ...Object.fromEntries(new FormData(form)) });
  const isIssues = filter.filter === "issues";
  const focused = document.activeElement?.form === form ? document.activeElement.name : null;
  form.replaceChildren(
    choices("filter", FILTERS, t("filter"), (value) => t(`filter.${value}`)),
    ...(isIssues ? [choices("check", ["", ...checks], t("filter.check"), (value) => (value ? checkName(value) : t("any")))] : []),
    ...(isIssues ? [choices("severity", ["", ...SEVERITIES], t("filter.severity"), (value) => t(value ? `severity.${value}` : "any"))] : []),
    field(t("filter.below"), make("input", { name: "below", type: "number", min: 0, max: 100, value: filter.below ?? "", onchange: () => change(read()) })),
    choices("sort", SORTS, t("sort"), (value) => t(`sort.${value}`)),
    field(t("filter.text"), make("input", { name: "q", type: "search", value: filter.q ?? "", onchange: () => change(read()) })),
    choices("in", SIDES, t("filter.in"), (value) => t(`side.${value}`)),
    field(t("filter.regex"), make("input", { name: "regex", type: "checkbox", value: "1", checked: filter.regex === "1", onchange: () => change(read()) })),
  );
  if (focused) form.elements[focused]?.focus();
  form.onsubmit = (event) => {
    event.preventDefault();
    change(read());
  };
}

const field = (label, control) => make("label", { class: "field" }, make("span", {}, label), control);
