/** Days in the learner's words. */
import { learningWords } from '../dom.ts';
import { fill } from '../strings/fill.ts';

const DAY = 86_400_000;

export function dayName(at: number, language: 'en' | 'zh-cn'): string {
  const { today, tomorrow, onDay } = learningWords();
  const days = Math.round((midnight(at) - midnight(Date.now())) / DAY);
  if (days <= 0) return today;
  if (days === 1) return tomorrow;
  const format: Intl.DateTimeFormatOptions = days < 7 ? { weekday: 'long' } : { day: 'numeric', month: 'long' };
  return fill(onDay, { day: new Intl.DateTimeFormat(language === 'en' ? 'en' : 'zh-CN', format).format(at) });
}

export function date(at: number, language: 'en' | 'zh-cn'): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en' : 'zh-CN', { dateStyle: 'long' }).format(at);
}

function midnight(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
