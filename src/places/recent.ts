/** Keeps what was made of some keys, the last used ones: of a whole country's reports not all counties stay in memory. */
export class Recent<K, V> {
  private readonly kept = new Map<K, V>();

  /** @param most how many are kept. */
  constructor(private readonly most: number) {}

  /** What was made of a key, or is made now. */
  get(key: K, make: () => V): V {
    const value = this.kept.get(key) ?? make();
    // A Map keeps the order in which keys were set: the one used longest ago stands first.
    this.kept.delete(key);
    this.kept.set(key, value);
    if (this.kept.size > this.most) this.kept.delete(this.kept.keys().next().value as K);
    return value;
  }
}
