import { type Command, commands } from './commands.ts';
import { oneLine, Refusal, refuse } from './refusal.ts';

/** Exit status of a program that is itself wrong; 1 and 2 speak of what it was given. */
const OWN_FAULT = 70;

export async function dispatch(args: string[]): Promise<number> {
  try {
    if (args.length === 0 || isHelp(args[0])) {
      (args.length === 0 ? process.stderr : process.stdout).write(usage(commands));
      return args.length === 0 ? 2 : 0;
    }
    const command = getCommand(args);
    const rest = args.slice(command.words.length);
    if (rest.some(isHelp)) {
      process.stdout.write(usage([command]));
      return 0;
    }
    const { run } = await command.load();
    return await run(rest);
  } catch (error) {
    if (error instanceof Refusal) {
      process.stderr.write(error.lines.map((line) => `${line}\n`).join(''));
      return error.status;
    }
    process.stderr.write(`${error instanceof Error ? error.stack : oneLine(String(error))}\n`);
    return OWN_FAULT;
  }
}

function getCommand(args: string[]): Command {
  const command = commands.find(({ words }) => words.every((word, i) => args[i] === word));
  if (command) return command;
  const known = commands.map(({ words }) => words.join(' '));
  const given = args.slice(0, 2).join(' ').slice(0, 60);
  throw refuse(
    `没有命令“${given}”；可用：${known.join('、')}`,
    `there is no command "${given}"; there are: ${known.join(', ')}`,
    'unknown-command',
  );
}

function isHelp(word: string | undefined): boolean {
  return word === '--help' || word === '-h';
}

function usage(shown: readonly Command[]): string {
  const lines = shown.map(
    ({ words, usage: rest, say }) =>
      `  liangbuwu ${words.join(' ')} ${rest}\n      ${say['zh-CN']} | ${say.en}\n`,
  );
  return `用法 | usage\n${lines.join('')}`;
}
