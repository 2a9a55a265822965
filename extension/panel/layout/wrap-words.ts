/**
 * Breaks a text into lines at its spaces.
 * @param width that no line is to exceed, in the unit of `measure`; a single longer word stays whole
 */
export function wrapWords(
  text: string,
  width: number,
  measure: (words: string) => number,
): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/ +/u).filter((each) => each !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && measure(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}
