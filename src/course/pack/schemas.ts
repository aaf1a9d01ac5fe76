/** The files of a pack beside questions, as schemas. The published JSON Schemas are made from these. */
import { z } from 'zod';
import { goVersions } from '../../analyzer/base/versions.ts';
import { idPattern } from '../kinds/common.ts';

const language = z.string().regex(/^[a-z]{2}(-[a-z]{2,4})?$/);
const versionNumber = z.string().regex(/^\d+\.\d+\.\d+$/, 'a version is three numbers: 1.0.0');

/** English always, other languages where they are written. */
const title = z.strictObject({ en: z.string().min(1), 'zh-cn': z.string().min(1).optional() });

export const manifestSchema = z.strictObject({
  /** Stored with every attempt; never changes. */
  id: idPattern,
  version: versionNumber,
  title,
  /** safe: Markdown and directives, nothing runs. trusted: MDX, for packs whose code one has read. */
  format: z.enum(['safe', 'trusted']).default('safe'),
  licence: z.strictObject({ text: z.string().min(1), code: z.string().min(1) }),
  /** The Go version that keys are derived for. */
  go: z.enum(goVersions as [string, ...string[]]),
  /** The oldest engine that derives these keys. */
  engine: versionNumber,
  languages: z.array(language).min(1),
  objectives: z.array(z.string().min(1)).min(1),
  prerequisites: z.array(z.string().min(1)),
  /** Files of questions that pages of the site ask, not lessons. Trusted packs only. */
  elsewhere: z.array(idPattern).default([]),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const outlineSchema = z.array(
  z.strictObject({ id: z.string(), title, lessons: z.array(z.strictObject({ id: idPattern, title })) }),
);

export const frontMatterSchema = z.strictObject({
  title: z.string().min(1),
  lede: z.string().min(1),
  minutes: z.int().min(1),
});

/** What programs printed: program → Go version → output. */
export const recordedSchema = z.record(z.string(), z.record(z.string(), z.string()));
