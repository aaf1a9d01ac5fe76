/**
 * Which check the compiler puts before a function (cmd/internal/obj/x86, stacksplit) and what it compares. The frame is the
 * number that `-S` shows as $F: locals, saved frame pointer and outgoing arguments, without the return address.
 * Left out: the race detector's larger guard, //go:nosplit chains (the linker checks those), other processors.
 */
import { BadInput, checkBytes } from '../base/errors.ts';
import type { StackConfig } from './config.ts';

export type Prologue = 'none' | 'small' | 'big' | 'huge';

export const prologues: readonly Prologue[] = ['none', 'small', 'big', 'huge'];

export interface FunctionShape {
  readonly frame: number;
  /** It calls nothing, except panics without arguments (bounds, division, shift) and block copies. */
  readonly leaf: boolean;
  /** It has such a panic or block copy. */
  readonly panics?: boolean;
  readonly nosplit?: boolean;
}

export function prologueOf(config: StackConfig, shape: FunctionShape): Prologue {
  const frame = checkBytes(shape.frame, config.maxFrame, 'frame');
  if (config.version.status === 'model') throw new BadInput('neverSeen', { version: config.version.name });
  if (shape.nosplit) return 'none';
  if (shape.leaf && frame < (shape.panics ? config.panicLeafLimit : config.leafLimit)) return 'none';
  if (frame <= config.stackSmall) return 'small';
  return frame <= config.stackBig ? 'big' : 'huge';
}

/** Would the check call for more stack? `used`: bytes from the stack's high end at entry, return address included. */
export function needsMore(config: StackConfig, frame: number, stackSize: number, used: number): boolean {
  const free = stackSize - used;
  if (frame <= config.stackSmall) return free <= config.stackGuard;
  if (config.mode === 'segmented' && frame > config.stackBig) return true;
  return free - (frame - config.stackSmall) <= config.stackGuard;
}

/** The instructions of the check, as the compiler's -S names them; empty for none. */
export function checkCode(config: StackConfig, shape: FunctionShape): readonly string[] {
  const below = shape.frame - config.stackSmall;
  switch (prologueOf(config, shape)) {
    case 'none':
      return [];
    case 'small':
      return config.registerG
        ? ['CMPQ SP, 16(R14)', 'JLS morestack']
        : ['MOVQ (TLS), CX', 'CMPQ SP, 16(CX)', 'JLS morestack'];
    case 'big':
      return config.registerG
        ? [`LEAQ -${below}(SP), R12`, 'CMPQ R12, 16(R14)', 'JLS morestack']
        : ['MOVQ (TLS), CX', `LEAQ -${below}(SP), AX`, 'CMPQ AX, 16(CX)', 'JLS morestack'];
    case 'huge':
      return config.registerG
        ? ['MOVQ SP, R12', `SUBQ $${below}, R12`, 'JCS morestack', 'CMPQ R12, 16(R14)', 'JLS morestack']
        : hugeOld(config, shape.frame);
  }
}

/** Up to 1.16: the sum must not wrap, so the guard is tested for the preemption mark first. */
function hugeOld(config: StackConfig, frame: number): readonly string[] {
  return [
    'MOVQ (TLS), CX',
    'MOVQ 16(CX), SI',
    'CMPQ SI, $-1314',
    'JEQ morestack',
    `LEAQ ${config.stackGuard}(SP), AX`,
    'SUBQ SI, AX',
    `CMPQ AX, $${frame + config.stackGuard - config.stackSmall}`,
    'JLS morestack',
  ];
}
