import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { getResponse } from '@liangbuwu/office/responses/store.ts';
import { formFile } from '@liangbuwu/office/tables/excel/write-form.ts';
import { listChecks } from '../checks/check-store.ts';
import { getGate } from '../gates/gate-store.ts';
import * as routes from './board.contract.ts';
import { boardOf } from './board.ts';
import { countOverdue, countWithoutPass, listInside } from './board-store.ts';
import { ledgerTooLong, mostDays } from './ledger-rules.ts';
import { ledgerSheet, ledgerWords } from './ledger-sheet.ts';

const local = (at: string, zone: string) => Temporal.Instant.from(at).toZonedDateTimeISO(zone);

export const boardEndpoints: Endpoint[] = [
  endpoint(routes.getBoard, async ({ query }, { tx, clock }) => {
    const gate = await getGate(tx, query.gate);
    const response = await getResponse(tx, gate.response, clock);
    const day = query.day ?? response.today;
    const of = { gate: gate.id, day };
    const checks = await listChecks(tx, { gate: gate.id, from: day, to: day });
    const inside = await listInside(tx, of);
    const withoutPass = await countWithoutPass(tx, of);
    const hourOf = (at: string) => local(at, response.zone).hour;
    const overdue = await countOverdue(tx, { ...gate, now: response.now });
    return { gate, day, overdue, ...boardOf(checks, { inside, withoutPass }, hourOf) };
  }),

  endpoint(routes.getLedgerSheet, async ({ query }, { tx, clock }) => {
    const { from, to, language } = query;
    const days = Temporal.PlainDate.from(from).until(to).days;
    if (days < 0 || days >= mostDays) throw refuse(ledgerTooLong, undefined);
    const gate = await getGate(tx, query.gate);
    const { zone, now } = await getResponse(tx, gate.response, clock);
    const checks = await listChecks(tx, { gate: gate.id, from, to });
    const timeThere = (at: string) =>
      local(at, zone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
    const sheet = ledgerSheet({ gate, from, to, checks, timeThere }, language);
    const span = from === to ? from : `${from}—${to}`;
    const name = `${gate.name} ${ledgerWords.title[language]} ${span}`;
    return formFile(name, { sheets: [sheet], at: new Date(now) });
  }),
];
