/** Actions by name come in and are done one after the other; who types meanwhile learns that the keys have to wait. */

/** Actions that leave the unit as it is: no key waits for them. */
const STAYING = new Set(["help", "find", "go", "orphans", "files", "preview", "concordance", "alternatives", "write", "box"]);

export class Turns {
  /**
   * @param {(action: string, what: object, from: Element | null) => unknown} act does an action; `from` had the focus
   *   when it was asked for
   * @param {(error: Error) => void} failed
   */
  constructor(act, failed) {
    Object.assign(this, { act, failed, last: Promise.resolve(), changing: 0, from: null, within: null });
    this.run = this.run.bind(this);
  }

  /** Whether another unit, or another text of it, may come before what is typed now. */
  get isChanging() {
    return this.changing > 0;
  }

  /** Do an action in its turn. */
  run(action, what = {}) {
    const from = document.activeElement;
    if (this.within) return this.within.push(this.act(action, what, from));
    const changes = STAYING.has(action) ? 0 : 1;
    if (changes && action !== "type") this.from = from;
    this.changing += changes;
    document.body.toggleAttribute("data-busy", true);
    document.body.toggleAttribute("data-changing", this.isChanging);
    const done = this.last
      .then(() => this.act(action, what, from))
      .catch(this.failed)
      .finally(() => this.#ended(changes));
    this.last = done;
    return done.finally(() => document.body.toggleAttribute("data-busy", this.last !== done));
  }

  /** Call what asks for actions, and do these in the turn that is on. */
  doWithin(call) {
    this.within = [];
    try {
      call();
      return Promise.all(this.within);
    } finally {
      this.within = null;
    }
  }

  #ended(changes) {
    this.changing -= changes;
    document.body.toggleAttribute("data-changing", this.isChanging);
  }
}
