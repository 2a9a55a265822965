/**
 * Tokio's hashed timer wheel (1.24 runtime/time/wheel): 6 levels of 64 slots, in ticks of a millisecond since the
 * runtime's start. A level's slot spans 64 times what one of the level below does; when a slot of a higher level is
 * reached, its timers move down. Timers of one tick fire in the order in which they were registered.
 */

const levels = 6;
const slotsPerLevel = 64;
/** Ticks of one slot, by level; one entry more for the span of the whole wheel. */
const slotTicks = Array.from({ length: levels + 1 }, (_, level) => slotsPerLevel ** level);

const noTimer = -1;

/** What a timer is doing. */
const TimerState = { free: 0, registered: 1, fired: 2 } as const;

export class TimerWheel {
  /** The tick up to which timers have fired. */
  elapsed = 0;
  registered = 0;

  // Timers, as rows that are reused.
  #capacity = 16;
  #allocated = 0;
  #free = noTimer;
  #tick = new Float64Array(16);
  #owner = new Int32Array(16);
  #awaited = new Uint8Array(16);
  #state = new Uint8Array(16);
  #next = new Int32Array(16);

  // Slots, as lists of timers: level * 64 + slot.
  readonly #first = new Int32Array(levels * slotsPerLevel).fill(noTimer);
  readonly #last = new Int32Array(levels * slotsPerLevel).fill(noTimer);
  readonly #occupied = new Int32Array(levels);

  // Where the next expiration was found.
  #expirationLevel = 0;
  #expirationSlot = 0;

  /**
   * Makes a timer of an owner for a tick. It is registered, unless that tick has elapsed: then it has fired at once.
   * Returns the timer.
   */
  register(tick: number, owner: number): number {
    const timer = this.#allocate();
    this.#tick[timer] = tick;
    this.#owner[timer] = owner;
    this.#awaited[timer] = 0;
    if (tick <= this.elapsed) {
      this.#state[timer] = TimerState.fired;
    } else {
      this.#state[timer] = TimerState.registered;
      this.registered++;
      this.#insert(timer);
    }
    return timer;
  }

  hasFired(timer: number): boolean {
    return this.#state[timer] === TimerState.fired;
  }

  /** Says that the timer's owner is to be woken when it fires; the timer is then given back by itself. */
  awaitTimer(timer: number): void {
    this.#awaited[timer] = 1;
  }

  /** Gives back a timer that fired before it was awaited. */
  release(timer: number): void {
    this.#state[timer] = TimerState.free;
    this.#next[timer] = this.#free;
    this.#free = timer;
  }

  /** The tick at which the wheel next needs a look; Infinity when no timer is registered. */
  nextExpiration(): number {
    for (let level = 0; level < levels; level++) {
      if (this.#occupied[level] === 0) continue;
      const ticks = slotTicks[level];
      const current = Math.floor(this.elapsed / ticks) % slotsPerLevel;
      for (let step = 0; step < slotsPerLevel; step++) {
        const slot = (current + step) % slotsPerLevel;
        if (this.#first[level * slotsPerLevel + slot] === noTimer) continue;
        const span = slotTicks[level + 1];
        let deadline = Math.floor(this.elapsed / span) * span + slot * ticks;
        // Only the top level wraps around.
        if (deadline < this.elapsed || (deadline === this.elapsed && level > 0)) deadline += span;
        this.#expirationLevel = level;
        this.#expirationSlot = slot;
        return deadline;
      }
    }
    return Infinity;
  }

  /**
   * Fires all timers up to a tick, in order: calls `wake` with the owner of each, and whether it is awaited. `wake` must
   * not register timers.
   */
  advance(now: number, wake: (owner: number, isAwaited: boolean) => void): void {
    for (;;) {
      const deadline = this.nextExpiration();
      if (deadline > now) break;
      const index = this.#expirationLevel * slotsPerLevel + this.#expirationSlot;
      const level = this.#expirationLevel;
      let timer = this.#first[index];
      this.#first[index] = noTimer;
      this.#last[index] = noTimer;
      this.elapsed = deadline;
      while (timer !== noTimer) {
        const next = this.#next[timer];
        this.#occupied[level]--;
        if (this.#tick[timer] <= deadline) this.#fire(timer, wake);
        else this.#insert(timer);
        timer = next;
      }
    }
    if (now > this.elapsed) this.elapsed = now;
  }

  #fire(timer: number, wake: (owner: number, isAwaited: boolean) => void): void {
    this.#state[timer] = TimerState.fired;
    this.registered--;
    const owner = this.#owner[timer];
    const isAwaited = this.#awaited[timer] === 1;
    if (isAwaited) this.release(timer);
    wake(owner, isAwaited);
  }

  /** Into the lowest level whose slots tell the timer's tick apart from `elapsed`. */
  #insert(timer: number): void {
    const tick = this.#tick[timer];
    const elapsed = this.elapsed;
    let level = 0;
    while (
      level < levels - 1 &&
      Math.floor(elapsed / slotTicks[level + 1]) !== Math.floor(tick / slotTicks[level + 1])
    ) {
      level++;
    }
    const index = level * slotsPerLevel + (Math.floor(tick / slotTicks[level]) % slotsPerLevel);
    const last = this.#last[index];
    if (last === noTimer) this.#first[index] = timer;
    else this.#next[last] = timer;
    this.#last[index] = timer;
    this.#next[timer] = noTimer;
    this.#occupied[level]++;
  }

  #allocate(): number {
    const reused = this.#free;
    if (reused !== noTimer) {
      this.#free = this.#next[reused];
      return reused;
    }
    if (this.#allocated === this.#capacity) this.#grow();
    return this.#allocated++;
  }

  #grow(): void {
    const capacity = (this.#capacity *= 2);
    const tick = new Float64Array(capacity);
    tick.set(this.#tick);
    this.#tick = tick;
    const owner = new Int32Array(capacity);
    owner.set(this.#owner);
    this.#owner = owner;
    const next = new Int32Array(capacity);
    next.set(this.#next);
    this.#next = next;
    const awaited = new Uint8Array(capacity);
    awaited.set(this.#awaited);
    this.#awaited = awaited;
    const state = new Uint8Array(capacity);
    state.set(this.#state);
    this.#state = state;
  }
}
