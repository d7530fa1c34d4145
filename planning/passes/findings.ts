import { type Say, say } from './say.ts';

export type Verdict = 'green' | 'amber' | 'red';

export interface Finding {
  verdict: Verdict;
  cause: Say;
  remedy: Say;
}

const letIn = say('放行', 'let it through');
const showPass = say('请对方出示通行证二维码', 'ask for the QR code of the pass');
const renew = say(
  '不放行；请到签发单位补办',
  'do not let it through; a new pass comes from the office that issues them',
);
const callIn = say('不放行；报告值班人员', 'do not let it through; report it to the duty officer');
const updateGate = say(
  '连网更新卡口数据包；急事打电话向签发单位核实',
  'go on line and fetch the bundle; when it is urgent, ask the issuer by telephone',
);
const rescan = say(
  '擦净再扫；仍不行就输入短码',
  'wipe it and scan again; if that fails, type the code',
);
const forged = say('通行证损坏，或不是真的', 'the pass is damaged, or not genuine');

const red = (cause: Say, remedy: Say): Finding => ({ verdict: 'red', cause, remedy });
const amber = (cause: Say, remedy: Say): Finding => ({ verdict: 'amber', cause, remedy });
const unlike = (zh: string, en: string) =>
  red(say(`${forged['zh-CN']}：${zh}`, `${forged.en}: ${en}`), callIn);

