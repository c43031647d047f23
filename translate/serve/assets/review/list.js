/** A list of any number of rows of which only those in sight are in the page; they are loaded as they come into sight. */

import { Heights } from "./heights.js";
import { make, place, set } from "./elements.js";
import { Scrolling } from "./scrolling.js";

const PAGE = 100;
const MAX_PAGES = 40;
const ESTIMATE = 72;
const BEYOND = 300;
const MAX_LOADING = 4;

export class RowList {
  /**
   * @param {HTMLElement} scroller
   * @param {HTMLElement} canvas within it, the element that holds the rows
   * @param {{load: (from: number, count: number, signal: AbortSignal) => Promise<{total: number, rows: object[]}>,
   *   draw: (row: object, index: number) => HTMLElement, failed: (error: Error) => void}} by
   */
  constructor(scroller, canvas, by) {
    Object.assign(this, { scroller, canvas, by, total: 0, opened: -1, wanted: -1, generation: 0 });
    this.scrolling = new Scrolling(scroller, canvas);
    this.pages = new Map();
    this.loading = new Map();
    this.mounted = new Map();
    this.anchor = { index: 0, offset: 0 };
    this.observer = new ResizeObserver((entries) => this.#measure(entries));
    scroller.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    new ResizeObserver(() => this.render()).observe(scroller);
  }

  /** Forget all rows; the first answer says how many there are. */
  async reset(total, first = []) {
    this.generation += 1;
    for (const controller of this.loading.values()) controller.abort();
    this.loading.clear();
    this.pages.clear();
    for (const index of [...this.mounted.keys()]) this.#unmount(index);
    this.opened = this.wanted = -1;
    this.total = total;
    this.heights = new Heights(total, ESTIMATE);
    if (first.length) this.pages.set(0, first);
    this.anchor = { index: 0, offset: 0 };
    this.scrolling.resize(this.heights.total);
    this.scrolling.moveTo(0);
    this.render();
  }

  rowAt(index) {
    return this.pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }

  /** Return the row at `index`, loaded where it has to be. */
  async rowLoaded(index) {
    if (!this.rowAt(index)) await this.#load(Math.floor(index / PAGE));
    return this.rowAt(index);
  }

  elementAt(index) {
    return this.mounted.get(index);
  }

  indexOf(id) {
    for (const [page, rows] of this.pages) {
      const at = rows.findIndex((row) => row.id === id);
      if (at >= 0) return page * PAGE + at;
    }
    return -1;
  }

  /** Take a row as it now stands. */
  update(row) {
    const index = this.indexOf(row.id);
    if (index < 0) return;
    this.pages.get(Math.floor(index / PAGE))[index % PAGE] = row;
    if (index !== this.opened) this.redraw(index);
  }

  /** Draw a row anew: as it is when it is opened, or closed. */
  redraw(index) {
    if (!this.mounted.has(index)) return;
    this.#unmount(index);
    this.#mount(index);
    this.#placeAll();
  }

  /** Make a row the one that stays in the page wherever one scrolls to; -1 for none. */
  open(index) {
    const before = this.opened;
    this.opened = index;
    if (before >= 0 && before !== index) this.redraw(before);
    if (index >= 0) {
      this.#unmount(index);
      this.#mount(index);
      this.#placeAll();
    }
  }

  /** Bring a row into sight, a third of the way down unless it is there, and keep it there while heights are measured. */
  show(index) {
    this.wanted = index;
    this.scroller.scrollIntoView({ block: "nearest" });
    if (this.#bringIntoSight(index)) this.render();
  }

  /** Scroll to a row unless it is in sight; true where that was needed. */
  #bringIntoSight(index) {
    const [top, height] = [this.heights.topOf(index), this.heights.heightOf(index)];
    const { y, viewport } = this.scrolling;
    if (top >= y && top + Math.min(height, viewport) <= y + viewport) return false;
    this.#anchorAt(index, -Math.max(0, Math.min(viewport / 3, viewport - height)));
    return true;
  }

  #anchorAt(index, offset) {
    this.scrolling.moveTo(this.heights.topOf(index) + offset);
    this.anchor = { index, offset: this.scrolling.y - this.heights.topOf(index) };
  }

