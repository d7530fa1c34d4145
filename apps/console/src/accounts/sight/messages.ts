import { defineMessages } from '@liangbuwu/ui/language/messages.ts';

/** What an account may see and do, in sentences. */
export const sightMessages = defineMessages('sight', {
  'zh-CN': {
    title: '看得到什么、能做什么',
    own: '在{{area}}：可以{{list}}。',
    ownNothing: '在{{area}}：凭自己的角色，什么也不能看、不能做。',
    lent: '代{{name}}（到{{day}} 24:00）在{{area}}：{{also}}可以{{list}}。',
    also: '另外',
    lentNothing: '代{{name}}（到{{day}} 24:00）在{{area}}：没有比自己更多的权限。',
    by: '凭 {{roles}}',
    role: '{{role}} · {{area}}',
    comma: '；',
    below: '以上在该辖区及其全部下级有效；此外的辖区什么也看不到。',
    nowhere: '没有任何角色：登录后除“依据”外什么也看不到。',
    not: '在{{area}}看不到、做不了的（{{count}} 项）',
    all: '在{{area}}没有缺少的权限。',
  },
  en: {
    title: 'What may be seen and done',
    own: 'In {{area}}: may {{list}}.',
    ownNothing: 'In {{area}}: by its own roles nothing may be seen or done.',
    lent: 'Standing in for {{name}} (until {{day}}, 24:00) in {{area}}: may {{also}}{{list}}.',
    also: 'also ',
    lentNothing:
      'Standing in for {{name}} (until {{day}}, 24:00) in {{area}}: nothing beyond its own.',
    by: 'By {{roles}}',
    role: '{{role}} · {{area}}',
    comma: '; ',
    below: 'This holds in the area and all below it; nothing is seen anywhere else.',
    nowhere: 'No role: nothing is seen after signing in but the page “Sources”.',
    not: 'What may not be seen or done in {{area}} ({{count}})',
    all: 'In {{area}} no permission is missing.',
  },
});
