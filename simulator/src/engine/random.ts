/**
 * Seeded random numbers: the generator sfc32 (Chris Doty-Humphrey's PractRand), seeded through splitmix32.
 *
 * Each concern draws from a stream of its own (`new Random(seed, stream)`), so that one draw more in one place does not
 * shift every other figure of the run.
 *
 * Numbers are made a block at a time, and logarithms for exponential ones a few ahead: where the next event's time hangs on
 * a logarithm that has only just begun, the processor can't look ahead past it.
 */

/** How many numbers are made at a time. */
const blockLength = 64;
/** How many logarithms are taken at a time. Where a stream is drawn from in several ways, some are for nothing. */
const logarithmsAhead = 16;

export class Random {
  // The generator's state. An array holds whole numbers of 32 bits as they are; fields of browsers' objects hold only 31.
  readonly #state: Int32Array;
  readonly #bits = new Float64Array(blockLength);
  /** Of the same places, as far as `#logarithmsTo`: the logarithm of 1 less the uniform number. */
  readonly #logarithms = new Float64Array(blockLength);
  #logarithmsTo = 0;
  /** Of the number that is drawn next; the block's length when another block is due. */
  #place = blockLength;

  /** Seed: any number that is exact in a double. Stream: a whole number, one for each concern. */
  constructor(seed: number, stream: number) {
    const whole = Math.trunc(seed);
    const seeded = (whole ^ Math.floor(whole / 0x1_0000_0000)) | 0;
    const a = mix(seeded ^ Math.imul(stream + 1, 0x9e3779b1));
    const b = mix((a + 0x9e3779b9) | 0);
    const c = mix((b + 0x9e3779b9) | 0);
    this.#state = Int32Array.of(a, b, c, 1);
    // sfc32's own recommendation: the first outputs still show the seed.
    for (let round = 0; round < 12; round++) this.bits();
  }

  /** 32 random bits, as a whole number from 0 to 2^32 - 1. */
  bits(): number {
    if (this.#place === blockLength) this.#makeBlock();
    return this.#bits[this.#place++];
  }

  /** Uniform in [0, 1). */
  next(): number {
    return this.bits() / 0x1_0000_0000;
  }

  /** Uniform among the whole numbers 0 to count - 1. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  /** Exponential with that mean. */
  exponential(mean: number): number {
    if (this.#place >= this.#logarithmsTo) this.#takeLogarithms();
    return -mean * this.#logarithms[this.#place++];
  }

  /** Standard normal (Box and Muller's method, one of the pair). */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return radius * Math.cos(2 * Math.PI * this.next());
  }

  #makeBlock(): void {
    let [a, b, c, counter] = this.#state;
    for (let place = 0; place < blockLength; place++) {
      const sum = (a + b + counter) | 0;
      counter = (counter + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + sum) | 0;
      this.#bits[place] = sum >>> 0;
    }
    this.#state.set([a, b, c, counter]);
    this.#place = 0;
    this.#logarithmsTo = 0;
  }

  /** Takes the logarithms of the next few numbers. */
  #takeLogarithms(): void {
    if (this.#place === blockLength) this.#makeBlock();
    const end = Math.min(blockLength, this.#place + logarithmsAhead);
    for (let place = this.#place; place < end; place++) {
      this.#logarithms[place] = Math.log(1 - this.#bits[place] / 0x1_0000_0000);
    }
    this.#logarithmsTo = end;
  }
}

/** One step of splitmix32's output function. */
function mix(state: number): number {
  let bits = state | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return (bits ^ (bits >>> 15)) | 0;
}
