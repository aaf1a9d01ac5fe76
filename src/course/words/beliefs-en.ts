/** What is said against each belief of the course, in English. Lesson one's own are in en.ts. */
export const beliefsEn = {
  'interfaces-allocate': {
    title: 'An interface does not always allocate',
    refutation:
      'Boxing copies a value so that the interface can point at it. That copy may stay in the frame, be read-only data, or be no copy at all when the value is a pointer.',
  },
  'escapes-costs': {
    title: '“escapes to heap” is not always an allocation',
    refutation:
      'The line is about where the value may have to live. Constants become read-only data, small values come from a table, and zero-size values need no memory.',
  },
  'closures-allocate': {
    title: 'A closure lives where its users do',
    refutation:
      'A function literal is a record with the captured variables. If no copy of it outlives the call, the record is in the frame like any struct.',
  },
  'slices-on-heap': {
    title: 'A slice has no fixed place',
    refutation:
      'The header is a value of three words; its array is judged like any other allocation. If nothing keeps it, the array is in the frame too.',
  },
  'small-make-stays': {
    title: 'Small is not enough',
    refutation:
      'A small array that outlives its call has to be on the heap. Size can only forbid the frame, never grant it.',
  },
  'variable-make-heap': {
    title: 'A length known only at run time no longer decides',
    refutation:
      'Since Go 1.25 such a `make` does not escape by itself: up to 32 bytes it uses a buffer in the frame, above that it asks the heap while running.',
  },
  'leaking-means-heap': {
    title: '“leaking param” says nothing about the parameter’s own place',
    refutation:
      'It says that what the caller hands in may be kept. The parameter variable is still in the frame; the caller’s value has to be where it can be kept.',
  },
  'does-not-escape-free': {
    title: '“does not escape” is not “costs nothing”',
    refutation:
      'It is about the place only. A frame may have to grow, memory must be zeroed, and a slice may still outgrow its buffer and ask the heap.',
  },
  'stack-runs-out': {
    title: 'Nobody looks how much stack is left',
    refutation:
      'The limits are constants in the compiler: 64 KiB for what it makes implicitly, 128 KiB for a declared variable. A stack that is too small simply grows.',
  },
  'local-container-local': {
    title: 'A store into a container leaves the compiler’s sight',
    refutation:
      'The compiler does not follow what happens behind a pointer, a slice element, a map or a channel. What is stored there is treated as stored on the heap.',
  },
  'spaced-directive': {
    title: 'A space makes it a comment',
    refutation:
      '`//go:noinline` is a directive only without a space. With one it is text, and the function is inlined as before.',
  },
  'l-is-production': {
    title: '`-l` shows another program',
    refutation:
      'With `-l` nothing is inlined. In the real build the callee’s body is part of the caller, and what escaped from the callee may stay there.',
  },
  'inlining-only-speed': {
    title: 'Inlining changes verdicts',
    refutation:
      'After inlining there is one frame instead of two. A value that had to outlive the callee only has to live as long as the caller.',
  },
  'generics-static': {
    title: 'A generic body is shared',
    refutation:
      'Type arguments of one shape share one body. A method called through the type parameter goes through a dictionary, and the compiler cannot see the callee.',
  },
  'pool-always-helps': {
    title: 'A pool keeps what you put in',
    refutation:
      '`Put` takes an interface. Putting a slice in boxes its header: one allocation each time. Put a pointer in.',
  },
  'globals-heap-or-stack': {
    title: 'Package variables are neither',
    refutation:
      'They lie in the data or bss part of the binary, whatever their type. What they point at is another matter.',
  },
  'stacks-fixed': {
    title: 'A stack starts small and grows',
    refutation:
      'A goroutine starts with 2 KB (or the measured average) and gets a stack of twice the size when it needs one, up to a limit of 1 GB.',
  },
  'growth-breaks-pointers': {
    title: 'Pointers move along',
    refutation:
      'When a stack is copied, each pointer into it is adjusted by the same distance. That is why no pointer into a stack may be stored outside of it.',
  },
  'overflow-recoverable': {
    title: 'It is fatal',
    refutation: 'Exceeding the stack limit is a fatal error, not a panic. `recover` never sees it.',
  },
  'never-shrink': {
    title: 'Stacks shrink, at a collection',
    refutation:
      'When a collection finds that less than a quarter is used, it halves the stack, once per collection and never below the smallest size.',
  },
  'segmented-still': {
    title: 'Segments are history',
    refutation:
      'Since Go 1.3 a stack is one piece. It is copied to a larger one instead of being continued in another.',
  },
  'exact-size': {
    title: 'An object takes a slot, not its size',
    refutation: 'Sizes are rounded up to a size class. The rest of the slot is waste until the object is freed.',
  },
  'tiny-freed-alone': {
    title: 'Tiny objects share a block',
    refutation:
      'Objects below 16 bytes without pointers are packed into 16-byte blocks. A block is freed when none of its tenants is reachable any more.',
  },
  'cache-per-thread': {
    title: 'The cache belongs to a P',
    refutation:
      'There is one cache for each P, not for each thread or goroutine. Whoever runs on the P may use it, without a lock.',
  },
  'large-through-cache': {
    title: 'Large objects pass the cache by',
    refutation: 'Above 32 KB there is no size class. The heap hands out whole pages, under its lock.',
  },
  'freed-returns-at-once': {
    title: 'Freed is not returned',
    refutation:
      'A freed slot waits for the next object of its class, a freed span for the next request. The scavenger gives pages back later, in the background.',
  },
  'builder-always-faster': {
    title: 'A builder is for many pieces',
    refutation: '`a + b + c` is one allocation of the exact size. A builder that has to grow needs several.',
  },
  'bytes-always-copies': {
    title: 'A conversion need not copy',
    refutation:
      'If the bytes are never written and do not outlive the string, the compiler lets both share the memory. Map lookups and comparisons do not copy either.',
  },
  'locks-elided': {
    title: 'Go does not remove locks',
    refutation: 'The Java runtime may. The Go compiler keeps each `Lock`, even on a mutex that nobody else can reach.',
  },
  'wording-tells-type': {
    title: 'The wording tells variable from expression',
    refutation:
      '“moved to heap” is said of a declared variable, “escapes to heap” of an expression that allocates. Whether it is a pointer does not matter.',
  },
  'old-lists-hold': {
    title: 'The rule has changed since',
    refutation:
      'What a post says was often right for its release. Ask the compiler that you use: the explorer shows what several releases say.',
  },
  'fewer-is-better': {
    title: 'Fewer escapes is not the goal',
    refutation:
      'A copy of a large value may cost more than one allocation, and an interface that is hard to use costs most. Measure, then decide.',
  },
  'cost-is-garbage': {
    title: 'The collector pays for what lives',
    refutation:
      'Marking follows the pointers of live objects. Garbage is never visited; it costs only because it brings the next cycle sooner.',
  },
  'stack-grows-up': {
    title: 'A stack grows downward',
    refutation:
      'A call subtracts from the stack pointer. The frame of the callee lies below that of its caller, at lower addresses.',
  },
  'return-erases': {
    title: 'A return erases nothing',
    refutation:
      'It moves the stack pointer back up. The bytes stay as they are until the next call writes over them; that is what makes it cheap, and what makes an old pointer dangerous.',
  },
  'collector-stops-all': {
    title: 'The program runs while the collector marks',
    refutation:
      'The world stops twice in a cycle, briefly, to begin and to end the marking. In between both run at the same time, and the program pays with a part of the processors and with a check on pointer stores.',
  },
  'declaration-decides': {
    title: 'The declaration does not decide',
    refutation:
      'A declaration says that there is a variable or a type, and how large. Where a value lives follows from what happens to its address afterwards.',
  },
} as const;

