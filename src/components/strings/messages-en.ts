/** What the reference pages say about each message of the compiler. Backticks mark code. */
import type { DocumentedCode } from '../../course/messages/table.ts';

export interface MessageText {
  /** One line for the index. */
  readonly short: string;
  readonly meaning: readonly string[];
  readonly cost: string;
  readonly change: string;
}

export const messagesEn: Readonly<Record<DocumentedCode, MessageText>> = {
  'moved-to-heap': {
    short: 'A named variable lives on the heap from its first moment.',
    meaning: [
      'The address of the variable reaches a place that may be used after its function has returned, or in a later turn of its loop. The compiler therefore gives the variable heap storage where it is declared.',
      'Nothing moves while the program runs: the wording is about the compiler’s plan.',
    ],
    cost: 'Yes: one heap object each time the declaration runs.',
    change: 'Hand out the value instead of its address, or let the caller own the storage and pass its address down.',
  },
  'escapes-to-heap': {
    short: 'A value without a name is allocated on the heap.',
    meaning: [
      'The expression asks for storage: `new`, `&T{…}`, `make`, a slice literal, a closure, a string conversion, or a value put into an interface. Its address outlives the call, or its size is not known or too large for a frame.',
    ],
    cost: 'Yes, one heap object each time it runs, with exceptions for values put into an interface: constants, zero-size values and single bytes need none.',
    change:
      'Follow the path below the line in `-m=2`: break it at one step, give the size a constant bound, or keep the concrete type instead of an interface.',
  },
  'does-not-escape': {
    short: 'A value without a name fits into the frame.',
    meaning: ['The expression asks for storage, and no copy of its address outlives the call. The frame holds it.'],
    cost: 'No. It is bytes in a frame that is there anyway.',
    change: 'Nothing to change.',
  },
  'leaking-param': {
    short: 'What the caller passes here ends up on the heap.',
    meaning: [
      'The pointer held in the parameter is stored where it outlives the call. So whatever a caller’s argument points at has to be on the heap, in every caller.',
    ],
    cost: 'Not here, but at the callers: a variable whose address they pass is moved to the heap.',
    change: 'Do not keep the pointer: copy the value, or return it so that each caller decides.',
  },
  'leaking-param-content': {
    short: 'What the parameter points at is kept, not the parameter’s own target.',
    meaning: [
      'A pointer that is found by following the parameter at least once is stored where it outlives the call. The thing the argument points at may stay in a frame; what that thing points at may not.',
    ],
    cost: 'Not here. At the callers, for the inner values only.',
    change: 'Copy the inner value instead of keeping the pointer to it.',
  },
  'leaking-param-to-result': {
    short: 'The parameter flows to a result; each caller decides.',
    meaning: [
      'The result holds the parameter (`level=0`), its address (`level=-1`), or what it points at (`level=1` and more). The compiler notes this for the callers: the argument escapes only where the result does.',
    ],
    cost: 'No, not by itself.',
    change: 'Nothing to change: this is the cheap way to hand a pointer back.',
  },
  'param-does-not-escape': {
    short: 'The function only borrows what it is given.',
    meaning: [
      'Nothing that the parameter points at outlives the call. Callers may pass the address of a frame variable.',
    ],
    cost: 'No.',
    change: 'Nothing to change.',
  },
  'ignoring-self-assignment': {
    short: 'A slice of itself is stored back: no new flow.',
    meaning: [
      'An assignment such as `b.buf = b.buf[:n]` stores a part of an object back into the same object. The compiler leaves it out of the analysis, since it lets nothing out.',
    ],
    cost: 'No.',
    change: 'Nothing to change.',
  },
  'zero-copy-conversion': {
    short: 'A string becomes a byte slice without a copy.',
    meaning: [
      'The bytes of the slice are never written and do not escape, so the slice may share the string’s memory.',
    ],
    cost: 'No; it saves one.',
    change: 'Writing to the slice, or letting it escape, brings the copy back.',
  },
  devirtualizing: {
    short: 'The compiler knows the concrete type behind an interface call.',
    meaning: [
      'The interface value can only hold one type here, so the call goes to that type’s method directly, and the analysis sees what the method does with its arguments.',
    ],
    cost: 'No; it often saves one, because arguments of an unknown method count as escaping.',
    change: 'Nothing to change. Assigning another type to the variable takes it away.',
  },
  'partially-devirtualizing': {
    short: 'The outer type is known, the method still comes from an embedded interface.',
    meaning: [
      'The interface value holds a known struct, but its method is promoted from an interface embedded in it. One step of the call is direct, the second still goes through an interface.',
    ],
    cost: 'No. The arguments still count as passed to an unknown method.',
    change: 'Embed the concrete type instead of the interface.',
  },
  'cannot-devirtualize': {
    short: 'The concrete type is known, but generic code shares it between types.',
    meaning: [
      'Inside a generic function one body serves several type arguments (a shape). The method to call, or the interface’s own type, depends on the dictionary that is passed at run time.',
    ],
    cost: 'Possibly: the call stays indirect, so its arguments count as escaping.',
    change: 'Call through the type parameter or the concrete type instead of an interface.',
  },
  'bounds-check-elided': {
    short: 'An index is proven to be inside the array.',
    meaning: ['The index cannot be outside of the array, so the compiler leaves the check out.'],
    cost: 'No. It is about time, not about memory.',
    change: 'Nothing to change.',
  },
  'imprecise-call': {
    short: 'A method is called through a type parameter whose argument is an interface.',
    meaning: [
      'The generic body is shared, and the type argument is itself an interface. The compiler goes through the dictionary and then through the interface, and knows neither callee.',
    ],
    cost: 'Possibly: what is passed to an unknown callee counts as kept.',
    change: 'Instantiate with the concrete type, or make the parameter an interface instead of a type parameter.',
  },
  'kept-alive': {
    short: 'A benchmark loop keeps this value, so that it is really computed.',
    meaning: [
      'In a loop with `b.Loop` the compiler uses the results and arguments of calls, so that they cannot be optimised away.',
    ],
    cost: 'No: keeping a value in use does not move it.',
    change: 'Nothing to change; it is there so that the benchmark measures what it says.',
  },
  'skip-inlining': {
    short: 'Calls in a `b.Loop` loop are left as they are.',
    meaning: [
      'A benchmark that loops with `b.Loop` wants to measure the calls in its body. The compiler keeps them from being inlined away there.',
    ],
    cost: 'Possibly: what inlining would have kept in the frame of the benchmark counts as passed to a function.',
    change: 'Nothing to change; it is there so that the benchmark measures what it says.',
  },
  'assuming-unsafe-uintptr': {
    short: 'A `uintptr` parameter of a function without body may hold an address.',
    meaning: [
      'The function is implemented outside of Go. Should the argument be a converted pointer, the compiler keeps what it points at alive until the call returns.',
    ],
    cost: 'No.',
    change: 'Nothing to change; declare `unsafe.Pointer` parameters where they are pointers.',
  },
  'marking-escaping-uintptr': {
    short: 'With `//go:uintptrescapes` what is converted to `uintptr` escapes.',
    meaning: [
      'The directive says that the `uintptr` arguments of this function may be kept by the system. What a caller converts in the call itself is put on the heap and kept alive.',
    ],
    cost: 'Not here; at callers that convert a pointer in the call.',
    change: 'Only system calls need the directive.',
  },
  'can-inline': {
    short: 'The function is small enough to be copied into its callers.',
    meaning: [
      'Calls of it may be replaced by its body. Then its variables live in the caller’s frame, and returning a pointer to one of them need not cost anything.',
    ],
    cost: 'No; it often saves one.',
    change: 'The budget is 80 nodes of syntax: smaller functions fit.',
  },
  'cannot-inline': {
    short: 'The function is called as it stands, and why.',
    meaning: [
      'It holds a construct that is never inlined, carries `//go:noinline`, or is larger than the budget. Callers see only its summary of parameters.',
    ],
    cost: 'No, not by itself.',
    change: 'Split off the rare, large part, so that the common part fits the budget.',
  },
  'inlining-call': {
    short: 'This call is replaced by the function’s body.',
    meaning: ['The analysis then sees through the call: arguments and results are plain variables of this function.'],
    cost: 'No; it often saves one.',
    change: '`-l` turns inlining off, which the explorer here always does.',
  },
  'mutates-param': {
    short: 'The function writes to what the parameter points at.',
    meaning: [
      'Said only with the debug flag. `derefs` counts the loads before the write. A byte slice that is never written may share a string’s memory.',
    ],
    cost: 'No. It rules out a zero-copy conversion at the caller.',
    change: 'Work on a copy, if a caller should be able to pass a converted string.',
  },
  'calls-param': {
    short: 'The function calls what it is given, and the result is used.',
    meaning: [
      'Said only with the debug flag. If a closure reaches such a call, the results of that closure count as lost, because nobody can follow them.',
    ],
    cost: 'No, not here; values that the closure returns may have to be on the heap.',
    change: 'Let the closure fill in a place that the caller gives.',
  },
  'param-does-not-escape-mutate-or-call': {
    short: 'The function only reads what it is given.',
    meaning: [
      'Said only with the debug flag: the parameter does not leak, nothing is written through it, nothing is called.',
    ],
    cost: 'No.',
    change: 'Nothing to change.',
  },
  'escapes-header': {
    short: 'The heading above the path that sends a value to the heap.',
    meaning: [
      'The `flow` lines below it are the way that its address took, one stop each, and the `from` lines name the source of each stop. Go 1.22 and older leave out `in f`.',
    ],
    cost: 'Yes: the same one that `moved to heap` or `escapes to heap` reports.',
    change: 'Break any one step of the path.',
  },
  'parameter-leaks-header': {
    short: 'The heading above the path on which a parameter leaks.',
    meaning: [
      '`derefs` is the number of loads between the parameter and what arrives: 0 is the pointer itself, 1 what it points at.',
    ],
    cost: 'Not here; see `leaking param`.',
    change: 'Break any one step of the path.',
  },
  flow: {
    short: 'One stop of a path: what moves where.',
    meaning: [
      '`p ← &x`: the address of `x` goes into `p`. `p ← x`: the value does. `p ← *x`: what `x` points at. `{heap}` outlives every call, `{storage for …}` is a value without a name, `~r0` the first result. Go 1.22 and older write `=` for the arrow.',
    ],
    cost: 'No, it explains one.',
    change: 'See the heading above it.',
  },
  from: {
    short: 'The source behind a stop: which expression, why, where.',
    meaning: [
      'The word in parentheses is the rule: `assign`, `return`, `address-of`, `spill` (a value is given storage so that it has an address), `call parameter`, `captured by a closure`, `interface-converted`, …',
    ],
    cost: 'No, it explains one.',
    change: 'This is the line of your source to change.',
  },
  truncated: {
    short: 'The path runs in a circle, so the rest of it is not printed.',
    meaning: [
      'A value flows into itself, through recursion or a linked structure. The verdict above stands; only its explanation ends here.',
    ],
    cost: 'No.',
    change: 'The explorer searches the shortest path, which has no circle.',
  },
  capturing: {
    short: 'How a closure gets hold of a variable.',
    meaning: [
      'By value: the closure holds a copy; the variable is never assigned again and at most 128 bytes long. By ref: the closure holds its address.',
    ],
    cost: 'By value no. By reference the variable escapes where the closure does.',
    change: 'Assign a variable once, or copy it before the closure, and it is captured by value.',
  },
};
