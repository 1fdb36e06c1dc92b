interface Span {
  start: number;
  end: number;
}

/** Spans of a text that do not overlap: what came first stays. Each addition is one merge, linear in both lists. */
export class Spans<T extends Span> {
  private taken: T[] = [];

  /** The index of the first span that ends behind `at`. */
  private after(at: number): number {
    let low = 0;
    let high = this.taken.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.taken[middle].end <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  isFree(start: number, end: number): boolean {
    const next = this.taken[this.after(start)];
    return next === undefined || next.start >= end;
  }

  /** Adds the spans that nothing stands in yet; of two that overlap, the one that begins first, then the longer. */
  addAll(spans: readonly T[]): void {
    const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
    const merged: T[] = [];
    let last = -1;
    let next = 0;
    for (const span of sorted) {
      while (next < this.taken.length && this.taken[next].start <= span.start) merged.push(this.taken[next++]);
      last = Math.max(last, merged.length ? merged[merged.length - 1].end : -1);
      const free = span.start >= last && (next >= this.taken.length || this.taken[next].start >= span.end);
      if (free) merged.push(span);
    }
    while (next < this.taken.length) merged.push(this.taken[next++]);
    this.taken = merged;
  }

  /** The spans in the order of the text. */
  inOrder(): T[] {
    return [...this.taken];
  }
}
