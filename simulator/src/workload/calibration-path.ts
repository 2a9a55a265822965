/** Where the calibration of this machine lies, for the command that writes it and for the editor. */
import { homedir } from "node:os";
import path from "node:path";

/** `unblock/calibration-v1.json` in the user's cache folder: XDG_CACHE_HOME, or what the platform has in its place. */
export function calibrationFile(): string {
  return path.join(cacheFolder(), "unblock", "calibration-v1.json");
}

function cacheFolder(): string {
  const { LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
  if (XDG_CACHE_HOME !== undefined && path.isAbsolute(XDG_CACHE_HOME)) return XDG_CACHE_HOME;
  if (process.platform === "darwin") return path.join(homedir(), "Library", "Caches");
  if (process.platform === "win32" && LOCALAPPDATA !== undefined) return LOCALAPPDATA;
  return path.join(homedir(), ".cache");
}
