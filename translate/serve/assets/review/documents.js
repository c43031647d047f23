/** The documents of the folder with how far each has come; more than fit are found by their name. */

import { make, set, write } from "./elements.js";
import { t } from "./interface.js";

const MAX_SHOWN = 80;

export class Documents {
  /** Show them in `place`; `choose` is told of the number of the one that is wanted, undefined for all. */
  constructor(place, choose) {
    this.choose = choose;
    this.documents = [];
    this.chosen = undefined;
    this.search = make("input", { type: "search", oninput: () => this.draw() });
    this.label = make("label", { class: "field" }, make("span", {}), this.search);
    this.list = make("ul", {});
    this.rest = make("p", { class: "rest" });
    place.append(this.label, this.list, this.rest);
  }

  show(documents, chosen) {
    this.documents = documents;
    this.chosen = chosen;
    this.draw();
  }

  /** Take how many units have been decided on by now. */
  progress(changes) {
    for (const { doc, reviewed } of changes ?? []) {
      const found = this.documents.find((one) => one.doc === doc);
      if (found) found.reviewed = reviewed;
    }
    this.draw();
  }

  get reviewed() {
    return this.documents.reduce((sum, one) => sum + one.reviewed, 0);
  }

  get units() {
    return this.documents.reduce((sum, one) => sum + one.units, 0);
  }

  draw() {
    this.label.hidden = this.documents.length <= 8;
    this.label.firstChild.textContent = t("documents.find");
    const asked = this.search.value.toLowerCase();
    const found = this.documents.filter((one) => one.name.toLowerCase().includes(asked));
    const all = { name: t("documents.all"), units: this.units, reviewed: this.reviewed };
    const shown = [...(this.documents.length > 1 ? [all] : []), ...found.slice(0, MAX_SHOWN)];
    while (this.list.childElementCount > shown.length) this.list.lastChild.remove();
    shown.forEach((one, at) => this.#fill(this.list.children[at] ?? this.list.appendChild(this.#item()), one));
    const left = found.length - MAX_SHOWN;
    this.rest.textContent = left > 0 ? t("documents.more", { count: left }) : "";
  }

  #item() {
    const choose = () => this.choose(button.dataset.doc === "" ? undefined : button.dataset.doc);
    const name = make("span", { class: "name" });
    const button = make("button", { type: "button", onclick: choose }, name, make("progress", {}), make("span", { class: "count" }));
    return make("li", {}, button);
  }

  #fill(item, one) {
    const button = item.firstChild;
    const [name, bar, count] = button.children;
    button.dataset.doc = one.doc ?? "";
    set(button, "aria-current", String(one.doc ?? "") === String(this.chosen ?? "") ? "true" : null);
    write(name, one.name);
    bar.max = Math.max(1, one.units);
    bar.value = one.reviewed;
    set(bar, "aria-label", t("documents.progress", { name: one.name }));
    write(count, t("documents.reviewed", { done: one.reviewed, all: one.units }));
  }
}
