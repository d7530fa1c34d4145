import { say } from '@liangbuwu/office/http/say.ts';
import type { SolverServices } from '@liangbuwu/office/plans/solving.ts';
import { tableWords } from '@liangbuwu/office/tables/kept-table.ts';
import { planDesk, whatIfDesk } from './desk-names.ts';
import { householdChecks } from './households-store.ts';
import { keptTables } from './kept-tables.ts';
import { waterPermissions } from './permissions.ts';
import { waterLastingData, waterPersonalData } from './personal-data.ts';
import { waterPages } from './public/pages.ts';
import { waterRoom } from './room.ts';
import { waterEndpoints } from './server.ts';
import { waterSolver } from './solver.ts';
import { sitingQueue } from './stations/sitings-queue.ts';
import { workOffSitings } from './stations/solve-siting.ts';
import { triesQueue } from './tries-queue.ts';
import { workOffTries } from './try-one-more.ts';

/** All that the water desk brings to a server. */
export const waterDesk = {
  room: waterRoom,
  permissions: waterPermissions,
  ledgerWords: {
    'water.source-turned': say('水源停用或恢复', 'Source closed or reopened'),
    'water.point-turned': say('供水点情况变化', 'A point’s way or own water changed'),
    'water.tanker-turned': say('送水车停用或恢复', 'Tanker taken out of use or back'),
    'water.floors-added': say('登记供水标准', 'Floors added'),
    'water.desk-put': say('设置送水台', 'Water desk set up'),
    ...Object.assign({}, ...keptTables.map(tableWords)),
    'water.siting-asked': say('选站求解', 'Stations sited'),
    'water.cost-put': say('登记费用数字', 'Cost figure registered'),
    'water.recorded': say('现场登记', 'Recorded in the field'),
    'water.codes-given': say('给供水点编公开编号', 'Public codes given to points'),
    'water.code-renewed': say('更换供水点公开编号', 'Public code of a point renewed'),
    'water.request-asked': say('居民要水或反映情况', 'A resident asked for water, or complained'),
    'water.request-opened': say('查看是谁提出的', 'Who asked was opened'),
    'water.request-promised': say('答应居民送水时间', 'A time promised to a resident'),
    'water.request-not-at-home': say('送到时家里没有人', 'Nobody was at home'),
    'water.request-done': say('居民的事办好', 'What a resident asked for was done'),
    'water.request-answered': say('答复居民', 'A resident was answered'),
    'water.request-refused': say('居民的事办不了', 'What a resident asked for cannot be done'),
    'water.request-withdrawn': say('居民的事撤回', 'A resident’s request was taken back'),
    'water.doors-planned': say('排送水到家', 'Walks to doors planned'),
    'water.door-visited': say('送水到家登记', 'A door visited'),
    'water.door-looked': say('有人去看过了', 'Somebody was looked after'),
    'water.tank-measured': say('登记水池水位', 'Tank level recorded'),
  },
  householdChecks,
  solvers: (services: SolverServices) =>
    [planDesk, whatIfDesk].map((desk) => waterSolver(desk, services)),
  jobs: {
    queues: [triesQueue, sitingQueue],
    async workOff(services: Parameters<typeof workOffTries>[0]): Promise<void> {
      await workOffTries(services);
      await workOffSitings(services);
    },
  },
  endpoints: waterEndpoints,
  pages: waterPages,
  personalData: waterPersonalData,
  lastingData: waterLastingData,
};
