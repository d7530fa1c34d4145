import { say } from '@liangbuwu/office/http/say.ts';
import type { PermissionList } from '@liangbuwu/office/permission.ts';

export const gatePermissions: PermissionList = {
  'gate.read': {
    words: say('查看卡口', 'See the gates'),
    roles: ['leader', 'county-officer', 'town-officer', 'village-cadre', 'gate-keeper'],
  },
  'gate.set-up': {
    words: say('设置卡口，更换签发密钥', 'Set up gates and change the keys that sign'),
    roles: ['county-officer'],
  },
  'gate.check': {
    words: say(
      '在卡口核验通行证（手机可离线）',
      'Check passes at a gate, with or without a signal',
    ),
    roles: ['town-officer', 'village-cadre', 'gate-keeper'],
  },
  'gate.issue': {
    words: say('签发、打印、续签通行证', 'Issue, print and renew passes'),
    roles: ['county-officer', 'town-officer', 'village-cadre'],
  },
  'gate.revoke': {
    words: say('吊销通行证', 'Revoke passes'),
    roles: ['county-officer', 'town-officer', 'village-cadre'],
  },
  'gate.lead': {
    words: say(
      '放行超出签发限额而压下的申请',
      'Release applications held back beyond the limit of issuing',
    ),
    roles: ['county-officer'],
  },
  'gate.returnees': {
    words: say('登记返乡人员，登记居家监测', 'Register who came home, and their monitoring'),
    roles: ['county-officer', 'town-officer', 'village-cadre'],
  },
  'gate.board': {
    words: say(
      '查看卡口看板和台账',
      'See who is inside, checks, refusals and the ledger of a gate',
    ),
    roles: ['leader', 'county-officer', 'town-officer', 'village-cadre'],
  },
};