  #scrolled() {
    if (!this.total || !this.scrolling.follow()) return;
    this.wanted = -1;
    const isLast = this.scrolling.isAtEnd;
    const index = this.heights.indexAt(this.scrolling.y);
    this.anchor = { index, offset: this.scrolling.y - this.heights.topOf(index), isLast };
    this.render();
  }

  get #sight() {
    const { y, viewport } = this.scrolling;
    return [this.heights.indexAt(y - BEYOND), this.heights.indexAt(y + viewport + BEYOND)];
  }

  render() {
    if (!this.total) return;
    const [first, last] = this.#sight;
    for (const index of [...this.mounted.keys()])
      if ((index < first || index > last) && index !== this.opened) this.#unmount(index);
    for (let index = first; index <= last; index += 1) if (!this.mounted.has(index)) this.#mount(index);
    this.#placeAll();
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1)
      if (!this.pages.has(page)) this.#load(page).catch(this.by.failed);
  }

  #mount(index) {
    const row = this.rowAt(index);
    const element = row ? this.by.draw(row, index) : make("div", { class: "row waiting" }, make("span", { class: "number" }, String(index + 1)));
    set(element, "role", "listitem");
    set(element, "aria-setsize", this.total);
    set(element, "aria-posinset", index + 1);
    element.dataset.index = index;
    const after = [...this.mounted.keys()].filter((other) => other > index);
    this.canvas.insertBefore(element, after.length ? this.mounted.get(Math.min(...after)) : null);
    this.mounted.set(index, element);
    this.observer.observe(element);
  }

  #unmount(index) {
    const element = this.mounted.get(index);
    if (!element) return;
    this.observer.unobserve(element);
    element.remove();
    this.mounted.delete(index);
  }

  #measure(entries) {
    let isChanged = false;
    for (const { target, borderBoxSize } of entries) {
      const index = Number(target.dataset.index);
      const height = Math.ceil(borderBoxSize[0].blockSize);
      if (this.mounted.get(index) === target && height) isChanged = this.heights.set(index, height) !== 0 || isChanged;
    }
    if (!isChanged) return;
    this.scrolling.resize(this.heights.total);
    if (this.anchor.isLast) this.scrolling.moveTo(this.heights.total);
    else this.#anchorAt(this.anchor.index, this.anchor.offset);
    if (this.wanted >= 0) this.#bringIntoSight(this.wanted);
    this.render();
  }

  #placeAll() {
    for (const [index, element] of this.mounted) place(element, this.scrolling.onCanvas(this.heights.topOf(index)));
  }

  async #load(page) {
    if (this.loading.has(page)) return this.loading.get(page).promise;
    const [oldest] = this.loading.size >= MAX_LOADING ? this.loading : [];
    if (oldest) oldest[1].abort();
    const controller = new AbortController();
    this.loading.set(page, controller);
    controller.promise = this.#take(page, controller, this.generation);
    return controller.promise;
  }

  async #take(page, controller, generation) {
    try {
      const { rows } = await this.by.load(page * PAGE, PAGE, controller.signal);
      if (generation !== this.generation) return;
      this.pages.set(page, rows);
      this.#forget(page);
      for (const index of [...this.mounted.keys()])
        if (Math.floor(index / PAGE) === page && index !== this.opened) this.redraw(index);
    } catch (error) {
      if (error.name !== "AbortError") throw error;
    } finally {
      if (this.loading.get(page) === controller) this.loading.delete(page);
    }
  }

  #forget(newest) {
    const kept = new Set([newest, Math.floor(this.opened / PAGE), ...[...this.mounted.keys()].map((i) => Math.floor(i / PAGE))]);
    for (const page of this.pages.keys()) if (this.pages.size > MAX_PAGES && !kept.has(page)) this.pages.delete(page);
  }
}
