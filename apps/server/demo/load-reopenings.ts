import {
  announceBatch,
  draftAnnouncement,
  giveSchoolCode,
  putBatch,
} from '@liangbuwu/campus/batches/batches.contract.ts';
import type { Parts } from '@liangbuwu/campus/reopening/parts.ts';
import {
  approveReopening,
  assessReopening,
  inspectReopening,
  putReopening,
  submitReopening,
} from '@liangbuwu/campus/reopening/reopening.contract.ts';
import type { Finding } from '@liangbuwu/campus/reopening/reopening.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import type { Loading } from './load-demo.ts';
import { stableId } from './stable-id.ts';

const response = stableId('response epidemic-2022-11');

/** How far schools are on their way back: each step by the account whose it is, and what parents were told. */
export async function loadReopenings(
  { scenario, area }: Loading,
  as: (user: string) => Promise<Call>,
): Promise<void> {
  for (const { id, school: name, by, parts, inspected, assessedBy, approvedBy, batches } of scenario
    .reopenings.plans) {
    const school = area(name);
    const plan = stableId(`reopening ${id}`);
    const step = (what: string) => ({ plan, step: stableId(`reopening ${id} ${what}`) });
    const keeper = await as(by);
    let { version: seen } = await keeper(putReopening, {
      params: { plan },
      body: { response, school, seen: null, parts: parts as unknown as Parts, answers: [] },
    });
    ({ version: seen } = await keeper(submitReopening, {
      params: step('submitted'),
      body: { seen },
    }));
    ({ version: seen } = await (await as(inspected.by))(inspectReopening, {
      params: step('inspected'),
      body: { seen, findings: inspected.findings as Finding[] },
    }));
    if (assessedBy)
      ({ version: seen } = await (await as(assessedBy))(assessReopening, {
        params: step('assessed'),
        body: { seen },
      }));
    if (approvedBy)
      await (await as(approvedBy))(approveReopening, { params: step('approved'), body: { seen } });
    await keeper(giveSchoolCode, { params: { school }, body: { replaces: null } });
    for (const { id: of, groups, ...batch } of batches) {
      const params = { batch: stableId(`batch ${of}`) };
      const lines = groups.flatMap(({ classes, ...group }) =>
        classes.map((one) => ({ class: area(one), ...group })),
      );
      const made = await keeper(putBatch, {
        params,
        body: { response, school, seen: null, lines, ...batch },
      });
      const { words } = await keeper(draftAnnouncement, { params });
      await keeper(announceBatch, {
        params: { ...params, announcement: stableId(`announcement ${of}`) },
        body: { seen: made.version, words },
      });
    }
  }
}
