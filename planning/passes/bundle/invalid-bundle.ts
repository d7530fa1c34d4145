import type { CborCode } from '../cbor/strict.ts';
import type { HeaderCode } from '../cose/sign1.ts';
import { type Say, say } from '../say.ts';

/** Every way in which a bundle is refused. */
export type BundleCode =
  | CborCode
  | HeaderCode
  | 'too-large'
  | 'unknown-root'
  | 'bad-signature'
  | 'bad-content'
  | 'weak-key'
  | 'twice'
  | 'root-as-issuer'
  | 'other-gate'
  | 'older'
  | 'conflict'
  | 'other-authority';

const fetchAgain = say('重新下载卡口数据包', 'fetch the bundle again');
const askAuthority = say('联系发布数据包的单位', 'ask the authority that signed it');
const broken = { cause: say('数据包损坏', 'the bundle is damaged'), remedy: fetchAgain };
const foreign = {
  cause: say('不是卡口数据包，或是别的版本', 'it is no bundle of this form'),
  remedy: say('检查文件，或更新程序', 'look at the file, or update the program'),
};

export const bundleFindings: Readonly<Record<BundleCode, { cause: Say; remedy: Say }>> = {
  'broken-cbor': broken,
  'trailing-bytes': broken,
  'duplicate-key': broken,
  'not-deterministic': broken,
  'not-sign1': foreign,
  'unprotected-header': foreign,
  'critical-header': foreign,
  'unknown-header': foreign,
  'wrong-algorithm': foreign,
  'wrong-content-type': foreign,
  'too-large': {
    cause: say('数据包超过 4 MiB', 'the bundle is larger than 4 MiB'),
    remedy: askAuthority,
  },
  'unknown-root': {
    cause: say(
      '不是本卡口认可的单位签发的',
      'it is signed with a key that this gate was not set up with',
    ),
    remedy: say(
      '检查下载地址；若换了根密钥，请重新设置卡口',
      'look where it came from; after a change of root keys set the gate up again',
    ),
  },
  'bad-signature': {
    cause: say(
      '签名不对，内容可能被改过',
      'the signature is wrong: it may have been tampered with',
    ),
    remedy: fetchAgain,
  },
  'bad-content': {
    cause: say('内容不符合要求', 'what it holds is not as it should be'),
    remedy: askAuthority,
  },
  'weak-key': {
    cause: say('含有不能用的密钥', 'it holds a key that anybody could sign with'),
    remedy: askAuthority,
  },
  twice: {
    cause: say('同一编号出现两次', 'one number or key is in it twice'),
    remedy: askAuthority,
  },
  'root-as-issuer': {
    cause: say('根密钥被用作签发密钥', 'the root key is also an issuer’s'),
    remedy: askAuthority,
  },
  'other-gate': {
    cause: say('不是给本卡口的', 'it is for other gates'),
    remedy: say('下载本卡口的数据包', "fetch this gate's own"),
  },
  older: {
    cause: say('比现有的旧', 'it is older than the one held'),
    remedy: say('继续使用现有的，再下载最新的', 'keep the one held, and fetch the newest'),
  },
  conflict: {
    cause: say('与现有的序号相同、内容不同', 'it has the number of the one held and other content'),
    remedy: askAuthority,
  },
  'other-authority': {
    cause: say('发布单位与现有的不同', 'it is of another authority than the one held'),
    remedy: say('换单位时请重新设置卡口', 'set the gate up again to change the authority'),
  },
};

/** A bundle that is not taken; the gate goes on with the one that it has. */
export class InvalidBundle extends Error {
  readonly code: BundleCode;
  /** Which field: `keys[2].publicKey`; empty for the whole. */
  readonly at: string;
  override readonly cause: Say;
  readonly remedy: Say;

  constructor(code: BundleCode, at = '') {
    const { cause, remedy } = bundleFindings[code];
    super(`${at ? `${at}: ` : ''}${cause.en} [${code}]`);
    this.name = 'InvalidBundle';
    this.code = code;
    this.at = at;
    this.cause = cause;
    this.remedy = remedy;
  }
}
