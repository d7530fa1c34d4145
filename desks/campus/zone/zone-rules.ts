import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';

export const noZone: RefusalKind = {
  code: 'no-transfer-zone',
  status: 409,
  cause: () => say('学校还没有设接驳区。', 'The school has no transfer zone yet.'),
  remedy: () => say('请学校先设好接驳区。', 'The school sets one up first.'),
};

export const slotNotOpen: RefusalKind = {
  code: 'slot-not-open',
  status: 409,
  cause: () =>
    say('这个时段已经过去，或不在接驳区的时段里。', 'This slot is over, or is none of the zone’s.'),
  remedy: () => say('请返回，另选一个时段。', 'Go back and choose another slot.'),
};

export const slotFull: RefusalKind<{ left: number }> = {
  code: 'slot-full',
  status: 409,
  cause: ({ left }) =>
    say(`这个时段只剩 ${left} 件的位置。`, `This slot has room for ${left} more parcels.`),
  remedy: () => say('请返回，另选一个时段，或分几次送。', 'Choose another slot, or use several.'),
};

export const noSuchBuilding: RefusalKind = {
  code: 'no-such-building',
  status: 422,
  cause: () => say('接驳区不送到这栋楼。', 'The zone does not carry to this building.'),
  remedy: () => say('请按页面上的楼名选择。', 'Choose one of the buildings on the page.'),
};

export const bookedDifferently: RefusalKind = {
  code: 'booked-differently',
  status: 409,
  cause: () => say('这张表已经用过，内容不同。', 'This form was used already, for something else.'),
  remedy: () => say('请打开空白的表，重新填写。', 'Open an empty form and fill it in anew.'),
};

export const buildingInUse: RefusalKind<{ name: string }> = {
  code: 'building-in-use',
  status: 409,
  cause: ({ name }) =>
    say(`还有送往“${name}”的包裹没有送到。`, `Parcels for “${name}” have not arrived yet.`),
  remedy: () => say('请等送到以后再去掉这栋楼。', 'Remove the building once they have.'),
};

export const nothingToCarry: RefusalKind = {
  code: 'nothing-to-carry',
  status: 409,
  cause: () => say('接驳区里现在没有要送的包裹。', 'There is nothing in the zone to be carried.'),
  remedy: () => say('收到包裹以后再排。', 'Plan once parcels have been received.'),
};

export const notReadyYet: RefusalKind<{ minutes: number }> = {
  code: 'parcels-not-ready',
  status: 409,
  cause: ({ minutes }) =>
    say(
      `这一趟的包裹还要消毒 ${minutes} 分钟。`,
      `This round’s parcels are disinfected for ${minutes} more minutes.`,
    ),
  remedy: () => say('请等消毒时间到了再出发。', 'Leave when that is over.'),
};

export const roundMovedOn: RefusalKind = {
  code: 'round-moved-on',
  status: 409,
  cause: () =>
    say(
      '这一趟已经不在这一步，别人刚刚登记过。',
      'This round is past that step: somebody recorded it.',
    ),
  remedy: () => say('请看刷新后的这一趟。', 'Look at it again as it stands now.'),
};

export const carrierIsOut: RefusalKind = {
  code: 'carrier-is-out',
  status: 409,
  cause: () =>
    say('这名搬运员的上一趟还没有签收。', 'This carrier’s last round has not been signed for.'),
  remedy: () => say('请先签收上一趟。', 'Sign for that round first.'),
};

export const signedByCarrier: RefusalKind = {
  code: 'signed-by-carrier',
  status: 409,
  cause: () =>
    say('出发和签收不能是同一个账号。', 'Who set out with a round does not sign for it.'),
  remedy: () => say('请由宿舍楼的值守人员签收。', 'The keeper of the building signs.'),
};

export const countDiffers: RefusalKind<{ counted: number; expected: number }> = {
  code: 'parcel-count-differs',
  status: 422,
  cause: ({ counted, expected }) =>
    say(
      `点到 ${counted} 件，按登记应是 ${expected} 件。`,
      `${counted} were counted; by what was ticked it should be ${expected}.`,
    ),
  remedy: () =>
    say(
      '请再点一遍，把没到的勾为“缺件”。',
      'Count again, and tick as missing whatever is not there.',
    ),
};

export const notInRound: RefusalKind = {
  code: 'parcel-not-in-round',
  status: 422,
  cause: () => say('有的包裹不在这一趟里。', 'Some of these parcels are not in this round.'),
  remedy: () => say('请刷新后重新勾选。', 'Reload and tick again.'),
};

export const noSuchBooking: RefusalKind = {
  code: 'no-such-booking',
  status: 404,
  cause: () => say('没有这个链接的预约。', 'There is no booking with this link.'),
  remedy: () =>
    say(
      '请核对链接。响应结束后，预约连同收件人已销毁。',
      'Check the link. Once a response has closed, bookings are destroyed with whom they were for.',
    ),
};
