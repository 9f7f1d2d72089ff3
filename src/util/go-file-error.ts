const texts: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EISDIR: 'is a directory',
  ENOENT: 'no such file or directory',
  ENOTDIR: 'not a directory',
}

/**
 * What Go says of a failed call to the file system (`open x: no such file or directory`), from Node's error for `path`.
 */
export const goFileError = (error: unknown, path: string): string => {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
  const text = texts[code]
  return text ? `${code === 'EISDIR' ? 'read' : 'open'} ${path}: ${text}` : error.message
}
