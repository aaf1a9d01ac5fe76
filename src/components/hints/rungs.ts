/** Rungs of the hint ladder whose words are made from the answer: they are put in when the rung is opened, not before. */
import { find, findAll, rich } from '../dom.ts';

interface Hinted extends HTMLElement {
  hintSource?: () => Promise<readonly string[]>;
}

/** They lie beside the keys: one file for a lesson. */
async function ofLesson({ dataset }: HTMLElement): Promise<readonly string[]> {
  const [, name] = dataset.question!.split('/') as [string, string];
  const response = await fetch(dataset.key!.replace(/keys\/([^/]+\/[^/]+)\/[^/]+$/, 'hints/$1.json'));
  return ((await response.json()) as Readonly<Record<string, readonly string[]>>)[name]!;
}

export function fillRungs(question: Hinted): void {
  const fill = async (rung: HTMLDetailsElement) => {
    if (!rung.open || !rung.dataset.rung || find(rung, 'p').hasChildNodes()) return;
    try {
      const ladder = await (question.hintSource ?? (() => ofLesson(question)))();
      find(rung, 'p').replaceChildren(rich(ladder[Number(rung.dataset.rung)]!));
    } catch {
      // Without a network there is no hint: the rung closes and can be opened again.
      rung.open = false;
    }
  };
  question.addEventListener('toggle', ({ target }) => void fill(target as HTMLDetailsElement), true);
  // What was opened before this code was there.
  for (const rung of findAll<HTMLDetailsElement>(question, '.hints details[open]')) void fill(rung);
}
