/** What stands at a path of a container's file system. Modes are those of chmod, times milliseconds since 1970. */
export type Entry =
  | { readonly kind: 'file'; readonly content: Buffer; readonly mode: number; readonly at: number }
  | { readonly kind: 'folder'; readonly mode: number; readonly at: number }
  | { readonly kind: 'link'; readonly target: string; readonly mode: number; readonly at: number }

export const fileOf = (content: Buffer | string, at: number, mode = 0o644): Entry => ({
  kind: 'file',
  content: typeof content === 'string' ? Buffer.from(content) : content,
  mode,
  at,
})

export const folderAt = (at: number, mode = 0o755): Entry => ({ kind: 'folder', mode, at })

export const linkTo = (target: string, at: number): Entry => ({ kind: 'link', target, mode: 0o777, at })

/** What an entry takes of the space there is: its content, and something for itself. */
export const sizeOf = (entry: Entry): number => 64 + (entry.kind === 'file' ? entry.content.length : 0)
