/** Chinese words for the engine's answers. */

import type { Rule } from '../../analyzer/analysis.ts';
import { beliefReasonsZhCn, beliefsZhCn } from './beliefs-zh-cn.ts';
import { errorsZhCn } from './errors-zh-cn.ts';
import type { Move, Subject, Words } from './words.ts';

function code(text: string): string {
  return `\`${text}\``;
}

function named({ kind, name, owner }: Subject): string {
  if (kind === 'heap') return '栈帧之外的地方';
  if (kind === 'result') return owner ? `${code(owner)} 的返回值` : '返回值';
  if (kind === 'temporary') return '编译器添加的一个临时位置';
  return code(name);
}

function born({ kind, name, owner }: Subject): string {
  if (kind === 'parameter') return `${code(name)} 是参数：${code(owner)} 的栈帧里有自己的一份。`;
  if (kind === 'allocation') return `${code(owner)} 里的 ${code(name)} 要一个值。`;
  return `${code(name)} 生在 ${code(owner)} 的一次调用里。`;
}

function moved({ from, to, derefs, first }: Move): string {
  const isAddress = derefs < 0 || (first && from.kind === 'allocation');
  const value = isAddress
    ? `${named(from)} 的地址`
    : derefs === 0
      ? `${named(from)} 里的值`
      : `${named(from)} 指向的值`;
  if (to.kind === 'result') return `${value}随${named(to)}离开。`;
  if (to.kind === 'heap') return `${value}存到了比任何调用都活得久的地方。`;
  return `${value}存进 ${named(to)}。`;
}

function decided(rule: Rule, self: Subject): string {
  const owner = code(self.owner);
  const it = code(self.name);
  switch (rule) {
    case 'outlives-result':
      return `${owner} 返回、栈帧消失以后，调用者还能顺着它找过来，所以 ${it} 不能在那个栈帧里。`;
    case 'outlives-heap':
      return `${owner} 返回后它还在，所以 ${it} 也必须在。`;
    case 'outlives-loop':
      return `那个地方比这一轮循环更早，所以每一轮都要新的 ${it}。`;
    case 'outlives-closure':
      return `闭包可能在 ${owner} 返回后才运行，所以 ${it} 必须还在。`;
    default:
      return '';
  }
}

export const zhCn: Words = {
  born,
  moved,
  decided,
  forced: (rule, self) => {
    if (rule === 'non-constant-size') return `编译器不知道 ${code(self.name)} 有多大，栈帧放不了它。`;
    if (rule === 'too-large') return `${code(self.name)} 超过了编译器允许放进栈帧的大小。`;
    return `${code(self.name)} 不能放在栈帧里。`;
  },
  lent: (self, to) =>
    to.owner === self.owner
      ? `它的地址存在 ${named(to)} 里。还没事：${named(to)} 和这个栈帧一起消失。`
      : `它的地址借给 ${named(to)}，只借到那次调用结束。`,
  lentToCall: (_, call) => `${code(call)} 拿到它的地址，只拿到那次调用结束。`,
  stays: ({ owner }) => `没有一份地址比 ${code(owner)} 的这次调用活得久。栈帧放得下它。`,
  noAddress: ({ name }) => `没有人取 ${code(name)} 的地址，外面谁也够不着它。栈帧放得下它。`,
  beliefs: {
    ...beliefsZhCn,
    'new-means-heap': {
      title: '`new` 不等于堆',
      refutation: '`new` 要的是一个值，不是堆内存。值住在哪里，要看它的地址流到哪里。',
    },
    'address-means-heap': {
      title: '取地址还不够',
      refutation: '`&` 只是出发。拿着地址的地方都随栈帧一起消失，就不必搬。',
    },
    'pointer-means-heap': {
      title: '指针也只是一个值',
      refutation: '指针变量是栈帧里的八个字节。要看它指向什么，还有谁够得着。',
    },
    'passing-means-heap': {
      title: '往下传指针没事',
      refutation: '被调函数运行时，调用者的栈帧还在。只有被调函数把地址留下才有问题。',
    },
    'locals-always-stay': {
      title: '局部变量可以比调用活得久',
      refutation: '在 C 里局部变量的地址随调用失效。在 Go 里它一直有效：编译器看到地址离开，一开始就把变量放到堆上。',
    },
    'values-never-move': {
      title: '副本也是变量',
      refutation: '按值传的参数是被调函数栈帧里的新变量。它的地址离开，这个副本就到堆上。',
    },
    'decided-while-running': {
      title: '编译器早就决定了',
      refutation: '程序运行之前，对这段代码只决定一次。变量不会事后再从栈帧搬到堆上。',
    },
    'branches-are-followed': {
      title: '编译器不问某一行会不会运行',
      refutation: '`if` 里的赋值也算数，当作总会发生。有一条出路就够了。',
    },
  },
  errors: errorsZhCn,
  reasons: {
    ...beliefReasonsZhCn,
    returned: '它的地址随返回值离开。',
    'stored-outside': '它的地址可能留在比调用活得久的地方。',
    'in-loop': '它的地址从一轮循环留到下一轮。',
    captured: '一个比调用活得久的函数值拿着它的地址。',
    size: '由大小决定。',
    'no-address': '没有人取它的地址。',
    'stays-inside': '用到了它的地址，但没有一份比调用活得久。',
    'new-means-heap': '它是用 `new` 造的，这就够了。',
    'address-means-heap': '取了它的地址，这就够了。',
    'pointer-means-heap': '有指针，指针就要用堆。',
    'passing-means-heap': '它交给了另一个函数，这就够了。',
    'locals-always-stay': '它是局部变量，局部变量总在栈帧里。',
    'values-never-move': '它是按值传的，只是副本。',
    'decided-while-running': '以后有人要用时，运行时会搬走它。',
    'branches-are-followed': '关键的那一行也许从不运行。',
  },
};
