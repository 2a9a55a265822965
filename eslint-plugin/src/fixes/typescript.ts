/** Files whose code a compiler checks the types of. */
const typescript = /\.(?:[cm]?tsx?|vue|svelte|astro)$/u;

export function isTypeScript(filename: string): boolean {
  return typescript.test(filename);
}
