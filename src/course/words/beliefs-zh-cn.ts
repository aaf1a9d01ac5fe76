/** 对每个误解的回应，简体中文。第一课的在 zh-cn.ts 里。 */
export const beliefsZhCn = {
  'interfaces-allocate': {
    title: '接口不一定分配',
    refutation:
      '装箱会复制一份值，让接口指向它。这份副本可以留在栈帧里，可以是只读数据；如果值本身就是指针，连副本都没有。',
  },
  'escapes-costs': {
    title: '“escapes to heap” 不等于一次分配',
    refutation: '这行说的是值可能要住在哪里。常量变成只读数据，小数值来自一张表，零大小的值不需要内存。',
  },
  'closures-allocate': {
    title: '闭包跟着它的使用者走',
    refutation: '函数字面量是一条记录，装着捕获的变量。没有副本比调用活得久，它就和别的结构体一样在栈帧里。',
  },
  'slices-on-heap': {
    title: '切片没有固定的住处',
    refutation: '切片头是三个字的值，底层数组和别的分配一样判断。没有人留下它，数组也在栈帧里。',
  },
  'small-make-stays': {
    title: '小还不够',
    refutation: '比调用活得久的小数组也得在堆上。大小只能禁止进栈帧，不能批准。',
  },
  'variable-make-heap': {
    title: '运行时才知道的长度不再决定一切',
    refutation: '从 Go 1.25 起，这样的 `make` 本身不逃逸：32 字节以内用栈帧里的缓冲，更大时运行中再向堆要。',
  },
  'leaking-means-heap': {
    title: '“leaking param” 不说参数自己住在哪里',
    refutation: '它说的是调用者交进来的东西可能被留下。参数变量仍在栈帧里；调用者的值要放在留得住的地方。',
  },
  'does-not-escape-free': {
    title: '“does not escape” 不等于没有代价',
    refutation: '它只说住处。栈可能要增长，内存要清零，切片仍可能超出缓冲而向堆要。',
  },
  'stack-runs-out': {
    title: '没有人看栈还剩多少',
    refutation: '界限是编译器里的常数：隐式的 64 KiB，声明的变量 128 KiB。栈不够大时，它就增长。',
  },
  'local-container-local': {
    title: '存进容器就出了编译器的视线',
    refutation: '编译器不跟踪指针、切片元素、map 和 channel 背后的事。存进去的一律当作存到堆上。',
  },
  'spaced-directive': {
    title: '多一个空格就成了注释',
    refutation: '`//go:noinline` 没有空格才是指令。有空格就只是文字，函数照样内联。',
  },
  'l-is-production': {
    title: '`-l` 看到的是另一个程序',
    refutation: '加了 `-l` 什么都不内联。真正构建时被调函数的代码在调用者里，原先逃逸的可能就留下了。',
  },
  'inlining-only-speed': {
    title: '内联会改变结论',
    refutation: '内联之后两个栈帧变成一个。本来要比被调函数活得久的值，现在只要活得和调用者一样久。',
  },
  'generics-static': {
    title: '泛型的代码是共用的',
    refutation: '形状相同的类型实参共用一份代码。通过类型参数调用的方法要查字典，编译器看不见被调函数。',
  },
  'pool-always-helps': {
    title: '池里留的是你放进去的东西',
    refutation: '`Put` 收的是接口。放切片进去要给切片头装箱：每次一个分配。要放指针。',
  },
  'globals-heap-or-stack': {
    title: '包级变量两处都不在',
    refutation: '不管什么类型，它们在二进制的 data 或 bss 里。它们指向的东西另说。',
  },
  'stacks-fixed': {
    title: '栈从小开始，会增长',
    refutation: 'goroutine 从 2 KB（或测得的平均值）开始，需要时换成两倍大的栈，上限 1 GB。',
  },
  'growth-breaks-pointers': {
    title: '指针跟着搬',
    refutation: '复制栈时，指向栈内的每个指针都加上同样的距离。所以指向栈的指针不能存到栈外。',
  },
  'overflow-recoverable': {
    title: '这是致命错误',
    refutation: '超过栈上限是致命错误，不是 panic。`recover` 看不到它。',
  },
  'never-shrink': {
    title: '栈会在回收时收缩',
    refutation: '回收时发现用了不到四分之一，就减半，每次回收一次，不会小于最小值。',
  },
  'segmented-still': {
    title: '分段已是历史',
    refutation: '从 Go 1.3 起栈是连续的一块。不够时复制到更大的一块，而不是接上另一段。',
  },
  'exact-size': {
    title: '对象占一个槽，而不是它的大小',
    refutation: '大小向上取到大小类。槽里剩下的部分在对象释放之前都浪费着。',
  },
  'tiny-freed-alone': {
    title: '微小对象共用一块',
    refutation: '小于 16 字节且没有指针的对象挤在 16 字节的块里。所有住户都够不着了，块才释放。',
  },
  'cache-per-thread': {
    title: '缓存属于 P',
    refutation: '每个 P 一份缓存，不是每个线程或 goroutine 一份。谁在这个 P 上运行谁用，不用锁。',
  },
  'large-through-cache': {
    title: '大对象不经过缓存',
    refutation: '32 KB 以上没有大小类。堆直接给出整页，要拿它的锁。',
  },
  'freed-returns-at-once': {
    title: '释放不等于归还',
    refutation: '释放的槽等下一个同类对象，释放的 span 等下一个请求。清道夫稍后在后台把页还给系统。',
  },
  'builder-always-faster': {
    title: 'Builder 适合很多片段',
    refutation: '`a + b + c` 是一次大小刚好的分配。要增长的 Builder 需要好几次。',
  },
  'bytes-always-copies': {
    title: '转换不一定复制',
    refutation: '字节从不写、也不比字符串活得久时，编译器让两者共用内存。查 map 和比较也不复制。',
  },
  'locks-elided': {
    title: 'Go 不去掉锁',
    refutation: 'Java 运行时可能会。Go 编译器保留每个 `Lock`，哪怕别人够不着这个互斥锁。',
  },
  'wording-tells-type': {
    title: '措辞区分变量和表达式',
    refutation: '“moved to heap” 说的是声明的变量，“escapes to heap” 说的是会分配的表达式。是不是指针无关。',
  },
  'old-lists-hold': {
    title: '规则后来变了',
    refutation: '文章所说往往对当时的版本成立。要问你用的编译器：试验场能看到几个版本各怎么说。',
  },
  'fewer-is-better': {
    title: '逃逸更少不是目的',
    refutation: '复制一个大值可能比一次分配更贵，难用的接口最贵。先测量，再决定。',
  },
  'cost-is-garbage': {
    title: '回收的代价在活着的对象',
    refutation: '标记沿着活对象的指针走，从不访问垃圾。垃圾的代价只是让下一次回收来得更早。',
  },
  'stack-grows-up': {
    title: '栈向下增长',
    refutation: '一次调用从栈指针里减去一段。被调用者的栈帧在调用者的下方，地址更低。',
  },
  'return-erases': {
    title: '返回不擦除任何东西',
    refutation:
      '返回只是把栈指针移回去。那些字节原样留着，直到下一次调用盖上新的内容：所以返回便宜，也所以旧指针危险。',
  },
  'collector-stops-all': {
    title: '标记时程序照样运行',
    refutation:
      '一轮回收里世界只停两次，都很短：标记开始时和结束时。其余时间两者同时运行，程序付出的是一部分处理器和写指针时的一次检查。',
  },
  'declaration-decides': {
    title: '声明并不决定位置',
    refutation: '声明只说有这么一个变量或类型、有多大。值住在哪里，要看它的地址后来去了哪里。',
  },
} as const;

