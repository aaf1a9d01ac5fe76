/**
 * Reads what a lesson refers to: questions, programs, terms, links, images; and what a safe lesson must not have.
 *
 * It does not parse all of Markdown. In a safe pack code has to be evident - fences at the margin, spans that end on
 * their line - so that every parser agrees what is code; everything else that could be HTML is refused.
 */
import type { CheckName } from './checks.ts';

export interface Reference {
  readonly type: 'ask' | 'predict' | 'program' | 'term';
  readonly id: string;
  readonly offset: number;
}

export interface Link {
  readonly address: string;
  readonly offset: number;
  readonly image: boolean;
}

export interface LessonText {
  /** Offset of the front matter's YAML and its text; undefined without one. */
  readonly frontMatter: { readonly offset: number; readonly text: string } | undefined;
  readonly references: readonly Reference[];
  readonly links: readonly Link[];
  readonly anchors: ReadonlySet<string>;
  readonly problems: readonly { readonly check: CheckName; readonly message: string; readonly offset: number }[];
}

type Complain = (check: CheckName, message: string, offset: number) => void;

const DIRECTIVES: Readonly<Record<string, { readonly attribute: string; readonly type?: Reference['type'] }>> = {
  ask: { attribute: 'id', type: 'ask' },
  predict: { attribute: 'id', type: 'predict' },
  explore: { attribute: 'program', type: 'program' },
  term: { attribute: 'id', type: 'term' },
  board: { attribute: 'kind' },
  old: { attribute: '' },
};

