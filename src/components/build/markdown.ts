/**
 * A safe lesson's Markdown as blocks: HTML that is made here, node by node, and the places of questions, programs and
 * boards. The pack was checked before; what this file does not know is refused all the same, so nothing of a pack's text
 * can become a tag, a script or an address of another scheme.
 */
import { markdownToMdast } from 'satteri';
import { unsafeAddress } from '../../course/pack/markdown.ts';

export type Block =
  | { readonly type: 'html'; readonly html: string }
  | { readonly type: 'ask' | 'predict' | 'explore' | 'board'; readonly name: string };

export interface Heading {
  readonly slug: string;
  readonly text: string;
}

export interface SafeLesson {
  readonly blocks: readonly Block[];
  /** Those of the second level. */
  readonly headings: readonly Heading[];
}

type Tree = Extract<ReturnType<typeof markdownToMdast>, { readonly type: 'root' }>;

/** A node as the parser gives it; directives are not among the types that its tree names. */
type Node = Tree['children'][number] | Directive;
interface Directive {
  readonly type: 'textDirective' | 'leafDirective' | 'containerDirective';
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function plain(nodes: readonly Node[]): string {
  return nodes.map((node) => ('value' in node ? node.value : 'children' in node ? plain(node.children) : '')).join('');
}

/** As the checks make them of a heading (course/pack/markdown.ts). */
function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

const BLOCKS: Readonly<Record<string, readonly ['ask' | 'predict' | 'explore' | 'board', string]>> = {
  ask: ['ask', 'id'],
  predict: ['predict', 'id'],
  explore: ['explore', 'program'],
  board: ['board', 'kind'],
};

class Writer {
  readonly #file: string;
  readonly #images: string;

  constructor(file: string, images: string) {
    this.#file = file;
    this.#images = images;
  }

  #refuse(what: string): never {
    throw new Error(`${this.#file}: ${what}`);
  }

  #address(url: string): string {
    const why = unsafeAddress(url);
    return why ? this.#refuse(why) : escaped(url);
  }

  /** Images lie beside the pack's pages, wherever the lesson's language folder is. */
  #image(url: string): string {
    const inside = /^(?:\.\.\/)*(images\/[\w/.-]+)$/.exec(url)?.[1];
    return inside && !inside.includes('..') ? this.#images + inside : this.#refuse(`no image of the pack: ${url}`);
  }

  all(nodes: readonly Node[]): string {
    return nodes.map((node) => this.one(node)).join('');
  }

  #cells(nodes: readonly Node[], tag: 'th' | 'td'): string {
    return nodes.map((cell) => `<${tag}>${'children' in cell ? this.all(cell.children) : ''}</${tag}>`).join('');
  }

  one(node: Node): string {
    switch (node.type) {
      case 'text':
        return escaped(node.value);
      case 'inlineCode':
        return `<code>${escaped(node.value)}</code>`;
      case 'code':
        return `<pre tabindex="0"><code>${escaped(node.value)}</code></pre>`;
      case 'heading':
        return `<h${node.depth} id="${escaped(slugOf(plain(node.children)))}">${this.all(node.children)}</h${node.depth}>`;
      case 'paragraph':
        return `<p>${this.all(node.children)}</p>`;
      case 'emphasis':
        return `<em>${this.all(node.children)}</em>`;
      case 'strong':
        return `<strong>${this.all(node.children)}</strong>`;
      case 'delete':
        return `<del>${this.all(node.children)}</del>`;
      case 'blockquote':
        return `<blockquote>${this.all(node.children)}</blockquote>`;
      case 'list':
        return node.ordered
          ? `<ol start="${Number(node.start ?? 1)}">${this.all(node.children)}</ol>`
          : `<ul>${this.all(node.children)}</ul>`;
      case 'listItem':
        return `<li>${this.all(node.children)}</li>`;
      case 'thematicBreak':
        return '<hr>';
      case 'break':
        return '<br>';
      case 'link':
        return `<a href="${this.#address(node.url)}">${this.all(node.children)}</a>`;
      case 'image':
        return `<img src="${this.#image(node.url)}" alt="${escaped(node.alt ?? '')}" loading="lazy">`;
      case 'table': {
        const [head, ...rows] = node.children;
        const body = rows.map((row) => `<tr>${this.#cells(row.children, 'td')}</tr>`).join('');
        return `<table><thead><tr>${this.#cells(head!.children, 'th')}</tr></thead><tbody>${body}</tbody></table>`;
      }
      case 'textDirective':
        return node.name === 'term'
          ? `<em>${this.all(node.children)}</em>`
          : this.#refuse(`a directive in a line: ${node.name}`);
      case 'containerDirective':
        return node.name === 'old'
          ? `<div class="note">${this.all(node.children)}</div>`
          : this.#refuse(`a container: ${node.name}`);
      default:
        return this.#refuse(`Markdown that a safe pack does not use: ${node.type}`);
    }
  }
}

/** `images`: the address of the pack's folder of files. */
export function safeLesson(file: string, text: string, images: string): SafeLesson {
  const body = text.replace(/^---\r?\n[\s\S]*?^---[ \t]*\r?$/m, '');
  const tree = markdownToMdast(body, { features: { directive: true } }) as Tree;
  const nodes: readonly Node[] = tree.children;
  const writer = new Writer(file, images);
  const blocks = nodes.map((node): Block => {
    const known = node.type === 'leafDirective' ? BLOCKS[node.name] : undefined;
    const name = known && (node as Directive).attributes?.[known[1]];
    return known && name ? { type: known[0], name } : { type: 'html', html: writer.one(node) };
  });
  const headings = nodes.flatMap((node) =>
    node.type === 'heading' && node.depth === 2
      ? [{ slug: slugOf(plain(node.children)), text: plain(node.children) }]
      : [],
  );
  return { blocks, headings };
}
