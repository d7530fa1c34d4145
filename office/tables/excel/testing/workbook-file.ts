import { type ZipPart, zipFile } from './zip-file.ts';

export interface TestSheet {
  name: string;
  /** What stands within `<sheetData>`, or the cells of each row as texts and numbers. */
  data: string | readonly (readonly (string | number | null)[])[];
  state?: 'hidden';
}

export interface TestBook {
  sheets: readonly TestSheet[];
  strings?: string;
  /** Number formats by style: style 1 is the first. */
  formats?: readonly string[];
  date1904?: boolean;
  change?: (parts: ZipPart[]) => ZipPart[];
  large?: boolean;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships';
const link = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
const links = (inner: string) => `<Relationships xmlns="${packaged}">${inner}</Relationships>`;
const xmlText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const cell = (value: string | number | null) =>
  value === null
    ? '<c/>'
    : typeof value === 'number'
      ? `<c><v>${value}</v></c>`
      : `<c t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`;

const sheetData = (data: TestSheet['data']) =>
  typeof data === 'string'
    ? data
    : data.map((row) => `<row>${row.map(cell).join('')}</row>`).join('');

/** An .xlsx file that is not of our own making. */
export function workbookFile({
  sheets,
  strings = '',
  formats = [],
  date1904 = false,
  change = (parts) => parts,
  large = false,
}: TestBook): Buffer {
  const list = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${xmlText(name)}" sheetId="${i + 1}" ${state ? `state="${state}"` : ''} r:id="rId${i + 1}"/>`,
  );
  const targets = sheets.map((_, i) =>
    link(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`),
  );
  const codes = formats.map(
    (code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${xmlText(code)}"/>`,
  );
  const styles = formats.map((_, i) => `<xf numFmtId="${200 + i}"/>`);
  return zipFile(
    change([
      { name: '_rels/.rels', content: links(link('r1', 'officeDocument', 'xl/workbook.xml')) },
      {
        name: 'xl/workbook.xml',
        content: `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${date1904}"/><sheets>${list.join('')}</sheets></workbook>`,
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        content: links(
          [
            ...targets,
            link('s1', 'sharedStrings', '/xl/sharedStrings.xml'),
            link('s2', 'styles', 'styles.xml'),
          ].join(''),
        ),
      },
      { name: 'xl/sharedStrings.xml', content: `<sst xmlns="${main}">${strings}</sst>` },
      {
        name: 'xl/styles.xml',
        content: `<styleSheet xmlns="${main}"><numFmts>${codes.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`,
      },
      ...sheets.map(({ data }, i) => ({
        name: `xl/worksheets/sheet${i + 1}.xml`,
        content: `<worksheet xmlns="${main}"><sheetData>${sheetData(data)}</sheetData></worksheet>`,
      })),
    ]),
    { large },
  );
}
