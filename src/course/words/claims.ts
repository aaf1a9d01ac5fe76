/** The sentences about placement that a program may refute (kinds/true-false/claims.ts), in each language. */
import type { Language } from './index.ts';

export const claimWords: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'new-is-heap': { en: '`new(T)` always allocates on the heap.', 'zh-cn': '`new(T)` 总是在堆上分配。' },
  'address-is-heap': {
    en: 'A variable whose address is taken is always on the heap.',
    'zh-cn': '被取了地址的变量总在堆上。',
  },
  'literal-address-is-heap': { en: '`&T{…}` always allocates on the heap.', 'zh-cn': '`&T{…}` 总是在堆上分配。' },
  'parameter-by-value-stays': {
    en: 'A parameter passed by value always stays in the frame.',
    'zh-cn': '按值传入的参数总是留在栈帧里。',
  },
  'local-stays': { en: 'A local variable always stays in its frame.', 'zh-cn': '局部变量总是留在自己的栈帧里。' },
  'closure-is-heap': { en: 'A closure always allocates.', 'zh-cn': '闭包总会分配内存。' },
  'slice-is-heap': { en: 'The array of a slice is always on the heap.', 'zh-cn': '切片的底层数组总在堆上。' },
  'map-is-heap': { en: 'A map is always on the heap.', 'zh-cn': '映射总在堆上。' },
  'small-make-stays': {
    en: 'A small `make` with a constant length is always on the stack.',
    'zh-cn': '长度为常量的小 `make` 总在栈上。',
  },
  'variable-make-is-heap': {
    en: 'A `make` whose length is a variable is always on the heap.',
    'zh-cn': '长度是变量的 `make` 总在堆上。',
  },
  'leaking-is-heap': {
    en: 'A parameter of which the compiler says “leaking param” is itself on the heap.',
    'zh-cn': '编译器说 “leaking param” 的参数，它自己就在堆上。',
  },
  'boxing-is-heap': {
    en: 'Putting a number into an interface always needs heap memory.',
    'zh-cn': '把数放进接口总要用堆内存。',
  },
  'stored-in-local-slice-stays': {
    en: 'What is only stored in a slice of the same function stays in its frame.',
    'zh-cn': '只存进同一函数里的切片的东西，会留在它的栈帧里。',
  },
  'pointer-in-slice-is-heap': {
    en: 'What a pointer in a slice points at is always on the heap.',
    'zh-cn': '切片里的指针所指的东西总在堆上。',
  },
  'byte-conversion-copies': { en: '`[]byte(s)` always copies the string.', 'zh-cn': '`[]byte(s)` 总会复制字符串。' },
  'returned-address-is-heap': {
    en: 'With inlining off, whatever a function returns the address of lives on the heap.',
    'zh-cn': '关闭内联时，函数返回了谁的地址，谁就在堆上。',
  },
  'silent-stays': {
    en: 'A local variable whose address nothing takes is only moved to the heap because of its size.',
    'zh-cn': '没有谁取地址的局部变量，只会因为大小被移到堆上。',
  },
};