/** 同样的误解，用学习者的话说：供选择的错误理由。 */
export const beliefReasonsZhCn = {
  'interfaces-allocate': '它放进了接口，接口会分配。',
  'escapes-costs': '编译器说“escapes”，所以分配了内存。',
  'closures-allocate': '闭包用到它，闭包会分配。',
  'slices-on-heap': '它是切片或 map，这些都在堆上。',
  'small-make-stays': '它够小，栈帧放得下。',
  'variable-make-heap': '它的长度运行时才知道。',
  'leaking-means-heap': '参数 leaking，所以它在堆上。',
  'does-not-escape-free': '它不逃逸，所以没有代价。',
  'stack-runs-out': '那一刻栈上没有地方了。',
  'local-container-local': '装着它的容器是局部的。',
  'spaced-directive': '函数上面的指令禁止内联。',
  'l-is-production': '不内联也是同一个程序。',
  'inlining-only-speed': '内联改变速度，不改变位置。',
  'generics-static': '泛型代码为每个类型各编译一份。',
  'pool-always-helps': '池留着它，所以什么都不分配。',
  'globals-heap-or-stack': '包级变量在堆上。',
  'stacks-fixed': '栈的大小是固定的。',
  'growth-breaks-pointers': '栈一增长，指向栈的指针就坏了。',
  'overflow-recoverable': 'defer 的函数能 recover 它。',
  'never-shrink': '栈长大后就不再变小。',
  'segmented-still': '栈接在另一段上继续。',
  'exact-size': '它正好占自己的大小。',
  'tiny-freed-alone': '每个微小对象各自释放。',
  'cache-per-thread': '每个 goroutine 有自己的缓存。',
  'large-through-cache': '它来自所在 P 的缓存。',
  'freed-returns-at-once': '释放的内存已还给系统。',
  'builder-always-faster': 'Builder 比 `+` 分配得少。',
  'bytes-always-copies': '转换会复制字节。',
  'locks-elided': '别人够不着，锁就去掉了。',
  'wording-tells-type': '措辞取决于它是不是指针。',
  'old-lists-hold': '每份逃逸清单上都有它。',
  'fewer-is-better': '指针省去了复制。',
  'cost-is-garbage': '它很快就成垃圾。',
  'stack-grows-up': '栈向上增长。',
  'return-erases': '返回时栈帧被擦除。',
  'collector-stops-all': '回收结束之前程序一直停着。',
  'declaration-decides': '由它的声明决定。',
} as const;
