import { useEffect, useState } from "preact/hooks";
import type { Trace } from "unblock-simulator";
import { spanNs, type TimeView } from "../layout/time-scale.js";
import { nextMoment } from "../model/moments.js";

export interface Player {
  /** The moment that is shown; undefined while there is none. */
  readonly nowNs: number | undefined;
  readonly playing: boolean;
  readonly toggle: () => void;
  readonly step: (direction: "forward" | "back") => void;
  readonly clear: () => void;
}

/** Playing through what is in view takes this long. */
const viewMs = 12_000;
/** Where people want less motion, playing goes step by step. */
const pauseMs = 600;

/** Plays through the view from its left end, or from where it was paused. */
export function usePlayer(traces: readonly Trace[], view: TimeView): Player {
  const [nowNs, setNow] = useState<number>();
  const [playing, setPlaying] = useState(false);
  const [first] = traces;
  useEffect(() => {
    setPlaying(false);
    setNow(undefined);
  }, [first]);
  useEffect(() => {
    if (!playing) return;
    const stops = matchMedia("(prefers-reduced-motion: reduce)").matches;
    let last = performance.now();
    const forward = (now: number | undefined, elapsedMs: number) => {
      const from = now ?? view.startNs;
      const next = stops
        ? nextMoment(traces, from, "forward")
        : from + (elapsedMs / viewMs) * spanNs(view);
      if (next !== undefined && next < view.endNs) return next;
      setPlaying(false);
      return view.endNs;
    };
    if (stops) {
      const timer = setInterval(() => {
        setNow((now) => forward(now, pauseMs));
      }, pauseMs);
      return () => {
        clearInterval(timer);
      };
    }
    let frame = requestAnimationFrame(function advance(time) {
      const elapsedMs = time - last;
      last = time;
      setNow((now) => forward(now, elapsedMs));
      frame = requestAnimationFrame(advance);
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [playing, view, first]);
  const inView = (now: number | undefined) =>
    now !== undefined && now >= view.startNs && now < view.endNs ? now : undefined;
  return {
    nowNs,
    playing,
    toggle: () => {
      if (!playing) setNow(inView(nowNs) ?? view.startNs);
      setPlaying(!playing);
    },
    step: (direction) => {
      setPlaying(false);
      const from = inView(nowNs) ?? (direction === "forward" ? view.startNs : view.endNs);
      setNow(nextMoment(traces, from, direction) ?? nowNs);
    },
    clear: () => {
      setPlaying(false);
      setNow(undefined);
    },
  };
}
