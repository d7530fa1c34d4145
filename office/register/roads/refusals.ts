import type { RefusalKind } from '../../http/refusal.ts';
import { say } from '../../http/say.ts';

const download = say(
  '请使用 OpenStreetMap 的 .osm.pbf 文件（例如从 download.geofabrik.de 下载）。',
  'Use an OpenStreetMap file in the form .osm.pbf (from download.geofabrik.de, for example).',
);

export const roadsFileAway: RefusalKind<{ file: string }> = {
  code: 'roads-file-away',
  status: 404,
  cause: ({ file }) => say(`读不到文件：${file}`, `The file cannot be read: ${file}`),
  remedy: () => say('请核对路径和读取权限。', 'Check its path, and that it may be read.'),
};

export const notOsmPbf: RefusalKind<{ why: string }> = {
  code: 'not-osm-pbf',
  status: 422,
  cause: ({ why }) =>
    say(
      `这不是 .osm.pbf 文件，或文件已损坏（${why}）。`,
      `This is no .osm.pbf file, or a damaged one (${why}).`,
    ),
  remedy: () => download,
};

export const otherCompression: RefusalKind = {
  code: 'roads-other-compression',
  status: 422,
  cause: () =>
    say('文件的压缩方式不是 zlib。', 'The file is compressed by another method than zlib.'),
  remedy: () =>
    say(
      '请先转换：osmium cat 原文件 -o 新文件.osm.pbf -f pbf,pbf_compression=zlib',
      'Convert it first: osmium cat old -o new.osm.pbf -f pbf,pbf_compression=zlib',
    ),
};

export const noRoads: RefusalKind = {
  code: 'no-roads',
  status: 422,
  cause: () =>
    say(
      '文件里没有可通车的道路，或都不在所选范围内。',
      'There is no road for vehicles in the file, or none within the bounds.',
    ),
  remedy: () =>
    say('请核对文件覆盖的地区和所选范围。', 'Check which region the file covers, and the bounds.'),
};
