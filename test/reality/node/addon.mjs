/** Loads the addon `node-steps`, which brings the steps of known duration that JavaScript lacks. */
export function loadAddon(path) {
  const module = { exports: {} };
  process.dlopen(module, path);
  return module.exports;
}
