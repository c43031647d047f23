/** Where a list stands: as browsers end at some ten million pixels, a longer list is scrolled on a shorter canvas. */

export const MAX_CANVAS = 15_000_000;
const NEAR = 2;

export class Scrolling {
  constructor(scroller, canvas) {
    this.scroller = scroller;
    this.canvas = canvas;
    this.total = 0;
    this.y = 0;
    this.last = 0;
  }

  /** Return the height in sight: never more than the window's, whatever the style sheet says. */
  get viewport() {
    return Math.min(this.scroller.clientHeight, innerHeight);
  }

  /** Set the height of all rows. */
  resize(total) {
    this.total = total;
    this.canvas.style.height = `${Math.min(total, MAX_CANVAS)}px`;
  }

  get isAtEnd() {
    return this.y >= this.#range - 1;
  }

  get #range() {
    return Math.max(0, this.total - this.viewport);
  }

  get #canvasRange() {
    return Math.max(0, Math.min(this.total, MAX_CANVAS) - this.viewport);
  }

  get #ratio() {
    return this.#canvasRange ? this.#range / this.#canvasRange : 1;
  }

  /** Return where on the canvas stands what is at `y` of the list. */
  onCanvas(y) {
    return y - this.y + this.last;
  }

  /** Take a movement of the user's; return false where it was our own. */
  follow() {
    const now = this.scroller.scrollTop;
    const moved = now - this.last;
    if (Math.abs(moved) < 1) return false;
    const isNear = Math.abs(moved) < NEAR * this.viewport && now > 0 && now < this.#canvasRange - 1;
    this.y = this.#ratio === 1 || !isNear ? now * this.#ratio : this.#bounded(this.y + moved);
    this.last = now;
    return true;
  }

  /** Go to `y` of the list. */
  moveTo(y) {
    this.y = this.#bounded(y);
    this.scroller.scrollTop = this.y / this.#ratio;
    this.last = this.scroller.scrollTop;
  }

  #bounded(y) {
    return Math.max(0, Math.min(y, this.#range));
  }
}
