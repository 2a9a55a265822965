import type * as Module from "../dist/analysis/index.js" with { "resolution-mode": "import" };

export type * from "../dist/analysis/index.js" with { "resolution-mode": "import" };
export declare const createModuleFinder: typeof Module.createModuleFinder;
export declare const createProject: typeof Module.createProject;
export declare const defaultContexts: typeof Module.defaultContexts;
