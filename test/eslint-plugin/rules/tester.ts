/** RuleTesters for the ways in which people run the rules: with ESLint's own parser and with TypeScript's. */
import * as typescriptParser from "@typescript-eslint/parser";
import { RuleTester } from "eslint";

export const javascript = new RuleTester();

export const commonjs = new RuleTester({ languageOptions: { sourceType: "commonjs" } });

export const typescript = new RuleTester({ languageOptions: { parser: typescriptParser } });
