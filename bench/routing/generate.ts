import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { capacitatedText } from '../../planning/routing/generate/capacitated.ts';
import { multiTripText } from '../../planning/routing/generate/multi-trip.ts';
import { timeWindowText } from '../../planning/routing/generate/time-windows.ts';

/**
 * Writes twelve made-up instances to tune on, of the families that are compared, so that what is compared stays unseen.
 *
 *   npm run bench -- routing/generate <folder>
 */

const instances: Record<string, string> = {
  'x-101-centre': capacitatedText(11, {
    clients: 100,
    depot: 'centre',
    positions: 'half',
    demands: '1-100',
    routeSize: 4,
  }),
  'x-201-corner': capacitatedText(12, {
    clients: 200,
    depot: 'corner',
    positions: 'random',
    demands: '50-100',
    routeSize: 6,
  }),
  'x-301-random': capacitatedText(13, {
    clients: 300,
    depot: 'random',
    positions: 'clustered',
    demands: '1-10',
    routeSize: 14,
  }),
  'x-501-centre': capacitatedText(14, {
    clients: 500,
    depot: 'centre',
    positions: 'clustered',
    demands: 'many-small',
    routeSize: 13,
  }),
  'x-751-corner': capacitatedText(15, {
    clients: 750,
    depot: 'corner',
    positions: 'half',
    demands: 'quadrant',
    routeSize: 9,
  }),
  'x-1001-random': capacitatedText(16, {
    clients: 1000,
    depot: 'random',
    positions: 'random',
    demands: '1-100',
    routeSize: 23,
  }),
  'tw-1000-R1': timeWindowText(21, { family: 'R1', clients: 1000 }),
  'tw-1000-RC2': timeWindowText(22, { family: 'RC2', clients: 1000 }),
  'mt-100-C2': multiTripText(31, {
    family: 'C2',
    clients: 100,
    releaseShare: 0.5,
    windowShare: 0.5,
  }),
  'mt-100-RC2': multiTripText(32, {
    family: 'RC2',
    clients: 100,
    releaseShare: 0.25,
    windowShare: 0.5,
  }),
  'mt-200-R2': multiTripText(33, { family: 'R2', clients: 200, releaseShare: 0.25 }),
  'mt-200-RC2': multiTripText(34, {
    family: 'RC2',
    clients: 200,
    releaseShare: 0.5,
    width: [30, 700],
  }),
};

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error(
    '缺少文件夹；写 routing/generate <folder> | name the folder to write to: routing/generate <folder>',
  );
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(instances)) {
  writeFileSync(join(folder, `${name}.vrp`), text);
}
