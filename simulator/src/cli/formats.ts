/** The formats that commands print in. */
export const formats = ["text", "json", "markdown", "html", "svg", "trace"] as const;
export type Format = (typeof formats)[number];
