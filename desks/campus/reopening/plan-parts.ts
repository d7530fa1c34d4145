import { type Say, say } from '@liangbuwu/office/http/say.ts';
import type { Stage } from '../campus.ts';
import { firstArrival, type PartName, type Parts } from './parts.ts';
import { asked } from './settings.ts';

/** What the system knows by itself of the school and the day. */
export interface Known {
  today: string;
  boards: boolean;
  grades: readonly { stage: Stage; grade: number; classes: number }[];
}

export interface PartField {
  name: string;
  kind: 'count' | 'day' | 'yes';
  words: Say;
  /** What is asked of it. */
  asks: Say;
  /** Whether the threshold is set for the demonstration and told nowhere. */
  invented: boolean;
}

export type FieldValue = number | string | boolean | null;
type Fault = (value: never, parts: Parts, known: Known) => Say | undefined;
type Field = PartField & { fault: Fault; isAsked(known: Known): boolean };

const always = () => true;

const count = (
  name: string,
  words: Say,
  of: { asks: Say; invented?: boolean; isAsked?: Field['isAsked'] },
  fault: (value: number, parts: Parts, known: Known) => Say | undefined,
): Field => ({ name, kind: 'count', words, invented: false, isAsked: always, ...of, fault });

const day = (
  name: string,
  words: Say,
  of: { asks: Say; invented?: boolean },
  fault: (value: string, parts: Parts, known: Known) => Say | undefined,
): Field => ({ name, kind: 'day', words, invented: false, isAsked: always, ...of, fault });

const yes = (name: string, words: Say, asks: Say, fault: Say): Field => ({
  name,
  kind: 'yes',
  words,
  asks,
  invented: false,
  isAsked: always,
  fault: (value: boolean) => (value ? undefined : fault),
});

const least = (many: number, unit: readonly [zh: string, en: string]) => (value: number) =>
  value < many
    ? say(
        `填的是 ${value} ${unit[0]}，至少要 ${many} ${unit[0]}`,
        `${value} ${unit[1]}, and at least ${many} are asked for`,
      )
    : undefined;

const notAhead =
  (words: Say) =>
  (value: string, _: Parts, { today }: Known) =>
    value > today
      ? say(
          `${words['zh-CN']}写在 ${value}，还没有到`,
          `${words.en} is dated ${value}, which is still to come`,
        )
      : undefined;

const daysBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** The nine parts with their fields, in the order in which they are read. What is asked of each stands beside it. */
export const planParts: Record<PartName, { words: Say; fields: readonly Field[] }> = {
  epidemicPlan: {
    words: say('疫情防控方案', 'Epidemic plan'),
    fields: [
      day(
        'adopted',
        say('方案印发日期', 'Adopted on'),
        { asks: say('已经印发', 'is adopted already') },
        notAhead(say('方案印发日期', 'the plan')),
      ),
      count(
        'checksADay',
        say('每天健康检查几次', 'Health checks a day'),
        { asks: say(`晨、午、晚检，共 ${asked.checksADay} 次`, 'morning, noon and evening: 3') },
        least(asked.checksADay, ['次', 'a day']),
      ),
    ],
  },
  arrivals: {
    words: say('分年级返校', 'Arrivals by grade'),
    fields: [
      count(
        'gates',
        say('开几个校门', 'Gates that are open'),
        { asks: say('至少 1 个', 'at least 1') },
        least(1, ['个', 'gates']),
      ),
    ],
  },
  lodging: {
    words: say('食宿安排', 'Accommodation and meals'),
    fields: [
      count(
        'sittings',
        say('每餐分几批就餐', 'Sittings a meal'),
        { asks: say('错峰，至少 2 批', 'staggered: at least 2'), invented: true },
        least(2, ['批', 'sittings']),
      ),
      count(
        'beds',
        say('宿舍床位', 'Beds'),
        {
          asks: say('有住宿生的学校至少 1 张', 'at least 1 where pupils live in'),
          isAsked: ({ boards }) => boards,
        },
        least(1, ['张', 'beds']),
      ),
    ],
  },
  supplies: {
    words: say('物资储备', 'Supplies'),
    fields: [
      count(
        'people',
        say('返校师生员工人数', 'Pupils and staff who return'),
        { asks: say('物资按它计算', 'supplies are counted by it') },
        least(1, ['人', 'people']),
      ),
      count(
        'masks',
        say('口罩（只）', 'Masks'),
        {
          asks: say(
            `按每人每天 ${asked.masksADay} 只，够 ${asked.maskDays} 天`,
            `${asked.maskDays} days at ${asked.masksADay} a person and day`,
          ),
          invented: true,
        },
        (masks, { supplies: { people } }) => {
          if (people === null || people === 0) return undefined;
          const days = Math.floor(masks / (people * asked.masksADay));
          return days < asked.maskDays
            ? say(
                `口罩 ${masks} 只，${people} 人只够 ${days} 天，要够 ${asked.maskDays} 天`,
                `${masks} masks last ${people} people ${days} days; ${asked.maskDays} are asked for`,
              )
            : undefined;
        },
      ),
      count(
        'thermometers',
        say('测温设备（台）', 'Thermometers'),
        { asks: say('每个校门至少 1 台', 'at least 1 for each open gate'), invented: true },
        (value, { arrivals }) =>
          least(Math.max(asked.thermometers, arrivals.gates ?? 1), ['台', 'thermometers'])(value),
      ),
    ],
  },
  logistics: {
    words: say('后勤保障', 'Logistics'),
    fields: [
      yes(
        'transferZone',
        say('校门设了物资接驳区', 'A transfer zone for goods at the gate'),
        say('要设', 'there is one'),
        say('校门没有物资接驳区', 'there is no transfer zone for goods at the gate'),
      ),
      day(
        'utilities',
        say('水电气检修日期', 'Water, power and gas checked on'),
        { asks: say('已经检修', 'is done already') },
        notAhead(say('水电气检修', 'the check of water, power and gas')),
      ),
    ],
  },
  emergency: {
    words: say('应急处置', 'Emergency handling'),
    fields: [
      count(
        'isolationRooms',
        say('隔离观察室（间）', 'Isolation rooms'),
        {
          asks: say(`至少 ${asked.isolationRooms} 间`, `at least ${asked.isolationRooms}`),
          invented: true,
        },
        least(asked.isolationRooms, ['间', 'isolation rooms']),
      ),
      yes(
        'hospital',
        say('与医疗机构说定了转诊', 'Agreed with a hospital that it takes patients over'),
        say('要说定', 'it is agreed'),
        say('还没有与医疗机构说定转诊', 'no hospital has agreed to take patients over'),
      ),
      day(
        'drill',
        say('应急演练日期', 'Drill held on'),
        { asks: say('已经演练', 'is held already') },
        notAhead(say('应急演练', 'the drill')),
      ),
    ],
  },
  disinfection: {
    words: say('环境消杀', 'Disinfection'),
    fields: [
      day(
        'done',
        say('全校消杀日期', 'Whole campus disinfected on'),
        {
          asks: say(
            `已经做了，且在首批返校前 ${asked.disinfectedWithinDays} 天以内`,
            `is done, within ${asked.disinfectedWithinDays} days before the first arrival`,
          ),
          invented: true,
        },
        (value, parts, known) => {
          const first = firstArrival(parts);
          if (first !== undefined && daysBetween(value, first) > asked.disinfectedWithinDays)
            return say(
              `消杀在 ${value}，离首批返校（${first}）超过 ${asked.disinfectedWithinDays} 天`,
              `it was on ${value}, more than ${asked.disinfectedWithinDays} days before the first arrival (${first})`,
            );
          return notAhead(say('全校消杀', 'the disinfection'))(value, parts, known);
        },
      ),
    ],
  },
  training: {
    words: say('人员培训', 'Training'),
    fields: [
      count(
        'staff',
        say('教职员工人数', 'Staff'),
        { asks: say('至少 1 人', 'at least 1') },
        least(1, ['人', 'people']),
      ),
      count(
        'trained',
        say('已培训人数', 'Staff trained'),
        { asks: say('全部教职员工', 'all of them'), invented: true },
        (trained, { training: { staff } }) =>
          staff !== null && trained < staff
            ? say(
                `${staff} 名教职员工里培训了 ${trained} 名，还差 ${staff - trained} 名`,
                `${trained} of ${staff} are trained; ${staff - trained} are not`,
              )
            : undefined,
      ),
    ],
  },
  tests: {
    words: say('返校前核酸检测', 'Tests before the return'),
    fields: [
      day(
        'on',
        say('安排检测的日期', 'Everybody is tested on'),
        {
          asks: say(
            `每个学生返校前都测，在首批返校前 ${asked.testedWithinDays} 天以内`,
            `every pupil before returning, within ${asked.testedWithinDays} days before the first arrival`,
          ),
          invented: true,
        },
        (value, parts) => {
          const first = firstArrival(parts);
          if (first === undefined) return undefined;
          const ahead = daysBetween(value, first);
          return ahead < 0 || ahead > asked.testedWithinDays
            ? say(
                `检测在 ${value}，不在首批返校（${first}）前 ${asked.testedWithinDays} 天以内`,
                `the tests are on ${value}, not within ${asked.testedWithinDays} days before the first arrival (${first})`,
              )
            : undefined;
        },
      ),
      count(
        'samplers',
        say('采样员', 'Samplers'),
        {
          asks: say(
            `返校人数 ÷ ${asked.peopleASampler}，进一`,
            `the people who return ÷ ${asked.peopleASampler}, rounded up`,
          ),
        },
        (value, { supplies: { people } }) =>
          least(samplersFor(people ?? 1), ['名', 'samplers'])(value),
      ),
    ],
  },
};

export const samplersFor = (people: number): number =>
  Math.max(1, Math.ceil(people / asked.peopleASampler));
