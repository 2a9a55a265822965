/** Why tasks waited: chains of causes, each pointing into the trace. */
import type { Trace } from "../engine/trace.js";
import type { Cause } from "./cause.js";
import { factsOf } from "./facts.js";
import type { Facts } from "./facts.js";
import { groupEpisodes } from "./group.js";
import type { Group } from "./group.js";
import { driverHeld } from "./kinds/driver-held.js";
import { eventInterval } from "./kinds/event-interval.js";
import { injectionInterval } from "./kinds/injection-interval.js";
import { lifoSlot } from "./kinds/lifo-slot.js";
import { localQueue } from "./kinds/local-queue.js";
import { loopBlocked } from "./kinds/loop-blocked.js";
import { poolFull } from "./kinds/pool-full.js";
import { workersExhausted } from "./kinds/workers-exhausted.js";
import { longWaits } from "./long-waits.js";
import type { CauseKind } from "./long-waits.js";
import { Occupancies } from "./occupancy.js";
import { english, tell } from "./phrase.js";
import type { Phrase } from "./phrase.js";

/** More causes than these would not be read. */
const mostCauses = 8;
/** Of the events that bear a cause out, this many are named: the worst. */
const mostEvents = 50;

const texts: Readonly<Record<CauseKind, (facts: Facts) => Phrase>> = {
  "driver-held": driverHeld,
  "event-interval": eventInterval,
  "injection-interval": injectionInterval,
  "lifo-slot": lifoSlot,
  "local-queue": localQueue,
  "loop-blocked": loopBlocked,
  "pool-full": poolFull,
  "workers-exhausted": workersExhausted,
};

/** A cause whose text can be told in other languages. */
export interface PhrasedCause extends Cause {
  /** What `text` says in English. */
  readonly phrase: Phrase;
}

/** The causes of the long waits in a trace, those first that cost the most waiting in all; at most 8. */
export function explain(trace: Trace): Cause[] {
  return explainInPhrases(trace).map(({ phrase: _, ...cause }) => cause);
}

/** The same causes, for those who tell them in another language. */
export function explainInPhrases(trace: Trace): PhrasedCause[] {
  const occupancies = new Occupancies(trace);
  return groupEpisodes(trace, longWaits(trace, occupancies))
    .slice(0, mostCauses)
    .map((group) => causeOf(group, occupancies));
}

function causeOf(group: Group, occupancies: Occupancies): PhrasedCause {
  const facts = factsOf(group, occupancies);
  const phrase = texts[group.kind](facts);
  const worstFirst = [...group.episodes].sort((a, b) => b.waitedNs - a.waitedNs);
  const segments = [...new Set(worstFirst.map((episode) => episode.segment))];
  return {
    kind: group.kind,
    text: tell(phrase, english),
    phrase,
    blocker: facts.blocker,
    victims: facts.victims,
    events: {
      segments: segments.slice(0, mostEvents),
      waits: worstFirst.slice(0, mostEvents).map((episode) => episode.wait),
    },
  };
}
