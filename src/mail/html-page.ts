import { escapeHtml } from './entities-to-html.ts'

/** Styles stand in the tags: of anything else programs that read mail keep little. */
const BODY =
  'margin:0;padding:24px;font:16px/1.5 -apple-system,Segoe UI,Roboto,Arial,sans-serif;color:#1a1a1a'
const FOOT = 'margin-top:24px;padding-top:12px;border-top:1px solid #ddd;font-size:13px;color:#666'

/** @param page.paragraphs HTML each, as the foot is */
export function htmlPage(page: {
  readonly language: string
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly foot: string
}): string {
  const { language, title, paragraphs, foot } = page
  return [
    '<!DOCTYPE html>',
    `<html lang="${language}">`,
    `<head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>`,
    `<body style="${BODY}"><div style="max-width:600px">`,
    ...paragraphs.map((html) => `<p>${html}</p>`),
    `<p style="${FOOT}">${foot}</p>`,
    '</div></body>',
    '</html>',
    '',
  ].join('\n')
}
