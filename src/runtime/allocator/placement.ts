/**
 * What size and pointers alone decide about an allocation: the branch of mallocgc (runtime/malloc.go), the class, the
 * slot and the header. Where the slot lies is decided by the state of the heap: malloc.ts.
 */
import { checkBytes } from '../base/errors.ts';
import type { AllocatorConfig } from './config.ts';
import { sizeToClass } from './sizeclasses.ts';

export type Path = 'zero' | 'tiny' | 'small' | 'large';

export interface Placement {
  readonly size: number;
  readonly pointers: boolean;
  readonly path: Path;
  /** 0 for large objects and for size 0. */
  readonly class: number;
  /** The slot that the object lies in; a tiny object's block; a large object's whole pages; 0 for size 0. */
  readonly slotBytes: number;
  readonly headerBytes: number;
  /** Bytes of the slot that are neither header nor object (for a tiny object: that others may use). */
  readonly wasteBytes: number;
}

/** The branch that mallocgc takes. */
export function pathOf(config: AllocatorConfig, size: number, pointers: boolean): Path {
  if (size === 0) return 'zero';
  if (size > config.smallLimit) return 'large';
  return !pointers && size < config.maxTinySize ? 'tiny' : 'small';
}

/** The header in front of an object with pointers whose pointer bits do not fit at the span's end. */
export function headerBytesOf(config: AllocatorConfig, size: number, pointers: boolean): number {
  return pointers && size > config.heapBitsLimit && size <= config.smallLimit ? config.mallocHeaderSize : 0;
}

export function placementOf(config: AllocatorConfig, size: number, pointers: boolean): Placement {
  checkBytes(size, config.maxAlloc, 'size');
  const path = pathOf(config, size, pointers);
  switch (path) {
    case 'zero':
      return { size, pointers, path, class: 0, slotBytes: 0, headerBytes: 0, wasteBytes: 0 };
    case 'tiny':
      return inClass(config, size, pointers, path, config.maxTinySize, 0);
    case 'small': {
      const header = headerBytesOf(config, size, pointers);
      return inClass(config, size, pointers, path, size + header, header);
    }
    case 'large': {
      const slotBytes = Math.ceil(size / config.pageSize) * config.pageSize;
      return { size, pointers, path, class: 0, slotBytes, headerBytes: 0, wasteBytes: slotBytes - size };
    }
  }
}

function inClass(
  config: AllocatorConfig,
  size: number,
  pointers: boolean,
  path: Path,
  needed: number,
  headerBytes: number,
): Placement {
  const sizeclass = sizeToClass(config.classes, needed);
  const slotBytes = config.classes.size[sizeclass]!;
  return { size, pointers, path, class: sizeclass, slotBytes, headerBytes, wasteBytes: slotBytes - headerBytes - size };
}

/** Where in a 16-byte block a tiny object would begin, given how far the block is filled: by its size, not by its type. */
export function tinyOffset(filled: number, size: number): number {
  if ((size & 7) === 0) return (filled + 7) & ~7;
  if ((size & 3) === 0) return (filled + 3) & ~3;
  if ((size & 1) === 0) return (filled + 1) & ~1;
  return filled;
}
