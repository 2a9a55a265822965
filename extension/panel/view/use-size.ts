import { useLayoutEffect, useState } from "preact/hooks";
import type { RefObject } from "preact";
import { readTheme, watchTheme, type Theme } from "../draw/theme.js";

/** The element's inner width in CSS pixels, kept up to date; 0 until it is known. */
export function useWidth(ref: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    setWidth(Math.floor(element.clientWidth));
    const observer = new ResizeObserver(() => {
      setWidth(Math.floor(element.clientWidth));
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [ref]);
  return width;
}

/** The colours for drawing, read anew when the theme changes. */
export function useTheme(ref: RefObject<Element | null>): Theme | undefined {
  const [theme, setTheme] = useState<Theme>();
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const read = () => {
      setTheme(readTheme(element));
    };
    read();
    return watchTheme(read);
  }, [ref]);
  return theme;
}
