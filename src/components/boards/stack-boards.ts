import { defineBoards } from './runtime-board.ts';
import { stackViews } from './views/stack-table.ts';

defineBoards(stackViews);
