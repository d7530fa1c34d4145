import { createHash } from 'node:crypto';
import { say } from '../http/say.ts';
import { type Html, html } from './html.ts';
import { inLanguage, type PageLanguage } from './language.ts';
import { style } from './style.ts';

const others = { 'zh-CN': 'en', en: 'zh-CN' } as const;
const otherName = say('English', '中文');

/** No script at all, nothing from elsewhere; of styles only the one that every page carries. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A whole page. Its style lies in it, so that it is there with the first answer on a bad line. */
export function frame(of: {
  language: PageLanguage;
  title: string;
  body: Html;
  path?: string | undefined;
}): string {
  const other = others[of.language];
  const page = html`<title>${of.title}</title>
</head>
<body>
${
  of.path !== undefined &&
  html`<nav><a href="${inLanguage(of.path, other)}" lang="${other}" hreflang="${other}">${otherName[of.language]}</a></nav>`
}
<main>${of.body}</main>
</body>
</html>
`;
  return `<!doctype html>
<html lang="${of.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="format-detection" content="telephone=no">
<style>${style}</style>
${page.toString()}`;
}
