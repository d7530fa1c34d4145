import { say } from '../http/say.ts';
import type { PermissionList, UsualRole } from '../permission.ts';
import { Purpose, purposes } from './catalogue.ts';

const readers: Record<Purpose, UsualRole[]> = {
  gate: ['county-officer', 'town-officer'],
  school: ['county-officer', 'town-officer'],
  home: ['town-officer', 'village-cadre'],
  contact: ['county-officer', 'town-officer', 'village-cadre'],
};

const reading: PermissionList = Object.fromEntries(
  Purpose.options.map((purpose) => {
    const { words } = purposes[purpose];
    const said = say(
      `为“${words['zh-CN']}”查看个人的身份和健康信息（每次记入台账）`,
      `Read identity and health data of people to ${words.en}; each time stands in the ledger`,
    );
    return [`people.read-${purpose}`, { words: said, roles: readers[purpose] }];
  }),
);

export const peoplePermissions: PermissionList = {
  ...reading,
  'people.record': {
    words: say(
      '登记个人的身份和健康信息（不含查看）',
      'Record identity and health data of people, without reading them',
    ),
    roles: ['county-officer', 'town-officer', 'village-cadre'],
  },
  'people.count': {
    words: say('查看人员信息的汇总数', 'See totals of what is recorded about people'),
    roles: ['leader', 'county-officer', 'town-officer'],
  },
};
