import js from "@eslint/js";
import prettier from "eslint-config-prettier";
import eslintPlugin from "eslint-plugin-eslint-plugin";
import { defineConfig, globalIgnores } from "eslint/config";
import unblock from "eslint-plugin-unblock";
import tseslint from "typescript-eslint";

export default defineConfig(
  globalIgnores(["**/dist/", "test/fixtures/", "test/e2e/screenshots/", "**/target/"]),
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/switch-exhaustiveness-check": "off",
      eqeqeq: "error",
    },
  },
  {
    ...unblock.configs.recommended,
    files: ["{eslint-plugin,simulator,spawn-blocking}/src/**/*.ts", "extension/**/*.{ts,tsx}"],
    // A command is alone in its process, and the probe in its thread: nobody waits behind them.
    ignores: ["simulator/src/cli/**", "extension/server/probe/**"],
  },
  {
    ...eslintPlugin.configs.recommended,
    files: ["eslint-plugin/src/rules/*.ts", "test/eslint-plugin/rules/**/*.ts"],
  },
  {
    files: ["**/*.{js,cjs,mjs}"],
    languageOptions: {
      globals: {
        console: "readonly",
        performance: "readonly",
        process: "readonly",
        URL: "readonly",
      },
    },
  },
  {
    files: ["**/*.cjs"],
    languageOptions: {
      sourceType: "commonjs",
      globals: { require: "readonly", module: "writable", __dirname: "readonly" },
    },
  },
  prettier,
);
