/** The way to the client: the only place that touches VS Code's webview interface. */
import {
  isClientMessage,
  isPanelState,
  type ClientMessage,
  type PanelBootstrap,
  type PanelMessage,
  type PanelState,
} from "../protocol.js";

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

export interface Host {
  readonly post: (message: PanelMessage) => void;
  /** What the panel saved before it was reloaded or hidden; empty where that is unreadable. */
  readonly restore: () => PanelState;
  readonly save: (state: PanelState) => void;
  /** Hears the client's messages; anything of another shape is dropped. Returns how to stop. */
  readonly listen: (hear: (message: ClientMessage) => void) => () => void;
}

/** May be called once: VS Code hands its interface out only once. */
export function connectHost(): Host {
  const api = acquireVsCodeApi();
  return {
    post: (message) => {
      api.postMessage(message);
    },
    restore: () => {
      const state = api.getState();
      return isPanelState(state) ? state : {};
    },
    save: (state) => {
      api.setState(state);
    },
    listen: (hear) => {
      const listener = ({ data }: MessageEvent<unknown>) => {
        if (isClientMessage(data)) hear(data);
      };
      window.addEventListener("message", listener);
      return () => {
        window.removeEventListener("message", listener);
      };
    },
  };
}

/** What the client wrote into the page; English where it cannot be read. */
export function readBootstrap(root: HTMLElement): PanelBootstrap {
  const english: PanelBootstrap = { locale: "en", messages: {} };
  try {
    const value: unknown = JSON.parse(root.dataset["bootstrap"] ?? "{}");
    if (typeof value !== "object" || value === null) return english;
    const { locale, messages } = value as Partial<Record<keyof PanelBootstrap, unknown>>;
    return {
      locale: typeof locale === "string" && isLocale(locale) ? locale : english.locale,
      messages: Object.fromEntries(
        Object.entries(messages ?? {}).filter(
          (entry): entry is [string, string] => typeof entry[1] === "string",
        ),
      ),
    };
  } catch {
    return english;
  }
}

function isLocale(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length === 1;
  } catch {
    return false;
  }
}
