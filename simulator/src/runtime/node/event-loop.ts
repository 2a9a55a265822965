/**
 * The event loop of one Node process (v20; libuv 1.45 and newer, src/unix/core.c: uv_run). A turn is: poll for events
 * and run their callbacks; the check phase with the immediates there are now; update the time; timers. After every
 * callback the queue of microtasks is emptied.
 */
import { IntegerQueue } from "../../engine/integer-queue.js";
import { SegmentState } from "../../engine/trace.js";
import { sleepNs, wakeLatencyNs } from "../costs.js";
import { OsThread } from "../os-thread.js";
import { noTask } from "../task-table.js";
import { AsyncHandles } from "./async-handles.js";
import type { MessageReceiver } from "./async-handles.js";
import { DelayMonitor } from "./delay-monitor.js";
import { ConnectionColdness } from "./connection-costs.js";
import { nanosPerMilli, nodeCosts } from "./machine.js";
import type { NodeMachine } from "./machine.js";
import { NodeTimers, timeoutMs } from "./timers.js";

/** Where the loop stands. */
const Phase = { poll: 0, check: 1, timers: 2, asleep: 3, waking: 4 } as const;

/** Stands for the event of the loop's uv_async_t handles among the ready ones. Tasks count from 0. */
const asyncEvent = 0x7fff_ffff;

/** Stands for the end of a connection. */
const closeEvent = 0x7fff_fffe;

/** epoll_wait returns at most this many events (uv__io_poll). */
const eventsPerPoll = 1024;

/** A connection that has been handed over, whose task is not to start before it has been accepted. */
function connectionOf(task: number): number {
  return -2 - task;
}

/** Runs the JavaScript of a task until it awaits something; the loop's counterpart. */
export interface JavaScript {
  /** False: the thread is busy and will be resumed; ask again then. True: nothing is left to run. */
  run(loop: EventLoop): boolean;
}

export interface EventLoopOptions {
  readonly process: number;
  readonly lane: number;
  readonly clockOffsetNs: number;
  /** Called when the loop has accepted a connection of its cluster. */
  readonly accepted: (task: number, coldness: ConnectionColdness) => void;
}

export class EventLoop extends OsThread {
  readonly process: number;
  readonly timers = new NodeTimers();
  /** Tasks whose code is running: the innermost call last. */
  readonly stack: number[] = [];
  readonly microtasks = new IntegerQueue();
  readonly nextTicks = new IntegerQueue();
  /** Microtasks are being run: those of nextTick wait until there are none left. */
  drainsMicrotasks = false;
  readonly immediates = new IntegerQueue();
  readonly delay: DelayMonitor;
  busyNs = 0;
  blockedNs = 0;
  parkedNs = 0;
  callbacks = 0;
  parks = 0;
  readonly #machine: NodeMachine;
  readonly #callbackNs: number;
  readonly #javaScript: JavaScript;
  readonly #accepted: EventLoopOptions["accepted"];
  /** libuv's clock counts from an instant of its own, so that its milliseconds begin in the midst of ours. */
  readonly #clockOffsetNs: number;
  readonly #ready = new IntegerQueue();
  readonly #async = new AsyncHandles();
  readonly #readyQueue: number;
  #asyncPending = false;
  /** The last poll returned their event, which keeps its place before what has become ready since. */
  #asyncKeepsPlace = false;
  #asyncFirst = false;
  readonly #connections = new ConnectionColdness();
  /** The task whose connection is being accepted. */
  #accepting = noTask;
  /** The cost of a callback of Node's own, which runs no task. */
  #housekeepingNs = 0;
  /** What the callback does before a task's code goes on, besides its own cost. */
  #beforehandNs = 0;
  #timeMs = 0;
  /** That time when the last timer fired: Node.js has its next round at least a millisecond later (RunTimers). */
  #firedMs = 0;
  #left = 0;
  #sleptSinceNs = NaN;
  /** When the callback began that runs now. */
  #callbackSinceNs = NaN;
  // What its thread is in the middle of.
  #activity: SegmentState = SegmentState.running;
  #activitySinceNs = NaN;
  #activityLocation = -1;

  constructor(id: number, machine: NodeMachine, javaScript: JavaScript, options: EventLoopOptions) {
    super(id, options.lane);
    this.#machine = machine;
    this.#callbackNs = machine.threads.costs.callbackNs ?? nodeCosts.callbackNs;
    this.#javaScript = javaScript;
    this.process = options.process;
    this.#accepted = options.accepted;
    this.#clockOffsetNs = options.clockOffsetNs;
    this.delay = new DelayMonitor(options.clockOffsetNs);
    const name = options.process === 0 ? "event loop" : `event loop ${options.process}`;
    this.#readyQueue =
      machine.trace?.addQueue({ name, kind: "event-loop", lane: options.lane }) ?? -1;
    this.phase = Phase.asleep;
    this.#sleptSinceNs = machine.simulation.now;
    this.#updateTime();
  }

