import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';

export const groupsWithoutPeople: RefusalKind<{ groups: string }> = {
  code: 'groups-without-people',
  status: 422,
  cause: ({ groups }) =>
    say(
      `${groups}没有写是哪些班，或班里还没有登记人。`,
      `${groups}: no class is chosen, or nobody is entered there.`,
    ),
  remedy: () =>
    say(
      '请在安排里给每组选班，并先登记名单。',
      'Choose the classes of each group in the plan, and enter their people first.',
    ),
};

export const runNotStarted: RefusalKind = {
  code: 'run-not-started',
  status: 409,
  cause: () => say('这场采样还没有开始。', 'This session has not begun.'),
  remedy: () => say('请先点“开始采样”。', 'Begin it first.'),
};

export const runEnded: RefusalKind = {
  code: 'run-ended',
  status: 409,
  cause: () => say('这场采样已经结束。', 'This session is over.'),
  remedy: () => say('要补采，请先点“继续采样”。', 'To take more samples, go on with it first.'),
};

export const notInSession: RefusalKind = {
  code: 'not-in-session',
  status: 422,
  cause: () =>
    say('这个人不在这场采样的名单里。', 'This person is not on the list of this session.'),
  remedy: () =>
    say('请核对班级，或先登记到班里。', 'Check the class, or enter them into it first.'),
};

export const alreadySampled: RefusalKind<{ where: { station: number; at: string } | null }> = {
  code: 'already-sampled',
  status: 409,
  cause: ({ where }) =>
    where
      ? say(
          `这个人 ${where.at} 已在 ${where.station} 号台采过。`,
          `This person was sampled at station ${where.station} at ${where.at}.`,
        )
      : say('这个人已经采过（名字记在纸上）。', 'This person was sampled; the name is on paper.'),
  remedy: () =>
    say(
      '没有再记。请核对是不是点错了人；同一个人不再采。',
      'Nothing was added. Check that it is the right person; nobody is sampled twice.',
    ),
};

export const noSuchStation: RefusalKind<{ most: number }> = {
  code: 'no-such-station',
  status: 422,
  cause: ({ most }) => say(`这场采样只有 ${most} 个台。`, `This session has ${most} stations.`),
  remedy: () => say('请选一个台。', 'Choose one of them.'),
};

export const tubeStillOpen: RefusalKind<{ code: string; room: number }> = {
  code: 'tube-still-open',
  status: 409,
  cause: ({ code, room }) =>
    say(
      `这个台的 ${code} 还能装 ${room} 人。`,
      `This station’s ${code} has room for ${room} more.`,
    ),
  remedy: () => say('请先装满这一管。', 'Fill it first.'),
};

export const roomElsewhere: RefusalKind<{ left: number; stations: string }> = {
  code: 'room-elsewhere',
  status: 409,
  cause: ({ left }) =>
    say(
      `还没采的 ${left} 人，已开的管都装得下。`,
      `The ${left} who are left fit into the tubes that are open.`,
    ),
  remedy: ({ stations }) => say(`请他们到 ${stations} 号台。`, `Send them to station ${stations}.`),
};

export const nobodyLeft: RefusalKind = {
  code: 'nobody-left',
  status: 409,
  cause: () => say('名单上的人都采过了。', 'Everybody on the list was sampled.'),
  remedy: () => say('不用再开管。', 'No more tubes are needed.'),
};

export const codeTaken: RefusalKind<{ code: string }> = {
  code: 'tube-code-taken',
  status: 409,
  cause: ({ code }) => say(`管号 ${code} 已经用过。`, `Tube ${code} was used already.`),
  remedy: () => say('请换一支管，或核对管号。', 'Take another tube, or check the number.'),
};

export const tubeClosed: RefusalKind<{ code: string }> = {
  code: 'tube-closed',
  status: 409,
  cause: ({ code }) => say(`管 ${code} 已经封了。`, `Tube ${code} is closed.`),
  remedy: () => say('请开一支新管。', 'Open another tube.'),
};

export const tubeReported: RefusalKind<{ code: string }> = {
  code: 'tube-reported',
  status: 409,
  cause: ({ code }) => say(`管 ${code} 已经出了结果。`, `Tube ${code} has its result.`),
  remedy: () => say('采样记录不再修改。', 'Who is in it stays as it is.'),
};
