import { defineMessages } from '@liangbuwu/ui/language/messages.ts';

/** The posters of the points: what stands on them is in both languages at once, the page around them in one. */
export const posterMessages = defineMessages('water-poster', {
  'zh-CN': {
    choose: '选一个供水点',
    note: '编号 {{code}}',
    without: '还没有编号',
    missing: '{{count}} 个供水点还没有公开编号，没有海报',
    give: '给它们编号',
    renew: '换编号',
    renewWhat: '换了以后，旧海报上的二维码和编号从此打不开。编号被人乱用时才换。',
    renewYes: '换，并重新打印',
    renewNo: '不换',
    open: '打开居民看到的页面',
    loopback:
      '您是从本机地址打开的，海报上的二维码别人的手机打不开：请从大家用的网址打开本页再打印。',
    none: '这个送水台还没有供水点',
    kicker: '{{desk}}送水台 · 供水点',
    scan: '手机扫一扫',
    tells: {
      next: '送水车几点来、来多少水',
      windows: '您什么时候来接水',
      door: '老人病人要水送到家',
      missed: '水没来、来少了，告诉我们',
    },
    type: '不会扫码：打开 {{address}}，填编号',
    free: '不用登录，不用装软件',
    ask: '没有手机，请找',
    phone: '电话',
    valid: '这张海报一直有效；换了编号要换新海报。{{day}} 打印',
  },
  en: {
    choose: 'Choose a point',
    note: 'Code {{code}}',
    without: 'No code yet',
    missing: '{{count}} points have no public code yet, and no poster',
    missing_one: 'One point has no public code yet, and no poster',
    give: 'Give them codes',
    renew: 'Another code',
    renewWhat:
      'The QR code and the code on the old poster open nothing from then on. Only where a code is misused.',
    renewYes: 'Change it, and print anew',
    renewNo: 'Keep it',
    open: 'Open the page that residents see',
    loopback:
      'You opened this page at this machine’s own address, which no other phone reaches: open it at the address that everybody uses, then print.',
    none: 'This desk has no points yet',
    kicker: 'Water desk of {{desk}} · water point',
    scan: 'Scan with your phone',
    tells: {
      next: 'When the tanker comes, and with how much',
      windows: 'When it is your turn to collect',
      door: 'Water to the door for the old and the ill',
      missed: 'Tell us if it did not come, or less',
    },
    type: 'Without scanning: open {{address}} and type the code',
    free: 'No login, nothing to install',
    ask: 'Without a phone, ask',
    phone: 'Telephone',
    valid: 'This poster stays valid; a new code needs a new poster. Printed {{day}}',
  },
});
