// The jobs of the pool bench. Each stands alone, since some pools send it as text.

export function empty() {
  return undefined;
}

export function size(bytes) {
  return bytes.byteLength;
}

export function compute(ms) {
  const until = performance.now() + ms;
  while (performance.now() < until);
  return ms;
}
