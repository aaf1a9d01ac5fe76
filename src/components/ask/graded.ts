/** What is needed once an answer is locked, and not before: grading and drawing the ink. */
export { gradeAsk } from '../../course/ask/grade.ts';
export { afterGrade } from '../retry/offer.ts';
export { showTruth } from './fields.ts';
export { askVerdict } from './verdict.ts';
