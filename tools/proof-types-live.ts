/**
 * Broken programs through our checker and through the compiler: the same errors, in the same places, in the same words.
 *
 *   node tools/run.mjs tools/proof-types-live.ts [--count N] [--seed S] [--programs FOLDER] [--lang] [--go 1.27] [-v]
 *
 * The programs are those of FOLDER, or of GOROOT/test and internal/types/testdata, with a few places changed such that
 * they still parse. --lang: as some language from Go 1.12 on. -v lists the differences.
 */
import { parseArgs } from 'node:util';
import { defaultGoVersion, goVersions } from '../src/analyzer/base/versions.ts';
import { compareWithCompiler } from './typeslive.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    programs: { type: 'string', default: '' },
    lang: { type: 'boolean', default: false },
    go: { type: 'string', default: defaultGoVersion },
    verbose: { type: 'boolean', short: 'v', default: false },
  },
});

const { different, ...total } = await compareWithCompiler({
  count: Number(values.count),
  seed: Number(values.seed),
  folder: values.programs,
  lang: values.lang,
  release: goVersions.find((known) => known === values.go) ?? defaultGoVersion,
});
if (values.verbose) {
  for (const { program, missed, extra } of different) {
    console.log(program);
    for (const error of missed) console.log(`  want ${error.replaceAll('\n', '\\n')}`);
    for (const error of extra) console.log(`  got  ${error.replaceAll('\n', '\\n')}`);
  }
}
console.log(JSON.stringify({ ...total, same: total.programs - different.length }));
