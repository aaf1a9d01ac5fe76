/** What a page shows about earlier answers: the marks of lessons, and the number of due questions. */
import '../lesson/lesson-progress.ts';
import '../review/due-count.ts';
