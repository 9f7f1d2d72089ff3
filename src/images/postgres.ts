import { defineImage } from './image.ts'

/** A database that its own client finds ready. */
export const postgres = defineImage({
  names: ['postgres', 'bitnami/postgresql'],
  behaviour: () => ({
    stopCode: 0,
    listens: [5432],
    exec: ([program, ...words]) =>
      program === 'pg_isready'
        ? { exitCode: 0, output: `${valueAfter(words, 'h') ?? '/var/run/postgresql'}:5432 - accepting connections\n` }
        : undefined,
  }),
})

const valueAfter = (words: readonly string[], letter: string): string | undefined => {
  const at = words.findIndex(word => word.startsWith(`-${letter}`))
  return at < 0 ? undefined : words[at]?.slice(2) || words[at + 1]
}