  /** An event of the outside that the task's code handles: a connection, or the end of awaited I/O. */
  eventReady(task: number): void {
    const { simulation, tasks, waits } = this.#machine;
    tasks.scheduledNs[task] = simulation.now;
    waits?.queued(task, this.#readyQueue, simulation.now);
    this.#push(task);
  }

  /** A connection from the cluster's primary process: to be accepted, after which the task's data can be read. */
  connectionReady(task: number): void {
    const { simulation, waits } = this.#machine;
    waits?.queued(task, this.#readyQueue, simulation.now);
    this.#push(connectionOf(task));
  }

  /** A connection of the cluster is over, and is closed when the loop comes to it. */
  connectionEnds(): void {
    this.#push(closeEvent);
  }

  /** An operation of libuv's pool is done. */
  poolDone(task: number): void {
    this.#isReady(task);
    this.#async.poolDone(task);
    this.#signalAsync();
  }

  /** Makes a worker thread's port; returns its number. */
  addPort(receiver: MessageReceiver, thread: number): number {
    return this.#async.addPort(receiver, thread);
  }

  /** A worker thread's message has come, with which a task goes on unless it is `noTask`. */
  message(port: number, task: number): void {
    if (task !== noTask) this.#isReady(task);
    this.#async.message(port, task);
    this.#signalAsync();
  }

  /** setTimeout. Registering reads the clock (env.cc: GetNow updates libuv's time). */
  setTimer(task: number, delayMs: number): void {
    this.#updateTime();
    this.timers.add(task, this.#timeMs, timeoutMs(delayMs));
  }

  /** Begins to compute or to block on the loop's thread. */
  beginActivity(state: SegmentState, location: number): void {
    this.#activity = state;
    this.#activitySinceNs = this.#machine.simulation.now;
    this.#activityLocation = location;
  }

  /** Ends what `beginActivity` began, if anything; `task` is the one whose code it was. */
  endActivity(task: number): void {
    if (Number.isNaN(this.#activitySinceNs)) return;
    const { simulation, trace } = this.#machine;
    const since = this.#activitySinceNs;
    const length = simulation.now - since;
    if (this.#activity === SegmentState.blocked) this.blockedNs += length;
    else this.busyNs += length;
    const location = this.#activityLocation;
    trace?.segment(this.lane, since, simulation.now, this.#activity, task, location, false);
    this.#activitySinceNs = NaN;
  }

  /** Counts what the loop is in the middle of, at the end of the run. */
  flush(): void {
    this.endActivity(this.stack.at(-1) ?? noTask);
    if (!Number.isNaN(this.#sleptSinceNs)) this.#wokeUp();
  }

  override resume(): void {
    if (this.phase === Phase.asleep || this.phase === Phase.waking) this.#wakeUp();
    this.#turn();
  }

  #push(event: number): void {
    this.#ready.pushBack(event);
    this.#sample();
    if (this.phase !== Phase.asleep) return;
    this.phase = Phase.waking;
    const { latencies, simulation, threads } = this.#machine;
    threads.wakeAt(this, simulation.now + wakeLatencyNs(latencies));
  }

  #isReady(task: number): void {
    const { now } = this.#machine.simulation;
    this.#machine.tasks.scheduledNs[task] = now;
    this.#machine.waits?.ready(task, now, false);
    this.#machine.waits?.queued(task, this.#readyQueue, now);
  }

  /**
   * uv_async_send. epoll is asked level-triggered: what it has returned stays in its list of ready descriptors, before
   * those that become ready later, until the next call finds that it is not ready any more.
   */
  #signalAsync(): void {
    if (this.#asyncPending) return;
    this.#asyncPending = true;
    if (this.#asyncKeepsPlace) this.#asyncFirst = true;
    else this.#push(asyncEvent);
  }

  #wakeUp(): void {
    this.#wokeUp();
    this.#updateTime();
    this.#enterPoll();
  }

  #wokeUp(): void {
    const { now } = this.#machine.simulation;
    this.parkedNs += now - this.#sleptSinceNs;
    this.delay.slept(this.#sleptSinceNs, now);
    this.#sleptSinceNs = NaN;
  }

  #enterPoll(): void {
    this.phase = Phase.poll;
    if (this.#asyncFirst) this.#ready.pushFront(asyncEvent);
    this.#asyncFirst = false;
    this.#asyncKeepsPlace = false;
    this.#left = Math.min(this.#ready.length, eventsPerPoll);
  }

  #turn(): void {
    const { threads } = this.#machine;
    for (;;) {
      if (this.#accepting !== noTask) {
        const accepted = this.#accepting;
        this.#accepting = noTask;
        this.#accepted(accepted, this.#connections);
      }
      if (!this.#javaScript.run(this)) return;
      this.#endCallback();
      if (this.#nextCallback()) {
        const cost = this.#beginCallback();
        if (!this.#spend(threads.spend(this, cost), cost)) return;
      } else if (this.phase === Phase.timers) {
        if (this.#mustSleep()) {
          this.#sleep();
          return;
        }
        this.#enterPoll();
        if (!this.#spend(threads.spend(this, nodeCosts.turnNs), nodeCosts.turnNs)) return;
      } else {
        this.#nextPhase();
      }
    }
  }

  #spend(passed: boolean, costNs: number): boolean {
    this.busyNs += costNs;
    return passed;
  }

  /** Counts the callback that begins, unless it is the loop's own housekeeping. Returns what it costs besides its code. */
  #beginCallback(): number {
    const housekeepingNs = this.#housekeepingNs;
    this.#housekeepingNs = 0;
    if (housekeepingNs > 0) return housekeepingNs;
    const { simulation, tasks } = this.#machine;
    const task = this.stack.at(-1) ?? noTask;
    this.callbacks++;
    this.#callbackSinceNs = simulation.now;
    tasks.scheduleLatencies.add(simulation.now - tasks.scheduledNs[task]);
    const beforehandNs = this.#beforehandNs;
    this.#beforehandNs = 0;
    return beforehandNs + (this.callbacks === 1 ? nodeCosts.firstCallbackNs : this.#callbackNs);
  }

  #endCallback(): void {
    if (Number.isNaN(this.#callbackSinceNs)) return;
    const { simulation, tasks } = this.#machine;
    tasks.pollTimes.add(simulation.now - this.#callbackSinceNs);
    this.#callbackSinceNs = NaN;
  }

  #nextPhase(): void {
    if (this.phase === Phase.poll) {
      this.phase = Phase.check;
      // Immediates that are added meanwhile wait for the next turn.
      this.#left = this.immediates.length;
    } else {
      this.phase = Phase.timers;
      this.#updateTime();
      this.delay.timersRun(this.#timeMs, this.#machine.simulation.now);
      this.timers.begin(this.#timeMs);
    }
  }

  /** Puts the code of the phase's next callback on the stack; false: the phase is over. */
  #nextCallback(): boolean {
    switch (this.phase) {
      case Phase.poll:
        return this.#nextPollCallback();
      case Phase.check:
        if (this.#left === 0) return false;
        this.#left--;
        this.stack.push(this.immediates.popFront());
        return true;
      default: {
        // uv__run_timers asks libuv's cached time, which a setTimeout of the last timer's code has updated.
        const due = () => this.timers.nextExpiryMs <= this.#timeMs && this.#firedMs < this.#timeMs;
        const task = this.timers.takeDue(() => (due() ? this.#updateTime() : -Infinity));
        if (task === noTask) return false;
        this.#firedMs = this.#timeMs;
        this.#machine.waits?.queued(task, this.#readyQueue, this.#machine.simulation.now);
        this.stack.push(task);
        return true;
      }
    }
  }

  #nextPollCallback(): boolean {
    if (this.#async.next()) return this.#beginAsyncCallback();
    if (this.#left === 0) return false;
    this.#left--;
    const event = this.#ready.popFront();
    this.#sample();
    if (event === asyncEvent) {
      this.#asyncPending = false;
      this.#asyncKeepsPlace = true;
      this.#async.begin();
      return this.#nextPollCallback();
    }
    if (event === closeEvent) {
      this.#housekeepingNs = this.#connections.costNs(this.#machine.connectionCosts.closeNs);
      return true;
    }
    if (event < noTask) {
      this.#accepting = connectionOf(event);
      this.#connections.begin(this.#machine.simulation.now);
      this.#housekeepingNs = this.#connections.costNs(this.#machine.connectionCosts.acceptNs);
      return true;
    }
    this.stack.push(event);
    return true;
  }

  #beginAsyncCallback(): boolean {
    const { costNs, task } = this.#async;
    if (task === noTask) this.#housekeepingNs = this.#callbackNs + costNs;
    else {
      this.#beforehandNs = costNs;
      this.stack.push(task);
    }
    return true;
  }

  /** Whether polling would have to wait: no event, no immediate, and no timer that is due. */
  #mustSleep(): boolean {
    return (
      this.#ready.length === 0 &&
      !this.#asyncFirst &&
      this.immediates.length === 0 &&
      this.timers.nextExpiryMs > this.#timeMs
    );
  }

  #sleep(): void {
    const { latencies, simulation, threads } = this.#machine;
    this.phase = Phase.asleep;
    this.#asyncKeepsPlace = false;
    this.parks++;
    this.#sleptSinceNs = simulation.now;
    const { nextExpiryMs } = this.timers;
    if (nextExpiryMs === Infinity) {
      threads.wait(this);
      return;
    }
    // epoll_wait is given whole milliseconds from the cached time, and waits them from the real one.
    const timeoutNs = (nextExpiryMs - this.#timeMs) * nanosPerMilli;
    threads.sleepUntil(this, simulation.now + sleepNs(timeoutNs, latencies));
  }

  #updateTime(): number {
    const { now } = this.#machine.simulation;
    this.#timeMs = Math.floor((now + this.#clockOffsetNs) / nanosPerMilli);
    return this.#timeMs;
  }

  #sample(): void {
    const { simulation, trace } = this.#machine;
    trace?.queueSize(this.#readyQueue, simulation.now, this.#ready.length);
  }
}
