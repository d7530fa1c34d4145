import { z } from 'zod';
import { contract } from '../../http/contract.ts';
import { id, text, version } from '../../http/fields.ts';
import { type Say, say } from '../../http/say.ts';
import { areaElsewhere, changedMeanwhile, notFound } from '../../http/shared-refusals.ts';
import { registerKeyMissing, sealBroken } from '../../keys/refusals.ts';
import { Phone } from '../../people/identity.ts';
import { rowRemoved } from '../../tables/refusals.ts';
import { LastingFields, lasting } from './contract.ts';
import { headTwice, lastingTwice, residentElsewhere } from './rules.ts';

/** What somebody is to the head of the household. */
export const relations = {
  head: say('户主', 'Head'),
  spouse: say('配偶', 'Husband or wife'),
  child: say('子女', 'Child'),
  parent: say('父母', 'Parent'),
  other: say('其他', 'Other'),
} satisfies Record<string, Say>;
const relationCodes = Object.keys(relations) as (keyof typeof relations)[];
export const Relation = z.enum(relationCodes);
export type Relation = z.infer<typeof Relation>;

/** All that the lasting register keeps of a person, sealed: nothing of health, no document. */
export const ResidentTold = z.strictObject({
  name: text(60, 1),
  phone: Phone.nullable().describe('null: has none'),
  relation: Relation,
});
export type ResidentTold = z.infer<typeof ResidentTold>;

/** What a person's telephone is opened for. */
export const purposes = {
  reach: say('联系这户', 'To reach the household'),
  confirm: say('核实登记', 'To confirm the entry'),
  correct: say('更正', 'To correct it'),
  asked: say('本人要求查看', 'Its person asks to see it'),
} satisfies Record<string, Say>;

/** Why somebody, or a household, is erased. */
export const erasures = {
  moved: say('搬走', 'Moved away'),
  died: say('去世', 'Died'),
  asked: say('本人要求', 'They ask for it'),
  mistake: say('登记有误', 'Registered by mistake'),
} satisfies Record<string, Say>;
const codes = <C extends string>(of: Record<C, Say>) => z.enum(Object.keys(of) as C[]);

const example = { resident: '2c7e4d1a-8f60-4b3c-9d5e-6a7b8c9d0e1f', name: '王某' };
const told: ResidentTold = { name: example.name, phone: '138 0000 0000', relation: 'head' };
const ofHousehold = z.strictObject({ row: id });
const ofResident = z.strictObject({ resident: id });
const path = '/api/register/lasting-households';

const Shown = z.strictObject({
  id,
  shown: z.string().describe('the name, masked'),
  relation: Relation,
  hasPhone: z.boolean(),
  version,
});
const shown: z.infer<typeof Shown> = {
  id: example.resident,
  shown: '王*',
  relation: 'head',
  hasPhone: true,
  version: 1,
};

export const listResidents = contract({
  id: 'register.list-residents',
  method: 'GET',
  path: `${path}/:row/residents`,
  summary: say('一户登记的人（姓名遮盖）', 'The people of a household, their names masked'),
  permission: 'register.people',
  params: ofHousehold,
  output: z.strictObject({ residents: z.array(Shown) }),
  errors: [notFound, registerKeyMissing, sealBroken],
  example: { params: { row: lasting.id }, output: { residents: [shown] } },
});

export const openResident = contract({
  id: 'register.open-resident',
  method: 'POST',
  path: '/api/register/residents/:resident/open',
  summary: say(
    '查看一个人的姓名和电话（查看会记入台账）',
    "Open one person's name and telephone; the ledger keeps who did and what for",
  ),
  permission: 'register.people',
  params: ofResident,
  body: z.strictObject({ why: codes(purposes) }),
  output: ResidentTold,
  errors: [notFound, registerKeyMissing, sealBroken],
  example: { params: { resident: example.resident }, body: { why: 'reach' }, output: told },
});

