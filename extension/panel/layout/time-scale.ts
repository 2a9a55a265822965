/** The shared time axis: a window on virtual time, and how it moves. Times are nanoseconds, lengths CSS pixels. */

export interface TimeView {
  readonly startNs: number;
  readonly endNs: number;
}

/** Below this there is nothing left to see: the models know no event shorter than a microsecond. */
export const shortestViewNs = 10_000;

export function spanNs(view: TimeView): number {
  return view.endNs - view.startNs;
}

export function toX(view: TimeView, width: number, ns: number): number {
  return ((ns - view.startNs) / spanNs(view)) * width;
}

export function toNs(view: TimeView, width: number, x: number): number {
  return view.startNs + (x / width) * spanNs(view);
}

/** The view moved and, where it must be, shrunk or widened, so that it lies within the bounds. */
export function clampView(view: TimeView, bounds: TimeView): TimeView {
  const widest = Math.max(spanNs(bounds), shortestViewNs);
  const span = Math.min(Math.max(spanNs(view), shortestViewNs), widest);
  const middle = (view.startNs + view.endNs) / 2;
  const latestStart = Math.max(bounds.startNs, bounds.startNs + widest - span);
  const startNs = Math.min(Math.max(middle - span / 2, bounds.startNs), latestStart);
  return { startNs, endNs: startNs + span };
}

/** Zooms by `factor` (below 1: closer) so that the time under the pointer stays under the pointer. */
export function zoomAt(view: TimeView, atNs: number, factor: number, bounds: TimeView): TimeView {
  const span = Math.min(Math.max(spanNs(view) * factor, shortestViewNs), spanNs(bounds));
  const share = (atNs - view.startNs) / spanNs(view);
  const startNs = atNs - share * span;
  return clampView({ startNs, endNs: startNs + span }, bounds);
}

export function panBy(view: TimeView, deltaNs: number, bounds: TimeView): TimeView {
  return clampView({ startNs: view.startNs + deltaNs, endNs: view.endNs + deltaNs }, bounds);
}

/** A view of the stretch with a margin on both sides, each `margin` times the stretch's length. */
export function fitView(
  startNs: number,
  endNs: number,
  margin: number,
  bounds: TimeView,
): TimeView {
  const extra = (endNs - startNs) * margin;
  return clampView({ startNs: startNs - extra, endNs: endNs + extra }, bounds);
}

/** Moves the view, if it must, so that the stretch can be seen; a stretch longer than the view shows its start. */
export function revealIn(
  view: TimeView,
  startNs: number,
  endNs: number,
  bounds: TimeView,
): TimeView {
  if (startNs >= view.startNs && endNs <= view.endNs) return view;
  const span = spanNs(view);
  const margin = span * 0.1;
  const from =
    endNs - startNs > span - 2 * margin ? startNs - margin : (startNs + endNs - span) / 2;
  return clampView({ startNs: from, endNs: from + span }, bounds);
}
