import { type Kysely, sql } from 'kysely';
import type { Migration } from '../../database/room.ts';

/** Sheets of personal data belong to a response and die with it, and so do the headers that were learnt from them. */
export const sheetsOfResponses: Migration = {
  name: '0004-sheets-of-responses',
  async up(db: Kysely<unknown>) {
    await sql`alter table tables.sheet add response uuid,
      add foreign key (tenant, response) references responses.response (tenant, id)`.execute(db);
    await sql`create index sheet_response on tables.sheet (tenant, response)
      where response is not null`.execute(db);
    await sql`alter table tables.header add dies_with uuid`.execute(db);
    await sql`create index header_dies_with on tables.header (tenant, dies_with)
      where dies_with is not null`.execute(db);

    // What a long sheet has still before it, so that its last section is found as quickly as its first.
    await sql`create index sheet_row_unchecked on tables.sheet_row (tenant, sheet, number)
      where fate is null`.execute(db);
    await sql`create index sheet_row_unwritten on tables.sheet_row (tenant, sheet, number)
      where fate in ('new', 'changed') and change is null`.execute(db);
    await sql`create index sheet_row_written on tables.sheet_row (tenant, sheet, number)
      where change is not null and not stays`.execute(db);
  },
};
