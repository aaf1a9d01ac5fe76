// `npm start`: serves the course from source, with reload on every change, and prints its address.
//
//   npm start [-- --port 4321] [-- --host]
import { parseArgs } from 'node:util';
import { dev } from 'astro';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '4321' }, host: { type: 'boolean', default: false } },
});
const server = await dev({
  root: new URL('..', import.meta.url).pathname,
  server: { port: Number(values.port), host: values.host },
  logLevel: 'warn',
});
const { port } = server.address;
console.log(`\nThe course is at http://localhost:${port}/\nCtrl+C stops it.`);
