import { say } from '@liangbuwu/office/http/say.ts';
import { gatePermissions } from './permissions.ts';
import { gateLastingData, gatePersonalData } from './personal-data.ts';
import { gateRoom } from './room.ts';
import { gateDeskEndpoints } from './server.ts';

/** All that the gate desk brings to a server. */
export const gateDesk = {
  room: gateRoom,
  permissions: gatePermissions,
  ledgerWords: {
    'gate.gate-put': say('设置卡口', 'Gate set up'),
    'gate.gate-out-of-use': say('停用卡口', 'Gate put out of use'),
    'gate.gate-back-in-use': say('恢复卡口', 'Gate back in use'),
    'gate.key-changed': say('更换签发密钥', 'Key that signs passes changed'),
    'gate.pass-asking': say('申请通行证，还缺情况', 'Pass applied for; something is missing'),
    'gate.pass-refused': say('通行证申请不符合规定', 'Pass refused by the rule'),
    'gate.pass-issued': say('签发通行证', 'Pass issued'),
    'gate.pass-printed': say('打印通行证', 'Pass printed'),
    'gate.pass-revoked': say('吊销通行证', 'Pass revoked'),
    'gate.limit-reached': say('签发达到限额', 'Limit of issuing reached'),
    'gate.more-allowed': say('放宽签发限额', 'More issuing allowed'),
    'gate.returnee-asking': say('返乡登记，还缺情况', 'Came home; something is missing'),
    'gate.returnee-free': say('返乡登记，不需监测', 'Came home; nothing is asked'),
    'gate.returnee-elsewhere': say('返乡登记，转出', 'Came home; is looked after elsewhere'),
    'gate.returnee-home': say('返乡登记，居家监测', 'Came home; monitored at home'),
    'gate.monitoring-handed-over': say('转交居家监测', 'Monitoring handed over'),
    'gate.returnee-released': say('解除居家监测', 'Released from monitoring at home'),
    'gate.checked': say('卡口核验', 'Checked at a gate'),
  },
  endpoints: gateDeskEndpoints,
  personalData: gatePersonalData,
  lastingData: gateLastingData,
};
