import { defineBoards } from './runtime-board.ts';
import { heapViews } from './views/heap-table.ts';

defineBoards(heapViews);
