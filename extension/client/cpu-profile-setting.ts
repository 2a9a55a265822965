/** How the settings name a CPU profile. */
import path from "node:path";

/** From the workspace's folder where it is in there, so that the setting holds for everybody; else the whole path. */
export function profileSetting(file: string, folder: string | undefined): string {
  if (folder === undefined) return file;
  const relative = path.relative(folder, file);
  const isInside = relative !== "" && !relative.startsWith("..") && !path.isAbsolute(relative);
  return isInside ? relative.split(path.sep).join("/") : file;
}
