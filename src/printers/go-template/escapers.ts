const html: Readonly<Record<string, string>> = {
  '"': '&#34;',
  "'": '&#39;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\0': '\ufffd',
}
const script: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '<': '\\u003C',
  '>': '\\u003E',
  '&': '\\u0026',
  '=': '\\u003D',
}
const printable = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u

/** Text fit for HTML. */
export const escapeHtml = (text: string): string => text.replace(/["'&<>\0]/g, char => html[char] ?? char)

/** Text fit for a JavaScript string. */
export const escapeScript = (text: string): string => Array.from(text, escapeScriptChar).join('')

const escapeScriptChar = (char: string): string => {
  const known = script[char]
  if (known !== undefined || printable.test(char)) return known ?? char
  return `\\u${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** Text fit for the query of a URL: a blank becomes `+`. */
export const escapeQuery = (text: string): string =>
  encodeURIComponent(text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd'))
    .replace(/[!'()*]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')
