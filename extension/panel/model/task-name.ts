/** What tasks are called in the user's language. */
import { loadTaskNames, type Trace } from "unblock-simulator";
import type { Translate } from "./text.js";

/** The bystander's, and the one that it takes where the function has that. */
const bystanders = ["", loadTaskNames("").bystander].map((name) => loadTaskNames(name).bystander);

/** A function has its own name; the bystander, which stands for all others, has none that the user knows. */
export function taskName({ taskNames, tasks }: Trace, task: number, t: Translate): string {
  const name = taskNames[tasks.name[task] ?? -1] ?? "";
  return name === bystanders.findLast((known) => taskNames.includes(known))
    ? t("other request")
    : name;
}
