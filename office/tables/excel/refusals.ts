import type { RefusalKind } from '../../http/refusal.ts';
import { type Say, say } from '../../http/say.ts';

const megabytes = (bytes: number) => String(Math.floor(bytes / 2 ** 20));
const saveAsXlsx = say(
  '请用 Excel 或 WPS 打开它，选“另存为”，类型选 .xlsx，再上传新文件。',
  'Open it in Excel or WPS, choose Save As with the type .xlsx, and upload the new file.',
);

export const notASheet: RefusalKind = {
  code: 'not-a-sheet',
  status: 415,
  cause: () =>
    say(
      '这个文件不是 Excel 表格（.xlsx），也不是 CSV 文本。',
      'This file is neither an Excel workbook (.xlsx) nor CSV text.',
    ),
  remedy: () => saveAsXlsx,
};

export const emptyFile: RefusalKind = {
  code: 'empty-file',
  status: 422,
  cause: () => say('这个文件是空的，没有内容。', 'This file is empty: it has no content.'),
  remedy: () =>
    say(
      '请在电脑上打开原文件核对，保存后重新上传。',
      'Open the original, see that it has content, save it and upload it again.',
    ),
};

export const otherSheetFormat: RefusalKind<{ format: Say }> = {
  code: 'other-sheet-format',
  status: 415,
  cause: ({ format }) =>
    say(
      `这个文件是${format['zh-CN']}，这里只读 .xlsx 和 .csv。`,
      `This file is ${format.en}; only .xlsx and .csv are read here.`,
    ),
  remedy: () => saveAsXlsx,
};

export const passwordProtected: RefusalKind = {
  code: 'password-protected',
  status: 422,
  cause: () =>
    say(
      '这个文件设有打开密码，读不出来。',
      'This file needs a password to open; it cannot be read.',
    ),
  remedy: () =>
    say(
      '请用密码打开它，在“文件 → 信息 → 保护工作簿”里清除密码，保存后重新上传。',
      'Open it with its password, clear that in File → Info → Protect Workbook, save it and upload it again.',
    ),
};

export const damagedSheet: RefusalKind<{ part: string }> = {
  code: 'damaged-sheet',
  status: 422,
  cause: ({ part }) => say(`这个文件已损坏（${part}）。`, `This file is damaged (${part}).`),
  remedy: () =>
    say(
      '请重新拷贝或下载一次；能打开的话，用 Excel 或 WPS 另存为 .xlsx，再上传。',
      'Copy or download it again; if it opens, save it as .xlsx in Excel or WPS and upload that.',
    ),
};

export const fileTooLarge: RefusalKind<{ bytes: number }> = {
  code: 'sheet-file-too-large',
  status: 413,
  cause: ({ bytes }) =>
    say(
      `这个文件超过 ${megabytes(bytes)} MB。`,
      `This file is larger than ${megabytes(bytes)} MB.`,
    ),
  remedy: () =>
    say(
      '请删去表里的图片，或分成几个文件上传。',
      'Delete the pictures in it, or upload it as several files.',
    ),
};

export const unpacksTooLarge: RefusalKind<{ bytes: number }> = {
  code: 'sheet-unpacks-too-large',
  status: 413,
  cause: ({ bytes }) =>
    say(
      `这个文件解压后超过 ${megabytes(bytes)} MB，没有继续读。`,
      `Unpacked, this file is larger than ${megabytes(bytes)} MB; it was not read any further.`,
    ),
  remedy: () =>
    say(
      '请把要导入的行复制到一个新表，另存为 .xlsx；行数很多时分成几个文件。',
      'Copy the rows to import into a new sheet and save that as .xlsx, as several files if there are many.',
    ),
};

export const tooManyColumns: RefusalKind<{ row: number; most: number }> = {
  code: 'too-many-columns',
  status: 422,
  cause: ({ row, most }) =>
    say(`第 ${row} 行超过 ${most} 列还有内容。`, `Row ${row} has content beyond column ${most}.`),
  remedy: () =>
    say(
      '请只留下要导入的列，删去右边多余的内容。',
      'Keep the columns to import, and delete what stands to the right of them.',
    ),
};

export const tooManyRows: RefusalKind<{ most: number }> = {
  code: 'too-many-rows',
  status: 422,
  cause: ({ most }) => say(`这个表超过 ${most} 行。`, `This sheet has more than ${most} rows.`),
  remedy: () => say('请分成几个文件导入。', 'Import it as several files.'),
};

export const cellTooLong: RefusalKind<{ row: number; most: number }> = {
  code: 'cell-too-long',
  status: 422,
  cause: ({ row, most }) =>
    say(
      `第 ${row} 行有一格超过 ${most} 个字。`,
      `Row ${row} has a cell of more than ${most} characters.`,
    ),
  remedy: () =>
    say(
      '请缩短这一格；CSV 文件请核对这一行起的引号是否成对。',
      'Shorten that cell; in a CSV file see whether each quotation mark from that row on has its other half.',
    ),
};

export const formulaInSheet: RefusalKind<{ cell: string }> = {
  code: 'formula-in-sheet',
  status: 422,
  cause: ({ cell }) =>
    say(
      `${cell} 格里是公式，这里只读写好的内容。`,
      `Cell ${cell} is a formula; only what is written out is read here.`,
    ),
  remedy: () =>
    say(
      '请全选、复制，再“选择性粘贴”为“数值”，保存后重新上传。',
      'Select all, copy, Paste Special as values, save it and upload it again.',
    ),
};

export const unknownEncoding: RefusalKind = {
  code: 'unknown-encoding',
  status: 422,
  cause: () =>
    say(
      '认不出这个文本文件的编码：既不是 UTF-8，也不是 GB18030（ANSI）。',
      'The encoding of this text file is neither UTF-8 nor GB18030 (ANSI).',
    ),
  remedy: () => saveAsXlsx,
};

export const noSuchSheet: RefusalKind<{ name: string; names: readonly string[] }> = {
  code: 'no-such-sheet',
  status: 422,
  cause: ({ name, names }) =>
    say(
      `文件里没有名为“${name}”的工作表；有：${names.join('、')}。`,
      `The file has no sheet “${name}”; it has: ${names.join(', ')}.`,
    ),
  remedy: () => say('请选其中一个工作表。', 'Choose one of these sheets.'),
};

export const noHeaderRow: RefusalKind<{
  many: Say;
  expected: { 'zh-CN': readonly string[]; en: readonly string[] };
  names: readonly string[];
  within: number;
}> = {
  code: 'no-header-row',
  status: 422,
  cause: ({ many, names, within }) =>
    say(
      `在前 ${within} 行里找不到“${many['zh-CN']}”的表头（看过的工作表：${names.join('、')}）。`,
      `No header row of ${many.en} was found in the first ${within} rows (sheets looked at: ${names.join(', ')}).`,
    ),
  remedy: ({ expected }) =>
    say(
      `请在数据上方留一行表头，例如：${expected['zh-CN'].join('、')}；也可以指定哪一行是表头。`,
      `Put a row of headers above the data, such as: ${expected.en.join(', ')}; or say which row is the header.`,
    ),
};

/** What may be wrong with a file as a whole. */
// oxlint-disable-next-line typescript/no-explicit-any -- kinds with different subjects
export const fileFaults: readonly RefusalKind<any>[] = [
  notASheet,
  emptyFile,
  otherSheetFormat,
  passwordProtected,
  damagedSheet,
  fileTooLarge,
  unpacksTooLarge,
  tooManyColumns,
  tooManyRows,
  cellTooLong,
  unknownEncoding,
  noSuchSheet,
  noHeaderRow,
];
