/**
 * Seeded random numbers: the generator sfc32 (Chris Doty-Humphrey's PractRand), seeded through splitmix32.
 *
 * Each concern draws from a stream of its own (`new Random(seed, stream)`), so that one draw more in one place does not
 * shift every other figure of the run.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  /** Seed: any number that is exact in a double. Stream: a whole number, one for each concern. */
  constructor(seed: number, stream: number) {
    const whole = Math.trunc(seed);
    let state = (whole ^ Math.floor(whole / 0x1_0000_0000)) | 0;
    state = mix(state ^ Math.imul(stream + 1, 0x9e3779b1));
    this.#a = state;
    this.#b = state = mix((state + 0x9e3779b9) | 0);
    this.#c = mix((state + 0x9e3779b9) | 0);
    // sfc32's own recommendation: the first outputs still show the seed.
    for (let round = 0; round < 12; round++) this.bits();
  }

  /** 32 random bits, as a whole number from 0 to 2^32 - 1. */
  bits(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
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
    return -mean * Math.log(1 - this.next());
  }

  /** Standard normal (Box and Muller's method, one of the pair). */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return radius * Math.cos(2 * Math.PI * this.next());
  }
}

/** One step of splitmix32's output function. */
function mix(state: number): number {
  let bits = state | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return (bits ^ (bits >>> 15)) | 0;
}
