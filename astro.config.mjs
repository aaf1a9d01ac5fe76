import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

// BASE: the sub-path of the host, `/course/` for example. OUT: where the built site goes.
export default defineConfig({
  base: process.env.BASE ?? '/',
  outDir: process.env.OUT ?? 'dist',
  trailingSlash: 'always',
  integrations: [mdx({ optimize: true })],
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  // Files only, nothing inline: the built site runs under script-src 'self' 'wasm-unsafe-eval'; style-src 'self'.
  build: { inlineStylesheets: 'never', assets: '_' },
  vite: {
    build: {
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 800,
      // One style sheet for all pages, and one file for what their scripts share: few requests, cached once.
      cssCodeSplit: false,
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              {
                name: 'shared',
                test: /components\/(dom|engine|strings|progress|why|lesson|code\/(code-block|model)|predict\/problem)|src\/course\/(?!kinds\/(?:runtime|size-class|tiny-blocks|span-objects|page-placement|allocation-path|reuse-order|stack-growth|prologue|hot-split|shrink|spot-outdated)\/)|worker\/protocol|vite\/preload/,
              },
            ],
          },
        },
      },
    },
    // The engine reads Go with its own recogniser: the page needs no second parser.
    worker: {
      format: 'es',
      rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /web-tree-sitter/, sideEffects: false }] } },
    },
    optimizeDeps: {
      // Named here so that the dev server prepares them at once and does not reload the page at the first Edit.
      include: [
        '@codemirror/commands',
        '@codemirror/lang-go',
        '@codemirror/language',
        '@codemirror/state',
        '@codemirror/view',
      ],
    },
  },
});
