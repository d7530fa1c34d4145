import { matchHeaders } from '../../office/tables/excel/match-headers.ts';
import { parseCell } from '../../office/tables/excel/parse-cell.ts';
import { readSheet } from '../../office/tables/excel/read-sheet.ts';
import { writeSheet } from '../../office/tables/excel/write-sheet.ts';
import { household, households, names } from './households.ts';

// One task in a process of its own: task.ts <task> <file> <rows>. Prints CPU seconds, peak memory and the rows it met.

// What does not need exceljs does without it.
const load = async () => (await import('exceljs')).default;

async function* source(rows: number) {
  for (let i = 0; i < rows; i++) yield household(i);
}

const plain = (i: number) =>
  Object.values(household(i)).map((value) =>
    typeof value === 'object' ? JSON.stringify(value) : typeof value === 'boolean' ? '是' : value,
  );

const tasks: Record<string, (file: string, rows: number) => Promise<number>> = {
  idle: async () => 0,
  'write ours': (file, rows) =>
    writeSheet(file, {
      table: households,
      rows: source(rows),
      language: 'zh-CN',
      names,
      at: new Date(0),
    }),
  'write exceljs, streaming': async (file, rows) => {
    const excel = await load();
    const workbook = new excel.stream.xlsx.WorkbookWriter({ filename: file, useStyles: true });
    const sheet = workbook.addWorksheet('住户');
    for (let i = 0; i < rows; i++) sheet.addRow(plain(i)).commit();
    await workbook.commit();
    return rows;
  },
  'write exceljs, whole': async (file, rows) => {
    const excel = await load();
    const workbook = new excel.Workbook();
    const sheet = workbook.addWorksheet('住户');
    for (let i = 0; i < rows; i++) sheet.addRow(plain(i));
    await workbook.xlsx.writeFile(file);
    return rows;
  },
  'read ours': async (file) => {
    const { header, rows } = await readSheet(file, households);
    const matches = matchHeaders(header.texts, households);
    const columns = households.columns.map((column) => ({
      column,
      at: matches.find(({ field }) => field === column.field)?.column ?? -1,
    }));
    let count = 0;
    for await (const { cells } of rows) {
      for (const { column, at } of columns) {
        const { fault } = parseCell(column, cells[at]);
        if (fault) throw new Error(`${column.field}: ${fault.cause.en}`);
      }
      count += 1;
    }
    return count;
  },
  'read exceljs, streaming': async (file) => {
    const excel = await load();
    const options = { styles: 'cache', sharedStrings: 'cache', worksheets: 'emit' } as const;
    let count = 0;
    for await (const sheet of new excel.stream.xlsx.WorkbookReader(file, options)) {
      for await (const _ of sheet) count += 1;
    }
    return count;
  },
  'read exceljs, whole': async (file) => {
    const excel = await load();
    const workbook = new excel.Workbook();
    await workbook.xlsx.readFile(file);
    return workbook.worksheets[0]?.rowCount ?? 0;
  },
};

const [name = '', file = '', rows = '0'] = process.argv.slice(2);
const task = tasks[name];
if (!task) throw new Error(`no task ${name}`);
const count = await task(file, Number(rows));
// Of all threads: unlike the wall it does not grow with whatever else the machine does.
const { user, system } = process.cpuUsage();
const seconds = (user + system) / 1e6;
console.log(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024, count }));
