/**
 * Size classes: which slot sizes exist and how many pages a span of each takes. The table is derived, not listed, by the
 * rule of runtime/mksizeclasses.go (Go 1.13 to 1.27): walk the sizes at a growing alignment, give each the smallest span
 * that wastes at most an eighth at its tail, merge neighbours that would divide their span alike, and at last let every
 * class grow as far as its span allows. Nothing of the mark bits or pointer bits that spans carry since 1.22 is in here.
 */

export interface SizeClassRules {
  readonly pageSize: number;
  /** The largest slot, 32 KiB. */
  readonly maxSmallSize: number;
  readonly minHeapAlign: number;
  /** From this size on objects are aligned to 16 bytes: 16 up to Go 1.15, 32 since (that made room for the 24-byte class). */
  readonly align16From: number;
  /** A span may waste one part in this many at its tail. */
  readonly tailWasteDivisor: number;
  /** A class that grows into its span's tail keeps this alignment. */
  readonly largeSizeDiv: number;
}

export interface SizeClasses {
  /** Slot size by class; class 0 stands for large objects and has size 0. */
  readonly size: readonly number[];
  /** Pages of a span by class. */
  readonly npages: readonly number[];
  /** The class of a size, by ceil(size / 8). */
  readonly classOf: Uint8Array;
  readonly maxSmallSize: number;
}

export const sizeClassRules: SizeClassRules = {
  pageSize: 8192,
  maxSmallSize: 32768,
  minHeapAlign: 8,
  align16From: 32,
  tailWasteDivisor: 8,
  largeSizeDiv: 128,
};

/** The step to the next candidate after `size`, a power of two; other sizes leave the step as it is. */
function alignmentAt(size: number, align: number, rules: SizeClassRules): number {
  if ((size & (size - 1)) !== 0) return align;
  if (size >= 2048) return 256;
  if (size >= 128) return size / 8;
  return size >= rules.align16From ? 16 : align;
}

function spanBytesFor(size: number, rules: SizeClassRules): number {
  let bytes = rules.pageSize;
  while (bytes % size > bytes / rules.tailWasteDivisor) bytes += rules.pageSize;
  return bytes;
}

export function makeSizeClasses(rules: SizeClassRules = sizeClassRules): SizeClasses {
  const size = [0];
  const npages = [0];
  let align = rules.minHeapAlign;
  for (let candidate = align; candidate <= rules.maxSmallSize; candidate += align) {
    align = alignmentAt(candidate, align, rules);
    const bytes = spanBytesFor(candidate, rules);
    const last = size.length - 1;
    const sameDivision =
      last > 0 &&
      npages[last]! * rules.pageSize === bytes &&
      Math.floor(bytes / candidate) === Math.floor(bytes / size[last]!);
    if (sameDivision) size[last] = candidate;
    else {
      size.push(candidate);
      npages.push(bytes / rules.pageSize);
    }
  }
  for (let c = 1; c < size.length; c++) size[c] = grownIntoTail(size[c]!, npages[c]! * rules.pageSize, rules);
  return { size, npages, classOf: lookup(size, rules.maxSmallSize), maxSmallSize: rules.maxSmallSize };
}

/** The largest aligned size of which as many fit into the span as of `size`. */
function grownIntoTail(size: number, spanBytes: number, rules: SizeClassRules): number {
  const share = Math.floor(spanBytes / Math.floor(spanBytes / size));
  return Math.max(size, share - (share % rules.largeSizeDiv));
}

function lookup(size: readonly number[], maxSmallSize: number): Uint8Array {
  const classOf = new Uint8Array(maxSmallSize / 8 + 1);
  let c = 1;
  for (let i = 1; i < classOf.length; i++) {
    while (size[c]! < i * 8) c++;
    classOf[i] = c;
  }
  return classOf;
}

/** The smallest class with room for `size` bytes, 1 to maxSmallSize. */
export function sizeToClass(classes: SizeClasses, size: number): number {
  return classes.classOf[(size + 7) >>> 3]!;
}
