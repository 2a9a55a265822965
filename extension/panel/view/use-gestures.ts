import { useEffect, useRef } from "preact/hooks";
import type { RefObject } from "preact";
import { fitView, panBy, spanNs, toNs, zoomAt, type TimeView } from "../layout/time-scale.js";

export interface Gestures {
  readonly view: TimeView;
  readonly bounds: TimeView;
  /** Pixels. */
  readonly width: number;
  readonly onView: (view: TimeView) => void;
  /** A press and release in one place; coordinates within the element. */
  readonly onClick: (x: number, y: number) => void;
  readonly onDoubleClick: (x: number, y: number) => void;
  /** The pointer is over a place, or gone. */
  readonly onHover: (
    place: { x: number; y: number; clientX: number; clientY: number } | undefined,
  ) => void;
}

/** A pointer that moves less than this many pixels between press and release has clicked. */
const clickReach = 4;
/** One notch of a wheel is about 100 units in every browser that VS Code runs in. */
const zoomPerUnit = 1.0025;

/**
 * Pan and zoom as people know them from Perfetto and speedscope: Ctrl or Cmd with the wheel (and a pinch) zooms to the
 * pointer, a sideways wheel pans, a drag pans, a drag with Shift zooms to the stretch. The plain wheel scrolls the page.
 */
export function useGestures(ref: RefObject<HTMLElement | null>, gestures: Gestures): void {
  const latest = useRef(gestures);
  latest.current = gestures;
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    let press:
      { x: number; y: number; view: TimeView; moved: boolean; select: boolean } | undefined;
    const place = (event: MouseEvent) => {
      const box = element.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    const wheel = (event: WheelEvent) => {
      const { view, bounds, width, onView } = latest.current;
      const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
      if (event.ctrlKey || event.metaKey) {
        const factor = zoomPerUnit ** event.deltaY;
        onView(zoomAt(view, toNs(view, width, place(event).x), factor, bounds));
      } else if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
        onView(panBy(view, (sideways / width) * spanNs(view), bounds));
      } else return;
      event.preventDefault();
    };
    const down = (event: PointerEvent) => {
      if (event.button !== 0) return;
      press = { ...place(event), view: latest.current.view, moved: false, select: event.shiftKey };
      element.setPointerCapture(event.pointerId);
    };
    const move = (event: PointerEvent) => {
      const { x, y } = place(event);
      const { bounds, width, onView, onHover } = latest.current;
      if (press === undefined) {
        onHover({ x, y, clientX: event.clientX, clientY: event.clientY });
        return;
      }
      press.moved ||= Math.hypot(x - press.x, y - press.y) > clickReach;
      if (!press.moved || press.select) return;
      onHover(undefined);
      onView(panBy(press.view, ((press.x - x) / width) * spanNs(press.view), bounds));
    };
    const up = (event: PointerEvent) => {
      if (press === undefined) return;
      const { x, y } = place(event);
      const { bounds, width, onView, onClick } = latest.current;
      const { x: from, view, moved, select } = press;
      press = undefined;
      if (!moved) onClick(x, y);
      else if (select) {
        const [start, end] = [Math.min(from, x), Math.max(from, x)];
        onView(fitView(toNs(view, width, start), toNs(view, width, end), 0, bounds));
      }
    };
    const leave = () => {
      latest.current.onHover(undefined);
    };
    const cancel = () => {
      press = undefined;
    };
    const doubleClick = (event: MouseEvent) => {
      const { x, y } = place(event);
      latest.current.onDoubleClick(x, y);
    };
    element.addEventListener("wheel", wheel, { passive: false });
    element.addEventListener("pointerdown", down);
    element.addEventListener("pointermove", move);
    element.addEventListener("pointerup", up);
    element.addEventListener("pointercancel", cancel);
    element.addEventListener("pointerleave", leave);
    element.addEventListener("dblclick", doubleClick);
    return () => {
      element.removeEventListener("wheel", wheel);
      element.removeEventListener("pointerdown", down);
      element.removeEventListener("pointermove", move);
      element.removeEventListener("pointerup", up);
      element.removeEventListener("pointercancel", cancel);
      element.removeEventListener("pointerleave", leave);
      element.removeEventListener("dblclick", doubleClick);
    };
  }, [ref]);
}
