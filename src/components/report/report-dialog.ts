/** "Report this question": a dialog with the prepared text, to copy. Nothing is sent. */
import { defaultGoVersion, pinnedToolchain } from '../../analyzer/base/versions.ts';
import { findAll, h, learningWords, toClipboard } from '../dom.ts';
import { ENGINE_VERSION, packOf } from '../progress/store.ts';
import { issueText } from './issue-text.ts';

/** As it is read: what stands apart on the page stands apart here. */
function readText(element: HTMLElement | null): string {
  return (element?.innerText ?? '')
    .replace(/[ \t]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

function textOf(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The fields of a question as lines: what was asked, what was chosen, typed or put in order. */
function answersIn(question: HTMLElement): string[] {
  const ticked = findAll<HTMLInputElement>(question, 'input:checked').map((input) => {
    const group = input.closest('fieldset, [role=radiogroup]');
    const asked =
      textOf(group?.querySelector('legend')) ||
      textOf(document.getElementById(group?.getAttribute('aria-labelledby') ?? ''));
    return `${asked}: ${textOf(input.closest('label'))}`;
  });
  const typed = findAll<HTMLInputElement>(question, 'input:not([type=radio], [type=checkbox])')
    .filter(({ value }) => value !== '')
    .map(({ value }) => value);
  const order = findAll(question, '.order-text').map((each, index) => `${index + 1}. ${textOf(each)}`);
  return [...ticked, ...typed, ...order];
}

function reportOf(question: HTMLElement): string {
  const { question: item, revision, seed } = question.dataset;
  const code = question.querySelector('code-block') as { readonly text?: string } | null;
  return issueText({
    pack: packOf(question),
    item: item!,
    revision: revision!,
    seed: seed ?? '',
    address: location.href,
    versions: `Go ${pinnedToolchain[defaultGoVersion]}, engine ${ENGINE_VERSION}, ${document.documentElement.lang}`,
    asked: textOf(question.querySelector('h3, .ask, h1')),
    program: code?.text ?? '',
    answers: answersIn(question),
    verdict: readText(question.querySelector<HTMLElement>('.verdict, .board-verdict')),
  });
}

export function openReport(button: HTMLElement): void {
  const question = button.closest<HTMLElement>('[data-question]')!;
  const { reportTitle, reportLede, copy, copied, copyFailed, close } = learningWords();
  const text = h('textarea', { rows: 14, 'aria-label': reportTitle, spellcheck: 'false' });
  text.value = reportOf(question);
  const said = h('span', { class: 'fine', role: 'status' });
  const take = h('button', { class: 'btn solid', type: 'button' }, copy);
  const leave = h('button', { class: 'btn quiet', type: 'button' }, close);
  const dialog = h(
    'dialog',
    { class: 'search report-text', 'aria-labelledby': 'report-title' },
    h('h2', { id: 'report-title' }, reportTitle),
    h('p', {}, reportLede),
    text,
    h('div', { class: 'act' }, said, leave, take),
  );
  take.addEventListener('click', async () => {
    text.select();
    said.textContent = (await toClipboard(text.value)) ? copied : copyFailed;
  });
  leave.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    button.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  text.focus();
  // Where the reader's own words go.
  const start = text.value.indexOf('\n\n', text.value.indexOf('## ')) + 2;
  text.setSelectionRange(start, start);
  text.scrollTop = 0;
}
