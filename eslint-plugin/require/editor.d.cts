import type * as Module from "../dist/editor.js" with { "resolution-mode": "import" };

export type * from "../dist/editor.js" with { "resolution-mode": "import" };
export declare const createEditorPlugin: typeof Module.createEditorPlugin;
export declare const programOnly: typeof Module.programOnly;
