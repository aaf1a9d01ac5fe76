/** Words of the hint ladder that is made from the answer: point at a line, name the rule, show one edge. */
import type { TrueReason } from '../kinds/predict-placement/reasons.ts';
import type { Language } from './index.ts';

export interface HintWords {
  readonly line: (line: number) => string;
  readonly prints: (line: number) => string;
  /** For a question on a program without such a line, and for one without a program. */
  readonly program: string;
  readonly numbers: string;
  readonly rules: Readonly<Record<TrueReason, string>>;
  /** The rule behind a kind; for others the rule is that of the place. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly rule: string;
  readonly edge: (step: string) => string;
  readonly noEdge: (name: string) => string;
  readonly not: (text: string) => string;
  readonly first: (text: string) => string;
  readonly pair: (left: string, right: string) => string;
  readonly more: (than: string) => string;
  readonly less: (than: string) => string;
}

const en: HintWords = {
  line: (line) => `Look at line ${line}: start there, and follow what happens to the address.`,
  prints: (line) => `Line ${line} prints it. Go back from there: which lines of the program does it depend on?`,
  program: 'Read the program from top to bottom, and say of each line what it does and how often it runs.',
  numbers: 'Everything that counts stands in the question: write the numbers down, one below the other.',
  rules: {
    returned: 'A result outlives the call. Is it the address that goes out, or a copy of the value?',
    'stored-outside':
      'Package variables, channels, elements of slices and maps and whatever lies behind a pointer outlive the call. Does the address get there?',
    'in-loop': 'What is declared above a loop is older than one turn of it. Does it hold the address?',
    captured: 'A closure that shares a variable holds its address. Where does the closure go?',
    size: 'A frame takes 128 KiB for a declared variable and 64 KiB for what is made without a name.',
    'no-address': 'Only an address can lead out of a frame. Does anything take one?',
    'stays-inside': 'Follow the address. Is anything that holds it still there after the call?',
  },
  kinds: {
    'size-class': 'Slots come in fixed sizes; above 512 bytes an object with pointers has a header of 8 bytes.',
    'tiny-blocks': 'Objects below 16 bytes without pointers share blocks of 16, each at its own alignment.',
    'span-objects': 'The pages of a span, less what it keeps for its marks, divided by the slot.',
    'page-placement': 'The lowest gap that is large enough wins; a P keeps some pages of its own for small requests.',
    'allocation-path':
      'The P’s own span, then the centre, then pages, then the system: the next only when one has nothing.',
    'reuse-order': 'A slot comes back when its span is swept, and a span is read from low to high.',
    'stack-growth': 'Frames and return addresses add up from the top; the guard is reached before the end.',
    prologue: 'The size of the frame decides, and whether the function calls anything, a panic included.',
    'hot-split': 'A segment is linked and freed at each crossing; a copied stack stays large.',
    shrink: 'Each collection may halve the stack, while used plus the reserve is below a quarter.',
    'spot-outdated': 'A sentence about the runtime has a version. What has changed since?',
    'version-difference': 'Limits moved in Go 1.24, constants are followed and small buffers used since Go 1.25.',
    'predict-diagnostic':
      '“moved to heap” is said of a variable, “escapes to heap” of an expression, “leaking” of a parameter.',
    'parameter-tags': 'Kept for good, given back as a result, or only used: one of the three.',
    'true-false': 'One program that does otherwise is enough to refute it.',
    choice: 'Which of these can be seen, measured or looked up, and which is only plausible?',
  },
  rule: 'Ask of each value whether its address is still needed when the call is over.',
  edge: (step) => `One step of the way: ${step}`,
  noEdge: (name) => `There is no step to show: nothing takes the address of \`${name}\`.`,
  not: (text) => `It is not: ${text}`,
  first: (text) => `First comes: ${text}`,
  pair: (left, right) => `One pair: ${left}, ${right}`,
  more: (than) => `It is more than ${than}.`,
  less: (than) => `It is less than ${than}.`,
};

const zhCn: HintWords = {
  line: (line) => `看第 ${line} 行：从那里开始，跟着地址走。`,
  prints: (line) => `打印它的是第 ${line} 行。从那里往回走：它取决于程序的哪些行？`,
  program: '从上到下读一遍程序，每一行都说出它做什么、执行几次。',
  numbers: '要紧的都在题目里：把这些数一行一行写下来。',
  rules: {
    returned: '返回值比调用活得久。出去的是地址，还是值的副本？',
    'stored-outside': '包级变量、channel、切片和 map 的元素、指针后面的一切都比调用活得久。地址到了那里吗？',
    'in-loop': '在循环之上声明的，比一轮循环更老。它拿着地址吗？',
    captured: '共享变量的闭包拿着它的地址。闭包去了哪里？',
    size: '栈帧容得下 128 KiB 的声明变量，和 64 KiB 没有名字就造出来的东西。',
    'no-address': '只有地址能通向栈帧之外。有谁取了地址吗？',
    'stays-inside': '跟着地址走。调用结束后，拿着它的东西还在吗？',
  },
  kinds: {
    'size-class': '槽只有固定的几种大小；超过 512 字节且含指针的对象带 8 字节头部。',
    'tiny-blocks': '小于 16 字节且不含指针的对象共用 16 字节的块，各按自己的对齐放置。',
    'span-objects': 'span 的页，减去它留给标记的部分，再除以槽。',
    'page-placement': '地址最低且够大的空隙胜出；P 自己留着几页给小请求。',
    'allocation-path': '先是 P 自己的 span，再是中心，再是页，再是系统：上一级没有了才问下一级。',
    'reuse-order': '槽要等 span 清扫后才回来，span 从低到高读取。',
    'stack-growth': '栈帧和返回地址从顶上往下累加；还没到底就先碰到警戒区。',
    prologue: '看栈帧大小，也看函数是否调用别的东西，panic 也算。',
    'hot-split': '分段栈每次跨越都要接上再释放；复制的栈长大后就留着。',
    shrink: '每次回收可以减半，只要已用加预留还低于四分之一。',
    'spot-outdated': '关于运行时的句子总有版本。后来变了什么？',
    'version-difference': 'Go 1.24 移动了上限；从 Go 1.25 起会跟踪常量，并使用小缓冲。',
    'predict-diagnostic': '“moved to heap” 说变量，“escapes to heap” 说表达式，“leaking” 说参数。',
    'parameter-tags': '被永久留下、作为结果还回、只被使用：三者之一。',
    'true-false': '只要有一个程序不是这样，就足以反驳它。',
    choice: '哪一个看得到、量得出、查得着？哪些只是听上去有理？',
  },
  rule: '对每个值都问一句：调用结束时，它的地址还要用吗？',
  edge: (step) => `路上的一步：${step}`,
  noEdge: (name) => `没有哪一步可看：没有谁取 \`${name}\` 的地址。`,
  not: (text) => `不是这个：${text}`,
  first: (text) => `最先的是：${text}`,
  pair: (left, right) => `其中一对：${left}，${right}`,
  more: (than) => `比 ${than} 多。`,
  less: (than) => `比 ${than} 少。`,
};

export const hintWords: Readonly<Record<Language, HintWords>> = { en, 'zh-cn': zhCn };
