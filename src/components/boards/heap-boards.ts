import { defineFrom } from './runtime-board.ts';
import { heapViews } from './views/heap-table.ts';

defineFrom(heapViews);
