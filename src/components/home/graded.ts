/** What the hero needs once a guess is locked, and not before. */
export { grade } from '../../course/kinds/predict-placement/grade.ts';
export { pathView } from '../why/path.ts';
