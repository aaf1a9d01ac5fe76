/** A small pack to start from: one lesson, six questions, two programs, one family of variants. It passes every check. */
import { defaultGoVersion } from '../../analyzer/base/versions.ts';

const manifest = (id: string, engine: string): string => `# What this pack is. Schema: public/schema/pack.json
id: ${id}
version: 0.1.0
title: { en: A pack of my own }
# safe: Markdown and directives; nothing of the pack ever runs.
format: safe
licence: { text: CC-BY-4.0, code: MIT }
# Keys are derived for this Go version, by this engine or a newer one.
go: '${defaultGoVersion}'
engine: ${engine}
languages: [en]
objectives:
  - Say where a value lives that a function returns the address of
prerequisites:
  - Functions and pointers in Go
`;

const outline = `# The course in order.
- id: A
  title: { en: First steps }
  lessons:
    - { id: first, title: { en: An address that leaves } }
`;

const lesson = `---
title: An address that leaves
lede: A first lesson. Replace its text, keep its order of prediction before explanation.
minutes: 10
---

## Guess first

::predict{id=two}

::ask{id=line}

## What decides

Follow the address. If it may be used after the call has returned, what it points at cannot stay in the call's frame.

::ask{id=why}

::predict{id=kept}

## What it costs

A value on the heap gets a slot of a fixed size.

::ask{id=slot}

::ask{id=count}
`;

const questions = `# What each question asks, in every language; its words are in first.<language>.yaml, its key is computed.
- id: two
  revision: 1
  kind: predict-placement
  program: leaves
  places:
    - { id: n, mark: n, in: n := 1, belief: locals-always-stay }
    - { id: m, mark: m, in: m := 2, belief: address-means-heap }
  reason: { about: n, options: [returned, address-means-heap, pointer-means-heap] }

- id: line
  revision: 1
  kind: find-line
  program: leaves
  mark: n
  in: n := 1

- id: why
  revision: 1
  kind: choose-reason
  program: stays
  mark: new(int)
  options: [stays-inside, new-means-heap, returned]

- id: kept
  revision: 1
  kind: fix-it
  program: leaves
  goal: stack
  places:
    - { id: n, mark: n, in: n := 1, belief: locals-always-stay }

- id: slot
  revision: 1
  kind: number
  of: slot-bytes
  size: 20
  pointers: false
  lures: { '20': exact-size, '32': exact-size }

- id: count
  revision: 1
  kind: number
  of: heap-places
  program: stays
  lures: { '1': new-means-heap }
`;

const texts = `two:
  ask: Where do \`n\` and \`m\` live?
  hints:
    - Lines 4 and 5 declare them. What leaves \`leave\`?
    - An address that is returned outlives the call.
  after: The address of \`n\` leaves, that of \`m\` does not.
line:
  ask: Which line sends \`n\` to the heap?
  hints:
    - Follow the address from \`&n\`.
  after: The line that takes the address out decides.
why:
  ask: The \`int\` of \`new\` stays in the frame. Why?
  hints:
    - What happens to \`p\`?
  after: "\`new\` decides nothing; the way of the address does."
kept:
  ask: Edit the program so that \`n\` stays in the frame
  hints:
    - What else could the function return?
  after: Returning the value copies eight bytes and needs no heap.
slot:
  ask: How many bytes does the slot of a 20-byte object without pointers have?
  hints:
    - Slots come in fixed sizes.
  after: Each object gets the next larger slot.
count:
  ask: How many places of this program are on the heap?
  hints:
    - Does any address leave its function?
  after: None at all, although the program says \`new\`.
`;

const variants = `# Families of variants: programs with slots, for practice. Names never matter, cases may; keys are computed.
- id: leave-or-not
  revision: 1
  lesson: first
  level: 1
  beliefs: [locals-always-stay, address-means-heap]
  names:
    v: [n, m, k]
  cases:
    - { res: '*int', out: p, use: '*f()', belief: locals-always-stay }
    - { res: int, out: '*p', use: f(), belief: address-means-heap }
  program: |
    package main

    func f() $res {
    	$v := 1
    	p := &$v
    	return $out
    }

    func main() {
    	println($use)
    }
  question:
    kind: predict-placement
    places: [{ id: v, mark: $v, in: '$v := 1', belief: $belief }]
    reason: { about: v, options: [returned, stays-inside, address-means-heap] }
  after: { en: 'The address leaves with the result, or it does not.' }
`;

const leaves = `package main

func leave() *int {
	n := 1
	m := 2
	q := &m
	*q = 3
	return &n
}

func main() {
	println(*leave())
}
`;

const stays = `package main

func sum() int {
	p := new(int)
	*p = 4
	return *p
}

func main() {
	println(sum())
}
`;

/** Path → text. */
export function newPack(id: string, engine: string): Readonly<Record<string, string>> {
  return {
    'pack.yaml': manifest(id, engine),
    'outline.yaml': outline,
    'lessons/en/first.md': lesson,
    'questions/first.yaml': questions,
    'questions/first.en.yaml': texts,
    'programs/leaves.go': leaves,
    'programs/stays.go': stays,
    'variants/first.yaml': variants,
  };
}
