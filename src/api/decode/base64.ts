const alphabet = /^[A-Za-z0-9+/]$/

/** Reads base64 as Go does, line ends within allowed; gives it in one line, or Go's text of what is wrong. */
export const decodeBytes = (text: string): { readonly text: string; readonly fault?: string } => {
  const wrong = firstWrong(text)
  if (wrong >= 0) return { text, fault: `illegal base64 data at input byte ${wrong}` }
  return { text: text.replace(/[\r\n]/g, '') }
}

const firstWrong = (text: string): number => {
  let digits = 0
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index] ?? ''
    if (char === '\r' || char === '\n') continue
    if (char === '=') return paddingFault(text, index, digits)
    if (!alphabet.test(char)) return Buffer.byteLength(text.slice(0, index))
    digits = (digits + 1) % 4
  }
  return digits === 0 ? -1 : Math.max(0, text.length - digits)
}

// Of four characters the last two may be padding, and nothing follows it.
const paddingFault = (text: string, index: number, digits: number): number => {
  if (digits < 2) return index
  const rest = text.slice(index).replace(/[\r\n]/g, '')
  const needed = '='.repeat(4 - digits)
  if (rest === needed) return -1
  return rest.startsWith(needed) ? index + needed.length : text.length
}
