/**
 * Takes comments, blanks and the names of local variables out of the JavaScript that a package ships; its types keep their documentation. Run by
 * `prepack`, in the package's folder. The code does the same as before, so nothing has to be put back.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { transformSync } from "esbuild";

for (const name of readdirSync("dist", { recursive: true, encoding: "utf8" })) {
  if (!/\.m?js$/.test(name)) continue;
  const file = path.join("dist", name);
  const { code } = transformSync(readFileSync(file, "utf8"), {
    legalComments: "none",
    minify: true,
    target: "node20",
  });
  writeFileSync(file, code);
}
