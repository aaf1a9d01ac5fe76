/** What is said against each wrong belief: a title and a sentence. */
export const beliefsEn = {
  'power-of-two-class': ['Slots are not powers of two', 'There are 67 sizes, closer together than doublings.'],
  'header-forgotten': [
    '8 bytes are missing',
    'An object with pointers above 512 bytes carries a header since Go 1.22.',
  ],
  'exact-size-slot': ['There is no slot of just that size', 'Sizes are rounded up to the next class.'],
  'tiny-takes-own-slot': [
    'Tiny objects share',
    'Below 16 bytes and without pointers they go together into blocks of 16.',
  ],
  'first-block-with-room': [
    'Old blocks are not looked at again',
    'Only one block is filled at a time. A new one replaces it if it has more room left.',
  ],
  'alignment-forgotten': ['Offsets are aligned', 'A multiple of 8, 4 or 2 bytes starts at a multiple of 8, 4 or 2.'],
  'always-new-block': ['Blocks are shared', 'The piece fits behind what is there, so no new block is opened.'],
  'division-only': [
    'Not all of the span is for objects',
    'Since Go 1.22 pointer bits and since 1.26 mark bits lie at its end.',
  ],
  'mark-bits-forgotten': [
    'The mark bits were left out',
    'Since Go 1.26, spans of slots from 16 to 512 bytes keep 128 bytes of mark bits.',
  ],
  'pointer-bits-forgotten': [
    'The pointer bits were left out',
    'Spans of slots with pointers up to 512 bytes keep a 64th of the span for them.',
  ],
  'cache-ignored': [
    'The P looks at its own pages first',
    'They count as taken in the heap’s bitmap, and small runs come out of them.',
  ],
  'cache-for-many': ['16 pages or more skip the P’s cache', 'Such runs go to the heap’s bitmap at once.'],
  'gap-too-small': ['That gap is too short', 'All pages of the run must lie side by side.'],
  'always-asks-the-heap': [
    'The page heap is asked late',
    'First the P’s own span, then the centre, then the P’s own pages.',
  ],
  'nearer-can-help': [
    'Somebody nearer can help',
    'The levels are asked from the nearest on, and the first that has room answers.',
  ],
  'nothing-there': [
    'There is nothing to be had there',
    'It is asked before, but it has no free slot of this kind, or no run of pages that is long enough.',
  ],
  'sweep-forgotten': [
    'Unswept spans come before fresh memory',
    'An allocation sweeps what the last collection left behind before it takes new pages.',
  ],
  'system-each-time': [
    'The operating system is asked rarely',
    'It gives 64 MiB of addresses at a time, mapped 4 MiB at a time.',
  ],
  'large-in-slot': [
    'Large objects pass the P’s cache by',
    'Above 32,760 bytes there is no slot and no size class: the pages themselves are handed out.',
  ],
  'cache-is-shared': [
    'What a P holds is its own',
    'A span in the cache of one P is in no list that another P could look at: it takes one of its own.',
  ],
  'last-freed-first': ['Not a pile', 'Swept spans wait in a queue: the first in is the first out.'],
  'lowest-address-first': ['Not by address alone', 'Which span comes first is decided by when it was swept.'],
  'flush-ignored': [
    'Reading statistics changes things',
    'It empties the P’s cache, so its span waits in another place.',
  ],
  'guard-forgotten': ['The guard was left out', 'The last 928 bytes of a stack are a reserve that a check keeps free.'],
  'return-address-forgotten': ['Each call takes 8 bytes more', 'The return address lies on the stack as well.'],
  'dip-forgotten': ['A small dip is allowed', 'A frame may reach 128 bytes below the guard.'],
  'every-call-checks': [
    'Not every function asks',
    'One that calls nothing and has a small frame fits into the reserve.',
  ],
  'leaf-never-checks': ['Even a leaf may need to ask', 'When its frame does not fit into the reserve, it does.'],
  'panic-is-free': ['A panic is a call', 'With one in it, the limit for not asking is 120 bytes instead of 128.'],
  'limit-missed': ['The limits are 128 and 4,096', 'Up to 128 small, up to 4,096 big, above that huge.'],
  'caller-need-not-ask': [
    'This one has to ask',
    'A function may go without only if it calls nothing and its frame is small enough for the reserve.',
  ],
  'copies-each-time': ['It is copied once', 'After the copy there is room, and the return does not give it back.'],
  'links-once': ['The link does not last', 'The return drops the segment, so the next call links one again.'],
  'shrinks-at-return': ['A return never shrinks a stack', 'Only a collection does.'],
  'shrinks-at-once': ['One halving at a time', 'A collection halves a stack once, whatever is used of it.'],
  'reserve-forgotten': [
    'The reserve counts as used',
    '800 bytes are added to what is used before it is compared with a quarter.',
  ],
  'halved-once-only': ['Once for each collection', 'The next collection looks again, and may halve it again.'],
  'use-ignored': [
    'How much is used decides',
    'A stack of which a quarter or more is taken, reserve included, is left as it is.',
  ],
  'never-made-smaller': [
    'Collections do make it smaller',
    'If less than a quarter is taken, reserve included, by half.',
  ],
  'once-true-always-true': ['That was true once', 'It is what an older release did.'],
  'never-was-true': ['It does hold here', 'The model of this release says so, and real runs confirm it.'],
} as const;
