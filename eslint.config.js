// The rules for the modules of our pages: the same sizes as the Python rooms, and nothing that talks to a network.
import js from "@eslint/js";
import globals from "globals";

const requests = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource"].map((name) => ({
  name,
  message: "A page of ours makes no request.",
}));

export default [
  { ignores: ["dist/", "node_modules/", ".venv/"] },
  js.configs.recommended,
  {
    files: ["templates/**/*.js"],
    languageOptions: { ecmaVersion: 2020, sourceType: "module", globals: globals.browser },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "eqeqeq": "error",
      "max-len": ["error", { code: 128, ignoreUrls: true }],
      "max-lines": ["error", 400],
      "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-restricted-globals": ["error", ...requests],
      "no-restricted-syntax": [
        "error",
        { selector: "AssignmentExpression > MemberExpression[property.name='innerHTML']", message: "Build nodes instead." },
      ],
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  { files: ["templates/preview/*.js"], rules: { "no-restricted-globals": "off" } }, // it asks the server that it comes from
];
