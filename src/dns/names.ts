/** A name in lower case, by ASCII: DNS compares names so. */
export const lower = (name: string): string => name.toLowerCase()

/** A name with its final dot. */
export const fqdn = (name: string): string => (name.endsWith('.') ? name : `${name}.`)

/** The labels of a name, escapes kept; the root has none. */
export const labelsOf = (name: string): readonly string[] => {
  const bare = name.endsWith('.') && !name.endsWith('\\.') ? name.slice(0, -1) : name
  if (bare === '') return []
  return bare.includes('\\')
    ? (bare.match(/(?:\\.|[^.\\])*(?:\.|$)/g) ?? []).filter(Boolean).map(undotted)
    : bare.split('.')
}

const undotted = (label: string): string => (label.endsWith('.') && !label.endsWith('\\.') ? label.slice(0, -1) : label)

/** Whether `name` is `zone` or below it; both in lower case with their final dot. */
export const isWithin = (zone: string, name: string): boolean =>
  zone === '.' || name === zone || (name.endsWith(zone) && name.charAt(name.length - zone.length - 1) === '.')

/** The longest of the zones that a name lies in. */
export const matchZone = (zones: readonly string[], name: string): string | undefined => {
  const key = lower(name)
  let best: string | undefined
  for (const zone of zones) {
    if (isWithin(zone, key) && zone.length > (best?.length ?? 0)) best = zone
  }
  return best
}

/** What stands in front of the zone, without a dot at its end; empty at the apex. */
export const trimZone = (name: string, zone: string): string =>
  zone === '.' ? name.slice(0, -1) : name.slice(0, Math.max(0, name.length - zone.length - 1))

/** Labels and a zone as one name. */
export const joinName = (...parts: readonly string[]): string => {
  let name = ''
  for (const part of parts) if (part !== '' && part !== '.') name += part.endsWith('.') ? part : `${part}.`
  return name === '' ? '.' : name
}

/** The suffixes of a name from the name itself to the root, as zones are looked up. */
export const suffixesOf = (name: string): readonly string[] => {
  if (name.includes('\\')) {
    const labels = labelsOf(name)
    return [...labels.map((_, index) => `${labels.slice(index).join('.')}.`), '.']
  }
  if (name === '.') return ['.']
  const suffixes = [name]
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1))
    suffixes.push(name.slice(dot + 1) || '.')
  return suffixes.at(-1) === '.' ? suffixes : [...suffixes, '.']
}
