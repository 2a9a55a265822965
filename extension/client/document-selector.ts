/** Languages and kinds of documents that Unblock reads. Not `git:` and the like: those are the past. */
export const documentSelector = ["file", "untitled", "vscode-vfs"].flatMap((scheme) =>
  ["javascript", "javascriptreact", "typescript", "typescriptreact"].map((language) => ({
    scheme,
    language,
  })),
);
