// The build: one HTML file with script and style inside, and a content security policy that lets nothing else run.
import { defineConfig } from "vitest/config";
import { oneFile } from "./one-file";

export default defineConfig({
  esbuild: { jsx: "automatic", jsxImportSource: "preact", legalComments: "none" },
  build: {
    outDir: "../src/sayso/report/static",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: false,
    cssCodeSplit: false,
    rollupOptions: { input: "report.html" },
  },
  plugins: [oneFile()],
  test: { include: ["test/**/*.test.ts", "test/**/*.test.tsx"] },
});
