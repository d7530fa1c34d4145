import type { Clock } from '@liangbuwu/office/clock/clock.ts';
import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { type Say, say } from '@liangbuwu/office/http/say.ts';
import { admits } from '@liangbuwu/office/rulebook/admits.ts';
import { governing } from '@liangbuwu/office/rulebook/decide-server.ts';
import type { RuleVersion } from '@liangbuwu/office/rulebook/rulebook.ts';
import type { GoverningRule } from './reopening.ts';

const noRule = say(
  '那天没有返校规定在执行，到校不凭任何证明。',
  'No rule about the return is in force on that day: nothing has to be shown.',
);

/** Which rule governs who returns to a school, at noon of a day there; else in words why none does. */
export async function ruleOn(
  tx: Tx,
  clock: Clock,
  of: { school: string; day: string; zone: string },
): Promise<{ rule: GoverningRule | null; noRule: Say | null }> {
  const at = Temporal.PlainDate.from(of.day)
    .toZonedDateTime({ timeZone: of.zone, plainTime: '12:00' })
    .toInstant()
    .toString();
  const governed = await governing(tx, clock, { purpose: 'return-to-school', area: of.school, at });
  if (governed.is !== 'in-force') return { rule: null, noRule };
  const { set, version } = governed;
  const { id, number, issuer, document, appeal, from, until } = version;
  return {
    rule: {
      id,
      set: set.id,
      name: set.name,
      number,
      issuer,
      document,
      appeal,
      from,
      until,
      notYet: notYetOf(version),
    },
    noRule: null,
  };
}

/** Who does not return yet, row by row, in the words of the table itself. */
function notYetOf({ table }: RuleVersion): Say[] {
  const at = (name: string) => table.annotations?.indexOf(name) ?? -1;
  return table.rules.flatMap(({ gives, annotations = [] }) => {
    if (admits('return-to-school', table.outputs, constantOf(gives[0] ?? ''))) return [];
    const words = (language: 'zh-CN' | 'en', between: string) =>
      [`why ${language}`, `do ${language}`]
        .map((name) => annotations[at(name)]?.trim() ?? '')
        .filter((text) => text !== '')
        .join(between);
    const said = say(words('zh-CN', '：'), words('en', ': '));
    return said['zh-CN'] === '' || said.en === '' ? [] : [said];
  });
}

/** What a cell that gives a text gives. */
const constantOf = (cell: string): string => cell.trim().replace(/^"(.*)"$/s, '$1');
