/** A host as dumb as they come: files below a sub-path, no rewrites; with the policy that the site promises to keep. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { createGzip } from 'node:zlib';

export const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.go': 'text/plain; charset=utf-8',
};

/** `gzip`: texts are sent compressed, as hosts do. */
export async function serve(
  folder: string,
  base: string,
  { gzip = false } = {},
): Promise<{ address: string; server: Server }> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url!, 'http://localhost').pathname);
    const inside = path.startsWith(base) ? normalize(path.slice(base.length)) : undefined;
    let file = inside === undefined || inside.startsWith('..') ? undefined : join(folder, inside);
    if (file && existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    const exists = file !== undefined && existsSync(file);
    const answered = exists ? file! : join(folder, '404.html');
    const type = TYPES[extname(answered)] ?? 'application/octet-stream';
    const packed = gzip && !type.startsWith('font/') && !type.startsWith('application/octet');
    response.writeHead(exists ? 200 : 404, {
      'content-type': type,
      'content-security-policy': POLICY,
      'cache-control': 'max-age=60',
      ...(packed ? { 'content-encoding': 'gzip' } : {}),
    });
    if (packed && existsSync(answered)) createReadStream(answered).pipe(createGzip()).pipe(response);
    else if (existsSync(answered)) createReadStream(answered).pipe(response);
    else response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`, server };
}
