/**
 * The fields that valid JSON text has twice, by their paths (`spec.ports[0].name`), in the order in which the second
 * ones come.
 */
export const duplicateFields = (text: string): readonly string[] => {
  const found: string[] = []
  const open: Level[] = []
  for (const [token] of text.matchAll(tokens)) step(token, open, found)
  return found
}

interface Level {
  readonly path: string
  /** Undefined in a list. */
  readonly keys: Set<string> | undefined
  index: number
  /** The key whose value comes next. */
  key: string | undefined
}

const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],]/g

const step = (token: string, open: Level[], found: string[]): void => {
  const level = open.at(-1)
  if (token === '{' || token === '[') {
    open.push({
      path: level ? pathIn(level) : '',
      keys: token === '{' ? new Set() : undefined,
      index: 0,
      key: undefined,
    })
  } else if (token === '}' || token === ']') open.pop()
  else if (!level) return
  else if (token === ',') {
    level.index++
    level.key = undefined
  } else if (level.keys && level.key === undefined) takeKey(level, JSON.parse(token) as string, found)
}

const takeKey = (level: Level, key: string, found: string[]): void => {
  level.key = key
  if (level.keys?.has(key)) found.push(pathIn(level))
  level.keys?.add(key)
}

const pathIn = ({ path, keys, key, index }: Level): string => {
  if (!keys) return `${path}[${index}]`
  return path ? `${path}.${key}` : (key ?? '')
}
