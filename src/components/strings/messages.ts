/** The words about a message in a language; in English where that language has none, which the caller shows. */
import type { DocumentedCode } from '../../course/messages/table.ts';
import type { Language } from './index.ts';
import { type MessageText, messagesEn } from './messages-en.ts';
import { messagesZhCn } from './messages-zh-cn.ts';

export function messageText(code: DocumentedCode, language: Language): MessageText & { readonly language: Language } {
  const own = language === 'zh-cn' ? messagesZhCn[code] : messagesEn[code];
  return own ? { ...own, language } : { ...messagesEn[code], language: 'en' };
}