/** Every way in which a check can end: what the guard is told, and what to do. Codes stay; words may get better. */
export const findings = {
  valid: { verdict: 'green', cause: say('有效', 'it is valid'), remedy: letIn },
  'stale-bundle': amber(
    say(
      '通行证有效，但卡口数据已旧，可能不知道新的吊销',
      'the pass is valid, but what the gate knows is old: it may have been revoked since',
    ),
    say(
      '看证件核对后放行并登记；尽快连网更新',
      'compare it with the document, let it through and write it down; go on line soon',
    ),
  ),
  'typed-code': amber(
    say('短码对得上，没有扫到通行证本身', 'the code is right; the pass itself was not scanned'),
    say(
      '看证件核对姓名和末四位，放行并登记',
      'compare name and last four with the document, let it through and write it down',
    ),
  ),

  'not-a-pass': red(say('不是本系统的通行证', 'it is no pass of ours'), showPass),
  'eu-dcc': red(
    say('这是欧盟健康证明，不是通行证', 'it is an EU health certificate, and no pass'),
    showPass,
  ),
  jwt: red(
    say('这是网络令牌（JWT），不是通行证', 'it is a web token (JWT), and no pass'),
    showPass,
  ),
  compressed: red(
    say('内容被压缩，本系统的通行证从不压缩', 'it is compressed, which our passes never are'),
    callIn,
  ),
  'other-version': red(
    say('是别的版本的通行证', 'it is a pass of another version'),
    say('更新程序；之前请打电话核实', 'update the program; until then ask by telephone'),
  ),
  'too-long': red(say('比任何通行证都长', 'it is longer than any pass'), showPass),
  'bad-base45': red(say('没有扫全', 'it was not read in full'), rescan),
  'broken-cbor': red(
    say('没有扫全，或不是通行证', 'it was not read in full, or is no pass'),
    rescan,
  ),
  'trailing-bytes': unlike('末尾有多余内容', 'something is added at its end'),
  'duplicate-key': unlike('同一项写了两次', 'one entry is in it twice'),
  'not-deterministic': unlike('不是规定的写法', 'it is not written as prescribed'),
  'not-sign1': unlike('没有签名的结构', 'it is not built like one'),
  'unprotected-header': unlike(
    '有未受签名保护的内容',
    'it has a header that no signature protects',
  ),
  'critical-header': unlike(
    '要求本系统不认识的处理',
    'it asks for something that is not known here',
  ),
  'unknown-header': unlike('头部有多余或缺少的项', 'its header has too much or too little'),
  'wrong-content-type': unlike('内容类型不对', 'its content is of another type'),
  'wrong-algorithm': unlike('签名算法与密钥不符', 'its algorithm is not that of the key'),
  'bad-signature': unlike('签名不对', 'the signature is wrong'),
  'bad-claims': unlike('内容不合规定', 'what it says is not as it should be'),
  unmasked: red(
    say('通行证上有没遮盖的个人信息', 'personal data on it is not masked'),
    say('不放行；报告签发单位', 'do not let it through; tell the office that issued it'),
  ),
  lifetime: red(say('有效期超过 31 天', 'it is meant for longer than 31 days'), callIn),

  'unknown-key': red(
    say('卡口不认识签发它的密钥', 'the gate does not know the key that signed it'),
    updateGate,
  ),
  'wrong-issuer': unlike('签发方与密钥不符', 'its issuer is not the owner of the key'),
  'key-compromised': red(
    say('签发它的密钥已泄露作废', 'the key that signed it has been stolen'),
    renew,
  ),
  'key-not-yet-valid': red(
    say('签发时密钥尚未启用', 'it was signed before its key was in use'),
    callIn,
  ),
  'key-retired': red(say('签发时密钥已停用', 'it was signed after its key was retired'), callIn),
  'issued-in-future': red(
    say('签发时间在将来', 'it was issued in the future'),
    say(
      '核对手机时间；时间无误就报告值班人员',
      "look at the phone's clock; if it is right, report it to the duty officer",
    ),
  ),
  'not-yet-valid': red(
    say('还没到生效时间', 'it does not count yet'),
    say('不放行；到时间再来', 'do not let it through; come back when it counts'),
  ),
  expired: red(say('已过期', 'it has expired'), renew),
  'other-area': red(
    say('不是本区域的通行证', 'it is for other areas'),
    say('不放行；请走通行证上写的区域', 'do not let it through; it opens the areas that it names'),
  ),
  revoked: red(say('已吊销', 'it was revoked'), callIn),
  suspended: red(
    say('暂停使用', 'it is suspended'),
    say('不放行；请对方问签发单位', 'do not let it through; its issuer knows why'),
  ),
  'unknown-status': red(say('状态不明', 'its status is not known'), updateGate),
  'unknown-list': red(
    say('卡口没有它的吊销名单', 'the gate has not the list that would say whether it was revoked'),
    updateGate,
  ),

  'bundle-expired': red(
    say(
      '卡口数据已过期，什么也不能核验',
      'what the gate knows has expired: nothing can be verified',
    ),
    updateGate,
  ),
  'clock-behind': red(
    say(
      '手机时间早于卡口数据的签发时间',
      "the phone's clock is before the time at which the bundle was signed",
    ),
    say('校正手机时间', "set the phone's clock right"),
  ),

  'code-characters': red(
    say(
      '不是短码：应为 12 位，没有 0、1、I、L、O',
      'it is no code: one has 12 characters, and no 0, 1, I, L or O',
    ),
    say('对照纸面再输入一遍', 'look at the paper and type it again'),
  ),
  'code-misread': red(
    say(
      '短码有一位输错，或两位颠倒',
      'a character of the code is wrong, or two have changed places',
    ),
    say('对照纸面再输入一遍', 'look at the paper and type it again'),
  ),
  'code-needs-more': red(
    say(
      '短码要和证件末四位（或车牌末四位）、所在区域一起核验',
      "a code is checked together with the last four of the document (or the plate) and the gate's area",
    ),
    say('看证件，输入末四位', 'look at the document, and type its last four'),
  ),
  'code-unknown': red(
    say('短码对不上', 'the code does not fit'),
    say(
      '核对末四位再试；仍不对就不放行，登记并报告',
      'look at the last four and try again; then do not let it through, write it down and report it',
    ),
  ),
  'code-without-secret': red(
    say('卡口没有核验本区域短码的资料', 'the gate cannot check codes for this area'),
    showPass,
  ),
  'code-while-stale': red(
    say('卡口数据已旧，不再接受短码', 'what the gate knows is old: codes are not taken any longer'),
    say('扫二维码，或先连网更新', 'scan the QR code, or go on line first'),
  ),
} satisfies Record<string, Finding>;

export type Code = keyof typeof findings;
