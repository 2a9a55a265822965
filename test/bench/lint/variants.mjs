/** What ESLint's time is compared with what: each variant is a list of configurations. */

/** `none`: no rule at all. `no-sync`: the peer. `direct`: without chains. `recommended`: all of ours. */
export const variants = ["none", "no-sync", "direct", "recommended"];

/** Loads only what the variant needs: loading is part of the time. */
export async function configsOf(variant) {
  switch (variant) {
    case "none":
      return [];
    case "no-sync": {
      const { default: n } = await import("eslint-plugin-n");
      return [{ plugins: { n }, rules: { "n/no-sync": "error" } }];
    }
    case "direct": {
      const { default: unblock } = await import("eslint-plugin-unblock");
      return [
        {
          plugins: { unblock },
          rules: { "unblock/no-blocking-call": "error", "unblock/no-busy-wait": "error" },
        },
      ];
    }
    case "recommended": {
      const { default: unblock } = await import("eslint-plugin-unblock");
      return [unblock.configs.recommended];
    }
    default:
      throw new Error(`no variant is called ${variant}`);
  }
}
