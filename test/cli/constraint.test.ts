/** Which files belong to a build for linux/amd64. Expected values: go/build of Go 1.26.8 (`go list -f '{{.GoFiles}}'`). */
import { describe, expect, test } from 'vitest';
import { buildTags, evaluate, matchesConstraint, matchesFileName } from '../../src/cli/constraint.ts';

const tags = buildTags('1.26');

describe('file names', () => {
  test.each([
    ['a.go', true],
    ['a_linux.go', true],
    ['a_windows.go', false],
    ['a_amd64.go', true],
    ['a_arm64.go', false],
    ['a_linux_amd64.go', true],
    ['a_linux_arm64.go', false],
    ['a_darwin_amd64.go', false],
    ['linux.go', true],
    ['windows.go', true],
    ['windows_x.go', true],
    ['a_unix.go', true],
    ['a_test.go', false],
    ['_a.go', false],
    ['.a.go', false],
    ['a_windows.x.go', false],
    ['a.txt', false],
  ])('%s: %s', (name, expected) => {
    expect(matchesFileName(name)).toBe(expected);
  });
});

describe('expressions', () => {
  test.each([
    ['linux', true],
    ['!linux', false],
    ['linux && amd64', true],
    ['linux && !amd64', false],
    ['windows || unix', true],
    ['(windows || unix) && gc', true],
    ['!(windows || darwin)', true],
    ['ignore', false],
    ['cgo', false],
    ['race', false],
    ['go1.26', true],
    ['go1.27', false],
    ['!go1.22', false],
    ['goexperiment.swissmap', false],
    ['goexperiment.greenteagc', true],
    ['!goexperiment.newinliner', true],
    ['linux &&', false],
    ['(linux', false],
    ['linux amd64', false],
    ['', false],
  ])('%s: %s', (text, expected) => {
    expect(evaluate(text, tags)).toBe(expected);
  });

  test('tags depend on the release', () => {
    expect(evaluate('go1.27', buildTags('1.27'))).toBe(true);
    expect(evaluate('goexperiment.swissmap', buildTags('1.24'))).toBe(true);
  });
});

describe('lines of a file', () => {
  test.each([
    ['//go:build windows\n\npackage p\n', false],
    ['// A comment.\n\n//go:build linux\n\npackage p\n', true],
    ['package p\n\n//go:build windows\n', true],
    ['/* c */\n//go:build ignore\npackage p\n', false],
    ['/*\n//go:build ignore\n*/\npackage p\n', true],
    ['// +build windows\n\npackage p\n', false],
    ['// +build linux,!cgo darwin\n\npackage p\n', true],
    ['// +build linux\n// +build arm64\n\npackage p\n', false],
    ['// +build windows\npackage p\n', true],
    ['//go:build linux\n// +build windows\n\npackage p\n', true],
    ['//go:buildx windows\n\npackage p\n', true],
    ['package p\n\nimport "C"\n', false],
    ['package p\n\nimport (\n\t"fmt"\n\t"C"\n)\n', false],
    ['package p\n\nimport "fmt"\n\nvar s = `\n"C"`\n', true],
    ['\uFEFF//go:build windows\n\npackage p\n', false],
  ])('%j: %s', (text, expected) => {
    expect(matchesConstraint(text, tags)).toBe(expected);
  });
});
