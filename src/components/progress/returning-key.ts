/** Set once something is kept here, so that a page knows before its first paint (public/theme.js reads it too). */
export const RETURNING = 'stack-or-heap.returning';
