import { type Say, say } from '../http/say.ts';

/** The first thing found wrong in one chain, or in the file of checkpoints. */
export interface LedgerFault {
  code:
    | 'altered'
    | 'inserted'
    | 'missing'
    | 'cut-off'
    | 'rewritten'
    | 'head-altered'
    | 'checkpoint-altered'
    | 'checkpoint-missing';
  /** The first entry that is not as it was recorded, or is not there. */
  seq?: number;
  /** Where it cannot be told which entry it is: the last that it can be. */
  upTo?: number;
  /** The line of the checkpoint file. */
  line?: number;
  says: Say;
}

type Fault = (about: { seq: number; upTo?: number }) => LedgerFault;

const entries = (seq: number, upTo = seq): Say =>
  seq === upTo
    ? say(`第 ${seq} 条`, `entry ${seq}`)
    : say(`第 ${seq} 至 ${upTo} 条`, `entries ${seq} to ${upTo}`);

const fault =
  (code: LedgerFault['code'], zh: (what: string) => string, en: (what: string) => string): Fault =>
  ({ seq, upTo }) => {
    const what = entries(seq, upTo);
    return {
      code,
      seq,
      ...(upTo === undefined || upTo === seq ? {} : { upTo }),
      says: say(zh(what['zh-CN']), en(what.en)),
    };
  };

export const altered = fault(
  'altered',
  (what) => `${what}被改动：内容与其散列值不符。`,
  (what) => `${what} was altered: what it says does not match its hash.`,
);

export const misplaced = fault(
  'altered',
  (what) => `${what}被改动：内容与其所在位置（租户、编号或列）不符。`,
  (what) =>
    `${what} was altered: what it says does not match its place (tenant, number or columns).`,
);

export const inserted = fault(
  'inserted',
  (what) => `${what}是后来插入的。`,
  (what) => `${what} was inserted.`,
);

export const missing = fault(
  'missing',
  (what) => `${what}被删除。`,
  (what) => `${what} was deleted.`,
);

export const cutOff = fault(
  'cut-off',
  (what) => `台账尾部被截断：缺少${what}。`,
  (what) => `the tail was cut off: ${what} missing.`,
);

export const rewritten = fault(
  'rewritten',
  (what) => `${what}中有改动，且其后的散列值被重新计算：与已签名的签名点不符。`,
  (what) =>
    `among ${what} something was altered and the hashes computed anew: a signed checkpoint differs.`,
);

export const headAltered: LedgerFault = {
  code: 'head-altered',
  says: say(
    '记录台账末端的行被改动或删除。',
    'the row that says where the chain ends was altered or deleted.',
  ),
};

export const checkpointAltered = (line: number): LedgerFault => ({
  code: 'checkpoint-altered',
  line,
  says: say(
    `签名点文件第 ${line} 行被改动，或不是由本系统的密钥签名。`,
    `line ${line} of the checkpoint file was altered, or was not signed with this installation's key.`,
  ),
});

export const checkpointRemoved = (line: number): LedgerFault => ({
  code: 'checkpoint-missing',
  line,
  says: say(
    `签名点文件第 ${line} 行之前有行被删除。`,
    `lines before line ${line} of the checkpoint file were deleted.`,
  ),
});

export const checkpointBack = (line: number): LedgerFault => ({
  code: 'rewritten',
  line,
  says: say(
    `签名点文件第 ${line} 行的编号比更早的行还小：台账曾被截断后续写。`,
    `line ${line} of the checkpoint file signs a lower number than a line before it: the ledger was cut back and went on from there.`,
  ),
});

export const checkpointsMissing: LedgerFault = {
  code: 'checkpoint-missing',
  says: say(
    '签名点文件缺失，或没有这份台账的签名点：尾部是否被截断、整链是否被重算，都无从核对。',
    'the checkpoint file is missing or has none of this ledger: a tail cut off or a chain computed anew could not be told.',
  ),
};

export const keyMissing: LedgerFault = {
  code: 'checkpoint-missing',
  says: say(
    '签名公钥缺失，签名点无法核对。',
    'the public key is missing: the checkpoints cannot be checked.',
  ),
};
