/** The one engine of a page, started when first asked for. */
import type { EngineClient } from '../worker/client.ts';

let client: Promise<EngineClient> | undefined;

export function engine(): Promise<EngineClient> {
  client ??= import('../worker/client.ts').then(({ startEngine }) => startEngine());
  client.catch(() => {
    client = undefined;
  });
  return client;
}
