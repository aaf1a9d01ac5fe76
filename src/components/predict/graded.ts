/** What is needed once a guess is locked, and not before: grading and drawing the ink. */
export { gradeFix } from '../../course/kinds/fix-it/grade.ts';
export { findTargets } from '../../course/kinds/predict-placement/edited.ts';
export { grade } from '../../course/kinds/predict-placement/grade.ts';
export { afterGrade } from '../retry/offer.ts';
export { markPicks, refuted, verdictView } from './verdict.ts';
