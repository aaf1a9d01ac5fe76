import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { offline } from './tools/offline.ts';
import { packs } from './tools/packs.ts';

// Scripts that belong together are one file, cached once: what every page runs, and what the first touch fetches.
const FILES = {
  page: [
    'src/analyzer/base/versions',
    'src/components/dom',
    'src/components/on-touch',
    'src/components/build/address',
    'src/components/strings/fill',
    'src/components/offline/register',
    'src/components/progress/returning',
    'src/components/search/site-search',
    'src/components/layout/',
    'vite/preload',
  ],
  progress: [
    'src/components/progress/',
    'src/components/lesson/lesson-progress',
    'src/components/review/due-count',
    'src/components/record/catalog',
    'src/course/json',
    'src/course/progress/',
    'src/course/review/',
    'node_modules/idb',
  ],
  code: [
    'src/components/engine',
    'src/components/code/code-block',
    'src/components/code/model',
    'src/components/predict/problem',
    'src/worker/protocol',
    'src/course/beliefs',
    'src/course/span',
  ],
};

// Warnings about the code of others, a box of text for each lesson: a directive that Astro puts into MDX, and an eval in
// web-tree-sitter that this course does not reach (the site's policy forbids it).
const QUIET = { moduleLevelDirective: false, eval: false };

// SITE: the host, `https://example.org`, for the cards of shared links. BASE: its sub-path, `/course/` for example. OUT: where the built site goes.
export default defineConfig({
  site: process.env.SITE,
  base: process.env.BASE ?? '/',
  outDir: process.env.OUT ?? 'dist',
  trailingSlash: 'always',
  integrations: [mdx({ optimize: true }), packs({ folders: [] }), offline()],
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
        checks: QUIET,
        output: {
          codeSplitting: {
            groups: Object.entries(FILES).map(([name, parts]) => ({
              name,
              test: (id) => parts.some((part) => id.includes(part)),
            })),
          },
        },
      },
    },
    worker: { format: 'es', rolldownOptions: { checks: QUIET } },
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