/** The same beliefs as the learner would say them: wrong reasons to choose from. */
export const beliefReasonsEn = {
  'interfaces-allocate': 'It is put into an interface, and interfaces allocate.',
  'escapes-costs': 'The compiler says “escapes”, so memory is allocated.',
  'closures-allocate': 'A closure uses it, and closures allocate.',
  'slices-on-heap': 'It is a slice or map, and those are on the heap.',
  'small-make-stays': 'It is small enough for the frame.',
  'variable-make-heap': 'Its length is only known at run time, so no frame can hold it.',
  'leaking-means-heap': 'The parameter leaks, so it is on the heap.',
  'does-not-escape-free': 'It does not escape, so it costs nothing.',
  'stack-runs-out': 'The stack has no room for it at that moment.',
  'local-container-local': 'The container that holds it is local.',
  'spaced-directive': 'A directive above the function forbids inlining.',
  'l-is-production': 'Without inlining it is the same program.',
  'inlining-only-speed': 'Inlining changes the speed, not the place.',
  'generics-static': 'Generic code is compiled for each type.',
  'pool-always-helps': 'A pool keeps it, so nothing is allocated.',
  'globals-heap-or-stack': 'Package variables are on the heap.',
  'stacks-fixed': 'A stack has a fixed size.',
  'growth-breaks-pointers': 'A pointer into the stack breaks when the stack grows.',
  'overflow-recoverable': 'A deferred function recovers from it.',
  'never-shrink': 'A stack keeps its size once it has grown.',
  'segmented-still': 'The stack is continued in another segment.',
  'exact-size': 'It takes exactly its size.',
  'tiny-freed-alone': 'Each tiny object is freed by itself.',
  'cache-per-thread': 'Each goroutine has a cache of its own.',
  'large-through-cache': 'It comes from the cache of its P.',
  'freed-returns-at-once': 'Freed memory is back with the system.',
  'builder-always-faster': 'A builder needs fewer allocations than `+`.',
  'bytes-always-copies': 'A conversion copies the bytes.',
  'locks-elided': 'The lock is removed because nobody else can reach it.',
  'wording-tells-type': 'The wording depends on whether it is a pointer.',
  'old-lists-hold': 'It is on every list of things that escape.',
  'fewer-is-better': 'A pointer avoids the copy.',
  'cost-is-garbage': 'It becomes garbage soon.',
  'stack-grows-up': 'The stack grows upward.',
  'return-erases': 'The return erases the frame.',
  'collector-stops-all': 'The program stands still until the collector is done.',
  'declaration-decides': 'Its declaration decides.',
} as const;
