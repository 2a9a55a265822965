import { useMemo, useRef } from "preact/hooks";
import type { Outcome, VariantName } from "../model/outcome.js";
import { prepare, type Prepared } from "../model/picture.js";

/** Both variants ready to be drawn. A preview keeps the rows that were there: nothing moves when the whole run comes. */
export function usePrepared(outcome: Outcome): Readonly<Record<VariantName, Prepared>> {
  const asWritten = usePreparedVariant(outcome, "asWritten");
  const fixed = usePreparedVariant(outcome, "fixed");
  return { asWritten, fixed };
}

function usePreparedVariant(outcome: Outcome, variant: VariantName): Prepared {
  const before = useRef<Prepared | undefined>(undefined);
  return useMemo(
    () => (before.current = prepare(outcome, variant, before.current)),
    [outcome[variant].trace],
  );
}
