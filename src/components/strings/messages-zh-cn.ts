/** The messages' pages in Chinese. A message that is missing here is shown in English, and the page says so. */
import type { DocumentedCode } from '../../course/messages/table.ts';
import type { MessageText } from './messages-en.ts';

export const messagesZhCn: Partial<Readonly<Record<DocumentedCode, MessageText>>> = {
  'moved-to-heap': {
    short: '一个有名字的变量从一开始就在堆上。',
    meaning: [
      '变量的地址到了一个函数返回以后、或下一轮循环里还可能用到的地方，所以编译器在声明处就给它堆上的存储。',
      '运行时什么也不会移动：这句话说的是编译器的安排。',
    ],
    cost: '会：声明每执行一次，就有一个堆对象。',
    change: '交出值而不是地址；或者让调用者拥有存储，把地址传下来。',
  },
  'escapes-to-heap': {
    short: '一个没有名字的值分配在堆上。',
    meaning: [
      '这个表达式要存储：`new`、`&T{…}`、`make`、切片字面量、闭包、字符串转换，或放进接口的值。它的地址比这次调用活得久，或者大小未知、太大。',
    ],
    cost: '会，每执行一次一个堆对象。放进接口的值有例外：常量、零大小的值和单字节不用分配。',
    change: '顺着 `-m=2` 里它下面的路径，断开其中一步；给大小一个常量上限；或者保留具体类型，不用接口。',
  },
  'does-not-escape': {
    short: '一个没有名字的值放得进栈帧。',
    meaning: ['这个表达式要存储，而它的地址没有一份活过这次调用。栈帧放着它。'],
    cost: '不会。不过是本来就有的栈帧里的几个字节。',
    change: '不用改。',
  },
  'leaking-param': {
    short: '调用者传进来的东西最后到了堆上。',
    meaning: ['参数里的指针被存到了比调用活得久的地方。所以每个调用者的实参所指的东西都得在堆上。'],
    cost: '不在这里，在调用者那里：被传了地址的变量会移到堆上。',
    change: '不要留住指针：复制值，或者把它返回，让每个调用者自己决定。',
  },
  'leaking-param-content': {
    short: '留住的是参数所指之物里的指针，不是参数所指之物本身。',
    meaning: [
      '顺着参数至少走一步才拿到的指针，被存到了比调用活得久的地方。实参所指的东西可以留在栈帧里，它再指向的东西不行。',
    ],
    cost: '不在这里。在调用者那里，只涉及里层的值。',
    change: '复制里层的值，不要留住指向它的指针。',
  },
  'leaking-param-to-result': {
    short: '参数流向返回值，由每个调用者决定。',
    meaning: [
      '返回值里是参数本身（`level=0`）、参数的地址（`level=-1`）或参数所指之物（`level=1` 及以上）。编译器为调用者记下这一点：返回值逃逸，实参才逃逸。',
    ],
    cost: '本身不会。',
    change: '不用改：这是交还指针的省钱办法。',
  },
  'param-does-not-escape': {
    short: '函数只是借用传给它的东西。',
    meaning: ['参数所指的东西没有一样活过这次调用。调用者可以传栈帧变量的地址。'],
    cost: '不会。',
    change: '不用改。',
  },
  'ignoring-self-assignment': {
    short: '把自己的一段存回自己：没有新的流。',
    meaning: [
      '像 `b.buf = b.buf[:n]` 这样的赋值，把对象的一部分存回同一个对象。编译器不把它算进分析，因为什么也没出去。',
    ],
    cost: '不会。',
    change: '不用改。',
  },
  'zero-copy-conversion': {
    short: '字符串变成字节切片，不复制。',
    meaning: ['切片的字节从不被写，也不逃逸，所以可以和字符串共用内存。'],
    cost: '不会，还省了一次。',
    change: '写这个切片，或让它逃逸，就又要复制了。',
  },
  devirtualizing: {
    short: '编译器知道接口调用背后的具体类型。',
    meaning: ['这里的接口值只可能装一种类型，于是直接调用那个类型的方法，分析也看得见方法怎样对待实参。'],
    cost: '不会，常常还省一次：未知方法的实参一律算逃逸。',
    change: '不用改。给变量赋另一种类型就没有了。',
  },
  'partially-devirtualizing': {
    short: '外层类型已知，方法却来自内嵌的接口。',
    meaning: ['接口值里是已知的结构体，但它的方法由内嵌的接口提升而来。第一步是直接调用，第二步还要经过接口。'],
    cost: '不会。但实参仍算传给了未知的方法。',
    change: '内嵌具体类型，而不是接口。',
  },
  'cannot-devirtualize': {
    short: '具体类型已知，但泛型代码由多种类型共用。',
    meaning: [
      '泛型函数的一份代码服务于多种类型实参（一个 shape）。要调哪个方法，或接口自身的类型，取决于运行时传入的字典。',
    ],
    cost: '可能会：调用仍是间接的，实参算逃逸。',
    change: '通过类型参数或具体类型调用，而不是通过接口。',
  },
  'bounds-check-elided': {
    short: '已证明下标在数组之内。',
    meaning: ['下标不可能越界，编译器就省去检查。'],
    cost: '不会。这关系到时间，不关系到内存。',
    change: '不用改。',
  },
  'imprecise-call': {
    short: '通过类型参数调用方法，而类型实参是接口。',
    meaning: ['泛型代码是共用的，类型实参本身又是接口。编译器先查字典再走接口，两个被调函数都不知道。'],
    cost: '可能会：传给未知函数的东西算作被留下。',
    change: '用具体类型实例化，或者把参数写成接口而不是类型参数。',
  },
  'kept-alive': {
    short: '基准循环留住这个值，让它真的被算出来。',
    meaning: ['在 `b.Loop` 循环里，编译器使用调用的结果和实参，使它们不会被优化掉。'],
    cost: '不会：让一个值有用并不搬动它。',
    change: '不用改；这样基准测试才测到它要测的。',
  },
  'skip-inlining': {
    short: '`b.Loop` 循环里的调用保持原样。',
    meaning: ['用 `b.Loop` 循环的基准测试要测循环体里的调用，编译器在那里不把它们内联掉。'],
    cost: '可能会：内联后本可留在基准函数栈帧里的东西，算作传给了函数。',
    change: '不用改；这样基准测试才测到它要测的。',
  },
  'assuming-unsafe-uintptr': {
    short: '没有函数体的函数，其 `uintptr` 参数可能是地址。',
    meaning: ['函数在 Go 之外实现。如果实参是由指针转换来的，编译器会让它所指的东西活到调用返回。'],
    cost: '不会。',
    change: '不用改；是指针的参数请声明为 `unsafe.Pointer`。',
  },
  'marking-escaping-uintptr': {
    short: '有 `//go:uintptrescapes` 时，转成 `uintptr` 的东西逃逸。',
    meaning: ['这个指令说：本函数的 `uintptr` 实参可能被系统留住。调用者就在调用里转换的东西要放到堆上并保持存活。'],
    cost: '不在这里；在调用里转换指针的调用者那里。',
    change: '只有系统调用需要这个指令。',
  },
  'can-inline': {
    short: '函数足够小，可以复制进调用者。',
    meaning: ['对它的调用可以换成它的函数体。那时它的变量住在调用者的栈帧里，返回其中之一的指针也不一定有代价。'],
    cost: '不会，常常还省一次。',
    change: '预算是 80 个语法节点：更小的函数就行。',
  },
  'cannot-inline': {
    short: '函数按原样调用，以及原因。',
    meaning: ['里面有从不内联的写法，或带有 `//go:noinline`，或超过了预算。调用者只看得到它的参数摘要。'],
    cost: '本身不会。',
    change: '把少见的大块拆出去，让常用的部分进得了预算。',
  },
  'inlining-call': {
    short: '这个调用换成了函数体。',
    meaning: ['分析于是看穿了调用：实参和返回值都是本函数的普通变量。'],
    cost: '不会，常常还省一次。',
    change: '`-l` 关闭内联，这里的试验场总是这样。',
  },
  'mutates-param': {
    short: '函数会写参数所指的东西。',
    meaning: ['只有带调试标志才说。`derefs` 是写之前走了几步。从不被写的字节切片可以和字符串共用内存。'],
    cost: '不会。但调用者那里不能再零拷贝转换。',
    change: '如果想让调用者能传转换来的字符串，就写在副本上。',
  },
  'calls-param': {
    short: '函数调用了传给它的函数，并用到结果。',
    meaning: ['只有带调试标志才说。闭包到了这样的调用，它的返回值就算跟丢了，因为没人能再追踪。'],
    cost: '不在这里；闭包返回的值可能得在堆上。',
    change: '让闭包往调用者给的地方填。',
  },
  'param-does-not-escape-mutate-or-call': {
    short: '函数只读传给它的东西。',
    meaning: ['只有带调试标志才说：参数不泄漏，没有经它写，也没有经它调用。'],
    cost: '不会。',
    change: '不用改。',
  },
  'escapes-header': {
    short: '把一个值送上堆的那条路径的标题。',
    meaning: ['它下面的 `flow` 行是地址走过的路，一行一站；`from` 行说出每一站的源码。Go 1.22 及更早不写 `in f`。'],
    cost: '会：就是 `moved to heap` 或 `escapes to heap` 报的那一次。',
    change: '断开路径上的任意一步。',
  },
  'parameter-leaks-header': {
    short: '参数泄漏的那条路径的标题。',
    meaning: ['`derefs` 是从参数到抵达之物走了几步：0 是指针本身，1 是它所指之物。'],
    cost: '不在这里；见 `leaking param`。',
    change: '断开路径上的任意一步。',
  },
  flow: {
    short: '路径的一站：什么去了哪里。',
    meaning: [
      '`p ← &x`：`x` 的地址进了 `p`。`p ← x`：值进去了。`p ← *x`：`x` 所指之物。`{heap}` 比任何调用都活得久，`{storage for …}` 是没有名字的值，`~r0` 是第一个返回值。Go 1.22 及更早把箭头写成 `=`。',
    ],
    cost: '不会，它解释一次分配。',
    change: '看它上面的标题。',
  },
  from: {
    short: '一站背后的源码：哪个表达式、为什么、在哪里。',
    meaning: [
      '括号里是规则：`assign`、`return`、`address-of`、`spill`（给值一块存储，让它有地址）、`call parameter`、`captured by a closure`、`interface-converted` 等等。',
    ],
    cost: '不会，它解释一次分配。',
    change: '要改的就是源码的这一行。',
  },
  truncated: {
    short: '路径绕成了圈，余下的不打印。',
    meaning: ['一个值经由递归或链式结构流回自己。上面的结论照旧，只是解释到此为止。'],
    cost: '不会。',
    change: '试验场找的是最短路径，没有圈。',
  },
  capturing: {
    short: '闭包怎样拿到一个变量。',
    meaning: ['按值：闭包里有一份副本；变量不再被赋值，且不超过 128 字节。按引用：闭包里是它的地址。'],
    cost: '按值不会。按引用时，闭包逃逸，变量就逃逸。',
    change: '变量只赋值一次，或在闭包之前复制一份，就按值捕获。',
  },
};
