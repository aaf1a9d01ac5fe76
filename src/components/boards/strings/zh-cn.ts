/** 棋盘的中文文字；没有的用英文。 */
export const zhCn = {};
