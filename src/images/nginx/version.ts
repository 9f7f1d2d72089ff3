import { tagOf } from '../image.ts'

/** The version of an nginx that its image's tag means: `1.25-alpine` is `1.25.5`. */
export const versionOf = (image: string | undefined): string => {
  const tag = tagOf(image)
  const [exact] = /^\d+\.\d+\.\d+/.exec(tag) ?? []
  const [line] = /^\d+\.\d+/.exec(tag) ?? []
  const last = line && lastOfLines.find(version => version.startsWith(`${line}.`))
  return exact ?? last ?? (tag.startsWith('stable') ? stable : mainline)
}

const stable = '1.28.0'
const mainline = '1.29.4'

// The last of each line that was published.
const lastOfLines: readonly string[] = [
  ...['1.14.2', '1.15.12', '1.16.1', '1.17.10', '1.18.0', '1.19.10', '1.20.2', '1.21.6', '1.22.1'],
  ...['1.23.4', '1.24.0', '1.25.5', '1.26.3', '1.27.5', stable, mainline],
]
