import { theme } from './theme.ts'

/** The way of a request: its stages, the endpoint that was chosen, and how it ended. */
export const paintTrace = (text: string): string =>
  paintTitles(text.replace(/^.*/, heading => theme.header(heading)))
    .replace(/(?<=│ )\* [^│]*[^│ ]/g, chosen => theme.good(chosen))
    .replace(/^It works\b/m, verdict => theme.good(verdict))
    .replace(/^It fails\b/m, verdict => theme.bad(verdict))

/** What is wrong: the cause stands out, and the commands that mend it. */
export const paintFindings = (text: string): string =>
  paintTitles(text).replace(/^ *mend(?=:? )/gm, word => theme.good(word))

/** The bars of how connections spread. */
export const paintSpread = (text: string): string => text.replace(/█+/g, bar => theme.good(bar))

/** The first cells of a frame's rows. */
const paintTitles = (text: string): string =>
  text.replace(/^│ ([^│]*[^│ ])/gm, (_, title: string) => `│ ${(titles[title] ?? theme.key)(title)}`)

const titles: Readonly<Record<string, (text: string) => string>> = { cause: theme.bad, seen: theme.waiting }
