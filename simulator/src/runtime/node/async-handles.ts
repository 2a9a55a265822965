/**
 * The uv_async_t handles of one loop (libuv src/unix/async.c): that of the thread pool, and one for each port of a
 * worker thread. They share one event; when it comes, the handles are gone through in the order in which they were made,
 * whichever was signalled first.
 */
import { IntegerQueue } from "../../engine/integer-queue.js";
import { noTask } from "../task-table.js";

/** Who gets the messages of a pool's threads, in the loop's callbacks. */
export interface MessageReceiver {
  /** Handles a thread's message; returns what that costs besides the callback, in nanoseconds. */
  received(thread: number): number;
}

/** The loop's end of a worker thread's MessagePort. */
interface Port {
  readonly receiver: MessageReceiver;
  readonly thread: number;
  /** For each message, the task that goes on with it, or `noTask`. */
  readonly messages: IntegerQueue;
}

export class AsyncHandles {
  /** What the callback that `next` found goes on with, or `noTask`; and what it costs before that, in nanoseconds. */
  task = noTask;
  costNs = 0;
  readonly #poolDone = new IntegerQueue();
  readonly #ports: Port[] = [];
  /** Operations of the pool whose callbacks are still to run. */
  #poolLeft = 0;
  /** The port whose messages are being received. */
  #port = Infinity;

  /** Makes the port of a thread; returns its number. */
  addPort(receiver: MessageReceiver, thread: number): number {
    return this.#ports.push({ receiver, thread, messages: new IntegerQueue() }) - 1;
  }

  /** An operation of libuv's pool is done. */
  poolDone(task: number): void {
    this.#poolDone.pushBack(task);
  }

  /** A message has come to a port. */
  message(port: number, task: number): void {
    this.#ports[port].messages.pushBack(task);
  }

  /** The event has come. The pool's callbacks are those of the operations that are done by now (uv__work_done). */
  begin(): void {
    this.#poolLeft = this.#poolDone.length;
    this.#port = 0;
  }

  /**
   * Finds the event's next callback; false: there is none left. A port is drained before the next has its turn, also of
   * messages that come meanwhile (MessagePort::OnMessage).
   */
  next(): boolean {
    if (this.#poolLeft > 0) {
      this.#poolLeft--;
      this.task = this.#poolDone.popFront();
      this.costNs = 0;
      return true;
    }
    for (; this.#port < this.#ports.length; this.#port++) {
      const { messages, receiver, thread } = this.#ports[this.#port];
      if (messages.length === 0) continue;
      this.task = messages.popFront();
      this.costNs = receiver.received(thread);
      return true;
    }
    return false;
  }
}
