/** Reads YAML of a pack with the place of every value, and with limits: any text ends soon, and none of it is code. */
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import type { Position } from '../course/pack/checks.ts';
import { packLimits } from '../course/pack/files.ts';
import type { ValuePath, YamlComplaint, YamlReading } from '../course/pack/yaml.ts';

const START: Position = { line: 1, col: 1 };

export function readYaml(text: string): YamlReading {
  const broken = (check: YamlComplaint['check'], message: string, at: Position = START): YamlReading => ({
    data: undefined,
    complaints: [{ check, message, ...at }],
    locate: () => START,
  });
  const lines = new LineCounter();
  if (text.split('\n', packLimits.yamlLines + 1).length > packLimits.yamlLines)
    return broken('yaml-syntax', `more than ${packLimits.yamlLines} lines`);
  const deep = tooDeep(text);
  if (deep) return broken('yaml-syntax', `nested deeper than ${packLimits.yamlDepth} levels`, deep);
  let document: Document.Parsed;
  try {
    document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, version: '1.2', prettyErrors: false });
  } catch (error) {
    return broken('yaml-syntax', error instanceof RangeError ? 'nested too deep' : String(error));
  }
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), col: Math.max(1, col) };
  };
  const complaints: YamlComplaint[] = [...document.errors, ...document.warnings]
    .slice(0, 20)
    .map(({ message, pos }) => ({ check: 'yaml-syntax', message, ...place(pos[0]) }));
  complaints.push(...referencesIn(document, place));
  if (complaints.length > 0) return { data: undefined, complaints, locate: () => START };
  try {
    const data: unknown = document.toJS({ maxAliasCount: 0 });
    return { data, complaints, locate: (path, key) => locate(document, path, key, place) };
  } catch (error) {
    return broken('yaml-aliases', error instanceof Error ? error.message : String(error));
  }
}

/** Brackets and indentation nest; both are counted before the parser, which recurses, sees them. */
function tooDeep(text: string): Position | undefined {
  let depth = 0;
  for (const [index, line] of text.split('\n').entries()) {
    let col = 0;
    if (/^(?:\s*[-?:]\s){41}/.test(line)) return { line: index + 1, col: 1 };
    for (const character of line) {
      col++;
      if (character === '[' || character === '{') depth++;
      else if ((character === ']' || character === '}') && depth > 0) depth--;
      if (depth > packLimits.yamlDepth) return { line: index + 1, col };
    }
  }
  return undefined;
}

/** What a pack's YAML must not have: aliases, tags, a key twice. The parser's own search for keys is quadratic. */
function referencesIn(document: Document.Parsed, place: (offset: number) => Position): YamlComplaint[] {
  const complaints: YamlComplaint[] = [];
  let aliases = 0;
  visit(document, {
    Map(_key, node) {
      const keys = new Set<unknown>();
      for (const { key } of node.items) {
        const name = isScalar(key) ? key.value : undefined;
        const at = place((isNode(key) ? key.range?.[0] : undefined) ?? 0);
        if (typeof name !== 'string' && typeof name !== 'number')
          complaints.push({ check: 'yaml-syntax', message: 'a key is a word or a number', ...at });
        if (keys.has(name))
          complaints.push({ check: 'yaml-syntax', message: `the key "${String(name)}" occurs twice`, ...at });
        keys.add(name);
        if (complaints.length > 20) return visit.BREAK;
      }
      return undefined;
    },
    Node(_key, node) {
      const at = place(node.range?.[0] ?? 0);
      if (isAlias(node) && ++aliases === 1)
        complaints.push({ check: 'yaml-aliases', message: 'a pack repeats itself in full: no aliases', ...at });
      if (!isAlias(node) && node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:'))
        complaints.push({ check: 'yaml-syntax', message: `a pack has no tags: ${node.tag}`, ...at });
      return complaints.length > 20 ? visit.BREAK : undefined;
    },
  });
  return complaints;
}

function locate(
  document: Document.Parsed,
  path: ValuePath,
  key: string | undefined,
  place: (offset: number) => Position,
): Position {
  let node: Node | null = document.contents;
  let best = node;
  for (const part of path) {
    const next = child(node, part);
    if (!next) break;
    node = next;
    best = next;
  }
  if (key !== undefined && isMap(best)) {
    const pair = best.items.find((each) => isScalar(each.key) && String(each.key.value) === key);
    if (pair && isNode(pair.key)) best = pair.key as Node;
  }
  return place(best?.range?.[0] ?? 0);
}

function child(node: Node | null, part: string | number): Node | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(part)];
    return isNode(item) ? item : undefined;
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find((each) => isPair(each) && isScalar(each.key) && String(each.key.value) === String(part));
  if (!pair) return undefined;
  return isNode(pair.value) ? pair.value : isNode(pair.key) ? pair.key : undefined;
}
