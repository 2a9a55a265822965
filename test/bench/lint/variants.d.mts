/** `none`: no rule at all. `no-sync`: the peer. `direct`: without chains. `recommended`: all of ours. */
export declare const variants: readonly ("none" | "no-sync" | "direct" | "recommended")[];
