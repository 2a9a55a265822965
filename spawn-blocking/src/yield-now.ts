/**
 * Lets everything else that is ready run once (timers, I/O, other tasks), then goes on. For long loops that stay on
 * the event loop: `for (const row of rows) { work(row); if (++done % 1000 === 0) await yieldNow(); }`.
 */
export function yieldNow(): Promise<void> {
  // Immediates, since a resolved promise would go on before the event loop gets its turn; two, since the first may come
  // right away, before timers and I/O have had theirs.
  return new Promise((resolve) => {
    setImmediate(() => {
      setImmediate(resolve);
    });
  });
}