export const putResident = contract({
  id: 'register.put-resident',
  method: 'PUT',
  path: '/api/register/residents/:resident',
  summary: say(
    '登记一户的一个人（加密保存）；内容相同则不变',
    'Register a person of a household, sealed; again with the same content it changes nothing',
  ),
  permission: 'register.people',
  confidential: true,
  params: ofResident,
  body: ResidentTold.extend({
    household: id,
    version: version.optional().describe('the version that was changed'),
  }),
  output: z.strictObject({}),
  errors: [
    notFound,
    rowRemoved,
    changedMeanwhile,
    headTwice,
    residentElsewhere,
    registerKeyMissing,
    sealBroken,
  ],
  example: {
    params: { resident: example.resident },
    body: { household: lasting.id, ...told },
    output: {},
  },
});

export const eraseResident = contract({
  id: 'register.erase-resident',
  method: 'POST',
  path: '/api/register/residents/:resident/erase',
  summary: say('删除一个人，不能撤销', 'Erase a person for good'),
  permission: 'register.people',
  proof: 'fresh',
  params: ofResident,
  body: z.strictObject({ why: codes(erasures) }),
  output: z.strictObject({}),
  errors: [notFound, registerKeyMissing, sealBroken],
  example: { params: { resident: example.resident }, body: { why: 'asked' }, output: {} },
});

export const findResidents = contract({
  id: 'register.find-residents',
  method: 'POST',
  path: '/api/register/residents/find',
  summary: say(
    '按电话找住在哪户（查找会记入台账）',
    'Whose telephone it is; the ledger keeps that',
  ),
  permission: 'register.people',
  confidential: true,
  body: z.strictObject({ phone: Phone }),
  output: z.strictObject({
    residents: z.array(
      z.strictObject({ ...Shown.shape, household: id, label: z.string(), area: id }),
    ),
  }),
  errors: [registerKeyMissing, sealBroken],
  example: {
    body: { phone: '138 0000 0000' },
    output: {
      residents: [{ ...shown, household: lasting.id, label: lasting.label, area: lasting.area }],
    },
  },
});

export const eraseHousehold = contract({
  id: 'register.erase-lasting-household',
  method: 'POST',
  path: `${path}/:row/erase`,
  summary: say(
    '删除一户：人员、修改记录一并删除，不能撤销',
    'Erase a household for good, with its people and its history',
  ),
  permission: 'register.people',
  proof: 'fresh',
  params: ofHousehold,
  body: z.strictObject({ why: codes(erasures) }),
  output: z.strictObject({}),
  errors: [notFound],
  example: { params: { row: lasting.id }, body: { why: 'moved' }, output: {} },
});

const ImportedLasting = LastingFields.extend({
  id,
  residents: z
    .array(ResidentTold.extend({ id }))
    .max(50)
    .default([])
    .describe('put by their ids; who is left out stays as they are'),
});
export type ImportedLasting = z.infer<typeof ImportedLasting>;

export const importLasting = contract({
  id: 'register.import-lasting-households',
  method: 'POST',
  path: `${path}/import`,
  summary: say(
    '批量登记常住户和人（按编号，可重复）',
    'Register many households and their people, by id; again with the same content it changes nothing',
  ),
  permission: 'register.people',
  confidential: true,
  body: z.strictObject({ households: z.array(ImportedLasting).min(1).max(2000) }),
  output: z.strictObject({ added: z.int(), changed: z.int(), unchanged: z.int() }),
  errors: [
    notFound,
    areaElsewhere,
    rowRemoved,
    headTwice,
    residentElsewhere,
    lastingTwice,
    registerKeyMissing,
    sealBroken,
  ],
  example: {
    body: {
      households: [
        {
          id: lasting.id,
          area: lasting.area,
          place: lasting.place,
          label: lasting.label,
          people: lasting.people,
          residents: [{ id: example.resident, ...told }],
        },
      ],
    },
    output: { added: 1, changed: 0, unchanged: 0 },
  },
});
