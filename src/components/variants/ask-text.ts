/** What a variant asks, in a sentence: by its kind, since its program is new each time. */

import { isAsked } from '../../course/ask/posing.ts';
import type { Question } from '../../course/kinds/schemas.ts';
import { isFixFunction, isPlaced } from '../../course/kinds/schemas.ts';
import type { Language } from '../../course/words/index.ts';
import { askInWords } from '../ask/key-file.ts';
import { practiceStrings } from '../practice/strings/index.ts';
import { fill } from '../strings/fill.ts';

export function askText(question: Question, language: Language): string {
  if (isFixFunction(question)) throw new Error('an edit has no variants');
  if (!isPlaced(question) && !isAsked(question)) return askInWords(question, language);
  const { ask } = practiceStrings(language).live;
  if (question.kind !== 'number') return (ask as Readonly<Record<string, string>>)[question.kind] ?? '';
  switch (question.of) {
    case 'heap-places':
      return question.function ? fill(ask['heap-places-in'], { function: question.function }) : ask['heap-places'];
    case 'waste-bytes':
      return fill(question.pointers ? ask['waste-bytes-pointers'] : ask['waste-bytes'], { size: question.size });
    case 'heap-goal':
      return fill(ask['heap-goal'], { liveMiB: question.liveMiB, gogc: question.gogc });
    default:
      return '';
  }
}
