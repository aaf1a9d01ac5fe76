import { defineFrom } from './runtime-board.ts';
import { stackViews } from './views/stack-table.ts';

defineFrom(stackViews);
