/** What the lessons of a trusted pack, the built-in course among them, may place. */
import Ask from '../ask/Ask.astro';
import Board from '../boards/Board.astro';
import Dangling from '../drawings/Dangling.astro';
import Frames from '../drawings/Frames.astro';
import Predict from '../predict/Predict.astro';
import Heard from '../teaching/Heard.astro';
import LookBack from '../teaching/LookBack.astro';
import Term from '../teaching/Term.astro';
import Then from '../teaching/Then.astro';

export const COMPONENTS = { Predict, Ask, Board, Frames, Dangling, Heard, LookBack, Term, Then };
