/** Columns: typed arrays that grow, for what a run collects without knowing how much it will be. */

const firstCapacity = 16;

export class Float64Column {
  length = 0;
  #values = new Float64Array(firstCapacity);

  push(value: number): void {
    if (this.length === this.#values.length) this.#grow();
    this.#values[this.length++] = value;
  }

  at(index: number): number {
    return this.#values[index];
  }

  set(index: number, value: number): void {
    this.#values[index] = value;
  }

  /** What was pushed, as a view: it stays valid until the next push. */
  values(): Float64Array {
    return this.#values.subarray(0, this.length);
  }

  #grow(): void {
    const grown = new Float64Array(this.#values.length * 2);
    grown.set(this.#values);
    this.#values = grown;
  }
}

export class Int32Column {
  length = 0;
  #values = new Int32Array(firstCapacity);

  push(value: number): void {
    if (this.length === this.#values.length) this.#grow();
    this.#values[this.length++] = value;
  }

  at(index: number): number {
    return this.#values[index];
  }

  set(index: number, value: number): void {
    this.#values[index] = value;
  }

  /** What was pushed, as a view: it stays valid until the next push. */
  values(): Int32Array {
    return this.#values.subarray(0, this.length);
  }

  #grow(): void {
    const grown = new Int32Array(this.#values.length * 2);
    grown.set(this.#values);
    this.#values = grown;
  }
}

export class Uint8Column {
  length = 0;
  #values = new Uint8Array(firstCapacity);

  push(value: number): void {
    if (this.length === this.#values.length) this.#grow();
    this.#values[this.length++] = value;
  }

  at(index: number): number {
    return this.#values[index];
  }

  set(index: number, value: number): void {
    this.#values[index] = value;
  }

  /** What was pushed, as a view: it stays valid until the next push. */
  values(): Uint8Array {
    return this.#values.subarray(0, this.length);
  }

  #grow(): void {
    const grown = new Uint8Array(this.#values.length * 2);
    grown.set(this.#values);
    this.#values = grown;
  }
}
