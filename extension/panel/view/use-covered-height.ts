import { useLayoutEffect } from "preact/hooks";
import type { RefObject } from "preact";

/**
 * Tells the style sheet how much of the window's top an element covers that stays there, as `--unblock-covered` of what
 * holds it: what is brought into sight must not end up behind it.
 */
export function useCoveredHeight(ref: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = ref.current;
    const parent = element?.parentElement;
    if (!element || !parent) return;
    const observer = new ResizeObserver(() => {
      parent.style.setProperty("--unblock-covered", `${element.offsetHeight}px`);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      parent.style.removeProperty("--unblock-covered");
    };
  }, [ref]);
}
