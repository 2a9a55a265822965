/**
 * Large bytes among a job's arguments. The structured clone algorithm copies them twice, into the message and out of it; a
 * copy that is handed over is made once, and looks the same to the function.
 */
import { types } from "node:util";
import { isPlain } from "./sendable.js";

/** In bytes: to hand over less costs more than a second copy. */
const LARGE = 65_536;

/** Whether it is bytes, enough of them, in memory that can be handed over and is not resizable. */
export function isLarge(value: unknown): value is Uint8Array {
  if (!types.isUint8Array(value) || value.byteLength < LARGE) return false;
  const memory: ArrayBufferLike & { readonly resizable?: boolean } = value.buffer;
  return !types.isSharedArrayBuffer(memory) && memory.resizable !== true;
}

/**
 * Puts copies in the place of large bytes, unless something else among the values may share their memory, which they
 * would part with.
 *
 * @returns the memory of the copies, to be handed over.
 */
export function copyLarge(values: unknown[]): ArrayBufferLike[] {
  const copies = new Map<ArrayBufferLike, Buffer>();
  if (!values.every((value) => isPlain(value) || types.isUint8Array(value))) return [];
  for (const [index, value] of values.entries()) {
    if (!isLarge(value)) continue;
    // Never a part of Node's shared slab, which can't be handed over.
    const copy = copies.get(value.buffer) ?? Buffer.allocUnsafeSlow(value.length);
    copy.set(value);
    copies.set(value.buffer, copy);
    values[index] = copy;
  }
  return [...copies.values()].map((copy) => copy.buffer);
}
