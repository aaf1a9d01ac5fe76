/** Builds the site once, for a sub-path and with a visitor's pack mounted, and serves it to all browser tests. */
import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { newPack } from '../../src/course/pack/skeleton.ts';
import { serve } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the served site, with its sub-path and a slash. */
    site: string;
    /** Folder of the built site. */
    dist: string;
  }
}

const BASE = '/some/where/';

export default async function setup(project: TestProject): Promise<() => void> {
  const root = resolve(import.meta.dirname, '../..');
  const dist = join(root, `node_modules/.cache/site-under-test-${process.pid}`);
  const visitor = `${dist}-pack`;
  for (const [path, text] of Object.entries(newPack('visitor', '0.1.0'))) {
    mkdirSync(dirname(join(visitor, path)), { recursive: true });
    writeFileSync(join(visitor, path), text);
  }
  const env = { ...process.env, BASE, OUT: dist, PACKS: visitor, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, ['tools/run.mjs', 'astro', 'build'], {
    cwd: root,
    env,
    maxBuffer: 1 << 26,
  }).catch((error: { stdout: string; stderr: string }) => {
    throw new Error(`the site does not build:\n${error.stdout}\n${error.stderr}`);
  });
  const { address, server } = await serve(dist, BASE);
  project.provide('site', address);
  project.provide('dist', dist);
  return () => {
    server.closeAllConnections();
    server.close();
    for (const folder of [dist, visitor]) rmSync(folder, { recursive: true, force: true });
  };
}
