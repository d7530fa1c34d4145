export { backupCommand as run } from '@liangbuwu/office/database/cluster/backup-command.ts';
