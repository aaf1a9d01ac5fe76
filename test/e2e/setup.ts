/** Builds the site once, for a sub-path, and serves it to all browser tests. */
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
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
  const env = { ...process.env, BASE, OUT: dist, NODE_ENV: 'production' };
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
    rmSync(dist, { recursive: true, force: true });
  };
}
