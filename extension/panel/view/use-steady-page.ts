import { useCallback, useLayoutEffect, useRef } from "preact/hooks";
import type { RefObject } from "preact";
import type { Session } from "../session.js";

interface Held {
  readonly element: Element;
  /** Where it is to stand in the window, in CSS pixels. */
  readonly wanted: number;
}

/**
 * Keeps what is being looked at where it is in the window when what stands above it changes its height. The browser's
 * own scroll anchoring does not know of the control that is being used, and is switched off for the page.
 * @returns to be called right before the outcome that is drawn changes
 */
export function useSteadyPage(
  page: RefObject<HTMLElement | null>,
  session: Pick<Session, "state">,
): () => void {
  const { outcome } = session.state();
  const held = useRef<Held | undefined>(undefined);
  useLayoutEffect(() => {
    if (held.current?.element.isConnected !== true) return;
    const moved = Math.round(topOf(held.current.element) - held.current.wanted);
    if (moved !== 0) window.scrollBy({ top: moved, behavior: "instant" });
  }, [outcome]);
  return useCallback(() => {
    const element = page.current === null ? undefined : lookedAt(page.current);
    const top = element === undefined ? 0 : topOf(element);
    const { current } = held;
    // What is left after whole pixels must not add up from one change to the next.
    if (element === current?.element && Math.abs(top - (current?.wanted ?? 0)) < 1) return;
    held.current = element && { element, wanted: top };
  }, [page]);
}

/** The control that has the focus, else the first part that begins in sight; none at the page's very top. */
function lookedAt(page: HTMLElement): Element | undefined {
  const { activeElement } = document;
  if (activeElement !== null && page.contains(activeElement) && isInSight(activeElement)) {
    return activeElement;
  }
  if (window.scrollY === 0) return undefined;
  // The first child that scrolls: the headline stays where it is.
  return [...page.children].find((part) => part.tagName === "SECTION" && isInSight(part));
}

function isInSight(element: Element): boolean {
  const top = topOf(element);
  return top >= 0 && top < window.innerHeight;
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top;
}
