/** Heights of rows: measured ones in a tree of prefix sums, an estimate for those that nobody has seen. */

/** A Fenwick tree of what rows are taller than the estimate (Fenwick 1994, A new data structure for cumulative tables). */
export class Heights {
  constructor(count, estimate) {
    this.count = count;
    this.estimate = estimate;
    this.measured = new Float64Array(count).fill(estimate);
    this.tree = new Float64Array(count + 1);
    this.top = 1;
    while (this.top * 2 <= count) this.top *= 2;
  }

  get total() {
    return this.topOf(this.count);
  }

  heightOf(index) {
    return this.measured[index];
  }

  /** Take the height of a row; return by how much it differs from what was known. */
  set(index, height) {
    const difference = height - this.measured[index];
    if (difference === 0) return 0;
    this.measured[index] = height;
    for (let at = index + 1; at <= this.count; at += at & -at) this.tree[at] += difference;
    return difference;
  }

  /** Return how far below the first row's top the top of a row is. */
  topOf(index) {
    let sum = index * this.estimate;
    for (let at = index; at > 0; at -= at & -at) sum += this.tree[at];
    return sum;
  }

  /** Return the row at `y`: the first, or the last, where it lies outside. */
  indexAt(y) {
    let [at, rest] = [0, y];
    for (let step = this.top; step > 0; step >>= 1) {
      const height = at + step <= this.count ? step * this.estimate + this.tree[at + step] : Infinity;
      if (height <= rest) {
        at += step;
        rest -= height;
      }
    }
    return Math.max(0, Math.min(at, this.count - 1));
  }
}
