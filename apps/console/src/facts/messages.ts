import { defineMessages } from '@liangbuwu/ui/language/messages.ts';

/** The page of sources: what a response rests on, and what was assumed beside it. */
export const factsMessages = defineMessages('facts', {
  'zh-CN': {
    title: '依据',
    lead: '“{{response}}”依据什么：来源怎么说、原词是什么、系统在旁边假设了什么。',
    leadPlain: '应急响应依据什么：来源怎么说、原词是什么、系统在旁边假设了什么。',
    count: '{{count}} 条',
    countAssumed: '{{count}} 条，其中 {{assumed}} 条旁有假设',
    source: '来源：{{source}}',
    told: '来源所述',
    words: '原词',
    wordsUnknown: '原词不详',
    assumed: '旁边的假设',
    assumedMark: '虚构/假设',
    nothingAssumed: '无假设',
    none: '还没有登记依据',
    noneNote: '数字从哪里来、哪些是假设，由启动响应的人登记后显示在这里。',
    noResponse: '没有应急响应',
    noResponseNote: '启动应急响应后，这里显示它所依据的事实。',
  },
  en: {
    title: 'Sources',
    lead: 'What “{{response}}” rests on: what is told, in which words, and what the system assumes beside it.',
    leadPlain:
      'What a response rests on: what is told, in which words, and what the system assumes beside it.',
    count: '{{count}} facts',
    count_one: '{{count}} fact',
    countAssumed: '{{count}} facts, {{assumed}} of them with an assumption beside',
    countAssumed_one: '{{count}} fact, {{assumed}} with an assumption beside',
    source: 'Source: {{source}}',
    told: 'What is told',
    words: 'Its own words',
    wordsUnknown: 'Words not known',
    assumed: 'Assumed beside it',
    assumedMark: 'Invented/assumed',
    nothingAssumed: 'Nothing assumed',
    none: 'No sources are registered yet',
    noneNote:
      'Where the figures come from and what is assumed is registered by whoever leads the response, and shown here.',
    noResponse: 'There is no response',
    noResponseNote: 'Once a response is opened, this page shows the facts that it rests on.',
  },
});
