import { defineMessages } from '@liangbuwu/ui/language/messages.ts';

/** How far the schools are, and how many may return. */
export const overviewMessages = defineMessages('campusOverview', {
  'zh-CN': {
    title: '复学总览',
    lead: '{{response}}：{{schools}} 所学校，{{approved}} 所方案已批准。',
    excel: '上报表（Excel）',
    again: '重新统计',
    rule: {
      label: '按哪条规则算',
      inForce: '各校执行中的规则',
      option: '假如都按 {{name}}（{{area}}，第 {{number}} 版）',
      trial: '这是试算，不改任何规则',
      note: '假如各校都按“{{name}}”（{{area}}）：可以返校 {{may}} 人，按现行规则 {{now}} 人，相差 {{difference}} 人。',
      asks: '这条规则还要问 {{count}} 件各家没有填过的事，见“还缺什么”。',
    },
    tiles: {
      pupils: '学生',
      counted: '已统计 {{done}}/{{all}} 所学校',
      at: '{{time}} 统计',
      share: '占 {{share}}',
    },
    list: {
      title: '各校情况',
      pupils: '学生',
      none: '未填报',
      free: '没有规则',
      difference: '比现行',
      empty: '没有您能看到的学校',
    },
    reasons: { title: '学生的答复和原因', none: '还没有登记学生' },
    asks: { title: '还缺什么', none: '填报过的人什么都不缺', people: '{{people}} 人' },
  },
  en: {
    title: 'Overview',
    lead: '{{response}}: {{schools}} schools, the plans of {{approved}} approved.',
    excel: 'Report (Excel)',
    again: 'Count again',
    rule: {
      label: 'By which rule',
      inForce: 'The rules in force',
      option: 'As if by {{name}} ({{area}}, version {{number}})',
      trial: 'A trial: no rule is changed',
      note: 'Were “{{name}}” ({{area}}) used everywhere, {{may}} may return; by the rules in force {{now}}: a difference of {{difference}}.',
      asks: 'This rule also asks {{count}} things that families have not told; see “Still missing”.',
    },
    tiles: {
      pupils: 'Pupils',
      counted: '{{done}} of {{all}} schools counted',
      at: 'Counted at {{time}}',
      share: '{{share}}',
    },
    list: {
      title: 'Schools',
      pupils: 'Pupils',
      none: 'Not reported',
      free: 'No rule',
      difference: 'Against now',
      empty: 'There is no school that you may see',
    },
    reasons: { title: 'Answers of pupils, and why', none: 'No pupil has been entered yet' },
    asks: {
      title: 'Still missing',
      none: 'Nothing of those who reported',
      people: '{{people}} people',
    },
  },
});
