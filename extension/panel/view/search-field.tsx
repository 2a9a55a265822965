import { useId, useState } from "preact/hooks";
import { useWords } from "./words.js";

/** Goes from one find to the next with Enter. */
export function SearchField({ onFind }: { onFind: (query: string) => boolean }) {
  const { t } = useWords();
  const id = useId();
  const [query, setQuery] = useState("");
  const [missed, setMissed] = useState(false);
  return (
    <form
      class="search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        setMissed(query.trim() !== "" && !onFind(query));
      }}
    >
      <label for={id} class="only-read">
        {t("Search for a task, step, thread or line")}
      </label>
      <input
        id={id}
        type="search"
        placeholder={t("Search, Enter for the next")}
        value={query}
        onInput={({ currentTarget: { value } }) => {
          setQuery(value);
          setMissed(false);
        }}
      />
      <span role="status">{missed ? t("nothing found") : ""}</span>
    </form>
  );
}
