// What may stand before a command, and what a shell does itself.
const keywords = new Set([
  'do',
  'then',
  'else',
  'elif',
  'if',
  'while',
  'until',
  '!',
  '{',
  '(',
  'time',
  'exec',
  'command',
])
const builtins = new Set([
  ...[
    'for',
    'case',
    'in',
    'esac',
    'fi',
    'done',
    '}',
    ')',
    '.',
    ':',
    'alias',
    'break',
    'cd',
    'continue',
    'eval',
    'exit',
  ],
  ...[
    'export',
    'local',
    'read',
    'return',
    'set',
    'shift',
    'source',
    'trap',
    'type',
    'ulimit',
    'umask',
    'unset',
    'wait',
  ],
])

/** The names of the programs that a shell's line calls, as far as one sees them in its text. */
export const firstWords = (line: string): readonly string[] =>
  line
    .replace(/"[^"]*"|'[^']*'/g, 'x')
    .split(/&&|\|\||[;|&\n]|\$\(|`/)
    .map(first)
    .filter(word => word !== '' && !builtins.has(word))

const first = (piece: string): string => {
  const words = piece.trim().split(/\s+/)
  const word = words.find(each => !keywords.has(each) && !/^\w+=/.test(each) && !/^\d?[<>]/.test(each)) ?? ''
  return word.replace(/^[({]+|[)}]+$/g, '').replace(/^.*\//, '')
}
