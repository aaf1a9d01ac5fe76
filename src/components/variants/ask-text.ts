/** What a variant asks, in a sentence: by its kind, since its program is new each time. */

import { isAsked } from '../../course/ask/posing.ts';
import type { Question } from '../../course/kinds/schemas.ts';
import { isFixFunction, isPlaced } from '../../course/kinds/schemas.ts';
import { claimWords } from '../../course/words/claims.ts';
import type { Language } from '../../course/words/index.ts';
import { askInWords } from '../ask/key-file.ts';
import type { PracticeStrings } from '../practice/strings/en.ts';
import { practiceStrings } from '../practice/strings/index.ts';
import { fill } from '../strings/fill.ts';

export function askText(question: Question, language: Language): string {
  if (isFixFunction(question)) throw new Error('an edit has no variants');
  if (!isPlaced(question) && !isAsked(question)) return askInWords(question, language);
  const { ask } = practiceStrings(language).live;
  switch (question.kind) {
    case 'number':
      return askNumber(question, ask);
    case 'true-false':
      return question.of === 'refutes' ? fill(ask.refutes, { sentence: claimWords[question.claim]![language] }) : '';
    case 'choice':
      return question.of === 'edits'
        ? fill(ask[`edit-${question.goal}`], { mark: question.mark, replace: question.replace.trim() })
        : '';
    default:
      return (ask as Readonly<Record<string, string>>)[question.kind] ?? '';
  }
}

function askNumber(question: Extract<Question, { kind: 'number' }>, ask: PracticeStrings['live']['ask']): string {
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
