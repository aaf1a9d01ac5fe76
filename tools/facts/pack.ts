/** Codes declarations as src/analyzer/importer/unpack.ts reads them. */
import { Coder } from '../../src/analyzer/importer/coder.ts';
import { type Declarations, Packing } from '../../src/analyzer/importer/packing.ts';
import { schema } from '../../src/analyzer/importer/schema.ts';
import { Tables } from '../../src/analyzer/importer/tables.ts';
import { emptyPrimer, type Primer } from '../../src/analyzer/importer/unpack.ts';

class Encoder extends Coder {
  readonly bytes: number[] = [];
  private low = 0;
  private high = 0xffffffff;

  protected code(bit: number, probability: number): number {
    const middle = this.low + ((this.high - this.low) >>> 12) * probability;
    if (bit === 1) this.high = middle;
    else this.low = middle + 1;
    while ((this.low ^ this.high) >>> 24 === 0) {
      this.bytes.push(this.high >>> 24);
      this.low = (this.low << 8) >>> 0;
      this.high = ((this.high << 8) | 0xff) >>> 0;
    }
    return bit;
  }

  /** The shortest bytes that tell what was coded: the decoder reads zeros behind them. */
  end(): number[] {
    if (this.low === 0) return this.bytes;
    for (let shift = 24; shift >= 0; shift -= 8) {
      const value = (Math.ceil(this.low / 2 ** shift) * 2 ** shift) % 2 ** 32;
      if (value < this.low || value > this.high) continue;
      for (let s = 24; s >= shift; s -= 8) this.bytes.push((value >>> s) & 0xff);
      return this.bytes;
    }
    throw new Error('no number lies between low and high');
  }
}

export function packPackage(declarations: (tables: Tables) => Declarations, primer: Primer): Uint8Array {
  primer.scratch.become(primer.experience);
  const encoder = new Encoder(primer.scratch);
  new Packing(encoder, new Tables(primer.tables), declarations(new Tables(primer.tables))).run();
  return Uint8Array.from([schema, ...encoder.end()]);
}

export function packPrimer(packages: readonly ((tables: Tables) => Declarations)[]): Uint8Array {
  const primer = emptyPrimer();
  const encoder = new Encoder(primer.experience);
  for (const declarations of packages)
    new Packing(encoder, primer.tables, declarations(new Tables(primer.tables))).run();
  return Uint8Array.from([schema, packages.length, ...encoder.end()]);
}
