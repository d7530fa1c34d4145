import { say } from '@liangbuwu/office/http/say.ts';
import { column, type Table } from '@liangbuwu/office/tables/column.ts';

const litresADay = say('升/天', 'L a day');

export const siteTable: Table = {
  id: 'water.sites',
  one: say('候选点', 'site'),
  many: say('候选点', 'sites'),
  columns: [
    column('name', 'text', say('名称', 'Name'), { also: ['候选点', '候选点名称', '水站', '井名'] }),
    column('kind', 'choice', say('类型', 'Kind'), {
      also: ['候选点类型', '水源类型'],
      options: [
        { value: 'well', words: say('井', 'Well') },
        { value: 'spring', words: say('山泉', 'Spring') },
        { value: 'reservoir', words: say('水库', 'Reservoir') },
      ],
    }),
    column('state', 'choice', say('状态', 'State'), {
      also: ['情况'],
      options: [
        { value: 'idea', words: say('候选', 'Candidate') },
        { value: 'existing', words: say('已有', 'Existing'), level: 'ok' },
        { value: 'ruled-out', words: say('已排除', 'Ruled out'), level: 'bad' },
      ],
    }),
    column('area', 'area', say('村', 'Village'), { also: ['辖区', '所属村', '行政村'] }),
    column('yieldLitres', 'whole', say('出水量', 'Yield'), {
      unit: litresADay,
      also: ['日出水量', '每日水量', '产水量'],
      hint: say('枯水期每天能出多少', 'What it gives in a day of the dry season'),
    }),
    column('building', 'decimal', say('建设费', 'Building'), {
      unit: say('元', 'yuan'),
      also: ['造价', '投资', '建设费用'],
      hint: say('打井、水池、管道、设备合计', 'Drilling, tank, pipes and equipment'),
    }),
    column('running', 'decimal', say('运行费', 'Running'), {
      unit: say('元/月', 'yuan a month'),
      also: ['月运行费', '运行费用'],
      hint: say('电、药剂、检测、人工', 'Power, chlorine, tests and labour'),
    }),
    column('figuresFrom', 'text', say('数字出处', 'Figures from'), {
      also: ['出处', '来源', '依据'],
      hint: say(
        '谁测的、谁估的、哪份文件；不写姓名',
        'Measured or estimated, by which office; no names',
      ),
    }),
    column('reason', 'text', say('原因', 'Reason'), {
      optional: true,
      folded: true,
      also: ['排除原因', '备注'],
      hint: say('已排除的必须写明原因', 'Needed where it is ruled out'),
    }),
    column('place', 'place', say('位置', 'Place'), {
      optional: true,
      folded: true,
      also: ['地点'],
      hint: say(
        '选已登记的地点，或在下面填经纬度，二者选一',
        'A place of the register, or coordinates below: one of the two',
      ),
    }),
    column('lon', 'decimal', say('经度', 'Longitude'), {
      optional: true,
      folded: true,
      also: ['东经', 'lon', 'lng'],
      hint: say('WGS-84，如 112.9803', 'WGS-84, such as 112.9803'),
    }),
    column('lat', 'decimal', say('纬度', 'Latitude'), {
      optional: true,
      folded: true,
      also: ['北纬', 'lat'],
      hint: say('WGS-84，如 27.5580', 'WGS-84, such as 27.5580'),
    }),
    column('provenance', 'choice', say('经纬度来自', 'Coordinates'), {
      optional: true,
      folded: true,
      also: ['坐标来源'],
      options: [
        { value: 'real', words: say('实测', 'Surveyed') },
        { value: 'imported', words: say('导入', 'Imported') },
        { value: 'schematic', words: say('示意', 'Schematic') },
      ],
    }),
    column('countedLitres', 'whole', say('已计入自有水', 'Counted already'), {
      unit: litresADay,
      folded: true,
      also: ['已计入各点自有水'],
      hint: say(
        '已有水站的水中，各供水点“自有水”里已经算进去的部分；选址只算余下的',
        'Of an existing station, what the points count as their own water; only the rest is used in siting',
      ),
    }),
    column('desk', 'area', say('送水台', 'Desk'), { folded: true, also: ['乡镇'] }),
    column('invented', 'flag', say('虚构', 'Made up'), {
      hint: say('演示用的虚构内容', 'Made up for a demonstration'),
      folded: true,
    }),
  ],
};
