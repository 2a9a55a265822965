import { useLayoutEffect, useRef } from "preact/hooks";
import type { RefObject } from "preact";

/** Lets an element grow but not shrink while its content changes, so that what is below stays; a new width starts anew. */
export function useKeptHeight(ref: RefObject<HTMLElement | null>, content: string): void {
  const keptWidth = useRef(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const { offsetWidth } = element;
    if (offsetWidth !== keptWidth.current) element.style.minHeight = "";
    keptWidth.current = offsetWidth;
    element.style.minHeight = `${element.offsetHeight}px`;
  }, [ref, content]);
}
