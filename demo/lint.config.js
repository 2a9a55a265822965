import parser from "@typescript-eslint/parser";
import unblock from "eslint-plugin-unblock";

export default [
  {
    ...unblock.configs.recommended,
    files: ["**/*.ts"],
    languageOptions: { parser },
  },
];
