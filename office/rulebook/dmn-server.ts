import { readDmn } from '@liangbuwu/eligibility/dmn/read-dmn.ts';
import { writeDmn } from '@liangbuwu/eligibility/dmn/write-dmn.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { refuse } from '../http/refusal.ts';
import { say } from '../http/say.ts';
import { issuedTable, issueFields, whyUnfit } from './check-version.ts';
import * as routes from './contract.ts';
import { dmnUnreadable } from './rules.ts';
import * as store from './store.ts';
import { DecisionTable } from './table.ts';

export const dmnEndpoints = (): Endpoint[] => [
  endpoint(routes.readRuleDmn, async ({ body }) => {
    let read: Awaited<ReturnType<typeof readDmn>>;
    try {
      read = await readDmn(body.xml);
    } catch (error) {
      throw refuse(dmnUnreadable, { why: whyUnfit(error) });
    }
    const tables = read.map((given) => {
      const { issue, ...rest } = given;
      const parsed = DecisionTable.safeParse(rest);
      if (parsed.success) return { table: parsed.data, issue: issueFields(issue) };
      const at = parsed.error.issues[0]?.path.join('.') ?? '';
      throw refuse(dmnUnreadable, {
        why: say(`${at} 太长或太多`, `${at} is too long or too many`),
      });
    });
    return { tables };
  }),

  endpoint(routes.writeRuleDmn, async ({ params }, { tx }) => {
    const version = await store.getVersion(tx, params.version);
    const set = await store.getSet(tx, version.set);
    return {
      file: `${set.purpose}-${version.number}.dmn`,
      xml: await writeDmn(issuedTable(version, version.number)),
    };
  }),
];
