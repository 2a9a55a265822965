/** A task that runs: what its compiled code (compile.mjs) asks for. */
export class Task {
  /** Promises of the tasks that it spawned and has not joined. */
  children = [];
  plan;
  random;
  index;
  #world;
  #samples;
  #arrival;

  constructor(world, samples, arrival, index) {
    const { plan, random } = world.draws();
    this.plan = plan;
    this.random = random;
    this.index = index;
    this.#world = world;
    this.#samples = samples;
    this.#arrival = arrival;
  }

  get zero() {
    return this.#world.zero;
  }

  late(due) {
    this.#world.late(this.#samples, due);
  }

  spawn(task) {
    return this.#world.spawn(task);
  }

  spawnBlocking(closure) {
    return this.#world.runClosure(closure);
  }

  parallel(lengths) {
    return this.#world.forEach(lengths);
  }

  end() {
    this.#world.completed(this.#samples, this.#arrival);
  }

  failed(error) {
    this.#world.failed(error);
  }
}
