import { useState } from "preact/hooks";
import type { TimeView } from "../layout/time-scale.js";
import { describeSegment, type StepLabels } from "../model/describe.js";
import { variantNames, type VariantName } from "../model/outcome.js";
import type { Prepared } from "../model/picture.js";
import { threadName } from "../model/thread-name.js";
import { tableRows } from "../model/table-rows.js";
import { useWords } from "./words.js";

interface TimelineTableProps {
  readonly prepared: Readonly<Record<VariantName, Prepared>>;
  readonly labels: StepLabels;
  readonly view: TimeView;
  readonly onOpen: (file: string, line: number) => void;
}

const mostRows = 100;

/** The timeline as tables, for those who read rather than look. */
export function TimelineTable({ prepared, labels, view, onOpen }: TimelineTableProps) {
  const { t, locale } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details
      class="twin"
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary>{t("The shown part as a table")}</summary>
      {open &&
        variantNames.map((variant) => {
          const { index } = prepared[variant];
          const { rows, more } = tableRows(index, view, mostRows);
          return (
            <table key={variant}>
              <caption>
                {variant === "fixed" ? t("With the fix") : t("As written")}
                {more > 0 &&
                  `; ${t("the first {0}, and {1} more: zoom in to see them", mostRows, more)}`}
              </caption>
              <thead>
                <tr>
                  <th scope="col">{t("From")}</th>
                  <th scope="col">{t("Thread")}</th>
                  <th scope="col">{t("Task")}</th>
                  <th scope="col">{t("State")}</th>
                  <th scope="col">{t("For")}</th>
                  <th scope="col">{t("Line")}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ lane, segment }) => {
                  const about = describeSegment(index.trace, segment, labels, t, locale);
                  const { location } = about;
                  return (
                    <tr key={segment}>
                      <td>{about.from}</td>
                      <td>{threadName(index.trace.lanes[lane], t)}</td>
                      <td>{about.task}</td>
                      <td>
                        {about.state}
                        {about.stolen && `, ${t("stolen from another worker")}`}
                      </td>
                      <td>{about.duration}</td>
                      <td>
                        {location !== undefined && (
                          <button
                            class="link"
                            type="button"
                            onClick={() => {
                              onOpen(location.file, location.line);
                            }}
                          >
                            {about.place}
                          </button>
                        )}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          );
        })}
    </details>
  );
}