/** The text with code and front matter as blanks of the same length: offsets stay. */
function withoutCode(text: string, from: number, safe: boolean, complain: Complain): string {
  const lines = text.split('\n');
  let offset = 0;
  let fence: { readonly mark: string; readonly offset: number } | undefined;
  const masked = lines.map((line) => {
    const start = offset;
    offset += line.length + 1;
    const blank = ' '.repeat(line.length);
    if (start < from) return blank;
    if (fence) {
      const close = /^(`{3,}|~{3,})[ \t]*\r?$/.exec(line)?.[1];
      if (close?.startsWith(fence.mark)) fence = undefined;
      return blank;
    }
    const open = /^(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
    if (open) {
      fence = { mark: open, offset: start };
      return blank;
    }
    if (safe && /^[ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)*~{3,}/.test(line))
      complain('code-not-closed', 'a code fence stands at the margin in a safe pack', start);
    return withoutSpans(line, start, safe, complain);
  });
  if (fence) complain('code-not-closed', 'this code fence is never closed', fence.offset);
  return masked.join('\n');
}

function withoutSpans(line: string, start: number, safe: boolean, complain: Complain): string {
  let result = '';
  for (let at = 0; at < line.length; ) {
    const character = line[at]!;
    if (character === '\\' && at + 1 < line.length) {
      result += `\\${line[at + 1] === '`' ? ' ' : line[at + 1]}`;
      at += 2;
    } else if (character === '`') {
      let end = at;
      while (line[end] === '`') end++;
      const close = closing(line, end, end - at);
      if (close < 0) {
        if (safe) complain('code-not-closed', 'this code span does not end on its line', start + at);
        result += ' '.repeat(end - at);
        at = end;
      } else {
        result += ' '.repeat(close - at);
        at = close;
      }
    } else {
      result += character;
      at++;
    }
  }
  return result;
}

/** The offset behind the run of exactly `length` backticks that follows, -1 without one. */
function closing(line: string, from: number, length: number): number {
  for (let at = line.indexOf('`', from); at >= 0; at = line.indexOf('`', at)) {
    let end = at;
    while (line[end] === '`') end++;
    if (end - at === length) return end;
    at = end;
  }
  return -1;
}

/** Why an address must not be in a pack; undefined when it may. */
export function unsafeAddress(address: string): string | undefined {
  if (/[\\\p{Cc}]/u.test(address)) return 'an address has no backslash and no control characters';
  if (/&(?:#|[a-z][a-z0-9]*;)/i.test(address.replaceAll('&amp;', ''))) return 'an address has no character references';
  if (address.startsWith('//')) return 'an address names its scheme';
  const scheme = /^[^/?#]*?:/.exec(address)?.[0]?.toLowerCase();
  if (scheme === undefined || ['https:', 'http:', 'mailto:'].includes(scheme)) return undefined;
  return `the address starts with "${scheme}"`;
}

function linksOf(body: string, text: string, safe: boolean, complain: Complain): Link[] {
  const links: Link[] = [];
  const add = (address: string, offset: number, image: boolean): void => {
    const why = unsafeAddress(address);
    if (why) complain('unsafe-address', why, offset);
    else links.push({ address, offset, image });
  };
  // Inline links and images; the address may stand on the next line.
  for (const match of body.matchAll(/\]\(\s*(?:<([^>\n]{0,2000})>|([^\s)]*))/g))
    add(match[1] ?? match[2]!, match.index + 2, false);
  // Definitions, [name]: address. Where exactly they may stand is Markdown's affair: a bad address is refused anywhere.
  const definitions = new Set(
    [...body.matchAll(/^[ \t>]*\[[^\]\n]{1,300}\]:/gm)].map(({ index, 0: all }) => index + all.length),
  );
  for (const match of body.matchAll(/\]:\s*(?:<([^>\n]{0,2000})>|(\S{1,2000}))/g)) {
    const address = match[1] ?? match[2]!;
    if (definitions.has(match.index + 2) || /^[a-z][a-z0-9+.-]*[:&\\]/i.test(address))
      add(address, match.index + 2, false);
  }
  for (const match of body.matchAll(/!\[(\s{0,300})\]/g))
    if (text.slice(match.index + 2, match.index + 2 + match[1]!.length).trim() === '')
      complain('missing-alt-text', 'an image says in words what it shows', match.index);
  for (const match of body.matchAll(/<([a-z][a-z0-9+.-]*:[^\s<>]*)>/gi)) add(match[1]!, match.index, false);
  if (safe) return links;
  for (const match of body.matchAll(/\b(?:href|src)="([^"]*)"/g)) add(match[1]!, match.index, false);
  for (const match of body.matchAll(/<img\b(?![^>]{0,1000}\balt=")[^>]{0,1000}>/g))
    complain('missing-alt-text', 'an image says in words what it shows', match.index);
  return links;
}

function directivesOf(body: string, complain: Complain): Reference[] {
  const references: Reference[] = [];
  for (const match of body.matchAll(
    /(?:^|(?<=[\s(]))(:{1,3})([a-z]+)(?:\[[^\]\n]{0,300}\])?(?:\{([^}\n]{0,300})\})?/gm,
  )) {
    const [whole, colons, name, attributes] = match as unknown as [string, string, string, string | undefined];
    const known = Object.hasOwn(DIRECTIVES, name) ? DIRECTIVES[name] : undefined;
    if (colons === ':' && attributes === undefined && !whole.endsWith(']')) continue;
    if (!known) {
      complain('unknown-directive', `there is no directive "${name}"`, match.index);
      continue;
    }
    const found = /^\s*([a-z]+)=(?:"([^"]*)"|([\w/-]+))\s*$/.exec(attributes ?? '');
    if (known.attribute !== '' && found?.[1] !== known.attribute)
      complain('unknown-directive', `the directive "${name}" has one attribute: ${known.attribute}`, match.index);
    else if (known.type) references.push({ type: known.type, id: found![2] ?? found![3]!, offset: match.index });
  }
  return references;
}

const COMPONENTS: Readonly<Record<string, Reference['type']>> = {
  Ask: 'ask',
  Predict: 'predict',
  Explore: 'program',
  Heard: 'program',
  Term: 'term',
};

function componentsOf(body: string): Reference[] {
  return [...body.matchAll(/<(Ask|Predict|Explore|Heard|Term)\b[^>]{0,300}?\b(?:id|program)="([^"]{0,200})"/g)].map(
    (match) => ({
      type: COMPONENTS[match[1]!]!,
      id: match[2]!,
      offset: match.index,
    }),
  );
}

function refuseHtml(body: string, complain: Complain): void {
  for (const match of body.matchAll(/<(?=[a-z/!?])/gi)) {
    if (/^<[a-z][a-z0-9+.-]{1,31}:[^\s<>]*>/i.test(body.slice(match.index, match.index + 2000))) continue;
    complain('raw-html', 'a safe pack has no HTML; write code in backticks', match.index);
  }
}

/** As the site makes them from headings. */
function anchorsOf(text: string): Set<string> {
  const headings = [...text.matchAll(/^#{1,6}[ \t]+(.{1,200}?)[ \t]*#{0,6}\r?$/gm)].map((match) =>
    match[1]!.toLowerCase(),
  );
  return new Set(headings.map((heading) => heading.replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-')));
}

export function readLesson(text: string, safe: boolean): LessonText {
  const problems: { check: CheckName; message: string; offset: number }[] = [];
  const complain: Complain = (check, message, offset) => void problems.push({ check, message, offset });
  const matter = /^---\r?\n([\s\S]*?)^---[ \t]*\r?(?:\n|$)/m.exec(text);
  const hasMatter = matter !== null && matter.index === 0;
  const body = withoutCode(text, hasMatter ? matter[0].length : 0, safe, complain);
  if (safe) refuseHtml(body, complain);
  const references = safe ? directivesOf(body, complain) : componentsOf(body);
  return {
    frontMatter: hasMatter ? { offset: matter[0].indexOf('\n') + 1, text: matter[1]! } : undefined,
    references,
    links: linksOf(body, text, safe, complain),
    anchors: anchorsOf(text),
    problems,
  };
}
