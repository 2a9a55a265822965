/** A first-in first-out queue of objects from which both ends can be taken. A plain array's `shift` moves all the rest. */
export class Queue<Item> {
  readonly #items: (Item | undefined)[] = [];
  #head = 0;

  get length(): number {
    return this.#items.length - this.#head;
  }

  pushBack(item: Item): void {
    this.#items.push(item);
  }

  /** The oldest. */
  popFront(): Item | undefined {
    if (this.length === 0) return undefined;
    const item = this.#items[this.#head];
    this.#items[this.#head++] = undefined;
    // Each item is moved at most once for each that was taken before it.
    if (this.#head * 2 > this.#items.length) this.#compact();
    return item;
  }

  /** The newest. */
  popBack(): Item | undefined {
    return this.length === 0 ? undefined : this.#items.pop();
  }

  #compact(): void {
    const items = this.#items;
    const { length } = this;
    items.copyWithin(0, this.#head);
    items.length = length;
    this.#head = 0;
  }
}
