import { tableContracts } from '@liangbuwu/office/tables/contract.ts';
import { sheetContracts } from '@liangbuwu/office/tables/sheets/contract.ts';
import { driverTwice, licenceTooLow, stillDrives } from './driving.ts';
import * as examples from './registers.examples.ts';
import {
  DriverFields,
  DriverRow,
  PointFields,
  PointRow,
  ShiftFields,
  ShiftRow,
  Source,
  SourceFields,
  TankerFields,
  TankerRow,
} from './registers.ts';
import { stillInForce } from './rules.ts';
import { SiteFields, SiteRow } from './stations/site.ts';
import { siteTable } from './stations/site-table.ts';
import { site } from './stations/siting.examples.ts';
import { driverTable, pointTable, shiftTable, sourceTable, tankerTable } from './tables.ts';

const permissions = { read: 'water.registers', write: 'water.write' } as const;

export const sources = tableContracts({
  table: sourceTable,
  path: '/api/water/sources',
  row: Source,
  fields: SourceFields,
  ...permissions,
  errors: [stillInForce],
  example: examples.source,
});

export const tankers = tableContracts({
  table: tankerTable,
  path: '/api/water/tankers',
  row: TankerRow,
  fields: TankerFields,
  ...permissions,
  errors: [stillInForce],
  example: examples.tanker,
});

export const drivers = tableContracts({
  table: driverTable,
  path: '/api/water/drivers',
  row: DriverRow,
  fields: DriverFields,
  ...permissions,
  errors: [stillDrives],
  example: examples.driver,
});

export const shifts = tableContracts({
  table: shiftTable,
  path: '/api/water/shifts',
  row: ShiftRow,
  fields: ShiftFields,
  ...permissions,
  errors: [licenceTooLow, driverTwice, stillInForce],
  example: examples.shift,
});

export const points = tableContracts({
  table: pointTable,
  path: '/api/water/points',
  row: PointRow,
  fields: PointFields,
  ...permissions,
  errors: [stillInForce],
  example: examples.point,
});

export const sites = tableContracts({
  table: siteTable,
  path: '/api/water/sites',
  row: SiteRow,
  fields: SiteFields,
  ...permissions,
  example: site,
});

/** Every register of the desk, in the order in which one would fill them. */
export const registers = [sources, tankers, drivers, shifts, points, sites] as const;

/** The same tables as Excel sheets. */
export const sheets = registers.map(({ table, put, list }) =>
  sheetContracts({
    table,
    path: list.path,
    read: list.permission,
    write: put.permission,
  }),
);
