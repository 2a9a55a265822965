/** Random numbers and the durations that a scenario draws. */

/** mulberry32 (Tommy Ettinger): small, and good enough to draw durations. */
export class Random {
  #state;

  constructor(seed) {
    this.#state = Math.imul(seed, 0x9e3779b1) | 0;
  }

  /** Uniform in [0, 1). */
  unit() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let bits = this.#state;
    bits = Math.imul(bits ^ (bits >>> 15), bits | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  }

  exponential(mean) {
    return -mean * Math.log(1 - this.unit());
  }

  #normal() {
    return Math.sqrt(-2 * Math.log(1 - this.unit())) * Math.cos(2 * Math.PI * this.unit());
  }

  /** Milliseconds of a duration of the scenario. */
  draw(duration) {
    if (typeof duration === "number") return duration;
    switch (duration.dist) {
      case "constant":
        return duration.value;
      case "uniform":
        return duration.min + (duration.max - duration.min) * this.unit();
      case "exponential":
        return this.exponential(duration.mean);
      case "log-normal":
        return duration.median * Math.exp(duration.sigma * this.#normal());
      case "empirical":
        return duration.samples[Math.floor(this.unit() * duration.samples.length)];
      default:
        throw new Error(`dist: unknown "${duration.dist}"`);
    }
  }
}
