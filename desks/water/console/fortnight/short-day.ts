/** A day as a column's head has room for it: "11/10 周四", "10 Nov Thu". */
export function shortDay(language: string, day: string): { date: string; weekday: string } {
  const at = Date.parse(`${day}T00:00:00Z`);
  const zh = language === 'zh-CN';
  const write = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(zh ? 'zh-CN' : 'en-GB', { timeZone: 'UTC', ...options }).format(at);
  return {
    date: write({ month: zh ? 'numeric' : 'short', day: 'numeric' }),
    weekday: write({ weekday: 'short' }),
  };
}
